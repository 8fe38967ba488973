"""Readings made by hand, with real ids, for tests that need no model."""

from sayso.records import ids
from sayso.records.article import Article, Block, Metadata
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.run import Run
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.run_config import RunConfig, make_run

DEFAULT = RunConfig()
UNKNOWN = Metadata()

TEXT = "“We stay 😀,”\r\nsaid Ada Re\u0301ne. “Go,” he added."


def a_run(name: str = "one") -> Run:
    return make_run(f'{{"name":"{name}"}}', config=DEFAULT)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def an_outcome(
    text: str = TEXT,
    given_id: str = "a",
    run: Run | None = None,
    metadata: Metadata = UNKNOWN,
    source: str = "Ada Re\u0301ne",
) -> Outcome:
    """A done outcome with one statement, its source the word given."""
    run = run or a_run()
    article = Article(text, metadata, given_id=given_id, collection="tests")
    article_id, version, digest = ids.of_article(article)
    parts = {"source": (span(text, source),), "cue": (span(text, "said"),), "content": (span(text, "“We stay 😀,”"),)}
    statement = Statement(
        id=ids.statement_id(version, **parts),
        **parts,
        form="direct",
        marks="quotation",
        confidence=0.5,
        sentence=Span.of(text, 0, len(text)),
    )
    reading = Reading(
        id=ids.reading_id(version, run.id),
        article_id=article_id,
        version_id=version,
        run_id=run.id,
        text=text,
        text_sha256=digest,
        statements=(statement,),
        unattributed_quotes=(span(text, "“Go,”"),),
        blocks=(Block("body", Span.of(text, 0, len(text))),),
    )
    return Outcome(Item("tests.jsonl", 1, given_id, article=article), "done", reading)

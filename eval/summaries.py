"""Decision 20: what headline, standfirst, lead and caption name, and whether the body holds a statement of it.

The statements are given, the rest is read; what is named in the gold is answered by the promise of the headline check that
overlaps its mention. Nothing that answers it is no warning.
"""

from collections.abc import Iterable
from typing import Any

from eval.given import statement_of
from eval.minimal_pairs import Pair
from sayso.answers.headline import HeadlineCheck, Promise, headline_check
from sayso.answers.shown_article import ShownArticle, shown_article
from sayso.pipeline import Reader
from sayso.records.article import Article, Metadata
from sayso.records.audited import Audited
from sayso.records.reading import Reading
from sayso.records.row import ArticleRow, StatementRow

DECISION = 20
Line = dict[str, Any]


def by_pair(pairs: Iterable[Pair], reader: Reader) -> list[bool]:
    """Of each pair of this decision, whether the code that flips is right on both sides."""
    asked = [pair for pair in pairs if pair.decision == DECISION]
    return [all(_is_right(side, pair, reader) for side in (pair.a, pair.b)) for pair in asked]


def _is_right(side: Line, pair: Pair, reader: Reader) -> bool:
    named = next(each for each in side["summary"] if each["named"] == pair.flip.of)
    found = _answer(check(side, reader), named["mention"])
    return bool(named["summary_only"] == (found is not None and found.verdict == "summary_only"))


def _answer(found: HeadlineCheck, mention: list[int]) -> Promise | None:
    start, end = mention
    return next((each for each in found.promises if each.span.start < end and start < each.span.end), None)


def check(side: Line, reader: Reader) -> HeadlineCheck:
    """The headline check of a gold line whose statements are given."""
    metadata = Metadata(title=side.get("title"), genre=side.get("genre", "unknown"))
    statements = [statement_of(side["text"], each) for each in side["statements"]]
    return headline_check(_shown(reader.read_given(Article(side["text"], metadata), statements), metadata))


def _shown(reading: Reading, metadata: Metadata) -> ShownArticle:
    """The reading as a ledger would show it, undecided."""
    ids = reading.article_id, reading.version_id, reading.run_id
    row = ArticleRow(*ids, None, metadata, reading.text_sha256, 1, len(reading.statements), "")
    rows = tuple(StatementRow(each, *ids, None, metadata) for each in reading.statements)
    return shown_article(Audited(row, reading.text, reading.blocks, reading.actors, reading.positions, rows, {}))

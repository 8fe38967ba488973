"""Answers and statements made by hand, and the page they become."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.answers.matrix import Matrix
from sayso.answers.positions import Answer
from sayso.cli.about_words import SAID_AS, WHY
from sayso.cli.audit_words import HEADLINE_NAMES, STATE_NAMES, promise_words, reply_words
from sayso.records.article import Metadata
from sayso.records.placed import Placed
from sayso.records.row import PositionFact, StatementRow
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.report.about import Material, Told, page, wanted
from sayso.report.choice import chosen
from sayso.report.fairness import FairWords
from sayso.report.html import render
from sayso.report.setting import Shown
from tests.answers.facts import DASK, answer, fact

FAIR = FairWords(STATE_NAMES, HEADLINE_NAMES, promise_words, reply_words)
TOLD = Told(
    in_short="in short", rests_on="9 articles", review="machine-coded, unreviewed", foreign="", why=WHY, said_as=SAID_AS,
    fair=FAIR,
)  # fmt: skip
NOBODY: Mapping[str, str] = {}


def text_of(each: PositionFact, said: str = "he has let us down") -> str:
    return f"Before it. {each.speaker} said that {DASK}, {said}. After it.\n\nAnother paragraph."


def row_of(each: PositionFact, text: str, **metadata: Any) -> StatementRow:
    """The statement of ``each`` in ``text``: its speaker, "said", and all up to the end of the sentence."""
    start = text.index(str(each.speaker))
    said, end = text.index("said", start), text.index(". After")
    content = Span.of(text, said + 5, end)
    source, cue = Span.of(text, start, start + len(str(each.speaker))), Span.of(text, said, said + 4)
    statement = Statement(
        id=each.statement, source=(source,), cue=(cue,), content=(content,), form="indirect", marks="none",
        confidence=0.9, sentence=Span.of(text, start, end + 1), told=each.told,
    )  # fmt: skip
    known = {"publisher": each.publisher, "published": each.published, "title": "A title"} | metadata
    return StatementRow(statement, each.article_id, each.version_id, "ru1_" + "0" * 32, None, Metadata(**known))


def placed_of(each: PositionFact, text: str) -> Placed:
    start = text.index(DASK)
    issue = text.index("let us down") if "let us down" in text else start
    return Placed(
        each.statement, DASK, "object", each.label, Span.of(text, start, start + len(DASK)),
        Span.of(text, issue, issue + len("let us down")),
    )  # fmt: skip


def material(
    *facts: PositionFact, most: int = 200, said: str = "he has let us down", matrix: Matrix | None = None, **known: Any
) -> Material:
    """What a page of these facts is made of; each fact's article is a text of its own."""
    found: Answer = known.pop("found", None) or answer(*facts)
    metadata = known.pop("metadata", {})
    texts = {each.version_id: text_of(each, said) for each in facts}
    by_id = {each.statement: each for each in facts}
    shown: Sequence[str] = [each for each in chosen(wanted(found, matrix), most) if each in by_id]
    rows = {each: row_of(by_id[each], texts[by_id[each].version_id], **metadata) for each in shown}
    placed = {each: [placed_of(by_id[each], texts[by_id[each].version_id])] for each in shown}
    return Material(found, TOLD, Shown(rows, texts, placed, NOBODY), matrix=matrix, made="1 May 2031", **known)


def html(*facts: PositionFact, **known: Any) -> str:
    return render(page(material(*facts, **known)))


def many(number: int, **changes: Any) -> list[PositionFact]:
    """Critical and supportive facts by turns, of several speakers, each in an article of its own, dated by the day."""
    return [
        fact(
            n, article=f"a{n}", told=f"2031-{1 + n % 12:02}-{1 + n % 28:02}", speaker=f"Speaker {'ABCDEFGH'[n % 8]}oe",
            label="critical" if n % 3 else "supportive", **changes,
        )
        for n in range(1, number + 1)
    ]  # fmt: skip

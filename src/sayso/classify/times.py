"""When a statement was made, as far as the text tells (codebook, decision 24).

The expression must stand in the clause of the cue: what the content tells of times is what the speaker speaks of.
"""

import re
from dataclasses import dataclass

from sayso.classify.calendar import VAGUE, Expression, expressions, shifted
from sayso.classify.clauses import Clause, clause
from sayso.classify.status import status
from sayso.records.said import PRESENT, Told
from sayso.records.span import Span
from sayso.records.statement import Statement

BACK = 600
"""Code points looked back for the day that "the previous day" counts from."""

_ISSUED = re.compile(
    r"(?:published|released|issued|dated|sent|written|posted|delivered|given|made|signed|filed|conducted|aired|"
    r"broadcast|printed)"
    r"\s(?:late\s|early\s)?(?:on\s)?$"
)
_DOCUMENT = re.compile(
    r"\b(?:report|release|statement|letter|interview|speech|survey|poll|study|article|ruling|judgment|post|tweet|"
    r"memo|"
    r"resolution|issue|petition|editorial|column|essay|book|memoir|address)\b"
)
_SELF = re.compile(r"(?:I|[Ww]e|this\s(?:newspaper|paper|page)|The\seditors?)\b")
_PAST = re.compile(r"\b(?:\w+ed|said|told|wrote|was|were|had|spoke|gave|made|did|called|thought|felt|found)\b")
_DATELINE = re.compile(r"\s*(?:[A-Z][A-Z.\s,/]+),?\s[\w.\s,]{0,20}\([\w\s/]{2,20}\)\s[-–—]")


@dataclass(frozen=True, slots=True)
class When:
    """A time told of a statement: ``form`` as in ``Told``, or empty where no date can be made of it, and its place."""

    form: str
    start: int
    end: int


def told(text: str, statement: Statement, signed: bool = False) -> Told | None:
    """The expression that tells when ``statement`` was made, None where there is none.

    With ``signed``, in a text under its author's name, what the author does in the present is said as the text was written.
    """
    found = when(text, statement)
    if found is not None:
        return Told(found.form, Span.of(text, found.start, found.end)) if found.form else None
    return Told(PRESENT) if signed and _is_present_act(statement) else None


def when(text: str, statement: Statement) -> When | None:
    """As ``told``, but a time that no date can be made of ("last week") is found as well."""
    around = clause(text, statement)
    return None if around is None else when_in(text, statement, around)


def when_in(text: str, statement: Statement, around: Clause) -> When | None:
    """``when``, for callers that have the clause."""
    nearest = _nearest(around)
    if nearest is not None and nearest.weekday and status(text, statement) == "anticipated":
        nearest = nearest.ahead()
    if nearest is not None and not (statement.parent is not None and nearest.deictic):
        start, end = around.start + nearest.start, around.start + nearest.end
        return When(_form(text, nearest, start), start, end)
    return _in_source(statement)


def _nearest(around: Clause) -> Expression | None:
    """The expression closest to the cue; after it before in front of it, where both are as close."""
    skip = _DATELINE.match(around.words)
    found = expressions(around.words, skip.end() if skip else 0)
    cue, end = around.cue - around.start, around.cue_end - around.start
    free = [each for each in found if each.end <= cue or each.start >= cue]
    return min(free, key=lambda each: max(cue - each.end, each.start - end, 0), default=None)


def _form(text: str, found: Expression, start: int) -> str:
    if found.shift is None:
        return found.form
    known = (shifted(each.form, found.shift) for each in reversed(expressions(text, max(0, start - BACK), start)))
    return next((form for form in known if form), VAGUE)


def _in_source(statement: Statement) -> When | None:
    """The date of a document that is the source: "a report published on Monday", "a March 14 press release"."""
    for part in statement.source:
        document = _DOCUMENT.search(part.text)
        if document is None and "ed " not in part.text:
            continue
        for each in expressions(part.text):
            dated = document and (each.end <= document.start() and document.start() - each.end <= 30)
            if each.form and each.shift is None and (dated or _ISSUED.search(part.text, 0, each.start)):
                return When(each.form, part.start + each.start, part.start + each.end)
    return None


def _is_present_act(statement: Statement) -> bool:
    first = statement.source[0].text if statement.source else ""
    return _SELF.match(first) is not None and _PAST.search(statement.cue_text) is None

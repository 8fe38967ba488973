"""When a statement was made, as far as the text tells (codebook, decision 24).

The expression must stand in the clause of the cue: what the content tells of times is what the speaker speaks of.
"""

import re
from dataclasses import dataclass

from sayso.classify.calendar import VAGUE, Expression, expressions, shifted
from sayso.classify.clauses import HIDDEN, Clause, clause
from sayso.classify.sources import pronoun
from sayso.classify.status import status
from sayso.records.said import Told
from sayso.records.span import Span
from sayso.records.statement import Statement

BACK = 600
"""Code points looked back for the day that "the previous day" counts from."""

SENTENCES = 2
"""Sentences looked back for the occasion that a statement goes on with."""

_APPOSED = re.compile(
    r"(?:,|(?<=\0))\s(?:(?:recently|newly|since|then|first|who\swas)\s)?(?:(?!asked|interviewed|quoted|questioned|pressed|heard|handed|issued|published|released|delivered|dated|posted|written|aired|"
    r"recorded|filed|signed|convened|printed|written|given)\w+(?:ed|en|wn)\b|"
    r"born\b|sworn\b|(?:an?|the|then|once)\s(?!(?:day|week|month|year|few)\b)|(?:[Pp]resident|[Pp]remier|[Mm]inister|[Mm]ayor|[Cc]hair\w*|[Cc]hief|[Dd]irector|"
    r"[Gg]overnor|[Ll]eader|[Ss]enator)\b)[^,\0]*,"
)
"""What describes the source before the cue: "Holm, arrested on Monday, said"."""
_MADE = re.compile(r"\b(?:written|dated|recorded|delivered|given|made|sent|signed|drafted)\s(?:back\s)?(?:on\s|in\s)?$")
_SHOWN = re.compile(
    r"\b(?:published|released|printed|broadcast|aired|posted|leaked|public|shown)\s(?:late\s|early\s)?(?:on\s|in\s)?$"
)
"""Words are as old as they were made, not as the day on which they are shown."""
_OPENS = re.compile(
    r"[\s“\"]*(?:(?:[Ll]ate|[Ee]arly|[Bb]ack|[Ee]arlier|[Oo]n|[Ii]n|[Aa]t|[Dd]uring|an?|the|his|her|its|their)\s)*"
)
_UNSAID = re.compile(r"“[^”]*”?|\"[^\"]*\"|\bthat\b[^.;]*")
"""What the sentence before reports of somebody's words, whose times are not the time of speaking."""
_SPEAKING = re.compile(
    r"\b(?:said|told|spoke|speaking|wrote|testif\w+|asked|address\w*|announc\w+|declared|met\sreporters|press\sconference|briefing|"
    r"interview\w*|speech|hearing|rally|debate|sermon|lecture|letter|statement|inquiry|tribunal|congress|meeting|posted|appeared|"
    r"replied|added|called|accused|criticised|praised|warned|argued|lectured|preached)\b"
)
_ADDS = re.compile(r"\b(?:add(?:ed)?|continued|went\son|concluded|also\s(?:said|told|called)|repeated)\b")
_THERE = re.compile(
    r"(?:There|At\sthe\s(?:same\s)?(?:meeting|hearing|rally|briefing|session|press\sconference|event))\b"
)
_PRESENT = re.compile(r"^(?:\w+ly\s)?(?:says|tells|adds|calls|writes|argues|thinks|is|are|has|have)\b")
_PLUPERFECT = re.compile(r"\bhad\b")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?][”\"’)]*\s+|\n+")
_ISSUED = re.compile(
    r"(?:published|released|issued|dated|sent|written|posted|delivered|given|made|signed|filed|conducted|aired|"
    r"broadcast|printed)"
    r"\s(?:late\s|early\s)?(?:on\s)?$"
)
_DOCUMENT = re.compile(
    r"\b(?:report|release|statement|letter|interview|speech|survey|poll|study|article|ruling|judgment|post|tweet|"
    r"memo|"
    r"video|recording|diary|podcast|testimony|resolution|issue|petition|editorial|column|essay|book|memoir|address)\b"
)
_DATELINE = re.compile(r"\s*(?:[A-Z][A-Z.\s,/]+),?\s[\w.\s,]{0,20}\([\w\s/]{2,20}\)\s[-–—]")


@dataclass(frozen=True, slots=True)
class When:
    """A time told of a statement: ``form`` as in ``Told``, or empty where no date can be made of it, and its place."""

    form: str
    start: int
    end: int


def told(text: str, statement: Statement) -> Told | None:
    """The expression that tells when ``statement`` was made, None where there is none."""
    found = when(text, statement)
    return Told(found.form, Span.of(text, found.start, found.end)) if found and found.form else None


def when(text: str, statement: Statement) -> When | None:
    """As ``told``, but a time that no date can be made of ("last week") is found as well."""
    around = clause(text, statement)
    return None if around is None else when_in(text, statement, around)


def when_in(text: str, statement: Statement, around: Clause) -> When | None:
    """``when``, for callers that have the clause."""
    nearest = _nearest(around)
    if nearest is not None and (nearest.weekday or nearest.yearless) and status(text, statement) == "anticipated":
        nearest = nearest.ahead()
    if nearest is not None and not (statement.parent is not None and nearest.deictic):
        start, end = around.start + nearest.start, around.start + nearest.end
        return When(_form(text, nearest, start), start, end)
    return _in_source(statement) or _fronted(text, statement, around) or _carried(text, statement, around)


def _nearest(around: Clause) -> Expression | None:
    """The expression closest to the cue; after it before in front of it, where both are as close."""
    skip = _DATELINE.match(around.words)
    found = expressions(around.words, skip.end() if skip else 0)
    cue, end = around.cue - around.start, around.cue_end - around.start
    told = [each.span() for each in _APPOSED.finditer(around.words, 0, cue)]
    free = [
        each
        for each in found
        if (each.end <= cue or each.start >= cue) and not any(low <= each.start < high for low, high in told)
    ]
    made = [each for each in free if _MADE.search(around.words, 0, each.start)]
    if made and any(_SHOWN.search(around.words, 0, each.start) for each in free):
        free = made
    return min(free, key=lambda each: max(cue - each.end, each.start - end, 0), default=None)


def _form(text: str, found: Expression, start: int) -> str:
    if found.shift is None:
        return found.form
    known = (
        shifted(each.form, found.shift, found.unit) for each in reversed(expressions(text, max(0, start - BACK), start))
    )
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


def _fronted(text: str, statement: Statement, around: Clause) -> When | None:
    """A time that opens the sentence and holds for all of it: "In October 2032, while still a senator, Holt wrote"."""
    start = statement.sentence.start
    if around.start <= start or any(start < part.end and part.start < around.start for part in statement.content):
        return None
    for each in expressions(text, start, around.start)[:1]:
        opens = _OPENS.fullmatch(text, start, each.start) is not None
        ends = text[each.end : each.end + 1] == "," or _DOCUMENT.match(text, each.end + 1) is not None
        if opens and each.form and each.shift is None and ends:
            return When(each.form, each.start, each.end)
    return None


def _carried(text: str, statement: Statement, around: Clause) -> When | None:
    """The time of the sentence before, where that tells of an occasion and this goes on with it: "“Theft,” she added"."""
    if statement.parent is not None or not _goes_on(statement, around):
        return None
    end = statement.sentence.start
    for _ in range(SENTENCES):
        start = _sentence_before(text, end)
        told = _UNSAID.sub(lambda found: HIDDEN * len(found.group()), text[start:end])
        found = [each for each in expressions(told) if each.shift is None]
        if found:
            known = found[0].form if len(found) == 1 and _SPEAKING.search(told) else ""
            return When(known, start + found[0].start, start + found[0].end) if known else None
        if not _SPEAKING.search(told):
            return None
        end = start
    return None


def _goes_on(statement: Statement, around: Clause) -> bool:
    before, cue = around.before(), statement.cue_text
    if _PRESENT.search(cue) or _PLUPERFECT.search(f"{before[-20:]}{cue}"):
        return False
    return (
        pronoun(statement) in ("he", "she", "they", "it")
        or _ADDS.search(cue) is not None
        or _THERE.match(before.lstrip(f"{HIDDEN} ")) is not None
    )


def _sentence_before(text: str, end: int) -> int:
    """Where the sentence begins that ends at ``end``."""
    low = max(0, end - BACK)
    stripped = len(text[low:end].rstrip())
    ends = [found.end() for found in _STOP.finditer(text, low, low + max(0, stripped - 1))]
    return ends[-1] if ends else low

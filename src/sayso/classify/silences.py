"""Where a text says that somebody was asked and did not answer: declined, could not be reached, sent no answer.

Such a passage need not be a statement ("could not be reached" reports no words at all), so it is found by rule in the text
itself. Whose silence it is, the caller decides by the mentions beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from sayso.records.span import Span

SilenceKind = Literal["declined", "unreachable", "no_answer"]
SILENCE_KINDS: tuple[SilenceKind, ...] = get_args(SilenceKind)
"""From the one that says most of a reply to the one that says least."""

_NOT = r"(?:\snot|n['’]t)"
_ASKED = (
    r"(?:requests?|calls?|phone\scalls?|e-?mails?|messages?|texts?|questions?|queries|query|inquir(?:y|ies)|enquir(?:y|ies)|"
    r"comment|interview|reporters|journalists)"
)
_BY = (
    r"(?:by|before|in\stime|at\sthe\stime\sof|ahead\sof)\s(?:\w+\s){0,3}?(?:deadline|publication|press\stime|press|print|"
    r"writing|posting|evening|morning|afternoon|night|midday|noon|midnight|today|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_ANSWER = r"(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|acknowledged?|get\sback|got\sback|gotten\sback|comment(?:ed)?)"
_SEVERAL = (
    r"(?:(?:a|an|the|any|our|my|its|their|his|her|these|those|this|repeated|several|multiple|numerous|two|three|four|written|"
    r"detailed|further|emailed|phone|telephone|follow-up|\w+['’]s)\s){0,4}"
)

_UNREACHABLE = re.compile(
    rf"\b(?:could{_NOT}|cannot|can{_NOT}|unable\sto)\s(?:\w+ly\s)?be\s(?:\w+ly\s)?(?:reached|contacted|located\sfor\scomment)\b"
    rf"(?!\s(?:by\s(?:road|rail|air|sea|boat|rescue\w*|foot)|on\sfoot|without|on\s(?:the\s)?(?:terms|price|pay|wages)))"
    rf"|\b(?:was|were|is|are|been)\s(?:\w+ly\s)?(?:unreachable\b|(?:unavailable|not\s(?:\w+ly\s)?(?:available|reachable))\s(?:for|to)\s"
    rf"(?:\w+\s){{0,2}}?(?:comment|interviews?|answer|discuss|speak))"
    rf"|\b(?:attempts?|efforts?)\sto\s(?:reach|contact|speak\s(?:to|with)|get\shold\sof)\s(?P<after>[^.;]{{2,90}}?)\s"
    rf"(?:were\s(?:\w+\s)?(?:unsuccessful|in\svain|fruitless)|failed|(?:have|has)\sfailed|came\sto\snothing)\b",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    rf"\b(?:did|does|do|has|have|had){_NOT}\s(?:(?:\w+ly|yet|so\sfar)\s){{0,2}}{_ANSWER}\s(?:to\s)?{_SEVERAL}{_ASKED}\b"
    rf"|\b(?:did|has|have|had){_NOT}\s(?:immediately|promptly|yet)\s{_ANSWER}\b"
    rf"|\b(?:did|has|have|had){_NOT}\s{_ANSWER}\s(?:\w+\s){{0,6}}?{_BY}\b"
    rf"|\b(?:has|have|had)\syet\sto\s(?:respond|reply|comment|answer|make\s(?:any|a)\s(?:comment|statement))\b"
    rf"|\b{_ASKED}\s(?:\w+\s){{0,3}}?(?:to|for|with|left\s(?:with|for))\s(?P<after>[^.;]{{2,90}}?)\s(?:went|were|was|remained|have\sgone|"
    rf"has\sgone|had\sgone|remain)\s(?:un(?:answered|returned)|not\s(?:\w+ly\s)?(?:answered|returned))\b"
    rf"|\b(?:there\s(?:was|has\sbeen|had\sbeen)|(?:received|got|has|had))\sno\s(?:immediate\s)?(?:response|repl(?:y|ies)|comment|answers?|"
    rf"reaction)\sfrom\s(?P<from>[^.;,]{{2,90}})"
    rf"|\b(?:made|offered|issued|gave|sent)\sno\s(?:immediate\s|public\s)?(?:response|reply|answer|statement)\b(?!\s(?:on|about|of|against|that))"
    rf"|\bmade\sno\simmediate\scomment\b"
    rf"|\b(?:has|have|had|was|were)\s(?:also\s)?(?:been\s)?(?:approached|contacted)\sfor\s(?:a\s|further\s)?(?:comment|response|reaction)\b",
    re.IGNORECASE,
)
_DECLINED = re.compile(
    r"\b(?:declin|refus)(?:ed|es|ing)\s(?:(?:\w+ly|all|any|further|repeated|several)\s){0,2}?(?:to\s(?:\w+ly\s)?(?:comment|answer|respond|reply|"
    r"discuss|speak|talk|say|elaborate|confirm|explain|be\s(?:interviewed|quoted|drawn)|give\s(?:an?\s)?(?:interview|comment|details)|"
    r"take\squestions|provide\s(?:a\s)?comment|make\s(?:a\s)?(?:comment|statement))|(?:an?\s|our\s|the\s)?(?:interviews?|comment|"
    r"(?:interview\s)?requests?)\b)"
    rf"|\b(?:would|will){_NOT}\s(?:\w+ly\s)?(?:comment|be\s(?:drawn|interviewed|quoted)|discuss|answer\s{_SEVERAL}questions?)\b"
    rf"|\b(?:had|has|have|offered)\sno\s(?:further\s|other\s)?comment\b"
    rf"|\b(?:was|were|is|are)\s(?:not\s(?:willing|prepared)|unwilling)\sto\s(?:comment|answer|discuss|speak|talk|be\s(?:interviewed|quoted))\b"
    rf"|\bturned\sdown\s{_SEVERAL}(?:requests?|interviews?|invitations?)\b",
    re.IGNORECASE,
)
_RULES: tuple[tuple[SilenceKind, re.Pattern[str]], ...] = (
    ("declined", _DECLINED),
    ("unreachable", _UNREACHABLE),
    ("no_answer", _NO_ANSWER),
)


@dataclass(frozen=True, slots=True)
class Silence:
    """One such passage. ``asked`` is where the one asked stands if that is after the words ("calls to …"), else None: before them."""

    kind: SilenceKind
    span: Span
    asked: Span | None = None


def silences(text: str, start: int = 0, end: int | None = None) -> tuple[Silence, ...]:
    """The passages in ``[start, end)`` of ``text``, in text order; of two that overlap the one that says most."""
    found: list[Silence] = []
    for each in _all(text, start, len(text) if end is None else end):
        if not any(each.span.overlaps(other.span) for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.span))


def _all(text: str, start: int, end: int) -> Iterator[Silence]:
    for kind, pattern in _RULES:
        for found in pattern.finditer(text, start, end):
            groups = found.groupdict()
            name = next((key for key in ("after", "from") if groups.get(key)), None)
            asked = Span.of(text, *found.span(name)) if name else None
            yield Silence(kind, Span.of(text, *found.span()), asked)

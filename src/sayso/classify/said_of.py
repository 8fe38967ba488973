"""Criticism or support that a passage ascribes to several at once without quoting any: "under fire from leftists and centrists",
"attacked from all sides".

Found by rule in a stretch of text. Such a passage promises statements; whether the body holds them is asked elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.records.span import Span

Sign = Literal["critical", "supportive"]

_AGAINST = (
    r"(?:criticisms?|attacks?|fire|assault|condemnations?|pressure|backlash|outrage|anger|fury|protests?|denunciations?|censure|"
    r"opposition|scorn|ridicule|calls\s(?:to|for\s(?:his|her|its|their))\s(?:resign\w*|go|quit|step\sdown|removal|departure)|siege)"
)
_FOR = r"(?:praise|support|applause|backing|acclaim|plaudits|endorsements?|tributes?|approval|sympathy|solidarity)"
_ATTACKED = (
    r"(?:criticised|criticized|attacked|condemned|denounced|slammed|assailed|besieged|blasted|lambasted|accused|blamed|mocked|"
    r"ridiculed|opposed|deserted|abandoned|under\s(?:\w+\s)?(?:attack|fire|pressure|siege))"
)
_PRAISED = r"(?:praised|hailed|backed|supported|applauded|defended|endorsed|lauded|welcomed|acclaimed|thanked)"
_UNDER = (
    r"(?:come|came|comes|coming|under|in\sfor|fac(?:e|es|ed|ing)|dr(?:aw|ew|awn|aws|awing)|met|meets|drawn|earn(?:s|ed)?|w[io]ns?|amid|"
    r"sparked|provoked|attract(?:s|ed)?|receiv(?:es|ed))"
)
_BREADTH = (
    r"(?:(?:from|on|by)\s(?:all|every|both|many)\s(?:(?:the|two|three|four|five|six|seven|eight|nine|ten|\d+)\s){0,2}(?:sides?|quarters?|corners?|parties|party|directions?|camps?|fronts?)|"
    r"across\s(?:the\s)?(?:board|(?:political\s)?spectrum|(?:political\s)?divide|parties)|from\s(?:left\sand\sright|across\s\w+))"
)
_ALL_OF = re.compile(
    r"\b(?P<who>(?:[Aa]ll|[Ee]very|[Bb]oth)\s(?:the\s)?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s)?(?:parties|party|sides|camps|factions|wings|unions|churches)|[Ee]veryone|[Ee]verybody|"
    r"[Cc]ritics|[Oo]pponents|[Ss]upporters|[Rr]ivals|[Aa]llies|[Oo]ld\sallies)\s(?:now\s|have\s|all\s)?"
    r"(?:(?P<against>turn(?:s|ed)?\s(?:on|against)|attack(?:s|ed)?|condemn(?:s|ed)?|denounce[sd]?|slam(?:s|med)?|reject(?:s|ed)?|desert(?:s|ed)?|"
    r"round(?:s|ed)?\son|blame[sd]?|criticise[sd]?|criticize[sd]?)|(?P<for>back(?:s|ed)?|rall(?:y|ies|ied)\s(?:to|round|around|behind)|"
    r"praise[sd]?|hail(?:s|ed)?|defend(?:s|ed)?|support(?:s|ed)?))\b"
)
_RULES: tuple[tuple[Sign, re.Pattern[str]], ...] = tuple(
    (
        sign,  # type: ignore[misc]  # the literals of Sign
        re.compile(
            rf"\b(?P<cue>{_UNDER}\s(?:\w+\s){{0,4}}?{noun}|(?:\w+ly\s)?{verb}|{noun})\b(?P<gap>[^.;:!?“”\"\n]{{0,90}}?)"
            rf"(?:\s(?P<breadth>{_BREADTH})|\b(?:from|by)\s(?P<who>(?!(?:{_BREADTH}))[^.;:!?“”\"\n]{{3,160}}))",
            re.IGNORECASE,
        ),
    )
    for sign, noun, verb in (("critical", _AGAINST, _ATTACKED), ("supportive", _FOR, _PRAISED))
)
_LIST_END = re.compile(
    r",\s(?:which|who|whom|whose|that|as|after|while|when|where|since|but|amid|over|in|on|for|with|and\s(?:is|was|has|had|he|she|it|they))\b|"
    r"\s(?:after|while|when|as|over|because|since|during|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in\s(?:his|her|its|the|a|an|two|open)|for\s(?:his|her|its|their)|"
    r"who|that|which|is|was|are|were|has|had|have|will|said|says|and\s(?:is|was|has|had|he|she|it|they))\b|\s[–—-]\s"
)
_PARTS = re.compile(r"\s*,\s*(?:and|or|but|as\swell\sas)\s+|\s*,\s*|\s+(?:and|or|as\swell\sas)\s+")
_NO_GROUP = re.compile(
    r"^(?:the\s)?(?:\w+day|week|month|year|\d+(?:\s(?:votes?|points?|per\s?cent|%).*)?|abroad|home|him|her|them|it|this|that|those|"
    r"these|all|others?)$",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:says?|said|finds?|found|warn(?:s|ed)?|claim(?:s|ed)?|argue[sd]?|admit(?:s|ted)?|den(?:y|ies|ied)|reject(?:s|ed)?|vow(?:s|ed)?|"
    r"insist(?:s|ed)?|urge[sd]?|demand(?:s|ed)?|asks?|call(?:s|ed)?\s(?:for|on)|calls|tells?|told|threaten(?:s|ed)?|promise[sd]?|"
    r"concede[sd]?|predict(?:s|ed)?|reveal(?:s|ed)?)"
)
_JUDGES: tuple[tuple[Sign, str], ...] = (
    (
        "critical",
        r"(?:attack(?:s|ed)?|slam(?:s|med)?|blast(?:s|ed)?|condemn(?:s|ed)?|denounce[sd]?|critici[sz]e[sd]?|accuse[sd]?|blame[sd]?|"
        r"mock(?:s|ed)?|rebuke[sd]?|turn(?:s|ed)?\son|br(?:eaks?|oke)\swith|round(?:s|ed)?\son|lash(?:es|ed)?\sout\sat|hits?\sout\sat)",
    ),
    (
        "supportive",
        r"(?:hail(?:s|ed)?|praise[sd]?|thank(?:s|ed)|back(?:s|ed)?|defend(?:s|ed)?|support(?:s|ed)?|endorse[sd]?|laud(?:s|ed)?|"
        r"applaud(?:s|ed)?|rall(?:y|ies|ied)\sto)",
    ),
)
_FEELS: tuple[tuple[Sign | None, str], ...] = (
    (
        "critical",
        r"(?:(?:is|are)\s)?(?:furious|angry|outraged|livid|indignant|dismayed|appalled|aghast|incensed|up\sin\sarms|scathing|unhappy)"
        r"(?=\s(?:over|at|about|with|as|after|by|that)\b)|(?:fumes?|protests?|rages?)(?=\s(?:over|at|about|against)\b)",
    ),
    (
        "supportive",
        r"(?:(?:is|are)\s)?(?:delighted|overjoyed|jubilant|thrilled|grateful|relieved)(?=\s(?:over|at|about|with|as|after|by|that|for)\b)",
    ),
    (
        None,
        r"(?:fears?|feared|doubts?|doubted|hopes?|hoped|expects?|expected)(?=\s(?!as\b|rise|high|low|dashed|ris|eas)\w)",
    ),
)
"""What a headline says that somebody feels about something, which only his words can tell."""
_SUBJECT = r"(?P<who>(?:[\w’'.-]+\s){0,7}?[\w’'.-]+)"
_CLAIMS: tuple[tuple[Sign | None, re.Pattern[str]], ...] = (
    (
        "critical",
        re.compile(
            r"\b(?:accused|criticised|criticized|blamed|condemned|denounced|slammed|attacked|mocked)\b(?!\sby\b)|"
            r"\b(?:criticisms?|condemnation|anger|fury|outrage|backlash|protests?)\s(?:of|over|at|against|grow\w*|mount\w*)\b|"
            r"\bcalls\s(?:for|on)\s.{2,40}\s(?:to\s)?(?:go|quit|resign\w*|step\sdown)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "supportive",
        re.compile(
            r"\b(?:praised|hailed|lauded|applauded|backed)\b(?!\sby\b)|\b(?:praise|applause|backing)\sfor\b",
            re.IGNORECASE,
        ),
    ),
    (
        None,
        re.compile(
            r"\b(?:warned|urged|told|asked|advised|alerted)\b(?!\sby\b)|"
            r"\b(?:calls|demands|warnings?|appeals?|doubts|fears|complaints?)\s(?:for|of|over|about|on|against|that|grow\w*|mount\w*)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Words of a headline for saying or judging that leave open who does: "Bank warned", "calls for a new vote"."""
_NO_SUBJECT = re.compile(
    r"\b(?:of|under|for|in|on|by|the|a|an|to|with|no|from|his|her|its|their|and|or|as|more|many|new|fresh|growing|was|were|is|are|be|been|being|has|have|had|to|will|"
    r"not|could|should|may|must)$",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"\s*(?:from|of|by|for|in|after|amid|over|on|at|and|grow\w*|mount\w*|continue\w*)\b|\W*$", re.IGNORECASE
)
"""Before and after a word that is a noun there: "a word of thanks from the valley", "under attack from all sides"."""
_FEELING = tuple((sign, re.compile(rf"(?:^|[:.]\s){_SUBJECT}\s{verb}", re.IGNORECASE)) for sign, verb in _FEELS)
_HEADLINES: tuple[tuple[Sign | None, re.Pattern[str]], ...] = (
    *((sign, re.compile(rf"(?:^|[:.]\s){_SUBJECT}\s{verb}\s", re.IGNORECASE)) for sign, verb in _JUDGES),
    (None, re.compile(rf"(?:^|[:.]\s){_SUBJECT}\s{_SAYS}\s", re.IGNORECASE)),
    (None, re.compile(rf",\s{_SUBJECT}\s(?!told\b){_SAYS}\W*$", re.IGNORECASE)),
    (None, re.compile(rf",\s{_SAYS}\s{_SUBJECT}\W*$", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class SaidOf:
    """One such passage: ``span`` is the words of judging with all that names who judges; ``who`` are the groups named, in text order.

    ``sign`` is None where it judges nobody.
    ``breadth`` is the stretch that claims many sides ("from all sides") where no group is named.
    """

    sign: Sign | None
    span: Span
    who: tuple[Span, ...]
    breadth: Span | None = None


def said_of(text: str, start: int, end: int) -> tuple[SaidOf, ...]:
    """The passages of this kind in ``[start, end)`` of ``text``, in text order; none overlaps another."""
    found: list[SaidOf] = []
    for each in _all(text, start, end):
        if not any(each.span.overlaps(other.span) for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.span))


@dataclass(frozen=True, slots=True)
class HeadlineSays:
    """What a headline says somebody said or did to somebody; ``sign`` is None where its verb judges nobody."""

    who: Span
    sign: Sign | None


def headline_says(text: str, start: int, end: int) -> HeadlineSays | None:
    """The one a headline ``[start, end)`` lets speak: before its verb, or after a comma at its end ("…, ombudsman finds")."""
    line = text[start:end]
    for sign, pattern in _HEADLINES:
        found = pattern.search(line)
        if found is None or _NO_SUBJECT.search(found["who"]):
            continue
        if sign is None or not _NO_VERB.match(line, found.end()):
            return HeadlineSays(Span.of(text, start + found.start("who"), start + found.end("who")), sign)
    return _feels(text, start, end)


def _feels(text: str, start: int, end: int) -> HeadlineSays | None:
    """The one a headline says feels something: "Residents furious over noise", but not "Job fears over mill"."""
    for sign, pattern in _FEELING:
        found = pattern.search(text[start:end])
        if (
            found
            and not _NO_SUBJECT.search(found["who"])
            and (sign or not _NO_VERB.match(text[:end], start + found.end()))
        ):
            return HeadlineSays(Span.of(text, start + found.start("who"), start + found.end("who")), sign)
    return None


def headline_claim(text: str, start: int, end: int) -> SaidOf | None:
    """What a headline ``[start, end)`` says that somebody, left open, says or judges; ``sign`` as in HeadlineSays."""
    for sign, pattern in _CLAIMS:
        found = pattern.search(text, start, end)
        if found:
            return SaidOf(sign, Span.of(text, *found.span()), ())
    return None


def _all(text: str, start: int, end: int) -> Iterator[SaidOf]:
    for match in _ALL_OF.finditer(text, start, end):
        sign: Sign = "critical" if match["against"] else "supportive"
        who = Span.of(text, *match.span("who"))
        wide = re.match(r"(?:all|every|both)", who.text, re.IGNORECASE) is not None
        yield SaidOf(sign, Span.of(text, *match.span()), () if wide else (who,), who if wide else None)
    for sign, pattern in _RULES:
        for match in pattern.finditer(text, start, end):
            if match["breadth"]:
                yield SaidOf(sign, Span.of(text, *match.span()), (), Span.of(text, *match.span("breadth")))
                continue
            who_spans = tuple(_groups(text, *match.span("who")))
            if who_spans:
                yield SaidOf(sign, Span.of(text, match.start(), who_spans[-1].end), who_spans)


def _groups(text: str, start: int, end: int) -> Iterator[Span]:
    """The members of a list of those who judge, which ends where a clause goes on."""
    stop = _LIST_END.search(text, start, end)
    end = stop.start() if stop else end
    at = start
    for gap in [*_PARTS.finditer(text, start, end), None]:
        last = gap.start() if gap else end
        words = text[at:last]
        first = at + len(words) - len(words.lstrip())
        words = words.strip()
        if words and len(words.split()) <= 8 and not _NO_GROUP.match(words):
            yield Span.of(text, first, first + len(words))
        at = gap.end() if gap else end

"""Whether a speaker belongs to the one that is judged: oneself, one's own office, one's principal (codebook, decisions 14 and 15)."""

import re
from collections.abc import Sequence

from sayso.records.actor import Actor, Mention
from sayso.records.span import Span
from sayso.records.statement import Statement

_OWN = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men|women)|press (?:secretary|office|officer|service)|chief of staff|aides?|adviser|advisor"
    r"|advisers|advisors|lawyers?|attorneys?|counsel|solicitors?|barristers?|defen[cs]e team|campaign(?: manager| team| chief)?"
    r"|office|staff|secretariat|chancellery|deputy|agent|manager|publicist|representatives?|headquarters|leadership"
    r"|secretary|treasurer|chair(?:man|woman|person)?|leader|director|head|chief executive|board|president|executive|founder|assistant"
    r"|newspaper|mouthpiece|organ|party|ministry|government|cabinet|administration|foundation|company|firm|clinic|leaflet|website|newsletter"
    r"|page|account|running mate|speechwriter|ghostwriter|herald|bodyguard|valet|butler|press attach[eé]|employees?|regime|media team"
    r"|legal team|team)\b",
    re.IGNORECASE,
)
"""Those who speak for the one they are named with: "Roe's office", "a spokesman for the ministry", "the union's secretary"."""
_PAST_OR_AGAINST = re.compile(
    r"\b(?:former(?:ly)?|ex-?|one-?time|erstwhile|sacked|dismissed|fired|estranged|rival|opposing|late|then-rival|disgruntled|previous"
    r"|anti|breakaway)(?:\b|(?<=-))",
    re.IGNORECASE,
)
"""Who no longer speaks for somebody, or speaks for the other side: "her former spokeswoman"."""
_JOIN = re.compile(r"(?:['’]s?|\s+(?:for|of|to|at))\s*$|^\s*(?:['’]s?\s|,?\s*(?:who|whose)\s)", re.IGNORECASE)
_OTHERS = re.compile(
    r"^['’]s?\s(?:\w+\s){0,2}?(?:victims?|opponents?|critics?|accusers?|rivals?|enem(?:y|ies)|ex-\w+|challengers?|creditors?|tenants?|alleged\s\w+)\b",
    re.IGNORECASE,
)
"""Whom somebody speaks for instead: "a lawyer for Tarr's victims"."""
_SERVES = re.compile(
    r"\b(?:(?:who|which|that)\s(?:\w+ly\s|now\s|also\s)?(?:represents?|represented|defends|speaks?|works?|acts?|advises|campaigns?|manages)"
    r"(?:\s(?:for|under|on behalf of))?|(?:run|owned|controlled|financed|funded|bankrolled|paid|employed|published|"
    r"edited|hired|retained)\sby"
    r"|(?:speaking|acting|writing|appearing)\s(?:for|on\sbehalf\sof)|on\sbehalf\sof|in\sthe\s(?:pay|service|employ)\sof|on\sthe\spayroll\sof)"
    r"\s(?:the\s|his\s|her\s|their\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_PAID = re.compile(r"^['’]s?\s(?:payroll|behalf|service|pay|employ|orders)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?P<own>own\s)?")
_SELF = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours|ourselves)\b", re.IGNORECASE)
_REFLEXIVE = re.compile(r"(?:him|her|it|them)sel(?:f|ves)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
NEAR = 24
"""Code points between an actor's name and the word for somebody who speaks for it."""


def own_side(text: str, statement: Statement, actor: Actor, mention: Mention) -> bool:
    """Whether the source of ``statement`` is ``actor`` itself, speaks for it, or is named by it."""
    speaking = {each.actor for each in statement.speakers} | {each.on_behalf_of for each in statement.speakers}
    if estranged(text, statement, actor):
        return False
    if actor.id in speaking or _first_person(statement, mention) or _REFLEXIVE.match(mention.span.text):
        return True
    if any(_belongs(text, source, actor.mentions) for source in statement.source):
        return True
    elsewhere = any(each.on_behalf_of not in (None, actor.id) for each in statement.speakers)
    return not elsewhere and any(_points_ahead(text, source, actor.mentions) for source in statement.source)


def estranged(text: str, statement: Statement, actor: Actor) -> bool:
    """Whether the source is said to have left the side of ``actor``, or to stand against it: "her former spokeswoman", "his ex-wife"."""
    for source in statement.source:
        for name in _inside(source, actor.mentions):
            before, after = text[source.start : name.start], text[name.end : source.end]
            if _OTHERS.match(after) or (_JOIN.match(after) and _PAST_OR_AGAINST.search(after[: NEAR + 24])):
                return True
            if re.search(r"\b(?:for|of|to)\s", before) and _PAST_OR_AGAINST.match(before.lstrip("AaThen ").lstrip()):
                return True
    return False


def _first_person(statement: Statement, mention: Mention) -> bool:
    quoted = statement.form in ("direct", "mixed")
    return quoted and mention.kind == "pronoun" and _SELF.fullmatch(mention.span.text) is not None


def _inside(source: Span, mentions: Sequence[Mention]) -> list[Span]:
    return [each.span for each in mentions if source.start <= each.span.start and each.span.end <= source.end]


def _belongs(text: str, source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether the source's words name the actor beside a word for those who speak for somebody."""
    return any(_speaks_for(text, source, each) for each in _inside(source, mentions))


def _speaks_for(text: str, source: Span, name: Span) -> bool:
    before, after = text[source.start : name.start], text[name.end : source.end]
    if _OTHERS.match(after):
        return False
    if _SERVES.search(before) or _PAID.match(after):
        return True
    owned = _OWN.search(after[: NEAR + 24]) if _JOIN.match(after) or _is_possessive(text, name) else None
    if owned and _PAST_OR_AGAINST.search(after[: owned.start()]) is None:
        return True
    for_before = re.search(r"(?:for|of|to|at)\s+(?:the\s+|a\s+)?[\w.'’\- ]{0,24}$", before, re.IGNORECASE) is not None
    speaker = _OWN.search(before)
    return for_before and speaker is not None and _PAST_OR_AGAINST.search(before[: speaker.start()]) is None


def _is_possessive(text: str, name: Span) -> bool:
    """Whether the mention is a possessive itself: "his office", "Roe's office" with the ending inside the mention."""
    return re.search(r"(?:^(?:his|her|its|their|my|our)|['’]s?)$", name.text, re.IGNORECASE) is not None


def _points_ahead(text: str, source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a possessive at the very beginning stands for the actor named after it: "His own paper hailed Tarr".

    Later in a text it would stand for somebody named before.
    """
    found = _POSSESSIVE.match(text, source.start, source.end)
    if found is None or any(each.span.start <= source.start for each in mentions):
        return False
    if _SENTENCE_END.search(text, 0, source.start):
        return False
    owned = _OWN.search(text, found.end(), min(source.end, found.end() + NEAR))
    return owned is not None and _PAST_OR_AGAINST.search(text, found.end(), owned.start()) is None

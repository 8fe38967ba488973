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
    r"|secretary|treasurer|chair(?:man|woman|person)?|leader|director|head|chief executive|board)\b",
    re.IGNORECASE,
)
"""Those who speak for the one they are named with: "Roe's office", "a spokesman for the ministry", "the union's secretary"."""
_JOIN = re.compile(r"(?:['’]s?|\s+(?:for|of|to|at))\s*$|^\s*(?:['’]s?\s|,?\s*(?:who|whose)\s)", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours|ourselves)\b")
NEAR = 24
"""Code points between an actor's name and the word for somebody who speaks for it."""


def own_side(text: str, statement: Statement, actor: Actor, mention: Mention) -> bool:
    """Whether the source of ``statement`` is ``actor`` itself, speaks for it, or is named by it."""
    speaking = {each.actor for each in statement.speakers} | {each.on_behalf_of for each in statement.speakers}
    if actor.id in speaking or _first_person(statement, mention):
        return True
    return any(_belongs(text, source, actor.mentions) for source in statement.source)


def _first_person(statement: Statement, mention: Mention) -> bool:
    quoted = statement.form in ("direct", "mixed")
    return quoted and mention.kind == "pronoun" and _SELF.fullmatch(mention.span.text) is not None


def _belongs(text: str, source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether the source's words name the actor beside a word for those who speak for somebody."""
    inside = [each.span for each in mentions if source.start <= each.span.start and each.span.end <= source.end]
    return any(_speaks_for(text, source, each) for each in inside)


def _speaks_for(text: str, source: Span, name: Span) -> bool:
    before, after = text[source.start : name.start], text[name.end : source.end]
    owns_after = _JOIN.match(after) is not None and _OWN.search(after[: NEAR + 24]) is not None
    for_before = re.search(r"(?:for|of|to|at)\s+(?:the\s+|a\s+)?[\w.'’\- ]{0,24}$", before, re.IGNORECASE) is not None
    return owns_after or (for_before and _OWN.search(before) is not None)

"""Who speaks for whom in one article: "a spokesman for the ministry", "his lawyer, Ansel Quaid", "Tamm, speaking for the premier".

By rule beside the mentions that a reading found. It adds to what the reading itself knows of statements made on behalf of others.
"""

import re
from collections.abc import Iterable, Mapping

from sayso.records.actor import Actor, Mention
from sayso.records.statement import Statement

_WHO = (
    r"(?:spokes(?:man|woman|person|people|men|women)|press\s(?:secretary|office|officer|service)|(?:defen[cs]e\s)?(?:lawyers?|attorneys?|counsel|"
    r"solicitors?|barristers?)|legal\steam|office|chief\sof\sstaff|aides?|advis[eo]rs?|representatives?|agents?|publicist|campaign(?:\smanager)?)"
)
_PAST = re.compile(r"\b(?:former|ex|one-time|estranged|sacked|rival|opposing)\b", re.IGNORECASE)
_OWNED = re.compile(rf"(?:['’]s?)?\s(?P<between>(?:\w+\s){{0,2}}?){_WHO}\b", re.IGNORECASE)
"""After a mention that owns: "Roe's lawyer", "his spokesman"."""
_FOR = re.compile(
    rf"\b{_WHO}\s(?:(?:\w+\s){{0,3}}?)(?:for|of|to)\s(?:the\s|an?\s)?$|"
    rf"\b(?:speaking|acting|replying|writing|answering)\s(?:for|on\sbehalf\sof)\s(?:the\s)?$|\bon\sbehalf\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a mention for which somebody speaks."""
NEAR = 60
"""Code points looked at on either side of a mention; and between such words and the name of the one who speaks."""
_POSSESSIVES = frozenset(["his", "her", "its", "their"])
_BETWEEN = re.compile(r"^,?\s(?:\w+\s){0,2}$|^\s$")


def principals(text: str, actors: Mapping[str, Actor], statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """By local id of an actor, the actors it speaks for."""
    found: dict[str, set[str]] = {}
    for statement in statements:
        for speaker in statement.speakers:
            if speaker.on_behalf_of:
                found.setdefault(speaker.actor, set()).add(speaker.on_behalf_of)
    mentions = sorted(
        ((each, actor) for actor in actors.values() for each in actor.mentions), key=lambda pair: pair[0].span
    )
    for mention, actor in mentions:
        for start, end in _spoken_for(text, mention):
            for other in _beside(text, mentions, start, end, actor):
                found.setdefault(other, set()).add(actor.id)
    return {speaker: frozenset(held) for speaker, held in found.items()}


def _spoken_for(text: str, mention: Mention) -> Iterable[tuple[int, int]]:
    """The stretches, with the mention, that name somebody who speaks for it."""
    span = mention.span
    owns = span.text.casefold() in _POSSESSIVES
    after = text[span.end : span.end + NEAR]
    owned = _OWNED.match(f" {after.lstrip()}" if owns else after)
    if owned and (owns or after[:1] in "'’" or span.text.endswith(("'s", "’s"))) and not _PAST.search(owned.group()):
        shift = len(after) - len(after.lstrip()) - 1 if owns else 0
        yield span.start, span.end + owned.end() + shift
    before = text[max(0, span.start - NEAR) : span.start]
    ahead = _FOR.search(before)
    if ahead and not _PAST.search(before[max(0, ahead.start() - 12) : ahead.start()]):
        yield span.start - len(before) + ahead.start(), span.end


def _beside(
    text: str, mentions: Iterable[tuple[Mention, Actor]], start: int, end: int, principal: Actor
) -> Iterable[str]:
    """Actors whose mention holds the stretch, follows it at once or stands right before it."""
    for mention, actor in mentions:
        span = mention.span
        if actor.id == principal.id or span.start > end + NEAR or span.end < start - NEAR:
            continue
        holds = span.start <= start < span.end or start <= span.start < end
        follows = end <= span.start and _BETWEEN.match(text[end : span.start]) is not None
        leads = span.end <= start and re.fullmatch(
            r",?\s(?:an?\s|the\s|who\s(?:is|was)\s)?(?:\w+\s){0,2}", text[span.end : start]
        )
        if holds or follows or leads:
            yield actor.id

"""Whose silence it is: the one that a passage such as "declined to comment" says was asked, by the words beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.classify.silences import Silence
from sayso.records.actor import Actor, Mention
from sayso.resolve.listed import word_set

_ASIDE = re.compile(r",\s(?:who|whose|which|whom|where)\b[^,;]*(?:,|$)")
_CLAUSE = re.compile(
    r"[;:—–]\s|,\s(?:and|but|while|though|although)\s|\s(?:and|but|while)\s(?=[A-Z“\"‘])|^\W*(?:[Aa]sked|[Ww]hen)\b[^,]*,\s"
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*)(?:\s(?:(?:de|da|van|von|bin|al|el)\s)?[A-Z][\w’'-]+)*")
_NO_NAME = word_set(
    """
    the a an his her its their he she it they we i this that these those both neither all some many others another mr mrs ms dr
    on in at by but and when asked after before while
    """
)
_POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our"])


@dataclass(frozen=True, slots=True)
class Asked:
    """Local ids of the actors that were asked, and the name of the one asked where only the text has it."""

    actors: tuple[str, ...]
    name: str | None = None


def asked_of(text: str, sentence: tuple[int, int], silence: Silence, actors: Mapping[str, Actor]) -> Asked:
    """Who was asked: the last one named before the words in their clause, or named inside them ("calls to Roe went unanswered").

    ``sentence`` is half-open, in code points. Nobody where neither a mention nor a proper name stands there.
    """
    if silence.asked is not None:
        return _in(silence.asked.text, silence.asked.start, actors)
    before = _without_asides(text[sentence[0] : silence.span.start])
    clause = _last_clause(before)
    found = _in(before[clause:], sentence[0] + clause, actors)
    return (
        found if found.actors or found.name else _in(before, sentence[0], actors)
    )  # "…, and later declined to comment"


def _in(words: str, start: int, actors: Mapping[str, Actor]) -> Asked:
    """The last one named in ``words``, which begin at ``start`` in the text."""
    named = [
        (mention.span.start, actor.id)
        for mention, actor in _mentions(actors.values(), start, start + len(words), words)
    ]
    name = _last_name(words)
    if named:
        at, actor = max(named)
        if name is None or start + name[0] <= at or _covered(actors[actor], start + name[0], start + name[1]):
            return Asked((actor,))
    return Asked((), words[name[0] : name[1]]) if name else Asked(tuple(actor for _, actor in named[-1:]))


def _mentions(actors: Iterable[Actor], start: int, end: int, words: str) -> Iterator[tuple[Mention, Actor]]:
    """Mentions in the clause, those in asides and possessives aside."""
    for actor in actors:
        for each in actor.mentions:
            inside = start <= each.span.start and each.span.end <= end
            hidden = inside and "\0" in words[each.span.start - start : each.span.end - start]
            if inside and not hidden and each.span.text.casefold() not in _POSSESSIVES and actor.kind != "place":
                yield each, actor


def _without_asides(words: str) -> str:
    return _ASIDE.sub(lambda found: "\0" * len(found.group()), words)


def _last_clause(words: str) -> int:
    """Where the last clause begins in ``words``."""
    return max((found.end() for found in _CLAUSE.finditer(words)), default=0)


def _last_name(words: str) -> tuple[int, int] | None:
    """The last run of capitalised words that may be a name: two words, or one that does not begin the clause."""
    found = None
    for each in _NAME.finditer(words):
        parts = each.group().split()
        if parts[0].casefold() in _NO_NAME:
            continue
        if len(parts) > 1 or words[: each.start()].strip():
            found = each.span()
    return found


def _covered(actor: Actor, start: int, end: int) -> bool:
    """Whether the name is one that the actor has at that place."""
    return any(each.span.start < end and start < each.span.end for each in actor.mentions)

"""What the words beside a name call somebody: roles ("the oil minister") and what they belong to ("of the Reform Front"). By rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.folding import folded
from sayso.records.span import Span

AROUND = 120
"""Code points before and after a name that are looked at."""
LONGEST_ROLE = 80
MOST_TITLES = 4

_BEFORE = re.compile(r"(?:(?:[\w’'-]+) ){1,4}$")
_TITLE = re.compile(
    r"(?:former|acting|deputy|vice|prime|foreign|interior|finance|oil|defence|defense|opposition|supreme|chief|senior|ex)\b|.*"
    r"(?:president|minister|premier|chancellor|secretary|governor|mayor|senator|leader|speaker|judge|general|colonel|captain|major"
    r"|ambassador|bishop|archbishop|cardinal|ayatollah|imam|sheikh|king|queen|prince|princess|spokesman|spokeswoman|spokesperson"
    r"|chairman|chairwoman|chair|director|commissioner|ombudsman|prosecutor|deputy|professor|commander|chief|editor|secretary-general)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\w.’'-]{0,4}), ((?:(?:an?|the|former|ex|his|her|their) ?)[^,.;:!?\n“”\"()]{2,80})(?=[,.;:\n)])"
)
_OF = re.compile(r"\b(?:of|for|at|from|in|with) (?:the )?((?:[A-Z][\w’'-]*)(?: (?:of |for |and )?[A-Z][\w’'-]*)*)")
_DETERMINER = re.compile(r"^(?:an?|the|his|her|their) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Called:
    """Roles and affiliations as the text has them, each once, blanks made one."""

    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()


def called_in(text: str, names: Iterable[Span], nominals: Iterable[Span] = ()) -> Called:
    """What ``text`` calls somebody: titles before a name, an apposition after it, and the ``nominals`` that refer to them.

    Spans are code points of ``text``, half-open. A phrase whose words begin with a pronoun ("her minister") keeps the rest.
    """
    found: list[str] = []
    for span in names:
        found += _titles(text[max(0, span.start - AROUND) : span.start])
        after = _AFTER.match(text[span.end : span.end + AROUND])
        if after:
            found.append(after.group(1))
    found += [span.text for span in nominals if len(span.text) <= LONGEST_ROLE]
    whole = [" ".join(each.split()) for each in found]
    of = [each.group(1) for phrase in whole for each in _OF.finditer(phrase)]
    roles = [_DETERMINER.sub("", _OF.split(phrase, maxsplit=1)[0]).strip() for phrase in whole]
    return Called(_once(roles), _once(of))


def folded_roles(called: Sequence[Called]) -> tuple[frozenset[str], frozenset[str]]:
    """Roles and affiliations of several texts as they are compared."""
    roles = (folded(each) for one in called for each in one.roles)
    of = (folded(each) for one in called for each in one.affiliations)
    return frozenset(roles) - {""}, frozenset(of) - {""}


def _titles(before: str) -> list[str]:
    """The words directly before a name, from the first that is a title on."""
    line = before.rsplit("\n", 1)[-1]
    found = _BEFORE.search(line)
    words = found.group().split() if found else []
    for at, word in enumerate(words[-MOST_TITLES:]):
        rest = words[-MOST_TITLES:][at:]
        if _TITLE.match(word) and _TITLE.match(rest[-1]):
            return [" ".join(rest)]
    return []


def _once(phrases: Iterable[str]) -> tuple[str, ...]:
    known: dict[str, str] = {}
    for phrase in phrases:
        if phrase:
            known.setdefault(folded(phrase), phrase)
    return tuple(known.values())

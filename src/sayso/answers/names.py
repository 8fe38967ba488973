"""Names by their words: what they are compared by, whether they are proper names, and which may be one."""

import re
from collections.abc import Iterable, Mapping, Sequence

from sayso.records.folding import words_of

_ARTICLES = ("the", "a", "an")
_INDEFINITE = re.compile(r"(?:a|an|one|two|three|some|several|many|most|another|his|her|their|its)\s", re.IGNORECASE)
_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they", "who", "one", "this", "that"])
_DEFINITE = re.compile(r"the\s", re.IGNORECASE)


def key_words(name: str) -> tuple[str, ...]:
    """The words that a name is compared by: folded, without an article before them."""
    words = words_of(name)
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def described(name: str, kind: str | None = None) -> bool:
    """Whether ``name`` is no proper name ("an aide", "300 supporters of …"), so that the same words may mean somebody else."""
    if kind == "unnamed" or name.casefold() in _PRONOUNS or _INDEFINITE.match(name):
        return True
    article = _DEFINITE.match(name)
    first = name[article.end() if article else 0 :][:1]
    return first.islower() or first.isdigit()


def full_names(names: Iterable[str]) -> dict[str, list[str]]:
    """By their last word, the names of ``names`` that have several words."""
    found: dict[str, list[str]] = {}
    for name in names:
        words = key_words(name)
        if len(words) > 1:
            found.setdefault(words[-1], []).append(name)
    return found


def may_be(name: str, full: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The names of ``full`` that end with the single word ``name``: a person may decide that they are one, Sayso does not."""
    words = key_words(name)
    return tuple(full.get(words[0], ())) if len(words) == 1 else ()

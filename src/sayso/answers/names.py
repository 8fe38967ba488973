"""Names by their words: what they are compared by, whether they are proper names, and which may be one."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.records.folding import words_of
from sayso.registry.described import described as described

_ARTICLES = ("the", "a", "an")


def key_words(name: str) -> tuple[str, ...]:
    """The words that a name is compared by: folded, without an article before them."""
    words = words_of(name)
    initial = name.lstrip()[:2].lower() == "a."
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES and not initial else words


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

"""Whether the words for an actor are a proper name. What is only described never becomes an actor across articles."""

import re

_INDEFINITE = re.compile(r"(?:a|an|one|two|three|some|several|many|most|another|his|her|their|its)\s", re.IGNORECASE)
_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they", "who", "one", "this", "that"])
_DEFINITE = re.compile(r"the\s", re.IGNORECASE)


def described(name: str, kind: str | None = None) -> bool:
    """Whether ``name`` is no proper name ("an aide", "300 supporters of …"), so that the same words may mean somebody else."""
    if kind == "unnamed" or name.casefold() in _PRONOUNS or _INDEFINITE.match(name):
        return True
    article = _DEFINITE.match(name)
    first = name[article.end() if article else 0 :][:1]
    return first.islower() or first.isdigit()

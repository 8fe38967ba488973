"""Whether the words for an actor are a proper name. What is only described never becomes an actor across articles."""

import re

_INDEFINITE = re.compile(r"(?:a|an|one|two|three|some|several|many|most|another|his|her|their|its)\s", re.IGNORECASE)
_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they", "who", "one", "this", "that"])
_FOLLOWERS = re.compile(
    r"""(?:supporters|opponents|members|officials|followers|backers|voters|activists|protesters|workers|employees|leaders
    |lawmakers|politicians|delegates|critics|allies|fans|residents|students|teachers|farmers|doctors|families|people|men|women
    |sources|executives|senators|deputies|ministers|candidates|sympathi[sz]ers|loyalists|representatives|researchers
    |scientists|experts|lawyers|troops|forces|soldiers|fighters|militants)""",
    re.VERBOSE,
)
"""Nouns after a name that make it a description of those who belong to it ("Reform Front supporters")."""
_DEFINITE = re.compile(r"the\s", re.IGNORECASE)


def described(name: str, kind: str | None = None) -> bool:
    """Whether ``name`` is no proper name ("an aide", "300 supporters of …"), so that the same words may mean somebody else."""
    if kind == "unnamed" or name.casefold() in _PRONOUNS or _INDEFINITE.match(name):
        return True
    words = name.split()
    last = words[-1] if words else ""
    if len(words) > 1 and last[:1].islower() and (kind == "group" or _FOLLOWERS.fullmatch(last)):
        return True
    article = _DEFINITE.match(name)
    first = name[article.end() if article else 0 :][:1]
    return first.islower() or first.isdigit()

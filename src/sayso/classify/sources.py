"""Which sources are one speaker as far as their words tell; used where no actor is resolved."""

import re

from sayso.records.statement import Statement

_CUT = re.compile(r"\s(?:of|for|from|in|at|who|which|that|and|with|speaking|published|on|to)\s|[,;:(–—]")
_BY = re.compile(r"\bby\s(.+)$")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|el-\w+|al-\w+|bin|von|van|de)(?:\s(?:[A-Z][\w.’'-]*|el-\w+|al-\w+|bin|von|van|de)){0,4}$"
)
_JUNIOR = frozenset(["jr", "sr", "ii", "iii"])

PRONOUNS: dict[str, str] = {
    "he": "he", "she": "she", "it": "it", "they": "they", "him": "he", "her": "she", "his": "he", "who": "who", "i": "i",
    "we": "we", "both": "they",
}  # fmt: skip


def pronoun(statement: Statement) -> str | None:
    """The pronoun that the source is, in its base form."""
    words = statement.source_text.split()
    if not words or len(words) > 2:
        return None
    return PRONOUNS.get(words[0].casefold()) if len(words) == 1 else None


def keys(statement: Statement) -> frozenset[str]:
    """Words that name the source: last names, else the head of a description; a document's author beside the document."""
    if not statement.source:
        return frozenset()
    whole = statement.source[0].text
    parts = [whole.split(",")[0]]
    rest = whole.split(",")[1].strip() if "," in whole else ""
    if _NAME.match(rest):
        parts.append(rest)
    author = _BY.search(parts[0])
    if author:
        parts = [parts[0][: author.start()], author[1], *parts[1:]]
    return frozenset(key for part in parts if (key := _head(part)))


def _head(part: str) -> str | None:
    """The last word before whatever describes it further."""
    cut = _CUT.search(part)
    words = _WORD.findall(part[: cut.start()] if cut else part)
    if words and len(words) > 1 and words[-1].casefold().rstrip(".") in _JUNIOR:
        words.pop()
    return _POSSESSIVE.sub("", words[-1].casefold()) if words else None

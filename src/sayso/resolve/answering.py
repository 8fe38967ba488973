"""Whether a text is an interview whose questions stand behind a label in double brackets, and whose initials begin its answers."""

import re

from sayso.resolve.titles import PLACES
from sayso.resolve.tokens import PARAGRAPH, Tokens

MARK = "(("
_QUESTION = re.compile(r"^\(\([A-Z][\w ]{0,20}\)\)", re.MULTILINE)
"""The label of a question; a language is noted in the same brackets in small letters."""


def is_interview(text: str) -> bool:
    """Whether two questions or more are marked so; a text without the mark costs one search."""
    first = _QUESTION.search(text) if MARK in text else None
    return first is not None and _QUESTION.search(text, first.end()) is not None


def answers(found: Tokens, n: int) -> bool:
    """Whether a word at the beginning of a paragraph of an interview is the initials of who answers ("AR I stayed")."""
    word = found.words[n]
    initials = word.isupper() and word.isalpha() and 2 <= len(word) <= 3 and found.lower[n] not in PLACES
    return initials and found.joins[n] == PARAGRAPH and found.text[found.starts[n] - 1] != "("

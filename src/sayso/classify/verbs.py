"""Verbs of attribution that carry their stance: "criticised Holm", "thanked the union". The one they are said of is judged."""

import re

from sayso.records.span import Span
from sayso.records.statement import Statement

_CRITICAL = re.compile(
    r"\b(?:critici[sz](?:e[sd]?|ing)|condemn(?:s|ed|ing)?|denounc(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing)|attack(?:s|ed|ing)?"
    r"|blast(?:s|ed|ing)?|slam(?:s|med|ming)?|lambast(?:s|e[sd]?|ing)|assail(?:s|ed|ing)?|berat(?:e[sd]?|ing)|castigat(?:e[sd]?|ing)"
    r"|rebuk(?:e[sd]?|ing)|reprimand(?:s|ed|ing)?|deplor(?:e[sd]?|ing)|decr(?:y|ies|ied|ying)|mock(?:s|ed|ing)?|ridicul(?:e[sd]?|ing)"
    r"|fault(?:s|ed|ing)?|censur(?:e[sd]?|ing)|chastis(?:e[sd]?|ing)|scold(?:s|ed|ing)?|insult(?:s|ed|ing)?|vilif(?:y|ies|ied|ying))\b",
    re.IGNORECASE,
)
_SUPPORTIVE = re.compile(
    r"\b(?:prais(?:e[sd]?|ing)|thank(?:s|ed|ing)?|hail(?:s|ed|ing)?|laud(?:s|ed|ing)?|commend(?:s|ed|ing)?|applaud(?:s|ed|ing)?"
    r"|defend(?:s|ed|ing)?|endors(?:e[sd]?|ing)|back(?:s|ed|ing)|salut(?:e[sd]?|ing)|acclaim(?:s|ed|ing)?"
    r"|vouch(?:es|ed|ing)? for|compliment(?:s|ed|ing)?|extol(?:s|led|ling)?|congratulat(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_PLEASANTRY = re.compile(r"\bcongratulat", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|n['’]t|without|declin\w+|refus\w+)\b", re.IGNORECASE)
AT_ONCE = 24
"""Code points of the content before the one judged: an article, a title."""


def critical(statement: Statement, mention: Span) -> bool:
    """Whether the cue criticises the one that ``mention`` names."""
    return _carried(_CRITICAL, statement, mention)


def supportive(statement: Statement, mention: Span) -> bool:
    """Whether the cue speaks for the one that ``mention`` names."""
    return _carried(_SUPPORTIVE, statement, mention) and _PLEASANTRY.search(statement.cue_text) is None


def _carried(verbs: "re.Pattern[str]", statement: Statement, mention: Span) -> bool:
    cue = statement.cue_text
    if not statement.cue or verbs.search(cue) is None or _NOT.search(cue):
        return False
    first = next((part for part in statement.content if part.start >= statement.cue[0].start), None)
    return first is not None and first.start <= mention.start <= first.start + AT_ONCE and mention.start < first.end

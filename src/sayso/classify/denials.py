"""Denials: support where the charge is against another, a reply where it is against oneself (codebook, decision 8)."""

import re

from sayso.records.statement import Statement

_DENY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denial|disput(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|refut(?:e|es|ed|ing)|repudiat(?:e|es|ed|ing)"
    r"|contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"(?:the|a|an|any|all|these|those|his|her|their|such|as \w+)?\s*\b(?:charges?|accus\w+|alleg\w+|claims?|reports?"
    r"|rumou?rs?|suggestions?|insinuations?|slurs?|smears?"
    r"|any (?:wrongdoing|involvement|link|role)"
    r"|that|having|being|guilt|wrongdoing)\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denial)\b", re.IGNORECASE)


def denies(statement: Statement) -> bool:
    """Whether the cue denies a charge, by its verb, or by a verb of rejecting whose content is a charge."""
    cue = statement.cue_text
    if _ALWAYS.search(cue):
        return True
    return _DENY.search(cue) is not None and _CHARGE.match(statement.content_text.lstrip("“\"'’ ")) is not None

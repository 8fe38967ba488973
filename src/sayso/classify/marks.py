"""Marks that do not quote: scare quotes, titles, nicknames, names of groups, ships and laws (codebook, decision 6)."""

import re

from sayso.records.span import Span
from sayso.records.statement import Statement

_MARKED = re.compile(r"“([^“”\n]{1,60})”|\"([^\"\n]{1,60})\"|«([^«»\n]{1,60})»|(?<!\w)[‘']([^‘’'\n]{1,60})[’'](?!\w)")
_WORKS = (
    r"(?:book|novel|film|movie|song|album|play|poem|painting|picture|opera|musical|series|show|programme|program|podcast|column|article|"
    r"essay|pamphlet|memoir|magazine|newspaper|paper|ship|yacht|boat|ferry|trawler|tanker|frigate|car|horse|dog|café|cafe|bar|pub|inn|restaurant|"
    r"hotel|cocktail|drink|brand|game|statue|exhibition|act|bill|law|treaty|plan|operation|codename|title|headline|chapter|speech|"
    r"campaign|project|prize|medal|order|award|role|part)"
)
_NAMED = re.compile(
    rf"(?:\b{_WORKS}|\b(?:wr(?:ote|ites?|itten)|edit(?:s|ed)|reads?|star(?:s|red)\sin|appear(?:s|ed)\sin|direct(?:s|ed)|publish(?:es|ed)|sang|sings|"
    r"sail(?:s|ed)(?:\s(?:on|in|aboard))?|aboard|present(?:s|ed)|order(?:s|ed)|plays?|played|painted(?:\sin)?|in|from|entitled|titled|"
    r"signed|calls?\s\w+\s\w+|named|christened|launched)(?:\s(?:the|a|an|his|her|its|their))?)\s(?:called\s|named\s|entitled\s)?$",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"\b(?:alias|aka|nicknamed|dubbed|known\s(?:\w+\s){0,3}?as|codenamed|code-named|so-called|self-styled|self-proclaimed|self-described|"
    r"named|entitled|titled|under\sthe\sname\s(?:of\s)?|goes\sby|supposed|alleged)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER_NAMED = re.compile(rf"\s(?:\w+\s)?{_WORKS}\b", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|of)|['’]s|s['’])\s$", re.IGNORECASE
)
_NOUN_AFTER = re.compile(
    r"\s(?!(?:and|or|but|of|in|on|at|for|to|by|with|who|which|that|as|is|are|was|were|had|has|have|would|will|when|while)\b)\w"
)
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w.’'-]*\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")
_DISTANCED = re.compile(
    r"(?:so-called|moderates?|free|freedom|independen\w+|peaceful|peace|democratic|democracy|fair|voluntary|volunteers?|temporary|experts?|"
    r"reform\w*|miracle|esteemed|hono\w*rable|friend\w*|help|aid|protect\w+|liberat\w+|saviours?|patriot\w*|scien\w+|research\w*|humanitarian|"
    r"green|clean|safe|secure|special|neutral|objective|balanced|natural|normal\w*|consult\w+|investigat\w+|inquiry|elect\w+|referend\w+|"
    r"progressive|liberal|modern\w*|traditional|populist|elite|people)$",
    re.IGNORECASE,
)
"""Words that are claimed for a thing; a paper that marks them doubts the claim, while words of blame or praise are rather quoted."""
_SMALL = frozenset(["a", "an", "the", "of", "in", "on", "and", "for", "to", "at", "or", "by"])


def quotes_nobody(text: str, statement: Statement, evidence: Span) -> bool:
    """Whether ``evidence`` stands between marks, inside an indirect content, that name something or hold a word at a distance."""
    if statement.form == "direct":
        return False
    part = next((each for each in statement.content if each.overlaps(evidence)), None)
    if part is None:
        return False
    low, high = max(0, part.start - 1), min(len(text), part.end + 1)
    middle = (evidence.start + evidence.end) // 2
    found = next((each for each in _MARKED.finditer(text, low, high) if each.start() <= middle < each.end()), None)
    if found is None or evidence.end - evidence.start > found.end() - found.start():
        return False
    if found.start() <= part.start and found.end() >= part.end - 1:
        return False
    words = next(group for group in found.groups() if group)
    before, after = (
        text[max(part.start, found.start() - 60) : found.start()],
        text[found.end() : min(part.end, found.end() + 40)],
    )
    if _ALIAS.search(before) or (_CAPITAL_BEFORE.search(before) and _CAPITAL_AFTER.match(after)):
        return True
    if _is_title(words):
        return (
            _NAMED.search(before) is not None
            or _AFTER_NAMED.match(after) is not None
            or _is_group(words, before, after)
        )
    return _is_scare(words, before, after)


def _is_title(words: str) -> bool:
    """Whether the words are written as a name: all but the small ones with capitals."""
    return all(each[:1].isupper() or each in _SMALL for each in words.split()) and words[:1].isupper()


def _is_group(words: str, before: str, after: str) -> bool:
    return (
        _DETERMINER.search(before) is not None and (len(words.split()) > 1 or words.endswith("s"))
    ) or _NOUN_AFTER.match(after) is not None


def _is_scare(words: str, before: str, after: str) -> bool:
    """Whether one or two words that claim something stand before a noun: "the “free” ferry", "its “experts”"."""
    if len(words.split()) > 2 or _DISTANCED.match(words.split()[-1]) is None or not _DETERMINER.search(before):
        return False
    return _NOUN_AFTER.match(after) is not None or words.endswith("s")

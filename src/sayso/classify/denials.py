"""Denials: support where the charge is against another, a reply where it is against oneself (codebook, decision 8).

The charge itself goes to nobody: whoever is named as having made it is neither judged nor counted.
"""

import re
from typing import Literal

from sayso.classify.wrongs import is_wrong
from sayso.records.span import Span
from sayso.records.statement import Statement

Outcome = Literal["cleared", "charged", "accuser", "untouched"]
"""What a denial does to one it names: clears of a charge, takes away a praise, is the answer to an accuser, or neither."""

_DENY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denial|disput(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|refut(?:e|es|ed|ing)|repudiat(?:e|es|ed|ing)"
    r"|contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|rubbish(?:es|ed|ing)?|debunk(?:s|ed|ing)?"
    r"|discount(?:s|ed|ing)?|disavow(?:s|ed|ing)?|disbeliev(?:es|ed|ing)|scoff(?:s|ed|ing)?(?: at)?|quash(?:es|ed|ing)?"
    r"|counter(?:s|ed|ing)?|challeng(?:es|ed|ing)"
    r"|(?:brush|wav|laugh|shrugg|swatt|shoo|sho)\w* (?:off|aside|away|down)"
    r"|pour\w* cold water on|(?:call|brand|describ|label)\w*\b.*\b(?:baseless|groundless|unfounded|untrue|false|fabricat\w+|nonsense"
    r"|invent\w+|lies?|absurd|ridiculous|preposterous|malicious|rubbish))\b",
    re.IGNORECASE,
)
_CHARGE_NOUN = (
    r"(?:charges?|accusations?|allegations?|claims?|reports|rumou?rs?|suggestions?|insinuations?|slurs?|smears?|slanders?|libels?"
    r"|stor(?:y|ies)|tales?|myths?|lies?|talk|gossip|speculation|criticisms?|attacks? on|complaints?|verdict|charge sheet)"
)
_CHARGE = re.compile(
    rf"(?:the|a|an|any|all|these|those|his|her|their|such|as \w+)?\s*(?:\w+\s){{0,2}}?\b(?:{_CHARGE_NOUN}|accus\w+|alleg\w+"
    r"|any (?:wrongdoing|involvement|link|role)"
    r"|that|having|being|guilt|wrongdoing)\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denial)\b", re.IGNORECASE)
_UNDENIED = re.compile(
    r"\b(?:not|never|n['’]t|cannot|hardly|without|longer|declin\w+ to|refus\w+ to|neither [\w ]+ nor"
    r"|stop\w* short of|confirm\w* (?:or|nor))\s"
    r"(?:\w+ly\s|even\s|ever\s)?"
    r"(?:den|disput|reject|dismiss|rebut|refut|contradict)\w*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:neither|nobody|no one|none)\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"(?:ever\s)?(?:having|being|knowing|\w+ing)\s", re.IGNORECASE)
"""A charge whose subject is the one who denies it: whom it names besides is not cleared."""
_NOT = re.compile(r"\b(?:not|never|cannot|reject\w*|refus\w*)\b|n['’]t\b", re.IGNORECASE)
_REFUSES_A_THING = re.compile(
    r"(?:(?:the|a|an|any|his|her|its|their)\s)?(?:request|application|appeal|motion|petition|bid|plea|offer)s?\b|(?:access|entry|entrance|bail|permission|visas?|asylum|aid|credit|leave)\b|"
    r"(?:(?!had\b|has\b|have\b|was\b|were\b|is\b|are\b|ever\b|did\b|would\b|could\b|that\b|having\b|being\b|any\b|knowing\b|\w+ed\b|\w+ing\b)"
    r"[\w.’'-]+\s){1,5}(?:an?|any|the right|access|entry|bail|permission|asylum|leave|aid|credit|medical|visas?|entrance)\b",
    re.IGNORECASE,
)
"""What is denied to somebody: a visa, access."""
_FALSE = (
    r"(?:untrue|false|baseless|groundless|unfounded|unproven|fabricat\w+|invent(?:ed|ions?)|nonsense|rubbish|fiction|a lie|lies|a smear|"
    r"slander|libel|a slander|a witch-hunt|a hoax|not true|never true|without (?:foundation|basis|merit)|malicious|a myth|"
    r"absurd|ridiculous|preposterous)"
)
_CONTENT_DENIES = re.compile(
    rf"\b(?:it|that)(?:\s(?:is|was|were)|['’]s)\s(?:\w+ly\s|quite\s|simply\s)?(?:{_FALSE}|wrong)\s(?:to\s(?:say|claim|suggest)\s)?that\b"
    r"|\bthere(?:\s(?:is|was)|['’]s)\s(?:no|not\s\w+\s\w+\sof|nothing)\s(?:\w+\s)?(?:truth|substance|basis|foundation|evidence|proof|in)\b"
    rf"|\b{_CHARGE_NOUN}\b[^.;]*?\b(?:is|are|was|were|as|be|been)?\s?{_FALSE}"
    r"|\bnothing\swrong\b|\b(?:is|was|are|were|be|been|remains?)\s(?:\w+ly\s)?(?:innocent|blameless|not\sguilty|not\sto\sblame|above\ssuspicion)\b"
    r"|\bno\swrongdoing\b",
    re.IGNORECASE,
)
_NEGATED_VERB = re.compile(
    r"\b(?:never|not|n['’]t)\s(?:once\s|ever\s|been\s|\w+ly\s|a\s|an\s|the\s|any\s)*(?P<wrong>[\w-]+(?:\s[\w-]+)?)",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"\b(?:apologi|answer|account|explain|admit|regret|condemn|punish|investigat|stop|prevent|end)", re.IGNORECASE
)
"""What it is a fault not to do about a wrong: "never apologised for the fraud"."""
_NEUTRAL = re.compile(
    r"\b(?:leav\w+|resign\w*|step\w*\sdown|quit\w*|retir\w+|ill\b|sick|unwell|talks|merg\w+|marr\w+|divorc\w+|candidate|candidacy|"
    r"running\sfor|pregnan\w+|for\ssale|dead\b|dying|moving|transfer\w*|negotiat\w+|replac\w+)",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:honest|fair|kind|competent|capable|neutral|unbiased|in\stime|helpful|brave|just|wise|loyal|innocent|generous|sincere|truthful|democratic|"
    r"independent|qualified|impartial|success\w*|helped|saved|improved|hono?urable|a\sfriend|a\shero|trustworthy|reliable|legitimate)\b",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    rf"\b{_CHARGE_NOUN}\s(?:\w+\s)?(?:by|from|made\sby|brought\sby|levelled\sby)\s(?:the\s|Mr\.?\s|Mrs\.?\s|Ms\.?\s|Dr\.?\s)?$",
    re.IGNORECASE,
)
_MADE = re.compile(rf"['’]s?\s(?:\w+\s){{0,2}}?{_CHARGE_NOUN}\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?;][”\"’]*\s|\n")
_SUBJECT = 90
"""Code points from the one who is cleared to what is said not to have been done."""


def denies(statement: Statement) -> bool:
    """Whether the cue denies a charge, by its verb, or by a verb of rejecting whose content is a charge."""
    cue, content = statement.cue_text, statement.content_text.lstrip("“\"'’ ")
    if _UNDENIED.search(cue) or _NOBODY.match(statement.source_text):
        return False
    if _ALWAYS.search(cue):
        return "denial" in cue.casefold() or _REFUSES_A_THING.match(content) is None
    return _DENY.search(cue) is not None and _CHARGE.match(content) is not None


def outcome(text: str, statement: Statement, mention: Span) -> Outcome | None:
    """What the denial in ``statement`` does to the one that ``mention`` names; None where nothing is denied."""
    if denies(statement):
        if is_accuser(text, mention):
            return "accuser"
        return _of_what_is_denied(statement.content_text)
    if _NOT.search(statement.cue_text) is None and _denied_inside(statement, mention):
        return "cleared"
    return None


def is_accuser(text: str, mention: Span) -> bool:
    """Whether the words around ``mention`` name it as the one who made a charge: "Okun's claim", "charges by Okun"."""
    if _MADE_BY.search(text, max(0, mention.start - 60), mention.start):
        return True
    return (
        _MADE.match(text, mention.end) is not None
        or re.search(rf"{_MADE.pattern}$", mention.text, re.IGNORECASE) is not None
    )


def _of_what_is_denied(content: str) -> Outcome:
    if _OF_ONESELF.match(content):
        return "untouched"
    if is_wrong(content):
        return "cleared"
    if _PRAISE.search(content):
        return "charged"
    return "untouched" if _NEUTRAL.search(content) else "cleared"


def _denied_inside(statement: Statement, mention: Span) -> bool:
    """Whether the content says that a charge against the one mentioned is untrue, or that he did no such wrong."""
    for part in statement.content:
        if not part.overlaps(mention):
            continue
        low, high = _sentence(part.text, mention.start - part.start, mention.end - part.start)
        said, after = part.text[low:high], part.text[max(0, mention.end - part.start) : high]
        if _CONTENT_DENIES.search(said):
            return not _asserted(said)
        negated = _NEGATED_VERB.search(after[:_SUBJECT])
        if negated and _HANGING.match(negated["wrong"]) is None and is_wrong(f"{negated['wrong']} "):
            return not re.search(r"\bbut\b", after)
    return False


def _sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of ``words`` around ``[start, end)``; what the next one denies is another matter."""
    low = max((found.end() for found in _STOP.finditer(words, 0, max(0, start))), default=0)
    found = _STOP.search(words, max(0, end))
    return low, found.start() if found else len(words)


def _asserted(content: str) -> bool:
    """Whether the denial is itself taken back: "it was wrong to say there was no evidence"."""
    return (
        re.search(r"\b(?:no\s(?:doubt|question|denying)|not\s(?:innocent|blameless)|but)\b", content, re.IGNORECASE)
        is not None
    )

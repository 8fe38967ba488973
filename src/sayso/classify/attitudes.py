"""Cues of thinking and feeling: what the writer reads in a mind, not what somebody expressed (codebook, decision 2)."""

import re
from dataclasses import dataclass

from sayso.records.statement import Statement

_VERBS = (
    r"think(?:s|ing)?|thought|believ(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|fear(?:s|ed|ing)?|feel(?:s|ing)?|felt|"
    r"want(?:s|ed)?|wish(?:es|ed)?|wondered|expect(?:s|ed)?|"
    r"suspect(?:s|ed)?|(?<!no\s)(?<!all\s)(?<!any\s)doubt(?:s|ed)?|resent(?:s|ed)?|admir(?:e|es|ed)|despis(?:e|es|ed)|trust(?:s|ed)?|"
    r"distrust(?:s|ed)?|mistrust(?:s|ed)?|loath(?:e|es|ed)|"
    r"lov(?:e|es|ed)|hat(?:e|es|ed)|consider(?:s|ed)?|regard(?:s|ed)?|assum(?:e|es|ed)|prefer(?:s|red)?|know(?:s)?|"
    r"knew|lik(?:e|es|ed)|dislik(?:e|es|ed)|"
    r"respect(?:s|ed)?|realiz(?:e|es|ed)|realis(?:e|es|ed)|env(?:y|ies|ied)|dread(?:s|ed)?|detest(?:s|ed)?|"
    r"cherish(?:es|ed)?|accepts|mean(?:s|t)?|"
    r"see|sees|deem(?:s|ed)?|favou?r(?:s|ed)?|worr(?:y|ies|ied)|imagin(?:e|es|ed)|understand(?:s)?|abhor(?:s|red)?|"
    r"treasure(?:s|d)?|miss(?:es|ed)?|sympathi[sz](?:e|es|ed)|"
    r"need(?:s)?|long(?:s|ed)\sfor|disbeliev(?:e|es|ed)|misjudg(?:e|es|ed)|look(?:s|ed)?\s(?:up\sto|"
    r"down\son)|blames\sprivately|supported|"
    r"pray(?:s|ed)?|ador(?:e|es|ed)|esteem(?:s|ed)?|counting\son|warmed\sto|judges|rue(?:s|d)?|"
    r"(?:infuriat|enrag|irritat|annoy|offend|disgust|appal|shock|delight|alarm|dismay|frustrat|embarrass|humiliat|puzzl|impress|"
    r"anger|scandali[sz]|bewilder|hearten|fascinat|unsettl|perplex|exasperat|incens|outrag|gratif|relish|begrudg|pit|crav|covet|yearn|"
    r"seeth|brood|mourn|despair|disdain)(?:s|es|ed|d|led|ied|ies)|identif(?:y|ies|ied)\swith|sides\swith"
)
_ADJECTIVES = (
    r"furious|angry|bitter|indignant|grateful|thankful|convinced|suspicious|impressed|unimpressed|wounded|hurt|"
    r"wary|confident|hopeful|certain|sure|worried|sceptical|skeptical|"
    r"proud|disappointed|upset|glad|happy|unhappy|pleased|delighted|relieved|dismayed|alarmed|afraid|fearful|tired|"
    r"weary|ashamed|embarrassed|jealous|envious|"
    r"resentful|enraged|incensed|outraged|livid|fond|optimistic|pessimistic|nervous|anxious|concerned|uneasy|"
    r"offended|insulted|shocked|appalled|disgusted|"
    r"satisfied|dissatisfied|content|aware|doubtful|frustrated|irritated|annoyed|exasperated|mistrustful|"
    r"distrustful|let\sdown|betrayed|contemptuous|torn|"
    r"sick|disillusioned|baffled|surprised|amazed|loyal|devoted|fascinated|enamou?red|awed|in\sawe|scornful|"
    r"dismissive|sympathetic|indifferent|unmoved|heartened|stung|at\sodds|sore|bewildered|perplexed|puzzled|haunted|smitten|besotted|persuaded|"
    r"humiliated|fed\sup|infuriated|perturbed|troubled|disconcerted|unconvinced|unpersuaded|resigned|nostalgic|homesick"
)
_PHRASES = re.compile(
    r"\b(?:never\sforgiv\w+|not\sforgiv\w+|(?:hold|holds|held)\s(?:\S+\s)?(?:responsible|dear|in\s\w+)|"
    r"(?:in|to|for)\s(?:their|his|her|its|my|our|\S+['’]s?)\s(?:own\s)?(?:minds?|hearts?|eyes|view|dreams)|^(?:eyes|hearts?|minds?)$|"
    r"ma(?:d|k)e\w*\sup\s\w+\sminds?|(?:took|take\w*)\s(?:umbrage|heart|fright|it\s(?:badly|ill|hard|for\sgranted))|"
    r"(?:dawned|occurred)\s(?:on|to)|^(?:it\s)?(?:strikes|struck|seem(?:s|ed)|appear(?:s|ed))(?:\sas|\sto)?$|reckons?\sprivately|under\sthe\s(?:impression|illusion)|of\sthe\sopinion|"
    r"(?:could|can|would)(?:\snot|n['’]t|not)\s(?:stand|abide|bear|stomach|forgive|understand|believe|forget|endure|see\swhy|get\sover)|"
    r"(?:pinned|set)\s(?:his|her|their|its)\s(?:hopes?|heart)\son|has\sno\s(?:illusions|love)|had\sno\s(?:illusions|love)|"
    r"thinks?\sthe\sworld\sof|takes?\s(?:\w+\s)?for\sgranted|"
    r"(?:to|at)\sthe\sconclusion|^conclusion$|belief|hopes?\b$|fears?\b$|suspicions?|impression\b|not\sgive|"
    r"n['’]t\sgive|any\scredence|hide|(?:conceal|hid)\w*|"
    r"(?:bear|bears|bore|harbou?r\w*|nurs\w+)\s(?:\w+\s){0,2}(?:hatred|envy|love|grudge|resentment|doubts?|anger|hopes?|ill\swill|"
    r"suspicions?)|"
    r"(?:has|have|had)\s(?:\w+\s){0,2}(?:doubts|confidence|respect|misgivings|reservations|sympathy|qualms|"
    r"contempt|patience|time)|lost\s(?:faith|confidence|patience|trust)|to\sregard|"
    r"takes?\s(?:\w+\s)?(?:pride|comfort|offence)|long\s(?:thought|believed|suspected|felt)|of\sthe\sview|"
    r"conviction|hunch|faith\sin|(?:took|taken|take|takes)\s(?:an?\s)?(?:\w+\s)?(?:dislike|liking|shine|offence|offense)|it\sagainst|"
    r"forgave|thought\s(?:highly|little|well|ill|nothing))"
)
_STATE = re.compile(
    rf"\b(?:is|are|was|were|been|be|am|remain\w*|feel\w*|felt|grew|grow\w*|becom\w+|became|seem\w*|appear\w*|emerged|(?:came|went|walked|got)\s(?:away|out|back|home)|look(?:s|ed)|left|['’]s|"
    rf"['’]re|left)\s(?:\w+\s){{0,3}}?(?:{_ADJECTIVES})\b"
)
_BARE = re.compile(rf"(?i:\w+ly\s)?(?:{_ADJECTIVES})\b(?:\s(?:at|of|about|with|by|to|over|that|for))?$")
_HEAD = re.compile(rf"\b(?:{_VERBS})\b")
_COPULA = re.compile(r"\b(?:is|are|was|were|remains?|remained|been)\s(?:\w+\s){0,2}$")
_EXPRESS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|told|tell\w*|wr(?:ite|ites|ote|itten)|express\w*|voic\w+|declar\w+|announc\w+|"
    r"explain\w*|add(?:ed|s|ing)|ask(?:ed|s|ing)?|call(?:ed|s|ing)?|stat\w+|"
    r"according|question\w*|complain\w*|tweet\w*|post(?:ed|s)|spoke|argu\w+|warn\w*|claim\w*|admit\w*|thank\w*|"
    r"prais\w+|replied|answered|remark\w*|not(?:ed|es|ing)\b|profess\w*|confess\w*|avow\w*|pronounc\w+|"
    r"signal\w*|confid(?:es|ed)|acknowledg\w+|insist\w*|maintain\w*|assert\w*|ma(?:d|k)es?\s(?:it\s)?(?:clear|known|plain)|"
    r"be\sknown|on\s(?:the\s)?record|vent(?:s|ed)|reveal\w*|testif\w+|wants?\sto\sknow|w(?:anted|ished)\sto\sknow|would\slike\s(?:to|it)\sknow|let\b.*\bknow|rais\w+|removed)"
)
_SAID_TO_BE = re.compile(
    r"\b(?:is|are|was|were)\s(?:widely\s|also\s)?(?:said|understood|believed|thought|known|reported|rumou?red)\b"
)
_TO_THINK = re.compile(
    r"\bto\s(?:be|have|regard|consider|think|believe|resent|hate|love|favou?r|want|see|esteem|fear|hope|feel|"
    r"oppose|blame|despise|loathe|detest|admire|distrust|mistrust|dislike|envy|like|respect|pity|suspect|doubt|prefer|dread|"
    r"sympathi[sz]e|approve|disapprove|esteem|adore|abhor)\b"
)
_ALOUD = re.compile(r"\b(?:aloud|out\sloud|publicly|openly|in\spublic|on\srecord)\b")
_INWARD = re.compile(
    r"\b(?:inwardly|in\s(?:his|her|its|their)\s(?:hearts?|dreams|heart\sof\shearts)|deep\sdown|at\sheart|in\ssecret|silently)\b",
    re.IGNORECASE,
)
"""Where something goes on that nobody hears; "secretly" and "privately" leave open that it was said."""
_WANTS = re.compile(r"(?:\w+ly\s|now\s|still\s|also\s)?want(?:s|ed)?$")
_DEMANDED = re.compile(
    r"(?!to\s)(?:[^\s,]+,?\s){1,12}?(?:to\s(?:\w+ly\s)?[a-z]+|back\b|(?:dismissed|removed|punished|sacked|jailed|arrested|"
    r"tried|released|freed|scrapped|out|gone|banned|closed|reopened|investigated|fired|extradited|expelled)\b)"
)
"""What is wanted of somebody else is a demand, which was made; "wants to" tells a wish."""
_FORMAL = re.compile(r"\b(?:consider(?:s|ed)|regard(?:s|ed)|respect(?:s|ed))\s(?:the\s)?(?:motion|bill|case|appeal)\b")
_QUOTES = "“\"‘«'„`"
_EXPECTED = re.compile(
    r"\b(?:is|are|was|were|been|be)\s(?:\w+ly\s)?(?:expected|thought|believed|known|wanted|considered|regarded|"
    r"assumed|feared|hoped|deemed)\b|means?\sto\b|want\w*\sto\b|hop\w+\sto\b|expect\w*\sto\b|need\w*\sto\b|"
    r"liked?\sto\b"
)
_REPORTED_TO_SPEAK = re.compile(
    r"\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:said|understood|believed|thought|known|reported|rumou?red)\sto\s"
    r"(?:have\s)?(?:told|tell|said|say|written|write|complained|complain|called|call|warned|warn|be\sabout\sto)\b"
)
"""Hearsay of an act of speaking."""
_SPOKEN_TOO = frozenset(["favours", "favors", "supported", "doubted"])


@dataclass(frozen=True, slots=True)
class Attitude:
    """``certain`` where no negation or modal could make it anything else."""

    certain: bool


def is_attitude(statement: Statement, cue: str, chain: str, around: str = "") -> Attitude | None:
    """Whether ``cue`` tells a thought or a feeling of the source; None where it tells an act of speaking.

    ``around`` is the rest of the cue's clause. What somebody thinks in the first person, or in words of their own, is an expression.
    """
    if _REPORTED_TO_SPEAK.search(cue):
        return None
    if _SAID_TO_BE.search(cue) and _STATE.search(cue):
        return Attitude(True)
    if _SAID_TO_BE.search(cue) and _TO_THINK.search(cue):
        return Attitude(True)
    if _EXPRESS.search(cue) or _ALOUD.search(cue):
        return None
    first = statement.source[0].text.casefold() if statement.source else ""
    if first in ("i", "we") or statement.form == "direct" or _in_own_words(statement):
        return None
    if _INWARD.search(f"{cue} {around}"):
        return Attitude(True)
    if _PHRASES.search(cue):
        return Attitude(True)
    if _STATE.search(f"{chain}{cue}") or (_BARE.search(cue) and (cue[0].isupper() or _COPULA.search(chain))):
        return Attitude(True)
    head = _HEAD.search(cue)
    if _WANTS.search(cue) and _DEMANDED.match(statement.content[0].text):
        return None
    if head is None or _FORMAL.search(cue) or _EXPECTED.search(f"{chain}{cue}"):
        return None
    return Attitude(head.group() not in _SPOKEN_TOO)


def _in_own_words(statement: Statement) -> bool:
    return any(part.text[:1] in _QUOTES and len(part.text) > 1 for part in statement.content)

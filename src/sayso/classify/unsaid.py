"""Speech that has not happened: expected, or imagined (codebook, decision 3).

``words`` are a cue with the auxiliaries before it, ``before`` and ``after`` its clause around it with ``clauses.HIDDEN`` for source and
content, ``lead`` the text before that clause.
"""

import re

_MODAL = re.compile(
    r"\b(?:would|could|might|may|should|can|ought\sto|need\w*\sto)\b|(?<=[\0\w])['’]d\s(?:have|like|say)\b"
)
_WOULD_DID = re.compile(
    r"\bwould\s(?:only|later|soon|go\son|eventually|then|subsequently|repeatedly|often|always|frequently|sometimes|"
    r"come\sto|in\stime|afterwards|thereafter|again\sand\sagain)\b|"
    r"\bwould\snot\s(?:accept|hear)\b|\b(?:could|can)\s(?:only|not|(?:be|have\sbeen)\s(?:over)?heard|be\sseen|barely|hardly)\b"
)
_AFTERWARDS = re.compile(
    r"\b(?:later|afterwards|thereafter|from\sthen\son|for\s(?:years|decades)|in\s(?:later|old)\s\w+|(?:every|each)\s\w+|"
    r"[Ii]n\s(?:1\d|20)\d\d|that\s(?:night|year|evening|day|week))\b"
)
"""Times that place "would describe" in the past, as what came later or used to be."""
_PERFORMED = re.compile(
    r"\b(?:must|have\sto|can|should|would|might|may)\s(?:\w+\s)?(?:say|add|admit|confess|note|thank|ask|point\sout|"
    r"congratulate)\b"
)
_LIKE_TO_KNOW = re.compile(r"\bwould\slike\s(?:to\sknow|it\sknown)\b")
_UNREAL = re.compile(r"\bwould(?:n['’]t|\s(?:never|not))?\shave\b|\bcould\s(?:well\s)?have\b")
_IF = re.compile(
    r"(?:^|[\s\0“\"‘(])(?:[Ii]f|[Ww]hat\sif|[Uu]nless|[Ss]uppose|[Ss]upposing|[Ii]magine|[Pp]icture|[Aa]ssuming|[Ll]est|"
    r"[Aa]s\sthough|[Ww]ere\s\S+\sto|[Ii]n\sthe\sevent|[Ii]n\scase|[Pp]rovided)\b|"
    r"(?:^|[\s\0“])(?:Say\s\0+\swere\sto|(?:[Ww]hether|[Uu]ntil)\s(?:or\snot\s)?(?:the\s)?\0+\s?(?:\w+\s)?$)"
)
_HAD = re.compile(r"(?:^|[\s“\"])[Hh]ad\s\0+\s?(?:(?:ever|only|not|really|actually|once)\s)*$")
_PRETEND = re.compile(
    r"\b(?:pretend|suppos(?:e|ing)|imagine|assum(?:e|ing)|provided|picture|rumou?rs?|hoax|legend|myth|fantasy|possibility|"
    r"prospect|chance|risk|danger|(?:un)?thinkable|conceivable|possible|doubtful|unlikely|invention|gossip)\s(?:\w+\s)?that\s?$"
)
_EXPECTED_THAT = re.compile(
    r"\b(?:expect(?:s|ed|ation)|likely|hope[sd]?|fear(?:s|ed)|anticipat\w+|predict\w*|certain|probable)\sthat\s?$"
)
_FICTION = re.compile(
    r"\b(?:[Ii]n\s(?:the|a|an|his|her|its|their|[A-Z]\w+(?:\s[A-Z]\w+)*['’]s)\s(?:\w+\s)?(?:play|novel|film|movie|"
    r"opera|musical|satire|sketch|fable|"
    r"(?:film|play|novel|opera|series)['’]s\s(?:\w+\s)?(?:scene|chapter|act))|in\sthe\s(?:first|second|third|final|"
    r"last)\sact|(?:sketch|deepfake|cartoon|parody|caricature|joke|dream|rumou?r)\s(?:shows|showed|has|had|that)|"
    r"(?:forged|faked?|doctored|spoof|fictional|fictitious|imaginary|imagined|invented|made-up|bogus|apocryphal)\s"
    r"(?:\w+\s){0,2}?(?:posts?|letters?|speech|interview|video|recording|quotes?|quotation|memo|tweet|statement|press\srelease|"
    r"article|e-?mail|dialogue|conversation|character|report)|"
    r"(?:film|play|novel|opera|musical|series|cartoon|sketch|story|song|painting|comedy)\b[^.;]*\b(?:has|have|had|shows?|lets|"
    r"makes|depicts|portrays|imagines)\s(?:the\s|a\s)?\0+\s?$|"
    r"thought\sexperiment|alternative\suniverse|[Ll]et\sus\spretend|Hollywood['’]s|[Pp]erhaps,)\b"
)
_NEARLY = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)\s(?:\w+\s)?close\sto|tempted\sto|(?:nearly|almost)\s(?:called|accused|said|told|described|blamed|"
    r"branded|labelled|admitted|confessed)|toy\w*\swith|(?:consider|contemplat|mull|weigh|ponder|debat)\w*\s(?:whether\b|\w+ing\b)|"
    r"think\w*\s(?:of|about)\s\w+ing)"
)
_ASKED_TO = re.compile(
    r"\b(?:want|urg|press|ask|beg|need|requir|order|advis|encourag|implor|lobb|dar|challeng|call(?:s|ed|ing)?\s(?:up)?on|"
    r"would\slike|wait|time)(?:\w*)\s(?:for\s)?(?:the\s)?\0+\s(?:to\s(?:\w+ly\s)?)?$"
)
_IT_WOULD_TAKE = re.compile(
    r"\b(?:would|should|must|will|is|time|can|remains)\b.*\bfor\s(?:the\s)?\0+\s(?:to\s(?:\w+ly\s)?)?$"
)
_EXPECTED_TO = re.compile(
    r"\b(?:expect|predict|await|anticipat|schedul)(?:\w*)\s(?:for\s)?(?:the\s)?\0+\s(?:to\s(?:\w+ly\s)?)?$"
)
_TELL = (
    r"(?:say|tell|reveal|disclose|testify|name|publish|announce|speak|explain|accuse|denounce|condemn|criticise|criticize|"
    r"call|apologise|apologize|read|present|declare|expose|report|release|make\spublic|challenge|respond|reply|answer)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t)\b|['’]ll\b|\b(?:is|are|was|were|be|been|'s|’s|['’]re)\s(?:also\s|now\s|"
    r"\w+ly\s)?(?:expected|due|set|slated|scheduled|planning|preparing|"
    r"about|going|likely|poised|ready|hoping|gearing\sup|widely\sexpected|believed|supposed|required|tipped|bound|certain|"
    r"sure|itching|minded|resolved|"
    r"to)\s?(?:to\b)|"
    r"\b(?:is|are)\s(?:keen|eager|anxious)\sto\s(?!stress|point|emphasi|note|add|underline)|"
    r"\b(?:look|seem|appear)(?:s|ed)?\s(?:set|likely|poised|certain|bound|ready|sure)\sto\b|"
    r"\bon\sthe\s(?:point|verge|brink|eve)\sof\s\w+ing\b|"
    r"\b(?:is|are|was|were)\s(?:also\s)?to\s[a-z]+|"
    r"\b(?:plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|hop(?:e|es|ed)|mean(?:s|t)?|want(?:s|ed)?|prepar(?:e|es|ed)|"
    r"expect(?:s|ed)?)\sto\s(?!know\b|thank|stress|point\sout|make\sclear)|"
    rf"\b(?:promis|vow|pledg|threaten|undert|sw[eo]r|agree|offer|volunteer)\w*\sto\s(?:\w+ly\s)?{_TELL}|"
    r"\b(?:plans|intention|intentions|preparations)\s(?:to|of|an?)\s|\b(?:is|are)\sdetermined\b|\btomorrow\b|"
    r"\b(?:expected|planned|scheduled|awaited|upcoming)\s(?:\w+\s)?(?:speech|statement|announcement|address|testimony|letter|ruling)\b"
)
_KEPT = re.compile(
    r"\b(?:kept|keeps|fulfil\w*|hono\w+|made\sgood|redeem\w*)\s(?:on\s)?(?:his|her|its|their|a|the)\s\w+\sto\b"
)
_COMING = re.compile(
    r"\b(?:[Ll]ater\s(?:today|tonight|this\s\w+)|[Nn]ext\s(?:week|weekend|month|year|spring|summer|autumn|winter|\w+day)|"
    r"[Ii]n\sthe\scoming\s\w+|[Ii]n\s\w+\s(?:days|weeks|months)['’]\stime|[Tt]omorrow)\b"
)
_AGREED_TIME = re.compile(
    r"\b(?:on|next|this)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d)|\b(?:tonight|tomorrow|next\s(?:week|month|year)|"
    r"later\sthis\s\w+|at\s(?:noon|midnight))\b"
)
_SAID_HE = re.compile(
    r"\b(?:said|says|announced|confirmed|added|promised|indicated|told\s\S+)\s(?:that\s)?(?:the\s)?\0+\s?$"
)
_PAST = re.compile(
    r"\b(?:\w+ed|said|told|wrote|was|were|had|spoke|gave|made|did|thought|felt|found|went|took|put|swore|laid|left)\b"
)
_ONE_WOULD = re.compile(r"\bwould\b(?!\shave)")


def is_unreal(words: str) -> bool:
    """Whether the cue tells what would have been said; a negation in it makes it no less imagined."""
    return _UNREAL.search(words) is not None


def is_reported_plan(words: str, before: str, after: str, nested: bool) -> bool:
    """Whether "would tell" stands for a future as it was announced: inside somebody's words, or at a time agreed on."""
    if _ONE_WOULD.search(words) is None or _IF.search(before) or _HAD.search(before) or " if " in after:
        return False
    return nested or _SAID_HE.search(before) is not None or _AGREED_TIME.search(after) is not None


def is_hypothetical(words: str, lead: str, before: str, after: str, first_person: bool) -> bool:
    """Whether the cue tells of speech that is imagined, possible, asked for or counterfactual."""
    if _LIKE_TO_KNOW.search(words):
        return False
    performed = first_person and _PERFORMED.search(f"{words} ") is not None
    if _MODAL.search(words) and not performed:
        return "have " in words.replace("have been heard", "") or not _came_to_pass(words, before, after)
    if _FICTION.search(before) or _FICTION.search(after) or _NEARLY.search(words) or _PRETEND.search(lead):
        return True
    infinitive = before.endswith("to ") or words.startswith("to ")
    if infinitive and (_ASKED_TO.search(before) or _IT_WOULD_TAKE.search(before)):
        return True
    inverted = _HAD.search(before) is not None and ("Had" in before or _MODAL.search(before) is not None)
    return (inverted or _IF.search(before) is not None) and not _AHEAD.search(words.replace("were to", ""))


def _came_to_pass(words: str, before: str, after: str) -> bool:
    """Whether a modal tells what did happen: "would later say", "could only say", "in 2011 he would call"."""
    if _WOULD_DID.search(words):
        return True
    placed = _AFTERWARDS.search(before) or _AFTERWARDS.search(after)
    return "would" in words and placed is not None and _IF.search(before) is None and " if " not in after


def is_anticipated(words: str, lead: str, before: str, after: str) -> bool:
    """Whether the cue tells of speech that is expected, announced or planned."""
    if _KEPT.search(words):
        return False
    if _AHEAD.search(f"{words} {after[:20]}") or _EXPECTED_THAT.search(lead):
        return True
    if (before.endswith("to ") or words.startswith("to ")) and _EXPECTED_TO.search(before):
        return True
    return (_COMING.search(before) or _COMING.search(after)) is not None and _PAST.search(words) is None

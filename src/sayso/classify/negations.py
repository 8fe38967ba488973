"""Cues that report what was not said (codebook, decision 4): absence, which is no refusal and no neutral position."""

import re

_NOT = re.compile(r"\b(?:not|never|neither|nor|hardly|cannot)\b|n['’]t\b")
_NOT_SAID = re.compile(
    r"\b(?:yet\sto\b|(?:stop\w*|fell|fall\w*)\sshort\sof|omit\w*|left\sout\b(?!\sin)|leav\w+\sout|avoid\w*|"
    r"fail\w*\sto\s(?:mention|say|name|condemn|explain|address|tell|disclose|warn)|"
    r"said\snothing|says\snothing|sa(?:y|id)\slittle|to\snobody|to\sno\sone|without\s(?:a\s)?(?:reference|mention|"
    r"naming|mentioning|saying|word)|missing\sfrom|"
    r"(?:no|any|without\s(?:a|any)|nor\sany)\s(?:\w+\s){0,2}?(?:mention|word|words|reference|threat|warning|hint|"
    r"praise|apology|assurance|complaint|charge|charges|promise|greeting|"
    r"statement|claim|demand|allegation|call|accusation|objection|criticism|announcement|pledge|explanation|"
    r"condolences?|thanks|suggestion|indication|sign|secret)\b|refrain\w*|forbore|"
    r"(?:no|nothing|nobody|no\sone|nowhere)\b(?!\s(?:doubt|confidence|bones|time|patience|love|longer|better|"
    r"different|worse|less|more|uncertain|faith|trust|sympathy|illusion|kinder|gentler|milder|side|excuses?|but|say|fewer|"
    r"later|sooner|word\sagainst))|kept\sfrom|forgot\sto\s|"
    r"sh(?:y|ies|ied|ying)\saway\sfrom|(?:steer\w*|stay\w*|kept|keep\w*)\s(?:well\s)?clear\sof|(?:held|hold\w*|drew|pull\w+)\s"
    r"back\sfrom|"
    r"resist\w*\s(?:the\s(?:urge|temptation|chance)\s|\w+ing\b)|thought\sbetter\sof|abstain\w*|desist\w*|neglect\w*\sto\s|"
    r"(?:miss\w*|pass\w*\sup)\s(?:\w+\s){1,2}(?:chance|opportunity|occasion)\s|back(?:ed|s)\s(?:away|off)\s|"
    r"bring\s(?:him|her|it|them)sel(?:f|ves)\sto|[Ww]ithout\s(?:\w+ly\s|ever\s|once\s|so\smuch\sas\s)?(?!hesitat)\w+ing\b|(?:[Ii]nstead\sof|[Rr]ather\sthan)\s\w+ing\b|"
    r"(?:falsely|wrongly|mistakenly|erroneously)\s(?:\w+\s)?(?:quoted|reported|said|attributed|credited|claimed)|misquot\w+|"
    r"brok\w+\s(?:his|her|its|their)\s(?:promise|word)\sto)"
)
_NO_NEGATION = re.compile(
    r"\bnot\s(?:only|just|merely|alone)|\bnever\s(?:ceas|stopp|tire|fail|miss)\w*|\b(?:not|n['’]t|never)\s(?:hide|"
    r"hidden|conceal\w*|hold\sback|held\sback|mince\w*|shy|hesitat\w*|"
    r"dispute\w*|disput\w*|deny|denied|rule\sout|ruled\sout|spare\w*|wait\w*)|not\sfor\sthe\sfirst|"
    r"\b(?:not|never|n['’]t)\s(?:\w+ly\s)?(?:omit|neglect|forget|forgot|shrink|refrain|resist|stop|avoid|flinch|baulk|balk|lack)\w*|\bnever\sbefore\b|\bnot\suntil\b|\bnot\sfor\snothing|"
    r"\b(?:cannot|can\snot|can['’]t|could\snot|couldn['’]t)\s(?:help|resist|stop|refrain|but|avoid|contain|hold|restrain|say\senough)\b|"
    r"\b(?:lost|wast\w+)\sno\s(?:time|opportunity|chance)|(?:minc\w+|spar\w+)\sno\s|pull\w+\sno\spunches|\bno\suncertain|"
    r"\b(?:left|leaves)\s(?:\w+\s)?no\s(?:doubt|room)|\bno\ssooner|\bnothing\sbut|\bnothing\sand\ssaid|\bnever\stires?\b|"
    r"\b(?:not|n['’]t)\s(?:accept|agree|share|fault|hear\sa|praise)\b|"
    r"\bno\ssecret\sof|made\sno\sbones|\bnot\sguilty|\bnot\sa\sword\sof\struth|\bno\struth"
)
_NOBODY = re.compile(
    r"(?!(?:[Nn]one\sother|[Nn]o\s(?:less|fewer)|No\.?\s\d|[Nn]ot\s(?:only|just)))(?:(?:[Nn]obody|[Nn]o\sone|[Nn]one|[Nn]either|[Nn]ot\s(?:one|a\ssingle|even|any)|[Nn]o|(?:[Hh]ardly|[Ss]carcely|[Bb]arely)\sany\w*)\b)"
)
_INVERTED = re.compile(
    r"(?:^|[\s\0])(?:Nowhere|At\sno\s(?:point|time|stage)|Not\sonce|Never|Neither|Nor|On\sno\soccasion|"
    r"Under\sno\scircumstances|In\sno\sway|It\sis\snot\strue|It\sis\suntrue)\b"
)
_NONE_OF = re.compile(
    r"\b(?:[Nn]one|[Nn]ot\s(?:one|a\ssingle\s\w+|any)|[Nn]either|[Nn]obody|[Nn]o\sone|(?:[Hh]ardly|[Ss]carcely|[Bb]arely)\sany\w*)"
    r"\s(?:of|among|in|at|from|on)\s(?:the\s|his\s|her\s|its\s|their\s|these\s|those\s)?\0+\s?(?:\w+\s)*$"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying))\s(?:ever\s|that\s(?:he|she|it|they)\s(?:had\s)?(?:ever\s)?)?(?:having\s)?(?:ever\s)?$"
)
_UNTRUE = re.compile(
    r"\b(?:not\s(?:true|so|the\scase|correct)|untrue|false|incorrect|a\s(?:lie|myth|fabrication|falsehood)|[Nn]ot|nowhere\s\w+)\sthat\s?$"
)
_DOUBLED = re.compile(r"(?:^|[\s\0])Never\sbefore\b")


def is_negated(source: str, lead: str, before: str, chain: str, cue: str) -> bool:
    """Whether a cue reports that something was not said.

    ``before`` is its clause up to the cue, with ``clauses.HIDDEN`` for source and content, ``lead`` what stands before the clause,
    ``chain`` the end of ``before``, where auxiliaries stand.
    """
    words = f"{chain}{cue}"
    if _NO_NEGATION.search(words) or _DOUBLED.search(before):
        return False
    if _NOT.search(words) or _NOT_SAID.search(words) or _DENIED.search(chain):
        return True
    if _NOBODY.match(source) or _NONE_OF.search(before) or _UNTRUE.search(lead):
        return True
    return _INVERTED.search(before) is not None or "ever " in chain

"""Refusals to speak, which are findings of their own (codebook, decision 4): declined, dodged, left open, walked off when asked."""

import re

_TELL = (
    r"(?:say|comment|discuss|name|answer|give|confirm|deny|speak|talk|tell|reveal|disclose|identify|elaborate|"
    r"explain|respond|reply|"
    r"be\s(?:drawn|interviewed|quoted)|release|speculate|testify|take\squestions|provide|specify|address|offer|"
    r"clarify|engage|share|publish|comply|"
    r"express|detail|go\sinto|weigh\sin|rule|state|acknowledge|commit|endorse|condemn|criticise|criticize|make)"
)
_WITHHELD = re.compile(
    rf"\b(?:declin\w+\s(?:[\w,\0]+\s){{0,5}}?(?:to\s|comment)|refus\w+\s(?:[\w,\0]+\s){{0,5}}?(?:to\s{_TELL}\b|"
    rf"comment|all\scomment)|"
    rf"(?:refus(?:al|es|ed|ing)|declin(?:es|ed|ing))[\s\0,]*$|"
    rf"(?:would\snot|wouldn['’]t|will\snot|won['’]t|does\snot|doesn['’]t|do\snot|don['’]t)\s(?:\w+ly\s|"
    rf"even\s)?(?:comment|discuss|{_TELL})\b|"
    rf"would\s(?:say\s)?neither\b|would\srather\snot|(?:was|were|is|are)\s(?:not\sprepared|unwilling|reluctant|"
    rf"not\swilling)\sto\s{_TELL}|"
    rf"(?:chose|chooses|preferred|elected|decided)\snot\sto\s|(?:[Nn]o|without|any|"
    rf"[Dd]eclined)\s(?:further\s)?comment\b|not\scomment|"
    rf"(?:stay\w*|remain\w*|kept|keep\w*|fell|was|were|been)\s(?:\w+ly\s)?(?:silent|mum|quiet|tight-lipped)|"
    rf"tight-lipped|"
    rf"(?:kept|keep\w*)\s(?:\w+\s){{0,2}}(?:silence|counsel|secret)|[Kk]eeping\s(?:his|her|their|its)\scounsel|"
    rf"reserv\w+\sjudge?ment|(?:dodg|duck|sidestepp?|evad|skirt|deflect|parr|stonewall)(?:ed|es|s|ing|ies|ied)\b|"
    rf"clamm?\w*\sup|"
    rf"(?:left|leaves|leaving)\s(?:\S+\s){{0,3}}unanswered|(?:did|does|do|has|have|had)(?:\snot|"
    rf"n['’]t)\s(?:\w+ly\s)?(?:answer|reply|respond|return)\w*|"
    rf"refer\w*\s(?:all\s|any\s|the\s)?(?:questions?|queries|inquiries|reporters|journalists)|with(?:held|holds|"
    rf"hold|holding)\b|bit\s(?:his|her|their|its)\s(?:tongue|lip)|"
    rf"[Oo]ffer\w*\sno\s(?:view|comment|opinion|answer)|passed\sup\sthe\schance|turned\sdown\sa\srequest\sto|"
    rf"invok\w+\s(?:\w+\s)?(?:privilege|right\sto\ssilence|fifth)|"
    rf"pleaded\sthe\s[Ff]ifth|rul\w+\sout\s(?:answering|commenting|discussing|speaking)|without\s(?:a|"
    rf"saying\sa)\sword\sabout|said\snothing\s*when|"
    rf"shook\s\w+\shead\sand\ssaid\snothing|(?:remains|remained)\ssilent|(?:was|were|is|"
    rf"are)\s(?:\w+\s)?kept\ssecret|hung\sup\b|walked\saway\s(?:from|when)|"
    rf"not\swilling|unwilling\sto|demurr\w+|balk\w+\sat|begg\w+\soff|(?:would|will)(?:\snot|"
    rf"n['’]t)\s(?:be\s(?:pinned|drawn)|let\s\S+\s\S+\sanswer)|"
    rf"(?:is|are|was|were)(?:\snot|n['’]t)\s(?:saying|commenting|discussing)|prefer\w*\snot\sto|(?:can|could|"
    rf"may)(?:not|\snot|n['’]t)\s(?:disclose|comment|discuss|reveal)|"
    rf"not\swish\w*\sto\s(?:be\squoted|comment|say)|no\swish\sto\s{_TELL}|next\squestion|rather\sthan\s{_TELL}|"
    rf"turned\saway\s(?:\w+\s)?(?:inquir|question)|"
    rf"neither\sconfirm|no\srebuttal|"
    rf"(?:left|leaves|leav\w+|kept|keep\w*|held|holds)\s(?:it\s|the\s(?:question|matter)\s|(?:her|his|their|its)\soptions\s)?"
    rf"open\b|right\s(?:not\sto\s|to\s(?:remain|stay|keep)\s)|"
    rf"(?:gave|given|giv(?:es|ing)|had|made)\s(?:reporters\s)?(?:no|nothing)\s(?:\w+\s)?(?:answer|repl(?:y|ies)|response|"
    rf"away|clue)|"
    rf"non-?committal|evasive|cagey|\bcoy\b|hedg(?:ed|es|ing)|prevaricat\w+|equivocat\w+|on\sthe\sfence|guessing|"
    rf"cards\sclose|(?:chang\w+|drop\w+)\sthe\ssubject|ignor\w+\s(?:\w+\s){{0,2}}questions?|took\sno\squestions|"
    rf"refus\w+\s(?:point-blank|to\s(?:be\sdrawn|go\son|say|take\ssides))|unwilling|(?:was|were)\swilling\sto\s{_TELL}\sneither|"
    rf"(?:wav|brush|laugh|shrug)\w*\s(?:off|aside|away)\s(?:\w+\s)?questions?|(?:wav|brush|laugh|shrug)\w*\sthe\squestion|"
    rf"passed\son\san?\s(?:\w+\s)?(?:invitation|request|chance)\sto\s{_TELL})",
    re.IGNORECASE,
)
_LEFT_ASKED = re.compile(
    r"\b(?:walk|storm|turn|hurr|march|strode|stride|rush|push|drove|driv|left\b|leav|hung\s|shrug|smil|laugh|grin|look\w*\saway|"
    r"star|shook|shak|fell\ssilent|rose\b|got\sup|sat\smute|blinked)\w*\b"
)
_WHEN_ASKED = re.compile(
    r"\b(?:when|once|as\ssoon\sas|if|on\sbeing|after\sbeing)\s(?:\w+\s){0,2}?(?:asked|pressed|questioned)\b"
)
_WOULD_NOT = re.compile(
    r"\b(?:(?:would|will)\snot|(?:would|wo)n['’]t)\s(?:\w+ly\s|even\s)?"
    r"(?:call|describe|characteri[sz]e|accuse|blame|defend|support|criticise|criticize|denounce|brand|label|judge|praise|repeat)\b"
)
_ONLY_REFUSAL = re.compile(
    r"\W*(?:no\s(?:further\s)?comment|next\squestion|ask\s(?:me\sanother|him|her|them|my\slawyers?)|i\shave\s(?:nothing\sto\s"
    r"(?:say|add)|no\scomment)|no\scomment\swhatever)\W*$",
    re.IGNORECASE,
)
_WILL_NOT_SPEAK = re.compile(
    r"\W*(?:that\s)?(?:he|she|it|they|i|we)(?:\s(?:would|will|was|were|is|are|am|has|have|had)(?:\snot|\snothing)|\swon['’]t|['’]m\snot|"
    r"\swouldn['’]t|\sdeclined|\srefused)\s(?:be\s|going\s|prepared\s|willing\s)?(?:to\s)?"
    r"(?:comment|discuss|talk\sabout|be\sdrawn|answer|speculate|elaborate|say\s(?:more|anything|whether))\b",
    re.IGNORECASE,
)
_TURNED_AWAY = re.compile(r"\b(?:brush|wav|bat|fend|wave|shrugg)\w*\s(?:aside|away|off)|\bturn\w*\saside")
_QUESTION = re.compile(r"\b(?:question|query|queries|inquir|enquir|request)", re.IGNORECASE)
_REFUSES = re.compile(r"\b(?:declin|refus)\w+[\s\0,]*$", re.IGNORECASE)
_TO_SAY = re.compile(
    rf"(?:to\s(?:\w+ly\s)?(?:{_TELL}|write|go)\b|whether\b|why\b|what\b|who\b|how\b|questions?\b|comment)",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:the|a|an|his|her|their|its)\s+(?:request|offer|invitation|proposal|appeal|award|nomination|post|job)\b"
)
_NOT_REFUSED = re.compile(
    r"\b(?:not|never|n['’]t|hardly)\s(?:\w+ly\s)?(?:declin|refus|dodg|duck|evad|sidestep|avoid|remain|stay|keep|kept|withh|shirk)\w*|"
    r"\b(?:broke|break\w*|end(?:ed|ing))\s(?:\w+\s){0,3}silence|\bbut\s(?:informative|forthcoming)"
)
"""What looks like a refusal and is none: "did not duck the question", "broke her silence"."""


def is_withheld(words: str, cue: str, content: str, conditional: bool = False) -> bool:
    """Whether the clause of a cue refuses to speak.

    ``words`` are the cue with what stands around it in its clause, ``content`` is what is said or asked about; under a condition
    (``conditional``) "would not call him" imagines and refuses nothing.
    """
    if _NOT_REFUSED.search(words):
        return False
    if _ONLY_REFUSAL.match(content) or _WILL_NOT_SPEAK.match(content):
        return True
    if _REFUSES.search(cue):
        return _TO_SAY.match(content) is not None or (_WITHHELD.search(words) is not None and not _ACT.match(content))
    if _WITHHELD.search(words) or (_WOULD_NOT.search(words) and not conditional):
        return True
    if _LEFT_ASKED.search(cue) and _WHEN_ASKED.search(words):
        return True
    return _TURNED_AWAY.search(cue) is not None and _QUESTION.search(f"{cue} {content[:60]}") is not None

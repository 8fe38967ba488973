"""Whether something was said at all: the status of a statement by the grammar around its cue (codebook, decisions 2 to 4 and 17).

The words looked at are the cue and what stands around it in its clause, never the content's: "said he would resign" is actual.
"""

import re

from sayso.classify import attitudes
from sayso.classify.clauses import HIDDEN, Clause, clause
from sayso.records.statement import Statement, Status

CHAIN = 60
"""Code points before the cue in which its auxiliaries are looked for."""
LONG = 600
"""Code points of a content that are looked through for shares of those asked."""

_TELL = (
    r"(?:say|comment|discuss|name|answer|give|confirm|deny|speak|talk|tell|reveal|disclose|identify|elaborate|"
    r"explain|respond|reply|"
    r"be\s(?:drawn|interviewed|quoted)|release|speculate|testify|take\squestions|provide|specify|address|offer|"
    r"clarify|engage|share|publish|comply|"
    r"express|detail|go\sinto|weigh\sin|rule|state|acknowledge|commit|endorse|back|condemn|criticise|criticize|"
    r"apologise|apologize|make)"
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
    rf"neither\sconfirm|no\srebuttal)",
    re.IGNORECASE,
)
_TURNED_AWAY = re.compile(r"\b(?:brush|wav|bat|fend|wave|shrugg)\w*\s(?:aside|away|off)|\bturn\w*\saside")
_QUESTION = re.compile(r"\b(?:question|query|queries|inquir|enquir|request)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|neither|nor|hardly|cannot)\b|n['’]t\b")
_NOT_SAID = re.compile(
    r"\b(?:yet\sto\b|(?:stop\w*|fell|fall\w*)\sshort\sof|omit\w*|left\sout|leav\w+\sout|avoid\w*|"
    r"fail\w*\sto\s(?:mention|say|name|condemn|explain|address|tell|disclose|warn)|"
    r"said\snothing|says\snothing|sa(?:y|id)\slittle|to\snobody|to\sno\sone|without\s(?:a\s)?(?:reference|mention|"
    r"naming|mentioning|saying|word)|missing\sfrom|"
    r"(?:no|any|without\s(?:a|any)|nor\sany)\s(?:\w+\s){0,2}?(?:mention|word|words|reference|threat|warning|hint|"
    r"praise|apology|assurance|complaint|charge|charges|promise|greeting|"
    r"statement|claim|demand|allegation|call|accusation|objection|criticism|announcement|pledge|explanation|"
    r"condolences?|thanks|suggestion|indication|sign|secret)\b|refrain\w*|forbore|"
    r"(?:no|nothing|nobody|no\sone|nowhere)\b(?!\s(?:doubt|confidence|bones|time|patience|love|longer|better|"
    r"different|worse|less|more|uncertain|faith|trust|sympathy|illusion))|kept\sfrom|forgot\sto\s)"
)
_NO_NEGATION = re.compile(
    r"\bnot\s(?:only|just|merely|alone)|\bnever\s(?:ceas|stopp|tire|fail|miss)\w*|\b(?:not|n['’]t|never)\s(?:hide|"
    r"hidden|conceal\w*|hold\sback|held\sback|mince\w*|shy|hesitat\w*|"
    r"dispute\w*|disput\w*|deny|denied|rule\sout|ruled\sout|spare\w*|wait\w*)|not\sfor\sthe\sfirst|"
    r"\bno\ssecret\sof|made\sno\sbones|\bnot\sguilty|\bnot\sa\sword\sof\struth|\bno\struth"
)
_NOBODY = re.compile(r"(?:(?:[Nn]obody|[Nn]o\sone|[Nn]one|[Nn]either|[Nn]ot\s(?:one|a\ssingle|even)|[Nn]o)\b)")
_INVERTED = re.compile(
    r"(?:^|[\s\0])(?:Nowhere|At\sno\s(?:point|time|stage)|Not\sonce|Never|Neither|Nor|On\sno\soccasion|"
    r"Under\sno\scircumstances|In\sno\sway|It\sis\snot\strue|It\sis\suntrue)\b"
)
_MODAL = re.compile(
    r"\b(?:would|could|might|may|should|can|ought\sto|need\w*\sto)\b|(?<=[\0\w])['’]d\s(?:have|like|say)\b"
)
_WOULD_DID = re.compile(
    r"\bwould\s(?:only|later|go\son|eventually|then|subsequently|repeatedly|often|always)\b|\bcould\s(?:only|not)\b"
)
_PERFORMED = re.compile(
    r"\b(?:must|have\sto|can|should|would|might|may)\s(?:\w+\s)?(?:say|add|admit|confess|note|thank|ask|point\sout|"
    r"congratulate)\b"
)
_IF = re.compile(
    r"(?:^|[\s\0“\"‘(])(?:[Ii]f|[Ww]hat\sif|[Uu]nless|[Ss]uppose|[Ss]upposing|[Ii]magine|[Pp]icture|[Hh]ad\s\S+|"
    r"[Ww]ere\s\S+\sto|[Ii]n\sthe\sevent)\b"
)
_FICTION = re.compile(
    r"\b(?:[Ii]n\s(?:the|a|an|his|her|its|their|[A-Z]\w+(?:\s[A-Z]\w+)*['’]s)\s(?:\w+\s)?(?:play|novel|film|movie|"
    r"opera|musical|satire|sketch|fable|"
    r"(?:film|play|novel|opera|series)['’]s\s(?:\w+\s)?(?:scene|chapter|act))|in\sthe\s(?:first|second|third|final|"
    r"last)\sact|(?:sketch|deepfake|cartoon|parody|caricature|joke|dream|rumou?r)\s(?:shows|showed|has|had|that)|"
    r"thought\sexperiment|alternative\suniverse|[Ll]et\sus\spretend|Hollywood['’]s|[Pp]erhaps,)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t)\b|['’]ll\b|\b(?:is|are|was|were|be|been|'s|’s|['’]re)\s(?:also\s|now\s|"
    r"\w+ly\s)?(?:expected|due|set|slated|scheduled|planning|preparing|"
    r"about|going|likely|poised|ready|hoping|gearing\sup|widely\sexpected|believed|supposed|required|tipped|"
    r"to)\s?(?:to\b)|"
    r"\b(?:is|are|was|were)\s(?:also\s)?to\s[a-z]+|\b(?:plan|intend|aim|hope|mean|want|prepare|vow|promise|"
    r"expect)(?:s|ed|ned)?\sto\s|"
    r"\b(?:plans|intention|intentions|preparations)\s(?:to|of|an?)\s|\b(?:is|are)\sdetermined\b|\btomorrow\b"
)
_POLL = re.compile(
    r"\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed|barometer|questionnaire|tracker|respondents|"
    r"panel\sof|exit\spoll|sounding|interviews,|"
    r"n\s=|margin\sof\serror|(?:interviewed|asked|questioned|sampled)\s(?:some\s|about\s|over\s)?\d[\d,.]+|"
    r"\d[\d,.]+\s(?:people|adults|voters|citizens|residents|interviews|answers))\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\d+(?:\.\d+)?\s?(?:%|per\s?cent)|\bpercent\b|\b(?:half|third|thirds|quarter|quarters|majority|plurality|"
    r"minority|most)\b|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|"
    r"six|seven|eight|nine|ten|\d+)\b|\bpoints?\b|\bratings?\b|"
    r"\bat\s\d\d\sand\b|\blevel\swith\b|\blead\w*\b|\bon\s\d\d\b|\d",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"(?:\d\s?%|per\s?cent|half|thirds?|quarters?|majority|plurality|\b(?:in|of)\s(?:three|four|five|six|seven|"
    r"eight|nine|ten))\b[^.;]{0,60}?"
    r"\b(?:say|said|think|thought|believ\w+|want\w*|trust\w*|distrust\w*|approv\w+|disapprov\w+|favou?r\w*|back\w*|"
    r"oppos\w+|support\w*|dissatisfied|satisfied|"
    r"unhappy|blam\w+|hold|held|see|saw|felt|feel|expect\w*|called|prefer\w*|no\sopinion|lost\sfaith|fed\sup|"
    r"behind|undecided)\b",
    re.IGNORECASE,
)
_FINDS = re.compile(
    r"\b(?:f(?:i|ou)nds?|show(?:s|ed|n)?|report(?:s|ed)?|has|had|puts?|gives?|gave|suggest(?:s|ed)?|indicat(?:es|"
    r"ed)|according|reveal(?:s|ed)|record(?:s|ed)|asked|measured|emerges)\b",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(?:Research|Polls?|Panel|Data|Insight|Opinion|Metrics|Barometer|Surveys?|Gallup|YouGov|Ipsos|Demoskopie|"
    r"Institute?|Instituto|Monitor|bureau|Pollsters?|Statistics)\b|[Pp]oll|[Mm]onitor|Euro(?:track|barometer)"
)
_JOINED = re.compile(r"\b(?:and|or|but|as|to\sthe)\s")
_INVERTING = frozenset(["will", "would", "could", "might", "may", "should", "did", "does", "do", "has", "had", "can"])
_REFUSES = re.compile(r"\b(?:declin|refus)\w+[\s\0,]*$", re.IGNORECASE)
_TO_SAY = re.compile(
    rf"(?:to\s(?:\w+ly\s)?(?:{_TELL}|write|go)\b|whether\b|why\b|what\b|who\b|how\b|questions?\b|comment)",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:the|a|an|his|her|their|its)\s+(?:request|offer|invitation|proposal|appeal|award|nomination|post|job)\b"
)


def status(text: str, statement: Statement) -> Status:
    """The status of ``statement``; actual where there is no cue, and where nothing speaks against it."""
    around = clause(text, statement)
    if around is None:
        return "actual"
    cue = " ".join(statement.cue_text.replace(" […] ", " ").split())
    chain = _chain(around)
    content = statement.content[0].text
    if _is_withheld(f"{chain}{cue} {around.after()[:40]}", cue, content):
        return "withheld"
    inner = attitudes.is_attitude(statement, cue, chain)
    if inner is not None and inner.certain:
        return "attitude"
    if _is_negated(text, statement, around, chain, cue):
        return "attitude" if inner is not None else "negated"
    if _is_hypothetical(statement, around, chain, cue):
        return "hypothetical"
    if _AHEAD.search(f"{chain}{cue} {around.after()[:20]}"):
        return "anticipated"
    if _is_measurement(statement, around, cue):
        return "measurement"
    return "attitude" if inner is not None else "actual"


def _chain(around: Clause) -> str:
    """What stands between the source and the cue, or before both: the place of auxiliaries and negations."""
    before = around.before()[-CHAIN:]
    if before.rstrip(" ").endswith(HIDDEN):
        return _last_words(before)
    chain = before[before.rfind(HIDDEN) + 1 :]
    return _JOINED.split(chain)[-1].lstrip(" ,")


def _last_words(before: str) -> str:
    """The words right before a source that stands right before its cue ("does the tribunal state")."""
    words = before.replace(HIDDEN, " ").split()
    return " ".join(words[-1:]) + " " if words and words[-1].casefold() in _INVERTING else ""


def _is_withheld(words: str, cue: str, content: str) -> bool:
    if _REFUSES.search(cue):
        return _TO_SAY.match(content) is not None or (_WITHHELD.search(words) is not None and not _ACT.match(content))
    if _WITHHELD.search(words):
        return True
    return _TURNED_AWAY.search(cue) is not None and _QUESTION.search(f"{cue} {content[:60]}") is not None


def _is_negated(text: str, statement: Statement, around: Clause, chain: str, cue: str) -> bool:
    words = f"{chain}{cue}"
    if _NO_NEGATION.search(words):
        return False
    if _NOT.search(words) or _NOT_SAID.search(words):
        return True
    if statement.source and _NOBODY.match(statement.source[0].text):
        return True
    return _INVERTED.search(around.before()) is not None or "ever " in chain


def _is_hypothetical(statement: Statement, around: Clause, chain: str, cue: str) -> bool:
    before = around.before()
    words = f"{chain}{cue}"
    first = statement.source[0].text.casefold() if statement.source else ""
    if _MODAL.search(words) and not ((first in ("i", "we") or cue[:3] == "May") and _PERFORMED.search(f"{words} ")):
        return _WOULD_DID.search(words) is None or "have " in words
    if _FICTION.search(before) or _FICTION.search(around.after()):
        return True
    return _IF.search(before) is not None and not _AHEAD.search(words)


def _is_measurement(statement: Statement, around: Clause, cue: str) -> bool:
    source, content = statement.source_text, statement.content_text[:LONG]
    if _POLL.search(f"{source} {cue} {around.words.replace(HIDDEN, '')}"):
        return _SHARE.search(content) is not None
    if _FINDS.search(cue) is None or not source[:1].isupper():
        return False
    if _RESEARCH.search(source):
        return _SHARE.search(content) is not None
    return _OPINION.search(content) is not None and "lawyer" not in source

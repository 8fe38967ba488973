"""What a speaker does with a statement: the move, by the cue's verb, and where that is neutral by the content.

The strongest that the words bear. Feelings, refusals and what was not said are no moves of their own: inform.
"""

import re
from typing import Literal

from sayso.classify.wrongs import is_wrong
from sayso.records.statement import Move, Statement

LONG = 600
"""Code points of a content that are read: what a statement does shows at its beginning."""

_QUIET = frozenset(["attitude", "withheld", "negated", "measurement"])
_CHARGE = re.compile(
    r"\b(?:charges?|accusations?|allegations?|claims?|reports?|suggestions?|rumou?rs?|suspicions?|criticisms?|"
    r"notion|idea|assertion|insinuation|wrongdoing|"
    r"complaints?|that\s)\b",
    re.IGNORECASE,
)
_Verb = Move | Literal["apology"]
_PATTERNS: tuple[tuple[_Verb, str], ...] = (
    ("deny", r"(?<!not\s)den(?:y|ies|ied|ying|ial)\b|(?<!not\s)disput(?:e|es|ed|ing)\b|refut\w+|rebut\w*|"
             r"disavow\w*|contest\w*|clear(?:s|ed|ing)?\b|disclaim\w*|contradict\w*|pleaded\snot\sguilty|"
             r"protest\w*\s(?:his|her|their|its)\sinnocence|"
             r"not\sa\sword\sof\struth|knock\w*\sdown|insist\w*\s(?:on\s)?(?:his|her|their|its)\sinnocence"),
    ("apology", r"apologi[sz]\w*|apology"),
    ("admit", r"admit\w*|admission|confess\w*|own(?:ed|s|ing)?\s(?:up|to)|came\sclean|took\s(?:the\s)?(?:blame|"
              r"responsibility)|accept\w*\s(?:the\s)?(?:blame|responsibility|fault)|"
              r"pleaded\sguilty|expressed\s(?:\w+\s)?(?:remorse|regret)|blam\w+\s(?:him|her|them|it)sel"),
    ("concede", r"conced\w+|accept(?:s|ed|ing)?\b|recogni[sz](?:es|ed|ing)\b|not\sdispute|credit\sfor|"
                r"gave\s\S+\scredit|grant(?:s|ed)?\b|allow(?:s|ed)?\b|conceding|acknowledg\w+|"
                r"agreed\sthat\s(?:\w+\s)?(?:rival|opponent)"),
    ("warn", r"warn\w*|caution\w*|alert\w*|sounded\sthe\salarm|raised\sthe\salarm|"
             r"drew\sattention\sto\sthe\s(?:risk|danger)"),
    ("threaten", r"threat\w*|menac\w+|vow\w*\s(?:revenge|retaliation)|gave\snotice|give\snotice|ultimatum"),
    ("promise", r"promis\w+|pledg\w+|vow(?:s|ed|ing)?\b|undert(?:ook|ak\w+)\b|commit\w*|guarantee\w*|sw(?:ear|ore|"
                r"orn)\b|assur\w+|gave\s(?:his|her|its|their)\sword|given\s(?:his|her|its|their)\sword|"
                r"offer(?:s|ed|ing)?\b|agreed\sto|plan(?:s|ned)?$|intend(?:s|ed)?$|intent\b|bound\s(?:him|her|it|"
                r"them)sel"),
    ("accuse", r"accus\w+|blam(?:e|es|ed|ing)\b|alleg\w+|charg(?:e|es|ed|ing)\b|complain\w*|denounc\w+|"
               r"lash\w*\sout|lambast\w*|castigat\w+|fault\w*|reproach\w*|reprimand\w*|indict\w*|impeach\w*|"
               r"voiced\s(?:\w+\s)?anger|vent\w*\s(?:\w+\s)?anger|rail\w*\sagainst|scold\w*|berat\w+|upbraid\w*|"
               r"assail\w*|decr(?:y|ies|ied)|took\s(?:\S+\s){1,5}to\stask|pillor\w+|hit\w*\sout|rebuk\w+|took\saim|"
               r"pointed\s(?:the\s|a\s)?finger|"
               r"su(?:ed|ing|es)\b|h(?:e|o)ld\s(?:\S+\s){0,5}(?:responsible|accountable)|put\sthe\sblame|"
               r"call\w*\s(?:\w+\s)?(?:a\s)?(?:liar|thief|fraud)|slamm?\w*|blast(?:s|ed|ing)|attack(?:s|ed|ing)\b|"
               r"filed\sa\scomplaint"),
    ("predict", r"predict\w*|forecast\w*|foresee\w*|foresaw|project(?:s|ed|ion|ions)\b|prophes\w+|foretold|"
                r"foretell\w*|anticipat\w+|reckons?\b|expect(?:s|ed)?\b|prophec\w+|saw\s\S+\scoming|"
                r"give\w*\s\S+\slittle\schance"),
    ("demand", r"demand\w*|urg(?:e|es|ed|ing)\b|call(?:s|ed|ing)?\s(?:\w+\s)?(?:on|upon|for)\b|appeal\w*|"
               r"request\w*|insist(?:s|ed|ing)?\son|order(?:s|ed|ing)?\b|pleaded|plead\w*\s(?:with|for)|beg(?:s|"
               r"ged|ging)?\b|"
               r"implor\w+|exhort\w*|entreat\w*|(?<!when\s)press(?:es|ed|ing)\b|petition\w*|recommend\w*|advis\w+|"
               r"advocat\w+|instruct\w*|direct(?:s|ed)\b|sued\sfor\speace|command\w*|mandat\w+|lobb(?:y|ied|ies)|"
               r"propos\w+|encourag\w+|"
               r"invit(?:es|ed|ing)\b|campaign\w*\sfor|wants?\b|wanted\b|sought\b|seek\w*\b|pushed\sfor|"
               r"push\w*\sfor|bade\b|whisper\w*|challeng(?:ed|es|ing)\s\S+\sto|in\sfavou?r\sof|asking\b|ask(?:s|"
               r"ed)?\sfor\b|second\w*\b|suggestion|recommendation|summon\w*|dar(?:ed|es)\b"),
)  # fmt: skip
_BY_CUE = tuple((name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in _PATTERNS)
_ASK = re.compile(r"\bask(?:s|ed|ing)?\b", re.IGNORECASE)
_TELL_TO = re.compile(r"\b(?:told|tell(?:s|ing)?)\b", re.IGNORECASE)
_TO = re.compile(
    r"(?:(?!whether|if|what|why|how|who|when|where|about)[\w’'.,-]+\s){0,9}?(?:not\s)?to\s[a-z]+|"
    r"\bthat\s(?:[\w’'-]+\s){1,6}(?:be|resign|leave|stop|go|step)\b|for\s",
    re.IGNORECASE,
)
_TO_ACT = re.compile(r"(?:(?!that|whether|what|how|why|when|which|about)[\w’'.,-]+\s){0,6}?(?:not\s)?to\s[a-z]+")
_REJECT = re.compile(
    r"\b(?:reject|dismiss|brush|shrug|rubbish|scoff|pooh|laugh|scorn|wav)\w*\b(?:.*\b(?:false|untrue|as|off|"
    r"aside)\b)?",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:false|untrue|baseless|unfounded|nonsense|fabricat\w+|(?:that|this|it|which)\s(?:is|was|"
    r"['’]s)\s(?:a\slie|lies|invented|slander|made\sup)|groundless|no\struth|not\strue|pure\sinvention|"
    r"never\shappened|without\s(?:any\s)?foundation)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:never|did\snot|didn['’]t|had\snot|hadn['’]t|has\snot|hasn['’]t|have\snot|haven['’]t|was\snot|wasn['’]t|"
    r"were\snot|had\sno|is\snot\sa|nothing\s(?:wrong|improper)|no\s(?:wrong|part|hand|knowledge))\b",
    re.IGNORECASE,
)
_OUGHT = re.compile(
    r"\b(?:must|should|ought\sto|needs?\sto|has\sto|have\sto|had\sto|had\sbetter|it\s(?:is|was)\s(?:high\s)?time|"
    r"is\stime\sfor|please\b|time\sto|time\sfor|let\sus|let['’]s|"
    r"(?:ask|urge|call\son|demand|want|request|beg|implore)\b(?!ed))",
    re.IGNORECASE,
)
_OWN_OUGHT = re.compile(
    r"\b(?:I|we)\s(?:must|should|have\sto|need\sto|had\sto)\b|\bI\smust\s(?:say|admit)", re.IGNORECASE
)
_IMPERATIVE = re.compile(
    r"^\W*(?:[Pp]lease\s|[Dd]o\snot\s|[Dd]on['’]t\s|[Nn]ever\s)?(?:Let|Stop|Go|Give|Take|Show|Come|Leave|Resign|"
    r"Release|Free|Tell|Look|Listen|Open|Close|Publish|Bring|Put|Pay|Withdraw|Return|"
    r"Vote|Join|Help|Keep|End|Start|Stand|Step|Do|Make|Send|Get|Remember|Read|Ask|Sign|Wait|Wake|Hands\soff)\b(?!\w)"
)
_WILL = re.compile(
    r"\b(?:will|shall|would(?!(?:\snot|n['’]t|\snever)?\s(?:have|['’]ve)|['’]ve)|won['’]t|going\sto)\b|['’]ll\b",
    re.IGNORECASE,
)
_NEVER_DID = re.compile(
    r"\b(?:he|she|they|it|I|we|minister|company|garrison|[A-Z]\w+)\s(?:had\s|has\s|have\s)?never\s(?:\w+ed|saw|"
    r"seen|took|taken|gave|given|met|knew|known|told|said|been|paid|sold|bought|struck|hit)\b"
)
_OR_ELSE = re.compile(
    r"\bor\s(?:else|we|I)\b|^\W*(?:Another|One\smore)\s.*\band\b|\b(?:ready|prepared)\sto\s(?:block|veto|strike|"
    r"sue|retaliate|walk|quit)\b",
    re.IGNORECASE,
)
_SUBJUNCTIVE = re.compile(r"^that\s(?:[\w’'-]+\s){1,6}be\s\w+(?:ed|en|t)\b|\bhigh\stime\b")
_TELLING = re.compile(r"\b(?:inform|notif|announc|brief|confirm|reveal|disclos|told|tell)\w*")
_ASKING = re.compile(r"\b(?:insist|mov(?:ed|es)|said|say|rul)")
_OWN_WILL = re.compile(
    r"\b(?:I|we)(?:\s(?:will|shall|would|am\sgoing\sto|are\sgoing\sto|intend\sto|plan\sto|promise|pledge|vow)\b|"
    r"['’](?:ll|m\sgoing|re\sgoing)\b)|\b(?:stand|am|are)\sready\sto\b",
    re.IGNORECASE,
)
_THEIR_WILL = re.compile(
    r"^\W*(?:that\s)?(?:he|she|it|they|the\s(?:party|government|company|ministry|club|bank|union|council|"
    r"country))\s(?:\w+\s)?(?:will|would|shall|planned\sto|plans\sto|was\sready|were\sready|is\sready|"
    r"intended\sto)\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:if|unless|or\selse|otherwise|until)\b.*\b(?:will|would|shall|['’]ll)\b|\b(?:will|would|shall|"
    r"['’]ll)\b.*\b(?:if|unless|or\selse|otherwise)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:strike|sue|block|cut|walk\sout|ground|retaliat\w*|punish\w*|close|shut|withdraw|pay\s(?:for|dearly)|"
    r"bomb|attack|destroy|expel|boycott|sanction\w*|veto|quit|regret|court|suffer|revenge|consequences|bring\sdown|"
    r"see\s\w+\sin\scourt|fire|sack|leave|stop)\b",
    re.IGNORECASE,
)
_DANGER = re.compile(
    r"\b(?:at\srisk|in\sdanger|beware|catastroph\w+|disaster|collapse|could\s(?:die|fail|collapse|lead)|"
    r"would\slead\sto|at\sstake)\b",
    re.IGNORECASE,
)
_SORRY = re.compile(
    r"\b(?:I|we)\s(?:was|were|am|are|have\sbeen|had\sbeen)?\s?(?:\w+\s)?(?:wrong|sorry|to\sblame|at\sfault|"
    r"mistaken|failed|erred|lied|regret|apologi[sz]e|made\s(?:a|some|the|that)?\s?(?:\w+\s)?mistakes?|naive|"
    r"ashamed)\b|"
    r"\b(?:blunder|fault|mistake|error)\s(?:was|is)\s(?:ours|mine)\b|\bunder\smy\swatch\b|\b(?:my|"
    r"our)\s(?:own\s)?(?:fault|mistake|failure|error)\b|\b(?:he|she|they|it)\s(?:had\s)?(?:been\swrong|erred|"
    r"made\s(?:a|some)?\s?(?:\w+\s)?mistakes?)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"^\W*(?:that\s)?(?:\S+\s){1,6}(?:was|were|is|are|had\sbeen|has\sbeen)\s(?:\w+\s)?right\b|^\W*(?:True|"
    r"Fair\senough|Granted|Admittedly)\b|\bto\s(?:be|give)\s(?:fair|credit|due)\b|\bI\s(?:grant|concede|admit)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:call|describ|brand|label|condemn|criticis|criticiz|denounc|term|dubb|depict|portray)\w*", re.IGNORECASE
)
_SELF = re.compile(r"\b(?:I|we|my|our|he|she|they|his|her|their|its|it)\b", re.IGNORECASE)


_AHEAD = re.compile(
    r"\b(?:(?:is|are|was|were)\s(?:\w+ly\s)?(?:expected|due|set|slated|scheduled|likely|about|going|planning|"
    r"preparing|ready|required|determined)\sto\s|"
    r"(?:plan|intend|mean|meant|hope|want|aim|expect)(?:s|ed|ned)?\sto\s)(?=\w)",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:thank|prais|hail|welcom|applaud|congratulat|salut|commend|pa(?:y|id|ys)\s(?:\w+\s)?(?:tribute|homage)|"
    r"endors|credit)\w*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:whether|if|what|why|how|who|when|where|which)\b")
_IF = re.compile(r"\b(?:if|assuming|unless|provided)\b", re.IGNORECASE)
_OWN = re.compile(r"\W*(?:that\s)?(?:he|she|they|it|its|his|her|their|I|we|our|my|to\s|having)\b", re.IGNORECASE)
_BLAME = re.compile(r"\W*(?:\w+\s){0,2}(?:responsib|blame|fault)")


def move(text: str, statement: Statement) -> Move:
    """The move of ``statement``; its status must be known. A statement without cue is read by its content alone."""
    if statement.status in _QUIET:
        return "inform"
    cue, content = _AHEAD.sub("", statement.cue_text), statement.content_text[:LONG]
    if _PRAISE.search(cue):
        return "inform"
    by_cue = _by_cue(cue, content, _addressed(text, statement))
    return by_cue if by_cue is not None else _by_content(cue, content)


def _addressed(text: str, statement: Statement) -> str:
    """What stands between the cue and the content: who is told or asked."""
    if not statement.cue:
        return ""
    end = statement.cue[-1].end
    following = [part.start for part in statement.content if part.start >= end]
    return text[end : min(following)] if following and min(following) - end < 120 else ""


def _by_cue(cue: str, content: str, addressed: str) -> Move | None:
    """The move that the cue's verb names; None where it is neutral."""
    if _REJECT.search(cue) and (
        _FALSE.search(cue) or (_CHARGE.search(f"{cue} {content[:80]} ") and " as " not in content)
    ):
        return "deny"
    if _ASK.search(cue) and _TO.match(f"{addressed.strip()} {content}".strip()):
        return "demand"
    if _TELL_TO.search(cue) and _TO_ACT.match(content):
        return "demand"
    for name, pattern in _BY_CUE:
        found = pattern.search(cue)
        if found is not None:
            return _refined(name, found.group().casefold(), content)
    if _CALLED.search(cue) and is_wrong(content):
        return "accuse"
    return None


def _refined(name: _Verb, verb: str, content: str) -> Move | None:
    """What a verb of several uses says with this content."""
    if name == "apology":
        return "admit"
    if name == "concede" and (_SORRY.search(content) or (verb.startswith("acknowledg") and _is_own_wrong(content))):
        return "admit"
    if name == "concede" and verb.startswith("acknowledg"):
        return "concede" if content.startswith("that") else None
    if name == "admit" and verb.startswith("admi") and not is_wrong(content) and not _OWN.match(content):
        return "concede"
    if name == "concede" and verb.startswith("accept"):
        return _accepted(content)
    if (
        name == "promise"
        and verb.startswith(("vow", "sw", "plan", "intend"))
        and _HARM.search(content)
        and re.search(r"\b(?:if|unless|until)\b", content)
    ):
        return "threaten"
    if name == "promise" and verb.startswith("offer") and not content.startswith("to "):
        return None
    if name == "accuse" and verb.startswith("charg") and content[:3] == "for":
        return None
    return name


def _is_own_wrong(content: str) -> bool:
    return is_wrong(content) and _OWN.match(content) is not None


def _accepted(content: str) -> Move | None:
    if _BLAME.match(content):
        return "admit"
    return "concede" if content.startswith("that ") else None


def _by_content(cue: str, content: str) -> Move:
    """The strongest that the content bears where the cue is neutral."""
    if _SORRY.search(content):
        return "admit"
    if _FALSE.search(content) or _NEVER_DID.search(content[:90]) or (_NEVER.search(content[:90]) and is_wrong(content)):
        return "deny"
    if _ASKED.match(content):
        return "inform"
    if (_THREAT.search(content) and _WILL.search(content) and _HARM.search(content)) or _OR_ELSE.search(content):
        return "threaten"
    if _SUBJUNCTIVE.search(content) and _ASKING.search(cue):
        return "demand"
    if _RIGHT.search(content):
        return "concede"
    if (_OUGHT.search(content) and not _OWN_OUGHT.search(content)) or _IMPERATIVE.search(content):
        return "demand"
    if _OWN_WILL.search(content) or _THEIR_WILL.search(content) or content.startswith("intent "):
        return "promise"
    if is_wrong(content):
        return "inform" if _IF.search(content) else "accuse"
    if _DANGER.search(content):
        return "warn"
    if _WILL.search(content[:120]) and not _TELLING.search(cue):
        return "predict"
    return "inform"

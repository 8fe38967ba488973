"""Whether something was said at all: the status of a statement by the grammar around its cue (codebook, decisions 2 to 4 and 17).

The words looked at are the cue and what stands around it in its clause, never the content's: "said he would resign" is actual.
"""

import re

from sayso.classify import attitudes, unsaid
from sayso.classify.clauses import HIDDEN, Clause, clause
from sayso.classify.negations import is_negated
from sayso.classify.refusals import is_withheld
from sayso.records.statement import Statement, Status

CHAIN = 60
"""Code points before the cue in which its auxiliaries are looked for."""
LONG = 600
"""Code points of a content that are looked through for shares of those asked."""

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
LEAD = 60
"""Code points before the clause in which "it is not true that" is looked for."""


def status(text: str, statement: Statement) -> Status:
    """The status of ``statement``; actual where there is no cue, and where nothing speaks against it."""
    around = clause(text, statement)
    if around is None:
        return "actual"
    cue = " ".join(statement.cue_text.replace(" […] ", " ").split())
    chain, before, after = _chain(around), around.before(), around.after()
    words, lead = f"{chain}{cue}", text[max(0, around.start - LEAD) : around.start].replace("\n", " ")
    first = (statement.source[0].text if statement.source else "").casefold() in ("i", "we") or cue.startswith("May")
    if is_withheld(f"{words} {after[:40]}", cue, statement.content[0].text, " if " in f" {before}{after}".casefold()):
        return "withheld"
    inner = attitudes.is_attitude(statement, cue, chain, f"{before} {after}")
    if inner is not None and inner.certain:
        return "attitude"
    if unsaid.is_unreal(words):
        return "hypothetical"
    if is_negated(statement.source_text, lead, before, chain, cue):
        return "attitude" if inner is not None else "negated"
    if unsaid.is_reported_plan(words, before, after, statement.parent is not None):
        return "anticipated"
    if unsaid.is_hypothetical(words, lead, before, after, first):
        return "hypothetical"
    if unsaid.is_anticipated(words, lead, before, after):
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
    if not words or words[-1].casefold() not in _INVERTING or words[-2:] == [*words[-2:-1], "May"]:
        return ""
    return f"{words[-1].casefold()} "


def _is_measurement(statement: Statement, around: Clause, cue: str) -> bool:
    source, content = statement.source_text, statement.content_text[:LONG]
    if _POLL.search(f"{source} {cue} {around.words.replace(HIDDEN, '')}"):
        return _SHARE.search(content) is not None
    if _FINDS.search(cue) is None or not source[:1].isupper():
        return False
    if _RESEARCH.search(source):
        return _SHARE.search(content) is not None
    return _OPINION.search(content) is not None and "lawyer" not in source

"""Irony that the words show: questions that expect no answer, and praise that the next words take back (codebook, decision 13).

By patterns of grammar; who is meant is told by the mention. What needs knowledge of the world is left to the model.
"""

import re

from sayso.records.position import Label
from sayso.records.span import Span
from sayso.records.statement import Statement

_X = r"(?:[\w’'.-]+\s){1,6}?"
_BLAMING = re.compile(
    rf"(?:^|[\s“\"‘(]|,\s)(?:"
    rf"(?:have|has|had)\s{_X}(?:no|any|a\sshred\sof|an?\sounce\sof)\s(?:shame|decency|conscience|heart|honou?r|mercy)"
    rf"|who\s(?:on\searth\s|in\s\w+\s\w+\s\w+\s|still\s|any\slonger\s)?(?:could|would|can|will|still)?\s?(?:ever\s|still\s|really\s)?"
    rf"(?:trusts?|believes?|votes?\sfor|respects?|takes?\s{_X}seriously|wants?)"
    rf"|what\s(?:on\searth\s)?(?:has|have|did|does|do)\s{_X}ever\s(?:done|do|given|built|achieved|know|care)"
    rf"|(?:do|does|did)\s{_X}(?:really\s|seriously\s|honestly\s)?(?:think|believe|imagine|suppose|take)\s"
    rf"(?:that\s)?(?:we|us|you|people|voters|anyone|everyone|the\s\w+)\s(?:are\s|is\s|were\s|for\s)?(?:all\s|so\s|that\s)?"
    rf"(?:fools?|stupid|idiots?|blind|children|deaf|naive|going\sto\sbelieve|will\sbelieve)"
    rf"|how\sdare|since\swhen\s(?:do|does|did|is|are|has|have)"
    rf"|how\smany\smore|how\s(?:much\slonger|long\smust|can\sanyone|can\sanybody|could\sanyone|does\s{_X}sleep|can\s{_X}(?:sleep|look|live\swith))"
    rf"|is\s(?:this|that)\swhat\s{_X}(?:calls?|means?\sby|promised)"
    rf"|when\s(?:will|is|are)\s{_X}(?:ever\s|finally\s|going\sto\s)(?:stop|learn|wake|listen|grow\sup|admit)"
    rf"|what\s(?:kind|sort)\sof\s(?:an?\s)?\w+\s(?:would|could|can|does|is|are)"
    rf")",
    re.IGNORECASE,
)
_DEFENDING = re.compile(
    r"(?:^|[\s“\"‘(])who\s(?:has|have|had|did)\s(?:ever\s)?(?:done|gave|given|worked|fought|cared)\s(?:more|harder|better)\b[^?]*\bthan\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"(?:^|[.!]\s|[“\"‘])(?:congratulations|bravo|well\sdone|hats\soff|thank\syou|thanks|what\sa\s(?:triumph|success|genius|hero|leader|record|"
    r"performance|achievement|victory|gift|bargain)|how\s(?:generous|kind|thoughtful|brave|noble|clever|wise|considerate)\sof|an?\sgenius\b"
    r"|some\s(?:leader|hero|friend|saviou?r|guardian|expert))\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:only\s(?:half|a\s(?:third|quarter|fraction)|one|two|three|four|five|six|\d+\s(?:years|months|weeks))|just\s(?:half|a\s(?:third|quarter))|"
    r"bankrupt\w*|debts?|losses|lost|crash\w*|collaps\w*|flood\w*|fire[sd]?|ruin\w*|jail\w*|prison|arrest\w*|dead|deaths?|killed|unemployed|"
    r"queues?|darkest|worst|poorer|emptied|closed|broke|broken|fail\w*|scandals?|riots?|wrong|missing|sank|sunk|leak\w*|late)\b",
    re.IGNORECASE,
)
_BLAMES = re.compile(
    r"\b(?:lie[sd]?|cheat\w*|stole\w*|robb\w*|wreck\w*|disgrac\w*|betray\w*|squander\w*|shame\w*)\b", re.IGNORECASE
)
"""Of the loaded words those that are no praise."""
_OWN = re.compile(r"^\W*(?:where|what\stime|which|how\smuch\s(?:does|did|will)|how\soften)\b", re.IGNORECASE)


def meant(statement: Statement, mention: Span) -> Label | None:
    """What a question that expects no answer, or a praise taken back, says of the one mentioned; None where neither stands there.

    Only words given in quotation are looked at: in indirect speech irony is the writer's to report.
    """
    if statement.form == "indirect":
        return None
    part = next((each for each in statement.content if each.start <= mention.start < each.end), None)
    if part is None:
        return None
    sentence = _sentence(part, mention)
    if "?" in sentence and not _OWN.match(sentence):
        if _DEFENDING.search(sentence):
            return "supportive"
        return "critical" if _BLAMING.search(sentence) else None
    praise = _PRAISE.search(part.text)
    if praise is None:
        return None
    rest = part.text[praise.end() :]
    return "critical" if _TAKEN_BACK.search(rest) or _BLAMES.search(rest) else None


def _sentence(part: Span, mention: Span) -> str:
    """The sentence of ``part`` in which the mention begins, up to and with its mark."""
    at = mention.start - part.start
    start = max((found.end() for found in re.finditer(r"[.!?]\W*\s", part.text[:at])), default=0)
    end = re.search(r"[.!?]", part.text[at:])
    return part.text[start : at + end.end() if end else None]

"""Whether a judgement stands under a condition (codebook, decision 9): "If he signed it, he must go"."""

import re
from collections.abc import Sequence

from sayso.records.span import Span
from sayso.records.statement import Statement

_PHRASES_WITH_IF = (
    r"(?!\s(?:you\s(?:ask|like|will|please|want\smy)|I\s(?:may|might|remember)|anything|memory|only\b|nothing\selse|ever\b|"
    r"any\b|truth\sbe\stold))"
)
_CONDITION = re.compile(
    rf"\b(?:[Ii]f\b{_PHRASES_WITH_IF}|[Uu]nless|[Pp]rovid(?:ed|ing)(?: that)?"
    r"|[Aa]ssuming|[Ss]upposing|Suppose|Say (?=(?:he|she|it|they|that|the)\b)|[Ii]n case|(?<!for )[Aa]s long as|[Ss]o long as"
    r"|[Oo]n (?:the )?(?:condition|assumption|understanding) that|[Ii]n the event|[Ii]n (?:which|that) case"
    r"|[Ss]hould (?:he|she|it|they|the|this|that|[A-Z]\w+)|[Ww]ere (?:he|she|it|they|the|[A-Z][\w.]*(?: [A-Z]\w+)?)(?: \w+)? to\b"
    r"|,? were it\b|[Ww]as (?:he|she|it|they) to\b"
    r"|(?:(?<![\w,] )Had|(?<=, )had) (?:he|she|it|they|the \w+|[A-Z]\w+(?: [A-Z]\w+)?) (?:not |only |ever )?"
    r"(?:\w+(?:ed|en|wn|ught|aid|old|ung|ept|ost|eft|ade)\b)"
    r"|would (?:\w+ )?be (?:an? )?(?!too |best|better|good|told|asked|made|able|glad|happy|willing|ready)(?:[\w-]+ ){1,4}?to [a-z]+"
    r"|[Oo]nce\s[^,.;]{3,80}\b(?:is|are|has|have)\b[^.;]{0,80}\b(?:will|shall)\b)"
)
_IMPERATIVE = re.compile(
    r"\W*(?:Close|Sign|Vote|Give|Take|Keep|Ask|Raise|Cut|Sell|Buy|Stop|Pay|Elect|Touch|Try|Open|Send|Show|Leave|Lose|Win|Trust|Cross|"
    r"Block|Ban|Build|Fire|Sack|Jail|Pass|Scrap|Spend|Tax|Refuse|Ignore|Make|Put|Do|Bring|Break|Hand|Tear|Join|Back)\b"
    r"[^.;!?]*,?\s(?:and|or)\s[^.;!?]*\b(?:will|['’]ll|shall|would)\b"
)
"""A command that sets a condition: "close the school, and the board will have shamed itself"."""
_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?(?:\s[\w.]+){0,3}|wonder(?:s|ed|ing)?|know(?:s|n|ing)?|knew|see|sees|check(?:s|ed)?|decide[sd]?|clear|as|even|what"
    r"|(?:to|not|n['’]t|would|could)\ssay|doubt(?:s|ed)?"
    r"|question(?:s|ed)?|unsure|tell(?:\s\w+)?|aloud|find\sout)\s*[“\"']?$",
    re.IGNORECASE,
)
"""Words after which "if" asks, concedes or compares instead of setting a condition."""
_CONCEDES = re.compile(
    r"if\s(?P<manner>\w+ly\s|also\s|rather\s|perhaps\s)?(?:not\s)?(?:an?\s)?(?P<word>[\w-]+)(?:\s[\w-]+)?\s*(?:[,.;:!?”\"]|$)"
)
"""A condition without a verb concedes: "honest, if dull"."""
_DEPENDS = re.compile(
    r"(?:true|guilty|proven|proved|so|not|elected|necessary|genuine|real|accurate|correct|right|wrong|possible|needed|false|authentic|\w+ed|he|she|it|they|this|that)$"
)
_POLITE = re.compile(r"\bwould\sbe\s(?:best|better|good|wise|right)\b[^.]*$")
_END = re.compile(r"[.!?;]|”|\n")
_THEN = re.compile(r"\W*(?:Then|In\sthat\scase|Otherwise)\b")
_WHAT_IF = re.compile(r"\b(?:[Ww]hat\s)?[Ii]f\b|\b[Ss]uppose\b|\b[Uu]nless\b|\b[Ii]magine\b")
_ANEW = re.compile(r"(?:,|;)\s(?:and|but|so)\s(?!(?:then|that|will|would|must|should|is|has)\b)|;")
"""Where a clause begins that a condition before it does not reach, or from which on one holds."""


def conditional(text: str, statement: Statement, evidence: Sequence[Span]) -> bool:
    """Whether a condition stands in the sentence, inside the content, in which the judging words stand."""
    spans = evidence or statement.content
    return any(
        _under(text, statement, part, span) for part in statement.content for span in spans if part.overlaps(span)
    )


def _under(text: str, statement: Statement, part: Span, span: Span) -> bool:
    start, end = _sentence(text, part, span)
    if _IMPERATIVE.match(text, start, end) or (
        _THEN.match(text, start, end) and _WHAT_IF.search(text, part.start, start)
    ):
        return True
    low = _interrupted(text, statement, part) if start == part.start else start
    return any(
        _holds(text, found, part, span, end) and not _POLITE.search(text, max(0, found.start() - 60), found.start())
        for found in _CONDITION.finditer(text, low, end)
    )


def _interrupted(text: str, statement: Statement, part: Span) -> int:
    """Where the sentence begins that ``part`` goes on with behind its cue: "Assuming it is genuine, she said, he lied"."""
    before = [each for each in statement.content if each.end <= part.start]
    if not before or _END.search(text, before[-1].end, part.start) or text[before[-1].end - 1] in ".!?":
        return part.start
    ends = [found.end() for found in _END.finditer(text, before[-1].start, before[-1].end - 1)]
    return max([before[-1].start, *ends])


def _holds(text: str, found: re.Match[str], part: Span, span: Span, end: int) -> bool:
    """Whether a condition is one, and reaches to the judging words."""
    begin = found.start()
    if begin > part.start and _ASKING.search(text[max(part.start, begin - 40) : begin].rstrip()):
        return False
    if begin == part.start and _ASKING.search(text[max(0, begin - 40) : begin].rstrip()):
        return False
    conceded = _CONCEDES.match(text, begin, end)
    if conceded and (_DEPENDS.match(conceded["word"]) is None or conceded["manner"]):
        return False
    if span.start >= found.end():
        return not any(
            (each.group().strip() != ", and" and "so" not in each.group()) or "," in text[found.end() : each.start()]
            for each in _ANEW.finditer(text, found.end(), span.start)
        )
    return _ANEW.search(text, min(span.end, begin), begin) is None


def _sentence(text: str, part: Span, span: Span) -> tuple[int, int]:
    start = part.start
    for found in _END.finditer(text, part.start, min(span.start, part.end)):
        start = found.end()
    found_end = _END.search(text, min(span.end, part.end), part.end)
    return start, found_end.start() if found_end else part.end

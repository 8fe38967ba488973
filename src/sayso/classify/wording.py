"""Whose words an evaluation is: the speaker's in quotation marks, the speaker's in paraphrase, or the writer's.

A loaded word outside quotation marks is never credited to a speaker (codebook, decisions 5 and 23): where it names or
describes somebody in passing it is the writer's, where it is what the speaker is reported to have said it is paraphrase.
"""

import re
from collections.abc import Sequence

from sayso.classify.loaded import loaded, loaded_ranges
from sayso.classify.marks import quotes_nobody
from sayso.records.position import Wording
from sayso.records.span import Span
from sayso.records.statement import Statement

_MARK = re.compile(r"[“”„‟\"«»]|''|``|(?<!\w)['‘‚](?=\S)|(?<=[\w.,!?…])['’](?!\w)")
_OPENS = frozenset("“„«‘‚")
_CLOSES = frozenset("”»’")
_PASSING = re.compile(
    r"(?:\s?(?:[,(–—]|--?)\s*(?:(?:a|an|the|that|this|himself|herself|itself|themselves|who|whose|which|once|long|now|widely|"
    r"ever)\b|$))|\s(?:who|whose|which)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"[,)–—]\s(?:\w+ly\s|also\s|now\s|then\s)?(?:is|are|was|were|has|had|have|will|would|did|does|could|should|must|might|may)\b"
)
"""Where an aside has ended and the sentence goes on: ", who grew up there, was a thief"."""
_RELATIVE = re.compile(r"(?:^|[\s,])(?:who|whose|which|whom)\s(?:[\w’'-]+\s){0,6}$")
_DETERMINER = re.compile(
    r"\b(?:the|his|her|its|their|this|that|these|those|our|my|your|\w+['’]s|\w+s['’])\s(?:[\w’'-]+\s|"
    r"[\w’'-]+,\s){0,3}$",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|['’]s|['’]re|become|becomes|became|remains?|remained|as|seems?|seemed|"
    r"looks?|looked|like|"
    r"call(?:s|ed|ing)?\s\S+|nothing\sbut|no\sbetter\sthan|made\s\S+|proved|turned\s(?:out|into)|considered|"
    r"thought|grown|been\scalled)\s"
    r"(?:not\s|no\s|also\s|both\s|never\s|simply\s|too\s|so\s|very\s|just\s|now\s|still\s|only\s|\w+ly\s)*"
    r"(?:an?\s|the\s(?:most\s|worst\s|best\s|greatest\s|biggest\s|only\s)?|one\sof\s|his\s|her\s|its\s|"
    r"their\s)?(?:[\w’'-]+\s|[\w’'-]+,\s|and\s|or\s){0,4}$",
    re.IGNORECASE,
)
_DEPARTURE = re.compile(
    r"\b(?:resign\w*|step(?:s|ped|ping)?\s(?:down|aside)|quit|must\sgo|(?:should|to|ought\sto|has\sto|have\sto|had\sto)\sgo(?!\sto)\b|abdicat\w+|"
    r"(?:be|being|is|was)\s(?:dismissed|removed|sacked|fired|ousted|impeached|evicted|expelled|deposed)|(?:dismiss|remov|sack|oust|impeach|"
    r"evict|expel|depos|fire)(?:al|e|ing|ment|ion)?\b|(?:evict|expulsion|ouster|impeachment|removal|dismissal)\w*|leave\s(?:office|power))",
    re.IGNORECASE,
)
_TO_THE_NAME = re.compile(
    r"[”\"]?,?\s(?:(?:[A-Z][\w.’'-]*|of|the|and|regime|government|owners?|leader|mayor|president|minister)\s)*"
)
_PHRASE = re.compile(r"\b(?:the|that|this|a|an|his|her|its|their)\s(?:[“\"]?[\w’'-]+[”\"]?,?\s){0,4}$", re.IGNORECASE)
_CALLING = re.compile(r"\b(?:is|are|was|were|be|call\w*\s\S+|as|like|brand\w*\s\S+)\s$", re.IGNORECASE)
_FOUND_HER = re.compile(r"\b(?:found|thought|called|made|considered|deemed|judged|think|find|call)\sher\s(?:\w+ly\s)?$")
_OBJECT = re.compile(
    r"\s(?:the|an?|his|her|its|their|our|my|him|them|us|it|half|all|every|\d+|by|in|on|at|for|to|with|when|while|"
    r"twice|again)\b|[.,;]|$"
)
_AUXILIARIES = re.compile(
    r"(?:(?:had|has|have|having|was|were|is|are|be|been|being|will|would|to|that|the|a|an|it|of|and)\W*)+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"”’»)]*\s")
_FINITE_SELF = re.compile(
    r"\b(?:had|has|have|having|was|were|is|are|be|been|being|for|of|by|to|not|never|from|and|or)\s(?:\w+ly\s)?$"
)


def wording(text: str, statement: Statement, evidence: Sequence[Span], mention: Span) -> Wording:
    """Whose words ``evidence`` is in ``statement``; ``mention`` names the one who is judged.

    Where several words judge, those that quote the speaker decide, then those that the speaker is reported to have said.
    """
    if not evidence:
        return "quoted" if _verbatim(statement) else "paraphrased"
    evidence = _telling(text, evidence)
    found = {_one(text, statement, each, mention) for each in evidence}
    weak = "quoted" not in found and all(_DEPARTURE.search(each.text) or not loaded(each.text) for each in evidence)
    if weak and _asks_to_go(statement) and _described_by_writer(text, statement, mention):
        return "writer"
    order: tuple[Wording, ...] = ("quoted", "paraphrased", "undecided", "writer")
    return next(each for each in order if each in found)


def is_asserted(text: str, statement: Statement, evidence: Sequence[Span], mention: Span, whose: Wording) -> bool:
    """Whether anything of the judgement is left to the speaker: not where only the writer describes somebody in passing, and
    not where the judging words stand in a title, a nickname or scare quotes."""
    if _asks_to_go(statement):
        return True
    evidence = _telling(text, evidence)
    if _only_described(text, statement, evidence, mention):
        return False
    named = [quotes_nobody(text, statement, each) for each in evidence]
    if any(named) and all(nobody or not loaded(each.text) for each, nobody in zip(evidence, named, strict=True)):
        return False
    return whose != "writer" or not evidence or not all(_describes(text, statement, each, mention) for each in evidence)


def _only_described(text: str, statement: Statement, evidence: Sequence[Span], mention: Span) -> bool:
    """Whether the writer describes somebody with loaded words ("the treacherous Crale") and no other word judges: what a model
    finds elsewhere then ("kept bees") is their echo. A cue that judges by itself ("condemned the treacherous Crale") stays."""
    if loaded(statement.cue_text) or not _described_by_writer(text, statement, mention):
        return False
    return not any(loaded(each.text) for each in evidence if not _describes(text, statement, each, mention))


def _describes(text: str, statement: Statement, evidence: Span, mention: Span) -> bool:
    """Whether judging words inside the content belong to the naming of somebody, and not to an act or a thing of his."""
    part = _part(statement, evidence)
    if part is None or not part.overlaps(mention):
        return False
    if evidence.start < mention.end and mention.start < evidence.end:
        return True
    if evidence.end <= mention.start:
        return _TO_THE_NAME.fullmatch(text, evidence.end, mention.start) is not None
    return mention.end <= evidence.start and _aside(text, mention, evidence, part)


def _asks_to_go(statement: Statement) -> bool:
    """Whether the content or the cue asks for somebody to leave, which presupposes a fault whatever he is called."""
    return _DEPARTURE.search(f"{statement.cue_text} {statement.content_text}") is not None


def _described_by_writer(text: str, statement: Statement, mention: Span) -> bool:
    """Whether loaded words right before the name, or in it, describe the one mentioned in passing, outside marks."""
    part = _part(statement, mention)
    if part is None or _verbatim(statement):
        return False
    start = max(part.start, mention.start - 40)
    found = _PHRASE.search(text, start, mention.start)
    begin = found.start() if found else mention.start
    quoted = _quoted_ranges(text, part)
    if _CALLING.search(text, start, begin):
        return False
    words = [*loaded_ranges(text, begin, mention.end)]
    return any(
        not any(a <= low < b for a, b in quoted) or quotes_nobody(text, statement, Span.of(text, low, high))
        for low, high in words
    ) or (_scared(text, statement, begin, mention.end))


def _scared(text: str, statement: Statement, start: int, end: int) -> bool:
    """Whether a word held at a distance stands before the name: "the “esteemed” rector"."""
    return any(
        quotes_nobody(text, statement, Span.of(text, each.start(), each.end()))
        for each in re.finditer(r"(?<=[“\"«‘])[\w-]+", text[:end])
        if each.start() >= start
    )


def _one(text: str, statement: Statement, evidence: Span, mention: Span) -> Wording:
    part = _part(statement, evidence)
    if part is None:
        return _outside(text, statement, evidence, mention)
    if _verbatim(statement):
        return "quoted"
    if _is_quoted(text, statement, part, evidence):
        return "writer" if quotes_nobody(text, statement, evidence) else "quoted"
    if _in_passing(text, part, evidence, mention):
        return "writer"
    return "undecided" if _unattributed(text, statement, part) else "paraphrased"


def _telling(text: str, evidence: Sequence[Span]) -> list[Span]:
    """Whole words, without spans that hold auxiliaries alone, unless there are no others."""
    whole = [_whole(text, each) for each in evidence]
    return [each for each in whole if not _AUXILIARIES.fullmatch(each.text)] or whole


def _whole(text: str, span: Span) -> Span:
    """The span widened to whole words; what a model marks may end inside one."""
    start, end = span.start, span.end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span.of(text, start, end)


def _part(statement: Statement, span: Span) -> Span | None:
    """The part of the content that ``span`` begins in, or that begins in it."""
    return next((each for each in statement.content if each.overlaps(span)), None)


def _verbatim(statement: Statement) -> bool:
    """Whether all of the content is the speaker's words: a turn, a signed text, a quotation."""
    return statement.form == "direct"


def _is_quoted(text: str, statement: Statement, part: Span, evidence: Span) -> bool:
    """Whether the middle of ``evidence`` stands between marks that open inside the content or right before it."""
    if statement.form == "indirect":
        return False
    middle = max(part.start, (max(evidence.start, part.start) + min(evidence.end, part.end)) // 2)
    return any(start <= middle < end for start, end in _quoted_ranges(text, part))


def _quoted_ranges(text: str, part: Span) -> list[tuple[int, int]]:
    """What stands between marks in ``part``; a mark right before it counts, one that is never closed reaches to its end."""
    begin = part.start
    while begin > 0 and part.start - begin < 2 and _MARK.match(text, begin - 1):
        begin -= 1
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(text, begin, min(len(text), part.end + 1)):
        sign = mark.group()
        if opened is None:
            if sign not in _CLOSES:
                opened = (mark.end(), sign)
        elif _closes(opened[1], sign):
            found.append((opened[0], mark.start()))
            opened = None
    if opened is not None and opened[1] not in "'‘‚":
        found.append((opened[0], part.end))
    return found


def _closes(opening: str, sign: str) -> bool:
    """Double marks close double ones, single single ones; papers mix their shapes."""
    single = "'‘’‚"
    return sign not in _OPENS - {"“"} and (opening in single) == (sign in single) if opening != "«" else sign == "»"


def _outside(text: str, statement: Statement, evidence: Span, mention: Span) -> Wording:
    """Words outside the content: the cue's verb carries its stance, what else describes somebody is the writer's."""
    if any(each.overlaps(evidence) for each in statement.cue):
        return "paraphrased"
    if _within(evidence, mention) or any(each.overlaps(evidence) for each in statement.source):
        return "writer"
    return (
        "writer"
        if loaded(evidence.text) and _attributive(text, statement.sentence, evidence, mention)
        else "paraphrased"
    )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _in_passing(text: str, part: Span, evidence: Span, mention: Span) -> bool:
    """Whether the judging words only name or describe somebody, beside what is asserted."""
    if not loaded(evidence.text):
        return False
    if _within(evidence, mention):
        return not _called(text, part, mention)
    if mention.end <= evidence.start and evidence.start - mention.end <= 60 and _aside(text, mention, evidence, part):
        return True
    return _attributive(text, part, evidence, mention)


def _called(text: str, part: Span, mention: Span) -> bool:
    """Whether the naming itself is what is asserted: "called him a tyrant", where the tyrant is the mention."""
    return _PREDICATE.search(text[max(part.start, mention.start - 60) : mention.start]) is not None


def _aside(text: str, mention: Span, evidence: Span, part: Span) -> bool:
    """Whether the words stand in an apposition or a relative clause after the mention, and the sentence goes on behind it."""
    between = text[mention.end : evidence.start]
    opened = _PASSING.match(between)
    if opened is None or _CLOSED.search(between, opened.end()):
        return False
    rest = text[evidence.end : part.end]
    return any(sign in rest for sign in (",", ")", "–", "—", "--")) or " who " in f"{between} "


def _attributive(text: str, part: Span, evidence: Span, mention: Span) -> bool:
    """Whether a loaded word stands before a noun, or as a noun, in a phrase with the, this or a possessive."""
    before = text[max(part.start, evidence.start - 80) : evidence.start]
    if _RELATIVE.search(before):
        return True
    if _PREDICATE.search(before):
        return False
    if _PREDICATE.match(f"{evidence.text} ") or _FINITE_SELF.search(before):
        return False
    if _opens_definite(evidence.text):
        return True
    found = _DETERMINER.search(before)
    if (
        found is None
        or _is_verb(text, evidence, part)
        or (_FOUND_HER.search(before) and not _goes_on(text, evidence, part))
    ):
        return False
    # what follows the whole mention is said of it
    return not evidence.start - len(before) + found.start() < mention.end <= evidence.start


def _goes_on(text: str, evidence: Span, part: Span) -> bool:
    """Whether a noun may follow the judging word."""
    return re.match(r"\s(?!and\b|or\b|but\b|in\b|at\b)\w", text[evidence.end : part.end]) is not None


def _is_verb(text: str, evidence: Span, part: Span) -> bool:
    """Whether a word in -ed has an object or an adverbial behind it and so is no adjective: "squandered the money"."""
    return evidence.text.endswith("ed") and _OBJECT.match(text, evidence.end, part.end) is not None


def _opens_definite(words: str) -> bool:
    """Whether the judging words themselves are a definite phrase: "the corrupt premier"."""
    return re.match(r"(?:the|his|her|its|their|this|these|those)\s", words, re.IGNORECASE) is not None


def _unattributed(text: str, statement: Statement, part: Span) -> bool:
    """Whether ``part`` is a sentence of its own, without marks, behind the sentence that holds the cue."""
    if not statement.cue:
        return True
    cue = statement.cue[-1].end
    if part.start <= cue or part is statement.content[0]:
        return False
    return _SENTENCE.search(text, cue, part.start) is not None

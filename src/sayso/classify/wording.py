"""Whose words an evaluation is: the speaker's in quotation marks, the speaker's in paraphrase, or the writer's.

A loaded word outside quotation marks is never credited to a speaker (codebook, decisions 5 and 23): where it names or
describes somebody in passing it is the writer's, where it is what the speaker is reported to have said it is paraphrase.
"""

import re
from collections.abc import Sequence

from sayso.classify.loaded import loaded
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
_OBJECT = re.compile(
    r"\s(?:the|an?|his|her|its|their|our|my|him|them|us|it|half|all|every|\d+|by|in|on|at|for|to|with|when|while|"
    r"twice|again)\b|[.,;]|$"
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
    found = {_one(text, statement, each, mention) for each in evidence}
    order: tuple[Wording, ...] = ("quoted", "paraphrased", "undecided", "writer")
    return next(each for each in order if each in found)


def _one(text: str, statement: Statement, evidence: Span, mention: Span) -> Wording:
    part = _part(statement, evidence)
    if part is None:
        return _outside(text, statement, evidence, mention)
    if _verbatim(statement) or _is_quoted(text, statement, part, evidence):
        return "quoted"
    if _in_passing(text, part, evidence, mention):
        return "writer"
    return "undecided" if _unattributed(text, statement, part) else "paraphrased"


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
    if opened is None:
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
    if found is None or _is_verb(text, evidence, part):
        return False
    # what follows the whole mention is said of it
    return not evidence.start - len(before) + found.start() < mention.end <= evidence.start


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

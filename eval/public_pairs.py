"""Pairs of a holder and an object in one sentence, from the public sets.

DSE (Park et al. 2021): does p feel positively or negatively about q; each sentence gives two directed pairs.
NewsMTSC (Hamborg and Donnay 2021): how a target is portrayed; there is no holder, so it serves to warm up only.
Spans are half-open and in code points of the text.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Range = tuple[int, int]

NONE, SUPPORTIVE, CRITICAL = 0, 1, 2
STANCES = ("none", "supportive", "critical")

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"\w+")
_OF_LABEL = {0: (NONE, NONE), 1: (SUPPORTIVE, NONE), 2: (NONE, SUPPORTIVE), 3: (CRITICAL, NONE), 4: (NONE, CRITICAL)}
"""Stance of p toward q and of q toward p, by the label of a DSE line."""
_OF_POLARITY = {-1: CRITICAL, 0: NONE, 1: SUPPORTIVE}


@dataclass(frozen=True, slots=True)
class Pair:
    """Does the holder, or the text where there is none, judge the object, and how (a number of ``STANCES``)?"""

    text: str
    holder: Range | None
    object: Range
    stance: int


def read_dse(path: Path) -> list[Pair]:
    """Two pairs for each line: sentence with ``[p]`` and ``[q]``, p, q, label. ValueError names a line that is none."""
    pairs: list[Pair] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            pairs += _pairs_of(line.rstrip("\n").split("\t"), f"{path}:{number}")
    return pairs


def read_newsmtsc(path: Path) -> list[Pair]:
    """One pair for each line, without holder."""
    return list(_targets(path))


def _targets(path: Path) -> Iterator[Pair]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            span = (record["from"], record["to"])
            yield Pair(record["sentence"], None, span, _OF_POLARITY[int(record["polarity"])])


def _pairs_of(fields: list[str], place: str) -> Iterable[Pair]:
    if len(fields) != 4 or not fields[3].isdigit() or int(fields[3]) not in _OF_LABEL:
        raise ValueError(f"{place} has not the form sentence, p, q, label")
    found = list(_BRACKETS.finditer(fields[0]))
    if len(found) != 2:
        raise ValueError(f"{place} has {len(found)} bracketed names, not two")
    text, spans = _without_brackets(fields[0], found)
    first, second = (_whole_words(text, each) for each in spans)
    ahead, back = _OF_LABEL[int(fields[3])]
    return Pair(text, first, second, ahead), Pair(text, second, first, back)


def _without_brackets(text: str, found: Iterable["re.Match[str]"]) -> tuple[str, list[Range]]:
    """The sentence without the four brackets, and where the names stand in it."""
    spans = [(each.start(1) - 1 - 2 * n, each.end(1) - 1 - 2 * n) for n, each in enumerate(found)]
    return text.replace("[", "").replace("]", ""), spans


def _whole_words(text: str, span: Range) -> Range:
    """The set cuts names inside words ("Los Angele" of "Los Angeles")."""
    start, end = span
    touched = [each.span() for each in _WORD.finditer(text) if each.start() < end and start < each.end()]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else span

"""Gold of the writer's voice (``VOICE.md``): checked, compiled from a coding, counted, and two coders compared.

python -m eval.voice_gold check FILES…                             # every fault of every line; counts by genre, label, part
python -m eval.voice_gold compile TEXTS CODING OUT --coder B       # texts with sentences, coding by sentence number -> gold
python -m eval.voice_gold agreement A.jsonl B.jsonl
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.anchors import LEFT, RIGHT, AnchorError, locate, read_lines
from eval.coding import run
from eval.position_gold import LABELS, ac1
from eval.splits import part_of
from sayso.extract.layout import lay_out

HOLDERS = {
    "news": "author", "opinion": "author", "letter": "author", "post": "author", "editorial": "publisher", "agency": "agency",
    "sponsored": "issuer", "interview": "interviewer", "minutes": "unknown", "unknown": "unknown",
}  # fmt: skip  # one line for each group of genres
"""Whose voice the writer's is, by genre (decision 21 of the codebook)."""

Line = dict[str, Any]
Range = tuple[int, int]


class VoiceGoldError(ValueError):
    """A line that is no gold of voices; the message names every fault."""


def read_voice(path: Path) -> Iterator[Line]:
    """The lines of a file, each checked. VoiceGoldError names the first line that has faults, and all of them."""
    for number, line in enumerate(read_lines(path), 1):
        if found := faults(line):
            raise VoiceGoldError(f"{path}:{number}: " + "; ".join(found))
        yield line


def faults(line: Line) -> list[str]:
    """What is wrong with a line, in words; empty where nothing is."""
    missing = [field for field in ("id", "text", "genre", "codebook", "sentences", "voice") if field not in line]
    if missing:
        return [f"no {field}" for field in missing]
    if line["genre"] not in HOLDERS:
        return [f"genre {line['genre']!r} is none of {', '.join(HOLDERS)}"]
    wrong = [each for each in _spans(line) if not _holds(line["text"], each)]
    if wrong:
        return [f"{each!r} is no span of the text, or has white space at an end" for each in wrong]
    return [*_of_sentences(line["sentences"]), *_of_voices(line)]


def _spans(line: Line) -> Iterator[Any]:
    yield from line["sentences"]
    for each in line["voice"]:
        yield each.get("span")
        if each.get("mention") is not None:
            yield each["mention"]


def _holds(text: str, span: Any) -> bool:
    """Whether ``span`` is half-open in code points of ``text``, not empty, and trimmed."""
    if not isinstance(span, list) or len(span) != 2 or not all(type(each) is int for each in span):
        return False
    start, end = span
    return 0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()


def _of_sentences(sentences: Sequence[Sequence[int]]) -> list[str]:
    pairs = pairwise(sentences)
    return [f"sentences {one} and {other} overlap or are out of order" for one, other in pairs if one[1] > other[0]]


def _of_voices(line: Line) -> Iterator[str]:
    text, used = line["text"], Counter[Range]()
    quoted = [(each.start, each.end) for each in lay_out(text).quotations]
    for each in line["voice"]:
        start, end = each["span"]
        around = [(a, b) for a, b in line["sentences"] if a <= start and end <= b]
        told = repr(text[start:end][:60])
        if not around:
            yield f"{told} lies in no coded sentence"
            continue
        used[around[0]] += 1
        if any(a <= start and end <= b for a, b in quoted):
            yield f"{told} lies inside a quotation, where the writer has no voice"
        if each["holder"] != HOLDERS[line["genre"]]:
            yield f"the holder of {told} is {each['holder']!r}; of {line['genre']} it is {HOLDERS[line['genre']]!r}"
        yield from _of_stance(each, told)
        if each.get("mention") and each["mention"][0] >= around[0][1]:
            yield f"the mention of {each['object']!r} comes after {told}"
    yield from (f"sentence {list(span)} has {times} voices" for span, times in used.items() if times > 1)


def _of_stance(voice: Line, told: str) -> Iterator[str]:
    if voice["label"] not in LABELS:
        yield f"label {voice['label']!r} of {told} is none of {', '.join(LABELS)}"
    if (voice["object"] is None) != (voice["label"] == "none"):
        yield f"{told}: a stance has an object, and without one the label is none"
    if (voice["object"] is None) != (voice["mention"] is None):
        yield f"{told}: object and mention stand together"


def compile_line(known: Line, coding: Line, *, coder: str) -> Line:
    """The text with its voices; ``coding`` names sentences by number, from 1. AnchorError names everything that does not fit.

    A mention is an anchor, or just the words, which are then looked for in the sentence; ``span`` is an anchor for a part of
    the sentence, where the rest is somebody else's.
    """
    problems: list[str] = []
    voices = []
    for each in coding["voice"]:
        try:
            voices.append(_voice(known, each))
        except (AnchorError, IndexError, KeyError) as error:
            problems.append(f"{known['id']} sentence {each.get('n')}: {error!r}")
    line = {**known, "codebook": "1.0", "coder": coder, "voice": voices}
    problems += [f"{known['id']}: {each}" for each in ([] if problems else faults(line))]
    if problems:
        raise AnchorError("\n".join(problems))
    return line


def _voice(known: Line, coded: Line) -> Line:
    if coded["n"] < 1:
        raise IndexError(f"sentences are numbered from 1, not {coded['n']}")
    text, (start, end) = known["text"], known["sentences"][coded["n"] - 1]
    words = coded.get("mention")
    if words and LEFT not in words:
        found = text.find(words, start, end)
        if found < 0:
            raise AnchorError(f"{words!r} is not in the sentence; give an anchor with {LEFT}…{RIGHT}")
        mention: list[int] | None = [found, found + len(words)]
    else:
        mention = _located(text, words) if words else None
    span = _located(text, coded["span"]) if coded.get("span") else [start, end]
    kept = {field: coded.get(field) for field in ("object", "label")}
    return {"span": span, "holder": HOLDERS[known["genre"]], **kept, "mention": mention}


def _located(text: str, anchor: str) -> list[int]:
    found = locate(text, anchor)
    return [found.start, found.end]


def by_sentence(line: Line) -> list[Line | None]:
    """For each coded sentence its voice, or None where it evaluates nothing."""
    return [
        next((each for each in line["voice"] if start <= each["span"][0] and each["span"][1] <= end), None)
        for start, end in line["sentences"]
    ]


def agreement(first: Sequence[Line], second: Sequence[Line]) -> Mapping[str, Any]:
    """Of the sentences that both have coded: evaluative or not (share, F1, AC1). Where both say evaluative: the label; whether an object
    is named; where both name one, whether the mentions overlap (somebody else may still be meant); and the span, to the character.
    """
    other = {line["id"]: line for line in second}
    pairs = [
        pair
        for line in first
        if line["id"] in other
        for pair in zip(by_sentence(line), by_sentence(other[line["id"]]), strict=True)
    ]
    if not pairs:
        raise VoiceGoldError("the two files have no article in common")
    said = [(a is not None, b is not None) for a, b in pairs]
    both = [(a, b) for a, b in pairs if a and b]
    marked = sum(a + b for a, b in said)
    found = {
        "sentences": len(said),
        "evaluative": {
            "agree": round(100 * sum(a == b for a, b in said) / len(said), 1),
            "f1": round(200 * len(both) / marked, 1) if marked else None,
            "ac1": round(ac1(said), 3),
        },
    }
    if both:
        found["label"] = _agreed([(a["label"], b["label"]) for a, b in both])
        found["object"] = _agreed([(a["object"] is not None, b["object"] is not None) for a, b in both])
        found["mention"] = _shared(
            [_overlap(a["mention"], b["mention"]) for a, b in both if a["mention"] and b["mention"]]
        )
        found["span"] = _shared([a["span"] == b["span"] for a, b in both])
    return found


def _agreed(pairs: Sequence[tuple[Any, Any]]) -> Mapping[str, Any]:
    return {**_shared([a == b for a, b in pairs]), "ac1": round(ac1(pairs), 3)}


def _shared(right: Sequence[bool]) -> Mapping[str, Any]:
    return {"agree": round(100 * sum(right) / len(right), 1) if right else None, "n": len(right)}


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def counts(lines: Iterable[Line]) -> Iterator[str]:
    """Articles, sentences, evaluative sentences: of all, by genre, by part; and the labels."""
    rows: dict[str, Counter[str]] = {}
    labels: Counter[str] = Counter()
    for line in lines:
        for name in ("all", f"genre {line['genre']}", f"part {part_of(line)}"):
            row = rows.setdefault(name, Counter())
            row.update(articles=1, sentences=len(line["sentences"]), evaluative=len(line["voice"]))
        labels.update(each["label"] for each in line["voice"])
    for name, row in sorted(rows.items()):
        share = 100 * row["evaluative"] / max(1, row["sentences"])
        yield f"{name:18} {row['articles']:5} articles {row['sentences']:6} sentences {row['evaluative']:5} evaluative ({share:.0f} %)"
    yield "labels: " + ", ".join(f"{name} {labels[name]}" for name in LABELS)


def check(paths: Sequence[Path]) -> int:
    """Print every fault and the counts; 1 if there is a fault."""
    bad, good = 0, []
    for path in paths:
        for number, line in enumerate(read_lines(path), 1):
            found = faults(line)
            bad += len(found)
            for each in found:
                print(f"{path}:{number}: {each}")
            if not found:
                good.append(line)
    for told in counts(good):
        print(told)
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["check"]:
        sys.exit(check([Path(each) for each in sys.argv[2:]]))
    run(__doc__, compile_line, agreement, "voice")

"""Minimal pairs of decisions 17, 20 and 21: whose claim a sentence is, and what the headline has in the body.

    python -m eval.voice_pairs            # compiles every pair and counts them by decision

A side is a coding line of ``POSITIONS.md`` with ``genre`` and other metadata, with ``voice`` in anchors, and for decision 20
with ``summary``: what the headline, standfirst, lead or caption names (``VOICE.md``). ``minimal_pairs`` leaves these files to
this module. Nothing here reads a text.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.anchors import AnchorError, locate, read_lines
from eval.anchors import compile_line as compile_statements
from eval.minimal_pairs import CODEBOOK, FOLDER, WITH_VOICE, Flip, Pair
from eval.voice_gold import faults
from sayso.extract.layout import lay_out

PLACES = ("headline", "standfirst", "lead", "caption")
KINDS = ("speaker", "group", "claim")

Line = dict[str, Any]


def read_pairs(folder: Path = FOLDER) -> Iterator[Pair]:
    """All pairs in the order of their decisions; AnchorError names one that does not compile or says what its codes do not."""
    for decision in WITH_VOICE:
        path = folder / f"{decision}.jsonl"
        for number, line in enumerate(read_lines(path) if path.exists() else (), 1):
            where = f"{path.name}:{number}"
            try:
                pair = _pair(line, number)
            except (AnchorError, KeyError) as error:
                raise AnchorError(f"{where}: {error}") from error
            _check_told(pair, where)
            yield pair


def value_of(side: Line, flip: Flip) -> Any:
    """What a side has in the field that flips: of its voice number ``of``, from 1, or of the thing called ``of`` in a summary.

    ``voice.holder``, ``voice.label`` and the like are None where the side has no such voice, ``summary_only`` where nothing is
    called so.
    """
    if flip.field == "summary_only":
        return next((each["summary_only"] for each in side.get("summary", ()) if each["named"] == flip.of), None)
    if not isinstance(flip.of, int) or flip.of > len(side["voice"]):
        return None
    return side["voice"][flip.of - 1][flip.field.removeprefix("voice.")]


def _check_told(pair: Pair, where: str) -> None:
    for name, side, told in (("a", pair.a, pair.flip.a), ("b", pair.b, pair.flip.b)):
        if (coded := value_of(side, pair.flip)) != told:
            raise AnchorError(f"{where}: the flip says {told!r} of side {name}, which has {coded!r}")
    if pair.flip.a == pair.flip.b:
        raise AnchorError(f"{where}: nothing flips")


def _pair(line: Line, number: int) -> Pair:
    sides = {side: _side(line[side], f"p{line['decision']}-{number}{side}") for side in ("a", "b")}
    return Pair(line["decision"], number, line["change"], sides["a"], sides["b"], Flip(**line["flip"]))


def _side(side: Line, name: str) -> Line:
    """A side as a gold line: statements and voices with spans, the summary with the ids of the statements that bear it out."""
    coded = ("statements", "voice", "summary")
    article = {"id": name, **{field: value for field, value in side.items() if field not in coded}}
    line = compile_statements(article, side, codebook=CODEBOOK, coder="adjudicated")
    by_number = _in_order_of_coding(side, line)
    line["sentences"] = [list(each) for each in lay_out(side["text"]).sentences]
    line["voice"] = [
        {**each, "span": _at(side, each["span"]), "mention": _at(side, each["mention"])} for each in side["voice"]
    ]
    if problems := faults(line):
        raise AnchorError("; ".join(problems))
    if "summary" in side:
        line["summary"] = [_summary(side, each, by_number) for each in side["summary"]]
    return line


def _in_order_of_coding(side: Line, line: Line) -> list[str]:
    """Ids of the statements as they are numbered in the file, where they have to stand in text order."""
    firsts = [each["content"][0][0] for each in line["statements"]]
    told = [locate(side["text"], each["content"][0]).start for each in side["statements"]]
    if firsts != told:
        raise AnchorError("statements are not in text order")
    return [each["id"] for each in line["statements"]]


def _summary(side: Line, named: Line, statements: list[str]) -> Line:
    for field, known in (("place", PLACES), ("kind", KINDS)):
        if named[field] not in known:
            raise AnchorError(f"{field} {named[field]!r} is none of {', '.join(known)}")
    if named["summary_only"] == bool(named["borne_out_by"]):
        raise AnchorError(f"{named['named']}: summary only means that no statement of the body bears it out")
    if any(number > len(statements) for number in named["borne_out_by"]):
        raise AnchorError(f"{named['named']}: there are {len(statements)} statements")
    borne = [statements[number - 1] for number in named["borne_out_by"]]
    return {**named, "mention": _at(side, named["mention"]), "borne_out_by": borne}


def _at(side: Line, anchor: str | None) -> list[int] | None:
    if anchor is None:
        return None
    found = locate(side["text"], anchor)
    return [found.start, found.end]


def main() -> None:
    counted = Counter(pair.decision for pair in read_pairs())
    for decision, count in sorted(counted.items()):
        print(f"decision {decision:2d}: {count} pairs")
    print(f"{sum(counted.values())} pairs")


if __name__ == "__main__":
    main()

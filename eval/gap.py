"""GAP: an ambiguous pronoun and two names, and for each name whether the pronoun means it (Webster et al. 2018).

Scored as there: F1 over all decisions, two a snippet, for all pronouns, masculine and feminine ones. Their bias is feminine over
masculine F1; the inverse is printed too. A name is answered yes if a mention that overlaps it is in the pronoun's cluster.
Offsets are code points of the snippet; its URL is not used.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso import scoring
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.scored import Linked
from sayso.scoring import Counts

Range = tuple[int, int]
Answer = tuple[bool, bool]

MASCULINE = frozenset(["he", "him", "his"])
COLUMNS = ("ID", "Text", "Pronoun", "Pronoun-offset", "A", "A-offset", "A-coref", "B", "B-offset", "B-coref")


@dataclass(frozen=True, slots=True)
class Snippet:
    """One text with a pronoun and the names A and B; ``gold`` tells whether it means A, and B."""

    name: str
    text: str
    pronoun: Range
    names: tuple[Range, Range]
    gold: Answer

    @property
    def masculine(self) -> bool:
        return self.text[slice(*self.pronoun)].lower() in MASCULINE


def read_gap(path: Path) -> list[Snippet]:
    """The snippets of a TSV file as published. ValueError names a line whose offsets do not fit."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not set(COLUMNS) <= set(rows.fieldnames or ()):
            raise ValueError(f"{path} has not the columns {', '.join(COLUMNS)}")
        return [_snippet(row, f"{path}:{rows.line_num}") for row in rows]


def _snippet(row: dict[str, str], place: str) -> Snippet:
    spans = []
    for column in ("Pronoun", "A", "B"):
        start = int(row[f"{column}-offset"])
        span = (start, start + len(row[column]))
        if row["Text"][slice(*span)] != row[column]:
            raise ValueError(f"{place}: {column} does not stand at {start}")
        spans.append(span)
    gold = (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE")
    return Snippet(row["ID"], row["Text"], spans[0], (spans[1], spans[2]), gold)


def answer(snippet: Snippet, found: Linked) -> Answer:
    """Which of the two names the pronoun's cluster holds."""
    own = next(
        (
            n
            for n, each in enumerate(found.listed)
            if isinstance(each.what, Pronoun) and each.start == snippet.pronoun[0]
        ),
        -1,
    )
    number = found.links.of[own] if own >= 0 else -1
    if number < 0:
        return False, False
    spans = [(each.start, each.end) for n, each in enumerate(found.listed) if found.links.of[n] == number and n != own]
    first, second = (any(start < high and low < end for start, end in spans) for low, high in snippet.names)
    return first, second


def counts(gold: Answer, found: Answer) -> Counts:
    """Names rightly taken for the pronoun's, taken, and meant."""
    return Counts(sum(a and b for a, b in zip(gold, found, strict=True)), sum(found), sum(gold))


def figures_of(snippets: Sequence[Snippet], answers: Sequence[Answer]) -> dict[str, float]:
    """F1 in percent over all, masculine and feminine pronouns, and the ratio of the latter two, masculine first."""
    found = {part: scoring.total(picked).f1 for part, picked in _parts(snippets, answers).items()}
    figures = {part: round(100 * f1, 2) for part, f1 in found.items()}
    return figures | ({"ratio": round(found["masculine"] / found["feminine"], 4)} if found["feminine"] else {})


def report(name: str, snippets: Sequence[Snippet], answers: Sequence[Answer]) -> str:
    """The figures as text."""
    of = _parts(snippets, answers)
    lines = [f"{name}: {len(snippets)} snippets"]
    lines += [_line(part, picked) for part, picked in of.items()]
    he, she = (scoring.total(of[each]).f1 for each in ("masculine", "feminine"))
    if he and she:
        lines.append(f"  masculine / feminine {he / she:.3f} (bias as published, feminine / masculine: {she / he:.3f})")
    return "\n".join(lines)


def _parts(snippets: Sequence[Snippet], answers: Sequence[Answer]) -> dict[str, list[Counts]]:
    every = [(each.masculine, counts(each.gold, found)) for each, found in zip(snippets, answers, strict=True)]
    return {
        "all": [each for _, each in every],
        "masculine": [each for masculine, each in every if masculine],
        "feminine": [each for masculine, each in every if not masculine],
    }


def _line(part: str, picked: Sequence[Counts]) -> str:
    whole = scoring.total(picked)
    low, high = scoring.interval(picked, lambda each: each.f1)
    return (
        f"  {part:9}  P {100 * whole.precision:.1f}  R {100 * whole.recall:.1f}  F1 {100 * whole.f1:.1f}"
        f" (95 % {100 * low:.1f} to {100 * high:.1f}), {len(picked)} snippets"
    )

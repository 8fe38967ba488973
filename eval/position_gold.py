"""Gold of positions from coding lines (``POSITIONS.md``), and how well two coders agree.

python -m eval.position_gold compile GOLD CODING OUT --coder A     # statements with spans, coding in anchors -> gold with positions
python -m eval.position_gold agreement A.jsonl B.jsonl
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eval.anchors import AnchorError, locate
from eval.coding import run
from sayso.records import ids
from sayso.records.span import Span

STATUSES = ("actual", "withheld", "negated", "anticipated", "hypothetical", "attitude", "measurement")
MOVES = ("accuse", "demand", "deny", "threaten", "promise", "concede", "admit", "warn", "predict", "inform")
ROLES = ("object", "addressee", "beneficiary", "comparand", "mentioned")
LABELS = ("critical", "supportive", "mixed", "none")
WORDINGS = ("quoted", "paraphrased", "writer", "undecided")
FLAGS = ("implied", "conditional", "irony", "own_side", "second_hand", "summary_only")

Line = dict[str, Any]
Pair = tuple[Any, Any]


def compile_line(gold: Line, coding: Line, *, coder: str) -> Line:
    """The gold line with what ``coding`` adds to it. AnchorError names everything that does not fit."""
    problems: list[str] = []
    coded = {each["n"]: each for each in coding["statements"]}
    statements = []
    for number, statement in enumerate(gold["statements"], 1):
        if number not in coded:
            problems.append(f"{gold['id']} statement {number} is not coded")
            continue
        added = {key: coded[number].get(key) for key in ("status", "move", "said_on", "occasion")}
        problems += _literal(gold["id"], number, added, {"status": STATUSES, "move": MOVES})
        statements.append({**statement, **added})
    positions = []
    for each in coding["positions"]:
        try:
            positions.append(_position(gold, each))
        except (AnchorError, IndexError, KeyError) as error:
            problems.append(f"{gold['id']} position on {each.get('object')!r} in {each.get('statement')}: {error}")
    if problems:
        raise AnchorError("\n".join(problems))
    return {**gold, "coder": coder, "statements": statements, "occasions": coding["occasions"], "positions": positions}


def _position(gold: Line, coded: Line) -> Line:
    text, statement = gold["text"], gold["statements"][coded["statement"] - 1]["id"]
    mention = locate(text, coded["mention"])
    issue = locate(text, coded["issue"]) if coded.get("issue") else None
    evidence = [locate(text, each) for each in coded.get("evidence") or []]
    literal = {"role": ROLES, "label": LABELS, "wording": (*WORDINGS, None)}
    problems = _literal(gold["id"], coded["statement"], coded, literal)
    problems += [f"no flag {flag}" for flag in coded.get("flags") or [] if flag not in FLAGS]
    if problems:
        raise AnchorError("; ".join(problems))
    return {
        "id": ids.position_id(statement, mention=mention, role=coded["role"], issue=issue),
        "statement": statement,
        "object": coded["object"],
        "mention": [mention.start, mention.end],
        "role": coded["role"],
        "label": coded["label"],
        "wording": coded["wording"],
        "flags": sorted(coded.get("flags") or []),
        "issue": [issue.start, issue.end] if issue else None,
        "evidence": ids.offsets(sorted(evidence, key=_start)),
    }


def _start(span: Span) -> int:
    return span.start


def _literal(where: str, number: int, values: Mapping[str, Any], allowed: Mapping[str, Sequence[Any]]) -> list[str]:
    return [
        f"{where} statement {number}: {field} {values.get(field)!r} is none of {', '.join(map(str, known))}"
        for field, known in allowed.items()
        if values.get(field) not in known
    ]


def paired(one: Line, other: Line) -> Iterator[tuple[Line | None, Line | None]]:
    """Positions of two coders in one article, matched by statement and object mention or name; None where one has none."""
    left = list(other["positions"])
    for each in one["positions"]:
        match = next((p for p in left if _same(each, p)), None)
        if match is not None:
            left.remove(match)
        yield each, match
    yield from ((None, each) for each in left)


def _same(one: Line, other: Line) -> bool:
    overlap = one["mention"][0] < other["mention"][1] and other["mention"][0] < one["mention"][1]
    named = one["object"].casefold() == other["object"].casefold()
    return bool(one["statement"] == other["statement"] and (overlap or named))


def ac1(pairs: Sequence[Pair]) -> float:
    """Gwet's AC1 of two coders (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61): agreement beyond chance.

    Chance is ``sum(p * (1 - p)) / (K - 1)`` over the K values in use, with p their mean share over both coders.
    """
    seen = sum(a == b for a, b in pairs) / len(pairs)
    shares: Counter[Any] = Counter(value for pair in pairs for value in pair)
    if len(shares) < 2:
        return 1.0
    whole = 2 * len(pairs)
    chance = sum(n / whole * (1 - n / whole) for n in shares.values()) / (len(shares) - 1)
    return float((seen - chance) / (1 - chance))


def agreement(first: Sequence[Line], second: Sequence[Line]) -> dict[str, Any]:
    """Agreement in units (F1) and in each field of the units both have (share, AC1, n)."""
    other = {line["id"]: line for line in second}
    articles = [(line, other[line["id"]]) for line in first if line["id"] in other]
    pairs = [pair for a, b in articles for pair in paired(a, b)]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    units = 2 * len(both) / max(1, sum(len(a["positions"]) + len(b["positions"]) for a, b in articles))
    fields = {name: [(a[name], b[name]) for a, b in both] for name in ("role", "label")}
    judged = [(a, b) for a, b in both if a["label"] == b["label"] != "none"]
    fields["wording"] = [(a["wording"], b["wording"]) for a, b in judged]
    said = [(s, t) for a, b in articles for s, t in zip(a["statements"], b["statements"], strict=True)]
    fields |= {name: [(s[name], t[name]) for s, t in said] for name in ("status", "move")}
    fields["date"] = [(_date(s), _date(t)) for s, t in said]
    found: dict[str, Any] = {"positions_f1": round(100 * units, 1), "articles": len(articles)}
    for name, values in fields.items():
        if values:
            share = sum(a == b for a, b in values) / len(values)
            found[name] = {"agree": round(100 * share, 1), "ac1": round(ac1(values), 3), "n": len(values)}
    return found


def _date(statement: Line) -> tuple[Any, Any]:
    said = statement.get("said_on") or {}
    return said.get("date"), said.get("precision")


if __name__ == "__main__":
    run(__doc__, compile_line, agreement, "positions")

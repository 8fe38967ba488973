"""How many of the coded mentions a statement is asked about, by kind, and how many it is asked about for nothing.

    python -m training.positions.mentions [FILE…] [--gold] [--failures N]

FILES are sentences of our own writing, by default all of them; ``--gold`` adds the train part of our gold. A coded mention is
reached if a mention that the statement is asked about overlaps it, and exact if both have the same words. ``known`` says that
some mention of some actor overlaps it, whether it is asked about or not.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.resolve.doers import doer
from sayso.resolve.nominals import NOUNS
from sayso.resolve.pronouns import find_pronouns
from sayso.resolve.things import THINGS
from sayso.resolve.tokens import tokens
from training.positions.items import Item, gold_of, written_items
from training.positions.others import read_for
from training.positions.written import Range

WRITTEN = Path(__file__).parent / "written"
KINDS = ("name", "pronoun", "nominal", "collective", "thing", "other")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_AFTER_HEAD = frozenset(
    ["of", "in", "on", "at", "for", "from", "to", "with", "without", "who", "whom", "whose", "that", "which"]
)
_ARTICLES = frozenset(["the", "a", "an"])


@dataclass(slots=True)
class Found:
    """Counts of one kind of mention."""

    coded: int = 0
    asked: int = 0
    exact: int = 0
    known: int = 0


@dataclass(slots=True)
class Measured:
    """``kinds`` by kind of mention; ``candidates`` are all mentions asked about, ``spare`` those that touch no coded one."""

    statements: int = 0
    candidates: int = 0
    spare: int = 0
    kinds: dict[str, Found] = field(default_factory=lambda: {kind: Found() for kind in KINDS})
    failures: list[str] = field(default_factory=list)


def kind_of(text: str, mention: Range) -> str:
    """Kind of a coded mention by its own words: a capital after the first makes a name, else the noun it is built on decides.

    A noun that no list of ours has is of kind "other".
    """
    words = [(each.group(), mention[0] + each.start()) for each in _WORD.finditer(text[slice(*mention)])]
    if not words:
        return "other"
    if len(words) == 1 and find_pronouns(tokens(words[0][0], ())):
        return "pronoun"
    first, at = words[0]
    opens = at == 0 or text[:at].rstrip(" “\"'‘(")[-1:] in (".", "!", "?", ":", ";", "", "\n")
    listed = first.lower() in NOUNS or first.lower() in THINGS or first.lower() in _ARTICLES
    if any(word[0].isupper() for word, _ in words[1:]) or (first[0].isupper() and not opens and not listed):
        return "name"
    if first[0].isupper() and len(words) == 1 and not listed:
        return "name"
    return _of_head([word.lower() for word, _ in words])


def _of_head(words: Sequence[str]) -> str:
    end = next((n for n, word in enumerate(words) if n and word in _AFTER_HEAD), len(words))
    head = words[end - 1]
    if head in THINGS and head not in NOUNS:
        return "thing"
    known = NOUNS.get(head) or doer(head)
    if known is None:
        return "other"
    return "collective" if known.plural else "nominal"


def measure(items: Iterable[Item]) -> Measured:
    """Counts over ``items``, each read in its own text with its own statement."""
    told = Measured()
    for item in items:
        known, asked = read_for(item)
        spans = [(each.mention.span.start, each.mention.span.end) for each in asked]
        every = [(each.span.start, each.span.end) for actor in known.actors for each in actor.mentions]
        told.statements += 1
        told.candidates += len(spans)
        told.spare += sum(not any(_touch(each, judged.mention) for judged in item.judged) for each in spans)
        for judged in item.judged:
            _count(told, item, judged.mention, spans, every)
    return told


def _count(told: Measured, item: Item, mention: Range, spans: Sequence[Range], every: Sequence[Range]) -> None:
    kind = kind_of(item.text, mention)
    found = told.kinds[kind]
    reached = any(_touch(each, mention) for each in spans)
    found.coded += 1
    found.asked += reached
    found.exact += mention in spans
    found.known += any(_touch(each, mention) for each in every)
    if not reached:
        start, end = mention
        around = f"{item.text[max(0, start - 60) : start]}[{item.text[start:end]}]{item.text[end : end + 60]}"
        told.failures.append(f"{kind:10} {item.name:16} {' '.join(around.split())}")


def table(name: str, told: Measured) -> str:
    """What was measured, as lines of text."""
    total = Found(
        *(sum(getattr(each, part) for each in told.kinds.values()) for part in ("coded", "asked", "exact", "known"))
    )
    lines = [
        f"{name}: {told.statements} statements, asked about {told.candidates / max(1, told.statements):.2f} mentions each, "
        f"{told.spare / max(1, told.statements):.2f} of them not coded",
        f"  {'':12}{'coded':>7}{'asked':>8}{'exact':>8}{'known':>8}",
    ]
    for kind, each in [*told.kinds.items(), ("all", total)]:
        shares = "".join(f"{100 * part / max(1, each.coded):8.1f}" for part in (each.asked, each.exact, each.known))
        lines.append(f"  {kind:12}{each.coded:7}{shares}")
    return "\n".join(lines)


def _sets(files: Sequence[Path], gold: bool) -> Iterator[tuple[str, Iterable[Item]]]:
    yield "written", written_items(files)
    if gold:
        yield "gold, train", gold_of("train")


def _spread(failures: Sequence[str], count: int) -> Sequence[str]:
    """So many of them, from all over the set."""
    return failures[:: max(1, len(failures) // count)][:count] if count else []


def _touch(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables, and some of the mentions that are not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--gold", action="store_true", help="also the train part of our gold")
    parser.add_argument("--failures", type=int, default=0, help="so many of the mentions that are not reached")
    chosen = parser.parse_args(arguments)
    for name, items in _sets(chosen.files or sorted(WRITTEN.glob("*.jsonl")), chosen.gold):
        told = measure(items)
        print(table(name, told))
        for each in sorted(_spread(told.failures, chosen.failures)):
            print(f"  {each}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How long a look-up in the registry takes, by how many actors it holds: the same, whatever their number.

    python -m bench.registry [--sizes 1000 50000 1000000] [--folder FOLDER]

Actors are imported as a user imports them, with invented names; every look-up asks for a name that is there, drawn at random.
``exact`` finds the actors called so (what ``sayso about`` asks), ``candidates`` those with a key in common (what a comparison asks).
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.ledger.connection import open_engine, transaction
from sayso.ledger.registry_rows import candidates, of_term
from sayso.ledger.store import Ledger
from sayso.records.registry import Entity

SIZES = (1_000, 50_000, 1_000_000)
TIMES = 2_000
"""Look-ups of one sort in one round."""
ROUNDS = 5
ASKED = 7
SYLLABLES = tuple(one + two for one in "bdfghklmnprstvz" for two in ("a", "e", "i", "o", "u", "an", "er", "il"))


def name(number: int) -> str:
    """The name of the actor with this number; last names are of three syllables, so 1.7 million differ."""
    draw = random.Random(number)  # noqa: S311  (what is drawn is no secret)
    first = "".join(draw.choices(SYLLABLES, k=2))
    return f"{first.capitalize()} {''.join(draw.choices(SYLLABLES, k=3)).capitalize()}"


def people(count: int) -> Iterator[Entity]:
    for number in range(count):
        yield Entity("qid", f"Q{number + 1}", name(number), "person")


def make(path: Path, count: int) -> None:
    with Ledger(path) as ledger:
        ledger.registry().store(people(count), name="bench", form="csv", judge="bench")


class Lookups:
    """Both sorts of look-up in one registry of ``count`` actors."""

    def __init__(self, path: Path, count: int) -> None:
        self.engine = open_engine(path, create=False)
        draw = random.Random(ASKED)  # noqa: S311  (as above)
        self.names = [name(draw.randrange(count)) for _ in range(TIMES)]

    def exact(self) -> float:
        """Seconds of one look-up, on average."""
        return self._seconds(lambda connection, each: of_term(connection, each))

    def candidates(self) -> float:
        """Seconds of one look-up, on average."""
        return self._seconds(lambda connection, each: candidates(connection, each, "person"))

    def found(self) -> float:
        """Candidates of a name, on average."""
        with transaction(self.engine) as connection:
            return statistics.mean(len(candidates(connection, each, "person")) for each in self.names)

    def _seconds(self, ask: Callable[..., object]) -> float:
        with transaction(self.engine) as connection:
            begun = time.perf_counter()
            for each in self.names:
                ask(connection, each)
            return (time.perf_counter() - begun) / len(self.names)


def measure(folder: Path, sizes: list[int]) -> Iterator[dict[str, object]]:
    """Medians of interleaved rounds, so that whatever else the machine does falls on every size alike."""
    asked = {}
    for count in sizes:
        path = folder / f"{count}.db"
        if not path.exists():
            begun = time.perf_counter()
            make(path, count)
            yield {"made": count, "seconds": round(time.perf_counter() - begun, 1)}
        asked[count] = Lookups(path, count)
    for sort in ("exact", "candidates"):
        taken: dict[int, list[float]] = {count: [] for count in sizes}
        for _ in range(ROUNDS + 1):
            for count in sizes:
                taken[count].append(getattr(asked[count], sort)())
        medians = {count: statistics.median(each[1:]) for count, each in taken.items()}
        yield {
            "lookup": sort,
            "microseconds": {str(count): round(1e6 * each, 1) for count, each in medians.items()},
            "most_to_least": round(max(medians.values()) / min(medians.values()), 2),
        }
    yield {"candidates_found": {str(count): round(each.found(), 1) for count, each in asked.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.registry", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--folder", type=Path, help="keeps the registries there, to measure them again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        for figure in measure(options.folder or Path(made), options.sizes):
            print(json.dumps(figure), flush=True)


if __name__ == "__main__":
    main()

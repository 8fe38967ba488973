"""Progress while articles are read, and the summary afterwards."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from sayso.cli.output import DONE, SOME_FAILED, messages, plain
from sayso.records.reading import Outcome

ENGLISH_ONLY = "the figures hold for English only"
"""What is said of a text that was read although it is not English."""

SHOWN = 10
"""Failed items listed in the summary; the rest is counted."""


class Tally:
    """Counts of outcomes, of texts read that are not English by language, and the first failures by name."""

    def __init__(self) -> None:
        self.endings: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.failures: list[Outcome] = []
        self.foreign: Counter[str] = Counter()
        self.statements = 0

    def add(self, outcome: Outcome) -> None:
        self.endings[outcome.ending] += 1
        if outcome.ending == "skipped":
            self.reasons[outcome.reason or "no reason given"] += 1
        if outcome.ending == "failed" and len(self.failures) < SHOWN:
            self.failures.append(outcome)
        if outcome.reading is not None:
            self.statements += len(outcome.reading.statements)
            if outcome.language.foreign:
                self.foreign[outcome.language.name] += 1

    @property
    def exit_code(self) -> int:
        return SOME_FAILED if self.endings["failed"] else DONE


def show_summary(tally: Tally) -> None:
    """What became of the input, on standard error."""
    out = messages()
    table = Table(box=None, pad_edge=False)
    for column in ("done", "skipped", "failed", "statements"):
        table.add_column(column, justify="right")
    counts = [tally.endings[ending] for ending in ("done", "skipped", "failed")]
    table.add_row(*(f"{count:,}" for count in (*counts, tally.statements)))
    out.print(table)
    for reason, count in tally.reasons.most_common(SHOWN):
        out.print(f"skipped {count:,}: {plain(reason)}")
    for name, count in tally.foreign.most_common(SHOWN):
        out.print(f"done {count:,} in {name}: {ENGLISH_ONLY}")
    for outcome in tally.failures:
        out.print(f"failed {place_of(outcome)}: {plain(outcome.reason)}")
    if tally.endings["failed"] > len(tally.failures):
        out.print(f"… and {tally.endings['failed'] - len(tally.failures):,} more failed")


def place_of(outcome: Outcome) -> str:
    """Where an item stands: file, line, id."""
    item = outcome.item
    parts = [item.name, f"line {item.line}" if item.line else "", f"id {item.given_id}" if item.given_id else ""]
    return plain(" ".join(part for part in parts if part))


@contextmanager
def progress(total: int | None) -> Iterator[Progress]:
    """A bar with rate and time left on standard error; nothing where that is no terminal."""
    out = messages()
    columns = (
        SpinnerColumn(),
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=out, transient=True, disable=not out.is_terminal) as bar:
        bar.add_task("reading", total=total, rate="")
        yield bar


def followed(outcomes: Iterable[Outcome], bar: Progress, tally: Tally) -> Iterator[Outcome]:
    """``outcomes``, counted and shown as they pass."""
    for outcome in outcomes:
        tally.add(outcome)
        speed = bar.tasks[0].speed
        bar.update(bar.tasks[0].id, advance=1, rate=f"{speed:.1f} articles/s" if speed else "")
        yield outcome

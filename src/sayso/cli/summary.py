"""Progress while articles are read, and the summary afterwards."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table

from sayso.cli.output import DONE, SOME_FAILED, messages, plain
from sayso.records.reading import Outcome

ENGLISH_ONLY = "the figures hold for English only"
"""What is said of a text that was read although it is not English."""

SHOWN = 10
"""Failed items listed in the summary; the rest is counted."""

EVERY = 10.0
"""Seconds between two lines about progress where there is no terminal for a bar."""


class Tally:
    """Counts of outcomes, of texts read that are not English by language, and where the first failures stand and why. Holds no item."""

    def __init__(self) -> None:
        self.endings: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.failures: list[tuple[str, str]] = []
        self.foreign: Counter[str] = Counter()
        self.statements = 0

    def add(self, outcome: Outcome) -> None:
        self.endings[outcome.ending] += 1
        if outcome.ending == "skipped":
            self.reasons[outcome.reason or "no reason given"] += 1
        if outcome.ending == "failed" and len(self.failures) < SHOWN:
            self.failures.append((place_of(outcome), plain(outcome.reason)))
        if outcome.reading is not None:
            self.statements += len(outcome.reading.statements)
            if outcome.language.foreign:
                self.foreign[outcome.language.name] += 1

    @property
    def exit_code(self) -> int:
        return SOME_FAILED if self.endings["failed"] else DONE


def show_summary(tally: Tally, elsewhere: str = "") -> None:
    """What became of the input, on standard error; ``elsewhere`` says where those can be found that are not listed."""
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
    for place, reason in tally.failures:
        out.print(f"failed {place}: {reason}")
    if tally.endings["failed"] > len(tally.failures):
        out.print(f"… and {tally.endings['failed'] - len(tally.failures):,} more failed{elsewhere}")


def place_of(outcome: Outcome) -> str:
    """Where an item stands: file, line, id."""
    item = outcome.item
    parts = [item.name, f"line {item.line}" if item.line else "", f"id {item.given_id}" if item.given_id else ""]
    return plain(" ".join(part for part in parts if part))


class Progressing:
    """Counts outcomes as they pass, and shows how far they are: in a bar, or where that is no terminal in lines."""

    def __init__(self, bar: Progress, tally: Tally, every: float) -> None:
        self._bar = bar
        self._tally = tally
        self._every = every
        self._told = bar.get_time()

    def add(self, outcome: Outcome) -> None:
        self._tally.add(outcome)
        task = self._bar.tasks[0]
        speed = task.speed
        self._bar.update(task.id, advance=1, rate=f"{speed:.1f} articles/s" if speed else "")
        if self._bar.disable and self._bar.get_time() - self._told >= self._every:
            self._told = self._bar.get_time()
            messages().print(_how_far(task), soft_wrap=True)


@contextmanager
def progress(total: int | None, tally: Tally, every: float = EVERY) -> Iterator[Progressing]:
    """Shows on standard error how many of ``total`` articles are done, how many a second, and how long it will take.

    Rate and time are those of the last half minute: what was read before passes quickly, and says nothing of the rest. Without a
    terminal it is a line every ``every`` seconds.
    """
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
        yield Progressing(bar, tally, every)


def _how_far(task: Task) -> str:
    of = "" if task.total is None else f" of {task.total:,.0f}"
    speed, left = task.speed, task.time_remaining
    rate = f", {speed:.1f} a second" if speed else ""
    return f"{task.completed:,.0f}{of} articles{rate}{f', {_told(left)} left' if left else ''}"


def _told(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"about {minutes} min" if minutes < 60 else f"about {minutes // 60} h {minutes % 60} min"

"""The figures of attribution on one set of annotated articles."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso import scoring
from sayso.api import read
from sayso.records.contract import reading_fields
from sayso.scoring import Attributed, Counts

Line = dict[str, Any]
Only = Callable[[str, Attributed], bool]


@dataclass(frozen=True, slots=True)
class Read:
    """One annotated article and what was found in it. ``nested``: its gold codes nesting."""

    text: str
    gold: list[Attributed]
    found: list[Attributed]
    nested: bool
    genre: str


def read_all(lines: Iterable[Line]) -> list[Read]:
    """Each line, in our gold format or PolNeAR's, beside a fresh reading of its text."""
    return [
        Read(
            line["text"],
            line["statements"] if "statements" in line else line["attributions"],
            reading_fields(read(line["text"]))["statements"],
            "statements" in line,
            line.get("genre", "unknown"),
        )
        for line in lines
    ]


def counts(articles: Sequence[Read], only: Only | None = None) -> list[Counts]:
    """Counts of each article; ``only`` picks gold statements, and then precision means nothing."""
    return [
        scoring.compare(
            each.text, [g for g in each.gold if only is None or only(each.text, g)], each.found, nested=each.nested
        )
        for each in articles
    ]


def is_direct(text: str, statement: Attributed) -> bool:
    return scoring.mark_of(text, statement) is not None


def has_no_source(_: str, statement: Attributed) -> bool:
    return not statement["source"]


def is_nested(_: str, statement: Attributed) -> bool:
    return bool(statement.get("parent"))


def of(articles: Sequence[Read]) -> dict[str, float]:
    """The figures that have floors, in percent."""
    every = scoring.total(counts(articles))
    return {
        "precision": 100 * every.precision,
        "recall": 100 * every.recall,
        "f1": 100 * every.f1,
        "direct_recall": 100 * scoring.total(counts(articles, is_direct)).recall,
        "no_source_recall": 100 * scoring.total(counts(articles, has_no_source)).recall,
        "calibration_error": 100 * scoring.calibration_error(judged(articles)),
    }


def judged(articles: Sequence[Read]) -> list[tuple[float, bool]]:
    """(confidence, whether it was right) of every statement found."""
    return [pair for a in articles for pair in scoring.outcomes(a.text, a.gold, a.found, nested=a.nested)]


def report(name: str, articles: Sequence[Read]) -> str:
    """All figures as text, with what they are counted over."""
    every = counts(articles)
    whole = scoring.total(every)
    sure = judged(articles)
    lines = [
        f"{name}: {len(articles)} articles, {whole.wanted} statements, content@.5+source",
        f"  P {100 * whole.precision:.1f}  R {100 * whole.recall:.1f}  F1 {100 * whole.f1:.1f} {_interval(every, 'f1')}",
        f"  direct quotes: recall {_recall(articles, is_direct)}",
    ]
    lines += [f"    {mark}  {_recall(articles, only)}" for mark, only in _by_mark(articles)]
    lines.append(f"  without a source: recall {_recall(articles, has_no_source)}")
    if any(is_nested(a.text, g) for a in articles for g in a.gold):
        lines.append(f"  nested: recall {_recall(articles, is_nested)}")
    genres = defaultdict(list)
    for each in articles:
        genres[each.genre].append(each)
    for genre, part in sorted(genres.items()) if len(genres) > 1 else ():
        found = scoring.total(counts(part))
        lines.append(f"  {genre}: P {100 * found.precision:.0f} R {100 * found.recall:.0f} of {found.wanted}")
    error = 100 * scoring.calibration_error(sure)
    lines.append(f"  calibration error {error:.1f} over {len(sure)} statements found")
    return "\n".join(lines)


def _by_mark(articles: Sequence[Read]) -> list[tuple[str, Only]]:
    marks = {mark for each in articles for g in each.gold if (mark := scoring.mark_of(each.text, g))}
    return [(mark, _begins(mark)) for mark in sorted(marks)]


def _begins(mark: str) -> Only:
    return lambda text, statement: scoring.mark_of(text, statement) == mark


def _recall(articles: Sequence[Read], only: Only) -> str:
    picked = counts(articles, only)
    whole = scoring.total(picked)
    return f"{100 * whole.recall:.1f} of {whole.wanted} {_interval(picked, 'recall')}"


def _interval(picked: Sequence[Counts], figure: str) -> str:
    low, high = scoring.interval(picked, lambda each: float(getattr(each, figure)))
    return f"(95 % {100 * low:.1f} to {100 * high:.1f})"

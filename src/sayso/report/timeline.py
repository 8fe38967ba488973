"""By the date said: every statement a mark where they are few, a bar for each month or year where they are many.

A date of publication is never used as a date said. Statements whose date said is not given stand in a lane of their own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sayso.answers.positions import Answer
from sayso.answers.timeline import Period
from sayso.answers.times import Days, days_of
from sayso.records.article import SIGNED
from sayso.records.row import StatementRow
from sayso.records.said import Said, said_on
from sayso.report.choice import Numbering
from sayso.report.drawing import COLOURS, HAIR, INK, SHAPES, SIGNS, WIDE, Chart, drawn
from sayso.report.extra import extra
from sayso.report.values import Cell, Figure, Row, Table
from sayso.report.wording import counted, in_words, one_line

MARKS = 150
"""Statements up to which each is drawn."""
FEWEST = 3
"""Below this there is nothing to see, and the dates stand beside the statements anyway."""
STEP = 13
"""CSS pixels between two marks."""
LABELS = ("critical", "supportive")
KEY = tuple((SIGNS[label], label) for label in LABELS)
ANCHOR = "timeline"


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement of ``label`` on ``days``, by the day it was ``said``, else by the day its article was published."""

    statement: str
    label: str
    speaker: str
    days: Days
    said: bool


def figure(found: Answer, numbering: Numbering) -> Figure | None:
    """None where too few statements have a date of any kind, or too few of many have one said."""
    marks = _marks(found, numbering.rows)
    statements = {each for row in found.rows for each in (*row.critical, *row.supportive) if each not in row.repeats}
    if len(statements) <= MARKS and len(marks) >= FEWEST:
        return _of_marks(marks, len(statements), numbering)
    return _of_periods(found.timeline, numbering) if found.timeline else None


def _marks(found: Answer, rows: Mapping[str, StatementRow]) -> list[Mark]:
    made: dict[tuple[str, str], Mark] = {}
    for speaker in found.rows:
        for label in LABELS:
            for statement in getattr(speaker, label):
                row = rows.get(statement)
                if row is None or statement in speaker.repeats:
                    continue
                metadata = row.metadata
                said = said_on(row.statement.told, metadata.published, signed=metadata.genre in SIGNED)
                days = days_of(said)
                shown = days or days_of(_day(metadata.published))
                if shown:
                    name = one_line(speaker.speaker)
                    made.setdefault((statement, label), Mark(statement, label, name, shown, days is not None))
    return list(made.values())


def _day(published: str | None) -> Said:
    """A date of publication to the precision it has, in the form in which dates are compared."""
    return Said((published or "")[:10] or None)


def _of_marks(marks: Sequence[Mark], counted_: int, numbering: Numbering) -> Figure:
    dated = sum(mark.said for mark in marks)
    note = f"{dated:,} of {counted(counted_, 'statement')} have a date said."
    if dated < len(marks):
        note += " The others stand below, by the day their article was published, which is no date said."
    chart = Chart(ANCHOR, "Statements by the date said", note, lambda width: _strips(marks, width))
    wide, narrow = drawn(chart, {mark.statement for mark in marks})
    return Figure(ANCHOR, chart.title, note, KEY, wide, narrow, _by_month(marks, numbering))


def _strips(marks: Sequence[Mark], width: int) -> Any:
    """A lane for what has a date said, one below for the rest; support above the line, criticism below it."""
    first, last = min(mark.days[0] for mark in marks), max(mark.days[1] for mark in marks)
    margin = timedelta(days=max(1, (last - first).days // 40))
    domain = (first - margin, last + margin)
    lanes = [(True, "date said"), (False, "date said not given: by date published")]
    shown = [(lane, title) for lane, title in lanes if any(mark.said == lane for mark in marks)]
    charts = [
        _strip([mark for mark in marks if mark.said == lane], title, domain, width, axis=n == len(shown) - 1)
        for n, (lane, title) in enumerate(shown)
    ]
    return extra("altair").vconcat(*charts, spacing=14)


def _strip(marks: Sequence[Mark], title: str, domain: Days, width: int, *, axis: bool) -> Any:
    alt = extra("altair")
    values, up, down = _stacked(marks, domain, width)
    labels = alt.Axis(
        grid=False, labelOverlap="greedy", tickCount=5 if width < WIDE else 8, **_months(domain), title=None
    )
    across = alt.Scale(domain=[_moment(each) for each in domain])
    x, began = (alt.X(field, scale=across, axis=labels if axis else None) for field in ("day:T", "from:T"))
    y = alt.Y("place:Q", scale=alt.Scale(domain=[-down - 0.8, up + 0.8], nice=False), axis=None)
    base = alt.Chart(alt.Data(values=values))
    line = alt.Chart(alt.Data(values=[{"place": 0}])).mark_rule(color=INK, strokeWidth=0.8, aria=False)
    spans = base.transform_filter("datum.from < datum.to").mark_rule(color=HAIR, strokeWidth=2, aria=False)
    points = base.mark_point(filled=True, opacity=1, size=78)
    height = max(40, STEP * (up + down) + 12)
    layers = alt.layer(
        line.encode(y=y),
        spans.encode(x=began, x2="to:T", y=y),
        points.encode(x=x, y=y, color=_colour(), shape=_shape(), href="href:N", description="told:N"),
    )
    heading = alt.TitleParams(title, anchor="start", fontSize=12, fontWeight="normal", color=INK, offset=2)
    return layers.properties(width=width - 12, height=height, title=heading)


def _stacked(marks: Sequence[Mark], domain: Days, width: int) -> tuple[list[dict[str, object]], int, int]:
    """The marks with a place each, so that none hides another, and how high they stack on either side."""
    spread = max(1, (domain[1] - domain[0]).days)
    heights: dict[tuple[int, str], int] = {}
    values: list[dict[str, object]] = []
    for mark in sorted(marks, key=lambda each: (each.days, each.statement)):
        middle = mark.days[0] + (mark.days[1] - mark.days[0]) / 2
        column = round((middle - domain[0]).days / spread * (width / (STEP - 1)))
        height = heights[column, mark.label] = heights.get((column, mark.label), 0) + 1
        values.append(
            {
                "day": _moment(middle),
                "from": _moment(mark.days[0]),
                "to": _moment(mark.days[1]),
                "place": height if mark.label == "supportive" else -height,
                "label": mark.label,
                "href": f"#{mark.statement}",
                "told": f"{mark.speaker}, {mark.label}, {'said' if mark.said else 'published'} {_told(mark.days)}",
            }
        )
    up = max((each for (_, label), each in heights.items() if label == "supportive"), default=0)
    down = max((each for (_, label), each in heights.items() if label == "critical"), default=0)
    return values, up, down


def _of_periods(periods: Sequence[Period], numbering: Numbering) -> Figure:
    dated = {each for period in periods for each in (*period.critical, *period.supportive)}
    by = "month" if len(periods[0].period) > 4 else "year"
    note = f"{counted(len(dated), 'statement')} dated to the month or day; a {by} without any is left out."
    chart = Chart(ANCHOR, f"Statements by the {by} said", note, lambda width: _bars(periods, width))
    wide, narrow = drawn(chart, {_anchor(period.period) for period in periods})
    rows = (
        _row(period.period, [period.critical, period.supportive], numbering, in_words(period.period) or period.period)
        for period in periods
    )
    table = Table(f"Statements by the {by} said", (by, *LABELS), tuple(rows))
    return Figure(ANCHOR, chart.title, note, KEY, wide, narrow, table)


def _bars(periods: Sequence[Period], width: int) -> Any:
    alt = extra("altair")
    values = [
        {
            "period": period.period,
            "number": len(ids) if label == "supportive" else -len(ids),
            "label": label,
            "href": f"#{_anchor(period.period)}",
            "told": f"{in_words(period.period) or period.period}: {len(ids):,} {label}",
        }
        for period in periods
        for label, ids in (("critical", period.critical), ("supportive", period.supportive))
        if ids
    ]
    y = alt.Y(
        "number:Q", title=None, axis=alt.Axis(labelExpr="format(abs(datum.value), ',')", tickCount=5, domain=False)
    )
    x = alt.X("period:O", title=None, axis=alt.Axis(labelAngle=-45 if width < WIDE else 0, labelOverlap="greedy"))
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(x=x, y=y, color=_colour(), href="href:N", description="told:N")
    )
    line = alt.Chart(alt.Data(values=[{"number": 0}])).mark_rule(color=INK, aria=False).encode(y=y)
    return alt.layer(bars, line).properties(width=width - 44, height=180)


def _by_month(marks: Sequence[Mark], numbering: Numbering) -> Table:
    head = ("month", "critical, said", "supportive, said", "critical, published", "supportive, published")
    held: dict[str, dict[tuple[bool, str], list[str]]] = {}
    for mark in marks:
        month = str(mark.days[0])[:7] if (mark.days[1] - mark.days[0]).days < 31 else str(mark.days[0])[:4]
        held.setdefault(month, {}).setdefault((mark.said, mark.label), []).append(mark.statement)
    columns = [(said, label) for said in (True, False) for label in LABELS]
    rows = tuple(
        _row(month, [by.get(column, []) for column in columns], numbering, in_words(month) or month)
        for month, by in sorted(held.items())
    )
    return Table("Statements by month: with a date said, and the others by their date of publication", head, rows)


def _row(period: str, groups: Iterable[Sequence[str]], numbering: Numbering, told: str) -> Row:
    cells = (Cell(f"{len(set(ids)):,}" if ids else "", numbering.refs(ids), number=True) for ids in groups)
    return Row((Cell(told), *cells), _anchor(period))


def _anchor(period: str) -> str:
    return f"{ANCHOR}-{period}"


def _months(domain: Days) -> dict[str, str]:
    """How the axis names dates: days where they are few, else months and years."""
    days = (domain[1] - domain[0]).days
    return {"format": "%-d %b" if days < 62 else "%b %Y" if days < 1100 else "%Y"}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T12:00:00"


def _told(days: Days) -> str:
    if days[0] == days[1]:
        return in_words(days[0].isoformat())
    return in_words(days[0].isoformat()[: 7 if (days[1] - days[0]).days < 31 else 4]) or f"{days[0]:%Y}"


def _colour() -> Any:
    scale = extra("altair").Scale(domain=list(LABELS), range=[COLOURS[label] for label in LABELS])
    return extra("altair").Color("label:N", scale=scale, legend=None)


def _shape() -> Any:
    scale = extra("altair").Scale(domain=list(LABELS), range=[SHAPES[label] for label in LABELS])
    return extra("altair").Shape("label:N", scale=scale, legend=None)

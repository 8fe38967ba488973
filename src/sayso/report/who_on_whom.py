"""Speakers by the objects they judge, as a chart and a table: a critic of one may be a critic of all."""

from collections.abc import Iterator
from typing import Any

from sayso.answers.matrix import Cell as Judged
from sayso.answers.matrix import Matrix
from sayso.report.choice import Numbering
from sayso.report.drawing import COLOURS, HAIR, SHAPES, SIGNS, WIDE, Chart, drawn
from sayso.report.extra import extra
from sayso.report.values import Cell, Figure, Row, Table
from sayso.report.wording import counted, one_line, shortened

LABELS = ("critical", "mixed", "supportive")
KEY = tuple((SIGNS[label], label) for label in ("critical", "supportive", "mixed"))
ANCHOR = "matrix"
NARROW_OBJECTS = 3
"""Objects that a phone has room for; the table has all."""
LINE = 26
"""CSS pixels a speaker."""


def figure(found: Matrix, numbering: Numbering) -> Figure | None:
    """None unless several speakers judge, and somebody besides the one asked about is judged."""
    if len(found.speakers) < 2 or len(found.objects) < 2:
        return None
    rows = {speaker: f"{ANCHOR}-{n}" for n, speaker in enumerate(found.speakers, 1)}
    more = f" {counted(found.more, 'object')} with fewer statements not shown." if found.more else ""
    note = (
        f"Named speakers of this page, and whom else they judge in the same articles. Counted by the same rules.{more}"
    )
    chart = Chart(ANCHOR, "Speakers and whom they judge", note, lambda width: _drawn(found, rows, width, numbering))
    wide, narrow = drawn(chart, {*rows.values(), *numbering.rows})
    table = Table(
        "Statements by speaker and object",
        ("speaker", *map(one_line, found.objects)),
        tuple(_rows(found, rows, numbering)),
    )
    return Figure(ANCHOR, chart.title, note, KEY, wide, narrow, table)


def _rows(found: Matrix, rows: dict[str, str], numbering: Numbering) -> Iterator[Row]:
    held = {(cell.speaker, cell.object): cell for cell in found.cells}
    for speaker, anchor in rows.items():
        cells = (_cell(held.get((speaker, object_)), numbering) for object_ in found.objects)
        yield Row((Cell(one_line(speaker)), *cells), anchor)


def _cell(judged: Judged | None, numbering: Numbering) -> Cell:
    if judged is None:
        return Cell("")
    told = (f"{SIGNS[label]} {len(ids):,}" for label in LABELS if (ids := getattr(judged, label)))
    return Cell(" ".join(told), numbering.refs(judged.statements), number=True)


def _drawn(found: Matrix, rows: dict[str, str], width: int, numbering: Numbering) -> Any:
    alt = extra("altair")
    objects = found.objects if width >= WIDE else found.objects[:NARROW_OBJECTS]
    values = [_value(cell, label, rows, numbering) for cell in found.cells for label in LABELS if getattr(cell, label)]
    values = [each for each in values if each["object"] in [_name(name) for name in objects]]
    names = 150 if width >= WIDE else 104
    x = alt.X(
        "object:N", sort=[_name(name) for name in objects], title=None,
        scale=alt.Scale(domain=[_name(name) for name in objects], paddingOuter=0.1),
        axis=alt.Axis(orient="top", labelAngle=-32, labelAlign="left", labelLimit=150, domain=False, ticks=False, grid=False),
    )  # fmt: skip
    y = alt.Y(
        "speaker:N", sort=[_name(name) for name in found.speakers], title=None,
        scale=alt.Scale(domain=[_name(name) for name in found.speakers]),
        axis=alt.Axis(grid=True, gridColor=HAIR, domain=False, ticks=False, labelLimit=names, labelPadding=8, bandPosition=0.5),
    )  # fmt: skip
    base = alt.Chart(alt.Data(values=values)).encode(
        x=x, y=y, xOffset=alt.XOffset("label:N", sort=list(LABELS), scale=alt.Scale(domain=list(LABELS)))
    )
    points = base.mark_point(filled=True, opacity=1).encode(
        size=alt.Size(
            "number:Q", scale=alt.Scale(type="sqrt", domain=[1, 9], range=[70, 260], clamp=True), legend=None
        ),
        color=alt.Color("label:N", scale=_scale(COLOURS), legend=None),
        shape=alt.Shape("label:N", scale=_scale(SHAPES), legend=None),
        href="href:N",
        description="told:N",
    )
    numbers = base.transform_filter("datum.number > 1").mark_text(dx=7, align="left", fontSize=10, aria=False)
    rest = 44 if width >= WIDE else 30
    return alt.layer(points, numbers.encode(text="number:Q")).properties(
        width=width - names - rest, height=LINE * len(found.speakers)
    )


def _value(cell: Judged, label: str, rows: dict[str, str], numbering: Numbering) -> dict[str, Any]:
    ids = getattr(cell, label)
    return {
        "speaker": _name(cell.speaker),
        "object": _name(cell.object),
        "label": label,
        "number": len(ids),
        "href": numbering.anchor(ids, rows[cell.speaker]),
        "told": f"{one_line(cell.speaker)} on {one_line(cell.object)}: {len(ids):,} {label}",
    }


def _name(name: str) -> str:
    return shortened(name, 40)


def _scale(values: dict[str, str]) -> Any:
    return extra("altair").Scale(domain=list(LABELS), range=[values[label] for label in LABELS])

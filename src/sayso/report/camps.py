"""Camps of a scheme: of its declared members, who criticises, who supports, and how many are not quoted on this."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.answers.camps import CampRow
from sayso.report.choice import Numbering
from sayso.report.drawing import COLOURS, INK, SHAPES, SIGNS, WIDE, Chart, drawn
from sayso.report.extra import extra
from sayso.report.values import Cell, Figure, Row, Table
from sayso.report.wording import counted, one_line, shortened

LABELS = ("critical", "supportive", "not quoted")
KEY = (*((SIGNS[label], label) for label in LABELS[:2]), ("○", "declared, not quoted on this"))
DRAWN = 24
"""Members of a camp up to which each is a mark."""
LINE = 28


def figure(scheme: str, rows: Sequence[CampRow], anchors: Mapping[str, str], numbering: Numbering, at: int) -> Figure:
    """A mark for every member. ``anchors`` has the block of each speaker, by name; ``at`` numbers the schemes of a page."""
    anchor = f"camps{at}"
    some = sum(bool(row.critics) for row in rows)
    note = f"Critics in {some:,} of {counted(len(rows), 'declared camp')}. Camps are as declared in sayso.toml, on the date said."
    chart = Chart(anchor, f"Camps: {one_line(scheme)}", note, lambda width: _drawn(rows, anchors, width))
    wide, narrow = drawn(chart, set(anchors.values()))
    table = Table(
        f"Members of each camp of {one_line(scheme)}",
        ("camp", "members quoted on this", "criticise", "support", "statements"),
        tuple(_row(row, f"{anchor}-{n}", numbering) for n, row in enumerate(rows, 1)),
    )
    return Figure(anchor, chart.title, note, KEY, wide, narrow, table)


def _row(row: CampRow, anchor: str, numbering: Numbering) -> Row:
    refs = numbering.refs(row.statements)
    critics, supporters = (", ".join(map(one_line, names)) or "nobody" for names in (row.critics, row.supporters))
    return Row(
        (
            Cell(one_line(row.camp)),
            Cell(f"{row.quoted:,} of {row.declared:,}"),
            Cell(critics),
            Cell(supporters),
            Cell(f"{len(row.statements):,}", refs, number=True),
        ),
        anchor,
    )


def _drawn(rows: Sequence[CampRow], anchors: Mapping[str, str], width: int) -> Any:
    alt = extra("altair")
    values = [value for row in rows for value in _values(row, anchors)]
    names = 170 if width >= WIDE else 116
    camps = [_name(row) for row in rows]
    most = max([DRAWN // 2, *(int(str(value["place"])) for value in values)])
    y = alt.Y(
        "camp:N", sort=camps, title=None, scale=alt.Scale(domain=camps),
        axis=alt.Axis(grid=False, domain=False, ticks=False, labelLimit=names, labelPadding=8),
    )  # fmt: skip
    x = alt.X("place:Q", axis=None, scale=alt.Scale(domain=[0.5, most + 0.5], nice=False))
    colours = [COLOURS["critical"], COLOURS["supportive"], INK]
    shapes = [SHAPES["critical"], SHAPES["supportive"], "circle"]
    base = alt.Chart(alt.Data(values=values)).encode(
        x=x, y=y, shape=alt.Shape("label:N", scale=alt.Scale(domain=list(LABELS), range=shapes), legend=None)
    )
    quoted = base.transform_filter("datum.label != 'not quoted'").mark_point(filled=True, size=110, opacity=1)
    silent = base.transform_filter("datum.label == 'not quoted'").mark_point(size=70, strokeWidth=1, color=INK)
    colour = alt.Color("label:N", scale=alt.Scale(domain=list(LABELS), range=colours), legend=None)
    return alt.layer(
        silent.encode(description="told:N"), quoted.encode(color=colour, href="href:N", description="told:N")
    ).properties(width=width - names - 16, height=LINE * len(rows))


def _values(row: CampRow, anchors: Mapping[str, str]) -> list[dict[str, Any]]:
    camp = _name(row)
    told = [("critical", name) for name in row.critics] + [("supportive", name) for name in row.supporters]
    made = [
        {
            "camp": camp,
            "place": n,
            "label": label,
            "href": f"#{anchors.get(name, '')}",
            "told": f"{one_line(name)}, {camp}: {label}",
        }
        for n, (label, name) in enumerate(told[:DRAWN], 1)
    ]
    silent = min(max(0, row.declared - row.quoted), DRAWN - len(made))
    made += [
        {
            "camp": camp,
            "place": len(made) + n,
            "label": "not quoted",
            "href": "",
            "told": f"{camp}: a member not quoted on this",
        }
        for n in range(1, silent + 1)
    ]
    return made


def _name(row: CampRow) -> str:
    return shortened(row.camp, 40)

"""The sources of one article by how many words they have, quoted and paraphrased."""

from collections.abc import Sequence
from typing import Any

from sayso.answers.audit_sources import Source
from sayso.report.drawing import INK, WIDE, Chart, drawn
from sayso.report.extra import extra
from sayso.report.values import Figure, Table
from sayso.report.wording import one_line, shortened

DRAWN = 20
"""Sources drawn; the table has all."""
LINE = 24
QUOTED, PARAPHRASED = "#0072B2", "#a9c9de"
KEY = (("■", "quoted"), ("□", "paraphrased"))


def figure(found: Sequence[Source], table: Table) -> Figure:
    """``table`` has a row ``source-N`` for each of ``found``, in their order."""
    note = "Words of each source, in the order in which they appear; a paraphrase is in the writer’s words."
    chart = Chart("sources-words", "Room that each source has", note, lambda width: _drawn(found[:DRAWN], width))
    wide, narrow = drawn(chart, {row.anchor for row in table.rows})
    return Figure(chart.anchor, chart.title, note, KEY, wide, narrow, table)


def _drawn(found: Sequence[Source], width: int) -> Any:
    alt = extra("altair")
    values = [
        {
            "source": _name(n, each),
            "form": form,
            "words": words,
            "href": f"#source-{n}",
            "told": f"{one_line(each.name)}: {words:,} words {form}",
        }
        for n, each in enumerate(found, 1)
        for form, words in (("quoted", each.quoted), ("paraphrased", each.words - each.quoted))
        if words
    ]
    names = 190 if width >= WIDE else 120
    order = [_name(n, each) for n, each in enumerate(found, 1)]
    called = "substring(datum.label, indexof(datum.label, '\u2002') + 1)"
    axis = alt.Axis(domain=False, ticks=False, labelLimit=names, labelPadding=8, labelExpr=called)
    colours = alt.Scale(domain=["quoted", "paraphrased"], range=[QUOTED, PARAPHRASED])
    return (
        alt.Chart(alt.Data(values=values))
        .mark_bar(height=12, stroke=INK, strokeWidth=0.6)
        .encode(
            x=alt.X("words:Q", stack="zero", title=None, axis=alt.Axis(tickCount=5, domain=False, format=",d")),
            y=alt.Y("source:N", sort=order, title=None, scale=alt.Scale(domain=order), axis=axis),
            color=alt.Color("form:N", scale=colours, legend=None),
            order=alt.Order("form:N", sort="descending"),
            href="href:N",
            description="told:N",
        )
        .properties(width=width - names - 30, height=LINE * len(order))
    )


def _name(number: int, source: Source) -> str:
    """Unlike any other's, though two sources may be called the same; the number is not shown."""
    return f"{number}\u2002{shortened(source.name, 40) or '(nobody named)'}"

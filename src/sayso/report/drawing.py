"""Drawing: a chart described with altair becomes SVG, once for a wide page and once for a phone. Colours and shapes of labels.

Colours are those of Okabe and Ito (2008), told apart with any colour vision; since none of them is the only sign, each label has a
shape as well. Those used for text are darker, for a contrast of 4.5 to 1 on white.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sayso.report.extra import extra
from sayso.report.svg import embedded

COLOURS = {"critical": "#D55E00", "supportive": "#0072B2", "mixed": "#7A5195", "demand": "#5B5B5B"}
SHAPES = {"critical": "triangle-down", "supportive": "triangle-up", "mixed": "diamond", "demand": "square"}
SIGNS = {"critical": "▼", "supportive": "▲", "mixed": "◆", "demand": "■"}
WIDE, NARROW = 660, 330
"""Widths in CSS pixels that charts are drawn for; the page scales them down, and never up by much."""
INK, HAIR = "#3a3835", "#d8d3c8"


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: ``draw`` gives the altair chart for a width."""

    anchor: str
    title: str
    text: str
    draw: Callable[[int], Any]


def drawn(chart: Chart, anchors: Collection[str]) -> tuple[str, str]:
    """The chart as two SVG elements, wide and narrow; UsageError without the extra ``report``."""
    return _svg(chart, WIDE, "w", anchors), _svg(chart, NARROW, "n", anchors)


def _svg(chart: Chart, width: int, suffix: str, anchors: Collection[str]) -> str:
    described = styled(chart.draw(width)).to_dict(validate=False)
    svg = extra("vl_convert").vegalite_to_svg(described)
    return embedded(svg, anchor=f"{chart.anchor}-{suffix}", title=chart.title, text=chart.text, anchors=anchors)


def styled(chart: Any) -> Any:
    """``chart`` in the manner of the page: hairlines, no box, no legend (the page has one in words)."""
    return (
        chart.configure(background="white", padding=2, font="Arial, Helvetica, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            domainColor=INK, tickColor=INK, labelColor=INK, titleColor=INK, gridColor=HAIR, labelFontSize=12,
            titleFontSize=12, titleFontWeight="normal", labelFontWeight="normal",
        )
    )  # fmt: skip

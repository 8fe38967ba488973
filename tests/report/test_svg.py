"""Charts may hold what a page may hold, and lead nowhere but into it."""

import re
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from sayso.report.drawing import COLOURS, SHAPES
from sayso.report.svg import embedded

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" viewBox="0 0 9 9">'


def drawn(inside: str, anchors: tuple[str, ...] = ("st1_a",)) -> str:
    return embedded(f"{HEAD}{inside}</svg>", anchor="c", title="A <title>", text="what it shows", anchors=anchors)


@pytest.mark.parametrize("prefix", ["", "https://vega.github.io/vega-datasets/", "javascript:alert(1)//"])
def test_a_link_keeps_its_fragment_alone(prefix: str) -> None:
    made = drawn(f'<a xlink:href="{prefix}#st1_a"><path d="M0,0" aria-label="Ada"/></a>')
    assert '<a href="#st1_a" aria-label="Ada">' in made
    assert "vega" not in made
    assert "javascript" not in made


@pytest.mark.parametrize(
    "href", ["https://x.test/", "javascript:alert(1)", "#st1_other", "#a b", "data:text/html,#<b>"]
)
def test_a_link_elsewhere_is_no_link(href: str) -> None:
    made = drawn(f'<a xlink:href="{href.replace("<", "&lt;")}"><path d="M0,0"/></a>')
    assert "href" not in made
    assert "<path" in made


def test_nothing_that_runs_or_fetches_is_kept() -> None:
    made = drawn(
        '<script>x</script><style>@import "a"</style><image href="http://x.test/a"/><foreignObject/>'
        '<path d="M0,0" onclick="x" fill="url(http://x.test)" style="fill:red"/>'
    )
    assert made.count("<path") == 1
    assert not [word for word in ("script", "style", "image", "onclick", "url(", "x.test", "foreign") if word in made]


def test_it_has_a_title_and_a_description() -> None:
    made = ElementTree.fromstring(drawn('<path d="M0,0"/>'))  # noqa: S314  (made a line before)
    space = "{http://www.w3.org/2000/svg}"
    assert made.get("aria-labelledby") == "c-title c-text"
    assert made.findtext(f"{space}title") == "A <title>"
    assert made.findtext(f"{space}desc") == "what it shows"
    assert made.get("width") is None, "the page sets the size"


def test_colour_is_never_the_only_sign_and_shows_on_white() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES) == len(COLOURS)
    for colour in COLOURS.values():
        assert contrast(colour) >= 3


def test_colours_of_text_have_the_contrast_that_reading_needs() -> None:
    sheet = (files("sayso.report") / "templates" / "page.css").read_text(encoding="utf-8")
    named = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", sheet))
    for name in ("ink", "soft", "critical", "supportive", "mixed", "demand", "link"):
        assert contrast(named[name]) >= 4.5, name
        assert contrast(named[name]) / contrast(named["band"]) >= 4.5, f"{name} on the band behind a content"


def contrast(colour: str) -> float:
    """With white, as WCAG 2 has it; 3 is enough for a mark."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)

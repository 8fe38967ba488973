"""The page in headless Chromium: nothing is complained of, nothing is asked of a network, nothing sticks out on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.report import pdf
from tests.report.browser import Tab, tab
from tests.report.made import html, many
from tests.report.test_page import HOSTILE

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("report") / "report.html"
    facts = many(30)
    made.write_text(html(*facts, said=f"{LONG} {HOSTILE}", metadata={"title": LONG * 2, "publisher": HOSTILE}), "utf-8")
    return made


@pytest.fixture(scope="module")
def opened() -> Iterator[Tab]:
    with tab() as made:
        yield made


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_it_fits_its_window_quietly(page: Path, opened: Tab, width: int) -> None:
    opened.open(page, width=width)
    assert opened.told("Log.entryAdded") == []
    assert opened.told("Runtime.consoleAPICalled") == []
    assert opened.told("Runtime.exceptionThrown") == []
    asked = {each["request"]["url"] for each in opened.told("Network.requestWillBeSent")}
    assert {each.partition(":")[0] for each in asked} <= {"file", "data"}
    assert len([each for each in asked if each.startswith("file:")]) == 1
    assert opened.value("document.documentElement.scrollWidth") <= width


def test_a_link_of_a_chart_leads_to_its_statement(page: Path, opened: Tab) -> None:
    opened.open(page, width=1280)
    opened.value("document.querySelector('figure .wide svg a').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    target = opened.value("document.querySelector(':target').className")
    assert target == "clipping"


def test_no_script_of_an_article_runs(page: Path, opened: Tab) -> None:
    opened.open(page, width=768)
    assert opened.value("document.scripts.length") == 0
    assert opened.value("document.images.length") == 0


def test_it_is_printed(page: Path, opened: Tab, tmp_path: Path) -> None:
    pdf.print_pdf(page, tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"

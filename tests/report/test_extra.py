"""Without the extra, or without a browser, the message names what to install."""

from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.report import pdf
from sayso.report.extra import extra


def test_a_missing_package_names_the_extra() -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    with pytest.raises(UsageError, match=r"package altair.*pip install 'sayso\[report\]'"):
        extra("altair", missing)


def test_without_a_browser_printing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pdf.VARIABLE, raising=False)
    with pytest.raises(UsageError, match="needs Chromium"):
        pdf.browser(which=lambda name: None)
    monkeypatch.setenv(pdf.VARIABLE, "nowhere")
    with pytest.raises(UsageError, match="SAYSO_CHROMIUM names 'nowhere'"):
        pdf.browser(which=lambda name: None)


def test_a_browser_that_prints_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="did not print the page"):
        pdf.print_pdf(tmp_path / "a.html", tmp_path / "a.pdf", "true")
    with pytest.raises(UsageError, match="did not print the page"):
        pdf.print_pdf(tmp_path / "a.html", tmp_path / "a.pdf", str(tmp_path / "none"))

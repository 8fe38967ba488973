"""The page on paper: a PDF through a Chromium that is installed. Nothing is fetched, and no profile is left behind."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from sayso.errors import UsageError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
VARIABLE = "SAYSO_CHROMIUM"
"""Names the browser where it is not on the path."""
PATIENCE = 120.0
"""Seconds for printing; a report of 10,000 statements takes a few."""


def browser(which: Callable[[str], str | None] = shutil.which) -> str:
    """The Chromium to print with; UsageError where there is none."""
    named = os.environ.get(VARIABLE)
    found = which(named) if named else next((path for name in BROWSERS if (path := which(name))), None)
    if found is None:
        where = f"{VARIABLE} names {named!r}, which is no program" if named else "none is installed"
        raise UsageError(
            f"--pdf needs Chromium or a browser made from it: {where}; install one, or open the page in any browser and print it"
        )
    return found


def print_pdf(page: Path, pdf: Path, program: str | None = None) -> None:
    """Prints ``page`` into ``pdf``; UsageError with what the browser said if it fails."""
    program = program or browser()
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        # A sandbox cannot be set up by root; the page has no script, and its policy forbids any.
        rooted = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        made = Path(folder) / "page.pdf"
        call = [
            *(
                program,
                "--headless",
                *rooted,
                "--disable-gpu",
                "--disable-extensions",
                "--disable-background-networking",
            ),
            *(
                "--no-first-run",
                f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer",
                f"--print-to-pdf={made}",
            ),
            page.resolve().as_uri(),
        ]
        try:
            ran = subprocess.run(call, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UsageError(
                f"{program} did not print the page: {error}; open {page} in a browser and print it"
            ) from error
        if not made.is_file():
            said = ran.stderr.strip().splitlines()[-1:] or ["it said nothing"]
            raise UsageError(f"{program} did not print the page: {said[0]}; open {page} in a browser and print it")
        shutil.copyfile(made, pdf)

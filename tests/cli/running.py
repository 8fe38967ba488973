"""Sayso as a user starts it: another process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COVERAGE = ROOT / "examples" / "coverage.jsonl"
COMMANDS = (
    "read",
    "add",
    "about",
    "report",
    "audit",
    "statements",
    "actors",
    "camps",
    "judge",
    "extract",
    "export",
    "import",
    "retract",
    "forget",
    "verify",
    "doctor",
)


def sayso(*arguments: str, stdin: str | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """What became of it; ``variables`` are added to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        env=environment() | variables,
        check=False,
    )


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "120"}

"""``sayso doctor``: explain the installation, and say what to mend."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

import sayso
from sayso.api import read
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption, existing
from sayso.cli.output import UNUSABLE, Format, show
from sayso.errors import SaysoError
from sayso.ledger.connection import sqlite_version, sqlite_warning
from sayso.ledger.store import Ledger
from sayso.model.manifest import check_files, load_manifest
from sayso.pipeline import shipped_run

EXAMPLES = """Examples:

  sayso doctor

  sayso doctor --ledger archive.db --format json"""

EXTRAS = {"parquet": "pyarrow", "report": "altair", "web": "fastapi", "spacy": "spacy"}
SENTENCE = "“We stay,” said Ada Roe."

Check = tuple[str, bool, str]


def register(app: typer.Typer) -> None:
    app.command("doctor", help="Explain the installation.", epilog=EXAMPLES)(doctor)


def doctor(ledger: LedgerOption = DEFAULT_LEDGER, how: FormatOption = Format.table) -> None:
    found = list(checks(ledger))
    rows = [{"what": what, "state": "ok" if good else "look", "found": text} for what, good, text in found]
    show(rows, ("what", "state", "found"), how)
    if any(what in ("model", "reading", "ledger") and not good for what, good, _ in found):
        raise typer.Exit(UNUSABLE)


def checks(ledger: str) -> Iterator[Check]:
    """(what, whether it is well, what was found) for each part of the installation."""
    yield "sayso", True, f"{sayso.__version__}, Python {platform.python_version()} on {platform.machine()}"
    yield "model", *_model()
    yield "reading", *_reading()
    yield "processor", *processor()
    warning = sqlite_warning()
    yield "SQLite", warning is None, warning or ".".join(map(str, sqlite_version()))
    yield "ledger", *_ledger(ledger)
    for extra, package in EXTRAS.items():
        yield f"extra {extra}", True, _package(extra, package)


def _model() -> tuple[bool, str]:
    try:
        manifest = load_manifest()
        check_files(manifest)
    except SaysoError as error:
        return False, str(error)
    return True, f"{manifest.label}, run {shipped_run().id}, onnxruntime {version('onnxruntime')}"


def _reading() -> tuple[bool, str]:
    try:
        statements = read(SENTENCE).statements
    except SaysoError as error:
        return False, str(error)
    told = "; ".join(f"{each.source_text} | {each.cue_text} | {each.content_text}" for each in statements)
    return bool(statements), told or "nothing was found in a plain sentence: install Sayso again"


def processor() -> tuple[bool, str]:
    """Whether 8-bit products are added up exactly, and what to say of it; without VNNI they may saturate (ONNX Runtime on U8S8)."""
    cpuinfo = Path("/proc/cpuinfo")
    if not cpuinfo.exists():
        return True, "instruction sets unknown; figures were measured with AVX-512 VNNI"
    flags = cpuinfo.read_text(encoding="utf-8", errors="replace")
    vnni = "vnni" in flags
    note = "has VNNI" if vnni else "has no VNNI: int8 results may differ a little from the published figures"
    return vnni, note


def _ledger(ledger: str) -> tuple[bool, str]:
    if not existing(ledger):
        return True, f"there is none at {ledger} yet; `sayso add` makes one"
    try:
        with Ledger(ledger, create=False) as opened:
            corpus = opened.corpus()
    except SaysoError as error:
        return False, str(error)
    return (
        True,
        f"{ledger}: {corpus.articles:,} articles, {corpus.statements:,} statements, {corpus.failed:,} failed items",
    )


def _package(extra: str, package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"not installed (pip install 'sayso[{extra}]')"

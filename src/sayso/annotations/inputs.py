"""Files and folders that came back from annotators, as documents. One that cannot be read is told, and the rest goes on."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.annotations.document import Broken, Document
from sayso.annotations.formats import TOOLS, Tool
from sayso.errors import InputError

LARGEST = 256 * 2**20
"""Bytes of one file; what is larger is refused before it is read."""

_CLAIMED = (".ann", ".json", ".jsonl", ".jsonld")
"""Endings of what a folder is searched for; the other files of brat and of set-ups are found beside these."""
_BASE = ".sayso.json"


def documents(paths: Iterable[str], tool: Tool | None = None) -> Iterator[tuple[str, Document | Broken]]:
    """(file, document) in order, folders searched to the bottom by name; ``tool``: what all of them are, else each is recognised."""
    for path in paths:
        for file in _files(Path(path)):
            try:
                for each in _documents(file, tool):
                    yield str(file), each
            except InputError as error:
                yield str(file), Broken(file.name, str(error))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.suffix in _CLAIMED and not each.name.endswith(_BASE))
    return sorted(each for each in found if each.is_file())


def _documents(file: Path, tool: Tool | None) -> Iterator[Document | Broken]:
    if tool is None and file.suffix in (".ann", ".txt"):
        tool = TOOLS["brat"]
    if tool is not None and len(tool.suffixes) > 1:
        beside = {suffix: file.with_suffix(suffix) for suffix in tool.suffixes}
        files = {suffix: _text(each) for suffix, each in beside.items() if each.exists()}
        name = file.with_suffix(tool.suffixes[0]).name
        if not files:
            raise InputError(f"there is no {name}: check the name")
        return tool.read(files, name)
    text = _text(file)
    chosen = tool or _recognised(file, text)
    return chosen.read({chosen.suffixes[0]: text}, file.name)


def _text(file: Path) -> str:
    """The file, line ends as they are; InputError where it cannot be read as UTF-8."""
    try:
        if file.stat().st_size > LARGEST:
            raise InputError(f"it is larger than {LARGEST // 2**20} MiB: export fewer articles at a time")
        with file.open(encoding="utf-8-sig" if file.suffix != ".txt" else "utf-8", newline="") as opened:
            return opened.read()
    except UnicodeDecodeError as error:
        raise InputError(f"it is not UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8") from error
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}") from error


def _recognised(file: Path, text: str) -> Tool:
    """The tool whose file this is, by its ending and its outermost fields."""
    if file.suffix == ".jsonld":
        return TOOLS["web-annotation"]
    try:
        value = json.loads(text.split("\n", 1)[0] if file.suffix == ".jsonl" else text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"it does not tell what it is ({error}): say it with --as, or export it again") from error
    first = value[0] if isinstance(value, list) and value else value
    for field, name in _FIELDS:
        if isinstance(first, dict) and field in first:
            return TOOLS[name]
    raise InputError(
        f"it does not tell what it is: say --as {', '.join(each.name for each in TOOLS.values() if each.reads)}"
    )


_FIELDS: tuple[tuple[Any, str], ...] = (
    ("%FEATURE_STRUCTURES", "inception"),
    ("@context", "web-annotation"),
    ("data", "label-studio"),
    ("entities", "doccano"),
    ("spans", "prodigy"),
)
"""A field that only one tool's files have outermost, the surest first."""

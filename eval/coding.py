"""The command line of both kinds of gold: a coding compiled into spans, and two coders compared."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from eval.anchors import AnchorError, read_lines, write_lines

Line = dict[str, Any]


class Compile(Protocol):
    """Makes a gold line of the line it codes and its coding; AnchorError says what does not fit."""

    def __call__(self, known: Line, coding: Line, /, *, coder: str) -> Line: ...


def run(
    about: str | None,
    compile_line: Compile,
    agreement: Callable[[Sequence[Line], Sequence[Line]], Mapping[str, Any]],
    counted: str,
) -> None:
    """``compile GOLD CODING OUT --coder NAME`` or ``agreement ONE OTHER``; ``counted`` is the field whose rows are told."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("compile")
    for name in ("gold", "coding", "out"):
        making.add_argument(name, type=Path)
    making.add_argument("--coder", required=True)
    comparing = commands.add_parser("agreement")
    comparing.add_argument("one", type=Path)
    comparing.add_argument("other", type=Path)
    options = parser.parse_args()
    if options.command == "compile":
        rows = _compiled(options.gold, options.coding, options.coder, compile_line)
        write_lines(options.out, rows)
        print(f"{len(rows)} articles, {sum(len(row[counted]) for row in rows)} {counted} -> {options.out}")
        return
    for name, value in agreement(list(read_lines(options.one)), list(read_lines(options.other))).items():
        print(f"{name:14} {value}")


def _compiled(gold: Path, coding: Path, coder: str, compile_line: Compile) -> list[Line]:
    """Every line compiled; SystemExit lists all that do not fit."""
    known = {line["id"]: line for line in read_lines(gold)}
    rows, problems = [], []
    for line in read_lines(coding):
        try:
            rows.append(compile_line(known[line["id"]], line, coder=coder))
        except AnchorError as error:
            problems.append(str(error))
    if problems:
        raise SystemExit("\n".join(problems))
    return rows

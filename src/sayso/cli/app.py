"""The command line: one file a command, put together here, and what an error means for the exit code."""

import logging
import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Any

import typer

import sayso
from sayso.cli.output import UNUSABLE, USAGE, messages
from sayso.errors import InputError, LedgerError, ModelError, SaysoError

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
"""Each is a module beside this one; in the order of ``--help``."""


def make_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with these commands: only their modules are imported, since some take longer than reading an article."""
    made = typer.Typer(
        name="sayso",
        help="Who said what, about whom, on whose say-so: a ledger of attributed statements in news.",
        epilog="Start with: sayso read ARTICLE.txt · sayso add FOLDER · sayso about NAME",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(options)
    for name in names:
        module = "import_" if name == "import" else name  # a module cannot be called by a keyword
        import_module(f"sayso.cli.{module}").register(made)
    return made


def __getattr__(name: str) -> Any:
    if name == "app":
        return make_app()
    raise AttributeError(name)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {sayso.__version__}")
        raise typer.Exit


def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Who said what, about whom, on whose say-so: a ledger of attributed statements in news."""
    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, format="%(levelname)s %(message)s")


def main() -> None:
    """Run the command; errors Sayso raises on purpose become one message and an exit code."""
    try:
        make_app(_asked(sys.argv[1:]))(prog_name="sayso")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except SaysoError as error:
        messages().print(f"sayso: {error}", style="red")
        sys.exit(_exit_code(error))


def _asked(arguments: Iterable[str]) -> Iterable[str]:
    """The command that is called; all of them where none is, or where a shell asks for completions."""
    first = next((each for each in arguments if not each.startswith("-")), None)
    return (first,) if first in COMMANDS and "_SAYSO_COMPLETE" not in os.environ else COMMANDS


def _exit_code(error: SaysoError) -> int:
    if isinstance(error, LedgerError | ModelError):
        return UNUSABLE
    return 1 if isinstance(error, InputError) else USAGE

"""What the extra ``report`` brings, imported when it is first needed; UsageError with the way to install it where it is missing."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from sayso.errors import UsageError

NAMES = ("altair", "vl_convert", "jinja2")


def extra(name: str, load: Callable[[str], Any] = import_module) -> Any:
    """The module ``name``, one of ``NAMES``."""
    try:
        return load(name)
    except ImportError as error:
        raise UsageError(
            f"a report needs the package {error.name or name}, which is not installed: pip install 'sayso[report]'"
        ) from error

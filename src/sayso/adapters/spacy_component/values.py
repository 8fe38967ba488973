"""An outcome as plain values whose offsets count code points of the Doc's own text, NUL characters included.

Sayso reads a text without NUL characters, as it does wherever one comes in; nothing else differs between the two texts.
"""

from typing import Any

from sayso.ingest.text import clean
from sayso.records.contract import line_of
from sayso.records.reading import Outcome

Values = dict[str, Any]

_OF_A_STREAM = ("id", "line")
"""Where an article stood in an input; a Doc stands in none."""


def values_of(outcome: Outcome, text: str) -> Values:
    """The line of the contract for ``outcome``, whose article is ``clean(text)``; offsets are half-open and refer to ``text``.

    Strings, numbers, booleans, None, lists and dicts alone, so that msgpack and JSON keep them.
    """
    line = {name: value for name, value in line_of(outcome).items() if name not in _OF_A_STREAM}
    if clean(text) == text:
        return line
    moved: Values = _moved(line, text, [place for place, character in enumerate(text) if clean(character)])
    return moved


def _moved(value: Any, text: str, kept: list[int]) -> Any:
    """``value`` with every ``[start, end]`` moved to where ``kept`` puts its first and its last character."""
    match value:
        case [int(start), int(end)]:
            return [kept[start], kept[end - 1] + 1]
        case list():
            return [_moved(each, text, kept) for each in value]
        case dict():
            moved = {name: _moved(each, text, kept) for name, each in value.items()}
            if "text" in moved and "span" in moved:
                moved["text"] = text[slice(*moved["span"])]
            return moved
        case _:
            return value

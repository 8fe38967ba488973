"""DOCX to paragraphs, with what was deleted left out and what was inserted taken as it stands.

The XML is walked here, since python-docx gives a paragraph without what tracked changes and content controls hold.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sayso.errors import InputError
from sayso.ingest.limits import Limits
from sayso.ingest.packed import check_document
from sayso.ingest.silence import silent

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _T, _TAB, _STYLE, _VAL = f"{_W}p", f"{_W}t", f"{_W}tab", f"{_W}pStyle", f"{_W}val"
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_APART = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}pPr",
        f"{_W}rPr",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""What is not read: deleted text, properties, and the second copy of a text box."""


def paragraphs(data: bytes, limits: Limits) -> list[tuple[str, str]]:
    """(name of the style, text) of each paragraph, those in tables and text boxes too, in the order of the file.

    A line break inside a paragraph is kept. InputError if the file is no DOCX that can be read, or too large when unpacked.
    """
    import docx

    stream = BytesIO(data)
    check_document(stream, limits)
    try:
        with silent("docx"):
            body = docx.Document(stream).element.body
    except Exception as error:  # what is wrong inside the zip file shows as any of a dozen errors
        raise InputError(
            f"the document cannot be read ({type(error).__name__}): open it in Word and save it again"
        ) from None
    return [(_style(each), "".join(_text(each))) for each in body.iter(_P)]


def _style(paragraph: Any) -> str:
    found = next(paragraph.iter(_STYLE), None)
    return "" if found is None else str(found.get(_VAL) or "")


def _text(paragraph: Any) -> Iterator[str]:
    """What the paragraph says, without the paragraphs inside it; not recursive, as the file decides how deep it is nested."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag == _T:
            yield element.text or ""
        elif tag == _TAB:
            yield "\t"
        elif tag in _BREAKS:
            yield "\n"
        elif tag not in _APART and tag != _P:
            waiting.extend(reversed(element))

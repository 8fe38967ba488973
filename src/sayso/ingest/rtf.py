"""RTF to text, in time that grows with the file alone: its tokens are gone through once, and nothing is searched for twice.

Read are paragraphs, tables, quotation marks, characters in any code page and in Unicode. Left out are pictures, fields' instructions,
notes, heads and feet of pages, and what is deleted or hidden.
"""

import codecs
import re
from dataclasses import dataclass, replace

from sayso.errors import InputError
from sayso.ingest.assembled import storable
from sayso.ingest.limits import Limits, told

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<run>[^\\{}\r\n]+)|\\"
)
_SAID = {
    **dict.fromkeys(("par", "line", "sect", "page", "column", "row", "nestrow"), "\n"),
    "tab": "\t",
    "cell": " | ",
    "nestcell": " | ",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_SYMBOLS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_APART = frozenset(
    {
        *(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "objdata",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
        ),
        *(
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "annotation",
            "nonshppict",
            "fldinst",
            "listtext",
            "pntext",
            "xe",
            "tc",
        ),
        *("themedata", "datastore", "filetbl", "listtable", "revtbl", "bkmkstart", "bkmkend"),
    }
)
"""Groups that are no text of the document; one that begins with ``\\*`` and is not known is none either."""

_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Code pages by the number a font says its characters are in."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group, and no longer when it ends."""

    apart: bool = False
    hidden: bool = False
    fonts: bool = False
    font: int | None = None
    instead: int = 1
    """Characters that stand after one in Unicode, for programs that have none."""


def text_of(data: bytes, limits: Limits) -> str:
    """The text, one paragraph a line. InputError if the file is too large, nested too deeply, or no RTF."""
    if len(data) > limits.rtf:
        raise InputError(
            f"the file has {len(data):,} bytes, more than {told(limits.rtf)}: save it without pictures, or as DOCX"
        )
    if not data.lstrip()[:5].lower().startswith(b"{\\rtf"):
        raise InputError("the file is no RTF: if it is plain text, name it .txt")
    return storable(_Reader(data.decode("latin-1"), limits).text())


class _Reader:
    """Goes through the tokens of one file. Characters are held as bytes until something else than one follows."""

    def __init__(self, source: str, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._page = "cp1252"
        self._fonts: dict[int | None, str] = {}
        self._state = _State()
        self._outer: list[_State] = []
        self._held = bytearray()
        self._skip = 0
        self._out: list[str] = []

    def text(self) -> str:
        at, tokens = 0, 0
        while found := _TOKEN.match(self._source, at):
            at = found.end()
            tokens += 1
            if tokens > self._limits.tokens:
                raise InputError(
                    f"the file has more than {self._limits.tokens:,} control words: save it as DOCX or as text"
                )
            kind = found.lastgroup
            if kind == "run":
                self._run(found["run"])
            elif kind == "hex":
                self._run(chr(int(found["hex"], 16)))
            elif kind in ("word", "number"):
                at += self._word(found["word"].lower(), int(found["number"]) if found["number"] else None)
            elif kind == "brace":
                self._brace(found["brace"])
                if found["brace"] == "}" and not self._outer:
                    break
            elif kind == "symbol":
                self._symbol(found["symbol"])
        self._flush()
        return _paired("".join(self._out))

    def _run(self, characters: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(characters))
            self._skip -= skipped
            characters = characters[skipped:]
        if not (self._state.apart or self._state.hidden):
            self._held += characters.encode("latin-1")

    def _flush(self) -> None:
        if self._held:
            page = self._fonts.get(self._state.font, self._page)
            self._out.append(self._held.decode(page, errors="replace"))
            self._held.clear()

    def _say(self, text: str) -> None:
        if not (self._state.apart or self._state.hidden):
            self._flush()
            self._out.append(text)

    def _brace(self, brace: str) -> None:
        self._flush()
        self._skip = 0
        if brace == "{":
            if len(self._outer) >= self._limits.groups:
                raise InputError(
                    f"groups are nested more than {self._limits.groups:,} deep: open the file and save it again"
                )
            self._outer.append(self._state)
        elif self._outer:
            self._state = self._outer.pop()

    def _symbol(self, symbol: str) -> None:
        self._skip = 0
        if symbol == "*":
            self._state = replace(self._state, apart=True)
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> int:
        """Does what the control word says; how many characters after it are no RTF."""
        self._skip = 0
        if word in _SAID:
            self._say(_SAID[word])
        elif word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skip = self._state.instead
        elif word == "bin":
            return max(0, number or 0)
        elif word in ("f", "fcharset", "uc", "ansicpg", "mac", "pc", "fonttbl"):
            self._set(word, number or 0)
        elif word in _APART:
            self._flush()
            self._state = replace(self._state, apart=True)
        elif word in ("deleted", "v", "plain"):
            self._flush()
            self._state = replace(self._state, hidden=word != "plain" and number != 0)
        return 0

    def _set(self, word: str, number: int) -> None:
        self._flush()
        if word == "f":
            self._state = replace(self._state, font=number)
        elif word == "uc":
            self._state = replace(self._state, instead=min(max(0, number), self._limits.file))
        elif word == "fonttbl":
            self._state = replace(self._state, apart=True, fonts=True)
        elif word == "fcharset":
            if self._state.fonts and number in _CHARSETS:
                self._fonts[self._state.font] = _CHARSETS[number]
        else:
            self._page = _code_page({"mac": "mac_roman", "pc": "cp437"}.get(word, f"cp{number}"))


def _code_page(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _paired(text: str) -> str:
    """Characters beyond the first plane, which RTF writes as two halves, as one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

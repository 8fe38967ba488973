"""Where each key of a TOML file stands. ``tomllib`` gives a place for what is not TOML, and none for a value that is wrong.

No parser that is kept up gives places and values at once (tomlkit keeps the layout, not the lines), so this walks a text that
``tomllib`` has accepted, and looks at nothing but keys, brackets, strings and comments.
"""

import re
import tomllib

Place = tuple[int, int]
"""Line and column, both from 1 on; columns in code points."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|\'[^\']*\'', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}#\n]+")


def places(text: str) -> dict[str, Place]:
    """By key (``schemes.a.camps.b.members[0].from``), where it is written; of a list's item, where that begins. ``text`` is valid TOML."""
    return _Walk(text).places


def place_of(text: str, key: str) -> Place | None:
    """Where ``key`` is written, else the nearest key around it; None if not even that is."""
    known = places(text)
    while key and key not in known:
        cut = max(key.rfind("."), key.rfind("["))
        key = key[: max(cut, 0)]
    return known.get(key)


class _Walk:
    def __init__(self, text: str) -> None:
        self.places: dict[str, Place] = {}
        self._text, self._at = text, 0
        self._items: dict[str, int] = {}
        table = ""
        while self._skip() < len(text):
            table = self._header() if text[self._at] == "[" else self._pair(table)

    def _header(self) -> str:
        many = self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        path = ""
        names = self._names()
        for number, (name, at) in enumerate(names):
            path = _joined(path, name)
            if many and number == len(names) - 1:
                self._items[path] = self._items.get(path, 0) + 1
            if path in self._items:
                self._note(path, at)
                path = f"{path}[{self._items[path] - 1}]"
            self._note(path, at)
        self._at += 2 if many else 1
        return path

    def _pair(self, table: str) -> str:
        path = table
        for name, at in self._names():
            path = _joined(path, name)
            self._note(path, at)
        self._at += 1
        self._value(path)
        return table

    def _value(self, path: str) -> None:
        self._skip()
        opened = self._text[self._at]
        if opened in "[{":
            self._at += 1
            number = 0
            while self._text[self._skip()] not in "]}":
                if self._text[self._at] == ",":
                    self._at += 1
                elif opened == "{":
                    self._pair(path)
                else:
                    self._note(f"{path}[{number}]", self._at)
                    self._value(f"{path}[{number}]")
                    number += 1
            self._at += 1
        else:
            found = _STRING.match(self._text, self._at) or _SCALAR.match(self._text, self._at)
            self._at = found.end() if found else self._at + 1

    def _names(self) -> list[tuple[str, int]]:
        """The dotted names of a key and where each begins; up to the sign after it."""
        found = []
        while True:
            at = self._skip()
            name = _STRING.match(self._text, at) or _BARE.match(self._text, at)
            raw = name.group() if name else self._text[at]
            self._at += len(raw)
            found.append((raw if _BARE.fullmatch(raw) else next(iter(tomllib.loads(f"{raw} = 0"))), at))
            if self._text[self._skip()] != ".":
                return found
            self._at += 1

    def _skip(self) -> int:
        """Past blanks, line ends and comments."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _note(self, path: str, at: int) -> None:
        line = self._text.count("\n", 0, at) + 1
        self.places.setdefault(path, (line, at - self._text.rfind("\n", 0, at)))


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name

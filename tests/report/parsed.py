"""A page taken apart by Python's own parser of HTML, so that a test may ask what is in it."""

from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "wbr"})
EMPTY_SVG = frozenset({"path", "line", "rect"})


class Parsed(HTMLParser):
    """``ids``, ``links`` and ``tags`` in their order; ``attributes`` as (tag, name, value); ``wrong`` names what is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.wrong: list[str] = []
        self.words: list[str] = []
        self.numbers: list[tuple[str, bool]] = []
        """What stands in big figures, counts and cells of numbers, with whether a link is inside."""
        self._open: list[str] = []
        self._number: tuple[int, list[str], bool] | None = None
        self.feed(page)
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag in self._open]

    @property
    def text(self) -> str:
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        known = {name: value or "" for name, value in attrs}
        if "id" in known:
            self.ids.append(known["id"])
        if "href" in known:
            self.links.append(known["href"])
        if tag == "a" and self._number:
            self._number = (self._number[0], self._number[1], True)
        if tag not in VOID:
            self._open.append(tag)
        if self._number is None and known.get("class") in ("big", "num", "count"):
            self._number = (len(self._open), [], False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._number and len(self._open) == self._number[0]:
            self.numbers.append(("".join(self._number[1]).strip(), self._number[2]))
            self._number = None
        if not self._open or self._open[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self._open[-1:]}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._number:
            self._number[1].append(data)

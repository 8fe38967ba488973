"""Whether a stretch of text names somebody: whole words, by full name or last name."""

import re

_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


class Name:
    """A name as asked for. ``words`` is what any mention must hold: the last name of a full one."""

    def __init__(self, asked: str) -> None:
        self.asked = " ".join(asked.split())
        self.last = self.asked.split(" ")[-1] if self.asked else ""
        pattern = re.escape(self.last.translate(_APOSTROPHES))
        self._pattern = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """Whether ``text`` holds the last name as a whole word; case and the kind of apostrophe do not count."""
        return bool(self.last) and self._pattern.search(text.translate(_APOSTROPHES)) is not None

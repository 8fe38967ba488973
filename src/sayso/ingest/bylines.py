"""Who signed: the names that a byline holds, however it is written."""

import re

from sayso.ingest.assembled import storable

_BY = re.compile(r"^\W*(?:(?:words|written|reported|story|analysis|text|report)\s+)?by\b[\s:]*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[;|\n•]|,?\s+and\s|\s&\s)\s*", re.IGNORECASE)
NOT_A_NAME = re.compile(r"https?:|www\.|@|[<>{}\[\]]|\d|\bmin read\b", re.IGNORECASE)
"""What stands in no name of a person: addresses, numbers, reading times."""
_NAME_WORDS = 6
"""Words of a name; a line of more is prose."""


def byline(line: str) -> list[str]:
    """The names that a line such as "By Ada Roe and Bo Lund" holds."""
    bare = _BY.sub("", " ".join(storable(line).split()))
    names = [part.strip(" ,.;:-–—") for part in _BETWEEN.split(bare)]
    parts = [piece for name in names for piece in _listed(name)]
    return [
        each
        for each in parts
        if 1 < len(each) <= 80 and len(each.split()) <= _NAME_WORDS and not NOT_A_NAME.search(each)
    ]


def _listed(name: str) -> list[str]:
    """Parts between commas, if each has two words or more; "Roe, Ada" and "Ada Roe, Berlin" stay one."""
    parts = [part.strip() for part in name.split(",")]
    return parts if len(parts) > 1 and all(2 <= len(part.split()) <= 4 for part in parts) else [name]

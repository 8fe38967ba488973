"""Who speaks, in words: names and titles beside what the source itself says. Article text passes through ``plain``."""

from collections.abc import Iterable

from sayso.cli.output import plain
from sayso.records.actor import Speaker
from sayso.records.folding import folded
from sayso.records.statement import Statement

TITLES = 2
"""Titles shown of one speaker."""


def who_speaks(statement: Statement, titles: int = TITLES) -> str:
    """The speakers with so many of their titles, as far as the source's own words do not say it; empty where they do."""
    source = _folded(statement.source_text)
    told = [_words(each, source, titles) for each in statement.speakers if each.name]
    return "; ".join(each for each in told if each)


def titles_of(speakers: Iterable[Speaker]) -> list[str]:
    """The titles of all of them, each once."""
    return list(dict.fromkeys(" ".join(plain(title.text).split()) for each in speakers for title in each.titles))


def titles_told(name: str, statements: Iterable[Statement]) -> list[str]:
    """A few titles of the speaker with this name, or of the only one, in the statements; those that the name or another
    title holds aside."""
    speakers = [
        each
        for statement in statements
        for each in statement.speakers
        if len(statement.speakers) == 1 or folded(each.name) == folded(name)
    ]
    titles = [each for each in titles_of(speakers) if _folded(each) not in _folded(name)]
    longer = [each for each in titles if not any(each != other and _folded(each) in _folded(other) for other in titles)]
    return longer[:TITLES]


def _words(speaker: Speaker, source: str, most: int) -> str:
    titles = [each for each in titles_of([speaker]) if _folded(each) not in source][:most]
    if _folded(speaker.name) in source and not titles:
        return ""
    return ", ".join([plain(speaker.name), *titles])


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()

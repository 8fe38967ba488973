"""The files of a folder in the order of their paths. A link is followed only to a file inside the folder."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPANION = ("_files", "-Dateien", "_fichiers", "_archivos", "_bestanden")
"""Endings of the folder that a browser saves a page's pictures and scripts into, beside the page."""

_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or the reason why what stands here is not read."""

    path: Path
    skip: str | None = None


def files(folder: Path) -> Iterator[Found]:
    """Every file in the folder and the folders in it, those aside whose names begin with a dot; devices and pipes are no files.

    What a browser saved beside a page is passed over as one. Not recursive: the folder decides how deep it is nested.
    """
    inside = folder.resolve()
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            if place == folder or (stat.S_ISDIR(mode := place.lstat().st_mode) and not _beside_a_page(place)):
                waiting.extend(
                    sorted((each for each in place.iterdir() if not each.name.startswith(".")), reverse=True)
                )
            elif stat.S_ISDIR(mode):
                yield Found(place, "what a browser saved beside a page")
            elif stat.S_ISLNK(mode):
                yield from _linked(place, inside)
            elif stat.S_ISREG(mode):
                yield Found(place)
        except OSError as error:
            yield Found(place, f"cannot be opened ({error.strerror or error})")


def _linked(link: Path, inside: Path) -> Iterator[Found]:
    try:
        target = Path(os.path.realpath(link, strict=True))
    except OSError:
        yield Found(link, "a link that leads nowhere")
        return
    if not target.is_relative_to(inside):
        yield Found(link, "a link that leads out of the folder, which is not followed")
    elif target.is_dir():
        yield Found(link, "a link to a folder, which is not followed: its files are read where they are")
    elif target.is_file():
        yield Found(link)


def _beside_a_page(place: Path) -> bool:
    stem = next((place.name.removesuffix(ending) for ending in COMPANION if place.name.endswith(ending)), None)
    return stem is not None and any(place.with_name(stem + ending).is_file() for ending in _PAGES)

"""Windows: the stretches of tokens the encoder reads, cut by the text alone.

Each window owns a *core*; around it stands context that is read but decided elsewhere. Cores partition
the tokens, so every cue is decided exactly once, and an article reads the same alone, in a stream and in
any worker. A core ends where a paragraph ends if it can, else a sentence, else anywhere, and never inside
a quotation if that can be avoided.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Cut(IntEnum):
    """How good a place to cut is; the better, the larger."""

    ANYWHERE = 0
    SENTENCE_IN_QUOTATION = 1
    PARAGRAPH_IN_QUOTATION = 2
    SENTENCE = 3
    PARAGRAPH = 4


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``[start, end)`` are read; tokens ``[core_start, core_end)`` are decided here."""

    start: int
    end: int
    core_start: int
    core_end: int


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """Sizes in tokens, without the two special ones.

    ``size`` is the largest window, ``left`` and ``right`` the context around a core, ``reach`` the share of
    the core in which a better place to cut is preferred to a later one.
    """

    size: int = 254
    left: int = 32
    right: int = 32
    reach: float = 0.4

    def __post_init__(self) -> None:
        if self.left < 0 or self.right < 0 or self.left + self.right >= self.size:
            raise ValueError(
                f"a window of {self.size} tokens has no room beside {self.left} and {self.right} of context"
            )


def cut(count: int, places: Sequence[tuple[int, Cut]], settings: WindowSettings) -> list[Window]:
    """Windows over ``count`` tokens in order; ``places`` are (token index, quality), ascending: a cut before that token."""
    ends = [place for place in places if 0 < place[0] < count]
    windows: list[Window] = []
    core_start = place_at = 0
    while core_start < count:
        while place_at < len(ends) and ends[place_at][0] <= core_start:
            place_at += 1
        left = _context_before(core_start, ends, place_at, settings.left)
        start = core_start - left
        if count - start <= settings.size:
            core_end = count
        else:
            core_end = _core_end(core_start, settings.size - left - settings.right, ends, place_at, settings.reach)
        end = _context_after(core_end, min(count, start + settings.size, core_end + settings.right), ends, place_at)
        windows.append(Window(start, end, core_start, core_end))
        core_start = core_end
    return windows


def _core_end(start: int, room: int, ends: Sequence[tuple[int, Cut]], first: int, reach: float) -> int:
    earliest, latest = start + int(room * (1 - reach)), start + room
    best, quality = latest, Cut.ANYWHERE
    for at, how in ends[first:]:
        if at > latest:
            break
        if at > earliest and how >= quality:
            best, quality = at, how
    return best


def _context_before(core_start: int, ends: Sequence[tuple[int, Cut]], first: int, most: int) -> int:
    """Length of the left context: whole sentences up to ``most`` tokens, or the last ``most`` of a longer one."""
    lowest = max(0, core_start - most)
    if lowest == 0:
        return core_start
    begin = core_start
    for at, _ in reversed(ends[max(0, first - most) : first]):
        if at < lowest:
            break
        begin = at
    return core_start - begin if begin < core_start else core_start - lowest


def _context_after(core_end: int, limit: int, ends: Sequence[tuple[int, Cut]], first: int) -> int:
    """End of the right context: the last sentence end within ``limit``, or ``limit`` inside a longer one."""
    best = core_end
    for at, _ in ends[first:]:
        if at > limit:
            break
        best = max(best, at)
    return best if best > core_end else limit

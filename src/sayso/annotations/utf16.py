"""Offsets in UTF-16 code units, as Java and JavaScript count, to code points and back."""

from bisect import bisect_left

from sayso.errors import InputError

_LAST_OF_ONE_UNIT = 0xFFFF


class Utf16:
    """Offsets of one text. A character beyond U+FFFF takes two units, any other one."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, character in enumerate(text) if ord(character) > _LAST_OF_ONE_UNIT]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]
        self._units = len(text) + len(self._wide)

    def units(self, point: int) -> int:
        """The offset in units of the offset ``point`` in code points."""
        return point + bisect_left(self._wide, point)

    def point(self, unit: int) -> int:
        """The offset in code points of the offset ``unit``; InputError inside a pair or outside the text."""
        if not 0 <= unit <= self._units:
            raise InputError(f"the offset {unit} lies outside the text, which has {self._units} UTF-16 units")
        before = bisect_left(self._wide_units, unit)
        if before and self._wide_units[before - 1] == unit - 1:
            raise InputError(f"the offset {unit} lies inside a character: offsets here count UTF-16 units")
        return unit - before

"""The bytes of the items that are on their way, in the order in which their outcomes come back."""

from collections import deque
from collections.abc import Iterable, Iterator

from sayso.ingest.sourced import Sourced
from sayso.records.reading import Item


class Passing:
    """Lets items pass and keeps their bytes behind, if they are wanted, until their outcome is there.

    Bytes stay in this process: the ones that read do not need them. Of a bundle they are the same ones for all its articles.
    """

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._waiting: deque[bytes | None] = deque()

    def items(self, sourced: Iterable[Sourced]) -> Iterator[Item]:
        """The items, in their order."""
        for each in sourced:
            if self._wanted:
                self._waiting.append(each.raw)
            yield each.item

    def raw(self) -> bytes | None:
        """The bytes of the next item whose outcome is there; None if they are not wanted, or there is no article."""
        return self._waiting.popleft() if self._wanted else None

    def held(self) -> int:
        """How many bytes wait; those that several items share count once."""
        return sum(len(each) for each in {id(each): each for each in self._waiting if each is not None}.values())

"""Whose turn a paragraph of an interview is, where questions stand behind a label in double brackets ("((WN))  Why?").

An answer begins with the name of the one interviewed or with the initials ("AR I stayed"), mostly without a colon.
"""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.resolve.answering import MARK, is_interview
from sayso.resolve.clusters import Cluster
from sayso.resolve.names import Name
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import PARAGRAPH, Tokens


class Turns:
    """The turns of one text; ``of`` has the cluster of each mention of ``listed`` as far as names are linked."""

    def __init__(self, found: Tokens, listed: Sequence[Ref], of: Sequence[int], clusters: Sequence[Cluster]) -> None:
        self._starts: list[int] = []
        self._owners: list[int] = []
        if not is_interview(found.text):
            return
        named = {each.first: k for k, each in enumerate(listed) if isinstance(each.what, Name)}
        for n in range(len(found)):
            if found.joins[n] < PARAGRAPH:
                continue
            if found.text.startswith(MARK, max(0, found.starts[n] - len(MARK))):
                self._add(n, -1)
            elif n in named and self._starts and not _told(clusters[of[named[n]]]):
                self._add(n, of[named[n]])

    def _add(self, start: int, owner: int) -> None:
        self._starts.append(start)
        self._owners.append(owner)

    def owner(self, word: int) -> int:
        """The cluster whose turn the word is in, or -1: nobody's, or the interviewer's."""
        at = bisect_right(self._starts, word) - 1
        return self._owners[at] if at >= 0 else -1


def _told(cluster: Cluster) -> bool:
    """Whether a name is a body's or a place's, which gives no answers."""
    return cluster.kind in ("organization", "government", "office", "place", "group")

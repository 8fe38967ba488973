"""Which positions are of one speaker: by name everywhere, by description only inside one report (codebook, decision 25)."""

from collections.abc import Mapping

from sayso.answers.counting import Key
from sayso.answers.names import described
from sayso.records.folding import folded
from sayso.records.row import PositionFact


class Speakers:
    """Keys of speakers. ``reports`` gives the report of a version where that is known; else each version is one of its own."""

    def __init__(self, reports: Mapping[str, str] | None = None) -> None:
        self._reports = reports or {}
        self._known: dict[tuple[str, str | None], tuple[str, bool]] = {}

    def key(self, fact: PositionFact) -> Key:
        """ValueError where the speaker is open."""
        if fact.speaker is None:
            raise ValueError(f"position {fact.id} has no speaker")
        named = (fact.speaker, fact.speaker_kind)
        known = self._known.get(named)
        if known is None:
            known = self._known[named] = (folded(fact.speaker), described(*named))
        form, local = known
        return form, (self._reports.get(fact.version_id, fact.version_id) if local else "")

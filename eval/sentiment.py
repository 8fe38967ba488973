"""Public sets of stance, as other constructs: DSE (how p feels about q) and NewsMTSC (how a target is portrayed).

DSE TXT: sentence with ``[p]`` and ``[q]``, p, q, label; NewsMTSC JSON Lines: sentence, from, to, polarity. Read with holder
and object given, by the same graphs as at run time. NewsMTSC 1, 0, -1 read as supportive, none, critical; DSE as the stance
of p toward q and of q toward p.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.public_pairs import STANCES, Pair, read_dse, read_newsmtsc
from eval.stances import Coded
from sayso.extract.layout import lay_out
from sayso.extract.proposals import propose
from sayso.model.attribution import AttributionModel
from sayso.model.positions import PositionModel
from sayso.model.states import States
from sayso.model.stretches import stretch
from sayso.records.position import LABELS
from sayso.run_config import RunConfig


@dataclass(frozen=True, slots=True)
class Guess:
    """The gold stance of one pair and the probability of each of the three stances."""

    gold: str
    probabilities: dict[str, float]

    @property
    def label(self) -> str:
        return max(self.probabilities, key=self.probabilities.__getitem__)


def guesses(path: Path) -> list[Guess]:
    """A guess for every pair of a file of DSE (.txt) or NewsMTSC (.jsonl)."""
    pairs = read_dse(path) if path.suffix == ".txt" else read_newsmtsc(path)
    encoder, head, config = AttributionModel(), PositionModel(), RunConfig()
    found: list[Guess] = []
    text, states = None, None
    for pair in sorted(pairs, key=lambda each: each.text):
        if pair.text != text or states is None:
            text, states = pair.text, propose(pair.text, lay_out(pair.text), encoder, config)[1]
        found.append(_guess(pair, states, head))
    return found


def codes(found: Sequence[Guess]) -> list[Coded]:
    return [(each.gold, each.label) for each in found]


def outcomes(found: Sequence[Guess]) -> list[tuple[float, bool]]:
    """(probability of the likeliest stance, whether it was right)."""
    return [(each.probabilities[each.label], each.label == each.gold) for each in found]


def _guess(pair: Pair, states: States, head: PositionModel) -> Guess:
    gold = STANCES[pair.stance]
    held = stretch(states, [pair.holder] if pair.holder else [], [], [], [pair.object])
    if held is None or held.mentions[0][0] >= held.mentions[0][1]:
        return Guess(gold, {name: float(name == "none") for name in STANCES})
    label = head.judge(states, held, held.mentions).label[0].tolist()
    known = {name: probability for name, probability in zip(LABELS, label, strict=True) if name in STANCES}
    whole = sum(known.values())
    return Guess(gold, {name: probability / whole for name, probability in known.items()})

"""What the commands on positions print, and the figures of them that have floors."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eval import sentiment, stances, summaries, voice_answers, voice_pairs
from eval.anchors import read_lines
from eval.given import Answered
from eval.minimal_pairs import read_pairs
from eval.pair_actors import part_of_actor
from eval.splits import part_of
from eval.stances import Coded
from sayso import scoring
from sayso.pipeline import Reader

Line = dict[str, Any]


def measured(path: Path, *, last: bool) -> list[Line]:
    """The articles of a gold file that figures are for: the gate part, or the unseen one; all of a file that is none of ours."""
    lines = list(read_lines(path))
    part = "unseen" if last else "gate"
    return [line for line in lines if part_of(line) in (part, None)]


def positions(path: Path, *, last: bool = False) -> str:
    """Stance, role and wording of the gold positions, with the statements given."""
    lines = measured(path, last=last)
    found = stances.answers(lines)
    labels = stances.labels(found)
    told = [f"{path.name}: {len(lines)} articles, {len(labels)} positions, statements given"]
    told.append(f"  stance: macro-F1 {_percent(stances.macro_f1(labels, stances.STANCES))} {_interval(found, _macro)}")
    told += [
        f"    {name:10} F1 {_percent(stances.f1(labels, name))}  recall {_percent(stances.recall(labels, name))}"
        f" of {sum(gold == name for gold, _ in labels)}"
        for name in stances.STANCES
    ]
    told.append(f"  role: right {_percent(stances.accuracy(stances.roles(found)))}")
    wordings = stances.wordings(found)
    told.append(f"  wording: right {_percent(stances.accuracy(wordings))} of {len(wordings)}")
    told.append(f"  Brier score {stances.brier(found):.3f}")
    return "\n".join(told)


def status(path: Path, *, last: bool = False) -> str:
    """Status and move of the gold statements."""
    lines = measured(path, last=last)
    found = stances.answers(lines)
    codes, moves = stances.statuses(found), stances.moves(found)
    told = [f"{path.name}: {len(codes)} statements given"]
    told.append(
        f"  status: macro-F1 {_percent(stances.macro_f1(codes))} {_interval(found, _status)}, right {_percent(stances.accuracy(codes))}"
    )
    told += [
        f"    {name:12} F1 {_percent(stances.f1(codes, name))} of {sum(gold == name for gold, _ in codes)}"
        for name in sorted({gold for gold, _ in codes})
    ]
    told.append(f"  move: right {_percent(stances.accuracy(moves))}, macro-F1 {_percent(stances.macro_f1(moves))}")
    return "\n".join(told)


def pairs(path: Path, *, last: bool = False) -> str:
    """Minimal pairs right on both sides, by decision; none was ever trained on."""
    coded = list(read_pairs(path))
    right = stances.by_decision(coded)
    every = [each for found in right.values() for each in found]
    told = [f"  decision {decision:2d}: {sum(found)} of {len(found)}" for decision, found in right.items()]
    unscored = [pair for pair in coded if not stances.is_scored(pair)]
    missing = Counter((pair.decision, part_of_actor(pair.flip.field)) for pair in unscored)
    told += [
        f"  decision {decision:2d}: {count} not scored, the output has no {part} of actors"
        for (decision, part), count in sorted(missing.items())
    ]
    told += [
        f"  decision {decision:2d}: {sum(found)} of {len(found)}, apart"
        for decision, found in voice_answers.by_decision(voice_pairs.read_pairs(path)).items()
    ]
    kept = summaries.by_pair(voice_pairs.read_pairs(path), Reader())
    told += [f"  decision {summaries.DECISION}: {sum(kept)} of {len(kept)}, apart"] if kept else []
    share = f"{_percent(sum(every) / len(every))} of {len(every)}" if every else "none scored together"
    return "\n".join([f"minimal pairs: {share}", *told])


def public(path: Path, *, last: bool = False) -> str:
    """A public set of another construct."""
    found = sentiment.guesses(path)
    codes = sentiment.codes(found)
    error = scoring.calibration_error(sentiment.outcomes(found))
    told = [f"{path.name}: {len(codes)} pairs, macro-F1 {_percent(stances.macro_f1(codes, stances.STANCES))}"]
    told += [f"    {name:10} F1 {_percent(stances.f1(codes, name))}" for name in stances.STANCES]
    told.append(f"  calibration error {_percent(error)} over {len(codes)}")
    return "\n".join(told)


REPORTS: dict[str, Callable[..., str]] = {"positions": positions, "status": status, "pairs": pairs, "sentiment": public}


def _macro(found: Sequence[Answered]) -> float:
    return stances.macro_f1(stances.labels(found), stances.STANCES)


def _status(found: Sequence[Answered]) -> float:
    return stances.macro_f1(stances.statuses(found))


def _interval(found: Sequence[Answered], figure: Callable[[Sequence[Answered]], float]) -> str:
    low, high = scoring.resampled(found, figure)
    return f"(95 % {_percent(low)} to {_percent(high)})"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def codes_of(lines: Sequence[Line]) -> list[Coded]:
    """Stances of gold lines, for the gate."""
    return stances.labels(stances.answers(lines))

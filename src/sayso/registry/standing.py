"""Which decision stands after a log of them. A person's outweighs any run's, in whatever order they were made."""

from collections.abc import Iterable, Iterator

from sayso.records.registry import PAIRED, ActorJudgement


def untouched(log: Iterable[ActorJudgement]) -> Iterator[ActorJudgement]:
    """The decisions of ``log``, in the order written, that no standing undo takes back, the last one first; undos aside."""
    undone: set[str | None] = set()
    for each in reversed(list(log)):
        if each.id in undone:
            continue
        if each.decision != "undo":
            yield each
        else:
            undone.add(each.undoes)


def of_pair(log: Iterable[ActorJudgement]) -> ActorJudgement | None:
    """What stands between two actors, from everything ever decided about them: a person's last word, else a run's last."""
    left = [each for each in untouched(log) if each.decision in PAIRED]
    return next((each for each in left if not each.by_run), left[0] if left else None)


def name_of(log: Iterable[ActorJudgement]) -> str | None:
    """The name that the last standing *rename* gives; None if there is none."""
    return next((each.name for each in untouched(log) if each.decision == "rename"), None)


def open_to_runs(log: Iterable[ActorJudgement]) -> bool:
    """Whether a run may still say something of the pair: no person ever did, not even to take a run's word back."""
    return all(each.by_run for each in log)

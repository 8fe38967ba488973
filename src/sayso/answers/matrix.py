"""Speakers by the objects they judge: what the same speakers say of others. Arithmetic without I/O."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.answers.counting import why_not
from sayso.answers.names import described
from sayso.records.folding import folded
from sayso.records.row import PositionFact
from sayso.records.statement import Status


@dataclass(frozen=True, slots=True)
class Cell:
    """What one speaker is counted for on one object: ids of statements, each once, at least one."""

    speaker: str
    object: str
    critical: tuple[str, ...]
    supportive: tuple[str, ...]
    mixed: tuple[str, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.critical, *self.supportive, *self.mixed]))


@dataclass(frozen=True, slots=True)
class Matrix:
    """``speakers`` in the order given; ``objects`` with the one asked about first, then by statements; cells that are not empty.

    ``more`` counts the objects beyond those.
    """

    speakers: tuple[str, ...]
    objects: tuple[str, ...]
    cells: tuple[Cell, ...]
    more: int


def matrix(
    speakers: Sequence[str],
    asked: str,
    own: Collection[str],
    facts: Iterable[PositionFact],
    statuses: Collection[Status],
    most: int,
) -> Matrix:
    """At most ``most`` objects. ``own`` are the names of the one ``asked`` about, who stands under that name.

    Counted is what counts in the answer (``counting.why_not``). Speakers and objects are compared by name, so an object without
    a proper name ("men") is none.
    """
    wanted = {folded(name): name for name in reversed(speakers)}
    mine = {folded(name) for name in (*own, asked)}
    called: dict[str, str] = {}
    held: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for fact in facts:
        speaker = wanted.get(folded(fact.speaker or ""))
        if speaker is None or why_not(fact, statuses) is not None:
            continue
        form = folded(fact.object)
        if form not in mine and described(fact.object, None):
            continue
        object_ = asked if form in mine else called.setdefault(form, fact.object)
        held.setdefault((speaker, object_), {}).setdefault(fact.label, {})[fact.statement] = None
    cells = [_cell(speaker, object_, by_label) for (speaker, object_), by_label in held.items()]
    objects = _ordered(cells, asked)
    shown = objects[:most]
    return Matrix(
        tuple(dict.fromkeys(speakers)),
        tuple(shown),
        tuple(cell for cell in cells if cell.object in shown),
        len(objects) - len(shown),
    )


def _cell(speaker: str, object_: str, by_label: dict[str, dict[str, None]]) -> Cell:
    critical, supportive, mixed = (tuple(by_label.get(label, ())) for label in ("critical", "supportive", "mixed"))
    return Cell(speaker, object_, critical, supportive, mixed)


def _ordered(cells: Iterable[Cell], asked: str) -> list[str]:
    counts: dict[str, int] = {}
    for cell in cells:
        counts[cell.object] = counts.get(cell.object, 0) + len(cell.statements)
    return sorted(counts, key=lambda name: (name != asked, -counts[name], name.casefold()))

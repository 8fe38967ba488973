"""All that is said of statements once they are found and their speakers known: status, move, time, occasion, positions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.classify.asked import by_statement
from sayso.classify.moves import move
from sayso.classify.occasions import occasions
from sayso.classify.stance import Judged, judge
from sayso.classify.status import status
from sayso.classify.summaries import with_summary_only
from sayso.classify.times import told
from sayso.model.positions import PositionModel
from sayso.model.states import States
from sayso.records.actor import Actor, Speaker
from sayso.records.article import Block
from sayso.records.position import Occasion, Position
from sayso.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Classified:
    """Statements with their status, move, time, speakers and occasion; positions and occasions of the article."""

    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    occasions: tuple[Occasion, ...]


def classify(
    text: str,
    statements: Sequence[Statement],
    blocks: Sequence[Block],
    actors: Sequence[Actor],
    speakers: Mapping[str, tuple[Speaker, ...]],
    states: States,
    model: PositionModel,
) -> Classified:
    """Classify what was found in ``text``; a function of the text and the model alone."""
    near = by_statement(statements, actors)
    judged = list(_judged(text, statements, near, speakers, states, model))
    told_of = [each for each, _ in judged]
    acts, of = occasions(text, told_of, blocks)
    return Classified(
        tuple(replace(each, occasion=of.get(each.id)) for each in told_of),
        with_summary_only(told_of, [position for _, found in judged for position in found], blocks, actors),
        acts,
    )


def _judged(
    text: str,
    statements: Sequence[Statement],
    near: Mapping[str, list[Actor]],
    speakers: Mapping[str, tuple[Speaker, ...]],
    states: States,
    model: PositionModel,
) -> Iterator[tuple[Statement, tuple[Position, ...]]]:
    for each in statements:
        known = replace(each, speakers=speakers.get(each.id, ()), told=told(text, each))
        found = judge(text, known, near[each.id], states, model)
        yield _coded(text, known, found), found.positions if found else ()


def _coded(text: str, statement: Statement, found: Judged | None) -> Statement:
    return replace(statement, status=status(text, statement), move=found.move if found else move(text, statement))

"""One article as it is shown: statements and positions after what people decided, in one shape for every audit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.answers.spokes import principals
from sayso.extract.layout import Layout, lay_out
from sayso.records.actor import Actor, Speaker
from sayso.records.article import Block
from sayso.records.audited import Audited
from sayso.records.folding import folded
from sayso.records.judgement import CorrectedPosition, Correction, Named
from sayso.records.position import Position
from sayso.records.row import ArticleRow
from sayso.records.statement import Statement

LEAST_SURE = 0.5
"""Probability of statement and label together from which a position counts, as in ``sayso about``."""


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """Rejected statements are left out; a corrected one stands as the person put it, with the positions the person gave it.

    ``actors`` by local id; one that only a correction names has no mention. ``sure`` gives the probability of each position by id,
    ``principals`` by local id those an actor speaks for.
    """

    article: ArticleRow
    text: str
    blocks: tuple[Block, ...]
    actors: Mapping[str, Actor]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    sure: Mapping[str, float]
    layout: Layout
    principals: Mapping[str, frozenset[str]]
    reviewed: int
    rejected: int

    def positions_of(self) -> dict[str, list[Position]]:
        """By statement, those that are sure enough, in their order."""
        held: dict[str, list[Position]] = {}
        for each in self.positions:
            if self.sure[each.id] >= LEAST_SURE:
                held.setdefault(each.statement, []).append(each)
        return held


def shown_article(found: Audited) -> ShownArticle:
    """The article after all decisions that stand."""
    people = _People(found.actors)
    kept = [row for row in found.rows if row.decision != "reject"]
    statements = [
        people.spoken(row.statement, found.corrections[row.statement.id])
        if row.statement.id in found.corrections
        else row.statement
        for row in kept
    ]
    by_id = {each.id: each for each in statements}
    positions = [each for each in found.positions if each.statement in by_id.keys() - found.corrections.keys()]
    sure = {each.id: by_id[each.statement].confidence * _likely(each) for each in positions}
    for statement, given in found.corrections.items():
        for each in given.positions:
            made = people.position(statement, each)
            positions.append(made)
            sure[made.id] = _likely(made)
    return ShownArticle(
        article=found.article,
        text=found.text,
        blocks=found.blocks,
        actors=people.actors,
        statements=tuple(statements),
        positions=tuple(positions),
        sure=sure,
        layout=lay_out(found.text),
        principals=principals(found.text, people.actors, statements),
        reviewed=sum(row.decision is not None for row in found.rows),
        rejected=len(found.rows) - len(kept),
    )


class _People:
    """The actors of a reading, and those that corrections name besides."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self.actors = {each.id: each for each in actors}
        self._by_name = {(folded(each.name), each.kind): each.id for each in reversed(actors)}

    def id_of(self, named: Named) -> str:
        key = folded(named.name), named.kind
        if key not in self._by_name:
            made = Actor(f"ac_by_person_{len(self.actors) + 1}", named.name, named.kind, ())
            self.actors[made.id] = made
            self._by_name[key] = made.id
        return self._by_name[key]

    def spoken(self, statement: Statement, given: Correction) -> Statement:
        """The statement with the speakers that its positions name, where the person gave it a new source."""
        if statement.speakers:
            return statement
        named = dict.fromkeys(each.speaker for each in given.positions if each.speaker)
        spoke = (Speaker(self.id_of(each), "name", name=each.name, kind=each.kind) for each in named)
        return replace(statement, speakers=tuple(spoke))

    def position(self, statement: str, given: CorrectedPosition) -> Position:
        return Position(
            id=given.id,
            statement=statement,
            speaker=self.id_of(given.speaker) if given.speaker else None,
            object=self.id_of(given.object),
            role=given.role,
            mention=given.mention,
            issue=given.issue,
            stance=given.stance,
            label=given.label,
            wording=given.wording,
            flags=given.flags,
            evidence=given.evidence,
        )


def _likely(position: Position) -> float:
    stance = position.stance
    return {
        "critical": stance.critical,
        "supportive": stance.supportive,
        "mixed": stance.mixed,
        "none": stance.none,
    }[position.label]

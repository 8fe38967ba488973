"""The writer's own voice, apart from speakers: whom writers judge in the articles that an answer rests on. Arithmetic without I/O.

Whose voice it is follows from genre and metadata (codebook, decision 21). No writer is ever added to the critics or supporters.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.shares import FLOOR_ARTICLES, Share, wilson
from sayso.records.folding import folded
from sayso.records.position import Label
from sayso.records.voice import Holder, VoiceFact, holder_name

JUDGING: tuple[Label, ...] = ("critical", "supportive", "mixed")
UNNAMED = ""
"""The name of a holder whom the metadata do not name."""


@dataclass(frozen=True, slots=True)
class VoiceHolder:
    """Whose voice, the name where the metadata give one, and in how many articles."""

    holder: Holder
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One actor that writers judge, with the passages by label; ``asked`` for the one asked about and declared parts."""

    object: str
    asked: bool
    passages: Mapping[Label, tuple[VoiceFact, ...]]

    @property
    def count(self) -> int:
        return sum(len(held) for held in self.passages.values())


@dataclass(frozen=True, slots=True)
class Voices:
    """``rows``: the one asked about first, then who is judged most. ``nobody`` are evaluating passages that judge no actor, counted
    and, in ``others``, themselves. ``part`` is how much of the body of these articles all passages make up, as a share of code points.

    ``shares`` is empty below FLOOR_ARTICLES articles in which a writer judges the one asked about.
    """

    rows: tuple[VoiceRow, ...]
    nobody: int
    passages: int
    articles: int
    holders: tuple[VoiceHolder, ...]
    shares: tuple[Share, ...]
    others: tuple[VoiceFact, ...] = ()
    part: float = 0.0

    @property
    def facts(self) -> tuple[VoiceFact, ...]:
        """Every passage that judges somebody, by row and label."""
        return tuple(fact for row in self.rows for held in row.passages.values() for fact in held)


NO_VOICES = Voices((), 0, 0, 0, (), ())


def voices(facts: Iterable[VoiceFact], names: Collection[str], parts: Collection[str] = ()) -> Voices:
    """What writers say in ``facts``; ``names`` are those of the one asked about, ``parts`` of what is declared part of them."""
    every = list({fact.id: fact for fact in facts}.values())
    asked = {folded(each) for each in (*names, *parts)}
    by: dict[str, list[VoiceFact]] = {}
    for fact in every:
        if fact.object is not None and fact.label in JUDGING:
            by.setdefault(fact.object, []).append(fact)
    rows = [_row(name, held, folded(name) in asked) for name, held in by.items()]
    rows.sort(key=lambda row: (not row.asked, -row.count, row.object.casefold()))
    own = {folded(each) for each in names}
    others = tuple(fact for fact in every if fact.object is None or fact.label not in JUDGING)
    return Voices(
        tuple(rows),
        len(others),
        len(every),
        len({fact.article_id for fact in every}),
        _holders(every),
        _shares([fact for row in rows if folded(row.object) in own for held in row.passages.values() for fact in held]),
        others,
        _part(every),
    )


def _part(facts: Sequence[VoiceFact]) -> float:
    bodies = {fact.version_id: fact.body for fact in facts}
    whole = sum(bodies.values())
    return sum(fact.span.end - fact.span.start for fact in facts) / whole if whole else 0.0


def _row(name: str, held: Sequence[VoiceFact], asked: bool) -> VoiceRow:
    passages = {label: tuple(fact for fact in held if fact.label == label) for label in JUDGING}
    return VoiceRow(name, asked, {label: found for label, found in passages.items() if found})


def _holders(facts: Iterable[VoiceFact]) -> tuple[VoiceHolder, ...]:
    articles: dict[tuple[Holder, str], set[str]] = {}
    for fact in facts:
        articles.setdefault((fact.holder, holder_name(fact.metadata) or UNNAMED), set()).add(fact.article_id)
    found = [VoiceHolder(holder, name, len(ids)) for (holder, name), ids in articles.items()]
    return tuple(sorted(found, key=lambda each: (-each.articles, each.holder, each.name)))


def _shares(facts: Iterable[VoiceFact]) -> tuple[Share, ...]:
    """Of the articles in which a writer judges the one asked about, those in which one is critical."""
    by: dict[str, bool] = {}
    for fact in facts:
        by[fact.article_id] = by.get(fact.article_id, False) or fact.label == "critical"
    if len(by) < FLOOR_ARTICLES:
        return ()
    critical = sum(by.values())
    return (
        Share(
            "articles in which the writer judges critically", critical, len(by), *wilson(critical, len(by)), "wilson"
        ),
    )

"""Who criticises somebody, and who still supports them: the whole answer, from positions alone. Arithmetic without I/O.

Everything is counted in one pass over facts; each number keeps the ids of its statements. What the columns mean is told in
``docs/method.md``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.camps import CampRow, Camps, Place, camp_rows
from sayso.answers.choose import Chosen
from sayso.answers.counting import ACTUAL, Key, Reason, Sorted, sort, statements
from sayso.answers.coverage import Coverage
from sayso.answers.elsewhere import Elsewhere, elsewhere
from sayso.answers.left_out import Left, Unshown, left_out, said_to, withheld
from sayso.answers.moves import Move, moves_of
from sayso.answers.occasions import to_compare
from sayso.answers.parts import PartRow, part_rows
from sayso.answers.shares import Share, shares
from sayso.answers.speaker_keys import Speakers
from sayso.answers.speakers import NO_TEXTS, SpeakerRow, Texts, speaker_rows
from sayso.answers.timeline import Period, timeline
from sayso.answers.times import Times
from sayso.project import Part, Scheme
from sayso.records.folding import folded
from sayso.records.row import PositionFact
from sayso.records.statement import Status

CODEBOOK = "1.0"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about ``chosen``: which statuses count, which schemes divide speakers, and the one camp asked about."""

    chosen: Chosen
    statuses: tuple[Status, ...] = ACTUAL
    schemes: tuple[Scheme, ...] = ()
    camp: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the page says. ``rows`` holds every speaker once; the blocks are choices of it."""

    question: Question
    rows: tuple[SpeakerRow, ...]
    said_to: tuple[Unshown, ...]
    withheld: tuple[Unshown, ...]
    parts: tuple[PartRow, ...]
    camps: tuple[CampRow, ...]
    elsewhere: tuple[Elsewhere, ...]
    moved: tuple[Move, ...]
    left: tuple[Left, ...]
    named_only: tuple[str, ...]
    shares: tuple[Share, ...]
    timeline: tuple[Period, ...]
    positions: int
    counted: int
    reviewed: int
    rejected: int
    articles: int
    coverage: Coverage
    versions: tuple[str, ...] = ()
    """The versions with a position on the one asked about, counted or not."""

    @property
    def critics(self) -> tuple[SpeakerRow, ...]:
        return tuple(row for row in self.rows if row.critical)

    @property
    def supporters(self) -> tuple[SpeakerRow, ...]:
        """Who still supports: not those whose last position by the date said is critical."""
        return tuple(row for row in self.rows if row.supportive and row.latest != "critical")

    @property
    def supported_before(self) -> tuple[SpeakerRow, ...]:
        """Who has supported, and criticises since."""
        return tuple(row for row in self.rows if row.supportive and row.latest == "critical")

    @property
    def mixed(self) -> tuple[SpeakerRow, ...]:
        """Who praises and blames on one issue, and neither criticises nor supports besides."""
        return tuple(row for row in self.rows if row.mixed and not row.critical and not row.supportive)

    @property
    def only_demand(self) -> tuple[SpeakerRow, ...]:
        return tuple(row for row in self.rows if not (row.critical or row.supportive or row.mixed))


class Counting:
    """The answer in two steps: positions are sorted first; then texts may be read for what is worth comparing, then rows are made."""

    def __init__(self, question: Question, facts: Iterable[PositionFact]) -> None:
        self.question = question
        self._times = Times()
        self._camps = Camps(question.schemes)
        self._facts = list(facts)
        self._own = frozenset(question.chosen.names)
        self._sorted = self._sort(Speakers())

    def members(self) -> tuple[str, ...]:
        """The declared members whose positions on others are worth asking for."""
        return self._camps.names()

    def versions(self) -> dict[str, str | None]:
        """The versions with a counted position or demand whose texts tell reports from printings, with their agency.

        Only articles that share a speaker can be printings as far as this answer goes; descriptions count as shared by their words.
        """
        by: dict[str, dict[str, str | None]] = {}
        for groups in (self._sorted.counted, self._sorted.demands):
            for (name, _), facts in groups.items():
                by.setdefault(name, {}).update([(fact.version_id, fact.agency) for fact in facts])
        return {version: agency for group in by.values() if len(group) > 1 for version, agency in group.items()}

    def compared(self, reports: Mapping[str, str] | None) -> tuple[str, ...]:
        """The statements whose contents tell whether occasions of different articles are one."""
        known = reports or {}
        found = self._sort(Speakers(known)) if known else self._sorted
        groups = (group for facts in _together(found) for group in to_compare(facts, self._times, known))
        return tuple(dict.fromkeys(fact.statement for group in groups for facts in group for fact in facts))

    def answer(
        self,
        coverage: Coverage,
        texts: Texts = NO_TEXTS,
        on_parts: Iterable[PositionFact] = (),
        by_members: Iterable[PositionFact] = (),
    ) -> Answer:
        """The whole. ``on_parts`` are positions on the declared parts, ``by_members`` those of the camps' members on whomever."""
        question, times = self.question, self._times
        speakers = Speakers(texts.reports)
        found = self._sort(speakers) if texts.reports else self._sorted
        rows = speaker_rows(found, times, self._camps, texts)
        counted = [fact for facts in found.counted.values() for fact in facts]
        return Answer(
            question=question,
            rows=rows,
            said_to=said_to(found.left),
            withheld=withheld(found.left.get("status", ()), self._own),
            parts=part_rows(
                question.parts, on_parts, speakers.key, times, question.statuses, self._own, self._admitted()
            ),
            camps=camp_rows(question.schemes, self._by_camp(counted)) if question.schemes else (),
            elsewhere=self._elsewhere(found, rows, by_members),
            moved=tuple(
                move for facts in found.counted.values() for move in moves_of(facts[0].speaker or "", facts, times)
            ),
            left=left_out(found.left),
            named_only=_named_only(self._facts, rows, found.left),
            shares=shares(_sums(counted)),
            timeline=timeline(counted, times),
            positions=len(self._facts),
            counted=len(counted),
            reviewed=len({fact.statement for fact in self._facts if fact.decision is not None}),
            rejected=len({fact.statement for fact in self._facts if fact.decision == "reject"}),
            articles=len({fact.article_id for fact in self._facts}),
            coverage=coverage,
            versions=tuple(dict.fromkeys(fact.version_id for fact in self._facts)),
        )

    def _sort(self, speakers: Speakers) -> Sorted:
        return sort(self._facts, speakers.key, self.question.statuses, self._own, self._admitted())

    def _admitted(self) -> Callable[[PositionFact], bool] | None:
        """Whether a speaker is of the camp asked about, on the day said."""
        camp = self.question.camp
        if camp is None:
            return None
        return lambda fact: any(
            place.camp == camp for place in self._camps.on(fact.speaker or "", self._times.said(fact))
        )

    def _elsewhere(
        self, found: Sorted, rows: Sequence[SpeakerRow], by_members: Iterable[PositionFact]
    ) -> tuple[Elsewhere, ...]:
        silent = [*found.left.get("no_stance", ()), *found.left.get("role", ())]
        known = {folded(name) for name in (*(row.speaker for row in rows), *self._own)}
        made = elsewhere(silent, by_members, known, self._camps, self.question.statuses)
        camp = self.question.camp
        return tuple(each for each in made if camp is None or any(place.camp == camp for place in each.camps))

    def _by_camp(self, counted: Iterable[PositionFact]) -> dict[Place, tuple[list[str], list[str], list[str]]]:
        held: dict[Place, tuple[dict[str, None], dict[str, None], dict[str, None]]] = {}
        for fact in counted:
            if fact.speaker is None or fact.label not in ("critical", "supportive"):
                continue
            for place in self._camps.on(fact.speaker, self._times.said(fact)):
                critics, supporters, ids = held.setdefault(place, ({}, {}, {}))
                (critics if fact.label == "critical" else supporters)[fact.speaker] = None
                ids[fact.statement] = None
        return {place: (list(one), list(two), list(ids)) for place, (one, two, ids) in held.items()}


def _together(found: Sorted) -> Iterable[Sequence[PositionFact]]:
    """Each speaker's counted positions and demands."""
    keys: dict[Key, None] = dict.fromkeys([*found.counted, *found.demands])
    return ([*found.counted.get(key, ()), *found.demands.get(key, ())] for key in keys)


def _named_only(
    facts: Iterable[PositionFact], rows: Iterable[SpeakerRow], left: Mapping[Reason, Sequence[PositionFact]]
) -> tuple[str, ...]:
    """Statements that name the one asked about and judge nothing, here or in another of their positions."""
    judging = {statement for row in rows for statement in row.statements}
    others = {fact.statement for reason, group in left.items() if reason not in ("no_stance", "role") for fact in group}
    return tuple(each for each in statements(facts) if each not in judging and each not in others)


def _sums(counted: Iterable[PositionFact]) -> Iterable[tuple[int, int]]:
    """Of each article, its critical positions and all its counted ones."""
    held: dict[str, list[int]] = {}
    for fact in counted:
        pair = held.setdefault(fact.article_id, [0, 0])
        pair[0] += fact.label == "critical"
        pair[1] += 1
    return ((one, other) for one, other in held.values())

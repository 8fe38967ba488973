"""One row a speaker: what they are counted for, each level of counting in a column of its own (codebook, decision 1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.answers.camps import Camps, Place
from sayso.answers.counting import Key, Sorted, statements
from sayso.answers.moves import Sign, latest_sign
from sayso.answers.names import full_names, may_be
from sayso.answers.occasions import Joined, OccasionKey, apart, joined, occasion_of
from sayso.answers.times import Times
from sayso.records.actor import ActorKind
from sayso.records.position import Label
from sayso.records.row import PositionFact
from sayso.records.said import Said


@dataclass(frozen=True, slots=True)
class Numbers:
    """Statements by what they are counted for, each once however often it is printed."""

    critical: int
    supportive: int
    mixed: int
    demands: int


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """What one speaker is counted for. ``critical``, ``supportive``, ``mixed`` and ``demands`` are ids of statements, all printings
    of which are among them; ``numbers`` counts each once, and ``repeats`` are those that repeat another.

    ``described``: no proper name, so counted apart in each report. ``occasions`` is one ``at_most`` where occasions of different
    articles may be one. ``reports`` is None where texts were not compared; ``printings`` are articles. ``quoted`` counts statements
    of a stance whose judging words are quoted, of ``judging`` in all; ``implied`` those without a judging word. ``may_be`` are
    fuller names of other rows that a person may find to be this speaker. ``latest`` is the sign of the last position by the date
    said, None where that cannot be told.
    """

    speaker: str
    kind: ActorKind | None
    described: bool
    critical: tuple[str, ...]
    supportive: tuple[str, ...]
    mixed: tuple[str, ...]
    demands: tuple[str, ...]
    numbers: Numbers
    repeats: frozenset[str]
    quoted: int
    implied: int
    judging: int
    positions: int
    reviewed: int
    occasions: int
    at_most: bool
    reports: int | None
    printings: int
    publishers: int
    first_said: Said | None
    last_said: Said | None
    undated: int
    first_published: str | None
    last_published: str | None
    camps: tuple[Place, ...]
    latest: Sign | None
    may_be: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement that the row rests on, each once."""
        return tuple(dict.fromkeys([*self.critical, *self.supportive, *self.mixed, *self.demands]))


@dataclass(frozen=True, slots=True)
class Texts:
    """What was read of texts to find out what is one: the report of each version, and contents of statements by id."""

    reports: Mapping[str, str] | None = None
    quotes: Mapping[str, str] | None = None


NO_TEXTS = Texts()
JUDGING: tuple[Label, ...] = ("critical", "supportive", "mixed")


def speaker_rows(found: Sorted, times: Times, camps: Camps, texts: Texts = NO_TEXTS) -> tuple[SpeakerRow, ...]:
    """The rows of everybody counted or asking, those with most occasions first, then by statements and name."""
    keys = dict.fromkeys([*found.counted, *found.demands])
    full = full_names({facts[0].speaker or "" for facts in (*found.counted.values(), *found.demands.values())})
    rows = [_row(key, found, times, camps, texts, full) for key in keys]
    return tuple(
        sorted(rows, key=lambda row: (-row.occasions, -len(row.statements), row.speaker.casefold(), row.statements))
    )


def _row(
    key: Key, found: Sorted, times: Times, camps: Camps, texts: Texts, full: Mapping[str, Sequence[str]]
) -> SpeakerRow:
    counted, demands = found.counted.get(key, []), found.demands.get(key, [])
    facts = [*counted, *demands]
    first = facts[0]
    speaker = first.speaker or ""
    one = _joined(facts, times, texts)
    articles = {fact.article_id for fact in facts}
    published = [fact.published for fact in facts if fact.published is not None]
    began, ended, undated = _said(facts, times)
    groups: dict[str, tuple[str, ...]] = {
        label: statements(fact for fact in counted if fact.label == label) for label in JUDGING
    }
    groups["demands"] = statements(demands)
    return SpeakerRow(
        speaker=speaker,
        kind=first.speaker_kind,
        described=bool(key[1]),
        critical=groups["critical"],
        supportive=groups["supportive"],
        mixed=groups["mixed"],
        demands=groups["demands"],
        numbers=Numbers(**{label: one.distinct(ids) for label, ids in groups.items()}),
        repeats=frozenset(one.repeats),
        quoted=one.distinct(fact.statement for fact in counted if fact.wording == "quoted"),
        implied=one.distinct(fact.statement for fact in counted if "implied" in fact.flags),
        judging=one.distinct(fact.statement for fact in counted),
        positions=len(counted),
        reviewed=len({fact.statement for fact in facts if fact.decision is not None}),
        occasions=len(set(one.occasions.values())),
        at_most=_spread(one.occasions, facts),
        reports=_reports(facts, texts),
        printings=len(articles),
        publishers=len({fact.publisher for fact in facts if fact.publisher is not None}),
        first_said=began,
        last_said=ended,
        undated=undated,
        first_published=min(published, default=None),
        last_published=max(published, default=None),
        camps=_camps(facts, times, camps),
        latest=latest_sign(counted, times),
        may_be=() if key[1] else may_be(speaker, full),
    )


def _joined(facts: Sequence[PositionFact], times: Times, texts: Texts) -> Joined:
    if texts.quotes is None or len(facts) == 1:
        return apart(facts)
    return joined(facts, times, texts.reports or {}, texts.quotes)


def _reports(facts: Sequence[PositionFact], texts: Texts) -> int | None:
    """How many reports the facts stand in; a version that was not worth comparing is one of its own."""
    known = texts.reports
    return None if known is None else len({known.get(fact.version_id, fact.version_id) for fact in facts})


def _spread(acts: Mapping[OccasionKey, OccasionKey], facts: Sequence[PositionFact]) -> bool:
    """Whether occasions that are counted apart were told in different articles."""
    if len(set(acts.values())) < 2:
        return False
    told: dict[OccasionKey, set[str]] = {}
    for fact in facts:
        told.setdefault(acts[occasion_of(fact)], set()).add(fact.article_id)
    return len(set().union(*told.values())) > 1


def _said(facts: Sequence[PositionFact], times: Times) -> tuple[Said | None, Said | None, int]:
    """The first and the last date said, and how many positions have none."""
    dated = [(days, said) for said, days in map(times.dated, facts) if days]
    first = min(dated, key=lambda each: each[0], default=None)
    last = max(dated, key=lambda each: each[0][::-1], default=None)
    return first[1] if first else None, last[1] if last else None, len(facts) - len(dated)


def _camps(facts: Sequence[PositionFact], times: Times, camps: Camps) -> tuple[Place, ...]:
    """The camps the speaker was in when saying any of this."""
    if not camps.schemes:
        return ()
    return tuple(dict.fromkeys(place for fact in facts for place in camps.on(fact.speaker or "", times.said(fact))))

"""Occasions: which statements were made in one act of speaking or writing (codebook, decision 1).

Statements of one speaker belong together until time, medium or audience change. What has not happened makes an occasion
of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.classify.clauses import clause
from sayso.classify.media import Mode, audience, medium, mode
from sayso.classify.sources import keys, pronoun
from sayso.classify.times import when_in
from sayso.records.article import Block
from sayso.records.position import Medium, Occasion
from sayso.records.said import Told
from sayso.records.statement import Statement

APART = frozenset(["anticipated", "hypothetical"])
"""Statuses of what has not happened."""
SUMMARIES = frozenset(["headline", "standfirst", "caption", "pull_quote"])
"""Blocks that repeat what the body tells, however far from it (codebook, decision 20)."""
REACH = 400
"""Code points from the last cue of an occasion within which a statement can go on with it."""
RECENT = 8
"""Acts looked back through for the one that a pronoun goes on with; and those at the beginning, where headlines stand."""
MANY = 40
"""Acts looked back through for the one that a name goes on with, which keeps long transcripts linear."""


@dataclass(slots=True)
class _Act:
    """An occasion as it grows; ``end`` is that of its last cue, None where only a headline or the like has told of it."""

    names: set[str]
    actors: tuple[str, ...]
    medium: Medium
    told: Told | None
    time: str | None
    audience: str | None
    mode: Mode | None = None
    pronouns: set[str] = field(default_factory=set)
    apart: bool = False
    end: int | None = None
    statements: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one statement tells of its occasion; ``time`` is empty where the text tells one without a date."""

    statement: Statement
    names: frozenset[str]
    pronoun: str | None
    medium: Medium
    time: str | None
    audience: str | None
    mode: Mode | None
    apart: bool

    @property
    def actors(self) -> tuple[str, ...]:
        return tuple(each.actor for each in self.statement.speakers)


def occasions(
    text: str, statements: Sequence[Statement], blocks: Sequence[Block]
) -> tuple[tuple[Occasion, ...], dict[str, str]]:
    """The occasions of ``statements``, in the order of their first, and the occasion of each statement by its id.

    ``told`` of an occasion is the first that one of its statements has.
    """
    summaries = [block.span for block in blocks if block.kind in SUMMARIES]
    acts: list[_Act] = []
    for each in sorted(statements, key=_place):
        heard = _heard(text, each)
        act = _found(acts, heard)
        if act is None:
            act = _Act(set(), heard.actors, heard.medium, None, None, heard.audience, apart=heard.apart)
            acts.append(act)
        _add(act, heard, any(span.start <= _place(each) < span.end for span in summaries))
    ids = {id(act): f"oc_{n}" for n, act in enumerate(acts, 1)}
    of = {statement: ids[id(act)] for act in acts for statement in act.statements}
    return tuple(Occasion(ids[id(act)], act.actors, act.medium, act.told) for act in acts), of


def _place(statement: Statement) -> int:
    return min(span.start for span in statement.spans)


def _heard(text: str, statement: Statement) -> _Heard:
    around = clause(text, statement)
    time = statement.told.expression if statement.told else None
    if time is None and around is not None:
        found = when_in(text, statement, around)
        time = found.form if found else None
    channel = medium(around, statement)
    return _Heard(
        statement=statement,
        names=keys(statement),
        pronoun=pronoun(statement),
        medium=channel,
        time=time,
        audience=audience(around),
        mode=mode(statement, channel),
        apart=statement.status in APART,
    )


def _found(acts: Sequence[_Act], heard: _Heard) -> _Act | None:
    """The latest act that this statement goes on with."""
    if heard.apart or (heard.pronoun in ("i", "we") and heard.statement.parent is not None):
        return None
    if heard.pronoun and heard.pronoun not in ("i", "we") and not heard.actors:
        latest = next((act for act in reversed(acts[-RECENT:]) if _may_be(act, heard.pronoun)), None)
        return latest if latest and _goes_on(latest, heard) else None
    for act in (*reversed(acts[-MANY:]), *acts[:-MANY][:RECENT]):
        if _same_speaker(act, heard) and _goes_on(act, heard):
            return act
    return None


def _same_speaker(act: _Act, heard: _Heard) -> bool:
    if heard.actors and act.actors:
        return act.actors == heard.actors
    return bool(act.names & heard.names)


def _may_be(act: _Act, word: str) -> bool:
    if word == "who":
        return False
    return not act.apart and (not act.pronouns or word in act.pronouns)


def _goes_on(act: _Act, heard: _Heard) -> bool:
    """Whether nothing changed: time, medium, audience."""
    if act.apart or (act.end is not None and _place(heard.statement) - act.end > REACH):
        return False
    if heard.time is not None and heard.time != act.time and (act.time is not None or heard.time == ""):
        return False
    if "unknown" not in (act.medium, heard.medium) and act.medium != heard.medium:
        return False
    if None not in (act.mode, heard.mode) and act.mode != heard.mode:
        return False
    return heard.audience is None or act.audience in (None, heard.audience)


def _add(act: _Act, heard: _Heard, in_summary: bool) -> None:
    act.statements.append(heard.statement.id)
    act.end = None if in_summary else max(act.end or 0, (heard.statement.cue or heard.statement.content)[-1].end)
    act.names |= heard.names if heard.pronoun in (None, "i", "we") else set()
    if heard.pronoun and heard.statement.parent is None:
        act.pronouns.add(heard.pronoun)
    if not act.actors:
        act.actors = heard.actors
    if act.medium == "unknown":
        act.medium = heard.medium
    act.audience = act.audience or heard.audience
    act.mode = act.mode or heard.mode
    if act.time is None:
        act.time = heard.time
    if act.told is None:
        act.told = heard.statement.told

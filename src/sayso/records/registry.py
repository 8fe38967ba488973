"""Actors across articles: registry actors, what is known of them, and decisions about which of them are one."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.records.actor import ActorKind

Decided = Literal["same", "not_same", "unsure", "suggested", "rename", "undo"]
ACTOR_DECISIONS: tuple[str, ...] = get_args(Decided)
PAIRED: frozenset[Decided] = frozenset({"same", "not_same", "unsure", "suggested"})
"""Decisions about two actors: an edge between them. The others concern one, or another decision."""

Scheme = Literal["qid", "ftm", "csv"]
SCHEMES: tuple[str, ...] = get_args(Scheme)
"""Whose identifier it is: Wikidata's, one of a FollowTheMoney entity, one of the user's own table."""

Held = Literal["office", "member"]
HELD: tuple[str, ...] = get_args(Held)


@dataclass(frozen=True, slots=True)
class ActorJudgement:
    """A decision about registry actors (ids), appended and never changed; by a person, or with ``by_run`` by a run.

    ``one`` and ``other`` stand in the order in which they were registered; ``other`` is None where one actor alone is concerned.
    ``score`` is from 0 to 1 and orders suggestions: it is no probability. ``name`` is what a *rename* gives;
    ``undoes`` the id of the decision that an *undo* takes back. ``made_at`` is ISO 8601 in UTC.
    """

    id: str
    decision: Decided
    one: str
    other: str | None
    judge: str
    made_at: str
    by_run: bool = False
    score: float | None = None
    reason: str | None = None
    name: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held, or a body belonged to, from ``first`` to ``last``: ISO 8601 to any precision, both included, None open."""

    held: Held
    title: str
    first: str | None = None
    last: str | None = None
    qid: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as an import knows it. ``identifier`` is of ``scheme``; aliases are further names; ``line`` is its own, from 1, or 0."""

    scheme: Scheme
    identifier: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RegistryActor:
    """One registry actor. ``name`` is how it is shown now; ``names`` are those that articles use, ``aliases`` those imported.

    ``merged`` are the ids of all actors it is one with, itself among them, empty where it stands alone. ``readings`` are those
    shown that have a name of it; ``identifiers`` are pairs of scheme and value.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    readings: int
    merged: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[Scheme, str], ...] = ()
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One article that has the actor: as what name, in which words, as what, and in whose company.

    ``context`` is the text around the first mention. ``roles`` are what the text calls it, ``company`` names of others in the reading.
    """

    article_id: str
    version_id: str
    given_id: str | None
    publisher: str | None
    published: str | None
    title: str | None
    name: str
    context: str
    roles: tuple[str, ...] = ()
    company: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one. ``decision`` is what stands between them: suggested, or unsure by a person."""

    judgement: str
    decision: Decided
    one: RegistryActor
    other: RegistryActor
    score: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """``one`` and ``other`` are kept apart by the decision ``apart``, and a chain of *same* joins them.

    ``chain`` are the ids of the decisions along it; ``refused`` is the one of them that is not followed.
    """

    one: str
    other: str
    apart: str
    chain: tuple[str, ...]
    refused: str

"""What an audit is made of: an article whole, as it is shown, and what somebody says in other articles."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.records.actor import Actor
from sayso.records.article import Block
from sayso.records.judgement import Correction
from sayso.records.position import Position
from sayso.records.row import ArticleRow, StatementRow
from sayso.records.voice import Voice


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which articles are meant; every field that is set must hold.

    ``article`` is an id, a url or the id its input gave it; ``publisher`` and ``genre`` exactly this one; ``versions`` ids of
    versions (a few hundred at most). ``since`` and ``until`` are ISO 8601 dates, both inclusive, compared with ``published`` as
    far as both are precise.
    """

    article: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    genre: str | None = None
    versions: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """One article: what the current reading found, its statements as they are shown (a person's correction in place of what it
    replaces), and the corrections by the id of the statement shown. ``positions`` are those of the reading, corrected or not.

    ``voices`` are the writer's own passages; None where the reading did not look for them.
    """

    article: ArticleRow
    text: str
    blocks: tuple[Block, ...]
    actors: tuple[Actor, ...]
    positions: tuple[Position, ...]
    rows: tuple[StatementRow, ...]
    corrections: Mapping[str, Correction]
    voices: tuple[Voice, ...] | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement in another article by the actor called ``name``, or on their behalf."""

    statement: str
    article_id: str
    version_id: str
    name: str
    published: str | None

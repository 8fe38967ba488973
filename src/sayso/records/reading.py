"""What one run found in one version of an article, and how reading each article ended."""

from dataclasses import dataclass
from typing import Literal

from sayso.records.actor import Actor
from sayso.records.article import Article, Block
from sayso.records.language import UNKNOWN, Language
from sayso.records.position import Occasion, Position
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.records.voice import Voice


@dataclass(frozen=True, slots=True)
class Reading:
    """One version read by one run; a function of the text and the run alone.

    Statements stand in text order of their first span. ``unattributed_quotes`` are the quotations
    that no statement accounts for. Positions stand in the order of their statements, then of their mentions; actors in the
    order in which the text names them, occasions in that of their first statement, voices in text order.
    """

    id: str
    article_id: str
    version_id: str
    run_id: str
    text: str
    text_sha256: str
    statements: tuple[Statement, ...]
    unattributed_quotes: tuple[Span, ...]
    blocks: tuple[Block, ...]
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an input, or the reason why there is none at this place.

    ``name`` says where it came from (a file's name), ``line`` where in it (from 1), ``given_id``
    the id it carries if that could be read. Exactly one is set of ``article``, ``error`` (why it cannot be
    read) and ``skip`` (why it is not meant to be read).
    """

    name: str
    line: int | None = None
    given_id: str | None = None
    article: Article | None = None
    error: str | None = None
    skip: str | None = None


Ending = Literal["done", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one item ended: done with a reading, skipped (why) or failed (why).

    ``language`` is the text's as far as it was looked at; an item that ended before is of unknown language.
    """

    item: Item
    ending: Ending
    reading: Reading | None = None
    reason: str | None = None
    language: Language = UNKNOWN

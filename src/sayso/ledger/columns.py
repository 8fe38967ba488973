"""What the tables of a ledger are made of: columns that recur, each spelled once."""

from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from sayso.records.position import LABELS

metadata = MetaData()


def key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def to(name: str, table: str, *, nullable: bool = False, index: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.key"), nullable=nullable, index=index)


def text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def identity() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def told() -> tuple[Column[Any], ...]:
    """What the text tells of a time, and the words that tell it; empty where it tells nothing."""
    return (
        Column("told", Text),
        Column("told_start", Integer),
        Column("told_end", Integer),
        Column("told_text", Text),
    )


def judged() -> tuple[Column[Any], ...]:
    """A stance: probabilities of the labels, label, wording, flags with blanks between, evidence as JSON ``[[start, end, text]]``."""
    return (
        *(Column(label, REAL, nullable=False) for label in LABELS),
        text("label"),
        Column("wording", Text),
        text("flags"),
        text("evidence"),
    )


def stretches(name: str, *more: Column[str]) -> Table:
    """A table of the stretches of text that a reading numbers, with ``more`` known of each."""
    return Table(
        name,
        metadata,
        to("reading", "reading"),
        number("number"),
        *more,
        number("start"),
        number("end"),
        text("text"),
        PrimaryKeyConstraint("reading", "number"),
        CheckConstraint('0 <= start AND start < "end"'),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )

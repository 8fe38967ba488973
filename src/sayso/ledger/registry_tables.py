"""Tables of actors across articles.

The actors of articles are linked by their names: a row of ``registry_name`` says which registry actor a name is of, or that it is a
description and of none. ``actor_judgement`` is the log of all that was decided; ``actor_standing`` (what stands between two),
``actor_shown`` (which set an actor is in, and under what name that is shown), ``registry_key`` and ``registry_mark`` follow from the
rest and are computed anew where it changes.
"""

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from sayso.ledger.columns import identity, key, metadata, number, text, to

registry_import = Table(
    "registry_import",
    metadata,
    key(),
    text("name"),
    text("format"),
    text("judge"),
    text("made_at"),
    sqlite_strict=True,
)

registry_actor = Table(
    "registry_actor",
    metadata,
    key(),
    identity(),
    text("name"),
    Column("folded", Text, nullable=False, index=True),
    text("kind"),
    to("import", "registry_import", nullable=True),
    text("added_at"),
    sqlite_strict=True,
)

registry_name = Table(
    "registry_name",
    metadata,
    Column("name", Integer, ForeignKey("name.key"), primary_key=True),
    to("actor", "registry_actor", nullable=True, index=True),
    sqlite_strict=True,
)

identifier = Table(
    "identifier",
    metadata,
    text("scheme"),
    text("value"),
    to("actor", "registry_actor", index=True),
    to("import", "registry_import"),
    PrimaryKeyConstraint("scheme", "value"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

alias = Table(
    "alias",
    metadata,
    to("actor", "registry_actor"),
    text("name"),
    Column("folded", Text, nullable=False, index=True),
    to("import", "registry_import"),
    PrimaryKeyConstraint("actor", "name"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

tenure = Table(
    "tenure",
    metadata,
    key(),
    to("actor", "registry_actor", index=True),
    text("held"),
    text("title"),
    Column("form", Text, nullable=False, index=True),
    Column("first", Text),
    Column("last", Text),
    Column("qid", Text, index=True),
    to("import", "registry_import"),
    CheckConstraint("held IN ('office', 'member')"),
    sqlite_strict=True,
)

actor_judgement = Table(
    "actor_judgement",
    metadata,
    key(),
    identity(),
    text("decision"),
    to("one", "registry_actor"),
    to("other", "registry_actor", nullable=True, index=True),
    text("judge"),
    text("made_at"),
    number("by_run"),
    Column("score", REAL),
    Column("reason", Text),
    Column("name", Text),
    to("undoes", "actor_judgement", nullable=True),
    Index("ix_actor_judgement_pair", "one", "other"),
    CheckConstraint("decision IN ('same', 'not_same', 'unsure', 'suggested', 'rename', 'undo')"),
    CheckConstraint("(decision = 'undo') = (undoes IS NOT NULL)"),
    CheckConstraint("(decision = 'rename') = (name IS NOT NULL)"),
    CheckConstraint("decision = 'undo' OR (decision = 'rename') = (other IS NULL)"),
    CheckConstraint("other IS NULL OR one < other"),
    CheckConstraint("by_run = 0 OR (by_run = 1 AND decision IN ('same', 'suggested'))"),
    sqlite_strict=True,
)
"""A run suggests and joins; it takes nothing back and keeps nothing apart."""

actor_standing = Table(
    "actor_standing",
    metadata,
    to("one", "registry_actor"),
    to("other", "registry_actor", index=True),
    to("judgement", "actor_judgement", nullable=True),
    Column("decision", Text, index=True),
    PrimaryKeyConstraint("one", "other"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

actor_shown = Table(
    "actor_shown",
    metadata,
    Column("actor", Integer, ForeignKey("registry_actor.key"), primary_key=True),
    to("root", "registry_actor", index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    sqlite_strict=True,
)

registry_key = Table(
    "registry_key",
    metadata,
    text("form"),
    to("actor", "registry_actor"),
    PrimaryKeyConstraint("form", "actor"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

registry_mark = Table(
    "registry_mark",
    metadata,
    Column("what", Text, primary_key=True),
    number("upto"),
    sqlite_strict=True,
)
"""How far something was done: up to which key of another table."""

GROWING = (registry_import, registry_actor, registry_name, identifier, alias, tenure, actor_judgement)

PERSON_DECIDED = (
    "CREATE TRIGGER actor_judgement_person_first BEFORE INSERT ON actor_judgement WHEN new.by_run = 1 AND EXISTS"
    " (SELECT 1 FROM actor_judgement WHERE one = new.one AND other = new.other AND by_run = 0)"
    " BEGIN SELECT RAISE(ABORT, 'a person has decided about these two: a run adds nothing'); END"
)
"""What a person said of two actors, a taking back too, is not said over by a run, whatever program runs."""

DDL = (PERSON_DECIDED,)

"""Positions by whom they judge or who takes them: lean facts for the answers to count over.

What one name's positions are stands in an index by the key of the name, so the cost is that of the rows found. A statement
that a person corrected brings the positions of the correction, not those of the run.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, literal, or_, select

from sayso.ledger.batches import batches
from sayso.ledger.correction_tables import corrected_position, correction, standing
from sayso.ledger.position_tables import name, position, position_finding
from sayso.ledger.registry_tables import actor_shown, registry_name
from sayso.ledger.schema import article, article_metadata, current, finding, judgement, newest, reading, version
from sayso.ledger.schema import statement as statements
from sayso.ledger.shown import published_between
from sayso.ledger.values import told_of
from sayso.records.folding import folded
from sayso.records.ids import occasion_local_id
from sayso.records.judgement import Named
from sayso.records.position import LABELS
from sayso.records.position_filter import PositionFilter
from sayso.records.row import PositionFact


def facts(connection: Connection, wanted: PositionFilter, role: str, names: Sequence[str]) -> Iterator[PositionFact]:
    """Positions whose ``role`` ("object" or "speaker") has one of ``names``, case and diacritics aside.

    UsageError for a filter that means nothing. First those of runs, then those of people; each by name, then in the order added.
    """
    keys = _name_keys(connection, names)
    for query in (_by_runs(role, keys), _by_people(role, keys)):
        yield from _facts(connection, _filtered(query, wanted))


def _name_keys(connection: Connection, names: Sequence[str]) -> list[int]:
    wanted = sorted({folded(each) for each in names} - {""})
    return [
        key
        for batch in batches(wanted)
        for key in connection.execute(select(name.c.key).where(name.c.folded.in_(batch))).scalars()
    ]


def _by_runs(role: str, keys: Sequence[int]) -> Select[Any]:
    table = position_finding
    return (
        _columns(table, finding.c.confidence, statements.c.id)
        .select_from(table)
        .join(finding, finding.c.key == table.c.finding)
        .join(position, position.c.key == table.c.position)
        .join(statements, statements.c.key == finding.c.statement)
        .outerjoin(standing, standing.c.statement == finding.c.statement)
        .outerjoin(judgement, judgement.c.key == standing.c.judgement)
        .where(table.c[f"{role}_name"].in_(keys), standing.c.correction.is_(None))
    )


def _by_people(role: str, keys: Sequence[int]) -> Select[Any]:
    """By the findings that the corrections stand for, whose reading and occasion are theirs."""
    table = corrected_position
    return (
        _columns(table, literal(1.0), statements.c.id)
        .select_from(table)
        .join(correction, correction.c.key == table.c.correction)
        .join(standing, standing.c.correction == correction.c.key)
        .join(finding, finding.c.statement == standing.c.statement)
        .join(position, position.c.key == table.c.position)
        .join(statements, statements.c.key == correction.c.statement)
        .outerjoin(judgement, judgement.c.key == standing.c.judgement)
        .where(table.c[f"{role}_name"].in_(keys))
    )


def _columns(table: Any, sure: ColumnElement[Any], statement_id: ColumnElement[Any]) -> Select[Any]:
    likely = case(*((table.c.label == label, table.c[label]) for label in LABELS))
    return select(
        position.c.id,
        statement_id.label("statement"),
        reading.c.id.label("reading"),
        finding.c.occasion,
        article.c.id.label("article_id"),
        version.c.id.label("version_id"),
        article.c.publisher,
        article_metadata.c.agency,
        article_metadata.c.genre,
        article_metadata.c.published,
        table.c.speaker_name,
        table.c.object_name,
        position.c.role,
        table.c.label,
        table.c.wording,
        table.c.flags,
        finding.c.status,
        finding.c.move,
        finding.c.told,
        finding.c.told_start,
        finding.c.told_end,
        finding.c.told_text,
        (sure * likely).label("confidence"),
        judgement.c.decision,
    )


def _filtered(query: Select[Any], wanted: PositionFilter) -> Select[Any]:
    """Of what is shown, what ``wanted`` means; ``query`` has findings and ``standing``."""
    query = (
        query.join(reading, reading.c.key == finding.c.reading)
        .join(version, version.c.key == reading.c.version)
        .join(current, and_(current.c.version == version.c.key, current.c.reading == reading.c.key))
        .join(newest, and_(newest.c.article == version.c.article, newest.c.version == version.c.key))
        .join(article, article.c.key == newest.c.article)
        .join(article_metadata, article_metadata.c.key == newest.c.metadata)
        .where(*published_between(wanted.since, wanted.until))
    )
    if wanted.publisher is not None:
        query = query.where(article.c.publisher == wanted.publisher)
    if wanted.genre is not None:
        query = query.where(article_metadata.c.genre == wanted.genre)
    if wanted.statuses:
        unknown = finding.c.status.is_(None) if "actual" in wanted.statuses else literal(False)
        query = query.where(or_(finding.c.status.in_(wanted.statuses), unknown))
    if wanted.reviewed_only:
        query = query.where(standing.c.judgement.is_not(None))
    if wanted.min_confidence > 0:
        query = query.where(query.selected_columns["confidence"] >= wanted.min_confidence)
    return query


def _facts(connection: Connection, query: Select[Any]) -> Iterator[PositionFact]:
    known: dict[int, Named] = {}
    flags: dict[str, tuple[Any, ...]] = {}
    for rows in connection.execute(query).partitions(10_000):
        _learn(connection, known, rows)
        for row in rows:
            yield _fact(row, known, flags)


def _learn(connection: Connection, known: dict[int, Named], rows: Sequence[Row[Any]]) -> None:
    """Adds to ``known`` the names that ``rows`` need: of an actor that is one with others or was renamed, the name it is shown under."""
    new = {row.speaker_name for row in rows} | {row.object_name for row in rows}
    for batch in batches(sorted(new - known.keys() - {None})):
        shown = func.coalesce(actor_shown.c.name, name.c.name).label("shown")
        query = (
            select(name.c.key, name.c.kind, shown)
            .outerjoin(registry_name, registry_name.c.name == name.c.key)
            .outerjoin(actor_shown, actor_shown.c.actor == registry_name.c.actor)
        )
        for row in connection.execute(query.where(name.c.key.in_(batch))):
            known[row.key] = Named(row.shown, row.kind)


def _fact(row: Any, known: Mapping[int, Named], flags: dict[str, tuple[Any, ...]]) -> PositionFact:
    """Positional throughout: this runs a hundred thousand times in an answer."""
    (
        position_id, statement_id, reading_id, occasion, article_id, version_id, publisher, agency, genre, published,
        speaker, object_, role, label, wording, marked, status, move, told, _start, _end, _text, confidence, decision,
    ) = row  # fmt: skip
    who = known[speaker] if speaker is not None else None
    if marked not in flags:
        flags[marked] = tuple(marked.split())
    return PositionFact(
        position_id,
        statement_id,
        reading_id,
        occasion_local_id(occasion) if occasion is not None else None,
        article_id,
        version_id,
        publisher,
        agency,
        genre,
        published,
        who.name if who else None,
        who.kind if who else None,
        known[object_].name,
        role,
        label,
        wording,
        flags[marked],
        status or "actual",
        move or "unknown",
        told_of(row) if told is not None else None,
        confidence,
        decision,
    )

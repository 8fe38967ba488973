"""What an audit reads: which articles are meant, each one whole with what people decided, and who else speaks for whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, func, literal, or_, select

from sayso.ledger.actors import actors_of
from sayso.ledger.batches import batches
from sayso.ledger.connection import transaction
from sayso.ledger.correction_tables import correction, standing
from sayso.ledger.corrections import shown_corrections
from sayso.ledger.position_findings import positions_of
from sayso.ledger.position_tables import actor, name, position, position_finding, speaker
from sayso.ledger.rows import block_of, language_of, metadata_of
from sayso.ledger.schema import article, article_metadata, block, finding, newest, reading, run, statement, version
from sayso.ledger.shown import current_only, language, published_between, readings
from sayso.ledger.statements import rows
from sayso.ledger.voice_findings import voices_of
from sayso.records.audited import Audited, AuditFilter, Heard
from sayso.records.folding import folded
from sayso.records.row import ArticleRow


class Audits:
    """What a ledger tells an audit; each call is of one state."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def articles(self, wanted: AuditFilter) -> list[ArticleRow]:
        """The articles that ``wanted`` means, in the order added; UsageError for what is no date."""
        with transaction(self._engine) as connection:
            return articles(connection, wanted)

    def each(self, rows: Iterable[ArticleRow]) -> Iterator[Audited]:
        """These articles whole, one in memory at a time; one that is no longer shown is left out."""
        for row in rows:
            with transaction(self._engine) as connection:
                found = audited(connection, row)
            if found is not None:
                yield found

    def heard(self, names: Sequence[str], but: str) -> list[Heard]:
        """What is said under one of ``names``, or on behalf of one, in other articles than the one with the id ``but``."""
        with transaction(self._engine) as connection:
            return list(heard(connection, names, but))

    def criticising(self, names: Sequence[str], wanted: AuditFilter, most: int) -> tuple[list[ArticleRow], int]:
        """Of the articles that ``wanted`` means the ``most`` last published that are critical of one of ``names``; and how many are."""
        with transaction(self._engine) as connection:
            found = criticising(connection, names, wanted)
            return articles(connection, replace(wanted, versions=tuple(found[:most]))), len(found)

    def publishers(self) -> dict[str, int]:
        """By publisher, the articles shown, the most first."""
        with transaction(self._engine) as connection:
            return publishers(connection)


def articles(connection: Connection, wanted: AuditFilter) -> list[ArticleRow]:
    """The articles that ``wanted`` means, in their newest version, in the order added; UsageError for what is no date."""
    query = readings().add_columns(
        literal(1).label("versions"),
        *(column for column in article_metadata.c if column.name not in ("key", "article", "added_at")),
        article.c.id.label("article_id"),
        *(article.c[each] for each in ("publisher", "url", "given_id", "added_at")),
        version.c.id.label("version_id"),
        version.c.text_sha256,
        run.c.id.label("run_id"),
        reading.c.statements,
        *language(),
    )
    query = query.where(*published_between(wanted.since, wanted.until), *_meant(wanted))
    return [
        ArticleRow(
            article_id=row.article_id,
            version_id=row.version_id,
            run_id=row.run_id,
            given_id=row.given_id,
            metadata=metadata_of(row, publisher=row.publisher, url=row.url),
            text_sha256=row.text_sha256,
            versions=row.versions,
            statements=row.statements,
            added_at=row.added_at,
            language=language_of(row),
        )
        for row in connection.execute(query.order_by(article.c.key))
    ]


def criticising(connection: Connection, names: Sequence[str], wanted: AuditFilter) -> list[str]:
    """Ids of versions shown with a critical or mixed position on an actor called one of ``names``, the last published first."""
    keys = _name_keys(connection, names)
    table = position_finding
    found: dict[str, str] = {}
    for batch in batches(keys):
        judged: Select[Any] = (
            select(version.c.id, article_metadata.c.published)
            .select_from(table)
            .join(position, position.c.key == table.c.position)
            .join(reading, reading.c.key == table.c.reading)
            .join(version, version.c.key == reading.c.version)
            .join(article, article.c.key == version.c.article)
            .where(
                table.c.object_name.in_(batch), table.c.label.in_(("critical", "mixed")), position.c.role == "object"
            )
        )
        query = current_only(judged).join(article_metadata, article_metadata.c.key == newest.c.metadata).distinct()
        query = query.where(*published_between(wanted.since, wanted.until), *_meant(wanted))
        found.update((row.id, row.published or "") for row in connection.execute(query))
    return sorted(found, key=lambda each: found[each], reverse=True)


def publishers(connection: Connection) -> dict[str, int]:
    """By publisher of articles shown, how many there are; the most first."""
    query = readings().add_columns(article.c.publisher, func.count().label("articles")).group_by(article.c.publisher)
    found = [(row.publisher, row.articles) for row in connection.execute(query) if row.publisher is not None]
    return dict(sorted(found, key=lambda each: (-each[1], each[0])))


def audited(connection: Connection, row: ArticleRow) -> Audited | None:
    """The article whole: what its current reading found, its statements as they are shown, and corrections; None if it is gone."""
    query = (
        select(reading.c.key, reading.c.voices, version.c.text)
        .join(version, version.c.key == reading.c.version)
        .where(version.c.id == row.version_id)
    )
    read = connection.execute(current_only(query)).one_or_none()
    if read is None:
        return None
    keys = select(finding.c.key).where(finding.c.reading == read.key).order_by(finding.c.key)
    shown = tuple(rows(connection, keys))
    fixed = [each.statement.id for each in shown if each.decision == "fix"]
    blocks = connection.execute(select(block).where(block.c.reading == read.key).order_by(block.c.number))
    return Audited(
        article=row,
        text=read.text,
        blocks=tuple(map(block_of, blocks)),
        actors=tuple(actors_of(connection, read.key)),
        positions=tuple(positions_of(connection, read.key)),
        rows=shown,
        corrections=_corrections(connection, fixed) if fixed else {},
        voices=None if read.voices is None else tuple(voices_of(connection, read.key)),
    )


def heard(connection: Connection, names: Sequence[str], but: str) -> Iterator[Heard]:
    """Statements shown in other articles than ``but`` (an article's id) whose speaker, or whose principal, has one of ``names``."""
    for batch in batches(_name_keys(connection, names)):
        yield from (Heard(*row) for row in connection.execute(_spoken(batch, but)))


def _name_keys(connection: Connection, names: Sequence[str]) -> list[int]:
    """Keys of these names, case and diacritics aside."""
    forms = sorted({folded(each) for each in names} - {""})
    return [
        key
        for batch in batches(forms)
        for key in connection.execute(select(name.c.key).where(name.c.folded.in_(batch))).scalars()
    ]


def _spoken(keys: Sequence[int], but: str) -> Select[Any]:
    own = and_(
        actor.c.reading == reading.c.key,
        or_(actor.c.number == speaker.c.actor, actor.c.number == speaker.c.on_behalf_of),
    )
    query = (
        select(statement.c.id, article.c.id, version.c.id, name.c.name, article_metadata.c.published)
        .select_from(speaker)
        .join(finding, finding.c.key == speaker.c.finding)
        .join(statement, statement.c.key == finding.c.statement)
        .join(reading, reading.c.key == finding.c.reading)
        .join(version, version.c.key == reading.c.version)
        .join(article, article.c.key == version.c.article)
        .join(actor, own)
        .join(name, name.c.key == actor.c.name)
    )
    return (
        current_only(query)
        .join(article_metadata, article_metadata.c.key == newest.c.metadata)
        .where(name.c.key.in_(keys), article.c.id != but)
        .order_by(finding.c.key)
        .distinct()
    )


def _meant(wanted: AuditFilter) -> list[Any]:
    conditions: list[Any] = []
    if wanted.publisher is not None:
        conditions.append(article.c.publisher == wanted.publisher)
    if wanted.article is not None:
        given = wanted.article
        conditions.append(or_(article.c.id == given, article.c.url == given, article.c.given_id == given))
    if wanted.genre is not None:
        conditions.append(article_metadata.c.genre == wanted.genre)
    if wanted.versions is not None:
        conditions.append(version.c.id.in_(wanted.versions))
    return conditions


def _corrections(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    """By the id under which each of ``ids``, statements of people, is shown, the correction that it is."""
    fixed = statement.alias()
    query = (
        select(fixed.c.id, correction.c.replaces)
        .join(correction, correction.c.statement == fixed.c.key)
        .join(standing, standing.c.correction == correction.c.key)
    )
    found: dict[str, Any] = {}
    for batch in batches(list(ids)):
        replaced = {row.id: row.replaces for row in connection.execute(query.where(fixed.c.id.in_(batch)))}
        given = shown_corrections(connection, sorted(set(replaced.values())))
        found.update((shown, given[key]) for shown, key in replaced.items() if key in given)
    return found

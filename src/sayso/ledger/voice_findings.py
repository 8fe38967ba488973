"""Writing the voices a reading found, and reading them back."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.ledger.batches import insert_all, keys_by_id
from sayso.ledger.values import local_number, place, stance_of, undamaged
from sayso.ledger.voice_tables import voice, voice_finding
from sayso.records.ids import actor_local_id, finding_id
from sayso.records.position import LABELS
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.voice import Voice


def store_voices(connection: Connection, reading: Reading, key: int, version: int, names: Mapping[str, int]) -> None:
    """Writes the voices of ``reading``, stored under ``key``, of the version with key ``version``; one that another run found stays
    one row. ``names`` are the keys of names by the actor's local id."""
    known = keys_by_id(connection, voice, (each.id for each in reading.voices))
    new = [each for each in reading.voices if each.id not in known]
    insert_all(connection, voice, [{"id": each.id, "version": version, **place(each.span)} for each in new])
    keys = known | keys_by_id(connection, voice, (each.id for each in new))
    rows = [
        {
            "id": finding_id(reading.id, each.id),
            "reading": key,
            "number": n,
            "voice": keys[each.id],
            "confidence": each.confidence,
            "object": local_number(each.object) if each.object else None,
            "object_name": names[each.object] if each.object else None,
            "mention_start": each.mention.start if each.mention else None,
            "mention_end": each.mention.end if each.mention else None,
            "mention_text": each.mention.text if each.mention else None,
            **{label: getattr(each.stance, label) for label in LABELS},
            "label": each.label,
        }
        for n, each in enumerate(reading.voices)
    ]
    insert_all(connection, voice_finding, rows)


def voices_of(connection: Connection, key: int) -> Iterator[Voice]:
    """The voices of the reading with key ``key``, in its order."""
    query = (
        select(voice_finding, voice.c.id.label("voice_id"), voice.c.start, voice.c.end, voice.c.text)
        .join(voice, voice.c.key == voice_finding.c.voice)
        .where(voice_finding.c.reading == key)
        .order_by(voice_finding.c.number)
    )
    for row in connection.execute(query):
        yield voice_of(row)


def voice_of(row: Row[Any]) -> Voice:
    """From a finding with ``voice_id`` and the voice's span beside its columns; LedgerError if the row is damaged."""
    with undamaged():
        mention = None if row.mention_text is None else Span(row.mention_start, row.mention_end, row.mention_text)
        return Voice(
            id=row.voice_id,
            span=Span(row.start, row.end, row.text),
            confidence=row.confidence,
            object=None if row.object is None else actor_local_id(row.object),
            mention=mention,
            stance=stance_of(row),
            label=row.label,
        )

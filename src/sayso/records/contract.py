"""The interchange contract of ``sayso extract``: an outcome as one JSON object a line.

Fields appear as the capabilities that fill them land; once there, they keep their names and meaning.
The JSON Schema lies beside this file as ``contract.schema.json``.
"""

import json
from importlib.resources import files
from typing import Any

from sayso.records.actor import Actor
from sayso.records.article import SIGNED, Metadata
from sayso.records.ids import offsets
from sayso.records.language import Language
from sayso.records.position import LABELS, Occasion, Position
from sayso.records.reading import Outcome, Reading
from sayso.records.said import Said, Told, said_on
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.records.voice import Voice, holder_of

SCHEMA = 1


def line_of(outcome: Outcome) -> dict[str, Any]:
    """The output line for ``outcome``; spans are ``[start, end]``, half-open, in code points of the text."""
    head: dict[str, Any] = {"id": outcome.item.given_id, "line": outcome.item.line, "outcome": outcome.ending}
    if outcome.ending == "failed":
        return {**head, "error": outcome.reason}
    if outcome.reading is None:
        return {**head, "reason": outcome.reason}
    known = outcome.item.article.metadata if outcome.item.article else Metadata()
    return {**head, "language": language_fields(outcome.language), **reading_fields(outcome.reading, known)}


def language_fields(language: Language) -> dict[str, Any]:
    return {"code": language.code, "basis": language.basis}


def reading_fields(reading: Reading, metadata: Metadata = Metadata()) -> dict[str, Any]:
    """The reading; dates are worked out with what ``metadata`` says of publication and genre."""
    held = {each.id: each.occasion for each in reading.statements}
    return {
        "text_sha256": reading.text_sha256,
        "schema": SCHEMA,
        "run": reading.run_id,
        "statements": [statement_fields(statement, metadata) for statement in reading.statements],
        "positions": [position_fields(position, held.get(position.statement)) for position in reading.positions],
        "occasions": [occasion_fields(occasion, metadata) for occasion in reading.occasions],
        "voice": [voice_fields(voice, metadata) for voice in reading.voices],
        "actors": [actor_fields(actor) for actor in reading.actors],
        "unattributed_quotes": offsets(reading.unattributed_quotes),
        "blocks": [{"kind": block.kind, "span": [block.span.start, block.span.end]} for block in reading.blocks],
    }


def statement_fields(statement: Statement, metadata: Metadata = Metadata()) -> dict[str, Any]:
    return {
        "id": statement.id,
        "form": statement.form,
        "marks": statement.marks,
        "status": statement.status,
        "source": offsets(statement.source),
        "cue": offsets(statement.cue),
        "content": offsets(statement.content),
        "parent": statement.parent,
        "confidence": statement.confidence,
        "move": statement.move,
        "said_on": _said(statement.told, metadata),
        "occasion": statement.occasion,
        "speakers": [
            {"actor": each.actor, "reason": each.reason, "on_behalf_of": each.on_behalf_of}
            for each in statement.speakers
        ],
    }


def position_fields(position: Position, occasion: str | None) -> dict[str, Any]:
    stance, issue, mention = position.stance, position.issue, position.mention
    return {
        "id": position.id,
        "statement": position.statement,
        "occasion": occasion,
        "speaker": position.speaker,
        "object": position.object,
        "role": position.role,
        "mention": [mention.start, mention.end],
        "issue": {"span": [issue.start, issue.end], "code": None} if issue else None,
        "stance": {name: getattr(stance, name) for name in LABELS},
        "label": position.label,
        "wording": position.wording,
        "flags": list(position.flags),
        "evidence": offsets(position.evidence),
    }


def occasion_fields(occasion: Occasion, metadata: Metadata = Metadata()) -> dict[str, Any]:
    return {
        "id": occasion.id,
        "speakers": list(occasion.speakers),
        "medium": occasion.medium,
        "said_on": _said(occasion.told, metadata),
    }


def voice_fields(voice: Voice, metadata: Metadata = Metadata()) -> dict[str, Any]:
    """A voice; whose it is follows from ``metadata``."""
    return {
        "id": voice.id,
        "span": [voice.span.start, voice.span.end],
        "holder": holder_of(metadata),
        "confidence": voice.confidence,
        "object": voice.object,
        "mention": [voice.mention.start, voice.mention.end] if voice.mention else None,
        "stance": {name: getattr(voice.stance, name) for name in LABELS},
        "label": voice.label,
    }


def actor_fields(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "size": actor.size,
        "of": actor.of,
        "mentions": offsets(each.span for each in actor.mentions),
        "titles": [_quoted(each) for each in actor.titles],
        "labels": [
            {
                **_quoted(each.span),
                "by": each.by,
                "disputed_by": each.disputed_by,
                "distance": _quoted(each.distance) if each.distance else None,
            }
            for each in actor.labels
        ],
    }


def _quoted(span: Span) -> dict[str, Any]:
    return {"text": span.text, "span": [span.start, span.end]}


def _said(told: Told | None, metadata: Metadata) -> dict[str, Any]:
    said: Said = said_on(told, metadata.published, signed=metadata.genre in SIGNED)
    return {"date": said.date, "precision": said.precision, "basis": said.basis}


def schema() -> dict[str, Any]:
    """The JSON Schema of an output line."""
    loaded: dict[str, Any] = json.loads((files("sayso.records") / "contract.schema.json").read_text(encoding="utf-8"))
    return loaded

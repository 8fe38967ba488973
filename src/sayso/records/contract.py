"""The interchange contract of ``sayso extract``: an outcome as one JSON object a line.

Fields appear as the capabilities that fill them land; once there, they keep their names and meaning.
The JSON Schema lies beside this file as ``contract.schema.json``.
"""

import json
from importlib.resources import files
from typing import Any

from sayso.records.ids import offsets
from sayso.records.language import Language
from sayso.records.reading import Outcome, Reading
from sayso.records.statement import Statement

SCHEMA = 1


def line_of(outcome: Outcome) -> dict[str, Any]:
    """The output line for ``outcome``; spans are ``[start, end]``, half-open, in code points of the text."""
    head: dict[str, Any] = {"id": outcome.item.given_id, "line": outcome.item.line, "outcome": outcome.ending}
    if outcome.ending == "failed":
        return {**head, "error": outcome.reason}
    if outcome.reading is None:
        return {**head, "reason": outcome.reason}
    return {**head, "language": language_fields(outcome.language), **reading_fields(outcome.reading)}


def language_fields(language: Language) -> dict[str, Any]:
    return {"code": language.code, "basis": language.basis}


def reading_fields(reading: Reading) -> dict[str, Any]:
    return {
        "text_sha256": reading.text_sha256,
        "schema": SCHEMA,
        "run": reading.run_id,
        "statements": [statement_fields(statement) for statement in reading.statements],
        "unattributed_quotes": offsets(reading.unattributed_quotes),
        "blocks": [{"kind": block.kind, "span": [block.span.start, block.span.end]} for block in reading.blocks],
    }


def statement_fields(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "form": statement.form,
        "marks": statement.marks,
        "source": offsets(statement.source),
        "cue": offsets(statement.cue),
        "content": offsets(statement.content),
        "parent": statement.parent,
        "confidence": statement.confidence,
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of an output line."""
    loaded: dict[str, Any] = json.loads((files("sayso.records") / "contract.schema.json").read_text(encoding="utf-8"))
    return loaded

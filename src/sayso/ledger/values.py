"""Fields as columns and columns as fields: what several tables write and read the same way.

A local id (``ac_3``, ``oc_1``) is stored as its number, flags as words with blanks between, evidence as JSON.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Row

from sayso.errors import LedgerError
from sayso.records.ids import canonical_json
from sayso.records.judgement import CorrectedPosition
from sayso.records.position import LABELS, Position, Stance
from sayso.records.said import Told
from sayso.records.span import Span

Values = dict[str, Any]


@contextmanager
def undamaged() -> Iterator[None]:
    """Turns the refusal of a value into a LedgerError: rows were checked when written, so they have been changed."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise LedgerError(f"the ledger is damaged ({error}): `sayso verify` says where") from error


def span_of(row: Row[Any]) -> Span:
    """From ``start``, ``end`` and ``text``; LedgerError if they cannot be a span."""
    with undamaged():
        return Span(row.start, row.end, row.text)


def told_of(row: Row[Any]) -> Told | None:
    """From the columns of ``columns.told``; LedgerError if they tell no time."""
    if row.told is None:
        return None
    with undamaged():
        return Told(row.told, None if row.told_text is None else Span(row.told_start, row.told_end, row.told_text))


def issue_of(row: Row[Any]) -> Span | None:
    """The issue of a row of ``position``."""
    if row.issue_text is None:
        return None
    with undamaged():
        return Span(row.issue_start, row.issue_end, row.issue_text)


def evidence_of(packed: str) -> tuple[Span, ...]:
    """LedgerError if these are no spans."""
    with undamaged():
        return tuple(Span(*each) for each in json.loads(packed))


def stance_of(row: Row[Any]) -> Stance:
    return Stance(*(getattr(row, label) for label in LABELS))


def place(span: Span) -> Values:
    return {"start": span.start, "end": span.end, "text": span.text}


def told_columns(told: Told | None) -> Values:
    span = told.span if told else None
    return {
        "told": told.expression if told else None,
        "told_start": span.start if span else None,
        "told_end": span.end if span else None,
        "told_text": span.text if span else None,
    }


def judged_columns(position: Position | CorrectedPosition) -> Values:
    """What ``columns.judged`` holds of a position."""
    return {
        **{label: getattr(position.stance, label) for label in LABELS},
        "label": position.label,
        "wording": position.wording,
        "flags": " ".join(position.flags),
        "evidence": packed(position.evidence),
    }


def packed(spans: Sequence[Span]) -> str:
    return canonical_json([[each.start, each.end, each.text] for each in spans])


def local_number(local: str) -> int:
    """The number of a local id."""
    return int(local.rpartition("_")[2])

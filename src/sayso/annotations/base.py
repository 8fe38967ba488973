"""What was given out, as one line of JSON that travels with the file and is never edited by a person."""

import json
from collections.abc import Sequence
from typing import Any

from sayso.annotations.document import Given, GivenPosition, Range
from sayso.errors import InputError
from sayso.records.ids import STATEMENT, VERSION, canonical_json, statement_id
from sayso.records.judgement import DECISIONS
from sayso.records.position import LABELS
from sayso.records.span import Span
from sayso.records.statement import FORMS

SCHEMA = 1


def packed(version: str, given: Sequence[Given]) -> str:
    """``version`` and ``given`` in one line, to be read by ``unpacked``."""
    return canonical_json(
        {
            "schema": SCHEMA,
            "version": version,
            "statements": [
                {
                    "id": each.id,
                    "source": each.source,
                    "cue": each.cue,
                    "content": each.content,
                    "form": each.form,
                    "decision": each.decision,
                    "positions": [[p.id, p.start, p.end, p.label] for p in each.positions],
                }
                for each in given
            ],
        }
    )


def unpacked(line: str, text: str) -> tuple[str, tuple[Given, ...]]:
    """The version and what was given out of it; InputError where the line is damaged or does not belong to ``text``.

    Each id must be that of its spans, so a file whose text was changed or whose line was edited is refused.
    """
    try:
        value = json.loads(line)
        version = _id(value["version"], VERSION)
        given = tuple(_given(each) for each in value["statements"])
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise InputError(f"what was given out cannot be read ({error}): export again") from error
    for each in given:
        if each.id != _made_of(version, each, text):
            raise InputError(
                f"{each.id} does not stand in this text as it was given out: the text was changed, or the file edited;"
                " export again and correct without touching the text"
            )
    return version, given


def _given(value: Any) -> Given:
    return Given(
        id=_id(value["id"], STATEMENT),
        source=_ranges(value["source"]),
        cue=_ranges(value["cue"]),
        content=_ranges(value["content"]),
        form=_one_of(value["form"], FORMS),
        decision=None if value["decision"] is None else _one_of(value["decision"], DECISIONS),
        positions=tuple(GivenPosition(str(i), int(s), int(e), _one_of(v, LABELS)) for i, s, e, v in value["positions"]),
    )


def _ranges(value: Any) -> tuple[Range, ...]:
    return tuple((int(start), int(end)) for start, end in value)


def _id(value: Any, prefix: str) -> str:
    if not isinstance(value, str) or not value.startswith(prefix):
        raise ValueError(f"{value!r} is no id that begins with {prefix}")
    return value


def _one_of(value: Any, values: Sequence[str]) -> Any:
    if value not in values:
        raise ValueError(f"{value!r} is none of {', '.join(values)}")
    return value


def _made_of(version: str, each: Given, text: str) -> str | None:
    """The id that the spans have in ``text``; None where they reach beyond it."""
    try:
        parts = {
            name: tuple(Span.of(text, *each) for each in ranges)
            for name, ranges in (("source", each.source), ("cue", each.cue), ("content", each.content))
        }
    except ValueError:
        return None
    return statement_id(version, **parts)

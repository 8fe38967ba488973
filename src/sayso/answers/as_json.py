"""The answer as JSON, one object; its schema lies beside this file as ``about.schema.json``. Every row carries statement ids."""

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from sayso.answers.camps import CampRow, Place
from sayso.answers.choose import Ambiguous, Unknown
from sayso.answers.coverage import Coverage
from sayso.answers.left_out import Unshown
from sayso.answers.moves import Move
from sayso.answers.positions import CODEBOOK, Answer
from sayso.answers.shares import LEVEL, Share
from sayso.answers.speakers import SpeakerRow
from sayso.records.position_filter import PositionFilter
from sayso.records.row import StatementRow
from sayso.records.said import Said

SCHEMA = 1

Fields = dict[str, Any]


def answer_fields(
    asked: str,
    found: Answer,
    wanted: PositionFilter,
    evidence: Mapping[str, StatementRow] | None = None,
    fair: Fields | None = None,
    voice: Fields | None = None,
    called: Fields | None = None,
) -> Fields:
    """The whole answer. ``evidence`` brings the words and places of statements, by id; ``fair`` replies and headlines, ``voice``
    what writers say in a voice of their own, ``called`` labels."""
    fields: Fields = {
        "schema": SCHEMA,
        "outcome": "answer",
        "asked": asked,
        "name": found.question.chosen.name,
        "names": list(found.question.chosen.names),
        "codebook": CODEBOOK,
        "review": {"machine_coded": True, "reviewed": found.reviewed, "rejected": found.rejected},
        "filter": _filter(found, wanted),
        "rests_on": _coverage(found.coverage),
        "positions": {"found": found.positions, "counted": found.counted, "articles": found.articles},
        **{block: [_speaker(row) for row in rows] for block, rows in blocks(found).items()},
        "said_to": [_unshown(each) for each in found.said_to],
        "withheld": [_unshown(each) for each in found.withheld],
        "parts": [
            {"part": each.part, "speaker": each.speaker, "label": each.label, "statements": list(each.statements)}
            for each in found.parts
        ],
        "camps": [_camp(each) for each in found.camps],
        "elsewhere": [
            {
                "speaker": each.speaker,
                "camps": _places(each.camps),
                "named": each.named,
                "statements": list(each.statements),
            }
            for each in found.elsewhere
        ],
        "moved": [_move(each) for each in found.moved],
        "not_counted": [
            {
                "reason": each.reason,
                "positions": each.positions,
                "statuses": dict(each.statuses),
                "statements": list(each.statements),
            }
            for each in found.left
        ],
        "named_only": {"statements": list(found.named_only)},
        "shares": [share_fields(each) for each in found.shares],
        "timeline": [
            {"period": each.period, "critical": list(each.critical), "supportive": list(each.supportive)}
            for each in found.timeline
        ],
    }
    if fair is not None:
        fields["fairness"] = fair
    if voice is not None:
        fields["voice"] = voice
    if called is not None:
        fields["labels"] = called
    if evidence is not None:
        fields["evidence"] = {statement: evidence_fields(row) for statement, row in evidence.items()}
    return fields


def blocks(found: Answer) -> dict[str, tuple[SpeakerRow, ...]]:
    """The blocks of speakers, under the names they have in JSON. A speaker who does both stands in two."""
    return {
        "critics": found.critics,
        "supporters": found.supporters,
        "supported_before": found.supported_before,
        "mixed": found.mixed,
        "only_demand": found.only_demand,
    }


def unanswered_fields(asked: str, found: Ambiguous | Unknown, near: Iterable[str] = ()) -> Fields:
    """What there is instead of an answer: candidates to choose from, or near names."""
    head: Fields = {"schema": SCHEMA, "asked": asked}
    if isinstance(found, Unknown):
        return {**head, "outcome": "unknown", "near": list(near)}
    candidates = [
        {"name": row.name, "articles": row.readings, "positions_on": row.positions, "statements_by": row.statements}
        for row in found.candidates
    ]
    return {**head, "outcome": "ambiguous", "candidates": candidates}


def flat_rows(found: Answer) -> Iterable[Fields]:
    """The answer as a table: one row for each block and speaker, all with the same fields and ids of statements."""
    for block, rows in blocks(found).items():
        for row in rows:
            yield {"block": block, **_flat(row)}
    for name, told in (("said_to", found.said_to), ("withheld", found.withheld)):
        for each in told:
            yield {"block": name, "speaker": each.speaker, "label": each.label, "statements": list(each.statements)}
    for part in found.parts:
        yield {
            "block": "parts",
            "speaker": part.speaker,
            "label": part.label,
            "part": part.part,
            "statements": list(part.statements),
        }
    for other in found.elsewhere:
        yield {
            "block": "elsewhere",
            "speaker": other.speaker,
            "camps": [f"{each.scheme}.{each.camp}" for each in other.camps],
            "statements": list(other.statements),
        }


COLUMNS = (
    "block", "speaker", "kind", "label", "part", "camps", "occasions", "at_most", "critical", "supportive", "mixed", "demands",
    "quoted", "judging", "reports", "printings", "publishers", "first_said", "last_said", "reviewed", "statements",
)  # fmt: skip
"""Of ``flat_rows``."""


def schema() -> Fields:
    """The JSON Schema of ``sayso about NAME --format json``."""
    loaded: Fields = json.loads((files("sayso.answers") / "about.schema.json").read_text(encoding="utf-8"))
    return loaded


def evidence_fields(row: StatementRow) -> Fields:
    """A statement's words, where they stand, and whether a person has decided about it."""
    statement, metadata = row.statement, row.metadata
    return {
        "source": statement.source_text,
        "cue": statement.cue_text,
        "content": statement.content_text,
        "sentence": statement.sentence.text,
        "span": [statement.sentence.start, statement.sentence.end],
        "confidence": statement.confidence,
        "article": row.article_id,
        "article_given_id": row.given_id,
        "version": row.version_id,
        "run": row.run_id,
        "publisher": metadata.publisher,
        "published": metadata.published,
        "title": metadata.title,
        "url": metadata.url,
        "judgement": row.decision,
    }


def _speaker(row: SpeakerRow) -> Fields:
    return {
        "speaker": row.speaker,
        "kind": row.kind,
        "described": row.described,
        "may_be": list(row.may_be),
        "camps": _places(row.camps),
        "occasions": row.occasions,
        "occasions_at_most": row.at_most,
        "counts": {
            "critical": row.numbers.critical,
            "supportive": row.numbers.supportive,
            "mixed": row.numbers.mixed,
            "demands": row.numbers.demands,
        },
        "positions": row.positions,
        "judging_statements": row.judging,
        "quoted_statements": row.quoted,
        "implied_statements": row.implied,
        "reports": row.reports,
        "printings": row.printings,
        "publishers": row.publishers,
        "first_said": _said(row.first_said),
        "last_said": _said(row.last_said),
        "undated_positions": row.undated,
        "first_published": row.first_published,
        "last_published": row.last_published,
        "latest": row.latest,
        "reviewed_statements": row.reviewed,
        "statements": {
            "critical": list(row.critical),
            "supportive": list(row.supportive),
            "mixed": list(row.mixed),
            "demands": list(row.demands),
        },
        "repeats": [each for each in row.statements if each in row.repeats],
    }


def _flat(row: SpeakerRow) -> Fields:
    return {
        "speaker": row.speaker,
        "kind": row.kind,
        "camps": [f"{each.scheme}.{each.camp}" for each in row.camps],
        "occasions": row.occasions,
        "at_most": row.at_most,
        "critical": row.numbers.critical,
        "supportive": row.numbers.supportive,
        "mixed": row.numbers.mixed,
        "demands": row.numbers.demands,
        "quoted": row.quoted,
        "judging": row.judging,
        "reports": row.reports,
        "printings": row.printings,
        "publishers": row.publishers,
        "first_said": row.first_said.date if row.first_said else None,
        "last_said": row.last_said.date if row.last_said else None,
        "reviewed": row.reviewed,
        "statements": list(row.statements),
    }


def _filter(found: Answer, wanted: PositionFilter) -> Fields:
    return {
        "since": wanted.since,
        "until": wanted.until,
        "publisher": wanted.publisher,
        "genre": wanted.genre,
        "min_confidence": wanted.min_confidence,
        "reviewed_only": wanted.reviewed_only,
        "statuses": list(found.question.statuses),
        "schemes": [each.name for each in found.question.schemes],
        "camp": found.question.camp,
        "parts": [each.part for each in found.question.parts],
    }


def _coverage(found: Coverage) -> Fields:
    return {
        "articles": found.articles,
        "statements": found.statements,
        "publishers": found.publishers,
        "without_publisher": found.without_publisher,
        "first_published": found.first_published,
        "last_published": found.last_published,
        "undated": found.undated,
        "gaps": None
        if found.gaps is None
        else [{"from": each.first, "to": each.last, "months": each.months} for each in found.gaps],
        "runs": list(found.runs),
    }


def _unshown(each: Unshown) -> Fields:
    return {
        "speaker": each.speaker,
        "label": each.label,
        "reason": each.reason,
        "statements": list(each.statements),
    }


def _camp(row: CampRow) -> Fields:
    return {
        "scheme": row.scheme,
        "camp": row.camp,
        "declared": row.declared,
        "quoted": row.quoted,
        "critics": list(row.critics),
        "supporters": list(row.supporters),
        "statements": list(row.statements),
    }


def _move(each: Move) -> Fields:
    return {
        "speaker": each.speaker,
        "days_between": each.days,
        "before": {"label": each.before.label, "said_on": _said(each.before_said), "statement": each.before.statement},
        "after": {"label": each.after.label, "said_on": _said(each.after_said), "statement": each.after.statement},
        "statements": list(each.statements),
    }


def share_fields(each: Share) -> Fields:
    return {
        "of": each.of,
        "part": each.part,
        "whole": each.whole,
        "share": each.value,
        "low": each.low,
        "high": each.high,
        "level": LEVEL,
        "method": each.method,
    }


def _places(places: Iterable[Place]) -> list[Fields]:
    return [{"scheme": each.scheme, "camp": each.camp} for each in places]


def _said(said: Said | None) -> Fields | None:
    return {"date": said.date, "precision": said.precision, "basis": said.basis} if said else None

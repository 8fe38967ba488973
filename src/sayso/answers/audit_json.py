"""An audit as JSON, one object; its schema lies beside this file as ``audit.schema.json``. Every count carries ids."""

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from sayso.answers.as_json import evidence_fields, share_fields
from sayso.answers.audit import (
    FLOOR_STATEMENTS,
    FLOOR_WORDS,
    ArticleAudit,
    Month,
    OutletAudit,
    OwnPassage,
    Regular,
    Tally,
    UnnamedCritic,
)
from sayso.answers.audit_sources import Room, Source
from sayso.answers.headline import HeadlineCheck, Promise
from sayso.answers.positions import CODEBOOK
from sayso.answers.reply import Reply
from sayso.answers.shares import FLOOR_ARTICLES, FLOOR_POSITIONS
from sayso.answers.standards import Standards
from sayso.records.row import StatementRow
from sayso.records.span import Span

SCHEMA = 1
Fields = dict[str, Any]


def article_fields(found: ArticleAudit, evidence: Mapping[str, StatementRow] | None = None) -> Fields:
    """The audit of one article. ``evidence`` brings the words and places of statements, by id."""
    fields = {
        "schema": SCHEMA,
        "of": "article",
        "article": _article(found),
        **_head(found.reviewed, found.rejected),
        "statements": {
            "made": list(found.statements),
            "by_status": {status: list(ids) for status, ids in found.statuses},
        },
        "shares_shown": found.shares_shown,
        "sources": [_source(each) for each in found.sources],
        "classes": [tally_fields(each) for each in found.classes],
        "traits": [tally_fields(each) for each in found.traits],
        "forms": [tally_fields(each) for each in found.forms],
        "wording": [tally_fields(each) for each in found.wording],
        "words": room_fields(found.room),
        "unnamed_critical": [_unnamed(each) for each in found.unnamed_critical],
        "replies": [reply_fields(each) for each in found.replies],
        "headline": headline_fields(found.headline),
        "voice": voice_fields(found.voices),
    }
    return _with_evidence(fields, evidence)


def outlet_fields(
    found: OutletAudit,
    publisher: str,
    since: str | None,
    until: str | None,
    evidence: Mapping[str, StatementRow] | None = None,
) -> Fields:
    """The audit of many articles of one publisher."""
    fields = {
        "schema": SCHEMA,
        "of": "publisher",
        "publisher": publisher,
        "since": since,
        "until": until,
        **_head(sum(each.reviewed for each in found.articles), sum(each.rejected for each in found.articles)),
        "articles": [_listed(each) for each in found.articles],
        "undated": found.undated,
        "statements": list(found.statements),
        "classes": [tally_fields(each) for each in found.classes],
        "traits": [tally_fields(each) for each in found.traits],
        "forms": [tally_fields(each) for each in found.forms],
        "wording": [tally_fields(each) for each in found.wording],
        "words": room_fields(found.room),
        "regulars": [_regular(each) for each in found.regulars],
        "unnamed_critical": [_unnamed(each) for audit in found.articles for each in audit.unnamed_critical],
        "replies": {state: [reply_fields(each) for each in held] for state, held in found.replies},
        "headlines": {state: list(articles) for state, articles in found.headlines},
        "shares": [share_fields(each) for each in found.shares],
        "months": [_month(each) for each in found.months],
        "voice": voice_fields(found.voices),
    }
    return _with_evidence(fields, evidence)


def schema() -> Fields:
    """The JSON Schema of ``sayso audit --format json``."""
    loaded: Fields = json.loads((files("sayso.answers") / "audit.schema.json").read_text(encoding="utf-8"))
    return loaded


COLUMNS = (
    "block", "what", "of", "sources", "statements_count", "words", "share", "state", "article", "place", "official", "first",
    "statements",
)  # fmt: skip
"""Of ``flat_rows``."""


def flat_rows(audits: Sequence[ArticleAudit]) -> Iterable[Fields]:
    """Audits as a table: a row for each source, tally, reply and promise of each article, all with the same fields."""
    for audit in audits:
        for each in _flat(audit):
            yield {**dict.fromkeys(COLUMNS), "article": audit.article.article_id, **each}


def reply_fields(row: Reply) -> Fields:
    return {
        "name": row.name,
        "kind": row.kind,
        "article": row.article_id,
        "criticised_by": list(row.critics),
        "critical": list(row.critical),
        "voices": list(row.voices),
        "state": row.state,
        "evidence": [
            {"span": _ends(each.span), "text": each.span.text, "statement": each.statement, "through": each.through}
            for each in row.evidence
        ],
        "quoted": list(row.quoted),
        "elsewhere": list(row.elsewhere),
    }


def headline_fields(found: HeadlineCheck) -> Fields:
    return {
        "article": found.article_id,
        "text": found.headline.text if found.headline else None,
        "span": _ends(found.headline) if found.headline else None,
        "state": found.state,
        "promises": [_promise(each) for each in found.promises],
    }


def standards_fields(found: Standards) -> Fields:
    """What ``sayso about`` says of replies and headlines."""
    return {
        "articles": found.articles,
        "looked_through": found.looked_through,
        "replies": [reply_fields(each) for each in found.replies],
        "headlines": [headline_fields(each) for each in found.headlines],
        "claims": [_promise(each) for each in found.claims()],
    }


def room_fields(room: Room) -> Fields:
    return {"quoted": room.quoted, "paraphrased": room.paraphrased, "own": room.own}


def tally_fields(row: Tally) -> Fields:
    return {
        "what": row.what,
        "sources": row.sources,
        "words": row.words,
        "share_of_words": row.share,
        "statements": list(row.statements),
    }


def voice_fields(voices: Iterable[OwnPassage] | None) -> list[Fields] | None:
    """The writer's passages; None where they were not looked for."""
    if voices is None:
        return None
    return [
        {
            "id": each.id,
            "article": each.article_id,
            "holder": each.holder,
            "span": [each.start, each.end],
            "words": each.words,
            "object": each.object,
            "label": each.label,
        }
        for each in voices
    ]


def _head(reviewed: int, rejected: int) -> Fields:
    return {
        "codebook": CODEBOOK,
        "review": {"machine_coded": True, "reviewed": reviewed, "rejected": rejected},
        "floors": {
            "statements_of_an_article": FLOOR_STATEMENTS,
            "words_of_its_sources": FLOOR_WORDS,
            "articles": FLOOR_ARTICLES,
            "statements_and_words": FLOOR_POSITIONS,
        },
    }


def _with_evidence(fields: Fields, evidence: Mapping[str, StatementRow] | None) -> Fields:
    if evidence is None:
        return fields
    return {**fields, "evidence": {statement: evidence_fields(row) for statement, row in evidence.items()}}


def _article(found: ArticleAudit) -> Fields:
    row, metadata = found.article, found.article.metadata
    return {
        "id": row.article_id,
        "version": row.version_id,
        "run": row.run_id,
        "given_id": row.given_id,
        "publisher": metadata.publisher,
        "agency": metadata.agency,
        "genre": metadata.genre,
        "published": metadata.published,
        "title": metadata.title,
        "url": metadata.url,
    }


def _listed(found: ArticleAudit) -> Fields:
    """One article in a list: what an editor looks for first."""
    return {
        **_article(found),
        "statements": len(found.statements),
        "sources": len(found.sources),
        "words": room_fields(found.room),
        "headline": found.headline.state,
        "promises": [_promise(each) for each in found.headline.promises],
        "replies": {state: len(held) for state, held in found.reply_counts().items()},
    }


def _source(each: Source) -> Fields:
    return {
        "name": each.name or None,
        "kind": each.kind,
        "class": each.source_class,
        "official": each.official,
        "speaks_for": list(each.speaks_for),
        "first": each.first,
        "words": each.words,
        "quoted_words": each.quoted,
        "statements": list(each.statements),
        "forms": {form: list(ids) for form, ids in each.forms},
        "own_side": list(each.own_side),
        "critical": [{"object": name, "statement": statement} for name, statement in each.critical],
    }


def _unnamed(each: UnnamedCritic) -> Fields:
    return {
        "article": each.article_id,
        "source": each.source,
        "class": each.source_class,
        "objects": list(each.objects),
        "statements": list(each.statements),
    }


def _promise(each: Promise) -> Fields:
    return {
        "passage": each.passage,
        "what": each.what,
        "text": each.span.text,
        "span": _ends(each.span),
        "sign": each.sign,
        "object": each.object,
        "verdict": each.verdict,
        "statement": each.statement,
        "speakers": list(each.speakers),
        "statements": list(each.statements),
    }


def _regular(each: Regular) -> Fields:
    return {
        "name": each.name,
        "class": each.source_class,
        "official": each.official,
        "articles": list(each.articles),
        "words": each.words,
        "statements": list(each.statements),
    }


def _month(each: Month) -> Fields:
    return {
        "month": each.month,
        "articles": list(each.articles),
        "statements": each.statements,
        "classes": [tally_fields(one) for one in each.classes],
        "traits": [tally_fields(one) for one in each.traits],
        "replies": dict(each.replies),
        "headlines": {state: list(articles) for state, articles in each.headlines},
        "shares": [share_fields(one) for one in each.shares],
    }


def _flat(audit: ArticleAudit) -> Iterable[Fields]:
    for source in audit.sources:
        yield {
            "block": "source",
            "what": source.source_class,
            "of": source.name,
            "statements_count": len(source.statements),
            "words": source.words,
            "official": source.official,
            "first": source.first,
            "statements": list(source.statements),
        }
    groups = {"class": audit.classes, "trait": audit.traits, "form": audit.forms, "wording": audit.wording}
    for block, tallies in groups.items():
        for each in tallies:
            yield {
                "block": block,
                "what": each.what,
                "sources": each.sources or None,
                "statements_count": len(each.statements),
                "words": each.words or None,
                "share": each.share,
                "statements": list(each.statements),
            }
    for row in audit.replies:
        yield {"block": "reply", "of": row.name, "state": row.state, "statements": list(row.statements)}
    for promise in audit.headline.promises:
        yield {
            "block": "headline",
            "what": promise.what,
            "of": promise.span.text,
            "state": promise.verdict,
            "place": promise.passage,
            "statements": list(promise.statements),
        }


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]

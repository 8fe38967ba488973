"""The writer's voice of an answer as JSON; its part of the schema stands in ``about.schema.json``."""

from typing import Any

from sayso.answers.shares import LEVEL
from sayso.answers.voice import VoiceRow, Voices
from sayso.records.voice import VoiceFact, holder_name

Fields = dict[str, Any]


def voice_fields(found: Voices) -> Fields:
    """Who is judged in the writer's own voice, with every passage and its id."""
    return {
        "passages": found.passages,
        "judging_nobody": found.nobody,
        "articles": found.articles,
        "holders": [
            {"holder": each.holder, "name": each.name or None, "articles": each.articles} for each in found.holders
        ],
        "part_of_body": round(found.part, 3),
        "judged": [_row(each) for each in found.rows],
        "others": [_passage(each) for each in found.others],
        "shares": [
            {
                "of": each.of, "part": each.part, "whole": each.whole, "share": each.value, "low": each.low,
                "high": each.high, "level": LEVEL, "method": each.method,
            }
            for each in found.shares
        ],
    }  # fmt: skip


def _row(row: VoiceRow) -> Fields:
    return {
        "object": row.object,
        "asked": row.asked,
        "passages": [_passage(fact) for held in row.passages.values() for fact in held],
    }


def _passage(fact: VoiceFact) -> Fields:
    return {
        "id": fact.id,
        "label": fact.label,
        "text": fact.span.text,
        "span": [fact.span.start, fact.span.end],
        "confidence": fact.confidence,
        "holder": fact.holder,
        "holder_name": holder_name(fact.metadata),
        "article": fact.article_id,
        "article_given_id": fact.given_id,
        "version": fact.version_id,
    }

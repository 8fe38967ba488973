"""The labels of an answer as JSON; their part of the schema stands in ``about.schema.json``."""

from typing import Any

from sayso.answers.labels import LabelRow, Labels
from sayso.records.label_fact import LabelFact
from sayso.records.span import Span

Fields = dict[str, Any]


def label_fields(found: Labels) -> Fields:
    """What people are called, with every use and its place."""
    return {"articles": found.articles, "uses": found.uses, "labels": [_row(each) for each in found.rows]}


def _row(row: LabelRow) -> Fields:
    first = row.first
    return {
        "text": " ".join(first.span.text.split()),
        "concerns": row.concerns,
        "of": row.of,
        "of_kind": row.of_kind,
        "own": first.own,
        "holder": row.holder,
        "by": first.by,
        "disputed_by": first.disputed_by,
        "disputed_by_itself": first.denied,
        "articles": row.articles,
        "uses": [_use(fact) for fact in row.facts],
    }


def _use(fact: LabelFact) -> Fields:
    return {
        **_placed(fact.span),
        "distance": _placed(fact.distance) if fact.distance else None,
        "article": fact.article_id,
        "article_given_id": fact.given_id,
        "version": fact.version_id,
    }


def _placed(span: Span) -> Fields:
    return {"text": span.text, "span": [span.start, span.end]}

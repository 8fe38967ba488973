"""The writer's own passages of an article as an audit counts them: whose voice it is depends on the article's metadata."""

from collections.abc import Iterable, Mapping

from sayso.answers.audit import OwnPassage
from sayso.answers.audit_sources import words_in
from sayso.records.actor import Actor
from sayso.records.row import ArticleRow
from sayso.records.voice import Voice, holder_of


def own_passages(row: ArticleRow, actors: Mapping[str, Actor], voices: Iterable[Voice]) -> tuple[OwnPassage, ...]:
    """In the order given. ``actors`` by local id, as the reading knows them."""
    return tuple(
        OwnPassage(
            each.id,
            row.article_id,
            holder_of(row.metadata),
            each.span.start,
            each.span.end,
            words_in(each.span.text),
            actors[each.object].name if each.object and each.object in actors else None,
            each.object,
            each.label,
        )
        for each in voices
    )

"""Articles made by hand, as an audit gets them: blocks and layout are found by rule, statements and actors are given."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.answers.shown_article import ShownArticle, shown_article
from sayso.extract.layout import lay_out
from sayso.records import ids
from sayso.records.actor import Actor, ActorKind, Mention, MentionKind, Speaker
from sayso.records.article import Article, Metadata
from sayso.records.audited import Audited
from sayso.records.position import Label, Position, Stance
from sayso.records.row import ArticleRow, StatementRow
from sayso.records.span import Span
from sayso.records.statement import Statement

SURE: Mapping[str, Stance] = {
    "critical": Stance(1, 0, 0, 0),
    "supportive": Stance(0, 1, 0, 0),
    "mixed": Stance(0, 0, 1, 0),
    "none": Stance(0, 0, 0, 1),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in words of the text: who, the cue and what; ``by`` and ``behalf`` are actors, ``on`` whom it judges and how."""

    source: str
    cue: str
    content: str
    by: Sequence[str] = ()
    on: Sequence[tuple[str, Label]] = ()
    behalf: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


def people(**kinds: ActorKind) -> dict[str, ActorKind]:
    """Kinds by name; an underscore stands for a blank."""
    return {name.replace("_", " "): kind for name, kind in kinds.items()}


def audited(
    text: str,
    said: Sequence[Said],
    actors: Mapping[str, ActorKind],
    metadata: Metadata = Metadata(publisher="Herald", published="2031-04-05"),
    decisions: Mapping[int, Any] | None = None,
    given_id: str = "a",
) -> Audited:
    """The article of this text. An actor's mentions are all places of its name and of its last word."""
    article_id, version, digest = ids.of_article(Article(text, metadata, given_id=given_id, collection="tests"))
    made = {name: _actor(f"ac_{n}", text, name, kind) for n, (name, kind) in enumerate(actors.items(), 1)}
    statements = [_statement(version, text, each, made) for each in said]
    positions = [
        _position(statement, made, judged, label, each.flags)
        for statement, each in zip(statements, said, strict=True)
        for judged, label in each.on
    ]
    row = ArticleRow(article_id, version, "ru1_test", given_id, metadata, digest, 1, len(statements), "2031-04-06")
    rows = tuple(
        StatementRow(each, article_id, version, "ru1_test", given_id, metadata, (decisions or {}).get(n))
        for n, each in enumerate(statements)
    )
    return Audited(row, text, lay_out(text).blocks, tuple(made.values()), tuple(positions), rows, {})


def shown(text: str, said: Sequence[Said], actors: Mapping[str, ActorKind], **more: Any) -> ShownArticle:
    return shown_article(audited(text, said, actors, **more))


def _actor(local: str, text: str, name: str, kind: ActorKind) -> Actor:
    named = name[:1].isupper()
    forms = {name, name.split()[-1]} if named else {name}
    pattern = re.compile("|".join(rf"\b{re.escape(form)}\b" for form in sorted(forms, key=len, reverse=True)))
    how: MentionKind = "name" if named else "collective" if kind == "group" else "unnamed"
    found = (Mention(Span.of(text, *match.span()), how) for match in pattern.finditer(text))
    return Actor(local, name, kind, tuple(found))


def _statement(version: str, text: str, each: Said, actors: Mapping[str, Actor]) -> Statement:
    at = text.index(each.content)
    content = Span.of(text, at, at + len(each.content))
    sentences = lay_out(text).sentences
    start, end = next(((a, b) for a, b in sentences if a <= at < b), (at, at + len(each.content)))
    parts: dict[str, Any] = {
        "source": (_near(text, each.source, start),) if each.source else (),
        "cue": (_near(text, each.cue, start),) if each.cue else (),
        "content": (content,),
    }
    quoted = each.content[:1] in '“"‘'
    speakers = tuple(
        Speaker(actors[name].id, "name", actors[each.behalf].id if each.behalf else None) for name in each.by
    )
    plain: dict[str, Any] = {
        "form": "direct" if quoted else "indirect",
        "marks": "quotation" if quoted else "none",
        "confidence": 0.9,
        "sentence": Span.of(
            text, min(start, *(s.start for part in parts.values() for s in part)), max(end, content.end)
        ),
        "speakers": speakers,
        **each.more,
    }
    return Statement(id=ids.statement_id(version, **parts), **parts, **plain)


def _near(text: str, words: str, start: int) -> Span:
    """The words in the sentence that begins at ``start``, else their first place."""
    at = text.find(words, start)
    at = at if at >= 0 else text.index(words)
    return Span.of(text, at, at + len(words))


def _position(
    statement: Statement, actors: Mapping[str, Actor], judged: str, label: Label, flags: tuple[str, ...]
) -> Position:
    who = actors[judged]
    start, end = statement.sentence.start, statement.sentence.end
    mention = next((m.span for m in who.mentions if start <= m.span.start < end), who.mentions[0].span)
    return Position(
        id=ids.position_id(statement.id, mention=mention, role="object", issue=None),
        statement=statement.id,
        speaker=statement.speakers[0].actor if statement.speakers else None,
        object=who.id,
        role="object",
        mention=mention,
        issue=None,
        stance=SURE[label],
        label=label,
        wording=None if label == "none" else "quoted" if statement.form == "direct" else "paraphrased",
        flags=flags,  # type: ignore[arg-type]  # the tests' own literals
    )

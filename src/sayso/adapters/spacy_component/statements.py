"""The statements of a Doc as spaCy shows things: Spans of whole tokens, and beside each the exact offsets and strings.

A Span that is cut inside a token takes the whole token (``alignment_mode="expand"``), so what counts are the offsets: half-open, in
code points of ``doc.text``. A part may consist of several stretches, so each part is a tuple.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span

from sayso.errors import UsageError
from sayso.ingest.text import clean
from sayso.records.span import JOIN

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DocActor:
    """Somebody whom the text names; ``id`` is local to the Doc (``ac_1``)."""

    id: str
    name: str
    kind: str
    mentions: tuple[Span, ...]
    mention_offsets: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class DocSpeaker:
    """Who speaks, why it is this one, and for whom."""

    actor: DocActor
    reason: str
    on_behalf_of: DocActor | None

    @property
    def name(self) -> str:
        return self.actor.name


@dataclass(frozen=True, slots=True)
class DocPosition:
    """How ``speaker`` judges ``object``; ``mention`` is the place that names the object, ``evidence`` the words that judge."""

    id: str
    speaker: DocActor | None
    object: DocActor
    label: str
    role: str
    wording: str | None
    flags: tuple[str, ...]
    stance: Mapping[str, float]
    mention: Span
    mention_offsets: Offsets
    evidence: tuple[Span, ...]
    evidence_offsets: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class DocStatement:
    """Who (source) said (cue) what (content). Source and cue may be empty, content never is.

    ``parent`` is the id of the statement whose content holds this one; ``said_on`` is an ISO 8601 date where the text tells one.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_offsets: tuple[Offsets, ...]
    cue_offsets: tuple[Offsets, ...]
    content_offsets: tuple[Offsets, ...]
    source_text: str
    cue_text: str
    content_text: str
    form: str
    marks: str
    status: str
    move: str
    confidence: float
    parent: str | None
    said_on: str | None
    speakers: tuple[DocSpeaker, ...]
    positions: tuple[DocPosition, ...]


def statements_of(doc: Doc, values: Mapping[str, Any]) -> tuple[DocStatement, ...]:
    """The statements in ``values``, in text order; none where the text was skipped.

    UsageError if ``values`` are another text's: they were copied from one Doc to another.
    """
    if "statements" not in values:
        return ()
    text = doc.text
    if hashlib.sha256(clean(text).encode()).hexdigest() != values["text_sha256"]:
        raise UsageError("doc._.sayso was found in another text than this Doc's; run the component on this Doc")
    actors = {each["id"]: _actor(doc, each) for each in values["actors"]}
    positions: dict[str, list[DocPosition]] = {}
    for each in values["positions"]:
        positions.setdefault(each["statement"], []).append(_position(doc, each, actors))
    return tuple(
        _statement(doc, text, each, actors, tuple(positions.get(each["id"], ()))) for each in values["statements"]
    )


def span_of(doc: Doc, start: int, end: int, *, label: str = "", span_id: str = "") -> Span:
    """The tokens that ``[start, end)`` of the Doc's text touches; ValueError if it reaches beyond the text."""
    span = doc.char_span(start, end, label=label, span_id=span_id, alignment_mode="expand")
    if span is None:
        raise ValueError(f"[{start}, {end}) reaches beyond a Doc of {len(doc.text)} characters")
    return span


def _statement(
    doc: Doc,
    text: str,
    values: Mapping[str, Any],
    actors: Mapping[str, DocActor],
    positions: tuple[DocPosition, ...],
) -> DocStatement:
    source, cue, content = (_offsets(values[part]) for part in ("source", "cue", "content"))
    return DocStatement(
        id=values["id"],
        source=_spans(doc, source),
        cue=_spans(doc, cue),
        content=_spans(doc, content),
        source_offsets=source,
        cue_offsets=cue,
        content_offsets=content,
        source_text=_joined(text, source),
        cue_text=_joined(text, cue),
        content_text=_joined(text, content),
        form=values["form"],
        marks=values["marks"],
        status=values["status"],
        move=values["move"],
        confidence=values["confidence"],
        parent=values["parent"],
        said_on=values["said_on"]["date"],
        speakers=tuple(_speaker(each, actors) for each in values["speakers"]),
        positions=positions,
    )


def _position(doc: Doc, values: Mapping[str, Any], actors: Mapping[str, DocActor]) -> DocPosition:
    start, end = values["mention"]
    evidence = _offsets(values["evidence"])
    return DocPosition(
        id=values["id"],
        speaker=actors.get(values["speaker"]),
        object=actors[values["object"]],
        label=values["label"],
        role=values["role"],
        wording=values["wording"],
        flags=tuple(values["flags"]),
        stance=dict(values["stance"]),
        mention=span_of(doc, start, end),
        mention_offsets=(start, end),
        evidence=_spans(doc, evidence),
        evidence_offsets=evidence,
    )


def _speaker(values: Mapping[str, Any], actors: Mapping[str, DocActor]) -> DocSpeaker:
    return DocSpeaker(actors[values["actor"]], values["reason"], actors.get(values["on_behalf_of"]))


def _actor(doc: Doc, values: Mapping[str, Any]) -> DocActor:
    mentions = _offsets(values["mentions"])
    return DocActor(values["id"], values["name"], values["kind"], _spans(doc, mentions), mentions)


def _offsets(pairs: Iterable[Any]) -> tuple[Offsets, ...]:
    return tuple((start, end) for start, end in pairs)


def _spans(doc: Doc, offsets: Iterable[Offsets]) -> tuple[Span, ...]:
    return tuple(span_of(doc, start, end) for start, end in offsets)


def _joined(text: str, offsets: Iterable[Offsets]) -> str:
    """The characters themselves, stretches parted as ``records.span.joined`` parts them."""
    return JOIN.join(text[start:end] for start, end in offsets)

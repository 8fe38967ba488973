"""Offsets are those of the Doc's own text, whatever is in it."""

from collections.abc import Iterator
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import sayso
from sayso.adapters.spacy_component.statements import DocStatement
from sayso.ingest.text import clean
from sayso.records.span import JOIN

SPOKEN = "Mayor Ada Roe said on Tuesday that the dam “will not hold.” Ben Cole, a baker, criticised Roe: “She lied,” he said.\n"

AWKWARD = {
    "emoji": "👩‍👩‍👧 🇩🇪 👍🏽\n\nMayor Zoë Roe said “the 🏗️ dam — 🌊 — will not hold.”",
    "CRLF": "The dam\r\n\r\nMayor Ada Roe said:\r\n“It will\r\nnot hold.”\r\n",
    "combining": "Maire Zoe\u0308 Rose\u0301 said the cafe\u0301 “was de\u0301moli.”",
    "BOM and blanks": "\ufeffMayor Ada\u00a0Roe\u2009said\u2028that “the dam\u200b will not hold.”",
    "right to left": "Mayor \u202bאדה\u202c Roe said “the dam שלום will not hold.”",
    "NUL": "Mayor\x00 Ada\x00\x00 Roe sa\x00id “the dam will\x00 not hold.\x00”\x00",
    "astral": "𝐌𝐚𝐲𝐨𝐫 Ada Roe said “𝒕𝒉𝒆 dam will not hold.”",
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("sayso", config={"any_language": True})
    return made


def pairs(value: Any) -> Iterator[tuple[int, int]]:
    """Every ``[start, end]`` in plain values."""
    match value:
        case [int(start), int(end)]:
            yield start, end
        case list():
            for each in value:
                yield from pairs(each)
        case dict():
            for each in value.values():
                yield from pairs(each)


def holds(text: str, statement: DocStatement) -> None:
    """Exact strings at exact offsets, inside the Spans that are shown."""
    for part in ("source", "cue", "content"):
        offsets = getattr(statement, f"{part}_offsets")
        assert getattr(statement, f"{part}_text") == JOIN.join(text[start:end] for start, end in offsets)
        for (start, end), span in zip(offsets, getattr(statement, part), strict=True):
            assert span.start_char <= start
            assert span.end_char >= start + len(text[start:end].rstrip(" "))
    for position in statement.positions:
        start, end = position.mention_offsets
        assert position.mention.start_char <= start < end <= position.mention.end_char


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_characters_move_nothing(nlp: Language, name: str) -> None:
    text = AWKWARD[name]
    doc = nlp(text)
    assert doc.text == text
    found = doc._.statements
    assert [each.id for each in found] == [each.id for each in sayso.read(clean(text), any_language=True).statements]
    assert found
    for each in found:
        holds(text, each)


odd = st.sampled_from(
    ["\x00", "\x00\x00", "🇩🇪", "👩‍👩‍👧", "\r\n", "\u0301", "\u200d", "\ufeff", "\u2028", " \x00 ", "\t", "“", "é"]
)


@given(st.lists(st.tuples(st.integers(0, len(SPOKEN)), odd), max_size=12))
def test_what_is_strewn_in_is_counted(nlp: Language, strewn: list[tuple[int, str]]) -> None:
    text = SPOKEN
    for place, piece in sorted(strewn, reverse=True):
        text = text[:place] + piece + text[place:]
    doc = nlp(text)
    reading = sayso.read(clean(text), any_language=True)
    found = doc._.statements
    for own, theirs in zip(found, reading.statements, strict=True):
        holds(text, own)
        assert own.id == theirs.id
        assert [clean(each) for each in (own.source_text, own.cue_text, own.content_text)] == [
            theirs.source_text,
            theirs.cue_text,
            theirs.content_text,
        ]
    for start, end in pairs(doc._.sayso):
        assert 0 <= start < end <= len(text)
        assert clean(text[start])
        assert clean(text[end - 1])
    for actor, other in zip(doc._.sayso["actors"], reading.actors, strict=True):
        for title, span in zip(actor["titles"], other.titles, strict=True):
            assert title["text"] == text[slice(*title["span"])]
            assert clean(title["text"]) == span.text

"""Invented texts that are hard to count in, and documents with statements anywhere in them."""

from hypothesis import strategies as st

from sayso.annotations.document import Document, Given, GivenPosition, Range, marks_of
from sayso.records import ids
from sayso.records.position import LABELS
from sayso.records.span import Span
from sayso.records.statement import FORMS

HARD = (
    "“We stay 😀,”\r\nsaid Ada Re\u0301ne.\r\n\r\n👩🏽\u200d🚒 “Go 𝔤𝔬,”\the added\u2028“to \u202bNorr\u202c”.\n"
    "\U0001d11e Tarr lied; “a\u0308\u0323 fine 🇻🇳 day”\r\n"
)
"""Emoji, a joined emoji, flags, astral letters, combining marks, CRLF, tab, a line separator, right-to-left marks."""

PIECES = (
    "a", "Z", "1", " ", "  ", "\t", "\n", "\r\n", "\r", "\u2028", "é", "e\u0301", "“", "”", "'", '"', "\\", "|", ";", "#",
    "😀", "👩🏽\u200d🚒", "🇻🇳", "\U0001d11e", "𝔤", "\u202b", "\ufeff", "�", "said ", "st1_", "<b>", "{", "\x85", "\x1c",
)  # fmt: skip
VERSION = ids.VERSION + "0" * 32

texts = st.lists(st.sampled_from(PIECES), min_size=3, max_size=40).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    given = draw(st.lists(_given(text), max_size=4, unique_by=lambda each: each.id))
    return document(text, *given)


def document(text: str, *given: Given) -> Document:
    return Document(VERSION, VERSION, text, marks_of(given), given, about={"title": "Tarr 😀", "article": "ar1_1"})


@st.composite
def _given(draw: st.DrawFn, text: str) -> Given:
    source, cue = draw(_ranges(text, 0, 2)), draw(_ranges(text, 0, 2))
    content = draw(_ranges(text, 1, 3))
    objects = draw(_ranges(text, 0, 2))
    positions = tuple(
        GivenPosition(f"po1_{start:032x}", start, end, draw(st.sampled_from(LABELS))) for start, end in objects
    )
    return a_given(
        text,
        source,
        cue,
        content,
        draw(st.sampled_from(FORMS)),
        draw(st.sampled_from((None, "accept", "reject"))),
        positions,
    )


def a_given(
    text: str,
    source: tuple[Range, ...],
    cue: tuple[Range, ...],
    content: tuple[Range, ...],
    form: str = "direct",
    decision: str | None = None,
    positions: tuple[GivenPosition, ...] = (),
) -> Given:
    parts = {
        name: tuple(Span.of(text, *each) for each in ranges)
        for name, ranges in (("source", source), ("cue", cue), ("content", content))
    }
    known = ids.statement_id(VERSION, **parts)
    return Given(known, source, cue, content, form, decision, positions)  # type: ignore[arg-type]


@st.composite
def _ranges(draw: st.DrawFn, text: str, least: int, most: int) -> tuple[Range, ...]:
    """Ranges in order that do not overlap; they may touch."""
    count = min(draw(st.integers(least, most)), len(text))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count)))
    found = tuple((start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if start < end)
    return found or (((0, 1),) if least else ())

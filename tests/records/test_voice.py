"""Whose voice an article's own is, by genre; and what a voice must be."""

import pytest

from sayso.records.article import GENRES, Metadata
from sayso.records.position import Stance
from sayso.records.span import Span
from sayso.records.voice import HOLDERS, Voice, holder_name, holder_of

KNOWN = Metadata(publisher="The Herald", agency=None, authors=("Edda Okun",))


@pytest.mark.parametrize(
    ("genre", "holder", "name"),
    [
        ("news", "author", "Edda Okun"),
        ("opinion", "author", "Edda Okun"),
        ("letter", "author", "Edda Okun"),
        ("post", "author", "Edda Okun"),
        ("editorial", "publisher", "The Herald"),
        ("agency", "agency", None),
        ("interview", "interviewer", None),
        ("sponsored", "issuer", None),
        ("minutes", "unknown", None),
        ("unknown", "author", "Edda Okun"),
    ],
)
def test_the_same_text_has_the_holder_of_its_genre(genre: str, holder: str, name: str | None) -> None:
    metadata = Metadata(publisher="The Herald", authors=("Edda Okun",), genre=genre)  # type: ignore[arg-type]
    assert (holder_of(metadata), holder_name(metadata)) == (holder, name)


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_has_a_holder(genre: str) -> None:
    assert holder_of(Metadata(genre=genre)) in HOLDERS  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("metadata", "holder"),
    [
        (Metadata(), "unknown"),
        (Metadata(publisher="The Herald"), "unknown"),
        (Metadata(agency="Norwire"), "agency"),
        (Metadata(agency="Norwire", genre="news", authors=("A. Roe",)), "agency"),
        (Metadata(agency="Norwire", genre="opinion"), "author"),
    ],
)
def test_an_agency_that_is_named_holds_news_and_what_is_of_no_known_genre(metadata: Metadata, holder: str) -> None:
    assert holder_of(metadata) == holder


@pytest.mark.parametrize(
    ("judged", "mention", "label"), [("ac_1", None, "none"), (None, Span(0, 1, "a"), "none"), (None, None, "critical")]
)
def test_a_stance_needs_an_object_and_an_object_a_mention(judged: str | None, mention: Span | None, label: str) -> None:
    with pytest.raises(ValueError, match=r"go together|judges nobody"):
        Voice("vo1_", Span(0, 2, "ab"), 0.9, judged, mention, Stance(1, 0, 0, 0), label)  # type: ignore[arg-type]

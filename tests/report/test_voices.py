"""The writer's own voice on a page: in the passage's words, apart from speakers, with whose voice it is."""

from sayso.answers.voice import NO_VOICES, voices
from sayso.records.article import Metadata
from sayso.records.span import Span
from sayso.records.voice import VoiceFact
from sayso.report.values import Lines
from sayso.report.voices import QUOTED, section
from tests.answers.facts import DASK, fact
from tests.report.made import html
from tests.report.parsed import Parsed


def voice(number: int, object_: str | None = DASK, genre: str = "editorial") -> VoiceFact:
    words = f"<b>He has failed {number}</b>"
    metadata = Metadata(publisher="The Beacon", published="2031-05-02", genre=genre)  # type: ignore[arg-type]
    label = "critical" if object_ else "none"
    return VoiceFact(
        f"vo1_{number:032x}",
        Span(0, len(words), words),
        0.9,
        object_,
        label,
        f"ar_{number}",
        f"ve_{number}",
        None,
        metadata,
    )


def test_passages_stand_under_whom_they_judge_with_whose_voice_it_is() -> None:
    found = section(voices([voice(1), voice(2), voice(3, None)], (DASK,)))
    assert found
    lines = found.items[0]
    assert isinstance(lines, Lines)
    assert [(line.strong, line.text) for line in lines.lines] == [(DASK, "2 critical")]
    quote = lines.lines[0].quotes[0]
    assert quote.said == "“<b>He has failed 1</b>”"
    assert quote.where == "The Beacon · 2 May 2031 · publisher"
    assert "publisher The Beacon in 3" in found.note
    assert "No writer is counted among critics" in found.note


def test_what_is_not_shown_is_counted() -> None:
    found = section(voices([voice(n) for n in range(1, QUOTED + 3)], (DASK,)))
    assert found
    lines = found.items[0]
    assert isinstance(lines, Lines)
    assert lines.lines[0].text == f"{QUOTED + 2} critical (2 of them not shown)"


def test_no_passage_is_no_section() -> None:
    assert section(NO_VOICES) is None


def test_on_the_page_it_is_text_and_has_a_place() -> None:
    page = Parsed(html(fact(1), heard=voices([voice(1)], (DASK,))))
    assert page.wrong == []
    assert voice(1).id in page.ids
    assert "“<b>He has failed 1</b>”" in page.text

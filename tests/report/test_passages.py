"""A statement in its place, cut into stretches."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.records.placed import Placed
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.report.passages import CONTEXT, KEPT, passage
from sayso.report.wording import clean

TEXT = st.text(alphabet=st.sampled_from("ab 😀é\n\r“” "), min_size=8, max_size=300)


def statement(text: str, edges: list[int]) -> Statement:
    """Source, cue and content between these edges, of which there are six."""
    source, cue, content = (Span.of(text, edges[n], edges[n + 1]) for n in (0, 2, 4))
    sentence = Span.of(text, edges[0], edges[-1])
    return Statement("st1_a", (source,), (cue,), (content,), "direct", "none", 0.9, sentence)


@given(TEXT, st.data())
def test_joined_segments_are_the_text_and_every_part_is_marked_whole(text: str, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6, unique=True))
    edges = sorted(chosen)
    said = statement(text, edges)
    mention = Span.of(text, edges[1], edges[2])
    made = passage(text, said, [Placed("st1_a", "X", "object", "critical", mention, None)])
    kept = [each for each in made if not each.cut]
    whole = "".join(each.text for each in kept)
    start = clean(text).index(whole)
    assert start <= said.sentence.start
    assert start + len(whole) >= said.sentence.end
    for part, span in (
        ("source", said.source[0]),
        ("cue", said.cue[0]),
        ("content", said.content[0]),
        ("object", mention),
    ):
        assert "".join(each.text for each in kept if part in each.parts) == clean(span.text)
        assert sum(part in each.opens for each in made) == sum(part in each.closes for each in made) == 1


def test_context_ends_with_the_paragraph_or_after_a_few_words() -> None:
    text = "One.\n" + "word " * 100 + "Ada said no. " + "more " * 100 + "\nLast."
    at = text.index("Ada")
    made = passage(text, statement(text, [at, at + 3, at + 4, at + 8, at + 9, at + 11]))
    whole = "".join(each.text for each in made)
    assert made[0].cut
    assert made[-1].cut
    assert len(whole) < 12 + 2 * CONTEXT + 4
    assert "One." not in whole
    assert "Last." not in whole


def test_the_middle_of_a_very_long_content_is_left_out() -> None:
    text = "Ada said " + "never " * 1_000 + "."
    made = passage(text, statement(text, [0, 3, 4, 8, 9, len(text)]))
    assert sum(len(each.text) for each in made) < 2 * KEPT + 40
    assert [each.text for each in made if each.cut] == ["[…]"]
    assert made[-1].closes == ("content",)

"""Where nobody is quoted: whole sentences, and clauses beside reported speech."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.voice_cues import CUES, cues
from sayso.classify.voice_passages import QUOTED_WORDS, SURE, Passage, passages
from sayso.extract.layout import lay_out
from sayso.records.ids import statement_id
from sayso.records.span import Span
from sayso.records.statement import Statement, Status


def said(text: str, source: str, cue: str, content: str, sure: float = 0.9, status: Status = "actual") -> Statement:
    """The statement of these words, each of which stands first where it is meant; no words, no span."""
    source_, cue_, content_ = (
        (Span.of(text, text.index(each), text.index(each) + len(each)),) if each else ()
        for each in (source, cue, content)
    )
    parts = {"source": source_, "cue": cue_, "content": content_}
    form = "direct" if content.startswith("“") else "indirect"
    sentence = Span.of(text, 0, len(text))
    return Statement(
        statement_id("v", **parts), **parts, form=form, marks="none", confidence=sure, sentence=sentence, status=status
    )  # type: ignore[arg-type]


def found(text: str, *told: Statement) -> list[str]:
    layout = lay_out(text)
    quoted = [(each.start, each.end) for each in layout.quotations]
    return [text[each.start : each.end] for each in passages(text, layout.sentences, quoted, layout.blocks, told)]


def test_a_sentence_in_which_nobody_speaks_is_a_passage() -> None:
    text = "Tarr was elected in May. The road, a disgrace, is closed."
    assert found(text) == ["Tarr was elected in May.", "The road, a disgrace, is closed."]


def test_what_is_reported_is_no_passage_and_a_clause_beside_it_is() -> None:
    text = "Okun said that Tarr had lied, which is what the miners have been saying for months. Nothing was done."
    told = said(text, "Okun", "said", "that Tarr had lied")
    assert found(text, told) == ["which is what the miners have been saying for months", "Nothing was done."]


def test_the_rest_of_the_clause_in_which_somebody_speaks_stays_out() -> None:
    text = "On Monday in the old harbour Okun said that Tarr had lied."
    assert found(text, said(text, "Okun", "said", "that Tarr had lied")) == []


def test_a_quotation_is_no_passage_even_where_nobody_was_found_to_speak() -> None:
    assert found("“This is a shameful day for all of Varn.”") == []


def test_words_held_at_a_distance_do_not_take_a_sentence_from_the_writer() -> None:
    text = "The “moderate” wing met behind closed doors."
    assert found(text) == [text]


def test_a_feeling_that_the_writer_imputes_is_the_writers() -> None:
    text = "These people want to keep the regime going."
    told = said(text, "These people", "want", "to keep the regime going", status="attitude")
    assert found(text, told) == [text]


def test_what_the_writer_says_in_the_first_person_is_the_writers() -> None:
    text = "I believe that the mayor has failed."
    assert found(text, said(text, "I", "believe", "that the mayor has failed")) == [text]


def test_what_is_noted_with_a_cue_and_no_source_is_a_passage_of_its_own() -> None:
    text = "While both claims are true, it is worth noting that the Council stopped him twice."
    told = said(text, "", "noting", "that the Council stopped him twice")
    assert found(text, told) == ["While both claims are true", "that the Council stopped him twice"]


def test_an_unsure_statement_leaves_the_sentence_with_its_doubt() -> None:
    text = "Timid savers will regret their caution."
    told = said(text, "Timid savers", "will regret", "their caution", sure=SURE - 0.1)
    layout = lay_out(text)
    (only,) = passages(text, layout.sentences, [], layout.blocks, [told])
    assert only == Passage(0, len(text), True, told.confidence)


def test_questions_of_an_interviewer_are_passages_and_answers_are_not() -> None:
    text = (
        "Weekly: Why has your ministry failed so often? Aksen: It has kept two dates.\n\n"
        "Weekly: You call that a success? Aksen: In May it was worse."
    )
    turns = [
        ("Weekly", "Why has your ministry failed so often?"), ("Aksen", "It has kept two dates."),
        ("Weekly", "You call that a success?"), ("Aksen", "In May it was worse."),
    ]  # fmt: skip
    told = []
    for name, words in turns:
        at = text.index(f"{name}: {words}")
        parts = {
            "source": (Span.of(text, at, at + len(name)),),
            "cue": (Span.of(text, at + len(name), at + len(name) + 1),),
            "content": (Span.of(text, at + len(name) + 2, at + len(name) + 2 + len(words)),),
        }
        told.append(
            Statement(
                statement_id("v", **parts),
                **parts,
                form="indirect",
                marks="none",
                confidence=0.9,
                sentence=Span.of(text, 0, len(text)),
            )
        )
    heard = " ".join(found(text, *told))
    assert "failed so often" in heard
    assert "call that a success" in heard
    assert "two dates" not in heard
    assert "worse" not in heard


def test_answers_that_nobody_was_found_to_give_are_no_passages() -> None:
    text = "Herald: Why so late? Roe: It was snow. I am ashamed of it. Herald: You are too modest by half. Roe: Perhaps I am that."
    assert found(text) == ["Why so late?", "You are too modest by half."]


def test_two_labels_that_do_not_answer_each_other_are_no_turns() -> None:
    text = "Price: The council has made a shameful mess. Place: It was signed in the old harbour."
    assert len(found(text)) == 2
    minutes = "CHAIR: The road is a scandal, I think. ROE: It is a disgrace indeed. CHAIR: We shall vote on it now."
    assert found(minutes) == []


def test_furniture_is_no_passage() -> None:
    text = (
        "The road is a scandal\n\nNobody will mend the old road before the spring of next year.\n\nShare this article"
    )
    assert "Share this article" not in found(text)


WORDS = st.sampled_from(
    [
        "Tarr",
        "lied",
        "“we",
        "go”",
        "said",
        "a\u0301",
        "😀",
        ",",
        ".",
        "\n\n",
        "\r\n",
        "\u200f",
        "“",
        "”",
        "must",
        "he",
        "is",
        "‘a’",
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_passages_stand_in_order_inside_the_text_and_outside_of_quotations(text: str) -> None:
    layout = lay_out(text)
    quoted = [(each.start, each.end) for each in layout.quotations]
    made = passages(text, layout.sentences, quoted, layout.blocks, [])
    assert all(0 <= each.start < each.end <= len(text) for each in made)
    assert all(one.end <= other.start for one, other in itertools.pairwise(made))
    long = [each for each in quoted if len(text[slice(*each)].split()) >= 2 * QUOTED_WORDS]
    assert not any(each.start < end and start < each.end for each in made for start, end in long)
    table = cues(text, made)
    assert table.shape == (len(made), CUES)
    assert (table >= 0).all()

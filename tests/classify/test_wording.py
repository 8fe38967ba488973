"""Whose words an evaluation is. A loaded word outside quotation marks is never credited to a speaker."""

import pytest

from sayso.classify.loaded import ADJECTIVES, NOUNS, VERBS, loaded, loaded_ranges
from sayso.classify.wording import wording
from sayso.records.statement import Form
from tests.classify.marked import marked
from tests.classify.paraphrases import PARAPHRASED, WRITER


def whose(line: str, form: Form = "unknown") -> str:
    found = marked(line, form)
    assert found.mention is not None
    return wording(found.text, found.statement, found.evidence, found.mention)


def test_of_a_hundred_paraphrases_at_most_one_is_wrong() -> None:
    lines = [(line, "writer") for line in WRITER.split("\n") if line]
    lines += [(line, "paraphrased") for line in PARAPHRASED.split("\n") if line]
    assert len(lines) == 100
    wrong = [line for line, expected in lines if whose(f"{line}.", "indirect") != expected]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»"])
def test_words_in_marks_are_the_speakers(marks: str) -> None:
    opening, closing = marks
    line = f"[s Okun] [c said] [x that [o Tarr] was {opening}[e a puppet]{closing} of the bank]."
    assert whose(line) == "quoted"
    assert whose(line, "mixed") == "quoted"
    outside = f"[s Okun] [c said] [x that [o Tarr] was [e a puppet] of the {opening}bank{closing}]."
    assert whose(outside, "mixed") == "paraphrased"


def test_a_direct_statement_needs_no_marks() -> None:
    assert whose("[s OKUN][c :] [x [o Tarr] is [e a puppet].]", "direct") == "quoted"


def test_marks_right_before_the_content_count() -> None:
    assert whose("“[x [o Tarr] is [e a puppet]],” [c said] [s Okun].") == "quoted"


def test_the_marks_around_an_inner_statement_are_the_outer_speakers() -> None:
    assert whose("“[s He] [c said] [x [o Tarr] was [e a puppet]],” Okun said.", "indirect") == "paraphrased"


def test_the_cue_may_carry_the_judgement() -> None:
    assert whose("[s Okun] [c [e criticised]] [x [o Tarr] for the wall].") == "paraphrased"


def test_a_quoted_word_beside_the_verb_decides() -> None:
    assert whose("[s Okun] [c [e praised]] [x [o Tarr] for “[e great patience]”].", "mixed") == "quoted"


def test_a_sentence_without_attribution_is_undecided() -> None:
    line = "[s Okun] [c said] [x the wall was long]. [x [o Tarr] was [e incompetent]]."
    assert whose(line) == "undecided"


def test_the_list_has_hundreds_of_words() -> None:
    assert len({*NOUNS.split(), *ADJECTIVES.split(), *VERBS.split()}) > 500


@pytest.mark.parametrize(
    "words",
    [
        "the tyrant",
        "TYRANTS",
        "betrayed",
        "he lied",
        "a bully",
        "bullied",
        "squandering",
        "rigged",
        "crooked",
        "his thieves",
    ],
)
def test_forms_of_a_loaded_word(words: str) -> None:
    assert loaded(words)


@pytest.mark.parametrize("words", ["the minister", "said", "a believer", "the dyke money", "applied", "conduct"])
def test_plain_words_are_not_loaded(words: str) -> None:
    assert not loaded(words)


def test_ranges_of_loaded_words() -> None:
    text = "The corrupt mayor lied."
    assert [text[start:end] for start, end in loaded_ranges(text, 0, len(text))] == ["corrupt", "lied"]

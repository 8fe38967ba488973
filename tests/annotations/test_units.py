"""The offsets in each tool's file, counted as that tool counts, without the reader's help."""

import json

import pytest
from hypothesis import given as invented_by
from hypothesis import strategies as st

from sayso.annotations.document import Document
from sayso.annotations.formats import TOOLS
from sayso.annotations.tokens import tokens
from sayso.annotations.utf16 import Utf16
from sayso.errors import InputError
from tests.annotations.invented import documents, texts


def utf16(text: str, start: int, end: int) -> str:
    """The words between two offsets in UTF-16 code units, as Java and JavaScript slice."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def words_of(one: Document) -> list[str]:
    return sorted(one.text[mark.start : mark.end] for mark in one.marks)


@invented_by(text=texts, data=st.data())
def test_utf16_there_and_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = Utf16(text)
    assert utf16(text, units.units(start), units.units(end)) == text[start:end]
    assert units.point(units.units(start)) == start


@pytest.mark.parametrize(
    ("unit", "told"), [(1, "inside a character"), (4, "outside the text"), (-1, "outside the text")]
)
def test_an_offset_that_is_none_is_refused(unit: int, told: str) -> None:
    with pytest.raises(InputError, match=told):
        Utf16("😀a").point(unit)


@invented_by(one=documents())
def test_inception_counts_utf16_units(one: Document) -> None:
    cas = json.loads(TOOLS["inception"].write(one)[".json"])
    structures = cas["%FEATURE_STRUCTURES"]
    sofa = next(each for each in structures if each["%TYPE"] == "uima.cas.Sofa")
    assert sofa["sofaString"] == one.text
    marks = [each for each in structures if each["%TYPE"].endswith("SaysoPart")]
    assert sorted(utf16(one.text, each["begin"], each["end"]) for each in marks) == words_of(one)


@invented_by(one=documents())
def test_doccano_counts_utf16_units(one: Document) -> None:
    line = json.loads(TOOLS["doccano"].write(one)[".jsonl"])
    assert line["text"] == one.text
    assert sorted(utf16(one.text, e["start_offset"], e["end_offset"]) for e in line["entities"]) == words_of(one)
    assert [each["id"] for each in line["entities"]] == list(range(len(one.marks)))


@invented_by(one=documents())
def test_label_studio_and_prodigy_count_code_points(one: Document) -> None:
    task = json.loads(TOOLS["label-studio"].write(one)[".json"])
    regions = [each["value"] for each in task["predictions"][0]["result"] if each["type"] == "labels"]
    assert task["data"]["text"] == one.text
    assert all(each["text"] == one.text[each["start"] : each["end"]] for each in regions)
    assert sorted(each["text"] for each in regions) == words_of(one)
    spans = json.loads(TOOLS["prodigy"].write(one)[".jsonl"])["spans"]
    assert sorted(one.text[each["start"] : each["end"]] for each in spans) == words_of(one)


@invented_by(one=documents())
def test_web_annotation_says_place_and_words(one: Document) -> None:
    page = json.loads(TOOLS["web-annotation"].write(one)[".jsonld"])
    for each in page["items"]:
        position, quote = each["target"]["selector"]
        start, end = position["start"], position["end"]
        assert one.text[start:end] == quote["exact"]
        assert one.text[:start].endswith(quote["prefix"])
        assert one.text[end:].startswith(quote["suffix"])
    assert sorted(each["target"]["selector"][1]["exact"] for each in page["items"]) == words_of(one)


@invented_by(one=documents())
def test_brat_writes_the_text_as_it_is_and_one_line_a_mark(one: Document) -> None:
    files = TOOLS["brat"].write(one)
    assert files[".txt"] == one.text
    bound = [line.split("\t", 2) for line in files[".ann"].split("\n") if line.startswith("T")]
    assert len(bound) == len(one.marks)
    for _, place, words in bound:
        pieces = [tuple(map(int, each.split())) for each in place.partition(" ")[2].split(";")]
        held = " ".join(one.text[start:end] for start, end in pieces)
        assert words.split() == held.split()


@invented_by(one=documents())
def test_prodigys_tokens_begin_and_end_with_each_mark(one: Document) -> None:
    task = json.loads(TOOLS["prodigy"].write(one)[".jsonl"])
    for each in task["tokens"]:
        assert one.text[each["start"] : each["end"]] == each["text"]
    for span in task["spans"]:
        if span["text"].strip() and "token_start" in span:
            first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
            assert span["start"] <= first["start"]
            assert last["end"] <= span["end"]
            assert (
                one.text[span["start"] : first["start"]].strip("\x1c") == ""
                or one.text[span["start"] : first["start"]].isspace()
            )


@invented_by(text=texts, cuts=st.lists(st.integers(0, 60), max_size=5))
def test_tokens_hold_all_but_white_space(text: str, cuts: list[int]) -> None:
    found = tokens(text, cuts)
    assert "".join(text[start:end] for start, end in found) == "".join(c for c in text if not c.isspace())
    assert all(not start < cut < end for start, end in found for cut in cuts)


def test_a_token_is_never_half_an_emoji_or_half_a_letter() -> None:
    assert [("👩🏽\u200d🚒 Re\u0301ne")[s:e] for s, e in tokens("👩🏽\u200d🚒 Re\u0301ne", ())] == [
        "👩🏽\u200d🚒",
        "Re\u0301ne",
    ]

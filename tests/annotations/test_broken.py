"""A file that is cut, edited by hand or of another program is told as broken; no reader ever raises."""

import json
from pathlib import Path

import pytest
from hypothesis import given as invented_by
from hypothesis import strategies as st

from sayso.annotations.document import Broken, Document
from sayso.annotations.formats import TOOLS
from sayso.annotations.grouping import statements_of
from sayso.annotations.inputs import documents as documents_in
from tests.annotations.returned import as_annotated
from tests.annotations.test_round_trips import EXAMPLE

READABLE = [each.name for each in TOOLS.values() if each.reads]
WRITTEN = {name: as_annotated(name, TOOLS[name].write(EXAMPLE)) for name in READABLE}

values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 300) | st.text(max_size=3) | st.just("content"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def reads(tool: str, files: dict[str, str]) -> list[Document | Broken]:
    found = list(TOOLS[tool].read(files, "x"))
    for each in found:
        if isinstance(each, Document):
            statements_of(each)
        else:
            assert each.reason
    return found


@pytest.mark.parametrize("tool", READABLE)
class TestEveryTool:
    @invented_by(data=st.data())
    def test_a_cut_file(self, tool: str, data: st.DataObject) -> None:
        suffix = data.draw(st.sampled_from(sorted(WRITTEN[tool])))
        text = WRITTEN[tool][suffix]
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        reads(tool, {**WRITTEN[tool], suffix: text[:start] + data.draw(st.text(max_size=3)) + text[end:]})

    @invented_by(data=st.data())
    def test_other_values_in_any_place(self, tool: str, data: st.DataObject) -> None:
        suffix = TOOLS[tool].suffixes[0]
        if tool == "brat":
            lines = WRITTEN[tool][suffix].split("\n")
            lines[data.draw(st.integers(0, len(lines) - 1))] = data.draw(st.text("T1R#A \t;09", max_size=12))
            reads(tool, {**WRITTEN[tool], suffix: "\n".join(lines)})
            return
        value = json.loads(WRITTEN[tool][suffix])
        within = value
        for _ in range(data.draw(st.integers(0, 6))):
            keys = sorted(within) if isinstance(within, dict) else list(range(len(within)))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(within[key], dict | list) or not within[key] or data.draw(st.booleans()):
                within[key] = data.draw(values)
                break
            within = within[key]
        reads(tool, {suffix: json.dumps(value)})

    @pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null", "7", '"text"', "[" * 50_000, "\x00", "[[[]]]"])
    def test_what_is_no_such_file(self, tool: str, text: str) -> None:
        found = reads(tool, {TOOLS[tool].suffixes[0]: text})
        assert all(isinstance(each, Broken) for each in found)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", b"\xff\xfe", "not UTF-8"),
        ("a.json", b"{", "say it with --as"),
        ("a.json", b'{"x": 1}', "say --as"),
        ("a.jsonl", b'{"text": "x"}\n', "say --as"),
        ("a.ann", b"", "give both"),
        ("a.xml", b"<xml/>", "say it with --as"),
    ],
)
def test_a_file_that_does_not_tell_what_it_is(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    ((_, found),) = documents_in([str(tmp_path / name)])
    assert isinstance(found, Broken)
    assert told in found.reason


def test_a_missing_file_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(WRITTEN["doccano"][".jsonl"], encoding="utf-8")
    found = [each for _, each in documents_in([str(tmp_path / "none.json"), str(tmp_path)])]
    assert [type(each) for each in found] == [Broken, Document]


def test_an_unreadable_line_spoils_itself_alone() -> None:
    line = WRITTEN["doccano"][".jsonl"]
    found = reads("doccano", {".jsonl": f"{line}broken\n\n{line}"})
    assert [type(each) for each in found] == [Document, Broken, Document]
    assert found[1].name == "x line 2"


def test_two_people_in_one_task_are_not_mixed() -> None:
    (task,) = json.loads(WRITTEN["label-studio"][".json"])
    task["annotations"] *= 2
    (found,) = reads("label-studio", {".json": json.dumps([task])})
    assert isinstance(found, Broken)
    assert "2 people" in found.reason


def test_old_label_studio_counts_utf16_units_which_its_words_tell() -> None:
    units = TOOLS["doccano"].write(EXAMPLE)[".jsonl"]
    by_place = {e["id"]: (e["start_offset"], e["end_offset"]) for e in json.loads(units)["entities"]}
    number = {mark.key: at for at, mark in enumerate(EXAMPLE.marks)}
    (task,) = json.loads(WRITTEN["label-studio"][".json"])
    for result in task["annotations"][0]["result"]:
        if result["type"] == "labels":
            result["value"]["start"], result["value"]["end"] = by_place[number[result["id"]]]
    (found,) = reads("label-studio", {".json": json.dumps([task])})
    assert isinstance(found, Document)
    assert [(m.start, m.end) for m in found.marks] == [(m.start, m.end) for m in EXAMPLE.marks]


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_a_prodigy_task_that_was_not_accepted_is_left_alone(answer: str) -> None:
    task = {**json.loads(WRITTEN["prodigy"][".jsonl"]), "answer": answer}
    (found,) = reads("prodigy", {".jsonl": json.dumps(task)})
    assert isinstance(found, Broken)
    assert answer in found.reason


def test_a_quote_is_found_where_its_place_is_wrong() -> None:
    page = json.loads(WRITTEN["web-annotation"][".jsonld"])
    for each in page["items"]:
        each["target"]["selector"][0]["start"] += 1
        each["target"]["selector"][0]["end"] += 1
    (found,) = reads("web-annotation", {".jsonld": json.dumps(page)})
    assert isinstance(found, Document)
    assert [(m.start, m.end) for m in found.marks] == [(m.start, m.end) for m in EXAMPLE.marks]

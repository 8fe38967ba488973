"""What a tool's file says is what was given out: text, places, ids, decisions, stances, on texts that are hard to count in."""

from pathlib import Path

import pytest
from hypothesis import given as invented_by

from sayso.annotations.document import Document, Given
from sayso.annotations.formats import TOOLS, Tool
from sayso.annotations.grouping import statements_of
from sayso.annotations.inputs import documents as documents_in
from sayso.export.annotated import write_folder, write_together
from tests.annotations.invented import HARD, a_given, document, documents
from tests.annotations.returned import as_annotated

READABLE = [each for each in TOOLS.values() if each.reads]


def at(words: str, text: str = HARD) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


EXAMPLE = document(
    HARD,
    a_given(HARD, (at("Ada Re\u0301ne"),), (at("said"),), (at("“We stay 😀,”"),), decision="accept"),
    a_given(HARD, (), (at("he added"),), (at("“Go 𝔤𝔬,”"), at("“to \u202bNorr\u202c”"))),
    a_given(HARD, (at("\U0001d11e"),), (), (at("Tarr lied; “a\u0308\u0323 fine 🇻🇳 day”"),), form="mixed"),
    a_given(HARD, (), (), (at("Re\u0301ne.\r\n\r\n👩🏽\u200d🚒 “Go"),), form="indirect"),
)


def came_back(tool: Tool, one: Document) -> Document:
    """The document read from what was written, as an annotator's tool returns it unchanged."""
    files = as_annotated(tool.name, tool.write(one))
    read = list(tool.read({suffix: text.encode().decode() for suffix, text in files.items()}, "x"))
    assert [type(each) for each in read] == [Document], read
    assert isinstance(read[0], Document)
    return read[0]


def held(one: Document, tool: Tool) -> list[Given]:
    """The statements that the marks of ``one`` make; what the tool cannot tell is taken from what was given out."""
    found = statements_of(one)
    assert (found.broken, found.loose) == ((), ())
    made = found.statements
    told = {each.id: each for each in one.given or ()}
    assert all(each.form is not None for each in made) or "form" not in one.tells
    statements = []
    for each in made:
        was = told[each.id]
        labels = sorted((place, str(label)) for place, label in each.objects)
        assert labels == sorted(((p.start, p.end), p.label) for p in was.positions)
        form = each.form if "form" in one.tells else was.form
        decision = each.decision if "decision" in one.tells else was.decision
        statements.append(Given(each.id, each.source, each.cue, each.content, form, decision, was.positions))  # type: ignore[arg-type]
    return sorted(statements, key=lambda each: each.id)


@pytest.mark.parametrize("tool", READABLE, ids=lambda tool: tool.name)
class TestEveryTool:
    def test_hard_text(self, tool: Tool) -> None:
        back = came_back(tool, EXAMPLE)
        assert back.text == HARD
        assert back.version == EXAMPLE.version
        assert back.given == EXAMPLE.given
        assert held(back, tool) == sorted(EXAMPLE.given or (), key=lambda each: each.id)

    @invented_by(one=documents())
    def test_any_text(self, tool: Tool, one: Document) -> None:
        back = came_back(tool, one)
        assert (back.text, back.version, back.given) == (one.text, one.version, one.given)
        assert held(back, tool) == sorted(one.given or (), key=lambda each: each.id)

    def test_through_files_that_tell_what_they_are(self, tool: Tool, tmp_path: Path) -> None:
        if tool.together:
            out = tmp_path / f"out{tool.suffixes[0]}"
            with out.open("w", encoding="utf-8", newline="") as file:
                assert write_together([EXAMPLE], tool, file) == 1
        else:
            out = tmp_path / "out"
            assert write_folder([EXAMPLE], tool, out) == 1
        read = [each for _, each in documents_in([str(out)])]
        if tool.name == "label-studio":
            assert [each.reason for each in read if not isinstance(each, Document)] == [
                "no person has annotated it yet: left alone"
            ]
        else:
            assert [each.text for each in read if isinstance(each, Document)] == [HARD]

    def test_an_article_without_statements(self, tool: Tool) -> None:
        back = came_back(tool, document("Nothing said 😀.\r\n"))
        assert (back.marks, back.given, back.text) == ((), (), "Nothing said 😀.\r\n")

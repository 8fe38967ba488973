from pathlib import Path

import pytest

from training.positions.items import Item, Judged
from training.positions.mentions import kind_of, main, measure, table
from training.positions.others import with_others


def item(text: str, *mentions: str) -> Item:
    judged = tuple(Judged((text.index(each), text.index(each) + len(each)), 0, 0, None) for each in mentions)
    at = text.index(" said ")
    content = (at + len(" said "), len(text) - 1)
    return Item(text, ((0, at),), ((at + 1, at + 5),), (content,), 0, 0, judged, "written", "one/1", "g")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ben Holm", "name"),
        ("Mr Holm", "name"),
        ("the Varn ministry", "name"),
        ("he", "pronoun"),
        ("the harbourmaster", "nominal"),
        ("the mayor of the town", "nominal"),
        ("two jockeys", "collective"),
        ("the lease", "thing"),
        ("the frobnicate", "other"),
    ],
)
def test_the_kind_of_a_mention(words: str, kind: str) -> None:
    text = f"Ana Roe said {words} left."
    at = text.index(words)
    assert kind_of(text, (at, at + len(words))) == kind


def test_a_capital_that_a_sentence_gives_makes_no_name() -> None:
    assert kind_of("It rained. The mayor left.", (11, 20)) == "nominal"


def test_what_is_asked_about_is_counted() -> None:
    told = measure([item("Ana Roe said the mayor and the frobnicate met Ben Holm.", "the mayor", "the frobnicate")])
    assert (told.statements, told.candidates, told.spare) == (1, 2, 1)  # Ben Holm is asked about for nothing
    nominal, other = told.kinds["nominal"], told.kinds["other"]
    assert (nominal.coded, nominal.asked, nominal.exact, nominal.known) == (1, 1, 1, 1)
    assert (other.coded, other.asked) == (1, 0)
    (failure,) = told.failures
    assert "[the frobnicate]" in failure
    assert "asked about 2.00 mentions each, 1.00 of them not coded" in table("one", told)


def test_failures_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"t": "[s Ana Roe] [c said] [x [o1 the frobnicate] left].", "st": "actual", "mv": "inform", '
        '"p": {"o1": ["object", "none", []]}, "g": "a"}\n'
    )
    assert main([str(path), "--failures", "3"]) == 0
    assert "[the frobnicate]" in capsys.readouterr().out


def test_another_mention_of_a_coded_actor_is_not_nobody() -> None:
    (found,) = with_others([item("Ana Roe said Ben Holm lied and Holm ran from Cara Lund.", "Holm")])
    words = [found.text[slice(*each.mention)] for each in found.judged]
    assert words == ["Holm", "Cara Lund"]

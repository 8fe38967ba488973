"""How many a collective is, and of whom."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import statement

CONTENT = "the dyke is safe"


@pytest.mark.parametrize(
    ("source", "size", "of"),
    [
        ("Eighty miners", 80, "miners"),
        ("1,200 miners", 1200, "miners"),
        ("A hundred and twenty miners", 120, "miners"),
        ("Twenty-five miners", 25, "miners"),
        ("More than 40 miners", "More than 40", "miners"),
        ("Nearly 300 miners", "Nearly 300", "miners"),
        ("Dozens of miners", "Dozens", "miners"),
        ("Some miners", "Some", "miners"),
        ("A group of 30 miners", 30, "miners"),
        ("Twelve of the 50 miners", 12, "miners"),
        ("300 supporters of Ben Holm", 300, "Ben Holm"),
        ("Forty Reform Front members", 40, "Reform Front"),
        ("Supporters of Ben Holm", None, "Ben Holm"),
        ("The miners", None, None),
        ("Ana Roe", None, None),
        ("A miner", None, None),
    ],
)
def test_size_and_of(source: str, size: int | str | None, of: str | None) -> None:
    text = f"{source} said {CONTENT}."
    made = statement(text, source, CONTENT, cue="said")
    found = resolve(text, [made], ())
    (speaker,) = found.speakers[made.id]
    actor = next(each for each in found.actors if each.id == speaker.actor)
    assert (actor.size, actor.of) == (size, of)

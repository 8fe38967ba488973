"""Documents lead to those whom the text says to have made them."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import speakers, statement

CONTENT = "the dyke is safe"


@pytest.mark.parametrize(
    ("before", "source", "authors"),
    [
        ("Ana Roe sent a letter to Ben Holm. ", "The letter", ["Ana Roe"]),
        ("Ana Roe and Ben Holm published an open letter. ", "The letter", ["Ana Roe", "Ben Holm"]),
        ("In Norr, Ana Roe wrote a long memoir. ", "The memoir", ["Ana Roe"]),
        ("A study was published on Friday by the Norr Dyke Board. ", "The study", ["Norr Dyke Board"]),
        ("In her column, Ana Roe named nobody. ", "The column", ["Ana Roe"]),
        ("The Norr Dyke Board issued a statement. ", "It", ["Norr Dyke Board"]),
        ("", "A message Ana Roe wrote", ["Ana Roe"]),
        ("", "A message Ana Roe received", []),
        ("Ana Roe read a letter. ", "The letter", []),
        ("Ana Roe wrote a letter. ", "A letter", []),
        ("Ana Roe signed a treaty. ", "The treaty", []),
        ("Ana Roe was sent a letter. ", "The letter", []),
        ("Ana Roe was handed a petition on Friday by Ben Holm. ", "The petition", ["Ben Holm"]),
        ("A leaflet printed by the Blom Press and written by Ana Roe went round. ", "The leaflet", ["Ana Roe"]),
        ("A memo to Ben Holm from Ana Roe leaked. ", "The memo", ["Ana Roe"]),
        ("A memo that Ana Roe had dictated leaked. ", "The memo", ["Ana Roe"]),
        ("The memo was leaked to Ben Holm. It was written by Ana Roe. ", "The memo", ["Ana Roe"]),
        ("The letter that came on Monday bore the name of Ana Roe. ", "The letter", ["Ana Roe"]),
        ("A letter in the hand of Ana Roe was found. ", "The letter", ["Ana Roe"]),
        ("Ana Roe parted with Ben Holm in a notice. ", "The notice", ["Ana Roe"]),
        ("Ana Roe appeared in a notice. ", "The notice", []),
        ("Ana Roe left a will, and Ben Holm drew up an inventory. ", "The inventory", ["Ben Holm"]),
        ("Ana Roe left a will, and Ben Holm drew up an inventory. ", "The will", ["Ana Roe"]),
        ("Judge Ana Roe wrote the judgment, and Judge Ben Holm a dissent. ", "The dissent", ["Ben Holm"]),
        ("Judge Ana Roe wrote the judgment; Judge Ben Holm dissented. ", "The dissent", ["Ben Holm"]),
        ("Prosecutor Ana Roe has charged Ben Holm with fraud. ", "The indictment", ["Ana Roe"]),
        ("A motion tabled by Ana Roe was carried by the Norr Council. ", "The motion", ["Norr Council"]),
        ("A motion tabled by Ana Roe was lost in the Norr Council. ", "The motion", ["Ana Roe"]),
    ],
)
def test_who_made_it(before: str, source: str, authors: list[str]) -> None:
    text = f"{before}{source} said {CONTENT}."
    made = statement(text, source, CONTENT, cue="said")
    assert [name for name, _ in speakers(resolve(text, [made], ()), made)] == authors


def test_a_document_named_after_the_cue_has_its_speaker() -> None:
    text = "Ana Roe said the dyke is safe in a statement. The statement said the road is not."
    made = [
        statement(text, "Ana Roe", "the dyke is safe", cue="said"),
        statement(text, "The statement", "the road is not", cue="said"),
    ]
    assert speakers(resolve(text, made, ()), made[1]) == [("Ana Roe", "document")]

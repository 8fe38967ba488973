"""A dash and a name after a quotation sign it; nothing else does."""

import pytest

from sayso.extract.layout import lay_out
from sayso.extract.signatures import signatures
from sayso.pipeline import Reader
from sayso.records.article import Article
from sayso.records.reading import Item

QUOTE = "“We shall mend the wall and the road before the winter.”"


def signed(text: str) -> list[tuple[str, str]]:
    """(author, quotation) of each signature."""
    found = signatures(text, lay_out(text))
    return [(text[slice(*each.parts.source[0])], text[slice(*each.parts.content[0])]) for each in found]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n", " \r\n"])
@pytest.mark.parametrize("dash", ["—", "–", "―", "-", "--"])
def test_a_name_after_a_dash_signs_the_quotation(between: str, dash: str) -> None:
    assert signed(f"{QUOTE}{between}{dash} Ada Roe\n\nThe road is long.") == [("Ada Roe", QUOTE)]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("— Ada Roe.", "Ada Roe"),
        ("—Ada Roe, Sollen", "Ada Roe"),
        ("― Ada Roe (@adaroe) March 3, 2031", "Ada Roe"),
        ("— Jan van der Holm-Eken", "Jan van der Holm-Eken"),
        ("— A. B. O’Brien", "A. B. O’Brien"),
    ],
)
def test_what_follows_the_name_is_left_out(line: str, author: str) -> None:
    assert signed(f"{QUOTE}\n{line}") == [(author, QUOTE)]


@pytest.mark.parametrize(
    "line",
    [
        "— and the road is long",
        "– An immigrant himself –.",
        "— Reduce burdens on large and small businesses, and then mend the wall that the flood broke in March of 2030",
        "Ada Roe",
        "- 12 March",
    ],
)
def test_other_lines_sign_nothing(line: str) -> None:
    assert signed(f"{QUOTE}\n\n{line}\n\nThe road is long.") == []


@pytest.mark.parametrize(
    "tail", ["that Bloomberg is perceived as a New York nanny-state liberal --", "a" * 80 + "!", "a-A" * 25]
)
def test_a_long_tail_takes_no_time(tail: str) -> None:
    assert signed(f"“We stay in the house of the mayor” -- {tail}") == []


def test_a_quotation_inside_a_sentence_is_not_signed() -> None:
    assert signed("He called it “a gift” — Ada Roe") == []


def test_each_quotation_of_a_list_has_its_own_author(reader: Reader) -> None:
    names = ["Ada Roe", "Nia Lund", "Ben Holm", "Ida Falk"]
    quotes = [f"“We shall mend the wall of house {n} before the winter comes.”" for n in range(len(names))]
    text = "What readers say\n\n" + "\n".join(f"{quote} ― {name}" for quote, name in zip(quotes, names, strict=True))
    reading = reader.read(Item("test", article=Article(text))).reading
    assert reading is not None
    found = [(each.source_text, each.content_text) for each in reading.statements]
    assert found == list(zip(names, quotes, strict=True))
    assert reading.unattributed_quotes == ()

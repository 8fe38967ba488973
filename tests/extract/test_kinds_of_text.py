"""What PolNeAR does not mark, and texts it does not hold: scare quotes, titles, captions, posts, sport, markets."""

import pytest

from sayso.cli.doctor import processor
from sayso.pipeline import Reader
from sayso.records.article import Article
from sayso.records.reading import Item
from sayso.records.statement import Statement


def statements(reader: Reader, text: str) -> list[Statement]:
    reading = reader.read(Item("test", article=Article(text))).reading
    assert reading is not None
    return list(reading.statements)


def told(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    return [(each.source_text, each.cue_text, each.content_text) for each in statements(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The “moderate” wing of the party met on Monday. It will meet again in March.",
        "The play “The Long Road” opens in March at the Lyceum.",
        "Ben “the Hammer” Holm lives in the old house by the river.",
        "The so-called ‘reform’ cost the town nine million florins.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_statements(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


SPORT = (
    "The Lions beat the Bears 3-1 on Saturday. Holm scored twice before the break, and Lund saved a penalty.\n\n"
    "The Lions now lead the league by four points and play the Wolves on Tuesday."
)
MARATHON = (
    "Roe ran the marathon in two hours and nine minutes on Sunday, the fastest time of the year. Lund finished second.\n\n"
    "Rain fell from the tenth kilometre on, and eleven runners gave up."
)
MARKETS = (
    "Shares of Norsund fell 3 percent on Monday as banks lost ground. The florin lost half a cent against the dollar.\n\n"
    "Bond yields rose for the fourth day in a row, and oil traded at 71 dollars a barrel."
)
RESULTS = (
    "Norsund Holdings made a profit of 41 million florins in the third quarter, after a loss of 9 million a year earlier.\n\n"
    "Sales rose by a tenth. The company employs 1,200 people in four towns."
)


SOLD = MARKETS.replace("as banks lost ground.", "as investors sold banks.")
DOUBTFUL = pytest.mark.skipif(not processor()[0], reason="saturated products take the investors for a source")


@pytest.mark.parametrize("text", [SPORT, MARATHON, MARKETS, RESULTS, pytest.param(SOLD, marks=DOUBTFUL)])
def test_sport_and_markets_give_no_statements(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_sport_keeps_what_is_said(reader: Reader) -> None:
    text = "The Lions beat the Bears 3-1 on Saturday. “We were the better team from the start,” said coach Ada Roe. Holm scored twice."
    assert told(reader, text) == [("coach Ada Roe", "said", "“We were the better team from the start,”")]


def test_a_caption_reports_in_its_own_words(reader: Reader) -> None:
    text = (
        "Wall to be mended\n\nThe council met for nine hours on Monday in the old town hall.\n\n"
        "Photo: Ada Roe says the wall will be mended. (Photo: M. Falk)\n\n"
        "“We shall mend the road as well,” said Nia Lund, who leads the council."
    )
    found = told(reader, text)
    assert ("Nia Lund", "said", "“We shall mend the road as well,”") in [
        (s.removesuffix(", who leads the council"), c, t) for s, c, t in found
    ]
    assert not any("Photo" in content for _, _, content in found)


def test_a_headline_is_read_alone(reader: Reader) -> None:
    text = "Roe says wall will be mended before winter\n\nThe council met for nine hours on Monday in the old town hall by the river."
    assert any(source == "Roe" and "council" not in content for source, _, content in told(reader, text))


def test_a_post_tells_what_it_reports(reader: Reader) -> None:
    text = "Five hours in that hall today. Minister Holm told us the wall is safe. I do not believe a word of it. Share if you agree!"
    assert any(source.endswith("Holm") and "the wall is safe" in content for source, _, content in told(reader, text))


def parents(reader: Reader, text: str) -> list[tuple[str, str, bool]]:
    return [(each.source_text, each.cue_text, each.parent is not None) for each in statements(reader, text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Minister Ada Roe said that Nia Lund had called Tom Holm a liar.",
            [("Minister Ada Roe", "said", False), ("Nia Lund", "had called", True)],
        ),
        (
            "“He told me that he would resign,” the aide said.",
            [("the aide", "said", False), ("He", "told", True)],
        ),
        (
            "The paper wrote that Holm denied he had taken money.",
            [("The paper", "wrote that", False), ("Holm", "denied", True)],
        ),
    ],
)
def test_speech_within_speech_is_a_statement_with_a_parent(
    reader: Reader, text: str, wanted: list[tuple[str, str, bool]]
) -> None:
    assert sorted(parents(reader, text)) == sorted(wanted)


def test_a_quotation_in_the_first_person_reports_nothing_more(reader: Reader) -> None:
    text = "“We stay until the wall is mended,” said Ada Roe.\n\n“We go to the court on Monday,” said Nia Lund."
    assert [nested for *_, nested in parents(reader, text)] == [False, False]

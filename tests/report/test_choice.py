"""Which statements are shown, and under which number."""

from sayso.report.choice import LISTED, Numbering, chosen
from tests.answers.facts import fact
from tests.report.made import many, row_of, text_of


def test_everybody_gets_a_place_before_anybody_gets_two() -> None:
    assert chosen([["a", "b", "c"], ["d", "e"], [], ["a", "f"]], most=4) == ("a", "d", "b", "e")
    assert chosen([["a", "b"], ["c"]], most=9) == ("a", "c", "b")


def test_numbers_follow_the_day_of_publication() -> None:
    facts = [
        fact(1, published="2031-05-02"),
        fact(2, article="b", published="2031-04-02"),
        fact(3, article="c", published=None),
    ]
    numbering = Numbering({each.statement: row_of(each, text_of(each)) for each in facts})
    numbers = [ref.number for each in facts if (ref := numbering.ref(each.statement))]
    assert numbers == [2, 1, 3]


def test_what_is_not_shown_or_too_much_to_list_is_counted() -> None:
    facts = many(LISTED + 6)
    numbering = Numbering({each.statement: row_of(each, text_of(each)) for each in facts[:-1]})
    refs = numbering.refs(each.statement for each in facts)
    assert len(refs.shown) == LISTED
    assert refs.hidden == 6
    assert refs.count == LISTED + 6

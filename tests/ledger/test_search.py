"""A search term is plain words, whatever it is made of."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger.search import phrase
from sayso.ledger.store import Ledger
from sayso.records.filter import StatementFilter
from tests.ledger.factory import TEXT, a_run, an_outcome

AWKWARD = [
    "Khameneh'i",
    "C.B.O.",
    "a-b",
    "don't",
    'a"b',
    "NEAR(a b)",
    "a*",
    "a AND b",
    "source:a",
    "{a} : b",
    "^a",
    "a\0b",
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    made = Ledger(tmp_path_factory.mktemp("search") / "sayso.db")
    with made.writer() as writer:
        for number, term in enumerate(AWKWARD):
            said = f"{TEXT} {term.replace(chr(0), ' ')}"
            writer.add(an_outcome(said, given_id=str(number)), a_run())
    return made


@pytest.mark.parametrize(("number", "term"), list(enumerate(AWKWARD)))
def test_an_awkward_term_finds_its_own_words(ledger: Ledger, number: int, term: str) -> None:
    assert str(number) in [row.given_id for row in ledger.naming(term)]
    assert str(number) in [row.given_id for row in ledger.articles(term)]


@pytest.mark.parametrize("operator", ["NEAR", "AND", "OR", "NOT"])
def test_an_operator_is_a_word(ledger: Ledger, operator: str) -> None:
    assert len(list(ledger.naming(operator))) == sum(operator in term for term in AWKWARD)


@pytest.mark.parametrize("empty", ["", " ", "...", '"', "*", "😀", "\0", "\ud800", "'-_()"])
def test_a_term_without_a_word_is_refused(empty: str) -> None:
    with pytest.raises(UsageError, match="at least one word"):
        phrase(empty)


@given(st.text(alphabet=st.characters(codec=None), max_size=40))
def test_any_text_is_a_term_or_is_refused(ledger: Ledger, text: str) -> None:
    if any(unicodedata.category(character)[0] in "LN" for character in text):
        assert isinstance(list(ledger.statements(StatementFilter(source=text, content=text))), list)
        assert isinstance(list(ledger.articles(text)), list)
    else:
        with pytest.raises(UsageError):
            ledger.naming(text)

"""The dictionary, the rows, and the page in the documentation say the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.cli.export import ROWS, What
from sayso.export.dictionary import TABLES, TYPES, Type, markdown
from sayso.export.protected import protected_rows
from sayso.ledger.correcting import Wish
from sayso.ledger.store import Ledger
from tests.answers.facts import fact
from tests.ledger.factory import a_judged_outcome, a_run, fix, judged_reading

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
FITS: dict[Type, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, float),
    "boolean": lambda value: isinstance(value, bool),
    "span": lambda value: len(value) == 2 and all(isinstance(each, int) for each in value),
    "spans": lambda value: all(len(each) == 2 for each in value),
    "texts": lambda value: all(isinstance(each, str) for each in value),
    "said": lambda value: set(value) == {"date", "precision", "basis"},
    "speakers": lambda value: all(set(each) == {"actor", "reason", "on_behalf_of"} for each in value),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as opened:
        with opened.writer() as writer:
            writer.add(a_judged_outcome(), a_run())
        yield opened


def test_the_page_is_what_the_program_prints() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), "sayso export --dictionary > docs/data-dictionary.md"


@pytest.mark.parametrize("what", list(What))
def test_rows_have_the_fields_of_their_table_in_order(ledger: Ledger, what: What) -> None:
    rows = list(ROWS[what](ledger))
    assert rows
    for row in rows:
        assert list(row) == list(TABLES[what.value])
        wrong = [
            name for name, value in row.items() if value is not None and not FITS[TABLES[what.value][name].type](value)
        ]
        assert wrong == []


def test_protected_rows_have_theirs() -> None:
    for row in protected_rows([fact(1, told="2031-01-01"), fact(2)]):
        assert list(row) == list(TABLES["protected"])
        wrong = [
            name for name, value in row.items() if value is not None and not FITS[TABLES["protected"][name].type](value)
        ]
        assert wrong == []


def test_every_type_is_explained() -> None:
    assert {field.type for table in TABLES.values() for field in table.values()} == set(TYPES)


def test_a_position_says_its_words_its_places_and_who_made_it(ledger: Ledger) -> None:
    text = judged_reading().text
    before, _ = ROWS[What.positions](ledger)
    assert (before["speaker"], before["object"], before["label"]) == ("Ada Re\u0301ne", "Aurel Tarr", "critical")
    assert text[slice(*before["mention"])] == before["mention_text"] == "Tarr"
    assert text[slice(*before["issue"])] == before["issue_text"]
    assert (before["made_by"], before["judgement"]) == ("run", None)
    fix(ledger, judged_reading().statements[0].id, Wish(content="Tarr lied", label="mixed"))
    after, other = ROWS[What.positions](ledger)
    assert (after["label"], after["mixed"], after["made_by"], after["judgement"]) == ("mixed", 1.0, "person", "fix")
    assert after["content_text"] == "Tarr lied"
    assert (other["label"], other["made_by"]) == ("supportive", "run")


def test_a_position_that_a_person_left_as_it_was_is_the_runs(ledger: Ledger) -> None:
    fix(ledger, judged_reading().statements[0].id, Wish(content="Tarr lied"))
    after, _ = ROWS[What.positions](ledger)
    assert (after["made_by"], after["label"], after["critical"]) == ("run", "critical", 0.9)

"""Imports in a ledger: nothing twice, nothing joined, offices with their holders, look-ups that follow what was accepted."""

from pathlib import Path

import pytest

from sayso.ledger.registry import Registry
from sayso.ledger.registry_imports import Stored
from sayso.ledger.store import Ledger
from sayso.records.registry import Entity, Tenure
from sayso.registry.imports import Broken, Imported, TenureOf
from tests.ledger.test_registry import by_name, decided, filled, holds, person, sets, undone

ROE = Entity(
    "qid", "Q7", "Ana Roe", "person", ("Anna Roe",), (Tenure("office", "Q9", "2028-05-01", "2031-04-05", "Q9"),)
)
LUND = Entity("qid", "Q8", "Bo Lund", "person", (), (Tenure("office", "Mayor of Norr", "2031-04-06"),))
MAYOR = Entity("qid", "Q9", "Mayor of Norr", "office", ("Norr mayor",))


def stored(registry: Registry, *found: Imported) -> Stored:
    return registry.store(found, name="people.csv", form="csv", judge="ada")


def test_importing_again_adds_nothing(path: Path) -> None:
    with filled(path, (person("Bo Lund"),)) as ledger:
        registry = ledger.registry()
        first, again = stored(registry, ROE, LUND, MAYOR), stored(registry, ROE, LUND, MAYOR)
        assert (first.entities, first.new, first.aliases, first.tenures) == (3, 3, 2, 2)
        assert (again.entities, again.new, again.aliases, again.tenures) == (3, 0, 0, 0)
        more = stored(registry, Entity("qid", "Q7", "A. Roe", "person"))
        assert (more.new, more.aliases) == (0, 1)
        assert holds(ledger)


def test_an_import_joins_nobody_and_lists_nobody_that_no_article_names(path: Path) -> None:
    with filled(path, (person("Bo Lund"),)) as ledger:
        registry = ledger.registry()
        stored(registry, ROE, LUND)
        assert sets(ledger) == {frozenset({"Bo Lund"})}
        assert len(registry.actors(imported=True)) == 3
        assert len(registry.meant("Bo Lund")) == 2


def test_comparing_finds_who_is_imported(path: Path) -> None:
    with filled(path, (person("Bo Lund"),), (person("Anna Roe"),)) as ledger:
        registry = ledger.registry()
        registry.compare()
        stored(registry, ROE, LUND)
        assert registry.compare().actors == 2
        known = {value for actor in registry.actors() for _, value in actor.identifiers}
        offered = {
            value for each in registry.suggestions() for _, value in (*each.one.identifiers, *each.other.identifiers)
        }
        assert known | offered == {"Q7", "Q8"}
        assert holds(ledger)


def test_an_accepted_import_brings_its_names_and_an_undo_takes_them_back(path: Path) -> None:
    with filled(path, (person("Roe"),)) as ledger:
        registry = ledger.registry()
        stored(registry, ROE)
        (imported,) = registry.meant("Q7")
        made = decided(registry, "same", by_name(ledger)["Roe"], imported.id)
        assert registry.together(["Anna Roe"]) == ("Anna Roe", "Roe")
        assert registry.meant("Q7") == registry.meant("Roe")
        assert registry.called(["Roe"]) == {"Roe": "Ana Roe"}
        undone(registry, made)
        assert registry.together(["Anna Roe"]) == ("Anna Roe",)
        assert registry.called(["Roe"]) == {}


@pytest.mark.parametrize("office", ["Mayor of Norr", "the mayor of Norr", "Norr Mayor", "Q9"])
@pytest.mark.parametrize(
    ("said", "holder"),
    [
        ("2028-05-01", ["Ana Roe"]),
        ("2031-04-05", ["Ana Roe"]),
        ("2031-04-06", ["Bo Lund"]),
        ("2031-04", []),
        ("2019", []),
    ],
)
def test_an_office_resolves_to_its_holder_on_the_date_said(
    path: Path, office: str, said: str, holder: list[str]
) -> None:
    with Ledger(path) as ledger:
        registry = ledger.registry()
        lund = Entity("qid", "Q8", "Bo Lund", "person", (), (Tenure("office", "Q9", "2031-04-06", None, "Q9"),))
        stored(registry, ROE, lund, MAYOR)
        held = registry.holders(office, said)
        assert [actor.name for actor, _ in held] == holder
        assert all(tenure.title == "Mayor of Norr" for _, tenure in held)


def test_an_office_without_an_identifier_is_found_by_its_words(path: Path) -> None:
    with Ledger(path) as ledger:
        stored(ledger.registry(), LUND)
        assert [actor.name for actor, _ in ledger.registry().holders("mayor of Norr", "2032")] == ["Bo Lund"]
        assert ledger.registry().holders("deputy mayor of Norr", "2032") == []
        assert ledger.registry().holders("…", "2032") == []


def test_broken_lines_are_told_and_the_rest_is_stored(path: Path) -> None:
    with Ledger(path) as ledger:
        registry = ledger.registry()
        orphan = TenureOf("ftm", "nobody", Tenure("office", "Mayor"), 3)
        done = stored(
            registry, Broken(1, "no JSON"), ROE, orphan, TenureOf("qid", "Q7", Tenure("member", "Reform Front"), 4)
        )
        assert [each.line for each in done.broken] == [1, 3]
        assert (done.entities, done.tenures) == (1, 2)
        assert registry.meant("Q7")[0].tenures[-1].title == "Reform Front"


def test_what_a_person_keeps_apart_no_import_joins(path: Path) -> None:
    with filled(path, (person("Roe, Ana"),)) as ledger:
        registry = ledger.registry()
        stored(registry, ROE)
        (imported,) = registry.meant("Q7")
        decided(registry, "not_same", by_name(ledger)["Roe, Ana"], imported.id)
        stored(registry, ROE)
        registry.compare(again=True)
        assert registry.meant("Q7")[0].names == ()
        assert holds(ledger)


def test_who_was_forgotten_is_not_imported_again(path: Path) -> None:
    with filled(path, (person("Ana Roe"),), (person("Bo Lund"),)) as ledger:
        ledger.removals().forget("Ana Roe")
        again = Entity("csv", "7", "Anna R.", "person", ("Ana Roe",), line=3)
        counts = stored(ledger.registry(), again, LUND, MAYOR)
        assert (counts.entities, counts.new) == (2, 2)
        (refused,) = counts.broken
        assert refused.line == 3
        assert "forgotten" in refused.message
        assert "Roe" not in refused.message
        assert all("Roe" not in each.name for each in ledger.registry().actors(imported=True))

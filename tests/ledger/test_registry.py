"""The registry in a ledger: names taken in, decisions that stand and are undone, and what a run may say."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError, UsageError
from sayso.ledger.connection import driver
from sayso.ledger.registry import Registry
from sayso.ledger.store import Ledger
from sayso.records import ids
from sayso.records.actor import Actor, ActorKind, Mention, MentionKind
from sayso.records.article import Article, Block, Metadata
from sayso.records.position_filter import PositionFilter
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.registry import ActorJudgement, Decided
from sayso.records.span import Span
from sayso.registry.decide import RULES
from tests.ledger.conftest import Raw
from tests.ledger.factory import a_judged_outcome, a_run

Who = tuple[str, ActorKind, MentionKind]
COLUMNS = "id, decision, one, other, judge, made_at, by_run"
SPELLINGS = ("Qorbali", "Ghorbaly", "Qorbaly", "Ghorbali", "Ghorbal")


def person(name: str) -> Who:
    return (name, "person", "name")


def an_article(number: int, *who: Who) -> Outcome:
    """An article that names these actors and has no statement."""
    text = f"Article {number}.\n" + "\n".join(f"They met {name} there." for name, _, _ in who)
    article = Article(
        text, Metadata(publisher="Herald", published=f"2031-01-{number % 27 + 1:02}"), given_id=str(number)
    )
    article_id, version, digest = ids.of_article(article)
    actors = []
    at = 0
    for n, (name, kind, mention) in enumerate(who, 1):
        at = text.index(f"met {name} there", at) + 4
        actors.append(Actor(f"ac_{n}", name, kind, (Mention(Span.of(text, at, at + len(name)), mention),)))
    run = a_run()
    reading = Reading(
        id=ids.reading_id(version, run.id),
        article_id=article_id,
        version_id=version,
        run_id=run.id,
        text=text,
        text_sha256=digest,
        statements=(),
        unattributed_quotes=(),
        blocks=(Block("body", Span.of(text, 0, len(text))),),
        actors=tuple(actors),
    )
    return Outcome(Item("tests.jsonl", number, str(number), article=article), "done", reading)


def filled(path: Path, *articles: tuple[Who, ...]) -> Ledger:
    ledger = Ledger(path)
    with ledger.writer() as writer:
        for number, who in enumerate(articles):
            writer.add(an_article(number, *who), a_run())
    ledger.registry().catch_up()
    return ledger


def decided(
    registry: Registry, decision: Decided, one: str, other: str | None = None, name: str | None = None
) -> ActorJudgement:
    """A person's decision about actors by id, appended."""
    made = ActorJudgement(ids.judgement_id(), decision, one, other, "ada", "2031-01-01T00:00:00Z", name=name)
    registry.judge(made)
    return made


def undone(registry: Registry, taken: ActorJudgement) -> ActorJudgement:
    made = ActorJudgement(
        ids.judgement_id(), "undo", taken.one, taken.other, "bo", "2031-01-02T00:00:00Z", undoes=taken.id
    )
    registry.judge(made)
    return made


def by_name(ledger: Ledger) -> dict[str, str]:
    """The id of every actor, by the name it has in articles."""
    return {actor.names[0]: actor.id for actor in ledger.registry().actors()}


def sets(ledger: Ledger) -> set[frozenset[str]]:
    """Who is one with whom, by the names in articles."""
    return {frozenset(actor.names) for actor in ledger.registry().actors()}


def holds(ledger: Ledger) -> bool:
    return list(ledger.verify()) == []


def test_one_name_is_one_actor_whatever_its_case_and_marks(path: Path) -> None:
    with filled(path, (person("Ana Réne"),), (person("ANA RENE"),), (("Ana Rene", "unknown", "name"),)) as ledger:
        (found,) = ledger.registry().actors()
        assert set(found.names) == {"Ana Réne", "ANA RENE", "Ana Rene"}
        assert (found.kind, found.readings) == ("person", 3)
        assert holds(ledger)


def test_one_name_of_kinds_that_cannot_be_one_is_several_actors(path: Path) -> None:
    kinds: tuple[ActorKind, ...] = ("person", "organization", "group", "government")
    with filled(path, *(((("Norr", kind, "name")),) for kind in kinds)) as ledger:
        assert sorted(actor.kind for actor in ledger.registry().actors()) == ["group", "organization", "person"]
        assert len(ledger.registry().meant("Norr")) == 3


@pytest.mark.parametrize(
    "who",
    [
        ("a baker in Norr", "person", "nominal"),
        ("the mayor", "person", "nominal"),
        ("Varnian officials", "unnamed", "unnamed"),
        ("two officials", "unnamed", "unnamed"),
        ("Hezb activists", "group", "collective"),
        ("I", "person", "pronoun"),
    ],
)
def test_what_is_only_described_is_no_actor_and_joins_none(path: Path, who: Who) -> None:
    with filled(path, (who, person("Ana Roe"), ("Hezb", "organization", "name"))) as ledger:
        registry = ledger.registry()
        assert sets(ledger) == {frozenset({"Ana Roe"}), frozenset({"Hezb"})}
        assert registry.meant(who[0]) == []
        assert registry.compare().suggested == 0
        assert holds(ledger)


def test_spellings_of_one_name_are_suggested_and_stay_apart(path: Path) -> None:
    with filled(path, *((person(each),) for each in SPELLINGS)) as ledger:
        compared = ledger.registry().compare()
        assert (compared.actors, compared.same, compared.suggested) == (5, 0, 10)
        assert len(sets(ledger)) == 5
        assert len(ledger.registry().suggestions()) == 10
        assert ledger.registry().compare().actors == 0
        assert ledger.registry().compare(again=True).suggested == 0
        assert holds(ledger)


def test_what_is_plainly_one_is_joined_by_a_run_and_signed(path: Path) -> None:
    with filled(path, (person("J.R. Holm"),), (person("J. R. Holm"),)) as ledger:
        assert ledger.registry().compare().same == 1
        (found,) = ledger.registry().actors()
        (edge,) = ledger.registry().judgements(found.id)
        assert (edge.decision, edge.by_run, edge.judge) == ("same", True, RULES)
        assert edge.score
        assert edge.reason
        assert holds(ledger)


def test_a_merge_answers_together_and_makes_no_reading_stale(path: Path) -> None:
    with Ledger(path) as ledger:
        with ledger.writer() as writer:
            writer.add(a_judged_outcome(), a_run())
            writer.add(an_article(1, person("Orel Tarr")), a_run())
        registry = ledger.registry()
        registry.catch_up()
        before = ledger.reading(ids.of_article(a_judged_outcome().item.article or Article(""))[1])
        statements = list(ledger.statements())
        names = by_name(ledger)
        decided(registry, "same", names["Aurel Tarr"], names["Orel Tarr"])
        assert registry.together(["Orel Tarr"]) == ("Orel Tarr", "Aurel Tarr")
        assert registry.called(["Orel Tarr", "Ada Réne"]) == {"Orel Tarr": "Aurel Tarr"}
        decided(registry, "rename", names["Orel Tarr"], name="Tarr the Elder")
        facts = list(ledger.positions(PositionFilter(), registry.together(["Tarr the Elder"])))
        assert {fact.object for fact in facts} == {"Tarr the Elder"}
        assert len(facts) == 2
        assert list(ledger.statements()) == statements
        assert ledger.reading(before.version_id if before else "") == before
        with ledger.writer() as writer:
            assert not writer.add(a_judged_outcome(), a_run())
        assert holds(ledger)


def test_a_rename_is_shown_found_and_undone(path: Path) -> None:
    with filled(path, (person("Qorbali"),)) as ledger:
        registry = ledger.registry()
        made = decided(registry, "rename", by_name(ledger)["Qorbali"], name="Yahzed Qorbali")
        (found,) = registry.meant("yahzed qorbali")
        assert (found.name, found.names) == ("Yahzed Qorbali", ("Qorbali",))
        assert holds(ledger)
        undone(registry, made)
        assert registry.meant("Yahzed Qorbali") == []
        assert registry.actors()[0].name == "Qorbali"
        assert holds(ledger)


def test_a_contradiction_is_a_conflict_and_nobody_kept_apart_is_joined(path: Path) -> None:
    with filled(path, *((person(each),) for each in ("Ana Roe", "Bo Roe", "Cy Roe"))) as ledger:
        registry, of = ledger.registry(), by_name(ledger)
        first = decided(registry, "same", of["Ana Roe"], of["Bo Roe"])
        second = decided(registry, "same", of["Bo Roe"], of["Cy Roe"])
        assert len(sets(ledger)) == 1
        apart = decided(registry, "not_same", of["Ana Roe"], of["Cy Roe"])
        (conflict,) = registry.conflicts()
        assert (conflict.apart, conflict.chain, conflict.refused) == (apart.id, (first.id, second.id), second.id)
        assert sets(ledger) == {frozenset({"Ana Roe", "Bo Roe"}), frozenset({"Cy Roe"})}
        assert holds(ledger)
        undone(registry, apart)
        assert registry.conflicts() == []
        assert len(sets(ledger)) == 1


def test_no_run_joins_two_that_a_person_keeps_apart_or_took_back(path: Path) -> None:
    articles = ((person("J.R. Holm"),), (person("J. R. Holm"),), (person("M.K. Lund"),), (person("M. K. Lund"),))
    with filled(path, *articles) as ledger:
        registry, of = ledger.registry(), by_name(ledger)
        decided(registry, "not_same", of["J.R. Holm"], of["J. R. Holm"])
        undone(registry, decided(registry, "same", of["M.K. Lund"], of["M. K. Lund"]))
        for _ in range(2):
            assert registry.compare(again=True).same == 0
        assert len(sets(ledger)) == 4
        by_run = ActorJudgement(
            ids.judgement_id(), "same", of["J.R. Holm"], of["J. R. Holm"], RULES, "2031-01-03T00:00:00Z", by_run=True
        )
        with pytest.raises(LedgerError, match="a run adds nothing"):
            registry.judge(by_run)
        assert holds(ledger)


def test_what_a_person_undoes_of_a_run_no_run_says_again(path: Path) -> None:
    with filled(path, (person("J.R. Holm"),), (person("J. R. Holm"),)) as ledger:
        registry = ledger.registry()
        registry.compare()
        (found,) = registry.actors()
        undone(registry, registry.judgements(found.id)[0])
        assert len(sets(ledger)) == 2
        registry.compare(again=True)
        assert len(sets(ledger)) == 2
        assert holds(ledger)


def test_an_unsure_pair_is_listed_as_such_and_not_joined(path: Path) -> None:
    with filled(path, (person("Bob Holm"),), (person("Robert Holm"),)) as ledger:
        registry, of = ledger.registry(), by_name(ledger)
        registry.compare()
        decided(registry, "unsure", of["Bob Holm"], of["Robert Holm"])
        assert [each.decision for each in registry.suggestions()] == ["unsure"]
        decided(registry, "not_same", of["Bob Holm"], of["Robert Holm"])
        assert registry.suggestions() == []


def test_evidence_has_words_roles_and_company(path: Path) -> None:
    with filled(path, (person("Ana Roe"), person("Bo Lund"), ("an aide", "unnamed", "unnamed"))) as ledger:
        (seen,) = ledger.registry().sightings(by_name(ledger)["Ana Roe"])
        assert "met Ana Roe there" in seen.context
        assert (seen.publisher, seen.published, seen.company) == ("Herald", "2031-01-01", ("Bo Lund",))


@pytest.mark.parametrize(
    "name",
    ["Ana\x07 Roe", "عبد القربالي", "\u202eeoR anA", "Roe " * 2_500 + "Roe", "😀", "…", "'; DROP TABLE registry_actor"],
)
def test_hostile_names_are_kept_and_found_by_nothing_else(path: Path, name: str) -> None:
    with filled(path, (person(name), person("Ana Roe"))) as ledger:
        registry = ledger.registry()
        assert frozenset({name}) in sets(ledger)
        registry.compare()
        assert len(sets(ledger)) == 2 or "Ana" in name
        assert holds(ledger)


@pytest.mark.parametrize(
    "made",
    [
        {"decision": "like"},
        {"judge": " "},
        {"other": None},
        {"id": "x"},
        {"decision": "rename", "other": None},
        {"decision": "undo"},
        {"decision": "undo", "undoes": "ju1_0"},
        {"by_run": True, "decision": "not_same"},
        {"one": "ra1_0"},
    ],
)
def test_what_means_nothing_is_refused_and_changes_nothing(path: Path, made: dict[str, object]) -> None:
    with filled(path, (person("Ana Roe"),), (person("Bo Lund"),)) as ledger:
        of = by_name(ledger)
        values = {
            "id": ids.judgement_id(), "decision": "same", "one": of["Ana Roe"], "other": of["Bo Lund"], "judge": "ada",
            "made_at": "2031-01-01T00:00:00Z",
        }  # fmt: skip
        with pytest.raises(UsageError):
            ledger.registry().judge(ActorJudgement(**(values | made)))  # type: ignore[arg-type]
        assert ledger.registry().judgements(of["Ana Roe"]) == []
        assert len(sets(ledger)) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE actor_judgement SET decision = 'same'",
        "DELETE FROM actor_judgement",
        "UPDATE registry_name SET actor = 1",
        "UPDATE registry_actor SET name = 'x'",
        f"INSERT INTO actor_judgement ({COLUMNS}) VALUES ('ju1_x', 'same', 1, 2, 'r', 't', 1)",
        f"INSERT INTO actor_judgement ({COLUMNS}, undoes) VALUES ('ju1_x', 'undo', 1, 2, 'r', 't', 1, 1)",
    ],
)
def test_no_program_changes_what_was_decided(path: Path, raw: Raw, statement: str) -> None:
    with filled(path, (person("Ana Roe"),), (person("Bo Lund"),)) as ledger:
        of = by_name(ledger)
        decided(ledger.registry(), "not_same", of["Ana Roe"], of["Bo Lund"])
    with pytest.raises((driver.Error, DBAPIError)):
        raw(statement)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM actor_shown", "not shown with those"),
        ("UPDATE actor_standing SET decision = 'not_same'", "what stands between them"),
        ("DELETE FROM actor_standing", "nothing is noted"),
        ("DELETE FROM registry_key", "not found by its keys"),
        (
            "UPDATE registry_mark SET upto = upto + 9; INSERT INTO name VALUES (5, 'Zoe Lund', 'zoe lund', 'person')",
            "passed over",
        ),
    ],
)
def test_verify_finds_damage(path: Path, raw: Raw, damage: str, told: str) -> None:
    with filled(path, (person("Ana Roe"),), (person("Bo Lund"),)) as ledger:
        of = by_name(ledger)
        decided(ledger.registry(), "same", of["Ana Roe"], of["Bo Lund"])
        assert holds(ledger)
        raw(*damage.split("; "))
        assert any(told in problem.message for problem in ledger.verify())


NAMES = ("Ana Roe", "Bo Roe", "Cy Roe", "Di Roe")
STEP = st.tuples(
    st.sampled_from(("same", "not_same", "unsure", "rename", "undo")), st.integers(0, 50), st.integers(0, 50)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=10))
def test_undo_restores_exactly_and_the_sets_are_what_the_log_makes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Decided, int, int]]
) -> None:
    path = tmp_path_factory.mktemp("registry") / "sayso.db"
    with filled(path, *((person(each),) for each in NAMES)) as ledger:
        registry = ledger.registry()
        of = list(by_name(ledger).values())
        made: list[ActorJudgement] = []
        for decision, x, y in steps:
            one, other = of[x % 4], of[y % 4]
            if decision == "undo" and made:
                made.append(undone(registry, made[x % len(made)]))
            elif decision == "rename":
                made.append(decided(registry, decision, one, name=f"N{y}"))
            elif decision != "undo" and one != other:
                made.append(decided(registry, decision, one, other))
        before = registry.actors(), registry.conflicts(), registry.suggestions()
        for x, y in ((0, 1), (1, 2), (0, 3)):
            for decision in ("same", "not_same"):
                undone(registry, decided(registry, decision, of[x], of[y]))  # type: ignore[arg-type]
        undone(registry, decided(registry, "rename", of[0], name="Somebody"))
        assert (registry.actors(), registry.conflicts(), registry.suggestions()) == before
        assert holds(ledger)

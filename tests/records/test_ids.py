"""Identity, row by row of ARCHITECTURE.md's first table."""

import hashlib
import re
from dataclasses import fields, replace

import pytest

from sayso.records import ids
from sayso.records.article import Article, Metadata
from sayso.records.span import Span
from sayso.run_config import RunConfig, make_run


def article(text: str = "text", *, publisher: str | None = None, url: str | None = None, **scope: str) -> str:
    made = Article(
        text, Metadata(publisher=publisher, url=url), given_id=scope.get("given"), collection=scope.get("of")
    )
    return ids.of_article(made)[0]


def test_agency_copy_in_nine_papers_is_nine_articles() -> None:
    assert len({article(publisher=f"Paper {n}", url="https://agency.example/1") for n in range(9)}) == 9
    assert len({article(publisher=f"Paper {n}") for n in range(9)}) == 9


def test_a_page_fetched_twice_is_one_article_even_if_its_text_changed() -> None:
    assert article("old", publisher="P", url="u") == article("new", publisher="P", url="u")


def test_without_a_url_the_given_id_is_scoped_by_publisher() -> None:
    assert article("a", publisher="P", given="1", of="x") == article("b", publisher="P", given="1", of="y")
    assert article(publisher="P", given="1") != article(publisher="Q", given="1")


def test_two_files_numbered_from_one_do_not_collide() -> None:
    assert article(given="1", of="a.jsonl") != article(given="1", of="b.jsonl")


def test_without_url_and_id_publisher_and_text_decide() -> None:
    assert article("a", of="x") == article("a", of="y")
    assert article("a") != article("b")
    assert article("a", publisher="P") != article("a")


def test_neither_title_nor_date_nor_fetching_changes_an_article() -> None:
    one = Article("t", Metadata(publisher="P", title="A", retrieved="2031-01-01"))
    assert ids.of_article(one) == ids.of_article(replace(one, metadata=Metadata(publisher="P"), raw_sha256="0"))


def test_a_version_is_article_and_text() -> None:
    assert ids.version_id("ar1_x", ids.text_sha256("a")) != ids.version_id("ar1_x", ids.text_sha256("b"))
    assert ids.version_id("ar1_x", ids.text_sha256("a")) != ids.version_id("ar1_y", ids.text_sha256("a"))


def test_a_run_is_model_settings_and_code() -> None:
    base = {"model": "m", "settings": "s", "code": "c"}
    assert len({ids.run_id(**base), *(ids.run_id(**{**base, field: "other"}) for field in base)}) == 4


def test_a_reading_is_version_and_run() -> None:
    assert ids.reading_id("v", "r") != ids.reading_id("v", "s")


def test_a_statement_is_version_and_spans_part_by_part() -> None:
    one, two = Span(0, 1, "a"), Span(2, 3, "b")
    first = ids.statement_id("v", source=[one], cue=[two], content=[two])
    assert first == ids.statement_id("v", source=[one], cue=[two], content=[two])
    assert first != ids.statement_id("v", source=[two], cue=[one], content=[two])
    assert first != ids.statement_id("w", source=[one], cue=[two], content=[two])


def test_positions_and_voices_hold_no_run() -> None:
    span = Span(0, 1, "a")
    assert ids.position_id("st", mention=span, role="object", issue=None) != ids.position_id(
        "st", mention=span, role="object", issue=span
    )
    assert ids.voice_id("v", span) != ids.voice_id("w", span)


def test_a_finding_is_reading_and_subject() -> None:
    assert ids.finding_id("r", "st") != ids.finding_id("s", "st")


def test_judgements_and_registry_actors_have_ids_of_their_own() -> None:
    assert len({ids.judgement_id() for _ in range(50)} | {ids.registry_actor_id() for _ in range(50)}) == 100


def test_ids_inside_a_reading_are_local() -> None:
    assert (ids.occasion_local_id(1), ids.actor_local_id(2)) == ("oc_1", "ac_2")


def test_an_id_is_a_prefix_and_128_bits() -> None:
    made = ids.reading_id("v", "r")
    assert made.startswith("re1_")
    assert len(bytes.fromhex(made[4:])) == 16


def test_nothing_is_normalised_before_hashing() -> None:
    assert ids.text_sha256("\u00e9") != ids.text_sha256("e\u0301")
    assert article(publisher="Caf\u00e9") != article(publisher="Cafe\u0301")


def test_canonical_json_has_one_spelling() -> None:
    assert ids.canonical_json({"b": 1, "a": ["é"]}) == '{"a":["é"],"b":1}'


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_canonical_json_refuses_what_json_has_no_number_for(value: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        ids.canonical_json({"x": value})


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert ids.canonical_json({"a": {"c": 1, "b": 2}}) == ids.canonical_json({"a": {"b": 2, "c": 1}})


def test_a_url_outweighs_the_given_id() -> None:
    assert article(publisher="P", url="u", given="1") == article(publisher="P", url="u", given="2")
    assert article(publisher="P", url="u", given="1") != article(publisher="P", given="1")


def test_collections_and_publishers_of_the_same_name_are_kept_apart() -> None:
    assert article(publisher="P", given="1") != article(given="1", of="P")


def test_a_corrected_page_is_a_new_version_of_the_same_article() -> None:
    (before, old, _), (after, new, _) = (
        ids.of_article(Article(text, Metadata(publisher="P", url="u"))) for text in ("Roe said no.", "Roe said yes.")
    )
    assert before == after
    assert old != new


def test_the_same_text_under_two_titles_is_one_version() -> None:
    one, two = (ids.of_article(Article("t", Metadata(publisher="P", url="u", title=each))) for each in ("A", "B"))
    assert one == two


def test_spans_do_not_move_between_parts_of_a_statement() -> None:
    one, two = Span(0, 1, "a"), Span(2, 3, "b")
    ways = [([one, two], [], [one]), ([one], [two], [one]), ([], [one, two], [one]), ([one], [], [two, one])]
    assert len({ids.statement_id("v", source=s, cue=c, content=t) for s, c, t in ways}) == 4


def test_a_position_is_statement_mention_role_and_issue() -> None:
    one, two = Span(0, 1, "a"), Span(2, 3, "b")
    base = ids.position_id("st", mention=one, role="object", issue=two)
    assert base == ids.position_id("st", mention=one, role="object", issue=two)
    others = {
        ids.position_id("other", mention=one, role="object", issue=two),
        ids.position_id("st", mention=two, role="object", issue=two),
        ids.position_id("st", mention=one, role="addressee", issue=two),
        ids.position_id("st", mention=one, role="object", issue=one),
    }
    assert len(others | {base}) == 5


def test_a_voice_is_version_and_span() -> None:
    assert ids.voice_id("v", Span(0, 1, "a")) == ids.voice_id("v", Span(0, 1, "a"))
    assert ids.voice_id("v", Span(0, 1, "a")) != ids.voice_id("v", Span(1, 2, "a"))


def test_every_kind_of_id_has_its_own_prefix() -> None:
    span = Span(0, 1, "a")
    made = {
        ids.ARTICLE: article(),
        ids.VERSION: ids.version_id("x", "y"),
        ids.RUN: ids.run_id(model="m", settings="s", code="c"),
        ids.READING: ids.reading_id("x", "y"),
        ids.STATEMENT: ids.statement_id("x", source=[], cue=[], content=[span]),
        ids.POSITION: ids.position_id("x", mention=span, role="object", issue=None),
        ids.VOICE: ids.voice_id("x", span),
        ids.FINDING: ids.finding_id("x", "y"),
        ids.JUDGEMENT: ids.judgement_id(),
        ids.ACTOR: ids.registry_actor_id(),
    }
    assert len(made) == 10
    assert all(re.fullmatch(prefix + "[0-9a-f]{32}", each) for prefix, each in made.items())


def test_kinds_made_of_the_same_parts_differ_beyond_the_prefix() -> None:
    assert (
        len({made[4:] for made in (ids.version_id("x", "y"), ids.reading_id("x", "y"), ids.finding_id("x", "y"))}) == 3
    )


def test_a_part_cannot_run_over_into_the_next() -> None:
    assert ids.reading_id("ab", "c") != ids.reading_id("a", "bc")
    assert ids.run_id(model='m","s', settings="x", code="c") != ids.run_id(model="m", settings='s","x', code="c")


def test_ids_are_the_same_on_every_machine_and_day() -> None:
    assert ids.text_sha256("abc").startswith("ba7816bf8f01cfea")
    expected = hashlib.sha256('["ve1_","ar1_é","d"]'.encode()).hexdigest()[:32]
    assert ids.version_id("ar1_é", "d") == "ve1_" + expected


def test_a_lone_surrogate_has_no_digest() -> None:
    with pytest.raises(UnicodeEncodeError):
        ids.text_sha256("\ud800")


@pytest.mark.parametrize("setting", [field.name for field in fields(RunConfig)])
def test_every_setting_makes_another_run(setting: str) -> None:
    other = replace(RunConfig(), **{setting: getattr(RunConfig(), setting) / 2})
    assert make_run("{}", other).id != make_run("{}", RunConfig()).id

"""Identity, row by row of ARCHITECTURE.md's first table."""

from dataclasses import replace

from sayso.records import ids
from sayso.records.article import Article, Metadata
from sayso.records.span import Span


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

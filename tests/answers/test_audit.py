"""Who is quoted, how and how much; shares above floors; months."""

import jsonschema
import pytest

from sayso.answers import audit_json
from sayso.answers.audit import FLOOR_STATEMENTS, ArticleAudit, OwnPassage, audit_article, audit_outlet
from sayso.answers.audit_sources import Sources, words_in
from sayso.answers.audit_voice import own_passages
from sayso.answers.shares import FLOOR_ARTICLES
from sayso.answers.shown_article import shown_article
from sayso.records.article import Metadata
from sayso.records.judgement import Judgement
from sayso.records.position import Stance
from sayso.records.span import Span
from sayso.records.voice import Voice
from tests.answers.articles import Said, audited, people, shown

CAST = {
    **people(Edda_Okun="person", Aurel_Tarr="person", Works_Ministry="government", Harbour_Union="organization", miners="group"),
    "a senior official": "unnamed",
    "a baker": "unnamed",
    "a clerk": "unnamed",
}  # fmt: skip
TEXT = (
    "“He lied about the wages,” said Edda Okun, the mayor of Norr, on Monday.\n\n"
    "The Works Ministry said the wages had been paid in full.\n\n"
    "a senior official said Tarr knew of it. a baker said bread was dear.\n\n"
    "a clerk, who asked not to be named, said the books were burnt. The miners said nothing had changed."
)
SAID = (
    Said(
        "Edda Okun, the mayor of Norr",
        "said",
        "“He lied about the wages,”",
        ["Edda Okun"],
        [("Aurel Tarr", "critical")],
    ),
    Said("The Works Ministry", "said", "the wages had been paid in full", ["Works Ministry"]),
    Said("a senior official", "said", "Tarr knew of it", ["a senior official"], [("Aurel Tarr", "critical")]),
    Said("a baker", "said", "bread was dear", ["a baker"]),
    Said("a clerk", "said", "the books were burnt", ["a clerk"]),
    Said("The miners", "said", "nothing had changed", ["miners"]),
)


def one(**more: object) -> ArticleAudit:
    return audit_article(shown(TEXT, SAID, CAST, **more))


def test_each_source_is_told_by_what_it_is_to_a_reader_in_order_of_appearance() -> None:
    found = one().sources
    assert [(each.name, each.source_class, each.official) for each in found] == [
        ("Edda Okun", "named", True),
        ("Works Ministry", "body", True),
        ("a senior official", "unnamed", True),
        ("a baker", "private", False),
        ("a clerk", "unnamed", False),
        ("miners", "group", False),
    ]
    assert [each.first for each in found] == sorted(each.first for each in found)


@pytest.mark.parametrize(
    ("source", "official"),
    [
        ("Edda Okun, president of the Chamber of Commerce", False),
        ("former minister Edda Okun", False),
        ("Edda Okun, the minister’s brother", False),
        ("Edda Okun, a judge in Norr", True),
        ("Prime Minister Edda Okun", True),
        ("Edda Okun, governor of the Bank of Varn", True),
        ("Edda Okun, secretary-general of the Federation of Smallholders", False),
        ("Edda Okun, a baker", False),
    ],
)
def test_offices_of_the_state_are_official_and_others_are_not(source: str, official: bool) -> None:
    text = f"{source}, said it rained."
    found = Sources(shown(text, [Said(source, "said", "it rained", ["Edda Okun"])], CAST)).sources()
    assert [each.official for each in found] == [official]


def test_words_are_counted_once_by_whose_they_are() -> None:
    found = one()
    contents = sum(words_in(each.content) for each in SAID)
    assert (found.room.attributed, found.room.quoted) == (contents, words_in("He lied about the wages"))
    assert found.room.words == words_in(TEXT)
    assert sum(each.words for each in found.sources) == contents


def test_a_nested_statement_adds_no_words_to_its_speaker() -> None:
    outer = Said("Okun", "said", "Tarr said it rained", ["Edda Okun"])
    made = shown("Okun said Tarr said it rained.", [outer], CAST)
    inner = Said("Okun", "said", "it rained", ["Edda Okun"], more={"parent": made.statements[0].id})
    found = Sources(shown("Okun said Tarr said it rained.", [outer, inner], CAST)).sources()
    assert [(each.words, len(each.statements)) for each in found] == [(4, 2)]


def test_every_number_opens_to_statements() -> None:
    found = one()
    every = set(found.statements)
    for tally in (*found.classes, *found.traits, *found.forms, *found.wording):
        assert tally.statements
        assert set(tally.statements) <= every
    assert sum(len(each.statements) for each in found.classes) == len(every)


def test_unnamed_and_critical_is_listed_with_its_objects() -> None:
    found = one().unnamed_critical
    assert [(each.source, each.source_class, each.objects, len(each.statements)) for each in found] == [
        ("a senior official", "unnamed", ("Aurel Tarr",), 1)
    ]


def test_shares_of_words_need_a_floor() -> None:
    few = one()
    assert not few.shares_shown
    assert all(each.share is None for each in few.classes)
    long = " ".join(["word"] * 20)
    text = "\n\n".join(f"Okun said {long} number{n}." for n in range(FLOOR_STATEMENTS))
    said = [Said("Okun", "said", f"{long} number{n}", ["Edda Okun"]) for n in range(FLOOR_STATEMENTS)]
    many = audit_article(shown(text, said, CAST))
    assert many.shares_shown
    assert [each.share for each in many.classes] == [1.0]


def test_headlines_and_what_was_not_said_make_no_source() -> None:
    text = "Okun says it rains\n\nThe river rose by a foot on Monday, and the bridge was closed.\n\nOkun declined to say why."
    said = [
        Said("Okun", "says", "it rains", ["Edda Okun"]),
        Said("Okun", "declined to say", "why", ["Edda Okun"], more={"status": "withheld"}),
    ]
    found = audit_article(shown(text, said, CAST))
    assert found.sources == ()
    assert [status for status, _ in found.statuses] == ["actual", "withheld"]


def test_what_a_person_rejected_is_left_out_and_counted() -> None:
    decision = Judgement("ju1_x", "st1_x", "reject", "ada", "2031-04-06T00:00:00Z")
    found = audit_article(shown_article(audited(TEXT, SAID, CAST, decisions={2: decision})))
    assert (found.reviewed, found.rejected, len(found.statements)) == (1, 1, len(SAID) - 1)
    assert found.unnamed_critical == ()


def test_the_writers_voice_is_counted_where_it_was_looked_for() -> None:
    voice = OwnPassage("vo1_x", "ar", "author", 0, 9, 2, "Aurel Tarr", "ac_2", "critical")
    assert one().voices is None
    found = audit_article(shown(TEXT, SAID[:2], CAST), voices=[voice])
    assert found.voices == (voice,)
    assert [each.voices for each in found.replies if each.name == "Aurel Tarr"] == [("vo1_x",)]
    assert audit_json.article_fields(found)["voice"][0]["holder"] == "author"


def outlet(many: int) -> list[ArticleAudit]:
    """So many articles, over two months, every other one with the unnamed critic."""
    made = []
    for n in range(many):
        metadata = Metadata(publisher="Herald", published=f"2031-0{1 + n % 2}-05")
        made.append(audit_article(shown(TEXT, SAID if n % 2 else SAID[:2], CAST, metadata=metadata, given_id=f"{n}")))
    return made


def test_an_outlet_sums_its_articles_and_has_shares_only_above_the_floor() -> None:
    few = audit_outlet(outlet(FLOOR_ARTICLES - 1))
    assert few.shares == ()
    many = audit_outlet(outlet(FLOOR_ARTICLES))
    shares = {each.of: each for each in many.shares}
    unnamed = shares["articles with an unnamed source"]
    assert (unnamed.part, unnamed.whole, unnamed.method) == (FLOOR_ARTICLES // 2, FLOOR_ARTICLES, "wilson")
    assert unnamed.low < 0.5 < unnamed.high
    assert shares["statements of unnamed sources"].method == "cluster bootstrap"
    assert len(many.statements) == sum(len(each.statements) for each in many.articles)


def test_months_count_their_own_articles() -> None:
    found = audit_outlet(outlet(5))
    assert [(each.month, len(each.articles)) for each in found.months] == [("2031-01", 3), ("2031-02", 2)]
    unnamed = [sum(len(t.statements) for t in each.classes if t.what == "unnamed") for each in found.months]
    assert unnamed == [0, 4]


def test_a_source_in_several_articles_is_one_by_name_and_never_by_description() -> None:
    names = {each.name: len(each.articles) for each in audit_outlet(outlet(4)).regulars}
    assert names == {"Edda Okun": 4, "Works Ministry": 4}


def test_both_audits_hold_to_the_schema() -> None:
    schema = audit_json.schema()
    every = outlet(FLOOR_ARTICLES)
    jsonschema.validate(audit_json.article_fields(every[1]), schema)
    jsonschema.validate(audit_json.outlet_fields(audit_outlet(every), "Herald", "2031", None), schema)


def test_flat_rows_have_the_same_fields() -> None:
    rows = list(audit_json.flat_rows([one()]))
    assert {tuple(row) for row in rows} == {audit_json.COLUMNS}
    assert {row["block"] for row in rows} >= {"source", "class", "trait", "form", "wording", "reply"}


def test_passages_of_the_reading_get_their_holder_by_genre_and_their_object_by_name() -> None:
    made = audited(TEXT, SAID, CAST, metadata=Metadata(publisher="Herald", genre="editorial"))
    actors = {each.id: each for each in made.actors}
    tarr = next(each for each in made.actors if each.name == "Aurel Tarr")
    passage = Span.of(TEXT, 0, 24)
    judging = Voice("vo1_a", passage, 0.8, tarr.id, tarr.mentions[0].span, Stance(1, 0, 0, 0), "critical")
    plain = Voice("vo1_b", passage, 0.8, None, None, Stance(0, 0, 0, 1), "none")
    found = own_passages(made.article, actors, [judging, plain])
    assert [(each.holder, each.object, each.label) for each in found] == [
        ("publisher", "Aurel Tarr", "critical"),
        ("publisher", None, "none"),
    ]
    assert {each.words for each in found} == {words_in(passage.text)}

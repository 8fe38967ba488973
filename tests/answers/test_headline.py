"""What headline, lead and caption promise, and whether the body holds it."""

import pytest

from sayso.answers.headline import HeadlineCheck, HeadlineState, headline_check
from tests.answers.articles import Said, people, shown

CAST = people(
    Edda_Okun="person",
    Aurel_Tarr="person",
    Milo_Brask="person",
    Lene_Voss="person",
    miners="group",
    Teachers_Union="organization",
)
OKUN = Said("Edda Okun", "said", "Tarr had lied about the dykes", ["Edda Okun"], [("Aurel Tarr", "critical")])
BRASK = Said("Milo Brask", "said", "Tarr was a coward", ["Milo Brask"], [("Aurel Tarr", "critical")])
VOSS = Said("Lene Voss", "said", "Tarr had failed the valley", ["Lene Voss"], [("Aurel Tarr", "critical")])
THANKS = Said("Edda Okun", "thanked", "Tarr for the new bridge", ["Edda Okun"], [("Aurel Tarr", "supportive")])
RAIN = "The rain that fell on the valley for three days stopped on Monday evening."


def check(headline: str, *said: Said, lead: str = RAIN) -> HeadlineCheck:
    body = "\n\n".join(
        f"{each.source} {each.cue} {each.content}." for each in said if each.content not in headline + lead
    )
    return headline_check(shown(f"{headline}\n\n{lead}\n\n{body or RAIN}\n\n{RAIN}", said, CAST))


@pytest.mark.parametrize(
    ("headline", "said", "state"),
    [
        ("Okun attacks Tarr over dykes", [OKUN], "borne_out"),
        ("Okun attacks Tarr over dykes", [THANKS], "summary_only"),
        ("Okun attacks Tarr over dykes", [BRASK], "summary_only"),
        ("Okun praises Tarr", [THANKS], "borne_out"),
        ("Tarr under fire from all sides", [OKUN], "summary_only"),
        ("Tarr under fire from all sides", [OKUN, BRASK, VOSS], "borne_out"),
        ("Tarr under fire from all four sides", [OKUN, BRASK, VOSS], "summary_only"),
        ("Tarr under fire from both sides", [OKUN, BRASK], "borne_out"),
        ("Critics slam Tarr", [OKUN], "summary_only"),
        ("Critics slam Tarr", [OKUN, BRASK], "borne_out"),
        ("New bridge for the valley", [OKUN], "nothing_promised"),
    ],
)
def test_a_headline_is_held_to_what_it_promises(headline: str, said: list[Said], state: HeadlineState) -> None:
    assert check(headline, *said).state == state


def test_a_group_must_speak_in_the_body_itself() -> None:
    lead = "Aurel Tarr drew criticism on Monday from miners and teachers, who met in the rain."
    said = Said("The miners", "said", "Tarr had sold the pit", ["miners"], [("Aurel Tarr", "critical")])
    found = check("New bridge for the valley", said, lead=lead)
    assert [(each.span.text, each.verdict) for each in found.promises] == [
        ("miners", "borne_out"),
        ("teachers", "summary_only"),
    ]
    assert found.state == "partly"
    assert {each.object for each in found.promises} == {"Aurel Tarr"}


def test_what_the_reading_finds_in_a_headline_is_checked_with_its_statement() -> None:
    headline = "Okun says Tarr is a thief"
    said = Said("Okun", "says", "Tarr is a thief", ["Edda Okun"], [("Aurel Tarr", "critical")])
    alone = check(headline, said).promises[0]
    assert (alone.verdict, alone.statements, alone.statement is not None) == ("summary_only", (), True)
    kept = check(headline, said, OKUN).promises[0]
    assert (kept.verdict, kept.speakers) == ("borne_out", ("Edda Okun",))


def test_a_breadth_shows_who_judges_though_too_few_do() -> None:
    promise = check("Tarr besieged from every side", OKUN, BRASK).promises[0]
    assert (promise.what, promise.verdict) == ("breadth", "summary_only")
    assert promise.speakers == ("Edda Okun", "Milo Brask")
    assert len(promise.statements) == 2


def test_spans_are_those_of_the_text() -> None:
    article = shown(f"Critics slam Tarr\n\n{RAIN}\n\n{RAIN}", [], CAST)
    for each in headline_check(article).promises:
        assert article.text[each.span.start : each.span.end] == each.span.text


@pytest.mark.parametrize(("told", "kept"), [("they hid the losses", True), ("they hid the biscuits", False)])
def test_a_quotation_of_nobody_is_a_claim(told: str, kept: bool) -> None:
    quoted = Said("", "", "‘hid losses’", [])
    promise = check("Bank ‘hid losses’ for years", quoted, Said("Milo Brask", "said", told, ["Milo Brask"])).promises[0]
    assert (promise.what, promise.span.text) == ("claim", "‘hid losses’")
    assert promise.verdict == ("borne_out" if kept else "summary_only")


@pytest.mark.parametrize(("told", "state"), [("a disgrace", "borne_out"), ("good sense", "summary_only")])
def test_praise_is_not_what_critics_say(told: str, state: HeadlineState) -> None:
    said = [
        Said(name, "said", f"the {n} dykes of Tarr were {told}", [name])
        for n, name in enumerate(["Edda Okun", "Milo Brask"], 1)
    ]
    assert check("Critics slam Tarr", *said).state == state


def test_members_bear_out_a_group_by_their_trade() -> None:
    said = [
        Said(f"{trade} {name}", "said", f"the {n} dykes were old", [name])
        for n, (trade, name) in enumerate([("Goalkeeper", "Edda Okun"), ("Captain", "Milo Brask")], 1)
    ]
    assert check("Players furious over dykes", *said).state == "borne_out"
    assert check("Players furious over dykes", said[0]).state == "summary_only"
    assert check("Bishops furious over dykes", *said).state == "summary_only"

"""Decision 20: what headline and lead tell is flagged where the body does not bear it out."""

from collections.abc import Sequence

import pytest

from sayso.classify.summaries import borne_out, borne_out_by_party, leaning, many_claimed, summaries, with_summary_only
from sayso.extract.layout import lay_out
from tests.answers.articles import Said, audited, people

CAST = people(Edda_Okun="person", Aurel_Tarr="person", Milo_Brask="person", farmers="group", Farm_Union="organization")
RAIN = "The rain that fell on the valley for three days stopped on Monday."
ABOVE = Said("Okun", "attacks", "Tarr", ["Edda Okun"], [("Aurel Tarr", "critical")])
BELOW = Said("Okun", "said", "he had lied to the miners about Tarr’s pits", ["Edda Okun"], [("Aurel Tarr", "critical")])
OTHER = Said("Milo Brask", "said", "Tarr was a fool", ["Milo Brask"], [("Aurel Tarr", "critical")])


def flags(text: str, said: Sequence[Said]) -> list[tuple[str, ...]]:
    found = audited(text, said, CAST)
    statements = [row.statement for row in found.rows]
    return [each.flags for each in with_summary_only(statements, found.positions, found.blocks, found.actors)]


def test_a_headline_that_the_body_bears_out_is_not_flagged() -> None:
    text = f"Okun attacks Tarr\n\n{RAIN}\n\nOkun said he had lied to the miners about Tarr’s pits."
    assert flags(text, [ABOVE, BELOW]) == [(), ()]


def test_a_headline_that_only_somebody_else_bears_out_is_flagged() -> None:
    text = f"Okun attacks Tarr\n\n{RAIN}\n\nMilo Brask said Tarr was a fool."
    assert flags(text, [ABOVE, OTHER]) == [("summary_only",), ()]


def test_what_has_not_happened_bears_nothing_out() -> None:
    text = f"Okun attacks Tarr\n\n{RAIN}\n\nOkun said he had lied to the miners about Tarr’s pits."
    later = Said(
        **{
            **{name: getattr(BELOW, name) for name in ("source", "cue", "content", "by", "on")},
            "more": {"status": "anticipated"},
        }
    )
    assert flags(text, [ABOVE, later])[0] == ("summary_only",)


def test_a_group_is_borne_out_by_itself_and_not_by_one_of_others() -> None:
    above = Said("farmers", "condemn", "Tarr", ["farmers"], [("Aurel Tarr", "critical")])
    union = Said("The Farm Union", "said", "Tarr was a fool", ["Farm Union"], [("Aurel Tarr", "critical")])
    one = f"Tarr: farmers condemn Tarr again\n\n{RAIN}\n\nMilo Brask said Tarr was a fool."
    same = (
        f"Tarr: farmers condemn Tarr again\n\n{RAIN}\n\nThe Farm Union said Tarr was a fool. Some farmers said so too."
    )
    speaking = Said("Some farmers", "said", "so too", ["farmers"], [("Aurel Tarr", "critical")])
    assert flags(one, [above, OTHER])[0] == ("summary_only",)
    assert flags(same, [above, union, speaking])[0] == ()


def test_a_lead_that_tells_what_was_said_is_an_account_of_its_own() -> None:
    text = f"Okun said he had lied to the miners about Tarr’s pits for years.\n\n{RAIN}\n\n{RAIN}"
    assert flags(text, [BELOW]) == [()]


def test_a_lead_that_sums_up_is_held_to_the_body() -> None:
    lead = Said("Okun", "attacked", "Tarr on Monday", ["Edda Okun"], [("Aurel Tarr", "critical")])
    text = f"In a day of heavy rain Okun attacked Tarr on Monday.\n\n{RAIN}\n\n{RAIN}"
    assert flags(text, [lead]) == [("summary_only",)]


def test_the_lead_is_the_first_paragraph_that_ends_like_a_sentence() -> None:
    text = f"Okun attacks Tarr\n\nBy Milo Brask\n\n{RAIN}\n\nIt was the wettest spring in the valley for thirty years."
    found = summaries(lay_out(text).blocks)
    assert [each.span.text for each in found.above] == ["Okun attacks Tarr"]
    assert found.lead is not None
    assert found.lead.span.text == RAIN


def test_nothing_is_asked_of_a_text_without_summaries() -> None:
    assert borne_out([], [], lay_out("It rained.").blocks, []) == {}


@pytest.mark.parametrize(
    ("words", "count"),
    [("All parties", 3), ("all four parties", 4), ("both sides", 2), ("from all quarters", 3), ("All 7 camps", 7)],
)
def test_how_many_speakers_a_breadth_claims(words: str, count: int) -> None:
    assert many_claimed(words) == count


@pytest.mark.parametrize(
    ("words", "sign"),
    [("a waste of steel", "critical"), ("good sense", "supportive"), ("good waste", None), ("the bridge", None)],
)
def test_which_way_words_lean(words: str, sign: str | None) -> None:
    assert leaning(words) == sign


def bearing(text: str, *said: Said) -> list[list[str]]:
    """Of the first statement, by member of its list, the contents that bear it out."""
    found = audited(
        text,
        said,
        {
            **CAST,
            "Lene Voss": "person",
            "Dock Union": "organization",
            "miners": "group",
            "teachers": "group",
            "unions": "group",
        },
    )
    statements = [row.statement for row in found.rows]
    by_id = {each.id: each.content_text for each in statements}
    parts = borne_out_by_party(statements, found.positions, found.blocks, found.actors)[statements[0].id]
    return [[by_id[one] for one in ids] for _, ids in parts]


def test_a_refusal_is_no_defence_but_bears_out_a_rejection() -> None:
    told = Said("Okun", "refused", "to defend the pits of the valley", ["Edda Okun"])
    text = "Okun {}\n\n{}\n\nOkun refused to defend the pits of the valley."
    defends = Said("Okun", "defends", "the pits", ["Edda Okun"])
    rejects = Said("Okun", "rejects", "the pits", ["Edda Okun"])
    withheld = Said("Okun", "declined", "to speak", ["Edda Okun"], more={"status": "withheld"})
    assert bearing(text.format("defends the pits", RAIN), defends, told) == [[]]
    assert bearing(text.format("rejects the pits", RAIN), rejects, told) == [[told.content]]
    assert bearing(f"Okun rejects the pits\n\n{RAIN}\n\nOkun declined to speak.", rejects, withheld) == [[]]


def test_thanks_to_others_are_not_those_of_the_headline() -> None:
    above = Said("Okun", "thanks", "miners for help", ["Edda Okun"], [("miners", "supportive")])
    below = Said("Okun", "thanked", "the teachers", ["Edda Okun"], [("teachers", "supportive")])
    text = f"Okun thanks miners for help\n\n{RAIN}\n\nOkun thanked the teachers."
    assert bearing(text, above, below) == [[]]
    assert bearing(f"{text} The miners had left.", above, below) == [["the teachers"]]


def test_each_member_of_a_list_is_held_to_the_body() -> None:
    above = Said("The farmers and the teachers", "say", "it rained", ["farmers", "teachers"])
    text = f"The farmers and the teachers say it rained\n\n{RAIN}\n\nThe farmers said the dykes were wet."
    below = Said("The farmers", "said", "the dykes were wet", ["farmers"])
    assert bearing(text, above, below) == [["the dykes were wet"], []]


def test_a_group_is_borne_out_by_its_members_and_by_none_of_another_trade() -> None:
    above = Said("Players", "blame", "the coach", [], more={})
    text = "Players blame the coach\n\n{}\n\n{} Milo Brask said there was no plan for the day."
    said = Said("{} Milo Brask", "said", "there was no plan for the day", ["Milo Brask"])
    for trade, wanted in (("Goalkeeper", [[said.content]]), ("Usher", [[]])):
        told = Said(said.source.format(trade), said.cue, said.content, said.by)
        assert bearing(text.format(RAIN, trade), above, told) == wanted


def test_all_parties_are_not_borne_out_by_others() -> None:
    above = Said("Both parties", "reject", "the dykes", [])
    parts = [
        Said("Milo Brask of the {} Party", "said", "it was folly", ["Milo Brask"]),
        Said("Lene Voss of the {} Party", "said", "it was theft", ["Lene Voss"]),
    ]
    for kind, count in (("Party", 2), ("Choir", 0)):
        told = [
            Said(
                f"{each.by[0]} of the Green {kind}".replace("Green Choir", "Village Choir"),
                each.cue,
                each.content,
                each.by,
            )
            for each in parts
        ]
        body = " ".join(f"{each.source} said {each.content}." for each in told)
        assert [len(each) for each in bearing(f"Both parties reject the dykes\n\n{RAIN}\n\n{body}", above, *told)] == [
            count
        ]


def test_one_union_is_not_unions() -> None:
    above = Said("The unions", "welcome", "the deal", ["unions"])
    below = [
        Said("The Farm Union", "said", "the deal was fair", ["Farm Union"]),
        Said("The Dock Union", "said", "the deal was {}", ["Dock Union"]),
    ]
    for word, count in (("good", 2), ("a fraud", 0)):
        said = [Said(each.source, each.cue, each.content.format(word), each.by) for each in below]
        body = " ".join(f"{each.source} said {each.content}." for each in said)
        assert [len(each) for each in bearing(f"The unions welcome the deal\n\n{RAIN}\n\n{body}", above, *said)] == [
            count
        ]


def test_a_part_of_what_is_judged_is_not_the_one_judged() -> None:
    above = Said("Okun", "thanks", "miners choir", ["Edda Okun"], [("miners", "supportive")])
    below = Said("Okun", "thanked", "the singers and teachers", ["Edda Okun"], [("teachers", "supportive")])
    text = f"Okun thanks miners choir\n\n{RAIN}\n\nOkun thanked the singers and teachers."
    assert bearing(text, above, below) == [[below.content]]

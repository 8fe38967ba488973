"""Decision 20: what headline and lead tell is flagged where the body does not bear it out."""

from collections.abc import Sequence

from sayso.classify.summaries import borne_out, summaries, with_summary_only
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

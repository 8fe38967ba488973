"""Who is criticised, and what of their reply an article tells."""

from dataclasses import replace

import pytest

from sayso.answers.reply import Reply, ReplyState, replies, replies_of, with_elsewhere
from sayso.records.audited import Heard
from tests.answers.articles import Said, people, shown

CAST = people(Edda_Okun="person", Aurel_Tarr="person", Milo_Brask="person", Dredging_Board="organization")
CHARGE = "Edda Okun said Tarr had hidden the dredging invoices from the board."
CHARGED = Said(
    "Edda Okun",
    "said",
    "Tarr had hidden the dredging invoices from the board",
    ["Edda Okun"],
    [("Aurel Tarr", "critical")],
)


def rows(after: str, *said: Said, **more: object) -> dict[str, Reply]:
    text = f"Aurel Tarr leads the harbour.\n\n{CHARGE}\n\n{after}"
    made = replies(shown(text, [CHARGED, *said], CAST, **more))
    return {each.name: each for each in made}


def state(after: str, *said: Said) -> ReplyState:
    return rows(after, *said)["Aurel Tarr"].state


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ("It rained.", "not_said"),
        ("Tarr declined to comment.", "declined"),
        ("Tarr, who was abroad, would not comment.", "declined"),
        ("Tarr could not be reached on Monday.", "unreachable"),
        ("Attempts to reach Tarr were unsuccessful.", "unreachable"),
        ("Tarr did not respond to written questions by deadline.", "no_answer"),
        ("Calls to Tarr went unanswered.", "no_answer"),
        ("A spokesman for Tarr did not return calls.", "no_answer"),
        ("Okun could not be reached again.", "not_said"),
        ("Tarr could not be reached, and later declined to comment.", "declined"),
    ],
)
def test_silences_are_told_apart(after: str, wanted: ReplyState) -> None:
    assert state(after) == wanted


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Tarr denied it.", Said("Tarr", "denied", "it", ["Aurel Tarr"])),
        ("Tarr rejected the claim.", Said("Tarr", "rejected", "the claim", ["Aurel Tarr"])),
        ("“I never saw them,” Tarr said.", Said("Tarr", "said", "“I never saw them,”", ["Aurel Tarr"])),
        ("“Okun is tired,” Tarr said.", Said("Tarr", "said", "“Okun is tired,”", ["Aurel Tarr"], [("Edda Okun", "none")])),
        ("Tarr said the dredging invoices were public.", Said("Tarr", "said", "the dredging invoices were public", ["Aurel Tarr"])),
        ("Asked about it, Tarr said: “No.”", Said("Tarr", "said", "“No.”", ["Aurel Tarr"])),
    ],
)  # fmt: skip
def test_an_answer_is_a_reply(sentence: str, said: Said) -> None:
    assert state(sentence, said) == "replied"


def test_what_answers_nothing_is_quoted_and_no_reply() -> None:
    row = rows("“I like boats,” Tarr said.", Said("Tarr", "said", "“I like boats,”", ["Aurel Tarr"]))["Aurel Tarr"]
    assert (row.state, len(row.quoted), row.evidence) == ("not_said", 1, ())


def test_what_is_said_on_behalf_counts_and_names_who_said_it() -> None:
    sentence = "Milo Brask, a spokesman for Tarr, rejected the charge."
    row = rows(sentence, Said("Milo Brask", "rejected", "the charge", ["Milo Brask"]))["Aurel Tarr"]
    assert row.state == "replied"
    assert [each.through for each in row.evidence] == ["Milo Brask"]


def test_a_spokesman_does_not_criticise_his_principal() -> None:
    sentence = "Tarr’s spokesman, Milo Brask, said Tarr never lied."
    said = Said("Milo Brask", "said", "Tarr never lied", ["Milo Brask"], [("Aurel Tarr", "critical")])
    row = rows(sentence, said)["Aurel Tarr"]
    assert (row.state, row.critics) == ("replied", ("Edda Okun",))


def test_what_somebody_quotes_of_a_silence_is_not_the_articles() -> None:
    sentence = "Okun said Tarr did not reply to her questions."
    assert state(sentence, Said("Okun", "said", "Tarr did not reply to her questions", ["Edda Okun"])) == "not_said"


def test_who_is_asked_and_not_criticised_stands_apart() -> None:
    found = rows("Milo Brask declined to comment. His partner, Carla Innes, could not be reached.")
    assert (found["Milo Brask"].state, found["Milo Brask"].critical) == ("declined", ())
    assert (found["Carla Innes"].state, found["Carla Innes"].actor) == ("unreachable", None)


def test_own_side_unsure_and_rejected_criticism_needs_no_reply() -> None:
    own = replace(CHARGED, flags=("own_side",))
    unsure = replace(CHARGED, more={"confidence": 0.4})
    for said in (own, unsure):
        text = f"Aurel Tarr leads.\n\n{CHARGE}"
        assert replies(shown(text, [said], CAST)) == ()


def test_groups_and_nobody_need_not_be_asked() -> None:
    text = f"{CHARGE} She said miners lied."
    said = Said("She", "said", "miners lied", ["Edda Okun"], [("miners", "critical")])
    found = replies(shown(text, [CHARGED, said], {**CAST, "miners": "group"}))
    assert [each.name for each in found] == ["Aurel Tarr"]


def test_the_one_asked_about_has_a_row_though_nobody_criticises() -> None:
    found = replies_of(shown("Aurel Tarr leads. It rained.", [], CAST), ["aurel tarr"])
    assert [(each.name, each.state, each.critical) for each in found] == [("Aurel Tarr", "not_said", ())]


@pytest.mark.parametrize(
    ("content", "published", "wanted"),
    [
        ("“The dredging invoices were never hidden,”", "2031-04-20", "replied_elsewhere"),
        ("“The dredging invoices were never hidden,”", "2029-04-20", "not_said"),
        ("“I like boats,”", "2031-04-20", "not_said"),
    ],
)
def test_a_reply_elsewhere_shares_words_and_time(content: str, published: str, wanted: ReplyState) -> None:
    here = shown(CHARGE, [CHARGED], CAST)
    row = replies(here)[0]
    other = shown(f"{content} Tarr said.", [Said("Tarr", "said", content, ["Aurel Tarr"])], CAST, given_id="b")
    heard = Heard(other.statements[0].id, "ar_b", "ve_b", "Aurel Tarr", published)
    found = with_elsewhere(row, here.statements, [(heard, other.statements[0])], "2031-04-05")
    assert found.state == wanted
    assert bool(found.elsewhere) == (wanted == "replied_elsewhere")


def test_an_article_that_tells_of_silence_keeps_its_state_whatever_stands_elsewhere() -> None:
    here = shown(f"{CHARGE}\n\nTarr declined to comment.", [CHARGED], CAST)
    content = "“The dredging invoices were never hidden,”"
    other = shown(f"{content} Tarr said.", [Said("Tarr", "said", content, ["Aurel Tarr"])], CAST, given_id="b")
    heard = Heard(other.statements[0].id, "ar_b", "ve_b", "Aurel Tarr", "2031-04-05")
    found = with_elsewhere(replies(here)[0], here.statements, [(heard, other.statements[0])], "2031-04-05")
    assert (found.state, len(found.elsewhere)) == ("declined", 1)


def test_the_writers_own_criticism_calls_for_a_reply_too() -> None:
    made = replies(shown("Aurel Tarr leads. It rained.", [], CAST), {"ac_2": ["vo1_x"]})
    assert [(each.name, each.voices, each.state) for each in made] == [("Aurel Tarr", ("vo1_x",), "not_said")]

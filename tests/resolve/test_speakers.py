"""Who speaks, why it is this one, and on whose behalf."""

from dataclasses import replace

import pytest

from sayso.records.statement import Statement
from sayso.resolve.actors import Resolution, resolve
from tests.resolve.said import names, speakers, statement

CONTENT = "the dyke is safe"


def read(before: str, source: str) -> tuple[Resolution, Statement]:
    text = f"{before}{source} said {CONTENT}."
    made = statement(text, source, CONTENT, cue="said")
    return resolve(text, [made], ()), made


@pytest.mark.parametrize(
    ("before", "source", "name", "reason"),
    [
        ("", "Ana Roe", "Ana Roe", "name"),
        ("They met Ana Roe. ", "Roe", "Ana Roe", "surname"),
        ("They met Ana Roe. ", "Mrs Roe", "Ana Roe", "title"),
        ("They met Mayor Ana Roe. ", "The mayor", "Ana Roe", "title"),
        ("They met the Norr Dyke Board (NDB). ", "The NDB", "Norr Dyke Board", "acronym"),
        ("", "The mayor, Ana Roe,", "Ana Roe", "apposition"),
        ("They met Ana Roe. ", "She", "Ana Roe", "pronoun"),
        ("", "The fire brigade", "fire brigade", "nominal"),
        ("", "300 supporters of former President Holm", "300 supporters of former President Holm", "collective"),
        ("", "A baker in Norr", "baker", "unnamed"),
        ("", "Some in the north", "Some in the north", "unnamed"),
        ("", "A stalwart of the Norr Party", "stalwart of the Norr Party", "unnamed"),
        ("They met Ben Holm. ", "His stalwart", "His stalwart", "unnamed"),
        ("", "State ombudsman Ana Roe", "Ana Roe", "name"),
        ("", "Varn’s president Ana Roe", "Ana Roe", "name"),
        ("", "Ana Roe, an aide of Ben Holm,", "Ana Roe", "name"),
        ("", "A report by Ana Roe", "Ana Roe", "document"),
    ],
)
def test_one_speaks(before: str, source: str, name: str, reason: str) -> None:
    assert speakers(*read(before, source)) == [(name, reason)]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Ana Roe and Ben Holm", ["Ana Roe", "Ben Holm"]),
        ("Ana Roe, Ben Holm and the ministry", ["Ana Roe", "Ben Holm", "ministry"]),
        ("Mayor Ana Roe and Senator Ben Holm", ["Ana Roe", "Ben Holm"]),
        ("The ministry and the police", ["ministry", "police"]),
    ],
)
def test_joint_speakers_count_once_each(source: str, who: list[str]) -> None:
    assert [name for name, _ in speakers(*read("", source))] == who


@pytest.mark.parametrize(
    ("source", "principal"),
    [
        ("A spokesman for Ana Roe", "Ana Roe"),
        ("Ben Holm, spokesman for the ministry,", "ministry"),
        ("The ministry’s spokeswoman", "ministry"),
        ("Spokesman Ben Holm, speaking for the premier,", "premier"),
        ("Norr Dyke Board spokesman Ben Holm", "Norr Dyke Board"),
        ("Ben Holm, an NDB spokesman,", "NDB"),
    ],
)
def test_a_spokesperson_speaks_on_behalf_of_the_principal(source: str, principal: str) -> None:
    found, made = read("", source)
    (speaker,) = found.speakers[made.id]
    called = {each.id: each.name for each in found.actors}
    assert speaker.on_behalf_of is not None
    assert called[speaker.on_behalf_of] == principal
    assert called[speaker.actor] != principal


def test_who_hands_out_a_statement_speaks_on_behalf_of_its_author() -> None:
    text = "The palace issued a statement from the king: the dyke is safe. It rained."
    made = statement(text, "The palace", "the dyke is safe", cue="issued a statement")
    found = resolve(text, [made], ())
    called = {each.id: each.name for each in found.actors}
    assert [(called[each.actor], called[each.on_behalf_of or ""]) for each in found.speakers[made.id]] == [
        ("palace", "king")
    ]


def test_you_outside_quotations_is_the_one_interviewed() -> None:
    text = "Ana Roe answered. Ana Roe is mayor. Why do you say the dyke is safe?"
    made = statement(text, "you", "the dyke is safe", cue="say")
    assert speakers(resolve(text, [made], ()), made) == [("Ana Roe", "pronoun")]


def test_whom_a_collective_follows_does_not_speak() -> None:
    found, made = read("", "300 supporters of Ana Roe")
    assert "Ana Roe" in names(found)
    assert [name for name, _ in speakers(found, made)] == ["300 supporters of Ana Roe"]


def test_an_unnamed_source_never_gains_a_name() -> None:
    found, made = read("They met the baker Ana Roe. ", "A baker")
    assert speakers(found, made) == [("baker", "unnamed")]


def test_a_document_without_author_does_not_speak() -> None:
    found, made = read("They met Ana Roe. ", "The report")
    assert speakers(found, made) == []


def test_the_same_document_is_its_authors() -> None:
    text = "A report by Ana Roe said the dyke is safe. The report said the road is not. It said so."
    made = [
        statement(text, "A report by Ana Roe", "the dyke is safe"),
        statement(text, "The report", "the road is not"),
        statement(text, "It", "so."),
    ]
    found = resolve(text, made, ())
    assert [speakers(found, each) for each in made] == [[("Ana Roe", "document")]] * 3


def test_no_source_no_speaker() -> None:
    text = "“We stay.” They met Ana Roe."
    made = statement(text, "", "“We stay.”", "direct")
    assert resolve(text, [made], ()).speakers == {}


def test_he_who_goes_on_speaking_is_the_last_speaker() -> None:
    text = "Mr Roe said the dyke is safe. They had asked Mr Holm. He said the road is not."
    made = [statement(text, "Mr Roe", "the dyke is safe"), statement(text, "He", "the road is not")]
    assert speakers(resolve(text, made, ()), made[1]) == [("Roe", "pronoun")]


def named_by(text: str, source: str, cue: str, content: str, word: str) -> str:
    """The name of the actor that ``word``, at the beginning of the content, stands for."""
    made = statement(text, source, content, cue=cue)
    at = text.index(content)
    found = resolve(text, [made], ())
    return next(a.name for a in found.actors for m in a.mentions if (m.span.start, m.span.text) == (at, word))


def test_him_after_the_cue_is_not_the_one_who_speaks() -> None:
    text = "Tom Holm cut the wages. Ben Lund wrote a letter. On Monday Ben Lund criticised him for the cuts."
    assert named_by(text, "Ben Lund", "criticised", "him for the cuts", "him") == "Tom Holm"


def test_he_as_a_source_in_a_quotation_is_not_the_one_quoted() -> None:
    text = 'Mr Holm left. "This morning he said no dyke is safe", Mr Lund told us. It rained.'
    outer = statement(text, "Mr Lund", '"This morning he said no dyke is safe"', "direct", cue="told", of="st_o")
    inner = replace(statement(text, "he", "no dyke is safe", cue="said"), parent="st_o")
    assert speakers(resolve(text, [outer, inner], ()), inner) == [("Holm", "pronoun")]


def test_he_is_no_newspaper() -> None:
    text = "Ben Holm came. Norr News met him in the town. He said the dyke is safe. It rained."
    made = [statement(text, "Norr News", "him in the town", cue="met"), statement(text, "He", "the dyke is safe")]
    assert speakers(resolve(text, made, ()), made[1]) == [("Ben Holm", "pronoun")]

"""Which mentions of a source speak, and which only describe or belong to one that does."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import speakers, statement


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("France and Norway", ["France", "Norway"]),
        ("The Norr Safety Board (NSB) and Varn Road Agency (VRA)", ["Norr Safety Board", "Varn Road Agency"]),
        (
            "Premier Ana Roe, Ben Holm of the Norr Party, and the Harbour Union",
            ["Ana Roe", "Ben Holm", "Harbour Union"],
        ),
        ("Former President Ana Roe and opposition leader Ben Holm", ["Ana Roe", "Ben Holm"]),
        ("Norr trade and industry commissioner Ana Roe", ["Ana Roe"]),
        ("Norr Party leader and Prime Minister Ana Roe", ["Ana Roe"]),
        ("The county's Police and Crime Commissioner Ana Roe", ["Ana Roe"]),
        ("Norr Falls' first reeve, Ana Roe", ["Ana Roe"]),
        ("One senator, Ana Roe", ["Ana Roe"]),
        ("Norr Harbour–Import Bank president Ana Roe", ["Ana Roe"]),
        ("Ana Roe, a lawyer and the mayor's aide", ["Ana Roe"]),
        ("Ana Roe, director of the Norr Institute and the Harbour Bank", ["Ana Roe"]),
        ("Ana Roe, who met Ben Holm and Ian Lund", ["Ana Roe"]),
        ("Mr. Roe and Mr. Holm", ["Roe", "Holm"]),
        ("Norr Sen. Ana Roe and Varn Rep. Ben Holm", ["Ana Roe", "Ben Holm"]),
        ("Ana Roe, brother of Ian Lund, and Ben Holm", ["Ana Roe", "Ben Holm"]),
        ("Three deputies, Ana Roe, Ben Holm and Ian Lund", ["Ana Roe", "Ben Holm", "Ian Lund"]),
        ("Member of parliament (MP) Ana Roe", ["Ana Roe"]),
        ("Varn Ambassador to Norway Ana Roe", ["Ana Roe"]),
        ("One operative inside Holm Tower", ["One operative"]),
        ("Denmark and Norway officials", ["Norway officials"]),
    ],
)
def test_only_those_joined_speak(source: str, who: list[str]) -> None:
    text = f"{source} said the dyke is safe. It rained all day."
    made = statement(text, source, "the dyke is safe", cue="said")
    assert [name for name, _ in speakers(resolve(text, [made], ()), made)] == who


def test_he_and_another() -> None:
    text = "Ben Holm came. Both he and the county's Police and Crime Commissioner Ana Roe said the dyke is safe. It rained."
    made = statement(text, "he and the county's Police and Crime Commissioner Ana Roe", "the dyke is safe")
    assert speakers(resolve(text, [made], ()), made) == [("Ben Holm", "pronoun"), ("Ana Roe", "name")]

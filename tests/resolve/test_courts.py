"""A court that is called by its rank is the one of that rank among those named."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import speakers, statement


@pytest.mark.parametrize(
    ("named", "source", "who"),
    [
        (
            "The Norr District Court freed him; the Varn Court of Appeal did not. ",
            "the higher court",
            "Varn Court of Appeal",
        ),
        (
            "The Norr District Court freed him; the Varn Court of Appeal did not. ",
            "the lower court",
            "Norr District Court",
        ),
        ("The Norr District Court freed him; the Varn District Court did not. ", "the lower court", "lower court"),
        ("The Norr District Court freed him. ", "the higher court", "higher court"),
    ],
)
def test_the_court_of_a_rank(named: str, source: str, who: str) -> None:
    text = f"{named}On Friday {source} said the ledger is forged."
    made = statement(text, source, "the ledger is forged", cue="said")
    assert [name for name, _ in speakers(resolve(text, [made], ()), made)] == [who]


def test_no_pronoun_means_whom_a_document_goes_to() -> None:
    text = "The embassy gave a dinner. In a note to the ministry, it said the ledger is forged."
    made = statement(text, "it", "the ledger is forged", cue="said")
    assert [name for name, _ in speakers(resolve(text, [made], ()), made)] == ["embassy"]

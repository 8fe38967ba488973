"""What is counted, and what is not (codebook, "What is not counted")."""

from typing import Any

import pytest

from sayso.answers.counting import asks, sort, why_not
from sayso.answers.speaker_keys import Speakers
from tests.answers.facts import DASK, fact


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("rejected", {"decision": "reject"}),
        ("role", {"role": "addressee"}),
        ("role", {"role": "comparand"}),
        ("role", {"role": "beneficiary"}),
        ("role", {"role": "mentioned", "label": "none"}),
        ("status", {"status": "attitude"}),
        ("status", {"status": "anticipated"}),
        ("status", {"status": "hypothetical"}),
        ("status", {"status": "negated"}),
        ("status", {"status": "withheld", "label": "none"}),
        ("status", {"status": "measurement"}),
        ("no_stance", {"label": "none"}),
        ("own_side", {"flags": ("own_side",)}),
        ("own_side", {"speaker": DASK}),
        ("own_side", {"speaker": "Dask"}),
        ("second_hand", {"flags": ("implied", "second_hand")}),
        ("conditional", {"flags": ("conditional", "implied")}),
        ("summary_only", {"flags": ("summary_only",)}),
        ("writer", {"wording": "writer"}),
        ("undecided", {"wording": "undecided"}),
        ("open_speaker", {"speaker": None, "speaker_kind": None}),
    ],
)
def test_what_is_not_counted_says_why(reason: str, changes: dict[str, Any]) -> None:
    assert why_not(fact(1, **changes), own=(DASK, "Dask")) == reason


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"flags": ("implied",)},
        {"flags": ("irony",)},
        {"wording": "quoted"},
        {"label": "mixed"},
        {"decision": "unsure"},
    ],
)
def test_what_is_counted(changes: dict[str, Any]) -> None:
    assert why_not(fact(1, **changes), own=(DASK,)) is None


def test_other_statuses_count_when_asked() -> None:
    assert why_not(fact(1, status="attitude"), statuses=("actual", "attitude")) is None


def test_a_demand_counts_as_a_demand_whatever_its_stance() -> None:
    asked = fact(1, role="addressee", label="none", move="demand")
    assert asks(asked)
    assert why_not(asked) == "role"
    assert asks(fact(2, move="demand"))
    assert not asks(fact(3, move="accuse"))
    assert not asks(fact(4, role="comparand", move="demand"))
    assert not asks(fact(5, move="demand", flags=("second_hand",)))


def test_each_position_is_sorted_once_and_a_demand_twice() -> None:
    facts = [fact(1, move="demand"), fact(2, label="none"), fact(3, speaker="Otto Brenn")]
    found = sort(facts, Speakers().key)
    assert {key[0]: len(held) for key, held in found.counted.items()} == {"mira tolven": 1, "otto brenn": 1}
    assert [each.id for held in found.demands.values() for each in held] == ["po_1"]
    assert {reason: len(held) for reason, held in found.left.items()} == {"no_stance": 1}

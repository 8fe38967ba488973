import pytest

from sayso.records.position import Label, Position, Stance, Wording
from sayso.records.span import Span


@pytest.mark.parametrize(
    ("stance", "label"),
    [
        (Stance(0.7, 0.1, 0.1, 0.1), "critical"),
        (Stance(0.1, 0.7, 0.1, 0.1), "supportive"),
        (Stance(0.4, 0.1, 0.1, 0.4), "none"),
        (Stance(0.4, 0.4, 0.1, 0.1), "supportive"),
    ],
)
def test_the_likeliest_label_counts_and_of_equals_the_milder(stance: Stance, label: Label) -> None:
    assert stance.label == label


@pytest.mark.parametrize(("label", "wording"), [("critical", None), ("none", "quoted")])
def test_a_stance_needs_somebodys_words(label: Label, wording: Wording | None) -> None:
    with pytest.raises(ValueError, match="go together"):
        Position("po1_1", "st1_1", None, "ac_1", "object", Span(0, 1, "a"), None, Stance(1, 0, 0, 0), label, wording)

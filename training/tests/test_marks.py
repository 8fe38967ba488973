import random

import pytest

from training.corpus import Attribution
from training.marks import STYLES, drawn_style, restyled

TEXT = "The mayor said, “We’ll pay,” and left. She added: ``No.''"
SPANS = Attribution(((0, 9),), ((10, 14),), ((16, 27), (TEXT.index("``"), len(TEXT))))


def sliced(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("style", "content"),
    [
        ("curly", ["“We’ll pay,”", "“No.”"]),
        ("straight", ['"We\'ll pay,"', '"No."']),
        ("two_single", ["''We'll pay,''", "''No.''"]),
    ],
)
def test_marks_change_and_spans_follow(style: str, content: list[str]) -> None:
    attribution = Attribution(SPANS.source, SPANS.cue, ((16, 28), SPANS.content[1]))
    text, (moved,) = restyled(TEXT, (attribution,), STYLES[style])
    assert sliced(text, moved.content) == content
    assert sliced(text, moved.source) == ["The mayor"]
    assert sliced(text, moved.cue) == ["said"]


def test_a_text_without_marks_keeps_its_length() -> None:
    text, _ = restyled("It’s fine.", (), STYLES["straight"])
    assert text == "It's fine."


def test_no_style_is_drawn_at_share_zero() -> None:
    assert drawn_style(random.Random(0), 0.0) is None

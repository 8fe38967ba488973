"""What travels with a file is believed only where it belongs to the text."""

import json

import pytest

from sayso.annotations.base import packed, unpacked
from sayso.annotations.document import GivenPosition
from sayso.errors import InputError
from tests.annotations.invented import HARD, VERSION, a_given

GIVEN = (a_given(HARD, ((0, 3),), (), ((4, 9),), positions=(GivenPosition("po1_1", 4, 6, "critical"),)),)
LINE = packed(VERSION, GIVEN)


def test_it_comes_back_equal() -> None:
    assert unpacked(LINE, HARD) == (VERSION, GIVEN)


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        (LINE.replace("[4,9]", "[4,8]"), HARD, "the text was changed, or the file edited"),
        (LINE.replace("[4,9]", "[4,9999]"), HARD, "the text was changed, or the file edited"),
        (LINE.replace("critical", "nice"), HARD, "nice"),
        (LINE.replace("ve1_", "xx1_"), HARD, "ve1_"),
        (LINE.replace('"form"', '"forn"'), HARD, "form"),
        (LINE[:-1], HARD, "export again"),
        (LINE.replace("[4,9]", "[4,Infinity]"), HARD, "export again"),
        ("[" * 100_000, HARD, "export again"),
        (json.dumps([1]), HARD, "export again"),
    ],
)
def test_a_damaged_one_is_refused(line: str, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        unpacked(line, text)

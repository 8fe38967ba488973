"""What a speaker does, by the cue's verb and where that is neutral by the content."""

import pytest

from sayso.classify.moves import move
from sayso.records.statement import Status
from tests.classify.marked import marked


def coded(line: str, status: Status = "actual") -> str:
    found = marked(line, status=status)
    return move(found.text, found.statement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[s Okun] [c accused] [x Tarr of theft].", "accuse"),
        ("[s Okun] [c said] [x Tarr had bribed the judges].", "accuse"),
        ("[s Okun] [c demanded] [x that Tarr resign].", "demand"),
        ("[s Okun] [c said] [x Tarr must resign].", "demand"),
        ("[s Okun] [c asked] [x Tarr to publish the accounts].", "demand"),
        ("[s Okun] [c asked] [x whether Tarr had seen the accounts].", "inform"),
        ("[s Okun] [c told] [x the guards to leave].", "demand"),
        ("[x “Stop the ferries,”] [c said] [s Okun].", "demand"),
        ("[s Okun] [c denied] [x that Tarr had lied].", "deny"),
        ("[s Okun] [c rejected] [x the charge].", "deny"),
        ("[x “He never took a florin,”] [s Okun] [c said].", "deny"),
        ("[s Okun] [c threatened] [x to block the bill].", "threaten"),
        ("[x “If he signs, we will walk out,”] [s Okun] [c said].", "threaten"),
        ("[s Okun] [c promised] [x to mend the wall].", "promise"),
        ("[s Okun] [c said] [x she would mend the wall].", "promise"),
        ("[s Okun] [c conceded] [x that Tarr was right].", "concede"),
        ("[s Okun] [c admitted] [x that she had lied].", "admit"),
        ("[x “I was wrong,”] [s Okun] [c said].", "admit"),
        ("[s Okun] [c warned] [x that the wall would break].", "warn"),
        ("[s Okun] [c predicted] [x that Tarr would win].", "predict"),
        ("[s Okun] [c is expected to accuse] [x Tarr of theft].", "accuse"),
        ("[s Okun] [c thanked] [x Tarr for the soup].", "inform"),
        ("[s Okun] [c said] [x the wall is long].", "inform"),
    ],
)
def test_move(line: str, expected: str) -> None:
    assert coded(line) == expected


@pytest.mark.parametrize("status", ["attitude", "withheld", "negated", "measurement"])
def test_what_was_not_said_is_no_move(status: Status) -> None:
    assert coded("[s Okun] [c accused] [x Tarr of theft].", status) == "inform"

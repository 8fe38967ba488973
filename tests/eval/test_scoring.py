"""The measure: content by half, the right source, one to one; intervals and calibration."""

import pytest

from sayso.scoring import Counts, calibration_error, compare, interval, mark_of, outcomes, reliability

TEXT = "The mayor said taxes will rise. Ada Roe wrote: “No.”"
MAYOR, SAID, RISE = [[0, 9]], [[10, 14]], [[15, 30]]


def statement(source: list[list[int]], content: list[list[int]], **more: object) -> dict[str, object]:
    return {"source": source, "cue": SAID, "content": content, **more}


GOLD = [statement(MAYOR, RISE)]


@pytest.mark.parametrize(
    ("source", "content", "right"),
    [
        (MAYOR, RISE, 1),
        ([[4, 9]], RISE, 1),
        (MAYOR, [[21, 30]], 1),
        (MAYOR, [[26, 30]], 0),
        ([[32, 39]], RISE, 0),
        ([], RISE, 0),
    ],
)
def test_content_by_half_and_the_right_source(source: list[list[int]], content: list[list[int]], right: int) -> None:
    assert compare(TEXT, GOLD, [statement(source, content)]) == Counts(right, 1, 1)


def test_without_source_on_both_sides_counts() -> None:
    assert compare(TEXT, [statement([], RISE)], [statement([], RISE)]).right == 1


def test_one_gold_statement_is_found_once() -> None:
    assert compare(TEXT, GOLD, [statement(MAYOR, RISE), statement(MAYOR, [[15, 29]])]) == Counts(1, 2, 1)


def test_nested_ones_count_only_where_gold_codes_nesting() -> None:
    found = [statement(MAYOR, RISE, parent="st1_x")]
    assert compare(TEXT, GOLD, found) == Counts(0, 0, 1)
    assert compare(TEXT, GOLD, found, nested=True) == Counts(1, 1, 1)


def test_white_space_never_counts() -> None:
    assert compare("a b", [statement([], [[0, 3]])], [statement([], [[0, 1], [2, 3]])]).right == 1


def test_outcomes_tell_the_right_from_the_wrong() -> None:
    found = [statement(MAYOR, RISE, confidence=0.9), statement([], [[32, 39]], confidence=0.4)]
    assert outcomes(TEXT, GOLD, found) == [(0.9, True), (0.4, False)]


@pytest.mark.parametrize(("content", "mark"), [([[47, 52]], "“"), (RISE, None)])
def test_the_mark_a_quote_begins_with(content: list[list[int]], mark: str | None) -> None:
    assert mark_of(TEXT, statement([], content)) == mark


def test_calibration_error_of_honest_and_of_boastful_confidence() -> None:
    honest = [(0.75, n % 4 != 0) for n in range(400)]
    assert calibration_error(honest, bins=1) == pytest.approx(0.0)
    assert calibration_error([(1.0, n % 4 != 0) for n in range(400)], bins=1) == pytest.approx(0.25)


def test_bins_hold_all_and_rise() -> None:
    bins = reliability([(n / 100, True) for n in range(95)], bins=10)
    assert sum(size for _, _, size in bins) == 95
    assert [said for said, _, _ in bins] == sorted(said for said, _, _ in bins)


def test_nothing_found_has_no_error() -> None:
    assert calibration_error([]) == 0


def test_the_interval_holds_the_figure() -> None:
    counts = [Counts(n % 3, 3, 3) for n in range(60)]
    low, high = interval(counts, lambda each: each.f1)
    assert low < sum(counts, Counts()).f1 < high

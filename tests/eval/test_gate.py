"""Floors belong to their data; what is unseen stays so."""

import json
from pathlib import Path

import pytest

from eval import gate
from eval.anchors import read_lines
from eval.splits import part_of, seen, unseen

ROOT = Path(__file__).parents[2]


def test_every_article_of_ours_is_in_one_part() -> None:
    parts = json.loads((ROOT / "eval" / "splits.json").read_text(encoding="utf-8"))
    names = [name for part in parts.values() for name in part]
    assert len(names) == len(set(names))
    for path in gate.OWN:
        for line in read_lines(ROOT / path):
            assert part_of(line) in parts


@pytest.mark.parametrize("path", gate.OWN)
def test_the_unseen_is_left_out(path: str) -> None:
    lines = list(read_lines(ROOT / path))
    assert len(seen(lines)) + len(unseen(lines)) == len(lines)
    assert unseen(lines)


def test_lines_of_other_sets_are_all_seen() -> None:
    assert seen([{"id": "w01", "text": "", "attributions": []}])


def test_a_floor_holds_for_its_own_data_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "polnear"
    other.mkdir()
    (other / "dev.jsonl").write_text('{"id": "x", "text": "He said no.", "attributions": []}\n', encoding="utf-8")
    assert gate._below(gate.POLNEAR, other / "dev.jsonl", {"sha256": "0" * 64, "floors": {}}) == 1
    assert "not the data" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("key", "figure", "bound", "misses"),
    [
        ("f1", 74.9, 75, True),
        ("f1", 75, 75, False),
        ("calibration_error", 5.1, 5, True),
        ("calibration_error", 4, 5, False),
    ],
)
def test_floors_and_ceilings(key: str, figure: float, bound: float, misses: bool) -> None:
    assert gate._misses(key, figure, bound) == misses

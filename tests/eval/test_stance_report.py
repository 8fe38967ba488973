"""What the commands on positions print."""

from pathlib import Path

from eval import stance_report


def test_pairs_that_are_all_scored_apart_print_no_common_share(tmp_path: Path) -> None:
    assert stance_report.pairs(tmp_path) == "minimal pairs: none scored together"

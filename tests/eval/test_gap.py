from pathlib import Path

import pytest

from eval.gap import COLUMNS, Snippet, answer, counts, read_gap, report
from sayso import scoring
from sayso.resolve.scored import linked

TEXT = "Mrs Ada Roe of Varn met Mr Ben Holm. He said that the mill was closed."


def snippet(pronoun: str = "He", *, gold: tuple[bool, bool] = (False, True)) -> Snippet:
    def span(word: str) -> tuple[int, int]:
        return TEXT.index(word), TEXT.index(word) + len(word)

    return Snippet("x-1", TEXT, span(pronoun), (span("Ada Roe"), span("Ben Holm")), gold)


def write(path: Path, *, offset: int) -> Path:
    row = ["x-1", TEXT, "He", str(offset), "Ada Roe", "4", "FALSE", "Ben Holm", "27", "TRUE"]
    path.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    return path


def test_a_line_becomes_a_snippet(tmp_path: Path) -> None:
    assert read_gap(write(tmp_path / "gap.tsv", offset=37)) == [snippet()]


def test_offsets_that_do_not_fit_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"gap\.tsv:2: Pronoun does not stand at 38"):
        read_gap(write(tmp_path / "gap.tsv", offset=38))


def test_another_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gap.tsv").write_text("ID\tText\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has not the columns"):
        read_gap(tmp_path / "gap.tsv")


def test_the_pronouns_cluster_answers() -> None:
    assert answer(snippet(), linked(TEXT, (), ())) == (False, True)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ((True, False), (True, False), (1, 1, 1)),
        ((True, False), (False, True), (0, 1, 1)),
        ((False, False), (True, False), (0, 1, 0)),
        ((False, True), (False, False), (0, 0, 1)),
    ],
)
def test_both_names_are_decisions(gold: tuple[bool, bool], found: tuple[bool, bool], right: tuple[int, ...]) -> None:
    assert counts(gold, found) == scoring.Counts(*right)


def test_the_ratio_is_told_both_ways() -> None:
    text = "Ada Roe met Ada Holm. She left. He left."
    she = Snippet("x-2", text, (22, 25), ((0, 7), (12, 20)), (True, False))
    he = Snippet("x-3", text, (32, 34), ((0, 7), (12, 20)), (True, False))
    told = report("gap", [she, he, he], [(True, True), (True, False), (True, False)])
    assert "masculine / feminine 1.500 (bias as published, feminine / masculine: 0.667)" in told

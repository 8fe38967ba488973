from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from training.stance.batches import batches, collate, sentences
from training.stance.head import StanceHead
from training.stance.pairs import CRITICAL, NONE, SUPPORTIVE, Pair, read_dse, read_newsmtsc


def words(pair: Pair) -> tuple[str, str]:
    holder = pair.text[slice(*pair.holder)] if pair.holder else ""
    return holder, pair.text[slice(*pair.object)]


@pytest.mark.parametrize(
    ("label", "ahead", "back"),
    [("0", NONE, NONE), ("1", SUPPORTIVE, NONE), ("2", NONE, SUPPORTIVE), ("3", CRITICAL, NONE), ("4", NONE, CRITICAL)],
)
def test_a_line_gives_both_directions(tmp_path: Path, label: str, ahead: int, back: int) -> None:
    file = tmp_path / "dse.txt"
    file.write_text(f"[Ada Roe] praised the [Los Angele]s mayor.\tAda Roe\tLos Angele\t{label}\n")
    first, second = read_dse(file)
    assert (words(first), words(second)) == (("Ada Roe", "Los Angeles"), ("Los Angeles", "Ada Roe"))
    assert (first.stance, second.stance) == (ahead, back)
    assert first.text == "Ada Roe praised the Los Angeles mayor."


@pytest.mark.parametrize("line", ["no tabs", "[a] b\ta\tb\t1", "[a] [b]\ta\tb\t9"])
def test_another_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "dse.txt").write_text(line + "\n")
    with pytest.raises(ValueError, match=r"dse\.txt:1"):
        read_dse(tmp_path / "dse.txt")


def test_targets_have_no_holder(tmp_path: Path) -> None:
    (tmp_path / "m.jsonl").write_text(
        '{"sentence": "She lies.", "from": 0, "to": 3, "polarity": -1, "mention": "She"}\n'
    )
    (pair,) = read_newsmtsc(tmp_path / "m.jsonl")
    assert (pair.holder, words(pair), pair.stance) == (None, ("", "She"), CRITICAL)


def test_pairs_of_a_sentence_share_its_window(tokenizer: Tokenizer) -> None:
    text = "the mayor said taxes will rise"
    pairs = [Pair(text, (0, 9), (15, 20), CRITICAL), Pair(text, None, (4, 9), NONE)]
    (made,) = sentences(pairs, tokenizer)
    assert made.spans.tolist() == [[1, 3, 4, 5], [0, 1, 2, 3]]
    assert made.stances.tolist() == [CRITICAL, NONE]


def test_padding_changes_no_logit(tokenizer: Tokenizer) -> None:
    short, long = "the mayor lies.", "she said that the mayor will rise, we added that taxes rise."
    found = sentences([Pair(short, (4, 9), (10, 14), 1), Pair(long, (0, 3), (18, 23), 2)], tokenizer)
    torch.manual_seed(0)
    head = StanceHead(32, size=16, heads=2).eval()
    both = collate(found)
    hidden = torch.randn(2, both.ids.shape[1], 32)
    together = head(hidden, both.layout, both.window, both.spans, both.mask)
    alone = collate(found[:1])
    size = alone.ids.shape[1]
    assert torch.allclose(
        together[:1], head(hidden[:1, :size], alone.layout, alone.window, alone.spans, alone.mask), atol=1e-5
    )


def test_batches_never_end(tokenizer: Tokenizer) -> None:
    found = sentences([Pair(f"the mayor said {'taxes ' * n}", (4, 9), (10, 14), 1) for n in range(5)], tokenizer)
    stream = batches(found, 2, seed=0)
    assert all(1 <= next(stream).ids.shape[0] <= 2 for _ in range(20))

import json
import random
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from training.encoding import encode
from training.positions.head import Outputs, PositionHead, loss
from training.positions.items import UNKNOWN, Item, Judged, public_items, written_items
from eval.public_pairs import CRITICAL, NONE, SUPPORTIVE, Pair, read_dse, read_newsmtsc
from training.positions.windows import Sample, batches, collate, samples
from training.positions.written import WrittenError, parse


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


def line(text: str, **coded: list[object]) -> str:
    return json.dumps({"t": text, "st": "actual", "mv": "inform", "p": coded, "g": "g1"})


def test_marks_become_spans_of_the_text_without_them() -> None:
    item = parse(line("[s we] [c said] [x that [o1 the mayor] [e lies]]", o1=["object", "critical", ["implied"]]))
    assert item.text == "we said that the mayor lies"
    (coded,) = item.positions
    spans = [*item.source, *item.cue, *item.content, coded.mention, *item.evidence]
    assert [item.text[slice(*span)] for span in spans] == ["we", "said", "that the mayor lies", "the mayor", "lies"]
    assert (coded.label, coded.flags) == ("critical", ("implied",))


@pytest.mark.parametrize(
    ("text", "coded", "told"),
    [
        ("[s we] said [x lies]", {}, "no cue"),
        ("[c said] [x [o1 we] lie", {"o1": ["object", "none", []]}, "not closed"),
        ("[c said] [x [o1 we] lie]", {}, "coded"),
        ("[c said] [x [o1 we] lie]", {"o1": ["object", "hostile", []]}, "hostile"),
        ("[c said] [x lies]]", {}, "closed"),
    ],
)
def test_a_line_that_does_not_fit_is_refused(text: str, coded: dict[str, list[object]], told: str) -> None:
    with pytest.raises(WrittenError, match=told):
        parse(line(text, **coded))


def test_every_sentence_of_ours_fits() -> None:
    found = list(written_items(sorted((Path(__file__).parents[1] / "positions" / "written").glob("*.jsonl"))))
    assert len({item.name for item in found}) == len(found) > 0


def item(text: str, mention: tuple[int, int], label: int = 0) -> Item:
    return Item(text, ((0, 9),), (), (), UNKNOWN, UNKNOWN, (Judged(mention, UNKNOWN, label, None),), "test", text, text)


def windows(items: list[Item], tokenizer: Tokenizer, seed: int = 0) -> list[Sample]:
    return list(samples(items, tokenizer, random.Random(seed)))


def test_padding_changes_no_logit(tokenizer: Tokenizer) -> None:
    short, long = "the mayor lies.", "the mayor said that the mayor will rise, we added that taxes rise."
    (alone,) = windows([item(short, (4, 9))], tokenizer)
    (beside,) = windows([item(long, (20, 29))], tokenizer)
    one, both = collate([alone]), collate([alone, beside])
    torch.manual_seed(0)
    head = PositionHead(32, size=16, heads=2).eval()
    hidden = torch.randn(2, both.mask.shape[1], 32)
    together = head(both.stretches(hidden), *both.codes.inputs)
    by_itself = head(one.stretches(hidden[:1, : one.mask.shape[1]]), *one.codes.inputs)
    for name, a, b in zip(("status", "move", "role", "label", "flags"), by_itself, together, strict=False):
        assert torch.allclose(a, b[:1], atol=1e-5), name


@pytest.mark.parametrize(("seed", "count"), [(seed, 1 + 3 * seed) for seed in range(12)])
def test_an_item_stands_in_one_window_with_its_own_words(tokenizer: Tokenizer, seed: int, count: int) -> None:
    items = [item(f"the mayor said that {'taxes ' * n}rise.", (4, 9)) for n in range(count)]
    found = windows(items, tokenizer, seed)
    names = [each.item.name for window in found for each in window.items]
    assert len(set(names)) == len(names) >= 0.9 * count  # one that a window cuts through is left out
    for window in found:
        for each, first in zip(window.items, window.first, strict=True):
            (start, end), *_ = each.mentions.tolist()
            mention = encode("mayor", tokenizer).tokens.ids
            assert window.ids[first + start : first + end].tolist() == mention.tolist()


def test_what_is_not_coded_costs_nothing(tokenizer: Tokenizer) -> None:
    head = PositionHead(32, size=16, heads=2).eval()
    pairs = list(public_items([Pair("the mayor lies", (0, 9), (10, 14), NONE)], "dse"))
    batch = collate(windows(pairs, tokenizer))
    hidden = torch.randn(1, batch.mask.shape[1], 32)
    outputs = Outputs(*head(batch.stretches(hidden), *batch.codes.inputs))
    loss(outputs, batch.codes.wanted).backward()
    assert head.label[-1].weight.grad is not None
    assert head.status[-1].weight.grad is None


def test_batches_never_end(tokenizer: Tokenizer) -> None:
    items = [item(f"the mayor said {'taxes ' * n}", (4, 9)) for n in range(5)]
    stream = batches([items, items[:1]], [2, 1], tokenizer, seed=0)
    assert all(next(stream).ids.shape[0] == 3 for _ in range(20))

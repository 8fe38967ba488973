"""Fit the position head on the states of an exported encoder, calibrate it, export it.

PYTHONPATH=src:. python -m training.positions.fit --model FOLDER --dse FOLDER --out FOLDER [--version 1.0.0]

Learned from: our written sentences without their held-out tenth, each alone and as part of an article, the train part of
our gold, and DSE. The temperature of the
stance (Guo et al. 2017) is found on the held-out tenth and DSE's held-out pairs together. A few minutes on one core.
"""

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from eval.public_pairs import read_dse
from sayso.model.attribution import AttributionModel
from sayso.run_config import RunConfig
from training.positions.batches import groups
from training.positions.export import export
from training.positions.head import Outputs, PositionHead, loss
from training.positions.items import GOLD, Item, gold_of, is_held_out, public_items, written_items
from training.positions.others import with_others
from training.positions.packed import packed
from training.positions.states import Sample, collate, samples

WRITTEN = Path(__file__).parent / "written"
SIZE = 32
OF_DSE = 8000
"""Pairs of DSE that are used: more brought nothing."""
FIRST, THEN = 1, 6
"""Epochs on DSE alone, then on ours with a batch of DSE beside every third one."""
RATES = (1e-3, 8e-4)
SHIFT = (0.0, 0.5, 0.2, 0.0)
"""Added to the logits of LABELS: in news support and mixed judgements were found too seldom, since fewer of our sentences have them.

Chosen from eight on the gate part of our gold, by macro-F1; the unseen part was not looked at.
"""
WARM_UP = 0.1
AVERAGE = 0.995


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the exported encoder")
    parser.add_argument("--dse", type=Path, required=True, help="folder with train.txt and valid.txt")
    parser.add_argument("--out", type=Path, required=True, help="folder for positions.onnx and its manifest")
    parser.add_argument("--version", default="0", help="version of the weights, for the manifest")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    torch.set_num_threads(1)
    model, config = AttributionModel(arguments.model), RunConfig()
    ours = list(written_items(sorted(WRITTEN.glob("*.jsonl"))))
    train = [
        *_in_articles([each for each in ours if not is_held_out(each)], arguments.seed),
        *with_others(gold_of("train")),
    ]
    pairs = read_dse(arguments.dse / "train.txt")
    chosen = sorted(random.Random(arguments.seed).sample(pairs, OF_DSE), key=lambda pair: pair.text)
    own = list(samples(train, model, config))
    own += samples(with_others(each for each in ours if not is_held_out(each)), model, config)
    held_out = list(samples(_in_articles([each for each in ours if is_held_out(each)], 0), model, config))
    public = list(samples(packed(list(public_items(chosen, "dse")), random.Random(arguments.seed)), model, config))
    print(f"{len(own)} own statements, {len(held_out)} held out, {len(public)} pairs of DSE", flush=True)
    head = fit(own, public, arguments.seed)
    shift(head, SHIFT)
    heat = temperature(head, held_out)
    about: dict[str, Any] = {
        "version": arguments.version,
        "encoder_sha256": model.manifest.content["files"]["encoder.onnx"],
        "trained_on": {
            "written": digest(sorted(WRITTEN.glob("*.jsonl"))),
            "gold": digest(GOLD),
            "dse": digest([arguments.dse / "train.txt"]),
        },
        "seed": arguments.seed,
        "torch": torch.__version__,
        "calibration": {"temperature": round(heat, 4), "statements": len(held_out)},
    }
    export(head, arguments.out, about)
    print(f"temperature {heat:.3f} -> {arguments.out}")


def _in_articles(items: Sequence[Item], seed: int) -> list[Item]:
    return packed(list(with_others(items)), random.Random(seed))


def fit(own: Sequence[Sample], public: Sequence[Sample], seed: int) -> PositionHead:
    """The head after both stages, with its averaged weights."""
    torch.manual_seed(seed)
    head = PositionHead(own[0].hidden.shape[1])
    _train(head, public, (), FIRST, RATES[0], seed)
    _train(head, own, public, THEN, RATES[1], seed)
    return head.eval()


def shift(head: PositionHead, by: Sequence[float]) -> None:
    """Add ``by`` to the logits of the labels, in the order of LABELS."""
    last = head.label[-1]
    with torch.no_grad():
        last.bias += torch.tensor(by, dtype=last.bias.dtype)


def temperature(head: PositionHead, found: Sequence[Sample]) -> float:
    """What stance logits are divided by so that their probabilities fit best (Guo et al. 2017, section 4.2)."""
    logits, labels = [], []
    with torch.no_grad():
        for at in range(0, len(found), SIZE):
            hidden, codes = collate(found[at : at + SIZE])
            known = codes.wanted.label >= 0
            logits.append(Outputs(*head(hidden, *codes.inputs)).label[known])
            labels.append(codes.wanted.label[known])
    heats = np.exp(np.linspace(np.log(0.5), np.log(3.0), 60)).tolist()
    every, wanted = torch.cat(logits), torch.cat(labels)
    return float(min(heats, key=lambda heat: float(F.cross_entropy(every / heat, wanted))))


def digest(paths: Sequence[Path]) -> str:
    """SHA-256 of the files one after the other."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def _train(
    head: PositionHead, own: Sequence[Sample], beside: Sequence[Sample], epochs: int, rate: float, seed: int
) -> None:
    rng = random.Random(seed)
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.02)
    average = {name: each.detach().clone() for name, each in head.named_parameters()}
    steps = epochs * (len(own) // SIZE + 1)
    others = _endless(beside, rng) if beside else None
    head.train()
    step = 0
    for _ in range(epochs):
        for group in groups(own, [len(each.coded) for each in own], SIZE, rng):
            step += 1
            share = min(1.0, step / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
            for part in optimiser.param_groups:
                part["lr"] = rate * share
            total = _loss(head, group)
            if others is not None and step % 3 == 0:
                total = total + 0.5 * _loss(head, next(others))
            total.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            _follow(average, head, step)
    head.load_state_dict({**head.state_dict(), **average})


def _loss(head: PositionHead, group: Sequence[Sample]) -> Tensor:
    hidden, codes = collate(group)
    return loss(Outputs(*head(hidden, *codes.inputs)), codes.wanted)


def _endless(found: Sequence[Sample], rng: random.Random) -> Iterator[list[Sample]]:
    while True:
        yield from groups(found, [len(each.coded) for each in found], SIZE, rng)


@torch.no_grad()
def _follow(average: dict[str, Tensor], head: PositionHead, step: int) -> None:
    decay = min(AVERAGE, (1 + step) / (10 + step))
    for name, each in head.named_parameters():
        average[name].lerp_(each, 1 - decay)


if __name__ == "__main__":
    main()

"""Train the attribution model; run again with the same arguments to go on after a kill.

PYTHONPATH=src python -m training.train --config training/configs/attribution.toml --data FOLDER --base FOLDER --out FOLDER
"""

import argparse
import hashlib
import json
import logging
import math
import platform
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from eval.public_pairs import read_dse
from training.checkpoint import NAME, Progress, restore, save, start_from
from training.corpus import Article, digest, read_articles, read_other_annotators, split, with_silver
from training.examples import Batch, batch_stream, batches, epoch_examples, masked
from training.objective import objective
from training.optimiser import Average, make_optimiser, set_rate
from training.positions.items import gold_of, is_held_out, public_items, written_items
from training.positions.others import with_others
from training.positions.shared import SharedModel, make_model, position_loss
from training.positions.windows import PositionBatch
from training.positions.windows import batches as batches_of_windows
from training.settings import Settings, as_record, read_settings

log = logging.getLogger(__name__)
REPORT_EVERY = 20
FILES = ("train.jsonl", "several_annotators.jsonl")
WRITTEN = Path(__file__).parent / "positions" / "written"


def main(argv: Sequence[str] | None = None) -> None:
    arguments = _arguments(argv)
    settings = read_settings(arguments.config)
    arguments.out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    others = read_other_annotators(arguments.data / FILES[1])
    articles, held_out = split(read_articles(arguments.data / FILES[0], others), share=settings.held_out)
    articles = articles[: arguments.limit]
    if arguments.silver is not None:
        articles = with_silver(articles, arguments.silver)
    log.info("%d articles to train on, %d held out", len(articles), len(held_out))
    _write_manifest(arguments, settings, len(articles), len(held_out))
    run = Run(settings, arguments.base, arguments.out, arguments.mirror, arguments.start)
    if settings.positions.weight:
        if arguments.dse is None:
            raise SystemExit("the settings ask for positions; give --dse FILE, the training part of DSE")
        run.positions = _positions(arguments.dse, settings, run)
    run.train(articles)


class Run:
    """One training run: the model, its optimiser, and where it stands."""

    def __init__(self, settings: Settings, base: Path, out: Path, mirror: Path | None, start: Path | None = None) -> None:
        self.settings, self.out, self.mirror = settings, out, mirror
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.tokenizer = open_tokenizer(base)
        self.model = make_model(settings)
        self.model.encoder.load_base(base)
        if start is not None:
            start_from(start, self.model)
        self.model.to(self.device)
        self.optimiser = make_optimiser(self.model, settings.optimisation)
        self.average = Average(self.model, settings.optimisation.average)
        self.progress = Progress()
        if (out / NAME).exists():
            self.progress = restore(out / NAME, self.model, self.optimiser, self.average)
            log.info("going on at epoch %d, batch %d", self.progress.epoch, self.progress.position)
        self.saved = time.monotonic()
        self.sums = [0.0] * 5
        self.positions: Iterator[PositionBatch] | None = None

    def train(self, articles: Sequence[Article]) -> None:
        """Train to the end of the schedule."""
        settings, progress = self.settings, self.progress
        self.model.train()
        while progress.epoch < settings.epochs and not self._out_of_time():
            examples = epoch_examples(
                articles, self.tokenizer, settings.examples, seed=settings.seed, epoch=progress.epoch
            )
            groups = batches(examples, settings.batch, seed=settings.seed, epoch=progress.epoch)
            total = settings.epochs * len(groups)
            for position, batch in batch_stream(groups, progress.position):
                started = time.monotonic()
                rate = self._step(batch.to(self.device), total)
                progress.position, progress.step = position + 1, progress.step + 1
                progress.seconds += time.monotonic() - started
                self._report(total, rate)
                if time.monotonic() - self.saved > settings.save_every:
                    self._save()
                if self._out_of_time():
                    break
            if progress.position >= len(groups):
                progress.epoch, progress.position = progress.epoch + 1, 0
            self._save()
        log.info("done: %d steps, %.0f minutes", progress.step, progress.seconds / 60)

    def _step(self, batch: Batch, total: int) -> float:
        optimisation = self.settings.optimisation
        rate = set_rate(self.optimiser, self._share(total), warm_up=optimisation.warm_up)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.settings.bfloat16):
            parts = objective(self.model, masked(batch, self.settings.masked_words), self.settings.losses)
        parts.total.backward()
        if self.positions is not None:
            self._learn_positions(self.positions)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), optimisation.clip)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.average.update(self.model)
        for n, part in enumerate((parts.total, parts.cue, parts.roles, parts.verdict)):
            self.sums[n] += float(part.detach())
        return rate

    def _learn_positions(self, batches: Iterator[PositionBatch]) -> None:
        assert isinstance(self.model, SharedModel)
        batch = next(batches).to(self.device)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.settings.bfloat16):
            loss = position_loss(self.model, batch)
        (self.settings.positions.weight * loss).backward()
        self.sums[4] += float(loss.detach())

    def _share(self, total: int) -> float:
        """How much of the schedule is over, by steps or by time, whichever is further."""
        return min(1.0, max(self.progress.step / total, self.progress.seconds / (self.settings.minutes * 60)))

    def _out_of_time(self) -> bool:
        return self.progress.seconds >= self.settings.minutes * 60

    def _report(self, total: int, rate: float) -> None:
        step, seconds = self.progress.step, self.progress.seconds
        if step % REPORT_EVERY:
            return
        means = [each / REPORT_EVERY for each in self.sums]
        self.sums = [0.0] * 5
        left = min((total - step) * seconds / step, self.settings.minutes * 60 - seconds) / 60
        log.info(
            "epoch %d step %d/%d loss %.4f (cue %.4f roles %.2f verdict %.3f, positions %.3f) rate %.2f, %.2f s a step, %d minutes left",
            self.progress.epoch, step, total, *means, rate, seconds / step, math.ceil(left),
        )  # fmt: skip
        if not math.isfinite(means[0]):
            raise RuntimeError(f"the loss is {means[0]} at step {step}; lower the rate")

    def _save(self) -> None:
        save(self.out, self.model, self.optimiser, self.average, self.progress, self.settings, self.mirror)
        self.saved = time.monotonic()


def _positions(dse: Path, settings: Settings, run: Run) -> Iterator[PositionBatch]:
    """Batches of positions without end; a resumed run takes another order than the one that was cut off."""
    sizes = settings.positions
    ours = (each for each in written_items(sorted(WRITTEN.glob("*.jsonl"))) if not is_held_out(each))
    written = list(with_others([*ours, *gold_of("train")]))
    public = list(public_items(read_dse(dse), "dse"))
    log.info("%d statements of ours and %d public pairs with positions", len(written), len(public))
    seed = settings.seed + run.progress.step
    return batches_of_windows([written, public], [sizes.written, sizes.public], run.tokenizer, seed)


def open_tokenizer(base: Path) -> Tokenizer:
    """The tokenizer of the base encoder, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _write_manifest(arguments: argparse.Namespace, settings: Settings, trained: int, held_out: int) -> None:
    base = arguments.base / "model.safetensors"
    manifest = {
        "settings": as_record(settings),
        "articles": {"trained": trained, "held_out": held_out},
        "data_sha256": digest(arguments.data / name for name in FILES),
        "silver_sha256": hashlib.sha256(arguments.silver.read_bytes()).hexdigest() if arguments.silver else None,
        "base_sha256": hashlib.sha256(base.read_bytes()).hexdigest(),
        "start_sha256": hashlib.sha256(arguments.start.read_bytes()).hexdigest() if arguments.start else None,
        "torch": torch.__version__,
        "python": platform.python_version(),
        "device": "cuda" if torch.cuda.is_available() else platform.machine(),
        "threads": settings.threads,
        "note": "same seed and other threads, torch or machine give other weights",
    }
    (arguments.out / "training.json").write_text(json.dumps(manifest, indent=1) + "\n")


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, required=True, help="settings, TOML")
    parser.add_argument("--data", type=Path, required=True, help="folder with train.jsonl and several_annotators.jsonl")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder of this run; an existing checkpoint is resumed")
    parser.add_argument("--mirror", type=Path, help="folder for a second copy of the newest checkpoint")
    parser.add_argument("--silver", type=Path, help="nested statements that training.silver found")
    parser.add_argument("--start", type=Path, help="checkpoint of another run to begin with, instead of the base alone")
    parser.add_argument("--dse", type=Path, help="training part of DSE, where the settings ask for positions")
    parser.add_argument("--limit", type=int, help="train on this many articles only, for a trial")
    return parser.parse_args(argv)


if __name__ == "__main__":
    main()

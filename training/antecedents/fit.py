"""Fit the antecedent head on the states of an exported encoder, measure it by cross-validation, export it.

PYTHONPATH=src:. python -m training.antecedents.fit --model FOLDER --gap FOLDER --gum FOLDER --out FOLDER [--version 1.0.0]
    [--folds 5] [--scratch FOLDER]

Learned from: GAP (Apache-2.0) and the train part of GUM (annotations CC BY 4.0, texts CC BY). The weights that are written come
from all of them; the figures from folds of GAP's snippets, each judged by a head that saw none of its fold. Snippets with one
text are in one fold. ``--folds 0`` measures nothing. About a minute a fold on one core; reading takes half a minute once for each encoder.
"""

import argparse
import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from eval import gap
from eval.coref import Document, read_gum
from eval.gap import Answer, Snippet, read_gap
from sayso.extract.attribution import Attribution
from sayso.model.attribution import AttributionModel
from sayso.resolve.scored import Asked, linked
from training.antecedents.export import export
from training.antecedents.head import Heads
from training.antecedents.items import Item, gap_items, gum_items, item_of
from training.antecedents.learn import DEFAULT, Settings, learn, shares
from training.antecedents.reading import read_texts
from training.positions.fit import digest

SCRATCH = Path("training/runs/antecedents")


class HeadScorer:
    """A scorer of one text that runs the head as it is, before it is exported."""

    def __init__(self, head: Heads, found: Attribution) -> None:
        self._head, self._found = head, found

    def probabilities(self, asked: Asked) -> list[float] | None:
        item = item_of(asked, self._found, [0] * len(asked.candidates))
        if item is None:
            return None
        made = [0.0] * len(asked.candidates)
        for n, share in zip(item.view.seen, shares(self._head, [item])[0].tolist(), strict=True):
            made[n] = share
        return made


def fold_of(snippet: Snippet, folds: int) -> int:
    """Snippets with one text are in one fold; the fold is drawn by a hash, so that it never changes."""
    return int(hashlib.sha256(snippet.text.encode()).hexdigest(), 16) % folds


def cross_validated(
    snippets: Sequence[Snippet],
    items: Mapping[str, Item],
    beside: Sequence[Item],
    read: Mapping[str, Attribution],
    folds: int,
    seed: int,
    settings: Settings = DEFAULT,
) -> dict[bool, list[Answer]]:
    """The answers to all snippets, each from a head that learned without its fold: with the names given, and without."""
    made: dict[bool, list[Answer]] = {True: [(False, False)] * len(snippets), False: [(False, False)] * len(snippets)}
    for fold in range(folds):
        train = [items[each.name] for each in snippets if each.name in items and fold_of(each, folds) != fold]
        head = learn([*train, *beside], seed, settings)
        for n, each in enumerate(snippets):
            if fold_of(each, folds) == fold:
                for given, answers in made.items():
                    answers[n] = _answer(each, read[each.text], head, given=given)
        print(f"fold {fold + 1} of {folds} learned from {len(train) + len(beside)} pronouns", flush=True)
    return made


def _answer(snippet: Snippet, found: Attribution, head: Heads, *, given: bool) -> Answer:
    named = snippet.names if given else ()
    return gap.answer(snippet, linked(snippet.text, found.statements, found.blocks, HeadScorer(head, found), named))


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of the exported encoder")
    parser.add_argument(
        "--gap", type=Path, required=True, help="folder with gap-development.tsv and gap-validation.tsv"
    )
    parser.add_argument("--gum", type=Path, required=True, help="folder with train/*.conllu")
    parser.add_argument("--out", type=Path, required=True, help="folder for antecedents.onnx and its manifest")
    parser.add_argument("--version", default="0", help="version of the weights, for the manifest")
    parser.add_argument("--folds", type=int, default=5, help="0 to measure nothing")
    parser.add_argument("--scratch", type=Path, default=SCRATCH, help="where texts that were read are kept")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=DEFAULT.epochs)
    parser.add_argument("--heads", type=int, default=DEFAULT.heads, help="how many are trained and averaged")
    chosen = parser.parse_args(argv)
    torch.set_num_threads(1)
    began = time.monotonic()
    model = AttributionModel(chosen.model)
    files = [chosen.gap / f"gap-{part}.tsv" for part in ("development", "validation")]
    snippets = [each for path in files for each in read_gap(path)]
    documents: list[Document] = [read_gum(path) for path in sorted((chosen.gum / "train").glob("*.conllu"))]
    read = read_texts((each.text for each in (*snippets, *documents)), model, chosen.scratch)
    items = dict(gap_items(snippets, read))
    beside = [item for _, item in gum_items(documents, read)]
    print(f"{len(items)} pronouns of GAP, {len(beside)} of GUM, {time.monotonic() - began:.0f} s", flush=True)
    settings = Settings(heads=chosen.heads, epochs=chosen.epochs)
    about: dict[str, Any] = {
        "version": chosen.version,
        "encoder_sha256": model.manifest.content["files"]["encoder.onnx"],
        "trained_on": {"gap": digest(files), "gum": digest(sorted((chosen.gum / "train").glob("*.conllu")))},
        "seed": chosen.seed,
        "settings": asdict(settings),
        "torch": torch.__version__,
    }
    if chosen.folds:
        answers = cross_validated(snippets, items, beside, read, chosen.folds, chosen.seed, settings)
        for given, how in ((True, "names given"), (False, "names found by the resolver")):
            print(gap.report(f"GAP, {chosen.folds} folds, {how}", snippets, answers[given]), flush=True)
        about["cross_validated"] = {"folds": chosen.folds, **gap.figures_of(snippets, answers[False])}
    export(learn([*items.values(), *beside], chosen.seed, settings), chosen.out, about)
    print(f"-> {chosen.out}, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()

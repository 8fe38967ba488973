"""Fit the confidence of exported weights on the held-out articles, and write it to the manifest; suggest thresholds.

PYTHONPATH=src python -m training.calibrate --model FOLDER --data FOLDER --scorer FILE

Everything is fitted on articles that no weight was trained on; the figures printed are out of fold. `polnear/dev` is not
read. The thresholds stand in ``sayso.run_config``; a test compares them with those the manifest was calibrated with.
"""

import argparse
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from sayso.extract.confidence import NAMES
from sayso.extract.selection import Chosen, select
from sayso.model.attribution import AttributionModel
from sayso.run_config import RunConfig
from training.candidates import Proposed, known, propose_for, truth
from training.confidence import Matrix, best_threshold, fit_out_of_fold
from training.corpus import read_articles, split
from training.scoring import MEASURE, figures, open_scorer, percent_off, record

log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--model", type=Path, required=True, help="folder of exported graphs; its manifest is rewritten"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with train.jsonl")
    parser.add_argument("--scorer", type=Path, required=True, help="the scoring script")
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    path = arguments.model / "manifest.json"
    manifest = json.loads(path.read_text())
    _, held_out = split(
        read_articles(arguments.data / "train.jsonl"), share=manifest["training"]["settings"]["held_out"]
    )
    config = RunConfig()
    proposed = propose_for(held_out, AttributionModel(arguments.model), config)
    true = truth(proposed)
    sure = known(proposed)
    regression, chance = fit_out_of_fold(proposed, true, sure)
    scorer = open_scorer(arguments.scorer)

    def scored(changed: RunConfig) -> dict[str, Any]:
        return figures(scorer, held_out, chosen(proposed, chance, changed))

    best = best_threshold(
        lambda at: float(scored(replace(config, threshold=at, threshold_without_source=at))["all"]["F1"])
    )
    log.info("best single threshold %.2f", best)
    for without in (0.2, 0.25, 0.3, 0.35, 0.4):
        for second in (0.1, 0.2, 0.3, 0.4):
            found = scored(replace(config, threshold=best, threshold_without_source=without, second_threshold=second))
            log.info("without source %.2f second %.2f %s", without, second, {
                "F1": found["all"], "direct": found["direct_recall"], "no source": found["no_source_recall"],
            })  # fmt: skip
    manifest["decoding"] |= {
        "settings": asdict(config),
        "confidence": {"weights": dict(zip(NAMES, regression.weights, strict=True)), "constant": regression.constant},
        "found_on": {
            "articles": len(held_out),
            "proposals": int(sure.sum()),
            "calibration_error_percent": percent_off(chance[sure], true[sure]),
            "out_of_fold": scored(config),
            "how": f"logistic regression, 5 folds by article; thresholds: near the best {MEASURE}",
        },
    }
    path.write_text(json.dumps(manifest, indent=1) + "\n")
    log.info(json.dumps(manifest["decoding"]["found_on"], indent=1))


def chosen(proposed: Sequence[Proposed], chance: Matrix, config: RunConfig) -> list[dict[str, Any]]:
    """What is chosen of the proposals, whose probabilities stand in ``chance`` article after article, for the scorer."""
    records, at = [], 0
    for one in proposed:
        pairs = list(zip(one.proposals, chance[at : at + len(one.proposals)].tolist(), strict=True))
        at += len(one.proposals)
        kept = outermost(select(one.article.text, pairs, one.layout, config))
        records.append({"id": one.article.id, "attributions": [record(each.parts, each.confidence) for each in kept]})
    return records


def outermost(kept: Sequence[Chosen]) -> list[Chosen]:
    """Those not told inside the content of another: the annotation marks one level only."""
    return [each for each in kept if not any(_tells(other, each) for other in kept if other is not each)]


def _tells(outer: Chosen, inner: Chosen) -> bool:
    spans = (*inner.parts.source, *inner.parts.cue, *inner.parts.content)
    return any(
        low <= min(start for start, _ in spans) and max(end for _, end in spans) <= high
        for low, high in outer.parts.content
    )


if __name__ == "__main__":
    main()

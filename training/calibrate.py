"""Find the threshold and the calibration of exported weights on the held-out articles, and write them to the manifest.

PYTHONPATH=src python -m training.calibrate --model FOLDER --data FOLDER --scorer FILE

Both are fitted on articles that no weight was trained on; the figures printed are out of fold. `polnear/dev` is not read.
"""

import argparse
import json
import logging
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.candidates import Reading, candidates
from training.confidence import NAMES, best_threshold, calibration_error, fit_out_of_fold, holds, kept
from training.corpus import read_articles, split
from training.readers import GraphReader
from training.scoring import f1, figures, open_scorer, predictions

log = logging.getLogger(__name__)
OVERLAP = 0.7


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of exported graphs; its manifest is rewritten")
    parser.add_argument("--data", type=Path, required=True, help="folder with train.jsonl")
    parser.add_argument("--scorer", type=Path, required=True, help="the scoring script")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    manifest = json.loads((arguments.model / "manifest.json").read_text())
    share = manifest["training"]["settings"]["held_out"]
    _, held_out = split(read_articles(arguments.data / "train.jsonl"), share=share)
    reader = GraphReader(arguments.model, threads=arguments.threads)
    tokenizer = Tokenizer.from_file(str(arguments.model / "tokenizer.json"))
    reading = Reading()
    found = [each for article in held_out for each in candidates(article, reader, tokenizer, reading)]
    truth = holds(found, {article.id: article for article in held_out})
    regression, chance = fit_out_of_fold(found, truth)
    scorer = open_scorer(arguments.scorer)
    score = f1(scorer, held_out)
    threshold = best_threshold(lambda at: score(kept(found, chance, threshold=at, overlap=OVERLAP)))
    chosen = kept(found, chance, threshold=threshold, overlap=OVERLAP)
    manifest["decoding"] |= {
        "cue_floor": reading.floor,
        "bridge": reading.bridge,
        "overlap": OVERLAP,
        "threshold": threshold,
        "confidence": {"weights": dict(zip(NAMES, regression.weights, strict=True)), "constant": regression.constant},
        "found_on": {
            "articles": len(held_out),
            "candidates": len(found),
            "calibration_error_percent": calibration_error(chance, truth),
            "out_of_fold": figures(scorer, held_out, predictions(chosen)),
            "how": "threshold: middle of those within 0.2 F1 of the best; confidence: logistic regression, 5 folds by article",
        },
    }
    (arguments.model / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    log.info("threshold %.2f\n%s", threshold, json.dumps(manifest["decoding"]["found_on"], indent=1))


if __name__ == "__main__":
    main()

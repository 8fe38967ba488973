"""Score exported weights, with the threshold and calibration in their manifest, on annotated articles.

PYTHONPATH=src python -m training.evaluate --model FOLDER --gold FILE.jsonl --scorer FILE [--out FILE.json]
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from sayso.model.windows import WindowSettings
from training.candidates import Reading, candidates
from training.confidence import NAMES, Regression, calibration_error, holds, kept
from training.corpus import Article, read_articles
from training.readers import GraphReader
from training.scoring import figures, open_scorer, predictions


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of exported graphs with a calibrated manifest")
    parser.add_argument("--gold", type=Path, required=True, help="annotated articles, JSON Lines")
    parser.add_argument("--scorer", type=Path, required=True, help="the scoring script")
    parser.add_argument("--out", type=Path, help="file for the figures; other entries in it are kept")
    parser.add_argument("--name", help="entry in that file; default: folder and data set")
    parser.add_argument("--predictions", type=Path, help="file for the statements found")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--context", type=int, default=24, help="tokens of context on each side of a core")
    arguments = parser.parse_args(argv)
    articles = read_articles(arguments.gold)
    result, found = evaluate(arguments.model, articles, arguments.scorer, arguments.context, arguments.threads)
    print(json.dumps(result, indent=1))
    if arguments.predictions:
        arguments.predictions.write_text("".join(json.dumps(each) + "\n" for each in found))
    if arguments.out:
        known = json.loads(arguments.out.read_text()) if arguments.out.exists() else {}
        known[arguments.name or f"{arguments.model.name} {arguments.gold.stem}"] = result
        arguments.out.write_text(json.dumps(known, indent=1) + "\n")


def evaluate(
    model: Path, articles: Sequence[Article], scorer: Path, context: int, threads: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """(figures in percent, statements found by article)."""
    decoding = json.loads((model / "manifest.json").read_text())["decoding"]
    confidence = decoding["confidence"]
    regression = Regression(tuple(confidence["weights"][name] for name in NAMES), confidence["constant"])
    reading = Reading(
        windows=WindowSettings(left=context, right=context), floor=decoding["cue_floor"], bridge=decoding["bridge"]
    )
    reader = GraphReader(model, threads=threads)
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    started = time.perf_counter()
    found = [each for article in articles for each in candidates(article, reader, tokenizer, reading)]
    seconds = time.perf_counter() - started
    chance = regression.probability(found)
    truth = holds(found, {article.id: article for article in articles})
    chosen = predictions(kept(found, chance, threshold=decoding["threshold"], overlap=decoding["overlap"]))
    result = figures(open_scorer(scorer), articles, chosen)
    words = sum(len(article.text.split()) for article in articles)
    result |= {
        "threshold": decoding["threshold"],
        "calibration_error_percent": calibration_error(chance, truth),
        "articles": len(articles),
        "words_a_second": round(words / seconds),
    }
    return result, chosen


if __name__ == "__main__":
    main()

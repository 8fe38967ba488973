"""Score exported weights, read by the run time itself, on annotated articles.

PYTHONPATH=src python -m training.evaluate --model FOLDER --gold FILE.jsonl --scorer FILE [--out FILE.json]
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sayso.extract.attribution import attribute
from sayso.extract.confidence import Regression
from sayso.model.attribution import AttributionModel
from sayso.records import ids
from sayso.records.statement import Statement
from sayso.run_config import RunConfig
from training.candidates import known, propose_for, truth
from training.corpus import Article, read_articles
from training.scoring import figures, open_scorer, percent_off


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--model", type=Path, required=True, help="folder of exported graphs with a calibrated manifest"
    )
    parser.add_argument("--gold", type=Path, required=True, help="annotated articles, JSON Lines")
    parser.add_argument("--scorer", type=Path, required=True, help="the scoring script")
    parser.add_argument("--out", type=Path, help="file for the figures; other entries in it are kept")
    parser.add_argument("--name", help="entry in that file; default: folder and data set")
    parser.add_argument("--predictions", type=Path, help="file for the statements found")
    arguments = parser.parse_args(argv)
    articles = read_articles(arguments.gold)
    result, found = evaluate(AttributionModel(arguments.model), articles, arguments.scorer)
    print(json.dumps(result, indent=1))
    if arguments.predictions:
        arguments.predictions.write_text("".join(json.dumps(each) + "\n" for each in found))
    if arguments.out:
        known = json.loads(arguments.out.read_text()) if arguments.out.exists() else {}
        known[arguments.name or f"{arguments.model.name} {arguments.gold.stem}"] = result
        arguments.out.write_text(json.dumps(known, indent=1) + "\n")


def evaluate(
    model: AttributionModel, articles: Sequence[Article], scorer: Path, config: RunConfig = RunConfig()
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """(figures in percent, statements found by article)."""
    started = time.perf_counter()
    confidence = Regression.of(model.manifest)
    read = [attribute(each.text, ids.text_sha256(each.text), model, confidence, config).statements for each in articles]
    seconds = time.perf_counter() - started
    found = [{"id": a.id, "statements": [_record(each) for each in own]} for a, own in zip(articles, read, strict=True)]
    proposed = propose_for(articles, model, config)
    chance = confidence.probabilities([each for one in proposed for each in one.proposals])
    true, sure = truth(proposed), known(proposed)
    words = sum(len(article.text.split()) for article in articles)
    result = figures(open_scorer(scorer), articles, found) | {
        "calibration_error_percent": percent_off(chance[sure], true[sure]),
        "proposals": int(sure.sum()),
        "statements": sum(len(own) for own in read),
        "articles": len(articles),
        "words_a_second": round(words / seconds),
    }
    return result, found


def _record(statement: Statement) -> dict[str, Any]:
    spans = {
        part: [(span.start, span.end) for span in getattr(statement, part)] for part in ("source", "cue", "content")
    }
    return {**spans, "confidence": statement.confidence, "parent": statement.parent}


if __name__ == "__main__":
    main()

"""Silver labels of nested speech: what a trained model finds when it reads the content of each statement alone.

The corpus gives each word to one statement at most, so a model trained on it learns that nobody speaks inside a content. Read
alone, the same words are a text like any other, and the model finds who speaks in them.

PYTHONPATH=src python -m training.silver --model FOLDER --data FOLDER/train.jsonl --out FILE.jsonl
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.extract.attribution import attribute
from sayso.extract.confidence import Regression
from sayso.model.attribution import AttributionModel
from sayso.records.statement import Statement
from sayso.run_config import RunConfig
from training.corpus import Article, Attribution, Span, read_articles

SUREST = 0.6
"""Confidence from which a statement found in a content is taken for true."""
SHORTEST = 20
"""Characters of a content that can report something."""

_THAT = re.compile(r"(?:that|whether|how)\s+", re.IGNORECASE)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="folder of exported graphs with a calibrated manifest")
    parser.add_argument("--data", type=Path, required=True, help="annotated articles")
    parser.add_argument("--out", type=Path, required=True, help="file for the nested statements, by article id")
    arguments = parser.parse_args(argv)
    model = AttributionModel(arguments.model)
    confidence = Regression.of(model.manifest)
    count = 0
    with arguments.out.open("w", encoding="utf-8") as out:
        for article in read_articles(arguments.data):
            found = list(nested_in(article, model, confidence))
            count += len(found)
            spans = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            out.write(json.dumps({"id": article.id, "attributions": spans}) + "\n")
    print(f"{count} nested statements -> {arguments.out}")


def nested_in(article: Article, model: AttributionModel, confidence: Regression) -> Iterator[Attribution]:
    """Statements inside the contents of the reference annotation, in spans of the article's text."""
    for outer in article.attributions:
        for start, end in outer.content:
            if end - start < SHORTEST:
                continue
            text = article.text[start:end]
            found = _THAT.match(text)
            skipped = found.end() if found else 0
            inside = text[skipped:]
            for each in attribute(inside, "silver", model, confidence, RunConfig()).statements:
                if each.confidence >= SUREST and not _is_all(each, inside):
                    yield _moved(each, start + skipped)


def _is_all(statement: Statement, text: str) -> bool:
    """Whether the content is nearly the whole text: then the outer statement is meant once more."""
    return sum(span.end - span.start for span in statement.content) > 0.9 * len(text)


def _moved(statement: Statement, by: int) -> Attribution:
    parts: list[tuple[Span, ...]] = [
        tuple((span.start + by, span.end + by) for span in part)
        for part in (statement.source, statement.cue, statement.content)
    ]
    return Attribution(*parts)


if __name__ == "__main__":
    main()

"""Texts to measure on: the sample coverage, or a file of one's own."""

import json
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "examples" / "coverage.jsonl"


def load(path: Path | None, least_words: int) -> list[str]:
    """Texts of a JSON Lines file, repeated until they hold ``least_words`` words between them."""
    with (path or SAMPLE).open(encoding="utf-8") as lines:
        own = [str(json.loads(line)["text"]) for line in lines if line.strip()]
    texts: list[str] = []
    while words(texts) < least_words:
        texts += own
    return texts


def words(texts: list[str]) -> int:
    """Words between white space."""
    return sum(len(text.split()) for text in texts)

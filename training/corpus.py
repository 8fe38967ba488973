"""Annotated articles: reading, the held-out tenth, other annotators' versions, and the digest of it all.

Spans are half-open and in code points of the article's text.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated statement; ``source`` may be empty, ``content`` may have several spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One text with every version of its annotation; the first version is the reference."""

    id: str
    text: str
    versions: tuple[tuple[Attribution, ...], ...]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return self.versions[0]

    def drawn(self, rng: random.Random) -> tuple[Attribution, ...]:
        """One version of the annotation; with several annotators their share of votes becomes a share of epochs."""
        return self.versions[0] if len(self.versions) == 1 else rng.choice(self.versions)


def read_articles(path: Path, others: Mapping[str, Sequence[tuple[Attribution, ...]]] | None = None) -> list[Article]:
    """Articles of a JSON Lines file in order; ``others`` adds further versions by article id."""
    articles = []
    for record in _records(path):
        versions = [_attributions(record["attributions"]), *(others or {}).get(record["id"], ())]
        articles.append(Article(record["id"], record["text"], tuple(versions)))
    return articles


def read_other_annotators(path: Path, *, part: str = "train") -> dict[str, list[tuple[Attribution, ...]]]:
    """Further versions by article id, from the file of articles that several people annotated; only one part of the data."""
    return {
        record["id"]: [_attributions(each) for each in record["annotators"].values()]
        for record in _records(path)
        if record["part"] == part
    }


def with_silver(articles: Iterable[Article], path: Path) -> list[Article]:
    """The articles with further statements (``training.silver``) beside each version of their annotation."""
    added = {record["id"]: _attributions(record["attributions"]) for record in _records(path)}
    return [
        Article(each.id, each.text, tuple((*version, *added.get(each.id, ())) for version in each.versions))
        for each in articles
    ]


def is_held_out(article_id: str, *, share: float = 0.1, salt: str = "sayso-held-out-1") -> bool:
    """Whether an article is kept from training, decided by a hash of its id alone: the same in every run."""
    digest = hashlib.sha256(f"{salt}\n{article_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") < share * 2**64


def split(articles: Iterable[Article], *, share: float) -> tuple[list[Article], list[Article]]:
    """(articles to train on, articles held out for thresholds and calibration)."""
    trained: list[Article] = []
    held_out: list[Article] = []
    for article in articles:
        (held_out if is_held_out(article.id, share=share) else trained).append(article)
    return trained, held_out


def digest(paths: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each file, by file name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def as_gold(article: Article) -> dict[str, object]:
    """The article as the scorer reads it, with the reference annotation."""
    parts = [{"source": a.source, "cue": a.cue, "content": a.content} for a in article.attributions]
    return {"id": article.id, "text": article.text, "attributions": parts}


def _records(path: Path) -> Iterable[dict]:
    with path.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _attributions(records: Iterable[Mapping]) -> tuple[Attribution, ...]:
    """Statements that can be learned: those with a cue and a content."""
    return tuple(
        Attribution(*(tuple((start, end) for start, end in record[part]) for part in ("source", "cue", "content")))
        for record in records
        if record["cue"] and record["content"]
    )

"""The writer's voice against gold by sentence, and against NewsSD-ENG (subjective or objective sentences), which is another construct.

A sentence evaluates where a voice lies in it. Read end to end: statements are found, not given. Of the sentences that evaluate in
gold and were found: whose voice, whom it judges and how. An object is right where the mention found overlaps the one coded, or
names the same actor there, or neither has one.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.splits import part_of
from eval.voice_gold import by_sentence, read_voice
from sayso import scoring
from sayso.api import read
from sayso.records.actor import Actor
from sayso.records.article import Article, Metadata
from sayso.records.reading import Reading
from sayso.records.voice import Voice, holder_of
from sayso.scoring import Counts

Line = dict[str, Any]
SUBJECTIVE = "SUBJ"
FOLDER = Path(__file__).parent / "voice"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One coded sentence: the gold voice and the one found in it, either may be None; ``said`` and ``meant`` are the actors."""

    span: tuple[int, int]
    words: str
    gold: Line | None
    found: Voice | None
    holder: str
    actor: Actor | None


@dataclass(frozen=True, slots=True)
class Judged:
    """The sentences of one article, with its genre and what of the voices found was right: (confidence, right)."""

    id: str
    genre: str
    sentences: tuple[Sentence, ...]
    sure: tuple[tuple[float, bool], ...]

    @property
    def counts(self) -> Counts:
        """Of the sentences that evaluate."""
        return Counts(
            sum(each.gold is not None and each.found is not None for each in self.sentences),
            sum(each.found is not None for each in self.sentences),
            sum(each.gold is not None for each in self.sentences),
        )


def judged(line: Line) -> Judged:
    """A gold line read and held against its codes."""
    authors = tuple(line.get("authors") or ())
    metadata = Metadata(
        publisher=line.get("publisher"), agency=line.get("agency"), authors=authors, genre=line["genre"]
    )
    reading = read(Article(line["text"], metadata), any_language=True)
    gold = by_sentence(line)
    actors = {each.id: each for each in reading.actors}
    sentences = []
    for (start, end), coded in zip(line["sentences"], gold, strict=True):
        found = _found(reading, start, end)
        actor = actors.get(found.object) if found and found.object else None
        sentences.append(Sentence((start, end), line["text"][start:end], coded, found, holder_of(metadata), actor))
    return Judged(line["id"], line["genre"], tuple(sentences), tuple(_sure(reading, line, gold)))


def _found(reading: Reading, start: int, end: int) -> Voice | None:
    """The likeliest voice with most of its span in the sentence."""
    inside = [
        each
        for each in reading.voices
        if 2 * (min(each.span.end, end) - max(each.span.start, start)) > each.span.end - each.span.start
    ]
    return max(inside, key=lambda each: each.confidence, default=None)


def _sure(reading: Reading, line: Line, gold: Sequence[Line | None]) -> Iterator[tuple[float, bool]]:
    """Confidence of each voice found in a coded sentence, and whether the sentence evaluates."""
    for each in reading.voices:
        middle = (each.span.start + each.span.end) // 2
        for (start, end), coded in zip(line["sentences"], gold, strict=True):
            if start <= middle < end:
                yield each.confidence, coded is not None


def object_is_right(sentence: Sentence) -> bool:
    """Whether the one found is the one coded; for a sentence that both evaluate."""
    gold, found = sentence.gold, sentence.found
    if gold is None or found is None:
        return False
    if gold["object"] is None or found.mention is None:
        return gold["object"] is None and found.mention is None
    start, end = gold["mention"]
    spans = [found.mention, *(each.span for each in (sentence.actor.mentions if sentence.actor else ()))]
    return any(span.start < end and start < span.end for span in spans)


def figures(articles: Sequence[Judged]) -> dict[str, float]:
    """The figures that have floors, in percent."""
    whole = scoring.total(each.counts for each in articles)
    both = [each for article in articles for each in article.sentences if each.gold and each.found]
    return {
        "precision": 100 * whole.precision,
        "recall": 100 * whole.recall,
        "f1": 100 * whole.f1,
        "holder": _share([each.gold["holder"] == each.holder for each in both if each.gold]),
        "label": _share([each.gold["label"] == each.found.label for each in both if each.gold and each.found]),
        "object": _share([object_is_right(each) for each in both]),
        "object_and_label": _share(
            [
                object_is_right(each) and each.gold["label"] == each.found.label
                for each in both
                if each.gold and each.found
            ]
        ),
        "calibration_error": 100 * scoring.calibration_error([pair for each in articles for pair in each.sure]),
    }


def report(path: Path, *, part: str = "gate", errors: bool = False) -> str:
    """All figures as text, with what they are counted over; ValueError if there is nothing in that part."""
    if path.suffix == ".csv":
        return public(path)
    articles = [judged(line) for line in lines_of(path, part)]
    if not articles:
        raise ValueError(f"{path} has no article in the part {part}; see eval/splits.json")
    found = figures(articles)
    counted = [each.counts for each in articles]
    low, high = scoring.interval(counted, lambda each: each.f1)
    sentences = sum(len(each.sentences) for each in articles)
    told = [
        f"{path.name}, part {part}: {len(articles)} articles, {sentences} sentences, {scoring.total(counted).wanted} evaluate",
        f"  evaluates: P {found['precision']:.1f}  R {found['recall']:.1f}  F1 {found['f1']:.1f}"
        f" (95 % {100 * low:.1f} to {100 * high:.1f})",
    ]
    told += [f"    {genre:10} {line}" for genre, line in _by_genre(articles)]
    both = sum(each.counts.right for each in articles)
    told.append(
        f"  of the {both} that both have: holder {found['holder']:.1f}  label {found['label']:.1f}"
        f"  object {found['object']:.1f}  object and label {found['object_and_label']:.1f}"
    )
    sure = sum(len(each.sure) for each in articles)
    told.append(f"  calibration error {found['calibration_error']:.1f} over {sure} voices found")
    if errors:
        told += [line for article in articles for line in _errors(article)]
    return "\n".join(told)


def lines_of(path: Path, part: str) -> list[Line]:
    """The gold lines of one part, of a file or of all files of a folder; all of a file that is none of ours."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return [line for each in files for line in read_voice(each) if part_of(line) in (part, None)]


def public(path: Path) -> str:
    """NewsSD-ENG: a sentence, read alone, is taken for subjective where it holds a voice."""
    with path.open(encoding="utf-8", newline="") as rows:
        coded = [(" ".join(row["Sentence"].split()), row["Label"] == SUBJECTIVE) for row in csv.DictReader(rows)]
    pairs = [(wanted, bool(read(Article(sentence), any_language=True).voices)) for sentence, wanted in coded]
    counts = [Counts(int(w and f), int(f), int(w)) for w, f in pairs]
    whole = scoring.total(counts)
    low, high = scoring.interval(counts, lambda each: each.f1)
    right = 100 * sum(w == f for w, f in pairs) / max(1, len(pairs))
    return (
        f"{path.name}: {len(pairs)} sentences, {whole.wanted} subjective: P {100 * whole.precision:.1f}"
        f"  R {100 * whole.recall:.1f}  F1 {100 * whole.f1:.1f} (95 % {100 * low:.1f} to {100 * high:.1f}), right {right:.1f}"
    )


def _by_genre(articles: Sequence[Judged]) -> Iterator[tuple[str, str]]:
    genres: dict[str, list[Judged]] = defaultdict(list)
    for each in articles:
        genres[each.genre].append(each)
    for genre, part in sorted(genres.items()):
        whole = scoring.total(each.counts for each in part)
        holders = [s.gold["holder"] == s.holder for each in part for s in each.sentences if s.gold]
        yield (
            genre,
            f"P {100 * whole.precision:.0f} R {100 * whole.recall:.0f} of {whole.wanted}, holder {_share(holders):.0f}",
        )


def _errors(article: Judged) -> Iterator[str]:
    for each in article.sentences:
        if (each.gold is None) != (each.found is None):
            yield f"  {article.id} {'missed' if each.gold else 'false'}: {each.words[:140]}"
        elif each.gold and each.found and not (object_is_right(each) and each.gold["label"] == each.found.label):
            said = each.actor.name if each.actor else None
            yield f"  {article.id} {each.found.label} {said!r}, not {each.gold['label']} {each.gold['object']!r}: {each.words[:100]}"


def _share(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right) if right else 0.0

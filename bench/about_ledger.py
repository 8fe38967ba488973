"""A ledger made up to any size, and how long questions about one actor take in it.

    python -m bench.about_ledger OUT.db --statements 1000000

Articles of 20 statements, each with two positions at most: on one actor 10 % of the statements, on another 1 %, the rest
on 2,000 others. Rows are written in bulk as a writer writes them; ids are the ones that ``sayso verify`` computes.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, insert

from sayso.ledger import position_tables, schema
from sayso.ledger.connection import open_engine, transaction
from sayso.ledger.store import Ledger
from sayso.records import ids
from sayso.records.folding import folded
from sayso.records.position_filter import PositionFilter
from sayso.records.span import Span

TENTH, HUNDREDTH = "Aurel Tarr", "Edda Okun"
OTHERS = 2_000
IN_ARTICLE = 20
AT_ONCE = 500
"""Articles written in one transaction."""
TIMES = 5
LABELS = ("critical", "critical", "supportive", "none", "mixed")
Rows = dict[Table, list[dict[str, object]]]


class Maker:
    """Counts keys and draws what is said; the same for the same number of statements."""

    def __init__(self) -> None:
        self.random = random.Random(7)  # noqa: S311  (what is drawn is no secret)
        self.names = [TENTH, HUNDREDTH, *(f"{first} {last}" for first in FIRST for last in LAST)][: OTHERS + 2]
        self.keys = dict.fromkeys(("article", "statement", "position"), 0)

    def next(self, kind: str) -> int:
        self.keys[kind] += 1
        return self.keys[kind]

    def object(self) -> int:
        """The place in ``names`` of somebody to judge."""
        drawn = self.random.random()
        return 0 if drawn < 0.10 else 1 if drawn < 0.11 else self.random.randrange(2, OTHERS + 2)


SYLLABLES = ("ba", "do", "fe", "gi", "ho", "ka", "le", "mo", "ni", "pa", "ro", "se", "ti", "vu", "wa")
FIRST = [one.capitalize() + two for one in SYLLABLES for two in ("ra", "lin", "mas", "dot")]
LAST = [one.capitalize() + two + "n" for one in SYLLABLES for two in SYLLABLES[:4]]


def make(path: Path, wanted: int) -> None:
    """A new ledger at ``path`` with ``wanted`` statements."""
    with Ledger(path):
        pass
    engine = open_engine(path, create=False)
    maker = Maker()
    run = ids.run_id(model="{}", settings="{}", code="bench")
    with transaction(engine, write=True) as connection:
        connection.execute(
            insert(schema.run).values(key=1, id=run, model="{}", settings="{}", code="bench", added_at="2031-01-01")
        )
        connection.execute(
            insert(position_tables.name),
            [{"key": n, "name": name, "folded": folded(name), "kind": "person"} for n, name in enumerate(maker.names)],
        )
    left = wanted // IN_ARTICLE
    while left > 0:
        with transaction(engine, write=True) as connection:
            for _ in range(min(AT_ONCE, left)):
                write(connection, article(maker, run))
        left -= AT_ONCE
    engine.dispose()


def write(connection: Connection, rows: Rows) -> None:
    for table, values in rows.items():
        if values:
            connection.execute(insert(table), values)


def article(maker: Maker, run: str) -> Rows:
    """The rows of one article with its reading."""
    key = maker.next("article")
    people = [(maker.random.randrange(2, OTHERS + 2), maker.object()) for _ in range(IN_ARTICLE)]
    lines = [f"{maker.names[one]} said that {maker.names[two]} has let the town down badly." for one, two in people]
    text = "\n".join(lines)
    digest = ids.text_sha256(text)
    publisher = f"Herald {key % 40}"
    known = ids.article_id(publisher=publisher, url=None, given_id=f"n{key}", collection=None, text_digest=digest)
    version = ids.version_id(known, digest)
    reading = ids.reading_id(version, run)
    actors = sorted({each for pair in people for each in pair})
    local = {each: n for n, each in enumerate(actors, 1)}
    rows: Rows = {table: [] for table in ORDER}
    at = f"20{20 + key % 12}-{1 + key % 12:02}-{1 + key % 28:02}"
    rows[schema.article] = [{"key": key, "id": known, "publisher": publisher, "given_id": f"n{key}", "added_at": at}]
    rows[schema.article_metadata] = [
        {"key": key, "article": key, "authors": "[]", "genre": "news", "published": at, "added_at": at}
    ]
    rows[schema.version] = [
        {"key": key, "id": version, "article": key, "text_sha256": digest, "added_at": at, "text": text}
    ]
    rows[schema.newest] = [{"article": key, "version": key, "metadata": key}]
    rows[schema.reading] = [
        {
            "key": key,
            "id": reading,
            "version": key,
            "run": 1,
            "statements": IN_ARTICLE,
            "quotes": 0,
            "blocks": 1,
            "read_at": at,
            "actors": len(actors),
            "mentions": 2 * IN_ARTICLE,
            "occasions": 0,
            "speakers": IN_ARTICLE,
            "positions": IN_ARTICLE,
        }
    ]
    rows[schema.current] = [{"version": key, "reading": key, "pinned": 0}]
    rows[schema.block] = [{"reading": key, "number": 0, "kind": "body", "start": 0, "end": len(text), "text": text}]
    rows[position_tables.actor] = [{"reading": key, "number": local[each], "name": each} for each in actors]
    start = 0
    for number, (line, (one, two)) in enumerate(zip(lines, people, strict=True)):
        said = _Said(maker, text, start, line, version, reading)
        said.add(rows, key, number, one, two, local)
        start += len(line) + 1
    return rows


class _Said:
    """One line: its spans and the rows they make."""

    def __init__(self, maker: Maker, text: str, start: int, line: str, version: str, reading: str) -> None:
        self.maker, self.text, self.start, self.end = maker, text, start, start + len(line)
        self.version, self.reading = version, reading

    def span(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, self.start + after)
        return Span.of(self.text, start, start + len(words))

    def add(self, rows: Rows, key: int, number: int, one: int, two: int, local: dict[int, int]) -> None:
        names, draw = self.maker.names, self.maker.random
        source, cue = self.span(names[one]), self.span("said")
        content = Span.of(self.text, self.span("that").start + 5, self.end - 1)
        mention = self.span(names[two], content.start - self.start)
        statement = ids.statement_id(self.version, source=[source], cue=[cue], content=[content])
        of = self.maker.next("statement")
        rows[schema.statement].append({"key": of, "id": statement, "version": key})
        for part, span in (("source", source), ("cue", cue), ("content", content)):
            rows[schema.span].append({"statement": of, "part": part, "number": 0, **_place(span)})
        rows[schema.finding].append(
            {
                "key": of,
                "id": ids.finding_id(self.reading, statement),
                "reading": key,
                "number": number,
                "statement": of,
                "form": "indirect",
                "marks": "none",
                "confidence": draw.uniform(0.5, 1),
                "sentence_start": self.start,
                "sentence_end": self.end,
                "sentence": self.text[self.start : self.end],
                "status": "actual",
                "move": "accuse",
            }
        )
        rows[position_tables.speaker].append({"finding": of, "number": 0, "actor": local[one], "reason": "name"})
        for number_, (who, span) in enumerate(((one, source), (two, mention))):
            place = {"reading": key, "actor": local[who], "number": 2 * number + number_, "kind": "name"}
            rows[position_tables.mention].append({**place, **_place(span)})
        position = ids.position_id(statement, mention=mention, role="object", issue=None)
        rows[position_tables.position].append(
            {"key": of, "id": position, "statement": of, "role": "object", **_place(mention)}
        )
        label = draw.choice(LABELS)
        rows[position_tables.position_finding].append(
            {
                "key": of,
                "id": ids.finding_id(self.reading, position),
                "reading": key,
                "number": number,
                "finding": of,
                "position": of,
                "speaker": local[one],
                "object": local[two],
                "speaker_name": one,
                "object_name": two,
                **{each: 0.91 if each == label else 0.03 for each in ("critical", "supportive", "mixed", "none")},
                "label": label,
                "wording": None if label == "none" else "paraphrased",
                "flags": "",
                "evidence": ids.canonical_json([[content.start, content.end, content.text]]),
            }
        )


ORDER = (
    *(schema.article, schema.article_metadata, schema.version, schema.newest, schema.reading, schema.current),
    *(schema.block, schema.statement, schema.span, position_tables.actor, position_tables.mention, schema.finding),
    *(position_tables.speaker, position_tables.position, position_tables.position_finding),
)


def _place(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.text}


def measure(path: Path) -> Iterator[dict[str, object]]:
    """Seconds of each question: the first time, and the median of the times after it."""
    with Ledger(path, create=False) as ledger:
        questions: dict[str, Callable[[], object]] = {
            "positions_1_percent": lambda: sum(1 for _ in ledger.positions(PositionFilter(), [HUNDREDTH])),
            "positions_10_percent": lambda: sum(1 for _ in ledger.positions(PositionFilter(), [TENTH])),
            "positions_10_percent_one_year": lambda: sum(
                1 for _ in ledger.positions(PositionFilter(since="2025", until="2025"), [TENTH])
            ),
            "positions_by": lambda: sum(1 for _ in ledger.positions_by([ledger_name(3)], PositionFilter())),
            "names": lambda: len(ledger.names("tarr")),
            "all_names": lambda: len(ledger.all_names()),
            "corpus": lambda: ledger.corpus().statements,
        }
        for what, ask in questions.items():
            first, found = _timed(ask)
            later = statistics.median(_timed(ask)[0] for _ in range(TIMES))
            yield {"question": what, "found": found, "first": round(first, 3), "median": round(later, 3)}


def ledger_name(place: int) -> str:
    """A name of the made-up ledger."""
    return Maker().names[place]


def _timed(ask: Callable[[], object]) -> tuple[float, object]:
    begun = time.perf_counter()
    found = ask()
    return time.perf_counter() - begun, found


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.about_ledger", description=__doc__)
    parser.add_argument("ledger", type=Path, help="made if it is not there, then measured")
    parser.add_argument("--statements", type=int, default=200_000)
    options = parser.parse_args()
    if not options.ledger.exists():
        took, _ = _timed(lambda: make(options.ledger, options.statements))
        print(json.dumps({"made": options.statements, "seconds": round(took, 1)}))
    print(json.dumps({"mib": round(options.ledger.stat().st_size / 2**20)}))
    for figure in measure(options.ledger):
        print(json.dumps(figure), flush=True)


if __name__ == "__main__":
    main()

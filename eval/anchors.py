"""Gold from anchors: a coder writes the words, this finds their offsets.

    python -m eval.anchors TEXTS CODING OUT --codebook 1.0 --coder A

TEXTS are articles (JSON Lines with ``id``, ``text`` and metadata). CODING has one line an article: ``{"id", "statements":
[{"source": [anchor, …], "cue": […], "content": […], "form", "marks", "status", "parent": number of a statement or null}]}``.

An anchor is a stretch of the article with the wanted words between ⟦ and ⟧, and as many words around them as make it
unique: ``⟦he⟧ told reporters``. Inside, `` ~~ `` stands for anything between: ``⟦“We shall ~~ this spring.”⟧``. An anchor
that is absent or found twice is an error, so a span always holds what the coder wrote.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.records import ids
from sayso.records.span import Span

LEFT, RIGHT, GAP = "⟦", "⟧", " ~~ "
PARTS = ("source", "cue", "content")


class AnchorError(ValueError):
    """An anchor that names no place, or more than one."""


def locate(text: str, anchor: str) -> Span:
    """The one place ``anchor`` points to."""
    if anchor.count(LEFT) != 1 or anchor.count(RIGHT) != 1:
        raise AnchorError(f"needs one {LEFT}…{RIGHT}: {anchor!r}")
    before, rest = anchor.split(LEFT)
    inside, after = rest.split(RIGHT)
    wanted = ".*?".join(re.escape(piece) for piece in inside.split(GAP))
    found = list(re.finditer(f"{re.escape(before)}({wanted}){re.escape(after)}", text, re.DOTALL))
    if len(found) != 1:
        raise AnchorError(f"found {len(found)} times: {anchor!r}")
    return Span.of(text, found[0].start(1), found[0].end(1))


def compile_line(article: dict[str, Any], coding: dict[str, Any], *, codebook: str, coder: str) -> dict[str, Any]:
    """One gold line. AnchorError names every anchor of the article that does not fit."""
    text, problems = article["text"], []
    version = version_of(article)
    statements: list[dict[str, Any]] = []
    for number, coded in enumerate(coding["statements"], 1):
        parts: dict[str, list[Span]] = {}
        for part in PARTS:
            parts[part] = []
            for anchor in coded.get(part) or []:
                try:
                    parts[part].append(locate(text, anchor))
                except AnchorError as error:
                    problems.append(f"{article['id']} statement {number} {part} {error}")
        ordered = {part: sorted(spans) for part, spans in parts.items()}
        identity = ids.statement_id(version, **ordered)
        spans = {part: ids.offsets(found) for part, found in ordered.items()}
        kept = {field: coded[field] for field in ("form", "marks", "status") if field in coded}
        statements.append({"id": identity, **kept, **spans, "parent": coded.get("parent")})
    if problems:
        raise AnchorError("\n".join(problems))
    for statement in statements:
        if statement["parent"]:
            statement["parent"] = statements[statement["parent"] - 1]["id"]
    ordered_statements = sorted(
        statements, key=lambda statement: min(statement[part][0] for part in PARTS if statement[part])
    )
    return {
        **article,
        "codebook": codebook,
        "coder": coder,
        "text_sha256": ids.text_sha256(text),
        "statements": ordered_statements,
    }


def version_of(article: dict[str, Any]) -> str:
    """The version id under which ``sayso extract --collection gold`` would read the article."""
    digest = ids.text_sha256(article["text"])
    known = {"publisher": article.get("publisher"), "url": article.get("url"), "given_id": article["id"]}
    return ids.version_id(ids.article_id(**known, collection="gold", text_digest=digest), digest)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    packed = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(packed, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("coding", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--codebook", default="1.0")
    parser.add_argument("--coder", required=True)
    options = parser.parse_args()
    articles = {article["id"]: article for article in read_lines(options.texts)}
    rows, problems = [], []
    for coding in read_lines(options.coding):
        try:
            rows.append(compile_line(articles[coding["id"]], coding, codebook=options.codebook, coder=options.coder))
        except AnchorError as error:
            problems.append(str(error))
    if problems:
        raise SystemExit("\n".join(problems))
    write_lines(options.out, rows)
    print(f"{len(rows)} articles, {sum(len(row['statements']) for row in rows)} statements -> {options.out}")


if __name__ == "__main__":
    main()

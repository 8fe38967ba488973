"""The articles of a ledger for annotation tools: one document an article, written into a folder or together into one stream."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from sayso.annotations.document import Document
from sayso.annotations.formats import Tool
from sayso.annotations.giving import document_of
from sayso.ledger.store import Ledger
from sayso.records.filter import StatementFilter
from sayso.records.judgement import Correction
from sayso.records.row import ArticleRow, StatementRow


def documents(ledger: Ledger, articles: Iterable[ArticleRow]) -> Iterator[Document]:
    """Each article in its newest version with all statements shown, one in memory at a time."""
    for article in articles:
        reading = ledger.reading(article.version_id, article.run_id)
        if reading is None:
            continue
        rows = list(ledger.statements(StatementFilter(article=article.article_id)))
        yield document_of(reading, rows, corrections_of(ledger, rows))


def corrections_of(ledger: Ledger, rows: Iterable[StatementRow]) -> dict[str, Correction]:
    """What people put in place of statements of ``rows``, by the id that it is shown under. Only what was judged is looked up."""
    found = {}
    for row in rows:
        correction = ledger.shown_correction(ledger.judged_as(row.statement.id)) if row.judgement else None
        if correction is not None:
            found[row.statement.id] = correction
    return found


def write_together(items: Iterable[Document], tool: Tool, stream: TextIO) -> int:
    """All documents in one stream; their number."""
    count = 0
    stream.write(tool.opens)
    for document in items:
        stream.write(tool.between if count else "")
        stream.write(tool.write(document)[tool.suffixes[0]])
        count += 1
    stream.write(tool.closes)
    return count


def write_folder(items: Iterable[Document], tool: Tool, folder: Path) -> int:
    """Files of each document, named by its version, and what the tool needs to be set up; the number of documents."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for document in items:
        for suffix, text in tool.write(document).items():
            write_text(folder / f"{document.version}{suffix}", text)
        count += 1
    for name, text in tool.beside().items():
        write_text(folder / name, text)
    return count


def write_text(path: Path, text: str) -> None:
    """The text in UTF-8, line ends as they are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)

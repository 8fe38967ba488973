"""``sayso audit``: the sourcing of an article or of a publisher."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Annotated

import typer

from sayso.answers import audit_json
from sayso.answers.audit import ArticleAudit, audit_outlet
from sayso.cli.audit_ask import audits
from sayso.cli.audit_page import show_article, show_outlet
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import Format, show
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records.audited import AuditFilter
from sayso.records.row import ArticleRow, StatementRow

EXAMPLES = """Examples:

  sayso audit https://example.org/2031/01/15/harbour-lease

  sayso audit --publisher "Port Amary Mercury" --since 2031-01

  sayso audit --publisher "Port Amary Mercury" --format json > audit.json

What each line means, its floors and its limits: docs/audit.md."""

NEAR = 5
"""Publishers named where the one asked for has no article."""


def register(app: typer.Typer) -> None:
    app.command("audit", help="Sourcing of an article or a publisher: who, how, reply, headline.", epilog=EXAMPLES)(
        audit
    )


def audit(
    article: Annotated[str | None, typer.Argument(help="An article's id, url, or the id its input gave it.", show_default=False)] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    publisher: Annotated[str | None, typer.Option(help="All articles of exactly this publisher.")] = None,
    since: Annotated[str | None, typer.Option(help="Published on this day or later (ISO 8601).")] = None,
    until: Annotated[str | None, typer.Option(help="Published on this day or earlier.")] = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Every statement with its id, whole.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="Rows shown of each block; 0 shows all.")] = 20,
    how: FormatOption = Format.table,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of --format json and stop.")] = False,
) -> None:  # fmt: skip
    if schema:
        print(json.dumps(audit_json.schema(), ensure_ascii=False, indent=2))
        return
    if article is not None and publisher is not None:
        raise UsageError("give an article or a publisher: sayso audit ARTICLE, or sayso audit --publisher NAME")
    if article is not None and (since or until):
        raise UsageError("--since and --until go with --publisher: one article has one date")
    with Ledger(ledger, create=False) as opened:
        rows = opened.audits().articles(AuditFilter(article, publisher, since, until))
        if publisher is None:
            _one(opened, the_article(article, rows or holding(opened, article)), evidence, limit, how)
        else:
            _many(
                opened,
                articles_of(opened, publisher, rows, filtered=bool(since or until)),
                (publisher, since, until),
                evidence,
                limit,
                how,
            )


def _one(opened: Ledger, row: ArticleRow, evidence: bool, limit: int, how: Format) -> None:
    found = next(audits(opened, [row]))
    if how is Format.json:
        shown = _rows(opened, [found]) if evidence else None
        _print(audit_json.article_fields(found, shown))
    elif how is Format.table:
        show_article(found, _rows(opened, [found]), limit, evidence=evidence)
    else:
        show(audit_json.flat_rows([found]), audit_json.COLUMNS, how)


def _many(
    opened: Ledger,
    rows: Sequence[ArticleRow],
    asked: tuple[str, str | None, str | None],
    evidence: bool,
    limit: int,
    how: Format,
) -> None:
    every = list(audits(opened, rows))
    if how is Format.json:
        shown = _rows(opened, every) if evidence else None
        _print(audit_json.outlet_fields(audit_outlet(every), *asked, shown))
    elif how is Format.table:
        show_outlet(audit_outlet(every), asked, limit, evidence=evidence)
    else:
        show(audit_json.flat_rows(every), audit_json.COLUMNS, how)


def holding(opened: Ledger, asked: str | None) -> Sequence[ArticleRow]:
    """The articles whose title or text has the words asked for."""
    return list(islice(opened.articles(asked), NEAR + 1)) if asked and any(map(str.isalnum, asked)) else ()


def the_article(asked: str | None, rows: Sequence[ArticleRow]) -> ArticleRow:
    """The article meant: the only one there is, or UsageError with those to choose from."""
    if len(rows) == 1:
        return rows[0]
    if not rows:
        told = f"no article {asked}" if asked else "no article"
        raise UsageError(
            f"{told} is in this ledger: give its id, its url, the id its input gave it, or words of its title"
        )
    ids = "; ".join(" ".join(filter(None, (row.article_id, row.metadata.title))) for row in rows[:NEAR])
    if asked is None:
        raise UsageError(
            f"give an article or a publisher: sayso audit ARTICLE, or sayso audit --publisher NAME; articles: {ids}"
        )
    raise UsageError(f"{asked} may be any of several articles; ask for one of them by its id: {ids}")


def articles_of(opened: Ledger, publisher: str, rows: Sequence[ArticleRow], *, filtered: bool) -> Sequence[ArticleRow]:
    if rows:
        return rows
    known = opened.audits().publishers()
    if publisher in known and filtered:
        raise UsageError(f"no article of {publisher} was published then, of {known[publisher]} in this ledger")
    names = ", ".join(list(known)[:NEAR]) or "none is named"
    raise UsageError(f"no article of {publisher} is in this ledger; its publishers with most articles: {names}")


def _rows(opened: Ledger, found: Iterable[ArticleAudit]) -> dict[str, StatementRow]:
    """The statements that audits rest on, by id."""
    ids = [each for one in found for each in _ids(one)]
    return opened.statement_rows_of(dict.fromkeys(ids))


def _ids(found: ArticleAudit) -> Iterable[str]:
    yield from found.statements
    for row in found.replies:
        yield from row.statements
    yield from found.headline.statements


def _print(fields: audit_json.Fields) -> None:
    print(json.dumps(fields, ensure_ascii=False, indent=2))

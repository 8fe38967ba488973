"""``sayso about``: who says what about somebody."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer
from rich.text import Text

from sayso.answers.about import About, about
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import Format, console, plain, show
from sayso.cli.summary import ENGLISH_ONLY
from sayso.cli.titles import article_name, headlines
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.records.corpus import Corpus
from sayso.records.language import Language
from sayso.records.row import StatementRow

EXAMPLES = """Examples:

  sayso about Khamenei

  sayso about "Ali Khamenei" --format csv > about.csv

Counted are statements that hold the name in what is said, or after the cue in their sentence: whole words, last names."""

COLUMNS = ("source", "cue", "content", "form", "confidence", "publisher", "published", "title", "sentence", "id")


def register(app: typer.Typer) -> None:
    app.command("about", help="Who says what about somebody, by source.", epilog=EXAMPLES)(answer)


def answer(
    name: Annotated[str, typer.Argument(help="A name; of a full name the last word decides.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    how: FormatOption = Format.table,
    limit: Annotated[int, typer.Option(min=0, help="Statements shown of each source; 0 shows all.")] = 5,
    sources: Annotated[
        int, typer.Option(min=0, help="Sources shown, those with most statements first; 0 shows all.")
    ] = 12,
) -> None:
    if not any(character.isalnum() for character in name):
        raise UsageError(f"{name!r} is no name; give one word or more")
    with Ledger(ledger, create=False) as opened:
        last = name.split()[-1]
        found = about(name, opened.naming(last), opened.corpus())
        if how is Format.table:
            show_about(found, limit, sources, headlines(opened, shown(found, limit, sources)))
            return
    show((row(each) for group in found.groups for each in group.statements), COLUMNS, how)


def row(found: StatementRow) -> dict[str, Any]:
    """One flat row for a statement and its article."""
    statement, metadata = found.statement, found.metadata
    return {
        "source": statement.source_text,
        "cue": statement.cue_text,
        "content": statement.content_text,
        "form": statement.form,
        "confidence": statement.confidence,
        "publisher": metadata.publisher,
        "published": metadata.published,
        "title": metadata.title,
        "url": metadata.url,
        "sentence": statement.sentence.text,
        "span": [statement.sentence.start, statement.sentence.end],
        "article": found.given_id or found.article_id,
        "judgement": found.decision,
        "id": statement.id,
    }


def shown(found: About, limit: int, sources: int) -> Iterator[StatementRow]:
    """Of each of the first ``sources`` groups the first ``limit`` statements; 0 leaves none out."""
    for group in found.groups[: sources or None]:
        yield from group.statements[: limit or None]


def show_about(found: About, limit: int, sources: int, known: Mapping[str, str]) -> None:
    out = console()
    out.print(Text(f"WHO SAYS WHAT ABOUT {found.name.upper()}?", "bold"))
    out.print(Text(review_note(found), "yellow"))
    out.print(rests_on(found.corpus))
    if foreign := foreign_note(found.corpus):
        out.print(Text(foreign, "yellow"))
    if not found.groups:
        out.print(f"No statement names {found.name}. The silence of these articles is not silence of the world.")
        return
    named = sum(1 for group in found.groups if group.source)
    out.print(
        f"{found.statements} of {found.corpus.statements:,} statements name {found.name}, "
        f"in {found.articles} of {found.corpus.articles:,} articles, from {named} sources as worded (not yet joined into persons)."
    )
    for group in found.groups[: sources or None]:
        heading = plain(group.source) or "(no source named)"
        out.print()
        out.print(Text(f"{heading}", "bold cyan"), Text(f"{len(group.statements)} in {group.articles}", "dim"))
        for each in group.statements[: limit or None]:
            out.print(
                Text("  ")
                + Text(plain(each.statement.cue_text), "green")
                + Text(f" {plain(each.statement.content_text)}")
            )
            out.print(Text(f"      {plain(each.statement.sentence.text)} — {place(each, known)}", "dim"))
        left = len(group.statements) - limit
        if limit and left > 0:
            out.print(Text(f"  … and {left} more (--limit 0 shows all)", "dim"))
    hidden = len(found.groups) - sources
    if sources and hidden > 0:
        out.print()
        out.print(Text(f"… and {hidden} more sources (--sources 0 shows all)", "dim"))


def review_note(found: About) -> str:
    if not found.reviewed and not found.rejected:
        return "machine-coded, unreviewed"
    return f"machine-coded; {found.reviewed} reviewed by a person, {found.rejected} rejected and left out"


def rests_on(corpus: Corpus) -> str:
    """The denominators, in one line: what was read, from whom, when."""
    publishers = [each.value for each in corpus.publishers if each.value]
    unnamed = sum(each.articles for each in corpus.publishers if each.value is None)
    if publishers:
        who = f"{len(publishers)} publisher{'s' if len(publishers) > 1 else ''}"
        who += f" ({unnamed:,} articles without)" if unnamed else ""
    else:
        who = "publisher not given"
    when = (
        f"published {corpus.first_published} to {corpus.last_published}"
        if corpus.first_published
        else "published: not given"
    )
    when += f" ({corpus.undated:,} undated)" if corpus.first_published and corpus.undated else ""
    runs = ", ".join((each.value or "")[:12] for each in corpus.runs)
    return f"Rests on {corpus.articles:,} article{'s' if corpus.articles != 1 else ''} · {who} · {when} · run {runs}"


def foreign_note(corpus: Corpus) -> str:
    """How many articles were read although they are not English, by language; empty if none was."""
    split = [(Language(each.value), each.articles) for each in corpus.text_languages]
    foreign = [(language.name, articles) for language, articles in split if language.foreign]
    if not foreign:
        return ""
    names = ", ".join(f"{name} {articles:,}" for name, articles in foreign)
    return f"{sum(articles for _, articles in foreign):,} not English ({names}): {ENGLISH_ONLY}"


def place(found: StatementRow, known: Mapping[str, str]) -> str:
    """The article, and where in it the sentence stands."""
    span = found.statement.sentence
    return f"{article_name(found, known)} [{span.start},{span.end})"

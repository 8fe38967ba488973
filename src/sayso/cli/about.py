"""``sayso about``: who criticises somebody, and who still supports them."""

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.answers import as_json
from sayso.answers.about import about
from sayso.answers.audit_json import standards_fields
from sayso.answers.camps import schemes_of
from sayso.answers.choose import Ambiguous, Chosen, Unknown, near_names
from sayso.answers.counting import ACTUAL
from sayso.answers.coverage import Coverage, of_articles, of_corpus
from sayso.answers.labels import Labels, labels
from sayso.answers.labels_json import label_fields
from sayso.answers.membership import known_members
from sayso.answers.merged import choose_among, declared_as
from sayso.answers.names import key_words
from sayso.answers.parts import names_of, parts_of
from sayso.answers.positions import Answer, Counting, Question
from sayso.answers.printings import reports_of
from sayso.answers.speakers import Texts
from sayso.answers.standards import Standards
from sayso.answers.voice import Voices, voices
from sayso.answers.voice_json import voice_fields
from sayso.cli.about_options import (
    ASKED,
    LEAST_SURE,
    CampOption,
    ExactOption,
    GenreOption,
    NameArgument,
    PartsOption,
    ProjectOption,
    ReviewedOption,
    SchemeOption,
    SinceOption,
    StatusOption,
    SureOption,
    UntilOption,
)
from sayso.cli.about_page import Page, show_ambiguous, show_answer, show_unknown
from sayso.cli.audit_ask import standards_of
from sayso.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption
from sayso.cli.output import USAGE, Format, show
from sayso.cli.speaker_words import titles_of
from sayso.cli.titles import headlines
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.project import Project, project_of
from sayso.records.article import GENRES
from sayso.records.corpus import Corpus
from sayso.records.position_filter import PositionFilter
from sayso.records.row import StatementRow
from sayso.records.statement import STATUSES, Status

EXAMPLES = """Examples:

  sayso about Khamenei

  sayso about "Ali Khamenei" --since 2019 --evidence

  sayso about "Ali Khamenei" --include-parts --format json > answer.json

Camps and parts are declared in sayso.toml beside the ledger. What is counted, and how: docs/method.md."""

COLUMNS = (
    "source", "speakers", "titles", "cue", "content", "form", "confidence", "publisher", "published", "title", "sentence", "id"
)  # fmt: skip
"""Of the statement table."""

ARTICLES_COMPARED = 1_000
"""Articles whose texts are compared to tell reports from printings; with more, the column stays open."""
STATEMENTS_COMPARED = 2_000
"""Statements whose contents are compared to join occasions; with more, occasions stay apart and their number is one at most."""
ARTICLES_LISTED = 5_000
"""Articles up to which months without any are looked for though nothing is filtered."""
WORDS_SHOWN = 5
"""Statements shown for a name that is nobody's."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one question."""

    name: str
    wanted: PositionFilter
    statuses: tuple[Status, ...]
    scheme: str | None
    camp: str | None
    include_parts: bool
    exact: bool


def register(app: typer.Typer) -> None:
    app.command("about", help="Who criticises somebody, and who still supports them.", epilog=EXAMPLES)(answer)


def answer(
    name: NameArgument = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    how: FormatOption = Format.table,
    since: SinceOption = None,
    until: UntilOption = None,
    publisher: Annotated[str | None, typer.Option(help="Exactly this publisher.", rich_help_panel=ASKED)] = None,
    genre: GenreOption = None,
    scheme: SchemeOption = None,
    camp: CampOption = None,
    include_parts: PartsOption = False,
    status: StatusOption = None,
    min_confidence: SureOption = LEAST_SURE,
    reviewed_only: ReviewedOption = False,
    exact: ExactOption = False,
    project: ProjectOption = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Every statement with its id, whole.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="Rows shown of each block; 0 shows all.")] = 12,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of --format json and stop.")] = False,
) -> None:
    if schema:
        print(json.dumps(as_json.schema(), ensure_ascii=False, indent=2))
        return
    if name is None or not any(character.isalnum() for character in name):
        raise UsageError(
            "give a name of one word or more: sayso about NAME" if name is None else f"{name!r} is no name"
        )
    if genre is not None and genre not in GENRES:
        raise UsageError(f"{genre!r} is no genre; choose one of {', '.join(GENRES)}")
    wanted = PositionFilter(since, until, publisher, genre, (), min_confidence, reviewed_only)
    asked = Asked(" ".join(name.split()), wanted, statuses_of(status), scheme, camp, include_parts, exact)
    with uncollected(), Ledger(ledger, create=False) as opened:
        registry = opened.registry()
        declared = declared_as(known_members(project_of(project, Path(opened.path)), registry), registry)
        chosen = choose_among(asked.name, opened.names(key_words(asked.name)[-1]), registry, exact=exact)
        if not isinstance(chosen, Chosen):
            _unanswered(opened, asked, chosen, how)
            return
        corpus = opened.corpus()
        found = answered(opened, asked, chosen, declared, corpus)
        _write(opened, asked, found, Page(declared, limit, evidence, min_confidence), corpus, how)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for cycles: an answer builds much, drops little, and would spend a third of its time on that."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def row(found: StatementRow) -> dict[str, Any]:
    """One flat row for a statement and its article."""
    statement, metadata = found.statement, found.metadata
    return {
        "source": statement.source_text,
        "speakers": [each.name for each in statement.speakers],
        "titles": titles_of(statement.speakers),
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


def answered(opened: Ledger, asked: Asked, chosen: Chosen, declared: Project, corpus: Corpus) -> Answer:
    """The answer about ``chosen``; ``declared`` has the camps and parts that are known."""
    schemes = schemes_of(declared, asked.scheme, asked.camp)
    parts = parts_of((asked.name, *chosen.names), declared.parts) if asked.include_parts else ()
    question = Question(chosen, asked.statuses, schemes, asked.camp, parts)
    counting = Counting(question, opened.positions(asked.wanted, chosen.names))
    members = counting.members()
    together = opened.registry().together
    return counting.answer(
        _coverage(opened, corpus, asked.wanted),
        _texts(opened, counting),
        opened.positions(asked.wanted, together(names_of(parts))) if parts else (),
        opened.positions_by(together(members), asked.wanted) if members else (),
    )


def _texts(opened: Ledger, counting: Counting) -> Texts:
    """What the texts tell of printings and occasions, as far as there are few enough to compare."""
    versions = counting.versions()
    reports = None
    if len(versions) <= ARTICLES_COMPARED:
        reports = reports_of(opened.texts(versions), versions)
    statements = counting.compared(reports)
    if len(statements) > STATEMENTS_COMPARED:
        return Texts(reports)
    rows = opened.statement_rows_of(statements)
    return Texts(reports, {each: found.statement.content_text for each, found in rows.items()})


def _coverage(opened: Ledger, corpus: Corpus, wanted: PositionFilter) -> Coverage:
    """Of the articles asked; one by one where only a part is asked, or where they are few enough to look for gaps."""
    filtered = any((wanted.since, wanted.until, wanted.publisher, wanted.genre))
    if filtered or corpus.articles <= ARTICLES_LISTED:
        return of_articles(opened.articles(), wanted)
    return of_corpus(corpus)


def _write(opened: Ledger, asked: Asked, found: Answer, page: Page, corpus: Corpus, how: Format) -> None:
    if how is Format.json:
        ids = _evidence(found) if page.evidence else ()
        rows = opened.statement_rows_of(ids) if page.evidence else None
        fair = standards_fields(standards_about(opened, asked, found))
        voice = voice_fields(voices_about(opened, asked, found))
        called = label_fields(labels_about(opened, asked, found))
        fields = as_json.answer_fields(asked.name, found, asked.wanted, rows, fair, voice, called)
        print(json.dumps(fields, ensure_ascii=False, indent=2))
    elif how is Format.table:
        rows = opened.statement_rows_of(page.statements(found))
        replied, heard = standards_about(opened, asked, found), voices_about(opened, asked, found)
        used = labels_about(opened, asked, found)
        show_answer(found, page, corpus, rows, headlines(opened, rows.values()), replied, heard, used)
    else:
        show(as_json.flat_rows(found), as_json.COLUMNS, how)


def standards_about(opened: Ledger, asked: Asked, found: Answer) -> Standards:
    """Replies and headlines of the one asked about and of the declared parts that are asked about too."""
    parts = opened.registry().together(names_of(found.question.parts)) if found.question.parts else ()
    chosen = found.question.chosen
    return standards_of(opened, asked.wanted, dict.fromkeys(chosen.names, chosen.name), parts)


def voices_about(opened: Ledger, asked: Asked, found: Answer) -> Voices:
    """What writers say of the one asked about and of the declared parts that are asked about too; and of everybody else in the
    articles with a position on them, where these are few enough to go through."""
    names = found.question.chosen.names
    parts = opened.registry().together(names_of(found.question.parts)) if found.question.parts else ()
    facts = opened.voices_on(asked.wanted, [*names, *parts])
    if len(found.versions) <= ARTICLES_COMPARED:
        facts += opened.voices_in(asked.wanted, found.versions)
    return voices(facts, names, parts)


def labels_about(opened: Ledger, asked: Asked, found: Answer) -> Labels:
    """What the one asked about and the declared parts that are asked about too are called and call others; and everybody else in
    the articles with a position on them, where these are few enough to go through."""
    names = found.question.chosen.names
    parts = opened.registry().together(names_of(found.question.parts)) if found.question.parts else ()
    facts = opened.labels_on(asked.wanted, [*names, *parts])
    if len(found.versions) <= ARTICLES_COMPARED:
        facts += opened.labels_in(asked.wanted, found.versions)
    return labels(facts, (*names, *parts), [row.speaker for row in found.rows])


def _evidence(found: Answer) -> Sequence[str]:
    """Every statement that a row of the answer rests on, those that are not counted aside."""
    every: Iterable[str] = (
        statement
        for rows in (found.rows, found.said_to, found.withheld, found.parts)
        for each in rows
        for statement in each.statements
    )
    return tuple(dict.fromkeys(every))


def _unanswered(opened: Ledger, asked: Asked, found: Ambiguous | Unknown, how: Format) -> None:
    """Candidates, or near names and the statements that hold the words; an ambiguous name is a call to change."""
    near = near_names(asked.name, opened.all_names()) if isinstance(found, Unknown) else ()
    if how is not Format.table:
        fields = as_json.unanswered_fields(asked.name, found, near)
        print(json.dumps(fields, ensure_ascii=False, indent=2 if how is Format.json else None))
    elif isinstance(found, Unknown):
        worded = about(asked.name, opened.naming(asked.name.split()[-1]), opened.corpus())
        rows = list(islice((each for group in worded.groups for each in group.statements), WORDS_SHOWN))
        show_unknown(worded, near, rows, headlines(opened, rows))
    else:
        show_ambiguous(asked.name, found)
    if isinstance(found, Ambiguous):
        raise typer.Exit(USAGE)


def statuses_of(given: Sequence[str] | None) -> tuple[Status, ...]:
    for each in given or ():
        if each not in STATUSES:
            raise UsageError(f"{each!r} is no status; choose from {', '.join(STATUSES)}")
    return tuple(given or ACTUAL)  # type: ignore[arg-type]  # each is a status

"""``sayso report``: an answer as one self-contained page, to send, to print, to keep."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.answers.choose import Ambiguous, Chosen, Unknown, near_names
from sayso.answers.matrix import Matrix, matrix
from sayso.answers.membership import known_members
from sayso.answers.merged import choose_among, declared_as
from sayso.answers.names import key_words
from sayso.answers.positions import Answer
from sayso.cli.about import Asked, answered, labels_about, standards_about, statuses_of, uncollected, voices_about
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
from sayso.cli.about_words import SAID_AS, WHY, foreign_note, in_short, rests_on, review_note
from sayso.cli.audit_words import HEADLINE_NAMES, STATE_NAMES, promise_words, reply_words
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import messages, plain
from sayso.cli.report_audit import audit_page
from sayso.cli.report_shown import shown, today
from sayso.errors import UsageError
from sayso.ledger.store import Ledger
from sayso.project import project_of
from sayso.records.article import GENRES
from sayso.records.audited import AuditFilter
from sayso.records.corpus import Corpus
from sayso.records.folding import folded
from sayso.records.position_filter import PositionFilter
from sayso.report import about as about_report
from sayso.report import html, pdf
from sayso.report.choice import MOST, chosen
from sayso.report.fairness import FairWords

EXAMPLES = """Examples:

  sayso report "Ali Khamenei" -o report.html

  sayso report "Ali Khamenei" -o report.html --pdf --statements 500

  sayso report --audit https://example.org/2031/01/15/harbour-lease -o audit.html

  sayso report --publisher "Port Amary Mercury" -o sourcing.html

The page holds everything: it needs no network, runs no script, and can be printed. It needs the extra: pip install 'sayso[report]'."""

IN_MATRIX = 14
"""Named speakers whose positions on others are shown."""
OBJECTS = 7
"""Objects they are shown to judge."""
SHOWN = "What is shown"
FAIR = FairWords(STATE_NAMES, HEADLINE_NAMES, promise_words, reply_words)


def register(app: typer.Typer) -> None:
    app.command("report", help="The answer as one self-contained page, for screen, phone and print.", epilog=EXAMPLES)(
        report
    )


def report(
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.", show_default=False)],
    name: NameArgument = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_pdf: Annotated[
        bool, typer.Option("--pdf", help="Print it too, beside the page, with an installed Chromium.")
    ] = False,
    statements: Annotated[int, typer.Option(min=1, help="Statements shown in context.", rich_help_panel=SHOWN)] = MOST,
    limit: Annotated[
        int, typer.Option(min=0, help="Speakers shown of each block; 0 shows all.", rich_help_panel=SHOWN)
    ] = about_report.PEOPLE,
    audited: Annotated[
        str | None,
        typer.Option("--audit", help="The sourcing of this article instead: an id, a url, words of its title."),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    publisher: Annotated[
        str | None, typer.Option(help="Exactly this publisher; alone, its sourcing.", rich_help_panel=ASKED)
    ] = None,
    genre: GenreOption = None,
    scheme: SchemeOption = None,
    camp: CampOption = None,
    include_parts: PartsOption = False,
    status: StatusOption = None,
    min_confidence: SureOption = LEAST_SURE,
    reviewed_only: ReviewedOption = False,
    exact: ExactOption = False,
    project: ProjectOption = None,
) -> None:
    if name is not None and not any(character.isalnum() for character in name):
        raise UsageError(f"{name!r} is no name")
    if (name is not None) + (audited is not None) + (publisher is not None and name is None) != 1:
        raise UsageError("say what the report is about: sayso report NAME, --audit ARTICLE, or --publisher NAME alone")
    if genre is not None and genre not in GENRES:
        raise UsageError(f"{genre!r} is no genre; choose one of {', '.join(GENRES)}")
    printer = pdf.browser() if as_pdf else None
    wanted = PositionFilter(since, until, publisher, genre, (), min_confidence, reviewed_only)
    with uncollected(), Ledger(ledger, create=False) as opened:
        if name is None:
            page = audit_page(opened, AuditFilter(audited, publisher, since, until), statements)
        else:
            asked = Asked(" ".join(name.split()), wanted, statuses_of(status), scheme, camp, include_parts, exact)
            page = about_report.page(_material(opened, asked, project, statements, limit))
        written = html.render(page)
    _write(written, output)
    if printer:
        pdf.print_pdf(output, output.with_suffix(".pdf"), printer)


def _material(opened: Ledger, asked: Asked, project: Path | None, most: int, limit: int) -> about_report.Material:
    """Everything the page needs, in a handful of questions to the ledger."""
    registry = opened.registry()
    declared = declared_as(known_members(project_of(project, Path(opened.path)), registry), registry)
    found_name = choose_among(asked.name, opened.names(key_words(asked.name)[-1]), registry, exact=asked.exact)
    if not isinstance(found_name, Chosen):
        raise UsageError(_unanswered(opened, asked.name, found_name))
    corpus = opened.corpus()
    found = answered(opened, asked, found_name, declared, corpus)
    judged = _matrix(opened, asked, found)
    fair = standards_about(opened, asked, found)
    rows = opened.statement_rows_of(chosen(about_report.wanted(found, judged, fair, limit), most))
    return about_report.Material(
        found=found,
        told=_told(found, corpus),
        shown=shown(opened, rows, _named(found)),
        fair=fair,
        heard=voices_about(opened, asked, found),
        called=labels_about(opened, asked, found),
        matrix=judged,
        publishers=corpus.publishers if _whole(asked.wanted) else (),
        runs=[each for each in opened.runs() if each.run.id in found.coverage.runs],
        people=limit,
        least=asked.wanted.min_confidence,
        made=today(),
    )


def _told(found: Answer, corpus: Corpus) -> about_report.Told:
    return about_report.Told(
        in_short=in_short(found),
        rests_on=rests_on(found.coverage),
        review=review_note(found),
        foreign=foreign_note(corpus),
        why=WHY,
        said_as=SAID_AS,
        fair=FAIR,
    )


def _whole(wanted: PositionFilter) -> bool:
    """Whether the whole ledger is asked, so that its articles are those the answer rests on."""
    return not any((wanted.since, wanted.until, wanted.publisher, wanted.genre))


def _named(found: Answer) -> frozenset[str]:
    """The folded names of those the page is about: the one asked about, and the declared parts."""
    names = (*found.question.chosen.names, *(each.part for each in found.question.parts))
    return frozenset(folded(name) for name in names)


def _matrix(opened: Ledger, asked: Asked, found: Answer) -> Matrix | None:
    speakers = [row.speaker for row in found.rows if not row.described and len(row.statements) > 0][:IN_MATRIX]
    if not speakers:
        return None
    facts = opened.positions_by(opened.registry().together(speakers), asked.wanted)
    question = found.question
    return matrix(speakers, question.chosen.name, question.chosen.names, facts, question.statuses, OBJECTS)


def _unanswered(opened: Ledger, asked: str, found: Ambiguous | Unknown) -> str:
    if isinstance(found, Ambiguous):
        names = ", ".join(plain(each.name) for each in found.candidates)
        return f"{plain(asked)} may be any of these; ask for one of them (--exact for a name as it stands): {names}"
    near = ", ".join(plain(each) for each in near_names(asked, opened.all_names()))
    return f"nobody is called {plain(asked)} in this ledger; {f'much like it: {near}' if near else '`sayso actors` lists who is'}"


def _write(page: str, output: Path) -> None:
    try:
        output.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}; choose another place with --output") from error
    messages().print(f"wrote {output}, {len(page.encode()) / 1e6:.1f} MB; open it in any browser")

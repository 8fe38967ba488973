"""What the page of an answer says in words: names, dates, denominators, reasons. Article text passes through ``plain``."""

from collections.abc import Mapping, Sequence

from sayso.answers.counting import Reason
from sayso.answers.coverage import Coverage
from sayso.answers.positions import Answer
from sayso.answers.speakers import SpeakerRow
from sayso.cli.output import plain
from sayso.cli.summary import ENGLISH_ONLY
from sayso.cli.titles import article_name
from sayso.records.corpus import Corpus
from sayso.records.language import Language
from sayso.records.row import StatementRow
from sayso.records.said import Said

LONGEST = 160
"""Code points of a content that are shown, without --evidence."""

WHY: Mapping[Reason, str] = {
    "rejected": "a person rejected the statement",
    "role": "addressed, favoured, likened or only mentioned",
    "status": "not a statement that was made",
    "no_stance": "named without being judged",
    "own_side": "one's own side",
    "second_hand": "told at second hand",
    "summary_only": "in a headline or lead alone",
    "conditional": "under a condition",
    "writer": "the writer's words",
    "undecided": "whose words they are is open",
    "open_speaker": "who speaks is open",
    "camp": "a speaker outside the camp asked about",
}
SAID_AS: Mapping[str, str] = {
    "summary_only": "in a headline or lead",
    "second_hand": "by somebody else",
    "attitude": "as a feeling",
    "measurement": "in a poll",
}


def in_short(found: Answer) -> str:
    """The two numbers asked for, of speakers."""
    told = [
        verb(found.critics, "criticises", "criticise"),
        verb(found.supporters, "still supports", "still support"),
    ]
    if not found.counted:
        told = [f"nobody is found who judges {plain(found.question.chosen.name)}"]
    if found.supported_before:
        told.append(f"{len(found.supported_before):,} supported before and criticise since")
    return "; ".join(told) + ". The silence of these articles is not silence of the world."


def verb(rows: Sequence[SpeakerRow], one: str, many: str) -> str:
    """How many do it: at most, where one may stand here under a shorter name too, or under one description in two articles."""
    if not rows:
        return f"none found who {one}"
    described = [row.speaker.casefold() for row in rows if row.described]
    most = " at most" if any(row.may_be for row in rows) or len(set(described)) < len(described) else ""
    return f"{counted(len(rows), 'speaker')}{most} {one if len(rows) == 1 else many}"


def first_of(row: SpeakerRow, field: str) -> tuple[str, ...]:
    """The row's statements, those that the block is about first."""
    return tuple(dict.fromkeys([*getattr(row, field), *row.statements]))


def numbers(row: SpeakerRow) -> tuple[str, ...]:
    """Occasions, statements by what they count for, reports, printings."""
    most = "≤ " if row.at_most else ""
    reports = "?" if row.reports is None else f"{row.reports:,}"
    counts = (row.numbers.critical, row.numbers.supportive, row.numbers.demands)
    return (f"{most}{row.occasions:,}", *(f"{each:,}" for each in counts), reports, f"{row.printings:,}")


def wording(row: SpeakerRow) -> str:
    if not row.judging:
        return ""
    if not row.quoted:
        return "all paraphrase"
    return "quoted" if row.quoted == row.judging else f"{row.quoted:,} of {row.judging:,} quoted"


def when(row: SpeakerRow) -> str:
    """The first and last date said; where the text tells none, when it was published, which is no date said."""
    if row.first_said is None or row.last_said is None:
        published = _range(row.first_published, row.last_published)
        return f"not dated; published {published}" if published else "not dated"
    said = f"said {_range(row.first_said.date, row.last_said.date)}"
    return f"{said}; {row.undated:,} not dated" if row.undated else said


def _range(first: str | None, last: str | None) -> str:
    return f"{first} to {last}" if first != last else first or ""


def labels(row: SpeakerRow) -> dict[str, str]:
    """By statement, what the row counts it for."""
    told: dict[str, list[str]] = {}
    groups = {"critical": row.critical, "supportive": row.supportive, "mixed": row.mixed, "demand": row.demands}
    for label, statements in groups.items():
        for each in statements:
            told.setdefault(each, []).append(label)
    return {each: ", ".join(found) for each, found in told.items()}


def words(row: StatementRow, *, whole: bool) -> str:
    statement = row.statement
    said = plain(f"{statement.cue_text} {statement.content_text}")
    if whole or len(said) <= LONGEST:
        return said
    return said[:LONGEST].rsplit(" ", 1)[0] + " …"


def decided(row: StatementRow) -> str:
    return f" · {row.decision} by a person" if row.decision else ""


def said_when(said: Said) -> str:
    return said.date or "not dated"


def speaker_name(row: SpeakerRow) -> str:
    """Name, camps, and what a person should look at."""
    notes = [f"[{plain(each.camp)}]" for each in row.camps]
    notes += ["(described, not named)"] if row.described else []
    notes += [f"(may be {', '.join(map(plain, row.may_be))})"] if row.may_be else []
    return " ".join([plain(row.speaker), *notes])


def review_note(found: Answer) -> str:
    if not found.reviewed:
        return "machine-coded, unreviewed"
    return f"machine-coded; {counted(found.reviewed, 'statement')} reviewed by a person, {found.rejected:,} rejected and left out"


def rests_on(coverage: Coverage) -> str:
    """The denominators, in one line: what was read, from whom, when."""
    runs = ", ".join(run[:12] for run in coverage.runs)
    told = [
        counted(coverage.articles, "article"),
        _publishers(coverage),
        _dates(coverage),
        f"run {runs}" if runs else "no run",
    ]
    if coverage.gaps:
        longest = max(coverage.gaps, key=lambda each: each.months)
        months = f"{longest.first} to {longest.last}" if longest.months > 1 else longest.first
        told.append(
            f"{counted(sum(each.months for each in coverage.gaps), 'month')} without an article, longest {months}"
        )
    return " · ".join(told)


def _publishers(coverage: Coverage) -> str:
    if not coverage.publishers:
        return "publisher not given"
    without = f" ({counted(coverage.without_publisher, 'article')} without)" if coverage.without_publisher else ""
    return counted(coverage.publishers, "publisher") + without


def _dates(coverage: Coverage) -> str:
    if coverage.first_published is None:
        return "published: not given"
    undated = f" ({coverage.undated:,} undated)" if coverage.undated else ""
    return f"published {coverage.first_published} to {coverage.last_published}{undated}"


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


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"

"""Words of a page: dates, numbers, and text that a browser may be given."""

import re
from calendar import month_name

from sayso.answers.speakers import SpeakerRow
from sayso.records.row import StatementRow

LONGEST = 220
"""Code points of a content in a list of statements; in context it stands at length."""

SHORT_NAME = 18
"""Code points of a name that fit a headline on a phone."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """``text`` without what HTML forbids and UTF-8 cannot hold: each such code point is shown as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def unbroken(name: str) -> str:
    """A short name that stays on one line of a headline."""
    return name.replace(" ", "\u00a0") if len(name) <= SHORT_NAME else name


def shortened(text: str, longest: int = LONGEST) -> str:
    """``text`` in one line, cut between words where it is longer."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    return (line[:longest].rsplit(" ", 1)[0] or line[:longest]) + " …"


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def in_words(date: str | None) -> str:
    """``2031-04-05`` as ``5 April 2031``; what is no such date as it came."""
    found = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", date or "")
    if not found or not 1 <= int(found[2]) <= 12:
        return one_line(date or "")
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{month_name[int(found[2])]} {found[1]}"


def range_in_words(first: str | None, last: str | None) -> str:
    one, other = in_words(first), in_words(last)
    return one if one == other else f"{one} to {other}"


def when(row: SpeakerRow) -> str:
    """The first and last date said; where the text tells none, when it was published, which is no date said."""
    if row.first_said is None or row.last_said is None:
        published = range_in_words(row.first_published, row.last_published)
        return f"date said not given; published {published}" if published else "date said not given"
    said = f"said {range_in_words(row.first_said.date, row.last_said.date)}"
    return f"{said}; {row.undated:,} without a date said" if row.undated else said


def judging_words(row: SpeakerRow) -> str:
    if not row.judging:
        return ""
    if not row.quoted:
        return "judging words: all paraphrase"
    if row.quoted == row.judging:
        return "judging words quoted"
    return f"judging words quoted in {row.quoted:,} of {row.judging:,}"


def origin(row: StatementRow, *, full: bool = True) -> str:
    """Publisher, date and agency of an article; what is not known is said to be so if ``full``."""
    metadata = row.metadata
    known = [metadata.publisher, in_words(metadata.published)]
    parts = [
        each or f"{what} not given" for each, what in zip(known, ("publisher", "date"), strict=True) if full or each
    ]
    parts += [f"from {metadata.agency}"] if metadata.agency not in (None, metadata.publisher) else []
    parts += [metadata.genre] if metadata.genre not in ("news", "agency", "unknown") else []
    return one_line(" · ".join(parts))


def decided(row: StatementRow) -> str:
    return f"{row.decision} by a person" if row.decision else ""

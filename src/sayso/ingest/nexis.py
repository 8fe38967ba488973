"""Bundles of articles as Nexis and LexisNexis export them: one file, many articles, each with lines that say what it is.

Two layouts are known. The newer one ends each article with "End of Document" and sets its text between "Body" and "Classification"; the
older one begins each with "3 of 50 DOCUMENTS" and its text follows the last of the lines "LENGTH: 700 words" and the like. The date is
the one that stands under the name of the paper, as words of the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.ingest.assembled import assemble
from sayso.ingest.bylines import byline
from sayso.ingest.dates import iso_date
from sayso.records.article import Article, Metadata
from sayso.records.language import code_of

_END = re.compile(r"\s*End of Document\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:Document\s+)?\d{1,5} of \d{1,5} DOCUMENTS?\s*", re.IGNORECASE)
_BODY = re.compile(r"\s*(?:Body|BODY:)\s*")
_AFTER = re.compile(r"\s*(?:Classification|Notes|Correction(?:-Date)?|Graphic)\s*")
_FIELD = re.compile(r"\s*(?P<name>[A-Z][A-Za-z]+(?:[- ][A-Za-z]+)?)\s*:(?:\s+(?P<value>.*)|\s*)")
_HEAD = frozenset({"headline", "byline", "section", "length", "dateline", "highlight", "source", "series", "edition"})
_FOOT = frozenset(
    {
        *("classification", "graphic", "url", "load-date", "language", "publication-type", "journal-code", "subject"),
        *(
            "company",
            "person",
            "geographic",
            "organization",
            "industry",
            "ticker",
            "acc-no",
            "document-type",
            "pub-type",
        ),
        *("transcript-type", "document-id", "correction-date"),
    }
)
_COPYRIGHT = re.compile(r"\s*(?:Copyright\b|©|\(c\) ?\d{4}|All Rights Reserved)", re.IGNORECASE)
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
    "portuguese": "pt",
}
WRAPPED = 90
"""Code points of the longest line that a program may have wrapped."""
_MARK_LINES = 4_000
"""Lines from the top in which a bundle shows that it is one."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The lines of one article, and what its layout says of where they stand."""

    lines: Sequence[str]
    newer: bool


def is_bundle(lines: Sequence[str]) -> bool:
    """Whether these lines are such a bundle, be it of one article."""
    ends = any(_END.fullmatch(line) for line in lines)
    if ends and any(_BODY.fullmatch(line) for line in lines):
        return True
    numbered = any(_NUMBER.fullmatch(line) for line in lines[:_MARK_LINES])
    return numbered and any((found := _field(line)) and found[0] == "length" for line in lines)


def articles(lines: Sequence[str]) -> Iterator[Article | InputError]:
    """The articles of a bundle in order; an InputError in the place of one that cannot be read."""
    for chunk in _chunks(lines):
        try:
            yield _newer(chunk.lines) if chunk.newer else _older(chunk.lines)
        except InputError as error:
            yield error


def _chunks(lines: Sequence[str]) -> Iterator[_Chunk]:
    newer = any(_END.fullmatch(line) for line in lines)
    cut = _END if newer else _NUMBER
    at = [n for n, line in enumerate(lines) if cut.fullmatch(line)]
    if newer:
        for start, end in zip([0, *(n + 1 for n in at)], at, strict=False):
            yield _Chunk(lines[start:end], newer)
        if any(line.strip() for line in lines[at[-1] + 1 :]) and any(_BODY.fullmatch(x) for x in lines[at[-1] + 1 :]):
            yield _Chunk(lines[at[-1] + 1 :], newer)
    else:
        for start, end in zip(at, [*at[1:], len(lines)], strict=True):
            yield _Chunk(lines[start + 1 : end], newer)


def _newer(lines: Sequence[str]) -> Article:
    """An article of the newer layout. What stands before its date line may be the list of contents of the whole bundle."""
    body = next((n for n, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    if body is None:
        raise InputError("the document has no body: export it again with its full text")
    filled = [line.strip() for line in lines[:body] if line.strip()]
    dated = _date_line(filled)
    fields = dict(_fields(filled if dated is None else filled[dated + 1 :]))
    after = next((n for n in range(body + 1, len(lines)) if _AFTER.fullmatch(lines[n])), len(lines))
    paragraphs = _paragraphs(lines[body + 1 : after])
    graphic = _section(lines[after:], "graphic")
    fields |= {name: value for name, value in _fields(lines[after:]) if name not in fields}
    if dated is None:
        return _article(None, None, None, fields, paragraphs, graphic)
    title, publisher = (["", "", *filled[:dated]])[-2:]
    return _article(title or None, publisher or None, iso_date(filled[dated]), fields, paragraphs, graphic)


def _older(lines: Sequence[str]) -> Article:
    """An article of the older layout: paper, date, headline, fields, text, fields."""
    fields_at = [n for n, line in enumerate(lines) if (found := _field(line)) and found[0] in _HEAD | {"body"}]
    if not fields_at:
        raise InputError("the document has no lines such as LENGTH: export it again with its full text")
    head_end = _end_of_head(lines, fields_at)
    filled = [line.strip() for line in lines[: fields_at[0]] if line.strip() and not _COPYRIGHT.match(line)]
    dated = _date_line(filled)
    foot = next((n for n in range(head_end, len(lines)) if _is_foot(lines[n])), len(lines))
    fields = dict(_fields(lines[fields_at[0] : head_end])) | dict(_fields(lines[foot:]))
    publisher = filled[dated - 1] if dated else None
    title = fields.get("headline") or _block_before(lines, fields_at[0], filled[dated] if dated is not None else None)
    graphic = [fields["graphic"]] if "graphic" in fields else []
    date = iso_date(filled[dated]) if dated is not None else None
    return _article(title, publisher, date, fields, _paragraphs(lines[head_end:foot]), graphic)


def _article(
    title: str | None,
    publisher: str | None,
    date: str | None,
    fields: dict[str, str],
    body: list[str],
    graphic: list[str],
) -> Article:
    if not body:
        raise InputError("the document has no text: export it again with its full text")
    language = fields.get("language", "").split(";")[0].strip().casefold()
    metadata = Metadata(
        title=title,
        publisher=publisher,
        authors=tuple(byline(fields["byline"])) if "byline" in fields else (),
        section=fields.get("section"),
        language=_LANGUAGES.get(language) or code_of(language),
        published=date,
    )
    text = assemble(body, title=title, standfirst=fields.get("highlight"), captions=graphic)
    return Article(text, metadata.with_basis("text"))


def _field(line: str) -> tuple[str, str] | None:
    """Name and value of a line such as ``LENGTH: 700 words``."""
    found = _FIELD.fullmatch(line.strip()) if len(line) < 4_000 else None
    return (found["name"].casefold().replace(" ", "-"), (found["value"] or "").strip()) if found else None


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names and values of those lines that name what this knows; a value goes on up to an empty line or the next field."""
    name, value = "", ""
    for line in lines:
        found = _field(line)
        if found and found[0] in _HEAD | _FOOT | {"body"}:
            if value:
                yield name, value
            name, value = found
        elif name and line.strip() and not _COPYRIGHT.match(line):
            value = (
                f"{value} {line.strip()}".strip() if name in ("headline", "byline", "highlight", "graphic") else value
            )
        elif name and value:
            yield name, value
            name, value = "", ""
    if value:
        yield name, value


def _date_line(lines: Sequence[str]) -> int | None:
    """The last line before the fields that is a date and nothing else."""
    first = next(
        (n for n, line in enumerate(lines) if (found := _field(line)) and found[0] in _HEAD - {"source"}), len(lines)
    )
    return next((n for n in range(first - 1, -1, -1) if _is_date(lines[n])), None)


def _is_date(line: str) -> bool:
    return any(each.isdigit() for each in line) and len(line) > 4 and iso_date(line) is not None


def _end_of_head(lines: Sequence[str], fields_at: Sequence[int]) -> int:
    """Where the fields above the text end: a line after the last one that only empty lines and other fields part from the first."""
    end = fields_at[0]
    for at in fields_at:
        between = [line for line in lines[end:at] if line.strip()]
        if len(between) > 3:
            break
        end = at
    last = _field(lines[end])
    if last and last[0] in ("headline", "byline", "highlight"):
        while end + 1 < len(lines) and lines[end + 1].strip():
            end += 1
    return end + 1


def _is_foot(line: str) -> bool:
    found = _field(line)
    return bool((found and found[0] in _FOOT and line.lstrip()[:4].isupper()) or _COPYRIGHT.match(line))


def _block_before(lines: Sequence[str], end: int, date_line: str | None) -> str | None:
    """The last block of lines before ``end``, if it stands after the date line."""
    at = end - 1
    while at >= 0 and not lines[at].strip():
        at -= 1
    start = at
    while start > 0 and lines[start - 1].strip():
        start -= 1
    block = " ".join(line.strip() for line in lines[start : at + 1])
    return block if at >= 0 and date_line and date_line not in block and not _COPYRIGHT.match(block) else None


def _section(lines: Sequence[str], name: str) -> list[str]:
    """The paragraphs under a heading that stands alone on its line."""
    at = next((n for n, line in enumerate(lines) if line.strip().casefold() == name), None)
    if at is None:
        return []
    end = next((n for n in range(at + 1, len(lines)) if _AFTER.fullmatch(lines[n])), len(lines))
    return _paragraphs(lines[at + 1 : end])


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Each line a paragraph; where all lines are short and empty ones part blocks of several, each block is one."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    several = len(blocks) > 1 and any(len(block) > 1 for block in blocks)
    if several and all(len(line) <= WRAPPED for block in blocks for line in block):
        return [" ".join(block) for block in blocks]
    return [line for block in blocks for line in block]

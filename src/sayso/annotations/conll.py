"""CoNLL-U Plus: one token a line, with columns for source, cue and content; to be read, not to be corrected in.

A cell says in BIO which statements a token belongs to (``B:3|I:1``), by their numbers in the document, or ``_``. Statements overlap
and nest, so one column of labels could not hold them. Exact spans stand in comments, since a span may begin or end with white space,
which no token has. Offsets count code points. The text stands in a comment as a JSON string, so that nothing of it is lost.
"""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.annotations.document import Document, Given, Range
from sayso.annotations.tokens import tokens
from sayso.extract.paragraphs import paragraphs, sentences

SUFFIX = ".conllup"
Cells = dict[int, list[str]]


def write(document: Document) -> dict[str, str]:
    """The document without the line that names the columns, which stands once in a file (``formats``)."""
    return {SUFFIX: "".join(f"{line}\n" for line in _lines(document))}


def _lines(document: Document) -> Iterator[str]:
    text, given = document.text, document.given or ()
    words = tokens(text, _cuts(given))
    yield f"# newdoc id = {document.version}"
    yield f"# text_json = {json.dumps(text)}"
    for number, each in enumerate(given, 1):
        spans = " ".join(f"{part}={_told(getattr(each, part))}" for part in ("source", "cue", "content"))
        yield f"# statement {number} = {each.id} form={each.form} decision={each.decision or '_'} {spans}"
    columns = [_column(words, [getattr(each, part) for each in given]) for part in ("source", "cue", "content")]
    for first, last in _sentences(text, words):
        yield f"# sent_id = {document.version}:{words[first][0]}"
        for number, at in enumerate(range(first, last), 1):
            start, end = words[at]
            cells = ("|".join(column.get(at, ["_"])) for column in columns)
            yield "\t".join((str(number), text[start:end], str(start), str(end), *cells))
        yield ""
    if not words:
        yield ""


def _cuts(given: Sequence[Given]) -> Iterator[int]:
    for each in given:
        for start, end in (*each.source, *each.cue, *each.content):
            yield start
            yield end


def _told(ranges: Sequence[Range]) -> str:
    return ",".join(f"{start}-{end}" for start, end in ranges) or "_"


def _column(words: Sequence[Range], spans: Sequence[Sequence[Range]]) -> Cells:
    """By token, what it is in each statement; each span begins anew."""
    cells: Cells = defaultdict(list)
    for number, ranges in enumerate(spans, 1):
        for start, end in ranges:
            inside = range(bisect_left(words, (start, 0)), bisect_left(words, (end, 0)))
            for place, at in enumerate(inside):
                cells[at].append(f"{'I' if place else 'B'}:{number}")
    return cells


def _sentences(text: str, words: Sequence[Range]) -> Iterator[Range]:
    """Runs of tokens that begin in one sentence; what lies in none goes with the sentence before."""
    starts = sorted({start for paragraph in paragraphs(text) for start, _ in sentences(text, *paragraph)})
    firsts = sorted({bisect_left(words, (start, 0)) for start in starts} | {0})
    for first, last in zip(firsts, [*firsts[1:], len(words)], strict=True):
        if first < last:
            yield first, last

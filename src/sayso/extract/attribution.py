"""Attribution: the statements of one text.

A function of the text, the weights and the settings alone; nothing a reader of other articles knows enters here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.anchoring import merge, ranges, whole_quotations, without
from sayso.extract.decode import Decoded, decode
from sayso.extract.layout import Layout, lay_out
from sayso.extract.paragraphs import Range
from sayso.extract.places import places, prose_tokens
from sayso.extract.quotes import Quotation
from sayso.model.attribution import AttributionModel, Tokens
from sayso.model.windows import WindowSettings, cut
from sayso.records.article import Block
from sayso.records.ids import statement_id
from sayso.records.span import Span
from sayso.records.statement import Form, Statement
from sayso.run_config import RunConfig

_EDGES = frozenset(",;:—–“„‘«")

DECIMALS = 4
"""Confidences are rounded, so that no table shows digits that mean nothing."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Blocks, statements and quotations without a statement, each in text order."""

    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    unattributed_quotes: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    source: list[Range]
    cue: list[Range]
    content: list[Range]
    confidence: float


def attribute(text: str, version: str, model: AttributionModel, config: RunConfig) -> Attribution:
    """Read ``text``, whose version id is ``version``. Raises nothing on text that ingest accepts."""
    layout = lay_out(text)
    tokens = prose_tokens(model.tokenize(text), layout)
    settings = WindowSettings(config.window, config.left, config.right, config.reach)
    windows = cut(len(tokens), places(tokens, layout), settings)
    decoded = decode(model, tokens, windows, threshold=config.cue_threshold)
    parts = [made for each in decoded if (made := _parts(text, tokens, each, layout))]
    statements = _with_parents(_unique([_statement(text, version, each, layout) for each in parts]))
    return Attribution(layout.blocks, tuple(statements), _unattributed(text, layout.quotations, statements))


def _parts(text: str, tokens: Tokens, decoded: Decoded, layout: Layout) -> _Parts | None:
    source = [_without_edges(text, each) for each in ranges(text, tokens, decoded.source)]
    cue = without(ranges(text, tokens, decoded.cue), source)
    content = whole_quotations(text, ranges(text, tokens, decoded.content), cue, layout.quotations)
    if not content:
        return None
    everything = [*source, *cue, *content]
    # furniture can stand between two tokens of one part, since the model does not read it
    barred = layout.furniture(min(s for s, _ in everything), max(e for _, e in everything))
    source, cue = (_trimmed(text, without(part, barred)) for part in (source, cue))
    content = _trimmed(text, without(content, merge([*source, *cue, *barred])))
    return _Parts(source, cue, content, decoded.confidence) if content else None


def _without_edges(text: str, span: Range) -> Range:
    """A source without the comma that ends an apposition or a quotation mark opened after it; never empty."""
    start, end = span
    while end - start > 1 and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    while end - start > 1 and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    return start, end


def _trimmed(text: str, spans: Sequence[Range]) -> list[Range]:
    """Spans that hold at least one letter or digit, without white space at their ends; a lone mark stays if all are such."""
    bare = [(s + _blank(text[s:e]), e - _blank(text[s:e][::-1])) for s, e in spans if not text[s:e].isspace()]
    return [each for each in bare if any(c.isalnum() for c in text[each[0] : each[1]])] or bare


def _blank(stretch: str) -> int:
    return len(stretch) - len(stretch.lstrip())


def _statement(text: str, version: str, parts: _Parts, layout: Layout) -> Statement:
    source, cue, content = (
        tuple(Span.of(text, *each) for each in part) for part in (parts.source, parts.cue, parts.content)
    )
    told = [*parts.cue, *parts.content]
    hull = layout.sentence_range(min(s for s, _ in told), max(e for _, e in told))
    form = _form(text, parts.content, layout.quotations)
    return Statement(
        id=statement_id(version, source=source, cue=cue, content=content),
        source=source,
        cue=cue,
        content=content,
        form=form,
        marks="none" if form == "indirect" else "quotation",
        confidence=round(parts.confidence, DECIMALS),
        sentence=Span.of(text, *hull),
    )


def _form(text: str, content: Sequence[Range], quotations: Sequence[Quotation]) -> Form:
    """Direct if every letter of the content stands in quotation marks of its own, mixed if some do."""
    quoted = [
        part for each in quotations for part in each.parts if any(s <= part[0] and part[1] <= e for s, e in content)
    ]
    if not quoted:
        return "indirect"
    outside = without(content, quoted)
    return "mixed" if any(c.isalnum() for s, e in outside for c in text[s:e]) else "direct"


def _unique(statements: Sequence[Statement]) -> list[Statement]:
    """One statement for each set of spans, the most confident; in text order."""
    best: dict[str, Statement] = {}
    for statement in statements:
        known = best.get(statement.id)
        if known is None or statement.confidence > known.confidence:
            best[statement.id] = statement
    return sorted(best.values(), key=lambda each: (min(each.spans), max(span.end for span in each.spans), each.id))


def _with_parents(statements: Sequence[Statement]) -> list[Statement]:
    """Each statement that lies within another's content gets the innermost such one as parent."""
    return [replace(each, parent=_parent(each, statements)) for each in statements]


def _parent(statement: Statement, others: Sequence[Statement]) -> str | None:
    low = min(span.start for span in statement.spans)
    high = max(span.end for span in statement.spans)
    around = [
        (span.end - span.start, other.id)
        for other in others
        if other is not statement
        for span in other.content
        if span.start <= low and high <= span.end
    ]
    return min(around)[1] if around else None


def _unattributed(text: str, quotations: Sequence[Quotation], statements: Sequence[Statement]) -> tuple[Span, ...]:
    told = merge((span.start, span.end) for statement in statements for span in statement.content)
    missing, at = [], 0
    for quotation in quotations:
        while at < len(told) and told[at][1] < quotation.end:
            at += 1
        if at == len(told) or told[at][0] > quotation.start:
            missing.append(Span.of(text, quotation.start, quotation.end))
    return tuple(missing)

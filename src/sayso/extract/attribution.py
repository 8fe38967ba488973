"""Attribution: the statements of one text.

A function of the text, the weights and the settings alone; nothing a reader of other articles knows enters here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.anchoring import has_letters, without
from sayso.extract.confidence import Regression
from sayso.extract.layout import Layout, lay_out
from sayso.extract.paragraphs import Range
from sayso.extract.proposals import Proposal, propose
from sayso.extract.quotes import Quotation, overlapping
from sayso.extract.selection import Chosen, one_owner, select
from sayso.extract.signatures import signatures
from sayso.extract.turns import turns
from sayso.model.attribution import AttributionModel
from sayso.model.states import States
from sayso.records.article import Block
from sayso.records.ids import statement_id
from sayso.records.span import Span
from sayso.records.statement import Form, Statement
from sayso.run_config import RunConfig

DECIMALS = 4
"""Confidences are rounded, so that no table shows digits that mean nothing."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Blocks, statements and quotations without a statement, each in text order; ``states`` and ``layout`` serve the later stages."""

    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    unattributed_quotes: tuple[Span, ...]
    states: States
    layout: Layout


def attribute(
    text: str, version: str, model: AttributionModel, confidence: Regression, config: RunConfig
) -> Attribution:
    """Read ``text``, whose version id is ``version``. Raises nothing on text that ingest accepts."""
    layout = lay_out(text)
    proposals, states = propose(text, layout, model, config)
    pairs = list(zip(proposals, confidence.probabilities(proposals).tolist(), strict=True))
    chosen = _chosen(text, layout, pairs, config)
    statements = _with_parents(_unique([_statement(text, version, each, layout) for each in chosen]))
    return Attribution(layout.blocks, tuple(statements), _unattributed(text, layout, statements), states, layout)


def _chosen(text: str, layout: Layout, pairs: Sequence[tuple[Proposal, float]], config: RunConfig) -> list[Chosen]:
    """What the model finds, and what the layout alone gives, which no model can take to somebody else."""
    given = [*signatures(text, layout), *turns(text, layout)]
    if not given:
        return select(text, pairs, layout, config)
    frames = [each.frame for each in given]
    free = [
        (each, sure) for each, sure in pairs if not _touches(each.cue, frames) and not _touches(each.source, frames)
    ]
    known = [Chosen(each.parts, each.confidence, each.verbatim) for each in given if each.is_statement]
    owned = {span for each in known for span in each.parts.content}
    rest = [each for each in select(text, free, layout, config) if not owned.intersection(each.parts.content)]
    return one_owner(text, [*known, *rest], layout)


def _touches(spans: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(s < high and low < e for s, e in spans for low, high in others)


def _statement(text: str, version: str, chosen: Chosen, layout: Layout) -> Statement:
    parts = chosen.parts
    source, cue, content = (
        tuple(Span.of(text, *each) for each in part) for part in (parts.source, parts.cue, parts.content)
    )
    told = [*parts.cue, *parts.content]
    hull = layout.sentence_range(min(s for s, _ in told), max(e for _, e in told))
    form: Form = "direct" if chosen.verbatim else form_of(text, parts.content, layout.quotations)
    return Statement(
        id=statement_id(version, source=source, cue=cue, content=content),
        source=source,
        cue=cue,
        content=content,
        form=form,
        marks="none" if form == "indirect" or chosen.verbatim else "quotation",
        confidence=round(chosen.confidence, DECIMALS),
        sentence=Span.of(text, *hull),
    )


def form_of(text: str, content: Sequence[Range], quotations: Sequence[Quotation]) -> Form:
    """Direct if every letter of the content stands in quotation marks of its own, mixed if some do."""
    near = overlapping(quotations, content[0][0], content[-1][1])
    quoted = [part for each in near for part in each.parts if any(s <= part[0] and part[1] <= e for s, e in content)]
    if not quoted:
        return "indirect"
    return "mixed" if has_letters(text, without(content, quoted)) else "direct"


def _unique(statements: Sequence[Statement]) -> list[Statement]:
    """One statement for each set of spans, the most confident; in text order."""
    best: dict[str, Statement] = {}
    for statement in statements:
        known = best.get(statement.id)
        if known is None or statement.confidence > known.confidence:
            best[statement.id] = statement
    return sorted(best.values(), key=lambda each: (min(each.spans), max(span.end for span in each.spans), each.id))


def _with_parents(statements: Sequence[Statement]) -> list[Statement]:
    """Each statement that lies within another's content gets the innermost such one as parent; ``statements`` in text order."""
    contents = sorted((span.start, span.end, each.id) for each in statements for span in each.content)
    around: list[tuple[int, int, str]] = []
    found, at = [], 0
    for each in statements:
        low, high = min(span.start for span in each.spans), max(span.end for span in each.spans)
        while at < len(contents) and contents[at][0] <= low:
            around.append(contents[at])
            at += 1
        around = [span for span in around if span[1] > low]
        holding = [(end - start, other) for start, end, other in around if end >= high and other != each.id]
        found.append(replace(each, parent=min(holding)[1]) if holding else each)
    return found


def _unattributed(text: str, layout: Layout, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """Quotations that no one statement tells whole; furniture inside one is nobody's."""
    ordered = sorted((span.start, n) for n, each in enumerate(statements) for span in each.content)
    missing, open_until = [], {n: max(span.end for span in each.content) for n, each in enumerate(statements)}
    going: set[int] = set()
    at = 0
    for quotation in layout.quotations:
        while at < len(ordered) and ordered[at][0] < quotation.end:
            going.add(ordered[at][1])
            at += 1
        going = {n for n in going if open_until[n] > quotation.start}
        left = without([(quotation.start, quotation.end)], layout.furniture(quotation.start, quotation.end))
        if not any(_covers(text, statements[n], left) for n in going):
            missing.append(Span.of(text, quotation.start, quotation.end))
    return tuple(missing)


def _covers(text: str, statement: Statement, wanted: Sequence[Range]) -> bool:
    if any(span.start < high and low < span.end for span in statement.cue for low, high in wanted):
        return False  # its own mark attributes it
    return not has_letters(text, without(wanted, [(span.start, span.end) for span in statement.content]))

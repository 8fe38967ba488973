"""Statements in context, article by article, as if cut out of the paper: the parts marked, and what each is counted for."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.records.placed import Placed
from sayso.records.row import StatementRow
from sayso.report.choice import Numbering
from sayso.report.passages import passage
from sayso.report.values import Clipping, Cutting, Cuttings
from sayso.report.wording import decided, one_line, origin

Counted = Mapping[str, Sequence[tuple[str, str]]]


def cuttings(
    numbering: Numbering,
    texts: Mapping[str, str],
    placed: Mapping[str, Sequence[Placed]],
    headlines: Mapping[str, str],
    counted: Counted,
) -> Cuttings:
    """All numbered statements, in their order. ``texts`` and ``headlines`` are by version, ``placed`` and ``counted`` by statement."""
    by_version: dict[str, list[tuple[str, StatementRow]]] = {}
    for statement, row in numbering.rows.items():
        by_version.setdefault(row.version_id, []).append((statement, row))
    return Cuttings(
        tuple(_cutting(group, texts, placed, headlines, numbering, counted) for group in by_version.values())
    )


def _cutting(
    group: Sequence[tuple[str, StatementRow]],
    texts: Mapping[str, str],
    placed: Mapping[str, Sequence[Placed]],
    headlines: Mapping[str, str],
    numbering: Numbering,
    counted: Counted,
) -> Cutting:
    row = group[0][1]
    title = row.metadata.title or headlines.get(row.version_id) or row.given_id or row.article_id
    clippings = tuple(
        _clipping(statement, each, texts[each.version_id], placed.get(statement, ()), numbering, counted)
        for statement, each in group
    )
    return Cutting(one_line(title), origin(row), clippings)


def _clipping(
    statement: str, row: StatementRow, text: str, placed: Iterable[Placed], numbering: Numbering, counted: Counted
) -> Clipping:
    ref = numbering.ref(statement)
    if ref is None:
        raise KeyError(statement)
    sentence = row.statement.sentence
    return Clipping(
        ref=ref,
        segments=passage(text, row.statement, placed),
        place=f"characters {sentence.start:,} to {sentence.end:,}",
        counted=tuple(counted.get(statement, ())),
        decided=decided(row),
    )

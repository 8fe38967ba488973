"""What ``eval speakers`` prints: who speaks, given the statements or end to end, with intervals over articles."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from eval.anchors import read_lines
from eval.given import statement_of
from eval.speaking import CLASSES, Judged, judge, of_class, share
from eval.splits import part_of
from sayso import scoring
from sayso.extract.layout import lay_out
from sayso.pipeline import Reader
from sayso.records.article import Article, Metadata
from sayso.records.ids import offsets
from sayso.records.reading import Item
from sayso.records.statement import Statement
from sayso.resolve.actors import resolve

Line = dict[str, Any]
Articles = Sequence[Sequence[Judged]]

FLOORED = ("named", "pronoun and nominal", "collective and unnamed")
"""The classes with a target of their own."""


def given(lines: Iterable[Line]) -> list[list[Judged]]:
    """The gold statements of each line, resolved as they are."""
    return [_given(line) for line in lines]


def end_to_end(lines: Iterable[Line]) -> list[list[Judged]]:
    """The gold statements of each line, judged by the statements that reading its text finds."""
    return [_read(line) for line in lines]


def report(path: Path, *, part: str, statements_given: bool, errors: bool = False) -> str:
    """The figures of the articles of ``path`` in ``part``; ValueError if it has none."""
    lines = [line for line in read_lines(path) if part_of(line) in (part, None)]
    if not lines:
        raise ValueError(f"{path} has no article in the part {part}; see eval/splits.json")
    judged = given(lines) if statements_given else end_to_end(lines)
    return told(f"{path.name}, part {part}", judged, statements_given=statements_given, errors=errors)


def told(name: str, articles: Articles, *, statements_given: bool, errors: bool = False) -> str:
    """The figures as text."""
    every = _all(articles)
    how = "statements given" if statements_given else "end to end"
    lines = [f"{name}: {len(articles)} articles, {len(every)} statements, {how}"]
    lines += [_line(each, articles) for each in (*CLASSES, "publisher") if of_class(every, each)]
    spoken = [each for each in every if each.form != "none"]
    lines.append(f"  all with a source       {_percent(share(spoken))} of {len(spoken)}")
    behalf = [each for each in every if each.behalf is not None]
    if behalf:
        lines.append(
            f"  on behalf of            {_percent(sum(map(_right_behalf, behalf)) / len(behalf))} of {len(behalf)}"
        )
    if not statements_given:
        there = [each for each in spoken if each.found]
        lines.append(f"  of the statements found {_percent(share(there))} of {len(there)} with a source")
    lines += [_error(each) for each in every if errors and not each.right]
    return "\n".join(lines)


def figures_of(articles: Articles) -> dict[str, float]:
    """The figures that have floors, in percent."""
    every = _all(articles)
    return {each.replace(" ", "_"): 100 * share(of_class(every, each)) for each in FLOORED}


def _given(line: Line) -> list[Judged]:
    text = line["text"]
    statements = [statement_of(text, each) for each in line["statements"]]
    found = resolve(text, statements, lay_out(text).blocks)
    return list(judge(line, found.actors, [found.speakers.get(each.id, ()) for each in statements]))


def _read(line: Line) -> list[Judged]:
    article = Article(line["text"], Metadata(published=line.get("published"), genre=line.get("genre", "unknown")))
    outcome = _reader().read(Item(name=line["id"], given_id=line["id"], article=article), any_language=True)
    if outcome.reading is None:
        return list(judge(line, (), [None for _ in line["statements"]]))
    found = outcome.reading.statements
    answers = _answers(line, found)
    return list(judge(line, outcome.reading.actors, [each.speakers if each else None for each in answers]))


def _answers(line: Line, found: Sequence[Statement]) -> list[Statement | None]:
    """The found statement that answers each gold one by the measure of attribution, of several the closest to it; each answers one."""
    left = list(found)
    answers: list[Statement | None] = []
    for gold in line["statements"]:
        fits = [each for each in left if scoring.compare(line["text"], [gold], [_attributed(each)], nested=True).right]
        best = min(fits, key=lambda each: _distance(gold, each), default=None)
        if best is not None:
            left.remove(best)
        answers.append(best)
    return answers


def _attributed(statement: Statement) -> Line:
    return {"source": offsets(statement.source), "content": offsets(statement.content)}


def _distance(gold: Line, found: Statement) -> int:
    """Code points between the beginnings and between the ends of two contents."""
    start, end, spans = int(gold["content"][0][0]), int(gold["content"][-1][1]), found.content
    return abs(start - spans[0].start) + abs(end - spans[-1].end)


def _line(name: str, articles: Articles) -> str:
    picked = of_class(_all(articles), name)
    low, high = scoring.resampled(articles, lambda drawn: share(of_class(_all(drawn), name)))
    return f"  {name:23} {_percent(share(picked))} of {len(picked)} (95 % {_percent(low)} to {_percent(high)})"


def _error(each: Judged) -> str:
    said = "; ".join(each.said) or ("nobody" if each.found else "statement not found")
    return f"    {each.article} {each.number} {each.form}: {'; '.join(each.gold) or 'nobody'} | found: {said}"


def _all(articles: Articles) -> list[Judged]:
    return [each for article in articles for each in article]


def _right_behalf(each: Judged) -> bool:
    return bool(each.behalf)


def _percent(part: float) -> str:
    return f"{100 * part:.1f}"


@cache
def _reader() -> Reader:
    return Reader()

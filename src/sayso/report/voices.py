"""Passages in the writer's own voice, in their words: for an answer by whom they judge, for an audit in the order of the text."""

from collections.abc import Callable, Mapping, Sequence

from sayso.answers.audit import OwnPassage
from sayso.answers.voice import VoiceHolder, VoiceRow, Voices
from sayso.records.voice import VoiceFact
from sayso.report.setting import TOLD, more
from sayso.report.values import Item, Line, Lines, Prose, Quote, Section
from sayso.report.wording import counted, in_words, one_line, shortened

PASSAGES = 40
"""Passages shown of an audit."""
QUOTED = 6
"""Passages shown of one actor that writers judge."""
LONGEST = 320
HOLDERS = 6
"""Holders named, those of most articles."""
TITLE = "The writer’s own voice"


def section(found: Voices) -> Section | None:
    """Whom writers judge, apart from speakers; None where no writer evaluates anything."""
    if not found.passages:
        return None
    lines = tuple(_judged(row) for row in found.rows[:TOLD])
    told = f"{counted(found.nobody, 'passage')} more in which a writer evaluates and judges no actor that was found."
    made: tuple[Item, ...] = (Lines(lines, more(len(found.rows) - TOLD, "actor")),) if lines else ()
    if found.nobody:
        made += (Prose((told,)),)
    for share in found.shares:
        interval = f"95 % interval {share.low:.0%} to {share.high:.0%}, {share.method}"
        made += (Prose((f"{share.of}: {share.part:,} of {share.whole:,}, {share.value:.0%} ({interval}).",)),)
    passages = f"{counted(found.passages, 'passage')} in {counted(found.articles, 'article')}"
    note = f"{passages}: {_whose(found)}. No writer is counted among critics or supporters."
    return Section("voice", TITLE, made, note=note)


def _whose(found: Voices) -> str:
    """Whose voice it is, as far as genre and metadata tell."""
    named = [f"{_holder(each)} in {each.articles:,}" for each in found.holders[:HOLDERS]]
    left = more(len(found.holders) - HOLDERS, "holder")
    return ", ".join([*named, *([left] if left else [])])


def _holder(each: VoiceHolder) -> str:
    if each.holder == "unknown":
        return "whose is unknown"
    return f"{each.holder} {one_line(each.name)}" if each.name else f"{each.holder} not named"


def _judged(row: VoiceRow) -> Line:
    facts = [fact for held in row.passages.values() for fact in held]
    counts = " · ".join(f"{len(held):,} {label}" for label, held in row.passages.items())
    left = len(facts) - QUOTED
    text = f"{counts} ({left:,} of them not shown)" if left > 0 else counts
    return Line(one_line(row.object), text, tuple(_quote(fact) for fact in facts[:QUOTED]))


def _quote(fact: VoiceFact) -> Quote:
    metadata = fact.metadata
    where = (metadata.publisher or "publisher not given", in_words(metadata.published) or "date not given", fact.holder)
    said = f"“{shortened(fact.span.text, LONGEST)}”"
    return Quote(fact.label, said, one_line(" · ".join(where)), None, anchor=fact.id)


def passages(
    found: Sequence[OwnPassage], version_of: Callable[[str], str], texts: Mapping[str, str]
) -> tuple[Item, ...]:
    """One line a passage of audited articles. ``texts`` are by version; without its text only a passage's place is told."""
    if not found:
        return (Prose(("No passage in which the writer judges or argues was found.",)),)
    lines = tuple(_line(each, texts.get(version_of(each.article_id))) for each in found[:PASSAGES])
    return (Lines(lines, more(len(found) - PASSAGES, "passage")),)


def _line(each: OwnPassage, text: str | None) -> Line:
    judged = (
        f"{each.label} of {one_line(each.object)}" if each.object and each.label != "none" else "judges nobody by name"
    )
    words = f"“{shortened(text[each.start : each.end], LONGEST)}”" if text else ""
    place = f"(characters {each.start:,} to {each.end:,})"
    return Line(f"{each.holder}, {judged}", f"{words} {place}".strip(), anchor=each.id)

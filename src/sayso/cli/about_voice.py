"""The block of an answer's page on the writer's own voice. What an article says reaches it only through ``plain``."""

from collections.abc import Iterator

from sayso.answers.voice import VoiceHolder, VoiceRow, Voices
from sayso.cli.about_words import counted
from sayso.cli.output import plain
from sayso.records.voice import VoiceFact

PASSAGES = 3
"""Passages shown of each label, without --evidence."""
HOLDERS = 3
"""Holders named in the title."""
LEAST_PART = 0.01
"""Part of the body from which on it is told."""
WIDTH = 160
"""Code points of a passage that are shown without --evidence."""
_WHOSE = {
    "author": "author", "publisher": "publisher", "agency": "agency", "interviewer": "interviewer", "issuer": "issuer",
    "unknown": "whose is unknown",
}  # fmt: skip


def voice_title(found: Voices) -> str:
    """Whose voice it is, as far as genre and metadata tell, and in how many articles."""
    named = [_holder(each, many=len(found.holders) > 1) for each in found.holders[:HOLDERS]]
    more = len(found.holders) - HOLDERS
    whose = ", ".join([*named, *([f"{more:,} more"] if more > 0 else [])])
    part = f", about {found.part:.0%} of the body" if found.part >= LEAST_PART else ""
    many = f"{counted(found.passages, 'passage')} in {counted(found.articles, 'article')}"
    return f"THE WRITER'S OWN VOICE ({whose}; {many}{part})"


def voice_lines(found: Voices, limit: int, *, whole: bool) -> Iterator[str]:
    """Whom writers judge, ``limit`` rows (0 for all), each with its passages; never counted among critics or supporters."""
    shown = found.rows[: limit or None]
    for row in shown:
        yield f"  {plain(row.object)}: {_counts(row)}"
        for label, held in row.passages.items():
            for fact in held if whole else held[:PASSAGES]:
                yield f"    - {label}  {_words(fact, whole=whole)}  [{fact.span.start},{fact.span.end}) {fact.id}"
            if not whole and len(held) > PASSAGES:
                yield f"    … of {len(held):,} {label} passages (--evidence shows all)"
    if len(found.rows) > len(shown):
        yield f"  … and {len(found.rows) - len(shown):,} more (--limit 0 shows all)"
    if found.others:
        yield f"  {counted(found.nobody, 'passage')} more in which the writer evaluates and judges nobody that was found"
        for fact in found.others if whole else found.others[:PASSAGES]:
            yield f"    - {_words(fact, whole=whole)}  [{fact.span.start},{fact.span.end}) {fact.id}"
    for each in found.shares:
        interval = f"95 % interval {each.low:.0%} to {each.high:.0%}"
        yield f"  {each.of}: {each.part:,} of {each.whole:,}, {each.value:.0%} ({interval}, {each.method})"


def _holder(each: VoiceHolder, *, many: bool) -> str:
    name = f" {plain(each.name)}" if each.name else ("" if each.holder == "unknown" else " not named")
    return f"{_WHOSE[each.holder]}{name}{f' in {each.articles:,}' if many else ''}"


def _counts(row: VoiceRow) -> str:
    return ", ".join(f"{label} {len(held):,}" for label, held in row.passages.items())


def _words(fact: VoiceFact, *, whole: bool) -> str:
    words = " ".join(plain(fact.span.text).split())
    return f"“{words if whole or len(words) <= WIDTH else words[:WIDTH].rstrip() + '…'}”"

"""Statements made by hand: the parts are looked for in the text, one after another."""

from sayso.records.span import Span
from sayso.records.statement import Form, Statement
from sayso.resolve.actors import Resolution, resolve


def statement(text: str, source: str, content: str, form: Form = "indirect", cue: str = "", of: str = "") -> Statement:
    """The statement whose content is the first ``content`` of ``text``, whose source is the ``source`` nearest to it."""
    at = text.index(content)
    start, end = _sentence(text, at)
    return Statement(
        id=of or f"st_{at}_{source}",
        source=(_nearest(text, source, at),) if source else (),
        cue=(_nearest(text, cue, at),) if cue else (),
        content=(Span.of(text, at, at + len(content)),),
        form=form,
        marks="none" if form == "indirect" else "quotation",
        confidence=0.9,
        sentence=Span.of(text, start, end),
    )


def _nearest(text: str, part: str, at: int) -> Span:
    found = [n for n in range(len(text)) if text.startswith(part, n)]
    start = min(found, key=lambda n: abs(n - at))
    return Span.of(text, start, start + len(part))


def _sentence(text: str, at: int) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n")) + 1
    end = text.find(". ", at)
    return start, end + 1 if end >= 0 else len(text)


def whole(text: str) -> Resolution:
    """The resolution of a text of which everything is wanted."""
    everything = Span.of(text, 0, len(text))
    one = Statement("st_all", (), (), (everything,), "indirect", "none", 0.9, everything)
    return resolve(text, [one], ())


def names(found: Resolution) -> list[str]:
    return [each.name for each in found.actors]


def mentions(found: Resolution, name: str) -> list[str]:
    """The words by which the actor of this name is mentioned."""
    (actor,) = [each for each in found.actors if each.name == name]
    return [each.span.text for each in actor.mentions]


def speakers(found: Resolution, made: Statement) -> list[tuple[str, str]]:
    """(name, reason) of each speaker."""
    called = {each.id: each.name for each in found.actors}
    return [(called[each.actor], each.reason) for each in found.speakers.get(made.id, ())]

"""From documents that came back to the judgements they mean: a plan that can be shown, and is written by the ledger in one go.

Nothing is written here, and nothing is guessed: what cannot be taken is an item of the plan with its reason, and the rest goes on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.annotations.comparing import Change, Words, compare
from sayso.annotations.document import Broken, Document, Given
from sayso.annotations.giving import given_of
from sayso.annotations.grouping import Grouped, Returned, statements_of
from sayso.errors import SaysoError
from sayso.ledger.clock import now
from sayso.ledger.correcting import Parts, correct_to
from sayso.ledger.store import Ledger
from sayso.records.ids import judgement_id
from sayso.records.judgement import Correction, Decision, Judgement
from sayso.records.reading import Reading
from sayso.records.row import StatementRow
from sayso.records.span import Span, joined

ALREADY, LEFT = "already so", "left alone"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the plan: a judgement to append, or what was ``already so`` or is ``left alone``, and why.

    ``name`` is the document, ``statement`` the id as it stood in it.
    """

    name: str
    statement: str | None
    what: str
    told: str
    judgement: Judgement | None = None
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement as the ledger shows it now."""

    subject: str
    row: StatementRow
    reading: Reading
    before: Correction | None

    @property
    def given(self) -> Given:
        return given_of(self.reading, self.row, self.before)


class Plan:
    """Plans documents against one ledger; ``judge`` signs. ``accept``: statements that came back as they were are accepted."""

    def __init__(self, ledger: Ledger, judge: str, *, accept: bool = False) -> None:
        self._ledger, self._judge, self._accept = ledger, judge, accept
        self._seen: set[str] = set()
        self._readings: dict[tuple[str, str], Reading | None] = {}
        self._rows: dict[str, StatementRow] = {}

    def steps(self, items: Iterable[Document | Broken]) -> Iterator[Step]:
        """The steps of each item in turn."""
        for item in items:
            if isinstance(item, Broken):
                yield Step(item.name, None, LEFT, item.reason)
            else:
                self._readings.clear()
                yield from self._document(item)

    def _document(self, document: Document) -> Iterator[Step]:
        version, reason = self._version(document)
        if reason is not None or version is None:
            yield Step(document.name, None, LEFT, reason or "")
            return
        if document.given and document.whole and not document.marks:
            yield Step(document.name, None, LEFT, _EMPTY)
            return
        found = statements_of(document)
        yield from (Step(document.name, None, LEFT, f"{each.name}: {each.reason}") for each in found.broken)
        back = {each.id: each for each in found.statements}
        given = {each.id: each for each in document.given or ()}
        self._rows = self._ledger.statement_rows_of([*given, *back])
        for statement in dict.fromkeys([*given, *back]):
            if statement not in back and (reason := _missing(document, found, given[statement])):
                yield Step(document.name, statement, LEFT, reason)
                continue
            try:
                yield from self._statement(document, version, statement, given.get(statement), back.get(statement))
            except SaysoError as error:
                yield Step(document.name, statement, LEFT, str(error))

    def _version(self, document: Document) -> tuple[str | None, str | None]:
        """The version that the document is of, and why it cannot be taken."""
        version = document.version or self._version_of_marks(document)
        if version is None:
            return (
                None,
                "it names no article and no statement of this ledger: import what `sayso export` wrote, corrected",
            )
        reading = self._reading(version)
        if reading is None:
            return None, f"{version} is not in this ledger: name another with --ledger, or add the article"
        if reading.text != document.text:
            return None, _difference(reading.text, document.text)
        return version, None

    def _version_of_marks(self, document: Document) -> str | None:
        for mark in document.marks:
            row = self._ledger.statement(mark.statement) if mark.statement else None
            if row is not None:
                return row.version_id
        return None

    def _reading(self, version: str, run: str | None = None) -> Reading | None:
        key = (version, run or "")
        if key not in self._readings:
            self._readings[key] = self._ledger.reading(version, run)
        return self._readings[key]

    def _statement(
        self, document: Document, version: str, statement: str, given: Given | None, back: Returned | None
    ) -> Iterator[Step]:
        shown = self._shown(version, statement)
        if isinstance(shown, str):
            yield Step(document.name, statement, LEFT, shown)
            return
        if given is None and document.given is not None:
            yield Step(document.name, statement, LEFT, "it was not given out in this file: export again")
            return
        if shown.subject in self._seen:
            yield Step(document.name, statement, LEFT, "it stands twice in what is imported: the first is taken")
            return
        self._seen.add(shown.subject)
        current = shown.given
        compared = compare(back, given or current, current, document.tells, accept=self._accept)
        yield from (Step(document.name, statement, LEFT, reason) for reason in compared.refused)
        if compared.already:
            yield Step(document.name, statement, ALREADY, "the ledger has it like this")
        yield from self._judged(document.name, statement, shown, compared.change, back)

    def _shown(self, version: str, statement: str) -> _Shown | str:
        """The statement as it is shown now, or why there is none. What nobody judged is under its own id, and as it was found."""
        row = self._rows.get(statement)
        subject, untouched = statement, row is not None and row.judgement is None
        if not untouched:
            subject = self._ledger.judged_as(statement)
            row = self._ledger.statement(subject)
        if row is None:
            return f"no statement {statement} is in this ledger: export again, or name another ledger with --ledger"
        if row.version_id != version:
            return f"it belongs to {row.version_id}, another text: its marks were copied from there"
        reading = self._reading(version, row.run_id)
        if reading is None:
            return f"no reading of {version} is in this ledger: nothing to correct"
        return _Shown(subject, row, reading, None if untouched else self._ledger.shown_correction(subject))

    def _judged(
        self, name: str, statement: str, shown: _Shown, change: Change, back: Returned | None
    ) -> Iterator[Step]:
        note = back.note if back else None
        if change.fixes:
            given = correct_to(shown.reading, shown.subject, shown.row.statement, shown.before, _parts(shown, change))
            made = self._judgement(shown.subject, "fix", note, given.id)
            yield Step(name, statement, "fix", _told(shown, given, change), made, given)
        if change.decision:
            made = self._judgement(shown.subject, change.decision, note)
            words = joined((*shown.row.statement.source, *shown.row.statement.content))
            yield Step(name, statement, change.decision, words, made)

    def _judgement(
        self, subject: str, decision: Decision, note: str | None, replacement: str | None = None
    ) -> Judgement:
        return Judgement(judgement_id(), subject, decision, self._judge, now(), note, replacement)


_EMPTY = (
    "it came back without a single mark, as it does when nobody worked on it: left alone; where all of it is wrong, reject each"
    " statement with `sayso judge`"
)


def _missing(document: Document, found: Grouped, given: Given) -> str | None:
    """Why a statement of which no mark came back is not rejected; None if it is."""
    if not document.whole:
        return "none of its marks came back, but some marks could not be read: put those right first"
    if found.may_be(given):
        return "its marks may be some of those that belong to no statement"
    return None


def _parts(shown: _Shown, change: Change) -> Parts:
    if change.words is None:
        return Parts(form=change.form, labels=change.labels)
    source, cue, content = (
        tuple(Span.of(shown.reading.text, *each) for each in ranges) for ranges in _ranges(change.words)
    )
    return Parts(source, cue, content, change.form, change.labels)


def _ranges(words: Words) -> tuple[tuple[tuple[int, int], ...], ...]:
    return words.source, words.cue, words.content


def _told(shown: _Shown, given: Correction, change: Change) -> str:
    """What changes, part by part: before -> after."""
    before = shown.row.statement
    told = []
    for part in ("source", "cue", "content"):
        one, other = getattr(before, part), getattr(given, part)
        if one != other:
            told.append(f"{part} {_words(one)} -> {_words(other)}")
    if given.form != before.form:
        told.append(f"form {before.form} -> {given.form}")
    current = {each.id: each.label for each in shown.given.positions}
    names = dict(change.labels)
    for each in shown.before.positions if shown.before else shown.reading.positions:
        if each.id in names:
            told.append(f"stance on {each.mention.text!r} {current[each.id]} -> {names[each.id]}")
    return "; ".join(told)


def _words(spans: tuple[Span, ...]) -> str:
    return repr(joined(spans)) if spans else "nothing"


def _difference(stored: str, came: str) -> str:
    """Where two texts part."""
    if came.replace("\r\n", "\n") == stored.replace("\r\n", "\n"):
        return (
            "its line ends were changed, so that offsets no longer hold: import a file whose text is as it was exported"
        )
    if "\u2588" in stored:
        return "the text in this ledger was redacted since it was exported: export again"
    same = next(
        (at for at, (one, other) in enumerate(zip(stored, came, strict=False)) if one != other),
        min(len(stored), len(came)),
    )
    return (
        f"its text was changed, from character {same} on ({came[same : same + 20]!r}, which was {stored[same : same + 20]!r}):"
        " correct without touching the text"
    )

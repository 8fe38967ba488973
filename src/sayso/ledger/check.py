"""What must hold of a reading before it is stored: promises 1 and 2, failing closed.

A check returns nothing and raises InputError: the item it concerns is refused, the items after it are not.
"""

import math
import re
from collections.abc import Iterator

from sayso.errors import InputError
from sayso.ledger.check_positions import check_positions, position_spans
from sayso.ledger.label_proofs import check_labels, label_spans
from sayso.ledger.voice_proofs import check_voices, voice_spans
from sayso.records.article import BLOCK_KINDS, DATE_BASES, DATES, GENRES, Article, Metadata
from sayso.records.ids import article_id, reading_id, run_id, statement_id, text_sha256, version_id
from sayso.records.language import BASES, Language, code_of
from sayso.records.reading import Reading
from sayso.records.run import Run
from sayso.records.span import Span
from sayso.records.statement import FORMS, MARKS, Statement

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def check_run(run: Run) -> None:
    """That the run's id is made of what the run holds."""
    _same("run", run.id, run_id(model=run.model, settings=run.settings, code=run.code))


def check_metadata(article: Article) -> None:
    """That every field can be stored and read back as it is."""
    metadata = article.metadata
    for value in (*_texts(metadata), article.given_id, article.collection, article.raw_sha256):
        if value is not None:
            _storable("metadata", value)
    if metadata.genre not in GENRES:
        raise InputError(f"{metadata.genre!r} is not a genre: use one of {', '.join(GENRES)}")
    for date, basis in zip(
        DATES, (metadata.published_basis, metadata.updated_basis, metadata.retrieved_basis), strict=True
    ):
        if basis is not None and (basis not in DATE_BASES or getattr(metadata, date) is None):
            raise InputError(
                f"{basis!r} is no basis of the date {date}: use one of {', '.join(DATE_BASES)}, with a date"
            )
    if metadata.weight is not None and not math.isfinite(metadata.weight):
        raise InputError(f"a weight of {metadata.weight} cannot be stored: give a finite number")


def check_language(language: Language) -> None:
    """That the code names a language, or none, and the basis is one there is."""
    if language.code is not None and code_of(language.code) != language.code:
        raise InputError(f"{language.code!r} is not the code of a known language")
    if language.basis not in BASES:
        raise InputError(f"{language.basis!r} is no basis of a language: use one of {', '.join(BASES)}")


def metadata_fits(article: Article) -> bool:
    """Whether ``check_metadata`` has nothing to say."""
    try:
        check_metadata(article)
    except InputError:
        return False
    return True


def escaped(text: str | None) -> str | None:
    """``text`` with what cannot be stored written as an escape, so that a failure about it can be recorded."""
    return None if text is None else _UNSTORABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def check_reading(article: Article, reading: Reading, run: Run) -> None:
    """That the text is the article's, every span holds in it, and every id is made of what it stands for."""
    _storable("text", reading.text)
    if reading.text != article.text:
        raise InputError(f"reading {reading.id} is of another text than its article's")
    digest = text_sha256(reading.text)
    _same("text digest", reading.text_sha256, digest)
    _same("article", reading.article_id, id_of(article, digest))
    _same("version", reading.version_id, version_id(reading.article_id, digest))
    _same("run", reading.run_id, run.id)
    _same("reading", reading.id, reading_id(reading.version_id, reading.run_id))
    known = [statement.id for statement in reading.statements]
    if len(set(known)) != len(known):
        raise InputError(f"reading {reading.id} holds the same statement twice")
    for statement in reading.statements:
        _check_statement(statement, reading, known)
    for block in reading.blocks:
        if block.kind not in BLOCK_KINDS:
            raise InputError(f"{block.kind!r} is not a kind of block: use one of {', '.join(BLOCK_KINDS)}")
    check_positions(reading)
    check_labels(reading)
    check_voices(reading)
    for span in _spans(reading):
        if not span.holds_in(reading.text):
            raise InputError(f"[{span.start}, {span.end}) of {reading.version_id} does not hold {span.text!r}")


def id_of(article: Article, digest: str) -> str:
    """The id of ``article``, whose text has ``digest``."""
    return article_id(
        publisher=article.metadata.publisher,
        url=article.metadata.url,
        given_id=article.given_id,
        collection=article.collection,
        text_digest=digest,
    )


def _check_statement(statement: Statement, reading: Reading, known: list[str]) -> None:
    made_of = statement_id(reading.version_id, source=statement.source, cue=statement.cue, content=statement.content)
    _same("statement", statement.id, made_of)
    if statement.parent is not None and (statement.parent not in known or statement.parent == statement.id):
        raise InputError(f"statement {statement.id} lies in {statement.parent}, which the reading does not hold")
    if statement.form not in FORMS or statement.marks not in MARKS:
        raise InputError(f"statement {statement.id}: no such form or marks: {statement.form!r}, {statement.marks!r}")
    if not 0 <= statement.confidence <= 1:
        raise InputError(f"statement {statement.id}: a confidence of {statement.confidence} is no probability")


def _spans(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        yield from statement.spans
        yield statement.sentence
    yield from reading.unattributed_quotes
    for block in reading.blocks:
        yield block.span
    yield from position_spans(reading)
    yield from label_spans(reading)
    yield from voice_spans(reading)


def _texts(metadata: Metadata) -> Iterator[str | None]:
    yield from (metadata.title, metadata.url, metadata.publisher, metadata.agency, metadata.section)
    yield from (metadata.language, metadata.published, metadata.updated, metadata.retrieved, metadata.supersedes)
    yield from metadata.authors


def _storable(what: str, value: str) -> None:
    found = _UNSTORABLE.search(value)
    if found:
        raise InputError(
            f"the {what} has U+{ord(found.group()):04X} at character {found.start()}, which no ledger can store: remove it"
        )


def _same(what: str, given: str, computed: str) -> None:
    if given != computed:
        raise InputError(
            f"{what} {given} does not stand for what it is made of, which is {computed}: nothing is stored"
        )

"""The factory ``sayso``, which spaCy finds by its entry point, and what it puts on each Doc.

The component holds its settings and nothing else, so that it travels to other processes; the models are loaded once a process, when
the first Doc comes.
"""

import logging
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from sayso.adapters.spacy_component.statements import DocStatement, span_of, statements_of
from sayso.adapters.spacy_component.values import Values, values_of
from sayso.api import shared_reader
from sayso.errors import InputError, UsageError
from sayso.ingest.text import clean
from sayso.records.article import Article
from sayso.records.language import refusal
from sayso.records.reading import Item

_LOG = logging.getLogger(__name__)

NAME = "sayso"
STATEMENTS = "statements"
PARTS = ("source", "cue", "content")
"""Labels in the span group, the same as in what is given out to annotators."""

MAX_LENGTH = 1_000_000
"""As spaCy's own ``nlp.max_length``: a text beyond it is rarely one article."""

_ANY_LANGUAGE = 'nlp.add_pipe("sayso", config={"any_language": True})'


class SaysoComponent:
    """Reads each Doc's text and sets ``doc._.sayso``, ``doc._.statements`` and, unless ``spans_key`` is None, a span group.

    A Doc whose text is empty or, unless ``any_language``, not English passes with no statements and the reason in ``doc._.sayso``.
    """

    def __init__(self, name: str, *, any_language: bool, max_length: int, spans_key: str | None) -> None:
        if max_length < 1:
            raise UsageError(f"max_length is {max_length}; it is a number of characters, 1 or more")
        self.name = name
        self._any_language = any_language
        self._max_length = max_length
        self._spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc. InputError if its text is longer than ``max_length`` or reading it failed."""
        text = doc.text
        if len(text) > self._max_length:
            raise InputError(too_long(len(text), self._max_length))
        values = self._found(text)
        doc._.set(NAME, values)
        if self._spans_key is not None:
            doc.spans[self._spans_key] = marks(doc, values)
        return doc

    def _found(self, text: str) -> Values:
        item = Item("doc", article=Article(clean(text)))
        outcome = shared_reader().read(item, any_language=self._any_language)
        if outcome.ending == "failed":
            raise InputError(f"the Doc {_beginning(text)}: {outcome.reason}")
        values = values_of(outcome, text)
        if outcome.ending == "skipped" and outcome.language.foreign:
            values["reason"] = refusal(outcome.language, _ANY_LANGUAGE)
            _LOG.warning("no statements from the Doc %s: %s", _beginning(text), values["reason"])
        return values


@Language.factory(
    NAME,
    assigns=["doc._.sayso", "doc._.statements", "doc.spans"],
    default_config={"any_language": False, "max_length": MAX_LENGTH, "spans_key": NAME},
)
def make_sayso(nlp: Language, name: str, any_language: bool, max_length: int, spans_key: str | None) -> SaysoComponent:
    """The component; what stands in ``config`` is all there is to it, so a saved pipeline needs no files of its own."""
    register()
    return SaysoComponent(name, any_language=any_language, max_length=max_length, spans_key=spans_key)


def register() -> None:
    """Makes ``doc._.sayso`` and ``doc._.statements`` known, also where Docs are only read back; adding the pipe does it.

    UsageError if another package has taken one of the names.
    """
    _claim(NAME, default=None)
    _claim(STATEMENTS, getter=_statements)


def marks(doc: Doc, values: Values) -> list[Span]:
    """Source, cue and content of each statement, labelled so; the id of the Span is that of its statement."""
    return [
        span_of(doc, start, end, label=part, span_id=each["id"])
        for each in values.get("statements", ())
        for part in PARTS
        for start, end in each[part]
    ]


def too_long(length: int, limit: int) -> str:
    """What to tell where a text of ``length`` characters is over ``limit``."""
    return (
        f"the text has {length:,} characters, and the component sayso reads up to {limit:,}: split it into its articles, or give "
        f"it room in both places, nlp.max_length = {length} and "
        f'nlp.add_pipe("sayso", config={{"max_length": {length}}})'
    )


def _statements(doc: Doc) -> tuple[DocStatement, ...]:
    """The getter of ``doc._.statements``."""
    values = doc._.get(NAME)
    if values is None:
        raise UsageError(
            "this Doc holds nothing of Sayso: it did not go through the component, it was made of parts of others, or it was "
            "stored without its user data (store it with DocBin(store_user_data=True))"
        )
    return statements_of(doc, values)


def _claim(name: str, **how: Any) -> None:
    if not Doc.has_extension(name):
        Doc.set_extension(name, **how)
        return
    default, _, getter, _ = Doc.get_extension(name)
    if (default, _origin(getter)) != (how.get("default"), _origin(how.get("getter"))):
        raise UsageError(f"doc._.{name} is taken by another package; remove it first: Doc.remove_extension({name!r})")


def _origin(function: Any) -> tuple[str, str] | None:
    """Where a function is defined, which stays the same when its module is loaded again."""
    return (function.__module__, function.__qualname__) if function is not None else None


def _beginning(text: str) -> str:
    return repr(text[:40] + ("…" if len(text) > 40 else ""))

"""The order of the stages: an item in, one outcome out. The only module that knows it.

Reading is a function of one article, so items are read in this process or in a pool of workers, with the same
result in the same order. A failing article fails alone; a worker that dies takes down only what kills it again.
"""

import logging
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sayso.classify.classification import classify
from sayso.classify.voice import Evaluating, evaluating, unquoted, voices
from sayso.errors import InputError
from sayso.extract.attribution import Attribution, attribute
from sayso.extract.confidence import Regression
from sayso.ingest.language import language_of_article
from sayso.model.attribution import AttributionModel
from sayso.model.heap import give_back_large_blocks
from sayso.model.manifest import OF_POSITIONS, OF_VOICE, POSITIONS, SHIPPED, VOICE, load_manifest, manifests
from sayso.model.positions import PositionModel
from sayso.model.voice import VoiceModel
from sayso.records import ids
from sayso.records.article import Article
from sayso.records.language import refusal
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.run import Run
from sayso.records.statement import Statement
from sayso.resolve.actors import resolve
from sayso.run_config import RunConfig, make_run
from sayso.workers import Workers

_LOG = logging.getLogger(__name__)

AHEAD = 4
"""Items a worker has waiting for it: enough that none idles, few enough that memory stays flat."""

ON_THEIR_WAY = 16 * 1024 * 1024
"""Characters and kept bytes of items on their way from which on no more are taken in: a few of the largest are as much as memory bears."""

LONGEST = 2_000_000
"""Code points of a text that is read, some 340,000 words: a process takes up to 1 KiB for each, more where every line is a quotation."""

ALREADY_READ = "already read by this run"

ANY_LANGUAGE = "--any-language"
"""The option of the commands that read, named in the reason for which a foreign text is skipped."""

DEFAULT = RunConfig()


class Reader:
    """The models and their settings, loaded once, that turn items into outcomes."""

    def __init__(
        self, config: RunConfig = DEFAULT, folder: Path = SHIPPED, positions: Path = POSITIONS, voice: Path = VOICE
    ) -> None:
        self._config = config
        self._model = AttributionModel(folder)
        self._confidence = Regression.of(self._model.manifest)
        self._positions = PositionModel(positions)
        self._voice = VoiceModel(voice)
        parts = (self._model, self._positions, self._voice)
        self.run: Run = make_run(manifests([each.manifest for each in parts]), config)

    def read(self, item: Item, *, any_language: bool = False) -> Outcome:
        """The outcome of one item; never raises for the item's sake. Unless ``any_language``, a foreign text is skipped."""
        known = _unread(item)
        if known is not None or item.article is None:
            return known or Outcome(item, "failed", reason=item.error)
        try:
            language = language_of_article(item.article)
            if language.foreign and not any_language:
                return Outcome(item, "skipped", reason=refusal(language, ANY_LANGUAGE), language=language)
            return Outcome(item, "done", self._reading(item.article), language=language)
        except UnicodeEncodeError as error:
            return Outcome(item, "failed", reason=f"the text holds a lone surrogate at {error.start}; decode it again")
        except Exception as error:  # one article must not end the run, whatever is in it
            _LOG.debug("reading failed", exc_info=True)
            return Outcome(item, "failed", reason=f"could not be read: {type(error).__name__}: {error}")

    def attribute(self, text: str) -> Attribution:
        """What the first stage finds in ``text``, for measuring it alone."""
        return attribute(text, "alone", self._model, self._confidence, self._config)

    def read_given(self, article: Article, statements: Sequence[Statement]) -> Reading:
        """The reading that follows where ``statements`` are given: what the later stages make of them, for measuring."""
        return self._coded(article, replace(self.attribute(article.text), statements=tuple(statements)))

    def _reading(self, article: Article) -> Reading:
        _, version, _ = ids.of_article(article)
        return self._coded(article, attribute(article.text, version, self._model, self._confidence, self._config))

    def _coded(self, article: Article, found: Attribution) -> Reading:
        """Who speaks and who is judged, once statements are found."""
        article_id, version_id, digest = ids.of_article(article)
        text = article.text
        own = self._evaluating(text, found)
        known = resolve(text, found.statements, found.blocks, [(each.span.start, each.span.end) for each in own])
        coded = classify(
            text, found.statements, found.blocks, known.actors, known.speakers, found.states, self._positions
        )
        return Reading(
            id=ids.reading_id(version_id, self.run.id),
            article_id=article_id,
            version_id=version_id,
            run_id=self.run.id,
            text=text,
            text_sha256=digest,
            statements=coded.statements,
            unattributed_quotes=found.unattributed_quotes,
            blocks=found.blocks,
            actors=known.actors,
            positions=coded.positions,
            occasions=coded.occasions,
            voices=voices(version_id, own, known.actors, found.states, self._voice, self._positions),
        )

    def _evaluating(self, text: str, found: Attribution) -> tuple[Evaluating, ...]:
        """The passages in which nobody is quoted and the writer evaluates."""
        layout = found.layout
        quoted = [(each.start, each.end) for each in layout.quotations]
        silent = unquoted(text, layout.sentences, quoted, found.blocks, found.statements, found.states)
        return evaluating(text, silent, found.states, self._voice)


def shipped_run(config: RunConfig = DEFAULT) -> Run:
    """The run that reading with the shipped weights makes, without loading them."""
    later = (load_manifest(POSITIONS, OF_POSITIONS), load_manifest(VOICE, OF_VOICE))
    return make_run(manifests([load_manifest(), *later]), config)


def read_items(
    items: Iterable[Item],
    *,
    workers: int = 1,
    config: RunConfig = DEFAULT,
    any_language: bool = False,
    is_read: Callable[[str], bool] | None = None,
    kept: Callable[[], int] = lambda: 0,
) -> Generator[Outcome, None, None]:
    """Outcomes in the order of ``items``; texts that are not English are skipped unless ``any_language``.

    ``is_read`` is asked with the version id before any inference; with it, the caller stores each outcome before asking for the
    next. ``kept`` tells how many bytes the caller keeps for items on their way; with several workers few large items are on it.
    """
    task = _Task(workers, config, any_language, is_read, kept)
    if workers > 1:
        yield from _in_pool(items, task)
        return
    reader: Reader | None = None
    for item in items:
        known = _known(item, _version(item, task), task)
        if known is None:
            reader = reader or Reader(config)
            known = reader.read(item, any_language=any_language)
        yield known


@dataclass(frozen=True, slots=True)
class _Task:
    """What all items of one call have in common."""

    workers: int
    config: RunConfig
    any_language: bool
    is_read: Callable[[str], bool] | None
    kept: Callable[[], int]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An item on its way. ``result`` is None while the same version is on its way before it: what becomes of that one decides."""

    item: Item
    version: str | None
    result: "Outcome | Future[Outcome] | None"

    @property
    def is_ready(self) -> bool:
        return not isinstance(self.result, Future) or self.result.done()


def _unread(item: Item) -> Outcome | None:
    """The outcome of an item that there is nothing to read in, or too much; None for all others."""
    if item.skip is not None:
        return Outcome(item, "skipped", reason=item.skip)
    if item.article is None:
        return Outcome(item, "failed", reason=item.error)
    if len(item.article.text) > LONGEST:
        told = f"the text has {len(item.article.text):,} characters, an article at most {LONGEST:,}; split it"
        return Outcome(item, "failed", reason=told)
    if not item.article.text.strip():
        return Outcome(item, "skipped", reason="the text is empty")
    return None


def _version(item: Item, task: _Task) -> str | None:
    """The id of the version that the item holds; None if nobody asks for it, or it has none."""
    if item.article is None or task.is_read is None:
        return None
    try:
        return ids.of_article(item.article)[1]
    except UnicodeEncodeError:
        return None


def _known(item: Item, version: str | None, task: _Task) -> Outcome | None:
    """The outcome of an item that needs no model."""
    if version is not None and task.is_read is not None and task.is_read(version):
        return Outcome(item, "skipped", reason=ALREADY_READ)
    return _unread(item)


def _in_pool(items: Iterable[Item], task: _Task) -> Iterator[Outcome]:
    waiting: deque[_Waiting] = deque()
    with Workers[Item, Outcome](partial(_start_worker, task.config, task.any_language), task.workers) as pool:
        for item in items:
            version = _version(item, task)
            if version is not None and any(each.version == version for each in waiting):
                waiting.append(_Waiting(item, version, None))
            else:
                waiting.append(_Waiting(item, version, _known(item, version, task) or pool.submit(item)))
            while waiting and (waiting[0].is_ready or _is_full(waiting, task)):
                yield _outcome(waiting.popleft(), pool, task)
        while waiting:
            yield _outcome(waiting.popleft(), pool, task)


def _is_full(waiting: Collection[_Waiting], task: _Task) -> bool:
    texts = sum(len(each.item.article.text) for each in waiting if each.item.article)
    return len(waiting) >= task.workers * AHEAD or texts + task.kept() > ON_THEIR_WAY


def _outcome(first: _Waiting, pool: Workers[Item, Outcome], task: _Task) -> Outcome:
    """The outcome of the item that is next, all before it being stored."""
    result = first.result or _known(first.item, first.version, task) or pool.submit(first.item)
    if isinstance(result, Outcome):
        return result
    try:
        return result.result()
    except InputError as error:
        return Outcome(first.item, "failed", reason=str(error))


def _start_worker(config: RunConfig, any_language: bool) -> Callable[[Item], Outcome]:
    give_back_large_blocks()
    return partial(Reader(config).read, any_language=any_language)

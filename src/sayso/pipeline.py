"""The order of the stages: an item in, one outcome out. The only module that knows it.

Reading is a function of one article, so items are read in this process or in a pool of workers, with the same
result in the same order. A failing article fails alone; a worker that dies takes down only what kills it again.
"""

import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.classify.classification import classify
from sayso.classify.voice import Evaluating, evaluating, unquoted, voices
from sayso.errors import ModelError
from sayso.extract.attribution import Attribution, attribute
from sayso.extract.confidence import Regression
from sayso.ingest.language import language_of_article
from sayso.model.attribution import AttributionModel
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

_LOG = logging.getLogger(__name__)

AHEAD = 4
"""Items a worker has waiting for it: enough that none idles, few enough that memory stays flat."""

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
        if item.skip is not None:
            return Outcome(item, "skipped", reason=item.skip)
        if item.article is None:
            return Outcome(item, "failed", reason=item.error)
        if not item.article.text.strip():
            return Outcome(item, "skipped", reason="the text is empty")
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
) -> Iterator[Outcome]:
    """Outcomes in the order of ``items``; texts that are not English are skipped unless ``any_language``.

    ``is_read`` is asked with the version id before any inference.
    """
    asked = ((item, _already_read(item, is_read)) for item in items)
    if workers > 1:
        yield from _in_pool(asked, _Task(workers, config, any_language))
        return
    reader: Reader | None = None
    for item, known in asked:
        if known is not None:
            yield known
            continue
        reader = reader or Reader(config)
        yield reader.read(item, any_language=any_language)


def _already_read(item: Item, is_read: Callable[[str], bool] | None) -> Outcome | None:
    if item.article is None or is_read is None:
        return None
    try:
        _, version, _ = ids.of_article(item.article)
    except UnicodeEncodeError:
        return None
    return Outcome(item, "skipped", reason=ALREADY_READ) if is_read(version) else None


_worker_reader: Reader | None = None


def _start_worker(config: RunConfig) -> None:
    global _worker_reader
    _worker_reader = Reader(config)


def _ready() -> bool:
    return _worker_reader is not None


def _work(item: Item, any_language: bool) -> Outcome:
    if _worker_reader is None:
        raise ModelError("the worker has no model")
    return _worker_reader.read(item, any_language=any_language)


@dataclass(frozen=True, slots=True)
class _Task:
    """What the workers of one call have in common."""

    workers: int
    config: RunConfig
    any_language: bool


def _pool(workers: int, config: RunConfig) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(config,))


def _in_pool(asked: Iterable[tuple[Item, Outcome | None]], task: _Task) -> Iterator[Outcome]:
    waiting: deque[tuple[Item, Outcome | Future[Outcome]]] = deque()
    pool = _pool(task.workers, task.config)
    try:
        for item, known in asked:
            waiting.append((item, known if known is not None else _submit(pool, item, task)))
            while len(waiting) >= task.workers * AHEAD:
                pool = yield from _next(waiting, pool, task)
        while waiting:
            pool = yield from _next(waiting, pool, task)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, item: Item, task: _Task) -> "Future[Outcome]":
    try:
        return pool.submit(_work, item, task.any_language)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _next(
    waiting: "deque[tuple[Item, Outcome | Future[Outcome]]]", pool: ProcessPoolExecutor, task: _Task
) -> "Generator[Outcome, None, ProcessPoolExecutor]":
    """Yields the first outcome waiting; returns the pool to go on with, a new one if a worker has died."""
    item, pending = waiting.popleft()
    if isinstance(pending, Outcome):
        yield pending
        return pool
    try:
        yield pending.result()
    except BrokenProcessPool:
        yield _alone(item, task)
        pool.shutdown(wait=False, cancel_futures=True)
        pool = _pool(task.workers, task.config)
        for n, (other, future) in enumerate(waiting):
            if isinstance(future, Future) and (not future.done() or future.cancelled() or future.exception()):
                waiting[n] = (other, pool.submit(_work, other, task.any_language))
    return pool


def _alone(item: Item, task: _Task) -> Outcome:
    """The item in a process of its own: either it was another item that killed the worker, or this one fails."""
    with _pool(1, task.config) as pool:
        try:
            pool.submit(_ready).result()
        except BrokenProcessPool as error:
            raise ModelError("worker processes cannot start here; read with one worker (--workers 1)") from error
        try:
            return pool.submit(_work, item, task.any_language).result()
        except BrokenProcessPool:
            return Outcome(item, "failed", reason="the process that read it died; report the article if you can")

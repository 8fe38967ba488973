"""Processes that do one task after another each, for a parent that waits for the results. What a task is, they are told.

A worker that dies takes nothing with it but its task, which is tried once more in a new process. Workers end when this process
does, however it ends. An interrupt of the terminal is for this process alone.
"""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from sayso.errors import InputError, ModelError, SaysoError

Task = TypeVar("Task")
Result = TypeVar("Result")

TRIES = 2
"""Processes that a task may bring down, and starts that may fail, before it counts as the task's fault or the machine's."""

BACKLOG = 4
"""Tasks waiting from which on another worker is started: those of a short or slow input need no second one."""

GRACE = 1.0
"""Seconds in which a process that has nothing more to do may end by itself."""


class Workers(Generic[Task, Result]):
    """At most ``most`` processes, each started when there is work for it; ``make`` is called once in each and gives what does a task.

    ``make`` must be picklable (no lambda), tasks and results too.
    """

    def __init__(self, make: Callable[[], Callable[[Task], Result]], most: int) -> None:
        self._make = make
        self._most = most
        self._waiting: SimpleQueue[tuple[Task, Future[Result]] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._running: set[_Worker[Task, Result]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends all processes at once; tasks without a result get none."""
        with self._lock:
            self._closed = True
            for worker in self._running:
                worker.kill()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def submit(self, task: Task) -> "Future[Result]":
        """The result to be. It raises InputError if every process that took the task died, ModelError if none can start."""
        future: Future[Result] = Future()
        self._waiting.put((task, future))
        if not self._threads or (len(self._threads) < self._most and self._waiting.qsize() >= BACKLOG):
            self._threads.append(threading.Thread(target=self._serve, daemon=True))
            self._threads[-1].start()
        return future

    def _serve(self) -> None:
        """One worker after another, for as long as there are tasks."""
        worker: _Worker[Task, Result] | None = None
        while (taken := self._waiting.get()) is not None and not self._closed:
            task, future = taken
            try:
                worker, result = self._done(task, worker)
                future.set_result(result)
            except BaseException as error:  # it belongs to whoever waits for the result
                worker = None
                future.set_exception(error)
        if worker is not None:
            self._ended(worker)

    def _done(self, task: Task, worker: "_Worker[Task, Result] | None") -> "tuple[_Worker[Task, Result], Result]":
        """The task's result and the worker that gave it: ``worker``, or a new one."""
        how = ""
        for _ in range(TRIES):
            alive = worker or self._started()
            worker = None
            try:
                return alive, alive.ask(task)
            except (EOFError, OSError):
                how = self._ended(alive)
                if self._closed:
                    break
        raise InputError(
            f"the process that read it died {TRIES} times, the last time {how}; see whether memory is short"
        )

    def _started(self) -> "_Worker[Task, Result]":
        how = ""
        for _ in range(TRIES):
            with self._lock:
                if self._closed:
                    break
                worker: _Worker[Task, Result] = _Worker(self._make)
                self._running.add(worker)
            try:
                worker.wait_until_ready()
                return worker
            except ModelError:
                self._ended(worker)
                raise
            except (EOFError, OSError):
                how = self._ended(worker)
        raise ModelError(f"worker processes cannot start here ({how}); read with one (--workers 1)")

    def _ended(self, worker: "_Worker[Task, Result]") -> str:
        with self._lock:
            self._running.discard(worker)
        return worker.end()


class _Worker(Generic[Task, Result]):
    """One process and the pipe to it; only the thread that made it asks it."""

    def __init__(self, make: Callable[[], Callable[[Task], Result]]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        _leave_interrupts_to_the_main_thread()
        self._process = context.Process(target=_work, args=(theirs, make), daemon=True)
        self._process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        """Raises ModelError with what hindered it, EOFError or OSError if it died."""
        hindered = self._pipe.recv()
        if hindered is not None:
            raise ModelError(hindered)

    def ask(self, task: Task) -> Result:
        """Raises EOFError or OSError if the process dies before it has answered."""
        self._pipe.send(task)
        result: Result = self._pipe.recv()
        return result

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> str:
        """Ends the process if it has not ended by itself; says how it did."""
        self._pipe.close()
        self._process.join(GRACE)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode or 0
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"with exit status {code}"


def _work(pipe: Connection, make: Callable[[], Callable[[Task], Result]]) -> None:
    """What a worker does: says that it is ready, then answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    try:
        work = make()
    except SaysoError as error:
        pipe.send(str(error))
        return
    pipe.send(None)
    with suppress(EOFError, BrokenPipeError):
        while True:
            pipe.send(work(pipe.recv()))


def _end_with_the_parent() -> None:
    """A parent that was killed closes nothing in order, and a long article would be read to its end for nobody."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _leave_interrupts_to_the_main_thread() -> None:
    """In this thread and in the processes that it starts, from their first moment on."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # with the first process it would be started, and would take the mask away
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

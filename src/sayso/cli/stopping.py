"""Ctrl-C while articles go in: what is written is written whole, and counted."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self

STOPPED = 128 + signal.SIGINT
"""Exit code after Ctrl-C, as shells have it."""


class Stopping:
    """Inside, Ctrl-C raises KeyboardInterrupt at once, but where something is being written only after that."""

    def __init__(self) -> None:
        self._writing = False
        self._asked = False

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.default_int_handler)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """What is done inside is done whole; KeyboardInterrupt afterwards, if it was asked for before or meanwhile."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False
        if self._asked:
            raise KeyboardInterrupt

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        if not self._writing:
            raise KeyboardInterrupt

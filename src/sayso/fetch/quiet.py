"""Keeping the client from logging by itself: it would tell headers of answers, which may hold names and passwords in addresses."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_LOGGERS = ("httpcore", "httpx")


@contextmanager
def quiet() -> Iterator[None]:
    """The client's loggers tell nothing but warnings meanwhile."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)

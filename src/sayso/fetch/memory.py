"""What servers said of pages when they were fetched, so that an unchanged one need not be sent again.

One line a page in a file beside the ledger, appended; the last of a page counts. It holds digests, never an address, and is a
convenience alone: without the file everything is fetched anew. Whether a page was read is asked of the ledger each time.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_LOG = logging.getLogger(__name__)
LONGEST = 1_000
"""Code points of a validator; a longer one is not kept."""
SLACK = 1_000
"""Lines that may be superseded before the file is written anew."""


def digest(*parts: str | None) -> str:
    """What stands for an address, and for what else the outcome hangs on."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def beside(ledger: Path) -> Path:
    """The file that belongs to a ledger."""
    return ledger.with_name(f"{ledger.name}.fetched")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server can be asked by whether a page changed, and the digest of the address that said it."""

    at: str
    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


class Memory:
    """The pages that were fetched, by ``digest``. ``is_read`` is asked with the id of a version whether the ledger has it read."""

    def __init__(self, file: Path, is_read: Callable[[str], bool]) -> None:
        self._file = file
        self._is_read = is_read
        self._known: dict[str, dict[str, Any]] | None = None

    def recall(self, key: str) -> Validators | None:
        """What to ask by; None if the page is unknown, or if something that was made of it is not in the ledger, read."""
        held = self._loaded().get(key)
        if held is None or not all(map(self._is_read, held["versions"])):
            return None
        return Validators(held["at"], held["etag"], held["modified"])

    def versions(self, key: str) -> tuple[str, ...]:
        """The versions that were made of the page, also of each page that a feed named."""
        held = self._loaded().get(key)
        return tuple(held["versions"]) if held else ()

    def keep(self, key: str, validators: Validators, versions: Iterable[str]) -> None:
        """Notes what a page said of itself and what was made of it, if anything can be asked by it."""
        made = list(dict.fromkeys(versions))
        if not made or not validators.headers():
            return
        held = {**asdict(validators), "versions": made}
        if self._loaded().get(key) == held:
            return
        self._loaded()[key] = held
        try:
            with self._file.open("a", encoding="ascii") as out:
                out.write(_line(key, held))
        except OSError:
            _LOG.debug("what was fetched cannot be noted in %s", self._file, exc_info=True)

    def _loaded(self) -> dict[str, dict[str, Any]]:
        if self._known is None:
            self._known, lines = _read(self._file)
            if lines > len(self._known) + SLACK:
                _rewrite(self._file, self._known)
        return self._known


def _read(file: Path) -> tuple[dict[str, dict[str, Any]], int]:
    """What the file holds, and in how many lines; a line that is none of ours is passed over."""
    known: dict[str, dict[str, Any]] = {}
    lines = 0
    try:
        with file.open("rb") as stream:
            for raw in stream:
                lines += 1
                known.update(_entry(raw))
    except OSError:
        return known, 0
    return known, lines


def _entry(raw: bytes) -> dict[str, dict[str, Any]]:
    try:
        held = json.loads(raw)
        key, versions = held.pop("key"), held["versions"]
        texts = [held["at"], *(held[name] for name in ("etag", "modified") if held[name] is not None), *versions, key]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return {key: held} if isinstance(versions, list) and all(isinstance(each, str) for each in texts) else {}


def _line(key: str, held: dict[str, Any]) -> str:
    return json.dumps({"key": key, **held}) + "\n"


def _rewrite(file: Path, known: dict[str, dict[str, Any]]) -> None:
    fresh = file.with_name(f"{file.name}.new")
    try:
        fresh.write_text("".join(_line(key, held) for key, held in known.items()), encoding="ascii")
        fresh.replace(file)
    except OSError:
        _LOG.debug("%s cannot be written anew", file, exc_info=True)

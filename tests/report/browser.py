"""A headless Chromium, driven through a pair of pipes: no driver, no port, nothing but the browser itself is needed."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.report.pdf import browser

PATIENCE = 60.0
"""Seconds for any one answer."""
REQUIRED = "REQUIRE_BROWSER"
"""Set to 1, a missing browser fails a test instead of skipping it."""

LAUNCH = """
import os, sys
ends = [os.dup(int(each)) for each in sys.argv[1:3]]
for wanted, end in zip((3, 4), [os.dup2(end, 100 + n) for n, end in enumerate(ends)]):
    os.dup2(end, wanted)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads commands from 3 and answers on 4; the ends that we hold may have those numbers, so they move out of the way first."""


class Tab:
    """One page. ``events`` holds all that the browser has told so far."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        return self._until(lambda told: told.get("id") == self._number)["result"]  # type: ignore[no-any-return]

    def open(self, page: Path, *, width: int, height: int = 800) -> None:
        """Loads the page in a window of this size, in CSS pixels."""
        self.events.clear()
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.call("Page.navigate", url=page.resolve().as_uri())
        if not self.told("Page.loadEventFired"):
            self._until(lambda told: told.get("method") == "Page.loadEventFired")

    def told(self, method: str) -> list[dict[str, Any]]:
        return [event["params"] for event in self.events if event.get("method") == method]

    def value(self, expression: str) -> Any:
        """What a script of ours finds; the page itself may run none."""
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def _until(self, wanted: Any) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            *whole, self._buffer = self._buffer.split(b"\0")
            for position, each in enumerate(whole):
                told: dict[str, Any] = json.loads(each)
                self.events.append(told)
                if wanted(told):
                    if "error" in told:
                        raise AssertionError(told["error"])
                    self._buffer = b"\0".join([*whole[position + 1 :], self._buffer])
                    return told
            more = os.read(self._read, 1 << 16)
            if not more:
                raise AssertionError("the browser has gone")
            self._buffer += more
        raise AssertionError("the browser does not answer")


@contextmanager
def tab() -> Iterator[Tab]:
    """A tab of a fresh browser; the test is skipped where there is none, or fails with REQUIRE_BROWSER=1."""
    try:
        program = browser()
    except UsageError as error:
        if os.environ.get(REQUIRED) == "1":
            raise
        pytest.skip(str(error))
    to_browser, from_browser = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        ends = [str(to_browser[0]), str(from_browser[1])]
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
        ]
        started = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, *ends, program, *options],
            pass_fds=(to_browser[0], from_browser[1]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser[0])
        os.close(from_browser[1])
        try:
            yield Tab(from_browser[0], to_browser[1])
        finally:
            started.terminate()
            started.wait(PATIENCE)
            os.close(from_browser[0])
            os.close(to_browser[1])

"""Who names no address waits for no client."""

import subprocess
import sys

from tests.cli.running import environment

CODE = """
import sys
from sayso.ingest import inputs
assert [each.article.text for each in inputs.items([sys.argv[1]])]
print(sorted({"httpx", "httpcore", "protego", "feedparser"} & set(sys.modules)))
"""


def test_files_are_read_without_a_client() -> None:
    command = [sys.executable, "-c", CODE, __file__]
    ran = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"

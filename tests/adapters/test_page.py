"""``docs/spacy.md``: its examples run and print what stands below them."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs" / "spacy.md"
_EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)


def test_the_examples_print_what_the_page_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    examples = _EXAMPLE.findall(page)
    assert len(examples) == page.count("```python") > 0
    names: dict[str, Any] = {}
    for code, shown in examples:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(code, names)  # noqa: S102 - the page's own code
        assert printed.getvalue() == shown

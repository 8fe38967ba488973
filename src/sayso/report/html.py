"""The page as HTML: one file, no script, nothing fetched. Every text is escaped by the template engine; only our own SVG is not."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from sayso.report.extra import extra
from sayso.report.method import PARTS
from sayso.report.values import Page

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""Of the page's content security policy: should anything hostile get through, a browser neither runs nor fetches it."""


def render(page: Page) -> str:
    """The page; UsageError without the extra ``report``."""
    template = _environment().get_template("page.html.j2")
    rendered: str = template.render(page=page, parts=PARTS, policy=POLICY, css=_style(page))
    return rendered


def _style(page: Page) -> str:
    """The style sheet, with what stands at the head of printed pages."""
    sheet = (files("sayso.report") / "templates" / "page.css").read_text(encoding="utf-8")
    return sheet.replace("%SUBJECT%", css_string(page.subject)).replace("%STATUS%", css_string(page.status))


def css_string(text: str) -> str:
    """``text`` as the inside of a CSS string: everything but letters and digits of ASCII as an escape, so that it ends nothing."""
    return re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found[0]):06x}", text)


@cache
def _environment() -> Any:
    jinja2 = extra("jinja2")
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("sayso.report", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["groupby_run"] = _runs
    return made


def _runs(values: Iterable[Any], attribute: str) -> list[list[Any]]:
    """``values`` in stretches of neighbours that are alike in ``attribute``."""
    return [list(group) for _, group in groupby(values, key=lambda each: getattr(each, attribute))]

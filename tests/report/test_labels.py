"""What people are called on a page: in the words of the article, with who uses it, and where."""

from sayso.answers.labels import NO_LABELS, labels
from sayso.records.span import Span
from sayso.report.labels import QUOTED, section
from sayso.report.setting import TOLD
from sayso.report.values import Lines
from tests.answers.facts import DASK, fact
from tests.answers.test_labels import TOLVEN, used
from tests.report.made import html
from tests.report.parsed import Parsed


def lines(*facts: object) -> Lines:
    found = section(labels(facts, (DASK,), ()))  # type: ignore[arg-type]  # facts of labels
    assert found
    item = found.items[0]
    assert isinstance(item, Lines)
    return item


def test_a_label_stands_with_who_uses_it_of_whom_and_who_disputes_it() -> None:
    made = lines(
        used(1, "liar", DASK, TOLVEN, disputed_by=DASK, denied=True), used(2, "fools", "the Norr Party", disputed_by=TOLVEN),
        used(4, "saints", distance=Span(3, 11, "“saints”")),
        used(3, "reformers", "reformers", "reformers", own=True, distance=Span(0, 1, "x")),
    )  # fmt: skip
    assert [(each.strong, each.text) for each in made.lines] == [
        ("“liar”", f"{TOLVEN} of {DASK}; disputed by themselves"),
        ("“fools”", f"the writer of the Norr Party; disputed by {TOLVEN}"),
        ("“saints”", "the writer of self-styled moderates; in scare quotes"),
        ("“x reformers”", "reformers, of themselves; the writer keeps a distance (“x”)"),
    ]


def test_what_is_not_shown_is_counted() -> None:
    made = lines(*(used(n) for n in range(1, QUOTED + 3)))
    assert made.lines[0].text == "the writer (2 more uses)"
    assert len(made.lines[0].quotes) == QUOTED
    assert lines(*(used(n, f"label {n}") for n in range(1, TOLD + 3))).more.startswith("… and 2 more labels")


def test_nothing_is_no_section() -> None:
    assert section(NO_LABELS) is None


def test_on_the_page_it_is_text() -> None:
    page = Parsed(html(fact(1), called=labels([used(1, "<b>liars</b>")], (DASK,), ())))
    assert page.wrong == []
    assert "labels" in page.ids
    assert "“<b>liars</b>”" in page.text

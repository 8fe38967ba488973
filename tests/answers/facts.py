"""Made-up positions, as a ledger gives them."""

from dataclasses import replace
from typing import Any

from sayso.answers.choose import Chosen
from sayso.answers.coverage import Coverage
from sayso.answers.positions import Answer, Counting, Question
from sayso.answers.speakers import NO_TEXTS, Texts
from sayso.records.row import NameRow, PositionFact
from sayso.records.said import Told

DASK = "Ruben Dask"
CHOSEN = Chosen(DASK, (DASK,))
READ = Coverage(9, 90, 3, 0, "2031-01-05", "2031-06-30", 0, (), ("ru1_" + "0" * 32,))
PLAIN = PositionFact(
    id="po", statement="st", reading="re", occasion=None, article_id="ar", version_id="ve", publisher="The Beacon", agency=None,
    genre="news", published="2031-05-02", speaker="Mira Tolven", speaker_kind="person", object=DASK, role="object",
    label="critical", wording="paraphrased", flags=(), status="actual", move="inform", told=None, confidence=0.9,
)  # fmt: skip


def statement_id(number: int) -> str:
    return f"st1_{number:032x}"


def fact(number: int, article: str = "a", told: str | None = None, **changes: Any) -> PositionFact:
    """Mira Tolven's critical position on Ruben Dask, number ``number``, in ``article``, with ``changes``."""
    if changes.get("label") == "none":
        changes.setdefault("wording", None)
    places = {"reading": f"re_{article}", "article_id": f"ar_{article}", "version_id": f"ve_{article}"}
    made = {"id": f"po_{number}", "statement": statement_id(number), "told": Told(told) if told else None}
    return replace(PLAIN, **{**made, **places, **changes})


def name_row(name: str, positions: int = 1, statements: int = 0) -> NameRow:
    return NameRow(name, 1, positions, statements)


def answer(*facts: PositionFact, question: Question | None = None, texts: Texts = NO_TEXTS, **more: Any) -> Answer:
    return Counting(question or Question(CHOSEN), facts).answer(READ, texts, **more)


def names(rows: Any) -> list[str]:
    return [row.speaker for row in rows]

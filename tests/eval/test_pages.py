"""How main text is scored."""

import gzip
import json
from pathlib import Path

import pytest

from eval.pages import overlap, report, tokens
from tests.ingest.files import PROSE, page


@pytest.mark.parametrize(
    ("found", "wanted", "scored"),
    [
        ("a b c d", "a b c d", (1.0, 1.0, 1.0)),
        ("a b", "a b c d", (1.0, 0.5, 2 / 3)),
        ("a a a a", "a b", (0.25, 0.5, 1 / 3)),
        ("", "a", (0.0, 0.0, 0.0)),
        ("x", "a", (0.0, 0.0, 0.0)),
    ],
)
def test_bags_of_tokens_are_compared(found: str, wanted: str, scored: tuple[float, float, float]) -> None:
    assert overlap(tokens(found), tokens(wanted)) == pytest.approx(scored)


def test_longer_runs_ask_for_the_order() -> None:
    assert overlap(tokens("a b c d e"), tokens("e d c b a"), 4)[2] == 0
    assert overlap(tokens("a b c d e"), tokens("x a b c d e"), 4)[2] == pytest.approx(2 * 2 / 5)


def test_the_body_alone_is_measured_and_an_unreadable_page_scores_nothing(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    body = "\n".join(PROSE)
    gold = {name: {"articleBody": body, "url": f"https://herald.example/{name}"} for name in ("good", "bad")}
    (tmp_path / "ground-truth.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "html" / "good.html.gz").write_bytes(gzip.compress(page()))
    (tmp_path / "html" / "bad.html.gz").write_bytes(gzip.compress(b""))
    told, f1 = report(tmp_path)
    assert f1 == pytest.approx(50)
    assert "2 pages" in told

"""What the user names, to items: nothing is lost, one item's fault is its own."""

import io
import json
from pathlib import Path

import pytest

from sayso.ingest import json_lines
from sayso.ingest.inputs import items, one_article
from sayso.ingest.text import decode
from sayso.records.article import Metadata
from sayso.records.reading import Item


def lines(*raw: bytes) -> list[Item]:
    return list(json_lines.items(io.BytesIO(b"\n".join(raw)), "t.jsonl"))


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"not json", "not JSON"),
        (b"[1]", "no object"),
        (b'{"id": "a"}', "no text"),
        (b'{"text": "t"}', "no id"),
        (b'{"id": 5, "text": "t"}', "no id"),
        (b'{"id": "a", "text": "t\\u0000u"}', "NUL"),
        (b'{"id": "a", "text": "\\ud800"}', "lone surrogate"),
        (b'{"id": "a", "text": "t", "weight": NaN}', "NaN"),
        (b'{"id": "a", "text": "t", "genre": "poem"}', "genre"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "not"),
    ],
)
def test_a_bad_line_fails_alone(raw: bytes, message: str) -> None:
    bad, good = lines(raw, line(id="z", text="t"))
    assert bad.error is not None
    assert message in bad.error
    assert good.article is not None
    assert good.line == 2


def test_a_line_that_is_too_long_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 100)
    long, good = lines(line(id="a", text="t" * 500), line(id="b", text="t"))
    assert "longer than" in str(long.error)
    assert good.given_id == "b"


def test_the_second_use_of_an_id_fails() -> None:
    first, second = lines(line(id="a", text="t"), line(id="a", text="u"))
    assert first.article is not None
    assert "earlier line" in str(second.error)


def test_only_newlines_split_lines_and_text_is_verbatim() -> None:
    text = "a\u2028b\u0085c\r\nd\ufeff"
    (item,) = lines(line(id="a", text=text))
    assert item.article is not None
    assert item.article.text == text


def test_a_byte_order_mark_is_dropped_and_blank_lines_are_counted() -> None:
    (item,) = lines(b"\xef\xbb\xbf", line(id="a", text="t"))
    assert item.line == 2


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufeff“é”".encode(), "“é”"),
        ("“é”".encode("utf-16"), "“é”"),
        (b"\x93We stay,\x94 said Ren\xe9e. It\x92s all she said to the paper.", "“We stay,” said Renée. It’s all she said to the paper."),
    ],
)  # fmt: skip  # one case a line
def test_plain_files_are_decoded(raw: bytes, text: str) -> None:
    assert decode(raw) == text


def test_a_folder_is_read_in_order_and_other_files_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("two")
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "c.css").write_text("p { }")
    (tmp_path / ".hidden").write_text("four")
    found = list(items([str(tmp_path)], Metadata(publisher="P")))
    assert [item.article.text for item in found if item.article] == ["one", "two"]
    assert all(item.article.metadata.publisher == "P" for item in found if item.article)
    assert [item.name for item in found if item.skip] == ["c.css"]


def test_what_a_file_says_goes_before_what_is_told_of_all(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line(id="a", text="t", publisher="Own", authors=["A"]))
    told = Metadata(publisher="Told", authors=("B", "C"), section="City", genre="news")
    (item,) = items([str(tmp_path)], told)
    assert item.article is not None
    assert item.article.metadata == Metadata(publisher="Own", authors=("A",), section="City", genre="news")


@pytest.mark.parametrize(
    ("named", "one"),
    [
        (["a.txt"], True),
        (["one.jsonl"], True),
        (["nowhere.txt"], True),
        (["two.jsonl"], False),
        (["a.txt", "a.txt"], False),
        (["."], False),
        (["-"], False),
    ],
)
def test_what_can_be_one_article_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: list[str], one: bool
) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "one.jsonl").write_bytes(line(id="a", text="t"))
    (tmp_path / "two.jsonl").write_bytes(line(id="a", text="t") + b"\n" + line(id="b", text="t"))
    monkeypatch.chdir(tmp_path)
    assert one_article(named) == one


def test_what_is_not_there_fails() -> None:
    (item,) = items(["nowhere.txt"])
    assert "no file or folder" in str(item.error)

"""Tables and JSON under other names: columns as told or as guessed, and one bad row spoils no other."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ingest import parquet
from sayso.ingest.columns import told_columns
from sayso.ingest.limits import Limits
from sayso.ingest.sourced import Wanted
from sayso.records.article import Metadata
from tests.ingest.files import articles_of, error_of, items_of

CSV = b"""guid,Headline,Body,pub_date,Outlet,Byline,Likes
a,Mill stays,"Ada said ""no"", twice.
Then she left.",2031-04-05,Herald,By Ada Roe and Bo Holm,7
b,Bridge,Bo said yes.,25/04/2031,Herald,,
"""


def told(columns: str = "", **options: object) -> tuple[Wanted, list[str]]:
    heard: list[str] = []
    return Wanted(columns=told_columns([columns]), tell=heard.append, **options), heard  # type: ignore[arg-type]


def test_columns_are_guessed_by_their_names_and_the_guess_is_told() -> None:
    wanted, heard = told()
    one, two = articles_of("t.csv", CSV, wanted)
    assert one.text == 'Ada said "no", twice.\nThen she left.'
    assert (one.given_id, one.collection) == ("a", "t.csv")
    assert one.metadata == Metadata(
        title="Mill stays",
        publisher="Herald",
        authors=("Ada Roe", "Bo Holm"),
        published="2031-04-05",
        published_basis="given",
    )
    assert (two.metadata.published, two.metadata.authors) == ("2031-04-25", ())
    (line,) = heard
    assert "text=Body, id=guid, title=Headline, publisher=Outlet, authors=Byline, published=pub_date" in line
    assert "not used: 'Likes'" in line


def test_columns_are_taken_as_told_and_nothing_is_said() -> None:
    wanted, heard = told("text=Headline,section=Outlet")
    one, _ = articles_of("t.csv", CSV, wanted)
    assert (one.text, one.metadata, heard) == ("Mill stays", Metadata(section="Herald"), [])


def test_what_is_told_is_completed_where_the_text_is_guessed() -> None:
    wanted, heard = told("section=Likes")
    one, _ = articles_of("t.csv", CSV, wanted)
    assert (one.metadata.section, one.metadata.title, len(heard)) == ("7", "Mill stays", 1)


@pytest.mark.parametrize(
    ("columns", "why"),
    [("text=Missing", "no column 'Missing'; there are 'guid', 'Headline'"), ("text=Body,id=Nope", "no column 'Nope'")],
)
def test_a_column_that_is_not_there_fails_the_table(columns: str, why: str) -> None:
    assert why in error_of("t.csv", CSV, told(columns)[0])


def test_a_table_without_a_column_for_the_text_says_what_to_do() -> None:
    assert "--map text=COLUMN" in error_of("t.csv", b"a,b\n1,2\n")


@pytest.mark.parametrize("option", ["text", "text=", "nothing=a", "text=a,text=b"])
def test_a_mapping_that_means_nothing_is_refused(option: str) -> None:
    with pytest.raises(UsageError):
        told_columns([option])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b"x,T,,2031-04-05,H,,\n", "no text in 'Body'"),
        (b"x,T,Text.,04/05/2031,H,,\n", "--dates dmy"),
        (b"x,T,Text.,soon,H,,\n", "'soon' in 'pub_date' is no date"),
        (b"a,T,Text.,,H,,\n", "used on an earlier line"),
        (b"x,T,Text.,,H,,,,,\n", "10 cells for 7 columns"),
    ],
)
def test_a_bad_row_fails_alone_with_its_line(row: bytes, why: str) -> None:
    *_, bad, good = items_of("t.csv", CSV + row + b"z,T,Last.,,H,,\n")
    assert why in str(bad.item.error)
    assert bad.item.line == 5
    assert good.item.article
    assert good.item.article.text == "Last."


def test_dates_are_read_in_the_order_told() -> None:
    (one,) = articles_of("t.csv", b"text,date\nA.,04/05/2031\n", told(dates="dmy")[0])
    assert one.metadata.published == "2031-05-04"


@pytest.mark.parametrize(
    ("name", "mark"), [("t.csv", ";"), ("t.csv", "\t"), ("t.csv", "|"), ("t.tsv", "\t"), ("t.tab", "\t")]
)
def test_what_parts_the_columns_is_found(name: str, mark: str) -> None:
    (one,) = articles_of(name, f"title{mark}text\nOne, or two{mark}Text, with commas.\n".encode())
    assert (one.metadata.title, one.text) == ("One, or two", "Text, with commas.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_of_spreadsheets(encoding: str) -> None:
    (one,) = articles_of("t.csv", "text\n“Renée said – no.”\n".encode(encoding))
    assert one.text == "“Renée said – no.”"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        ("text\nA.\n".encode("utf-16"), "UTF-16"),
        (b"text\rA.\r", "carriage"),
        (b"text,text\nA.,B.\n", "named 'text'"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    assert why in error_of("t.csv", data)


class Endless(io.RawIOBase):
    """A line of so many bytes, and a row after it, of which nothing is ever held."""

    def __init__(self, start: bytes, size: int, end: bytes) -> None:
        self._parts: Iterator[bytes] = iter([start, *(b"x" * (1 << 20) for _ in range(size >> 20)), end])
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        view = memoryview(into).cast("B")  # type: ignore[arg-type]
        self._held = self._held or next(self._parts, b"")
        size = min(len(view), len(self._held))
        view[:size], self._held = self._held[:size], self._held[size:]
        return size


def test_a_line_without_end_fails_alone_in_little_memory() -> None:
    import tracemalloc

    from sayso.ingest import json_lines, tables

    good = json.dumps({"id": "a", "text": "A."}).encode() + b"\n"
    for read, start, end in (
        (tables.sourced, b"text\n", b"\nLast.\n"),
        (json_lines.sourced, b'{"id": "', b"\n" + good),
    ):
        stream = io.BufferedReader(Endless(start, 256 << 20, end), 1 << 16)
        tracemalloc.start()
        long, last = read(stream, "t", Wanted(limits=Limits(line=1 << 20)))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert "longer than" in str(long.item.error)
        assert last.item.article
        assert peak < 20 << 20


def test_a_quotation_mark_that_is_never_closed_fails_for_itself() -> None:
    rows = b'text\n"never closed\n' + b"Row.\n" * 400
    found = items_of("t.csv", rows, Wanted(limits=Limits(line=1_000)))
    assert "quotation mark" in str(found[0].item.error)
    assert found[-1].item.article
    assert found[-1].item.article.text == "Row."


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_a_table_holds_it_ends(data: bytes) -> None:
    for each in items_of("t.csv", b"text,id,date\nA.,1,2031\n" + data):
        assert (each.item.article is None) != (each.item.error is None)


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_fields_of_json_lines_are_taken_as_told() -> None:
    wanted, _ = told("text=content.body,id=nr,published=day")
    data = line(nr=7, content={"body": "A."}, day="April 5, 2031", title="T") + line(nr=8, content="B.")
    one, two = items_of("t.jsonl", data, wanted)
    assert one.item.article
    assert (one.item.article.text, one.item.article.given_id) == ("A.", "7")
    assert one.item.article.metadata == Metadata(title="T", published="2031-04-05", published_basis="given")
    assert "no text in 'content.body'" in str(two.item.error)


def test_json_lines_of_the_contract_are_as_they_were() -> None:
    (one,) = items_of("t.jsonl", line(id="a", text="A.\r\n", published="2031", updated="2032"))
    assert one.item.article
    assert one.item.article.text == "A.\r\n"
    assert (one.item.article.metadata.updated, one.item.article.metadata.updated_basis) == ("2032", "given")
    assert one.raw == line(id="a", text="A.\r\n", published="2031", updated="2032").rstrip()


@pytest.mark.parametrize(
    "held",
    [
        [{"headline": "T", "body": "A."}, {"headline": "T", "body": "A."}],
        {"articles": [{"headline": "T", "body": "A."}], "count": 1},
        {"headline": "T", "body": "A.", "tags": [{"name": "x"}]},
    ],
)
def test_a_json_file_holds_objects_or_is_one(held: object) -> None:
    found = articles_of("t.json", json.dumps(held).encode())
    assert {(each.text, each.metadata.title) for each in found} == {("A.", "T")}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[1, 2]", "no objects"),
        (b"{}", "--map text=COLUMN"),
        (b"[" * 200_000, "nested too deeply"),
        (line(text="A.") + line(text="B."), ".jsonl"),
        (b'[{"text": "\xff"}]', "not UTF-8"),
        (b'[{"text": NaN}]', "not JSON"),
    ],
)
def test_a_json_file_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    assert why in error_of("t.json", data)


def parquet_of(**columns: list[object]) -> bytes:
    arrow = pytest.importorskip("pyarrow", reason="needs the extra parquet")
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(arrow.table(columns), out)
    return out.getvalue()


def test_parquet_is_read_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2)
    day = datetime(2031, 4, 5, 18, 30, tzinfo=UTC)
    data = parquet_of(
        body=["A.", "B.", None], date=[day, None, None], author=[["Ada Roe", "Bo Holm"], None, None], n=[1, 2, 3]
    )
    one, two, three = items_of("t.parquet", data, told()[0])
    assert one.item.article
    assert one.item.article.metadata == Metadata(
        authors=("Ada Roe", "Bo Holm"), published="2031-04-05T18:30:00+00:00", published_basis="given"
    )
    assert two.item.line == 2
    assert "no text" in str(three.item.error)


def test_parquet_that_unpacks_to_too_much_fails() -> None:
    data = parquet_of(text=["A." * 10_000])
    assert "row group" in error_of("t.parquet", data, Wanted(limits=Limits(unpacked=100)))


def test_damaged_parquet_fails() -> None:
    assert "no Parquet" in error_of("t.parquet", parquet_of(text=["A."])[:-20])


def test_parquet_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "sayso[parquet]" in error_of("t.parquet", b"PAR1PAR1")

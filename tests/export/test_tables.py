"""Tables read back with other programs' readers: hostile text comes back as it went in, or as the module says it is changed."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.export import csv_file, json_lines, parquet_file
from sayso.export.dictionary import TABLES
from sayso.export.formats import TABLE_FORMATS, chosen

hostile = st.text(
    st.sampled_from("a=+-@\t\r\n\"',;😀\u0301\u202e\x1b\x00\u2028\U0001d11e“\\")
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)
rows_of_text = st.lists(
    st.fixed_dictionaries({"title": hostile, "authors": st.lists(hostile, max_size=2)}), min_size=1, max_size=4
)


@given(rows=rows_of_text)
def test_json_lines_is_verbatim(rows: list[dict[str, Any]]) -> None:
    stream = io.StringIO()
    assert json_lines.write(rows, stream) == len(rows)
    assert [json.loads(line) for line in stream.getvalue().split("\n")[:-1]] == rows


@given(rows=rows_of_text)
def test_csv_is_verbatim_but_for_what_a_spreadsheet_would_run(rows: list[dict[str, Any]]) -> None:
    stream = io.StringIO(newline="")
    assert csv_file.write(rows, stream) == len(rows)
    read = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    for row, came in zip(rows, read, strict=True):
        title = row["title"]
        assert came["title"] == ("'" + title if title.startswith(csv_file.FORMULA) else title)
        assert json.loads(came["authors"]) == row["authors"]


@given(rows=rows_of_text)
def test_parquet_is_verbatim(rows: list[dict[str, Any]]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    stream = io.BytesIO()
    fields = {name: TABLES["statements"][name] for name in ("title", "authors")}
    assert parquet_file.write(rows, stream, fields) == len(rows)
    assert parquet.read_table(io.BytesIO(stream.getvalue())).to_pylist() == rows


@pytest.mark.parametrize("table", TABLES)
def test_parquet_without_rows_has_its_columns_and_what_they_are(table: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    stream = io.BytesIO()
    assert parquet_file.write([], stream, TABLES[table]) == 0
    schema = parquet.read_schema(io.BytesIO(stream.getvalue()))
    assert schema.names == list(TABLES[table])
    assert [schema.field(name).metadata[b"description"].decode() for name in schema.names] == [
        field.meaning for field in TABLES[table].values()
    ]


def test_without_pyarrow_the_way_to_get_it_is_told_and_no_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"sayso\[parquet\]"):
        TABLE_FORMATS["parquet"]([], tmp_path / "x.parquet", TABLES["runs"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "output", "form"),
    [
        (None, "-", "jsonl"),
        (None, "a.CSV", "csv"),
        (None, "a.parquet", "parquet"),
        (None, "a.txt", "jsonl"),
        ("csv", "a.jsonl", "csv"),
    ],
)
def test_the_format_is_the_one_asked_for_else_the_endings(name: str | None, output: str, form: str) -> None:
    assert chosen(name, output) == form


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="inception"):
        chosen("xml", "-")

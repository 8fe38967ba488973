"""Parquet, through pyarrow: types from the data dictionary, rows a batch at a time, text verbatim."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, BinaryIO

from sayso.errors import UsageError
from sayso.export.dictionary import Field

BATCH = 5_000
"""Rows of one row group, and the most that are in memory."""


def write(rows: Iterable[Mapping[str, Any]], stream: BinaryIO, fields: Mapping[str, Field]) -> int:
    """Write every row with the columns ``fields``; returns their number. UsageError where pyarrow is not installed.

    Without rows the file has its columns all the same.
    """
    arrow, parquet = _pyarrow()
    schema = arrow.schema(
        [arrow.field(name, _type(arrow, each), metadata=_told(each)) for name, each in fields.items()]
    )
    count = 0
    left = iter(rows)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(left, BATCH)):
            writer.write_table(arrow.Table.from_pylist([dict(row) for row in batch], schema=schema))
            count += len(batch)
    return count


def require() -> None:
    """UsageError where pyarrow is not installed: to be asked before a file is opened."""
    _pyarrow()


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed: `pip install 'sayso[parquet]'`, or write JSON Lines or CSV"
        ) from None
    return pyarrow, pyarrow.parquet


def _told(field: Field) -> dict[str, str]:
    """What stands in the column, where other programs look for a column's description."""
    return {"description": field.meaning}


def _type(arrow: Any, field: Field) -> Any:
    span = arrow.list_(arrow.int64())
    said = arrow.struct([(name, arrow.string()) for name in ("date", "precision", "basis")])
    speaker = arrow.struct([(name, arrow.string()) for name in ("actor", "reason", "on_behalf_of")])
    return {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "span": span,
        "spans": arrow.list_(span),
        "texts": arrow.list_(arrow.string()),
        "said": said,
        "speakers": arrow.list_(speaker),
    }[field.type]

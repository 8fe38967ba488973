"""Parquet to articles, a batch of rows at a time. Needs the extra ``parquet``, which nothing else here does."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.ingest.columns import article_of, chosen, row_bytes
from sayso.ingest.limits import told
from sayso.ingest.sourced import Sourced, Wanted, failed, read

ROWS = 64
"""Rows in memory at a time."""


def sourced(stream: BinaryIO, name: str, wanted: Wanted) -> Iterator[Sourced]:
    """One item a row; ``line`` is its number, counted from 1."""
    try:
        file = _opened(stream, wanted)
        header = [str(each) for each in file.schema_arrow.names]
        taken = chosen(header, wanted, name)
    except InputError as error:
        yield failed(name, error)
        return
    needed = sorted({column if column in header else column.partition(".")[0] for column in taken.values()})
    line = 0
    seen: set[str] = set()
    for batch in file.iter_batches(batch_size=ROWS, columns=needed):
        for row in batch.to_pylist():
            line += 1
            try:
                article = article_of(row, taken, wanted, name)
                if article.given_id in seen:
                    raise InputError(
                        f"the id {article.given_id!r} has been used in an earlier row; map another column to id"
                    )
            except InputError as error:
                yield failed(name, error, line)
                continue
            if article.given_id is not None:
                seen.add(article.given_id)
            yield read(name, article, row_bytes(row), line)


def _opened(stream: BinaryIO, wanted: Wanted) -> Any:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise InputError("reading Parquet needs one package more: pip install 'sayso[parquet]'") from None
    try:
        file = ParquetFile(stream)
    except (ArrowException, OSError) as error:
        raise InputError(f"the file is no Parquet that can be read ({str(error)[:200]})") from None
    groups = [file.metadata.row_group(n).total_byte_size for n in range(file.metadata.num_row_groups)]
    if groups and max(groups) > wanted.limits.unpacked:
        raise InputError(
            f"a row group of the file unpacks to {told(max(groups))}, more than {told(wanted.limits.unpacked)}:"
            " write it again with smaller row groups"
        )
    return file

"""How much of an input is read: bounds of size, number and time, so that no item can take more than its share.

One frozen value, so that tests set small bounds; ``Limits()`` are the ones that hold for everybody.
"""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, unless said otherwise."""

    file: int = 64 * MIB
    """A file that is read whole; a larger one is hardly one article."""
    page: int = 16 * MIB
    """An HTML page; of 61 pages of news sites the largest had 1.5 MiB."""
    feed: int = 4 * MIB
    """Reading a feed takes up to 7 s for each MiB, where all of it is tags."""
    feed_tags: int = 200_000
    """Tags of a feed, those in the texts of its entries included."""
    entries: int = 1_000
    """Entries of a feed whose pages are fetched."""
    elements: int = 40_000
    """Elements of a page: finding the main text takes up to 0.15 ms for each."""
    attributes: int = 5_000
    """Attributes of one element: the time to parse them grows with their square."""
    line: int = 16 * MIB
    """A line of JSON Lines or of a table, its end aside."""
    cells: int = 4_096
    """Columns of a table."""
    rtf: int = 32 * MIB
    unpacked: int = 256 * MIB
    """What a packed document (DOCX) or a row group of Parquet may unpack to."""
    ratio: int = 200
    """Bytes that one packed byte may unpack to, in what is larger than ``small``."""
    small: int = 1 * MIB
    archive: int = 4 * 1024 * MIB
    """What all files of an archive may unpack to together."""
    directory: int = 32 * MIB
    """The list of files in an archive: some 300,000 of them."""
    members: int = 100_000
    """Files in an archive."""
    pdf_pages: int = 2_000
    pdf_seconds: float = 120
    """Looked at after each page of a PDF."""
    tokens: int = 3_000_000
    """Tokens of an RTF file: its control words, braces and the text between them; up to 15 µs each."""
    groups: int = 1_000
    """How deep groups of an RTF file are nested."""


LIMITS = Limits()


def told(size: int) -> str:
    """A number of bytes for a person to read."""
    return f"{size // MIB:,} MiB" if size >= MIB else f"{size:,} bytes"

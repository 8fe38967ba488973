"""Files of every kind, made as small as they can be, for the tests of their readers. What they tell is invented."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from sayso.ingest import documents
from sayso.ingest.sourced import Sourced, Wanted
from sayso.records.article import Article

LEDE = "Ada Réne said on Monday that the mill at Varn would stay open for another year, whatever the council decides."
MORE = "“We were never asked,” said Bo Lund, who speaks for the workers, and added that 😀 was no answer to a letter."
LAST = "The council of Varn, which owns half of the mill, declined to comment before its meeting on Thursday evening."
PROSE = (LEDE, MORE, LAST)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mill stays open | The Herald</title>
{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><header><h1>Mill stays open</h1>{top}</header>
{body}
{more}</article>
<aside><h2>Related articles</h2><ul><li><a href="/a">A bridge is closed</a></li></ul></aside>
<footer>© 2031 The Herald</footer></body></html>"""


def page(head: str = "", top: str = "", more: str = "", paragraphs: Iterable[str] = PROSE) -> bytes:
    body = "\n".join(f"<p>{each}</p>" for each in paragraphs)
    return PAGE.format(head=head, top=top, body=body, more=more).encode()


def docx(*paragraphs: str | tuple[str, str]) -> bytes:
    """A DOCX with these paragraphs, or (style, text)."""
    import docx as library

    made = library.Document()
    for each in paragraphs:
        style, text = each if isinstance(each, tuple) else (None, each)
        made.add_paragraph(text, style)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(*pages: Iterable[str]) -> bytes:
    """A PDF with a text layer: each page the lines that stand on it."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.translate(_ESCAPED)}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 40 800 Td {shown} ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode()
    return _numbered(objects)


_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def _numbered(objects: Iterable[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return bytes(out)


def zipped(files: Mapping[str, bytes], **options: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def items_of(name: str, data: bytes, wanted: Wanted | None = None, *, named: bool = True) -> list[Sourced]:
    return list(documents.sourced(io.BytesIO(data), name, wanted or Wanted(), named=named))


def articles_of(name: str, data: bytes, wanted: Wanted | None = None) -> list[Article]:
    """The articles of a file in which nothing fails."""
    found = items_of(name, data, wanted)
    assert all(each.item.article for each in found), [each.item.error or each.item.skip for each in found]
    return [each.item.article for each in found if each.item.article]


def error_of(name: str, data: bytes, wanted: Wanted | None = None) -> str:
    """Why a file fails that is a single item."""
    (found,) = items_of(name, data, wanted)
    assert found.item.error is not None
    return found.item.error

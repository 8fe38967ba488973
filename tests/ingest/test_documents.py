"""PDF, DOCX, RTF and mail: the words that stand in them, and only dates that they state."""

import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.limits import Limits
from sayso.ingest.sourced import Wanted
from tests.ingest.files import LAST, LEDE, MORE, PROSE, articles_of, docx, error_of, items_of, page, pdf, zipped

COLUMN = (
    "Mill stays open",
    "Ada Roe said on Monday that the mill at Varn would stay open for an-",
    "other year, whatever the council decides about the well-known dam and",
    "the bridge. She spoke of a well-",
    "known quarrel.",
    "The council, which owns half of the mill, declined to comment before",
)
NEXT = ("its meeting on Thursday evening. Bo Lund, who speaks for the workers,", "was not asked.")


def test_lines_of_a_pdf_become_paragraphs() -> None:
    (article,) = articles_of("a.pdf", pdf(COLUMN, NEXT))
    assert article.text.split("\n\n") == [
        "Mill stays open",
        "Ada Roe said on Monday that the mill at Varn would stay open for another year, whatever the council decides about"
        " the well-known dam and the bridge. She spoke of a well-known quarrel.",
        "The council, which owns half of the mill, declined to comment before its meeting on Thursday evening. Bo Lund, who"
        " speaks for the workers, was not asked.",
    ]
    assert article.metadata.published is None


def test_running_heads_and_page_numbers_of_a_pdf_are_left_out() -> None:
    days = ("Monday", "Tuesday", "Friday", "Sunday")
    pages = [
        (f"The Herald, page {n}", *(f"On {day} Ada Roe spoke of the {n} mills." for n in "abcd"), str(n))
        for n, day in enumerate(days)
    ]
    (article,) = articles_of("a.pdf", pdf(*pages))
    assert "Herald" not in article.text
    assert not any(character.isdigit() for character in article.text)
    assert all(article.text.count(f"On {day} Ada") == 4 for day in days)


def encrypted(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(COLUMN))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_with_a_password_fails_and_one_that_is_open_to_all_is_read() -> None:
    assert "encrypted" in error_of("a.pdf", encrypted("secret"))
    assert "Ada Roe" in articles_of("a.pdf", encrypted(""))[0].text


@pytest.mark.parametrize(
    ("data", "limits", "why"),
    [
        (pdf([], []), Limits(), "OCR"),
        (pdf(COLUMN, NEXT), Limits(pdf_pages=1), "2 pages, more than 1"),
        (pdf(COLUMN, NEXT), Limits(pdf_seconds=0), "seconds"),
        (pdf(COLUMN)[:200], Limits(), "cannot be read"),
        (b"%PDF-1.4 nothing of the kind", Limits(), "cannot be read"),
        (pdf(COLUMN), Limits(file=100), "more than 100 bytes"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, limits: Limits, why: str) -> None:
    assert why in error_of("a.pdf", data, Wanted(limits=limits))


def test_a_pdf_is_known_by_its_beginning_too() -> None:
    assert "Ada Roe" in articles_of("a.txt", pdf(COLUMN))[0].text


def test_paragraphs_of_a_docx() -> None:
    (article,) = articles_of("a.docx", docx(("Title", "Mill stays open"), *PROSE))
    assert article.text == "\n\n".join(["Mill stays open", *PROSE])
    assert article.metadata.title == "Mill stays open"
    assert article.metadata.published is None


def with_body(body: str) -> bytes:
    """A DOCX with this XML in its body."""
    source = zipfile.ZipFile(io.BytesIO(docx("x")))
    files = {each: source.read(each) for each in source.namelist()}
    xml = files["word/document.xml"]
    start, end = xml.index(b"<w:p>"), xml.index(b"<w:sectPr")
    files["word/document.xml"] = xml[:start] + body.encode() + xml[end:]
    return zipped(files)


def test_what_was_deleted_in_a_docx_is_gone_and_what_was_inserted_is_there() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Ada </w:t></w:r><w:del w:id='1'><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>once</w:t></w:r></w:ins><w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> said so.</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert articles_of("a.docx", with_body(body))[0].text == "Ada once said so.\n\nIn a table."


@pytest.mark.parametrize(
    ("data", "limits", "why"),
    [
        (docx(), Limits(), "no text"),
        (docx(LEDE)[:400], Limits(), "zip file"),
        (zipped({"word/nothing.xml": b"<a/>"}), Limits(), "cannot be read"),
        (with_body("<w:p>" * 400), Limits(), "cannot be read"),
        (with_body("<w:p><w:r><w:t>&nosuch;</w:t></w:r></w:p>"), Limits(), "cannot be read"),
        (docx(LEDE), Limits(unpacked=1_000), "unpacks to"),
        (with_body(f"<w:p><w:r><w:t>{'a' * 3_000_000}</w:t></w:r></w:p>"), Limits(), "more than 200 times"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, Limits(), "without one"),
    ],
)
def test_a_docx_that_cannot_be_read_says_why(data: bytes, limits: Limits, why: str) -> None:
    assert why in error_of("a.docx", data, Wanted(limits=limits))


RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Times;}{\f1\fcharset238 Arial;}}{\info{\title Secret}}
\pard\b Mill stays open\b0\par
Ada R\'e9ne said: \ldblquote We stay \u-10179?\u-8704?,\rdblquote  and \u8220 ?go.\u8221 ?\par
{\f1 Wa\'b3\'easa} {\*\unknown \plain hidden}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt a link}} \v gone\v0 shown{\deleted del}.\par
{\pict\bin5 }}{{x}{\par end}}trailing"""


def test_an_rtf_says_what_it_shows() -> None:
    (article,) = articles_of("a.rtf", RTF)
    assert article.text == "Mill stays open\nAda Réne said: “We stay 😀,” and “go.”\nWałęsa a link shown.\n\nend"


@pytest.mark.parametrize(
    ("data", "limits", "why"),
    [
        (b"{\\rtf1 " + b"{" * 2_000, Limits(groups=1_000), "deep"),
        (b"{\\rtf1 " + b"\\par " * 2_000, Limits(tokens=1_000), "control words"),
        (b"{\\rtf1 " + b"a" * 2_000, Limits(rtf=1_000), "more than 1,000 bytes"),
        (b"plain", Limits(), "no RTF"),
    ],
)
def test_an_rtf_bomb_fails(data: bytes, limits: Limits, why: str) -> None:
    assert why in error_of("a.rtf", data, Wanted(limits=limits))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [b"{", b"}", b"\\", b"\\u-1", b"\\u55357?", b"\\uc9", b"\\'", b"e9", b"\\bin9", b"a\x00b", b"\\f9 "]
        )
    )
)
def test_whatever_an_rtf_holds_its_text_can_be_stored(parts: list[bytes]) -> None:
    for each in items_of("a.rtf", b"{\\rtf1 " + b"".join(parts)):
        if each.item.article:
            each.item.article.text.encode("utf-8")
            assert "\0" not in each.item.article.text


def mail(plain: str | None = None, html: bytes | None = None, **headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {"Subject": "Mill stays open", "From": "Ada Roe <ada@herald.example>", **headers}.items():
        made[name] = value
    if plain is not None:
        made.set_content(plain)
    if html is not None:
        if plain is None:
            made.set_content(html, "text", "html")
        else:
            made.add_alternative(html, "text", "html")
    return made


def test_a_mail_is_its_subject_and_its_plain_text() -> None:
    made = mail("\n".join(PROSE), page(), Date="Sat, 05 Apr 2031 18:30:00 +0200")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    (article,) = articles_of("a.eml", bytes(made))
    assert article.text.split("\n") == ["Mill stays open", "", *PROSE]
    known = article.metadata
    assert (known.title, known.authors) == ("Mill stays open", ("Ada Roe",))
    assert (known.published, known.published_basis) == ("2031-04-05T18:30:00+02:00", "metadata")


def test_a_mail_with_html_alone_is_read_as_a_page() -> None:
    (article,) = articles_of("a.eml", bytes(mail(html=page(), Date="no day at all")))
    assert LAST in article.text
    assert article.metadata.published is None


def test_a_page_saved_as_mail_knows_where_and_when_it_was_saved() -> None:
    made = mail(html=page(), Date="Sat, 05 Apr 2031 18:30:00 +0200")
    made["Snapshot-Content-Location"] = "https://herald.example/mill"
    (article,) = articles_of("a.mht", bytes(made))
    known = article.metadata
    assert known.url == "https://herald.example/mill"
    assert (known.published, known.retrieved, known.retrieved_basis) == (None, "2031-04-05T18:30:00+02:00", "metadata")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Subject: nothing\n\n", "no text of its own"),
        (
            b"Content-Type: multipart/mixed; boundary=a\n\n"
            + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 5_000,
            "parts of parts",
        ),
        (b'Content-Type: text/plain; a="' + b";" * 30_000 + b'"\n\nText.', "header"),
        (
            b"From: <<<>>>\nDate: \xff\xff\nSubject: =?utf-8?b?////?=\nContent-Type: text/plain; charset=nosuch\n\nText.",
            None,
        ),
        (b"\x00" * 1_000, ""),
        (b'Content-Type: text/plain; charset="a\x00b"\n\nText \xff.', None),
    ],
)
def test_a_broken_mail_is_read_or_says_why(data: bytes, why: str | None) -> None:
    (found,) = items_of("a.eml", data)
    assert (found.item.error is None) == (why is None)
    assert (why or "") in (found.item.error or "")


def test_the_digest_is_of_the_file_whatever_kind_it_is() -> None:
    import hashlib

    for name, data in (
        ("a.pdf", pdf(COLUMN)),
        ("a.docx", docx(LEDE)),
        ("a.rtf", RTF),
        ("a.eml", bytes(mail(MORE))),
        ("a.txt", b"A."),
    ):
        (found,) = items_of(name, data)
        assert found.raw == data
        assert found.item.article
        assert found.item.article.raw_sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "named", "ending"),
    [
        ("a.css", b"p { }", False, "skip"),
        ("a.css", b"p { }", True, "article"),
        ("a.jpg", b"\xff\xd8\xff\xe0", False, "skip"),
        ("a.jpg", b"\xff\xd8\xff\xe0", True, "error"),
        ("a.txt", b"\x1f\x8b\x08", False, "error"),
        ("a.txt", page(), False, "article"),
    ],
)
def test_what_becomes_of_other_kinds(name: str, data: bytes, named: bool, ending: str) -> None:
    (found,) = items_of(name, data, named=named)
    assert getattr(found.item, ending) is not None

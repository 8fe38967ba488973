"""A page becomes its main text and what it states of itself; nothing is guessed, and bad pages fail quickly."""

import hashlib
import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.extract.layout import lay_out
from sayso.ingest.html_page import read_html, read_page
from sayso.ingest.limits import Limits
from sayso.records.article import Metadata
from tests.ingest.files import LAST, LEDE, MORE, PROSE, page

URL = "https://herald.example/news/mill-stays-open"
LINKED = {
    "@context": "https://schema.org",
    "@type": ["NewsArticle"],
    "headline": "Mill stays open",
    "datePublished": "2031-04-05T18:30:00+0200",
    "dateModified": "2031-04-06",
    "author": [{"@type": "Person", "name": "Ada Roe"}, {"@type": "Person", "name": "Bo Holm"}],
    "publisher": {"@type": "Organization", "name": "The Herald"},
    "articleSection": "Region",
}


def linked(**changed: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(LINKED | changed)}</script>'


def test_the_text_is_headline_standfirst_body_and_captions() -> None:
    found = read_page(
        page(
            top='<p class="standfirst">The workers of Varn can breathe again, for a year.</p>',
            more="<figure><img src='m.jpg'><figcaption>The mill at Varn in spring.</figcaption></figure>",
        )
    )
    assert found.text.split("\n\n") == [
        "Mill stays open",
        "The workers of Varn can breathe again, for a year.",
        *PROSE,
        "Caption: The mill at Varn in spring.",
    ]


def test_the_blocks_of_the_text_are_those_of_the_page() -> None:
    data = page(more="<figure><figcaption>The mill at Varn in spring.</figcaption></figure>")
    article = read_html(data)
    kinds = [block.kind for block in lay_out(article.text).blocks]
    assert kinds == ["headline", "body", "body", "body", "caption"]


def test_menus_related_links_and_copyright_are_left_out() -> None:
    text = read_html(page()).text
    assert not any(word in text for word in ("Home", "Related", "bridge", "2031"))


def test_what_json_ld_states_is_known_with_its_basis() -> None:
    article = read_html(page(linked()), url=URL)
    assert article.metadata == Metadata(
        title="Mill stays open",
        url=URL,
        publisher="The Herald",
        authors=("Ada Roe", "Bo Holm"),
        section="Region",
        language="en",
        published="2031-04-05T18:30:00+02:00",
        updated="2031-04-06",
        published_basis="metadata",
        updated_basis="metadata",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-04-05">',
        '<meta itemprop="datePublished" content="2031-04-05">',
        '<meta name="DC.date.issued" content="5 April 2031">',
        linked(datePublished="2031-04-05", dateModified=None),
        f'<script type="application/ld+json">{{"@graph": [{json.dumps(LINKED | {"datePublished": "2031-04-05"})}]}}</script>',
    ],
)
def test_a_date_in_metadata_is_the_day_of_publication(head: str) -> None:
    found = read_html(page(head)).metadata
    assert (found.published, found.published_basis) == ("2031-04-05", "metadata")


@pytest.mark.parametrize(
    "top",
    [
        '<time datetime="2031-04-05" pubdate>5 April</time>',
        '<p>By Ada Roe, <time datetime="2031-04-05">today</time></p>',
    ],
)
def test_a_time_element_of_the_article_states_its_day(top: str) -> None:
    assert read_html(page(top=top)).metadata.published == "2031-04-05"


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ("", ""),
        ('<meta name="date" content="yesterday">', ""),
        (linked(datePublished="04/05/2031", dateModified=None), ""),
        ("", '<time datetime="2031-04-05">a</time> <time datetime="2031-05-06">b</time>'),
        ("", "<p>5 April 2031</p>"),
    ],
)
def test_what_is_not_stated_is_not_guessed(head: str, top: str) -> None:
    found = read_html(page(head, top), url="https://herald.example/2031/04/05/mill").metadata
    assert (found.published, found.updated, found.published_basis) == (None, None, None)


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        ('<p class="byline">By Ada Roe and Bo Holm</p>', ("Ada Roe", "Bo Holm")),
        ('<a rel="author" href="/ada">Ada Roe</a>', ("Ada Roe",)),
        (
            '<p class="byline">By Ada Roe, Bo Holm and Carl Ek | ada@herald.example</p>',
            ("Ada Roe", "Bo Holm", "Carl Ek"),
        ),
        ('<p class="byline">Posted on 5 April at 12.30</p>', ()),
    ],
)
def test_who_signed(top: str, authors: tuple[str, ...]) -> None:
    assert read_html(page(top=top)).metadata.authors == authors


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://www.herald.example/mill", "https://www.herald.example/mill"),
        ("/mill", "https://herald.example/mill"),
        ("https://herald.example/", URL),
        ("https://elsewhere.example/mill", URL),
        ("https://[broken", URL),
    ],
)
def test_the_address_a_page_gives_itself_counts_on_its_own_site(href: str, url: str) -> None:
    assert read_html(page(f'<link rel="canonical" href="{href}">'), url=URL).metadata.url == url


def test_a_page_saved_by_a_browser_says_where_it_is_from() -> None:
    saved = f"<!DOCTYPE html>\n<!-- saved from url=({len(URL):04}){URL} -->\n".encode() + page()
    assert read_html(saved).metadata.url == URL


def test_a_page_saved_by_an_extension_says_when() -> None:
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue Apr 08 2031 10:00:00 GMT+0200 (CEST)\n-->"
    )
    found = read_html(page().replace(b"<head>", b"<head>" + comment.encode())).metadata
    assert (found.url, found.retrieved, found.retrieved_basis) == (URL, "2031-04-08T10:00:00+02:00", "metadata")


def test_the_language_a_template_states_is_not_believed_against_the_text() -> None:
    german = [
        "Die Mühle in Varn bleibt noch ein Jahr geöffnet, wie Ada Réne am Montag vor den Arbeitern erklärte.",
        "Der Gemeinderat, dem die Hälfte der Mühle gehört, wollte sich vor seiner Sitzung am Donnerstag nicht äußern.",
    ]
    assert read_html(page(paragraphs=german)).metadata.language is None
    assert read_html(page()).metadata.language == "en"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("header", [None, "utf-8", "koi8-r", "no-such-charset", "rot13"])
def test_a_wrong_charset_does_no_harm(encoding: str, header: str | None) -> None:
    if encoding == "cp1252" and header == "koi8-r":
        pytest.skip("every byte means something in both: the header has to be believed")
    data = (
        page().decode().replace("utf-8", "" if encoding == "cp1252" else "utf-8").replace("😀", "it").encode(encoding)
    )
    assert LEDE in read_html(data, charset=header).text


def test_a_header_is_believed_where_the_bytes_allow_it() -> None:
    data = (
        page().decode().replace(' charset="utf-8"', "").replace("Réne", "Wałęsa").replace("😀", "it").encode("cp1250")
    )
    assert "Ada Wałęsa said" in read_html(data, charset="windows-1250").text


def test_half_a_sequence_costs_one_character() -> None:
    data = page(more="<p>" + MORE.replace("“", "é" * 20 + "“") + "</p>")
    broken = data.replace(LAST.encode(), LAST.encode() + "é".encode()[:1])
    text = read_html(broken).text
    assert LAST + "\ufffd" in text
    assert "Ada Réne" in text


def test_entities_are_characters_once_and_nothing_more() -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    more = "<p>Caf&eacute; &amp;lt;b&amp;gt; &#x110000; &#0; &nosuch; &b; was what Ada said of it, again and again.</p>"
    text = read_html(bomb + page(more=more)).text
    assert "Café &lt;b&gt;" in text
    assert "\0" not in text
    assert "aaaaaaaaaaaa" not in text


def quick(data: bytes, limits: Limits | None = None) -> str:
    """Why the page fails, which must not take long; empty if it is read."""
    start = perf_counter()
    try:
        read_html(data, limits=limits or Limits())
    except InputError as error:
        return str(error)
    finally:
        assert perf_counter() - start < 20
    return ""


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "blockquote", "ul><li"])
def test_100_000_nested_tags_end_soon(tag: str) -> None:
    nested = page().replace(b"<article>", f"<{tag}>".encode() * 100_000 + b"<article>")
    assert quick(nested) in ("", "no main text was found in the page: if there is one, save it as plain text")


@pytest.mark.parametrize(
    ("data", "limits", "told"),
    [
        (b"<p>" + b"a" * 200, Limits(page=100), "more than 100 bytes"),
        (page(more="<i></i>" * 2_000), Limits(elements=1_000), "elements, more than 1,000"),
        (b"<html><body><p " + b" ".join(b'a%d=">"' % n for n in range(100_000)) + b">", None, "attributes"),
        (b"<html><body><p " + b"a " * 100_000, None, "attributes"),
        (b"", None, "no main text"),
        (b"\x00\x01\x02", None, "no"),
        (b"<html><body><script>read()</script></body></html>", None, "no main text"),
    ],
)
def test_a_bad_page_fails_and_says_what_to_do(data: bytes, limits: Limits | None, told: str) -> None:
    assert told in quick(data, limits)


def test_a_page_of_50_mb_is_not_parsed() -> None:
    assert "more than 16 MiB" in quick(b"<p>" + b"word " * 10_000_000)


@pytest.mark.parametrize(
    "script", ["[" * 100_000, "{", "null", '{"@type": "NewsArticle", "headline": {"name": [1, {}]}}']
)
def test_odd_json_ld_is_passed_over(script: str) -> None:
    assert LEDE in read_html(page(f'<script type="application/ld+json">{script}</script>')).text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 1500))
def test_a_page_with_anything_in_it_is_read_or_fails(junk: bytes, at: int) -> None:
    data = page(linked())
    try:
        article = read_html(data[:at] + junk + data[at:])
    except InputError:
        return
    article.text.encode("utf-8")
    assert "\0" not in article.text


def test_the_digest_is_of_the_bytes() -> None:
    assert read_html(page()).raw_sha256 == hashlib.sha256(page()).hexdigest()


def test_a_page_that_is_a_fragment_is_read() -> None:
    assert read_html("".join(f"<p>{each}</p>" for each in PROSE).encode()).text == "\n\n".join(PROSE)


def test_trafilatura_is_not_imported_before_a_page_is_there(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import sys, sayso.cli.app; print([each for each in ('trafilatura', 'pypdf', 'docx', 'lxml') if each in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": "src"}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"

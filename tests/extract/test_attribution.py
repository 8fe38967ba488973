"""Offsets are sacred: whatever the text, every span re-slices to its string."""

import multiprocessing

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.pipeline import Reader
from sayso.records.article import Article
from sayso.records.reading import Item, Reading

SENTENCES = [
    "“We stay,” said Ada Ro\u0301e.", "The minister said that the wall would be mended.", "\"No,\" he added.",
    "Officials told the ’Herald’ on Monday the plan was dead.", "‘We go’, wrote J. O\u2019Brien\u2011Smith.",
    "“One.", "“Two,” she said.", "''Never,'' said Qadir.",
]  # fmt: skip
AWKWARD = ["\r\n", "\r\n\r\n", "\n\n", "\t", " ", "👩‍👩‍👧", "🇦🇷", "e\u0301\u0301", "\u200b", "\u00ad", "\u200f", "\ufffd", "“", "”", "\"",
           "'", "''", "«", "\u2028", "\u0085", "ﬁ", "İ", "ß", "汉字", "Exit mobile version\n\n"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SENTENCES + AWKWARD), min_size=1, max_size=25).map("".join)


def reading_of(reader: Reader, text: str) -> Reading:
    outcome = reader.read(Item("test", article=Article(text)))
    assert outcome.reading is not None, outcome.reason
    return outcome.reading


def nothing_moved(text: str, reading: Reading) -> bool:
    spans = [span for each in reading.statements for span in (*each.spans, each.sentence)]
    spans += [*reading.unattributed_quotes, *(block.span for block in reading.blocks)]
    return all(span.holds_in(text) for span in spans)


@settings(max_examples=150)
@given(TEXTS.filter(lambda text: bool(text.strip())))
def test_every_span_is_cut_from_the_text(reader: Reader, text: str) -> None:
    reading = reading_of(reader, text)
    assert nothing_moved(text, reading)
    assert len({each.id for each in reading.statements}) == len(reading.statements)


@given(TEXTS.filter(lambda text: bool(text.strip())))
def test_furniture_yields_nothing(reader: Reader, text: str) -> None:
    reading = reading_of(reader, text)
    furniture = [block.span for block in reading.blocks if block.kind == "furniture"]
    assert not any(span.overlaps(each) for s in reading.statements for span in s.content for each in furniture)


def test_a_plain_sentence_is_read(reader: Reader) -> None:
    (statement,) = reading_of(reader, "“We stay,” said Ada Roe.").statements
    assert (statement.source_text, statement.cue_text, statement.content_text) == ("Ada Roe", "said", "“We stay,”")
    assert (statement.form, statement.marks) == ("direct", "quotation")


def test_a_hyphenated_name_is_not_cut(reader: Reader) -> None:
    statements = reading_of(reader, "“We stay,” said Mr. Holm-Eken. He said no more.").statements
    assert "Holm-Eken" in statements[0].source_text


def test_a_quotation_longer_than_a_window_is_whole(reader: Reader) -> None:
    quote = "“" + "We shall mend the wall and the road and the bridge before the winter. " * 60 + "That is all,”"
    statements = reading_of(reader, f"{quote} said Ada Roe.").statements
    assert any(quote in each.content_text for each in statements)


def _statement_ids(text: str) -> list[str]:
    return [each.id for each in reading_of(Reader(), text).statements]


def test_an_article_reads_the_same_alone_after_others_and_in_a_worker(reader: Reader) -> None:
    text = "\n\n".join(SENTENCES * 6)
    alone = [each.id for each in reading_of(Reader(), text).statements]
    reading_of(reader, "Another text, he said, that is longer or shorter.")
    after = [each.id for each in reading_of(reader, text).statements]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        worker = pool.apply(_statement_ids, (text,))
    assert alone == after == worker
    assert alone

"""Offsets are sacred: whatever the text, every span re-slices to its string, and no quotation is lost."""

import multiprocessing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.cli.doctor import processor
from sayso.extract.layout import lay_out
from sayso.pipeline import Reader
from sayso.records.article import Article
from sayso.records.reading import Item, Reading
from sayso.records.statement import Statement

SENTENCES = [
    "“We stay,” said Ada Ro\u0301e.",
    "The minister said that the wall would be mended.",
    '"No," he added.',
    "Officials told the ’Herald’ on Monday the plan was dead.",
    "‘We go’, wrote J. O\u2019Brien\u2011Smith.",
    "“One.",
    "“Two,” she said.",
    "''Never,'' said Qadir.",
    "“We shall mend it,” Mr. Holm-Eken told the House, “and soon.”",
    "Ada Roe called the vote “a huge win” and “a gift”.",
    "He told the court that she had said “no”.",
    "``It’s a 5' wall,'' Roe's aide said.",
    "«We stay,» Lund said.",
    "The road is long.",
]
AWKWARD = [
    *("\r\n", "\r\n\r\n", "\n\n", "\n", "\t", " ", "\u2028", "\u0085", "\u00a0", "\x0c"),
    *("👩‍👩‍👧", "🇦🇷", "👍🏽", "e\u0301\u0301", "\u1100\u1161\u11a8", "汉字", "ﬁ", "İ", "ß"),
    *("\u200b", "\u00ad", "\u200f", "\u202e", "\ufeff", "\ufffd", "\u200d"),
    *("“", "”", '"', "'", "''", "``", "«", "»", "‘", "’", "„", "“”", "“\n\n“"),
]
FURNITURE = ["Exit mobile version", "Share this article", "Home | News | World"]
TEXTS = st.lists(st.sampled_from(SENTENCES) | st.sampled_from(AWKWARD), min_size=1, max_size=20).map("".join)
READABLE = TEXTS.filter(lambda text: bool(text.strip()))
ARTICLE = "\n\n".join(SENTENCES * 6)


def reading_of(reader: Reader, text: str) -> Reading:
    outcome = reader.read(Item("test", article=Article(text)))
    assert outcome.reading is not None, outcome.reason
    return outcome.reading


def statements_of(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    return [(s.source_text, s.cue_text, s.content_text) for s in reading_of(reader, text).statements]


def ids_of(reader: Reader, text: str) -> list[tuple[str, float]]:
    return [(each.id, each.confidence) for each in reading_of(reader, text).statements]


def parts(statement: Statement) -> list[int]:
    """The places the three parts take, one for each code point."""
    return [at for span in statement.spans for at in range(span.start, span.end)]


@settings(max_examples=200)
@given(READABLE)
def test_every_span_is_cut_from_the_text(reader: Reader, text: str) -> None:
    reading = reading_of(reader, text)
    spans = [span for each in reading.statements for span in (*each.spans, each.sentence)]
    spans += [*reading.unattributed_quotes, *(block.span for block in reading.blocks)]
    assert all(span.holds_in(text) for span in spans)
    assert reading.text == text


@settings(max_examples=200)
@given(READABLE)
def test_no_quotation_is_lost(reader: Reader, text: str) -> None:
    reading = reading_of(reader, text)
    told = {at for each in reading.statements for span in each.content for at in range(span.start, span.end)}
    listed = {(span.start, span.end) for span in reading.unattributed_quotes}
    for quotation in lay_out(text).quotations:
        attributed = told.issuperset(range(quotation.start, quotation.end))
        assert attributed or (quotation.start, quotation.end) in listed


@given(READABLE)
def test_statement_ids_are_unique(reader: Reader, text: str) -> None:
    found = [each.id for each in reading_of(reader, text).statements]
    assert len(set(found)) == len(found)


@given(READABLE)
def test_the_parts_of_a_statement_share_no_character(reader: Reader, text: str) -> None:
    for statement in reading_of(reader, text).statements:
        assert len(set(parts(statement))) == len(parts(statement))


@given(READABLE)
def test_the_spans_of_a_part_stand_in_text_order(reader: Reader, text: str) -> None:
    for statement in reading_of(reader, text).statements:
        for part in (statement.source, statement.cue, statement.content):
            assert list(part) == sorted(part)


@given(READABLE)
def test_no_span_begins_or_ends_with_white_space(reader: Reader, text: str) -> None:
    for statement in reading_of(reader, text).statements:
        assert all(span.text == span.text.strip() for span in statement.spans)


@given(READABLE)
def test_the_sentence_holds_cue_and_content(reader: Reader, text: str) -> None:
    for statement in reading_of(reader, text).statements:
        around = statement.sentence
        assert all(around.start <= each.start <= each.end <= around.end for each in statement.cue + statement.content)


@given(READABLE)
def test_a_parent_is_another_statement_around_this_one(reader: Reader, text: str) -> None:
    statements = {each.id: each for each in reading_of(reader, text).statements}
    for child in statements.values():
        if child.parent is not None:
            low, high = min(parts(child)), max(parts(child))
            assert child.parent != child.id
            assert any(span.start <= low and high < span.end for span in statements[child.parent].content)


@given(READABLE)
def test_confidence_is_a_probability(reader: Reader, text: str) -> None:
    assert all(0 <= each.confidence <= 1 for each in reading_of(reader, text).statements)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_around_an_article_yields_nothing(reader: Reader, line: str) -> None:
    reading = reading_of(reader, f"{line}\n\n“We stay,” said Ada Roe.\n\nThe road is long.\n\n{line}")
    furniture = [block.span for block in reading.blocks if block.kind == "furniture"]
    assert len(furniture) == 2
    assert reading.statements
    assert not any(span.overlaps(f) for each in reading.statements for span in each.spans for f in furniture)


def test_furniture_alone_yields_nothing(reader: Reader) -> None:
    reading = reading_of(reader, "\n\n".join(FURNITURE))
    assert {block.kind for block in reading.blocks} == {"furniture"}
    assert reading.statements == reading.unattributed_quotes == ()


def test_quotes_in_furniture_are_not_listed(reader: Reader) -> None:
    reading = reading_of(reader, "Read more: “We stay”\n\nThe road is long.")
    assert reading.blocks[0].kind == "furniture"
    assert reading.unattributed_quotes == ()


def test_a_quotation_nobody_is_quoted_for_is_listed(reader: Reader) -> None:
    text = "Rain fell on the harbour all day. The crew of the “Morning Star” painted the deck. Nobody came."
    assert [each.text for each in reading_of(reader, text).unattributed_quotes] == ["“Morning Star”"]


@pytest.mark.skipif(not processor()[0], reason="saturated products read this doubtful text otherwise")
def test_a_title_that_says_nothing_is_listed(reader: Reader) -> None:
    reading = reading_of(reader, "The play “The Long Road” opens in March.")
    assert [each.text for each in reading.unattributed_quotes] == ["“The Long Road”"]


def test_a_plain_sentence_is_read(reader: Reader) -> None:
    (statement,) = reading_of(reader, "“We stay,” said Ada Roe.").statements
    assert (statement.source_text, statement.cue_text, statement.content_text) == ("Ada Roe", "said", "“We stay,”")
    assert (statement.form, statement.marks) == ("direct", "quotation")


@pytest.mark.parametrize(
    "quote", ["“We stay,”", '"We stay,"', "''We stay,''", "``We stay,''", "‘We stay,’", "'We stay,'"]
)
def test_every_kind_of_mark_is_read(reader: Reader, quote: str) -> None:
    assert statements_of(reader, f"{quote} said Ada Roe.") == [("Ada Roe", "said", quote)]


@pytest.mark.parametrize("between", ["\r\n\r\n", "\n\n", "\u2028", "\t", "\u200f", "\ufffd "])
def test_what_stands_before_a_sentence_does_not_move_its_parts(reader: Reader, between: str) -> None:
    found = statements_of(reader, f"The road is long.{between}“We stay,” said Ada Roe.")
    assert ("Ada Roe", "said", "“We stay,”") in found


def test_both_halves_of_a_split_quote_have_the_speaker(reader: Reader) -> None:
    found = statements_of(reader, "“We shall mend the wall,” Ada Roe said, “and we shall do it soon.”")
    assert found == [("Ada Roe", "said", "“We shall mend the wall,” […] “and we shall do it soon.”")]


def test_a_mixed_quote_keeps_the_words_outside_the_marks(reader: Reader) -> None:
    text = "Ada Roe said that the wall was “a gift to the town” and would be mended."
    (statement,) = reading_of(reader, text).statements
    assert statement.content_text.endswith("the wall was “a gift to the town” and would be mended")
    assert (statement.form, statement.marks) == ("mixed", "quotation")


def test_a_paraphrase_is_indirect_and_unmarked(reader: Reader) -> None:
    (statement,) = reading_of(reader, "The minister said that the wall would be mended.").statements
    assert (statement.form, statement.marks) == ("indirect", "none")


@pytest.mark.parametrize("name", ["Holm-Eken", "Holm\u2011Eken", "O’Brien", "Ro\u0301e"])
def test_a_source_is_a_whole_name(reader: Reader, name: str) -> None:
    found = statements_of(reader, f"“We will fight this to the end,” said Mr. {name}. The council will meet in March.")
    assert found[0][0].endswith(name)


def test_an_odd_mark_does_not_turn_the_quotations_after_it(reader: Reader) -> None:
    stay, go = "“We stay in the house until the wall is mended,”", "“We go to the court on Monday,”"
    text = f"He called it “odd and left.\n\nThe council met at noon.\n\n{stay} said Ada Roe.\n\n{go} said Nia Lund."
    spans = {span.text for each in reading_of(reader, text).statements for span in each.content}
    assert {stay, go} <= spans


def test_a_quotation_over_paragraphs_is_one_statement(reader: Reader) -> None:
    quote = "“We shall mend the wall before the winter.\n\n“And then we shall mend the road,”"
    assert ("Ada Roe", "said", quote) in statements_of(reader, f"{quote} said Ada Roe.")


def test_a_quotation_longer_than_a_window_is_whole(reader: Reader) -> None:
    quote = "“" + "We shall mend the wall and the road and the bridge before the winter. " * 60 + "That is all,”"
    assert any(quote in content for _, _, content in statements_of(reader, f"{quote} said Ada Roe."))


def test_an_article_reads_the_same_after_others(reader: Reader) -> None:
    alone = ids_of(Reader(), ARTICLE)
    for other in ("Another text, he said.", "“We go.” " * 200, "Home | News | World"):
        reading_of(reader, other)
    assert ids_of(reader, ARTICLE) == alone
    assert alone


def _in_another_process(text: str) -> list[tuple[str, float]]:
    return ids_of(Reader(), text)


def test_an_article_reads_the_same_in_another_process(reader: Reader) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        elsewhere = pool.apply(_in_another_process, (ARTICLE,))
    assert elsewhere == ids_of(reader, ARTICLE)


@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
def test_neighbours_keep_their_own_words(reader: Reader, between: str) -> None:
    text = f"“We stay until the wall is mended,” said Ada Roe.{between}“We go to the court on Monday,” said Nia Lund."
    assert statements_of(reader, text) == [
        ("Ada Roe", "said", "“We stay until the wall is mended,”"),
        ("Nia Lund", "said", "“We go to the court on Monday,”"),
    ]


def test_a_headline_is_not_taken_into_the_body(reader: Reader) -> None:
    headline = "Wall to be mended before the winter"
    text = f"{headline}\n\nThe wall would be mended before the winter and the road would be closed, Ada Roe said."
    reading = reading_of(reader, text)
    assert reading.blocks[0].kind == "headline"
    (statement,) = (each for each in reading.statements if each.source_text == "Ada Roe")
    assert headline not in statement.content_text


def test_a_quotation_that_two_statements_share_is_listed(reader: Reader) -> None:
    reading = reading_of(reader, ARTICLE)
    for quotation in reading.unattributed_quotes:
        letters = {at for at in range(quotation.start, quotation.end) if ARTICLE[at].isalnum()}
        for each in reading.statements:
            assert not letters <= {at for span in each.content for at in range(span.start, span.end)}


def test_statements_stand_in_text_order(reader: Reader) -> None:
    firsts = [min(each.spans) for each in reading_of(reader, ARTICLE).statements]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe said: “We shall mend the wall.\n\nAdvertisement\n\n“And then the road.”\n\nHe left.",
        "Ada Roe told the council that the wall would be mended\n\nExit mobile version\n\nand the road would be closed.",
    ],
)
def test_furniture_between_two_parts_of_a_statement_is_in_none(reader: Reader, text: str) -> None:
    reading = reading_of(reader, text)
    furniture = [block.span for block in reading.blocks if block.kind == "furniture"]
    assert furniture
    assert reading.statements
    assert not any(span.overlaps(each) for s in reading.statements for span in s.spans for each in furniture)

"""CoNLL-U Plus, read as any program would: columns by tab, sentences by empty line, comments by number sign."""

import json
from collections import defaultdict

from hypothesis import given as invented_by

from sayso.annotations.document import Document, Range
from sayso.annotations.formats import TOOLS
from tests.annotations.invented import HARD, a_given, document, documents

CONLL = TOOLS["conll"]
COLUMNS = ("source", "cue", "content")


def read(file: str) -> tuple[str, dict[int, str], list[list[str]]]:
    """The text, the ids of statements by number, and the rows."""
    lines = file.split("\n")
    text = next(json.loads(line.split(" = ", 1)[1]) for line in lines if line.startswith("# text_json"))
    told = [line.split() for line in lines if line.startswith("# statement ")]
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    return text, {int(each[2]): each[4] for each in told}, rows


def spans(rows: list[list[str]], column: int) -> dict[int, list[Range]]:
    """By number of statement, the runs of tokens that BIO makes one span."""
    found: dict[int, list[Range]] = defaultdict(list)
    for row in rows:
        for cell in row[4 + column].split("|"):
            if cell != "_":
                tag, number = cell.split(":")
                start = int(row[2]) if tag == "B" else found[int(number)].pop()[0]
                found[int(number)].append((start, int(row[3])))
    return found


@invented_by(one=documents())
def test_tokens_and_spans_come_back(one: Document) -> None:
    text, ids, rows = read(CONLL.write(one)[".conllup"])
    assert text == one.text
    assert all(one.text[int(row[2]) : int(row[3])] == row[1] for row in rows)
    assert [len(row) for row in rows] == [7] * len(rows)
    given = {each.id: each for each in one.given or ()}
    for column, part in enumerate(COLUMNS):
        found = spans(rows, column)
        for number, known in ids.items():
            ranges = [trimmed for each in getattr(given[known], part) if (trimmed := trim(one.text, *each))]
            assert found.get(number, []) == ranges


def trim(text: str, start: int, end: int) -> Range | None:
    """The range from its first token to its last, which is what columns can say."""
    held = [at for at in range(start, end) if not text[at].isspace()]
    return (held[0], held[-1] + 1) if held else None


def test_columns_are_named_and_sentences_parted() -> None:
    content = (HARD.index("Tarr"), HARD.index(" day"))
    file = CONLL.opens + CONLL.write(document(HARD, a_given(HARD, (), (), (content,))))[".conllup"]
    assert file.startswith(
        "# global.columns = ID FORM START END SAYSO:SOURCE SAYSO:CUE SAYSO:CONTENT\n# newdoc id = ve1_"
    )
    assert file.count("# sent_id") >= 3
    assert "\tTarr\t" in file
    assert "\tB:1\n" in file

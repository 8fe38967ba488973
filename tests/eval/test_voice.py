"""How voices are held against gold, and how pairs of decisions 17 and 21 are scored."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval import voice, voice_answers
from eval.minimal_pairs import Flip, Pair
from eval.voice_gold import HOLDERS

TEXT = "Premier Aurel Tarr has made a shameful mess of the harbour. The lease was signed on 3 May 2031. “He is a great man,” said Bo Lund."
FIRST, SECOND = TEXT.index("The lease"), TEXT.index("“He")


def line(genre: str = "opinion", label: str = "critical", **more: Any) -> dict[str, Any]:
    mention = [TEXT.index("Aurel"), TEXT.index(" has")]
    coded = {
        "span": [0, FIRST - 1],
        "holder": HOLDERS[genre],
        "object": "Aurel Tarr",
        "mention": mention,
        "label": label,
    }
    return {
        "id": "x1", "text": TEXT, "genre": genre, "codebook": "1.0", "coder": "A", "voice": [coded],
        "sentences": [[0, FIRST - 1], [FIRST, SECOND - 1], [SECOND, len(TEXT)]], **more,
    }  # fmt: skip


def test_a_sentence_that_both_have_is_right_with_holder_object_and_label() -> None:
    found = voice.figures([voice.judged(line())])
    assert {name: found[name] for name in ("f1", "holder", "label", "object", "object_and_label")} == {
        "f1": 100, "holder": 100, "label": 100, "object": 100, "object_and_label": 100,
    }  # fmt: skip


def test_another_label_or_object_is_wrong() -> None:
    assert voice.figures([voice.judged(line(label="supportive"))])["label"] == 0
    other = line()
    other["voice"][0] |= {
        "object": "the harbour",
        "mention": [TEXT.index("the harbour"), TEXT.index("the harbour") + 11],
    }
    assert voice.figures([voice.judged(other)])["object"] == 0


def test_what_is_coded_and_not_found_is_missed_and_what_is_found_and_not_coded_is_false() -> None:
    coded = line()
    coded["voice"][0] |= {"span": [FIRST, SECOND - 1], "object": None, "mention": None, "label": "none"}
    found = voice.figures([voice.judged(coded)])
    assert (found["precision"], found["recall"]) == (0, 0)
    assert "missed: The lease" in "\n".join(voice._errors(voice.judged(coded)))
    assert "false: Premier" in "\n".join(voice._errors(voice.judged(coded)))


def test_the_report_names_what_it_is_counted_over(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(line()) + "\n", encoding="utf-8")
    told = voice.report(path)
    assert "1 articles, 3 sentences, 1 evaluate" in told
    assert "F1 100.0" in told


def test_a_csv_is_the_public_set(tmp_path: Path) -> None:
    path = tmp_path / "val.csv"
    path.write_text(
        'Sentence,Label,Solved conflict\n"The premier has made a shameful, cowardly mess of it all.",SUBJ,False\n'
        '"The ferry leaves at six o\'clock on Monday.",OBJ,False\n',
        encoding="utf-8",
    )
    assert "2 sentences, 1 subjective: P 100.0  R 100.0  F1 100.0" in voice.report(path)


def test_nothing_in_a_part_is_said(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="no article"):
        voice.report(tmp_path / "own.jsonl")


def pair(field: str, a: Any, b: Any, *, b_side: dict[str, Any]) -> Pair:
    sides = [{**each, "statements": [], "positions": []} for each in (line(), b_side)]
    return Pair(21, 1, "a change", sides[0], sides[1], Flip(field, 1, a, b))


def test_a_pair_is_right_where_both_sides_are() -> None:
    assert voice_answers.by_decision([pair("voice.holder", "author", "publisher", b_side=line("editorial"))]) == {
        21: [True]
    }
    # gold that is wrong about one side makes the pair wrong
    assert voice_answers.by_decision(
        [pair("voice.label", "critical", "supportive", b_side=line(label="supportive"))]
    ) == {21: [False]}


def test_where_a_side_has_no_voice_none_may_be_found() -> None:
    assert voice_answers.by_decision([pair("voice.holder", "author", None, b_side={**line(), "voice": []})]) == {
        21: [False]
    }


def test_pairs_on_headlines_are_left_to_others() -> None:
    assert voice_answers.by_decision([pair("summary_only", True, False, b_side=line())]) == {}

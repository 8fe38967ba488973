"""Gold of the writer's voice and its minimal pairs: what is written holds, and every fault is named."""

import json
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import voice_gold
from eval.anchors import AnchorError, read_lines
from eval.minimal_pairs import WITH_VOICE, Pair
from eval.position_gold import LABELS
from eval.splits import part_of
from eval.voice_gold import HOLDERS, VoiceGoldError, agreement, by_sentence, compile_line, faults, read_voice
from eval.voice_pairs import read_pairs, value_of
from sayso.records.article import Genre
from sayso.records.position import Label
from sayso.records.voice import Holder

ROOT = Path(__file__).parents[2]
CODED = ROOT / "eval" / "voice" / "coding"
SETS = ("coverage", "wikinews", "written")
WRITTEN = sorted((ROOT / "training" / "voice" / "written").glob("*.jsonl"))
GOLD = list(read_voice(CODED / "a.jsonl"))
SECOND = list(read_voice(CODED / "b.jsonl"))
ADJUDICATED = [line for name in SETS for line in read_voice(CODED.parent / f"{name}.jsonl")]
TRAINED_ON = [line for path in WRITTEN for line in read_voice(path)]
PAIRS = list(read_pairs())

TEXT = "Ada Roe spoke. Roe has wasted a year. “She is idle,” said Ben Holm."
SENTENCES = [[0, 14], [15, 37], [38, 67]]
VOICE: dict[str, Any] = {
    "span": [15, 37],
    "holder": "author",
    "object": "Ada Roe",
    "mention": [15, 18],
    "label": "critical",
}
KNOWN: dict[str, Any] = {"id": "v1", "text": TEXT, "genre": "news", "sentences": SENTENCES}


def line(*voices: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {**KNOWN, "codebook": "1.0", "coder": "A", "voice": list(voices), **changes}


def words_of(one: dict[str, Any]) -> set[str]:
    return {" ".join(one["text"][start:end].casefold().split()) for start, end in one["sentences"] if end - start > 30}


def test_a_line_may_hold_nothing_or_a_voice() -> None:
    assert faults(line()) == faults(line(VOICE)) == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"span": [15, 99]}, "is no span"),
        ({"span": [14, 37]}, "white space"),
        ({"span": [15, 15]}, "is no span"),
        ({"mention": [True, 18]}, "is no span"),
        ({"span": [0, 37]}, "lies in no coded sentence"),
        ({"span": [38, 52]}, "inside a quotation"),
        ({"holder": "publisher"}, "of news it is 'author'"),
        ({"label": "hostile"}, "label 'hostile' of"),
        ({"label": "none"}, "without one the label is none"),
        ({"mention": None}, "object and mention stand together"),
        ({"mention": [58, 66]}, "comes after"),
    ],
)
def test_a_fault_is_named(changes: dict[str, Any], named: str) -> None:
    assert any(named in each for each in faults(line({**VOICE, **changes})))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"genre": "poem"}, "'poem'"),
        ({"sentences": [[0, 20], [15, 37]]}, "overlap"),
        ({"voice": [VOICE, VOICE]}, "has 2 voices"),
    ],
)
def test_a_fault_of_the_line_is_named(changes: dict[str, Any], named: str) -> None:
    assert any(named in each for each in faults(line(VOICE, **changes)))


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "v1", "text": ""}\n', encoding="utf-8")
    with pytest.raises(VoiceGoldError, match=r"x.jsonl:1: no genre; no codebook"):
        list(read_voice(path))


@given(st.integers(-3, 90), st.integers(-3, 90))
def test_a_span_that_is_taken_cuts_trimmed_words_out_of_the_text(start: int, end: int) -> None:
    found = faults(line({**VOICE, "span": [start, end]}))
    if not any("is no span" in each for each in found):
        cut = TEXT[start:end]
        assert 0 <= start < end <= len(TEXT)
        assert cut == cut.strip() != ""


@pytest.mark.parametrize("genre", sorted(HOLDERS))
def test_the_holder_is_decided_by_genre(genre: str) -> None:
    found = compile_line(
        {**KNOWN, "genre": genre}, {"voice": [{"n": 2, "object": None, "mention": None, "label": "none"}]}, coder="B"
    )
    assert found["voice"][0]["holder"] == HOLDERS[genre]


def test_genres_holders_and_labels_are_those_of_the_records() -> None:
    assert set(HOLDERS) == set(get_args(Genre))
    assert set(HOLDERS.values()) == set(get_args(Holder))
    assert set(LABELS) == set(get_args(Label))


@pytest.mark.parametrize("mention", ["Roe", "⟦Ada Roe⟧ spoke"])
def test_a_coding_becomes_gold(mention: str) -> None:
    found = compile_line(
        KNOWN, {"voice": [{"n": 2, "object": "Ada Roe", "mention": mention, "label": "critical"}]}, coder="B"
    )
    (voice,) = found["voice"]
    assert TEXT[slice(*voice["span"])] == "Roe has wasted a year."
    assert TEXT[slice(*voice["mention"])] == mention.split("⟧")[0].strip("⟦")
    assert found["coder"] == "B"


def test_a_part_of_a_sentence_may_be_the_writers() -> None:
    coded = {"n": 3, "object": None, "mention": None, "label": "none", "span": "⟦said Ben Holm⟧"}
    (voice,) = compile_line(KNOWN, {"voice": [coded]}, coder="B")["voice"]
    assert TEXT[slice(*voice["span"])] == "said Ben Holm"


@pytest.mark.parametrize(
    ("coded", "named"),
    [
        ({"n": 9}, "sentence 9"),
        ({"n": 0}, "numbered from 1"),
        ({"n": 2, "object": "Ada Roe", "mention": "Rowe", "label": "critical"}, "'Rowe' is not in the sentence"),
        ({"n": 3, "object": None, "mention": None, "label": "none", "span": "⟦“She is idle,”⟧"}, "inside a quotation"),
    ],
)
def test_a_fault_of_a_coding_is_named(coded: dict[str, Any], named: str) -> None:
    with pytest.raises(AnchorError, match=named):
        compile_line(KNOWN, {"voice": [coded]}, coder="B")


def test_two_coders_of_one_article() -> None:
    other = {**VOICE, "label": "mixed"}
    alone = {"span": [0, 14], "holder": "author", "object": None, "mention": None, "label": "none"}
    found = agreement([line(VOICE)], [line(alone, other)])
    assert found["sentences"] == 3
    assert found["evaluative"]["agree"] == 66.7
    assert found["evaluative"]["f1"] == 66.7
    assert found["label"] == {"agree": 0.0, "ac1": -1.0, "n": 1}
    assert found["object"]["agree"] == found["mention"]["agree"] == found["span"]["agree"] == 100.0


def test_two_coders_may_differ_in_whom_they_see_judged_and_in_the_span() -> None:
    elsewhere = {**VOICE, "mention": [0, 3], "span": [19, 37]}
    found = agreement([line(VOICE)], [line(elsewhere)])
    assert found["mention"] == {"agree": 0.0, "n": 1}
    assert found["span"] == {"agree": 0.0, "n": 1}
    nobody = {**VOICE, "object": None, "mention": None, "label": "none"}
    found = agreement([line(VOICE)], [line(nobody)])
    assert found["object"]["agree"] == 0.0
    assert found["mention"] == {"agree": None, "n": 0}


def test_coders_of_different_articles_are_not_compared() -> None:
    with pytest.raises(VoiceGoldError, match="no article in common"):
        agreement([line()], [line(id="v2")])


def test_check_tells_faults_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.jsonl"
    rows = [line(VOICE), line({**VOICE, "label": "hostile"})]
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    assert voice_gold.check([path]) == 1
    told = capsys.readouterr().out
    assert "x.jsonl:2: label 'hostile'" in told
    assert "1 articles      3 sentences     1 evaluative (33 %)" in told


def test_the_gold_is_large_enough_and_of_every_genre() -> None:
    sentences = sum(len(each["sentences"]) for each in GOLD)
    evaluative = sum(each is not None for one in GOLD for each in by_sentence(one))
    assert sentences >= 520
    assert 0.2 < evaluative / sentences < 0.45
    assert {each["genre"] for each in GOLD} == set(HOLDERS) - {"unknown"}


def test_every_article_of_the_gold_is_in_one_part() -> None:
    assert {part_of(each) for each in GOLD} == {"train", "gate", "unseen"}
    assert len({each["id"] for each in GOLD}) == len(GOLD)


def test_a_second_coder_gets_the_texts_without_codes() -> None:
    texts = list(read_lines(CODED / "texts.jsonl"))
    assert [each["id"] for each in texts] == [each["id"] for each in GOLD]
    assert all("voice" not in each and "coder" not in each for each in texts)
    assert [each["sentences"] for each in texts] == [each["sentences"] for each in GOLD]


def test_both_coders_and_the_third_coded_the_same_sentences() -> None:
    for other in (SECOND, ADJUDICATED):
        assert {each["id"]: (each["text"], each["sentences"]) for each in other} == {
            each["id"]: (each["text"], each["sentences"]) for each in GOLD
        }
    assert {each["coder"] for each in ADJUDICATED} == {"adjudicated"}


def test_what_both_coders_gave_was_left() -> None:
    final = {each["id"]: each for each in ADJUDICATED}
    second = {each["id"]: each for each in SECOND}
    for first in GOLD:
        rows = (by_sentence(each) for each in (first, second[first["id"]], final[first["id"]]))
        assert all(decided == one for one, other, decided in zip(*rows, strict=True) if one == other)


def test_every_disagreement_is_told_with_what_was_decided() -> None:
    final = {each["id"]: by_sentence(each) for each in ADJUDICATED}
    second = {each["id"]: by_sentence(each) for each in SECOND}
    differ = {
        (first["id"], number)
        for first in GOLD
        for number, (one, other) in enumerate(zip(by_sentence(first), second[first["id"]], strict=True), 1)
        if one != other
    }
    told = list(read_lines(CODED / "disagreements.jsonl"))
    assert {(each["id"], each["sentence"]) for each in told} == differ
    assert all(each["decided"] == final[each["id"]][each["sentence"] - 1] for each in told)


def test_the_agreement_beside_the_gold_is_that_of_the_files() -> None:
    kept = json.loads((CODED.parent / "agreement.json").read_text(encoding="utf-8"))
    found = agreement(GOLD, SECOND)
    assert kept["before_adjudication"]["label"] == found["label"]
    assert kept["before_adjudication"]["evaluative"].items() >= found["evaluative"].items()
    assert kept["after"] == sum(len(each["voice"]) for each in ADJUDICATED)


def test_no_sentence_of_the_gold_is_trained_on() -> None:
    gold = set().union(*map(words_of, GOLD))
    assert not gold & set().union(*map(words_of, TRAINED_ON))
    assert sum(len(each["sentences"]) for each in TRAINED_ON) >= 1500


def name(pair: Pair) -> str:
    return f"{pair.decision}-{pair.number}"


def test_every_decision_has_enough_pairs() -> None:
    counted = Counter(pair.decision for pair in PAIRS)
    assert tuple(sorted(counted)) == WITH_VOICE
    assert min(counted.values()) >= 14


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_a_pair_differs_in_one_change_that_flips_its_code(pair: Pair) -> None:
    assert value_of(pair.a, pair.flip) != value_of(pair.b, pair.flip)
    one, other = pair.a["text"].split(), pair.b["text"].split()
    assert one != other or pair.a["genre"] != pair.b["genre"]
    assert SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.4


def test_the_same_text_has_the_holder_of_its_genre() -> None:
    same = [pair for pair in PAIRS if pair.a["text"] == pair.b["text"]]
    held = {(side["genre"], side["voice"][0]["holder"]) for pair in same for side in (pair.a, pair.b)}
    assert held >= {
        (genre, HOLDERS[genre]) for genre in ("news", "opinion", "editorial", "letter", "sponsored", "agency", "post")
    }


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        (
            {"flip": {"field": "voice.holder", "of": 1, "a": "author", "b": "agency"}},
            "says 'agency' of side b, which has None",
        ),
        ({"flip": {"field": "voice.holder", "of": 2, "a": None, "b": None}}, "nothing flips"),
    ],
)
def test_a_flip_says_what_the_sides_have(tmp_path: Path, changes: dict[str, Any], named: str) -> None:
    side = {"text": "Roe has wasted a year.", "genre": "news", "statements": []}
    voice = {
        "span": "⟦Roe has wasted a year.⟧",
        "holder": "author",
        "object": "Roe",
        "mention": "⟦Roe⟧ has",
        "label": "critical",
    }
    pair = {"decision": 17, "change": "none", "a": {**side, "voice": [voice]}, "b": {**side, "voice": []}, **changes}
    (tmp_path / "17.jsonl").write_text(json.dumps(pair), encoding="utf-8")
    with pytest.raises(AnchorError, match=named):
        list(read_pairs(tmp_path))

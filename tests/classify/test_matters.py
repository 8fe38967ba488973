import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.classify.joined import MOST, SHORTEST, clauses
from sayso.classify.matters import Clause, matters
from sayso.records.position import Stance
from sayso.records.span import Span
from tests.classify.marked import marked

SIGNS = {
    "critical": Stance(0.9, 0.05, 0.0, 0.05),
    "supportive": Stance(0.05, 0.9, 0.0, 0.05),
    "none": Stance(0, 0, 0, 1.0),
    "blurred": Stance(0.2, 0.3, 0.5, 0.0),  # what a clause is called whose neighbour speaks the other way
}


def found(content: str, *judging: tuple[str, str], both: float = 0.0) -> list[tuple[str, str | None]]:
    """(label, issue) of what stands apart in ``content``; ``judging`` are (words, label), one a clause."""
    text = marked(f"[c said] [x {content}]")
    ranges = clauses(text.text, text.statement)
    assert len(ranges) == len(judging)
    spans = [Span.of(text.text, at := text.text.index(words), at + len(words)) for words, _ in judging]
    told = [Clause(at, SIGNS[label], (span,)) for at, span, (_, label) in zip(ranges, spans, judging, strict=True)]
    return [(each.stance.label, each.issue.text if each.issue else None) for each in matters(text.text, told, both)]


def test_two_issues_are_two_positions() -> None:
    assert found(
        "Holm was superb on the trams and useless on the canals", ("superb", "supportive"), ("useless", "critical")
    ) == [("supportive", "the trams"), ("critical", "the canals")]


def test_a_word_of_contrast_turns_a_doubtful_sign() -> None:
    told = ("superb", "supportive"), ("slow", "blurred")
    assert found("Holm was superb on the trams but slow on the canals", *told)[1:] == [("critical", "the canals")]
    assert found("Holm was superb on the trams and slow on the canals", *told)[1:] == [("supportive", "the canals")]


def test_a_whole_that_is_mixed_turns_a_doubtful_sign() -> None:
    told = ("superb", "supportive"), ("slow", "blurred")
    whole = found("Holm was superb on the trams and slow on the canals", *told, both=0.8)
    assert whole[1:] == [("critical", "the canals")]


def test_a_plain_sign_withstands_a_word_of_contrast() -> None:
    told = ("lied", "critical"), ("stole", "critical")
    assert [label for label, _ in found("Holm not only lied over the trams but stole the till", *told)] == [
        "critical"
    ] * 2


@given(st.lists(st.sampled_from([*SIGNS.values()]), max_size=MOST), st.floats(0, 1))
def test_probabilities_stay_probabilities(stances: list[Stance], both: float) -> None:
    text = " but ".join("abcd"[: len(stances)])
    spans = [Span.of(text, 6 * n, 6 * n + 1) for n in range(len(stances))]
    told = [Clause((each.start, each.end), stance, (each,)) for each, stance in zip(spans, stances, strict=False)]
    for each in matters(text, told[: len(spans)], both):
        values = (each.stance.critical, each.stance.supportive, each.stance.mixed, each.stance.none)
        assert all(0 <= value <= 1 for value in values)
        assert sum(values) == pytest.approx(1, abs=1e-3)


def test_two_things_done_are_two_issues_of_one_sign() -> None:
    assert found("Holm emptied the till and soured the mood", ("emptied", "critical"), ("soured", "critical")) == [
        ("critical", "the till"),
        ("critical", "the mood"),
    ]


@pytest.mark.parametrize(
    "content", ["Holm was honest about the shaft but later lied about it", "Holm was honest but he lied"]
)
def test_two_signs_on_one_issue_are_mixed(content: str) -> None:
    ((label, _),) = found(content, ("honest", "supportive"), ("lied", "critical"))
    assert label == "mixed"


@pytest.mark.parametrize("second", ["supportive", "none"])
def test_what_does_not_differ_stays_one(second: str) -> None:
    assert found("Holm was honest and kind", ("honest", "supportive"), ("kind", second)) == []


@given(st.lists(st.sampled_from(["Holm lied", "and", "but", ";", ". She", "the till", ",", "“so”"]), max_size=14))
def test_clauses_stand_in_the_content_in_order(words: list[str]) -> None:
    given = marked(f"[c said] [x {' '.join(['Holm', *words])}] today")
    (part,) = given.statement.content
    ranges = clauses(given.text, given.statement)
    assert len(ranges) <= MOST
    edges = [edge for each in ranges for edge in each]
    assert edges == sorted(edges)
    if ranges:
        assert (edges[0], edges[-1]) == (part.start, part.end)
        assert all(end - start >= min(SHORTEST, part.end - part.start) for start, end in ranges)


@given(
    st.lists(st.sampled_from([0.5001, 0.5, 0.4999, 0.3]), min_size=2, max_size=2),
    st.lists(st.sampled_from([0.4999, 0.4998, 0.3]), min_size=2, max_size=2),
    st.sampled_from([0.0, 0.5, 1.0]),
)
def test_what_stands_apart_is_never_without_a_judgement(sure: list[float], none: list[float], both: float) -> None:
    text = marked("[c said] [x Holm was good but dull]")
    spans = [Span.of(text.text, at, at + 4) for at in (0, 4)]
    one, other = (round(1 - a - b, 4) for a, b in zip(sure, none, strict=True))
    stances = Stance(sure[0], one, 0.0, none[0]), Stance(other, sure[1], 0.0, none[1])
    told = [Clause((span.start, span.end), stance, (span,)) for span, stance in zip(spans, stances, strict=True)]
    assert all(each.stance.label != "none" for each in matters(text.text, told, both))

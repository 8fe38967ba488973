"""Whatever the text: every mention is exact, the result is the same again, and the time grows with the length alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.actors import Resolution, resolve

PIECES = [
    *("A", "A ", "Aa Bb ", "A.", "A. ", "a’s ", "A’s ", "A-", "_", "1,", "1.1 ", "\n", "\r\n", "\n\n", "\t"),
    *("the ", "the Mayor ", "Mr ", "President ", "of ", "Union of the ", "and Union ", "he ", "I ", "“he ", "who "),
    *("“", "”", '"', "''", "‘", "’", "(AB) ", "Aa Bb (AB) ", "van ", "A van ", "Ana Roe, the mayor, ", "mayor’s "),
    *(
        "😀",
        "😀 A ",
        "e\u0301",
        "E\u0301 ",
        "\u0301",
        "\u200f",
        "\u202e אב ",
        "مرحبا ",
        "people of ",
        "hundreds of ",
        "supporters of Ana ",
    ),
    *("so-called liars ", "“moderates” ", "9" * 400 + " people ", "9-strong group "),
]
WORDS = st.sampled_from(
    [
        *("Ana", "Roe", "Ben", "Holm", "the", "mayor", "said", "he", "She", "I", "we", "their", "“", "”", ", ", ". "),
        *("\n\n", "of", "Union", "and", "’s", "Mr", "President", "300", "supporters", "(AB)", "who", "report", "by"),
        *(
            "😀",
            "e\u0301",
            "\u200f",
            "self-styled",
            "so-called",
            "ultraconservative",
            "moderates",
            "liars",
            "called",
            "himself",
        ),
        *("dozens", "more than", "200-strong", "9" * 30, "9" * 400, "million", "billion", "group", "rejects the label"),
    ]
)


def read(text: str, size: int = 400) -> Resolution:
    """With a statement, half of it source and half content, in every ``size`` characters."""
    made = []
    for n, start in enumerate(range(0, len(text) - 1, size)):
        end = min(len(text), start + size)
        middle = (start + end) // 2
        if start < middle:
            source, content = Span.of(text, start, middle), Span.of(text, middle, end)
            form = "mixed" if n % 2 else "direct"
            whole = Span.of(text, start, end)
            made.append(Statement(f"st_{n}", (source,), (), (content,), form, "quotation", 0.9, whole))
    return resolve(text, made, ())


def check(text: str, found: Resolution) -> None:
    known = {each.id for each in found.actors}
    for actor in found.actors:
        assert actor.mentions
        assert all(each.span.holds_in(text) for each in actor.mentions)
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda each: each.span)
        told = [*actor.titles, *(each.span for each in actor.labels), *(each.distance for each in actor.labels)]
        told += [actor.size_span, actor.of_span]
        assert all(each.holds_in(text) for each in told if each)
        assert all({each.by, each.disputed_by} <= known | {None} for each in actor.labels)
        assert actor.of is None or (actor.of_span and actor.of == " ".join(actor.of_span.text.split()))
        assert not isinstance(actor.size, str) or (actor.size_span and actor.size == actor.size_span.text)
    for spoken in found.speakers.values():
        assert all(each.actor in known and each.on_behalf_of in known | {None} for each in spoken)


@pytest.mark.parametrize("piece", PIECES)
def test_repetition_is_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.perf_counter()
    check(text, read(text))
    assert time.perf_counter() - begun < 10  # a quadratic pass takes minutes


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_mentions_are_exact_and_the_result_is_the_same_again(text: str) -> None:
    found = read(text, 40)
    check(text, found)
    assert read(text, 40) == found


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_characters_are_read(text: str) -> None:
    check(text, read(text, 30))

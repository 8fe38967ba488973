from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.resolve.clusters import Cluster
from sayso.resolve.pairing import FEATURES, MOST, fits
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.scored import Asked, Linked, linked, totals

TEXT = "Mr Ben Holm met Mr Carl Dask and Mrs Ada Roe. He spoke."


class Prefers:
    """A scorer that is sure of the candidates whose words are these."""

    def __init__(self, text: str, words: str) -> None:
        self.text, self.words = text, words
        self.asked: list[Asked] = []

    def probabilities(self, asked: Asked) -> Sequence[float]:
        self.asked.append(asked)
        return [float(self.text[slice(*span)] == self.words) for span in asked.candidates]


class Silent:
    """A scorer that knows nothing."""

    def probabilities(self, asked: Asked) -> None:
        return None


def meant(found: Linked, word: str) -> set[str]:
    """The other mentions in the cluster of the first pronoun that is written so."""
    own = next(n for n, each in enumerate(found.listed) if found.found.text[each.start : each.end] == word)
    number = found.links.of[own]
    return {
        found.found.text[each.start : each.end]
        for n, each in enumerate(found.listed)
        if found.links.of[n] == number >= 0 and n != own
    }


@pytest.mark.parametrize("words", ["Ben Holm", "Carl Dask"])
def test_the_scorer_chooses(words: str) -> None:
    assert meant(linked(TEXT, (), (), Prefers(TEXT, words)), "He") == {words}


def test_gender_is_never_overruled() -> None:
    scorer = Prefers(TEXT, "Ada Roe")
    found = linked(TEXT, (), (), scorer)
    assert "Ada Roe" not in meant(found, "He")
    (asked,) = scorer.asked
    assert [TEXT[slice(*span)] for span in asked.candidates] == ["Ben Holm", "Carl Dask"]


def test_without_an_answer_the_rules_decide() -> None:
    assert linked(TEXT, (), (), Silent()).links.of == linked(TEXT, (), ()).links.of


def test_a_name_after_the_pronoun_may_be_meant() -> None:
    text = "Before he spoke, Mr Ben Holm had left."
    assert meant(linked(text, (), (), Prefers(text, "Ben Holm")), "he") == {"Ben Holm"}


def test_what_is_given_is_a_name() -> None:
    text = "the mist of varn rose. Mr Ben Holm left."
    found = linked(text, (), (), None, [(12, 16)])
    assert [text[each.start : each.end] for each in found.listed][:2] == ["varn", "Ben Holm"]


def test_mentions_of_one_actor_count_together() -> None:
    assert totals([4, 7, 4], [0.25, 0.5, 0.5]) == {4: 0.75, 7: 0.5}


@pytest.mark.parametrize(
    ("cluster", "may"),
    [
        (Cluster(), True),
        (Cluster(gender="m"), True),
        (Cluster(gender="f"), False),
        (Cluster(plural=True), False),
        (Cluster(kind="place"), False),
        (Cluster(kind="government"), False),
    ],
)
def test_what_is_known_forbids(cluster: Cluster, may: bool) -> None:
    assert fits(cluster, "m") is may


_WORDS = st.sampled_from(
    ["Ada Roe", "Mr Holm", "he", "She", "her", "him", "met", "the premier", ".", "\n\n", "“", "”", "it", "🙂"]
)


@given(st.lists(_WORDS, max_size=60))
@settings(max_examples=60, deadline=None)
def test_what_is_asked_is_bounded_and_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    scorer = Prefers(text, "Ada Roe")
    found = linked(text, (), (), scorer)
    spans = {(each.start, each.end) for each in found.listed}
    for asked in scorer.asked:
        assert 0 < len(asked.candidates) == len(asked.clusters) <= MOST
        assert asked.features.shape == (len(asked.candidates), len(FEATURES))
        assert spans.issuperset([asked.pronoun, *asked.candidates])
    assert sum(isinstance(each.what, Pronoun) for each in found.listed) >= len(scorer.asked)

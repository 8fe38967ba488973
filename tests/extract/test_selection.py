"""Which proposals become statements: likely ones, one of several alike, one speaker for a quotation."""

from sayso.extract.anchoring import Parts
from sayso.extract.candidates import Evidence
from sayso.extract.layout import lay_out
from sayso.extract.proposals import Proposal
from sayso.extract.selection import select
from sayso.run_config import RunConfig

TEXT = "“We stay,” said Ada Roe.\n\n“We go,” said Nia Lund.\n\nThe mayor said that Ben Holm had said the wall was weak."
CONFIG = RunConfig(threshold=0.5, threshold_without_source=0.4, second_threshold=0.2, overlap=0.7)
NOTHING_SAID = Evidence(0.0, 0.0, 0.0, 0.5, 0.5, 1)
STAY, GO = "“We stay,”", "“We go,”"


def span(words: str, after: str = "") -> tuple[int, int]:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return start, start + len(words)


def proposal(source: str, cue: tuple[int, int], *content: str, second: bool = False, quoted: float = 1.0) -> Proposal:
    parts = Parts((span(source),) if source else (), (cue,), tuple(span(each) for each in content))
    return Proposal(parts, NOTHING_SAID, quoted, second)


def chosen(*found: tuple[Proposal, float], config: RunConfig = CONFIG) -> list[tuple[str, str]]:
    """(source, content) of each statement."""
    kept = select(TEXT, found, lay_out(TEXT), config)
    words = [tuple(" … ".join(TEXT[s:e] for s, e in part) for part in (k.parts.source, k.parts.content)) for k in kept]
    return sorted((one, other) for one, other in words)


ADA = proposal("Ada Roe", span("said"), STAY)
NIA = proposal("Nia Lund", span("said", GO), GO)
OUTER = proposal("The mayor", span("said", "The mayor"), "Ben Holm had said the wall was weak", quoted=0.0)
INNER = proposal("Ben Holm", span("had said"), "the wall was weak", quoted=0.0)


def test_the_unlikely_are_left_out() -> None:
    assert chosen((ADA, 0.5), (NIA, 0.19)) == [("Ada Roe", STAY)]


def test_without_a_source_another_threshold_holds() -> None:
    nobody = proposal("", span("said", "The mayor"), "the wall was weak", quoted=0.0)
    somebody = proposal("The mayor", span("said", "The mayor"), "the wall was weak", quoted=0.0)
    assert chosen((nobody, 0.45)) == [("", "the wall was weak")]
    assert chosen((somebody, 0.45)) == []


def test_of_two_that_say_the_same_the_likelier_stays() -> None:
    again = proposal("", span("Ada"), STAY)
    assert chosen((again, 0.8), (ADA, 0.9)) == [("Ada Roe", STAY)]


def test_what_is_told_inside_another_content_is_no_repetition() -> None:
    assert chosen((OUTER, 0.9), (INNER, 0.8), config=RunConfig(threshold=0.5, overlap=0.4)) == [
        ("Ben Holm", "the wall was weak"),
        ("The mayor", "Ben Holm had said the wall was weak"),
    ]


def test_a_quotation_belongs_to_the_nearest_cue() -> None:
    both = proposal("Nia Lund", span("said", GO), STAY, GO)
    assert chosen((ADA, 0.6), (both, 0.9)) == [("Ada Roe", STAY), ("Nia Lund", GO)]


def test_one_that_loses_its_only_quotation_is_dropped() -> None:
    far = proposal("The mayor", span("said", "The mayor"), STAY)
    assert chosen((ADA, 0.6), (far, 0.9), config=RunConfig(threshold=0.5, overlap=1.1)) == [("Ada Roe", STAY)]


def test_a_quotation_without_speaker_gets_a_second_chance() -> None:
    late = proposal("Ada Roe", span("said"), STAY, second=True)
    assert chosen((late, 0.3), (NIA, 0.9)) == [("Ada Roe", STAY), ("Nia Lund", GO)]
    assert chosen((late, 0.1), (NIA, 0.9)) == [("Nia Lund", GO)]


def test_no_second_chance_where_somebody_speaks() -> None:
    late = proposal("Nia Lund", span("said", GO), STAY, second=True)
    assert chosen((late, 0.99), (ADA, 0.6)) == [("Ada Roe", STAY)]


def test_no_second_chance_for_words_outside_marks() -> None:
    late = proposal("Ben Holm", span("had said"), "the wall was weak", second=True, quoted=0.0)
    assert chosen((late, 0.99)) == []


def test_the_order_of_proposals_does_not_matter() -> None:
    found = [(ADA, 0.6), (NIA, 0.7), (OUTER, 0.9), (INNER, 0.8)]
    assert chosen(*found) == chosen(*reversed(found))

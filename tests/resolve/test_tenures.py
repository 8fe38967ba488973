"""An office means who held it on the date that is spoken of."""

import pytest

from sayso.resolve.actors import resolve
from tests.resolve.said import speakers, statement

ROE = "Ana Roe was mayor until 2010, when Ben Holm succeeded her. "
LUND = "Ana Roe was mayor from 2001 to 2009; Ben Lund has been mayor since 2010. "


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (f"{ROE}In 2008 ", "Ana Roe"),
        (f"{ROE}In 2014 ", "Ben Holm"),
        (f"{LUND}In 2004 ", "Ana Roe"),
        (f"{LUND}In 2012 ", "Ben Lund"),
        ("Ben Lund became mayor in 2011. In 2009 ", "mayor"),
        ("Ana Roe succeeded Ben Holm as mayor of Norr on 1 March 2026. On 12 May 2026 ", "Ana Roe"),
        ("Ana Roe succeeded Ben Holm as mayor of Norr on 1 March 2026. On 12 February 2026 ", "Ben Holm"),
        (
            "Ana Roe has been mayor since the vote of 13 April. Before her Ben Holm held the office. On 9 April ",
            "Ben Holm",
        ),
        (
            "Ana Roe has been mayor since the vote of 13 April. Before her Ben Holm held the office. On 9 May ",
            "Ana Roe",
        ),
        ("Mayor Ana Roe died on 3 May, and on the 20th voters chose Ben Holm in her place. On 28 May ", "Ben Holm"),
        ("Mayor Ana Roe died on 3 May, and on the 20th voters chose Ben Holm in her place. On 28 April ", "Ana Roe"),
        ("The mayor, Ana Roe, handed over to Ben Holm on 4 June. On 7 June ", "Ben Holm"),
        ("Ana Roe was elected mayor of Norr on 4 June, unseating Ben Holm. On 8 May ", "Ben Holm"),
    ],
)
def test_the_holder_on_that_date(before: str, who: str) -> None:
    text = f"{before}the mayor said the dyke is safe."
    made = statement(text, "the mayor", "the dyke is safe", cue="said")
    assert [name for name, _ in speakers(resolve(text, [made], ()), made)] == [who]

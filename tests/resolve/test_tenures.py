"""An office means who held it in the year that is spoken of."""

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
    ],
)
def test_the_holder_in_that_year(before: str, who: str) -> None:
    text = f"{before}the mayor said the dyke is safe."
    made = statement(text, "the mayor", "the dyke is safe", cue="said")
    assert [name for name, _ in speakers(resolve(text, [made], ()), made)] == [who]

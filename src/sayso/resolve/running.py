"""Whether one mention only leads up to the next: "AU trade commissioner Ana Roe", "the county’s police chief Ben Holm"."""

from sayso.resolve.heads import BREAKS
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.titles import PORTFOLIOS, TITLES
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

REACH = 8
"""Words between the two."""


def runs_on(found: Tokens, before: Ref, ref: Ref) -> bool:
    """Whether words that are neither a preposition nor a verb lead from one mention on to the next without a comma.

    "And" may stand among them only where the words before it belong to no mention of their own.
    """
    if isinstance(before.what, Pronoun) or not isinstance(ref.what, Name | Nominal):
        return False
    if before.last > ref.first or ref.first - before.last > REACH:
        return False
    if isinstance(before.what, Nominal) and before.what.of.plural and before.what.key != "police":
        return False
    if not all(found.joins[n] in (SPACE, POSSESSIVE) for n in range(before.last, ref.first + 1)):
        return False
    between = found.lower[before.last : ref.first]
    if "and" in between:
        return _shares_title(found, before, ref)
    if not between and found.joins[ref.first] == SPACE:
        placed = isinstance(before.what, Name) and before.what.kind == "place"
        return isinstance(ref.what, Name) and (bool(ref.what.titles) or isinstance(before.what, Nominal) or placed)
    return not BREAKS.intersection(between) and _leads(found, before, ref)


def _leads(found: Tokens, before: Ref, ref: Ref) -> bool:
    """A possessor leads to what is possessed; other words lead to a name through a title or a description."""
    if found.joins[before.last] == POSSESSIVE:
        return True
    return isinstance(ref.what, Name) or ref.what != before.what


def _shares_title(found: Tokens, before: Ref, ref: Ref) -> bool:
    """One office with two tasks, one person with two: "AU trade and industry commissioner Ana Roe", "writer and actor Ben Holm"."""
    if not isinstance(ref.what, Name) or ref.last - ref.first < 2:
        return False
    what = before.what
    if isinstance(what, Nominal) and what.of.kind == "person" and not what.determiner and what.last == what.core:
        return True
    at = found.lower.index("and", before.last, ref.first)
    title = found.lower[ref.first - 1]
    task = found.lower[before.last - 1] in PORTFOLIOS and found.capital[before.last - 1] and ref.first - at > 2
    return (
        (at > before.last or task)
        and title in TITLES
        and not any(word in TITLES for word in found.lower[before.last : at])
    )

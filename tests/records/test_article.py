"""Metadata is completed field by field, and a date never takes another date's basis."""

import pytest

from sayso.records.article import Metadata

STATED = Metadata(published="2031", published_basis="metadata")


@pytest.mark.parametrize(
    ("known", "other", "published", "basis"),
    [
        (Metadata(), STATED, "2031", "metadata"),
        (STATED, Metadata(published="2032", published_basis="given"), "2031", "metadata"),
        (Metadata(published="2030"), STATED, "2030", None),
        (Metadata(published="2031"), STATED, "2031", "metadata"),
        (Metadata(published="2031", published_basis="text"), STATED, "2031", "text"),
    ],
)
def test_a_basis_comes_only_with_its_date(known: Metadata, other: Metadata, published: str, basis: str | None) -> None:
    filled = known.filled_from(other)
    assert (filled.published, filled.published_basis) == (published, basis)


def test_a_basis_is_given_to_dates_that_have_none() -> None:
    known = Metadata(published="2031", published_basis="text", retrieved="2032").with_basis("given")
    assert (known.published_basis, known.retrieved_basis, known.updated_basis) == ("text", "given", None)

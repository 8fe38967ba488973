"""Codes, names, and what is said of a text that is not read."""

import pytest

from sayso.records.language import UNKNOWN, Language, refusal


@pytest.mark.parametrize(
    ("language", "foreign"), [(Language("fr"), True), (Language("en", "given"), False), (UNKNOWN, False)]
)
def test_foreign_is_what_is_known_not_to_be_english(language: Language, foreign: bool) -> None:
    assert language.foreign is foreign


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "French"), ("pcm", "Nigerian Pidgin"), ("qq", "qq"), (None, "unknown")]
)
def test_a_language_is_called_by_its_name(code: str | None, name: str) -> None:
    assert Language(code).name == name


def test_a_refusal_says_what_was_found_and_what_to_do() -> None:
    told = refusal(Language("fr"), "--any-language")
    assert told == "the text is French (fr), Sayso reads English; --any-language reads it all the same"
    assert "German (de) by its metadata" in refusal(Language("de", "given"), "--any-language")

"""A foreign text is known as one; an English text never is taken for one."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest import language
from sayso.ingest.language import language_of, language_of_article
from sayso.records.article import Article, Metadata
from sayso.records.language import Language, code_of
from tests.cli.running import COVERAGE, environment
from tests.languages import PROSE

ENGLISH = (
    "The council voted on Monday night, after six hours of debate, to rebuild the old harbour. “We have no other choice,”"
    " said Mayor Helena Carpenter, who accused the government of having given the quarter up."
)
MENU = "Home\nNews\nWorld\nPolitics\nShare this article\nSign up for our newsletter\n\n"
NAMES = "Smith, Jones, Brown, García, Müller, Kowalski, Nguyen, Rossi, Dubois, Novak, Petrov, Lopez, Meyer, Weber, Becker, Koch."
TABLE = "Region A 12.4 13.1 55 8% Region B 9.1 8.8 41 7% Region C 3.3 3.1 12 2% Total 24.8 25.0 108 17% Turnout 61.2 "


@pytest.mark.parametrize("code", PROSE)
def test_two_sentences_tell_the_language(code: str) -> None:
    assert language_of(PROSE[code]) == code


@pytest.mark.parametrize("quoted", PROSE.values())
def test_a_text_that_quotes_another_language_is_english(quoted: str) -> None:
    assert language_of(f"{ENGLISH}\n\n“{quoted}”") == "en"


@pytest.mark.parametrize(
    "text", ["", "“We stay,” said Ada Roe.", "« Nous restons », dit-elle.", "12.4 % 8.1 %", NAMES, TABLE * 3]
)
def test_what_is_short_or_no_prose_is_of_unknown_language(text: str) -> None:
    assert language_of(text) is None


def test_an_english_name_in_other_scripts_is_not_english() -> None:
    assert language_of(PROSE["zh"] + "据WHO统计，The New York Times报道。" * 2) == "zh"


def test_a_menu_does_not_decide() -> None:
    assert language_of(MENU * 3 + PROSE["fr"]) == "fr"


def test_short_lines_are_read_where_there_are_no_others() -> None:
    assert language_of(PROSE["de"].replace(" ", "\n")) == "de"


def test_a_late_change_of_language_is_not_seen() -> None:
    assert language_of(PROSE["fr"] * 10 + "\n" + ENGLISH * 50) == "fr"


def test_english_is_known_without_the_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_detector", lambda: pytest.fail("the detector was asked"))
    for path in (COVERAGE, COVERAGE.with_name("gold.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert language_of(json.loads(line)["text"]) == "en", line[:80]


def test_reading_does_not_load_the_detector() -> None:
    code = "import sys, sayso; sayso.read('“We stay,” said Ada Roe.'); print('py3langid' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("given", "code"), [("de", "de"), ("de-DE", "de"), ("pt_BR", "pt"), ("EN-gb", "en"), ("eng", "en")]
)
def test_a_language_that_is_given_is_believed(monkeypatch: pytest.MonkeyPatch, given: str, code: str) -> None:
    monkeypatch.setattr(language, "language_of", lambda _: pytest.fail("the text was asked"))
    assert language_of_article(Article(ENGLISH, Metadata(language=given))) == Language(code, "given")


@pytest.mark.parametrize("given", [None, "und", "mul", "nan", "n/a", "na", "English", "x-klingon", ""])
def test_a_language_that_is_not_named_is_looked_for(given: str | None) -> None:
    article = Article(PROSE["it"], Metadata(language=given))
    assert language_of_article(article) == Language("it", "detected")
    assert language_of_article(replace(article, text="Oggi.")) == Language(None, "detected")


def test_every_language_of_the_detector_has_a_name() -> None:
    assert [label for label in language._detector().labels if code_of(label) != label] == ["zxx"]


@given(st.text(min_size=80, max_size=400))
def test_no_text_is_an_error(text: str) -> None:
    found = language_of(text + "\ud800")
    assert found is None or code_of(found) == found

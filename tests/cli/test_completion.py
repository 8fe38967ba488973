"""Completion in the shells: the script names sayso, and sayso answers it."""

import pytest

from tests.cli.running import COMMANDS, sayso


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_asks_sayso(shell: str) -> None:
    script = sayso(_SAYSO_COMPLETE=f"source_{shell}").stdout
    assert f"_SAYSO_COMPLETE=complete_{shell}" in script
    assert "sayso" in script.strip().splitlines()[-1]


@pytest.mark.parametrize(("words", "known"), [("sayso ", set(COMMANDS)), ("sayso add --au", {"--author"})])
def test_completion_knows_commands_and_options(words: str, known: set[str]) -> None:
    at = str(len(words.split(" ")) - 1)
    answer = sayso(_SAYSO_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=at).stdout
    assert set(answer.split()) == known

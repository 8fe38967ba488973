"""``nlp.add_pipe("sayso")``: what it puts on a Doc, what of that survives, and what it says where it cannot read."""

import json
import logging
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import sayso
from sayso.adapters.spacy_component.component import make_sayso, register
from sayso.errors import InputError, UsageError

TEXT = "Mayor Ada Roe said on Tuesday that the dam “will not hold.” Ben Cole criticised Roe: “She lied.”"
GERMAN = (
    "Die Bürgermeisterin sagte am Dienstag, dass der Damm nicht halten werde und die Menschen im Tal bald gehen müssten. "
    "Der Minister widersprach ihr und erklärte, die Regierung habe alles geprüft und für sicher befunden."
)


@pytest.fixture
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("sayso")
    return made


@pytest.fixture
def no_names() -> Iterator[None]:
    """Neither name of ours is registered inside the test; both are again after it."""
    for name in ("sayso", "statements"):
        if Doc.has_extension(name):
            Doc.remove_extension(name)
    yield
    for name in ("sayso", "statements"):
        if Doc.has_extension(name):
            Doc.remove_extension(name)
    register()


def stripped(statements: Any) -> list[tuple[Any, ...]]:
    """What can be compared between two Docs: everything but the Spans."""
    return [
        (
            (each.id, each.source_offsets, each.cue_offsets, each.content_offsets, each.source_text, each.content_text),
            [(other.id, other.label, other.object.name, other.mention_offsets) for other in each.positions],
            [(other.name, other.reason) for other in each.speakers],
        )
        for each in statements
    ]


def test_a_doc_holds_what_reading_its_text_finds(nlp: Language) -> None:
    reading = sayso.read(TEXT)
    found = nlp(TEXT)._.statements
    assert len(found) == len(reading.statements) == 2
    for own, theirs in zip(found, reading.statements, strict=True):
        assert (own.id, own.confidence, own.form) == (theirs.id, theirs.confidence, theirs.form)
        assert own.content_offsets == tuple((span.start, span.end) for span in theirs.content)
        assert (own.source_text, own.cue_text) == (theirs.source_text, theirs.cue_text)
        assert own.content_text == theirs.content_text
    names = {actor.id: actor.name for actor in reading.actors}
    positions = [(each.id, each.label, names[each.object]) for each in reading.positions]
    assert [(each.id, each.label, each.object.name) for own in found for each in own.positions] == positions
    assert [each.name for own in found for each in own.speakers] == ["Ada Roe", "Ben Cole"]


def test_parts_are_spans_of_whole_tokens(nlp: Language) -> None:
    first, second = nlp(TEXT)._.statements
    assert [span.text for span in first.source] == ["Mayor Ada Roe"]
    assert [span.text for span in second.cue] == ["criticised Roe:"]
    assert second.positions[0].mention.text == "She"
    glued = Doc(nlp.vocab, words=["Mayor", "Ada", "Roe", "said:“It", "fell.”"], spaces=[True, True, True, True, False])
    (only,) = nlp(glued)._.statements
    assert only.content_text == glued.text[slice(*only.content_offsets[0])] == "“It fell.”"
    assert only.content[0].text == "said:“It fell.”"


def test_the_span_group_says_part_and_statement(nlp: Language) -> None:
    doc = nlp(TEXT)
    marked = [(span.label_, span.id_, span.start_char) for span in doc.spans["sayso"]]
    assert marked == [
        (part, each.id, start)
        for each in doc._.statements
        for part in ("source", "cue", "content")
        for start, _ in getattr(each, f"{part}_offsets")
    ]
    plain = spacy.blank("en")
    plain.add_pipe("sayso", config={"spans_key": None})
    assert not plain(TEXT).spans


def test_bytes_and_docbin_keep_everything(nlp: Language) -> None:
    doc = nlp(TEXT)
    bin_ = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (binned,) = DocBin().from_bytes(bin_).get_docs(spacy.blank("en").vocab)
    sent = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    for back in (binned, sent):
        assert stripped(back._.statements) == stripped(doc._.statements)
        assert [span.id_ for span in back.spans["sayso"]] == [span.id_ for span in doc.spans["sayso"]]
    assert json.loads(json.dumps(binned._.sayso)) == sent._.sayso == doc._.sayso


def test_a_doc_stored_without_user_data_says_so(nlp: Language) -> None:
    (back,) = DocBin(docs=[nlp(TEXT)]).get_docs(nlp.vocab)
    assert back._.sayso is None
    with pytest.raises(UsageError, match="store_user_data=True"):
        _ = back._.statements


def test_parts_of_docs_carry_no_offsets_of_others(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc[3:9].as_doc(copy_user_data=True)._.sayso is None
    with pytest.warns(UserWarning, match="W101"):
        assert Doc.from_docs([doc, doc])._.sayso is None
    other = nlp.make_doc(TEXT.replace("Ada", "Ida"))
    other._.sayso = doc._.sayso
    with pytest.raises(UsageError, match="another text"):
        _ = other._.statements


def test_spans_follow_the_tokens(nlp: Language) -> None:
    doc = nlp(TEXT)
    before = stripped(doc._.statements)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:4])
    assert stripped(doc._.statements) == before
    assert doc._.statements[0].source[0].text == "Mayor Ada Roe said"


def test_the_configuration_survives_the_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    settings = {"any_language": True, "max_length": 3000, "spans_key": "said"}
    nlp.add_pipe("sayso", name="who_said_what", config=settings)
    nlp.to_disk(tmp_path)
    for again in (spacy.load(tmp_path), type(nlp).from_config(nlp.config)):
        assert again.config["components"]["who_said_what"] == {"factory": "sayso", **settings}
        doc = again(TEXT)
        assert len(doc.spans["said"]) == 6
        with pytest.raises(InputError, match="3,000"):
            again("word " * 601)


def test_defaults_stand_in_the_configuration(nlp: Language) -> None:
    assert nlp.config["components"]["sayso"] == {
        "factory": "sayso",
        "any_language": False,
        "max_length": 1_000_000,
        "spans_key": "sayso",
    }


@pytest.mark.parametrize("length", [0, -1])
def test_a_limit_is_a_number_of_characters(length: int) -> None:
    with pytest.raises(UsageError, match="max_length is"):
        spacy.blank("en").add_pipe("sayso", config={"max_length": length})


def test_beyond_the_limit_the_message_names_both_places(nlp: Language) -> None:
    long = nlp("A. ").text * 400_000
    with pytest.raises(ValueError, match="E088"):
        nlp(long)
    nlp.max_length = len(long)
    with pytest.raises(InputError) as told:
        nlp(long)
    assert "1,200,000 characters" in str(told.value)
    assert "nlp.max_length = 1200000" in str(told.value)
    assert 'config={"max_length": 1200000}' in str(told.value)


def test_the_limit_itself_is_read(nlp: Language) -> None:
    exact = spacy.blank("en")
    exact.add_pipe("sayso", config={"max_length": len(TEXT)})
    assert len(exact(TEXT)._.statements) == 2
    with pytest.raises(InputError):
        exact(TEXT + " ")


def test_one_that_is_too_long_does_not_end_a_pipe() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso", config={"max_length": len(TEXT)})
    refused: list[str] = []

    def refuse(name: str, _: Any, docs: list[Doc], error: Exception) -> None:
        refused.append(f"{name}: {error}")

    nlp.set_error_handler(refuse)  # type: ignore[arg-type]  # spaCy declares NoReturn, and its own handlers return
    assert [len(doc._.statements) for doc in nlp.pipe([TEXT, TEXT * 2, TEXT], batch_size=2)] == [2, 2]
    assert len(refused) == 1
    assert refused[0].startswith("sayso: the text has 192 characters")


def test_another_language_passes_with_its_reason(nlp: Language, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        doc = nlp(GERMAN)
    assert doc._.statements == ()
    assert doc._.sayso["outcome"] == "skipped"
    assert 'config={"any_language": True}' in doc._.sayso["reason"]
    assert "the text is German" in caplog.text
    every = spacy.blank("de")
    every.add_pipe("sayso", config={"any_language": True})
    read = every(GERMAN)
    assert read._.sayso["outcome"] == "done"
    assert read._.sayso["language"] == {"code": "de", "basis": "detected"}


@pytest.mark.parametrize("text", ["", " \r\n", "\x00"])
def test_an_empty_doc_passes(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.statements == ()
    assert doc._.sayso["reason"] == "the text is empty"
    assert not doc.spans["sayso"]


def test_a_doc_that_was_not_read_says_so(nlp: Language) -> None:
    with pytest.raises(UsageError, match="did not go through the component"):
        _ = nlp.make_doc(TEXT)._.statements


def test_batches_come_in_order_and_with_their_context(nlp: Language) -> None:
    texts = [(TEXT, 1), ("", 2), ("Nobody spoke.", 3), (TEXT, 4)]
    found = [(len(doc._.statements), n) for doc, n in nlp.pipe(texts, as_tuples=True, batch_size=3)]
    assert found == [(2, 1), (0, 2), (0, 3), (2, 4)]


def test_the_component_travels_without_models() -> None:
    made = make_sayso(spacy.blank("en"), "sayso", any_language=False, max_length=100, spans_key=None)
    made(spacy.blank("en").make_doc("Ada Roe said no."))
    assert len(pickle.dumps(made)) < 500


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_several_processes_find_the_same(tmp_path: Path, method: str) -> None:
    if sys.platform == "win32" and method == "fork":
        pytest.skip("Windows cannot fork")
    script = tmp_path / "several.py"
    script.write_text(
        f"""
import multiprocessing
import spacy

if __name__ == "__main__":
    multiprocessing.set_start_method({method!r})
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    text = {TEXT!r}
    here = nlp(text)._.sayso
    found = list(nlp.pipe([text, "", text], n_process=2, batch_size=1))
    print([doc._.sayso == here for doc in found], [len(doc._.statements) for doc in found])
""",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[True, False, True] [2, 0, 2]"


@pytest.mark.usefixtures("no_names")
@pytest.mark.parametrize("name", ["sayso", "statements"])
def test_a_name_that_is_taken_is_told(name: str) -> None:
    Doc.set_extension(name, default="somebody else's")
    with pytest.raises(UsageError, match=rf"doc\._\.{name} is taken .* Doc.remove_extension\('{name}'\)"):
        spacy.blank("en").add_pipe("sayso")
    assert Doc.get_extension(name)[0] == "somebody else's"


@pytest.mark.usefixtures("no_names")
def test_names_are_registered_by_the_pipe_as_often_as_it_is_added() -> None:
    for _ in range(2):
        spacy.blank("en").add_pipe("sayso")
    assert Doc.has_extension("statements")

"""The data dictionary: what each field of each table is. ``docs/data-dictionary.md`` is its text, Parquet's types are made from it."""

from dataclasses import dataclass
from typing import Literal

from sayso.export.protected import FIELDS as PROTECTED
from sayso.records.actor import ACTOR_KINDS, REASONS
from sayso.records.article import DATE_BASES, GENRES
from sayso.records.judgement import DECISIONS
from sayso.records.label_fact import LABEL_HOLDERS
from sayso.records.position import FLAGS, LABELS, ROLES, WORDINGS
from sayso.records.said import BASES, PRECISIONS
from sayso.records.statement import FORMS, MARKS, MOVES, STATUSES

Type = Literal["text", "integer", "number", "boolean", "span", "spans", "texts", "said", "speakers"]

TYPES: dict[Type, str] = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "span": "[start, end], half-open, in code points of the text as stored",
    "spans": "list of [start, end] in text order, half-open, in code points of the text as stored",
    "texts": "list of texts",
    "said": f"date (ISO 8601, cut to its precision), precision ({', '.join(PRECISIONS)}) and basis ({', '.join(BASES)})",
    "speakers": f"list of: actor (local to the reading), reason ({', '.join(REASONS)}), on_behalf_of (an actor)",
}
"""What each type is in JSON Lines. CSV has lists and objects as JSON; Parquet has lists and structs."""


@dataclass(frozen=True, slots=True)
class Field:
    """The type of a field, and what stands in it; empty (null) where that is unknown."""

    type: Type
    meaning: str


def _of(values: tuple[str, ...]) -> str:
    return ", ".join(values)


_ARTICLE = {
    "title": Field("text", "title of the article, as given"),
    "url": Field("text", "address of the article, as given"),
    "publisher": Field("text", "publisher, as given"),
    "agency": Field("text", "news agency it was taken from, as given"),
    "authors": Field("texts", "authors, as given"),
    "genre": Field("text", f"genre: {_of(GENRES)}"),
    "section": Field("text", "section of the paper, as given"),
    "language": Field("text", "language, as the metadata name it"),
    "published": Field("text", "date of publication, ISO 8601, never guessed"),
    "published_basis": Field(
        "text", f"what that date rests on: {_of(DATE_BASES)}; empty where it was stored before bases were kept"
    ),
    "updated": Field("text", "date of the last change, ISO 8601, never guessed"),
    "updated_basis": Field("text", "as above"),
    "retrieved": Field("text", "date it was fetched, ISO 8601"),
    "retrieved_basis": Field("text", "as above"),
}
_LANGUAGE = {
    "text_language": Field("text", "code of the language of the text"),
    "text_language_basis": Field("text", "how that is known: given or detected"),
}
_STANDS = {
    "article": Field("text", "id of the article (ar1_)"),
    "article_given_id": Field("text", "id that the input gave the article"),
    "version": Field("text", "id of the version of its text (ve1_); spans refer to this text"),
    "run": Field("text", "id of the run that found it (ru1_)"),
    "judgement": Field(
        "text", f"what a person decided last about the statement: {_of(DECISIONS)}; empty: machine-coded, unreviewed"
    ),
}

STATEMENTS = {
    "id": Field("text", "id of the statement (st1_): stable across runs; of a corrected one, that of the correction"),
    "form": Field("text", f"form: {_of(FORMS)}"),
    "marks": Field("text", f"quotation marks: {_of(MARKS)}"),
    "status": Field("text", f"status: {_of(STATUSES)}"),
    "source": Field("spans", "who speaks"),
    "cue": Field("spans", "the words that attribute"),
    "content": Field("spans", "what is said"),
    "parent": Field("text", "id of the statement whose content holds this one"),
    "confidence": Field("number", "calibrated probability that the statement holds: content and source both right"),
    "move": Field("text", f"what the speaker does: {_of(MOVES)}"),
    "said_on": Field("said", "when it was said"),
    "occasion": Field("text", "act of speaking it belongs to, local to the reading (oc_)"),
    "speakers": Field("speakers", "whom the source means"),
    "speaker_names": Field(
        "texts", "names of those speakers in the reading, in the same order; empty for one that is unknown"
    ),
    "speaker_kinds": Field("texts", f"their kinds, in the same order: {_of(ACTOR_KINDS)}"),
    "speaker_titles": Field("texts", "offices and roles that the text gives them, each once"),
    "source_text": Field("text", "words of the source; parts joined by […]"),
    "cue_text": Field("text", "words of the cue"),
    "content_text": Field("text", "words of the content"),
    "sentence_text": Field("text", "the smallest run of whole sentences around cue and content"),
    "sentence": Field("span", "where that stands"),
    **_STANDS,
    **_ARTICLE,
    **_LANGUAGE,
}

POSITIONS = {
    "id": Field("text", "id of the position (po1_): statement, mention, role and issue"),
    "statement": Field("text", "id of its statement (st1_)"),
    "speaker": Field("text", "who judges, by the name that the registry shows; empty where the source is open"),
    "speaker_kind": Field("text", f"kind of actor: {_of(ACTOR_KINDS)}"),
    "speaker_titles": Field("texts", "offices and roles that the text gives the speaker, each once"),
    "speaker_size": Field("text", "how many a collective speaker claims to be, a number or words"),
    "speaker_of": Field("text", "whom a collective speaker belongs to or follows, else what is counted"),
    "object": Field("text", "who is judged, by the name that the registry shows"),
    "object_kind": Field("text", "kind of actor, as of the speaker"),
    "role": Field("text", f"how the object is involved: {_of(ROLES)}"),
    "label": Field("text", f"stance: {_of(LABELS)}"),
    "critical": Field("number", "calibrated probability of that label, as the next three"),
    "supportive": Field("number", "as above"),
    "mixed": Field("number", "as above"),
    "none": Field("number", "as above"),
    "wording": Field("text", f"whose words the evaluation is: {_of(WORDINGS)}; empty where the label is none"),
    "flags": Field("texts", f"flags of the stance: {_of(FLAGS)}"),
    "mention": Field("span", "where the object is named"),
    "mention_text": Field("text", "the words that name it"),
    "issue": Field("span", "what it is judged for"),
    "issue_text": Field("text", "those words"),
    "evidence": Field("spans", "the words that carry the judgement"),
    "evidence_text": Field("text", "those words; parts joined by […]"),
    "made_by": Field("text", "run, or person where a person set the stance"),
    "form": Field("text", "form of the statement"),
    "status": Field("text", "status of the statement"),
    "move": Field("text", "move of the statement"),
    "said_on": Field("said", "when the statement was said"),
    "occasion": Field("text", "act of speaking of the statement, local to the reading"),
    "source_text": Field("text", "words of the statement's source"),
    "content_text": Field("text", "words of the statement's content"),
    "confidence": Field("number", "probability that the statement holds; the stance has its own"),
    **_STANDS,
    **_ARTICLE,
    **_LANGUAGE,
}

LABELS_USED = {
    "text": Field("text", "words of the label"),
    "span": Field("span", "where they stand"),
    "of": Field("text", "who is called so, by the name that the registry shows"),
    "of_kind": Field("text", f"kind of actor: {_of(ACTOR_KINDS)}"),
    "own": Field("boolean", "whether they call themselves so"),
    "holder": Field("text", f"who uses it: {_of(LABEL_HOLDERS)}"),
    "by": Field("text", "the actor who uses it; empty for the writer"),
    "disputed_by": Field("text", "the actor who rejects it; empty where nobody is reported to"),
    "distance": Field("span", "what the writer holds it at a distance with"),
    "distance_text": Field("text", "those words: self-styled, so-called, the label in scare quotes"),
    **{name: _STANDS[name] for name in ("article", "article_given_id", "version", "run")},
    **_ARTICLE,
}

ARTICLES = {
    "id": Field("text", "id of the article (ar1_)"),
    "given_id": Field("text", "id that the input gave it"),
    "version": Field("text", "id of its newest version (ve1_)"),
    "versions": Field("integer", "versions of its text that are stored"),
    "run": Field("text", "id of the run whose reading is shown (ru1_)"),
    "text_sha256": Field("text", "SHA-256 of the text in UTF-8, hexadecimal"),
    "statements": Field("integer", "statements of that reading"),
    "added_at": Field("text", "when it was added, ISO 8601, UTC"),
    **_ARTICLE,
    **_LANGUAGE,
}

RUNS = {
    "id": Field("text", "id of the run (ru1_): model, settings and code together"),
    "code": Field("text", "version of the extraction code"),
    "settings": Field("text", "settings, canonical JSON"),
    "model": Field("text", "manifests of the models, canonical JSON"),
    "added_at": Field("text", "when it was first used, ISO 8601, UTC"),
    "readings": Field("integer", "versions it has read"),
    "current": Field("integer", "versions whose shown reading is its"),
}

_PROTECTED_TYPES: dict[str, Type] = {
    **dict.fromkeys(("row", "article", "version", "occasion", "speaker", "object"), "integer"),
    "camps": "texts",
    "flags": "texts",
    "confidence": "number",
    "reviewed": "boolean",
}

TABLES: dict[str, dict[str, Field]] = {
    "statements": STATEMENTS,
    "positions": POSITIONS,
    "labels": LABELS_USED,
    "articles": ARTICLES,
    "runs": RUNS,
    "protected": {name: Field(_PROTECTED_TYPES.get(name, "text"), told) for name, told in PROTECTED.items()},
}
"""By table, its fields in their order. ``protected`` is what ``--protected`` writes."""

_HEAD = """# Data dictionary

What `sayso export` writes, field by field, in the order of the columns; `sayso export --dictionary` prints this page. A field that is
unknown is empty: null in JSON Lines and Parquet, nothing in CSV. JSON Lines and Parquet are verbatim; in CSV lists and objects are
JSON, and a cell that a spreadsheet would run as a formula is preceded by an apostrophe.

Rows are those that are shown: of an article its newest version, of a version its current reading, of a corrected statement the
correction. What a person rejected is among them, with its decision.

| type | what it is |
|---|---|
"""


def markdown() -> str:
    """The dictionary as a page."""
    lines = [f"| {name} | {told} |" for name, told in TYPES.items()]
    for table, fields in TABLES.items():
        lines += ["", f"## {table}", "", "| field | type | what it is |", "|---|---|---|"]
        lines += [f"| `{name}` | {field.type} | {field.meaning} |" for name, field in fields.items()]
    return _HEAD + "\n".join(lines) + "\n"

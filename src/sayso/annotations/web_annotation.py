"""W3C Web Annotation (JSON-LD): a page of annotations for each article, one annotation a mark.

Offsets of a TextPositionSelector count code points (Recommendation of 23 February 2017, section 4.2.5); a TextQuoteSelector beside it
says the words and what stands around them. The text stands in the page under a term of Sayso's own, since an address alone may lead
to another version. Motivations are those of the model: identifying, tagging, classifying, assessing, commenting, linking.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.annotations.base import packed
from sayso.annotations.document import PARTS, Broken, Document, Mark
from sayso.annotations.values import DECIDABLE, UNREADABLE, base_of, one_of, read_offset, statement_in, why
from sayso.errors import InputError
from sayso.records.position import LABELS
from sayso.records.statement import FORMS

SUFFIX = ".jsonld"
URN = "urn:sayso:"
AROUND = 32
"""Code points of the text before and after the words of a quote."""
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:term:"}]


def write(document: Document) -> dict[str, str]:
    """One page."""
    page = {
        "@context": CONTEXT,
        "id": f"{URN}{document.version}:page",
        "type": "AnnotationPage",
        "items": [_annotation(mark, document) for mark in document.marks],
        "sayso:text": document.text,
        "sayso:base": packed(document.version or "", document.given or ()),
    }
    return {SUFFIX: json.dumps(page, ensure_ascii=False, indent=1) + "\n"}


def read(files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
    """The page, or the pages of a list."""
    try:
        value = json.loads(files[SUFFIX])
    except (ValueError, RecursionError) as error:
        yield Broken(name, f"it is no JSON ({error})")
        return
    for page in value if isinstance(value, list) else [value]:
        try:
            yield from _document(page, name)
        except UNREADABLE as error:
            yield Broken(name, why(error))


def _annotation(mark: Mark, document: Document) -> dict[str, Any]:
    text = document.text
    bodies = [_body(mark.part, "tagging")]
    if mark.statement:
        bodies.append({"id": f"{URN}{mark.statement}", "purpose": "identifying"})
    for value, purpose in ((mark.label, "classifying"), (mark.form, "classifying"), (mark.decision, "assessing")):
        if value:
            bodies.append(_body(value, purpose))
    if mark.of:
        bodies.append({"id": f"{URN}{mark.of}", "purpose": "linking"})
    return {
        "id": f"{URN}{mark.key}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": bodies,
        "target": {
            "source": document.about.get("url") or f"{URN}{document.version}",
            "selector": [
                {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[mark.start : mark.end],
                    "prefix": text[max(0, mark.start - AROUND) : mark.start],
                    "suffix": text[mark.end : mark.end + AROUND],
                },
            ],
        },
    }


def _body(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _document(page: Any, name: str) -> Iterator[Document | Broken]:
    text = page["sayso:text"]
    version, given = base_of(page.get("sayso:base"), text)
    marks = []
    for number, each in enumerate(page["items"], 1):
        try:
            marks.append(_mark(each, text))
        except UNREADABLE as error:
            yield Broken(f"{name} annotation {number}", why(error))
    yield Document(name, version, text, tuple(marks), given, whole=len(marks) == len(page["items"]))


def _mark(annotation: Any, text: str) -> Mark:
    bodies = annotation["body"] if isinstance(annotation["body"], list) else [annotation["body"]]
    start, end = _place(annotation["target"], text)
    part = _tag(bodies)
    classes = [each["value"] for each in bodies if each.get("purpose") == "classifying"]
    assessed = [each["value"] for each in bodies if each.get("purpose") == "assessing"]
    linked = [each["id"] for each in bodies if each.get("purpose") == "linking"]
    remarks = [each["value"] for each in bodies if each.get("purpose") == "commenting"]
    identified = [
        found for each in bodies if each.get("purpose") == "identifying" and (found := statement_in(each["id"]))
    ]
    first = classes[0] if classes else None
    return Mark(
        key=annotation["id"].removeprefix(URN),
        part=part,
        start=start,
        end=end,
        statement=identified[0] if identified else None,
        of=linked[0].removeprefix(URN) if linked else None,
        label=one_of(first, LABELS, "stance") if part == "object" else None,
        form=one_of(first, FORMS, "form") if part == "content" else None,
        decision=one_of(assessed[0] if assessed else None, DECIDABLE, "decision"),
        note=" ".join(remarks) or None,
    )


def _tag(bodies: list[Any]) -> Any:
    tags = [each["value"] for each in bodies if each.get("purpose") == "tagging"]
    if len(tags) != 1 or tags[0] not in PARTS:
        raise InputError(f"it has the tags {tags}, not one of {', '.join(PARTS)}")
    return tags[0]


def _place(target: Any, text: str) -> tuple[int, int]:
    """By position; where the quote contradicts the position, by the quote, if that stands exactly once."""
    selectors = target["selector"] if isinstance(target["selector"], list) else [target["selector"]]
    by_type = {each["type"]: each for each in selectors}
    position, quote = by_type.get("TextPositionSelector"), by_type.get("TextQuoteSelector")
    if position:
        start, end = read_offset(int, position["start"], position["end"])
        if quote is None or text[start:end] == quote["exact"]:
            return start, end
    if not quote or not quote["exact"]:
        raise InputError("its target has neither a position nor a quote: give a TextPositionSelector")
    whole = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
    if text.count(whole) != 1:
        raise InputError(f"its quote stands {text.count(whole)} times in the text: give a TextPositionSelector")
    start = text.index(whole) + len(quote.get("prefix", ""))
    return start, start + len(quote["exact"])

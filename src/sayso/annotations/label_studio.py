"""Label Studio: a list of tasks with predictions, which come back with annotations.

Offsets count code points, and CRLF is two of them (frontend since pull request 308 of label-studio-frontend; earlier versions counted
UTF-16 units, which is seen from the words that each region brings, and converted). Regions keep the ids that predictions gave them.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sayso.annotations.base import packed
from sayso.annotations.document import PARTS, Broken, Document, Mark
from sayso.annotations.utf16 import Utf16
from sayso.annotations.values import DECIDABLE, UNREADABLE, base_of, one_of, read_offset, statement_in, why
from sayso.errors import InputError
from sayso.records.position import LABELS
from sayso.records.statement import FORMS

SUFFIX = ".json"

CONFIG = f"""<View>
  <Style>.htx-text{{ white-space: pre-wrap; }}</Style>
  <Labels name="part" toName="text">
    <Label value="source"/><Label value="cue"/><Label value="content"/><Label value="object"/>
  </Labels>
  <Relations><Relation value="of"/></Relations>
  <Text name="text" value="$text" granularity="symbol"/>
  <Choices name="decision" toName="text" perRegion="true" whenLabelValue="content" choice="single">
    {"".join(f'<Choice value="{each}"/>' for each in DECIDABLE)}
  </Choices>
  <Choices name="form" toName="text" perRegion="true" whenLabelValue="content" choice="single">
    {"".join(f'<Choice value="{each}"/>' for each in FORMS)}
  </Choices>
  <Choices name="stance" toName="text" perRegion="true" whenLabelValue="object" choice="single">
    {"".join(f'<Choice value="{each}"/>' for each in LABELS)}
  </Choices>
  <TextArea name="note" toName="text" perRegion="true" whenLabelValue="content"/>
</View>
"""
BESIDE = {"label-studio.xml": CONFIG}
"""The labelling interface that a project needs; white space must be kept, or offsets would not hold."""


def write(document: Document) -> dict[str, str]:
    """One task."""
    data = {"text": document.text, "sayso_base": packed(document.version or "", document.given or ()), **document.about}
    results = [each for mark in document.marks for each in _results(mark, document.text)]
    task = {"data": data, "predictions": [{"model_version": "sayso", "result": results}]}
    return {SUFFIX: json.dumps(task, ensure_ascii=False)}


def read(files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
    """The tasks of an export in the format JSON, each with the annotation of one person."""
    try:
        value = json.loads(files[SUFFIX])
    except (ValueError, RecursionError) as error:
        yield Broken(name, f"it is no JSON ({error})")
        return
    for number, task in enumerate(value if isinstance(value, list) else [value], 1):
        called = f"{name} task {number}"
        try:
            yield from _document(task, called)
        except UNREADABLE as error:
            yield Broken(called, why(error))


def _results(mark: Mark, text: str) -> Iterator[dict[str, Any]]:
    value = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}
    place = {"id": mark.key, "to_name": "text"}
    meta = {"meta": {"text": [mark.statement]}} if mark.statement else {}
    yield {**place, "from_name": "part", "type": "labels", "value": {**value, "labels": [mark.part]}, **meta}
    for name, chosen in (("decision", mark.decision), ("form", mark.form), ("stance", mark.label)):
        if chosen:
            yield {**place, "from_name": name, "type": "choices", "value": {**value, "choices": [chosen]}}
    if mark.of:
        yield {"type": "relation", "from_id": mark.key, "to_id": mark.of, "direction": "right", "labels": ["of"]}


def _document(task: Any, name: str) -> Iterator[Document | Broken]:
    text = task["data"]["text"]
    version, given = base_of(task["data"].get("sayso_base"), text)
    made = [each for each in task.get("annotations") or [] if not each.get("was_cancelled")]
    if not made:
        yield Broken(name, "no person has annotated it yet: left alone")
        return
    if len(made) > 1:
        yield Broken(name, f"{len(made)} people annotated it: export the annotation of one, and import them one by one")
        return
    results = made[0]["result"]
    regions = [each for each in results if each["type"] == "labels"]
    convert = _units(text, regions)
    told = {
        (each["id"], each["from_name"]): _chosen(each) for each in results if each["type"] in ("choices", "textarea")
    }
    tied = {each["from_id"]: each["to_id"] for each in results if each["type"] == "relation"}
    marks = []
    for each in regions:
        try:
            marks.append(_mark(each, convert, told, tied))
        except InputError as error:
            yield Broken(name, str(error))
    yield Document(name, version, text, tuple(marks), given, whole=len(marks) == len(regions))


def _units(text: str, regions: Sequence[Any]) -> Callable[[int], int]:
    """How to read offsets: as code points, unless the words of the regions stand only where UTF-16 units put them."""
    values = [each["value"] for each in regions]
    told = [each for each in values if isinstance(each.get("text"), str) and not set("\r\n\\") & set(each["text"])]
    if all(text[each["start"] : each["end"]] == each["text"] for each in told):
        return int
    units = Utf16(text)
    try:
        held = all(text[units.point(each["start"]) : units.point(each["end"])] == each["text"] for each in told)
    except InputError:
        held = False
    return units.point if held else int


def _chosen(result: Any) -> Any:
    value = result["value"]
    found = value.get("choices") or value.get("text")
    return found[0] if isinstance(found, list) else found


def _mark(
    region: Any, convert: Callable[[int], int], told: Mapping[tuple[str, str], Any], tied: Mapping[str, str]
) -> Mark:
    start, end = read_offset(convert, region["value"]["start"], region["value"]["end"])
    key = region["id"]
    labels = region["value"]["labels"]
    if len(labels) != 1 or labels[0] not in PARTS:
        raise InputError(f"the label {', '.join(labels)!r} at [{start}, {end}) is not one of {', '.join(PARTS)}")
    meta = (region.get("meta") or {}).get("text")
    return Mark(
        key=key,
        part=labels[0],
        start=start,
        end=end,
        statement=statement_in(key) or statement_in(meta[0] if isinstance(meta, list) and meta else meta),
        of=tied.get(key),
        label=one_of(told.get((key, "stance")), LABELS, "stance"),
        form=one_of(told.get((key, "form")), FORMS, "form"),
        decision=one_of(told.get((key, "decision")), DECIDABLE, "decision"),
        note=told.get((key, "note")) or None,
    )

"""INCEpTION: UIMA CAS JSON 0.4, through dkpro-cassis.

UIMA counts UTF-16 code units; cassis converts, and gives warnings for offsets outside the text, which are errors here. A project needs
the layers of ``TypeSystem.xml``: spans (SaysoPart), what ties them (SaysoOf), and what was given out (SaysoDocument).
"""

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from cassis import Cas, TypeSystem, load_cas_from_json

from sayso.annotations.base import packed
from sayso.annotations.document import PARTS, Broken, Document, Mark
from sayso.annotations.values import DECIDABLE, base_of, one_of, read_offset, statement_in, why
from sayso.errors import InputError
from sayso.records.position import LABELS
from sayso.records.statement import FORMS

SUFFIX = ".json"
PART, OF, DOCUMENT = "webanno.custom.SaysoPart", "webanno.custom.SaysoOf", "webanno.custom.SaysoDocument"
ANNOTATION, STRING = "uima.tcas.Annotation", "uima.cas.String"
FEATURES = {
    "part": f"One of {', '.join(PARTS)}.",
    "statement": "Id of the statement; leave it as it is, or copy it to a mark that you add.",
    "decision": f"On the first mark of a content: one of {', '.join(DECIDABLE)}.",
    "form": f"On the first mark of a content: one of {', '.join(FORMS)}.",
    "stance": f"On an object: one of {', '.join(LABELS)}.",
    "note": "Why, in your words.",
}


def type_system() -> TypeSystem:
    """The layers. ``Governor`` and ``Dependent`` are what INCEpTION calls the ends of a relation."""
    made = TypeSystem()
    part = made.create_type(PART, ANNOTATION, "A part of a statement")
    for name, told in FEATURES.items():
        made.create_feature(part, name, STRING, description=told)
    of = made.create_type(OF, ANNOTATION, "From another mark to the first mark of its statement's content")
    made.create_feature(of, "Governor", PART)
    made.create_feature(of, "Dependent", PART)
    document = made.create_type(DOCUMENT, ANNOTATION, "What was given out; leave it as it is")
    made.create_feature(document, "base", STRING)
    return made


def beside() -> dict[str, str]:
    """The layers as a file for the settings of a project."""
    return {"TypeSystem.xml": type_system().to_xml()}


def write(document: Document) -> dict[str, str]:
    """One CAS."""
    types = type_system()
    cas = Cas(types, sofa_string=document.text, sofa_mime="text/plain")
    part, of, whole = types.get_type(PART), types.get_type(OF), types.get_type(DOCUMENT)
    base = packed(document.version or "", document.given or ())
    cas.add(whole(begin=0, end=min(1, len(document.text)), base=base))
    made: dict[str, Any] = {}
    for mark in document.marks:
        made[mark.key] = part(
            begin=mark.start,
            end=mark.end,
            part=mark.part,
            statement=mark.statement,
            decision=mark.decision,
            form=mark.form,
            stance=mark.label,
            note=mark.note,
        )
        cas.add(made[mark.key])
    for mark in document.marks:
        if mark.of:
            governor, dependent = made[mark.of], made[mark.key]
            cas.add(of(begin=dependent.begin, end=dependent.end, Governor=governor, Dependent=dependent))
    return {SUFFIX: cas.to_json(pretty_print=False)}


def read(files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
    """The one document of the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            cas = load_cas_from_json(files[SUFFIX])
        text = cas.sofa_string
        version, given = _base(cas, text)
    except Exception as error:  # cassis raises whatever its code meets in a file of another shape
        yield Broken(name, f"it cannot be read as UIMA CAS JSON 0.4: {why(error)}")
        return
    marks = []
    tied = {_key(each.Dependent): _key(each.Governor) for each in _all(cas, OF) if each.Dependent and each.Governor}
    parts = _all(cas, PART)
    for each in parts:
        try:
            marks.append(_mark(each, tied))
        except InputError as error:
            yield Broken(name, str(error))
    yield Document(name, version, text, tuple(marks), given, whole=len(marks) == len(parts))


def _base(cas: Any, text: Any) -> Any:
    if not isinstance(text, str):
        raise InputError("it holds no text")
    found = _all(cas, DOCUMENT)
    return base_of(found[0].base if found else None, text)


def _all(cas: Any, layer: str) -> list[Any]:
    return list(cas.select(layer)) if cas.typesystem.contains_type(layer) else []


def _key(annotation: Any) -> str:
    return str(annotation.xmiID)


def _mark(each: Any, tied: Mapping[str, str]) -> Mark:
    start, end = read_offset(int, each.begin, each.end)
    part = one_of(each.part, PARTS, f"part of [{start}, {end}):")
    if part is None:
        raise InputError(f"the mark [{start}, {end}) says no part: set it to one of {', '.join(PARTS)}")
    return Mark(
        key=_key(each),
        part=part,
        start=start,
        end=end,
        statement=statement_in(each.statement),
        of=tied.get(_key(each)),
        label=one_of(each.stance, LABELS, "stance"),
        form=one_of(each.form, FORMS, "form"),
        decision=one_of(each.decision, DECIDABLE, "decision"),
        note=each.note or None,
    )

"""Every annotation tool whose files are written or read, by name. A new one is a module beside this one and an entry here.

A module has ``write(document) -> {suffix: text}``; one that can be read back has ``read({suffix: text}, name)``, which yields
documents and what is broken, and may have ``BESIDE`` or ``beside()``: files by name that the tool needs to be set up. Modules are
imported when they are used, since some bring packages that take longer than an export of tables.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sayso.annotations.document import Broken, Document


@dataclass(frozen=True, slots=True)
class Tool:
    """A format. ``together``: all articles in one file, ``opens`` first, ``between`` between two, ``closes`` last; else files for each.

    ``suffixes``: of the files of one article, the first one names it. ``reads``: whether corrections are taken back.
    """

    name: str
    module: str
    told: str
    suffixes: tuple[str, ...]
    together: bool = False
    opens: str = ""
    between: str = ""
    closes: str = ""
    reads: bool = True

    def write(self, document: Document) -> dict[str, str]:
        """The files of one article, by suffix."""
        written: dict[str, str] = self._module().write(document)
        return written

    def read(self, files: Mapping[str, str], name: str) -> Iterator[Document | Broken]:
        """The documents in ``files`` (by suffix), which messages call ``name``."""
        found: Iterator[Document | Broken] = self._module().read(files, name)
        return found

    def beside(self) -> dict[str, str]:
        """Files that the tool needs once, by name."""
        module = self._module()
        made: dict[str, str] = module.beside() if hasattr(module, "beside") else getattr(module, "BESIDE", {})
        return dict(made)

    def _module(self) -> Any:
        return import_module(f"sayso.annotations.{self.module}")


TOOLS: dict[str, Tool] = {
    each.name: each
    for each in (
        Tool("inception", "inception", "INCEpTION: UIMA CAS JSON 0.4", (".json",)),
        Tool("brat", "brat", "brat standoff", (".ann", ".txt", ".sayso.json")),
        Tool("web-annotation", "web_annotation", "W3C Web Annotation, JSON-LD", (".jsonld",)),
        Tool("label-studio", "label_studio", "Label Studio tasks", (".json",), True, "[\n", ",\n", "\n]\n"),
        Tool("doccano", "doccano", "doccano JSON Lines, with relations", (".jsonl",), True),
        Tool("prodigy", "prodigy", "Prodigy tasks, JSON Lines", (".jsonl",), True),
        Tool(
            "conll", "conll", "CoNLL-U Plus columns", (".conllup",), True, reads=False,
            opens="# global.columns = ID FORM START END SAYSO:SOURCE SAYSO:CUE SAYSO:CONTENT\n",
        ),
    )
}  # fmt: skip

"""Coreference against GUM's annotation (Zeldes 2017; OntoGUM scheme): CoNLL F1 of the resolver's clusters.

Gold clusters come from ``Entity=`` in CoNLL-U; clusters with one mention are left out on both sides, as in OntoNotes. Two figures:
mentions are the same if their spans are equal, as published, or if their heads are, since the resolver's mentions hold no relative
clauses. It links actors alone: clusters of things count as missed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.coref_scores import MEASURES, Clusters, conll, summed
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.scored import Linked
from sayso.resolve.tokens import Tokens

Range = tuple[int, int]

_ENTITY = re.compile(r"\((\d+)(\))?|(\d+)\)")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
_SPACELESS = "SpaceAfter=No"


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its clusters: the span of each mention and the span of its head word, in code points."""

    name: str
    text: str
    clusters: tuple[Mapping[Range, Range], ...]


@dataclass(slots=True)
class _Word:
    start: int
    end: int
    parent: int
    entity: str


def read_gum(path: Path) -> Document:
    """The document of a CoNLL-U file; its text is made of the words, with an empty line between paragraphs."""
    text = ""
    words: list[_Word] = []
    for sentence, begins in _sentences(path):
        text += ("\n\n" if begins else " ") if text else ""
        text = _add(sentence, text, words)
    return Document(path.stem, text, tuple(_clusters(words)))


def _sentences(path: Path) -> Iterator[tuple[list[list[str]], bool]]:
    """(lines of words, whether a paragraph begins)."""
    rows: list[list[str]] = []
    begins = False
    for line in (*path.read_text(encoding="utf-8").split("\n"), ""):
        if line.startswith("# newpar"):
            begins = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield rows, begins
            rows, begins = [], False


def _add(rows: Sequence[list[str]], text: str, words: list[_Word]) -> str:
    """The text with one sentence more, whose words are appended; parents are places in ``words``, -1 for a root."""
    first, until, inside = len(words), 0, 0
    for row in rows:
        number, form, misc = row[0], row[1], row[9]
        if "." in number:
            continue
        if "-" in number:
            until, inside = int(number.split("-")[1]), len(text)
            text += form + ("" if _SPACELESS in misc else " ")
            continue
        if int(number) <= until:
            at = text.find(form, inside)
            start, end = (at, at + len(form)) if at >= 0 else (inside, len(text.rstrip()))
            inside = end
        else:
            start, end = len(text), len(text) + len(form)
            text += form + ("" if _SPACELESS in misc else " ")
        entity = next((each[len("Entity=") :] for each in misc.split("|") if each.startswith("Entity=")), "")
        words.append(_Word(start, end, first + int(row[6]) - 1 if row[6] != "0" else -1, entity))
    return text.rstrip(" ")


def _clusters(words: Sequence[_Word]) -> Iterator[dict[Range, Range]]:
    """The clusters with more than one mention, in the order of their numbers."""
    opened: dict[str, list[int]] = {}
    found: dict[str, dict[Range, Range]] = {}
    for n, word in enumerate(words):
        for begins, alone, ends in _ENTITY.findall(word.entity):
            if begins:
                opened.setdefault(begins, []).append(n)
            number = ends or (begins if alone else "")
            if number and opened.get(number):
                first = opened[number].pop()
                head = words[_head(words, first, n)]
                found.setdefault(number, {})[words[first].start, word.end] = (head.start, head.end)
    for _, mentions in sorted(found.items(), key=lambda each: int(each[0])):
        if len(mentions) > 1:
            yield mentions


def _head(words: Sequence[_Word], first: int, last: int) -> int:
    """The word of a mention whose parent stands outside it."""
    return next((n for n in range(first, last + 1) if not first <= words[n].parent <= last), first)


def found_clusters(found: Linked, *, heads: bool) -> list[frozenset[Range]]:
    """The clusters with more than one mention, as spans with title and article, or as spans of head words."""
    made: dict[int, set[Range]] = {}
    for n, ref in enumerate(found.listed):
        number = found.links.of[n]
        if number >= 0 and n not in found.links.titles:
            made.setdefault(number, set()).add(_head_of(found.found, ref) if heads else _whole(found.found, ref))
    return _disjoint(frozenset(each) for each in made.values())


def _whole(found: Tokens, ref: Ref) -> Range:
    """From title and article on, with a possessive ending, as GUM has it."""
    ending = _POSSESSIVE.match(found.text, ref.end)
    return ref.outer, ending.end() if ending and not isinstance(ref.what, Pronoun) else ref.end


def _head_of(found: Tokens, ref: Ref) -> Range:
    """A name's first word, as Universal Dependencies have it; a description's noun."""
    at = ref.what.head if isinstance(ref.what, Nominal) else ref.first
    return found.starts[at], ref.end if not isinstance(ref.what, Name | Nominal) else found.ends[at]


def gold_clusters(document: Document, *, heads: bool) -> list[frozenset[Range]]:
    """The clusters of a document in the form of ``found_clusters``."""
    return _disjoint(frozenset(each.values() if heads else each) for each in document.clusters)


def _disjoint(clusters: Iterable[frozenset[Range]]) -> list[frozenset[Range]]:
    """Without mentions that an earlier cluster has, nor clusters that are left with fewer than two."""
    taken: set[Range] = set()
    made = []
    for each in clusters:
        own = each - taken
        taken |= own
        if len(own) > 1:
            made.append(own)
    return made


def report(name: str, documents: Sequence[Document], answers: Sequence[Linked]) -> str:
    """The figures as text."""
    lines = [f"{name}: {len(documents)} documents"]
    for heads, how in ((False, "equal spans"), (True, "equal heads")):
        pairs: list[tuple[Clusters, Clusters]] = [
            (gold_clusters(each, heads=heads), found_clusters(found, heads=heads))
            for each, found in zip(documents, answers, strict=True)
        ]
        lines.append(f"  {how}: CoNLL F1 {100 * conll(pairs):.1f}")
        for measure, count in MEASURES.items():
            parts = summed(count, pairs)
            lines.append(
                f"    {measure:6}  P {100 * parts.precision:.1f}  R {100 * parts.recall:.1f}  F1 {100 * parts.f1:.1f}"
            )
    return "\n".join(lines)

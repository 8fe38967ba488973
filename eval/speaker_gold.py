"""Gold of speakers from coding lines (``SPEAKERS.md``), and how well two coders agree.

python -m eval.speaker_gold compile GOLD CODING OUT --coder A     # coding in anchors -> gold with actors and speakers
python -m eval.speaker_gold agreement A.jsonl B.jsonl
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from eval.anchors import AnchorError, locate
from eval.coding import run
from eval.position_gold import ac1
from sayso.records import ids
from sayso.records.actor import ACTOR_KINDS, MENTION_KINDS
from sayso.records.span import Span

FORMS = (*MENTION_KINDS, "none")
"""What the source span is: a kind of mention, or no words at all."""

WRITER = "writer"
"""Who used a label that nobody in the text is reported to use."""

Line = dict[str, Any]
Source = tuple[str, int]
"""Article id and number of a statement in it, from 1."""
Speakers = Mapping[Source, frozenset[str]]


def compile_line(gold: Line, coding: Line, *, coder: str) -> Line:
    """The gold line with actors, and with speakers and source form of every statement.

    Actors stand in text order and are numbered anew (``ac_1``). AnchorError names everything that does not fit,
    with its article and its statement or actor.
    """
    found = _Article(gold, coding)
    actors, statements = found.actors(), found.statements()
    if found.problems:
        raise AnchorError("\n".join(found.problems))
    return {**gold, "coder": coder, "actors": actors, "statements": statements}


@dataclass
class _Article:
    """One article while it is compiled: what did not fit so far, and the id that each of the coder's actors has got."""

    gold: Line
    coding: Line
    problems: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)

    def actors(self) -> list[Line]:
        """The actors in the order of their first mentions."""
        located = [(self._mentions(each), each) for each in self.coding["actors"]]
        located.sort(key=lambda pair: min((mention["span"] for mention in pair[0]), default=[0, 0]))
        for number, (_, each) in enumerate(located, 1):
            if each["id"] in self.renamed:
                self._wrong(each, "its id is used twice")
            self.renamed[each["id"]] = ids.actor_local_id(number)
        return [self._actor(mentions, each) for mentions, each in located]

    def statements(self) -> list[Line]:
        """The statements with their speakers and the form of their source; ``actors`` comes first."""
        coded = self.coding["speakers"]
        numbers = [each["n"] for each in coded]
        wanted = range(1, len(self.gold["statements"]) + 1)
        self._say(f"statement {n} is not coded" for n in wanted if n not in numbers)
        self._say(f"statement {n} is not in the gold line" for n in numbers if n not in wanted)
        self._say(f"statement {n} is coded twice" for n, times in Counter(numbers).items() if times > 1)
        by_number = {each["n"]: each for each in coded}
        return [
            {**statement, **self._speakers(statement, by_number[number])}
            for number, statement in enumerate(self.gold["statements"], 1)
            if number in by_number
        ]

    def _mentions(self, coded: Line) -> list[Line]:
        found = []
        for each in coded["mentions"]:
            span = self._span(coded, each["at"])
            if each["kind"] not in MENTION_KINDS:
                self._wrong(coded, f"kind of mention {each['kind']!r} is none of {', '.join(MENTION_KINDS)}")
            if span is not None:
                found.append({"span": _offsets(span), "kind": each["kind"]})
        if not coded["mentions"]:
            self._wrong(coded, "has no mention")
        found.sort(key=_span)
        for one, other in pairwise(found):
            if one["span"] == other["span"]:
                self._wrong(coded, f"has one mention twice, {self._words(one)!r} at {one['span'][0]}")
        return found

    def _actor(self, mentions: list[Line], coded: Line) -> Line:
        if coded["kind"] not in ACTOR_KINDS:
            self._wrong(coded, f"kind {coded['kind']!r} is none of {', '.join(ACTOR_KINDS)}")
        titles = [self._span(coded, each) for each in coded["titles"]]
        labels = [(self._span(coded, each["at"]), self._label(coded, each)) for each in coded["labels"]]
        return {
            "id": self.renamed[coded["id"]],
            **{name: coded[name] for name in ("name", "kind", "size", "of")},
            "titles": [_quoted(span) for span in sorted(filter(None, titles))],
            "labels": sorted(({**_quoted(span), **users} for span, users in labels if span), key=_span),
            "mentions": mentions,
        }

    def _label(self, coded: Line, label: Line) -> Line:
        found: Line = {}
        for role, default in (("by", WRITER), ("disputed_by", None)):
            who = label[role]
            if who not in (WRITER, default) and who not in self.renamed:
                self._wrong(coded, f"label {label['at']!r} has {role} {who!r}, which is no actor")
            found[role] = self.renamed.get(who, who)
        return found

    def _speakers(self, statement: Line, coded: Line) -> Line:
        n, form, actors, principal = (coded[name] for name in ("n", "form", "actors", "on_behalf_of"))
        problems = [f"no actor {each}" for each in (*actors, principal or "") if each and each not in self.renamed]
        if form not in FORMS:
            problems.append(f"form {form!r} is none of {', '.join(FORMS)}")
        if (form == "none") != (not statement["source"]):
            problems.append(f"form {form!r}, but the source has {len(statement['source'])} spans")
        if not actors and (principal or form not in ("none", "document")):
            problems.append(f"form {form!r} needs a speaker")
        if actors and form == "none":
            problems.append("a speaker without a source")
        self._say(f"statement {n}: {each}" for each in problems)
        behalf = self.renamed.get(principal)
        speakers = [{"actor": self.renamed.get(each), "on_behalf_of": behalf} for each in actors]
        return {"speakers": speakers, "source_form": form}

    def _span(self, coded: Line, anchor: str) -> Span | None:
        try:
            return locate(self.gold["text"], anchor)
        except AnchorError as error:
            self._wrong(coded, str(error))
            return None

    def _words(self, mention: Line) -> str:
        start, end = mention["span"]
        return str(self.gold["text"][start:end])

    def _wrong(self, coded: Line, what: str) -> None:
        said = [str(each["n"]) for each in self.coding["speakers"] if coded["id"] in each["actors"]]
        self._say([f"actor {coded['id']} {coded['name']!r} of statements {', '.join(said) or 'none'}: {what}"])

    def _say(self, problems: Iterable[str]) -> None:
        self.problems += [f"{self.gold['id']} {each}" for each in problems]


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]


def _quoted(span: Span) -> Line:
    return {"text": span.text, "span": _offsets(span)}


def _span(row: Line) -> list[int]:
    return list(row["span"])


def b_cubed(one: Speakers, other: Speakers) -> float:
    """F1 of B-cubed over sources (Bagga and Baldwin 1998), for sources in several clusters as in Amigó et al. 2009.

    A cluster is an actor of one coder, its members the sources it speaks through. Of every two sources of an article that
    share actors with one coder, the share of these that they also share with the other; averaged over a source's partners
    (it is one itself), then over sources.
    """
    precision, recall = _shared(one, other), _shared(other, one)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shared(one: Speakers, other: Speakers) -> float:
    nobody: frozenset[str] = frozenset()
    found = []
    for source, actors in one.items():
        partners = [each for each in one if each[0] == source[0] and actors & one[each]]
        values = []
        for each in partners:
            mine = len(actors & one[each])
            theirs = len(other.get(source, nobody) & other.get(each, nobody))
            values.append(min(mine, theirs) / mine)
        if values:
            found.append(sum(values) / len(values))
    return sum(found) / len(found) if found else 0.0


def matched(one: Line, other: Line) -> list[tuple[Line, Line]]:
    """Actors of two coders in one article, one to one, those with the most mentions in common first."""
    common = [
        (-len(shared), n, m) for n, a in enumerate(one["actors"]) for m, b in enumerate(other["actors"])
        if (shared := _places(a) & _places(b))
    ]  # fmt: skip  # one comprehension of two actors
    found: dict[int, int] = {}
    for _, n, m in sorted(common):
        if n not in found and m not in found.values():
            found[n] = m
    return [(one["actors"][n], other["actors"][m]) for n, m in sorted(found.items())]


def _places(actor: Line) -> set[tuple[int, ...]]:
    return {tuple(each["span"]) for each in actor["mentions"]}


def agreement(first: Sequence[Line], second: Sequence[Line]) -> dict[str, Any]:
    """Agreement in units and in each field (share, AC1, n).

    ``actors_f1`` is B-cubed over the statements' speakers. ``kind`` is compared for the actors that both have, ``form`` for
    every statement; ``speakers`` and ``on_behalf_of`` for the statements in which either coder has a speaker, actors being
    the same where ``matched`` says so.
    """
    other = {line["id"]: line for line in second}
    articles = [(line, other[line["id"]]) for line in first if line["id"] in other]
    sources = [{source: who for pair in articles for source, who in _sources(pair[n]).items()} for n in (0, 1)]
    fields: dict[str, list[tuple[Hashable, Hashable]]] = {}
    for a, b in articles:
        for name, pairs in _fields(a, b).items():
            fields.setdefault(name, []).extend(pairs)
    found: dict[str, Any] = {"actors_f1": round(100 * b_cubed(*sources), 1), "articles": len(articles)}
    for name, pairs in fields.items():
        if pairs:
            share = sum(x == y for x, y in pairs) / len(pairs)
            found[name] = {"agree": round(100 * share, 1), "ac1": round(ac1(pairs), 3), "n": len(pairs)}
    return found


def _fields(one: Line, other: Line) -> dict[str, list[tuple[Hashable, Hashable]]]:
    """What two coders of one article wrote in each field, actors by the first coder's ids."""
    both = matched(one, other)
    mine = {each["id"]: each["id"] for each in one["actors"]}
    theirs = {b["id"]: a["id"] for a, b in both}
    said = list(zip(one["statements"], other["statements"], strict=True))
    spoken = [(s, t) for s, t in said if s["speakers"] or t["speakers"]]
    found: dict[str, list[tuple[Hashable, Hashable]]] = {
        "kind": [(a["kind"], b["kind"]) for a, b in both],
        "form": [(s["source_form"], t["source_form"]) for s, t in said],
    }
    for name, key in (("speakers", "actor"), ("on_behalf_of", "on_behalf_of")):
        found[name] = [(_actors(one["id"], s, key, mine), _actors(one["id"], t, key, theirs)) for s, t in spoken]
    return found


def _actors(article: str, statement: Line, key: str, known: Mapping[str, str]) -> Hashable:
    """The actors under ``key``, by their ids in ``known``; one that is not in it is like no other. None where there are none."""
    named = sorted(known.get(each[key], f"only {each[key]}") for each in statement["speakers"] if each[key])
    return (article, *dict.fromkeys(named)) if named else None


def _sources(line: Line) -> dict[Source, frozenset[str]]:
    return {
        (line["id"], number): frozenset(each["actor"] for each in statement["speakers"])
        for number, statement in enumerate(line["statements"], 1)
        if statement["speakers"]
    }


if __name__ == "__main__":
    run(__doc__, compile_line, agreement, "actors")

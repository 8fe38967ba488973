"""Which names of a ledger a NAME means. Nothing is guessed: several candidates are listed, near names only suggested."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import fuzz, process

from sayso.answers.names import described, key_words
from sayso.records.folding import folded, words_of
from sayso.records.row import NameRow
from sayso.resolve.titles import ORGANISATIONS

NEAR = 78.0
"""Score from 0 to 100 (rapidfuzz, weighted ratio of folded names) from which a name is suggested."""
SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """One actor's names. ``bare`` is the last name alone, which is counted too since no other full name here ends with it;
    ``left`` is the last name alone where several do, so that it is not counted."""

    name: str
    names: tuple[str, ...]
    bare: str | None = None
    left: NameRow | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several names that the asked one may mean, those with most positions on them first."""

    candidates: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No name is meant; ``near`` are written much like it."""

    near: tuple[str, ...] = ()


def choose(
    asked: str, rows: Iterable[NameRow], *, exact: bool = False, one: Mapping[str, str] = MappingProxyType({})
) -> Chosen | Ambiguous | Unknown:
    """What ``asked`` means among ``rows``, the names that hold its last word.

    The name itself; else the one longer name that ends with it. A person's last name alone goes with the only full name that ends
    with it, whichever of the two was asked, and with none if there are two (``exact``: never). ``one`` gives for names that the
    registry joined what they are called together: these are not two.
    """
    words = key_words(asked)
    if not words:
        return Unknown()
    groups = _grouped(rows, words)
    same = groups.get(words, [])
    if exact:
        return _chosen(same) if same else Unknown()
    longer = [each for each in groups if len(each) > len(words) and each[-len(words) :] == words]
    if len(words) > 1 and same:
        return _with_bare(words, groups, one)
    if len({_called(groups[each], one) for each in longer}) == 1 and _is_last_name(words):
        return _with_bare(longer[0], groups, one)
    if not longer:
        return _chosen(same) if same else Unknown()
    if same and not _is_last_name(words):
        return _chosen(same)
    every = [row for each in (words, *longer) for row in groups.get(each, [])]
    return Ambiguous(tuple(sorted(every, key=lambda row: (-row.positions, -row.statements, row.name))))


def near_names(asked: str, known: Sequence[NameRow]) -> tuple[str, ...]:
    """Names of ``known`` that hold all words of ``asked``, then those written much like it; never the name itself."""
    wanted, words = folded(asked), set(words_of(asked))
    names = [row.name for row in known]
    forms = [folded(name) for name in names]
    scored = process.extract(wanted, forms, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=4 * SUGGESTED)
    holding = [name for name in names if words and words <= set(words_of(name))]
    best = [names[at] for _, score, at in scored if len(forms[at]) >= len(wanted) / 2]
    return tuple(dict.fromkeys([*holding, *best]))[:SUGGESTED]


def _grouped(rows: Iterable[NameRow], words: tuple[str, ...]) -> dict[tuple[str, ...], list[NameRow]]:
    """Rows by their words; of descriptions ("a brother of Aurel Tarr") only those that are ``words``."""
    groups: dict[tuple[str, ...], list[NameRow]] = {}
    for row in rows:
        form = key_words(row.name)
        if form == words or not described(row.name):
            groups.setdefault(form, []).append(row)
    return groups


def _chosen(rows: Sequence[NameRow]) -> Chosen:
    most = max(rows, key=lambda row: (row.positions, row.statements, row.readings))
    return Chosen(most.name, tuple(row.name for row in rows))


def _with_bare(words: tuple[str, ...], groups: dict[tuple[str, ...], list[NameRow]], one: Mapping[str, str]) -> Chosen:
    """The full name of ``words`` with its last name alone, if no other full name ends with that."""
    chosen = _chosen(groups[words])
    last = words[-1:]
    alone = groups.get(last, [])
    if not alone or not _is_last_name(last):
        return chosen
    called = _called(groups[words], one)
    if one.get(alone[0].name, called) != called:
        return chosen
    if any(each[-1:] == last and len(each) > 1 and _called(groups[each], one) != called for each in groups):
        return Chosen(chosen.name, chosen.names, left=alone[0])
    return Chosen(chosen.name, (*chosen.names, *(row.name for row in alone)), bare=alone[0].name)


def _called(rows: Sequence[NameRow], one: Mapping[str, str]) -> str:
    """What the first of ``rows``, which have the same words, is called with those it is one with."""
    return one.get(rows[0].name, folded(" ".join(key_words(rows[0].name))))


def _is_last_name(words: tuple[str, ...]) -> bool:
    """Whether the words can stand for a longer name: "Tarr" can, "Council" and "Union" are shared by many bodies."""
    return words[-1] not in ORGANISATIONS

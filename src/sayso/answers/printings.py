"""Which texts are printings of one report: exact copies, and near ones by MinHash.

Source: Broder, "On the resemblance and containment of documents", 1997: the share of runs of words that two texts have in
common, estimated from the smallest hashes of each. An agency text is cut, given a headline and printed in the house's own marks;
so what counts is folded words, and a pair that MinHash finds is checked on the runs themselves.
"""

import re
from collections.abc import Iterable, Mapping

from rensa import RMinHash, RMinHashLSH

from sayso.answers.unions import Unions
from sayso.records.folding import folded

RUN = 5
"""Words of a run."""
RESEMBLANCE = 0.5
"""Share of the runs of both texts together that near copies have in common, at least (Jaccard)."""
OF_ONE_AGENCY = 0.3
"""The same for two texts that name one agency, which papers cut and rewrite more freely."""
CONTAINMENT = 0.8
"""Share of the runs of the shorter text that stand in the longer one, from which it is a cut copy."""
SHORTEST = 12
"""Runs below which only an exact copy is one report: a formula of two sentences is no agency text."""
HASHES, BANDS, SEED = 128, 64, 1

_WORD = re.compile(r"\w+")


def reports_of(texts: Iterable[tuple[str, str]], agencies: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """By version id, the report it prints, named by the first version that does.

    ``texts`` are pairs of version id and text. Texts that name two different agencies are two reports, whatever they share.
    """
    runs = {version: _runs(text) for version, text in texts}
    unions = Unions(runs)
    index = RMinHashLSH(RESEMBLANCE, HASHES, BANDS)
    exact: dict[frozenset[str], str] = {}
    named: list[str] = []
    known = agencies or {}
    for version, found in runs.items():
        if first := exact.get(found):
            if _agencies(known, first, version) is not False:
                unions.join(first, version)
            continue
        exact[found] = version
        if len(found) < SHORTEST:
            continue
        hashed = RMinHash(HASHES, SEED)
        hashed.update(list(found))
        for at in index.query(hashed):
            other = named[at]
            same = _agencies(known, other, version)
            if same is not False and near_copy(runs[other], found, RESEMBLANCE if same is None else OF_ONE_AGENCY):
                unions.join(other, version)
        index.insert(len(named), hashed)
        named.append(version)
    return {version: unions.first(version) for version in runs}


def near_copy(one: frozenset[str], other: frozenset[str], resemblance: float = RESEMBLANCE) -> bool:
    """Whether two sets of runs are of one report."""
    shared = len(one & other)
    return shared >= resemblance * (len(one) + len(other) - shared) or shared >= CONTAINMENT * min(len(one), len(other))


def _runs(text: str) -> frozenset[str]:
    words = _WORD.findall(folded(text))
    if len(words) <= RUN:
        return frozenset([" ".join(words)])
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _agencies(agencies: Mapping[str, str | None], one: str, other: str) -> bool | None:
    """Whether two versions name the same agency; None where one names none."""
    first, second = agencies.get(one), agencies.get(other)
    return folded(first) == folded(second) if first and second else None

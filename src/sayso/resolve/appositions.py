"""Who is described right beside his name: "Ana Roe, the mayor", "the mayor, Ana Roe", "state ombudsman Ana Roe"."""

from collections.abc import Sequence

from sayso.resolve.clusters import Cluster
from sayso.resolve.heads import Gender
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

_CLOSING = frozenset(',.;:)]!?—–\n\r"”’»')
_RELATIVE = word_set("who whose whom responsible known based living formerly currently previously")
"""Words that go on with a description that needs no comma to be one."""
_VERBS = word_set(
    """
    had has have was were is are be been will would can could may might must shall should do does did said says told
    tells asked called wrote writes warned denied accused
    """
)
_PREPOSITIONS = word_set("in for at from with on to of under at")
_TAIL = 12
"""Words that may follow a description before the comma that closes it."""
_BODIES = frozenset(["organization", "government", "office", "group", "place"])


def appositions(
    found: Tokens,
    names: Sequence[Name],
    assigned: Sequence[int],
    nominals: Sequence[Nominal],
    clusters: Sequence[Cluster],
) -> tuple[dict[int, int], dict[int, int]]:
    """(clusters of nominals, nominals that are only the title of a name: the name's number), by number of the nominal."""
    begin = {name.outer: n for n, name in enumerate(names)} | {name.first: n for n, name in enumerate(names)}
    ending = {name.last: n for n, name in enumerate(names)}
    apposed: dict[int, int] = {}
    titles: dict[int, int] = {}
    for n, nominal in enumerate(nominals):
        if nominal.of.plural:
            continue
        after = begin.get(nominal.core)
        near = after is not None and found.joins[nominal.core] == SPACE
        if (
            after is not None
            and near
            and (_agrees(nominal, clusters[assigned[after]]) or _relative(nominal, clusters[assigned[after]]))
        ):
            titles[n] = after
            apposed[n] = assigned[after]
            continue
        beside = _beside(found, nominal, ending.get(nominal.first), begin.get(nominal.last), names)
        if beside is not None and _agrees(nominal, clusters[assigned[beside]]):
            apposed[n] = assigned[beside]
    for n, number in apposed.items():
        _describe(found, clusters[number], nominals[n])
        _set_group(clusters, number, nominals[n], ending, assigned)
    return apposed, titles


def role(nominal: Nominal) -> str:
    """The key under which a description is remembered: a former president is no president."""
    past = any(word in ("former", "ex", "late", "ousted") for word in nominal.modifiers)
    return f"former {nominal.key}" if past else nominal.key


def _beside(
    found: Tokens, nominal: Nominal, before: int | None, after: int | None, names: Sequence[Name]
) -> int | None:
    """The name a comma away, if something closes the second of the two."""
    if before is not None and _comma(found, nominal.first) and _closed(found, nominal.last):
        return before
    if (
        after is not None
        and _comma(found, nominal.last)
        and _closed(found, names[after].last)
        and not nominal.indefinite
    ):
        return after
    return None


def _comma(found: Tokens, at: int) -> bool:
    return found.text[found.ends[at - 1] : found.starts[at]] == ", "


def _closed(found: Tokens, last: int) -> bool:
    end = found.ends[last - 1]
    following = found.text[end : end + 1]
    if not following or following in _CLOSING or found.text.startswith(" (", end):
        return True
    if last < len(found) and found.lower[last] in _RELATIVE:
        return True
    at = last
    if at >= len(found) or found.lower[at] not in _PREPOSITIONS:
        return False
    while at < min(len(found), last + _TAIL) and found.joins[at] in (SPACE, POSSESSIVE):
        if found.lower[at] in _VERBS:
            return False
        at += 1
    end = found.ends[at - 1]
    return found.text[end : end + 1] in _CLOSING


def _agrees(nominal: Nominal, cluster: Cluster) -> bool:
    """Whether a person is described as a person, a body as a body."""
    kind = nominal.of.kind
    if kind == "person":
        return cluster.kind in ("person", "unknown") and (cluster.person or cluster.kind == "person")
    if kind in _BODIES:
        return (cluster.kind in _BODIES and (cluster.kind != "place" or kind == "place")) or (
            cluster.kind == "unknown" and not cluster.gender and "person" not in cluster.roles
        )
    return False


def _relative(nominal: Nominal, cluster: Cluster) -> bool:
    """Whether a name of which nothing is known must be a person’s: "his wife Ana"."""
    return cluster.kind == "unknown" and nominal.of.kind == "person" and nominal.possessed


def _set_group(
    clusters: Sequence[Cluster], number: int, nominal: Nominal, ending: dict[int, int], assigned: Sequence[int]
) -> None:
    """ "Secretary of the Harbour Union": the body for which he says "we"."""
    body = ending.get(nominal.last) if nominal.last > nominal.core else None
    if (
        body is not None
        and clusters[assigned[body]].kind in ("organization", "government")
        and clusters[number].group < 0
    ):
        clusters[number].group = assigned[body]


def _describe(found: Tokens, cluster: Cluster, nominal: Nominal) -> None:
    cluster.described.update(found.lower[nominal.first : nominal.last])
    cluster.roles.add(role(nominal))
    gender: Gender = nominal.of.gender
    cluster.gender = cluster.gender or gender
    if cluster.kind == "unknown":
        cluster.kind = nominal.of.kind
        cluster.person = nominal.of.kind == "person"

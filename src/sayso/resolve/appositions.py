"""Who is described right beside his name: "Ana Roe, the mayor", "the mayor, Ana Roe", "state ombudsman Ana Roe"."""

from collections.abc import Sequence

from sayso.resolve.clusters import Cluster
from sayso.resolve.heads import BREAKS, HEADS, Gender
from sayso.resolve.label_words import LABELS
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.press import OF_PRESS
from sayso.resolve.tokens import POSSESSIVE, SPACE, Tokens

_CLOSING = frozenset(',.;:)]!?—–\n\r"”’»')
_RELATIVE = word_set("who whose whom responsible known based living formerly currently previously")
"""Words that go on with a description that needs no comma to be one."""
_VERBS = word_set(
    """
    had has have was were is are be been will would can could may might must shall should do does did said says told
    tells asked called wrote writes warned denied accused observed noted stated argued added explained announced
    confirmed claimed insisted urged described declared reported remarked replied
    """
)
_PREPOSITIONS = word_set("in for at from with on to of under at")
_PREDICATE = 4
"""Words of a predicate up to its noun."""
_COPULAS = word_set("is was became becomes remains")
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
    _predicate(found, names, assigned, clusters)
    for n, nominal in enumerate(nominals):
        if nominal.of.plural:
            continue
        after = begin.get(nominal.core)
        near = after is not None and _follows(found, nominal.core)
        if (
            after is not None
            and near
            and (_agrees(nominal, clusters[assigned[after]]) or _relative(nominal, clusters[assigned[after]]))
        ):
            titles[n] = after
            apposed[n] = assigned[after]
            continue
        named = _named(found, nominal, begin, ending)
        if named is not None and _may_be(nominal, clusters[assigned[named]]):
            apposed[n] = assigned[named]
            continue
        beside = _beside(found, nominal, ending.get(nominal.first), begin.get(nominal.last), names)
        if beside is not None and _agrees(nominal, clusters[assigned[beside]]):
            apposed[n] = assigned[beside]
    for n, number in apposed.items():
        _describe(found, clusters[number], nominals[n])
        _set_group(clusters, number, nominals[n], ending, assigned)
    return apposed, titles


def _named(found: Tokens, nominal: Nominal, begin: dict[int, int], ending: dict[int, int]) -> int | None:
    """The name that a description is said to have, or that is said to be so: "a nurse named Ana Roe", "Ana Roe is a nurse"."""
    if nominal.key in OF_PRESS and nominal.head > nominal.first and found.joins[nominal.head] == SPACE:
        return ending.get(nominal.head)
    after = nominal.last
    if after < len(found) and found.lower[after] == "named" and found.joins[after] == SPACE:
        return begin.get(after + 1)
    verb = nominal.first - 1
    if verb > 0 and found.lower[verb] in _COPULAS and found.joins[nominal.first] == SPACE and nominal.key not in LABELS:
        return ending.get(verb)
    return None


def _may_be(nominal: Nominal, cluster: Cluster) -> bool:
    if nominal.key in OF_PRESS:
        return cluster.kind in ("organization", "unknown") and not cluster.gender
    return nominal.of.kind == "person" and cluster.kind in ("person", "unknown")


def _predicate(found: Tokens, names: Sequence[Name], assigned: Sequence[int], clusters: Sequence[Cluster]) -> None:
    """Remembers what somebody is said to be, so that "the baker" after "Ana Roe is a baker" is she."""
    for name, number in zip(names, assigned, strict=True):
        at = name.last
        if (
            at + 2 >= len(found)
            or found.lower[at] not in _COPULAS
            or clusters[number].kind not in ("person", "unknown")
        ):
            continue
        if found.lower[at + 1] not in ("a", "an", "the"):
            continue
        for n in range(at + 2, min(len(found), at + 2 + _PREDICATE)):
            head = HEADS.get(found.lower[n])
            if found.joins[n] != SPACE or found.capital[n] or found.lower[n] in BREAKS:
                break
            if head is not None and head.kind == "person" and not head.plural and head.key not in LABELS:
                clusters[number].roles.add(head.key)
                break


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
        and not (nominal.of.kind in _BODIES and _after_preposition(found, nominal.first))
    ):
        return after
    return None


def _after_preposition(found: Tokens, first: int) -> bool:
    """Whether a description is part of an adjunct, after which the subject follows: "In remarks to the agency, Ana Roe said"."""
    return first > 0 and found.joins[first] == SPACE and found.lower[first - 1] in _PREPOSITIONS


def _follows(found: Tokens, at: int) -> bool:
    """Whether a word follows the one before over a blank, with or without the mark that closes a quotation ("the “moderate” Ana Roe")."""
    return found.text[found.ends[at - 1] : found.starts[at]].lstrip("”\"’'") == " "


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
        return cluster.kind == "person" or (cluster.kind == "unknown" and (cluster.person or len(cluster.names) > 0))
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
    if cluster.kind == "unknown" or (cluster.kind == "organization" and nominal.of.kind == "government"):
        cluster.kind = nominal.of.kind
        cluster.person = nominal.of.kind == "person"

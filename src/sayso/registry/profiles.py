"""What is known of an actor when it is compared with another."""

from dataclasses import dataclass

from sayso.records.actor import ActorKind


@dataclass(frozen=True, slots=True)
class Profile:
    """``names`` as articles or an import give them. ``roles`` and ``affiliations`` are folded, ``company`` are names (folded) of
    others in the same articles. ``first`` and ``last`` are years of the articles or tenures, None where no date is known.
    ``described``: it has no proper name.
    """

    names: tuple[str, ...]
    kind: ActorKind
    roles: frozenset[str] = frozenset()
    affiliations: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None
    qids: frozenset[str] = frozenset()
    described: bool = False

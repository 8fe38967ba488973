"""Keys to find candidates by: names that have one in common are worth comparing, others are not compared.

A key is a letter for its sort and the words it is made of. Which sorts a name has depends on its kind, so that bodies never meet by
one word of their names.
"""

from sayso.records.actor import ActorKind
from sayso.registry.first_names import full_forms
from sayso.registry.spelling import SHORTEST, skeleton
from sayso.registry.words import Words, body_words, family, initials, words_in

MOST_WORDS = 12
"""Words of a name that has keys: longer ones are no names of anybody."""
CANDIDATES = 64
"""Most candidates looked at for one name, those of its most telling keys first: what keeps a look-up short in any registry."""


def keys_of(name: str, kind: ActorKind) -> tuple[str, ...]:
    """The keys of ``name``, the most telling ones first; none for one without letters or with too many words."""
    words = words_in(name)
    if not words.words or len(words.words) > MOST_WORDS:
        return ()
    whole = [f"w:{' '.join(words.words)}", f"t:{' '.join(sorted(body_words(words)))}"]
    of = family(kind)
    if of in ("person", "unknown"):
        whole += _personal(words)
    if of in ("body", "unknown", "group"):
        whole += _bodily(words)
    return tuple(dict.fromkeys(whole))


def _personal(words: Words) -> list[str]:
    last = skeleton(words.last)
    known = len(last) >= SHORTEST
    alone = [f"l:{words.last}", *([f"s:{last}"] if known else [])]
    if not words.first:
        return alone
    first = words.first
    short = [f"n:{full} {words.last}" for full in sorted({first} | full_forms(first))] if len(first) > 1 else []
    spelled = [f"x:{skeleton(first)} {last}"] if known and len(first) > 1 else []
    return [*short, *spelled, f"i:{first[0]} {words.last}", *([f"j:{first[0]} {last}"] if known else []), *alone]


def _bodily(words: Words) -> list[str]:
    kept = body_words(words)
    bones = [skeleton(word) for word in kept]
    made = [f"b:{' '.join(bones)}"] if sum(map(len, bones)) > SHORTEST else []
    if len(kept) > 1:
        made.append(f"a:{initials(words)}")
    elif 1 < len(kept[0]) <= MOST_WORDS:
        made.append(f"a:{kept[0]}")
    return made

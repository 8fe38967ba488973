"""Names of one article that mean the same: full and last name, acronym, title and last name.

Two full names with different first names never join, and organisations that only share a word never do. A last name with two
bearers stays apart unless a title or its gender decides.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.records.actor import ActorKind
from sayso.resolve.answering import is_interview
from sayso.resolve.heads import HEADS, PAIRS, Gender
from sayso.resolve.names import Name, initials
from sayso.resolve.titles import ADJECTIVES, GENDERS, GIVEN, ORGANISATIONS, PARTICLES, PLACES, SUFFIXES
from sayso.resolve.tokens import SPACE, Tokens

Key = tuple[str, ...]

OFTEN = 3
"""Names of somebody before a bare last name is taken for his rather than for a bearer named half as often."""
BUCKET = 60
"""Full names with one last name that are compared with each other; more are a list, not an article."""

_OF_COMPANIES = frozenset(
    ["motor", "motors", "technologies", "systems", "energy", "foods", "airlines", "airways", "pictures", "studios", "entertainment",
     "software", "electronics", "pharmaceuticals", "telecom", "enterprises", "industries", "group"]
)  # fmt: skip
"""What may be left off the name of a company."""
_OF_STATE = frozenset(["national", "federal", "royal", "state"])
WRITTEN = frozenset(
    ["agreement", "treaty", "act", "accord", "accords", "pact", "bill", "constitution", "protocol", "amendment", "law"]
)
_ENFORCING = frozenset(
    ["enforcement", "firm", "professor", "school", "society", "student", "students", "lord", "officer", "makers"]
)
"""After "law", which is then no law."""
_PAST = frozenset(["former", "ex", "late", "ousted", "deposed"])


@dataclass(slots=True)
class Cluster:
    """One actor in the making. ``roles`` are keys of nouns and titles that describe it."""

    kind: ActorKind = "unknown"
    gender: Gender = ""
    person: bool = False
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    names: list[int] = field(default_factory=list)
    described: set[str] = field(default_factory=set)
    written: bool = False
    """Whether it is an agreement or a law, which does not speak."""
    group: int = -1
    """The actor that "we" stands for in its mouth."""


def name_clusters(found: Tokens, names: Sequence[Name]) -> tuple[list[Cluster], list[int]]:
    """Clusters in the order of their first name, and for each name the number of its cluster."""
    keys = [key_of(found, name) for name in names]
    facts = _facts(names, keys)
    joined = _Joined(facts)
    joined.join_full_names()
    joined.join_turned_bodies()
    joined.join_defined_acronyms(found, names, keys)
    joined.join_initials(interview=is_interview(found.text))
    joined.join_short_names()
    return _numbered(found, names, keys, joined)


def key_of(found: Tokens, name: Name) -> Key:
    """The words of a name as they are compared: without case, marks over letters and dots."""
    return tuple(_folded(word) for word in found.lower[name.first : name.last])


def _folded(word: str) -> str:
    word = word.replace(".", "").replace("’", "'")
    if word.isascii():
        return word
    return "".join(each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each)) or word


@dataclass(slots=True)
class _Fact:
    """What all the places with one name tell of it."""

    kind: ActorKind = "unknown"
    articles: int = 0
    count: int = 0
    titled: bool = False
    acronym: bool = False
    located: int = 0
    doubtful: int = 0

    @property
    def person(self) -> bool:
        """Whether it may be a person's."""
        return self.titled or (
            self.kind == "unknown"
            and 2 * self.articles < self.count
            and not self.acronym
            and 2 * self.located < self.count
            and (self.doubtful < self.count)
        )


def _facts(names: Sequence[Name], keys: Sequence[Key]) -> dict[Key, _Fact]:
    facts: dict[Key, _Fact] = {}
    for name, key in zip(names, keys, strict=True):
        fact = facts.setdefault(key, _Fact())
        fact.count += 1
        fact.articles += name.article and not name.titles
        fact.located += name.located
        fact.doubtful += name.doubtful
        fact.titled = fact.titled or bool(name.titles)
        fact.acronym = fact.acronym or name.acronym
        if fact.kind in ("unknown", "place"):
            fact.kind = name.kind if name.kind != "unknown" else fact.kind
    return facts


class _Joined:
    """Which names are one, as a forest over their keys."""

    def __init__(self, facts: dict[Key, _Fact]) -> None:
        self.facts = facts
        self._parent: dict[Key, Key] = {key: key for key in facts}
        self.ambiguous: dict[Key, list[Key]] = {}

    def root(self, key: Key) -> Key:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, short: Key, full: Key) -> None:
        self._parent[self.root(short)] = self.root(full)

    def join_full_names(self) -> None:
        """Initials, middle names left out, the country before a body left out."""
        by_last: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self.facts, key=len, reverse=True):
            if len(key) < 2:
                continue
            bearers = by_last[key[-1]]
            fits = [other for other in bearers[:BUCKET] if self._same(key, other)]
            if len({self.root(other) for other in fits}) == 1:
                self.join(key, fits[0])
            bearers.append(key)

    def join_turned_bodies(self) -> None:
        """ "The State Department" and "the United States Department of State": the same words but for the country."""
        by_words: dict[tuple[str, frozenset[str]], list[Key]] = defaultdict(list)
        for key in self.facts:
            if len(key) > 1 and self._body(key):
                words = frozenset(
                    word for word in key if word not in ("of", "the", "for", "and") and not _is_country(word)
                )
                by_words[_noun(key), words].append(key)
            elif len(key) > 1 and is_body(key[-1]):
                by_words[key[-1], frozenset(key)].append(key)
        for (noun, words), keys in by_words.items():
            if len(words) > 1 and noun in words and len({_countries(key) for key in keys if _countries(key)}) < 2:
                for key in keys[1:]:
                    self.join(key, keys[0])

    def _same(self, short: Key, full: Key) -> bool:
        if self._body(short) or self._body(full):
            extra = full[: len(full) - len(short)]
            return (
                bool(extra)
                and full[len(extra) :] == short
                and all(_is_country(word) or word in _OF_STATE for word in extra)
            )
        if not (self.facts[short].person and self.facts[full].person):
            return False
        if short[0] in PARTICLES:
            return full[-len(short) :] == short
        return (
            _initial(short[0], full[0]) and set(short[1:-1]) <= set(full[1:-1]) | {word[0] for word in full[1:-1]}
        ) or set(short) <= set(full)

    def _body(self, key: Key) -> bool:
        return self.facts[key].kind in ("organization", "government", "office", "place")

    def join_defined_acronyms(self, found: Tokens, names: Sequence[Name], keys: Sequence[Key]) -> None:
        """ "Islamic Revolution's Mojahedeen Organization (IRMO)"."""
        for n in range(1, len(names)):
            before, name = names[n - 1], names[n]
            gap = found.starts[name.first] - found.ends[before.last - 1]
            if gap > 3 or "(" not in found.text[found.ends[before.last - 1] : found.starts[name.first]]:
                continue
            fits = _letters_in_order(keys[n], initials(found, before.first, before.last))
            if (name.acronym and fits) or (
                name.last - name.first == 1 and _translated(found, before, name, self.facts[keys[n - 1]])
            ):
                self.join(keys[n], keys[n - 1])
                self.facts[keys[n]].kind = _body_kind(self.facts[keys[n - 1]].kind)

    def join_initials(self, *, interview: bool) -> None:
        """ "NDB" with the body of these initials; in an interview also "AR" with a person."""
        by_initials: dict[str, list[Key]] = defaultdict(list)
        for key, fact in self.facts.items():
            if len(key) > 1 and (interview or not fact.titled):
                short = "".join(
                    word[0] for word in key if word not in PARTICLES and word not in ("of", "the", "for", "and", "on")
                )
                by_initials[short].append(key)
                whole = "".join(word[0] for word in key)
                if whole != short:
                    by_initials[whole].append(key)
        for key, fact in self.facts.items():
            if len(key) == 1 and fact.acronym and self.root(key) == key:
                full = {self.root(each) for each in by_initials.get(key[0].replace("-", ""), [])}
                if len(full) == 1:
                    self.join(key, full.pop())

    def join_short_names(self) -> None:
        """Last names, then given names and companies called by their first word."""
        by_last: dict[str, list[Key]] = defaultdict(list)
        by_first: dict[str, list[Key]] = defaultdict(list)
        by_father: dict[str, list[Key]] = defaultdict(list)
        for key, fact in self.facts.items():
            if len(key) > 1 and fact.person:
                by_last[key[-1]].append(key)
            if len(key) > 2 and fact.person:
                by_father[key[-2]].append(key)
            if len(key) > 1:
                by_first[key[0]].append(key)
        for key, fact in self.facts.items():
            if len(key) == 1 and self.root(key) == key and is_body(key[0]):
                self._join_body_noun(key)
            if len(key) != 1 or self.root(key) != key or (fact.kind not in ("unknown", "person") and not fact.titled):
                continue
            bearers = sorted({self.root(each) for each in by_last.get(key[0], [])})
            if not bearers and not fact.acronym:
                bearers = sorted({self.root(each) for each in by_father.get(key[0], [])})
            if not bearers and not fact.acronym:
                bearers = sorted({self.root(each) for each in by_first.get(key[0], []) if self._short_for(each, fact)})
                bearers = bearers if len(bearers) == 1 else []
            if len(bearers) == 1:
                self.join(key, bearers[0])
            elif bearers:
                self.ambiguous[key] = bearers

    def _join_body_noun(self, key: Key) -> None:
        """ "The House", where just one body is named so at length."""
        full = {self.root(each) for each in self.facts if len(each) > 1 and self._body(each) and _noun(each) == key[0]}
        if len(full) == 1:
            self.join(key, full.pop())

    def _short_for(self, full: Key, short: _Fact) -> bool:
        if all(word in SUFFIXES or word in _OF_COMPANIES for word in full[1:]):
            return True
        return self.facts[full].person and not short.articles and full[0] not in PLACES and full[0] not in ORGANISATIONS


def is_body(word: str) -> bool:
    """Whether a lower-cased word alone is the noun for a body."""
    head = HEADS.get(word)
    return head is not None and not head.plural and head.kind in ("organization", "government", "office")


def _noun(key: Key) -> str:
    """The noun a body's name ends in, or has before "of"."""
    return next((key[n - 1] for n, word in enumerate(key) if n and word in ("of", "for", "on")), key[-1])


def _is_country(word: str) -> bool:
    return (
        word in PLACES
        or word in ADJECTIVES
        or word in ("united", "states", "kingdom", "us", "uk", "hong", "kong", "new", "saudi")
    )


def _countries(key: Key) -> frozenset[str]:
    """The words of a body's name that tell whose it is."""
    noun = _noun(key)
    return frozenset(
        word for word in key if word != noun and word not in ("state", "states", "united") and _is_country(word)
    )


def _initial(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short)) or (len(full) == 1 and short.startswith(full))


def _letters_in_order(acronym: Key, letters: str) -> bool:
    """Whether the letters of an acronym are initials of the name before it, in order, and most of them."""
    rest = iter(letters)
    wanted = [each for each in "".join(acronym) if each.isalpha()]
    return len(wanted) > 1 and sum(each in rest for each in wanted) >= max(2, len(wanted) - 1)


def _translated(found: Tokens, before: Name, acronym: Name, fact: _Fact) -> bool:
    """Whether an acronym in brackets of its own is short for the body before it in another language: "Space Institute (INPE)"."""
    opened, closed = found.ends[before.last - 1], found.ends[acronym.last - 1]
    alone = found.text[opened : found.starts[acronym.first]] == " (" and found.text.startswith(")", closed)
    word = found.lower[acronym.first]
    return alone and fact.kind in ("organization", "government") and len(word) > 2 and word not in PLACES


def _body_kind(kind: ActorKind) -> ActorKind:
    return "organization" if kind == "unknown" else kind


def _numbered(
    found: Tokens, names: Sequence[Name], keys: Sequence[Key], joined: _Joined
) -> tuple[list[Cluster], list[int]]:
    clusters: list[Cluster] = []
    numbers: dict[Key, int] = {}
    assigned: list[int] = [-1] * len(names)
    later = []
    for n, key in enumerate(keys):
        if key in joined.ambiguous:
            later.append(n)
            continue
        assigned[n] = _number(clusters, numbers, joined.root(key))
        fact = joined.facts[joined.root(key) if joined.facts[key].acronym else key]
        _describe(found, clusters[assigned[n]], names[n], n, fact)
    for n in later:
        key = keys[n]
        bearers = [numbers[root] for root in map(joined.root, joined.ambiguous[key]) if root in numbers]
        chosen = _decided(found, names[n], [(each, clusters[each]) for each in bearers])
        if chosen < 0:
            chosen = _introduced(found, names, n, [(each, clusters[each]) for each in bearers])
        assigned[n] = _number(clusters, numbers, key) if chosen < 0 else chosen
        _describe(found, clusters[assigned[n]], names[n], n, joined.facts[key])
    return clusters, assigned


def _is_written(found: Tokens, name: Name) -> bool:
    """Whether a name is a law’s, by its last word or by the one after it: "the Norr Free Trade Area (NFTA) agreement"."""
    if name.titles:
        return False
    after = name.last
    if after + 1 < len(found) and found.text.startswith(" (", found.ends[after - 1]) and found.capital[after]:
        after += 1
    near = found.ends[after - 1]
    if after + 1 < len(found) and found.lower[after + 1] in _ENFORCING and found.joins[after + 1] == SPACE:
        return False
    said = after < len(found) and found.text[near : found.starts[after]] in (" ", ") ") and not found.capital[after]
    return (said and found.lower[after] in WRITTEN) or (
        name.last - name.first > 1 and found.lower[name.last - 1] in WRITTEN - {"law", "bill"}
    )


def _number(clusters: list[Cluster], numbers: dict[Key, int], root: Key) -> int:
    if root not in numbers:
        numbers[root] = len(clusters)
        clusters.append(Cluster())
    return numbers[root]


def _decided(found: Tokens, name: Name, bearers: Iterable[tuple[int, Cluster]]) -> int:
    """The one bearer of a last name that its title or gender allows, or -1."""
    roles, gender = title_roles(found, name), _title_gender(name)
    listed = list(bearers)
    fits = [n for n, each in listed if roles & each.roles]
    if not fits and gender:
        fits = [n for n, each in listed if each.gender == gender]
        fits = fits or [n for n, each in listed if not each.gender]
    return fits[0] if len(fits) == 1 else -1


def _introduced(found: Tokens, names: Sequence[Name], n: int, bearers: Iterable[tuple[int, Cluster]]) -> int:
    """The one bearer of a last name whom the text has named in full, outside headlines, before the ``n``-th name; else -1.

    Of several it is the person named before everybody else in the text, if the others came in later sentences.
    """
    known = sorted((_first_in_prose(found, names, each), number) for number, each in bearers)
    known = [(place, number) for place, number in known if place < n]
    often = sorted((len(each.names), number) for number, each in bearers if (number in {who for _, who in known}))
    if len(often) > 1 and often[-1][0] >= max(OFTEN, 2 * often[-2][0]):
        return often[-1][1]
    if len(known) == 1:
        return known[0][1]
    if not known or known[0][0] != _first_person(found, names):
        return -1
    sentences = [found.sentences[names[place].first] for place, _ in known[:2]]
    return known[0][1] if sentences[0] < sentences[1] else -1


def _first_person(found: Tokens, names: Sequence[Name]) -> int:
    """The number of the first full name outside headlines that may be a person’s: whom the article is about."""
    for k, name in enumerate(names[:BUCKET]):
        may_be = name.kind in ("person", "unknown") and not (name.article and not name.titles)
        if may_be and name.last - name.first > 1 and not found.titled[name.first]:
            return k
    return -1


def _first_in_prose(found: Tokens, names: Sequence[Name], cluster: Cluster) -> int:
    """The number of the first full name of a cluster that stands in no headline, or one after all names."""
    full = (
        k for k in cluster.names[:BUCKET] if names[k].last - names[k].first > 1 and not found.titled[names[k].first]
    )
    return next(full, len(names))


def _describe(found: Tokens, cluster: Cluster, name: Name, n: int, fact: _Fact) -> None:
    cluster.names.append(n)
    cluster.written = cluster.written or _is_written(found, name)
    cluster.roles |= title_roles(found, name)
    cluster.described.update(found.lower[name.outer : name.first])
    cluster.gender = cluster.gender or _title_gender(name) or _given_gender(found, name)
    if cluster.kind in ("unknown", "place") and name.kind != "unknown":
        cluster.kind = name.kind
    if fact.kind in ("organization", "government", "office"):
        cluster.roles |= _body_roles(found, name)
        cluster.kind = fact.kind if cluster.kind == "unknown" else cluster.kind
    if cluster.kind == "unknown" and not fact.titled and (fact.acronym or 2 * fact.articles >= fact.count):
        cluster.kind = "organization"
    cluster.person = (
        cluster.kind == "person"
        or cluster.person
        or (fact.person and cluster.kind == "unknown" and name.last - name.first > 1)
    )


def title_roles(found: Tokens, name: Name) -> set[str]:
    """The keys of the titles before a name, "former" kept."""
    if not name.titles:
        return set()
    begin = name.first
    while begin > 0 and name.first - begin < 8 and found.lower[begin - 1] not in (",", "the") and begin > name.outer:
        begin -= 1
    words = found.lower[begin : name.first]
    past = found.lower[begin - 1] in _PAST if begin else False
    roles = set()
    for n, word in enumerate(words):
        if word in name.titles:
            role = PAIRS.get((words[n - 1], word), word) if n else word
            following = words[n + 1] if n + 1 < len(words) else ""
            if (word, following) not in PAIRS:
                roles.add(f"former {role}" if past or _PAST.intersection(words) else role)
    return roles


def _title_gender(name: Name) -> Gender:
    return next((GENDERS[each] for each in name.titles if each in GENDERS), "")


def _given_gender(found: Tokens, name: Name) -> Gender:
    return (
        GIVEN.get(found.lower[name.first], "")
        if name.last - name.first > 1 and name.kind in ("person", "unknown")
        else ""
    )


def _body_roles(found: Tokens, name: Name) -> set[str]:
    """The nouns by which a body is called after its name: "the ministry", "the party", "the company"."""
    words = found.lower[name.first : name.last]
    cut = next((n for n, word in enumerate(words) if word in ("of", "for", "on", "in") and n), len(words))
    roles = {words[cut - 1]}
    if words[-1] in SUFFIXES:
        roles |= {"company", "firm"}
    return roles

"""Descriptions ("the premier", "the ministry") to who was named, titled or described so before."""

from sayso.resolve.antecedents import BODIES, Trail
from sayso.resolve.appositions import role
from sayso.resolve.clusters import Cluster
from sayso.resolve.countries import DEMONYMS, STATES_IN_SHORT, is_state
from sayso.resolve.courts import court_of
from sayso.resolve.heads import DEFINITE
from sayso.resolve.listed import word_set
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.tenures import Tenure, day_of, holder, tenures
from sayso.resolve.titles import TITLES
from sayso.resolve.tokens import SPACE, Tokens

_GENERIC = {"man": "m", "gentleman": "m", "woman": "f", "lady": "f"}
_STATE_OFFICES = word_set("mayor president premier chancellor governor king queen")
_MORE = word_set("who whose whom in at with from of on around behind to")
_ANYBODY = word_set(
    "people those others men women folk everyone everybody someone anyone group adult person individual man woman"
)
"""Nouns that two descriptions may share without meaning the same."""
_SIGNERS = word_set("signatory petitioner co-author author organiser organizer")
_SAME = {"pm": "premier", "chair": "chairman", "chairwoman": "chairman", "mp": "deputy"}


class Descriptions:
    """What descriptions have meant so far. ``clusters`` is shared with the linker, which both add to."""

    def __init__(self, found: Tokens, clusters: list[Cluster], trail: Trail) -> None:
        self._found, self._clusters, self._trail = found, clusters, trail
        self._own: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._at: dict[int, int] = {}
        self._named: list[tuple[Ref, int]] = []
        self._tenures: list[Tenure] | None = None
        self._courts: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        self._group = -1
        self._states: dict[tuple[str, ...], int] = {}
        self._roles: dict[str, list[int]] = {}
        for number, cluster in enumerate(clusters):
            for key in sorted(cluster.roles):
                self._roles.setdefault(_same(key), []).append(number)

    def state(self, ref: Ref, number: int) -> None:
        """A country is the source of a statement: its government is the same actor."""
        words = tuple(self._found.lower[ref.first : ref.last])
        if is_state(words):
            self._states[words] = number
            for other in STATES_IN_SHORT.get(words, ()):
                self._states[other] = number

    def name(self, ref: Ref, number: int) -> None:
        """A name is also a description of its bearer ("the Iranian regime", "the Iranian Regime")."""
        self._named.append((ref, number))
        if self._clusters[number].kind in BODIES:
            self._texts.setdefault(_plain(self._found, ref), number)

    def passed(self, number: int, source: bool) -> None:
        """The actor is the last one mentioned of those that have its roles; of the groups, the last that spoke."""
        if source and self._clusters[number].plural:
            self._group = number
        for key in self._clusters[number].roles:
            self._seen[_same(key)] = number

    def _add(self, cluster: Cluster) -> int:
        self._clusters.append(cluster)
        return len(self._clusters) - 1

    def link(self, ref: Ref) -> int:
        """The cluster that the description means, a new one if it is none of those before."""
        what, text = ref.what, _plain(self._found, ref)
        if not isinstance(what, Nominal):
            if text.startswith(("one of ", "another of ")):
                return self._add(Cluster(kind="unnamed"))
            if isinstance(what, Phrase) and what.bearer in self._at:
                self._texts.setdefault(text, self._at[what.bearer])
            if text not in self._texts:
                self._texts[text] = self._add(Cluster(kind="unnamed", plural=_many(text)))
            return self._texts[text]
        number = self._known(ref, what, text)
        if number < 0:
            number = self._add(_cluster_of(what))
            self._remember(what, text, number)
        self._at[ref.first] = number
        return number

    def _remember(self, what: Nominal, text: str, number: int) -> None:
        if not what.indefinite:
            self._texts[text] = number
        if not (what.indefinite and what.key in _STATE_OFFICES):
            self._own[what.key] = number

    def _known(self, ref: Ref, what: Nominal, text: str) -> int:
        """The actor of a description that is known already, or -1."""
        if what.indefinite or what.counted:
            return -1
        dated = self._in_office(ref, what)
        if dated >= 0:
            return dated
        if (
            what.determiner == "'"
            and what.key in _STATE_OFFICES
            and len(set(self._roles.get(_same(role(what)), []))) == 1
        ):
            return self._roles[_same(role(what))][0]
        if what.possessed and what.key == "government" and self._state(what) >= 0:
            return self._state(what)
        if what.possessed:
            return self._texts.get(text, -1) if what.determiner == "'" else -1
        state = self._state(what)
        if state >= 0:
            return state
        held = self._court(what)
        if held < 0:
            held = self._holder(what)
        if held >= 0:
            return held
        if text in self._texts:
            return self._texts[text]
        if (
            what.definite
            and what.of.plural
            and what.of.key in _SIGNERS
            and what.key not in self._own
            and self._group >= 0
        ):
            return self._group
        if (
            what.definite
            and what.key in self._own
            and what.last == what.core
            and not what.modifiers
            and what.key in _GENERIC
        ):
            return self._own[what.key]
        if what.definite and what.key in _GENERIC and not what.of.plural and not self._goes_on(ref):
            pronoun = Pronoun(ref.first, ref.end, "he" if _GENERIC[what.key] == "m" else "she", False)
            return self._trail.best(self._clusters, pronoun, self._found.sentences[ref.first], (), -1)
        bare = not what.determiner and what.of.kind == "government"
        if (what.definite or bare) and what.last == what.core and not what.modifiers and what.key not in _ANYBODY:
            return self._own.get(what.key, -1)
        return -1

    def _in_office(self, ref: Ref, what: Nominal) -> int:
        """Who held the office on the day that the sentence gives, where the text tells the dates; else -1."""
        if not what.definite or what.of.plural or what.of.kind != "person":
            return -1
        if self._tenures is None:
            self._tenures = tenures(self._found, self._named)
        if not any(each.role == what.key for each in self._tenures):
            return -1
        day = day_of(self._found, ref)
        return -1 if day is None else holder(self._tenures, what.key, day)

    def _court(self, what: Nominal) -> int:
        """The court of a rank among those named; -1 for anything else."""
        if what.key != "court" or not what.definite or what.of.plural or not what.modifiers:
            return -1
        marked = " ".join(what.modifiers)
        if marked not in self._courts:
            self._courts[marked] = court_of(self._found, what.modifiers, self._named)
        return self._courts[marked]

    def _holder(self, what: Nominal) -> int:
        """Who is called so by title, apposition or the name of the body: the last mentioned, else the only one."""
        if what.of.plural and what.of.kind in ("person", "group"):
            return -1
        bare = not what.determiner and (not what.modifiers or what.key in TITLES)
        if not (what.definite or bare) or (what.last > what.core and what.of.kind != "person"):
            return -1
        if what.of.kind != "person" and what.modifiers:
            return -1
        key = _same(role(what))
        bearers = self._roles.get(key, [])
        if not bearers:
            return -1
        last = self._seen.get(key, -1)
        number = last if last >= 0 else bearers[0] if len(set(bearers)) == 1 else -1
        return number if number >= 0 and self._suits(what, number) else -1

    def _state(self, what: Nominal) -> int:
        """The country that speaks in this text and whose government is meant, by its name or by its adjective; else -1."""
        if what.key != "government" or not self._states:
            return -1
        found = self._found
        words = found.lower[what.first : what.last]
        for n, word in enumerate(words):
            country = (DEMONYMS.get(word, word),)
            for name in (country, tuple(words[n : n + 2])):
                if name in self._states:
                    return self._states[name]
        return -1

    def _suits(self, what: Nominal, number: int) -> bool:
        """Whether a country or name in the description was said of this actor too ("the French president")."""
        own = self._clusters[number].described
        found = self._found
        marks = [n for n in range(what.first + 1, what.head) if found.capital[n] and found.lower[n] not in TITLES]
        return all(found.lower[n] in own for n in marks)

    def _goes_on(self, ref: Ref) -> bool:
        """Whether more is said of the one described ("the man who …")."""
        after = ref.last
        return after < len(self._found) and self._found.joins[after] == SPACE and self._found.lower[after] in _MORE


def _cluster_of(what: Nominal) -> Cluster:
    """A new actor that is only described."""
    return Cluster(
        kind=what.of.kind,
        gender=what.of.gender,
        person=what.of.kind == "person",
        plural=what.of.plural,
        roles={role(what)} if not what.of.plural else set(),
    )


_MANY = word_set(
    "some many most several few all both others these those everyone everybody half nobody not none more hundreds "
    "thousands dozens scores millions tens majority most two three four five six seven eight nine ten twenty entire whole percent"
)


def _many(text: str) -> bool:
    """Whether a phrase in which no rule finds a mention means several."""
    words = text.split()
    return (
        not words
        or any(word in _MANY or word[0].isdigit() for word in words[:3])
        or (words[-1].endswith("s") and not words[-1].endswith("ss"))
    )


def _same(key: str) -> str:
    """Words for one office under one key."""
    return _SAME.get(key, key)


def _plain(found: Tokens, ref: Ref) -> str:
    """The words of a mention without its article, to compare it with others."""
    first = ref.first
    anybody = isinstance(ref.what, Nominal) and ref.what.key in _ANYBODY
    if first + 1 < ref.last and found.lower[first] in (("the",) if anybody else DEFINITE):
        first += 1
    return " ".join(found.lower[first : ref.last])

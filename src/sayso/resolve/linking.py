"""Every mention to its actor, in text order: names first, then descriptions, then pronouns outside and inside quotations."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from sayso.records.statement import Statement
from sayso.resolve.antecedents import BODIES, Trail, may_mean
from sayso.resolve.appositions import appositions
from sayso.resolve.clusters import Cluster, name_clusters
from sayso.resolve.descriptions import Descriptions
from sayso.resolve.documents import document_at
from sayso.resolve.genders import vote_genders
from sayso.resolve.heads import HEADS
from sayso.resolve.kinds import kind_of_name
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.quoting import Quoting
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.tokens import Tokens
from sayso.resolve.topics import topics
from sayso.resolve.turns import Turns

TOPICS = 5
"""Persons who may be meant by a pronoun before anybody is named."""

NEAR = 6
"""Mentions looked at before a relative pronoun."""

OPENING = 16
"""Words of an opening phrase before the pronoun that follows it."""

_SPEAKING = frozenset(["I", "we"])


@dataclass(frozen=True, slots=True)
class Links:
    """``of`` gives the cluster of each mention, -1 for one that means nobody; ``apposed`` those described beside a name;
    ``titles`` the descriptions that stand as a title right before a name and are no mention of their own."""

    clusters: list[Cluster]
    of: list[int]
    apposed: frozenset[int]
    titles: frozenset[int]


class Linker:
    """Links the mentions of one text; ``sources`` are the numbers of those that begin a statement's source."""

    def __init__(
        self,
        found: Tokens,
        listed: Sequence[Ref],
        statements: Sequence[Statement],
        sources: dict[int, list[int]],
        documents: Container[int],
    ) -> None:
        self._found, self._refs, self._statements, self._sources = found, listed, statements, sources
        self._documents = documents
        self._quoting = Quoting(found.text, statements)
        self._of = [-1] * len(listed)
        self._topics = topics(found, statements, listed)
        self._trail = Trail()
        self._speaker_of: dict[int, int] = {}
        self._writer = -1
        self._last_speaker = -1
        self._clusters: list[Cluster] = []

    def link(self) -> Links:
        apposed, titles = self._names()
        self._turns = Turns(self._found, self._refs, self._of, self._clusters)
        vote_genders(self._found, self._refs, self._of, self._clusters)
        descriptions = Descriptions(self._found, self._clusters, self._trail)
        for n, ref in enumerate(self._refs):
            if isinstance(ref.what, Name):
                descriptions.name(ref, self._of[n])
                if n in self._sources:
                    descriptions.state(ref, self._of[n])
        quoted: list[tuple[int, Pronoun, int]] = []
        for n, ref in enumerate(self._refs):
            if isinstance(ref.what, Pronoun):
                holder = self._quoting.holder(ref.start)
                if holder >= 0 and self._quoting.around(ref.start, holder):
                    quoted.append((n, ref.what, holder))
                    continue
                self._of[n] = self._pronoun(n, ref, ref.what, holder)
            elif isinstance(ref.what, Phrase) and ref.what.relative:
                self._of[n] = self._antecedent(n, ref)
            elif self._of[n] < 0:
                self._of[n] = descriptions.link(ref)
            self._pass(n, ref, descriptions)
        self._quoted(quoted)
        return Links(self._clusters, self._of, frozenset(apposed), titles)

    def _names(self) -> tuple[set[int], frozenset[int]]:
        named = [(n, each.what) for n, each in enumerate(self._refs) if isinstance(each.what, Name)]
        described = [(n, each.what) for n, each in enumerate(self._refs) if isinstance(each.what, Nominal)]
        names = [name for _, name in named]
        self._clusters, assigned = name_clusters(self._found, names)
        for (n, _), number in zip(named, assigned, strict=True):
            self._of[n] = number
        nominals = [nominal for _, nominal in described]
        apposed, titles = appositions(self._found, names, assigned, nominals, self._clusters)
        for each, number in apposed.items():
            self._of[described[each][0]] = number
        for cluster in self._clusters:
            cluster.names = [named[each][0] for each in cluster.names]
        self._tell_bodies()
        named_twice = [n for n, each in enumerate(self._clusters) if each.person and len(each.names) > 1]
        self._trail.topics = tuple(sorted(named_twice, key=lambda n: -len(self._clusters[n].names))[:TOPICS])
        return {described[each][0] for each in apposed}, frozenset(described[each][0] for each in titles)

    def _tell_bodies(self) -> None:
        """A name that is a newspaper’s or a body’s by its words is no person’s, so "he" does not mean it."""
        for cluster in self._clusters:
            if cluster.kind != "unknown" or not cluster.names or cluster.gender:
                continue
            longest = max((self._refs[n] for n in cluster.names), key=lambda each: each.last - each.first)
            article = any(isinstance(what := self._refs[n].what, Name) and what.article for n in cluster.names)
            words = self._found.lower[longest.first : longest.last]
            told = kind_of_name("unknown", words, cluster, article=article, speaks=False)
            if told not in ("unknown", "person", "place"):
                cluster.kind = told if told in BODIES else "group" if told == "group" else "organization"
                cluster.person = False

    def _pass(self, n: int, ref: Ref, descriptions: Descriptions) -> None:
        """What is remembered of a mention for those after it."""
        number = self._of[n]
        if number < 0:
            return
        for statement in self._sources.get(n, ()):
            self._speaker_of.setdefault(statement, number)
        cluster = self._clusters[number]
        if number == self._writer:
            return
        source = n in self._sources
        descriptions.passed(number, source)
        if source:
            self._last_speaker = number
            cluster.person = cluster.person or cluster.kind == "unknown"
        if (self._quoting.direct(ref.start) and not source) or _means_none(ref):
            return
        before = self._refs[n - 1] if n else None
        self._trail.add(
            ref.first,
            self._found.sentences[ref.first],
            number,
            named=isinstance(ref.what, Name),
            source=source,
            lesser=_lesser(ref)
            or (before is not None and before.last > ref.first and not isinstance(before.what, Pronoun)),
        )

    def _antecedent(self, n: int, ref: Ref) -> int:
        """What a relative pronoun stands for: the longest mention that ends right before it, or -1."""
        near = [k for k in range(max(0, n - NEAR), n) if ref.first - self._refs[k].last == 0 and self._of[k] >= 0]
        gap = self._found.text[self._found.ends[ref.first - 1] : ref.start] if ref.first else ""
        number = self._of[near[0]] if near and gap in (" ", ", ") else -1
        thing = number >= 0 and self._found.lower[ref.first] in ("which", "that")
        return -1 if thing and self._clusters[number].kind not in BODIES else number

    def _new(self, cluster: Cluster) -> int:
        self._clusters.append(cluster)
        return len(self._clusters) - 1

    def _pronoun(self, n: int, ref: Ref, what: Pronoun, holder: int) -> int:
        if what.person in _SPEAKING:
            return self._writer_of(ref, what)
        if what.person == "you":
            return self._addressed(n, ref, holder)
        sentence = self._found.sentences[ref.first]
        if n in self._sources:
            if what.person == "it" and self._sources[n][0] - 1 in self._documents:
                return -1
            barred = self._addressee(n, ref)
            number = self._trail.best(self._clusters, what, sentence, barred, self._last_speaker, speaker=1)
            self._learn(number, what)
            return number
        if what.person == "it" and not self._it_acts(ref, what, holder):
            return -1
        preferred = self._speaker_of.get(holder, -1) if holder >= 0 else -1
        if self._is_object(ref, holder):
            return self._trail.best(self._clusters, what, sentence, {preferred}, -1)
        return self._trail.best(self._clusters, what, sentence, (), preferred)

    def _addressee(self, n: int, ref: Ref) -> set[int]:
        """To whom a document goes that the sentence opens with: in "In a note to the ministry, it …" no pronoun means the ministry."""
        found = self._found
        first = ref.first
        if not first or found.text[found.ends[first - 1] : ref.start] != ", ":
            return set()
        while first > 0 and ref.first - first < OPENING and found.sentences[first - 1] == found.sentences[ref.first]:
            first -= 1
        if found.lower[first] != "in" or not any(document_at(found, k) for k in range(first, ref.first)):
            return set()
        near = [k for k in range(max(0, n - NEAR), n) if self._refs[k].first > first and self._of[k] >= 0]
        return {
            self._of[k]
            for k in near
            if "to" in found.lower[max(first, self._refs[k].first - 2) : self._refs[k].first + 1]
        }

    def _addressed(self, n: int, ref: Ref, holder: int) -> int:
        """Whom the writer calls "you" as the source of a statement: the one interviewed, whom the text names most often."""
        if n not in self._sources or holder >= 0 or self._quoting.open_at(ref.start) or not self._trail.topics:
            return -1
        return self._trail.topics[0]

    def _is_object(self, ref: Ref, holder: int) -> bool:
        """Whether "him" or "them" is what the cue itself is said of: then it is not the speaker (Chomsky 1981, principle B)."""
        if holder < 0 or self._found.lower[ref.first] not in ("him", "them"):
            return False
        statement = self._statements[holder]
        after_cue = bool(statement.cue) and 0 <= ref.start - statement.cue[-1].end <= 1
        return after_cue and any(part.start == ref.start for part in statement.content)

    def _it_acts(self, ref: Ref, what: Pronoun, holder: int) -> bool:
        """Whether "it" may stand for a body: as a possessive, or inside what a body is reported to say."""
        speaker = self._speaker_of.get(holder, -1)
        return what.possessive or (speaker >= 0 and self._clusters[speaker].kind in BODIES)

    def _learn(self, number: int, what: Pronoun) -> None:
        """A speaker is called "she": she is one."""
        if number >= 0 and number == self._last_speaker and what.gender and not self._clusters[number].gender:
            self._clusters[number].gender = what.gender
            self._clusters[number].person = True

    def _writer_of(self, ref: Ref, what: Pronoun) -> int:
        """The one who says "I" outside all that is reported and quoted: whose turn it is, else the writer."""
        if self._quoting.open_at(ref.start):
            return -1
        answering = self._turns.owner(ref.first)
        if answering >= 0:
            return answering
        if what.person == "we" and self._writer < 0:
            return -1
        if self._writer < 0:
            self._writer = self._new(Cluster(kind="person", person=True))
        return self._writer

    def _topic(self, holder: int, what: Pronoun, speaker: int) -> int:
        """Of whom a quotation is said, if the pronoun may mean him and somebody else speaks; else -1."""
        topic = self._topics.get(holder, -1)
        number = self._of[topic] if topic >= 0 else -1
        return number if number not in (-1, speaker) and may_mean(self._clusters[number], what) else -1

    def _speaker(self, holder: int, what: Pronoun) -> int:
        number = self._speaker_of.get(holder, -1)
        return (
            self._clusters[number].group
            if what.person == "we" and number >= 0 and self._clusters[number].group >= 0
            else number
        )

    def _quoted(self, pending: Sequence[tuple[int, Pronoun, int]]) -> None:
        """Pronouns in quotations, when all sources are known."""
        last: dict[tuple[int, str], int] = {}
        for n, what, holder in pending:
            ref = self._refs[n]
            quoting = self._quoting.around(ref.start, holder)
            if what.person in _SPEAKING:
                self._of[n] = self._speaker(quoting[0], what)
                for statement in self._sources.get(n, ()):
                    self._speaker_of.setdefault(statement, self._of[n])
                continue
            speaker = self._speaker_of.get(quoting[0], -1)
            before = last.get((speaker, what.person), last.get((holder, what.person), -1))
            topic = self._topic(quoting[0], what, speaker)
            if topic >= 0:
                self._of[n] = topic
                continue
            barred = set() if what.person in ("it", "they") else {self._speaker_of.get(each, -1) for each in quoting}
            if what.person == "you" or (what.person == "it" and not what.possessive):
                continue
            sentence = self._found.sentences[ref.first]
            self._of[n] = self._trail.best(self._clusters, what, sentence, barred, before, speaker=-1)
            for statement in self._sources.get(n, ()):
                self._speaker_of.setdefault(statement, self._of[n])
            last[(speaker if speaker >= 0 else holder, what.person)] = self._of[n]


def _means_none(ref: Ref) -> bool:
    """Whether a description says that there is nobody, or anybody, so that no pronoun takes it up; or is a thing."""
    what = ref.what
    return isinstance(what, Nominal) and (
        what.determiner in ("no", "any", "every", "each") or what.of.kind == "unknown"
    )


def _lesser(ref: Ref) -> bool:
    """Whether a description only says that there is such a one, or is another's, or goes by a rarer noun."""
    what = ref.what
    return isinstance(what, Nominal) and (
        what.indefinite or what.possessed or not what.determiner or what.of.key not in HEADS
    )

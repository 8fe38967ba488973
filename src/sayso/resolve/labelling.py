"""The grammar of labels: of whom a noun is used as a name, who uses it and who rejects it.

"Ana Roe calls him a tyrant", "the tyrant Ben Holm", "I am no radical", "Holm, whom critics call a puppet", "he denied being one".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.statement import Statement
from sayso.resolve.heads import HEADS
from sayso.resolve.linking import Links
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.quoting import Quoting
from sayso.resolve.refs import Ref
from sayso.resolve.speakers import Voice
from sayso.resolve.tokens import SENTENCE, SPACE, Tokens

NAMING = word_set(
    """
    call calls called calling brand brands branded branding label labels labelled labeled labelling dub dubs dubbed describe
    describes described describing denounce denounces denounced term terms termed style styles styled consider considers considered
    portray portrays portrayed paint paints painted regard regards regarded view views viewed seen known nicknamed
    """
)
REJECTING = word_set(
    """
    deny denies denied denying reject rejects rejected rejecting dispute disputes disputed refute refutes refuted dismiss dismisses
    dismissed repudiate repudiates repudiated contest contests contested
    """
)
_COPULAS = word_set(
    "is was are were am be been being remains remained isn't wasn't aren't weren't he's she's i'm they're we're you're"
)
_NOT = word_set("not no never isn't wasn't aren't weren't neither hardly")
_AUXILIARIES = word_set(
    "has have had would could will may might must should never not ever always hadn't hasn't haven't wouldn't"
)
_BETWEEN = word_set("a an the as such just simply merely only always still really now not no never neither nor")
_ADVERBS = word_set(
    "has have had is are was were been often also once repeatedly openly publicly even sometimes still now frequently long"
)
_LINKING = word_set("which but though although while label term charge something description word name tag epithet")
"""Words that lead from a label on to who rejects it."""
_SPEAKING_OF = word_set("spoke speaks speaking spoken referred refers referring")
_RELATIVE = word_set("whom who which that")
WORDS_FOR_LABELS = word_set("label labels term tag epithet description charge word title name")
_NEAR = 3
_LATER = 25
"""Words after a label in which it may be rejected by name."""
_ACCOUNTS = word_set("account words description admission telling reckoning estimation definition")
_AGENT = 9
"""Words between a verb of naming and "by"."""
_LEFT = 6
"""Words before a label among which its verb stands."""
_REJECTED_AFTER = 9
"""Words after a label in which somebody may reject it."""


@dataclass(frozen=True, slots=True)
class Use:
    """Clusters: of whom a label is used, who uses it (-1: the writer), who rejects it (-1: nobody)."""

    of: int
    by: int = -1
    against: int = -1


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is needed of a text to read the labels in it; ``ends`` has mentions by the word after them, ``begins`` by their first."""

    found: Tokens
    listed: Sequence[Ref]
    links: Links
    statements: Sequence[Statement]
    spoken: Sequence[Sequence[Voice]]
    quoting: Quoting
    ends: dict[int, list[int]]
    begins: dict[int, list[int]]

    def use(self, first: int, head: int, nominal: int, *, own: bool) -> Use | None:
        """How the label at the words ``[first, head]`` is used; ``nominal`` is the number of its mention or -1, ``own`` says
        that "self-styled" stands before it. None where nobody is called so."""
        found = (
            self._object_with_label(nominal)
            or self.called(first)
            or self._with_pronoun(first)
            or self._predicated(first)
            or self._rejected_word(first)
            or self._beside(first, head, nominal, own=own)
        )
        if found is None:
            return None
        if own or self._of_own_account(head + 1):
            return Use(found.of, found.of, found.against)
        called = self._as_called(head + 1)
        if called is not None:
            found = Use(found.of, found.of if called == found.of else called, found.against)
        against = found.against if found.against >= 0 else self._rejected_after(head + 1, found.of)
        return Use(found.of, found.by, against)

    def _object_with_label(self, nominal: int) -> Use | None:
        """ "Branded the marchers traitors": the object and its label read as one description."""
        what = self.listed[nominal].what if nominal >= 0 else None
        if not isinstance(what, Nominal) or what.first == 0 or self.found.lower[what.first - 1] not in NAMING:
            return None
        heads = (HEADS.get(self.found.lower[n]) for n in range(what.first, what.head))
        if not any(each is not None and each.plural for each in heads):
            return None
        return Use(self.links.of[nominal], self._who_names(what.first - 1))

    def called(self, first: int) -> Use | None:
        """How the words from ``first`` on are used if a verb of naming leads to them; what they mean does not matter."""
        return self._named(first) or self._described(first)

    def naming(self, verb: int, first: int) -> Use | None:
        """How a name in quotation marks, from the word ``first`` on, is used after the verb of naming."""
        if first == verb + 1:
            return self._without_object(verb)
        for k in self.ends.get(first, ()):
            if self._begin(k) == verb + 1:
                of = self._reflexive(k, verb)
                return Use(of, of if self._is_reflexive(k) else self._who_names(verb)) if of >= 0 else None
        return None

    def _named(self, first: int) -> Use | None:
        """ "X calls Y a tyrant", "Y, whom X calls a tyrant", "Y is called a tyrant by X"."""
        at = self._left(first)
        words = self.found.lower
        if at > 0 and words[at - 1] in NAMING:
            return self._without_object(at - 1)
        for k in self.ends.get(at, ()):
            verb = self._begin(k) - 1
            if verb >= 0 and words[verb] in NAMING:
                return self.naming(verb, at)
            if verb > 0 and words[verb] in ("of", "to") and words[verb - 1] in _SPEAKING_OF and "as" in words[at:first]:
                return Use(self.links.of[k], self._who_names(verb - 1)) if self.links.of[k] >= 0 else None
        return None

    def _reflexive(self, k: int, verb: int) -> int:
        """The subject of the verb where the object is "himself", else the object."""
        if not self._is_reflexive(k):
            return self.links.of[k]
        subject = self._subject(verb)
        return subject if subject >= 0 else self.links.of[k]

    def _is_reflexive(self, k: int) -> bool:
        return self.found.lower[self.listed[k].first].endswith(("self", "selves"))

    def _without_object(self, verb: int) -> Use | None:
        """ "Whom X calls a tyrant", "is called a tyrant by X"."""
        words = self.found.lower
        at = verb
        while at > 0 and words[at - 1] in _ADVERBS and self.found.joins[at] == SPACE:
            at -= 1
        passive = at < verb and any(word in _COPULAS for word in words[at:verb])
        if passive or self._after_comma(at, verb):
            whom = self._ending(at)
            return Use(whom, self._agent(verb)) if whom >= 0 else None
        for k in self.ends.get(at, ()):
            begin = self._begin(k)
            if begin > 0 and words[begin - 1] in _RELATIVE:
                whom = self._ending(begin - 1)
                return Use(whom, self.links.of[k]) if whom >= 0 else None
        return None

    def _after_comma(self, at: int, verb: int) -> bool:
        """Whether a participle stands after the one it is said of: "Ben Holm, often dubbed a tyrant"."""
        gap = self.found.text[self.found.ends[at - 1] : self.found.starts[at]] if at else ""
        return gap == ", " and self.found.lower[verb].endswith(("ed", "seen", "known"))

    def _agent(self, verb: int) -> int:
        """Who stands after "by" in the words behind a passive verb, or -1."""
        words = self.found.lower
        for n in range(verb + 1, min(len(words), verb + _AGENT)):
            if words[n] == "by":
                near = [k for m in (n + 1, n + 2) for k in self.begins.get(m, ()) if self.links.of[k] >= 0]
                return self.links.of[near[0]] if near else -1
        return -1

    def _with_pronoun(self, first: int) -> Use | None:
        """ "We reformers", "us liberals"; "As a liberal, I"."""
        words = self.found.lower
        if first > 0 and words[first - 1] in ("we", "us"):
            number = next((self.links.of[k] for k in self.begins.get(first - 1, ())), -1)
            return Use(number, number) if number >= 0 else None
        at = self._left(first)
        if "as" not in words[at:first] or (at > 0 and self.found.joins[at] < SENTENCE):
            return None
        for n in range(first + 1, min(len(words), first + _NEAR)):
            if self.found.text[self.found.ends[n - 1] : self.found.starts[n]] == ", ":
                number = next((self.links.of[k] for k in self.begins.get(n, ()) if self.links.of[k] >= 0), -1)
                own = words[n] in ("i", "we") or self.quoting.holder(self.found.starts[n]) < 0
                return Use(number, number if own else -1) if number >= 0 else None
        return None

    def _described(self, first: int) -> Use | None:
        """ "Described by X as a tyrant": the agent stands between the verb and "as"."""
        words = self.found.lower
        at = self._left(first)
        if "as" not in words[at:first]:
            return None
        for verb in range(at - 2, max(-1, at - _LEFT), -1):
            if words[verb] in NAMING and words[verb + 1] == "by":
                return self._without_object(verb)
        return None

    def _predicated(self, first: int) -> Use | None:
        """ "Y is a tyrant", "I am no radical", "denied being a tyrant": what a speaker is said to say is the speaker's."""
        words = self.found.lower
        at = self._left(first)
        denied = any(word in _NOT for word in words[at:first])
        verb = at - 1
        while verb > 0 and at - verb < 3 and words[verb] in _NOT:
            denied, verb = True, verb - 1
        if verb < 0 or words[verb] not in _COPULAS:
            return None
        while verb > 0 and at - verb < _LEFT and words[verb] != "being" and words[verb - 1] in _AUXILIARIES | _COPULAS:
            denied, verb = denied or words[verb] in _NOT, verb - 1
        denied = denied or words[verb] in _NOT
        holder = self.quoting.holder(self.found.starts[first])
        speaker = self._speaker(holder)
        whom = self._ending(verb) if words[verb] != "being" else speaker
        if whom < 0 and words[verb] in ("he's", "she's", "i'm", "they're", "we're", "you're"):
            whom = next((self.links.of[k] for k in self.begins.get(verb, ())), -1)
        if whom < 0:
            return None
        if holder >= 0 and self._cue(holder) & REJECTING:
            denied = not denied
        if denied:
            return Use(whom, -1, speaker) if speaker >= 0 else None
        return Use(whom, speaker)

    def _rejected_word(self, first: int) -> Use | None:
        """ "Rejects the label populist", "embraces the term": of the one who speaks."""
        at = self._left(first)
        words = self.found.lower
        if at > 0 and words[at - 1] == "of":
            at -= 1
        if at < 1 or words[at - 1] not in WORDS_FOR_LABELS:
            return None
        holder = self.quoting.holder(self.found.starts[first])
        speaker = self._speaker(holder)
        if speaker < 0:
            return None
        return Use(speaker, -1, speaker) if self._cue(holder) & REJECTING else Use(speaker, speaker)

    def _plural(self, nominal: int) -> bool:
        what = self.listed[nominal].what if nominal >= 0 else None
        return isinstance(what, Nominal) and what.of.plural

    def _before_comma(self, first: int) -> int:
        """Who stands before the comma after which the label says what he is ("Ben Holm, a moderate"), or -1."""
        at = self._left(first)
        gap = self.found.text[self.found.ends[at - 1] : self.found.starts[at]] if at else ""
        return self._ending(at) if gap == ", " else -1

    def _beside(self, first: int, head: int, nominal: int, *, own: bool) -> Use | None:
        """ "The tyrant Ben Holm", "Ben Holm, a tyrant", and what is called by nothing but the label."""
        whom = next((self.links.of[k] for k in self.begins.get(head + 1, ()) if self._names(k)), -1)
        if whom < 0 and (own or not self._plural(nominal)):
            whom = self._before_comma(first)
        if whom < 0 and nominal >= 0:
            number = self.links.of[nominal]
            cluster = self.links.clusters[number] if number >= 0 else None
            whom = number if cluster is not None and (cluster.names or cluster.plural) else -1
        if whom < 0:
            return None
        place = self.found.starts[head]
        holder = self.quoting.holder(place)
        if holder < 0:
            return Use(whom)
        if self._cue(holder) & REJECTING:
            return Use(whom, -1, self._speaker(holder))
        quoted = bool(self.quoting.around(place, holder)) or bool(self._cue(holder) & NAMING)
        return Use(whom, self._speaker(holder) if quoted else -1)

    def _names(self, k: int) -> bool:
        first = self.listed[k].first
        gap = self.found.text[self.found.ends[first - 1] : self.found.starts[first]] if first else ""
        return isinstance(self.listed[k].what, Name) and gap.lstrip("”\"’'") == " "

    def _of_own_account(self, at: int) -> bool:
        """ "A moderate by his own account"."""
        words = self.found.lower
        return any(
            words[n : n + 1] == ["own"] and words[n + 1 : n + 2] and words[n + 1] in _ACCOUNTS
            for n in range(at, min(len(words), at + _NEAR + 2))
        )

    def _as_called(self, at: int) -> int | None:
        """Who calls him so: "…, as they call themselves", "…, as Roe calls him"; None where nothing of the kind follows."""
        words = self.found.lower
        for n in range(at, min(len(words), at + _NEAR)):
            if words[n] == "as":
                for verb in range(n + 2, min(len(words), n + 2 + _NEAR)):
                    if words[verb] in NAMING:
                        number = self._ending(verb)
                        return number if number >= 0 else None
        return None

    def _rejecter(self, verb: int, of: int) -> int:
        """The subject of a verb of rejecting; a pronoun is the one who is called so."""
        before = [self.listed[k].what for k in self.ends.get(verb, ())]
        return of if any(isinstance(each, Pronoun) for each in before) else self._ending(verb)

    def _rejected_later(self, at: int, of: int) -> int:
        """Who rejects it in the sentence after: "… a populist. Holm rejects the label"."""
        words = self.found.lower
        for n in range(at, min(len(words), at + _LATER)):
            told = words[n] in REJECTING and any(word in WORDS_FOR_LABELS for word in words[n + 1 : n + 4])
            if told:
                return self._rejecter(n, of)
            if self.found.sentences[n] > self.found.sentences[at - 1] + 1:
                break
        return -1

    def _rejected_after(self, at: int, of: int) -> int:
        """Who rejects the label in the words after it: "…, which Roe denies", "…, a term she rejects", "… but she denied it"."""
        words, joins = self.found.lower, self.found.joins
        later = self._rejected_later(at, of)
        if later >= 0:
            return later
        for n in range(at, min(len(words), at + _REJECTED_AFTER)):
            if joins[n] >= SENTENCE and n > at:
                break
            if words[n] in REJECTING:
                lead = words[at:n]
                return self._rejecter(n, of) if _LINKING.intersection(lead) else -1
        return -1

    def _who_names(self, verb: int) -> int:
        """Who uses the verb of naming: its subject, else the speaker whose cue it is or who is quoted with it."""
        subject = self._subject(verb)
        if subject >= 0:
            return subject
        place = self.found.starts[verb]
        for number, statement in enumerate(self.statements):
            if any(span.start <= place < span.end for span in statement.cue):
                return self._speaker(number)
        return self._speaker(self.quoting.holder(place))

    def _subject(self, verb: int) -> int:
        """The mention right before a verb, auxiliaries and adverbs aside; of "who" what it stands for; -1 if there is none."""
        at = verb
        while at > 0 and self.found.lower[at - 1] in _ADVERBS and self.found.joins[at] == SPACE:
            at -= 1
        if at > 0 and self.found.lower[at - 1] in ("who", "which", "that"):
            return self._ending(at - 1)
        return self._ending(at) if not any(word in _COPULAS for word in self.found.lower[at:verb]) else -1

    def _ending(self, at: int) -> int:
        """The cluster of the longest mention that ends right before the word ``at``, or -1."""
        near = [k for k in self.ends.get(at, ()) if self.links.of[k] >= 0]
        if not near and at > 0 and self.found.joins[at] < SENTENCE:
            gap = self.found.text[self.found.ends[at - 1] : self.found.starts[at]]
            near = [k for k in self.ends.get(at, ()) if gap == ", "]
        return self.links.of[near[0]] if near else -1

    def _left(self, first: int) -> int:
        """Where the article, "as" and "no" before a label begin."""
        at = first
        while at > 0 and first - at < _LEFT and self.found.lower[at - 1] in _BETWEEN and self._joined(at, first):
            at -= 1
        return at

    def _joined(self, at: int, first: int) -> bool:
        """Whether a word follows the one before it over a blank alone, or over the mark that opens the label's quotation."""
        gap = self.found.text[self.found.ends[at - 1] : self.found.starts[at]]
        return gap == " " or (at == first and gap in (" “", ' "', " ‘", " '"))

    def _begin(self, k: int) -> int:
        what = self.listed[k].what
        return what.outer if isinstance(what, Name) else self.listed[k].first

    def _cue(self, holder: int) -> set[str]:
        return {word for span in self.statements[holder].cue for word in span.text.lower().split()}

    def _speaker(self, holder: int) -> int:
        return self.spoken[holder][0].cluster if holder >= 0 and self.spoken[holder] else -1


def grammar_of(
    found: Tokens,
    statements: Sequence[Statement],
    listed: Sequence[Ref],
    links: Links,
    spoken: Sequence[Sequence[Voice]],
) -> Grammar:
    ends: dict[int, list[int]] = {}
    begins: dict[int, list[int]] = {}
    for k, ref in enumerate(listed):
        if isinstance(ref.what, Name | Nominal | Pronoun):
            ends.setdefault(ref.last, []).append(k)
            begins.setdefault(ref.first, []).append(k)
            if isinstance(ref.what, Name) and ref.what.outer < ref.first:
                begins.setdefault(ref.what.outer, []).append(k)
    return Grammar(found, listed, links, statements, spoken, Quoting(found.text, statements), ends, begins)


QUOTED = re.compile(r"(?:“|(?<=\s)[\"‘'])(\w[^“”\"‘’\n]{1,40}?)[”\"’'](?!\w)")
"""A few words in quotation marks."""

"""The actors of one article and the speakers of its statements: a function of the text and the statements alone."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records.actor import Actor, ActorKind, Mention, MentionKind, Reason, Speaker
from sayso.records.article import Block
from sayso.records.label import Label
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.brands import is_brand
from sayso.resolve.clusters import Cluster
from sayso.resolve.heads import POSSESSIVES
from sayso.resolve.kinds import ACTS, kind_of_description, kind_of_name
from sayso.resolve.labels import Called, labels_of
from sayso.resolve.linking import Linker, Links
from sayso.resolve.names import Name, find_names
from sayso.resolve.nominals import Nominal, find_nominals
from sayso.resolve.principals import bodies_before_spokes
from sayso.resolve.pronouns import Pronoun, find_pronouns
from sayso.resolve.pseudonyms import is_anonymous, without_pseudonyms
from sayso.resolve.refs import Phrase, Ref, refs, sources_without
from sayso.resolve.sizes import Counted, group_of, is_strong, size_of
from sayso.resolve.speakers import Voice, documents_among, sources, voices
from sayso.resolve.things import find_things
from sayso.resolve.titled import titles_of
from sayso.resolve.titles import KEPT
from sayso.resolve.tokens import Tokens, tokens

_CALLS = (["call"], ["calls"], ["called"], ["calling"])


@dataclass(frozen=True, slots=True)
class Resolution:
    """Actors in the order in which the text first mentions them, and the speakers of statements by the statement's id.

    A statement without a source, or with one that cannot be resolved, has no entry.
    """

    actors: tuple[Actor, ...]
    speakers: Mapping[str, tuple[Speaker, ...]]


def resolve(
    text: str, statements: Sequence[Statement], blocks: Sequence[Block], beside: Sequence[tuple[int, int]] = ()
) -> Resolution:
    """The actors that ``statements`` name or take for a source and all who are called something, with all their mentions, and who
    speaks.

    ``beside`` are further stretches whose actors are wanted. Spans are code points of ``text``, half-open. Takes time linear in
    its length and raises nothing.
    """
    if not statements and not beside:
        return Resolution((), {})
    found = tokens(text, blocks)
    listed = _listed(found, statements)
    links = Linker(
        found, listed, statements, sources(found, statements, listed), documents_among(found, statements)
    ).link()
    spoken = voices(found, statements, listed, links)
    called = labels_of(found, statements, listed, links, spoken)
    wanted = _wanted(statements, listed, links, spoken, beside) | set(called)
    wanted |= {who for uses in called.values() for each in uses for who in (each.by, each.against)} - {-1}
    return _resolution(found, statements, listed, links, spoken, wanted, called)


def _listed(found: Tokens, statements: Sequence[Statement]) -> list[Ref]:
    """Every mention, in text order."""
    names = find_names(found)
    nominals = [*find_nominals(found, names), *bodies_before_spokes(found)]
    nominals += find_things(found, names, nominals, statements)
    true, false = without_pseudonyms(found, names, nominals)
    things: list[Name | Nominal | Pronoun | Phrase] = [*true, *false, *nominals, *find_pronouns(found)]
    listed = refs(found, things)
    missing = sources_without(found, statements, listed)
    return refs(found, [*things, *missing]) if missing else listed


def _wanted(
    statements: Sequence[Statement],
    listed: Sequence[Ref],
    links: Links,
    spoken: Sequence[tuple[Voice, ...]],
    beside: Sequence[tuple[int, int]],
) -> set[int]:
    """Clusters that a stretch ``beside`` or some statement's sentence or parts mention, or that speak or are spoken for.

    A phrase that only says what somebody is mentions nobody else: "he was a fool".
    """
    wanted = {number for each in spoken for voice in each for number in (voice.cluster, voice.on_behalf_of)}
    parts = ((span.start, span.end) for each in statements for span in (each.sentence, *each.spans))
    stretches = _merged([*parts, *beside])
    starts = [start for start, _ in stretches]
    for n, ref in enumerate(listed):
        if links.of[n] not in wanted and not (isinstance(ref.what, Nominal) and ref.what.predicate):
            at = bisect_right(starts, ref.end - 1) - 1
            if at >= 0 and ref.start < stretches[at][1]:
                wanted.add(links.of[n])
    return wanted - {-1}


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _resolution(
    found: Tokens,
    statements: Sequence[Statement],
    listed: Sequence[Ref],
    links: Links,
    spoken: Sequence[tuple[Voice, ...]],
    wanted: set[int],
    called: Mapping[int, Sequence[Called]],
) -> Resolution:
    members: dict[int, list[int]] = {}
    for n, number in enumerate(links.of):
        if number in wanted and n not in links.titles:
            members.setdefault(number, []).append(n)
    ids = {number: f"ac_{count}" for count, number in enumerate(members, 1)}
    acts = _acting(statements, spoken)
    concerned = {each.on_behalf_of for voice in spoken for each in voice}
    for labelled, uses in called.items():
        concerned |= {labelled, *(who for each in uses for who in (each.by, each.against))}
    acts |= {who: False for who in concerned - {-1} if who not in acts and links.clusters[who].names}
    held = titles_of(found, listed, links)
    actors = tuple(
        replace(
            _actor(found, listed, links, number, members[number], ids[number], acts),
            titles=tuple(held.get(number, ())),
            labels=tuple(
                Label(each.span, ids.get(each.by), ids.get(each.against), each.distance)
                for each in called.get(number, ())
            ),
        )
        for number in members
    )
    by_id = {each.id: each for each in actors}
    speakers = {
        statement.id: tuple(
            _speaker(by_id[ids[each.cluster]], each.reason, ids.get(each.on_behalf_of))
            for each in voice
            if each.cluster in ids
        )
        for statement, voice in zip(statements, spoken, strict=True)
    }
    return Resolution(actors, {key: value for key, value in speakers.items() if value})


def _speaker(actor: Actor, reason: Reason, on_behalf_of: str | None) -> Speaker:
    return Speaker(actor.id, reason, on_behalf_of, actor.name, actor.kind, actor.titles)


def _acting(statements: Sequence[Statement], spoken: Sequence[tuple[Voice, ...]]) -> dict[int, bool]:
    """The clusters that speak, and whether they do more than tell: they urge, sign, blame."""
    acts: dict[int, bool] = {}
    for statement, voices_of in zip(statements, spoken, strict=True):
        cue = [word for span in statement.cue for word in span.text.lower().split()]
        urging = any(word in ACTS for word in cue) or (cue[:1] in _CALLS and bool({"for", "on", "asking"} & set(cue)))
        for each in voices_of:
            acts[each.cluster] = acts.get(each.cluster, False) or urging
    return acts


def _actor(
    found: Tokens,
    listed: Sequence[Ref],
    links: Links,
    number: int,
    members: Sequence[int],
    local: str,
    acts: Mapping[int, bool],
) -> Actor:
    seen: dict[tuple[int, int], Mention] = {}
    for n in members:
        ref = listed[n]
        seen.setdefault((ref.start, ref.end), Mention(Span.of(found.text, ref.start, ref.end), _mention_kind(ref)))
    counted, of = _counted(found, listed, links, number, members)
    whom = Span.of(found.text, found.starts[of[0]], found.ends[of[1] - 1]) if of else None
    return Actor(
        local,
        _name(found, listed, links, number, members),
        _kind(found, links, listed, number, members, acts),
        tuple(seen[key] for key in sorted(seen)),
        size=counted.size if counted else None,
        of=" ".join(whom.text.split()) if whom else None,
        size_span=Span.of(found.text, found.starts[counted.first], found.ends[counted.last - 1]) if counted else None,
        of_span=whom,
    )


def _counted(
    found: Tokens, listed: Sequence[Ref], links: Links, number: int, members: Sequence[int]
) -> tuple[Counted | None, tuple[int, int] | None]:
    """Size of a collective and the words for whom it is of, by the first of its descriptions that tells a size, else by its first one."""
    cluster = links.clusters[number]
    described = [n for n in members if _describes(listed[n])]
    if cluster.names or not described:
        return None, None
    if not cluster.plural:
        return (size_of(found, listed[described[0]]), None) if is_strong(found, listed[described[0]]) else (None, None)
    sizes = ((n, size_of(found, listed[n])) for n in described)
    n, size = next(((n, size) for n, size in sizes if size is not None), (described[0], None))
    return size, group_of(found, n, listed, links, sized=size is not None)


def _mention_kind(ref: Ref) -> MentionKind:
    what = ref.what
    if isinstance(what, Name):
        return "name"
    if isinstance(what, Pronoun) or (isinstance(what, Phrase) and what.relative):
        return "pronoun"
    if isinstance(what, Phrase):
        return "unnamed"
    if what.of.plural:
        return "collective"
    return "unnamed" if what.indefinite and what.of.kind == "person" else "nominal"


def _name(found: Tokens, listed: Sequence[Ref], links: Links, number: int, members: Sequence[int]) -> str:
    """The fullest name without title and article, else the first description that says more than a pronoun."""
    names = links.clusters[number].names
    if names:
        best = max(names, key=lambda n: (_words(found, listed[n]), -n))
        return _kept_title(found, listed[best]) + _clean(found, listed[best])
    described = [n for n in members if _describes(listed[n])]
    if not described:
        return "I"  # only the writer is known by nothing but pronouns
    described.sort(key=lambda n: _leans(listed[n]))
    return _clean(found, listed[described[0]])


def _describes(ref: Ref) -> bool:
    return isinstance(ref.what, Nominal) or (isinstance(ref.what, Phrase) and not ref.what.relative)


def _leans(ref: Ref) -> bool:
    """Whether a description says who is meant only by a pronoun ("her government")."""
    return isinstance(ref.what, Nominal) and ref.what.determiner in POSSESSIVES


def _words(found: Tokens, ref: Ref) -> tuple[int, int, int]:
    """How full a name is: an acronym counts least, one in capitals less than one in ordinary case."""
    what = ref.what
    acronym = isinstance(what, Name) and what.acronym
    shouted = found.titled[ref.first] and found.words[ref.first].isupper()
    return (not acronym, ref.last - ref.first, not shouted)


def _kept_title(found: Tokens, ref: Ref) -> str:
    what = ref.what
    if isinstance(what, Name) and what.titles and what.titles[-1] in KEPT and ref.last - ref.first == 1:
        return f"{found.words[ref.first - 1]} "
    return ""


def _clean(found: Tokens, ref: Ref) -> str:
    """The words of a mention, blanks made one, without article."""
    first = ref.first
    if first + 1 < ref.last and found.lower[first] in ("the", "a", "an"):
        first += 1
    return " ".join(found.text[found.starts[first] : ref.end].split())


def _kind(
    found: Tokens, links: Links, listed: Sequence[Ref], number: int, members: Sequence[int], acts: Mapping[int, bool]
) -> ActorKind:
    cluster = links.clusters[number]
    if cluster.names:
        longest = _longest(listed, cluster.names)
        gendered = any(isinstance(each := listed[n].what, Pronoun) and each.gender for n in members)
        person = cluster.kind == "unknown" and (cluster.gender or gendered or (len(longest) > 1 and cluster.person))
        return kind_of_name(
            "person" if person else cluster.kind,
            found.lower[longest.start : longest.stop],
            cluster,
            article=any(_after_article(listed[n]) for n in cluster.names),
            speaks=number in acts,
            brand=len(longest) == 1 and _is_brand(found, cluster, listed[cluster.names[0]]),
        )
    whats = [listed[n].what for n in members]
    if any(isinstance(each, Nominal) and each.indefinite and each.of.kind == "person" for each in whats):
        return "unnamed"
    keys = {each.of.key for each in whats if isinstance(each, Nominal)}
    if cluster.plural and number in acts and any(is_anonymous(found, listed[n]) for n in members):
        return "unnamed"
    return kind_of_description(
        cluster.kind,
        keys,
        plural=cluster.plural,
        speaks=number in acts,
        acts=acts.get(number, False),
        pairs=[pair for n in members for pair in _last_two(found, listed[n])],
    )


def _is_brand(found: Tokens, cluster: Cluster, ref: Ref) -> bool:
    """Whether a name of one word is rather an organisation's than a person's."""
    return cluster.kind == "organization" or is_brand(found.words[ref.first], found.text[ref.end : ref.end + 4])


def _last_two(found: Tokens, ref: Ref) -> list[tuple[str, str]]:
    """The noun of a description with the word before it, where there is one."""
    last = ref.what.core if isinstance(ref.what, Nominal) else ref.last
    if isinstance(ref.what, Pronoun) or last - ref.first < 2:
        return []
    return [(found.lower[last - 2], found.lower[last - 1])]


def _after_article(ref: Ref) -> bool:
    return isinstance(ref.what, Name) and ref.what.article


def _longest(listed: Sequence[Ref], names: Sequence[int]) -> range:
    best = max((listed[n] for n in names), key=lambda each: each.last - each.first)
    return range(best.first, best.last)

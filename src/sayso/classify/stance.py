"""How each statement judges the actors it mentions: the position model's answers as positions.

The states of the encoder are used as they are; no pair of statement and actor is read again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sayso.classify import joined, verbs
from sayso.classify.asked import Asked, asked
from sayso.classify.conditions import conditional
from sayso.classify.denials import Outcome, outcome
from sayso.classify.irony import meant
from sayso.classify.issues import issue_of
from sayso.classify.matters import Clause, Matter, matters
from sayso.classify.sides import estranged, own_side
from sayso.classify.wording import is_asserted, wording
from sayso.model.crf import Floats
from sayso.model.positions import Judgements, PositionModel
from sayso.model.states import States
from sayso.model.stretches import CONTENT, Range, Stretch, stretch
from sayso.records.actor import Actor
from sayso.records.ids import position_id
from sayso.records.position import LABELS, ROLES, Flag, Label, Position, Role, Stance
from sayso.records.span import Span
from sayso.records.statement import MOVES, Move, Statement

DECIMALS = 4
LEARNED: tuple[Flag, ...] = ("implied", "conditional", "irony", "own_side", "second_hand")
"""The flags of the model, in its order."""
SURE = 0.5
"""Probability from which on a flag is set, and a token belongs to the words that judge."""
BY_VERB = 0.85
"""Probability of a stance that the verb of the cue carries."""
UNJUDGING = Stance(0.0, 0.0, 0.0, 1.0)
"""No stance at all, by a rule."""
BOTH = LABELS.index("mixed")
MIXED = 0.05
"""Probability of both signs from which on every clause is judged by itself, wherever the judging words stand."""
NOBODY = 0.8
"""Probability from which on a mention is no position: leaving out an actor is worse than mentioning one too many."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model makes of one statement."""

    move: Move
    positions: tuple[Position, ...]


def judge(
    text: str, statement: Statement, actors: Sequence[Actor], states: States, model: PositionModel
) -> Judged | None:
    """Move and positions of ``statement``; ``actors`` are those it may mention. None where it has no tokens."""
    named = asked(statement, actors)
    source, cue, content = (
        [(span.start, span.end) for span in part] for part in (statement.source, statement.cue, statement.content)
    )
    found = stretch(states, source, cue, content, [(each.mention.span.start, each.mention.span.end) for each in named])
    if found is None:
        return None
    kept = [(each, at) for each, at in zip(named, found.mentions, strict=True) if at[0] < at[1]]
    told = model.judge(states, found, [at for _, at in kept])
    once = [_position(text, statement, each, told, n, found, states) for n, (each, _) in enumerate(kept)]
    apart = _by_clause(text, statement, [at for _, at in kept], once, told, found, states, model)
    return Judged(
        MOVES[int(told.move.argmax())],  # type: ignore[arg-type]  # the literals stand in this order
        tuple(
            part for n, each in enumerate(once) if each for part in _divided(text, statement, each, apart.get(n, ()))
        ),
    )


def _by_clause(
    text: str,
    statement: Statement,
    mentions: Sequence[Range],
    once: Sequence[Position | None],
    told: Judgements,
    found: Stretch,
    states: States,
    model: PositionModel,
) -> dict[int, tuple[Matter, ...]]:
    """For the mentions that several clauses judge: what each clause says of them, where they differ. By number of the mention."""
    clauses = joined.clauses(text, statement)
    both = [float(each[BOTH]) for each in told.label]
    judging = {
        n: list(clauses) if both[n] >= MIXED else _judging(each, clauses)
        for n, each in enumerate(once)
        if each and _divisible(each, told, n)
    }
    asked = [n for n, where in judging.items() if len(where) > 1]
    wanted = sorted({at for n in asked for at in judging[n]})
    named = [mentions[n] for n in asked]
    each = [(at, model.judge(states, found, named, _seen(found, states, at, named))) for at in wanted]
    return {
        n: matters(
            text,
            [Clause(at, _stance(of.label[k]), _evidence(text, of.evidence[k], found, states, at)) for at, of in each],
            both[n],
        )
        for k, n in enumerate(asked)
    }


def _divisible(position: Position, told: Judgements, n: int) -> bool:
    """Whether clauses may judge apart: what a rule decided for the whole statement, a denial or its verb, holds for each of them."""
    return position.role == "object" and position.label != "none" and position.stance == _stance(told.label[n])


def _judging(position: Position, clauses: Sequence[Range]) -> list[Range]:
    """The clauses in which its judging words stand."""
    return [at for at in clauses if any(each.start < at[1] and at[0] < each.end for each in position.evidence)]


def _seen(found: Stretch, states: States, clause: Range, mentions: Sequence[Range]) -> npt.NDArray[np.bool_]:
    """The tokens of the stretch [T] without the content outside that clause, apart from the mentions."""
    seen: npt.NDArray[np.bool_] = found.layout[:, 0] != CONTENT
    first, last = (max(0, at - found.start) for at in states.tokens_of(*clause))
    for start, end in ((first, last), *mentions):
        seen[start:end] = True
    return seen


def _divided(text: str, statement: Statement, position: Position, apart: Sequence[Matter]) -> Iterator[Position]:
    """The position, or in its place those of its clauses, each with its own words and whose they are."""
    whose = [wording(text, statement, each.evidence, position.mention) for each in apart]
    told = zip(apart, whose, strict=True)
    if not apart or any(each.stance.label == "none" for each in apart):
        yield position
        return
    if not all(is_asserted(text, statement, each.evidence, position.mention, own) for each, own in told):
        yield position
        return
    for each, own in zip(apart, whose, strict=True):
        issue = each.issue or position.issue
        yield replace(
            position,
            id=position_id(position.statement, mention=position.mention, role=position.role, issue=issue),
            stance=each.stance,
            label=each.stance.label,
            wording=own,
            evidence=each.evidence,
            issue=issue,
        )


def _position(
    text: str, statement: Statement, about: Asked, told: Judgements, n: int, found: Stretch, states: States
) -> Position | None:
    mention = about.mention.span
    own = own_side(text, statement, about.actor, about.mention)
    denied = outcome(text, statement, mention)
    ironic = meant(statement, mention)
    carried = verbs.critical(statement, mention) or verbs.supportive(statement, mention) or ironic or (denied and own)
    if told.role[n, len(ROLES)] >= NOBODY and not carried:
        return None
    role: Role = ROLES[int(told.role[n, : len(ROLES)].argmax())]  # type: ignore[assignment]  # the literals stand in this order
    stance = _stance(told.label[n])
    if denied and (role == "object" or own or denied == "accuser"):
        role, stance = "object" if own else role, _as_denied(stance, denied, own)
    elif verb := _of_verb(statement, mention, stance):
        role, stance = "object", verb
    elif ironic:
        role, stance = "object", _of_label(ironic, stance)
    label: Label = stance.label
    evidence = _evidence(text, told.evidence[n], found, states) if label != "none" else ()
    whose = wording(text, statement, evidence, mention) if label != "none" else None
    if whose and not denied and not is_asserted(text, statement, evidence, mention, whose):
        stance, label, evidence, whose = UNJUDGING, "none", (), None
    flags = _flags(text, statement, told.flags[n], label, own, evidence, estranged(text, statement, about.actor))
    issue = issue_of(text, statement, mention) if role == "object" else None
    return Position(
        id=position_id(statement.id, mention=mention, role=role, issue=issue),
        statement=statement.id,
        speaker=statement.speakers[0].actor if statement.speakers else None,
        object=about.actor.id,
        role=role,
        mention=mention,
        issue=issue,
        stance=stance,
        label=label,
        wording=whose,
        flags=tuple(sorted({*flags, "irony"})) if ironic and label != "none" else flags,
        evidence=evidence,
    )


def _stance(probabilities: Floats) -> Stance:
    return Stance(*(round(float(each), DECIMALS) for each in probabilities))


def _of_verb(statement: Statement, mention: Span, stance: Stance) -> Stance | None:
    """The stance that the verb of the cue carries toward the one it is said of; None where it carries none."""
    sure = max(stance.critical, stance.supportive, BY_VERB)
    rest = round((1 - sure), DECIMALS)
    if verbs.critical(statement, mention):
        return Stance(sure, 0.0, 0.0, rest)
    return Stance(0.0, sure, 0.0, rest) if verbs.supportive(statement, mention) else None


def _of_label(label: Label, stance: Stance) -> Stance:
    """A stance that the words show by their form, at least as sure as one that a verb carries."""
    sure = max(getattr(stance, label), BY_VERB)
    rest = round(1 - sure, DECIMALS)
    return Stance(sure, 0.0, 0.0, rest) if label == "critical" else Stance(0.0, sure, 0.0, rest)


def _as_denied(stance: Stance, denied: Outcome, own: bool) -> Stance:
    """A denied charge speaks for the one it is against, a denied praise against him; of oneself and of the accuser it says nothing."""
    if own or denied in ("accuser", "untouched"):
        return UNJUDGING
    judged = round(stance.critical + stance.supportive + stance.mixed, DECIMALS)
    sure, rest = max(judged, round(1 - judged, DECIMALS)), min(judged, round(1 - judged, DECIMALS))
    return Stance(sure, 0.0, 0.0, rest) if denied == "charged" else Stance(0.0, sure, 0.0, rest)


def _flags(
    text: str, statement: Statement, sure: Floats, label: Label, own: bool, evidence: Sequence[Span], against: bool
) -> tuple[Flag, ...]:
    """What the model says, and what follows from the clause, from nesting and from who speaks."""
    found: set[Flag] = {flag for flag, each in zip(LEARNED, sure.tolist(), strict=True) if each >= SURE}
    found -= {"second_hand", "conditional"} if label != "none" else {"second_hand", "conditional", "implied", "irony"}
    if statement.parent is not None:
        found.add("second_hand")
    if own:
        found.add("own_side")
    elif against:
        found.discard("own_side")
    if label != "none" and conditional(text, statement, evidence):
        found.add("conditional")
    return tuple(sorted(found))


def _evidence(text: str, sure: Floats, found: Stretch, states: States, inside: Range | None = None) -> tuple[Span, ...]:
    """Runs of the tokens that judge, of those ``inside`` a range of the text; the surest one where none is sure."""
    if inside is not None:
        first, last = (max(0, at - found.start) for at in states.tokens_of(*inside))
        sure = np.where((np.arange(len(sure)) >= first) & (np.arange(len(sure)) < last), sure, 0.0)
    marked = np.flatnonzero(sure >= SURE).tolist() or [int(sure.argmax())]
    runs: list[list[int]] = []
    for at in marked:
        if runs and at - runs[-1][1] <= 2:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    tokens = states.tokens
    return tuple(Span.of(text, int(tokens.starts[found.start + a]), int(tokens.ends[found.start + b])) for a, b in runs)

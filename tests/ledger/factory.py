"""Readings made by hand, with real ids, for tests that need no model."""

from dataclasses import replace

from sayso.ledger.correcting import Wish, correct
from sayso.ledger.store import Ledger
from sayso.records import ids
from sayso.records.actor import Actor, Mention, Speaker
from sayso.records.article import Article, Block, Metadata
from sayso.records.judgement import Judgement
from sayso.records.label import Label as Called
from sayso.records.position import Label, Occasion, Position, Stance
from sayso.records.reading import Item, Outcome, Reading
from sayso.records.run import Run
from sayso.records.said import Told
from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.records.voice import Voice
from sayso.run_config import RunConfig, make_run

DEFAULT = RunConfig()
UNKNOWN = Metadata()

TEXT = "“We stay 😀,”\r\nsaid Ada Re\u0301ne. “Go,” he added."


def a_run(name: str = "one") -> Run:
    return make_run(f'{{"name":"{name}"}}', config=DEFAULT)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def a_statement(version: str, text: str, source: str, cue: str, content: str) -> Statement:
    """The statement of these words, each of which stands first where it is meant."""
    parts = {"source": (span(text, source),), "cue": (span(text, cue),), "content": (span(text, content),)}
    return Statement(
        id=ids.statement_id(version, **parts),
        **parts,
        form="direct",
        marks="quotation",
        confidence=0.9,
        sentence=Span.of(text, 0, len(text)),
    )


def an_outcome(
    text: str = TEXT,
    given_id: str = "a",
    run: Run | None = None,
    metadata: Metadata = UNKNOWN,
    source: str = "Ada Re\u0301ne",
    said: tuple[str, str] = ("said", "“We stay 😀,”"),
) -> Outcome:
    """A done outcome with one statement, its source, cue and content the words given."""
    run = run or a_run()
    article = Article(text, metadata, given_id=given_id, collection="tests")
    article_id, version, digest = ids.of_article(article)
    statement = a_statement(version, text, source, *said)
    reading = Reading(
        id=ids.reading_id(version, run.id),
        article_id=article_id,
        version_id=version,
        run_id=run.id,
        text=text,
        text_sha256=digest,
        statements=(statement,),
        unattributed_quotes=tuple(span(text, "“Go,”") for _ in range(text.count("“Go,”"))),
        blocks=(Block("body", Span.of(text, 0, len(text))),),
    )
    return Outcome(Item("tests.jsonl", 1, given_id, article=article), "done", reading)


ACCUSED = "On Monday Ada Re\u0301ne said Tarr lied 😀 about wages.\r\nBo Lund praised Tarr; “fine”, said Ada."
LIKELY = {"critical": Stance(0.9, 0.0, 0.0, 0.1), "supportive": Stance(0.0, 0.8, 0.0, 0.2)}


def a_judged_outcome(
    given_id: str = "j",
    run: Run | None = None,
    metadata: Metadata = UNKNOWN,
    text: str = ACCUSED,
    labels: tuple[Label, Label] = ("critical", "supportive"),
) -> Outcome:
    """A done outcome with two statements that judge Tarr: Ada Réne's, on an occasion of a Monday, and Bo Lund's; the writer judges
    Ada Réne and Tarr, and somewhere nobody."""
    made = an_outcome(text, given_id, run, metadata, said=("said", "Tarr lied 😀 about wages"))
    assert made.reading
    reading = made.reading
    second = a_statement(reading.version_id, text, "Bo Lund", "praised", "Tarr; “fine”")
    first = replace(
        reading.statements[0], move="accuse", told=Told("W1", span(text, "On Monday")), occasion="oc_1",
        speakers=(Speaker("ac_1", "name", "ac_2"),),
    )  # fmt: skip
    second = replace(second, status="attitude", parent=first.id, speakers=(Speaker("ac_3", "surname"),))
    ada = Actor(
        "ac_1", "Ada Re\u0301ne", "person", (Mention(span(text, "Ada Re\u0301ne"), "name"),), titles=(span(text, "Monday"),),
        labels=(Called(span(text, "lied"), "ac_1"),), size="On Monday", size_span=span(text, "On Monday"),
    )  # fmt: skip
    at = text.index("Tarr;")
    tarr = (Mention(span(text, "Tarr"), "name"), Mention(Span.of(text, at, at + 4), "name"))
    actors = (
        ada,
        Actor("ac_2", "Aurel Tarr", "person", tarr, labels=_labels(text)),
        Actor(
            "ac_3", "Bo Lund", "group", (Mention(span(text, "Bo Lund"), "collective"),),
            titles=(span(text, "Lund"), span(text, "said Ada")), size=7, size_span=span(text, "Bo"), of="said Ada.",
            of_span=span(text, "said Ada."),
        ),
    )  # fmt: skip
    positions = (
        _position(first, "ac_1", tarr[0].span, span(text, "about wages"), labels[0]),
        _position(second, "ac_3", tarr[1].span, None, labels[1]),
    )
    whole = replace(
        reading, statements=(first, second), actors=actors, positions=positions,
        occasions=(Occasion("oc_1", ("ac_1", "ac_3"), "speech", Told("W1", span(text, "Monday"))), Occasion("oc_2", ())),
        voices=(
            _voice(reading.version_id, span(text, "On Monday Ada Re\u0301ne said"), "ac_1", ada.mentions[0].span, "supportive"),
            _voice(reading.version_id, span(text, "Bo Lund praised Tarr"), "ac_2", tarr[1].span, "critical"),
            _voice(reading.version_id, span(text, "“fine”"), None, None, "none"),
        ),
    )  # fmt: skip
    return replace(made, reading=whole)


def _labels(text: str) -> tuple[Called, ...]:
    """One that Bo Lund uses and Ada Réne disputes, one that she uses, one of the writer's, who holds it at a distance."""
    return (
        Called(span(text, "wages"), "ac_3", "ac_1"),
        Called(span(text, "about"), "ac_1"),
        Called(span(text, "fine"), distance=span(text, "“fine”")),
    )


def _voice(version: str, where: Span, judged: str | None, mention: Span | None, label: Label) -> Voice:
    return Voice(
        ids.voice_id(version, where), where, 0.75, judged, mention, LIKELY.get(label, Stance(0, 0, 0, 1)), label
    )


def judged_reading(outcome: Outcome | None = None) -> Reading:
    reading = (outcome or a_judged_outcome()).reading
    assert reading
    return reading


def _position(of: Statement, speaker: str, mention: Span, issue: Span | None, label: Label) -> Position:
    return Position(
        id=ids.position_id(of.id, mention=mention, role="object", issue=issue),
        statement=of.id,
        speaker=speaker,
        object="ac_2",
        role="object",
        mention=mention,
        issue=issue,
        stance=LIKELY.get(label, Stance(0, 0, 0, 1)),
        label=label,
        wording=None if label == "none" else "paraphrased",
        flags=("conditional", "implied") if issue else (),
        evidence=of.content,
    )


def fix(ledger: Ledger, subject: str, wish: Wish, judge: str = "ada") -> Judgement:
    """A *fix* of the statement ``subject``, as the command makes it."""
    row = ledger.statement(subject)
    assert row
    reading = ledger.reading(row.version_id, row.run_id)
    assert reading
    given = correct(reading, subject, row.statement, ledger.shown_correction(subject), wish)
    made = Judgement(ids.judgement_id(), subject, "fix", judge, "2031-01-01T00:00:00Z", replacement=given.id)
    ledger.judge(made, given)
    return made

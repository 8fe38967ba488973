"""What an audit asks of a ledger: articles whole, their headlines, and what the criticised say in other articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.answers.audit import ArticleAudit, OwnPassage, audit_article
from sayso.answers.audit_voice import own_passages
from sayso.answers.reply import Reply, with_elsewhere
from sayso.answers.shown_article import ShownArticle, shown_article
from sayso.answers.standards import MOST_ARTICLES, Standards, standards
from sayso.ledger.store import Ledger
from sayso.records.audited import Audited, AuditFilter, Heard
from sayso.records.position_filter import PositionFilter
from sayso.records.row import ArticleRow
from sayso.records.statement import Statement

HEARD = 400
"""Statements of one actor in other articles that are looked through for a reply; with more, those of the first articles added."""


def audits(opened: Ledger, rows: Sequence[ArticleRow], *, elsewhere: bool = True) -> Iterator[ArticleAudit]:
    """The audit of each article, in order. ``elsewhere``: replies are looked for in other articles too."""
    views, heard = opened.audits(), _Elsewhere(opened)
    shown_as = opened.headlines(row.version_id for row in rows if not row.metadata.title)
    for each in views.each(rows):
        shown = shown_article(each)
        made = audit_article(shown, shown_as.get(each.article.version_id), voices_of(each))
        yield replace(made, replies=tuple(_replies(heard, shown, made.replies))) if elsewhere else made


def standards_of(opened: Ledger, wanted: PositionFilter, called: Mapping[str, str], parts: Sequence[str]) -> Standards:
    """Replies and headlines of one actor, in the last articles that are critical of it or of ``parts``.

    ``called`` gives for each name of the actor the one it is shown under.
    """
    views = opened.audits()
    asked = AuditFilter(publisher=wanted.publisher, since=wanted.since, until=wanted.until, genre=wanted.genre)
    rows, articles = views.criticising([*called, *parts], asked, MOST_ARTICLES)
    shown = {each.article.article_id: shown_article(each) for each in views.each(rows)}
    found = standards(shown.values(), called, parts, articles)
    heard = _Elsewhere(opened)
    replied = tuple(row for each in found.replies for row in _replies(heard, shown[each.article_id], [each]))
    return replace(found, replies=replied)


def voices_of(found: Audited) -> tuple[OwnPassage, ...] | None:
    """The writer's own passages of an article; None where its reading did not look for them."""
    if found.voices is None:
        return None
    return own_passages(found.article, {each.id: each for each in found.actors}, found.voices)


def _replies(heard: "_Elsewhere", shown: ShownArticle, found: Iterable[Reply]) -> Iterator[Reply]:
    by_id = {each.id: each for each in shown.statements}
    for each in found:
        if each.state == "replied" or not each.critical:
            yield each
            continue
        charges = [by_id[statement] for statement in each.critical]
        yield with_elsewhere(each, charges, heard.of(each), shown.article.metadata.published)


class _Elsewhere:
    """What actors say in other articles; asked once for each name, since one name is criticised in many articles."""

    def __init__(self, opened: Ledger) -> None:
        self._opened = opened
        self._known: dict[str, list[tuple[Heard, Statement]]] = {}

    def of(self, row: Reply) -> list[tuple[Heard, Statement]]:
        """In other articles than that of ``row``."""
        if row.name not in self._known:
            self._known[row.name] = self._ask(row.name)
        return [each for each in self._known[row.name] if each[0].article_id != row.article_id]

    def _ask(self, name: str) -> list[tuple[Heard, Statement]]:
        names = self._opened.registry().together([name])
        heard = self._opened.audits().heard(names, but="")[:HEARD]
        shown = self._opened.statement_rows_of(each.statement for each in heard)
        return [
            (each, shown[each.statement].statement)
            for each in heard
            if each.statement in shown and shown[each.statement].decision != "reject"
        ]

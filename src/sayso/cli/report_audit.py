"""``sayso report --audit``: the sourcing of an article or of a publisher as a page."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.answers.audit import ArticleAudit, audit_outlet
from sayso.cli.audit import articles_of, holding, the_article
from sayso.cli.audit_ask import audits
from sayso.cli.audit_words import (
    CLASS_NAMES,
    HEADLINE_NAMES,
    STATE_NAMES,
    TRAIT_NAMES,
    WORDING_NAMES,
    article_called,
    promise_words,
    reply_words,
    review,
    source_notes,
)
from sayso.cli.report_shown import shown, today
from sayso.ledger.store import Ledger
from sayso.records.audited import AuditFilter
from sayso.report.audit import AuditMaterial, AuditWords, wanted
from sayso.report.audit_article import article_page
from sayso.report.audit_outlet import outlet_page
from sayso.report.choice import chosen
from sayso.report.fairness import FairWords
from sayso.report.values import Page

FAIR = FairWords(STATE_NAMES, HEADLINE_NAMES, promise_words, reply_words)


def audit_page(opened: Ledger, asked: AuditFilter, most: int) -> Page:
    """The page of the article that ``asked`` names, else of its publisher; UsageError where there is none."""
    rows = opened.audits().articles(asked)
    if asked.article is not None:
        row = the_article(asked.article, rows or holding(opened, asked.article))
        found = next(audits(opened, [row]))
        return article_page(found, _material(opened, [found], most))
    filtered = bool(asked.since or asked.until)
    every = list(audits(opened, articles_of(opened, asked.publisher or "", rows, filtered=filtered)))
    told = (("Publisher", asked.publisher), ("Since", asked.since), ("Until", asked.until))
    material = _material(opened, every, most)
    return outlet_page(
        audit_outlet(every), replace(material, asked=tuple((what, value) for what, value in told if value))
    )


def _material(opened: Ledger, found: Sequence[ArticleAudit], most: int) -> AuditMaterial:
    rows = opened.statement_rows_of(chosen(wanted(found), most))
    held = shown(opened, rows)
    spoken = [each.article.version_id for each in found if each.voices]
    texts = {**held.texts, **dict(opened.texts(spoken))}
    runs = {each.article.run_id for each in found}
    reviewed, rejected = (sum(getattr(each, name) for each in found) for name in ("reviewed", "rejected"))
    words = AuditWords(
        classes=CLASS_NAMES,
        traits=TRAIT_NAMES,
        wording=WORDING_NAMES,
        notes=source_notes,
        review=review(reviewed, rejected),
        called={each.article.article_id: article_called(each) for each in found},
        fair=FAIR,
    )
    return AuditMaterial(
        words, replace(held, texts=texts), [each for each in opened.runs() if each.run.id in runs], today()
    )

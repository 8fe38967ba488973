"""The audit of one article as a page: its sources, who answers, whether the headline holds, how much the writer says."""

from collections.abc import Iterator

from sayso.answers.audit import FLOOR_STATEMENTS, FLOOR_WORDS, ArticleAudit
from sayso.answers.positions import CODEBOOK
from sayso.report import sources
from sayso.report.audit import Audit, AuditMaterial, room_told
from sayso.report.fairness import headline_section, replies_lines
from sayso.report.setting import more
from sayso.report.values import Cell, Count, Item, Page, Prose, Row, Section, Table
from sayso.report.wording import in_words, one_line

SOURCES = 60
"""Sources listed."""
NOBODY = "Nobody that could be asked is found criticised."


def article_page(found: ArticleAudit, material: AuditMaterial) -> Page:
    return _OfArticle(found, material).page()


class _OfArticle(Audit):
    def __init__(self, found: ArticleAudit, material: AuditMaterial) -> None:
        super().__init__(material, [found])
        self.found = found

    def page(self) -> Page:
        found, metadata = self.found, self.found.article.metadata
        title = one_line(metadata.title or found.headline_text or found.article.article_id)
        unnamed = [each for one in found.classes if one.what == "unnamed" for each in one.statements]
        silent = [each for each in found.replies if (each.critical or each.voices) and each.state == "not_said"]
        return Page(
            title=title,
            subject=f"Sourcing of {title}",
            status=self.words.review,
            dek=f"Sourcing audit. {room_told(found.room)}.",
            rests_on=(
                ("Article", one_line(" · ".join(filter(None, (metadata.publisher, in_words(metadata.published)))))),
                ("Run", found.article.run_id[:12]),
                ("Codebook", CODEBOOK),
            ),
            figures=(
                Count(f"{len(found.sources):,}", "sources", "#sources"),
                Count(f"{len(found.statements):,}", "statements", "#statements"),
                Count(f"{len(unnamed):,}", "statements of unnamed sources", "#classes" if unnamed else ""),
                Count(f"{len(silent):,}", "criticised, not said whether asked", "#reply" if silent else ""),
            ),
            sections=tuple(self._sections()),
            made=self.material.made,
        )

    def _sections(self) -> Iterator[Section]:
        found, words = self.found, self.words
        yield self._sources()
        yield self.tallies("classes", "By who they are", found.classes, words.classes)
        yield self.tallies("traits", "Among them", found.traits, words.traits)
        yield self.tallies("forms", "By form", found.forms, {})
        yield self.tallies("wording", "Whose words judge", found.wording, words.wording)
        yield self.unnamed(found.unnamed_critical)
        yield self._reply()
        yield headline_section(self, [found.headline], words.fair)
        yield self.voice(found.room.words)
        if not found.shares_shown:
            told = f"Too little for shares of words (from {FLOOR_STATEMENTS} statements and {FLOOR_WORDS} words of sources on): not shown."
            yield Section("shares", "Shares", (Prose((told,)),), beside=True)
        yield from self.closing(found.statements)

    def _sources(self) -> Section:
        found = self.found.sources[:SOURCES]
        if not found:
            return Section("sources", "Sources", (Prose(("No statement of anybody was found.",)),))
        rows = tuple(
            Row(
                (
                    Cell(one_line(each.name) or "(nobody named)"),
                    Cell(one_line(self.words.notes(each))),
                    self.number(each.statements),
                    Cell(", ".join(f"{form} {len(ids):,}" for form, ids in each.forms)),
                    Cell(f"{each.words:,} ({each.quoted:,})"),
                    Cell(f"{each.first:,}"),
                ),
                f"source-{n}",
            )
            for n, each in enumerate(found, 1)
        )
        head = ("source", "who", "statements", "form", "words (quoted)", "first at character")
        table = Table(
            "Sources in the order in which they appear", head, rows, more(len(self.found.sources) - SOURCES, "source")
        )
        return Section("sources", "Sources, in the order in which they appear", (sources.figure(found, table),))

    def _reply(self) -> Section:
        rows = [each for each in self.found.replies if each.critical or each.voices]
        asked = [each for each in self.found.replies if not (each.critical or each.voices)]
        items: list[Item] = [replies_lines(self, rows, self.words.fair)] if rows else []
        if asked:
            items += [
                Prose(("Said to be asked, though nothing critical of them was found:",)),
                replies_lines(self, asked, self.words.fair),
            ]
        return Section(
            "reply",
            "Reply",
            tuple(items) or (Prose((NOBODY,)),),
            beside=True,
        )

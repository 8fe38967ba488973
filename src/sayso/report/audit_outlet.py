"""The audit of a publisher as a page: the same over many articles and by month, with shares where the numbers bear them."""

from collections.abc import Iterator

from sayso.answers.audit import OutletAudit
from sayso.answers.positions import CODEBOOK
from sayso.answers.shares import FLOOR_ARTICLES, FLOOR_POSITIONS
from sayso.report.audit import Audit, AuditMaterial, room_told
from sayso.report.fairness import headline_section, replies_lines
from sayso.report.setting import TOLD, more, shares_section
from sayso.report.values import Cell, Count, Item, Line, Lines, Page, Prose, Row, Section, Table
from sayso.report.wording import counted, in_words, one_line

NOBODY = "Nobody that could be asked is found criticised."
KINDS = {
    "unnamed": "unnamed",
    "private": "private",
    "official": "official",
    "unnamed_critical": "unnamed critical",
}
"""Classes and traits that are followed from month to month."""


def outlet_page(found: OutletAudit, material: AuditMaterial) -> Page:
    return _OfOutlet(found, material).page()


class _OfOutlet(Audit):
    def __init__(self, found: OutletAudit, material: AuditMaterial) -> None:
        super().__init__(material, found.articles)
        self.found = found

    def page(self) -> Page:
        found = self.found
        name = one_line(dict(self.material.asked).get("Publisher", ""))
        replies = {state: len(held) for state, held in found.replies}
        loose = sum(len(ids) for state, ids in found.headlines if state in ("partly", "summary_only"))
        return Page(
            title=f"How {name} sources its news",
            subject=f"Sourcing of {name}",
            status=self.words.review,
            dek=f"{room_told(found.room)}, in {counted(len(found.articles), 'article')}.",
            rests_on=(*((what, one_line(value)) for what, value in self.material.asked), ("Codebook", CODEBOOK)),
            figures=(
                Count(f"{len(found.articles):,}", "articles", "#articles"),
                Count(f"{len(found.statements):,}", "statements", "#statements"),
                Count(f"{replies.get('not_said', 0):,}", "criticised, not said whether asked", "#reply"),
                Count(f"{loose:,}", "headlines not borne out in full", "#headline"),
            ),
            sections=tuple(self._sections()),
            made=self.material.made,
        )

    def _sections(self) -> Iterator[Section]:
        found, words = self.found, self.words
        yield self.tallies("classes", "By who they are", found.classes, words.classes)
        yield self.tallies("traits", "Among them", found.traits, words.traits)
        yield self.tallies("forms", "By form", found.forms, {})
        yield self.tallies("wording", "Whose words judge", found.wording, words.wording)
        yield self._regulars()
        yield self.unnamed([each for one in found.articles for each in one.unnamed_critical])
        yield self._reply()
        loose = [each.headline for each in found.articles if each.headline.state in ("partly", "summary_only")]
        yield headline_section(self, loose, words.fair)
        yield self.voice(found.room.words)
        yield self._months()
        yield self._shares()
        yield self._articles()
        yield from self.closing(found.statements)

    def _regulars(self) -> Section:
        several = [each for each in self.found.regulars if len(each.articles) > 1]
        title = "Sources in several articles, by name"
        if not several:
            return Section("sources", title, (Prose(("None found.",)),), beside=True)
        rows = tuple(
            Row(
                (
                    Cell(one_line(each.name)),
                    Cell(f"{len(each.articles):,}"),
                    self.number(each.statements),
                    Cell(f"{each.words:,}"),
                    Cell("official" if each.official else ""),
                )
            )
            for each in several[:TOLD]
        )
        head = ("source", "articles", "statements", "words", "official")
        return Section("sources", title, (Table(title, head, rows, more(len(several) - TOLD, "source")),), beside=True)

    def _reply(self) -> Section:
        items: list[Item] = []
        for state, held in self.found.replies:
            items.append(Lines((Line(self.words.fair.states[state], f"{len(held):,}"),)))
            if state != "replied":
                items.append(replies_lines(self, held, self.words.fair))
        note = "Everybody criticised, once in each article."
        return Section(
            "reply",
            "Reply",
            tuple(items) or (Prose((NOBODY,)),),
            note=note,
            beside=True,
        )

    def _months(self) -> Section:
        rows = []
        for each in self.found.months:
            held = {one.what: one.statements for one in (*each.classes, *each.traits)}
            silent = sum(count for state, count in each.replies if state in ("not_said", "replied_elsewhere"))
            loose = sum(len(ids) for state, ids in each.headlines if state in ("partly", "summary_only"))
            kinds = (self.number(held.get(what, ())) for what in KINDS)
            cells = (Cell(in_words(each.month)), Cell(f"{len(each.articles):,}"), Cell(f"{each.statements:,}"), *kinds)
            rows.append(Row((*cells, Cell(f"{silent:,}"), Cell(f"{loose:,}"))))
        head = ("month", "articles", "statements", *KINDS.values(), "without reply", "headline not borne out")
        note = f"{counted(self.found.undated, 'article')} without a month." if self.found.undated else ""
        items: tuple[Item, ...] = (
            (Table("By month of publication", head, tuple(rows)),) if rows else (Prose(("No article has a month.",)),)
        )
        return Section("months", "By month of publication", items, note=note)

    def _shares(self) -> Section:
        rows = (
            (
                Cell(each.of),
                Cell(f"{each.part:,} of {each.whole:,}"),
                Cell(f"{each.value:.0%}"),
                Cell(f"{each.low:.0%} to {each.high:.0%}"),
                Cell(each.method),
            )
            for each in self.found.shares
        )
        floors = f"from {FLOOR_ARTICLES} articles on; of statements and words from {FLOOR_POSITIONS}"
        told = f"Too little for shares and intervals ({floors}): not shown."
        return shares_section(rows, told)

    def _articles(self) -> Section:
        rows = tuple(
            Row(
                (
                    Cell(one_line(self.words.called[each.article.article_id])),
                    Cell(f"{len(each.sources):,}"),
                    self.number(each.statements),
                )
            )
            for each in self.found.articles[: 4 * TOLD]
        )
        left = more(len(self.found.articles) - 4 * TOLD, "article")
        return Section("articles", "Articles", (Table("Articles", ("article", "sources", "statements"), rows, left),))

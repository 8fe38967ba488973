"""What an answer about somebody says of fairness: whether they reply where they are criticised, and whether headlines and leads that
speak of them hold.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.answers.headline import HeadlineCheck, Promise, headline_check
from sayso.answers.reply import Reply, replies_of
from sayso.answers.shown_article import ShownArticle
from sayso.records.folding import folded

MOST_ARTICLES = 30
"""Articles that are looked through, the last published: each is read whole, which costs more than all counting."""


@dataclass(frozen=True, slots=True)
class Standards:
    """Of ``articles`` that criticise them, ``looked_through`` were. ``replies`` hold a row for each article and name;
    ``headlines`` the checks of articles whose headline, standfirst, lead or caption promises something about them.
    """

    replies: tuple[Reply, ...]
    headlines: tuple[HeadlineCheck, ...]
    looked_through: int
    articles: int

    def claims(self) -> tuple[Promise, ...]:
        """Groups said to criticise or support them, of whom the body shows no statement."""
        return tuple(
            each
            for check in self.headlines
            for each in check.promises
            if each.what == "group" and each.verdict == "summary_only"
        )


def standards(
    shown: Iterable[ShownArticle], called: Mapping[str, str], parts: Collection[str], articles: int
) -> Standards:
    """For the one of whom ``called`` gives all names, each with the one to show, and the declared ``parts``; ``articles`` criticise
    them in all.
    """
    every = list(shown)
    forms = {folded(each): name for each, name in called.items()}
    rows = (row for each in every for row in replies_of(each, [*called, *parts]))
    checks = (headline_check(each) for each in every)
    return Standards(
        tuple(replace(row, name=forms.get(folded(row.name), row.name)) for row in rows),
        tuple(check for check in checks if any(p.object and folded(p.object) in forms for p in check.promises)),
        len(every),
        articles,
    )

"""What a reader must know to judge the page: how it is counted, what it cannot say, how to read it. Without figures of its own."""

import json
from collections.abc import Iterable, Iterator

from sayso.records.row import RunRow
from sayso.report.wording import one_line

COUNTED = (
    "A statement is one reported expression: who speaks, the words that attribute it, and what is said, each anchored to exact "
    "characters of an article. A position is how one speaker judges one actor in one statement. Positions are found and labelled by a "
    "model; everything on this page is arithmetic on them.",
    "Counted as criticism or support is what a speaker is said to have actually said about this person or body by name, in words quoted "
    "or paraphrased. Not counted are the writer’s own words, what stands in a headline or lead alone, what is told at second hand, "
    "under a condition, as a feeling or as a forecast, and what one’s own side says. A demand alone makes nobody a critic.",
    "Statements that repeat each other are one. Reports are accounts written independently, printings are articles: agency copy in nine "
    "papers is one report and nine printings. Occasions are acts of speaking; “at most” stands where two of them may be one.",
    "A speaker is one name. A last name alone, and a description in two articles, are counted apart; the number of speakers is then "
    "“at most”.",
)
AUDITED = (
    "A source is whoever a statement is credited to. Sources are sorted by what a reader is told of them: a name, an institution, a group, "
    "a description, or a name that is kept back.",
    "Words are those of the contents of statements, headlines and captions aside; between quotation marks they are quoted, else "
    "paraphrased.",
    "Everybody who is criticised and could be asked is looked for in the same article: whether they answer, decline, cannot be reached, "
    "or are not said to be asked. A headline holds if a statement in the body bears out what it promises.",
    "Shares count one text, or carry an interval over articles; none is given below its floor.",
)
LIMITS = (
    "The model errs in both directions: it misses statements, credits some to the wrong speaker, and takes some for criticism or support "
    "that are neither. Read the passages before you repeat a number, and publish no count that nobody has reviewed.",
    "The silence of these articles is not silence of the world: “none found” means none in what was read, by a model that misses some.",
    "That somebody said something is recorded, never that it is true.",
    "The model was trained on English news. What it was trained on, and how it scores, is told in the model cards that come with it.",
)
PARTS = (
    ("source", "who speaks"),
    ("cue", "the words that attribute"),
    ("content", "what is said, between half brackets"),
    ("object", "the words that name the one judged"),
    ("issue", "what they are judged for"),
)
"""The legend of passages, with the name of each part as the style sheet has it."""


def run_facts(runs: Iterable[RunRow]) -> Iterator[tuple[str, str]]:
    """Each run with the models it used, as far as their manifests name them."""
    for each in runs:
        models = ", ".join(_models(each.run.model)) or "model not named"
        yield (
            f"Run {each.run.id[:12]}",
            f"{models}; extraction code {one_line(each.run.code)}; {each.current:,} articles as shown",
        )


def _models(manifests: str) -> Iterator[str]:
    try:
        loaded = json.loads(manifests)
    except ValueError:
        return
    held = loaded if isinstance(loaded, list) else [loaded]
    if isinstance(loaded, dict) and "name" not in loaded:
        held = list(loaded.values())
    for each in held:
        if isinstance(each, dict) and "name" in each:
            yield one_line(" ".join(str(each[key]) for key in ("name", "version") if key in each))

"""A label as a ledger answers with it: under the names that are shown, with its article."""

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.records.actor import ActorKind
from sayso.records.article import Metadata
from sayso.records.span import Span

LabelHolder = Literal["writer", "speaker"]
LABEL_HOLDERS: tuple[str, ...] = get_args(LabelHolder)
"""Who uses a label: the writer, or an actor of the article."""


@dataclass(frozen=True, slots=True)
class LabelFact:
    """A label as the current reading found it: the answers count over these.

    ``of``, ``by`` and ``disputed_by`` are names as the registry shows them; ``by`` is None where the writer uses the label,
    ``disputed_by`` where nobody is reported to reject it. ``own`` says that somebody calls himself so, ``denied`` that he rejects it
    himself.
    """

    span: Span
    of: str
    of_kind: ActorKind
    own: bool
    by: str | None
    denied: bool
    disputed_by: str | None
    distance: Span | None
    article_id: str
    version_id: str
    run_id: str
    given_id: str | None
    metadata: Metadata

    @property
    def holder(self) -> LabelHolder:
        return "writer" if self.by is None else "speaker"

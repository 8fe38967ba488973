"""The writer's own voice: an assertion nobody is quoted for, in which the writer evaluates; and whose voice it is by genre."""

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.records.article import Genre, Metadata
from sayso.records.position import Label, Stance
from sayso.records.span import Span

Holder = Literal["author", "publisher", "agency", "interviewer", "issuer", "unknown"]
HOLDERS: tuple[str, ...] = get_args(Holder)

_BY_GENRE: dict[Genre, Holder] = {
    "news": "author",
    "opinion": "author",
    "letter": "author",
    "post": "author",
    "editorial": "publisher",
    "agency": "agency",
    "interview": "interviewer",
    "sponsored": "issuer",
}
"""Codebook, decision 21; minutes are verbatim, so that their own voice is nobody's."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One passage in which the writer evaluates; ``confidence`` is the calibrated probability of that.

    ``object`` is the local id of the actor it judges and ``mention`` the span that names it; both None where it judges no actor,
    and then ``label`` is none.
    """

    id: str
    span: Span
    confidence: float
    object: str | None
    mention: Span | None
    stance: Stance
    label: Label

    def __post_init__(self) -> None:
        if (self.object is None) != (self.mention is None):
            raise ValueError("an object and the span that names it go together")
        if self.object is None and self.label != "none":
            raise ValueError(f"a voice that judges nobody has no stance {self.label}")


@dataclass(frozen=True, slots=True)
class VoiceFact:
    """A voice as the current reading found it, with its article: the answers count over these.

    ``object`` is the name of the actor judged, as the registry shows it; None where it judges no actor. ``body`` is how many code
    points the body of the article has.
    """

    id: str
    span: Span
    confidence: float
    object: str | None
    label: Label
    article_id: str
    version_id: str
    given_id: str | None
    metadata: Metadata
    body: int = 0

    @property
    def holder(self) -> Holder:
        return holder_of(self.metadata)


def holder_of(metadata: Metadata) -> Holder:
    """Whose voice the article's own is (codebook, decision 21).

    Of no known genre, a text that names an agency is the agency's and one that names an author is the author's.
    """
    known = _BY_GENRE.get(metadata.genre)
    if metadata.genre in ("news", "unknown") and metadata.agency:
        return "agency"
    if known is not None:
        return known
    return "author" if metadata.genre == "unknown" and metadata.authors else "unknown"


def holder_name(metadata: Metadata) -> str | None:
    """Who that is, as far as the article's metadata name anybody."""
    match holder_of(metadata):
        case "author":
            return ", ".join(metadata.authors) or None
        case "publisher":
            return metadata.publisher
        case "agency":
            return metadata.agency
        case _:
            return None

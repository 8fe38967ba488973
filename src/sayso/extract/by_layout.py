"""Statements that the layout alone gives: signed quotations and turns of a transcript."""

from dataclasses import dataclass

from sayso.extract.anchoring import Parts
from sayso.extract.paragraphs import Range


@dataclass(frozen=True, slots=True)
class ByLayout:
    """One such statement. ``frame`` holds what attributes it: no other source or cue stands there.

    ``verbatim``: its content are the speaker's own words although no marks say so. ``is_statement`` is false where only
    the frame counts: an interviewer's question is framed, but no statement.
    """

    parts: Parts
    frame: Range
    confidence: float
    verbatim: bool = False
    is_statement: bool = True

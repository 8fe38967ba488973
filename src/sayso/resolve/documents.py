"""Sources that are something made and not their maker: reports, posts, laws, pictures. They lead to an author where one is named."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.records.span import Span
from sayso.records.statement import Statement
from sayso.resolve.heads import DOCUMENTS
from sayso.resolve.listed import word_set
from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.pronouns import Pronoun
from sayso.resolve.refs import Ref
from sayso.resolve.tokens import POSSESSIVE, SENTENCE, SPACE, Tokens

LONGEST = 12
"""Words before the noun that says what kind of document it is."""

_AFTER_NOUN = word_set(
    """
    of by from in on for at to with about published released posted issued written signed made seen obtained that which
    kept drawn given who dated entitled titled called put sent taken leaked filed shared carried held reading conducted
    commissioned printed drawn moved handed nailed pinned
    """
)
_SINGULAR = re.compile(r"(?:ies|s)$")
_AUTHOR = re.compile(r"\b(?:by|from|of)\s(?:[\w.’'-]+\s){0,5}$")
_ITS_MAKER = re.compile(r"\b(?:by|from)\s(?:[\w.’'-]+\s){0,5}$")
_ORDERED = re.compile(
    r"\b(?:commissioned|requested|ordered|funded|obtained|seen|reviewed|cited|quoted)\sby\s(?:(?!by\b)[\w.’'-]+\s){0,5}$"
)
"""Who stands after these has not made the document, unless nobody else has."""
_HANDED_ON = re.compile(
    r"\b(?:published|released|posted|distributed|leaked|carried|printed)\sby\s(?:(?!by\b)[\w.’'-]+\s){0,5}$"
)
_ABOUT = word_set(
    "survey poll study footage video picture pictures photo photos film documentary biography census image"
)
"""After these, "of" tells what they show and not who made them."""
_IN_TITLES = word_set("poll polls report reports act treaty agreement accord constitution")
"""Documents whose noun has a capital after other words with capitals; else these are the name of a body ("the Norr Post")."""
CARRIED = word_set("placard sign banner poster")
"""What people in a crowd hold up."""
NOBODYS = word_set("constitution law code act treaty agreement accord pact charter convention legislation rule")
"""Whose country or land they bear is not their author."""
_DETERMINED = word_set(
    "the a an this that these those his her its their our my your another one two some several both latest"
)
_TAKEN_UP = word_set("the this that these those it its their his her both")
_NEVER_NAMES = word_set(
    "poll polls report reports study studies survey surveys documents records figures data estimates statistics"
)
_ALSO = word_set(
    """
    testament codicil inventory dissent ultimatum notice encyclical edict fatwa circular handbill flyer flier subpoena writ summons
    prospectus deposition audit certificate treatise dispatch postcard epistle thesis dissertation riposte rebuttal handout bulletin
    """
)
"""Documents too, beside the list that says what is no actor."""
_DETERMINED_ONLY = word_set("will minutes")
"""Documents where a determiner stands before; else a verb, a time."""
_WRITTEN_ONLY = word_set("defence defense answer reply response plea")
"""Documents where "written" stands before."""
_SUBJECTS = word_set("he she they we i it")
_IN_CUE = re.compile(r"\w+")
_IN_A_DOCUMENT = re.compile(r"\b[Ii]n (?:an?|his|her|their|its) ((?:[a-z-]+ ){0,2}[a-z-]+)\b")
FAR = 300
"""Characters of a sentence before and after what is said in which a document may stand."""
_OF_PLACES = frozenset(["place"])


def is_document(found: Tokens, span: Span) -> bool:
    """Whether a source is a document: the noun it ends in, before any preposition, says so."""
    return bool(word_of(found, span))


def word_of(found: Tokens, span: Span) -> str:
    """The singular of that noun, or "" for a source that is no document."""
    n = _noun(found, span)
    if n < 0 or (found.capital[n] and not _written(found, span, n)):
        return ""
    return document_at(found, n)


def document_at(found: Tokens, n: int) -> str:
    """The singular of the word ``n`` where it is the noun for a document, or ""."""
    word = found.lower[n]
    told = singular(word)
    before = found.lower[n - 1] if n and found.joins[n] in (SPACE, POSSESSIVE) else ""
    if told or not before:
        return told
    if word in _DETERMINED_ONLY:
        return word if before in _TAKEN_UP or before in ("a", "last") or found.joins[n] == POSSESSIVE else ""
    return word if word in _WRITTEN_ONLY and before == "written" else ""


def singular(word: str) -> str:
    """The singular of a lower-cased noun for a document, or ""."""
    if word in DOCUMENTS or word in _ALSO:
        return word
    stem = _SINGULAR.sub("y" if word.endswith("ies") else "", word)
    return stem if stem in DOCUMENTS or stem in _ALSO else ""


def documents_in_cue(found: Tokens, statement: Statement) -> list[str]:
    """The documents by which a statement is said to be made: "said in a letter", also where the cue is cut before it."""
    if not statement.source:
        return []
    words = [word for span in statement.cue for word in _IN_CUE.findall(span.text.lower())]
    begin, end = statement.sentence.start, statement.sentence.end
    low = min((span.start for span in statement.content), default=end)
    high = max((span.end for span in statement.content), default=begin)
    for start, stop in ((begin, min(low, begin + FAR)), (max(high, end - FAR), end)):
        for each in _IN_A_DOCUMENT.finditer(found.text, start, max(start, stop)):
            words += each.group(1).split()
    return [
        word
        for word in words
        if word in DOCUMENTS and word not in ("figures", "text", "note", "plan", "sign", "record")
    ]


def _written(found: Tokens, span: Span, n: int) -> bool:
    """Whether a noun with a capital is a document for all that, and not somebody’s name ("Law said")."""
    first = bisect_left(found.starts, span.start)
    if (
        n > first
        and found.capital[n - 1]
        and found.joins[n] == SPACE
        and (n - 1 > first or found.joins[first] < SENTENCE)
    ):
        return found.lower[n] in _IN_TITLES and found.lower[first] in _DETERMINED
    plural = found.lower[n] not in DOCUMENTS
    goes_on = n + 1 < len(found) and found.lower[n + 1] in _AFTER_NOUN
    return plural or goes_on or found.lower[first] in _DETERMINED or found.lower[n] in _NEVER_NAMES


def is_taken_up(found: Tokens, span: Span) -> bool:
    """Whether a document is spoken of as known: "the report", not "a report" or "reports"."""
    return found.lower[bisect_left(found.starts, span.start)] in _TAKEN_UP


def _noun(found: Tokens, span: Span) -> int:
    """The number of the last word of the source's first noun phrase, or -1."""
    at = bisect_left(found.starts, span.start)
    last = -1
    first = at
    while at < len(found) and found.starts[at] < span.end and at - first < LONGEST:
        if last >= 0 and (found.lower[at] in _AFTER_NOUN or _comma(found, at) or _related(found, first, last, at)):
            break
        last = at
        at += 1
    return last


def _related(found: Tokens, first: int, last: int, at: int) -> bool:
    """Whether a clause without "that" begins after a noun: "a message Ana Roe wrote", "a leaflet handed out by miners"."""
    begins = found.capital[at] or found.lower[at] in _SUBJECTS or found.lower[at].endswith("ed")
    known = not found.capital[last] and bool(document_at(found, last)) and last > first
    return begins and known and found.joins[at] == SPACE


def _comma(found: Tokens, at: int) -> bool:
    """Whether a comma stands before the word that does not part the numbers of a date."""
    gap = found.text[found.ends[at - 1] : found.starts[at]]
    return "," in gap and not found.words[at].isdigit() and not found.words[at - 1].isdigit()


def authors_in(found: Tokens, span: Span, inside: Sequence[tuple[int, Ref]]) -> list[int]:
    """The numbers of the mentions in a document's source that name its maker, the likeliest first.

    Who stands behind "by" or "from", whose it is, or whose name stands right before the noun; after "of" only people are.
    """
    noun = _noun(found, span)
    if word_of(found, span) in NOBODYS:
        return []
    made: list[tuple[int, int]] = []
    for n, ref in inside:
        rank = _rank(found, span, ref, noun)
        if rank:
            made.append((rank, n))
    best = min(made, default=(0, -1))
    return [n for rank, n in sorted(made) if rank == best[0]]


def _rank(found: Tokens, span: Span, ref: Ref, noun: int) -> int:
    """0 for one who is no author, else the lower the likelier."""
    before = found.text[max(span.start, ref.outer - 60) : ref.start]
    after = found.text[ref.end : ref.end + 1]
    if _ITS_MAKER.search(before):
        return 6 if _ORDERED.search(before) else 2 if _HANDED_ON.search(before) else 1
    if isinstance(ref.what, Pronoun):
        return 3 if ref.what.possessive and ref.last <= noun else 0
    if ref.first <= noun < ref.last and not isinstance(ref.what, Name):
        return 0
    if after in ("'", "’") and ref.last <= noun:
        return 3
    if ref.last <= noun and isinstance(ref.what, Name) and ref.what.kind not in _OF_PLACES and not ref.what.doubtful:
        return 4
    if (
        ref.first > noun
        and found.lower[noun] not in _ABOUT
        and _AUTHOR.search(before)
        and isinstance(ref.what, Nominal)
        and ref.what.of.kind in ("person", "group")
    ):
        return 5
    return 0

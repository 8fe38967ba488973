"""Names that are none: a first name alone, a pseudonym, a user's name. Who is called so stays an unnamed source (codebook, decision 25)."""

import re
from collections.abc import Iterable, Sequence

from sayso.resolve.names import Name
from sayso.resolve.nominals import Nominal
from sayso.resolve.refs import Phrase, Ref
from sayso.resolve.tokens import SENTENCE, Tokens

BEFORE, AFTER = 60, 90
"""Characters around a name that may say so."""
NEAR = 9
"""Words between a description and the false name that it is given."""

_OWN = r"(?:his|her|their|a|the)"
_SAID_AFTER = re.compile(
    rf",? (?:\(?aged \d+\)?,? |\d+,? )?(?:an? [a-z0-9 -]{{2,40}},? )?(?:"
    rf"who (?:only )?(?:gave|provided|offered|used|uses|agreed to give) (?:only |just )?{_OWN} (?:first|given|middle) name"
    rf"|who (?:would )?(?:only )?(?:identified|identify|introduced) (?:himself|herself|themself) only"
    rf"|who (?:[a-z]+ ){{1,5}}(?:{_OWN} )?(?:surname|last name|full name|family name|real name)\b"
    rf"|who (?:asked|wanted|wished|requested|preferred)(?: that)? (?:only )?"
    rf"(?:to be (?:identified|named|known) (?:only )?by )?{_OWN} (?:first|given) name"
    rf"|whose (?:real |full |last )?name (?:has been |was |is being |is )?(?:changed|withheld|not)"
    rf"|\(?(?:which is )?(?:not|isn['’]t) {_OWN} real name"
    rf"|\((?:a |name |names )?(?:pseudonym|alias|changed)"
    rf"|,? a pseudonym\b)"
)
_SAID_BEFORE = re.compile(
    r"(?:\b(?:pseudonym|alias|nom de guerre|handle|username|user name|screen name|false name|assumed name|pen name)(?: of)?"
    r"|\b(?:identified|named|known|introduced)(?: (?:himself|herself|themself|themselves))? (?:only|just) (?:as|by)"
    r"(?: (?:his|her|their) (?:first|given) name,?)?"
    r"|\bwho\b[^.]{0,40}\b(?:first|given) name(?: only)?(?:,| as| was| is)"
    r"|\bgave (?:his|her|their) name (?:only )?as"
    r"|\b(?:calling|calls|called|naming) (?:himself|herself|themself|themselves|itself)"
    r"|\b(?:goes|going|went) by (?:the (?:name|handle|nickname)(?: of)?)"
    r"|\b(?:user|poster|commenter|blogger) (?:named|called|known as))"
    r" [“\"‘'@]?$"
)
_ANONYMOUS = re.compile(
    r"(?:,| who\b| speaking\b| on\b| requesting\b)[^.“”\"\n]{0,60}?"
    r"(?:not (?:to )?be (?:named|identified)|to (?:be named|be identified|give (?:his|her|their) names?)|anonym)"
)


def without_pseudonyms(
    found: Tokens, names: Sequence[Name], nominals: Iterable[Nominal]
) -> tuple[list[Name], list[Phrase]]:
    """The names that are somebody's, and in place of all others phrases, each with the word of the description that bears it."""
    persons = {each.first: each for each in nominals if each.of.kind in ("person", "group") and each.indefinite}
    borne: dict[str, int] = {}
    for name in names:
        if name.last - name.first > 2 or name.kind not in ("unknown", "person"):
            continue
        bearer = _bearer(found, name, persons)
        if bearer is not None:
            borne.setdefault(_words(found, name), bearer)
    if not borne:
        return list(names), []
    kept = [each for each in names if _words(found, each) not in borne]
    false = [
        Phrase(each.first, each.last, bearer=borne[_words(found, each)])
        for each in names
        if _words(found, each) in borne
    ]
    return kept, false


def _bearer(found: Tokens, name: Name, persons: dict[int, Nominal]) -> int | None:
    """The first word of the description that has the name for a false one, -1 where it stands alone; None for a true name."""
    start, end = found.starts[name.first], found.ends[name.last - 1]
    if _SAID_AFTER.match(found.text, end, end + AFTER):
        return -1
    before = found.text[max(0, found.starts[name.outer] - BEFORE) : start]
    if not _SAID_BEFORE.search(before):
        return None
    for n in range(name.outer - 1, max(-1, name.outer - NEAR), -1):
        if n in persons:
            return n
        if found.joins[n] >= SENTENCE:
            break
    return -1 if "only" in before or "pseudonym" in before or "alias" in before else None


def _words(found: Tokens, name: Name) -> str:
    return " ".join(found.lower[name.first : name.last])


def is_anonymous(found: Tokens, ref: Ref) -> bool:
    """Whether the text says after a description that those described did not wish to be named."""
    return _ANONYMOUS.match(found.text, ref.end, ref.end + AFTER) is not None

"""Proper names, found by case, position and the words around them.

Source: runs of capitals, as in rule-based recognisers of English names. Recall comes first: what is no actor is thrown out later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sayso.records.actor import ActorKind
from sayso.resolve.acronyms import spelt_out
from sayso.resolve.answering import answers, is_interview
from sayso.resolve.heads import BREAKS, HEADS
from sayso.resolve.listed import word_set
from sayso.resolve.name_words import is_group, name_words
from sayso.resolve.press import PUBLISHERS
from sayso.resolve.titles import (
    ADJECTIVES,
    COMPOUND_PLACES,
    GIVEN,
    GOVERNMENTAL,
    LINKS,
    ORGANISATIONS,
    PARTICLES,
    PLACE_NOUNS,
    PLACES,
    PORTFOLIOS,
    SUFFIXES,
    TITLES,
)
from sayso.resolve.tokens import POSSESSIVE, SENTENCE, SPACE, Tokens

LONGEST = 12
"""Words of a name."""

_TITLES_AS_SURNAMES = word_set(
    """
    king prince judge baron bishop pope major marshal duke earl page shah father private singer
    """
)
_ALSO_SURNAMES = word_set(
    "jordan georgia chad israel france london washington paris berlin ireland england wales holland"
)
_OF_SEVERAL_TASKS = word_set("ministry department committee commission directorate bureau")
"""Bodies whose names go on over "and" with more than one word: "the Ministry of Health and Social Care"."""
_PARTY_MEMBERS = word_set("republican democrat conservative")
_INDUSTRIES = word_set(
    """
    cement oil gas energy mining shipping chemicals textiles foods insurance assurance petroleum pharma pharmaceuticals
    telecom aerospace electric electronics logistics properties securities dredging construction engineering
    consulting pictures records refining refineries minerals metals mills breweries shipyards shipyard dairies
    """
)
"""What companies are called after their trade: "Karst Cement" is nobody's name."""
_WHERE = word_set("in at near across throughout outside inside around")
_ATTRIBUTIVE = word_set(
    """
    people women men children lord veterans workers farmers journalists sheriff attorney prosecutor governor mayor
    president minister coroner commissioner general
    """
)


@dataclass(frozen=True, slots=True)
class Name:
    """Words ``[first, last)``; with its titles and article the mention begins at ``outer``.

    ``titles`` are the lower-cased titles before it; ``kind`` is what its form tells, mostly unknown; ``located`` says
    that "in" or the like stands before it, ``doubtful`` that only the start of a sentence may have given it its capital.
    """

    first: int
    last: int
    outer: int
    titles: tuple[str, ...]
    kind: ActorKind
    article: bool
    acronym: bool
    located: bool = False
    doubtful: bool = False


def find_names(found: Tokens) -> list[Name]:
    """Names in text order; none overlaps another."""
    good = name_words(found)
    spelt = spelt_out(found)
    names: list[Name] = []
    at, count = 0, len(found)
    interview = is_interview(found.text)
    while at < count:
        if interview and answers(found, at):
            names.append(Name(at, at + 1, at, (), "unknown", False, True))
            at += 1
            continue
        if not good[at]:
            at += 1
            continue
        end = _run_end(found, good, at)
        whole = _spelt_end(found, spelt, at, end)
        if whole:
            names.extend(_whole(found, at, whole))
            at = whole
            continue
        made = [] if _first_task(found, good, at, end) else list(_of_run(found, good, at, end))
        names.extend(made)
        at = max([end, *(each.last for each in made)])
    return _with_bare_surnames(found, names)


def _with_bare_surnames(found: Tokens, names: list[Name]) -> list[Name]:
    """With last names that are also nouns for persons ("Baker"), where the text has the full name and no article stands before them."""
    known = {
        found.lower[each.last - 1]
        for each in names
        if each.last - each.first in (2, 3)
        and each.kind in ("person", "unknown")
        and _is_also_noun(found.lower[each.last - 1])
    }
    if not known:
        return names
    taken = {n for each in names for n in range(each.outer, each.last)}
    more = [
        Name(n, n + 1, n, (), "unknown", False, False)
        for n, word in enumerate(found.lower)
        if word in known and n not in taken and found.capital[n] and not found.titled[n] and _alone(found, n)
    ]
    return sorted([*names, *more], key=lambda each: each.first)


def _is_also_noun(word: str) -> bool:
    return word in HEADS or word in ADJECTIVES


def _alone(found: Tokens, n: int) -> bool:
    """Whether no article, title or other word with a capital belongs to a word, nor a noun to an adjective."""
    if found.lower[n] in ADJECTIVES and not _acts_next(found, n):
        return False
    if n + 1 < len(found) and found.capital[n + 1] and found.joins[n + 1] == SPACE:
        return False
    if n == 0 or found.joins[n] != SPACE:
        return True
    before = found.lower[n - 1]
    return not found.capital[n - 1] and before not in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
    )


def _spelt_end(found: Tokens, spelt: Mapping[int, int], start: int, end: int) -> int:
    """Where a name ends that begins in the run and that an acronym after it spells out to beyond the run; 0 if there is none."""
    for n in range(start, end):
        if spelt.get(n, 0) > end and not any(word in TITLES for word in found.lower[start:n]):
            return spelt[n]
    return 0


def _whole(found: Tokens, first: int, last: int) -> Iterator[Name]:
    """The name of a body that is known as a whole."""
    outer = _outer(found, first)
    governs = any(word in GOVERNMENTAL for word in (found.lower[first], found.lower[last - 1]))
    located = outer > 0 and found.lower[outer - 1] in _WHERE and found.joins[outer] == SPACE
    article = outer < first and found.lower[outer] == "the"
    yield Name(first, last, outer, (), "government" if governs else "organization", article, False, located)


def _first_task(found: Tokens, good: list[bool], start: int, end: int) -> bool:
    """Whether a run of capitals is the first of two tasks of an office: "Police and Crime Commissioner Ana Roe"."""
    if end - start > 2 or end + 1 >= len(found) or found.lower[end] != "and" or not good[end + 1]:
        return False
    if not all(word in PORTFOLIOS for word in found.lower[start:end]) or found.joins[end + 1] != SPACE:
        return False
    stop = _run_end(found, good, end + 1)
    return any(found.lower[n] in TITLES for n in range(end + 2, stop - 1))


def is_place(found: Tokens, first: int, last: int) -> bool:
    """Whether the words are the name of a country or another place known by itself."""
    words = found.lower[first:last]
    return (len(words) == 1 and words[0] in PLACES) or (len(words) == 2 and (words[0], words[1]) in COMPOUND_PLACES)


def _run_end(found: Tokens, good: list[bool], at: int) -> int:
    """Where the run of capitals that begins at ``at`` ends, particles included."""
    end, count = at + 1, len(found)
    while end < count and end - at < LONGEST:
        if good[end] and (found.joins[end] == SPACE or found.text[found.ends[end - 1] : found.starts[end]] == " & "):
            end += 1
            continue
        skip = end
        while skip < count and skip - end < 3 and found.joins[skip] == SPACE and found.lower[skip] in PARTICLES:
            skip += 1
        if end < skip < count and found.joins[skip] == SPACE and good[skip]:
            end = skip + 1
        elif found.joins[end] == POSSESSIVE and good[end] and _attributive(found, good, at, end):
            end += 1
        else:
            break
    return end


def _attributive(found: Tokens, good: list[bool], at: int, end: int) -> bool:
    """Whether a possessive is part of the name: "Harbour Workers’ Union", "National People's Congress"."""
    plural = found.lower[end - 1] in _ATTRIBUTIVE or found.starts[end] - found.ends[end - 1] == 2
    stop = end
    while stop < len(found) and stop - at < LONGEST and good[stop] and found.joins[stop] in (SPACE, POSSESSIVE):
        stop += 1
        if found.lower[stop - 1] in ORGANISATIONS:
            return plural or _abbreviated(found, at, stop)
    return False


def _abbreviated(found: Tokens, first: int, last: int) -> bool:
    """Whether the initials of the words stand in brackets after them."""
    if last >= len(found) or not found.text.startswith("(", found.starts[last] - 1):
        return False
    return initials(found, first, last) == found.lower[last].replace(".", "")


def initials(found: Tokens, first: int, last: int) -> str:
    """The first letters of the words with a capital, lower-cased."""
    return "".join(found.lower[n][0] for n in range(first, last) if found.capital[n])


def _of_run(found: Tokens, good: list[bool], start: int, end: int) -> Iterator[Name]:
    """The names in the run of capitals ``[start, end)``."""
    lower = found.lower
    first, outer = start, start
    body = lower[end - 1] in ORGANISATIONS and lower[end - 1] not in TITLES
    portfolio = (
        start > 1 and lower[start] in PORTFOLIOS and lower[start - 1] in ("of", "for") and lower[start - 2] in TITLES
    )
    if portfolio and end - start > 2:
        first, outer = start + 1, start - 2
    while portfolio and end - first > 2 and lower[first] in PORTFOLIOS:
        first += 1
    split = _place_before(found, start, end)
    if split and not any(word in TITLES for word in lower[start:end]):
        yield Name(start, split, start, (), "place", False, False)
        first, outer = split, split
    led = _led_body(found, first, end) if split == 0 and not body else 0
    if led:
        yield from _made(found, good, first, led, _outer(found, first), ())
        first, outer = led, led
    if not body:
        titled = [n for n in range(first, end) if lower[n] in TITLES or _begins_with_role(found, n, first, end)]
        if titled and not (titled[-1] == end - 1 and _surname(found, first, end)):
            first = titled[-1] + 1
    if first >= end:
        return
    titles = tuple(word for word in lower[outer:first] if word in TITLES or word in HEADS)
    outer = _outer(found, outer)
    yield from _made(found, good, first, end, outer, titles)


def _begins_with_role(found: Tokens, n: int, first: int, end: int) -> bool:
    """Whether the first word of a sentence tells what the one named after it is: "Scientist Ana Roe"."""
    word = found.lower[n]
    if word in _PARTY_MEMBERS and n == first and end - first > 2:
        return not ORGANISATIONS.intersection(found.lower[first + 1 : end]) and found.lower[end - 1] not in HEADS
    head = HEADS.get(word.removeprefix("co-"))
    if n != first or end - first < 3 or (found.joins[n] < SENTENCE and not word.startswith("co-")) or head is None:
        return False
    return (head.kind == "person" or word == "broadcaster") and not head.plural and found.lower[n] not in GIVEN


def _surname(found: Tokens, first: int, end: int) -> bool:
    """Whether a title at the end is a last name: "Stephen King"."""
    words = found.lower[first:end]
    return (
        len(words) == 2
        and words[1] in _TITLES_AS_SURNAMES
        and words[0] not in TITLES | PLACES | ADJECTIVES | ORGANISATIONS
    )


def _place_before(found: Tokens, start: int, end: int) -> int:
    """Where a person's name begins after "President of the United States"; 0 where none does."""
    if start < 2 or found.lower[start - 1] not in ("of", "the", "to", "for") or found.lower[end - 1] in ORGANISATIONS:
        return 0
    for size in (2, 1):
        if end - start >= size + 2 and is_place(found, start, start + size):
            return start + size
    return 0


def _led_body(found: Tokens, first: int, end: int) -> int:
    """Where a person’s name begins after "leader of the Norr Party"; 0 where none does."""
    if first < 2 or found.lower[first - 1] not in ("of", "the", "for"):
        return 0
    lead = found.lower[first - 3 : first - 1] if found.lower[first - 1] == "the" else found.lower[first - 2 : first]
    role = HEADS.get(lead[0]) if len(lead) == 2 and lead[1] in ("of", "for") else HEADS.get(found.lower[first - 2])
    if role is None or role.kind != "person" or role.plural:
        return 0
    nouns = [n for n in range(first, end) if found.lower[n] in ORGANISATIONS]
    return nouns[-1] + 1 if nouns and nouns[-1] > first and end - nouns[-1] in (3, 4) else 0


def _outer(found: Tokens, first: int) -> int:
    """``first``, or the article before it."""
    return first - 1 if _has_article(found, first) else first


def _has_article(found: Tokens, first: int) -> bool:
    return first > 0 and found.joins[first] == SPACE and found.lower[first - 1] in ("the", "a", "an")


def _made(found: Tokens, good: list[bool], first: int, end: int, outer: int, titles: tuple[str, ...]) -> Iterator[Name]:
    words = found.lower[first:end]
    if len(words) == 1 and _is_no_name(found, first, bool(titles)):
        return
    if words[-1] in _PARTY_MEMBERS and len(words) < 4 and not titles and _has_article(found, first):
        return  # "the Norr Republican" is a description
    last = end if titles else _extended(found, good, first, end)
    yield Name(
        first=first,
        last=last,
        outer=outer,
        titles=titles,
        kind=_kind(found, first, last, end, titles),
        article=outer < first and found.lower[outer] == "the",
        acronym=last - first == 1 and _is_acronym(found, first),
        doubtful=last - first == 1 and not titles and found.joins[first] >= SENTENCE,
        located=outer > 0 and not titles and found.lower[outer - 1] in _WHERE and found.joins[outer] == SPACE,
    )


def _is_no_name(found: Tokens, n: int, titled: bool) -> bool:
    word = found.lower[n]
    if word in PUBLISHERS and n and found.lower[n - 1] == "the" and _acts_next(found, n):
        return False
    if word in ADJECTIVES or is_group(word) or word.isdigit():
        return True
    if len(word.strip(".")) == 1:
        return True
    head = HEADS.get(word)
    return head is not None and head.kind in ("person", "group") and not titled


def _acts_next(found: Tokens, n: int) -> bool:
    """Whether a verb or no word at all follows, so that an adjective is a name ("The Hindu reported")."""
    after = n + 1
    ends = after >= len(found) or found.joins[after] != SPACE
    return ends or found.lower[after] in BREAKS or found.lower[after].endswith("ed")


def _is_acronym(found: Tokens, n: int) -> bool:
    letters = [each for each in found.words[n] if each.isalpha()]
    if len(found.words[n]) > 3 and _labels_turn(found, n + 1):
        return False
    return 2 <= len(found.words[n]) <= 8 and all(each.isupper() for each in letters) and not found.titled[n]


def _extended(found: Tokens, good: list[bool], first: int, end: int) -> int:
    """Where the name of a body ends that goes on over "of the", "for" and "and"."""
    lower, last = found.lower, end
    listed = _tasks(found, good, first, end)
    if listed:
        return listed
    if _coordinated(found, good, first, end):
        return _run_end(found, good, end + 1)
    for _ in range(2):
        if not any(word in ORGANISATIONS for word in lower[first:last]):
            break
        at = last
        if at >= len(found) or found.joins[at] != SPACE or not (lower[at] in LINKS or _seated(lower, at)):
            break
        at += 1
        if at < len(found) and lower[at] == "the" and found.joins[at] == SPACE:
            at += 1
        if at >= len(found) or not good[at] or found.joins[at] != SPACE or lower[at] in TITLES - PORTFOLIOS:
            break
        last = _run_end(found, good, at)
        if (
            last + 1 < len(found)
            and lower[last] == "and"
            and found.joins[last] == SPACE
            and _short(found, good, at, last)
        ):
            last = _run_end(found, good, last + 1)
    return _tasks(found, good, first, last) or min(last, first + LONGEST)


def _tasks(found: Tokens, good: list[bool], first: int, last: int) -> int:
    """Where a body’s name ends whose tasks are listed ("the Media, Culture and Sport Committee"); 0 if they are not."""
    at, count, short = last, len(found), True
    while (
        at < count
        and at - first < 2 * LONGEST
        and good[at]
        and found.text[found.ends[at - 1] : found.starts[at]] == ", "
    ):
        begun, at = at, _run_end(found, good, at)
        short = short and at - begun == 1
        if found.lower[begun] in GIVEN or at - last > LONGEST:
            return 0
    if at == last or at + 1 >= count or found.lower[at] != "and" or not good[at + 1] or found.joins[at + 1] != SPACE:
        return 0
    stop = _run_end(found, good, at + 1)
    told = found.lower[first:last]
    nouns = ORGANISATIONS if short and stop - at < 4 else _OF_SEVERAL_TASKS
    opens = any(word in nouns and after in LINKS for word, after in pairwise(told))
    return stop if opens or found.lower[stop - 1] in _OF_SEVERAL_TASKS else 0


def _seated(lower: list[str], at: int) -> bool:
    """ "The US Embassy in London"."""
    return lower[at] == "in" and lower[at - 1] in ("embassy", "consulate")


def _short(found: Tokens, good: list[bool], at: int, last: int) -> bool:
    """Whether "and" may go on with a name: "the Ministry of Trade and Industry"."""
    after = last + 1
    if last - at > 2 or not good[after] or found.joins[after] != SPACE or found.lower[after] in ORGANISATIONS:
        return False
    end = _run_end(found, good, after)
    if found.words[after].isupper() or found.lower[after] in TITLES or found.lower[after] in GIVEN:
        return False
    return end - after < 2 or (
        end - after == 2 and bool(_OF_SEVERAL_TASKS.intersection(found.lower[max(0, at - 3) : at]))
    )


def _coordinated(found: Tokens, good: list[bool], first: int, end: int) -> bool:
    """ "The Law and Justice Party": two parts of one name, after an article."""
    after = end + 1
    if after >= len(found) or found.lower[end] != "and" or not good[after] or found.lower[end - 1] in ORGANISATIONS:
        return False
    if found.joins[end] != SPACE or found.joins[after] != SPACE or "the" not in found.lower[max(0, first - 2) : first]:
        return False
    stop = _run_end(found, good, after)
    return stop - after > 1 and found.lower[stop - 1] in ORGANISATIONS


def _labels_turn(found: Tokens, end: int) -> bool:
    """Whether a colon after a name in capitals makes it the speaker of a turn ("ANA ROE: We stay")."""
    return found.words[end - 1].isupper() and found.text.startswith(":", found.ends[end - 1])


def _kind(found: Tokens, first: int, last: int, end: int, titles: tuple[str, ...]) -> ActorKind:
    if titles:
        return "person"
    words = found.lower[first:last]
    if is_place(found, first, last):
        return "place"
    core = found.lower[first:end]
    if core[-1] in ORGANISATIONS or last > end or core[-1] in SUFFIXES:
        return "government" if core[-1] in GOVERNMENTAL or words[0] in GOVERNMENTAL else "organization"
    if core[0] == "new" and 1 < len(core) < 4 and not found.titled[first] and core[-1] not in HEADS:
        return "place"
    if len(core) > 1 and (core[-1] in PLACE_NOUNS or core[0] in PLACE_NOUNS):
        return "place"
    if len(core) > 1 and core[-1] in PLACES - _ALSO_SURNAMES and core[0] not in GIVEN:
        return "organization"
    if core[0] in GIVEN or _labels_turn(found, end):
        return "unknown"
    if len(core) > 1 and core[-1] in _INDUSTRIES:
        return "organization"
    shouted = [found.words[n].isupper() and len(core[n - first]) > 1 and not found.titled[n] for n in range(first, end)]
    if len(core) > 1 and any(shouted) and not all(shouted):
        return "organization" if not any("." in word for word in found.words[first:end]) else "unknown"
    head = HEADS.get(core[-1])
    if head is not None and head.kind in ("organization", "government", "office"):
        return head.kind
    return "unknown"

"""Which words of a text may be part of a name: by case, by place in the sentence, and by what the text has elsewhere."""

from sayso.resolve.heads import HEADS
from sayso.resolve.listed import word_set
from sayso.resolve.press import AGENCIES
from sayso.resolve.titles import (
    ADJECTIVES,
    COMMON_ENDINGS,
    GIVEN,
    MONTHS_AS_NAMES,
    ORGANISATIONS,
    PARTICLES,
    PLACES,
    STOPS,
    TIMES,
    TITLES,
    WEAK,
)
from sayso.resolve.tokens import SENTENCE, SPACE, Tokens

_NAMES_IN_ING = word_set("manning fleming sterling irving harding browning channing banning king beijing nanjing ming")


def is_group(word: str) -> bool:
    """Whether a lower-cased word is a plural of a nationality, creed or party ("Christians")."""
    word = word.rpartition("-")[2]
    return (
        word[-1:] == "s"
        and word not in PLACES
        and (word[:-1] in ADJECTIVES or (word.endswith(("ians", "ishmen", "ologists")) and len(word) > 6))
    )


def name_words(found: Tokens) -> list[bool]:
    """Whether each word may be part of a name."""
    common = {word for word, capital in zip(found.words, found.capital, strict=True) if not capital}
    known = {
        found.lower[n]
        for n, capital in enumerate(found.capital)
        if capital and found.joins[n] < SENTENCE and not found.titled[n]
    }
    return [capital and _may_name(found, n, known, common) for n, capital in enumerate(found.capital)]


def _may_name(found: Tokens, n: int, known: set[str], common: set[str]) -> bool:
    word = found.lower[n]
    if word in STOPS or _contracted(word):
        if word == "watch" and n and found.capital[n - 1] and found.joins[n] == SPACE:
            return found.lower[n - 1] not in STOPS
        if found.words[n] in ("US", "WHO") or (word == "today" and n and found.lower[n - 1] == "usa"):
            return not found.titled[n]
        return _is_initial(found, n)
    if word in AGENCIES and len(word) > 4:
        return True
    if word.startswith(("r-", "d-", "i-")) and found.text[found.starts[n] - 1 : found.starts[n]] == "(":
        return False
    if word.endswith("n't"):
        return False
    if word == "international" and n and _closes_run(found, n):
        return True
    if word in WEAK:
        return goes_on(found, n) and (not found.titled[n] or word in known)
    if word == "jan" and n + 1 < len(found) and found.joins[n + 1] == SPACE:
        return found.capital[n + 1] or found.lower[n + 1] in PARTICLES
    if word == "sun" and n and found.joins[n] == SPACE and (found.capital[n - 1] or found.lower[n - 1] == "the"):
        return found.lower[n - 1] not in STOPS or found.lower[n - 1] == "the"
    if word in TIMES:
        return word in MONTHS_AS_NAMES and _before_month(found, n)
    if is_group(word):
        return goes_on(found, n)
    if found.titled[n]:
        return (word in known and word not in common) or (found.words[n].isupper() and word in known)
    if found.joins[n] < SENTENCE or (word in known and word not in HEADS):
        return True
    if goes_on(found, n):
        body = _body_follows(found, n)
        return (word not in common and not _participle(word)) or word in known or word in TITLES or body
    if word in HEADS and word not in TITLES:
        return word in known or _opens_body(found, n)
    if word in PLACES or word in GIVEN:
        return True
    if "-" in word and found.words[n].rpartition("-")[2].islower():
        return False
    return word not in common and not (word.endswith(COMMON_ENDINGS) and found.words[n].isalpha())


def _closes_run(found: Tokens, n: int) -> bool:
    """Whether a word stands after another one with a capital that may be of a name ("Amnesty International")."""
    return found.capital[n - 1] and found.joins[n] == SPACE and not found.titled[n] and found.lower[n - 1] not in STOPS


def _opens_body(found: Tokens, n: int) -> bool:
    """Whether a sentence begins with the name of a body: "House of Lords", "Ministry for the Norr"."""
    at = n + 1
    if found.lower[n] not in ORGANISATIONS or at + 1 >= len(found) or found.lower[at] not in ("of", "for"):
        return False
    at += 2 if found.lower[at + 1] == "the" else 1
    return at < len(found) and found.capital[at] and found.joins[at] == SPACE


def _body_follows(found: Tokens, n: int) -> bool:
    """Whether a noun for a body stands in the run of capitals after a word, not far."""
    for at in range(n + 1, min(n + 4, len(found))):
        if not found.capital[at] or found.joins[at] != SPACE:
            return False
        if found.lower[at] in ORGANISATIONS:
            return True
    return False


def _contracted(word: str) -> bool:
    """ "You’ve", "That’ll"."""
    stem, cut, rest = word.partition("'")
    return bool(cut) and stem in STOPS and rest in ("ve", "re", "ll", "d", "m", "s")


def _participle(word: str) -> bool:
    """Whether a word with which a sentence begins is the participle of a verb: "Using Ana Roe’s own words"."""
    return len(word) > 4 and word.endswith("ing") and word not in _NAMES_IN_ING


def _is_initial(found: Tokens, n: int) -> bool:
    """Whether a letter is an initial ("A. Roe") and no word."""
    end = found.ends[n]
    return found.capital[n] and len(found.words[n]) == 1 and found.text[end : end + 1] == "." and goes_on(found, n)


def _before_month(found: Tokens, n: int) -> bool:
    following = found.lower[n + 1] if n + 1 < len(found) else ""
    before = n > 0 and found.joins[n] == SPACE and found.capital[n - 1] and found.lower[n - 1] not in STOPS
    return bool(before) and not following[:1].isdigit()


def goes_on(found: Tokens, n: int) -> bool:
    """Whether the next word has a capital too."""
    after = n + 1
    return (
        after < len(found) and found.joins[after] == SPACE and found.capital[after] and found.lower[after] not in STOPS
    )

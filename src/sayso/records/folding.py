"""Names as they are compared: without case, diacritics, the kind of apostrophe and repeated blanks."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
_WORD = re.compile(r"\w+(?:['.&-]\w+)*")


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """The form under which a name is looked for. For comparing only: it is never shown, and no span refers to it."""
    if name.isascii():  # nothing to decompose: most names, at a tenth of the time
        return " ".join(name.replace("`", "'").casefold().split())
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(unicodedata.normalize("NFKC", bare.casefold()).split())


def words_of(name: str) -> tuple[str, ...]:
    """The folded whole words of a name; ``Khameneh'i`` and ``al-Sadr`` are one word each."""
    return tuple(_WORD.findall(folded(name)))

"""Lists of words, written as running text so that they can be read."""


def word_set(listed: str) -> frozenset[str]:
    """The words of ``listed``, as blanks part them."""
    return frozenset(listed.split())

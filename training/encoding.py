"""A text as the model reads it, by the same functions as at run time: tokens in prose, features, windows.

Offsets are half-open and in code points; T counts the tokens of an article, without special tokens.
"""

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.extract.features import features
from sayso.extract.layout import Layout, lay_out
from sayso.extract.places import places, prose_tokens
from sayso.model.attribution import Ints, Tokens, framed_features
from sayso.model.windows import Window, WindowSettings, cut


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text: its tokens [T], their features [T, 6] and its layout."""

    text: str
    tokens: Tokens
    features: Ints
    layout: Layout

    def windows(self, settings: WindowSettings) -> list[Window]:
        """The windows the article is read in."""
        return cut(len(self.tokens), places(self.tokens, self.layout), settings)

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of tokens that touch code points ``[start, end)``; empty if none does."""
        first = int(np.searchsorted(self.tokens.ends, start, "right"))
        return first, max(first, int(np.searchsorted(self.tokens.starts, end, "left")))

    def framed(self, window: Window, special: tuple[int, int]) -> tuple[Ints, Ints]:
        """(ids [W + 2], features [W + 2, 6]) of one window between the two special tokens."""
        inner = slice(window.start, window.end)
        ids = np.concatenate([special[:1], self.tokens.ids[inner], special[1:]])
        return ids, framed_features(self.features[inner])


def encode(text: str, tokenizer: Tokenizer) -> Encoded:
    """The text as the model reads it."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    layout = lay_out(text)
    tokens = Tokens(np.array(encoding.ids, dtype=np.int64), offsets[:, 0].copy(), offsets[:, 1].copy())
    tokens = prose_tokens(tokens, layout)
    return Encoded(text, tokens, features(text, tokens.starts, layout), layout)


def special_tokens(tokenizer: Tokenizer) -> tuple[int, int]:
    """Ids of the tokens before and after each window."""
    return tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

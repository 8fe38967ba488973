"""What the encoder made of a text, token by token: read once, used by every later head.

Shapes: n tokens of the article's prose, H hidden size, F features.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.model.attribution import Ints, Tokens

Halves = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class States:
    """``hidden`` [n, H] holds each token's state from the window whose core it is in, in half precision to save memory."""

    tokens: Tokens
    features: Ints
    hidden: Halves

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of tokens that touch code points ``[start, end)``; empty if none does."""
        first = int(np.searchsorted(self.tokens.ends, start, "right"))
        return first, max(first, int(np.searchsorted(self.tokens.starts, end, "left")))

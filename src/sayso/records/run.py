"""A run: one pass of one model version with one configuration."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """What decides a reading besides the text. ``model`` and ``settings`` are canonical JSON.

    ``model`` is the manifest of the weights, ``settings`` the decoding settings, ``code`` the version
    of the extraction code (raised whenever the same weights and settings would read differently).
    """

    id: str
    model: str
    settings: str
    code: str

"""Addresses as they are told to a person or a log."""

import re

LONGEST = 500
"""Code points; the rest is cut."""
_SECRET = re.compile(r"//[^/?#\s]*@")


def shown(text: str) -> str:
    """What was named as an address, or a message about it, without name and password, and not too long."""
    return _SECRET.sub("//", text.strip())[:LONGEST]

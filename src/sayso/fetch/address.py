"""Addresses that can be fetched: of http or https, without credentials and fragment, which stand beside the address and are never shown."""

import re
from dataclasses import dataclass, field

import httpx

from sayso.errors import InputError
from sayso.fetch.shown import shown

LONGEST = 8_000
"""Code points."""
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """``url`` as it is asked for, stored and shown; ``secret`` are name and password, for the host that they were given for."""

    url: str
    secret: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def host(self) -> str:
        return httpx.URL(self.url).host

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port."""
        url = httpx.URL(self.url)
        return url.scheme, url.host, url.port or _PORTS[url.scheme]

    @property
    def robots(self) -> "Address":
        """Where this host says what may be fetched."""
        return Address(str(httpx.URL(self.url).copy_with(path="/robots.txt", query=None)))

    def joined(self, reference: str) -> "Address":
        """Where ``reference`` leads from here, without credentials of its own; InputError as of ``parsed``."""
        try:
            found = parsed(str(httpx.URL(self.url).join(reference.strip())))
        except (httpx.InvalidURL, ValueError) as error:
            raise _unreadable(reference, error) from None
        return Address(found.url)


def parsed(text: str) -> Address:
    """The address that ``text`` writes. InputError if it is none of http or https, or none at all."""
    try:
        if len(text) > LONGEST:
            raise ValueError(f"it has more than {LONGEST:,} characters")
        url = httpx.URL(text.strip())
        if url.scheme not in _PORTS:
            raise ValueError("only http and https are fetched")
        if not url.host or (url.port or 1) > 65535 or re.search(r"[\s%]", url.host):
            raise ValueError("it names no host")
        secret = (url.username, url.password) if url.userinfo else None
        return Address(str(url.copy_with(userinfo=b"", fragment=None)), secret)
    except (httpx.InvalidURL, ValueError) as error:
        raise _unreadable(text, error) from None


def _unreadable(text: str, error: Exception) -> InputError:
    return InputError(f"{shown(text)} cannot be fetched: {shown(str(error))}")

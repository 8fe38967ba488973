"""Names of hosts to addresses, and which addresses are not to be asked.

A host is resolved once for a connection, every address that it has is checked, and the connection goes to one of those: a name that
means another machine a moment later leads nowhere.
"""

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from sayso.errors import InputError

Checked = IPv4Address | IPv6Address

_PRIVATE = [ip_network(each) for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")]
"""Networks behind somebody's router; 100.64.0.0/10 is a provider's."""
_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses whose last 32 bits are the IPv4 address that a translator connects to (RFC 6052)."""
PERMITTED = frozenset({"loopback", "private"})
"""Kinds that ``--allow-private`` lets through."""


def addresses_of(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, in the order in which the system would try them; OSError or UnicodeError if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def usable(
    host: str, port: int, *, resolve: Callable[[str, int], Sequence[str]], allow_private: bool
) -> tuple[str, ...]:
    """The addresses that ``host`` may be connected to, in their order.

    InputError if it has none, or if a single one is not to be asked: a public name with a private address is a trick or a mistake.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError):
        found = ()
    if not found:
        raise InputError(f"no address is known for {host}: check its name and the network")
    for each in found:
        kind = refused(each)
        if kind is not None and not (allow_private and kind in PERMITTED):
            hint = "; --allow-private fetches it all the same" if kind in PERMITTED else ""
            raise InputError(f"{host} is at {each}, a {kind} address, which is not fetched from{hint}")
    return tuple(found)


def refused(address: str) -> str | None:
    """The kind of an address that is no public one, None for one that is. An IPv4 address inside an IPv6 one counts as itself."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "nameless"
    return next((kind for each in _meant(parsed) if (kind := _kind(each)) is not None), None)


def _meant(address: Checked) -> Iterable[Checked]:
    """The address, or those that a connection to it would end at."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address in _TRANSLATED:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    if address.sixtofour is not None:
        return (address.sixtofour,)  # Pythons differ in whether the outer one is global
    return (*(address.teredo or ()), address)


def _kind(address: Checked) -> str | None:
    if address.is_loopback:
        return "loopback"
    if any(address.version == each.version and address in each for each in _PRIVATE):
        return "private"
    if address.is_link_local:
        return "link-local"
    if address.is_multicast:
        return "multicast"
    if isinstance(address, IPv6Address) and address.is_site_local:
        return "site-local"
    if address.is_unspecified or address.is_reserved or not address.is_global:
        return "reserved"
    return None

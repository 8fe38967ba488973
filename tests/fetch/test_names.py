"""Which addresses are asked: public ones, and with leave those of this machine and of private networks."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.fetch.names import addresses_of, refused, usable

KINDS = {
    "127.0.0.1": "loopback",
    "127.9.9.9": "loopback",
    "::1": "loopback",
    "::ffff:127.0.0.1": "loopback",
    "10.0.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "100.64.0.1": "private",
    "fd00::1": "private",
    "::ffff:10.0.0.1": "private",
    "2002:0a00:0001::": "private",
    "64:ff9b::10.0.0.1": "private",
    "169.254.169.254": "link-local",
    "::ffff:169.254.169.254": "link-local",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "224.0.0.1": "multicast",
    "ff02::1": "multicast",
    "fec0::1": "site-local",
    "0.0.0.0": "reserved",  # noqa: S104  # what is refused, not what is listened on
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "192.0.2.1": "reserved",
    "198.18.0.1": "reserved",
    "::": "reserved",
    "2001:db8::1": "reserved",
    "not an address": "nameless",
    "8.8.8.8": None,
    "172.32.0.1": None,
    "2606:4700::1": None,
    "::ffff:8.8.8.8": None,
    "64:ff9b::8.8.8.8": None,
}


@pytest.mark.parametrize(("address", "kind"), KINDS.items())
def test_an_address_is_of_a_kind(address: str, kind: str | None) -> None:
    assert refused(address) == kind


@given(st.integers(0, 2**32 - 1))
def test_an_address_inside_another_is_judged_as_itself(number: int) -> None:
    inner = IPv4Address(number)
    kind = refused(str(inner))
    assert refused(f"::ffff:{inner}") == kind
    if kind is not None:
        assert refused(str(IPv6Address((0x64FF9B << 96) | number))) is not None
        assert refused(str(IPv6Address((0x2002 << 112) | (number << 80)))) is not None


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "fd00::7"])
def test_private_networks_are_asked_with_leave(address: str) -> None:
    assert usable("h", 80, resolve=lambda *_: [address], allow_private=True) == (address,)
    with pytest.raises(InputError, match="--allow-private"):
        usable("h", 80, resolve=lambda *_: [address], allow_private=False)


@pytest.mark.parametrize("address", ["169.254.169.254", "224.0.0.1", "0.0.0.0", "::"])  # noqa: S104  # as above
def test_no_leave_is_enough_for_other_addresses(address: str) -> None:
    with pytest.raises(InputError, match="is not fetched from"):
        usable("h", 80, resolve=lambda *_: [address], allow_private=True)


def test_one_private_address_spoils_a_host() -> None:
    with pytest.raises(InputError, match=r"10\.0\.0\.1"):
        usable("h", 80, resolve=lambda *_: ["8.8.8.8", "10.0.0.1"], allow_private=False)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "localhost"])
def test_other_spellings_of_this_machine_are_this_machine(host: str) -> None:
    with pytest.raises(InputError, match="loopback"):
        usable(host, 80, resolve=addresses_of, allow_private=False)


def test_a_host_that_nobody_knows_fails() -> None:
    with pytest.raises(InputError, match="no address is known for h"):
        usable("h", 80, resolve=lambda *_: [], allow_private=True)

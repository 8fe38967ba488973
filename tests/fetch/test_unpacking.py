"""Bodies: unpacked whole or not at all, and never beyond their bound."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.fetch.unpacking import whole

MIB = 1 << 20


def raw_deflate(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


WAYS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "plain": ("", bytes),
    "identity": ("identity", bytes),
    "gzip": ("gzip", gzip.compress),
    "in capitals": (" GZIP ", gzip.compress),
    "zlib": ("deflate", zlib.compress),
    "bare deflate": ("deflate", raw_deflate),
    "twice one": ("gzip", lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:])),
    "padded": ("gzip", lambda data: gzip.compress(data) + b"\0" * 99),
}


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("way", WAYS)
@given(data=st.binary(max_size=400), times=st.integers(1, 3000), size=st.integers(1, 5000))
def test_what_was_packed_comes_back_however_it_is_cut(way: str, data: bytes, times: int, size: int) -> None:
    encoding, pack = WAYS[way]
    sent = data * times
    assert whole(cut(pack(sent), size), encoding, 2 * MIB) == sent


@pytest.mark.parametrize("way", ["gzip", "zlib", "bare deflate", "twice one"])
def test_a_bomb_is_left_before_it_fills_the_memory(way: str) -> None:
    encoding, pack = WAYS[way]
    bomb = pack(bytes(50 * MIB))
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match="more than 1,048,576 bytes"):
            whole([bomb], encoding, MIB)
        assert tracemalloc.get_traced_memory()[1] < 4 * MIB
    finally:
        tracemalloc.stop()


def test_what_never_ends_is_left_although_it_unpacks_to_nothing() -> None:
    empty = gzip.compress(b"")
    with pytest.raises(InputError, match="more than"):
        whole((empty for _ in iter(int, 1)), "gzip", 1000)


@pytest.mark.parametrize("way", ["gzip", "zlib", "bare deflate"])
def test_what_ends_too_early_is_damaged(way: str) -> None:
    encoding, pack = WAYS[way]
    with pytest.raises(InputError, match="damaged"):
        whole([pack(b"The mill stays open. " * 50)[:-6]], encoding, MIB)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_other_ways_to_pack_are_refused(encoding: str) -> None:
    with pytest.raises(InputError, match="not asked for"):
        whole([b"x"], encoding, MIB)


def test_noise_is_damaged() -> None:
    with pytest.raises(InputError, match="damaged"):
        whole([b"no gzip at all"], "gzip", MIB)


def test_the_beginning_is_enough_where_it_may_be_cut() -> None:
    assert whole([b"abc", b"def"], "", 4, cut=True) == b"abcd"

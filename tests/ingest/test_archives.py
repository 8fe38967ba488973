"""Archives and folders: every file in them is read, skipped or failed, none leads outside, and bombs do not go off."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest.inputs import count, items, one_article
from sayso.ingest.limits import Limits
from sayso.ingest.sourced import Sourced, Wanted
from tests.ingest.files import docx, error_of, items_of, page, pdf, zipped

DAMAGED = zipped({"a.txt": b"A." * 20, "b.csv": b"text\nA.\n", "c.jsonl": b'{"id": "a", "text": "A."}\n'})
LIMITS = Limits(file=50_000, archive=120_000, small=1_000, ratio=100, members=50)


def ends(found: list[Sourced]) -> list[tuple[str, str]]:
    """Name and ending of each item."""
    return [(each.item.name, next(n for n in ("article", "error", "skip") if getattr(each.item, n))) for each in found]


def test_every_kind_of_file_in_an_archive_is_read() -> None:
    data = zipped(
        {
            "b/page.html": page(),
            "b/deep/er/t.csv": b"text,id\nA.,1\nB.,2\n",
            "a.txt": b"A.",
            "c.jsonl": b'{"id": "a", "text": "A."}\n',
            "d.docx": docx("A."),
            "e.pdf": pdf(["A."]),
            "f.css": b"p {}",
            "__MACOSX/a.txt": b"x",
            ".hidden/a.txt": b"x",
        }
    )
    found = items_of("z.zip", data)
    assert ends(found) == [
        ("z.zip/a.txt", "article"),
        ("z.zip/b/deep/er/t.csv", "article"),
        ("z.zip/b/deep/er/t.csv", "article"),
        ("z.zip/b/page.html", "article"),
        ("z.zip/c.jsonl", "article"),
        ("z.zip/d.docx", "article"),
        ("z.zip/e.pdf", "article"),
        ("z.zip/f.css", "skip"),
    ]


def test_archives_in_archives_are_not_opened_whatever_their_name() -> None:
    inner = zipped({"a.txt": b"A."})
    found = items_of("z.zip", zipped({"in.zip": inner, "in.gz": b"x", "in.txt": inner, "z.txt": b"A."}))
    assert [end for _, end in ends(found)] == ["skip", "skip", "skip", "article"]


def test_what_unpacks_to_far_more_than_is_packed_is_not_unpacked() -> None:
    found = items_of("z.zip", zipped({"bomb.txt": b"a" * 40_000, "good.txt": b"A."}), Wanted(limits=LIMITS))
    assert ends(found) == [("z.zip/bomb.txt", "error"), ("z.zip/good.txt", "article")]
    assert "100 times" in str(found[0].item.error)


def test_a_file_that_is_too_large_fails_alone() -> None:
    found = items_of("z.zip", zipped({"big.txt": os.urandom(60_000), "good.txt": b"A."}), Wanted(limits=LIMITS))
    assert [end for _, end in ends(found)] == ["error", "article"]


def test_all_files_together_are_bounded() -> None:
    files = {f"{n:02}.txt": os.urandom(30_000).hex().encode()[:45_000] for n in range(5)}
    found = items_of("z.zip", zipped(files), Wanted(limits=LIMITS))
    assert [end for _, end in ends(found)] == ["article", "article", "error", "error"]
    assert "the last 2 files are not read" in str(found[-1].item.error)


def test_a_table_that_is_read_piece_by_piece_is_bounded_too() -> None:
    rows = b"text\n" + b"".join(os.urandom(500).hex().encode() + b"\n" for _ in range(200))
    found = items_of("z.zip", zipped({"t.csv": rows, "z.txt": b"A."}), Wanted(limits=LIMITS))
    assert 0 < sum(each.item.article is not None for each in found) < 200
    assert "unpacks to more than" in str(found[-2].item.error)
    assert "1 files are not read" in str(found[-1].item.error)


def test_a_size_that_the_list_of_files_lies_about_is_found_out() -> None:
    data = bytearray(zipped({"a.txt": b"0123456789" * 2_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", data, data.index(mark) + at, 10)
    (found,) = items_of("z.zip", bytes(data), Wanted(limits=LIMITS))
    assert "damaged" in str(found.item.error)


def test_many_entries_that_share_their_bytes_are_bounded() -> None:
    """A bomb without compression inside compression: every entry of the list points at the same packed file."""
    packed = zipped({"0": os.urandom(20_000).hex().encode()})
    at = packed.index(b"PK\x01\x02")
    entry, end = packed[at : packed.index(b"PK\x05\x06")], bytearray(packed[packed.index(b"PK\x05\x06") :])
    struct.pack_into("<HHL", end, 8, 40, 40, 40 * len(entry))
    found = items_of("z.zip", packed[:at] + entry * 40 + bytes(end), Wanted(limits=LIMITS))
    assert [end for _, end in ends(found)] == ["error"]
    assert "share their bytes" in str(found[0].item.error)


def test_encrypted_files_and_links_in_an_archive() -> None:
    data = bytearray(zipped({"a.txt": b"A.", "z.txt": b"Z."}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as packed:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    found = items_of("z.zip", out.getvalue())
    assert ends(found) == [("z.zip/a.txt", "error"), ("z.zip/link.txt", "skip"), ("z.zip/z.txt", "article")]
    assert "password" in str(found[0].item.error)


@pytest.mark.parametrize(
    ("data", "limits", "why"),
    [
        (b"PK\x03\x04 nothing", Limits(), "zip file"),
        (zipped({"a.txt": b"A."})[:-30], Limits(), "zip file"),
        (zipped({f"{n}.txt": b"A." for n in range(9)}), Limits(members=8), "9 files, more than 8"),
        (zipped({f"{n}.txt": b"A." for n in range(9)}), Limits(directory=100), "list of files"),
    ],
)
def test_an_archive_that_cannot_be_opened_says_why(data: bytes, limits: Limits, why: str) -> None:
    assert why in error_of("z.zip", data, Wanted(limits=limits))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_archive_ends(at: int, junk: bytes) -> None:
    data = bytearray(DAMAGED)
    at %= len(data)
    data[at : at + len(junk)] = junk
    for each in items_of("z.zip", bytes(data), Wanted(limits=LIMITS)):
        assert sum(bool(end) for end in (each.item.article, each.item.error, each.item.skip)) == 1


def test_a_file_without_a_name_is_passed_over() -> None:
    data = zipped({"a": b"x", "z.txt": b"A."})
    at = data.index(b"PK\x01\x02")
    nameless = data[: at + 28] + b"\x00\x00\x01\x00" + data[at + 32 :]
    assert ends(items_of("z.zip", nameless))[-1] == ("z.zip/z.txt", "article")


def test_names_that_lead_elsewhere_are_names_alone(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(zipped({"../../out.txt": b"A.", "/abs.txt": b"B."}))
    assert {item.article.text for item in items([str(tmp_path)]) if item.article} <= {"A.", "B."}
    assert os.listdir(tmp_path) == ["z.zip"]


def made(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_links_are_followed_only_inside_the_folder(tmp_path: Path) -> None:
    made(tmp_path, {"out/secret.txt": b"S.", "in/a.txt": b"A.", "in/deep/b.txt": b"B."})
    folder = tmp_path / "in"
    for name, target in {
        "to_a.txt": "a.txt",
        "to_out.txt": "../out/secret.txt",
        "to_folder": "../out",
        "to_deep": "deep",
        "to_none.txt": "none.txt",
        "to_self.txt": "to_self.txt",
        "deep/up": "..",
    }.items():
        (folder / name).symlink_to(target)
    found = {item.name: item for item in items([str(folder)])}
    assert {name for name, item in found.items() if item.article} == {"a.txt", "b.txt", "to_a.txt"}
    assert "out of the folder" in str(found["to_out.txt"].skip)
    assert "out of the folder" in str(found["to_folder"].skip)
    assert "nowhere" in str(found["to_self.txt"].skip)
    assert "S." not in {item.article.text for item in found.values() if item.article}


def test_pipes_in_a_folder_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    made(tmp_path, {"a.txt": b"A."})
    assert [item.name for item in items([str(tmp_path)])] == ["a.txt"]


def test_what_a_browser_saved_beside_a_page_is_one_thing_that_is_skipped(tmp_path: Path) -> None:
    made(
        tmp_path, {"mill.html": page(), "mill_files/ad.html": page(), "mill_files/x.js": b"x", "old_files/a.txt": b"A."}
    )
    found = list(items([str(tmp_path)]))
    assert [(item.name, item.skip is not None) for item in found] == [
        ("mill.html", False),
        ("mill_files", True),
        ("a.txt", False),
    ]


def test_a_folder_nested_deeply_is_read(tmp_path: Path) -> None:
    made(tmp_path, {"/".join("d" * 1_200).replace("/", "/")[:1_500] + "/a.txt": b"A."})
    assert [item.name for item in items([str(tmp_path)])] == ["a.txt"]


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (item,) = items([str(tmp_path / "pipe.txt")])
    assert "is no file" in str(item.error)


def test_what_is_counted_and_what_can_be_one_article(tmp_path: Path) -> None:
    made(
        tmp_path,
        {"a.html": page(), "b.csv": b"text\nA.\n", "c.csv": b"text\nA.\nB.\n", "z.zip": zipped({"a.txt": b"A."})},
    )
    named = {each.name: str(each) for each in tmp_path.iterdir()}
    assert count([named["a.html"]]) == 1
    assert count([str(tmp_path)]) is None
    assert {name: one_article([path]) for name, path in named.items()} == {
        "a.html": True,
        "b.csv": True,
        "c.csv": False,
        "z.zip": True,
    }

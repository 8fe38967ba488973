"""Throws damaged files of every kind at the readers for as long as it is told to: ``python -m tests.ingest.fuzz MINUTES [SEED]``.

Files that are sound are cut, mixed and spoiled. Whatever comes out, nothing may be raised, every item must end in one way, its text must
be one that can be stored, and no file may take longer than it may. Prints what it tried, what came out, and the slowest.
"""

import random
import sys
from collections import Counter
from pathlib import Path
from time import monotonic

from sayso.ingest.limits import Limits
from sayso.ingest.sourced import Wanted
from tests.ingest.files import PROSE, docx, items_of, page, pdf, zipped

SLOW = 30.0
"""Seconds that no file may take."""

HEAD = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mill", "datePublished": "2031-04-05"}</script>'
MAIL = b"Subject: Mill\nFrom: Ada <a@b>\nDate: Sat, 05 Apr 2031 18:30:00 +0200\nContent-Type: multipart/alternative; boundary=b\n\n"
BUNDLE = (
    "Mill\nHerald\nApril 5, 2031\nSection: NEWS\nLength: 9 words\nByline: Ada Roe\nBody\n{}\n"
    "Classification\nLanguage: ENGLISH\nEnd of Document\n"
)
SEEDS = {
    "a.html": page(
        HEAD, "<time datetime='2031-04-05'>x</time>", "<figure><figcaption>Mill.</figcaption></figure><table><tr><td>1"
    ),
    "a.csv": b'id,title,text,date\n1,"Mill, open","Ada said ""no"".\nTwice.",2031-04-05\n2,x,y,04/05/2031\n',
    "a.jsonl": b'{"id": "1", "text": "Ada said no.", "published": "2031"}\n{"id": "2", "text": "\\ud83d\\ude00"}\n',
    "a.json": b'{"articles": [{"body": "Ada said no.", "headline": "Mill"}, {"body": "B.", "date": "5 April 2031"}]}',
    "a.pdf": pdf(("Mill", *PROSE[0].split(", ")), PROSE[2].split(", ")),
    "a.docx": docx(("Title", "Mill"), *PROSE),
    "a.rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}{\\f1\\fcharset238 A;}}Mill\\par \\u8220?No\\'94 said {\\f1 Wa\\'b3\\'easa}\\par}",
    "a.eml": MAIL
    + b"--b\nContent-Type: text/plain\n\nAda said no.\n--b\nContent-Type: text/html\n\n"
    + page()
    + b"\n--b--\n",
    "a.mht": MAIL
    + b"--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://h.example/a\n\n"
    + page()
    + b"\n--b--\n",
    "a.txt": (BUNDLE.format(PROSE[0]) + BUNDLE.format(PROSE[2])).encode(),
    "a.zip": zipped({"a.txt": b"Ada said no.", "b.csv": b"text\nA.\n", "c.html": page()}),
}
SPLICES = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xc3",
        b"\xed\xa0\x80",
        b"<",
        b">",
        b'"',
        b"'",
        b"{",
        b"}",
        b"\\",
        b"\n",
        b"\r",
        b",",
        b"&#x110000;",
    ),
    *(
        b"<table>" * 200,
        b"{" * 2_000,
        b"[" * 2_000,
        b"<!--",
        b"]]>",
        b"\\u-1?",
        b"\\bin99999 ",
        b"\\'",
        b"obj",
        b"endobj",
        b"R",
        b"9" * 400,
    ),
    *(
        b"Body\n",
        b"End of Document\n",
        b"LENGTH: 1 words\n",
        b"PK\x03\x04",
        b"%PDF",
        b"\xe2\x80\xa8",
        b"-1",
        b"99999999999",
    ),
)
LIMITS = Limits(file=2_000_000, page=1_000_000, archive=4_000_000, unpacked=4_000_000, pdf_seconds=10)


def spoiled(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """``data`` with one to eight things done to it."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(made) + 1)
        to = min(len(made), at + dice.choice((1, 2, 8, 64, 512)))
        what = dice.randrange(6)
        if what == 0:
            made[at:to] = b""
        elif what == 1:
            made[at:at] = dice.choice(SPLICES)
        elif what == 2:
            made[at:to] = bytes(dice.randrange(256) for _ in range(to - at))
        elif what == 3:
            made[at:at] = made[at:to] * dice.choice((2, 20, 200))
        elif what == 4:
            other = dice.choice(others)
            start = dice.randrange(len(other))
            made[at:to] = other[start : start + dice.choice((8, 64, 512))]
        elif made:
            made[min(at, len(made) - 1)] ^= 1 << dice.randrange(8)
        del made[400_000:]
    return bytes(made)


def tried(name: str, data: bytes) -> list[str]:
    """How the items of a file ended; AssertionError if one ended as none may."""
    wanted = Wanted(limits=LIMITS)
    endings = []
    for each in items_of(name, data, wanted):
        ends = [end for end in ("article", "error", "skip") if getattr(each.item, end) is not None]
        assert len(ends) == 1, ends
        if each.item.article:
            each.item.article.text.encode("utf-8")
            assert "\0" not in each.item.article.text or name.endswith("jsonl")
        if each.item.error and each.item.error.startswith("the file cannot be read ("):
            ends = [each.item.error.partition(")")[0]]
        endings += ends
    return endings


def main(minutes: float, seed: int) -> int:
    dice = random.Random(seed)
    others = list(SEEDS.values())
    ended: Counter[str] = Counter()
    files, slowest, end = 0, (0.0, ""), monotonic() + 60 * minutes
    while monotonic() < end:
        name = dice.choice(list(SEEDS))
        data = spoiled(SEEDS[name], others, dice)
        start = monotonic()
        try:
            ended.update(f"{name[2:]} {each}" for each in tried(name, data))
        except BaseException:
            Path(f"fuzz-{seed}-{files}-{name}").write_bytes(data)
            raise
        slowest = max(slowest, (monotonic() - start, f"{name} number {files}"))
        files += 1
    print(f"{files:,} files; slowest {slowest[0]:.1f} s ({slowest[1]})")
    for what, count in sorted(ended.items()):
        print(f"  {count:7,}  {what}")
    return int(slowest[0] > SLOW)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))

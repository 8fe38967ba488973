import json
import random
from pathlib import Path

from training.corpus import Article, Attribution, is_held_out, read_articles, read_other_annotators, split

ATTRIBUTION = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 12]]}


def write(path: Path, *records: dict) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return path


def test_statements_without_cue_or_content_are_left_out(tmp_path: Path) -> None:
    broken = [{**ATTRIBUTION, part: []} for part in ("cue", "content")]
    path = write(tmp_path / "a.jsonl", {"id": "a", "text": "x" * 20, "attributions": [ATTRIBUTION, *broken]})
    assert len(read_articles(path)[0].attributions) == 1


def test_a_statement_without_source_stays(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"id": "a", "text": "x" * 20, "attributions": [{**ATTRIBUTION, "source": []}]})
    assert read_articles(path)[0].attributions == (Attribution((), ((4, 8),), ((9, 12),)),)


def test_other_annotators_of_another_part_are_not_read(tmp_path: Path) -> None:
    records = [{"id": part, "part": part, "text": "", "annotators": {"p": [ATTRIBUTION]}} for part in ("train", "dev")]
    assert list(read_other_annotators(write(tmp_path / "s.jsonl", *records))) == ["train"]


def test_held_out_depends_on_the_id_alone_and_takes_its_share() -> None:
    ids = [f"article-{n}" for n in range(2000)]
    held_out = [each for each in ids if is_held_out(each)]
    assert held_out == [each for each in ids if is_held_out(each)]
    assert 150 < len(held_out) < 250


def test_split_is_a_partition() -> None:
    articles = [Article(str(n), "", ((),)) for n in range(100)]
    trained, held_out = split(articles, share=0.3)
    assert sorted((*trained, *held_out), key=lambda a: int(a.id)) == articles


def test_one_annotator_is_always_drawn() -> None:
    article = Article("a", "", ((Attribution((), (), ()),),))
    assert article.drawn(random.Random(0)) is article.versions[0]

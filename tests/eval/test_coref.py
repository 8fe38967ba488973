from pathlib import Path

from eval.coref import found_clusters, gold_clusters, read_gum, report
from sayso.resolve.scored import linked

ROWS = """
# newpar
# text = Ada Roe’s mill burns.
1-2 Ada _ _ _ _ _ _ _ _
1 A a PROPN _ _ 4 nmod _ Entity=(2(1
2 da da PROPN _ _ 1 flat _ _
3 Roe Roe PROPN _ _ 1 flat _ SpaceAfter=No
4 ’s 's PART _ _ 1 case _ Entity=1)
5 mill mill NOUN _ _ 6 nsubj _ Entity=2)
6 burns burn VERB _ _ 0 root _ SpaceAfter=No
7 . . PUNCT _ _ 6 punct _ _

# newpar
# text = She saw it.
1 She she PRON _ _ 2 nsubj _ Entity=(1)
2 saw see VERB _ _ 0 root _ _
3 it it PRON _ _ 2 obj _ Entity=(2)|SpaceAfter=No
4 . . PUNCT _ _ 2 punct _ _

1 Ben Ben PROPN _ _ 2 nsubj _ Entity=(7)
2 came come VERB _ _ 0 root _ _
"""
TEXT = "Ada Roe’s mill burns.\n\nShe saw it. Ben came"


def document(folder: Path) -> Path:
    path = folder / "varn.conllu"
    lines = [line if line.startswith("#") else "\t".join(line.split(" ")) for line in ROWS.strip().split("\n")]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_words_become_a_text_and_mentions_spans(tmp_path: Path) -> None:
    found = read_gum(document(tmp_path))
    assert found.text == TEXT
    spans = [[(TEXT[slice(*span)], TEXT[slice(*head)]) for span, head in each.items()] for each in found.clusters]
    assert spans == [[("Ada Roe’s", "A"), ("She", "She")], [("Ada Roe’s mill", "mill"), ("it", "it")]]


def test_a_mention_alone_is_no_cluster(tmp_path: Path) -> None:
    assert all(len(each) > 1 for each in gold_clusters(read_gum(document(tmp_path)), heads=False))


def test_names_are_found_whole_with_the_possessive() -> None:
    found = linked(TEXT, (), ())
    (cluster,) = found_clusters(found, heads=False)
    assert {TEXT[slice(*span)] for span in cluster} == {"Ada Roe’s", "She"}


def test_what_is_found_is_scored(tmp_path: Path) -> None:
    gold = read_gum(document(tmp_path))
    told = report("gum", [gold], [linked(gold.text, (), ())])
    assert "equal spans: CoNLL F1" in told
    assert "MUC     P 100.0  R 50.0" in told

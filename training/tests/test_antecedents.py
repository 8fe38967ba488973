from pathlib import Path

import numpy as np
import pytest
import torch

from sayso.model.antecedents import AntecedentModel, View
from sayso.model.attribution import Tokens
from sayso.model.states import States
from sayso.resolve.pairing import FEATURES
from sayso.resolve.scored import linked
from training.antecedents.batches import collate
from training.antecedents.export import export
from training.antecedents.head import RIGHT, UNKNOWN, WRONG, AntecedentHead, Heads, log_shares, loss
from training.antecedents.items import Item, Recorder
from training.antecedents.learn import Settings, learn, shares

pytestmark = pytest.mark.filterwarnings("ignore")  # the exporter warns of its own age

HIDDEN = 16


def item(rng: np.random.Generator, wanted: list[int], *, length: int = 12) -> Item:
    count = len(wanted)
    spans = tuple((2 * n, 2 * n + 1) for n in range(count))
    features = rng.random((count, len(FEATURES)), dtype=np.float32)
    for row, known in zip(features, wanted, strict=True):
        row[0] = known == RIGHT
    hidden = rng.standard_normal((length, HIDDEN)).astype(np.float16)
    seen = View(0, length, (length - 1, length), tuple(range(count)), spans)
    return Item(seen, spans, tuple(range(count)), hidden, features, np.array(wanted, dtype=np.int64))


def head() -> Heads:
    torch.manual_seed(0)
    return Heads([AntecedentHead(HIDDEN, len(FEATURES), size=8, heads=2) for _ in range(2)]).eval()


def test_padding_changes_no_share() -> None:
    rng = np.random.default_rng(0)
    short, long = item(rng, [RIGHT, WRONG]), item(rng, [WRONG, RIGHT, UNKNOWN, WRONG], length=30)
    (alone,), together = shares(head(), [short]), shares(head(), [short, long])
    assert torch.allclose(alone, together[0], atol=1e-5)
    assert float(together[1].sum()) < 1


@pytest.mark.parametrize(
    ("wanted", "logits"),
    [([RIGHT, WRONG], [9.0, -9.0]), ([RIGHT, RIGHT], [9.0, -9.0]), ([WRONG, WRONG], [-9.0, -9.0]), ([WRONG, UNKNOWN], [-9.0, 9.0])],
)  # fmt: skip
def test_right_answers_cost_nothing(wanted: list[int], logits: list[float]) -> None:
    there = torch.ones((1, 2), dtype=torch.bool)
    cost = loss(torch.tensor([logits]), there, torch.tensor([wanted]))
    wrong = loss(-torch.tensor([logits]), there, torch.tensor([wanted]))
    assert float(cost) < 0.01
    assert float(wrong) > float(cost) or wanted == [RIGHT, RIGHT]


def test_what_is_not_there_has_no_share() -> None:
    there = torch.tensor([[True, False]])
    assert float(log_shares(torch.tensor([[0.0, 9.0]]), there).exp()[0, 1]) == 0.0


def test_a_feature_that_tells_is_learned() -> None:
    rng = np.random.default_rng(1)
    items = [item(rng, [RIGHT, WRONG, WRONG] if n % 2 else [WRONG, WRONG, RIGHT]) for n in range(64)]
    made = shares(learn(items, 0, Settings(heads=1, epochs=12, size=8, width=8, dropout=0.0, rate=1e-2)), items)
    assert sum(int(each.argmax()) == int(i.wanted.argmax()) for each, i in zip(made, items, strict=True)) > 60


def test_the_graph_says_what_the_head_says(tmp_path: Path) -> None:
    trained = head()
    export(trained, tmp_path, {"version": "1"})
    rng = np.random.default_rng(2)
    each = item(rng, [RIGHT, WRONG, WRONG], length=20)
    at = np.arange(20, dtype=np.int64)
    states = States(Tokens(at, at * 2, at * 2 + 1), np.zeros((20, 6), dtype=np.int64), each.hidden)
    spans = [(2 * start, 2 * end - 1) for start, end in each.spans]
    given = AntecedentModel(tmp_path).judge(states, (38, 39), spans, each.features)
    assert given is not None
    assert given == pytest.approx(shares(trained, [each])[0].numpy(), abs=1e-4)


def test_the_linker_asks_for_he_and_she_alone() -> None:
    recorder = Recorder()
    text = "Mrs Ada Roe met Mr Ben Holm. She told him that they could see it."
    linked(text, (), (), recorder)
    asked = {text[slice(*each.pronoun)]: [text[slice(*span)] for span in each.candidates] for each in recorder.asked}
    assert asked == {"She": ["Ada Roe"], "him": ["Ben Holm"]}


def test_a_batch_marks_what_is_there() -> None:
    rng = np.random.default_rng(3)
    batch = collate([item(rng, [RIGHT]), item(rng, [WRONG, UNKNOWN])])
    assert batch.there.tolist() == [[True, False], [True, True]]
    assert batch.wanted.tolist() == [[RIGHT, UNKNOWN], [WRONG, UNKNOWN]]

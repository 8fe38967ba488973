"""Weights between two checkpoints."""

import torch

from training.mix import mixed


def test_what_both_have_lies_between_and_the_rest_stays() -> None:
    start = {"a": torch.tensor([0.0, 2.0]), "n": torch.tensor([1])}
    trained = {"a": torch.tensor([1.0, 4.0]), "n": torch.tensor([3]), "new": torch.tensor([5.0])}
    found = mixed(start, trained, 0.25)
    assert found["a"].tolist() == [0.25, 2.5]
    assert found["n"].tolist() == [3]
    assert found["new"].tolist() == [5.0]

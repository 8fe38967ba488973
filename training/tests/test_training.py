import random
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from sayso.model.windows import WindowSettings
from training.checkpoint import Progress, restore, save
from training.examples import Batch, article_examples, collate
from training.model import AttributionModel, distance_bucket
from training.objective import objective
from training.optimiser import Average, make_optimiser, set_rate
from training.settings import Losses, Optimisation, Settings, as_record, from_record, read_settings
from training.tests.test_examples import STATEMENT, TEXT

CONFIGS = Path(__file__).parents[1] / "configs"


@pytest.fixture
def batch(tokenizer: Tokenizer) -> Batch:
    return collate(article_examples(TEXT, [STATEMENT], tokenizer, WindowSettings(), rng=random.Random(0)))


def steps(
    model: AttributionModel, batch: Batch, optimiser: torch.optim.Optimizer, average: Average, count: int
) -> float:
    for _ in range(count):
        parts = objective(model, batch, Losses())
        parts.total.backward()
        optimiser.step()
        optimiser.zero_grad()
        average.update(model)
    return float(parts.total.detach())


def test_one_example_can_be_learned(model: AttributionModel, batch: Batch) -> None:
    optimiser = make_optimiser(model, Optimisation(rate=1e-3))
    average = Average(model, 0.9)
    first = steps(model, batch, optimiser, average, 1)
    assert steps(model, batch, optimiser, average, 60) < 0.3 * first


def test_a_restored_run_goes_on_as_if_never_killed(model: AttributionModel, batch: Batch, tmp_path: Path) -> None:
    optimiser, average = make_optimiser(model, Optimisation(rate=1e-3)), Average(model, 0.9)
    model.train()
    steps(model, batch, optimiser, average, 3)
    save(tmp_path, model, optimiser, average, Progress(1, 2, 3, 4.0), Settings(), mirror=tmp_path / "mirror")
    expected = steps(model, batch, optimiser, average, 3)
    progress = restore(tmp_path / "mirror" / "checkpoint.pt", model, optimiser, average)
    assert vars(progress) == {"epoch": 1, "position": 2, "step": 3, "seconds": 4.0}
    assert steps(model, batch, optimiser, average, 3) == expected


def test_lower_layers_learn_slower_and_words_not_at_all(model: AttributionModel) -> None:
    optimiser = make_optimiser(model, Optimisation(rate=1.0, heads_factor=5.0, layer_decay=0.5))
    rate = {id(p): group["peak"] for group in optimiser.param_groups for p in group["params"]}
    layers = model.encoder.layers
    assert rate[id(layers[1].up.weight)] == 1.0 and rate[id(layers[0].up.weight)] == 0.5
    assert rate[id(model.cue.weight)] == rate[id(model.encoder.case.weight)] == 5.0
    assert id(model.encoder.word.weight) not in rate


@pytest.mark.parametrize(("progress", "factor"), [(0.05, 0.5), (0.1, 1.0), (0.55, 0.5)])
def test_the_rate_rises_then_falls(model: AttributionModel, progress: float, factor: float) -> None:
    optimiser = make_optimiser(model, Optimisation())
    assert set_rate(optimiser, progress, warm_up=0.1) == pytest.approx(factor)
    assert optimiser.param_groups[0]["lr"] == pytest.approx(factor * optimiser.param_groups[0]["peak"])


def test_padding_does_not_change_a_window(model: AttributionModel, batch: Batch) -> None:
    model.eval()
    alone = model.read(batch.ids, batch.layout, batch.mask)[1]
    ids, mask = (torch.nn.functional.pad(each, (0, 5)) for each in (batch.ids, batch.mask))
    padded = (ids, torch.nn.functional.pad(batch.layout, (0, 0, 0, 5)), mask)
    assert torch.allclose(model.read(*padded)[1][:, : alone.shape[1]], alone, atol=1e-5)


def test_buckets_are_symmetric_and_never_fall() -> None:
    buckets = distance_bucket(torch.arange(-400, 401))
    assert (buckets.diff() >= 0).all() and buckets.min() == 0
    assert (buckets + buckets.flip(0) == buckets.max()).all()


def test_settings_survive_being_written_down() -> None:
    settings = read_settings(CONFIGS / "attribution.toml")
    assert from_record(as_record(settings)) == settings


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown settings"):
        from_record({"epoch": 3})

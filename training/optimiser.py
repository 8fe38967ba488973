"""The optimiser, its schedule and the running average of the weights."""

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from training.model import AttributionModel
from training.settings import Optimisation

_ADDED = ("case", "quote", "starts")


def make_optimiser(model: AttributionModel, settings: Optimisation) -> torch.optim.AdamW:
    """AdamW with a rate for each layer; biases, norms and CRF scores do not decay. Groups keep their ``peak`` rate."""
    model.encoder.word.weight.requires_grad_(not settings.freeze_words)
    _freeze_below(model, settings.frozen_layers)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            rate = settings.rate * _factor(name, len(model.encoder.layers), settings)
            decay = settings.weight_decay if parameter.ndim > 1 and not name.startswith("crf") else 0.0
            groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": each, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), each in groups.items()],
        fused=True,
    )


def set_rate(optimiser: torch.optim.Optimizer, progress: float, *, warm_up: float) -> float:
    """Set the rates for ``progress`` in [0, 1] of the run: a linear rise, then a linear fall. Returns the factor."""
    factor = min(progress / warm_up, 1.0) if progress < warm_up else max(0.0, (1 - progress) / (1 - warm_up))
    factor = max(factor, 1e-3)
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * factor
    return factor


class Average:
    """A running average of the trained weights; it starts short and lengthens to the given decay."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.count = 0
        self.weights = {name: each.detach().clone() for name, each in _trained(model)}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average towards the weights of now."""
        self.count += 1
        decay = min(self.decay, (1 + self.count) / (10 + self.count))
        for name, parameter in _trained(model):
            self.weights[name].lerp_(parameter, 1 - decay)

    def full(self, model: nn.Module) -> dict[str, Tensor]:
        """A state of the whole model with the averaged weights in it."""
        return {name: self.weights.get(name, value).detach() for name, value in model.state_dict().items()}


def _freeze_below(model: AttributionModel, layers: int) -> None:
    """The lowest layers, and with them the embeddings, stay as they are: nothing is propagated back through them."""
    if not layers:
        return
    for name, parameter in model.encoder.named_parameters():
        parts = name.split(".")
        if parts[0] != "layers" or int(parts[1]) < layers:
            parameter.requires_grad_(False)


def _trained(model: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
    return ((name, each) for name, each in model.named_parameters() if each.requires_grad)


def _factor(name: str, layers: int, settings: Optimisation) -> float:
    if not name.startswith("encoder.") or name.split(".")[1] in _ADDED:
        return settings.heads_factor
    if name.startswith("encoder.layers."):
        return float(settings.layer_decay ** (layers - 1 - int(name.split(".")[2])))
    return float(settings.layer_decay**layers)

"""The model that a run trains: attribution, and on the same encoder the position head where the settings ask for it."""

from torch import Tensor

from training.encoder import Encoder, EncoderSizes
from training.model import AttributionModel
from training.positions.head import Outputs, PositionHead, loss
from training.positions.windows import PositionBatch
from training.settings import Settings


class SharedModel(AttributionModel):
    """Attribution and positions on one encoder."""

    def __init__(self, encoder: Encoder, settings: Settings) -> None:
        super().__init__(encoder, settings.head)
        self.positions = PositionHead(encoder.sizes.hidden, dropout=settings.positions.dropout)


def make_model(settings: Settings) -> AttributionModel:
    """The model for these settings, with random weights."""
    encoder = Encoder(EncoderSizes(layers=settings.layers), settings.dropout)
    return SharedModel(encoder, settings) if settings.positions.weight else AttributionModel(encoder, settings.head)


def position_loss(model: SharedModel, batch: PositionBatch) -> Tensor:
    """The loss of the position head on one batch."""
    hidden = model.encoder(batch.ids, batch.features, batch.mask)
    return loss(Outputs(*model.positions(batch.stretches(hidden), *batch.codes.inputs)), batch.codes.wanted)

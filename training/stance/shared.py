"""The model that a run trains: attribution, and on the same encoder the stance head where the settings ask for it."""

from torch import Tensor
from torch.nn import functional as F

from training.encoder import Encoder, EncoderSizes
from training.model import AttributionModel
from training.settings import Settings
from training.stance.batches import PairBatch
from training.stance.head import StanceHead


class SharedModel(AttributionModel):
    """Attribution and stance on one encoder."""

    def __init__(self, encoder: Encoder, settings: Settings) -> None:
        super().__init__(encoder, settings.head)
        self.stance = StanceHead(encoder.sizes.hidden, dropout=settings.stance.dropout)

    def stances(self, batch: PairBatch) -> Tensor:
        """Stance logits [N, 3] of the pairs of a batch."""
        hidden = self.encoder(batch.ids, batch.layout, batch.mask)
        return self.stance(hidden, batch.layout, batch.window, batch.spans, batch.mask)


def make_model(settings: Settings) -> AttributionModel:
    """The model for these settings, with random weights."""
    encoder = Encoder(EncoderSizes(layers=settings.layers), settings.dropout)
    return SharedModel(encoder, settings) if settings.stance.weight else AttributionModel(encoder, settings.head)


def stance_loss(model: SharedModel, batch: PairBatch) -> Tensor:
    """Mean cross entropy over the pairs."""
    return F.cross_entropy(model.stances(batch).float(), batch.stances)

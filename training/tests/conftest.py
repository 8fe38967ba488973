"""A tokenizer and a model small enough for tests: no data, no download."""

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from training.encoder import Encoder, EncoderSizes
from training.model import AttributionModel, HeadSizes

WORDS = "[PAD] [UNK] [CLS] [SEP] the mayor said taxes will rise she added that mcca ##in lies . , \" ' “ ” ’ we".split()


@pytest.fixture
def tokenizer() -> Tokenizer:
    made = Tokenizer(WordPiece({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


@pytest.fixture
def model() -> AttributionModel:
    torch.manual_seed(0)
    sizes = EncoderSizes(vocabulary=len(WORDS), positions=64, hidden=32, inner=64, heads=4, layers=2)
    return AttributionModel(Encoder(sizes), HeadSizes(size=16, inner=32, heads=2))

import random

import torch
from tokenizers import Tokenizer

from sayso.model.windows import WindowSettings
from training.corpus import Article, Attribution
from training.examples import ExampleSettings, article_examples, batches, collate, epoch_examples

TEXT = "The mayor said taxes will rise. She added that we will."
STATEMENT = Attribution(((0, 9),), ((10, 14),), ((15, 30),))
ARTICLES = [Article(f"a{n}", TEXT, ((STATEMENT,),)) for n in range(20)]


def test_labels_of_one_statement(tokenizer: Tokenizer) -> None:
    (example,) = article_examples(TEXT, [STATEMENT], tokenizer, WindowSettings(), rng=random.Random(0))
    assert example.cue_labels.tolist() == [0, 0, 0, 1] + [0] * 11
    assert example.cues == [(3, 4)]
    assert example.roles[0].tolist() == [0, 1, 2, 0, 3, 4, 4] + [0] * 8


def test_every_cue_is_asked_in_some_window(tokenizer: Tokenizer) -> None:
    text = " ".join([TEXT] * 6)
    step = len(TEXT) + 1
    moved = [
        Attribution(
            *(((s + n * step, e + n * step),) for ((s, e),) in (STATEMENT.source, STATEMENT.cue, STATEMENT.content))
        )
        for n in range(6)
    ]
    examples = article_examples(text, moved, tokenizer, WindowSettings(30, 6, 6), rng=random.Random(0))
    assert len(examples) > 2
    assert sum(len(each.cues) for each in examples) >= 6


def test_an_epoch_repeats_exactly_and_differs_from_the_next(tokenizer: Tokenizer) -> None:
    settings = ExampleSettings(size=(14, 20), context=(2, 5), restyled_share=0.5, cue_jitter=0.5)
    made = [epoch_examples(ARTICLES, tokenizer, settings, seed=1, epoch=epoch) for epoch in (0, 0, 1)]
    plain = [[(each.ids.tolist(), each.cues) for each in examples] for examples in made]
    assert plain[0] == plain[1] != plain[2]


def test_batches_hold_every_window_once(tokenizer: Tokenizer) -> None:
    examples = epoch_examples(ARTICLES, tokenizer, ExampleSettings(), seed=1, epoch=0)
    groups = batches(examples, 3, seed=1, epoch=0)
    assert sorted(id(each) for group in groups for each in group) == sorted(map(id, examples))
    assert max(map(len, groups)) == 3


def test_padding_has_no_labels(tokenizer: Tokenizer) -> None:
    long, short = (
        article_examples(text, [STATEMENT], tokenizer, WindowSettings(), rng=random.Random(0))[0]
        for text in (TEXT, TEXT[:31])
    )
    batch = collate([long, short])
    size = len(short.ids)
    assert not batch.mask[1, size:].any() and batch.mask[1, :size].all()
    assert (batch.cue_labels[1, size - 1 :] == -100).all() and (batch.cue_labels[:, 0] == -100).all()
    assert not batch.roles_mask[1, size - 1 :].any()
    assert batch.cue_window.tolist() == [0, 1]


def test_a_batch_without_statements(tokenizer: Tokenizer) -> None:
    examples = article_examples(TEXT, [], tokenizer, WindowSettings(), rng=random.Random(0))
    batch = collate(examples)
    assert batch.roles.shape == (0, len(examples[0].ids)) and batch.cue_start.dtype == torch.int64

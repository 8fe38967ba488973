"""The voice head: samples as the run time cuts them, learning, and a graph that says what the head says."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from sayso.classify.voice_cues import CUES
from training.voice.export import FILES, load, write
from training.voice.fit import best_threshold
from training.voice.head import Sizes, VoiceHead
from training.voice.items import TOLD, Sample, fold_of, sentences_of
from training.voice.learn import Course, calibrated, collate, collate_mentions, evaluates, judges, learn, temperature

pytestmark = pytest.mark.filterwarnings("ignore")  # the exporter warns of its own age
HIDDEN = 16


def sample(number: int, evaluates_: int, length: int = 5) -> Sample:
    """A passage whose states say what it is."""
    rng = np.random.default_rng(number)
    hidden = rng.normal(size=(length, HIDDEN)).astype(np.float16)
    hidden[:, 0] = 3 if evaluates_ else -3
    cues = rng.random(CUES).astype(np.float32)
    told = rng.normal(size=(1, TOLD)).astype(np.float32)
    told[0, number % 4] += 5
    return Sample(hidden, cues, evaluates_, told, ((1, 2),), (number % 4,), "written", f"g{number % 7}")


def test_a_head_learns_what_the_states_say() -> None:
    samples = [sample(n, n % 2, 3 + n % 5) for n in range(120)]
    sizes = Sizes(HIDDEN, CUES, TOLD, 8, 0.1, 0.1)
    head = learn(samples, [1.0] * len(samples), sizes, 2, (Course(30, 1e-2), Course(30, 1e-2)), seed=1)
    right = (evaluates(head, samples) > 0) == np.array([each.evaluates for each in samples])
    assert right.mean() > 0.95
    stances, labels = judges(head, samples)
    assert (stances.argmax(1) == labels).float().mean() > 0.95


def test_padding_changes_nothing() -> None:
    head = VoiceHead(Sizes(HIDDEN, CUES, TOLD, 8), 2).eval()
    short, long = sample(1, 0, 3), sample(2, 1, 40)
    alone = evaluates(head, [short])
    np.testing.assert_allclose(evaluates(head, [short, long])[:1], alone, atol=1e-5)


def test_the_graph_says_what_the_head_says(tmp_path: Path) -> None:
    torch.manual_seed(3)
    sizes = Sizes(HIDDEN, CUES, TOLD, 8)
    head = VoiceHead(sizes, 3).eval()
    torch.save(head.state_dict(), tmp_path / "head.pt")
    write(load(tmp_path / "head.pt", sizes, 3), tmp_path)
    passages, mentions = (
        onnxruntime.InferenceSession(str(tmp_path / name), providers=["CPUExecutionProvider"]) for name in FILES
    )
    for count in (1, 5):
        samples = [sample(n, 0, 2 + 3 * n) for n in range(count)]
        hidden, mask, cues = (each.numpy() for each in collate(samples))
        (found,) = passages.run(["evaluates"], {"hidden": hidden, "mask": mask, "cues": cues})
        np.testing.assert_allclose(found, evaluates(head, samples), atol=1e-4)
        asked = dict(zip(("of", "start", "end", "told"), collate_mentions(samples).inputs, strict=True))
        inputs = {name: each.numpy() for name, each in asked.items()}
        (found,) = mentions.run(["judges"], {"hidden": hidden, "mask": mask, **inputs})
        np.testing.assert_allclose(found, judges(head, samples)[0], atol=1e-4)


def test_calibration_and_threshold_fit_what_was_seen() -> None:
    rng = np.random.default_rng(0)
    logits = rng.normal(size=4000).astype(np.float32) * 3
    wanted = (rng.random(4000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))).astype(int)
    slope, offset = calibrated(logits, wanted.tolist())
    assert slope == pytest.approx(0.5, abs=0.06)
    assert offset == pytest.approx(-1, abs=0.12)
    threshold, f1 = best_threshold(np.array([0.1, 0.3, 0.6, 0.9]), np.array([False, False, True, True]))
    assert 0.3 < threshold <= 0.6
    assert f1 == 1


def test_a_temperature_cools_what_is_too_sure() -> None:
    labels = torch.tensor([0, 1, 2, 3] * 50)
    logits = torch.nn.functional.one_hot(labels, 4).float() * 2
    logits[::4] = logits[::4].roll(1, 1)
    assert temperature(logits * 5, labels) > temperature(logits, labels)


def test_what_belongs_together_is_in_one_fold() -> None:
    assert len({fold_of(sample(n, 0), 5) for n in range(0, 70, 7)}) == 1
    assert len({fold_of(sample(n, 0), 5) for n in range(7)}) > 1


def test_another_label_than_the_two_is_named(tmp_path: Path) -> None:
    path = tmp_path / "train.csv"
    path.write_text('Sentence,Label,Solved conflict\n"It\nrained.",OBJ,False\nNo.,MAYBE,False\n', encoding="utf-8")
    with pytest.raises(ValueError, match="MAYBE"):
        sentences_of(path)

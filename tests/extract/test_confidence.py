"""The confidence is the logistic function of what the manifest weighs."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.extract.anchoring import Parts
from sayso.extract.candidates import Evidence
from sayso.extract.confidence import NAMES, Regression, explain
from sayso.extract.proposals import Proposal
from sayso.model.manifest import Manifest, load_manifest
from sayso.run_config import RunConfig

SAID = Proposal(Parts((), ((0, 4),), ((5, 9),)), Evidence(2.0, 1.0, -20.0, 0.5, 1.0, 1), 0.0, False)


def test_every_name_has_a_value() -> None:
    assert len(explain(SAID)) == len(NAMES)


def test_extreme_evidence_stays_finite() -> None:
    by_name = dict(zip(NAMES, explain(SAID), strict=True))
    assert by_name["path"] == -8.0
    assert by_name["content"] == pytest.approx(9.21, abs=0.01)
    assert by_name["no_source"] == 1.0


def test_probabilities_grow_with_what_is_weighed() -> None:
    regression = Regression(tuple(float(name == "cue") for name in NAMES), -2.0)
    surer = replace(SAID, evidence=replace(SAID.evidence, cue=4.0))
    assert regression.probabilities([SAID, surer]) == pytest.approx([0.5, 0.881], abs=1e-3)


def test_no_proposal_has_no_probability() -> None:
    assert Regression.of(load_manifest()).probabilities([]).shape == (0,)


def test_weights_without_calibration_are_refused() -> None:
    with pytest.raises(ModelError, match="calibration"):
        Regression.of(Manifest(Path(), {"decoding": {}}))


def test_the_weights_were_calibrated_with_the_settings_in_use() -> None:
    assert load_manifest().content["decoding"]["settings"] == asdict(RunConfig())

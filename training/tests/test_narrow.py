"""Weights rounded to a narrower range."""

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from training.narrow import narrow, rounded


def test_no_weight_is_larger_and_none_is_off_by_more_than_half_a_step() -> None:
    weights = np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32)
    weights[:, 3] = 0
    found, scale = rounded(weights, 100)
    assert np.abs(found).max(axis=0).tolist() == [100, 100, 100, 0, 100, 100, 100, 100]
    assert (np.abs(found * scale - weights) <= scale / 2 + 1e-6).all()


def test_signed_weights_of_a_graph_are_rounded_and_embeddings_are_left() -> None:
    weights = np.array([[1.0, -4.0], [0.5, 2.0]], np.float32)
    whole = helper.make_graph([], "g", [], [], [numpy_helper.from_array(weights, "w")])
    small = helper.make_graph([], "g", [], [], [
        numpy_helper.from_array(np.array([[127, -127], [64, 64]], np.int8), "w_quantized"),
        numpy_helper.from_array(np.array([1 / 127, 4 / 127], np.float32), "w_scale"),
        numpy_helper.from_array(np.array([255], np.uint8), "words_quantized"),
    ])  # fmt: skip
    graph = helper.make_model(small)
    assert narrow(graph, helper.make_model(whole), 100) == 1
    own = {each.name: numpy_helper.to_array(each) for each in graph.graph.initializer}
    assert own["w_quantized"].tolist() == [[100, -100], [50, 50]]
    assert own["w_scale"] == pytest.approx([0.01, 0.04])
    assert own["words_quantized"].tolist() == [255]
    assert {each.data_type for each in graph.graph.initializer} == {
        TensorProto.INT8,
        TensorProto.FLOAT,
        TensorProto.UINT8,
    }

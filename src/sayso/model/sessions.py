"""How graphs are run: on one thread, as stored, without an arena."""

from pathlib import Path

import onnxruntime


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """A session for the graph in ``path``. Whatever ONNX Runtime raises for a damaged one, it raises here."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Windows differ in length: an arena keeps one block for each, and is no faster.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    # The graphs are stored as optimised; optimised again, each layer norm would be fused into a slower node.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])

"""Which int8 arithmetic the processor has: without VNNI, products of the encoder saturate, and doubtful texts are read otherwise.

ONNX Runtime, "Quantize ONNX models": U8S8 on AVX2 and AVX-512 without VNNI may saturate.
"""

from pathlib import Path

FLAGS = frozenset({"avx512_vnni", "avx_vnni", "asimddp"})
"""As Linux names them; the last is the dot product of Arm."""
CPUINFO = Path("/proc/cpuinfo")


def has_vnni(cpuinfo: Path = CPUINFO) -> bool:
    """Whether 8-bit products are added up exactly; taken for granted where the system does not say."""
    try:
        lines = cpuinfo.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return True
    told = [line.partition(":")[2].split() for line in lines if line.startswith(("flags", "Features"))]
    return not told or not FLAGS.isdisjoint(told[0])

"""What the system tells of the processor."""

from pathlib import Path

import pytest

from tests.processor import has_vnni


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("flags\t\t: fpu avx2 avx512f avx512_vnni", True),
        ("flags\t\t: fpu avx2 avx_vnni", True),
        ("flags\t\t: fpu fma avx2", False),
        ("Features\t: fp asimd asimddp", True),
        ("Features\t: fp asimd", False),
        ("processor\t: 0", True),
    ],
)
def test_the_flags_tell(told: str, expected: bool, tmp_path: Path) -> None:
    path = tmp_path / "cpuinfo"
    path.write_text(f"processor\t: 0\n{told}\n")
    assert has_vnni(path) is expected


def test_a_system_that_does_not_say_is_held_to_everything(tmp_path: Path) -> None:
    assert has_vnni(tmp_path / "none")

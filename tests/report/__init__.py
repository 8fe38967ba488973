"""The report needs its extra: without it these tests are skipped, since every other part of Sayso works without it."""

import pytest

for name in ("altair", "vl_convert", "jinja2"):
    pytest.importorskip(name, reason="the extra `report` is not installed: pip install 'sayso[report]'")

"""The component needs its extra: without it these tests are skipped, since every other part of Sayso works without it."""

import pytest

pytest.importorskip("spacy", reason="the extra `spacy` is not installed: pip install 'sayso[spacy]'")

"""The examples of docs/parity-api.md are what the library does."""

from __future__ import annotations

import doctest
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "parity-api.md"


def test_every_example_of_the_documentation_comes_out_as_it_is_written() -> None:
    failed, tried = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")

    assert tried > 10
    assert failed == 0

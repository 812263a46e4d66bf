"""What the portal itself holds and prints must never be flagged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from languages.figures import print_figure, print_figure_large
from languages.parity import differences
from languages.trilingual import LANGUAGES, Trilingual
from tests.languages.registered import FIGURES, Registered

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
# names only, without a sentence around them
NOT_TEXTS = {"units.yaml", "terms"}


def findings(text: Trilingual) -> list[str]:
    return [f"{finding.code}: {dict(finding.details)}" for finding in differences(dict(text.items()))]


@pytest.mark.parametrize("registered", FIGURES, ids=lambda registered: registered.figure.key)
def test_a_registered_figure_compares_clean_as_it_prints(registered: Registered) -> None:
    in_words = print_figure(registered.figure, registered.unit)
    in_digits = print_figure_large(registered.figure, registered.unit)

    assert findings(in_words) == []
    assert findings(in_digits) == []


def texts(node: Any) -> Iterator[dict[str, str]]:
    if isinstance(node, dict) and "ko" in node and set(node) <= set(LANGUAGES):
        if all(isinstance(words, str) for words in node.values()):
            yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


FILES = [
    file for file in sorted(FIXTURES.rglob("*.yaml")) if not NOT_TEXTS & set(file.relative_to(FIXTURES).parts)
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_sample_says_the_same_in_three_languages(file: Path) -> None:
    content = yaml.safe_load(file.read_text("utf-8"))

    flagged = {
        text["ko"]: found
        for text in texts(content)
        if (found := findings(Trilingual(text["ko"], text.get("zh-hans", ""), text.get("en", ""))))
    }

    assert flagged == {}

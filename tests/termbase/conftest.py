"""A briefing editor, who works with terms in English."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client


@pytest.fixture
def client(enter: Callable[[str], Client]) -> Client:
    return enter("briefing-editor")

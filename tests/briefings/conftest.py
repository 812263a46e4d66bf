"""What files of this folder share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.briefings.editions import released_for_a_module


@pytest.fixture(scope="module")
def released(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The key of an edition that a file's tests read, sealed once for all of them."""
    with released_for_a_module(django_db_blocker) as edition:
        yield edition

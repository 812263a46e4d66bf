"""A page with a time for its publication is published then, by beat and a worker."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from config.processes import Processes
from projects.models import CooperationItem
from tests.faults.holds import wait_until

SLUG = "bac-ninh-dong-nam-new-town"


def test_a_page_is_published_at_its_time_without_anybody_pressing(
    portal: Processes, live_database: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PUBLISH_SECONDS", "1")
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.headline_en = "A headline with a time"
    item.go_live_at = timezone.now() + timedelta(seconds=3)
    item.save_revision().publish()
    published = CooperationItem.objects.filter(slug=SLUG, headline_en="A headline with a time")
    assert not published.exists()

    portal.start_worker("worker", concurrency=1)
    portal.start_beat()

    wait_until(published.exists, 30, "the publication")

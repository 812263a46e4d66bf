"""What an editor saves while a briefing is collected is in the edition wholly or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psycopg

from briefings.editions.sealing import content_of
from briefings.models import AssemblyRun, Rendition
from briefings.work import leases
from config.processes import Processes
from projects.models import CooperationItem
from tests.briefings.editions import seal_sample
from tests.faults.conftest import assert_one_right_edition
from tests.faults.holds import hold


def test_an_edition_holds_one_state_of_pages_saved_while_it_is_collected(
    portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    slug = "korean-air-archer-evtol"
    headline = CooperationItem.objects.get(slug=slug).headline_ko
    portal.start_worker()

    with hold(live_database) as held:
        held.at_reading("vocabulary_term")  # read after the items
        run = press()
        held.wait()
        held.execute("UPDATE projects_cooperationitem SET headline_ko = 'NEW' || headline_ko")
        held.execute("UPDATE vocabulary_term SET preferred_ko = 'NEW' || preferred_ko")

    material = content_of(assert_one_right_edition(run, media)).material
    assert CooperationItem.objects.get(slug=slug).headline_ko == f"NEW{headline}"
    assert next(item for item in material.items if item.slug == slug).headline.ko == headline
    assert not any(term.preferred.ko.startswith("NEW") for term in material.terms)
    assert material.terms


def test_files_of_one_edition_are_taken_at_the_same_moment_and_nobody_waits_for_one_that_is_held(
    live_database: str,
):
    edition = seal_sample("partner")
    first, second = edition.renditions.order_by("pk")[:2]

    with psycopg.connect(live_database) as link:
        link.execute(
            "SELECT 1 FROM briefings_rendition r JOIN briefings_edition e ON e.id = r.edition_id"
            " WHERE r.id = %s FOR UPDATE",
            [first.pk],
        )
        assert leases.take(Rendition, second.pk) == second.fence + 1
        assert leases.take(Rendition, first.pk) is None

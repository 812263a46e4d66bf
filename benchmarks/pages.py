"""Readers' pages: seconds and queries of each, against a page without content."""

from __future__ import annotations

from collections import Counter

from benchmarks import goals
from benchmarks.measure import median_seconds, row, taken_back


def main() -> None:
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.briefings.editions import release_now, seal_sample

    with taken_back():
        users = get_user_model()
        edition = seal_sample("presidential")
        release_now(edition, approver=users.objects.get(username="approver"))
        client = Client(headers={"host": "localhost"})
        client.force_login(users.objects.get(username="official"))
        base = "/ko/editions/2025-11/presidential/1.0/"
        client.get(base)
        print("\nReading pages")
        alive = median_seconds(lambda: client.get("/healthz"))
        row("floor: a page without content or queries", alive)
        for name, address in (
            ("edition", base),
            ("item", base + "items/korean-air-archer-evtol/"),
            ("editions", "/ko/editions/"),
            ("verify", f"/ko/verify/?digest={edition.digest}"),
        ):
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(address)
            assert answer.status_code == 200, f"{address} answered {answer.status_code}"
            times = Counter(query["sql"] for query in asked.captured_queries).values()
            seconds = median_seconds(lambda address=address: client.get(address))
            goals.at_most(10, f"page {name}, queries", asked.final_queries - asked.initial_queries)
            goals.at_most(1, f"page {name}, the same query", max(times), " times")
            row(name, seconds, alive, f"{asked.final_queries - asked.initial_queries} queries")

"""`make bench`: the sample's assembly, its PDFs, and the queries of each reading page.

Needs no running portal: it works in a transaction of the demonstration's database and takes everything
back. Seconds differ from machine to machine; the ratios are what to compare.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import sys
import time
from collections.abc import Callable

ROUNDS = 5


def median_seconds(work: Callable[[], object]) -> float:
    """Median of several rounds after one that is not counted."""
    work()
    taken = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def row(name: str, seconds: float, floor: float | None = None, more: str = "") -> None:
    """One line: what, milliseconds, and how many times its floor."""
    ratio = f"{seconds / floor:8.1f} x floor" if floor else " " * 16
    print(f"{name:<58} {1000 * seconds:9.1f} ms {ratio}  {more}".rstrip())


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from briefings import demonstration

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        if demonstration.is_empty():
            demonstration.load_sample()
        demonstration.ensure_accounts()
        assembly()
        editions()
        transaction.set_rollback(True)


def assembly() -> None:
    """Collect, check, compose and seal, against reading the same columns and hashing them."""
    from datetime import date

    from django.db import connection

    from briefings.assembly import compose
    from briefings.assembly.audiences import for_audience
    from briefings.assembly.changes import Comparison
    from briefings.assembly.checks import Subject, check
    from briefings.assembly.cleaning import cleaned
    from briefings.assembly.collect import collect
    from briefings.assembly.seal import seal
    from briefings.models import Briefing
    from briefings.rendering.charset import printable_code_points

    def floor() -> str:
        digest = hashlib.sha256()
        tables = (
            "cooperationitem contribution commitment figure source partner country ministryview relateditem"
        )
        with connection.cursor() as cursor:
            for table in tables.split():
                with cursor.copy(f"COPY (SELECT * FROM projects_{table}) TO STDOUT") as copy:
                    for block in copy:
                        digest.update(block)
        return digest.hexdigest()

    briefing = Briefing.objects.get(slug=demonstration_slug())
    collected = collect(briefing)
    material, _findings = cleaned(collected.material, printable_code_points())
    own = for_audience(material, "presidential")
    document = compose.document(own, "presidential", Comparison())
    subject = Subject(own, document, "presidential", date(2025, 11, 6))

    print(f"\nAssembly of the sample: {len(material.items)} items, presidential edition")
    base = median_seconds(floor)
    row("floor: COPY of the items' tables into SHA-256", base)
    row("collect", median_seconds(lambda: collect(briefing)), base)
    row("clean", median_seconds(lambda: cleaned(collected.material, printable_code_points())), base)
    row("compose", median_seconds(lambda: compose.document(own, "presidential", Comparison())), base)
    row("check", median_seconds(lambda: check(subject)), base)
    sealed = seal(own, "presidential", Comparison(), document, collected.sealed_records)
    row(
        "seal",
        median_seconds(lambda: seal(own, "presidential", Comparison(), document, collected.sealed_records)),
        median_seconds(lambda: hashlib.sha256(sealed.content).hexdigest()),
        "floor: SHA-256 of its bytes",
    )


def demonstration_slug() -> str:
    from briefings import demonstration

    return demonstration.SAMPLE


def editions() -> None:
    """PDFs in pages a second, and the queries of the readers' pages."""
    import io

    import typst
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from pypdf import PdfReader

    from briefings.models import Rendition
    from briefings.rendering.files import edition_html, edition_pdf
    from languages.trilingual import LANGUAGES

    sys.path.insert(0, str(os.getcwd()))
    from django.contrib.auth import get_user_model

    from briefings import release
    from tests.briefings.editions import seal_sample

    edition = seal_sample("presidential")
    print("\nFiles of the sample's presidential edition")
    blank = b"#set page(width: 210mm, height: 297mm)\n#for n in range(%d) [ #pagebreak(weak: true) . ]"
    for language in LANGUAGES:
        pages = len(PdfReader(io.BytesIO(edition_pdf(edition, language))).pages)
        source = blank % pages
        floor = median_seconds(lambda source=source: typst.compile(source))
        seconds = median_seconds(lambda language=language: edition_pdf(edition, language))
        row(f"PDF {language}", seconds, floor, f"{pages / seconds:.0f} pages/s; floor: {pages} blank pages")
    row("HTML ko", median_seconds(lambda: edition_html(edition, "ko")))

    Rendition.objects.filter(edition=edition).update(state="ready")
    approver = get_user_model().objects.get(username="approver")
    release.approve(edition=edition, by=approver)
    release.release(edition=edition, by=approver)
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(username="official"))
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
        seconds = median_seconds(lambda address=address: client.get(address))
        row(name, seconds, alive, f"{asked.final_queries - asked.initial_queries} queries")


if __name__ == "__main__":
    from config.embedded import embedded_servers

    with embedded_servers("bench"):
        import config.celery  # noqa: F401

        main()

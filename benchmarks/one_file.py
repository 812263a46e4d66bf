"""Makes the files of the sample's presidential edition, and of a longer one; prints what they took as JSON.

    python -m benchmarks.one_file

As a worker does it, in a process of its own with a worker's memory. It asks the database in DATABASE_URL and leaves
nothing there.
"""

from __future__ import annotations

import io
import json
import os
import time
from typing import Any

from benchmarks.measure import ROUNDS, median_seconds, taken_back


def main() -> dict[str, Any]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    import config.celery  # noqa: F401  the broker that is told of sealed editions
    from benchmarks.many_items import clone_items, items_of_the_period
    from briefings.rendering.files import edition_html
    from briefings.work.warming import warm_worker
    from tests.briefings.editions import seal_sample

    warm_worker()  # as a worker does before its first file
    with taken_back():
        edition = seal_sample("presidential")
        sample = typeset(edition)
        html = median_seconds(lambda: edition_html(edition, "ko"))
    with taken_back():
        clone_items(120, items_of_the_period(), dated=None)
        longer = typeset(seal_sample("presidential"))
    return {"sample": sample, "html": html, "longer": longer}


def typeset(edition: object) -> dict[str, dict[str, Any]]:
    """What the PDF in each language takes. The typesetter is warm, but remembers nothing of the document."""
    import typst
    from pypdf import PdfReader

    from briefings.rendering import pdf
    from briefings.rendering.files import edition_pdf
    from languages.trilingual import LANGUAGES

    blank = b"#set page(width: 210mm, height: 297mm)\n#for n in range(%d) [ #pagebreak(weak: true) . ]"
    found = {}
    for language in LANGUAGES:
        pages = len(PdfReader(io.BytesIO(edition_pdf(edition, language))).pages)
        source = blank % pages
        floor = median_seconds(lambda source=source: typst.compile(source))
        seconds, of_a_core = [], []
        for _round in range(ROUNDS):
            pdf.forget()
            started, worked = time.perf_counter(), time.process_time()
            edition_pdf(edition, language)
            seconds.append(time.perf_counter() - started)
            of_a_core.append(time.process_time() - worked)
        found[language] = {"pages": pages, "floor": floor, "seconds": seconds, "of_a_core": of_a_core}
    return found


if __name__ == "__main__":
    print(json.dumps(main()))

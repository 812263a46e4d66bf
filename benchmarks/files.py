"""Files of an edition: pages a second, against typesetting as many blank pages."""

from __future__ import annotations

import io
import statistics
import time

from benchmarks import goals
from benchmarks.measure import ROUNDS, median_seconds, row, taken_back

PAGES = 60
"""How many pages the longer edition has at least."""


def main() -> None:
    from benchmarks.many_items import clone_items, items_of_the_period
    from briefings.rendering.files import edition_html
    from briefings.warming import warm_worker
    from tests.briefings.editions import seal_sample

    warm_worker()  # as a worker does before its first file
    with taken_back():
        edition = seal_sample("presidential")
        print("\nFiles of the sample's presidential edition")
        typeset(edition)
        row("HTML ko", median_seconds(lambda: edition_html(edition, "ko")))
    with taken_back():
        clone_items(120, items_of_the_period(), dated=None)
        print(f"\nFiles of an edition of more than {PAGES} pages (the goal: 60 pages/s of one core)")
        typeset(seal_sample("presidential"), fewest=PAGES - 10)


def typeset(edition: object, fewest: int = 1) -> None:
    """A line for the PDF in each language. The typesetter is warm, but remembers nothing of the document."""
    import typst
    from pypdf import PdfReader

    from briefings.rendering import pdf
    from briefings.rendering.files import edition_pdf
    from languages.trilingual import LANGUAGES

    blank = b"#set page(width: 210mm, height: 297mm)\n#for n in range(%d) [ #pagebreak(weak: true) . ]"
    for language in LANGUAGES:
        pages = len(PdfReader(io.BytesIO(edition_pdf(edition, language))).pages)
        assert pages >= fewest, f"{pages} pages"
        source = blank % pages
        floor = median_seconds(lambda source=source: typst.compile(source))
        seconds, of_a_core = [], []
        for _round in range(ROUNDS):
            pdf.forget()
            started, worked = time.perf_counter(), time.process_time()
            edition_pdf(edition, language)
            seconds.append(time.perf_counter() - started)
            of_a_core.append(time.process_time() - worked)
        rate = pages / statistics.median(of_a_core)
        # what slows the others is what else the host does
        fastest = pages / min(of_a_core)
        more = f"{pages} pages, {rate:.0f} pages/s of one core, {fastest:.0f} in the fastest round"
        if fewest > 1:
            goals.at_least(60, f"PDF {language}, longer edition", rate, " pages/s of a core")
        row(f"PDF {language}", statistics.median(seconds), floor, f"{more}; floor: as many blank pages")

"""Files of an edition: pages a second, against typesetting as many blank pages."""

from __future__ import annotations

import io

from benchmarks.measure import median_seconds, row, taken_back


def main() -> None:
    import typst
    from pypdf import PdfReader

    from briefings.rendering.files import edition_html, edition_pdf
    from languages.trilingual import LANGUAGES
    from tests.briefings.editions import seal_sample

    with taken_back():
        edition = seal_sample("presidential")
        print("\nFiles of the sample's presidential edition")
        blank = b"#set page(width: 210mm, height: 297mm)\n#for n in range(%d) [ #pagebreak(weak: true) . ]"
        for language in LANGUAGES:
            pages = len(PdfReader(io.BytesIO(edition_pdf(edition, language))).pages)
            source = blank % pages
            floor = median_seconds(lambda source=source: typst.compile(source))
            seconds = median_seconds(lambda language=language: edition_pdf(edition, language))
            row(
                f"PDF {language}",
                seconds,
                floor,
                f"{pages / seconds:.0f} pages/s; floor: {pages} blank pages",
            )
        row("HTML ko", median_seconds(lambda: edition_html(edition, "ko")))

"""The words of a PDF, as somebody who searches in it finds them."""

from __future__ import annotations

import io
import subprocess

from pypdf import PdfReader

SOME_EDITION = {
    "number": "1.0",
    "digest": "0" * 64,
    "sealed_on": "2025-11-28",
    "verify_address": "https://a.example/",
}
"""What `render_pdf` prints of an edition, for tests of the document alone."""


def pages_of_pdf(content: bytes) -> list[str]:
    """The text of each page, in the order in which it is set.

    poppler finds what pypdf does in a tenth of the time, and knows a hyphen that the typesetter put in.
    """
    said = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, check=True, capture_output=True)
    return said.stdout.decode().split("\f")[:-1]


def text_of_pdf(content: bytes) -> str:
    """Text of every page, then bookmarks and document information, which a viewer shows too."""
    reader = PdfReader(io.BytesIO(content))
    metadata = [str(value) for value in (reader.metadata or {}).values()]
    xmp = reader.trailer["/Root"].get("/Metadata")
    packet = [xmp.get_object().get_data().decode("utf-8", "replace")] if xmp is not None else []
    return "\n".join((*pages_of_pdf(content), *_titles(reader.outline), *metadata, *packet))


def _titles(outline: list[object]) -> list[str]:
    found: list[str] = []
    for entry in outline:
        found += _titles(entry) if isinstance(entry, list) else [str(getattr(entry, "title", ""))]
    return found

"""The words of a PDF, as somebody who searches in it finds them."""

from __future__ import annotations

import io

from pypdf import PdfReader


def text_of_pdf(content: bytes) -> str:
    """Text of every page, then bookmarks and document information, which a viewer shows too."""
    reader = PdfReader(io.BytesIO(content))
    pages = [page.extract_text() for page in reader.pages]
    metadata = [str(value) for value in (reader.metadata or {}).values()]
    xmp = reader.trailer["/Root"].get("/Metadata")
    packet = [xmp.get_object().get_data().decode("utf-8", "replace")] if xmp is not None else []
    return "\n".join((*pages, *_titles(reader.outline), *metadata, *packet))


def _titles(outline: list[object]) -> list[str]:
    found: list[str] = []
    for entry in outline:
        found += _titles(entry) if isinstance(entry, list) else [str(getattr(entry, "title", ""))]
    return found

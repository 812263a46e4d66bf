"""The files of an edition: its PDF and its HTML, in one language, as bytes.

Made of the edition's row and nothing else, so the same whenever and wherever they are made.
"""

from __future__ import annotations

from functools import cache

import msgspec
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate

from briefings.assembly.seal import document_of
from briefings.choices import FileFormat
from briefings.models import Edition
from briefings.rendering import pdf
from briefings.rendering.explaining import explain
from briefings.rendering.one_language import in_language
from briefings.rendering.renderers import styles
from languages.dates import print_date
from languages.trilingual import Language


def rendered(edition: Edition, language: Language, kind: str) -> bytes:
    """The bytes of a file.

    Raises:
        RenderingFailed: Typst refused the document; the message says why.
    """
    return edition_pdf(edition, language) if kind == FileFormat.PDF else edition_html(edition, language)


def edition_pdf(edition: Edition, language: Language) -> bytes:
    """The edition as PDF/UA-1 and PDF/A-2a."""
    # the sheets of items are pages of their own: a file on paper holds and explains its sections
    printed = msgspec.structs.replace(document_of(bytes(edition.content)), items=())
    document = in_language(printed, language)
    explain(document, language, document["sections"])
    return pdf.render_pdf(
        document,
        language=language,
        edition={
            "number": edition.number,
            "digest": edition.digest,
            "sealed_on": print_date(localdate(edition.sealed_at), "day", language),
            "verify_address": verify_address(edition, language),
        },
        timestamp=int(edition.sealed_at.timestamp()),
    )


def edition_html(edition: Edition, language: Language) -> bytes:
    """The edition as one HTML file that needs nothing else."""
    document = in_language(document_of(bytes(edition.content)), language)
    # the full record holds the items as sections of its own
    sheets = document["items"] if edition.audience != "full" else ()
    explain(document, language, document["sections"], *sheets)
    with translation.override(language):
        page = render_to_string(
            "briefings/export.html",
            {
                "document": document,
                "language": language,
                "edition": {
                    "slug": edition.briefing.slug,
                    "audience": edition.audience,
                    "number": edition.number,
                    "digest": edition.digest,
                    "sealed_on": localdate(edition.sealed_at),
                    "state": "released",
                },
                "verify_address": verify_address(edition, language),
                "css": mark_safe(_stylesheet()),  # noqa: S308  our own file, not an editor's text
            },
        )
    return page.encode()


def verify_address(edition: Edition, language: Language) -> str:
    """Where a reader can check which edition a file is."""
    return f"{settings.PORTAL_ADDRESS.rstrip('/')}/{language}/verify/?digest={edition.digest}"


@cache
def _stylesheet() -> str:
    return "".join(file.read_text() for file in styles())

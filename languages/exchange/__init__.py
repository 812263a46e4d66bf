"""Files in which translators exchange texts: XLIFF 1.2 and 2.0, TMX, CSV and PO. Read, never written.

A file is known by its content, not by its name. It is read as a whole before anything is said of it.
"""

from __future__ import annotations

from languages.exchange import catalogs, markup, tables
from languages.exchange.segments import Segment, Unreadable
from languages.parity.findings import TextLanguage

__all__ = ["LARGEST", "Segment", "Unreadable", "segments"]

LARGEST = 20_000_000
"""Bytes of a file that is read; a book of a thousand pages has some three million."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def segments(
    content: bytes, source: TextLanguage | None = None, target: TextLanguage | None = None
) -> list[Segment]:
    """The segments of a file in the order of the file.

    Args:
        content: the file, of any of the formats.
        source: language of the texts translated from, where the file does not say it.
        target: language of the translations, where the file does not say it.

    Raises:
        Unreadable: the file is too large, of no known format, broken, unsafe, or holds no language that
            the check reads.
    """
    if len(content) > LARGEST:
        raise Unreadable(f"The file is larger than {LARGEST // 1_000_000} MB. Split it.")
    if not content.strip():
        raise Unreadable("The file is empty.")
    if _begins_as_markup(content):
        found = markup.read(content, source, target)
    else:
        text = _decoded(content)
        reader = catalogs.read if catalogs.is_catalog(text) else tables.read
        found = reader(text, source, target)
    if not any(segment.texts for segment in found):
        raise Unreadable("The file holds no text in Korean, Chinese or English.")
    return found


def _begins_as_markup(content: bytes) -> bool:
    start = content[:400]
    for mark in (*_UTF_16, b"\xef\xbb\xbf"):
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"").lstrip().startswith(b"<")


def _decoded(content: bytes) -> str:
    """Text in UTF-8, or in UTF-16 with its mark, as spreadsheets save it."""
    if content.startswith(_UTF_16):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable("The file begins as UTF-16, but is broken.") from error
    if b"\x00" in content:
        raise Unreadable("This is no text file. The check reads XLIFF, TMX, CSV and PO.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable("The text is not in UTF-8. Save the file as UTF-8.", line) from error

"""An edition as PDF: PDF/UA-1 and PDF/A-2a, the same bytes for the same input."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from briefings.rendering import charset, line_ends
from briefings.rendering.words import words_in
from languages.trilingual import Language

if TYPE_CHECKING:
    import typst  # most processes set no document, and loading it takes a tenth of a second

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "edition.typ"

_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_BETWEEN_PILLARS = re.compile(r"(\s*·\s*|、|,\s+(?:and\s+)?|\s+and\s+|和)")


LARGEST = 3_000_000
"""Characters of a document's data up to which it is typeset: about 560 pages, and 2 GB while it is made."""

_REMEMBERED = 400_000_000
"""Bytes of memory from which on a worker makes Typst forget its earlier documents."""


class RenderingFailed(Exception):
    """Typst refused the document. The message is Typst's."""


class TooLarge(RenderingFailed):
    """The document has more pages than a worker can make at once."""


@cache
def fonts() -> typst.Fonts:
    """The fonts of the PDF and no others, read once in a process (0.1 s, 30 MB)."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(charset.FONTS), str(charset.CJK_FONTS)],
    )


def render_pdf(
    document: dict[str, Any], *, language: Language, edition: dict[str, Any], timestamp: int
) -> bytes:
    """The document as a PDF.

    `document` is a document in one language (`one_language.in_language`). `edition` says which edition it
    is: `number`, `digest` (64 hexadecimal digits), `sealed_on` (printed in the language), `verify_address`.
    `timestamp`: Unix seconds, when it was made.

    Raises:
        RenderingFailed: Typst refused it, for example for a character that no font has.
        TooLarge: it is larger than `LARGEST`.
    """
    import typst

    data = {
        "language": language,
        "document": _with_safe_addresses(document),
        "tables": {
            "parts": line_ends.column_parts(language),
            "width": line_ends.TEXT_WIDTH,
            "size": line_ends.TABLE_SIZE[language],
            "inset": line_ends.INSET,
        },
        "strategy_parts": _strategy_parts(document),
        "edition": {**edition, "words": words_in(language)},
    }
    try:
        handed_over = msgspec.json.encode(data).decode()
        if len(handed_over) > LARGEST:
            raise TooLarge(
                f"The document has {len(handed_over):,} characters of data, more than {LARGEST:,}."
            )
        if language == "ko":
            line_ends.mark_free_words(data["document"]["sections"])
            handed_over = msgspec.json.encode(data).decode()
        return typst.compile(
            _TEMPLATE,
            root=_HERE,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": handed_over},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise RenderingFailed(error.message) from error
    except UnicodeEncodeError as error:  # a lone surrogate cannot be handed to Typst at all
        raise RenderingFailed(str(error)) from error
    finally:
        if _memory() > _REMEMBERED:
            forget()


def _memory() -> int:
    """Bytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def forget() -> None:
    """Make Typst drop what it remembers of earlier documents.

    It keeps the work of its last ten compilations, 90 MB each and more, which no other document could
    use. Ten empty ones push it out in 0.1 s, so it is done only once a worker has grown.
    """
    import typst

    for _ in range(10):
        typst.compile(b"", font_paths=fonts(), ignore_system_fonts=True)


def _with_safe_addresses(value: Any) -> Any:
    """`value` with every address emptied that is not http, https or mailto.

    Addresses were checked when they were written; the file must not depend on that, since Typst would pass
    `javascript:` and `file:` through.
    """
    if isinstance(value, list):
        return [_with_safe_addresses(each) for each in value]
    if isinstance(value, dict):
        made = {name: _with_safe_addresses(each) for name, each in value.items()}
        for name in ("href", "url"):
            if name in made and not _SAFE_ADDRESS.fullmatch(made[name]):
                made[name] = ""
        return made
    return value


def _strategy_parts(document: dict[str, Any]) -> list[dict[str, str]]:
    """The strategy phrase cut before each pillar's name, so that its mark can stand there.

    Each part has `pillar`, `text` and `after`, the separator. Empty when the phrase does not name as many
    parts as there are pillars: it is then printed whole.
    """
    pieces = _BETWEEN_PILLARS.split(document["strategy"]["phrase"])
    pillars = document["strategy"]["pillars"]
    if len(pieces) != 2 * len(pillars) - 1:
        return []
    separators = [*pieces[1::2], ""]
    return [
        {"pillar": pillar, "text": text, "after": after}
        for pillar, text, after in zip(pillars, pieces[::2], separators, strict=True)
    ]

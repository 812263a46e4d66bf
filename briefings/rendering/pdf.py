"""An edition as PDF: PDF/UA-1 and PDF/A-2a, the same bytes for the same input."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import manimgx_fonts_cjk
import typst
from fontTools.ttLib import TTCollection, TTFont

from briefings.rendering.words import words_in
from languages.trilingual import Language

TEMPLATE = 1
"""Number of the template. Rises when the same document would print differently."""

RENDERER = f"typst {typst.__version__}; template {TEMPLATE}"
"""What a rendition was made with."""

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "edition.typ"
_OUR_FONTS = _HERE / "fonts"
_CJK_FONTS = Path(manimgx_fonts_cjk.__file__).parent

_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_BETWEEN_PILLARS = re.compile(r"(\s*·\s*|、|,\s+(?:and\s+)?|\s+and\s+|和)")


class RenderingFailed(Exception):
    """Typst refused the document. The message is Typst's."""


@cache
def fonts() -> typst.Fonts:
    """The fonts of the PDF and no others, read once in a process (0.1 s, 30 MB)."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_OUR_FONTS), str(_CJK_FONTS)],
    )


def render_pdf(document: dict[str, Any], *, language: Language, edition: dict[str, Any], timestamp: int) -> bytes:
    """The document as a PDF.

    `document` is a document in one language (`one_language.in_language`). `edition` says which edition it
    is: `number`, `digest` (64 hexadecimal digits), `sealed_on` (printed in the language), `verify_address`,
    and, if they should differ from this module's, `words`. `timestamp`: Unix seconds, the PDF's creation date.

    Raises:
        RenderingFailed: Typst refused it, for example for a character that no font has.
    """
    data = {
        "language": language,
        "document": _printable(document, language),
        "strategy_parts": _strategy_parts(document),
        "edition": {**edition, "words": {**words_in(language), **edition.get("words", {})}},
    }
    try:
        return typst.compile(
            _TEMPLATE,
            root=_HERE,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise RenderingFailed(error.message) from error
    except UnicodeEncodeError as error:  # a lone surrogate cannot be handed to Typst at all
        raise RenderingFailed(str(error)) from error


def _printable(value: Any, language: Language) -> Any:
    """`value` with unsafe addresses emptied and, in English, typewriter apostrophes as typographic ones."""
    if isinstance(value, list):
        return [_printable(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    made = {name: _printable(each, language) for name, each in value.items()}
    for name in ("href", "url"):
        # The address was checked when it was written; the file must not depend on that check.
        if made.get(name) and not _SAFE_ADDRESS.fullmatch(made[name]):
            made[name] = ""
    return made


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


@cache
def printable_code_points() -> frozenset[int]:
    """Code points that the PDF can show, in every weight and language; all others make Typst refuse.

    Read from the fonts' character maps once in a process (0.5 s).
    """
    shown: set[int] = set()
    for path in _OUR_FONTS.glob("*.otf"):
        with TTFont(path, lazy=True) as font:
            shown.update(font.getBestCmap())
    for path in _CJK_FONTS.glob("*.ttc"):
        with TTCollection(path, lazy=True) as collection:
            for font in collection.fonts:
                if font["name"].getBestFamilyName() in _CJK_FAMILIES:
                    shown.update(font.getBestCmap())
    return frozenset(point for point in shown if _is_text(point))

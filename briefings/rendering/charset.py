"""Which characters the portal can print: those that the PDF's fonts hold.

PDF/UA refuses a character without a glyph, so text is cleaned by this set before it is sealed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import manimgx_fonts_cjk

FONTS = Path(__file__).parent / "fonts"
CJK_FONTS = Path(manimgx_fonts_cjk.__file__).parent


@cache
def printable_code_points() -> frozenset[int]:
    """Code points that the font chain shows, read once in a process (about half a second)."""
    from fontTools.ttLib import TTCollection, TTFont  # most processes print nothing

    def shown_by(font: TTFont) -> Iterable[int]:
        # numbers for names: fontTools would make up one for each of 65,000 glyphs, which took most of the time
        font.setGlyphOrder(range(font["maxp"].numGlyphs))
        return font.getBestCmap()

    points: set[int] = set()
    with TTFont(FONTS / "Pretendard-Regular.otf", lazy=True) as font:
        points.update(shown_by(font))
    # the collection's fonts differ in their glyphs' shapes, not in the characters they hold
    for file in CJK_FONTS.glob("*.ttc"):
        with TTCollection(file, lazy=True) as collection:
            points.update(shown_by(collection.fonts[0]))
    kept = {point for point in points if unicodedata.category(chr(point)) not in _UNFIT}
    return frozenset(kept - _EMOJI)


_EMOJI = frozenset((*range(0x1F000, 0x1FB00), 0x26BD, 0x26BE, 0x2B1C))
"""In the fonts, but Typst asks for them in colour and refuses."""

_UNFIT = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
"""Controls, formats, surrogates, private use, unassigned: nothing that a reader could read."""

"""Whether the one page is one: what editors wrote may be more than a sheet holds where it is set closest.

Only the typesetter knows for certain, and it comes after sealing. So this adds up what `rendering/edition.typ` sets, in
ems of the closest setting: right to a line or two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefings.assembly.compose.room import COLUMN, lines_of, lines_of_text, width
from briefings.assembly.document import Block, Claims, Document, FigureStrip, Line, Prose, Section
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Material
from languages.trilingual import LANGUAGES, Language

_SHEET: dict[Language, float] = {"ko": 69.4, "zh-hans": 69.4, "en": 76.2}
_PAGE: dict[Language, float] = {"ko": 46.2, "zh-hans": 46.2, "en": 50.7}
"""Height and width of a sheet's text."""

_LEADING: dict[Language, float] = {"ko": 0.6, "zh-hans": 0.6, "en": 0.48}
_HEADING: dict[Language, float] = {"ko": 4.0, "zh-hans": 2.6, "en": 0.3}
"""The page's heading, less the space that its first block needs no more below it."""

_SIDE = 7.5
"""Width of the side headings of English."""


def one_page_too_long(document: Document, material: Material) -> Iterator[Finding]:
    """Languages in which the one page would run on to a second sheet."""
    for page in document.sections:
        if page.key != "one-page":
            continue
        for language in LANGUAGES:
            over = height_of(page, language) - _SHEET[language]
            if over > 0:
                place = Place("document", document.audience, "one-page", language)
                lines = math.ceil(over / (1 + _LEADING[language]))
                yield Finding("one-page-too-long", Severity.WARNING, place, {"lines": str(lines)})


def height_of(page: Section, language: Language) -> float:
    """The height of the page's text where it is set closest, about, in its ems."""
    return _HEADING[language] + sum(_height(block, language) for block in page.blocks)


def _height(block: Block, language: Language) -> float:
    """With the space below it."""
    if isinstance(block, Prose):
        return _prose(block, language)
    if isinstance(block, Claims):
        return _claims(block, language)
    if isinstance(block, FigureStrip):
        return _figures(block, language)
    return 2.1  # the strategy's line


def _prose(block: Prose, language: Language) -> float:
    lines = block.passage[language]
    if lines and all(line.style == "lead" for line in lines):
        return 2.7 + lines_of(lines, language, _PAGE[language] / 1.22) * 1.83
    body = _text(lines, language)
    if language == "en":
        beside = lines_of_text(block.label.en, language, _SIDE)
        return max(body, 1.45 * beside - 0.45) + 1.25
    return 3.4 + body


def _text(lines: Sequence[Line], language: Language) -> float:
    leading = _LEADING[language]
    between = 0.0
    for before, line in pairwise(lines):
        if line.style in ("dash", "note"):
            between += 0.72
        else:
            between += 1.0 if line.style == before.style else leading + 0.45
    count = lines_of(lines, language, COLUMN[language])
    return count + (count - len(lines)) * leading + between


def _claims(block: Claims, language: Language) -> float:
    names = [width(claim.name[language], language) for claim in block.claims]
    widest = min(max(names, default=0.0) + 0.2, 11.0)
    column = (_PAGE[language] - 2.7 - widest) * 0.95
    height = 1.5
    for claim, name in zip(block.claims, names, strict=True):
        count = max(lines_of(claim.passage[language], language, column), 1 + (name > widest))
        height += count + (count - 1) * _LEADING[language] + 1.1
    return height


def _figures(block: FigureStrip, language: Language) -> float:
    column = (_PAGE[language] - 2.8) / 3 * 0.92
    height = -0.1
    for start in range(0, len(block.figures), 3):
        tallest = 0.0
        for figure in block.figures[start : start + 3]:
            label = lines_of_text(figure.label[language], language, column / 0.9)
            remark = lines_of_text(figure.remark[language], language, column / 0.78)
            tallest = max(tallest, 2.9 + label * 1.3 + (remark * 1.1 if figure.remark[language] else 0.0))
        height += tallest + 1.0
    return height

"""Which Korean words of a table may come to stand at the end of a line: only these need a box.

Typst breaks Korean between any two syllables. A word stays whole in a box, but a box for each word takes two fifths of
the time that a PDF takes. The words before the end of a line need none, and most of a long edition are in tables whose
columns have a known width. Where a word stands follows from the widths of the characters before it. These are known
within bounds, since a column may be semi-bold and letters are kerned. So a word is free of a box only if it fits into its
line wherever the lines before it may have ended (docs/decisions/0028).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from briefings.rendering import charset
from languages.trilingual import Language

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

type Run = dict[str, Any]
type Span = tuple[float, float]
"""The least and the most that something may be, in ems."""


@dataclass(slots=True)
class Unit:
    """A word, or those of a figure or a date, which the template may keep together."""

    words: int = 1
    pieces: list[str] = field(default_factory=list)
    """Its letters, run by run and word by word."""
    least: float = 0.0
    most: float = 0.0
    """Its width in ems, with the numbers of its notes."""
    last_word: float = 0.0
    """The least width of its last word."""
    notes: Span = (0.0, 0.0)
    """The width of their numbers alone."""
    is_term: bool = False
    """Whether a part of it is explained: the template underlines such words one by one."""


TEXT_WIDTH = 163.0
"""Millimetres between the margins of a page."""

TABLE_SIZE = {"ko": 10.472, "zh-hans": 10.472, "en": 9.548}
"""Points: 0.88 of the body's size."""

INSET = 5.0
"""Points between a column's text and the next column, on either side."""

_POINTS = 72 / 25.4
_KERNED = (0.035, 0.02)
"""By how much a Latin letter may stand closer to its neighbour, or further from it: seen up to 0.14 in a word of eight."""

_UNSURE = 0.05
"""Ems by which a column may be narrower or wider than reckoned."""

_PLACES = 6
"""In how many places a line may be before it is given up to follow it."""

_PART = re.compile(r"[(（]?[^·–~/,(（]*[·–~/,]*")
"""A part of a long compound, which may stand in a line alone; as in the template."""

_IN_NO_BOX = re.compile(r"^(?!.*[가-힣]).*[^A-Za-z0-9.,]")
"""A word without Hangul has no box, and may break beside anything but letters and figures: 1,234 before ㎢."""

_ODD = re.compile(
    r"""^[ ] | [ ]{2} | [ ]$                        # the template leaves such spaces out
    | (?:^|[ ])(?![가-힣A-Za-z0-9“‘(「『〈《【])[^ ]  # no line begins with a spaced / : ) and the like, nor
    | [(\[{「『〈《【“‘](?:[ ]|$)                     # does one end with a bracket that opens
    | [0-9][xX][0-9]                               # set as 10×20, which is wider""",
    re.VERBOSE,
)
"""What keeps its boxes, since its lines cannot be followed by widths alone."""

_JOINED = re.compile(r"\d(?:년|월)$")


def column_parts(language: Language) -> dict[str, tuple[int, ...]]:
    """The columns of each shape of table, in parts of the width."""
    return {
        "groups": (18, 27, 31, 24) if language == "en" else (15, 28, 32, 25),
        "figures": (26, 23, 24, 27),
        "next-steps": (25, 41, 17, 17),
        "contributions": (17, 27, 56),
    }


def mark_free_words(sections: Iterable[dict[str, Any]]) -> None:
    """Cut the runs of Korean tables so that those marked `free` hold the words that need no box.

    Spaces at the cut stay with what is not free. `sections` are changed in place.
    """
    shapes = column_parts("ko")
    for section in sections:
        for block in section["blocks"]:
            if block["kind"] == "table" and block["shape"] in shapes:
                _mark_table(block, shapes[block["shape"]])
        mark_free_words(section["sections"])


def read_widths() -> None:
    """Read the fonts' widths (a tenth of a second), once in a process."""
    for maybe_bold in (False, True):
        _advances(maybe_bold)


def _mark_table(table: dict[str, Any], parts: Sequence[int]) -> None:
    count = len(table["columns"])
    if count > len(parts):
        return
    parts = parts[len(parts) - count :]
    for row in table["rows"]:
        for column, (lines, part) in enumerate(zip(row, parts, strict=False)):
            if len(lines) == 1 and lines[0]["style"] == "paragraph":
                width = part / sum(parts) * TEXT_WIDTH * _POINTS
                insets = INSET * ((column > 0) + (column < count - 1))
                size = TABLE_SIZE["ko"]
                lines[0]["runs"] = with_free_words(
                    lines[0]["runs"],
                    room=(width - insets) / size,
                    longest=min(14, int(width / size) - 1),
                    bold=column == 0,
                )


def with_free_words(runs: Sequence[Run], *, room: float, longest: int, bold: bool = False) -> list[Run]:
    """The runs, cut at the words that need no box.

    Args:
        runs: of one text; none is changed.
        room: the width of its column in ems.
        longest: how many characters of a word the template keeps whole there.
        bold: whether the column may be set bold.
    """
    text = "".join(run["text"] for run in runs)
    if any(run.get("bold") for run in runs) or _ODD.search(text) or not _advances(bold).keys() >= set(text):
        return list(runs)
    space = _width(" ", bold)
    units = _units(runs, space, bold)
    free_units = _free(units, space, room, longest)
    if all(free_units):
        return [{**run, "free": True} for run in runs]
    if not any(free_units):
        return list(runs)
    free = [is_free for unit, is_free in zip(units, free_units, strict=True) for _word in range(unit.words)]
    cut: list[Run] = []
    number = 0
    for run in runs:
        # what is free and what is not, in turn
        pieces: list[tuple[bool, list[str]]] = []
        for index, piece in enumerate(run["text"].split(" ")):
            number += index > 0
            if pieces and pieces[-1][0] == free[number]:
                pieces[-1][1].append(piece)
            else:
                pieces.append((free[number], [piece]))
        for index, (is_free, strings) in enumerate(pieces):
            text = " ".join(strings)
            last = index == len(pieces) - 1
            made = {**run, "text": text if is_free else " " * (index > 0) + text + " " * (not last)}
            if is_free:
                made["free"] = True
            if not last:
                made.pop("notes", None)
            cut.append(made)
    return cut


def _units(runs: Sequence[Run], space: Span, bold: bool) -> list[Unit]:
    unit = Unit()
    units = [unit]
    for run in runs:
        is_figure = bool(run.get("figure"))
        before = ""
        for index, piece in enumerate(run["text"].split(" ")):
            low, high = _width(piece, bold)
            if index:
                # a day stays with its month, and that with its year
                if is_figure or (piece[:1].isdigit() and _JOINED.search(before)):
                    unit.words += 1
                    unit.least += space[0]
                    unit.most += space[1]
                    unit.last_word = 0.0
                else:
                    unit = Unit()
                    units.append(unit)
            unit.pieces.append(piece)
            unit.least += low
            unit.most += high
            unit.last_word += low
            before = piece
            unit.is_term = unit.is_term or bool(run.get("term"))
        if notes := run.get("notes"):
            digits = len(",".join(map(str, notes)))
            unit.notes = (0.15 * digits, 0.5 * digits)
            unit.least += unit.notes[0]
            unit.most += unit.notes[1]
    return units


def _free(units: Sequence[Unit], space: Span, room: float, longest: int) -> list[bool]:
    """Whether each unit fits into its line wherever the lines before it end."""
    surely, at_most = room - _UNSURE, room + _UNSURE
    free: list[bool] = []
    starts: list[Span] = [(0.0, 0.0)]
    """Where in its line the unit may begin."""
    for unit in units:
        fits = starts[-1][1] + unit.most <= surely
        free.append(fits and not unit.is_term)
        if fits:
            ends = [(low + unit.least, high + unit.most) for low, high in starts]
        else:
            within = _within(unit, longest)
            if within is None:
                break
            ends = [
                (low + unit.least, high + unit.most) for low, high in starts if low + unit.least <= at_most
            ]
            ends += within
        starts = [(low + space[0], high + space[1]) for low, high in ends]
        if len(starts) > 1:
            starts = _merged(starts)
            if len(starts) > _PLACES:
                break
    free += [False] * (len(units) - len(free))
    if len(free) > 1 and not free[-1]:
        free[-2] = False  # the template keeps the last two of a text together
    return free


def _within(unit: Unit, longest: int) -> list[Span] | None:
    """Where a unit may end in the line that begins with it, or with a part of it; None if it may break anywhere."""
    letters = "".join(unit.pieces)
    if unit.words > 1:
        return None if len(letters) + unit.words > longest else [(unit.last_word, unit.most)]
    if _IN_NO_BOX.search(letters):
        return [(0.0, unit.most)]
    ends = [(unit.least, unit.most)]
    if unit.notes[1]:
        ends.append(unit.notes)
    if len(letters) <= longest:
        return ends
    parts = [part for piece in unit.pieces for part in _PART.findall(piece) if part]
    if max(map(len, parts)) > longest:
        return None
    for index in range(1, len(parts)):
        low, high = _width("".join(parts[index:]), True)
        ends.append((low, high + unit.notes[1]))
    return ends


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    merged: list[Span] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


@lru_cache(50_000)
def _width(word: str, maybe_bold: bool) -> Span:
    least = most = 0.0
    known = _advances(maybe_bold)
    for character in word:
        low, high = known[character]
        least, most = least + low, most + high
    return least, most


@cache
def _advances(maybe_bold: bool) -> Mapping[str, Span]:
    """What each character that Pretendard holds takes in a table, where figures are tabular."""
    spans: dict[str, Span] = {}
    for weight in ("Regular", "Bold") if maybe_bold else ("Regular",):
        for character, advance in _advances_of(weight):
            closer, further = _KERNED if character.isalpha() and character < "ɐ" else (0.0, 0.0)
            low, high = spans.get(character, (advance, advance))
            spans[character] = min(low, advance - closer), max(high, advance + further)
    return spans


def _advances_of(weight: str) -> Iterator[tuple[str, float]]:
    from fontTools.ttLib import TTFont  # most processes set no document

    with TTFont(charset.FONTS / f"Pretendard-{weight}.otf", lazy=True) as font:
        metrics, per_em = font["hmtx"], font["head"].unitsPerEm
        tabular = _tabular(font)
        for point, name in font.getBestCmap().items():
            yield chr(point), metrics[tabular.get(name, name)][0] / per_em


def _tabular(font: TTFont) -> Mapping[str, str]:
    """The glyphs that stand for others where figures are tabular: those of figures, and of what stands among them."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for each in table.LookupList.Lookup[index].SubTable:
                    found |= getattr(each, "ExtSubTable", each).mapping
    return found

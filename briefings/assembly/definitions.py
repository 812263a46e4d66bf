"""Agreed names explained where a reader first meets them on a page.

The edition holds the explanation as it was agreed when it was sealed: the termbase may say more later.

A large edition has ten thousand pages, so a page is searched as one text in each language, and only the
passages in which a name was found are made anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from operator import attrgetter, is_

import msgspec

from briefings.assembly.document import (
    Block,
    Claims,
    Definition,
    Facts,
    Line,
    Passage,
    Prose,
    Run,
    Section,
    Table,
)
from briefings.assembly.material import Material, Term
from languages.trilingual import LANGUAGES, Language

# a name may bring its short form for the first mention: 도심항공교통(UAM)
_SHORT_FORM = re.compile(r"\s*[(（][^)）]*[)）]$")

_IN_A_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Definitions:
    """Marks agreed names page by page, and keeps account of what has to be explained."""

    def __init__(self, material: Material) -> None:
        """Takes the terms of `material` that are in force and say what they mean."""
        self._explained = tuple(term for term in material.terms_in_force if term.definition)
        self._names = {language: _names(self._explained, language) for language in LANGUAGES}
        self._used: set[str] = set()

    def marked(self, page: tuple[Section, ...]) -> tuple[Section, ...]:
        """The sections of one page with each name marked where it is first read; themselves where there is none.

        Headings, links and figures are left alone.
        """
        blocks = [*_blocks(page)]
        passages = [passage for _block, of_block in blocks for passage in of_block]
        lines: dict[int, dict[Language, tuple[Line, ...]]] = {}
        for language in LANGUAGES:
            for (at, line, run), marks in _marks(passages, language, self._names[language]).items():
                said = lines.setdefault(at, {}).get(language, passages[at][language])
                # a run becomes several: the last runs of a line come first, so that places stay true
                lines[at][language] = _marked_line(said, line, run, marks)
                self._used.update(mark.key for mark in marks)
        if not lines:
            return page
        for at, new in lines.items():
            passages[at] = Passage(*(new.get(code, passages[at][code]) for code in LANGUAGES))
        return _with_passages(page, iter(blocks), iter(passages))

    @property
    def used(self) -> tuple[Definition, ...]:
        """What the names mean that were marked so far."""
        return tuple(
            Definition(term.identifier, term.preferred, term.definition)
            for term in self._explained
            if term.identifier in self._used
        )


def stem(name: str) -> str:
    """The name without its short form in brackets."""
    return _SHORT_FORM.sub("", name)


type _Names = Mapping[str, str]
"""Names of one language in small letters, each with the key of its definition."""


def _names(terms: Iterable[Term], language: Language) -> _Names:
    keys: dict[str, str] = {}
    for term in terms:
        name = stem(term.preferred[language])
        if name and term.definition[language]:
            keys.setdefault(name.lower(), term.identifier)
    return keys


class _Mark(msgspec.Struct, frozen=True, gc=False):
    """A name in a run: where it begins and ends there, and what explains it."""

    start: int
    end: int
    key: str


type _Place = tuple[int, int, int]
"""Number of a passage on its page, of a line in it, of a run in that."""

_LINES_OF: Mapping[Language, Callable[[Passage], tuple[Line, ...]]] = {
    "ko": attrgetter("ko"),
    "zh-hans": attrgetter("zh_hans"),
    "en": attrgetter("en"),
}


def _marks(passages: Sequence[Passage], language: Language, names: _Names) -> dict[_Place, list[_Mark]]:
    """The first mark of each name, by the run that holds it, the last run of the page first."""
    if not names:
        return {}
    lines_of = _LINES_OF[language]
    texts: list[str] = []
    behind: list[int] = []  # how many texts there are up to the end of each passage
    for passage in passages:
        texts += [run.text for line in lines_of(passage) for run in filter(_may_hold_names, line.runs)]
        behind.append(len(texts))
    found = _first_found("\n".join(texts), names)
    if not found:
        return {}
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    marks: dict[_Place, list[_Mark]] = {}
    for start, end, key in reversed(found):
        index = bisect_right(starts, start) - 1
        at = bisect_right(behind, index)
        place = (at, *_run_at(lines_of(passages[at]), index - (behind[at - 1] if at else 0)))
        marks.setdefault(place, []).insert(0, _Mark(start - starts[index], end - starts[index], key))
    return marks


def _may_hold_names(run: Run) -> bool:
    return not (run.href or run.item or run.figure)


def _run_at(lines: tuple[Line, ...], index: int) -> tuple[int, int]:
    """Number of the line, and in it of the run, that is the passage's `index`th to hold names."""
    runs = (
        (line_at, run_at)
        for line_at, line in enumerate(lines)
        for run_at, run in enumerate(line.runs)
        if _may_hold_names(run)
    )
    return next(islice(runs, index, None))


def _first_found(text: str, names: _Names) -> list[tuple[int, int, str]]:
    """Start, end and key of the first place of each name, in order; the longer name where two overlap."""
    # İ alone would become two characters, and every place behind it be wrong
    small = text.replace("İ", "i").lower()
    places: list[tuple[int, int, str]] = []
    for name, key in names.items():
        start = small.find(name)
        while start >= 0:
            if not (name[0].isascii() and _in_a_word(small, start, start + len(name))):
                places.append((start, -len(name), key))
            start = small.find(name, start + 1)
    found: dict[str, tuple[int, int, str]] = {}
    free_from = 0
    for start, minus_length, key in sorted(places):
        if start >= free_from:
            free_from = start - minus_length
            found.setdefault(key, (start, free_from, key))
    return [*found.values()]


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin name is only a part of the word that stands there."""
    return text[start - 1 : start] in _IN_A_WORD or text[end : end + 1] in _IN_A_WORD


def _marked_line(lines: tuple[Line, ...], at: int, run_at: int, marks: list[_Mark]) -> tuple[Line, ...]:
    """The lines with one run of one of them made into runs with marks."""
    line = lines[at]
    runs = (*line.runs[:run_at], *_marked_run(line.runs[run_at], marks), *line.runs[run_at + 1 :])
    return (*lines[:at], Line(line.style, runs), *lines[at + 1 :])


def _marked_run(run: Run, marks: list[_Mark]) -> Iterator[Run]:
    at = 0
    for mark in marks:
        if mark.start > at:
            yield Run(run.text[at : mark.start], bold=run.bold)
        at = mark.end
        notes = run.notes if at == len(run.text) else ()
        yield Run(run.text[mark.start : at], bold=run.bold, term=mark.key, notes=notes)
    if at < len(run.text):
        yield Run(run.text[at:], bold=run.bold, notes=run.notes)


type _BlockOnPage = tuple[Block, tuple[Passage, ...]]


def _blocks(sections: tuple[Section, ...]) -> Iterator[_BlockOnPage]:
    """Every block in reading order, with its passages."""
    for section in sections:
        for block in section.blocks:
            yield block, _passages_of(block)
        yield from _blocks(section.sections)


def _passages_of(block: Block) -> tuple[Passage, ...]:
    if isinstance(block, Prose):
        return (block.passage,)
    if isinstance(block, Facts):
        return tuple(fact.passage for fact in block.facts)
    if isinstance(block, Table):
        return tuple(cell for row in block.rows for cell in row)
    if isinstance(block, Claims):
        return tuple(claim.passage for claim in block.claims)
    return ()


def _with_passages(
    sections: tuple[Section, ...], blocks: Iterator[_BlockOnPage], passages: Iterator[Passage]
) -> tuple[Section, ...]:
    """The sections with other passages: blocks and passages stand in reading order."""
    return tuple(
        msgspec.structs.replace(
            section,
            blocks=tuple(_block_with_passages(*next(blocks), passages) for _block in section.blocks),
            sections=_with_passages(section.sections, blocks, passages),
        )
        for section in sections
    )


def _block_with_passages(block: Block, old: tuple[Passage, ...], passages: Iterator[Passage]) -> Block:
    """The block with as many of the passages as it holds; itself where they are the same."""
    new = tuple(islice(passages, len(old)))
    if all(map(is_, old, new)):
        return block
    at = iter(new)
    if isinstance(block, Prose):
        return Prose(next(at), block.label)
    if isinstance(block, Facts):
        return Facts(tuple(msgspec.structs.replace(fact, passage=next(at)) for fact in block.facts))
    if isinstance(block, Claims):
        return Claims(tuple(msgspec.structs.replace(claim, passage=next(at)) for claim in block.claims))
    assert isinstance(block, Table)
    rows = tuple(tuple(next(at) for _cell in row) for row in block.rows)
    return Table(block.shape, block.caption, block.columns, rows)

"""Agreed names explained where a reader first meets them on a page.

The edition holds the explanation as it was agreed when it was sealed: the termbase may say more later.

A large edition has ten thousand pages, so a page is searched as one text in each language, and only the
passages in which a name was found are made anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
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

_IN_A_WORD = "[a-z0-9-]"


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
            for at, marks in _marks(passages, language, self._names[language]).items():
                lines.setdefault(at, {})[language] = _marked_lines(passages[at][language], marks)
                self._used.update(mark.key for of_run in marks.values() for mark in of_run)
        if not lines:
            return page
        for at, new in lines.items():
            old = passages[at]
            passages[at] = Passage(
                new.get("ko", old.ko), new.get("zh-hans", old.zh_hans), new.get("en", old.en)
            )
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


class _Names(msgspec.Struct, frozen=True):
    """What is explained in one language."""

    keys: Mapping[str, str]
    """Names in small letters, each with the key of its definition."""
    expression: re.Pattern[str]
    """Finds them in small letters."""


def _names(terms: Iterable[Term], language: Language) -> _Names | None:
    keys: dict[str, str] = {}
    for term in terms:
        name = stem(term.preferred[language])
        if name and term.definition[language]:
            keys.setdefault(name.lower(), term.identifier)
    return _Names(keys, _expression(keys)) if keys else None


def _expression(names: Iterable[str]) -> re.Pattern[str]:
    """Finds names from left to right, the longer one where two begin at a place; a Latin one as a word of its own.

    They stand by their first letters: a place where none of these stands is passed over at once. Where all names are
    Latin nearly every letter is one of them, and it is faster to look for the beginnings of words.
    """
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    rests = {letter: f"(?:{'|'.join(each)})" for letter, each in by_letter.items()}
    if all(letter.isascii() for letter in rests):
        any_name = "|".join(re.escape(letter) + rest for letter, rest in rests.items())
        return re.compile(f"(?<!{_IN_A_WORD})(?:{any_name})(?!{_IN_A_WORD})")
    return re.compile(
        "|".join(
            f"{re.escape(letter)}(?<!{_IN_A_WORD}.){rest}(?!{_IN_A_WORD})"
            if letter.isascii()
            else re.escape(letter) + rest
            for letter, rest in rests.items()
        ),
        re.DOTALL,
    )


class _Mark(msgspec.Struct, frozen=True, gc=False):
    """A name in a run: where it begins and ends there, and what explains it."""

    start: int
    end: int
    key: str


type _MarksOfRuns = dict[int, list[_Mark]]
"""By the number of the run, among those of a passage that may hold names."""

_LINES_OF: Mapping[Language, Callable[[Passage], tuple[Line, ...]]] = {
    "ko": attrgetter("ko"),
    "zh-hans": attrgetter("zh_hans"),
    "en": attrgetter("en"),
}


def _marks(passages: Sequence[Passage], language: Language, names: _Names | None) -> dict[int, _MarksOfRuns]:
    """The first mark of each name, by the number of the passage that holds it."""
    if names is None:
        return {}
    lines_of = _LINES_OF[language]
    texts_of = [
        [
            run.text
            for line in lines_of(passage)
            for run in line.runs
            if not (run.href or run.item or run.figure)
        ]
        for passage in passages
    ]
    texts = [*chain.from_iterable(texts_of)]
    found = _first_found("\n".join(texts), names)
    if not found:
        return {}
    behind = [*accumulate(map(len, texts_of))]  # how many texts there are up to the end of each passage
    marks: dict[int, _MarksOfRuns] = {}
    index = begins = 0
    for start, end, key in found:
        while start > begins + len(texts[index]):
            begins += len(texts[index]) + 1
            index += 1
        at = bisect_right(behind, index)
        of_passage = marks.setdefault(at, {})
        of_run = of_passage.setdefault(index - (behind[at - 1] if at else 0), [])
        of_run.append(_Mark(start - begins, end - begins, key))
    return marks


def _first_found(text: str, names: _Names) -> list[tuple[int, int, str]]:
    """Start, end and key of the first place of each name, in order; of two that overlap, that of the earlier one."""
    # İ alone would become two characters, and every place behind it be wrong
    small = text.replace("İ", "i").lower()
    found: dict[str, tuple[int, int, str]] = {}
    for each in names.expression.finditer(small):
        name = each[0]
        if name not in found:
            found[name] = (*each.span(), names.keys[name])
            if len(found) == len(names.keys):
                break
    return [*found.values()]


def _marked_lines(lines: tuple[Line, ...], marks: _MarksOfRuns) -> tuple[Line, ...]:
    """The lines of a passage with the marked ones of its runs made into runs with marks."""
    number = 0
    made: list[Line] = []
    for line in lines:
        runs: list[Run] = []
        for run in line.runs:
            if run.href or run.item or run.figure:
                runs.append(run)
                continue
            runs += _marked_run(run, marks[number]) if number in marks else (run,)
            number += 1
        made.append(Line(line.style, tuple(runs)))
    return tuple(made)


def _marked_run(run: Run, marks: list[_Mark]) -> list[Run]:
    made: list[Run] = []
    at = 0
    for mark in marks:
        if mark.start > at:
            made.append(Run(run.text[at : mark.start], bold=run.bold))
        at = mark.end
        notes = run.notes if at == len(run.text) else ()
        made.append(Run(run.text[mark.start : at], bold=run.bold, term=mark.key, notes=notes))
    if at < len(run.text):
        made.append(Run(run.text[at:], bold=run.bold, notes=run.notes))
    return made


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

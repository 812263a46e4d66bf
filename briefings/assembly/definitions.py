"""Agreed names explained where a reader first meets them on a page.

The edition holds the explanation as it was agreed when it was sealed: the termbase may say more later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import is_, is_not
from typing import Any

import msgspec

from briefings.assembly.checks.rules import in_force
from briefings.assembly.document import Definition, Document, Line, Passage, Run
from briefings.assembly.material import Material, Term
from languages.trilingual import LANGUAGES, Language, Trilingual

# a name may bring its short form for the first mention: 도심항공교통(UAM)
_SHORT_FORM = re.compile(r"\s*[(（][^)）]*[)）]$")


def with_definitions(document: Document, material: Material) -> Document:
    """The document with each agreed name marked where it first stands on a page, and what the names mean.

    The sections are one page, and each item's sheet is one. Headings, links and figures are left alone.
    """
    explained = tuple(term for term in in_force(material) if term.definition)
    names = {language: _Names(explained, language) for language in LANGUAGES}
    if not any(each.any for each in names.values()):
        return document
    used: set[str] = set()
    sections = _Page(names, used).marked(document.sections)
    items = tuple(_Page(names, used).marked(sheet) for sheet in document.items)
    return msgspec.structs.replace(
        document,
        sections=sections,
        items=items,
        definitions=tuple(
            Definition(term.identifier, term.preferred, term.definition)
            for term in explained
            if term.identifier in used
        ),
    )


def stem(name: str) -> str:
    """The name without its short form in brackets."""
    return _SHORT_FORM.sub("", name)


class _Names:
    """The explained names of one language, in one expression."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self.keys: dict[str, str] = {}
        for term in terms:
            name = stem(term.preferred[language])
            if name and term.definition[language]:
                self.keys.setdefault(name.casefold(), term.identifier)
        longest_first = sorted(self.keys, key=lambda name: (-len(name), name))
        bounded = [
            rf"(?<![A-Za-z0-9-]){re.escape(name)}(?![A-Za-z0-9-])" if name[0].isascii() else re.escape(name)
            for name in longest_first
        ]
        self.any = re.compile("|".join(bounded), re.IGNORECASE) if bounded else None


class _Page:
    """One page in the making: which names its reader has met."""

    def __init__(self, names: dict[Language, _Names], used: set[str]) -> None:
        self._names = names
        self._used = used
        self._met: dict[Language, set[str]] = {language: set() for language in LANGUAGES}

    def marked[Part](self, part: Part) -> Part:
        """`part` in reading order with every passage's first names marked; itself where there is none."""
        made: Any = part
        if isinstance(made, Passage):
            lines = [self._lines(made[code], code) for code in LANGUAGES]
            if any(new is not made[code] for new, code in zip(lines, LANGUAGES, strict=True)):
                made = Passage(*lines)
        elif isinstance(made, tuple):
            new = tuple([self.marked(each) for each in made])
            if any(map(is_not, new, made)):
                made = new
        elif isinstance(made, msgspec.Struct) and not isinstance(made, Trilingual):
            changed = {}
            for name in made.__struct_fields__:
                old = getattr(made, name)
                if not isinstance(old, str) and (said := self.marked(old)) is not old:
                    changed[name] = said
            if changed:
                made = msgspec.structs.replace(made, **changed)
        kept: Part = made
        return kept

    def _lines(self, lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
        met = self._met[language]
        waiting = [name for name, key in self._names[language].keys.items() if key not in met]
        # most lines hold no name that is still to be explained: asked first, and cheaply
        said = "\n".join(line.text for line in lines).casefold() if waiting else ""
        if not any(name in said for name in waiting):
            return lines
        made = tuple(self._line(line, language) for line in lines)
        return made if any(map(is_not, made, lines)) else lines

    def _line(self, line: Line, language: Language) -> Line:
        runs = tuple(piece for run in line.runs for piece in self._run(run, language))
        return line if all(map(is_, runs, line.runs)) else Line(line.style, runs)

    def _run(self, run: Run, language: Language) -> Iterator[Run]:
        names = self._names[language]
        if names.any is None or run.href or run.item or run.figure:
            yield run
            return
        at = 0
        for found in names.any.finditer(run.text):
            key = names.keys[found[0].casefold()]
            if key in self._met[language]:
                continue
            self._met[language].add(key)
            self._used.add(key)
            if found.start() > at:
                yield Run(run.text[at : found.start()], bold=run.bold)
            yield Run(
                found[0], bold=run.bold, term=key, notes=run.notes if found.end() == len(run.text) else ()
            )
            at = found.end()
        if at == 0:
            yield run
        elif at < len(run.text):
            yield Run(run.text[at:], bold=run.bold, notes=run.notes)

"""Agreed names explained where a reader first meets them on a page.

An edition says what they mean. Which of them a page explains, and where, follows from its text: it is found when the
page or the file is made, not sealed with ten thousand sheets of which hardly one is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from briefings.assembly.definitions import stem
from languages.trilingual import Language

type Plain = dict[str, Any]
"""A part of a document in one language (`one_language.in_language`)."""

_IN_A_WORD = "[a-z0-9-]"


def explain(document: Plain, language: Language, *pages: object) -> None:
    """Mark each agreed name where it first stands on each page, and leave the document with the definitions of these.

    Headings, links and figures are left alone.

    Args:
        document: an edition in one language, with the definitions of all agreed names. They become those that were met,
            in the order of their names.
        language: of the document.
        pages: its parts that are read as one page each, such as all sections, or an item's sheet; changed in place.
    """
    definitions: list[Plain] = document["definitions"]
    keys: dict[str, str] = {}
    for each in definitions:
        name = stem(each["name"])
        if name and each["text"]:
            keys.setdefault(_small(name), each["key"])
    met = {key for page in pages for key in _marked(page, keys)}
    document["definitions"] = sorted(
        (each for each in definitions if each["key"] in met),
        key=lambda each: _alphabetical(each["name"], language),
    )


def _marked(page: object, keys: dict[str, str]) -> set[str]:
    """Marks the names of one page; the keys of those that it holds."""
    if not keys:
        return set()
    lines = [*_lines(page)]
    sealed = {run["term"] for line in lines for run in line["runs"] if "term" in run}
    if sealed:  # a page of an earlier composer: its marks stay as they were sealed, and none is added
        return sealed
    expression = _expression(tuple(keys))
    unmet = dict(keys)
    for line in lines:
        runs: list[Plain] = []
        for run in line["runs"]:
            runs += [run] if run.keys() & _NO_PLACE_FOR_A_MARK else _marked_run(run, expression, unmet)
        line["runs"] = runs
    return set(keys.values()) - set(unmet.values())


_NO_PLACE_FOR_A_MARK = {"href", "item", "figure"}


def _small(text: str) -> str:
    """In small letters, each where it stood: İ alone would become two characters."""
    return text.replace("İ", "i").lower()


def _marked_run(run: Plain, expression: re.Pattern[str], unmet: dict[str, str]) -> list[Plain]:
    """The run in parts, where names stand in it that were not met before; they are met with that."""
    text: str = run["text"]
    look = {name: value for name, value in run.items() if name not in ("text", "notes")}
    made: list[Plain] = []
    at = 0
    for found in expression.finditer(_small(text)):
        key = unmet.pop(found[0], None)
        if key is None:
            continue
        if found.start() > at:
            made.append({**look, "text": text[at : found.start()]})
        at = found.end()
        made.append({**look, "text": text[found.start() : at], "term": key})
    if not made:
        return [run]
    if at < len(text):
        made.append({**look, "text": text[at:]})
    if "notes" in run:
        made[-1]["notes"] = run["notes"]
    return made


@lru_cache(maxsize=8)
def _expression(names: tuple[str, ...]) -> re.Pattern[str]:
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


def _lines(part: object) -> Iterator[Plain]:
    """Every line in reading order."""
    if isinstance(part, dict):
        if "runs" in part:
            yield part
        else:
            yield from _lines(tuple(part.values()))
    elif isinstance(part, Iterable) and not isinstance(part, str):
        for each in part:
            yield from _lines(each)


def _alphabetical(name: str, language: Language) -> tuple[bytes, str]:
    """Korean in the order of its letters, Chinese by its sounds, both behind Latin letters."""
    bare = re.sub(r"^\W+", "", name).casefold()  # 《庆州宣言》 stands under its first character
    # the common characters of this encoding stand in the order of pinyin
    return bare.encode("gb18030" if language == "zh-hans" else "utf-8"), name

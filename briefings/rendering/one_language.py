"""A document in one language, as plain values that a template can walk: what page and PDF are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from briefings.assembly.document import Passage, Run
from languages.trilingual import Language, Trilingual


def in_language(value: Any, language: Language) -> Any:
    """`value` with every trilingual text as a string and every passage as a list of lines.

    Structs become dictionaries; a block's tag becomes its `kind`. A run keeps what it says and no more: most say their
    text alone, and a large file has tens of thousands of them.
    """
    if isinstance(value, Run):
        return _run(value)
    if isinstance(value, Trilingual):
        return value[language]
    if isinstance(value, Passage):
        return [in_language(line, language) for line in value[language]]
    if isinstance(value, msgspec.Struct):
        made = {name: in_language(getattr(value, name), language) for name in value.__struct_fields__}
        tag = value.__struct_config__.tag
        return made if tag is None else {"kind": tag, **made}
    if isinstance(value, tuple):
        return [in_language(each, language) for each in value]
    return value


def _run(run: Run) -> dict[str, Any]:
    made: dict[str, Any] = {"text": run.text}
    for name in _SAID_OF_A_RUN:
        if said := getattr(run, name):
            made[name] = said
    return made


_SAID_OF_A_RUN: Final = tuple(name for name in Run.__struct_fields__ if name != "text")


def definitions_of(document: Mapping[str, Any], language: Language, *parts: Any) -> list[Any]:
    """The document's definitions of the terms that stand marked in these parts of it, in the order of their names."""
    met = set(_terms_in(parts))
    found = [each for each in document.get("definitions", ()) if each["key"] in met]
    return sorted(found, key=lambda each: _alphabetical(each["name"], language))


def _alphabetical(name: str, language: Language) -> tuple[bytes, str]:
    """Korean in the order of its letters, Chinese by its sounds, both behind Latin letters."""
    bare = re.sub(r"^\W+", "", name).casefold()  # 《庆州宣言》 stands under its first character
    # the common characters of this encoding stand in the order of pinyin
    return bare.encode("gb18030" if language == "zh-hans" else "utf-8"), name


def _terms_in(part: Any) -> Iterator[str]:
    waiting = [part]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if term := value.get("term"):
                yield term
            waiting += value.values()
        elif isinstance(value, (list, tuple)):
            waiting += value

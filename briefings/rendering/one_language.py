"""A document in one language, as plain values that a template can walk: what page and PDF are made of."""

from __future__ import annotations

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

"""A document in one language, as plain values that a template can walk: what page and PDF are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from briefings.assembly.document import Passage
from languages.trilingual import Language, Trilingual


def in_language(value: Any, language: Language) -> Any:
    """`value` with every trilingual text as a string and every passage as a list of lines.

    Structs become dictionaries; a block's tag becomes its `kind`.
    """
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


def definitions_of(document: Mapping[str, Any], *parts: Any) -> list[Any]:
    """The document's definitions of the terms that stand marked in these parts of it."""
    met = set(_terms_in(parts))
    return [each for each in document.get("definitions", ()) if each["key"] in met]


def _terms_in(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        if term := part.get("term"):
            yield term
        for value in part.values():
            yield from _terms_in(value)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from _terms_in(value)

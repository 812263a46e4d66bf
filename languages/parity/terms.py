"""Agreed names, and the variants that must not be used for them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from languages.parity.findings import TextLanguage


class Term(msgspec.Struct, frozen=True):
    """One name in each language. What is not agreed in a language is left out."""

    key: str
    preferred: Mapping[TextLanguage, str] = msgspec.field(default_factory=dict)
    forbidden: Mapping[TextLanguage, tuple[str, ...]] = msgspec.field(default_factory=dict)
    note: str = ""

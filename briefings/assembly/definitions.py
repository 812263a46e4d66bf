"""What agreed names mean: an edition keeps it as it was agreed when it was sealed; the termbase may say more later.

Where a name is explained is no word of the edition: each page explains it where it first stands there
(`briefings.rendering.explaining`).
"""

from __future__ import annotations

import re

from briefings.assembly.document import Definition
from briefings.assembly.material import Material

# a name may bring its short form for the first mention: 도심항공교통(UAM)
_SHORT_FORM = re.compile(r"\s*[(（][^)）]*[)）]$")


def stem(name: str) -> str:
    """The name without its short form in brackets."""
    return _SHORT_FORM.sub("", name)


def definitions(material: Material) -> tuple[Definition, ...]:
    """What the terms mean that are in force and say so."""
    return tuple(
        Definition(term.identifier, term.preferred, term.definition)
        for term in material.terms_in_force
        if term.definition
    )

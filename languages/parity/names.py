"""Names that must survive letter by letter: HBM3E, RTX Pro 6000, K-UAM.

What a translation may render in its own words (G20 as 二十国集团, 5G as 5세대) is not asked for; what it
writes in Latin letters must be written alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from languages.parity.masks import Mask
from languages.parity.prepared import Prepared

_SIGNS = re.compile(r"[^A-Za-z0-9]")
_DIGITS = re.compile(r"[0-9]+")
_TRANSLATED = re.compile(r"(?:G[0-9]{1,2}|[0-9]G|[2-6]D|[48]K|COVID-?19|Covid-?19|[a-z]+[0-9]*-?[0-9]*)")


class NameDifference(msgspec.Struct, frozen=True):
    """A name of one text that the other lacks, or writes otherwise."""

    first: Mask | None
    second: Mask | None


def folded(name: str) -> str:
    """A name without case, signs and spaces: what is left of it in a careless spelling."""
    return _SIGNS.sub("", name).lower()


def differences(
    first: tuple[Mask, ...],
    second: tuple[Mask, ...],
    first_text: Prepared,
    second_text: Prepared,
    numbers: tuple[frozenset[str], frozenset[str]],
) -> Iterator[NameDifference]:
    """Names that do not stand letter by letter in both texts; `numbers` are the figures each text states."""
    missing_first = [mask for mask in _once(first) if not _stands(mask.name, second_text.text)]
    missing_second = [mask for mask in _once(second) if not _stands(mask.name, first_text.text)]
    used: set[int] = set()
    for mask in missing_first:
        if (other_spelling := _spelled_otherwise(mask, second_text.text)) is not None:
            used.update(
                index for index, other in enumerate(missing_second) if other.start == other_spelling.start
            )
            yield NameDifference(mask, other_spelling)
            continue
        partner = _partner(mask, [other for index, other in enumerate(missing_second) if index not in used])
        if partner is not None:
            used.add(missing_second.index(partner))
            yield NameDifference(mask, partner)
        elif _is_asked_for(mask.name, numbers[1]):
            yield NameDifference(mask, None)
    for index, mask in enumerate(missing_second):
        if index in used:
            continue
        if (other_spelling := _spelled_otherwise(mask, first_text.text)) is not None:
            yield NameDifference(other_spelling, mask)
        elif _is_asked_for(mask.name, numbers[0]):
            yield NameDifference(None, mask)


def _once(names: tuple[Mask, ...]) -> list[Mask]:
    return list({mask.name: mask for mask in reversed(names)}.values())[::-1]


def _stands(name: str, text: str) -> bool:
    if name in text:
        return True
    plural = name.removesuffix("s")
    return plural != name and plural[-1:].isdigit() and plural in text


def _spelled_otherwise(mask: Mask, text: str) -> Mask | None:
    """Where the other text has the name with other signs or letters of another size: KUAM for K-UAM."""
    letters = [re.escape(character) for character in mask.name if character.isalnum()]
    found = re.search("(?<![A-Za-z0-9])" + "[- .]?".join(letters) + "(?![A-Za-z0-9])", text, re.IGNORECASE)
    return None if found is None else Mask(found.start(), found.end(), found[0])


def _partner(mask: Mask, others: list[Mask]) -> Mask | None:
    """The name of the other text that is meant: the same but for case and signs, else for its digits."""
    for likeness in (
        folded,
        lambda name: _DIGITS.sub("0", folded(name)),
        lambda name: _DIGITS.split(folded(name))[0] or name,
    ):
        for other in others:
            if likeness(mask.name) == likeness(other.name):
                return other
    return None


def _is_asked_for(name: str, numbers: frozenset[str]) -> bool:
    found = _DIGITS.findall(name)
    if not found or _TRANSLATED.fullmatch(name):
        return False
    return not all(number.lstrip("0") in numbers for number in found)

"""Names that must survive letter by letter: HBM3E, RTX Pro 6000, K-UAM.

What a translation may render in its own words (G20 as 二十国集团, 5G as 5세대) is not asked for; what it
writes in Latin letters must be written alike.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterator

import msgspec

from languages.parity.masks import Mask
from languages.parity.prepared import Prepared

_SIGNS = re.compile(r"[^A-Za-z0-9]")
_DIGITS = re.compile(r"[0-9]+")
_TRANSLATED = re.compile(
    r"(?:(?:pre|post)-)?(?:G[0-9]{1,2}|[0-9]G|[2-6]D|[48]K|COVID-?19|Covid-?19|CO2|[a-z]+[0-9]*-?[0-9]*)"
)


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
    missing_first, missing_second = (
        [
            mask
            for mask in _once(own)
            if not _stands(mask.name, other.text) and not _stands_apart(mask.name, other.text)
        ]
        for own, other in ((first, second_text), (second, first_text))
    )
    partners = _Partners(missing_second)
    first_spelling, second_spelling = _Spelling(first_text.text), _Spelling(second_text.text)
    for mask in missing_first:
        if (other_spelling := second_spelling.of(mask)) is not None:
            partners.take(other_spelling.start)
            yield NameDifference(mask, other_spelling)
        elif (partner := partners.of(mask)) is not None:
            partners.take(partner.start)
            yield NameDifference(mask, partner)
        elif _is_asked_for(mask.name, numbers[1]):
            yield NameDifference(mask, None)
    for mask in partners.left():
        if (other_spelling := first_spelling.of(mask)) is not None:
            yield NameDifference(other_spelling, mask)
        elif _is_asked_for(mask.name, numbers[0]):
            yield NameDifference(None, mask)


def _once(names: tuple[Mask, ...]) -> list[Mask]:
    return list({mask.name: mask for mask in reversed(names)}.values())[::-1]


def _stands(name: str, text: str) -> bool:
    if name not in text and (not name.endswith("s") or name[:-1] not in text):
        return False
    spelled = re.escape(name)
    if name[-1:] == "s" and name[-2:-1].isdigit():
        spelled += "?"
    # HBM3 does not stand in HBM3E
    return re.search(rf"(?<![A-Za-z0-9]){spelled}s?(?![A-Za-z0-9])", text) is not None


_NUMBERED = re.compile(r"(?P<letters>[A-Z]{2,})[ -]?(?P<number>[0-9]{1,3})")


def _stands_apart(name: str, text: str) -> bool:
    """Whether the other text says besides what is numbered: MRT Line 7, MRT 7호선. HBM 3 is no HBM3."""
    found = _NUMBERED.fullmatch(name)
    if found is None:
        return False
    letters, number = found["letters"], found["number"]
    if letters not in text:
        return False
    numbered = rf"{letters} (?:Line|Phase|Unit|Block|Section) {number}(?![0-9])|{letters} ?{number} ?(?:호선|호기|号线|号机)"
    return re.search(rf"(?<![A-Za-z0-9])(?:{numbered})", text) is not None


# --- names without digits --------------------------------------------------------------------------

_LATIN = re.compile(r"(?<![A-Za-z0-9.@/_-])[A-Za-z][A-Za-z0-9]*+(?:-[A-Za-z0-9]++)*+(?![@/_]|\.[A-Za-z0-9])")
_COMMON_END = re.compile(r"(?:'s|s|n|an|ese|ian|ic|al|er|ed)$")
_SHORTEST_ACRONYM = 3
_SHORTEST_WORD = 5
_MOST = 24


def latin_names(text: str) -> tuple[Mask, ...]:
    """Words in Latin letters with a capital in them: LNG, Archer, K-Pass."""
    return tuple(
        Mask(found.start(), found.end(), found[0])
        for found in _LATIN.finditer(text)
        if len(found[0]) >= _SHORTEST_ACRONYM and not found[0].islower()
    )


def misspellings(first: tuple[Mask, ...], second: tuple[Mask, ...]) -> Iterator[NameDifference]:
    """Names without digits that both texts write in Latin letters, but for a letter or two.

    A name that one language translates or spells in its own script has nothing here to be held against.
    """
    if not first or not second:
        return
    names = first, second
    folds = [{part for name in side for part in _parts(name.name)} for side in names]
    left, right = (
        [mask for mask in _once(side) if not _parts(mask.name) & others][:_MOST]
        for side, others in zip(names, reversed(folds), strict=True)
    )
    for mask in left:
        partner = next((other for other in right if _is_misspelt(mask.name, other.name)), None)
        if partner is not None:
            right.remove(partner)
            yield NameDifference(mask, partner)


def _parts(name: str) -> set[str]:
    """A name folded, as a whole and in its singular."""
    whole = folded(name)
    return {whole, whole.removesuffix("s")}


def _is_misspelt(one: str, other: str) -> bool:
    if "-" in one and "-" in other:
        # K-Pass and K-Path, K-City and K-Smart: the same series, another member
        (head, _, rest), (other_head, _, other_rest) = one.partition("-"), other.partition("-")
        return head == other_head and head.isupper() and bool(rest) and bool(other_rest)
    if "-" in one + other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if longer.rstrip("0123456789") == shorter:
        return False  # MRT7, and MRT Line 7
    if one.isupper() and other.isupper():
        if len(shorter) == len(longer):
            return _apart_by(one, other) <= 1
        return (
            len(shorter) >= _SHORTEST_ACRONYM
            and len(longer) > _SHORTEST_ACRONYM
            and _is_one_less(shorter, longer)
        )
    if len(shorter) < _SHORTEST_WORD or not (one[0].isupper() and other[0].isupper()):
        return False
    if len(shorter) == len(longer):
        # a letter that differs at the end is an ending: Korean, Koreas
        return one[:-1].lower() != other[:-1].lower() and _apart_by(one.lower(), other.lower()) <= 1
    if longer.lower().startswith(shorter.lower()) and _COMMON_END.search(longer.lower()):
        return False
    return _is_one_less(shorter.lower(), longer.lower())


def _apart_by(one: str, other: str) -> int:
    """In how many letters two words of one length differ; two that have changed places count as one."""
    apart = [
        index for index, (letter, another) in enumerate(zip(one, other, strict=True)) if letter != another
    ]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        at = apart[0]
        if one[at : at + 2] == other[at + 1] + other[at]:
            return 1
    return len(apart)


def _is_one_less(shorter: str, longer: str) -> bool:
    """Whether one letter too many is all that parts two words."""
    if len(longer) != len(shorter) + 1:
        return False
    at = next((index for index, letter in enumerate(shorter) if letter != longer[index]), len(shorter))
    return shorter[at:] == longer[at + 1 :]


class _Spelling:
    """Where a text has a name with other signs or letters of another size: KUAM for K-UAM."""

    def __init__(self, text: str) -> None:
        self._text = text
        # a table has thousands of names: what does not stand here needs no expression of its own
        self._letters = _BETWEEN_LETTERS.sub("", text).lower()

    def of(self, mask: Mask) -> Mask | None:
        """The name as the text spells it."""
        letters = [character for character in mask.name if character.isalnum()]
        if "".join(letters).lower() not in self._letters:
            return None
        spelled = f"{_BETWEEN_LETTERS.pattern}?".join(map(re.escape, letters))
        found = re.search(f"(?<![A-Za-z0-9]){spelled}(?![A-Za-z0-9])", self._text, re.IGNORECASE)
        return None if found is None else Mask(found.start(), found.end(), found[0])


_BETWEEN_LETTERS = re.compile("[- .]")
_LIKENESSES: tuple[Callable[[str], str], ...] = (
    folded,
    lambda name: _DIGITS.sub("0", folded(name)),
    lambda name: _DIGITS.split(folded(name))[0] or name,
)
"""What two names have in common that are meant to be one, the closest first: all but case and signs, else all but digits."""


class _Partners:
    """Names of a text that may each be meant by one name of the other."""

    def __init__(self, names: list[Mask]) -> None:
        self._free = {mask.start: mask for mask in names}
        self._alike = [defaultdict[str, deque[Mask]](deque) for _likeness in _LIKENESSES]
        for mask in names:
            for likeness, alike in zip(_LIKENESSES, self._alike, strict=True):
                alike[likeness(mask.name)].append(mask)

    def of(self, mask: Mask) -> Mask | None:
        """The first name that is still free of those that are most alike."""
        for likeness, alike in zip(_LIKENESSES, self._alike, strict=True):
            waiting = alike.get(likeness(mask.name), deque())
            while waiting and waiting[0].start not in self._free:
                waiting.popleft()
            if waiting:
                return waiting[0]
        return None

    def take(self, start: int) -> None:
        """What stands there is meant, and free no longer."""
        self._free.pop(start, None)

    def left(self) -> list[Mask]:
        """Those that are free, in the order of the text."""
        return list(self._free.values())


def _is_asked_for(name: str, numbers: frozenset[str]) -> bool:
    found = _DIGITS.findall(name)
    if not found or _TRANSLATED.fullmatch(name):
        return False
    return not all(number.lstrip("0") in numbers for number in found)

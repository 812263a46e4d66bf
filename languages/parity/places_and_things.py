"""Countries, cities and organisations, and things of the trade: Nepal where the others say Mongolia, a road for a railway.

One text may leave a name out, or say it by a pronoun. Where each of two texts names one that the other has no word
for, they differ. The names are tables, `places.tsv` and `things.tsv`, of a line for each: its group; its names in
English, Korean and Chinese; what else may stand for it; and which of its names mean something else as well (수단).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.segments import Part, within

_COLUMNS: Final[dict[TextLanguage, int]] = {"en": 1, "ko": 2, "zh-hans": 3}
_TABLES: Final = ("places.tsv", "things.tsv")
PLACE_GROUPS: Final = frozenset(("country", "city", "organisation"))
"""The groups that two texts alone can differ in; of a thing, a third has to bear it out: languages name things freely."""
_GROUPS: Final = {"region": "city"}
"""A text may name a city by its region: they are held against each other."""


class Named(msgspec.Struct, frozen=True):
    """A row of a table: a place or a thing."""

    group: str
    names: Mapping[TextLanguage, tuple[str, ...]]
    hints: tuple[str, ...]
    """What else may stand for it in any language: 수도, the White House, 中方; of one character, in compounds alone."""
    doubtful: frozenset[str]
    """Names that are words of their own too: they may stand for it, but do not name it."""


class Naming(msgspec.Struct, frozen=True):
    """What a text names, by its number in the tables, and where."""

    named: int
    start: int
    end: int


class Namings(msgspec.Struct, frozen=True):
    """What a text names, in its order, and the text itself to look for what may stand for others."""

    said: tuple[Naming, ...]
    text: str
    language: TextLanguage


class Difference(msgspec.Struct, frozen=True):
    """Two of a group, each named by one text alone."""

    group: str
    first: Naming
    second: Naming
    faint: bool
    """Whether a text has a word that may stand for what the other names: only a third text bears that out."""


def _tables() -> tuple[Named, ...]:
    folder = files("languages.parity")
    lines = [line for name in _TABLES for line in folder.joinpath(name).read_text("utf-8").splitlines()]
    rows = [tuple(tuple(filter(None, column.split("|"))) for column in line.split("\t")) for line in lines]
    return tuple(
        Named(
            _GROUPS.get(group, group),
            {language: columns[number - 1] for language, number in _COLUMNS.items()},
            columns[3],
            frozenset(columns[4]),
        )
        for (group,), *columns in rows
    )


NAMED: Final = _tables()

type _Index = Mapping[str, Sequence[tuple[str, int]]]
"""By the first two characters of a name: the names that begin so, the longest first, with their numbers; -1 for a
name that is not taken for one."""


_COMPASS: Final = ("North", "South", "East", "West", "Central ")


def _index(language: TextLanguage) -> _Index:
    index: dict[str, list[tuple[str, int]]] = defaultdict(list)
    doubtful = frozenset[str]().union(*(row.doubtful for row in NAMED))
    for number, row in enumerate(NAMED):
        for name in row.names[language]:
            taken = -1 if name in doubtful else number
            # Vice-minister-level officials, Vice Minister Kim
            written_so = {name, name[0].upper() + name[1:], name.title()} if name.islower() else {name}
            if name.startswith(_COMPASS):
                written_so.add(name[0].lower() + name[1:])  # southern Europe
            for written in written_so:
                index[written[:2]].append((written, taken))
    return {start: sorted(names, key=lambda name: -len(name[0])) for start, names in index.items()}


_INDEX: Final = {language: _index(language) for language in _COLUMNS}


def places_and_things(text: str, language: TextLanguage) -> Namings:
    """The places and things that `text` (prepared) names."""
    # Traditional characters have been made Simplified ones before
    known: TextLanguage = "zh-hans" if language == "zh-hant" else language
    index = _INDEX[known]
    found: list[Naming] = []
    for start in index.keys() & {*map(str.__add__, text, text[1:])}:
        at = text.find(start)
        while at >= 0:
            for name, number in index[start]:
                if text.startswith(name, at) and _is_whole(text, at, at + len(name), known):
                    found.append(Naming(number, at, at + len(name)))
                    break
            at = text.find(start, at + 1)
    found.sort(key=lambda naming: (naming.start, -naming.end))
    said: list[Naming] = []
    end = 0
    for naming in found:
        # 印度 within 印度尼西亚 has no place of its own
        if naming.start >= end:
            end = naming.end
            if naming.named >= 0:
                said.append(naming)
    return Namings(tuple(said), text, known)


def _is_whole(text: str, start: int, end: int, language: TextLanguage) -> bool:
    """Whether a name begins where a word does, and in English ends where one does."""
    if language == "zh-hans":
        # 其中亚洲8个: 其中 is a word
        return text[start] != "中" or text[max(0, start - 1) : start] != "其"
    before = text[start - 1] if start else " "
    if before.isalnum() and (language == "en" or not before.isascii()):
        return False
    if language == "ko":
        return not (
            text[end - 1].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum()
        )
    behind = text[end : end + 2]
    return not behind[:1].isalnum() or (behind[:1] == "s" and not behind[1:].isalnum())


def differences(first: Namings, second: Namings, first_part: Part, second_part: Part) -> Iterator[Difference]:
    """What a part of one text and a part of another name otherwise: one difference for each group."""
    ones, others = within(first.said, first_part), within(second.said, second_part)
    if not ones or not others:
        return
    own, theirs = _only_here(ones, others), _only_here(others, ones)
    for group in sorted(own.keys() & theirs.keys()):
        one = next((naming for naming in own[group] if not _may_stand(naming.named, second)), None)
        other = next((naming for naming in theirs[group] if not _may_stand(naming.named, first)), None)
        faint = one is None or other is None or group not in PLACE_GROUPS
        if faint and (_is_named(own[group][0].named, second) or _is_named(theirs[group][0].named, first)):
            continue
        yield Difference(group, one or own[group][0], other or theirs[group][0], faint)


def _only_here(own: Sequence[Naming], others: Sequence[Naming]) -> dict[str, list[Naming]]:
    """By group, what the other text does not name: each once."""
    named = {naming.named for naming in others}
    alone: dict[str, list[Naming]] = defaultdict(list)
    for naming in own:
        if naming.named not in named:
            named.add(naming.named)
            alone[NAMED[naming.named].group].append(naming)
    return alone


# 한·중, 中韩, 对美, 美方: where a single character is a country
_PARTNERS: Final = "한미중일러영독불인몽북남韩中美日俄英法德越蒙印朝台欧"
_COMPOUND: Final = f"(?:[{_PARTNERS}·-]{{sign}}(?![가-힣]{{{{2}}}})|[对驻访赴来旅在]{{sign}}|(?<![가-힣]){{sign}}(?:[·-]|[{_PARTNERS}측]|[方国]))"


@lru_cache(maxsize=2048)
def _hints(named: int, language: TextLanguage) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    row = NAMED[named]
    words = tuple(word for word in (*row.names[language], *row.hints) if len(word) > 1)
    signs = [word for word in row.hints if len(word) == 1 and not word.isascii()]
    pattern = "|".join(_COMPOUND.format(sign=re.escape(sign)) for sign in signs)
    return words, re.compile(pattern) if pattern else None


def _is_named(named: int, there: Namings) -> bool:
    """Whether a name of it stands there, be it one that means something else as well."""
    return any(name in there.text for name in NAMED[named].names[there.language])


def _may_stand(named: int, there: Namings) -> bool:
    words, compounds = _hints(named, there.language)
    return any(word in there.text for word in words) or (
        compounds is not None and compounds.search(there.text) is not None
    )

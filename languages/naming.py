"""Where an agreed name stands in a text, in any of the forms in which it may be written.

The one place that says so: for the uses of a term, for its replacement, for variants that are forbidden and for the
languages held against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

import msgspec

from languages.parity.findings import TextLanguage

type Part = Literal["whole", "core", "short"]

_BRACKET: Final = re.compile(r" ?[(（]([^()（）]{1,60})[)）]")
_ACRONYM: Final = re.compile(r"(?=[^A-Z]{0,11}[A-Z]{2})[A-Za-z0-9&-]{2,12}")
_GAP: Final = re.compile(r"[ ·・‐‑–—―－-]+")
_TITLE: Final = re.compile(r"[《》〈〉「」『』“”‘’\"]")
_CODE: Final = re.compile(r"\[\[[^\]]*\]\]|https?://[^\s<>\"]+")
_SYLLABLE: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")
_IN_Y: Final = re.compile(r".*[b-df-hj-np-tv-z]y", re.IGNORECASE)
_IN_UM: Final = re.compile(r"[a-z]{2,}um", re.IGNORECASE)
_NEVER: Final = "(?!)"
_MOST_NAMES: Final = 50_000
"""Whose beginnings are kept: five thousand terms have names and variants in three languages."""
# one country, two names: ASEAN-ROK in titles, ASEAN–Korea in running text
_SAME_COUNTRY: Final = {"ROK": "(?:ROK|(?:South )?Korea)"}


class Form(msgspec.Struct, frozen=True):
    """A way in which a name may be written."""

    text: str
    part: Part
    """Whole; without what it has in brackets; or the short form from its brackets alone."""
    bare: bool
    """Without the marks of a title (《》) that the name has."""


class Place(msgspec.Struct, frozen=True):
    """Where a name stands, and in which form."""

    start: int
    end: int
    form: Form


def places(name: str, text: str, language: TextLanguage) -> list[Place]:
    """Where `name` stands in `text`.

    Particles follow a Korean name and other nouns a Chinese one without a space, so names in these letters stand
    anywhere; spaces within them may be left out. A name in Latin letters is a word of its own, in the singular or
    the plural, its words joined by spaces or hyphens: smart city, smart-city, Smart Cities, letters of intent. Capitals
    of a short form are part of it. What a name has in brackets may be left out; an acronym in brackets may stand alone.
    Keys of figures and addresses hold no names. What is all hyphens and dots, as editors write where there is no name
    yet, is none. `text` is in NFC; `name` need not be.
    """
    if not _may_stand(name, text):
        return []
    forms = _forms(name)
    found = [
        Place(each.start(), each.end(), forms[int((each.lastgroup or "f0")[1:])])
        for each in _pattern(name, language).finditer(text)
    ]
    codes = [each.span() for each in _CODE.finditer(text)] if found and _CODE.search(text) else []
    return [place for place in found if not any(at <= place.start < behind for at, behind in codes)]


@lru_cache(maxsize=_MOST_NAMES)
def begins(name: str) -> tuple[str, ...]:
    """What a text in small letters must hold for `name` to stand in it: asked before, it spares most searches."""
    return tuple({beginning for form in _forms(name) for beginning in _beginnings(form.text)})


def stands_in(name: str, text: str, language: TextLanguage) -> bool:
    """Whether `text` uses `name` in any of its forms."""
    if not _may_stand(name, text) or _pattern(name, language).search(text) is None:
        return False
    return _CODE.search(text) is None or bool(places(name, text, language))


def parted(name: str) -> tuple[str, str, str]:
    """A name without what it has in brackets, with its blank the bracket, and the short form in it, if that is one."""
    bracket = _BRACKET.search(name)
    if bracket is None:
        return name, "", ""
    short = bracket[1] if _ACRONYM.fullmatch(bracket[1]) else ""
    return name[: bracket.start()] + name[bracket.end() :], bracket[0], short


def without_marks(name: str) -> str:
    """A name without the marks of a title."""
    return _TITLE.sub("", name)


def words_of_name(name: str) -> list[str]:
    """The words of a name, whatever joins them."""
    return [word for word in _GAP.split(name) if word]


def head_of(words: Sequence[str]) -> int:
    """Which of an English name's words takes its plural: the last, or the one before `of`, as in letters of intent."""
    return words.index("of", 1) - 1 if "of" in words[1:] else len(words) - 1


@lru_cache(maxsize=_MOST_NAMES)
def _forms(name: str) -> tuple[Form, ...]:
    """Every way to write a name, the longest first; none where it is no name."""
    name = unicodedata.normalize("NFC", name).strip()
    core, bracket, short = parted(name)
    found = [Form(name, "whole", False)]
    if bracket:
        found.append(Form(core.strip(), "core", False))
    if short:
        found.append(Form(short, "short", False))
    found += [
        Form(without_marks(form.text).strip(), form.part, True) for form in found if _TITLE.search(form.text)
    ]
    written = (form for form in found if words_of_name(form.text))
    return tuple(sorted(written, key=lambda form: -len(form.text)))


def _may_stand(name: str, text: str) -> bool:
    """Whether a text holds every word of one of a name's forms: thousands of names may begin alike."""
    folded = _small(text)
    return any(all(word in folded for word in words) for words in _words_of_forms(name))


@lru_cache(maxsize=_MOST_NAMES)
def _words_of_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """What a text in small letters must hold for each of a name's forms to stand in it."""
    return tuple(
        tuple(_small(_stem(word)) for word in words_of_name(form.text) if word not in _SAME_COUNTRY)
        for form in _forms(name)
    )


# to make one takes as long as a hundred searches: only of names whose words all stand in a text
@lru_cache(maxsize=5_000)
def _pattern(name: str, language: TextLanguage) -> re.Pattern[str]:
    """With a group for each form, in their order."""
    groups = (f"(?P<f{at}>{_written(form.text, language)})" for at, form in enumerate(_forms(name)))
    return re.compile("|".join(groups) or _NEVER)


def _beginnings(form: str) -> tuple[str, ...]:
    words = words_of_name(form)
    return ("rok", "korea") if words[0] == "ROK" else (_stem(words[0]).lower(),)


def _stem(word: str) -> str:
    """What a word has in common with its plural."""
    if _IN_UM.fullmatch(word):
        return word[:-2]
    return word[:-1] if _IN_Y.fullmatch(word) else word


def _small(text: str) -> str:
    """In small letters, as an expression compares them: İzmir and Izmir are one name to it."""
    # asked for every name that may stand in a text: `translate` takes up to fifty times as long
    return text.replace("İ", "i").replace("ı", "i").lower()


def _written(form: str, language: TextLanguage) -> str:
    words = _GAP.split(form)
    gaps = [_gap(gap, language) for gap in _GAP.findall(form)]
    head = head_of(words)
    written = "".join(
        _word(word, language, counted=at in (head, len(gaps))) + gap
        for at, (word, gap) in enumerate(zip(words, [*gaps, ""], strict=True))
    )
    before = "(?<![A-Za-z0-9])" if _LATIN.match(form[0]) else ""
    if gaps and _SYLLABLE.fullmatch(words[0]):
        before = "(?<![가-힣])"  # 한·아세안, and not 참가한·아세안
    behind = "(?![A-Za-z0-9])" if _LATIN.match(form[-1]) else ""
    return f"{before}{written}{behind}"


def _gap(gap: str, language: TextLanguage) -> str:
    """What may stand between two words of a name."""
    if language == "en":
        return r"(?: ?[ ‐‑–—-] ?|\n)"
    # 한-아세안 is 한·아세안 and 한아세안; with a space alone 한 is another word
    return r"(?:\n|[ ·・‐‑–—―－-]{0,2})" if gap == " " else r"(?: ?[·・‐‑–—―－-] ?)?"


def _word(word: str, language: TextLanguage, *, counted: bool) -> str:
    """
    Args:
        counted: whether it may stand in the plural.
    """
    if word in _SAME_COUNTRY:
        return _SAME_COUNTRY[word]
    pattern = re.escape(word)
    if counted and _LATIN.match(word[-1:]):
        if _IN_Y.fullmatch(word):
            pattern = f"{re.escape(word[:-1])}(?:y|ies)"
        elif _IN_UM.fullmatch(word):
            pattern = f"{re.escape(word[:-2])}(?:ums?|a)"
        else:
            pattern = f"{pattern}(?:e?s)?"
    # the letters of a short form are capitals: an IT plan is not what it plans
    exact = language != "en" or len(word) == 1 or sum(letter.isupper() for letter in word) > 1
    return pattern if exact else f"(?i:{pattern})"

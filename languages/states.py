"""How far a text is in each language, derived from what people have looked at.

Nothing is stored with the text: a review names the pair of texts it was about by their digests. So a
state is right for any revision, for a copy, and again after a revert.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from languages.spaces import single_spaced
from languages.trilingual import Language, Trilingual

type Pair = tuple[Language, str, str]
"""A language, the digest of the Korean text, the digest of the text in that language."""

_BLOCK_END = re.compile(r"</(?:p|li|ul|ol|h[1-6]|div)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


class TextState(StrEnum):
    """Stale: reviewed, but against another Korean text. Draft: written, but nobody has reviewed it so."""

    MISSING = "missing"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    STALE = "stale"


def words_of(text: str, *, rich: bool = False) -> str:
    """What a reader would compare: NFC, runs of white space as one space, without mark-up."""
    if rich:
        text = html.unescape(_TAG.sub("", _BLOCK_END.sub(" ", text)))
    return single_spaced(text if text.isascii() else unicodedata.normalize("NFC", text))


def digest_of(text: str, *, rich: bool = False) -> str:
    """SHA-256 of a text's words, as 64 hexadecimal digits; empty for an empty text."""
    if not text:
        return ""
    words = words_of(text, rich=rich)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest() if words else ""


class Reviews(msgspec.Struct, frozen=True):
    """What people said about pairs of texts: the last word on each pair, and the Korean it was said of."""

    standing: frozenset[Pair] = frozenset()
    """Pairs that count as reviewed."""
    originals: Mapping[tuple[Language, str], str] = msgspec.field(default_factory=dict)
    """By language and digest of a translation: the Korean text with which it was last reviewed."""


def digests_of(text: Trilingual, *, rich: bool = False) -> Trilingual:
    """The digest of a text in each language."""
    return Trilingual(
        digest_of(text.ko, rich=rich), digest_of(text.zh_hans, rich=rich), digest_of(text.en, rich=rich)
    )


def pair_of(text: Trilingual, language: Language, *, rich: bool = False) -> Pair:
    """By what a review of this text in this language is known."""
    return language, digest_of(text.ko, rich=rich), digest_of(text[language], rich=rich)


def states_of(text: Trilingual, reviews: Reviews, *, rich: bool = False) -> dict[Language, TextState]:
    """The state in each language; nothing for a text that is written in none."""
    return states_of_digests(digests_of(text, rich=rich), reviews)


def states_of_digests(digests: Trilingual, reviews: Reviews) -> dict[Language, TextState]:
    """The same, of a text whose digests are known."""
    if not digests:
        return {}
    return {language: _state((language, digests.ko, digest), reviews) for language, digest in digests.items()}


def are_reviewed(digests: Trilingual, reviews: Reviews) -> bool:
    """Whether a text with these digests is reviewed in every language."""
    standing, korean = reviews.standing, digests.ko
    return bool(korean and digests.zh_hans and digests.en) and (
        ("ko", korean, korean) in standing
        and ("zh-hans", korean, digests.zh_hans) in standing
        and ("en", korean, digests.en) in standing
    )


def _state(pair: Pair, reviews: Reviews) -> TextState:
    language, _korean, digest = pair
    if not digest:
        return TextState.MISSING
    if pair in reviews.standing:
        return TextState.REVIEWED
    if language != "ko" and (language, digest) in reviews.originals:
        return TextState.STALE
    return TextState.DRAFT


def reviewed_korean(text: Trilingual, language: Language, reviews: Reviews, *, rich: bool = False) -> str:
    """The Korean text with which this translation was last reviewed; empty if it never was."""
    return reviews.originals.get((language, digest_of(text[language], rich=rich)), "")


def tally(states: Iterable[TextState]) -> dict[TextState, int]:
    """How many texts are in each state; every state has its number."""
    counted = dict.fromkeys(TextState, 0)
    for state in states:
        counted[state] += 1
    return counted

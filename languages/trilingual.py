"""The three languages of the portal and a text that exists in all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

type Language = Literal["ko", "zh-hans", "en"]

LANGUAGES: tuple[Language, ...] = ("ko", "zh-hans", "en")
"""Order in which the languages are shown: the Korean text is the original and prevails."""


def language_named(code: str | None) -> Language:
    """The language of this code; Korean for any other."""
    return next((language for language in LANGUAGES if language == code), "ko")


class Trilingual(msgspec.Struct, frozen=True, gc=False):
    """One text in Korean, Simplified Chinese and English. An empty string means: not written yet."""

    ko: str = ""
    zh_hans: str = msgspec.field(default="", name="zh-hans")
    en: str = ""

    def __getitem__(self, language: Language) -> str:
        if language == "ko":
            return self.ko
        if language == "zh-hans":
            return self.zh_hans
        return self.en

    def __bool__(self) -> bool:
        return bool(self.ko or self.zh_hans or self.en)

    def items(self) -> Iterator[tuple[Language, str]]:
        """Pairs of language and text, Korean first."""
        for language in LANGUAGES:
            yield language, self[language]

    def missing(self) -> tuple[Language, ...]:
        """Languages in which nothing is written although another language says something."""
        if not self:
            return ()
        return tuple(language for language, text in self.items() if not text.strip())

    def map(self, change: Callable[[Language, str], str]) -> Trilingual:
        """The text with `change(language, text)` applied in each language."""
        return Trilingual(change("ko", self.ko), change("zh-hans", self.zh_hans), change("en", self.en))


def same(text: str) -> Trilingual:
    """A text that is written alike in all three languages, such as a product's name."""
    return Trilingual(text, text, text)

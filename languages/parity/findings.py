"""What the parity check says about texts, and where in them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

import msgspec

from languages.trilingual import Language

type TextLanguage = Language | Literal["zh-hant"]
"""A language that the check reads: the portal's three, and Traditional Chinese."""

TEXT_LANGUAGES: Final[tuple[TextLanguage, ...]] = ("ko", "zh-hans", "zh-hant", "en")
"""In the order in which they are compared: what stands first prevails."""

type Texts = Mapping[TextLanguage, str]
"""One text in its languages. A language that is not there, or empty, is not written yet."""


def written(texts: Texts) -> dict[TextLanguage, str]:
    """What there is of a text, in the order of the languages."""
    return {language: texts[language] for language in TEXT_LANGUAGES if texts.get(language, "").strip()}


class Severity(StrEnum):
    """A blocking finding stops sealing; a warning asks for a look; advice may be ignored."""

    BLOCKING = "blocking"
    WARNING = "warning"
    ADVICE = "advice"


class Span(msgspec.Struct, frozen=True, order=True):
    """A place in a text: characters (code points) from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


class Finding(msgspec.Struct, frozen=True):
    """What a check says. Whoever shows it turns the code into a sentence of the reader's language."""

    code: str
    """Which kind of finding, such as `figure-differs`."""
    severity: Severity
    language: TextLanguage
    """The text that asks for a look: of two that differ the translation, of three the one that stands alone."""
    spans: Mapping[TextLanguage, tuple[Span, ...]] = msgspec.field(default_factory=dict)
    """The places it is about, in every text that has one. A text that lacks what others say has none."""
    details: Mapping[str, str] = msgspec.field(default_factory=dict)
    """What the sentence needs: what stands in the texts, the values compared, a better wording."""

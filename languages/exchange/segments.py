"""What is read from a file: one text in its languages, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from languages.parity.findings import TextLanguage


class Segment(msgspec.Struct, frozen=True):
    """One text in its languages, as the file pairs them."""

    id: str
    """As the file names it, else its number; a file may use one twice."""
    line: int
    """The line of the file on which it begins; 0 where the format does not say."""
    texts: Mapping[TextLanguage, str]
    """What is written. A language that is missing or empty in the file is not here."""


class Unreadable(Exception):
    """A file that cannot be read; the message is one sentence or two, for the person who gave the file."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
        """Line of the file, 0 where none is known."""


def written(texts: Mapping[TextLanguage, str]) -> dict[TextLanguage, str]:
    """The texts without those that say nothing."""
    return {language: text for language, text in texts.items() if text.strip()}

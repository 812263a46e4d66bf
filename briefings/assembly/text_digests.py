"""By what people's reviews of an item's texts are found: digests of every text, kept with the item's examination.

An edition of ten thousand items has half a million texts, and most of them are those of the last run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from briefings.assembly.checks.places import PlacedText
from languages.states import digests_of
from languages.trilingual import Trilingual

_DIGEST = 32
"""Bytes of a SHA-256."""
_TEXT = 3 * _DIGEST
_NOTHING = bytes(_DIGEST)
"""Stands for a language in which nothing is written: no text has this digest."""


class TextDigests(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """For each text its three digests, Korean first, one behind another."""

    reviewed: bytes = b""
    """Of texts that people review."""
    others: bytes = b""
    """Of those that nobody reviews, but that may have been."""


def text_digests(texts: Iterable[PlacedText]) -> TextDigests:
    """The digests of those texts that reviews may say anything of."""
    reviewed, others = bytearray(), bytearray()
    for each in texts:
        if each.may_be_reviewed:
            (reviewed if each.reviewed else others).extend(packed(digests_of(each.text, rich=each.rich)))
    return TextDigests(bytes(reviewed), bytes(others))


def packed(digests: Trilingual) -> bytes:
    """A text's digests in bytes instead of hexadecimal digits."""
    return b"".join(bytes.fromhex(digest) or _NOTHING for _language, digest in digests.items())


def each_text(digests: bytes) -> Iterator[bytes]:
    """What `packed` made, of one text after another."""
    return (digests[start : start + _TEXT] for start in range(0, len(digests), _TEXT))


def unpacked(of_text: bytes) -> Trilingual:
    """A text's digests again; empty in a language in which nothing is written."""
    parts = (of_text[start : start + _DIGEST] for start in range(0, _TEXT, _DIGEST))
    return Trilingual(*("" if part == _NOTHING else part.hex() for part in parts))

"""Sealing: an edition's content as canonical JSON with its SHA-256, and its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

import msgspec

from briefings.assembly import canonical, compose
from briefings.assembly.changes import Comparison
from briefings.assembly.document import Document
from briefings.assembly.material import Audience, Material, Record

SCHEMA = 1
"""Number of the shape of an edition's JSON. Rises when the shape changes; old editions keep theirs."""

COMPOSER = 3
"""Number of what composes. Rises when the same material would be composed otherwise: an edition of another
number is proven by its sealed bytes alone.
"""


class EditionContent(msgspec.Struct, frozen=True):
    """What is sealed: the material and the document made of it. No number, no primary key, no clock."""

    schema: int
    audience: Audience
    material: Material
    comparison: Comparison
    document: Document
    records: tuple[Record, ...] = ()


class Sealed(msgspec.Struct, frozen=True):
    """Bytes to keep, and the digests by which they are known."""

    content: bytes
    digest: str
    material_digest: str


class RevisionOf(msgspec.Struct, frozen=True):
    """Which revision of a record an edition was made from."""

    kind: str
    slug: str
    digest: str
    revision: int | None
    """Wagtail's revision id; autosave may overwrite its content, so the digest is what proves."""


class LetStand(msgspec.Struct, frozen=True):
    """A finding of this edition that a named person let stand."""

    code: str
    record: str
    slug: str
    field: str
    language: str
    digest: str
    on: date
    by: str = ""
    reason: str = ""
    """Who and why stand in officials' editions alone (`assembly.audiences`)."""
    details: Mapping[str, str] = msgspec.field(default_factory=dict)


class Manifest(msgspec.Struct, frozen=True):
    """What proves an edition to somebody who holds its files."""

    briefing: str
    audience: Audience
    number: str
    schema: int
    digest: str
    sealed_on: date
    records: tuple[RevisionOf, ...]
    renditions: tuple[tuple[str, str, str], ...] = ()
    """Language, format and SHA-256 of each file."""
    waivers: tuple[LetStand, ...] = ()
    composer: int = 1
    """What composed it (`COMPOSER`); the first editions do not say so."""


def seal(
    material: Material,
    audience: Audience,
    comparison: Comparison,
    document: Document,
    records: tuple[Record, ...],
) -> Sealed:
    """The edition's bytes and digests."""
    # before the content: the bytes of a large material need not stand beside those of its edition
    of_material = material_digest(material, audience)
    encoded = canonical.encode(EditionContent(SCHEMA, audience, material, comparison, document, records))
    return Sealed(encoded, hashlib.sha256(encoded).hexdigest(), of_material)


def material_digest(material: Material, audience: Audience) -> str:
    """Digest of what an edition is made of: equal material makes no new edition."""
    return canonical.digest([SCHEMA, audience, material])


_DECODER = msgspec.json.Decoder(EditionContent)


def opened(content: bytes) -> EditionContent:
    """The sealed edition as values.

    Raises:
        msgspec.ValidationError: the bytes are not an edition of this schema.
    """
    return _DECODER.decode(content)


def recomposed(content: EditionContent) -> bytes:
    """The edition made again from its own sealed material, for `verify`."""
    document = compose.document(content.material, content.audience, content.comparison)
    return canonical.encode(msgspec.structs.replace(content, document=document))

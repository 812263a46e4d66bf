"""Sealing: an edition's content as canonical JSON with its SHA-256, and its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from briefings.assembly import canonical, compose
from briefings.assembly.aside import Aside
from briefings.assembly.changes import Comparison
from briefings.assembly.document import (
    Definition,
    Document,
    LabelledFact,
    Section,
    SourceNote,
    StrategyLine,
)
from briefings.assembly.material import Audience, Material, Record
from languages.trilingual import Trilingual

SCHEMA = 1
"""Number of the shape of an edition's JSON. Rises when the shape changes; old editions keep theirs."""

COMPOSER = 14
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


class Sealed:
    """An edition's bytes, made again whenever they are asked for, and the digests by which they are known.

    Those of ten thousand items are two hundred megabytes: who keeps them takes them piece by piece.
    """

    def __init__(self, of: Mapping[str, object], digest: str, material_digest: str) -> None:
        self._of = of
        self.digest = digest
        self.material_digest = material_digest

    def pieces(self) -> Iterator[bytes]:
        """The bytes in pieces, in order."""
        return canonical.pieces(self._of, _DEPTH)

    @property
    def content(self) -> bytes:
        """The bytes as one."""
        return b"".join(self.pieces())


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


def covered(records: Iterable[RevisionOf]) -> tuple[Record, ...]:
    """The records as the seal covers them: without the revisions' ids."""
    return tuple(Record(each.kind, each.slug, each.digest) for each in records)


_DEPTH = 4
"""An edition is encoded item by item, sheet by sheet, and section by section."""


def seal(
    material: Material,
    audience: Audience,
    comparison: Comparison,
    document: Document,
    records: tuple[Record, ...],
    sheets: Aside | None = None,
) -> Sealed:
    """The edition's bytes and digests.

    Args:
        material: what the audience may read.
        audience: who reads it.
        comparison: what differs from the last released edition.
        document: what was composed of the material.
        records: what the material was read from.
        sheets: the document's sheets where they were encoded as they were made; without them its own.
    """
    of_document = canonical.fields_of(document)
    if sheets is not None:
        of_document["items"] = sheets
    of: dict[str, object] = {
        "schema": SCHEMA,
        "audience": audience,
        "material": canonical.fields_of(material),
        "comparison": comparison,
        "document": of_document,
        "records": records,
    }
    digest, of_material = hashlib.sha256(), hashlib.sha256(_before_material(audience))
    for name, piece in canonical.named_pieces(of, _DEPTH):
        digest.update(piece)
        if name == "material":  # encoded once for both digests
            of_material.update(piece)
    of_material.update(b"]")
    return Sealed(of, digest.hexdigest(), of_material.hexdigest())


def material_digest(material: Material, audience: Audience) -> str:
    """Digest of what an edition is made of: equal material makes no new edition."""
    digest = hashlib.sha256(_before_material(audience))
    for piece in canonical.pieces(canonical.fields_of(material), _DEPTH):
        digest.update(piece)
    digest.update(b"]")
    return digest.hexdigest()


def _before_material(audience: Audience) -> bytes:
    """What stands before the material in what is digested: a list of schema, audience and material."""
    return canonical.encode((SCHEMA, audience)).removesuffix(b"]") + b","


def encoded_sheets(sheets: Iterable[Section]) -> Aside:
    """Sheets as they will stand in the edition's bytes."""
    return Aside(map(canonical.encode, sheets))


def opened_sheet(encoded: msgspec.Raw) -> Section:
    """A sheet as a value again."""
    return _SHEET_DECODER.decode(encoded)


_SHEET_DECODER = msgspec.json.Decoder(Section)
_DECODER = msgspec.json.Decoder(EditionContent)


class _OnlyMaterial(msgspec.Struct):
    material: Material


_MATERIAL_DECODER = msgspec.json.Decoder(_OnlyMaterial)


def material_of(content: bytes) -> Material:
    """What a sealed edition was made of; the rest of a large one is passed over."""
    return _MATERIAL_DECODER.decode(content).material


class _OnlyComparison(msgspec.Struct):
    comparison: Comparison


_COMPARISON_DECODER = msgspec.json.Decoder(_OnlyComparison)


def comparison_of(content: bytes) -> Comparison:
    """What a sealed edition says is new since another; the rest of a large one is passed over."""
    return _COMPARISON_DECODER.decode(content).comparison


class _OnlyDocument(msgspec.Struct):
    document: Document


_DOCUMENT_DECODER = msgspec.json.Decoder(_OnlyDocument)


def document_of(content: bytes) -> Document:
    """What readers of a sealed edition see; its material, as large again, is passed over."""
    return _DOCUMENT_DECODER.decode(content).document


class SheetName(msgspec.Struct, frozen=True, gc=False):
    """By what an item's sheet is found and known."""

    key: str
    title: Trilingual


class AroundSheets(msgspec.Struct, frozen=True):
    """What stands around the sheets of an edition; its sections are passed over."""

    audience: Audience
    audience_name: Trilingual
    title: Trilingual
    short_title: Trilingual
    strategy: StrategyLine
    cover: tuple[LabelledFact, ...]
    notes: tuple[SourceNote, ...]
    items: tuple[msgspec.Raw, ...]
    """The sheets as they are encoded: a reader opens one of ten thousand."""
    definitions: tuple[Definition, ...] = ()


class _OnlyAroundSheets(msgspec.Struct):
    document: AroundSheets


_AROUND_SHEETS_DECODER = msgspec.json.Decoder(_OnlyAroundSheets)
_SHEET_NAME_DECODER = msgspec.json.Decoder(SheetName)


def around_sheets_of(content: bytes) -> AroundSheets:
    """What the page of an item of a sealed edition is made of, besides its sheet."""
    return _AROUND_SHEETS_DECODER.decode(content).document


def named_sheets(encoded: Iterable[msgspec.Raw]) -> Iterator[tuple[SheetName, msgspec.Raw]]:
    """Each sheet with its name."""
    return ((_SHEET_NAME_DECODER.decode(each), each) for each in encoded)


class _OnlySections(msgspec.Struct):
    class _Document(msgspec.Struct):
        sections: tuple[msgspec.Raw, ...]

    document: _Document


_SECTIONS_DECODER = msgspec.json.Decoder(_OnlySections)


def section_of(content: bytes, keys: Container[str]) -> Section | None:
    """The first section of a sealed edition that has one of these keys; all others are passed over."""
    sections = named_sheets(_SECTIONS_DECODER.decode(content).document.sections)
    return next((opened_sheet(encoded) for name, encoded in sections if name.key in keys), None)


class _OnlyChangeNote(msgspec.Struct):
    class _Material(msgspec.Struct):
        class _Briefing(msgspec.Struct):
            change_note: Trilingual = Trilingual()

        briefing: _Briefing

    material: _Material


_CHANGE_NOTE_DECODER = msgspec.json.Decoder(_OnlyChangeNote)


def change_note_of(content: bytes) -> Trilingual:
    """What the sealed edition corrects, as its editor wrote it; the rest of a large edition is passed over."""
    return _CHANGE_NOTE_DECODER.decode(content).material.briefing.change_note


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

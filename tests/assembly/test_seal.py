"""The same material gives the same bytes, and the bytes prove what was briefed."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from briefings.assembly import canonical
from briefings.assembly.audiences import for_audience
from briefings.assembly.changes import Comparison, compare
from briefings.assembly.material import AUDIENCES, Audience, Material, Record
from briefings.assembly.seal import (
    Manifest,
    RevisionOf,
    Sealed,
    material_digest,
    opened,
    recomposed,
    seal,
)
from tests.assembly.materials import T, changed, composed, material

RECORDS = (Record("item", "k-uam-roadmap", "0" * 64),)


def sealed(
    made: Material, audience: Audience = "presidential", comparison: Comparison | None = None
) -> Sealed:
    compared = comparison or Comparison()
    return seal(for_audience(made, audience), audience, compared, composed(made, audience, compared), RECORDS)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_same_material_gives_the_same_bytes(audience: Audience) -> None:
    one, two = sealed(material(), audience), sealed(material(), audience)

    assert one.content == two.content
    assert (one.digest, one.material_digest) == (two.digest, two.material_digest)
    assert one.digest == hashlib.sha256(one.content).hexdigest()
    assert one.material_digest == material_digest(for_audience(material(), audience), audience)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_edition_made_again_from_its_own_bytes_is_the_same(audience: Audience) -> None:
    before = msgspec.structs.replace(material(), items=material().items[1:])
    edition = sealed(material(), audience, compare(material(), before, "2025-10 1.0"))

    assert recomposed(opened(edition.content)) == edition.content


def test_a_document_that_was_tampered_with_is_not_what_its_material_gives() -> None:
    edition = sealed(material())
    forged = edition.content.replace("최대 100대".encode(), "최대 200대".encode())

    assert recomposed(opened(forged)) != forged


def test_every_difference_makes_another_digest() -> None:
    other = changed(material(), "k-uam-roadmap", summary=T("로드맵.", "路线图。", "The roadmap."))

    assert sealed(other).digest != sealed(material()).digest
    assert sealed(other).material_digest != sealed(material()).material_digest


def test_editions_of_two_audiences_are_never_the_same_edition() -> None:
    assert material_digest(material(), "presidential") != material_digest(material(), "full")


def test_the_records_are_proven_by_the_seal_but_make_no_new_edition() -> None:
    made = for_audience(material(), "presidential")
    document = composed(material())

    one = seal(made, "presidential", Comparison(), document, RECORDS)
    two = seal(made, "presidential", Comparison(), document, ())

    assert one.digest != two.digest
    assert one.material_digest == two.material_digest


def _numbers(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [number for each in value.values() for number in _numbers(each)]
    if isinstance(value, list):
        return [number for each in value for number in _numbers(each)]
    return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_number_of_an_edition_is_a_float(audience: Audience) -> None:
    edition = sealed(material(), audience)

    numbers = _numbers(json.loads(edition.content))

    assert numbers
    assert {type(number) for number in numbers} == {int}


def test_an_amount_is_sealed_digit_by_digit() -> None:
    item = material().item("integrated-proposal")
    assert item is not None
    exact = msgspec.structs.replace(item.figures[0], value=Decimal("12166100000000.000001"))

    content = sealed(changed(material(), "integrated-proposal", figures=(exact,))).content

    figures = [figure for each in json.loads(content)["material"]["items"] for figure in each["figures"]]
    assert "12166100000000.000001" in [figure["value"] for figure in figures]
    assert opened(content).material.item("integrated-proposal").figures[0] == exact  # type: ignore[union-attr]


def test_an_agreed_term_is_sealed_as_before_there_were_proposed_ones() -> None:
    agreed, *others = material().terms
    proposed = msgspec.structs.replace(agreed, proposed=True)

    content = sealed(msgspec.structs.replace(material(), terms=(proposed, *others))).content

    first, *rest = json.loads(content)["material"]["terms"]
    assert first["proposed"] is True
    assert not any("proposed" in term for term in rest)
    assert recomposed(opened(content)) == content


def test_the_json_is_canonical() -> None:
    content = sealed(material()).content

    again = json.dumps(json.loads(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    assert again.encode() == content


def test_an_edition_holds_no_key_of_the_database_and_no_clock() -> None:
    edition = json.loads(sealed(material()).content)

    assert set(edition) == {"audience", "comparison", "document", "material", "records", "schema"}
    assert not [key for key in _keys(edition) if key in ("pk", "id", "revision", "sealed_at", "number_of")]


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for each in value.values() for key in _keys(each))]
    return [key for each in value for key in _keys(each)] if isinstance(value, list) else []


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"schema": 1}', b"\xff"])
def test_bytes_that_are_no_edition_are_refused(content: bytes) -> None:
    with pytest.raises((msgspec.ValidationError, msgspec.DecodeError)):
        opened(content)


def test_a_manifest_reads_back_as_it_was_written() -> None:
    manifest = Manifest(
        "2025-11",
        "partner",
        "1.0",
        1,
        "0" * 64,
        date(2025, 11, 6),
        (RevisionOf("item", "k-uam-roadmap", "1" * 64, 7),),
        (("ko", "pdf", "2" * 64),),
    )

    assert msgspec.json.decode(canonical.encode(manifest), type=Manifest) == manifest

"""Text is cleaned before an edition is made of it, and a finding names each change and its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from briefings.assembly.cleaning import cleaned
from briefings.assembly.findings import Finding, Severity
from briefings.assembly.material import Material
from languages.characters import REPLACEMENT
from languages.trilingual import Trilingual
from tests.assembly.materials import ALL_PRINTABLE, PILOT, briefed, changed, composed, material, words

# what the material's own texts need, and no emoji, no Arabic, no rare Han
FONTS = frozenset(
    (
        *range(0x20, 0x7F),
        *range(0xAC00, 0xD7A4),
        *range(0x4E00, 0xA000),
        *map(ord, "·–—‘’“”《》、。，？（）□"),
    )
)
OVERRIDE = "\u202e"
FREE_TEXTS = frozenset(
    ("point", "bureau_phone", "legal_clause", "in_sentence", "singular", "symbol", "url", "literal")
)

type Way = tuple[str | int, ...]


def ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """Where texts stand: every string but those from closed lists and names of other records."""
    if isinstance(value, Trilingual):
        yield from ((*way, name) for name in Trilingual.__struct_fields__)
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from ways(each, (*way, position))
    elif hasattr(value, "__struct_fields__"):
        for field in msgspec.structs.fields(type(value)):
            old = getattr(value, field.name)
            if field.name in FREE_TEXTS:
                yield (*way, field.name)
            elif field.name.startswith("forbidden_"):
                yield from ((*way, field.name, position) for position in range(len(old)))
            else:
                yield from ways(old, (*way, field.name))


PLACES = {tuple(step for step in way if isinstance(step, str)): way for way in ways(material())}
"""One way for each field of each kind of record."""


def put(value: Any, way: Way, text: str) -> Any:
    if not way:
        return text
    step, *rest = way
    if isinstance(step, int):
        return (*value[:step], put(value[step], tuple(rest), text), *value[step + 1 :])
    return msgspec.structs.replace(value, **{step: put(getattr(value, step), tuple(rest), text)})


def headline(text: str) -> tuple[str, list[Finding]]:
    """What a headline becomes, and the findings about it."""
    fit, findings = cleaned(changed(material(), PILOT.slug, headline=Trilingual(text, text, text)), FONTS)
    item = fit.item(PILOT.slug)
    assert item is not None
    return item.headline.ko, [finding for finding in findings if finding.place.language == "ko"]


@pytest.mark.parametrize("way", PLACES.values(), ids=map(".".join, PLACES))
def test_a_sign_that_reverses_text_is_taken_out_of_every_place_and_somebody_is_told(way: Way) -> None:
    odd = put(material(), way, f"가{OVERRIDE}나")

    fit, findings = cleaned(odd, ALL_PRINTABLE)

    assert OVERRIDE not in str(msgspec.to_builtins(fit))
    told = [finding for finding in findings if finding.code == "characters-removed"]
    assert [finding.details["characters"] for finding in told] == ["U+202E"]
    assert told[0].place.slug


@pytest.mark.parametrize(
    ("written", "printed", "code", "named"),
    [
        ("서울\x00시", "서울시", "characters-removed", "U+0000"),
        ("서\x1b[31m울", "서[31m울", "characters-removed", "U+001B"),
        ("서울\u2066시\u2069", "서울시", "characters-removed", "U+2066, U+2069"),
        ("서\u200b\ufeff울", "서울", "characters-removed", "U+200B, U+FEFF"),
        ("서울\ud800시", "서울시", "characters-removed", "U+D800"),
        ("출시 🚀", f"출시 {REPLACEMENT}", "characters-replaced", "U+1F680"),
        ("𠮷野", f"{REPLACEMENT}野", "characters-replaced", "U+20BB7"),
        ("مرحبا", REPLACEMENT * 5, "characters-replaced", "U+0645, U+0631, U+062D, U+0628, U+0627"),
    ],
)
def test_what_cannot_be_printed_is_named_by_its_code_points(
    written: str, printed: str, code: str, named: str
) -> None:
    text, findings = headline(written)

    assert text == printed
    assert [(f.code, f.severity, f.details["characters"]) for f in findings] == [
        (code, Severity.WARNING, named)
    ]


@pytest.mark.parametrize(
    "code",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '#read("/etc/passwd")',
        "{{ settings.SECRET_KEY }}",
        "{% debug %}",
        "javascript:alert(1)",
    ],
)
def test_what_looks_like_code_stays_as_text_and_somebody_is_told(code: str) -> None:
    text, findings = headline(f"서울 {code}")

    assert text == f"서울 {code}"
    assert [finding.code for finding in findings] == ["looks-like-code"]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "//evil.example/", "data:text/html,x", "/admin/"],
)
def test_a_link_that_is_not_safe_loses_its_address_and_keeps_its_words(address: str) -> None:
    html = f'<p>자세한 내용은 <a href="{address}">여기</a></p>'

    fit, findings = cleaned(changed(material(), PILOT.slug, background=Trilingual(html)), FONTS)

    assert [(f.code, f.details["text"]) for f in findings] == [("link-unsafe", address)]
    document = composed(fit, "full")
    assert address not in str(msgspec.to_builtins(document))
    assert any("자세한 내용은 여기" in text for text in words(document, "ko"))


def test_the_address_of_a_source_that_is_not_safe_is_never_printed() -> None:
    made = material()
    source = msgspec.structs.replace(PILOT.sources[0], url=f"javascript:{OVERRIDE}alert(1)")

    fit, findings = cleaned(changed(made, PILOT.slug, sources=(source,)), FONTS)

    unsafe = [f for f in findings if f.code == "link-unsafe"]
    assert [(f.place.field, f.details["text"]) for f in unsafe] == [
        (f"sources.{source.key}.url", "javascript:alert(1)")
    ]
    assert "javascript:" not in str(msgspec.to_builtins(composed(fit, "full")))


def test_a_text_of_two_hundred_thousand_characters_is_cleaned_like_a_short_one() -> None:
    long = "국토교통 국제협력\u200b " * 20_000

    text, findings = headline(long)

    assert text == "국토교통 국제협력 " * 20_000
    assert [finding.details["characters"] for finding in findings] == ["U+200B"]


def test_text_that_can_be_printed_is_left_as_it_is_without_a_finding() -> None:
    made = material()

    fit, findings = cleaned(made, ALL_PRINTABLE)

    assert fit == made
    assert findings == ()


def test_the_office_number_of_a_briefing_is_cleaned_too() -> None:
    odd: Material = briefed(material(), bureau_phone=f"044-201-{OVERRIDE}3000")

    fit, findings = cleaned(odd, ALL_PRINTABLE)

    assert fit.briefing.bureau_phone == "044-201-3000"
    assert [(f.place.record, f.place.field) for f in findings] == [("briefing", "bureau_phone")]

"""Whatever stands in whatever field, an edition is made, is made the same twice, and can be proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.assembly import compose
from briefings.assembly.audiences import for_audience
from briefings.assembly.changes import compare
from briefings.assembly.checks import CheckedItem, Subject, check, check_item, check_whole
from briefings.assembly.checks.rules import rules_of
from briefings.assembly.cleaning import cleaned
from briefings.assembly.document import Document
from briefings.assembly.findings import Finding
from briefings.assembly.material import AUDIENCES, Audience, Item, Material
from briefings.assembly.seal import opened, recomposed, seal
from languages.trilingual import LANGUAGES, Trilingual
from tests.assembly.materials import TODAY, material, words

FONTS = frozenset(
    (*range(0x20, 0x7F), *range(0xAC00, 0xD7A4), *range(0x4E00, 0xA000), 0x25A1, 0x3002, 0xFF0C)
)
# free texts in one language; other strings name something or come from a closed list
PLAIN_TEXTS = frozenset(
    ("point", "bureau_phone", "legal_clause", "in_sentence", "singular", "symbol", "url", "literal")
)

type Way = tuple[str | int, ...]


def _ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """Where the free texts of a material stand."""
    if isinstance(value, Trilingual):
        yield from ((*way, name) for name in Trilingual.__struct_fields__)
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from _ways(each, (*way, position))
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            if name in PLAIN_TEXTS:
                yield (*way, name)
            else:
                yield from _ways(getattr(value, name), (*way, name))


def _put(value: Any, way: Way, text: str) -> Any:
    if not way:
        return text
    step, *rest = way
    if isinstance(step, int):
        return (*value[:step], _put(value[step], tuple(rest), text), *value[step + 1 :])
    return msgspec.structs.replace(value, **{step: _put(getattr(value, step), tuple(rest), text)})


def typed(texts: list[tuple[Way, str]]) -> Material:
    """The sample material with other texts in some places."""
    made = material()
    for way, text in texts:
        made = _put(made, way, text)
    return made


scraps = st.sampled_from(
    [
        "[[aircraft]]", "[[kr-vn-vice-ministerial/fields]]", "[[watching-groups]]", "[[x/y]]", "[[", "]]", "을(를)",
        "(으)로", "<script>", "</p>", "<a href='javascript:x'>", "<![x[", "&#0;", "{0}", "{names}", "%s", '#read("x")',
        "{{", "“", "”", "(", ")", ", ", ": ", "。", "城市", "도시", "\n", "\x00", "\u202e", "\ud800", "\u1112\u1161",
        "🚀", "3.5", "\u2028", "‘", "’", "내년", "国土交通省", "MLIT", "10:30", "https://a.kr/,(", "_" * 200,
    ]
)  # fmt: skip
anything = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=12)
texts = st.lists(scraps | anything, max_size=4).map("".join)
places = st.sampled_from(list(_ways(material())))


def odd_changes(*, fewest: int, most: int) -> st.SearchStrategy[list[tuple[Way, str]]]:
    """Texts for some places of the sample material."""
    return st.lists(st.tuples(places, texts), min_size=fewest, max_size=most)


changes = odd_changes(fewest=1, most=6)

HEADLINE: Way = ("items", 5, "headline", "en")
PERSPECTIVE: Way = ("perspectives", 0, "messages", 0, "ko")


def sample_for(audience: Audience) -> Material:
    """The sample as the audience reads it, with nothing odd in it."""
    return for_audience(cleaned(material(), FONTS)[0], audience)


UNTOUCHED = frozenset(item for audience in AUDIENCES for item in sample_for(audience).items)
check_untouched = lru_cache(maxsize=500)(check_item)
"""An item of the sample in which nothing was changed is checked once for all examples."""


def made_of(
    odd: Material, audience: Audience, printable: frozenset[int] = FONTS
) -> tuple[bytes, tuple[Finding, ...], Document]:
    """The edition's bytes, what was found, and the document."""
    fit, found = cleaned(odd, printable)
    own = for_audience(fit, audience)
    comparison = compare(own, for_audience(material(), audience), "2025-10 1.0")
    document = compose.document(own, audience, comparison)
    rules = rules_of(own)

    def checked(items: Sequence[Item]) -> Iterator[CheckedItem]:
        return ((check_untouched if item in UNTOUCHED else check_item)(item, rules) for item in items)

    findings = (*found, *check_whole(fit), *check(Subject(own, document, audience, TODAY), checked))
    return seal(own, audience, comparison, document, ()).content, findings, document


@settings(max_examples=150, deadline=None)
@given(changes, st.sampled_from(AUDIENCES))
@example([(HEADLINE, "\ud800")], "presidential")
@example([(PERSPECTIVE, "<![x["), (HEADLINE, "[[aircraft]]{names}")], "full")
def test_an_edition_is_made_of_any_text_and_is_made_the_same_twice(
    odd: list[tuple[Way, str]], audience: Audience
) -> None:
    content, findings, document = made_of(typed(odd), audience)

    assert made_of(typed(odd), audience)[:2] == (content, findings)
    assert recomposed(opened(content)) == content
    for language in LANGUAGES:
        for text in words(document, language):
            assert not {"\x00", "\u202e", "\ud800"} & set(text)


@settings(max_examples=100, deadline=None)
@given(changes)
@example([(HEADLINE, "\ud800a\u200b")])
def test_what_is_left_of_any_text_needs_no_more_cleaning(odd: list[tuple[Way, str]]) -> None:
    fit, _found = cleaned(typed(odd), FONTS)

    again, found = cleaned(fit, FONTS)

    assert again == fit
    assert {finding.code for finding in found} <= {"link-unsafe", "looks-like-code"}

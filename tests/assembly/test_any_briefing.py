"""Whatever briefing is put together, with whatever missing, an edition is made of it, and the same twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.assembly.material import (
    AUDIENCES,
    ROLES,
    Audience,
    Chapter,
    Commitment,
    Contribution,
    Item,
    KeyFigure,
    Material,
    Source,
)
from briefings.assembly.seal import opened, recomposed
from languages.figures import Figure
from languages.trilingual import Trilingual
from tests.assembly.materials import BRIEFING, GROUPS, ITEMS, PERSPECTIVES, PILLARS, STRATEGY, TERMS, UNITS
from tests.assembly.test_any_text import made_of, texts

days = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2024, 1, 1), date(2027, 1, 1))
precisions = st.sampled_from(["day", "range", "early-month", "month", "year", "decade", "none"])
slugs = st.sampled_from([item.slug for item in ITEMS])
values = st.decimals(
    Decimal(-(10**17)), Decimal(10**17), places=6, allow_nan=False, allow_infinity=False
) | st.integers(-9, 10**15).map(Decimal)
short = (
    st.sampled_from(["", "협의", "서울 [[a]]", "[[b]]을(를)", "合作", "Talks on [[c]]", "1,000대"]) | texts
)
trilingual = st.builds(Trilingual, short, short, short) | st.just(Trilingual())
keys = st.sampled_from(["a", "b", "c", "d"])


def unique(strategy: Any, key: str, *, most: int) -> Any:
    return st.lists(strategy, max_size=most, unique_by=lambda each: getattr(each, key)).map(tuple)


figures = st.builds(
    Figure,
    key=keys,
    kind=st.sampled_from(
        ["amount", "count", "share", "change", "multiple", "rank", "ordinal", "area", "date", "name"]
    ),
    label=trilingual,
    value=st.none() | values,
    maximum=st.none() | values,
    day=st.none() | days,
    day_end=st.none() | days,
    day_precision=precisions,
    literal=st.sampled_from(["", "HBM3E", "5G"]),
    unit=st.sampled_from(["", "krw", "aircraft", "no-such-unit"]),
    qualifier=st.sampled_from(["exact", "about", "nearly", "up-to", "under", "at-least", "more-than"]),
    status=st.sampled_from(["actual", "plan", "target", "claim"]),
    as_of=st.none() | days,
    printable=st.sampled_from(["always", "after-check", "never"]),
    source=keys,
)
contributions = st.builds(
    Contribution,
    pillar=st.sampled_from([*PILLARS, "no-such-pillar"]),
    role=st.sampled_from(ROLES),
    weight=st.integers(1, 100),
    sentence=trilingual,
    point=short,
    follows=st.just("") | slugs,
)
commitments = st.builds(
    Commitment,
    actor=trilingual,
    action=trilingual,
    firmness=st.sampled_from(["considering", "planned", "agreed", "begun", "done"]),
    day=st.none() | days,
    day_precision=precisions,
)
sources = st.builds(
    Source,
    key=keys,
    publisher=trilingual,
    title=trilingual,
    url=st.sampled_from(["", "https://www.molit.go.kr/", "javascript:x"]),
    day=st.none() | days,
    strength=st.sampled_from(["signed", "announced", "reported", "own-reading"]),
)
made_items = st.builds(
    Item,
    slug=slugs,
    kind=st.sampled_from(["deal", "meeting", "declaration-clause", "fund"]),
    status=st.sampled_from(["proposed", "agreed", "ongoing", "completed"]),
    classification=st.sampled_from(["public", "partial", "closed"]),
    headline=trilingual,
    summary=trilingual,
    entry=st.sampled_from(["dated", "ongoing", "picked", "background"]),
    event_date=st.none() | days,
    event_end=st.none() | days,
    date_precision=precisions,
    background=trilingual,
    contributions=unique(contributions, "pillar", most=4),
    commitments=st.lists(commitments, max_size=2).map(tuple),
    figures=unique(figures, "key", most=3),
    sources=unique(sources, "key", most=2),
    related=st.lists(slugs, max_size=2).map(tuple),
    perspectives=st.lists(st.sampled_from([p.slug for p in PERSPECTIVES]), max_size=3).map(tuple),
    wording_checked=st.booleans(),
)
chapters = st.builds(
    Chapter,
    pillar=st.sampled_from(PILLARS),
    claim=trilingual,
    why_now=trilingual,
    gap=trilingual,
    bridge=trilingual,
)


def some(whole: tuple[Any, ...]) -> Any:
    """A part of it, in any order."""
    return st.lists(st.sampled_from(whole), max_size=len(whole), unique_by=id).map(tuple)


briefings = st.builds(
    lambda **fields: msgspec.structs.replace(BRIEFING, **fields),
    headline=trilingual,
    conclusion=trilingual,
    period_start=days,
    period_end=days,
    classification=st.sampled_from(["public", "partial", "closed"]),
    conclusion_national_interest=trilingual | st.just(BRIEFING.conclusion_national_interest),
    theme_title=trilingual,
    chapters=unique(chapters, "pillar", most=4),
    key_figures=st.lists(st.builds(KeyFigure, slugs, keys, trilingual), max_size=3).map(tuple),
    requests=st.lists(trilingual, max_size=2).map(tuple),
    cautions=some(BRIEFING.cautions),
    highlights=some(BRIEFING.highlights),
)
materials = st.builds(
    Material,
    briefing=briefings,
    strategy=some(STRATEGY.pillars).map(lambda pillars: msgspec.structs.replace(STRATEGY, pillars=pillars)),
    items=unique(made_items | st.sampled_from(ITEMS), "slug", most=8),
    groups=some(GROUPS),
    perspectives=some(PERSPECTIVES),
    units=some(UNITS),
    terms=some(TERMS),
)


@settings(max_examples=100, deadline=None)
@given(materials, st.sampled_from(AUDIENCES))
def test_an_edition_is_made_of_any_briefing_and_is_made_the_same_twice(
    made: Material, audience: Audience
) -> None:
    content, findings, _document = made_of(made, audience)

    assert made_of(made, audience)[:2] == (content, findings)
    assert recomposed(opened(content)) == content

"""What a Korean text states of parts and order: shares, ratios, powers, ordinals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from languages.parity import numerals
from languages.parity.draft import Draft, Place, add_hundredths
from languages.parity.ratios import add_pair, add_power, add_share

_POWER = re.compile(r"(?<![0-9.])(?P<base>[0-9]{1,4})의 ?(?P<exponent>[0-9]{1,3}) ?(?:제곱|승)")
_FRACTION = re.compile(
    r"(?<![0-9])(?<![0-9],)(?P<of>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}+)(?P<power>[백천만억])?분의 ?(?P<part>[0-9]{1,6})"
)
_AMONG = re.compile(
    r"(?<![0-9.,])(?P<of>[0-9]{1,3})(?P<counter>명|곳|개|대|가구|건|개사|채|개국|사람|번|편|척|호|량|동)(?:당| ?중(?:에서|에)?| ?가운데) ?(?:(?P<part>[0-9]{1,2})(?P=counter)|(?P<words>한|두|세|네|다섯|여섯|일곱|여덟|아홉) ?(?P=counter))"
)
_VERSUS = re.compile(
    r"(?<![0-9.,:~])(?P<a>[0-9]{1,5}(?:\.[0-9]+)?)(?: ?(?P<sign>대|:) ?)(?P<b>[0-9]{1,5}+(?:\.[0-9]++)?)(?![0-9:,%]|\.[0-9]| ?%)(?=[^가-힣]|$|로|의|을|를|이|가|에|와|과|다|정도|수준|으로|까지|은|는|승|패|동)"
)
_ORDINAL = re.compile(
    r"(?<![가-힣])제 ?(?P<n>[0-9]{1,4})(?:·(?P<n2>[0-9]{1,4}))?(?![0-9,.][0-9])(?:조|항|호|차|회|국|기|대|번|권|장|절|편|부|관)?"
    r"|제(?P<n3>[0-9]{1,4})(?:조|항|호|목|장|절|편)(?:의[0-9]{1,2})?"
)
_FIVE_YEARS = re.compile(r"(?<![0-9])(?P<n>[0-9]{1,2})개년")
_HUNDREDTHS = re.compile(
    r"(?<![0-9분])(?<!분 )(?P<s>[0-9]{1,2})초 ?(?P<rest>[0-9]{1,3})(?![0-9.,]|[가-힣]{2})"
)
_QUARTER_OF_A_CENTURY = re.compile("4반세기")
_LESS: Final = re.compile("(?:을|를|이|가|만큼|가량|정도)? ?(?:줄[어이였었인]|감소|축소|깎|삭감|감축|급감)")
_POWERS_OF_TEN: Final = {"": 1, "백": 100, "천": 1000, "만": 10_000, "억": 10**8}


def read_shares(draft: Draft) -> None:
    """Adds what is written in figures: 3분의 2, 2의 16제곱, 4명 중 1명, 제3조, 5개년, 3 대 1."""
    draft.read(
        _POWER,
        lambda found: add_power(draft, found.span(), int(found["base"]), int(found["exponent"])),
        ("제곱", "승"),
    )
    draft.read(
        _FRACTION,
        lambda found: add_share(
            draft,
            found.span(),
            int(found["part"]),
            int(found["of"].replace(",", "")) * _POWERS_OF_TEN[found["power"] or ""],
            qualifier=draft.qualifier(found.span()),
            taken_away=_LESS.match(draft.text, found.end()) is not None,
        ),
        ("분의",),
    )
    draft.read(_QUARTER_OF_A_CENTURY, lambda found: _quarter_of_a_century(draft, found), ("반세기",))
    draft.read(_AMONG, lambda found: among(draft, found), ("당", "중", "가운데"))
    draft.read(_HUNDREDTHS, lambda found: add_hundredths(draft, found), ("초",))
    draft.read(_ORDINAL, lambda found: _ordinal(draft, found), ("제",))
    draft.read(_FIVE_YEARS, lambda found: _plan_years(draft, found), ("개년",))
    draft.read(_VERSUS, lambda found: add_pair(draft, found.span(), found["a"], found["b"]), ("대", ":"))


def among(draft: Draft, found: re.Match[str]) -> Place | None:
    """4명 중 1명, 넷 중 하나: a quarter."""
    part, of = (
        int(written) if written.isdigit() else int(numerals.korean_native(written))
        for written in (found["part"] or found["words"], found["of"])
    )
    if part >= of:
        return None
    return add_share(draft, found.span(), part, of, qualifier=draft.qualifier(found.span()))


def _ordinal(draft: Draft, found: re.Match[str]) -> Place:
    for name in ("n", "n2", "n3"):
        if found[name]:
            draft.add("ordinal", Decimal(found[name]), found.span(), hard=found[name] != "1")
    return found.span()


def _quarter_of_a_century(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("duration", Decimal(300), found.span(), unit="month", factor=Decimal(300), hard=False)
    return found.span()


def _plan_years(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("duration", Decimal(12 * int(found["n"])), found.span(), unit="month")
    return found.span()

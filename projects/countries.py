"""Countries: stored by their ISO codes, read and written by their names in the editor's language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from babel import Locale
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

NAMES_ID = "country-names"
_LOCALES = {"ko": "ko", "zh-hans": "zh_Hans", "en": "en"}
_CODE = re.compile(r"[A-Z]{2}")
# what Unicode's list has besides the codes that ISO 3166-1 assigns: unions, islands, test regions
_NO_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)
_ALSO_CALLED = {
    "한국": "KR", "Korea": "KR", "Republic of Korea": "KR", "USA": "US", "UK": "GB", "UAE": "AE", "阿联酋": "AE"
}  # fmt: skip


@lru_cache
def country_names(language: str) -> dict[str, str]:
    """Every country's name by its ISO 3166-1 alpha-2 code, in the order of the names.

    Args:
        language: a code of Django's; another than the portal's three counts as English.
    """
    territories = Locale.parse(_LOCALES.get(language, "en")).territories
    named = [
        (code, name)
        for code, name in territories.items()
        if _CODE.fullmatch(code) and code not in _NO_COUNTRIES
    ]
    return dict(sorted(named, key=lambda pair: _folded(pair[1])))


def country_name(code: str) -> str:
    """In the language of the moment; what is no country's code stays as it is."""
    return country_names(get_language() or "en").get(code, code)


def country_code(written: str) -> str | None:
    """The code of a country by its name in any of the three languages, or by the code itself; None if it is none."""
    return _codes().get(_folded(written))


@lru_cache
def _codes() -> dict[str, str]:
    codes = {_folded(name): code for name, code in _ALSO_CALLED.items()}
    for language in _LOCALES:
        for code, name in country_names(language).items():
            codes |= {_folded(name): code, _folded(code): code}
    return codes


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def offered_names() -> SafeString:
    """The list that a field offers from while one types; once in a page."""
    names = country_names(get_language() or "en").values()
    options = format_html_join("", '<option value="{}"></option>', ((name,) for name in names))
    return format_html('<datalist id="{}">{}</datalist>', NAMES_ID, options)

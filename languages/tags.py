"""Names of languages as other tools write them."""

from __future__ import annotations

from languages.parity.findings import TextLanguage

_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


def language_of(tag: str) -> TextLanguage | None:
    """The language that a tag names, such as `zh-CN`, `zh_Hans` or `en-GB`; None for any other language.

    Chinese without script or region is Simplified, as in BCP 47's practice.
    """
    first, *rest = tag.strip().lower().replace("_", "-").split("-")
    if first == "ko":
        return "ko"
    if first == "en":
        return "en"
    if first == "zh":
        # a script says more than a region: zh-Hans-HK is Simplified
        if "hans" in rest:
            return "zh-hans"
        return "zh-hant" if _TRADITIONAL & set(rest) else "zh-hans"
    return None

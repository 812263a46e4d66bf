"""Replacing a name in running text by the name that is agreed now."""

from __future__ import annotations

import re

from languages.korean import particle
from languages.trilingual import Language

# a particle behind a Korean name, and the pair that it is one form of
_PAIR_OF = {
    "을": "을(를)",
    "를": "을(를)",
    "은": "은(는)",
    "는": "은(는)",
    "이": "이(가)",
    "가": "이(가)",
    "과": "과(와)",
    "와": "과(와)",
    "으로": "(으)로",
    "로": "(으)로",
}
_PARTICLE = re.compile(r"(으로|[을를은는이가과와로])(?![가-힣(])")
_TAG = re.compile(r"(<[^>]*>)")


def stands_in(name: str, text: str, *, language: Language, inside: str = "") -> bool:
    """Whether `text` uses `name`, other than as a part of the longer name `inside`."""
    return _pattern(name, inside, language).search(text) is not None if name else False


def renamed(text: str, old: str, new: str, language: Language, *, rich: bool = False) -> str:
    """`text` with every use of `old` replaced by `new`; a Korean particle behind it takes its right form.

    Where `new` holds `old`, what is `new` already stays. In HTML nothing inside a tag is touched.
    """
    if not old or old == new:
        return text
    if rich:
        parts = _TAG.split(text)
        return "".join(part if part.startswith("<") else renamed(part, old, new, language) for part in parts)
    pattern = _pattern(old, new if old in new else "", language)
    settled = ""
    at = 0
    for found in pattern.finditer(text):
        settled += text[at : found.start()] + new
        at = found.end()
        following = _PARTICLE.match(text, at) if language == "ko" else None
        if following:
            settled += particle(new, _PAIR_OF[following[0]])
            at = following.end()
    return settled + text[at:]


def _pattern(name: str, inside: str, language: Language) -> re.Pattern[str]:
    """By letters in Korean and Chinese; as whole words where the name is Latin."""
    pattern = re.escape(name)
    if re.match(r"[A-Za-z0-9]", name):
        pattern = rf"(?<![A-Za-z0-9]){pattern}"
    if re.search(r"[A-Za-z0-9]$", name):
        pattern = rf"{pattern}(?![A-Za-z0-9])"
    if inside:
        start = inside.index(name)
        before, behind = inside[:start], inside[start + len(name) :]
        outside = (rf"(?<!{re.escape(before)})" if before else "") + pattern
        pattern = outside + (rf"(?!{re.escape(behind)})" if behind else "")
    return re.compile(pattern, re.IGNORECASE if language == "en" else 0)

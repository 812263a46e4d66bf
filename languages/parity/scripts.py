"""Traditional Chinese characters and the Simplified ones that stand for them, one for one.

The table is OpenCC's. Words are not looked at: what is asked here is which characters a text is written in.
"""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

_HAN = range(0x3400, 0xA000)
# right in Simplified text too: 著名, 乾坤, 瞭望, 宫商角徵羽, 慰藉, 覆盖
_EITHER = frozenset("著乾瞭徵藉覆")


@cache
def _simplified_of() -> dict[int, str]:
    """Every Traditional character with the Simplified one."""
    convert = OpenCC("t2s").convert
    converted = ((code, convert(chr(code))) for code in _HAN)
    return {code: simple for code, simple in converted if simple != chr(code) and len(simple) == 1}


def simplified(text: str) -> str:
    """`text` with each Traditional character made Simplified; every character keeps its place."""
    return text.translate(_simplified_of())


@cache
def traditional_characters() -> frozenset[str]:
    """Characters that no Simplified text holds."""
    return frozenset(map(chr, _simplified_of())) - _EITHER

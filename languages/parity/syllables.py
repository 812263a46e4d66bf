"""Korean syllables by what they end in, for patterns of endings: 될 것, 한다, 했다."""

from __future__ import annotations

from typing import Final

_SYLLABLES: Final = range(0xAC00, 0xD7A4)


def _ending_in(final: int) -> str:
    """Every syllable with this final consonant, by its number in Unicode's order of finals."""
    return "".join(chr(code) for code in _SYLLABLES if (code - 0xAC00) % 28 == final)


FINAL_N: Final = _ending_in(4)
"""한, 된, 간: of a verb in the present or before a noun."""
FINAL_L: Final = _ending_in(8)
"""할, 될, 갈: of what is to come or may be."""
PAST: Final = "".join(syllable for syllable in _ending_in(20) if syllable not in "있겠")
"""했, 됐, 갔: of what has been."""
# said, promised, decided, was: none of them has done what it speaks of
SPOKEN: Final = "".join(
    f"(?<!{word})"
    for word in [
        "밝혔",
        "말했",
        "전했",
        "설명했",
        "강조했",
        "덧붙였",
        "예고했",
        "답했",
        "발표했",
        "알렸",
        "주장했",
        "요청했",
        "신청했",
        "호소했",
        "당부했",
        "요구했",
        "보도했",
        "내다봤",
        "전망했",
        "예상했",
        "추정했",
        "평가했",
        "제안했",
        "약속했",
        "합의했",
        "결정했",
        "않았",
        "못했",
        "있었",
        "없었",
        "였",
        "이었",
        "정했",
        "같이했",
        "다가왔",
        "다가섰",
        "다짐했",
        "촉구했",
        "지시했",
        "주문했",
        "건의했",
        "모았",
        "동의했",
        "고했",
        "기로 했",
        "키로 했",
        "희망했",
        "기대했",
        "제시했",
        "공언했",
        "선언했",
        "공시했",
        "예보했",
        "예보됐",
        "공감했",
    ]
)
"""No word of saying, promising or being ends here: a condition before the end of a verb in the past."""

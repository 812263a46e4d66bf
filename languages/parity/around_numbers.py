"""Words on both sides of a number that say together how it is meant, where the one alone would say something else.

`qualifiers` holds the words themselves: 超过 before a number, 이상 behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from languages.parity.findings import TextLanguage
from languages.parity.kinds import Qualifier

# fails to remedy it within 30 days: after more than 30 days
_NOT_WITHIN: Final = re.compile(
    r"\b(?:fail\w* to|not|unable to)\b[^.;]*\bwithin\b[^.;]*$|n't\b[^.;]*\bwithin\b[^.;]*$"
)
# a route over a 28.9 km stretch, over an average of 6 km; Some 42% of pupils: no sentence begins with digits
_OVER_A_STRETCH: Final = re.compile(
    r"\bover an? (?:average (?:distance )?of )?$|(?:^|[.!?:;\n] ?)[\"“'‘(•○-]? ?Some $"
)
_AREA: Final = re.compile(r"(?:square (?:kilomet|met|mile)\w*|km²|㎢|hectares?|acres?)$")
# over 20.4 square kilometres of Gangnam
_OF_A_PLACE: Final = re.compile(r" of (?:the )?[A-Z]")
# the cap on flights between them, which had stood at 25
_CAPPED: Final = re.compile(
    r"\b(?:cap|ceiling|upper limit|maximum)\b[^.;0-9]{8,60}\b(?:at|is|was|of|to)(?: just| only)? [$₩€]?$"
)
# 시한을 이틀 넘긴: two days after it
_MISSED: Final = re.compile(r"(?:시한|기한|예정일?|마감일?|일정)[을를] $")
_PAST_IT: Final = re.compile("[을를]? ?넘[긴겨겼기어]")

# above the five-year average: what is passed is the average
_A_TIME: Final = re.compile("(?:years?|months?|weeks?|days?|年|个?月|周|天|日|년|개월|주|일)$", re.IGNORECASE)
_OF_THE_TIME: Final = re.compile(r"(?:최소(?:한)?|적어도|至少|最少|at least|minimum of) ?$", re.IGNORECASE)
_OVER_A_TIME: Final[dict[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile(" ?평균"),
    "zh-hans": re.compile("间?的?(?:平均|均值)"),
    "zh-hant": re.compile("间?的?(?:平均|均值)"),
    "en": re.compile(r"[ -](?:(?:moving|rolling|historical) )?(?:average|mean)\b", re.IGNORECASE),
}


def bounds_nothing(
    text: str, start: int, end: int, language: TextLanguage, said: Sequence[Qualifier]
) -> bool:
    """Whether the number at a place of `text` is not bounded, though `said` stands before it or a bound behind it."""
    if text[start - 1 : start] == "±":
        return True
    if (
        _OVER_A_TIME[language].match(text, end)
        and _A_TIME.search(text, start, end)
        and not _OF_THE_TIME.search(text, max(0, start - 16), start)
    ):
        return True
    if language == "en" and not said and _CAPPED.search(text, max(0, start - 90), start):
        return True
    if language == "ko":
        missed = _MISSED.search(text, max(0, start - 8), start)
        return missed is not None and _PAST_IT.match(text, end) is not None
    return language == "en" and bool(said) and (_covers(text, start, end) or _comes_near(text, end, said))


def _covers(text: str, start: int, end: int) -> bool:
    """Whether the English words before a number say no more here than where or since when."""
    if _AREA.search(text, start, end) and _OF_A_PLACE.match(text, end) and text.endswith("over ", 0, start):
        return True
    if text[start : start + 1].isdigit() and _OVER_A_STRETCH.search(text[max(0, start - 28) : start]):
        return True
    return _NOT_WITHIN.search(text, max(0, start - 60), start) is not None


def _comes_near(text: str, end: int, said: Sequence[Qualifier]) -> bool:
    """Whether something came within that distance: within about six million kilometers of the Sun."""
    return "up-to" in said and "about" in said and text.startswith(" of", end)


def is_of_the_sum(text: str, end: int, language: TextLanguage, behind: Qualifier) -> bool:
    """Whether what stands behind a number in brackets belongs to the one before them: 최대 12매(1회 6매)까지."""
    return language == "ko" and behind == "up-to" and text[end : end + 1] == ")"


# --- Chinese ---------------------------------------------------------------------------------------

# 高于经合组织平均水平（4.7人）, and not 接近去年同期（211亿美元）的两倍
_COMPARED_IN_BRACKETS: Final[tuple[tuple[re.Pattern[str], Qualifier], ...]] = (
    (
        re.compile(
            r"(?<![不未没])(?:高于|超过|多于|突破)[^，。；、0-9]{1,10}[（(](?:每[^，。；、0-9]{1,4})?$"
        ),
        "at-least",
    ),
    (re.compile(r"(?:低于|少于|不及|不足)[^，。；、0-9]{1,10}[（(](?:每[^，。；、0-9]{1,4})?$"), "under"),
)
# 超过居住区65分贝标准
_STANDARD: Final = re.compile(
    "[金分]?的?(?:标准|上限|限值|门槛|限度|限额|红线|大关|关口|平均|均值|水平|预期|预测|目标)"
)
_HELD_AGAINST_IT: Final[tuple[tuple[re.Pattern[str], Qualifier], ...]] = (
    (re.compile(r"(?<![不未没])(?:超过|超出|突破|高于)[^，。；、0-9]{1,8}$"), "at-least"),
    (re.compile(r"(?<![不未没])(?:低于|未达|不足)[^，。；、0-9]{1,8}$"), "under"),
)
# 高于全国平均水平1.2个百分点: by so many
_COMPARED_BY: Final = re.compile("[高低多少快慢大小]于[^，。；、0-9]{1,16}$")
# 约为二季度25.1万亿韩元的60%: what is about, is the share
_OF_ANOTHER: Final = re.compile(
    r"[\u4e00-\u9fff]{0,8}的(?:[0-9.]+[%倍成]|[一二两三四五六七八九]成|一半|[一二三四五六七八九十]+分之|[一二两三四五六七八九十]倍)"
)
_UP_FROM: Final = re.compile("[由从]$")
_TO_ANOTHER: Final = re.compile(
    "[^，。；0-9]{0,4}(?:[上提]?升|增|提高|上升|扩大|延长|上调)[加长到至为]{0,2}(?=[0-9])"
)
_FROM_ANOTHER: Final = re.compile(
    "(?:最多|最高|至多)[可将能会]{0,2}[由从][0-9.,]+[^，。；0-9]{0,4}(?:[上提]?升|增|提高|上升|扩大|延长|上调)[加长到至为]{0,2}$"
)
_ONE_IN_THAT: Final = re.compile("[一1][件次个班趟人辆架起]")
_ABOUT_A_SHARE: Final = re.compile(
    r"(?:约占|约为|约合|约是|约相当于|大约[是为占])(?:(?!约)[\u4e00-\u9fff]){0,8}$"
)
# 超过出口总额595.7亿美元的四分之一
_BOUND_OF_A_SHARE: Final = re.compile(r"(?:(?:超过|高于|不足|不到|低于)[^，。；、0-9]{1,8}|[略稍][高低]于)$")
_A_SHARE: Final = re.compile("[%成半倍]|分之")
_OF_THE_SHARE: Final[tuple[tuple[re.Pattern[str], Qualifier], ...]] = (
    (re.compile(r"约(?:占|为|是|相当于)[^，。；、（）]{0,10}?[0-9][^，。；、（）]{0,14}的$"), "about"),
    (
        re.compile(
            r"(?<![不未没])(?:(?:超过|高于)[^，。；、（）]{1,8}?|[略稍]高于)[0-9][^，。；、（）和与及]{0,14}的$"
        ),
        "at-least",
    ),
    (re.compile(r"(?:不足|不到|低于)[^，。；、（）]{1,8}?[0-9][^，。；、（）和与及]{0,14}的$"), "under"),
)


def around_in_chinese(text: str, start: int, end: int, said: Sequence[Qualifier]) -> Iterator[Qualifier]:
    """What is said of the number at a place of `text`, where `said` stands before it."""
    if text[start:end].endswith("百分点") and _COMPARED_BY.search(text, max(0, start - 18), start):
        yield "loose"
        return
    if _ONE_IN_THAT.match(text, end):  # 约三天一件: about one
        said = [each for each in said if each != "about"]
    if text[end : end + 1] in ")）" and text[end + 1 : end + 2] != "的":
        yield from _said_by(_COMPARED_IN_BRACKETS, text[max(0, start - 16) : start])
    if _STANDARD.match(text, end):
        yield from _said_by(_HELD_AGAINST_IT, text[max(0, start - 12) : start])
    if not said and _A_SHARE.search(text, start, end):
        yield from _said_by(_OF_THE_SHARE, text[max(0, start - 32) : start])
    if _UP_FROM.search(text, max(0, start - 2), start) and _TO_ANOTHER.match(text, end):
        yield "loose"  # 最多可由12.5%升至19.9%: what bounds, bounds the other
        return
    if not said and _FROM_ANOTHER.search(text, max(0, start - 32), start):
        yield "up-to"
    if _OF_ANOTHER.match(text, end):
        before = text[max(0, start - 14) : start]
        if _BOUND_OF_A_SHARE.search(before):
            return
        if _ABOUT_A_SHARE.search(before):
            said = [each for each in said if each != "about"]
    yield from said


def _said_by(words: Sequence[tuple[re.Pattern[str], Qualifier]], before: str) -> Iterator[Qualifier]:
    for pattern, qualifier in words:
        if pattern.search(before):
            yield qualifier

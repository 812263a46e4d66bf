"""Places in a ranking without a figure: gold or silver, first or second."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

_MEDAL: Final = Topic(
    "figure-differs",
    "rank",
    (
        "메달",
        "牌 摘 夺",
        "gold golds silver silvers bronze bronzes",
    ),
    {
        "gold": ("금메달", "金牌|[摘夺]金", r"\bgolds?\b"),
        "silver": ("은메달", "银牌|[摘夺]银", r"\bsilvers?\b"),
        "bronze": ("동메달", "铜牌|[摘夺]铜", r"\bbronzes?\b"),
    },
    {
        "gold": ("금[·,과메]|우승|정상|1위", "金|冠|首|第一", r"gold|champion|win|won|first|title"),
        "silver": ("은[·,과메]|준우승|2위", "银|亚|第二", "silver|runner|second"),
        "bronze": ("동[·,과메]|3위", "铜|季|第三", "bronze|third"),
    },
)  # fmt: skip
_PLACE: Final = Topic(
    "figure-differs",
    "rank",
    (
        "위 등 선두 두_번째 준우승",
        "第一 第二 首 冠 亚 次席",
        "first second no top champion champions topped runner runners number",
    ),
    {
        "first": (
            r"(?<![0-9])1(?:위|등)|선두|수위를",
            "第一(?!时间|次|季|[个条步轮阶线])|首位|榜首|冠军|居首|之首",
            r"\b(?:ranks?|ranked|ranking|came|comes|finish\w*|placed?|stood|stands) (?:1st|first)\b|\bNo\. ?1\b|\bfirst place\b|\btop (?:spot|place)\b|\bnumber one\b|\btopped the\b|\bchampions?\b",
        ),
        "second": (
            r"(?<![0-9])2(?:위|등)|두 번째로|준우승",
            "第二(?!次|季|[个条步轮阶线期])|亚军|次席",
            r"\b(?:ranks?|ranked|ranking|came|comes|finish\w*|placed?|stood|stands) (?:2nd|second)\b|\bNo\. ?2\b|\bsecond[ -](?:place|largest|biggest|highest|most|busiest|longest)\b|\brunners?-up\b",
        ),
    },
    {
        "first": ("1위|1등|선두|최[고대다장]|가장|첫|으뜸|정상|우승|수위|제치|1번", "第一|首|冠|榜|最|领先|金", r"first|1st|No\. ?1|top|champion|most|[a-z]+est\b|lead|number one|one\b|win|won|gold|title"),
        "second": ("2위|2등|두 번째|준우승|둘째|다음으로|이어|은메달|2번|제2", "二|亚|次|两|银|仅次", r"second|2nd|No\. ?2|runner|after|behind|two|only to|silver"),
    },
)  # fmt: skip

TOPICS: Final = (_MEDAL, _PLACE)

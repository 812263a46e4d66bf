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

_MOST: Final = Topic(
    "figure-differs",
    "rank",
    (
        "최 가장 번째로",
        "最 第二大 第三大 第二高 第三高 第二多 第三多 第二长",
        "largest biggest highest longest busiest most fewest smallest lowest least shortest",
    ),
    {
        "most": (
            r"(?<!두 번째로 )(?<!세 번째로 )가장 (?:큰|크|많|높|긴|길|빠르|빠른|붐비)|(?:역대|사상|국내|세계|아시아|개항 이래|단일) ?최[대고다장]|최[대다](?:였다|이다|치|규모|로 )",
            "(?<![第二三四])最(?:大(?!限度)|高(?!人民|检|法)|多(?!可)|长(?!可)|快(?!可))(?=的|规模|值|水平|纪录|单|项|。|，|$)|(?:历史|史上|全国|全球|世界|亚洲|单笔)最[大高多长]",
            r"(?<!second-)(?<!second )(?<!third-)(?<!third )\b(?:largest|biggest|highest|longest|busiest)\b|\bthe most (?=since|ever|in|on record|of)",
        ),
        "second": (r"두 번째로 (?:큰|크|많|높|긴|길|빠|붐)", "第二[大高多长快]", r"\bsecond[- ](?:largest|biggest|highest|longest|busiest|most)\b"),
        "third": (r"세 번째로 (?:큰|크|많|높|긴|길|빠|붐)", "第三[大高多长快]", r"\bthird[- ](?:largest|biggest|highest|longest|busiest|most)\b"),
        "least": (r"가장 (?:적|작|낮|짧|느)|(?:역대|사상) ?최[저소]", "(?:历史|史上)最[低少小]|最(?:少|低|小|短)(?=的|水平|值|纪录|。|，|$)", r"\b(?:fewest|smallest|lowest|shortest)\b|\bthe least (?=since|ever|in)"),
    },
    {
        "most": ("최[^저소단악하근]|가장 ?(?![적작낮짧느약])|1위|1등|으뜸|제일|선두|기록", "最(?![低少小短慢近])|第一|首|冠|榜首|创", r"\b(?!low|small|few|short|least|slow|near|earl|late)[a-z]+est\b|most|record|top|No. ?1|first|leading|peak|all-time|unprecedented|\bhigh|max|larg|big"),
        "second": ("두 번째|2위|둘째|다음|이어", "第二|次|亚|仅次", "second|No. ?2|2nd|runner|after|behind"),
        "third": ("세 번째|3위|셋째", "第三|季", "third|No. ?3|3rd"),
        "least": ("최[저소단악하]|가장 ?[^큰크많높긴길빠]|꼴찌|하위|밑|바닥|줄|감소|낮|적은|적었", "最(?![高大多长快])|末|低|少|小|短|弱|跌|降|减", r"\b(?!high|larg|big|long|great|fast)[a-z]+est\b|\bleast|bottom|\blow|few|worst|small|short|minim|fall|fell|drop|declin"),
    },
)  # fmt: skip

_WHICH_TIME: Final = Topic(
    "figure-differs",
    "rank",
    (
        "처음 최초 첫 다시 또다시 재차 두_번째",
        "首次 首度 第一次 再次 再度 又一次 第二次",
        "first again once second",
    ),
    {
        "the first": (r"처음(?:으로|이다|이며)|(?:사상|역대|세계|국내) ?(?:최초|첫)|최초로", "首次|首度|(?:史上|历史上)第一次", r"\bfor the first time\b|\bfirst time\b|\bfirst-ever\b"),
        "once more": (r"또다시|재차|다시 (?:한번|한 번|돌파|넘|오르|올라|기록|수록|담)", "(?<!年)(?<!月)再次|再度|又一次", r"\bonce (?:again|more)\b|(?<!then )\bagain\b(?!st)"),
        "the second": (r"두 번째(?=로|이다|다[.])", "第二次", r"\bthe second time\b|\bthe second (?=export|case|meeting|visit|deal|contract|project)"),
    },
    {
        "the second": ("두 ?번|2번|2회|둘|2차|이어", "二|两|再|2|又", r"second|two|twice|2nd|again|another"),
        "the first": ("처음|최초|첫|신설|데뷔|초도|만에", "首|第一|初|新|以来", r"first|inaugural|debut|maiden|\bnew|never before|since|initial"),
        "once more": ("다시|재|또|두 번|연속|회복|되[찾돌]|만에|째", "再|又|重|第二|连续|恢复|回升|复", r"again|\bre-?[a-z]+|once more|second|return|back|consecutive|straight|another|recover"),
    },
)  # fmt: skip

_DIGITS: Final = Topic(
    "figure-differs",
    "scale",
    ("자릿수", "位数", "digit digits"),
    {
        "one": ("한 자릿수", "个位数|(?<![十百千万])一位数", r"\bsingle[- ]digits?\b|\bone-digit\b"),
        "two": ("두 자릿수", "两位数|双位数", r"\bdouble[- ]digits?\b|\btwo-digit\b"),
        "three": ("세 자릿수", "三位数", r"\b(?:triple|three)[- ]digits?\b"),
    },
    {
        "one": ("한 자리|10%? 미만", "个位|一位|不到10", "single|one-|below 10|under 10"),
        "two": ("두 자리|10%? 이상", "两位|双位|二位", "double|two-|10"),
        "three": ("세 자리|100", "三位|100", "triple|three|100"),
    },
)  # fmt: skip

TOPICS: Final = (_MEDAL, _PLACE, _MOST, _WHICH_TIME, _DIGITS)

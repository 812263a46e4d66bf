"""What a text names out of a few, without a figure: Monday, gold, a day or a week, rose or fell, Celsius.

One text may leave such a word out, and another may name several. Where each names one that the other has no word
for, they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.segments import within

type Part = tuple[int, int]
type Rows = dict[str, tuple[str, str, str]]
"""By name of what is chosen: what says it in Korean, Chinese and English."""

_WRITTEN: Final[tuple[TextLanguage, ...]] = ("ko", "zh-hans", "en")


class Topic(msgspec.Struct, frozen=True):
    """What there is to choose from; `code` and `kind` are those of the finding."""

    code: Literal["figure-differs", "unit-differs"]
    kind: str
    needles: tuple[str, str, str]
    """Of which a text holds one wherever it names anything of this topic: pieces of it in Korean and Chinese (_ for
    a space), whole words in small letters in English."""
    claims: Rows
    hints: Rows = {}
    """What may say the same less plainly, where that is more than the claims."""


_COUNTER: Final = "次回天个期圈年趟班场节岁项位种倍成届集篇轮件分"
_DAYS: Final = ("월", "화", "수", "목", "금", "토", "일")
_ENGLISH_DAYS: Final = ("Mon", "Tue|Tues", "Wed|Wednes", "Thu|Thur|Thurs", "Fri", "Sat|Satur", "Sun")
_WEEKDAY: Final = Topic(
    "figure-differs",
    "date",
    (
        "요일 (",
        "周 星期 礼拜",
        "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays mon tue tues wed thu thur thurs fri sat sun",
    ),
    {
        korean: (
            rf"{korean}(?=요일|(?:[·,~-][월화수목금토일]){{1,5}}요일)|(?<=\(){korean}(?=[)·,])",
            rf"(?:(?<![一二两三四五六七八九十几数0-9])周|每周|星期|礼拜){chinese}(?![{_COUNTER}])",
            rf"\b(?:{english})days?\b|\b(?:{english})\.(?= [A-Z0-9])|(?<=\()(?:{english})(?=[.)])",
        )
        for korean, chinese, english in zip(_DAYS, "一二三四五六日", _ENGLISH_DAYS, strict=True)
    },
    {
        korean: (korean, f"[周期拜、和及至到]{chinese}" if chinese != "日" else "[周期拜、和至到][日天]|周末", rf"\b(?:{english})(?:days?|\b)|week-?end")
        for korean, chinese, english in zip(_DAYS, "一二三四五六日", _ENGLISH_DAYS, strict=True)
    },
)  # fmt: skip
# for a day, within a year: how long something takes, and not how often
_LENGTHS: Final = (
    "for",
    "in",
    "within",
    "than",
    "of",
    "after",
    "lasted",
    "about",
    "nearly",
    "almost",
    "is",
    "over",
    "just",
)
_NOT_APART: Final = r"(?! (?:earlier|ago|before|later|after|on\b|off|or|of|from|and a half))"


def _every(unit: str) -> str:
    article = "an" if unit == "hour" else "a"
    # looked for behind the words, since they are rarer than what may stand before them
    no_length = "".join(rf"(?<!\b{word} {article} {unit})" for word in _LENGTHS)
    return rf"\b(?:per|each|every) {unit}\b{_NOT_APART}|\b{article} {unit}\b{no_length}{_NOT_APART}"


_RATE: Final = Topic(
    "unit-differs",
    "duration",
    (
        "당 마다 매 하루 일평균 일일 1일 주 월 연 달 해",
        "每 均 单日 年产 一天",
        "minute hour hourly day daily week weekly month monthly year yearly annual annually annum",
    ),
    {
        "minute": (r"분당|1분에", "每分钟?(?!之|钱)", _every("minute")),
        "hour": (r"시간당|(?:한|1) ?시간에(?= )|시간마다", "每个?小时|每小时", _every("hour") + r"|\bhourly\b"),
        "day": (
            r"하루(?=에 | 평균|에만| 최대| [0-9])|일평균|1일(?= ?평균|당)|일일(?= )|매일",
            "每[天日]|日均|单日|一天(?=[0-9])",
            _every("day") + r"|\bdaily\b",
        ),
        "week": (
            r"(?<![가-힣0-9])주(?= ?[0-9]| [한두세네다])|매주|주당|(?:일주일|한 주)에(?= )|주마다",
            "每周|每个?星期|周均|一周(?=[0-9一两二三四五六七八九]+[次班])",
            _every("week") + r"|\bweekly\b",
        ),
        "month": (
            r"(?<![가-힣0-9])월(?= ?(?:평균|최대|약|[0-9]))|매월|매달|월평균|(?:한 달|1개월)에(?= )|다달이|달마다|월간(?= )",
            "每个?月|月均|按月",
            _every("month") + r"|\bmonthly\b",
        ),
        "year": (
            r"(?<![가-힣0-9])연(?= ?[0-9])|연간|연평균|매년|해마다|(?:한 해|1년)에(?= )",
            "每年|年均|逐年|年(?=产|发电|销|处理|接待)|一年(?=[0-9一两二三四五六七八九]+次)",
            _every("year") + r"|\bannual(?:ly)?\b|\byearly\b|\bper annum\b",
        ),
    },
    {
        "minute": ("분", "分", "minute"),
        "hour": ("시간|시속", "小时|时速", "hour|mph|kph"),
        "day": ("하루|매일|일일|일평균|1일|24시간", "天|日", r"\b(?:a|per|each|every|one|the) day|\bdaily|\bdays\b"),
        "week": ("매주|주간|주당|일주일|한 주|주(?= ?[0-9])|7일", "周|星期(?![一二三四五六日])", "week|seven days"),
        "month": (
            r"매월|매달|월평균|한 달|(?<![0-9])월 ?(?=[0-9])|1개월|월간|월별|월급|월세|달마다",
            "每个?月|月[均租薪度]|[当单按包]月|一个月|(?<![0-9一二三四五六七八九十])月(?=[0-9])",
            r"\b(?:a|per|each|every|one|the) month|monthly|months",
        ),
        "year": (
            r"매년|연간|연평균|해마다|연 ?(?=[0-9])|(?<![0-9])1년|한 해|연례|연도",
            "每年|年[均度产]|[全逐]年|(?<![0-9])1年|一年",
            r"annu|yearly|\b(?:a|per|each|every|one|the|full) year",
        ),
    },
)  # fmt: skip
_UNITS: Final = {
    "m2": ("㎡|제곱미터|m²|m2", "平方米|平米", "square met(?:er|re)|sq(?:uare)? m|㎡|m²"),
    "pyeong": (r"평|3\.3㎡|3\.3제곱미터", r"坪|3\.3平方米", r"pyeong|3\.3 square met(?:er|re)s?|3\.3 ?㎡"),
    "m3": ("㎥|세제곱미터|m³", "立方米", "cubic met(?:er|re)"),
    "kg": ("kg|㎏|킬로그램", "公斤|千克", "kilogram|kilo|kg"),
    "g": ("g|그램", "克", "gram"),
    "t": ("톤|t", "吨", "tons?|tonnes?|metric tons?"),
    "l": ("리터|L|ℓ", "升", "lit(?:er|re)"),
    "km": ("km|㎞|킬로미터", "公里|千米", "kilomet(?:er|re)|km"),
    "barrel": ("배럴", "桶", "barrel"),
    "gallon": ("갤런", "加仑", "gallon"),
    "person": ("(?:1?인|한 사람|한 명|1명|명)", "人|名", "capita|person|head|resident"),
    "home": ("가구|세대|호", "户|家庭", "household|home|family"),
}
_PER: Final = Topic(
    "unit-differs",
    "measure",
    (
        "당 마다 1kg에 1㎏에 1톤에 리터에",
        "每 均",
        "pyeong meter metre meters metres sq kilogram kilo kg gram g ton tons tonne tonnes liter litre kilometer kilometre km barrel gallon capita person head resident household home family ㎡ m",
    ),
    {
        unit: (
            rf"(?:{korean})(?: ?당(?![가-힣])| ?마다)|1 ?(?:{korean})에(?= )",
            rf"每1?(?:{chinese})" + ("|人均" if unit == "person" else "|户均" if unit == "home" else ""),
            rf"\b(?:per|each|every) (?:{english})\b"
            + (rf"|\ba (?:{english})\b" if unit in ("pyeong", "barrel", "gallon", "kg", "l") else ""),
        )
        for unit, (korean, chinese, english) in _UNITS.items()
    },
    _UNITS,
)
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
_SIGN: Final = Topic(
    "unit-differs",
    "measure",
    (
        "도 ℃",
        "度 ℃",
        "degree degrees c ° ℃",
    ),
    {
        "below": (
            r"(?<![가-힣])영하|(?<![0-9])-[0-9.]+ ?(?:도|℃)",
            "零下|(?<![0-9])-[0-9.]+ ?(?:度|摄氏|℃)",
            r"\bminus (?=[0-9a-z.]{1,8} ?(?:degrees?\b|°|℃|C\b))|\bbelow (?:zero|freezing)\b|(?<![0-9])-[0-9.]+ ?(?:°|℃|degrees)",
        ),
        "above": (
            r"(?<![가-힣])영상(?= ?[0-9])|(?<!영하 )(?<!영하)(?<![0-9.-])[0-9]+(?:\.[0-9]+)? ?(?:도(?![가-힣]{2})|℃)",
            r"零上|(?<!零下)(?<![0-9.-])[0-9]+(?:\.[0-9]+)? ?(?:摄氏度|度(?!假|电)|℃)",
            r"(?<!minus )(?<![0-9.-])\b[0-9]+(?:\.[0-9]+)? ?(?:degrees?|°C?|℃)(?! (?:Celsius |Fahrenheit )?below)",
        ),
    },
    {"below": (r"(?<![가-힣])영하|-[0-9]|냉동", "零下|冰点|-[0-9]", "minus|below|sub-?zero|-[0-9]"), "above": (r"영상 ?[0-9]", "零上", "above zero|above freezing")},
)  # fmt: skip
_SCALE: Final = Topic(
    "unit-differs",
    "measure",
    (
        "씨 ℃ ℉ °",
        "氏 ℃ ℉ °",
        "celsius fahrenheit c f ℃ ℉",
    ),
    {
        "celsius": ("섭씨|℃|°C", "摄氏|℃|°C", r"\bCelsius\b|℃|°C"),
        "fahrenheit": ("화씨|℉|°F", "华氏|℉|°F", r"\bFahrenheit\b|℉|°F"),
    },
)
_BASE: Final = Topic(
    "figure-differs",
    "year",
    (
        "전 같은 동기 동월 직",
        "比 同期 上月 上季 上一 上个 前一 上年 去年同",
        "year month quarter months on period last",
    ),
    {
        "year": (
            r"전년 ?(?:대비|동기|동월|같은|보다)|전년보다|지난해 같은|작년 같은|1년 전|지난해 동기|작년 동기|동기 ?대비",
            "同比|同期|上年|去年同",
            r"\byear[- ]on[- ]year\b|\bon[- ]year\b|\ba year (?:earlier|ago|before)\b|\bthe previous year\b|\bsame (?:period|month|quarter)\b|\bfrom last year\b",
        ),
        "period": (
            r"전월|전분기|전기 ?대비|전기보다|직전 ?(?:분기|달)|전달(?!되|된|됐|했|하|할|에게)|한 달 전",
            "环比|上个?月|上一?个?季|前一个?月",
            r"\bmonth[- ]on[- ]month\b|\bon[- ]month\b|\bquarter[- ]on[- ]quarter\b|\b(?:previous|prior|preceding) (?:month|quarter|three months)\b|\ba (?:month|quarter) (?:earlier|ago|before)\b",
        ),
    },
    {
        "year": ("전년|작년|지난해|년 전|동기|동월|같은", "同|年", "year"),
        "period": ("전월|전분기|전기|직전|전달|달 전|지난달|분기보다", "环|上月|上个月|上季|前一", "month|quarter"),
    },
)  # fmt: skip
_SPOKEN: Final = Topic(
    "figure-differs",
    "date",
    (
        "주 달 년 해",
        "周 星期 月 年",
        "week month year",
    ),
    {
        "last week": (r"지난 ?주(?!말)", "上周|上个?星期", r"\blast week\b"),
        "this week": (r"이번 ?주(?!말)|금주", "本周|这周|这个?星期", r"\bthis week\b"),
        "next week": (r"다음 ?주(?!말)|내주(?= |에)", "下周|下个?星期", r"\bnext week\b"),
        "month": (r"(?:지난|이번|다음) ?달|이달|내달", "[上下]个?月|本月", r"\b(?:last|this|next) month\b"),
        "year": (r"지난해|작년|올해|내년", "[今去明]年", r"\b(?:last|this|next) year\b"),
    },
    {
        "last week": ("지난 ?주|요일|지난 [0-9]", "上周|星期|礼拜|周[一二三四五六日末]", r"last week|past week|day\b|days ago|earlier|week-?end"),
        "this week": ("이번 ?주|금주|요일", "本周|这周|星期|礼拜|周[一二三四五六日末]", r"this week|day\b|the week|week-?end"),
        "next week": ("다음 ?주|내주|요일|오는 [0-9]", "下周|星期|礼拜|周[一二三四五六日末]", r"next week|coming week|following week|day\b|week-?end"),
        "month": ("달|월|[0-9]일", "月|[0-9]日", r"month|Jan|Feb|Mar|Apr|\bMay|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[0-9](?:st|nd|rd|th)"),
        "year": ("년|해|연말|연초|연내|올", "年", r"year|20[0-9]{2}|annual"),
    },
)  # fmt: skip
_HALF_A_MONTH: Final = Topic(
    "figure-differs",
    "duration",
    (
        "보름 달 개월",
        "月",
        "weeks week fortnight month months",
    ),
    {
        "half": ("보름", "半个?月", r"\btwo weeks\b|\bfortnight\b|\bhalf a month\b"),
        "whole": (r"(?<![가-힣])한 달|(?<![0-9])1개월", "(?<![十百千0-9])[一1]个多?月", r"\b(?:a|one|two|three|several) months?\b"),
    },
    {"half": ("보름|15일|2주|두 주|반", "半|两周|2周|15|十五", "week|fortnight|half|15|fifteen"), "whole": ("달|월", "月(?<!半个月)(?<!半月)", "month")},
)  # fmt: skip
_PART: Final = r"(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?"
_FIGURE: Final = r"[0-9][0-9.,]*"
_BY: Final = Topic(
    "figure-differs",
    "multiple",
    (
        "% 분의",
        "% 分之 百分点",
        "percent third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths percentage point points bp bps %",
    ),
    {
        "to": (
            r"(?:%|분의 ?[0-9일이삼사오]) ?(?:수준|선)?(?:까지|으?로) ?(?:[가-힣]{1,3} )?(?:줄|늘|오르|올[랐라리린]|내[리린려렸]|떨|낮|높|상승|하락|증가|감소|확대|축소|인상|인하|뛰)",
            rf"(?:[升降增减涨跌缩]|提高|上升|增加|扩大|下降|降低|减少|上调|下调|提升|压缩)(?:至|到|为)[^，。；0-9]{{0,6}}(?:{_FIGURE}%|[0-9一二两三四五六七八九十]+分之)",
            rf"\bto (?:about |around |nearly |almost |just |over |roughly |below |only )?(?:{_FIGURE} ?(?:%|percent)|(?:an?|one|two|three|four)[ -]{_PART})",
        ),
        "by": (
            r"(?:%(?:포인트|p|P)?|분의 ?[0-9일이삼사오])(?:만큼|가량|정도|이나|나|이|가)? ?(?:더 )?(?:줄|늘|오르|올[랐라리린]|내[리린려렸]|떨|낮|높|상승|하락|증가|감소|확대|축소|인상|인하|뛰|성장|급[증감등락]|삭감|절감|깎)",
            rf"(?:增长|增加|上升|上涨|提高|提升|扩大|下降|下跌|减少|下滑|降低|缩减|缩小|上调|下调|激增|减|降|涨|升|增)(?:了|约|近|幅|超过?|逾|达|多达|大约|将近){{0,2}}(?:{_FIGURE}(?:%|个百分点)|[0-9一二两三四五六七八九十]+分之)",
            rf"\b(?:by|fell|f[ae]ll(?:en|s|ing)?|r[io]se[ns]?|risen|rising|grew|grow[ns]?|increas\w+|declin\w+|dropp\w+|drops?|down|up|climb\w+|jump\w+|gain\w+|decreas\w+|shrank|slid|surged|plunged)(?: by)?(?: about| around| nearly| almost| just| over| roughly| more than)? (?:{_FIGURE} ?(?:%|percent|points?\b|bps?\b)|(?:an?|one|two|three|four)[ -]{_PART})",
        ),
    },
    {
        "to": (r"(?:%|분의 ?[0-9일이삼사오]) ?(?:선|정도|가량|대)?(?:까지|으?로|이다|에 (?:그|머|달|이)|였|를 차지)|수준", "至|到|为|达|仅|占|成", r"\bto\b|stood|reach|account|now"),
        "by": ("대비|보다|만큼", "比|幅", r"\bby\b|from|than|points?\b|percent (?:more|less|higher|lower|increase|decrease|rise|drop|fall|growth|cut)"),
    },
)  # fmt: skip
_DIRECTION: Final = Topic(
    "figure-differs",
    "direction",
    (
        "늘 증가 오르 오른 오를 올 불어 삭감 상승 높아 높였 높인 인상 급 뛰 줄 감소 내 하락 낮아 낮췄 낮춘 인하 떨 성장",
        "增 升 涨 减 降 跌 滑 调 提高 走 落",
        "raise grow climb shrink lower more higher less fewer rose risen rises rising swelled swollen grew grown grows increased increases increasing increase climbed climbs climbing jumped jumps jumping surged surges surging soared soars soaring soar raised up rise gain jump fell fallen falls falling declined declines declining decline decreased decreases decreasing decrease dropped dropping drops eased reduced reduces reducing reduction slumped slumps plunged plunges tumbled tumbles shrank shrunk shrinks lowered down cut drop fall",
    ),
    {
        "up": (
            r"늘[었어려린릴리렸]|불어[나났]|증가|오르[고며는]|오른|오를|올[랐라]|올린|올렸|올릴|올려(?!다)|상승|높아[졌지진져질]|높였|높인|급증|급등|뛰었|뛰어올|인상(?=했|하|될|됐|된|한|키)|성장(?=했|하|률|세)",
            "增长|增加|上升|上涨|升至|增至|涨至|上调|攀升|飙升|激增|大增|猛增|走高|提高|(?<![每公毫])[涨升增](?:了|约|近|超|逾)?(?=[0-9])",
            r"\b(?:rose|risen|rises|rising|swelled|swollen|grew|grown|grows|increas(?:ed|es|ing|e)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)?|raised|up(?= (?:by )?(?:about |nearly |over |around |almost |more than )?[0-9$₩€£])|(?:percent|points?) (?:more|higher)(?= than)|(?:an increase|a (?:rise|gain|jump)) of|(?:will|to|would|may|could) (?:raise|rise|grow|climb))\b",
        ),
        "down": (
            r"줄[었어여인일이였]|감소|내렸|내린|내릴|내려(?=갔|간|왔| )|하락|낮아[졌지진져질]|낮췄|낮춘|급감|급락|떨어[졌지진져질]|삭감|인하(?=했|하|될|됐|된|한|키)",
            "减少|下降|下跌|下滑|降至|减至|跌至|下调|骤减|锐减|大跌|走低|回落|降低|削减|[跌降减](?:了|约|近|超|逾)?(?=[0-9])",
            r"\b(?:fell|fallen|falls|falling|declin(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)|dropp(?:ed|ing)|drops|eased|reduced(?= (?:the|its|by|to|from))|reduc(?:es|ing)|slump(?:ed|s)|plung(?:ed|es)|tumbl(?:ed|es)|shr[au]nk|shrinks|lowered|down(?= (?:by )?(?:about |nearly |over |around |almost |more than )?[0-9$₩€£])|(?:percent|points?) (?:less|lower|fewer)(?= than)|a (?:cut|drop|fall|decline|decrease|reduction) of|(?:will|to|would|may|could) (?:lower|fall|drop|shrink))\b",
        ),
    },
    {
        "up": ("늘|증[가대액설편]|오르|올[랐라리린려렸]|상승|높|인상|급[증등]|뛰|성장|확[대충장]|상향|많|더|불어|치솟|추가|[0-9두세네] ?배|배로|갑절", "增|(?<![每0-9])升|涨|提|高|扩|多|加(?!仑)|反弹|翻|倍", r"\b(?:r[io]s[ei]|grow|grew|incre|climb|jump|surg|soar|gain|up|rais|high|more|expan|wid|boost|hik|add|swell|swoll|rebound|great|larg|doubl|tripl|twice)"),
        "down": ("줄|감[소축면원산액]|내[리린려렸릴]|하락|낮|인하|급[감락]|떨|단축|축소|절[감약]|삭감|하향|둔화|덜|위축|앞당|깎|밑돌|빠[졌지진]|반토막", "减|降|跌|滑|缩|低|少|下|省|收[窄缩]|落|短|削|节约|免", r"\b(?:f[ae]ll|declin|decreas|drop|reduc|cut|low|down|shr[iau]nk|slump|plung|slash|narrow|tumbl|less|few|eas|short|sav|trim|slow|los[etis]|contract|under|below|halv|slid|dip|sank|shed|off)"),
    },
)  # fmt: skip
_TRADE: Final = Topic(
    "figure-differs",
    "trade",
    (
        "수출 수입",
        "出口 进口",
        "export exports exported exporting exporter exporters import imports imported importing importer importers",
    ),
    {
        "exports": ("수출", "出口(?!处|通道|匝道)", r"\bexport\w*"),
        "imports": ("수입(?=액|량|품|차|산|국|물|업|은|을|이|의| |$)", "进口(?!处)", r"\bimport(?:s|ed|ing|ers?)\b"),
    },
    {"exports": ("수출|해외|판매|무역", "出口|外销|海外|出|贸", "export|overseas|abroad|shipment|outbound|trade|sales|sell|sold"), "imports": ("수입|들여|도입|해외|무역", "进|入|海外|收|贸", "import|bring|brought|overseas|inbound|foreign|trade|revenue|income|earn")},
)  # fmt: skip
_BALANCE: Final = Topic(
    "figure-differs",
    "balance",
    (
        "흑자 적자",
        "顺差 逆差 盈 赤字 亏",
        "surplus surpluses deficit deficits black red",
    ),
    {
        "surplus": ("흑자", "顺差|盈余|扭亏为盈|盈利", r"\bsurplus(?:es)?\b|\bin(?:to)? the black\b"),
        "deficit": ("적자", "逆差|赤字|亏损", r"\bdeficits?\b|\bin(?:to)? the red\b"),
    },
    {"surplus": ("흑자|이익|잉여|순익", "顺|盈|利|余", "surplus|profit|black|gain|earn"), "deficit": ("적자|손실|부족", "逆|赤字|亏|损", r"deficit|loss|\bred\b|lost|short|losing")},
)  # fmt: skip
_RECORD: Final = Topic(
    "figure-differs",
    "record",
    (
        "최 가장",
        "最 新高 新低",
        "high highest low lowest",
    ),
    {
        "high": (r"(?:역대|사상|연중|년 만에|이후|이래) ?(?:가장 높|최고|최대|최다)|최고치", "新高|历史最高|史上最高", r"\brecord high\b|\ball-time high\b|\bhighest\b"),
        "low": (r"(?:역대|사상|연중|년 만에|이후|이래) ?(?:가장 낮|최저|최소)|최저치", "新低|历史最低|史上最低", r"\brecord low\b|\ball-time low\b|\blowest\b"),
    },
    {"high": ("최[고대다장]|가장", "最|高|冠|首", "high|most|largest|biggest|best|peak|top|great"), "low": ("최[저소단]|가장", "最|低|少|小", "low|few|least|small|worst|bottom")},
)  # fmt: skip
_PART_OF_WEEK: Final = Topic(
    "figure-differs",
    "date",
    (
        "평일 주말",
        "工作日 平日 周末",
        "weekday weekdays weekend weekends week",
    ),
    {
        "weekdays": ("평일", "工作日|平日", r"\bweekdays?\b"),
        "weekends": ("주말", "周末", r"\bweekends?\b"),
    },
    {"weekdays": ("평일|근무일|영업일|주중|월", "工作日|平日|周[一二三四五]|平时", "weekday|working|business|Mon"), "weekends": ("주말|토|일요일|휴일", "周末|周六|周日|双休|假", "weekend|Saturday|Sunday|holiday")},
)  # fmt: skip

TOPICS: Final = (
    _WEEKDAY, _RATE, _PER, _MEDAL, _PLACE, _SIGN, _SCALE, _BASE, _SPOKEN, _HALF_A_MONTH, _BY, _DIRECTION, _TRADE,
    _BALANCE, _RECORD, _PART_OF_WEEK,
)  # fmt: skip


_WORD: Final = re.compile(r"[a-z]+|[%°℃℉㎡]")


class _Scan(msgspec.Struct, frozen=True):
    """One topic in one language."""

    topic: int
    needles: tuple[str, ...]
    words: frozenset[str]
    """The same, in English."""
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    """What each group of the pattern says."""


def _alternatives(rows: Rows, language: int, *, ignore_case: bool) -> re.Pattern[str]:
    written = "|".join(f"({row[language]})" for row in rows.values())
    return re.compile(written, re.IGNORECASE if ignore_case else 0)


def _scans(language: int) -> tuple[_Scan, ...]:
    return tuple(
        _Scan(
            index,
            () if _WRITTEN[language] == "en" else tuple(topic.needles[language].replace("_", " ").split()),
            frozenset(topic.needles[language].split() if _WRITTEN[language] == "en" else ()),
            _alternatives(topic.claims, language, ignore_case=language == 2 and topic is not _WEEKDAY),
            tuple(topic.claims),
        )
        for index, topic in enumerate(TOPICS)
    )


_SCANS: Final = {language: _scans(index) for index, language in enumerate(_WRITTEN)}
_HINTS: Final = {
    (language, number, name): re.compile(
        f"{topic.claims[name][index]}|{topic.hints[name][index] if name in topic.hints else topic.claims[name][index]}",
        re.IGNORECASE if language == "en" else 0,
    )
    for index, language in enumerate(_WRITTEN)
    for number, topic in enumerate(TOPICS)
    for name in topic.claims
}


class Choice(msgspec.Struct, frozen=True):
    """What a text names of a topic, and where."""

    topic: int
    name: str
    start: int
    end: int


class Choices(msgspec.Struct, frozen=True):
    """What a text names, in the order of the text, and the text itself to look for hints."""

    said: tuple[Choice, ...]
    text: str
    language: TextLanguage


class Difference(msgspec.Struct, frozen=True):
    """Two of one topic that exclude each other."""

    topic: Topic
    first: Choice
    second: Choice


def choices(text: str, language: TextLanguage) -> Choices:
    """What `text` (prepared) names of each topic."""
    # Traditional characters have been made Simplified ones before
    known: TextLanguage = "zh-hans" if language == "zh-hant" else language
    words = set(_WORD.findall(text.lower())) if known == "en" else set()
    said: list[Choice] = []
    for scan in _SCANS[known]:
        if scan.words.isdisjoint(words) and not _holds(text, scan.needles):
            continue
        for found in scan.pattern.finditer(text):
            assert found.lastindex is not None
            said.append(Choice(scan.topic, scan.names[found.lastindex - 1], found.start(), found.end()))
    said.sort(key=lambda choice: choice.start)
    return Choices(tuple(said), text, known)


def _holds(text: str, needles: tuple[str, ...]) -> bool:
    for needle in needles:  # noqa: SIM110 - `any` takes three times as long here
        if needle in text:
            return True
    return False


def differences(first: Choices, second: Choices, first_part: Part, second_part: Part) -> Iterator[Difference]:
    """What a part of one text and a part of another name otherwise: one difference for each topic."""
    ones, others = within(first.said, first_part), within(second.said, second_part)
    if not ones or not others:
        return
    for topic in sorted({choice.topic for choice in ones} & {choice.topic for choice in others}):
        one = _unanswered(ones, others, topic, second, second_part)
        other = _unanswered(others, ones, topic, first, first_part) if one is not None else None
        if one is not None and other is not None:
            yield Difference(TOPICS[topic], one, other)


def _unanswered(
    own: Sequence[Choice], others: Sequence[Choice], topic: int, there: Choices, part: Part
) -> Choice | None:
    """The first of `own` that the other text neither names nor has a word for."""
    named = {choice.name for choice in others if choice.topic == topic}
    for choice in own:
        if choice.topic != topic or choice.name in named:
            continue
        named.add(choice.name)
        if _HINTS[there.language, topic, choice.name].search(there.text, *part) is None:
            return choice
    return None

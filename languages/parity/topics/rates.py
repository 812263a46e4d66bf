"""What a figure is counted by: for a day or a year, for a ton or a household, Celsius, below zero."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

# for a day, within a year: how long something takes, and not how often
_OF_A_LENGTH: Final = (
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
_NOT_APART: Final = r"(?!-| (?:earlier|ago|before|later|after|on\b|off|or|of|from|and a half))"


def _every(unit: str) -> str:
    article = "an" if unit == "hour" else "a"
    # looked for behind the words, since they are rarer than what may stand before them
    no_length = "".join(rf"(?<!\b{word} {article} {unit})" for word in _OF_A_LENGTH)
    return rf"\b(?:per|each|every) {unit}\b{_NOT_APART}|\b{article} {unit}\b{no_length}{_NOT_APART}"


_RATE: Final = Topic(
    "unit-differs",
    "duration",
    (
        "당 마다 매 분기 하루 일평균 일일 1일 주 월 연 달 해 1년에 시간에 1분에",
        "每 均 逐年 单日 日产 日处理 日供 收入 薪 租金 年产 年发电 年销 年处理 年接待 一天 供应 供给 输送 吞吐 月处理 按月 按季 单月 单季 季度 全年最",
        "minute hour hourly day daily week weekly month monthly quarter quarterly year yearly annual annually annum",
    ),
    {
        "minute": (r"분당|(?<![0-9])1분에", "每分钟?(?!之|钱)", _every("minute")),
        "hour": (r"시간당|(?:한|(?<![0-9])1) ?시간에(?= )|시간마다", "每个?小时|每小时", _every("hour") + r"|\bhourly\b"),
        "day": (
            r"하루(?=에 | 평균|에만| 최대| [0-9])|일평균|1일(?= ?평균|당)|일일(?= )|매일",
            "每[天日]|日均|单日|一天(?=[0-9])|日(?=产[0-9能量]|处理|供[水电气][0-9量能])",
            _every("day") + r"|\bdaily\b",
        ),
        "week": (
            r"(?<![가-힣0-9])주(?= ?[0-9]| [한두세네다])|매주|주당(?! ?[0-9][0-9,.천백만 ]*(?:원|달러|센트|위안|엔|유로))|(?:일주일|한 주)에(?= )|주마다",
            "每周|每个?星期|周均|一周(?=[0-9一两二三四五六七八九]+[次班])",
            _every("week") + r"|\bweekly\b|\b[0-9]+-hour (?:work(?:ing)? ?)?week\b",
        ),
        "month": (
            r"(?<![가-힣0-9])월(?= ?(?:평균|최대|약|[0-9]|소득|수입|급여|임대료))|매월|매달|월평균|(?:한 달|(?<![0-9])1개월)에(?= )|다달이|달마다|월간(?= )",
            "每个?月|月均|按月|月(?=收入|薪|租金|供应|供给|输送|吞吐|产|处理)",
            _every("month") + r"|\bmonthly\b",
        ),
        "quarter": (
            r"분기(?= 기준| 최대| 사상|별|마다)|매 ?분기",
            "每季|单季|按季|季度(?=最|历史|评估)",
            r"\bquarterly\b|" + _every("quarter"),
        ),
        "year": (
            r"(?<![가-힣0-9])연(?= ?(?:평균|최대|약|[0-9]|소득|수입|급여|임대료))|연간|연평균|매년|해마다|(?:한 해|(?<![0-9])1년)에(?= )",
            "每年|年均|逐年|年(?=产|发电|销|处理|接待|收入|薪|租金|供应|供给|输送|吞吐)|一年(?=[0-9一两二三四五六七八九]+次)",
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
        "quarter": ("분기|3개월", "季|三个月|3个月", r"quarter|three months"),
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
    "jin": ("근|500 ?g|500 ?그램", "斤", "jin|catty|half-kilogram|500 ?g|500 grams"),
    "ha": ("㏊|ha|헥타르", "公顷", "hectare"),
    "mu": ("무", "亩", "mu"),
    "l": ("리터|L|ℓ", "升", "lit(?:er|re)"),
    "km": ("km|㎞|킬로미터", "公里|千米", "kilomet(?:er|re)|km"),
    "mile": ("마일", "英里", "mile"),
    "barrel": ("배럴", "桶", "barrel"),
    "gallon": ("갤런", "加仑", "gallon"),
    "kWh": ("㎾h|kWh|킬로와트시간?", "千瓦时|度电|kWh", "kilowatt[- ]hour|kWh"),
    "MWh": ("㎿h|MWh|메가와트시간?", "兆瓦时|MWh", "megawatt[- ]hour|MWh"),
    "person": ("(?:1?인|한 사람|한 명|1명|명)", "人|名", "capita|person|head|resident"),
    "home": ("가구|세대|호", "户|家庭", "household|home|family"),
}
_PER: Final = Topic(
    "unit-differs",
    "measure",
    (
        "당 마다 1㏊에 1ha에 1kg에 1㎏에 1톤에 리터에 명에 인에 가구에 세대에 호에 시에 h에",
        "每 均",
        "hectare mu jin catty pyeong meter metre meters metres sq kilogram kilo kg gram g ton tons tonne tonnes liter litre kilometer kilometre km mile barrel gallon kilowatt megawatt hour kwh mwh capita person head resident household home family ㎡ m",
    ),
    {
        unit: (
            rf"(?:{korean})(?: ?당(?![가-힣])| ?마다)|1 ?(?:{korean})에(?= )",
            rf"每1?(?:{chinese})" + ("|人均" if unit == "person" else "|户均" if unit == "home" else ""),
            rf"\b(?:per|each|every) (?:{english})\b"
            + (rf"|\ba (?:{english})\b" if unit in ("pyeong", "barrel", "gallon", "kg", "l", "ha") else ""),
        )
        for unit, (korean, chinese, english) in _UNITS.items()
    },
    _UNITS,
)
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

_SPEED: Final = Topic(
    "unit-differs",
    "measure",
    (
        "초속 분속 시속",
        "每秒 每分 秒速 时速 每小时 公里/小时",
        "second minute hour kph mph h s",
    ),
    {
        "second": ("초속", "每秒|秒速|米/秒", r"\b(?:per|a|each) second\b|\bm/s\b"),
        "minute": ("분속", "每分钟?(?!之|钱)", r"\b(?:per|a|each) minute\b"),
        "hour": ("시속", "时速|每小时|公里/小时", r"\b(?:per|an|each) hour\b|\b[km]ph\b|\bkm/h\b"),
    },
    {
        "second": ("초", "秒", "second|m/s"),
        "minute": ("분", "分", "minute"),
        "hour": ("시", "时", r"hour|kph|mph|km/h"),
    },
)  # fmt: skip

TOPICS: Final = (_RATE, _PER, _SIGN, _SCALE, _SPEED)

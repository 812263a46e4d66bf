"""Errors as editors make them, put into a text that was right: a wrong figure, unit, date, qualifier, step.

Written without the check's own reader, so that both cannot be blind to the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# a number on its own: no letter or sign beside it that makes it a name, a version or part of a date
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,:/\-'])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?<![A-Za-z0-9.,:/\-'])[0-9]+(?:\.[0-9]+)?"
)
_NOT_A_FIGURE = re.compile(
    r"^(?:[A-Za-z]?[A-Z][A-Za-z0-9]|(?: ?서울| Seoul|트랙|轨|[DG](?![A-Za-z]))|-[A-Za-z]{3,}|-[0-9]{3}|년|年|월|月|일|日|시|时|點|点|:|분기|(?:st|nd|rd|th)\b)"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_WORDS = {
    "ko": {"두 ": "네 ", "세 ": "다섯 ", "네 ": "세 ", "다섯 ": "일곱 "},
    "zh-hans": {
        "三个": "五个",
        "四个": "七个",
        "三倍": "五倍",
        "五次": "七次",
        "三分之一": "四分之一",
        "八成": "六成",
        "四大": "六大",
        "三大": "五大",
    },
    "en": {
        " three ": " five ",
        " four ": " seven ",
        " five ": " eight ",
        "tripled": "quadrupled",
        " nine ": " six ",
        "one third": "one quarter",
    },
}
_SCALES = {
    "ko": {"만": "억", "억": "만", "조": "억"},
    "zh-hans": {"万亿": "亿", "亿": "万", "万": "亿"},
    "en": {"trillion": "billion", "billion": "million", "million": "billion"},
}
_UNITS = {
    "ko": {
        " 원": " 달러", "달러": "원", "유로": "달러", "㎞": "m", "km": "m", "㎡": "㎢", "㎢": "㎡", "개월": "년", "%p": "%", "%포인트": "%",
        "%": "%p", "시간": "분", "㎜": "㎝", "년간": "개월간", "톤": "㎏", "헥타르": "㎡", "명": "가구", "개국": "개사", "MW": "GW", "3,500m": "3,500㎞",
    },
    "zh-hans": {
        "韩元": "美元", "美元": "韩元", "欧元": "美元", "平方公里": "平方米", "平方米": "平方公里", "个月": "年", "个百分点": "%", "%": "个百分点",
        "小时": "分钟", "毫米": "厘米", "公里": "米", "吨": "公斤", "公顷": "平方米", "人次": "户", "个国家": "家企业", "兆瓦": "吉瓦", "米": "公里",
    },
    "en": {
        "KRW": "USD", " won": " dollars", "$": "KRW ", "EUR": "USD", "euros": "dollars", "square kilometers": "square meters",
        "square-meter": "square-kilometer", "square meters": "square kilometers", "months": "years", "percentage points": "percent", "%": " percentage points",
        " percent": " percentage points", "hours": "minutes", " mm": " cm", "kilometers": "meters", "tons": "kilograms", "hectares": "square meters",
        "megawatts": "gigawatts", "meters": "kilometers",
    },
}  # fmt: skip
_DATES = {
    "ko": {"상반기": "하반기", "하반기": "상반기", "1분기": "4분기", "2분기": "3분기", "3분기": "1분기", "오후 3시": "오후 4시", "오전 9시": "오전 8시", "월 말": "월 초", "년 말": "년 초"},
    "zh-hans": {"上半年": "下半年", "下半年": "上半年", "第一季度": "第四季度", "二季度": "三季度", "第三季度": "第一季度", "下午3时": "下午4时", "上午9时": "上午8时", "月底": "月初", "年底": "年初"},
    "en": {"first half of": "second half of", "second half of": "first half of", "first quarter": "fourth quarter", "third-quarter": "first-quarter", "3 p.m.": "4 p.m.", "9 a.m.": "8 a.m.", "late 20": "early 20", "end of": "beginning of"},
}  # fmt: skip
_QUALIFIERS = {
    "ko": {
        "최대 ": "", "최고 ": "최소 ", "최소 ": "최대 ", "약 ": "", "대략 ": "최대 ", " 이상": "", " 이하": " 이상", " 이내": "", " 미만": " 이상", "여 명": " 명", "에 육박한다": "이다", "적어도 ": "최대 ",
        "넘는": "밑도는", "웃도는": "밑도는", "웃돌아": "밑돌아", "밑도는": "웃도는", "못 미": "조금 넘게 미", "안팎": "이상", "내외": "이상", " 가량": "", "가량": "", " 정도": "", " 한도": "", "가까운": "넘는", "상한": "하한", "무려 ": "최대 ",
    },
    "zh-hans": {
        "至多": "", "最多": "至少", "最高": "最低", "至少": "至多", "约": "", "大约": "最多", "超过": "", "以上": "", "以下": "以上", "以内": "", "不足": "超过", "不到": "超过", "近": "", "将近": "超过", "逾": "", "突破": "达到", "接近": "为",
        "不超过": "不少于", "不低于": "不高于", "不少于": "不超过", "左右": "以上", "上下": "以上", "多亿": "亿", "余人": "人", "为限": "起步", "起码": "最多", "低于": "高于", "高于": "低于",
    },
    "en": {
        "up to ": "", "at least ": "up to ", "about ": "", "around ": "", "some ": "up to ", "more than ": "", "no more than ": "at least ", "no less than ": "no more than ", "nearly ": "", "almost ": "over ", "close to ": "more than ", "fewer than ": "more than ",
        "less than ": "more than ", "within ": "after ", "over ": "under ", "upwards of ": "fewer than ", "just under ": "well over ", "a maximum of ": "a minimum of ", "capped at ": "starting at no less than ", " or more": "", " at most": " at least", "at most ": "at least ", "no taller than ": "at least ",
    },
}  # fmt: skip
_ADDED = {"ko": "최대 ", "zh-hans": "至少", "en": "no more than "}
# a quantity with nothing before it that may be a qualifier, an ordinal or a part of a longer number
_BARE = {
    "ko": re.compile(r"(?<=[가-힣] )(?<!제 )[0-9][0-9,.]*(?:조|억|만)? ?(?:원|달러|명|㎞|㎡|㎢|대|곳|개|가구|%)(?=[을를이가은는의 ,.])(?! ?(?:이상|이하|미만|이내|안팎|내외|가량|정도|넘|가까|수준|초과|남짓|에 육박|에 가까))"),
    "zh-hans": re.compile(r"(?<=[资共达为有增至供设建置入额])[0-9][0-9.]*(?:万亿|亿|万)?(?:韩元|美元|人|公里|平方米|平方公里|架|辆|处|个|户|套|%)(?=[，。、的])(?!以|左右|上下)"),
    "en": re.compile(r"(?<=[a-z] )(?:KRW |USD )?[0-9][0-9,.]*(?: (?:million|billion|trillion))?(?= (?:won|people|homes|aircraft|kilometers|square|hectares|companies|percent|seats|buses|trains)\b)(?! [a-z ]{0,20}(?:or (?:more|less)|at most))"),
}  # fmt: skip
_QUALIFIED_BEFORE = re.compile(
    r"(?:최대|최소|약|적어도|최고|거의|무려|까지|대략|상한|至|约|近|超过|不|逾|最[多高少]|以|about|around|over|than|least|most|nearly|almost|up to|to|some|under|roughly|from|between|in|another|the|top|and|every|each|out of|[0-9]) ?(?:of )?$"
)
_STEPS = {
    "ko": {
        "합의했": "체결했", "합의하": "체결하", "체결했": "합의했", "착공": "준공", "준공": "착공", "검토하": "추진하", "검토 중": "추진 중", "완료했": "검토했", "계획이다": "완료했다", "협의했": "합의했", "착수했": "완료했",
        "할 예정이다": "했다", "할 계획이다": "하기로 합의했다", "할 방침이다": "했다", "논의했다": "합의했다", "서명했다": "논의했다", "시작했다": "완료했다", "마쳤다": "시작했다", "추진하기로": "검토하기로", "추진한다": "완료했다", "하기로 했다": "하는 협약을 체결했다", "마칠 예정": "마쳤",
    },
    "zh-hans": {
        "达成一致": "签署协议", "商定": "签署了协议，", "签署": "商定", "开工": "竣工", "竣工": "开工", "研究制度": "完成制度", "完成": "考虑", "磋商": "签署", "启动": "完成", "计划": "已完成",
        "正在研究": "已经完成", "讨论了": "商定了", "同意": "签署协议", "开始": "完成", "建成": "开建", "推进": "完成", "拟将": "已将", "协商": "签约", "考虑": "启动",
    },
    "en": {
        "agreed to": "signed a deal to", "signed": "agreed on", "begin": "be completed", "be completed": "begin", "reviewing": "completing", "has completed": "is considering", "plans to": "has completed work to", "discussed": "signed", "broke ground": "was completed", "launched": "completed",
        "intends to": "has begun to", "is considering": "has decided on", "are considering": "have agreed on", "looking into": "finished", "will be completed": "is being considered", "expects to finish": "has finished", "has begun": "has completed", "agreed on": "discussed", "aims to": "agreed to", "held talks": "signed an agreement", "is pursuing": "has completed",
    },
}  # fmt: skip


def mutations(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Kind of error and the wrong text, for every error that can be made in `text`."""
    if language == "zh-hant":
        language = "zh-hans"  # what both write with the same characters
    yield from _numbers(text)
    for kind, words in (
        ("number", _WORDS),
        ("scale", _SCALES),
        ("unit", _UNITS),
        ("date", _DATES),
        ("qualifier", _QUALIFIERS),
        ("step", _STEPS),
    ):
        yield from ((kind, wrong) for wrong in _replaced(text, words[language], kind, language))
    yield from (("date", wrong) for wrong in _dates(text, language))
    yield from (("added qualifier", wrong) for wrong in _qualified(text, language))


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for found in _NUMBER.finditer(text):
        if _NOT_A_FIGURE.match(text[found.end() : found.end() + 8]) or text[: found.start()].endswith(
            ("Pro ", "Track ", "코로나", *(f"{month} " for month in _MONTHS))
        ):
            continue
        number = found[0]
        if len(number) == 4 and number.startswith(("19", "20")):
            continue  # a year: see dates
        last = str((int(number[-1]) + 3) % 10)
        for wrong in (number[:-1] + (last if last != "0" or len(number) > 1 else "4"), _ten_times(number)):
            yield "number", text[: found.start()] + wrong + text[found.end() :]


def _ten_times(number: str) -> str:
    plain = number.replace(",", "")
    value = f"{float(plain) * 10:.4f}".rstrip("0").rstrip(".")
    return f"{int(value):,}" if "," in number and "." not in value else value


def _replaced(text: str, words: dict[str, str], kind: str, language: str) -> Iterator[str]:
    beside_digit = kind in ("scale", "unit")
    done: set[int] = set()
    for right in sorted(words, key=len, reverse=True):
        edge = (
            r"\b"
            if right[0].isascii() and right[0].isalpha()
            else "(?<![가-힣])"
            if right in _WORDS["ko"]
            else ""
        )
        for found in re.finditer(edge + re.escape(right), text):
            before = text[: found.start()]
            if found.start() in done or (
                beside_digit
                and (
                    (
                        not re.search(r"[0-9][만억조万亿천 ]{0,3}$|(?:illion|[0-9])[ -]?$", before)
                        and right not in ("KRW", "EUR", "$")
                    )
                    or re.search(r"제[0-9]+$|第[0-9]+$|[0-9]시간 $", before)
                )
            ):
                continue
            if kind == "qualifier" and not _of_a_number(before, text[found.end() :], language):
                continue
            done.update(range(found.start(), found.end()))
            yield before + words[right] + text[found.end() :]
            break


def _qualified(text: str, language: str) -> Iterator[str]:
    """A quantity that was exact, made a bound."""
    for found in _BARE[language].finditer(text):
        before = text[: found.start()]
        if not _QUALIFIED_BEFORE.search(before):
            yield before + _ADDED[language] + text[found.start() :]


def _of_a_number(before: str, behind: str, language: str) -> bool:
    """Whether a qualifier stands with a number."""
    if re.match(r"[^,，。.]{0,7}(?:[0-9]|[一二三四五六七八九十百半절]|(?:one|two|three|half)\b)", behind):
        return not re.match(r"the\b|a\b", behind)
    return language != "en" and re.search(r"[0-9절반半][^,，。.]{0,7}$", before) is not None


def _dates(text: str, language: str) -> Iterator[str]:
    for found in re.finditer(r"(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9,.%]*[0-9%])", text):
        behind = text[found.end() : found.end() + 3]
        if language == "en" or behind.startswith(("년", "年")):
            yield text[: found.start()] + str(int(found[0]) + 1) + text[found.end() :]
    if language == "en":
        for index, month in enumerate(_MONTHS):
            if re.search(rf"\b{month}\b(?! be)", text):
                yield text.replace(month, _MONTHS[(index + 2) % 12], 1)
        for found in re.finditer(r"(?:" + "|".join(_MONTHS) + r") ([0-9]{1,2})\b", text):
            day = int(found[1]) % 28 + 1
            yield text[: found.start(1)] + str(day) + text[found.end(1) :]
        return
    for sign, most in (("월", 12), ("月", 12), ("일", 28), ("日", 28)):
        for found in re.finditer(rf"(?<![0-9.,])([0-9]{{1,2}}){sign}(?![간均])", text):
            wrong = int(found[1]) % most + 1
            yield text[: found.start(1)] + str(wrong) + text[found.end(1) :]

"""A unit is read in each language, and another one of its kind is told: 35 kg are no 35 pounds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest

from languages.parity import TextLanguage, differences, facts

type Unit = tuple[str, str, str]
"""As Korean, Chinese and English write it behind a number."""

UNITS: dict[str, list[list[Unit]]] = {
    "length": [
        [("m", "米", "m"), ("미터", "米", "metres")],
        [("km", "公里", "km"), ("킬로미터", "千米", "kilometers")],
        [("cm", "厘米", "cm")],
        [("mm", "毫米", "mm")],
        [("마이크로미터", "微米", "micrometres"), ("㎛", "微米", "µm"), ("μm", "µm", "microns")],
        [("나노미터", "纳米", "nanometres")],
        [("마일", "英里", "miles")],
        [("피트", "英尺", "feet")],
        [("인치", "英寸", "inches")],
        [("해리", "海里", "nautical miles")],
    ],
    "mass": [
        [("kg", "公斤", "kg"), ("킬로그램", "千克", "kilograms")],
        [("g", "克", "g"), ("그램", "克", "grams")],
        [("mg", "毫克", "mg")],
        [("㎍", "微克", "µg"), ("마이크로그램", "微克", "micrograms")],
        [("톤", "吨", "tonnes"), ("t", "吨", "t")],
        [("파운드", "磅", "pounds"), ("lb", "磅", "lb")],
        [("온스", "盎司", "ounces")],
    ],
    "area": [
        [("㎡", "平方米", "square metres"), ("제곱미터", "平方米", "sq m")],
        [("㎢", "平方公里", "square kilometres")],
        [("헥타르", "公顷", "hectares"), ("ha", "公顷", "ha")],
        [("평", "坪", "pyeong")],
        [("에이커", "英亩", "acres")],
        [("제곱피트", "平方英尺", "square feet")],
        [("제곱마일", "平方英里", "square miles")],
    ],
    "volume": [
        [("L", "升", "litres"), ("리터", "升", "liters")],
        [("mL", "毫升", "ml")],
        [("㎥", "立方米", "cubic metres")],
        [("갤런", "加仑", "gallons")],
        [("배럴", "桶", "barrels")],
        [("세제곱피트", "立方英尺", "cubic feet")],
    ],
    "power": [
        [("W", "瓦", "W")],
        [("kW", "千瓦", "kW")],
        [("MW", "兆瓦", "MW"), ("메가와트", "兆瓦", "megawatts")],
        [("GW", "吉瓦", "GW")],
        [("kWh", "千瓦时", "kWh")],
        [("MWh", "兆瓦时", "MWh")],
        [("GWh", "吉瓦时", "GWh")],
        [("Wh", "瓦时", "Wh"), ("와트시", "瓦时", "watt-hours")],
        [("TWh", "太瓦时", "TWh"), ("테라와트시", "太瓦时", "terawatt-hours")],
        [("TW", "太瓦", "TW"), ("테라와트", "太瓦", "terawatts")],
        [("Gcal", "吉卡", "Gcal")],
        [("마력", "马力", "horsepower")],
    ],
    "pressure": [[("hPa", "百帕", "hPa")], [("kPa", "千帕", "kPa")], [("MPa", "兆帕", "MPa")]],
    "voltage": [
        [("V", "伏", "V"), ("볼트", "伏特", "volts")],
        [("kV", "千伏", "kV"), ("킬로볼트", "千伏", "kilovolts")],
    ],
    "frequency": [
        [("Hz", "赫兹", "Hz")],
        [("kHz", "千赫", "kHz"), ("킬로헤르츠", "千赫兹", "kilohertz")],
        [("MHz", "兆赫", "MHz"), ("메가헤르츠", "兆赫兹", "megahertz")],
        [("GHz", "吉赫", "GHz"), ("기가헤르츠", "吉赫兹", "gigahertz")],
    ],
    "data": [
        [("MB", "MB", "MB"), ("메가바이트", "兆字节", "megabytes")],
        [("GB", "GB", "GB"), ("기가바이트", "吉字节", "gigabytes")],
        [("TB", "TB", "TB"), ("테라바이트", "太字节", "terabytes")],
        [("PB", "PB", "PB")],
        [("Mbps", "Mbps", "Mbps")],
        [("Gbps", "Gbps", "Gbps")],
    ],
    "time": [
        [("초", "秒", "seconds")],
        [("분", "分钟", "minutes")],
        [("시간", "小时", "hours")],
        [("일", "天", "days")],
        [("주", "周", "weeks")],
        [("개월", "个月", "months")],
        [("년", "年", "years")],
    ],
    "money": [
        [("원", "韩元", "won")],
        [("달러", "美元", "dollars")],
        [("유로", "欧元", "euros")],
        [("위안", "元人民币", "yuan")],
        [("엔", "日元", "yen")],
        [("파운드", "英镑", "pounds sterling")],
        [("루피", "卢比", "rupees")],
        [("루피아", "印尼盾", "rupiah")],
        [("디르함", "迪拉姆", "dirhams")],
        [("리얄", "里亚尔", "riyals")],
        [("바트", "泰铢", "baht")],
        [("링깃", "林吉特", "ringgit")],
        [("페소", "比索", "pesos")],
        [("루블", "卢布", "roubles")],
        [("텡게", "坚戈", "tenge")],
        [("호주달러", "澳元", "Australian dollars")],
        [("싱가포르달러", "新加坡元", "Singapore dollars")],
        [("홍콩달러", "港元", "Hong Kong dollars")],
    ],
    "shares": [
        [("%", "%", "%")],
        [("%p", "个百分点", " percentage points"), ("%포인트", "百分点", " percentage points")],
        [("bp", "个基点", " basis points")],
        [("배", "倍", " times")],
    ],
    "what is counted": [
        [("명", "人", "people")],
        [("가구", "户", "households")],
        [("개국", "个国家", "countries")],
        [("개 도시", "座城市", "cities")],
        [("개사", "家企业", "companies")],
        [("척", "艘", "ships")],
        [("차로", "车道", "lanes")],
    ],
}
LANGUAGES: tuple[TextLanguage, ...] = ("ko", "zh-hans", "en")


def _texts(unit: Unit) -> dict[TextLanguage, str]:
    korean, chinese, english = unit
    space = "" if english[0] in " %" else " "
    return {
        "ko": f"새 사업의 규모는 35{korean}이다.",
        "zh-hans": f"新项目规模为35{chinese}。",
        "en": f"The new project comes to 35{space}{english}.",
    }


@pytest.mark.parametrize("kind", UNITS)
def test_a_unit_however_written_is_the_same_in_each_language(kind: str) -> None:
    alarms = [unit for same in UNITS[kind] for unit in same if differences(_texts(unit))]

    assert alarms == []


@pytest.mark.parametrize("kind", UNITS)
def test_another_unit_of_its_kind_is_told_in_each_language(kind: str) -> None:
    missed = [(unit, wrong) for unit, wrong in _wrong_units(kind) if not differences(wrong)]

    assert missed == []


def _wrong_units(kind: str) -> Iterator[tuple[Unit, dict[TextLanguage, str]]]:
    for right, others in permutations(UNITS[kind], 2):
        for unit in right:
            for other in others:
                texts, wrong = _texts(unit), _texts(other)
                yield from ((unit, {**texts, language: wrong[language]}) for language in LANGUAGES)


SIGNS = [
    "USD", "KRW", "RMB", "VND", "SGD", "NZD", "TWD", "SAR", "CAD", "CZK", "RUB", "TRY", "RM", "Rp",
    "US$", "NT$", "AU$", "C$", "NZ$", "R$", "$", "₩", "€", "₹", "₽",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("space", ["", " "])
def test_an_amount_has_the_currency_that_is_written_before_it_in_any_language(sign: str, space: str) -> None:
    before = f"{sign}{space}"
    texts: dict[TextLanguage, str] = {
        "ko": f"사업비는 {before}5억이다.",
        "zh-hans": f"项目费用为{before}5亿。",
        "en": f"The project costs {before}500 million.",
    }

    read = {
        language: [(fact.kind, fact.unit) for fact in facts(text, language)]
        for language, text in texts.items()
    }

    assert read["ko"] == read["zh-hans"] == read["en"]
    assert [kind for kind, _unit in read["en"]] == ["money"]
    assert differences(texts) == ()


def test_the_letters_of_a_currency_at_the_end_of_a_word_are_none() -> None:
    found = facts("INDUSTRY 4 and TERM 2", "en")

    assert [(fact.kind, fact.value) for fact in found] == [("count", 4), ("count", 2)]

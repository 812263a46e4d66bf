"""What stands behind a number, and what that makes of it: 명 is persons, 平方公里 a million square meters.

Units of one dimension have one base unit, so that 1㎢ and 100 hectares are the same area: m, m2, m3, kg,
month (for years and months), second (for weeks down to seconds). What is counted has a unit only where
all three languages name it alike; otherwise it is open, and any noun may answer it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import msgspec

from languages.parity.kinds import Kind

OPEN: Final = "?"
"""Something is counted, but what it is cannot be compared between languages."""
FIRST_FEW: Final = "first"
"""Of a rank: the first so many, 前五位, whatever they are."""
FEWEST_OF_A_POPULATION: Final = 1000
"""A number from here on that only 인구, 人口 or a population stands before counts persons: less is a rate."""
BY: Final = "by"
"""Unit of a multiple by which something grows, or to which: 3배 늘다 is either."""


class Measure(msgspec.Struct, frozen=True):
    """What a word behind a number means."""

    kind: Kind
    unit: str = ""
    factor: Decimal = Decimal(1)


def _measures(kind: Kind, unit: str, words: str, factor: str = "1") -> dict[str, Measure]:
    measure = Measure(kind, unit, Decimal(factor))
    return {word.replace("_", " "): measure for word in words.split()}


_LATIN: dict[str, Measure] = {
    **_measures("area", "m2", "㎡ m² m2 sqm"),
    **_measures("area", "m2", "㎢ km² km2", "1000000"),
    **_measures("area", "m2", "㏊ ha", "10000"),
    **_measures("measure", "m3", "㎥ m³ m3"),
    **_measures("measure", "m", "m"),
    **_measures("measure", "m", "㎞ km km/h ㎞/h kph", "1000"),
    **_measures("measure", "m", "㎝ cm", "0.01"),
    **_measures("measure", "m", "㎜ mm", "0.001"),
    **_measures("measure", "m", "㎛ ㎚µm um", "0.000001"),
    **_measures("measure", "m", "㎚ nm", "0.000000001"),
    **_measures("measure", "mile", "mph mi"),
    **_measures("measure", "kg", "㎏ kg"),
    **_measures("measure", "kg", "g", "0.001"),
    **_measures("measure", "kg", "㎎ mg", "0.000001"),
    **_measures("measure", "kg", "㎍", "0.000000001"),
    **_measures("measure", "kg", "t", "1000"),
    **_measures("measure", "l", "L ℓ l"),
    **_measures("measure", "l", "㎖ mL ml", "0.001"),
    **_measures("measure", "W", "W"),
    **_measures("measure", "W", "㎾ kW", "1000"),
    **_measures("measure", "W", "㎿ MW", "1000000"),
    **_measures("measure", "W", "GW", "1000000000"),
    **_measures("measure", "W", "TW", "1000000000000"),
    **_measures("measure", "Wh", "Wh"),
    **_measures("measure", "Wh", "㎾h kWh", "1000"),
    **_measures("measure", "Wh", "MWh", "1000000"),
    **_measures("measure", "Wh", "GWh", "1000000000"),
    **_measures("measure", "Wh", "TWh", "1000000000000"),
    **_measures("measure", "V", "V"),
    **_measures("measure", "V", "kV ㎸", "1000"),
    **_measures("measure", "Hz", "Hz ㎐"),
    **_measures("measure", "Hz", "MHz ㎒", "1000000"),
    **_measures("measure", "Hz", "GHz ㎓", "1000000000"),
    **_measures("measure", "byte", "KB ㎅", "1000"),
    **_measures("measure", "byte", "MB ㎆", "1000000"),
    **_measures("measure", "byte", "GB ㎇", "1000000000"),
    **_measures("measure", "byte", "TB", "1000000000000"),
    **_measures("measure", "byte", "PB", "1000000000000000"),
    **_measures("measure", "flops", "TFLOPS", "1000000000000"),
    **_measures("measure", "flops", "PFLOPS", "1000000000000000"),
    **_measures("measure", "bps", "Mbps", "1000000"),
    **_measures("measure", "bps", "Gbps", "1000000000"),
    **_measures("measure", "degree", "℃ °C ° ℉"),
    **_measures("measure", "dB", "dB ㏈"),
    **_measures("measure", "TEU", "TEU teu"),
    **_measures("measure", "ppm", "ppm"),
    **_measures("percentage", "", "% ％"),
    **_measures("percentage-point", "", "%p %P %pp pp ppt"),
    **_measures("percentage-point", "", "bp bps", "0.01"),
    **_measures("money", "KRW", "KRW ₩"),
    **_measures("money", "USD", "USD $"),
    **_measures("money", "EUR", "EUR €"),
    **_measures("money", "CNY", "CNY RMB"),
    **_measures("money", "JPY", "JPY"),
    **_measures("money", "GBP", "GBP £"),
    **_measures("multiple", "", "x X"),
    **_measures("duration", "second", "h hr hrs", "3600"),
    **_measures("duration", "second", "min mins", "60"),
    **_measures("duration", "second", "sec secs"),
}

KOREAN: Final[Mapping[str, Measure]] = {
    **_LATIN,
    **_measures("money", "KRW", "원 won 원화 원어치"),
    **_measures("money", "USD", "달러 불 미국달러 미_달러 미달러"),
    **_measures("money", "CNY", "위안 위안화 중국위안"),
    **_measures("money", "JPY", "엔 엔화"),
    **_measures("money", "EUR", "유로 유로화"),
    **_measures("money", "GBP", "파운드"),
    **_measures("money", "VND", "동_(VND) 베트남동"),
    **_measures("money", "SGD", "싱가포르달러 싱가포르_달러"),
    **_measures("money", "AUD", "호주달러 호주_달러"),
    **_measures("money", "HKD", "홍콩달러 홍콩_달러"),
    **_measures("money", "TWD", "대만달러 대만_달러"),
    **_measures("money", "CAD", "캐나다달러 캐나다_달러"),
    **_measures("money", "INR", "루피"),
    **_measures("money", "IDR", "루피아"),
    **_measures("money", "RUB", "루블"),
    **_measures("money", "CHF", "프랑 스위스프랑"),
    **_measures("money", "SAR", "리얄"),
    **_measures("money", "THB", "밧 바트"),
    **_measures("money", "MYR", "링깃"),
    **_measures("money", "cent", "센트"),
    **_measures("percentage", "", "퍼센트 프로"),
    **_measures("percentage", "", "할", "10"),
    **_measures("percentage-point", "", "%포인트 퍼센트포인트 %_포인트 퍼센트_포인트"),
    **_measures("percentage-point", "", "bp 베이시스포인트", "0.01"),
    **_measures("multiple", "", "배 배수 곱절"),
    **_measures("area", "m2", "제곱미터 평방미터"),
    **_measures("area", "m2", "제곱킬로미터 평방킬로미터", "1000000"),
    **_measures("area", "m2", "아르 a", "100"),
    **_measures("area", "m2", "헥타르 ha", "10000"),
    **_measures("area", "pyeong", "평"),
    **_measures("measure", "m", "미터"),
    **_measures("measure", "m", "킬로미터 킬로", "1000"),
    **_measures("measure", "m", "센티미터 센티 센치", "0.01"),
    **_measures("measure", "m", "밀리미터 밀리", "0.001"),
    **_measures("measure", "m", "마이크로미터 마이크론", "0.000001"),
    **_measures("measure", "m", "나노미터 나노", "0.000000001"),
    **_measures("measure", "mile", "마일"),
    **_measures("measure", "foot", "피트"),
    **_measures("measure", "inch", "인치"),
    **_measures("measure", "m3", "세제곱미터 입방미터 루베"),
    **_measures("measure", "kg", "킬로그램"),
    **_measures("measure", "kg", "그램", "0.001"),
    **_measures("measure", "kg", "톤", "1000"),
    **_measures("measure", "l", "리터"),
    **_measures("measure", "W", "와트"),
    **_measures("measure", "W", "킬로와트", "1000"),
    **_measures("measure", "W", "메가와트", "1000000"),
    **_measures("measure", "W", "기가와트", "1000000000"),
    **_measures("measure", "Wh", "킬로와트시", "1000"),
    **_measures("measure", "Wh", "메가와트시", "1000000"),
    **_measures("measure", "Wh", "기가와트시", "1000000000"),
    **_measures("measure", "byte", "기가바이트 기가", "1000000000"),
    **_measures("measure", "byte", "테라바이트", "1000000000000"),
    **_measures("measure", "flops", "테라플롭스", "1000000000000"),
    **_measures("measure", "flops", "페타플롭스", "1000000000000000"),
    **_measures("measure", "barrel", "배럴"),
    **_measures("measure", "degree", "도"),
    **_measures("measure", "dB", "데시벨"),
    **_measures("measure", "knot", "노트"),
    **_measures("measure", "point", "포인트"),
    **_measures("duration", "month", "년 년간 개년 년여 해 세 살", "12"),
    **_measures("duration", "month", "개월 개월간 달 달간"),
    **_measures("duration", "second", "주 주간 주일", "604800"),
    **_measures("duration", "second", "일 일간 거래일 영업일 근무일", "86400"),
    **_measures("duration", "second", "시간 시간대", "3600"),
    **_measures("duration", "second", "분 분간", "60"),
    **_measures("duration", "second", "초 초간"),
    **_measures("ordinal", "", "차 호선 호기 번째 째 차례째 세기 번_출구"),
    **_measures("rank", "", "위 등"),
    **_measures("count", "person", "명 인 사람 여명"),
    **_measures("count", "home", "가구 세대 호 채"),
    **_measures("count", "country", "개국 국 나라 개_나라 개_회원국 개_당사국"),
    **_measures("count", "company", "개사 개_사 개_기업 개_업체 개_회사"),
    **_measures("count", "machine", "량"),
    **_measures("count", "ship", "척"),
    **_measures("count", "times", "회 차례 번 여차례"),
    **_measures("count", "lane", "차로 차선"),
    **_measures("count", "floor", "층"),
    **_measures("count", "night", "박"),
    **_measures(
        "count",
        OPEN,
        "개 곳 건 대 장 점 편 권 종 종류 가지 팀 쌍 동 석 좌석 병상 개소 필지 그루 마리 벌 통 매 면 기 문 문항 쪽 페이지 인승"
        " 자 자리 자녀 부 구 부처 대학 학교 시군 시·군 시·도 시도 군 구역 지구 지역 노선 공항 역 도시 분야 과제 사업 축 기관"
        " 주년 년차 일째 주차 단계 강 단 성급 급 차원 선 등급 호_차 명_가량 갑 켤레 포 상자 골 승 패 무 득점 점차 타 안타 홈런 라운드 세트 경기 게임 회째",
    ),
}
_CHINESE_COUNTERS = (
    "个 個 项 項 件 起 份 条 條 座 处 處 所 间 間 台 辆 輛 架 块 塊 枚 张 張 种 種 类 類 大 支 批 期 届 屆 轮 輪 号线 號線"
    " 级 級 层级 层 層 维 維 对 對 队 隊 局 场 場 颗 顆 根 片 页 頁 部 本 册 卷 幅 只 隻 匹 株 棵 束 箱 包 瓶 杯"
    " 周年 週年 阶段 階段 列 节 節 班 架次 班次 车次 篇 章 家 例 单 票 笔 筆 段 市 省 县 州 镇 村 球 星级 项目 代 组 組 席 胜 负 平"
)
CHINESE: Final[Mapping[str, Measure]] = {
    **_LATIN,
    **_measures("count", OPEN, _CHINESE_COUNTERS),
    **_measures("money", "KRW", "韩元 韓元 韩圆 韓圜 韩币"),
    **_measures("money", "CNY", "元人民币 元 人民币 块钱 人民币元"),
    **_measures("money", "USD", "美元 美金"),
    **_measures("money", "JPY", "日元 日圆 日圓"),
    **_measures("money", "EUR", "欧元 歐元"),
    **_measures("money", "GBP", "英镑 英鎊"),
    **_measures("money", "HKD", "港元 港币"),
    **_measures("money", "TWD", "新台币 新臺幣 台币"),
    **_measures("money", "SGD", "新加坡元 新元"),
    **_measures("money", "AUD", "澳元"),
    **_measures("money", "CAD", "加元"),
    **_measures("money", "VND", "越南盾"),
    **_measures("money", "IDR", "印尼盾"),
    **_measures("money", "INR", "卢比"),
    **_measures("money", "RUB", "卢布"),
    **_measures("money", "CHF", "瑞士法郎"),
    **_measures("money", "SAR", "里亚尔"),
    **_measures("money", "THB", "泰铢"),
    **_measures("money", "MYR", "林吉特"),
    **_measures("money", "cent", "美分"),
    **_measures("percentage", "", "成", "10"),
    **_measures("percentage-point", "", "个百分点 個百分點 百分点 百分點 个%"),
    **_measures("percentage-point", "", "个基点 個基點 基点", "0.01"),
    **_measures("multiple", "", "倍"),
    **_measures("area", "m2", "平方米 平方公尺 平米 平方"),
    **_measures("area", "m2", "平方公里 平方千米", "1000000"),
    **_measures("area", "m2", "公顷 公頃", "10000"),
    **_measures("area", "m2", "公亩 公畝", "100"),
    **_measures("area", "pyeong", "坪"),
    **_measures("area", "mu", "亩 畝"),
    **_measures("measure", "m", "米 公尺"),
    **_measures("measure", "m", "公里 千米", "1000"),
    **_measures("measure", "m", "厘米 公分", "0.01"),
    **_measures("measure", "m", "毫米", "0.001"),
    **_measures("measure", "m", "微米", "0.000001"),
    **_measures("measure", "m", "纳米 奈米", "0.000000001"),
    **_measures("measure", "mile", "英里"),
    **_measures("measure", "foot", "英尺 呎"),
    **_measures("measure", "inch", "英寸"),
    **_measures("measure", "m3", "立方米 立方公尺"),
    **_measures("measure", "kg", "公斤 千克"),
    **_measures("measure", "kg", "斤", "0.5"),
    **_measures("measure", "kg", "克", "0.001"),
    **_measures("measure", "kg", "毫克", "0.000001"),
    **_measures("measure", "kg", "吨 公吨 噸", "1000"),
    **_measures("measure", "l", "升 公升"),
    **_measures("measure", "l", "毫升", "0.001"),
    **_measures("measure", "W", "瓦"),
    **_measures("measure", "W", "千瓦", "1000"),
    **_measures("measure", "W", "兆瓦", "1000000"),
    **_measures("measure", "W", "吉瓦", "1000000000"),
    **_measures("measure", "Wh", "千瓦时 度电", "1000"),
    **_measures("measure", "Wh", "兆瓦时", "1000000"),
    **_measures("measure", "Wh", "吉瓦时", "1000000000"),
    **_measures("measure", "byte", "兆字节", "1000000"),
    **_measures("measure", "byte", "吉字节", "1000000000"),
    **_measures("measure", "barrel", "桶原油"),
    **_measures("measure", "degree", "度 摄氏度 攝氏度"),
    **_measures("measure", "dB", "分贝"),
    **_measures("measure", "TEU", "标准箱 标箱"),
    **_measures("measure", "knot", "节风速"),
    **_measures("duration", "month", "年 年间 周岁 岁 歲 年期", "12"),
    **_measures("duration", "month", "个月 個月 月间 个多月 月龄 个月龄"),
    **_measures("duration", "second", "周 週 星期 个星期 個星期 周时间", "604800"),
    **_measures("duration", "second", "天 日 个工作日 工作日 个交易日 昼夜", "86400"),
    **_measures("duration", "second", "小时 小時 个小时 個小時 个多小时 钟头", "3600"),
    **_measures("duration", "second", "分钟 分鐘 分", "60"),
    **_measures("duration", "second", "秒 秒钟"),
    **_measures("count", "night", "晚 夜 宿"),
    **_measures("ordinal", "", "世纪 世紀 次元 号 號 号机组"),
    **_measures("count", "person", "人 名 位 人次 余人 口 名员工 万人"),
    **_measures("count", "home", "户 戶 套 套住房 户家庭 个家庭 套房 家庭"),
    **_measures("count", "country", "国 國 个国家 個國家 国家 个成员国 個成員國 个会员国 個會員國 个缔约国"),
    **_measures("count", "company", "家企业 家公司 家企業 个企业 家厂商 家初创企业 个公司"),
    **_measures("count", "ship", "艘"),
    **_measures("count", "times", "次 回 遍 趟"),
    **_measures("count", "lane", "车道 車道"),
    **_measures("count", "floor", "层楼 楼"),
}
_PERSON = (
    "people person persons residents workers employees passengers students children tourists citizens patients officials"
    " experts engineers soldiers travelers travellers commuters adults women men teachers doctors nurses researchers"
    " drivers farmers seniors foreigners migrants trainees youths athletes spectators volunteers victims"
)
ENGLISH: Final[Mapping[str, Measure]] = {
    **_LATIN,
    **_measures("money", "KRW", "won korean_won south_korean_won"),
    **_measures("money", "USD", "dollars dollar us_dollars us_dollar u.s._dollars american_dollars"),
    **_measures("money", "CNY", "yuan renminbi rmb chinese_yuan"),
    **_measures("money", "EUR", "euros euro"),
    **_measures("money", "JPY", "yen japanese_yen"),
    **_measures("money", "GBP", "pounds pound"),
    **_measures("money", "VND", "dong vietnamese_dong"),
    **_measures("money", "SGD", "singapore_dollars"),
    **_measures("money", "AUD", "australian_dollars"),
    **_measures("money", "HKD", "hong_kong_dollars"),
    **_measures("money", "TWD", "taiwan_dollars"),
    **_measures("money", "CAD", "canadian_dollars"),
    **_measures("money", "INR", "rupees"),
    **_measures("money", "RUB", "rubles"),
    **_measures("money", "CHF", "francs swiss_francs"),
    **_measures("money", "SAR", "riyals"),
    **_measures("money", "THB", "baht"),
    **_measures("money", "MYR", "ringgit"),
    **_measures("money", "IDR", "rupiah"),
    **_measures("money", "cent", "cents cent"),
    **_measures("percentage", "", "percent per_cent pct"),
    **_measures(
        "percentage-point",
        "",
        "percentage_points percentage_point percent_points %_points %_point percentage-point ppts",
    ),
    **_measures("percentage-point", "", "basis_points basis_point", "0.01"),
    **_measures("multiple", "", "times fold"),
    **_measures("area", "m2", "square_meters square_metres square_meter square_metre sq_m"),
    **_measures(
        "area", "m2", "square_kilometers square_kilometres square_kilometer square_kilometre sq_km", "1000000"
    ),
    **_measures("area", "m2", "hectares hectare", "10000"),
    **_measures("area", "pyeong", "pyeong"),
    **_measures("area", "mu", "mu"),
    **_measures("area", "acre", "acres acre"),
    **_measures("area", "sqft", "square_feet square_foot sq_ft"),
    **_measures("measure", "m", "meters metres meter metre"),
    **_measures("measure", "m", "kilometers kilometres kilometer kilometre kms", "1000"),
    **_measures("measure", "m", "centimeters centimetres centimeter centimetre", "0.01"),
    **_measures("measure", "m", "millimeters millimetres millimeter millimetre", "0.001"),
    **_measures("measure", "m", "micrometers micrometres microns", "0.000001"),
    **_measures("measure", "m", "nanometers nanometres nanometer nanometre", "0.000000001"),
    **_measures("measure", "mile", "miles mile"),
    **_measures("measure", "foot", "feet foot ft"),
    **_measures("measure", "inch", "inches inch"),
    **_measures("measure", "m3", "cubic_meters cubic_metres cubic_meter cubic_metre"),
    **_measures("measure", "kg", "kilograms kilogram kilos kilo"),
    **_measures("measure", "kg", "grams gram", "0.001"),
    **_measures("measure", "kg", "tons tonnes ton tonne metric_tons metric_tonnes", "1000"),
    **_measures("measure", "l", "liters litres liter litre"),
    **_measures("measure", "W", "watts"),
    **_measures("measure", "W", "kilowatts kilowatt", "1000"),
    **_measures("measure", "W", "megawatts megawatt", "1000000"),
    **_measures("measure", "W", "gigawatts gigawatt", "1000000000"),
    **_measures("measure", "Wh", "kilowatt-hours kilowatt_hours", "1000"),
    **_measures("measure", "Wh", "megawatt-hours megawatt_hours", "1000000"),
    **_measures("measure", "Wh", "gigawatt-hours gigawatt_hours", "1000000000"),
    **_measures("measure", "Wh", "terawatt-hours terawatt_hours", "1000000000000"),
    **_measures("measure", "byte", "megabytes", "1000000"),
    **_measures("measure", "byte", "gigabytes", "1000000000"),
    **_measures("measure", "byte", "terabytes", "1000000000000"),
    **_measures("measure", "flops", "teraflops teraflop", "1000000000000"),
    **_measures("measure", "flops", "petaflops petaflop", "1000000000000000"),
    **_measures("measure", "barrel", "barrels"),
    **_measures("measure", "degree", "degrees degree degrees_celsius"),
    **_measures("measure", "dB", "decibels"),
    **_measures("measure", "knot", "knots"),
    **_measures("measure", "point", "points point"),
    **_measures("measure", "TEU", "teus"),
    **_measures("duration", "month", "years year yr yrs years_old year-old", "12"),
    **_measures("duration", "month", "months month"),
    **_measures("duration", "month", "decades", "120"),
    **_measures("duration", "month", "centuries", "1200"),
    **_measures("duration", "second", "weeks week", "604800"),
    **_measures("duration", "second", "days day business_days working_days trading_days", "86400"),
    **_measures("duration", "second", "hours hour", "3600"),
    **_measures("duration", "second", "minutes minute", "60"),
    **_measures("duration", "second", "seconds"),
    **_measures("count", "person", _PERSON),
    **_measures(
        "count",
        "home",
        "homes households household housing_units apartments houses dwellings housing_unit flats condos",
    ),
    **_measures("count", "country", "countries nations member_states member_countries member_nations"),
    **_measures("count", "company", "companies firms businesses enterprises"),
    **_measures("count", "ship", "ships vessels"),
    **_measures("count", "lane", "lanes lane"),
    **_measures("count", "floor", "floors stories storeys story storey"),
    **_measures("count", "night", "nights night"),
}


def longest(units: Mapping[str, Measure], words: str) -> tuple[Measure | None, int]:
    """The longest entry that `words` begins with, and its length; None and 0 if there is none."""
    for length in range(min(len(words), _LONGEST_KEY), 0, -1):
        measure = units.get(words[:length])
        if measure is not None:
            return measure, length
    return None, 0


_LONGEST_KEY: Final = max(len(word) for word in (*KOREAN, *CHINESE))

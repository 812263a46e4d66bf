"""Forms of figures that each language has of its own: what says the same raises no alarm, and a slip in it does."""

from __future__ import annotations

import pytest

from languages.parity import examine


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(
            ("제출: 3. 9.(월) ~ 3. 13.(금)", "提交时间：3月9日至13日", "Submit between March 9 and 13"),
            ("zh-hans", "至13日", "至15日"),
            id="a report's days without their year",
        ),
        pytest.param(
            ("불꽃놀이는 4·11·18일에 열린다.", "焰火表演于4日、11日和18日举行。", "Fireworks are on the 4th, 11th and 18th."),
            ("en", "18th", "28th"),
            id="days in a list",
        ),
        pytest.param(
            ("건물은 지하 2층, 지상 3층이다.", "楼高地下两层、地上三层。", "It has two floors below ground and three above."),
            ("zh-hans", "地上三层", "地上四层"),
            id="floors above ground",
        ),
        pytest.param(
            ("계약액은 2억 4천만 디르함이다.", "合同金额为2.4亿迪拉姆。", "The contract is worth Dh240 million."),
            ("en", "Dh240", "Dh24"),
            id="another currency by its sign",
        ),
        pytest.param(
            ("파운드당 4달러 30센트까지 올랐다.", "涨至每磅4.3美元。", "It rose to US$4.30 a pound."),
            ("ko", "30센트", "80센트"),
            id="dollars and cents",
        ),
        pytest.param(
            ("12세 미만은 10% 할인된다.", "未满12岁享九折优惠。", "Children under 12 get 10% off."),
            ("en", "10%", "20%"),
            id="a Chinese discount",
        ),
        pytest.param(
            ("60대가 17.6%이다.", "60至69岁占17.6%。", "Those in their sixties make up 17.6%."),
            ("zh-hans", "60至69岁", "50至59岁"),
            id="a decade of life",
        ),
        pytest.param(
            ("3년 10개월 만이다.", "时隔三年零十个月。", "It is the first in three years and ten months."),
            ("zh-hans", "零十个月", "零八个月"),
            id="years and months with a zero between them",
        ),
        pytest.param(
            ("각각 0.2%포인트, 0.1%포인트 높다.", "分别高出0.2个和0.1个百分点。", "They are 0.2 and 0.1 percentage points higher."),
            ("zh-hans", "0.2个", "0.3个"),
            id="points that share their unit",
        ),
        pytest.param(
            ("휘발유 값이 4주 연속 올랐다.", "汽油价格连续四周上涨。", "Gasoline rose for a fourth week in a row."),
            ("en", "fourth", "third"),
            id="weeks in a row",
        ),
        pytest.param(
            ("소득 하위 20%인 가구", "收入最低的两成家庭", "Households in the bottom fifth by income"),
            ("en", "bottom fifth", "bottom third"),
            id="a part of a ranking",
        ),
        pytest.param(
            (
                "술은 2ℓ·400달러 이하까지 면세된다.",
                "酒类总量2升以内、价值400美元以内免税。",
                "Alcohol of up to 2 litres and US$400 is duty-free.",
            ),
            ("en", "up to 2", "at least 2"),
            id="a bound said once for a list",
        ),
        pytest.param(
            ("개막식은 14일 오전에 열린다.", "开幕式于14日上午举行。", "The opening is on the morning of the 14th."),
            ("en", "morning", "afternoon"),
            id="a part of a day",
        ),
        pytest.param(
            ("4월 8일 정오부터 통제한다.", "自4月8日正午起管制。", "It is closed from noon on April 8."),
            ("en", "noon", "midnight"),
            id="noon and midnight",
        ),
    ],
)  # fmt: skip
def test_each_language_has_its_own_form(right: tuple[str, str, str], wrong: tuple[str, str, str]) -> None:
    texts = dict(zip(("ko", "zh-hans", "en"), right, strict=True))
    language, words, slip = wrong

    assert examine(texts) == ()
    assert words in texts[language]
    assert examine({**texts, language: texts[language].replace(words, slip)}) != ()


def test_a_bound_of_another_clause_is_not_shared() -> None:
    korean = (
        "입장료는 최대 1만 원이고, 주차장은 도보로 이동할 수 있는 곳에 있으며 주차 요금은 최대 3만 원이다."
    )
    chinese = "门票最高1万韩元；停车场位于步行可达之处，停车费最高3万韩元。"
    english = "Admission is up to 10,000 won. The car park is within walking distance, and parking costs 30,000 won."

    (finding,) = examine({"ko": korean, "zh-hans": chinese, "en": english})

    assert (finding.code, finding.language) == ("qualifier-differs", "en")

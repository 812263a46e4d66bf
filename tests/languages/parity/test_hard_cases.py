"""Cases in which the same is said so differently that a plain comparison of digits cries wolf, or sleeps."""

from __future__ import annotations

import pytest

from languages.parity import compare, examine, facts
from languages.parity.findings import TextLanguage

SAME = [
    ("세계 AI 3대 강국으로 도약한다.", "跻身世界AI三大强国。", "Korea aims to be one of the world's top three AI powers."),
    ("정부 부담은 사업비의 30%를 넘지 않는다.", "政府承担部分不超过总投资的30%。", "The government's share does not exceed 30% of costs."),
    ("유행 기준(9.1명)을 넘겼다.", "已超过9.1人的流行标准。", "It passed the epidemic threshold, exceeding the threshold of 9.1."),
    ("운임은 지난해 고점의 3분의 1에 못 미친다.", "运价不足去年高点的三分之一。", "The rate is less than a third of last year's peak."),
    ("제목은 60자까지 입력할 수 있습니다.", "标题最多可输入60个字符。", "A title can have up to 60 characters."),
    ("학생 수는 500만 명 선이 무너졌다.", "学生人数跌破500万。", "The number of students fell below 5 million."),
    ("발전소 3기와 협력사 60여 곳이 들어선다.", "将建3座发电站，并有60多家企业入驻。", "It will hold three power stations and more than 60 firms."),
    ("회의는 14:00~16:30에 열린다.", "会议时间为14时至16时30分。", "The meeting runs from 2:00 to 4:30 p.m."),
    ("시는 방문객 수를 제한하는 방안도 배제하지 않는다.", "市政府不排除限制游客人数的可能。", "The city has not ruled out limiting the number of visitors."),
    ("1.5트랙 대화가 열렸다.", "举行了1.5轨对话。", "A Track 1.5 dialogue was held."),
    ("아세안 9개국이 참가했다.", "东盟九个国家参加。", "Nine ASEAN countries took part."),
    ("양국은 협력을 넓힌다.", "两国扩大合作。", "The two countries will widen their cooperation."),
    ("수십 개 도시가 신청했다.", "数十个城市提出申请。", "Dozens of cities applied."),
    ("매출은 1,735억 원이다.", "销售额为1735亿韩元。", "Sales came to KRW 173.5 billion."),
    ("매출은 1,735억이다.", "销售额为1735亿。", "Sales came to 173.5 billion."),
    ("사업비는 10억~20억 원이다.", "经费为10亿至20亿韩元。", "The cost is KRW 1 billion to 2 billion."),
    ("1분기 실적을 발표했다.", "公布了第一季度业绩。", "Results for Q1 were announced."),
    ("상반기에 문을 연다.", "将于上半年开业。", "It will open in the first half of the year."),
    ("1960년대에 지어졌다.", "建于20世纪60年代。", "It was built in the 1960s."),
    ("1960년대에 지어졌다.", "建于1960年代。", "It was built in the 1960s."),
    ("예산은 세 배로 늘었다.", "预算增至三倍。", "The budget tripled."),
    ("예산은 세 배로 늘었다.", "预算增长两倍。", "The budget tripled."),
    ("이용객은 2배로 늘었다.", "客流量翻了一番。", "Ridership doubled."),
    ("0.3%포인트 올랐다.", "上升0.3个百分点。", "It rose 0.3 percentage points."),
    ("GPU 26만 장을 들여온다.", "引进26万块GPU。", "260,000 GPUs will be brought in."),
    ("조건 없이 백엔드를 이유로 들었다.", "无条件地以后端为由。", "Without conditions, the back end was given as the reason."),
    ("제3조에 따른다.", "依照第三条。", "Article 3 applies."),
    ("조 장관이 참석했다.", "曹部长出席。", "Minister Cho attended."),
    ("영업이익은 12조 1,661억 원이다.", "营业利润为12.1661万亿韩元。", "Operating profit was KRW 12.1661 trillion."),
    ("4명 중 1명이 찬성했다.", "四分之一的人赞成。", "A quarter were in favor."),
    ("8할이 찬성했다.", "八成赞成。", "80% were in favor."),
    ("밤 11시에 끝난다.", "23:00结束。", "It ends at 23:00."),
    ("5~6월에 열린다.", "5月至6月举行。", "It runs from May to June."),
    ("절반을 더 늘린다.", "增加50%。", "It will grow by half."),
    ("'25.10.20.(월) 회의, 10.31~11.1 행사", "2025年10月20日会议，10月31日至11月1日活动", "Meeting on October 20, 2025; event October 31 to November 1"),
    ("10월 말까지 50억불을 수출한다.", "10月底前出口50亿美元。", "Exports of $5 billion by the end of October."),
    ("천여 명이 모였다.", "千余人参加。", "More than 1,000 people came."),
    ("1천5백억 원을 투입한다.", "投入1500亿韩元。", "KRW 150 billion will be spent."),
    ("응답자의 절반 이상이 답했다.", "半数以上受访者作答。", "More than half of the respondents answered."),
    ("１，７３５명이 참가했다.", "１７３５人参加。", "1,735 people took part."),
    ("1박 2일 일정이다.", "行程为两天一夜。", "The trip takes two days and one night."),
    ("4년 6개월 걸린다.", "需要四年半。", "It takes four and a half years."),
    ("약 2,000명이 참석했다.", "约2000人出席。", "Around 2000 people attended."),
    ("인구 2,000명의 마을이다.", "这是一个2000人的村庄。", "It is a village of 2000 people."),
    ("2,000개 회사가 채택했다.", "2000家公司采用。", "It was adopted by 2000 companies."),
    ("2024년에 5개 회사가 참여했다.", "2024年有5家公司参加。", "In 2024 companies joined, five of them."),
    ("오전에 두 차례, 오후에 세 차례 회의를 했다.", "上午开了两次会，下午开了三次会。", "There were two meetings in the morning and three in the afternoon."),
    ("오전 9시 30분부터 오후 5시까지 운영한다.", "9时30分至17时开放。", "It is open from half past nine in the morning to five in the afternoon."),
    ("5월 상순에 운영한다.", "5月上旬投入运行。", "It will operate in the first ten days of this May."),
    ("도시가 두 개 이상이다.", "城市有两个以上。", "There is more than one city."),
    ("비행시간은 9시간 반으로 줄어든다.", "飞行时间缩短至9个半小时。", "Flying time falls to nine and a half hours."),
    ("0.2%포인트 낮은 2.7%다.", "下降0.2个百分点，为2.7%。", "It fell 0.2 points to 2.7 percent."),
    ("1㎡당 250만 원이다.", "每平方米250万韩元。", "It costs 2.5 million won per square meter."),
    ("달러당 1,465원이다.", "1美元兑1465韩元。", "The won stands at 1,465 to the dollar."),
    ("만 19세 이상 34세 이하가 대상이다.", "对象为19岁至34岁。", "It is for people aged 19 to 34."),
    ("7명 중 5명 이상이 찬성했다.", "7名评委中有5名以上赞成。", "At least five of the 7 judges agreed."),
    ("60여 개국이 참가했다.", "60多个国家参加。", "More than 60 countries took part."),
    ("KOTRA와 KIND가 참가했다.", "大韩贸易投资振兴公社（KOTRA）和KIND参加。", "KOTRA and the overseas urban development agency (KIND) took part with KEXIM."),
    ("하루 두 번 운항한다.", "每天运行两班。", "It runs twice a day."),
    ("올해보다 두 배로 늘린다.", "增至今年的两倍。", "It will double from this year's level."),
    ("행사는 내년으로 연기됐다.", "活动推迟到明年举行。", "The event was put off until next year."),
    ("7월까지 수출이 12% 늘었다.", "前7个月，出口增长12%。", "Exports rose 12 percent in the first seven months."),
    ("열차의 최고속도는 시속 300km다.", "列车的最高时速为300公里。", "The train has a top speed of 300 kilometers per hour."),
    ("모터의 최대출력은 160kW다.", "电机最大功率160千瓦。", "The motor puts out 160 kW."),
    ("원·달러 환율이 1,500원 선을 돌파했다.", "韩元兑美元汇率首破1500韩元。", "The won broke through 1,500 won to the dollar."),
    ("세 명 중 두 명이 찬성했다.", "每三名受访者中就有两人赞成。", "Two in three were in favor."),
    ("다섯 가구 중 네 가구가 답했다.", "八成家庭作答。", "Four in five households answered."),
    ("상위 100대 기업을 조사했다.", "调查了排名前100位的企业。", "It surveyed the top 100 companies."),
    ("144경기를 치른다.", "共进行144场比赛。", "There are 144 games."),
    ("비행은 약 열흘간 이어진다.", "飞行历时约十天。", "The flight lasts about 10 days."),
    ("보름 동안 머문다.", "停留半个月。", "They stay for two weeks."),
    ("1kg에 2만 1천 원이다.", "每公斤2.1万韩元。", "It costs 21,000 won per kilogram."),
    ("평당 5천만 원을 돌파했다.", "突破每坪5000万韩元。", "It passed 50 million won per pyeong."),
    ("3.3㎡당 12만 원이다.", "每坪12万韩元。", "It is 120,000 won per pyeong."),
    ("임상 2상을 마치고 3상에 들어갔다.", "完成II期临床试验并进入Ⅲ期。", "It has moved from phase II trials to phase III."),
    ("학생은 501만 명대로 줄었다.", "学生降至501万余人。", "Students fell to the 5.01 million level."),
    ("삼겹살은 2,800원 선이다.", "五花肉约2800韩元。", "Pork belly is around 2,800 won."),
    ("전기보다 0.7% 늘었다.", "环比增长0.7%。", "It grew 0.7 percent from the previous three months."),
    ("한 시간을 넘기면 절반을 돌려준다.", "超过一小时退还一半。", "It refunds half for more than an hour."),
    ("기존의 1.5배다.", "是现有产品的1.5倍。", "It is half as much again as before."),
    ("3배 늘었다.", "增长三倍。", "It has quadrupled."),
    ("3배 늘었다.", "增至三倍。", "It has tripled."),
    ("100점 만점에 87점을 받았다.", "满分100分，获得87分。", "It scored 87 out of 100."),
    ("3월 중순에 착공한다.", "3月中旬动工。", "Work starts in mid-March."),
    ("근 2년 평균의 1.5배다.", "为近两年平均水平的1.5倍。", "It is 1.5 times the average of the past two years."),
]  # fmt: skip

TRADITIONAL = [
    ("累計銷售額達1,735億韓元。", "Cumulative sales reached KRW 173.5 billion."),
    ("面積605平方公里。", "The area is 605 square kilometers."),
    ("預算為10.1兆韓元。", "The budget is KRW 10.1 trillion."),
    ("第三季獲利成長32.5%。", "Third-quarter profit grew 32.5 percent."),
    ("約3.5萬人參加。", "About 35,000 people took part."),
]

DIFFERENT: list[tuple[str, TextLanguage, str, str]] = [
    ("GPU 260만 장을 들여온다.", "zh-hans", "引进26万块GPU。", "figure-differs"),
    ("최대 100대를 산다.", "en", "It will buy 100 aircraft.", "qualifier-differs"),
    ("100대를 산다.", "zh-hans", "将购买至多100架。", "qualifier-differs"),
    ("10조 원을 투자한다.", "en", "It will invest USD 10 trillion.", "unit-differs"),
    ("0.3%포인트 올랐다.", "en", "It rose 0.3 percent.", "unit-differs"),
    ("26만 장을 들여온다.", "zh-hans", "引进26万元。", "unit-differs"),
    ("3개월 걸린다.", "zh-hans", "需要三年。", "unit-differs"),
    ("2025년 10월 20일에 열렸다.", "en", "It was held on October 21, 2025.", "figure-differs"),
    ("2026년 상반기에 준공한다.", "zh-hans", "2026年下半年竣工。", "figure-differs"),
    ("2026년 말에 준공한다.", "en", "It will be completed in early 2026.", "qualifier-differs"),
    ("양측은 협력하기로 합의했다.", "en", "The two sides signed a deal to cooperate.", "step-differs"),
    ("도입을 검토하고 있다.", "zh-hans", "正在推进引进工作。", "step-differs"),
    ("HBM3E를 공급한다.", "en", "It supplies HBM4E.", "name-differs"),
    ("RTX Pro 6000을 쓴다.", "zh-hans", "使用RTX Pro 5000。", "name-differs"),
    ("K-UAM 로드맵", "en", "KUAM Roadmap", "name-differs"),
    ("[[aircraft]]을 산다.", "en", "It will buy aircraft.", "placeholder-missing"),
    ("예산은 10.1조 원이다.", "zh-hans", "预算为10.1万亿韩元（约合535亿元人民币）。", "conversion-one-sided"),
    ("14일 안에 처리한다.", "en", "It is processed after 14 days.", "qualifier-differs"),
    ("내년 1월 1일 시행한다.", "zh-hans", "将于明年2月1日施行。", "figure-differs"),
    ("내년 말 착공한다.", "zh-hans", "将于明年初开工。", "qualifier-differs"),
    ("내년 말 착공한다.", "en", "Work begins early next year.", "qualifier-differs"),
    ("연말께 끝난다.", "zh-hans", "将于年初结束。", "qualifier-differs"),
    ("3개 사업을 한다.", "en", "It runs projects.", "figure-missing"),
    ("사업을 한다.", "en", "It runs 30 projects.", "figure-added"),
    ("2배로 늘었다.", "zh-hans", "增长两倍。", "figure-differs"),
    ("내년 상반기까지 꾸린다.", "zh-hans", "将于今年上半年之前组建。", "figure-differs"),
    ("이르면 3분기에 시작된다.", "zh-hans", "最迟将在第三季度开始。", "qualifier-differs"),
    ("정부는 2050년까지 올해의 절반으로 줄인다.", "en", "The government will cut it to half of this year's level by 2040.", "figure-differs"),
    ("실적이 2건 이상이어야 한다.", "zh-hans", "业绩须不多于两项。", "qualifier-differs"),
    ("다른 낱말로 찾아보세요.", "en", "Try at least two words.", "figure-added"),
    ("연말까지 노선을 연다.", "en", "Routes open by mid-year.", "qualifier-differs"),
    ("일주일 만에 신청했다.", "en", "They applied within a month.", "figure-differs"),
    ("증가 폭이 반토막 났다.", "zh-hans", "增幅扩大了一倍。", "figure-differs"),
    ("투표율은 79.4%로 잠정 집계됐다.", "zh-hans", "据最终统计，投票率为79.4%。", "step-differs"),
    ("시범 운항은 미뤄졌다.", "en", "The demonstration flight was cancelled.", "step-differs"),
    ("HBM3를 공급한다.", "en", "It supplies HBM3E.", "name-differs"),
    ("LNG 운반선을 수주했다.", "en", "It won orders for LPG carriers.", "name-differs"),
    ("Archer와 협력한다.", "en", "It works with Acher.", "name-differs"),
    ("K-Pass 가입자", "en", "K-Path subscribers", "name-differs"),
    ("2만 7,000호 미만에 그쳤다.", "zh-hans", "仅2.7万余套。", "qualifier-differs"),
    ("임상 3상에 들어갔다.", "zh-hans", "进入Ⅳ期临床试验。", "figure-differs"),
    ("두 번째로 큰 항구다.", "en", "It is the third-largest port.", "figure-differs"),
    ("쌀 20kg이다.", "zh-hans", "大米20斤。", "unit-differs"),
    ("열 달 연속 늘었다.", "en", "It rose for ten straight years.", "unit-differs"),
    ("세 명 중 두 명이 찬성했다.", "en", "Two in five were in favor.", "figure-differs"),
]  # fmt: skip


@pytest.mark.parametrize(("korean", "chinese", "english"), SAME, ids=[case[0] for case in SAME])
def test_the_same_said_differently_raises_nothing(korean: str, chinese: str, english: str) -> None:
    findings = examine({"ko": korean, "zh-hans": chinese, "en": english})

    assert findings == ()


@pytest.mark.parametrize(("chinese", "english"), TRADITIONAL, ids=[case[0] for case in TRADITIONAL])
def test_traditional_chinese_is_read_like_simplified(chinese: str, english: str) -> None:
    findings = compare(chinese, english, "zh-hant", "en")

    assert findings == ()
    assert [fact for fact in facts(chinese, "zh-hant") if fact.hard]


@pytest.mark.parametrize(
    ("korean", "language", "translation", "code"), DIFFERENT, ids=[case[2] for case in DIFFERENT]
)
def test_what_differs_is_found_by_its_own_code(
    korean: str, language: TextLanguage, translation: str, code: str
) -> None:
    findings = compare(korean, translation, "ko", language)

    assert [finding.code for finding in findings] == [code]


@pytest.mark.parametrize(
    "text", ["조건", "백엔드", "이유로 조 장관은", "만약 천천히", "사회 사업", "이 사람은 네, 하고 답했다"]
)
def test_no_figures_are_read_inside_words(text: str) -> None:
    read = facts(text, "ko")

    assert [fact for fact in read if fact.hard] == []


@pytest.mark.parametrize(
    "text", ["HBM3E", "RTX Pro 6000", "42 서울", "https://molit.go.kr/2025/10", "v1.2.3", "A350-900", "GTX-A"]
)
def test_names_and_addresses_are_no_figures(text: str) -> None:
    read = facts(f"{text} 도입", "ko")

    assert read == ()


def test_a_number_stands_apart_from_its_name_only_where_the_text_says_what_is_numbered() -> None:
    korean, chinese = "마닐라 MRT 7호선을 운영한다.", "运营马尼拉MRT7号线。"

    assert compare(korean, chinese, "ko", "zh-hans") == ()
    assert compare(chinese, "It will operate MRT Line 7 in Manila.", "zh-hans", "en") == ()
    (finding,) = compare("HBM3 메모리를 쓴다.", "It uses HBM 3 memory.", "ko", "en")
    assert finding.code == "name-differs"


@pytest.mark.parametrize(
    ("korean", "chinese", "english", "wrong", "instead"),
    [
        (
            "약 3억 2천만 달러 규모의 버스 [[buses]]를 도입한다.",
            "将引进约32亿美元的120辆公交车。",
            "It will bring in 120 buses worth about $320 million.",
            "32亿美元",
            ("120辆", "120"),
        ),
        (
            "버스 [[buses]]를 약 3억 2천만 달러에 도입한다.",
            "将以约32亿美元引进公交车。",
            "It will bring in buses for about $320 million.",
            "32亿美元",
            (None, None),
        ),
        (
            "예산은 3억 달러([[won]])이다.",
            "预算为30亿美元（4000亿韩元）。",
            "The budget is USD 300 million (KRW 400 billion).",
            "30亿美元",
            ("4000亿韩元", "KRW 400 billion"),
        ),
        (
            "3개 노선에 버스 [[buses]]를 투입한다.",
            "将在四条线路投入120辆公交车。",
            "It will put 120 buses on three routes.",
            "四条",
            ("120辆", "120"),
        ),
    ],
)
def test_a_registered_figure_stands_for_no_figure_that_answers_another(
    korean: str, chinese: str, english: str, wrong: str, instead: tuple[str | None, str | None]
) -> None:
    findings = examine({"ko": korean, "zh-hans": chinese, "en": english})

    missing = {f.language: f.details.get(f.language) for f in findings if f.code == "placeholder-missing"}
    assert missing == {"zh-hans": instead[0], "en": instead[1]}
    (differs,) = (finding for finding in findings if finding.code != "placeholder-missing")
    assert (differs.code, differs.language, differs.details["zh-hans"]) == (
        "figure-differs",
        "zh-hans",
        wrong,
    )

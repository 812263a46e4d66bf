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
            ("계약액은 1만 2,345.67달러이다.", "合同金额为1.234567万美元。", "The contract is worth USD 12,345.67."),
            ("en", "12,345.67", "12,345.76"),
            id="cents behind myriads",
        ),
        pytest.param(
            ("국가의 자산은 2경 원이다.", "国家资产为2万万亿韩元。", "The country owns KRW 20 quadrillion."),
            ("en", "20 quadrillion", "2 quadrillion"),
            id="quadrillions",
        ),
        pytest.param(
            ("FY2025 매출은 5조 원이다.", "2025财年销售额为5万亿韩元。", "Revenue in FY2025 was KRW 5 trillion."),
            ("zh-hans", "2025财年", "2024财年"),
            id="a fiscal year",
        ),
        pytest.param(
            ("오차는 전체의 1,000분의 3이다.", "误差为整体的千分之三。", "The error is three thousandths of the whole."),
            ("en", "three thousandths", "three hundredths"),
            id="thousandths",
        ),
        pytest.param(
            ("엔진은 3,500RPM으로 돈다.", "发动机转速为3500转。", "The engine runs at 3,500 rpm."),
            ("zh-hans", "3500", "5300"),
            id="turns a minute",
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
        pytest.param(
            ("응답자의 42%가 찬성했다.", "42%的受访者表示赞成。", "Some 42% of those asked were in favour."),
            ("en", "42%", "24%"),
            id="an English sentence that begins with a number",
        ),
        pytest.param(
            ("28.9km 구간을 하루 14회 운항한다.", "航线全长28.9公里，每天14班。", "It sails 14 times a day over a 28.9 km route."),
            ("zh-hans", "28.9公里", "28.9海里"),
            id="a distance that is covered",
        ),
        pytest.param(
            ("소음이 65dB을 넘는 곳은 제외된다.", "噪声超过居住区65分贝标准的地点将被排除。", "Sites with noise above 65 dB are dropped."),
            ("zh-hans", "超过", "低于"),
            id="a standard that is passed",
        ),
        pytest.param(
            ("증가 폭은 2분기(25조 원)의 60% 수준이다.", "增幅约为二季度25万亿韩元的60%。", "The rise is about 60% of the second quarter's 25 trillion won."),
            ("en", "about", "over"),
            id="about so much of another figure",
        ),
        pytest.param(
            ("대출 한도는 업체당 7,000만 원이다.", "每家商户贷款上限为7000万韩元。", "Each business can borrow up to 70 million won."),
            ("en", "up to", "at least"),
            id="a ceiling by its noun",
        ),
        pytest.param(
            ("예산의 15%만 부담할 수 있다.", "只能承担预算的15%。", "It can bear no more than 15% of the budget."),
            ("en", "no more than", "at least"),
            id="only so much",
        ),
        pytest.param(
            ("시한을 이틀 넘겨 합의했다.", "比期限晚两天达成协议。", "They agreed two days after the deadline."),
            ("zh-hans", "两天", "三天"),
            id="so long after a deadline",
        ),
        pytest.param(
            ("제품을 9월 하순 출시한다.", "将于9月下旬推出产品。", "It will go on sale in the last ten days of September."),
            ("en", "last", "middle"),
            id="a third of a month",
        ),
        pytest.param(
            ("상반기 수출이 늘었다.", "前六个月出口增长。", "Exports grew in the first half of the year."),
            ("en", "first half", "second half"),
            id="six months that are a half",
        ),
        pytest.param(
            ("2시간 15분 걸린다.", "需两小时一刻钟。", "It takes two and a quarter hours."),
            ("zh-hans", "一刻钟", "三刻钟"),
            id="quarters of an hour",
        ),
        pytest.param(
            ("4반세기 만의 일이다.", "时隔四分之一世纪。", "It is the first in a quarter of a century."),
            ("zh-hans", "四分之一世纪", "四分之三世纪"),
            id="a quarter of a century",
        ),
        pytest.param(
            ("감염자가 3분의 1로 줄었다.", "感染者减少三分之二。", "Infections fell to a third of what they were."),
            ("zh-hans", "三分之二", "五分之二"),
            id="by two thirds, to a third",
        ),
        pytest.param(
            ("요금은 성인의 70%다.", "可享受成人票价七折优惠。", "Young people get 30% off the adult fare."),
            ("en", "30% off", "20% off"),
            id="what is left of a discount",
        ),
        pytest.param(
            ("투자금은 절반씩 부담한다.", "双方各出资50%。", "They will split the cost evenly."),
            ("zh-hans", "50%", "40%"),
            id="evenly",
        ),
        pytest.param(
            ("쥐 24마리로 실험했다.", "用24只小鼠做实验。", "Two dozen mice were used."),
            ("en", "Two dozen", "Three dozen"),
            id="dozens",
        ),
        pytest.param(
            ("지난해보다 50% 많다.", "是去年的1.5倍。", "It is half as much again as last year."),
            ("zh-hans", "1.5倍", "2.5倍"),
            id="half as much again",
        ),
        pytest.param(
            ("20대 이하가 17.8%이다.", "29岁及以下占17.8%。", "Those in their twenties or younger make up 17.8%."),
            ("en", "twenties", "thirties"),
            id="a decade of life and below",
        ),
        pytest.param(
            ("총사업비는 1,713조 동이다.", "总投资1713万亿越南盾。", "It will cost 1,713 trillion dong."),
            ("en", "dong", "baht"),
            id="a currency that is also a counter",
        ),
        pytest.param(
            ("2024/25 회계연도 수출", "2024/25财年出口", "Exports in fiscal 2024/25"),
            ("zh-hans", "2024/25", "2023/24"),
            id="a year across two",
        ),
        pytest.param(
            ("공모 기간: 1. 15.~3. 31.", "征集期：1月15日至3月31日", "Call open: 15 January - 31 March"),
            ("zh-hans", "3月31日", "3月21日"),
            id="spaced days of a report",
        ),
        pytest.param(
            ("수출이 두 자릿수 증가율을 기록했다.", "出口增幅达到两位数。", "Exports grew at a double-digit pace."),
            ("en", "double-digit", "single-digit"),
            id="how many digits",
        ),
        pytest.param(
            ("이동 시간을 3분의 1 줄인다.", "出行时间缩短三分之一。", "Travel times are cut by a third."),
            ("en", "by a third", "to a third"),
            id="by a third, not to a third",
        ),
        pytest.param(
            ("시장 예상의 두 배를 웃돌았다.", "是市场预期的两倍多。", "It was more than double what the market had expected."),
            ("en", "more than", "nearly"),
            id="more than double",
        ),
        pytest.param(
            ("내년 예산이다.", "这是明年预算。", "This is next year's budget."),
            ("zh-hans", "明年", "后年"),
            id="the year after next",
        ),
        pytest.param(
            ("오늘부터 접수한다.", "今日起接受申请。", "Applications open today."),
            ("zh-hans", "今日", "明日"),
            id="today",
        ),
        pytest.param(
            ("예정보다 두 달 일찍 준공됐다.", "比预定提前两个月竣工。", "It was completed two months ahead of schedule."),
            ("en", "ahead of", "behind"),
            id="ahead of schedule",
        ),
        pytest.param(
            ("사업비가 예상보다 많다.", "项目费用超出预期。", "The cost is higher than expected."),
            ("zh-hans", "超出", "低于"),
            id="above what was expected",
        ),
        pytest.param(
            ("○ 3월 22~28일 산불", "○3月22日至28日山火", "Wildfires from 22 to 28 March"),
            ("zh-hans", "28日", "26日"),
            id="a bullet beside a date",
        ),
        pytest.param(
            ("성수기: 7월 15일~8월 24일", "旺季：7月15日至8月24日", "High season: 15 July–24 August"),
            ("en", "24 August", "14 August"),
            id="days on both sides of an English dash",
        ),
        pytest.param(
            ("개찰: 5. 13. 14:00", "开标：5月13日14:00", "Bid opening: 14:00 on 13 May"),
            ("zh-hans", "13日", "18日"),
            id="a report's day with its hour",
        ),
        pytest.param(
            ("최단 2시간 9분이 걸린다.", "最快需2小时9分钟。", "The fastest journey takes 2 hours 9 minutes."),
            ("en", "9 minutes", "19 minutes"),
            id="the fastest journey",
        ),
        pytest.param(
            ("2024년 초·중·고 사교육비", "2024年中小学课外教育支出", "Private education spending in 2024"),
            ("zh-hans", "2024年", "2023年"),
            id="초 of schools",
        ),
        pytest.param(
            ("빨라야 2026년 3월이다.", "最早也要到2026年3月。", "It will be March 2026 at the earliest."),
            ("en", "earliest", "latest"),
            id="at the earliest",
        ),
        pytest.param(
            ("1시간 50분대로 줄어든다.", "可缩短至1小时50多分钟。", "It falls to 1 hour 50-odd minutes."),
            ("en", "50-odd", "40-odd"),
            id="50-odd",
        ),
        pytest.param(
            ("로드맵('26~'30) 수립, '27년 시행", "制定路线图（2026—2030年），2027年实施", "A roadmap (2026–2030) to be drawn up and applied from 2027"),
            ("en", "2026–2030", "2026–2031"),
            id="a report's years of two digits",
        ),
        pytest.param(
            ("비중 58%('23) → 45%('27 목표)", "比重：58%（2023年）→45%（2027年目标）", "Share: 58% in 2023, with a target of 45% in 2027"),
            ("zh-hans", "（2023年）", "（2022年）"),
            id="a report's year in brackets",
        ),
        pytest.param(
            ("'26.1분기 신청 → '26.4Q 착공", "2026年第一季度申请，第四季度开工", "Application in Q1 2026, ground-breaking in Q4 2026"),
            ("en", "Q4 2026", "Q3 2026"),
            id="a report's quarter",
        ),
        pytest.param(
            ("입찰 '25.8월 말 마감", "2025年8月底截止投标", "Tender closes at the end of August 2025"),
            ("zh-hans", "8月底", "8月初"),
            id="the end of a report's month",
        ),
        pytest.param(
            ("기금 2,300만불(한국 1,000, 일본 800, 싱가포르 500)", "基金2300万美元（韩国1000万美元、日本800万美元、新加坡500万美元）", "Fund of US$23 million (Korea US$10 million, Japan US$8 million, Singapore US$5 million)"),
            ("zh-hans", "日本800万", "日本300万"),
            id="parts that add up to an amount",
        ),
        pytest.param(
            ("네 분기 연속 흑자를 냈다.", "连续四个季度实现盈利。", "It was its fourth straight quarter in the black."),
            ("en", "fourth", "fifth"),
            id="quarters in a row",
        ),
        pytest.param(
            ("여섯 분기 만에 줄었다.", "时隔六个季度出现下降。", "It fell for the first time in six quarters."),
            ("zh-hans", "六个季度", "四个季度"),
            id="the first time in quarters",
        ),
        pytest.param(
            ("석 달여간 진행됐다.", "历时三个多月。", "It ran for just over three months."),
            ("zh-hans", "三个多月", "五个多月"),
            id="several months and more",
        ),
        pytest.param(
            ("철도 예산은 8조 원대이다.", "铁路预算为8万多亿韩元。", "The railway budget is over 8 trillion won."),
            ("zh-hans", "8万多亿", "8千多亿"),
            id="billions and more",
        ),
        pytest.param(
            ("총 44.6km에서 진행된다.", "在共44.6公里的航线上开展。", "It takes place over a total of 44.6 km."),
            ("en", "44.6", "46.4"),
            id="over a way",
        ),
        pytest.param(
            ("해상도 1m 이하의 영상을 제공한다.", "提供分辨率1米以内的影像。", "It provides imagery at a resolution of 1 metre or finer."),
            ("ko", "1m 이하", "2m 이하"),
            id="finer than",
        ),
        pytest.param(
            ("상반기 86건에서 하반기 114건으로 늘었다.", "由上半年的86起增至下半年的114起。", "It rose from 86 in the first half to 114 in the second."),
            ("zh-hans", "下半年", "上半年"),
            id="the second half, named by its number alone",
        ),
        pytest.param(
            ("OECD 평균(7%)보다 높은 8.9%이다.", "为8.9%，高于经合组织7%的平均水平。", "It is 8.9%, above the OECD average of 7%."),
            ("zh-hans", "高于", "低于"),
            id="above an average",
        ),
        pytest.param(
            ("전체(595억 달러)의 4분의 1이 넘는다.", "超过总额595亿美元的四分之一。", "They made up more than a quarter of the total of USD 59.5 billion."),
            ("en", "more than a quarter", "less than a quarter"),
            id="more than a share of a sum",
        ),
        pytest.param(
            ("10km를 넘으면 5km마다 250원이 더해진다.", "超过10公里后每5公里加收250韩元。", "There is a 250-won surcharge for every 5 kilometers beyond the first 10."),
            ("en", "first 10", "first 15"),
            id="beyond the first",
        ),
        pytest.param(
            ("점검은 격주로 한다.", "检查每两周进行一次。", "Inspections take place every two weeks."),
            ("en", "two weeks", "three weeks"),
            id="every other week",
        ),
        pytest.param(
            ("투자액은 1억 달러를 넘지 않을 것으로 보인다.", "投资额预计不超过1亿美元。", "Its outlay is not expected to exceed $100 million."),
            ("zh-hans", "不超过", "超过"),
            id="not expected to exceed",
        ),
        pytest.param(
            ("1단계 8억 달러, 2단계 9억 달러다.", "一期8亿美元，二期9亿美元。", "Phase 1 cost USD 800 million and Phase 2 USD 900 million."),
            ("en", "USD 900", "USD 90"),
            id="an amount behind a phase",
        ),
        pytest.param(
            ("2,700만 달러 규모의 사업으로 착공했다.", "以2700万美元的项目开工。", "It broke ground under a USD 27 million project."),
            ("en", "27 million", "72 million"),
            id="under a grant of so much",
        ),
        pytest.param(
            ("공정률이 각각 98%와 97%를 넘어섰다.", "进度已分别超过98%和97%。", "They are more than 98% and 97% complete respectively."),
            ("ko", "넘어섰다", "밑돌았다"),
            id="each of two shares is passed",
        ),
        pytest.param(
            ("오전 8시 30분에 출발한다.", "上午8时30分出发。", "It will sail at half past eight every morning."),
            ("en", "half past eight", "half past nine"),
            id="half past eight",
        ),
        pytest.param(
            ("0시 50분에 떠난다.", "零时50分起飞。", "Departure is at 50 minutes past midnight."),
            ("en", "50 minutes", "15 minutes"),
            id="past midnight",
        ),
        pytest.param(
            ("인천발 KTX 1,147억원이 있다.", "包括仁川始发KTX1147亿韩元。", "It includes the KTX from Incheon (KRW 114.7 billion)."),
            ("zh-hans", "1147", "1174"),
            id="an amount glued to a name",
        ),
        pytest.param(
            ("이란에 1-3으로 졌다.", "以1比3不敌伊朗队。", "They lost 3-1 to Iran."),
            ("en", "3-1", "3-2"),
            id="the score of who lost",
        ),
        pytest.param(
            ("한국, 중국, 일본 세 나라가 공유한다.", "韩国、中国和日本三国共享。", "South Korea, China and Japan share it."),
            ("ko", "세 나라", "네 나라"),
            id="three countries by their names",
        ),
        pytest.param(
            ("공적원조 42백만달러(전년 37)", "官方发展援助4200万美元（上年为3700万美元）", "US$42 million in ODA (US$37 million the year before)"),
            ("ko", "전년 37", "전년 73"),
            id="what it was the year before",
        ),
        pytest.param(
            ("65세 이상이 7%를 차지한다.", "65岁及以上人口占7%。", "Those aged 65 and over make up 7%."),
            ("en", "65 and over", "65 and under"),
            id="those of an age and more, and their share",
        ),
        pytest.param(
            ("가장 많았던 해의 5분의 1도 안 된다.", "还不到峰值的五分之一。", "That is not even a fifth of the peak."),
            ("zh-hans", "不到", "超过"),
            id="not even a fifth",
        ),
        pytest.param(
            ("2시간 35초로 기록을 세웠다.", "以2小时零35秒创造纪录。", "The record is two hours and 35 seconds."),
            ("zh-hans", "35秒", "53秒"),
            id="a zero between hours and seconds",
        ),
        pytest.param(
            ("반경 10km 이내다.", "限于半径10公里以内。", "It is limited to a radius of 10 km."),
            ("zh-hans", "以内", "以外"),
            id="limited to a radius",
        ),
        pytest.param(
            ("5년 평균보다 많았다.", "略高于五年平均水平。", "It is above the five-year average."),
            ("en", "five-year", "six-year"),
            id="the average over some years",
        ),
        pytest.param(
            ("두 분기 늦춰졌다.", "推迟了两个季度。", "It came two quarters later."),
            ("zh-hans", "两个", "三个"),
            id="two quarters later",
        ),
        pytest.param(
            ("1일 거래 건수는 900만 건이다.", "日交易量为900万笔。", "It handles nine million transactions a day."),
            ("en", "nine", "six"),
            id="transactions a day",
        ),
        pytest.param(
            ("최대 월 55만 원을 지원한다.", "最高每月补助55万韩元。", "Up to 550,000 won a month is paid."),
            ("zh-hans", "最高", "至少"),
            id="at most so much each month",
        ),
        pytest.param(
            ("운임의 0.5배다.", "为票价的0.5倍。", "It is half the fare."),
            ("ko", "0.5배", "0.7배"),
            id="half, as a multiple",
        ),
        pytest.param(
            ("지분을 50 대 50으로 나눈다.", "双方各持股一半。", "The two will split the equity evenly."),
            ("ko", "50 대 50", "60 대 40"),
            id="half each",
        ),
        pytest.param(
            ("2포인트 올랐다.", "上升2点。", "It rose two points."),
            ("zh-hans", "2点", "3点"),
            id="points of an index",
        ),
        pytest.param(
            ("kWh당 120원이다.", "每千瓦时120韩元。", "It costs 120 won per kilowatt-hour."),
            ("en", "kilowatt", "megawatt"),
            id="for each kilowatt-hour",
        ),
        pytest.param(
            ("4만 ㎥다.", "4万立方米。", "It holds 40,000 cubic metres."),
            ("en", "metres", "feet"),
            id="cubic feet",
        ),
        pytest.param(
            ("40% 감축한다.", "削减40%。", "It will be cut by 40 per cent."),
            ("en", "by 40", "to 40"),
            id="per cent, by and to",
        ),
        pytest.param(
            ("평균 100억 원을 쓴다.", "平均投入100亿韩元。", "An average of 10 billion won is spent."),
            ("en", "An average", "A maximum"),
            id="a maximum for an average",
        ),
        pytest.param(
            ("12배 가까이 늘린다.", "增至近12倍。", "Nearly a twelvefold increase is planned."),
            ("en", "twelvefold", "twentyfold"),
            id="twelvefold",
        ),
        pytest.param(
            ("100Wh 이하만 된다.", "限100瓦时及以下。", "Only 100 Wh or less is allowed."),
            ("zh-hans", "100瓦时", "100千瓦时"),
            id="watt-hours",
        ),
        pytest.param(
            ("2시간 40분에서 2시간 23분으로 준다.", "由2小时40分缩短至2小时23分。", "It is cut from two hours 40 minutes to two hours 23."),
            ("en", "hours 23", "hours 32"),
            id="minutes whose unit was said before",
        ),
        pytest.param(
            ("1천 5백만 원까지 지원한다.", "最多补助1500万韩元。", "Up to 15 million won is paid."),
            ("ko", "1천 5백만", "1천 6백만"),
            id="thousands and hundreds of ten thousands with a space",
        ),
        pytest.param(
            ("강남 20.4㎢에서 운행한다.", "在江南20.4平方公里范围内运营。", "They run over 20.4 square kilometres of Gangnam."),
            ("en", "20.4", "24.0"),
            id="over an area of a place",
        ),
        pytest.param(
            ("최장 2시간 이상 뜬다.", "续航可达2小时以上。", "It stays aloft for over two hours."),
            ("zh-hans", "以上", "以下"),
            id="at longest, and more",
        ),
        pytest.param(
            ("30일에서 20일로 열흘 줄었다.", "从30天减至20天，减少10天。", "It fell from 30 days to 20, ten fewer."),
            ("zh-hans", "20天", "22天"),
            id="from so many days to so many",
        ),
        pytest.param(
            ("영업이익률은 OECD 평균인 7%보다 1.5%포인트 높다.", "比经合组织7%的平均水平高1.5个百分点。", "It is 1.5 percentage points above the OECD average, 7%."),
            ("en", "1.5", "2.5"),
            id="so many points above an average",
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


@pytest.mark.parametrize(
    ("korean", "chinese", "english"),
    [
        ("지난 1일 이용객은 21만 명이었다.", "9月1日旅客为21万人次。", "It had 210,000 passengers on September 1."),
        ("장관은 1일 수도권 교통량 대책을 발표했다.", "部长于8月1日公布了首都圈交通量对策。", "The minister announced measures for traffic in the capital area on August 1."),
        ("사업을 5개의 도까지 넓힌다.", "项目将扩大到5个道。", "It will be extended to five provinces."),
        ("남은 2개 노선은 내년에 열고 3개 노선을 더 짓는다.", "2条线路明年开通，另外3条线路将新建。", "The remaining two lines open next year, and three more will be built."),
        ("예산의 70%는 정부가, 나머지 30%는 민간이 부담한다.", "预算的70%由政府承担，其余30%由民间承担。", "The private sector bears 30% of the budget and the government the remaining 70%."),
        ("코스피가 15포인트 올랐다.", "KOSPI上涨15点。", "The KOSPI rose 15 points."),
        ("1일 평균 이용객은 5만 명이다.", "日均客流为5万人次。", "An average of 50,000 passengers use it a day."),
        ("1일 하수 처리량은 3만 톤이다.", "日污水处理量为3万吨。", "It treats 30,000 tons of sewage a day."),
        ("40분 걸리고, 24시간에 1.2km를 판다.", "耗时40分钟，24小时掘进1.2公里。", "It takes 40 minutes; in 24 hours 1.2 km is dug."),
        ("계약 금액은 100억 원이다.", "合约金额为100亿韩元。", "The contract is worth 10 billion won."),
        ("비행기는 8시 30분에 내렸다.", "飞机降落8时30分。", "The plane landed at 8:30."),
    ],
)  # fmt: skip
def test_words_that_only_look_like_such_a_form_are_none(korean: str, chinese: str, english: str) -> None:
    assert examine({"ko": korean, "zh-hans": chinese, "en": english}) == ()


def test_a_time_that_is_bounded_itself_is_held_against_the_other() -> None:
    texts = {
        "ko": "최소 10년 평균 3% 성장한다.",
        "zh-hans": "至少10年平均增长3%。",
        "en": "It grows 3% on average for 10 years.",
    }

    assert {(finding.code, finding.language) for finding in examine(texts)} == {("qualifier-differs", "en")}

"""Days, weeks, months and years without a figure: Monday, last week, next year, a weekend."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

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
    by_case=True,
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
_WHICH_WEEKEND: Final = Topic(
    "figure-differs",
    "date",
    (
        "주말",
        "周末",
        "weekend",
    ),
    {
        "last": ("지난 ?주말", "上周末", r"\b(?:last|past) weekend\b"),
        "this": ("이번 ?주말", "[本这]周末|这个周末", r"\b(?:this|this coming) weekend\b"),
        "next": ("다음 ?주말", "下周末|下个周末", r"\bnext weekend\b"),
    },
    {
        "last": ("지난|[0-9]일", "上|[0-9]日", r"last|past|previous|[0-9]"),
        "this": ("이번|오는|[0-9]일", "本|这|[0-9]日", r"this|coming|[0-9]|\bthe weekend"),
        "next": ("다음|오는|내주|[0-9]일", "下|[0-9]日", r"next|coming|following|[0-9]"),
    },
)  # fmt: skip
# of a year that is named, nothing says whether it is the last one or the next
_NAMED: Final = r"(?<![0-9])(?:20[0-9]{2}|'[0-9]{2})"
_ENGLISH_MONTHS: Final = (
    r"January|February|March|April|\bMay\b|June|July|August|September|October|November|December"
)
_YEARS: Final = Topic(
    "figure-differs",
    "year",
    (
        "해 작년 금년 내년 연내 후년",
        "年",
        "year",
    ),
    {
        "last": (r"지난해|작년", r"去年", r"\blast year\b"),
        "this": (r"올해|금년|연내(?=에|까지| |$)", r"今年|(?<![0-9一两二三四五六七八九十])年内", r"\bthis year\b|\b(?:within|before|by the end of) the year\b"),
        "next": (r"(?<!내)내년", r"明年|来年", r"\bnext year\b"),
        "after next": (r"내후년|후년", r"(?<![0-9今明去几多])后年", r"\bthe year after next\b|\bin two years' time\b"),
    },
    {
        "last": (rf"지난|작년|전년|앞선|이전|직전|{_NAMED}", rf"去年|上年|同比|上一年|此前|前一年|年前|过去|{_NAMED}", rf"last|previous|earlier|year-on-year|on-year|a year ago|prior|before|past|{_NAMED}"),
        "this": (rf"올|금년|이번|연말|연초|연내|당해|현재|{_NAMED}", rf"今|本|年内|年底|年初|年末|目前|{_NAMED}", rf"this|year-end|current|the year|so far|now|{_NAMED}"),
        "next": (rf"내년|다음|이듬|향후|앞으로|{_NAMED}", rf"明年|来年|次年|翌年|下一|后一年|未来|{_NAMED}", rf"next(?! (?:meeting|session|round|conference|summit|talks|step|stage|phase))|coming|following|upcoming|{_NAMED}"),
        "after next": (rf"내후년|후년|2년 (?:뒤|후)|{_NAMED}", rf"后年|两年后|{_NAMED}", rf"after next|two years|{_NAMED}"),
    },
    may_be_both=True,
)  # fmt: skip
_TODAY: Final = Topic(
    "figure-differs",
    "date",
    ("오늘 어제 내일", "今天 今日 昨天 昨日 明天 明日", "today yesterday tomorrow"),
    {
        "yesterday": (r"어제(?=[ ,])", "昨[天日]", r"\byesterday\b"),
        "today": (r"오늘(?=[ ,부은])(?!날)", "今[天日]", r"\btoday\b"),
        "tomorrow": (r"내일(?=[ ,부은])", "明[天日]", r"\btomorrow\b"),
    },
    {
        "yesterday": (r"어제|전날|하루 전|[0-9]일", "昨|前一天|[0-9]日", r"yesterday|the day before|[0-9]|last"),
        "today": (r"오늘|이날|당일|현재|요즘|지금|[0-9]일", "今|当[天日]|同日|现|目前|如今|[0-9]日", r"today|the day|now|currently|[0-9]|present|this"),
        "tomorrow": (r"내일|다음 ?날|이튿날|[0-9]일", "明|次日|翌日|第二天|[0-9]日", r"tomorrow|next day|the day after|[0-9]|future"),
    },
)  # fmt: skip
_MONTHS: Final = Topic(
    "figure-differs",
    "month",
    (
        "달",
        "月",
        "month",
    ),
    {
        "last": (r"지난 ?달", r"上个?月", r"\blast month\b"),
        "this": (r"이번 ?달|이달(?! ?의)", r"本月|这个月", r"\bthis month\b"),
        "next": (r"다음 ?달|내달", r"下个?月", r"\bnext month\b"),
    },
    {
        "last": (r"지난|전월|전달|[0-9]월", r"上|[0-9一二三四五六七八九十]月|环比", rf"last|previous|earlier|month-on-month|{_ENGLISH_MONTHS}"),
        "this": (r"이번|이달|금월|당월|[0-9]월", r"本|这|当月|[0-9一二三四五六七八九十]月", rf"this|current|the month|{_ENGLISH_MONTHS}"),
        "next": (r"다음|내달|익월|[0-9]월", r"下|次月|[0-9一二三四五六七八九十]月", rf"next|coming|following|{_ENGLISH_MONTHS}"),
    },
)  # fmt: skip
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
            r"\byear[- ]on[- ]year\b|\bon[- ]year\b|\b(?:a|the) year (?:earlier|ago|before)\b|\bthe previous year\b|\bsame (?:period|month|quarter)\b|\bfrom last year\b",
        ),
        "period": (
            r"전월|전분기|전기 ?대비|전기보다|직전 ?(?:분기|달)|전달(?!되|된|됐|했|하|할|에게)|한 달 전",
            "环比|(?<=[较比])上个?月|上个?月(?=相比)|上一?个?季|前一个?月",
            r"\bmonth[- ]on[- ]month\b|\bon[- ]month\b|\bquarter[- ]on[- ]quarter\b|\b(?:previous|prior|preceding) (?:month|quarter|three months)\b|\b(?:a|the) (?:month|quarter) (?:earlier|ago|before)\b",
        ),
    },
    {
        "year": ("전년|작년|지난해|년 전|동기|동월|같은", "同|年", "year"),
        "period": ("전월|전분기|전기|직전|전달|달 전|지난달|분기보다", "环|上月|上个月|上季|前一", "month|quarter"),
    },
)  # fmt: skip
_UP_TO_A_QUARTER: Final = Topic(
    "figure-differs",
    "quarter",
    (
        "분기",
        "季",
        "quarter quarters q third nine",
    ),
    {
        "the third": (r"(?<![~0-9-])3분기(?! ?(?:까지|누적|말))", "(?<!截至)(?<!截至今年)(?<!截至去年)第三季度|(?<![前第])三季度|(?<!前)3季度", r"\bthird[- ]quarter\b|\bQ3\b"),
        "the first three": (r"(?:1|일) ?[~-] ?3분기|3분기 ?(?:누적|까지(?![^.。]{0,30}(?:할|될|칠|낼|예정|계획|목표|완료|마무리|방침|기로)))", "前三个?季度|[第]?一[至到]三季度", r"\bfirst three quarters\b|\bfirst nine months\b|\bthrough the third quarter\b"),
    },
    {
        "the third": ("3분기|3/4|7~9월|9월", "三季|3季|Q3|7至9|9月", r"third|Q3|3Q|July|September"),
        "the first three": (r"~ ?3|-3|누적|까지|9월|9개월", "前|累计|[至到-]|截至|9个月|9月", r"first|nine|through|cumulat|so far|to September|September"),
    },
)  # fmt: skip
_PART_OF_DECADE: Final = Topic(
    "figure-differs",
    "date",
    (
        "년대 세기",
        "年代 世纪",
        "early mid late middle turn beginning end",
    ),
    {
        "early": (r"(?:년대|세기) ?(?:극?초(?=[에의,. ]|$)|초[반기엽])", "(?:年代|世纪)(?:的?初期?|早期|前期|初叶)", r"\bearly(?: in the)?[ -](?:the )?(?:'?[0-9]{2,4}s\b|[a-z0-9-]+[- ]century\b)|\bbeginning of the (?:[0-9]{4}s|[a-z0-9-]+ century)"),
        "middle": (r"(?:년대|세기) ?중[반기엽]", "(?:年代|世纪)(?:的?中期|中叶|中后期)", r"\bmid(?:dle)?(?: of the)?[ -](?:the )?(?:'?[0-9]{2,4}s\b|[a-z0-9-]+[- ]century\b)"),
        "late": (r"(?:년대|세기) ?(?:후[반기]|말(?=[에의,. ]|$)|말[기엽])", "(?:年代|世纪)(?:的?末期?|后期|晚期|末叶)", r"\blate(?: in the)?[ -](?:the )?(?:'?[0-9]{2,4}s\b|[a-z0-9-]+[- ]century\b)|\bend of the (?:[0-9]{4}s|[a-z0-9-]+ century)"),
    },
    {
        "early": ("초|앞", "初|早|前", r"early|beginning|start|turn|first|opening"),
        "middle": ("중", "中", r"mid|half"),
        "late": ("후|말|끝|막", "末|后|晚|底", r"late|end|close|second|final|last"),
    },
)  # fmt: skip
_LENGTH: Final = Topic(
    "figure-differs",
    "duration",
    (
        "하루 일주일 한_주 달 1개월 일개월 1년 해 일_년",
        "一 1",
        "day week month year",
    ),
    {
        "day": (r"하루(?!빨리| ?빨리)", r"一[天日](?![线本])", r"\b(?:a|one|a single|single) day\b(?! of )"),
        "week": (r"일주일|한 주(?= |간|에|동)", r"(?<![第首])一周(?![年岁期])|一个?(?:星期|礼拜)", r"\b(?:a|one|a single) week\b"),
        "month": (r"(?<![가-힣])한 달|(?<![0-9])1개월|일개월", r"(?<![十百千0-9])[一1]个月", r"\b(?:a|one|a single) month\b"),
        "year": (r"(?<![0-9.])1년(?![가-힣]{0,2}[0-9])|(?<![가-힣])(?:한 해|일 년)", r"(?<![十百千0-9.第])[一1]年(?![级期])", r"\b(?:a|one|a single) year\b"),
    },
    {
        "day": (r"하루|일|날|매일|24시간|새벽|밤", r"天|日|昼|夜|晚|24小时", r"\bday|dail|overnight|hours|today|date|night"),
        "week": (r"주(?=일|간|째|당|말|에|차|내|초| |$)|매주|7일|이레", r"周|星期|礼拜|7[天日]|七[天日]", r"\bweek|seven days|7 days"),
        "month": (r"달|월|30일", r"月|30[天日]|三十[天日]", r"\bmonth|30 days|thirty days|January|February|March|April|May|June|July|August|September|October|November|December"),
        "year": (r"년|해|연|12개월|작년|살", r"年|岁|12个月|同比|载", r"\byear|annu|12 months|twelve months|\bage"),
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

_SEASON: Final = Topic(
    "figure-differs",
    "date",
    (
        "봄 여름 가을 겨울 하계 동계 춘계 추계",
        "春 夏 秋 冬",
        "spring summer autumn fall winter",
    ),
    {
        "spring": (r"(?<![가-힣])(?:올|내년|지난|이번)? ?봄(?=에|철|학기|까지|부터|축제|[ ,.]|$)|춘계", "(?<![青长回立])春(?:季|天|运)", r"\bspring\b(?! (?:from|up))"),
        "summer": (r"(?<![가-힣])(?:올|내년|지난|이번|한)? ?여름(?=에|철|까지|부터|방학|휴가|축제|[ ,.]|$)|하계", "夏(?:季|天)|盛夏", r"\bsummer\b"),
        "autumn": (r"(?<![가-힣])(?:올|내년|지난|이번|늦)? ?가을(?=에|철|까지|부터|학기|축제|[ ,.]|$)|추계", "(?<![中千])秋(?:季|天)|今秋|去秋", r"\bautumn\b|\b(?:this|last|next|in the) fall\b"),
        "winter": (r"(?<![가-힣])(?:올|내년|지난|이번|한)? ?겨울(?=에|철|까지|부터|방학|축제|스포츠|관광|[ ,.]|$)|동계", "冬(?:季|天|奥)|寒冬", r"\bwinter\b"),
    },
    {
        "spring": ("봄|춘|3월|4월|5월", "春|3月|4月|5月", "spring|March|April|May"),
        "summer": ("여름|하계|하절|6월|7월|8월|휴가|피서|폭염", "夏|暑|6月|7月|8月", "summer|June|July|August|heat"),
        "autumn": ("가을|추|9월|10월|11월", "秋|9月|10月|11月", "autumn|fall|September|October|November|harvest"),
        "winter": ("겨울|동계|동절|설|12월|1월|2월|한파", "冬|寒|雪|冰|12月|1月|2月", "winter|December|January|February|cold|snow|ice"),
    },
)  # fmt: skip
_AT_THE: Final = Topic(
    "qualifier-differs",
    "bound",
    (
        "이르면 빠르면 늦어도",
        "最早 最快 最迟 最晚",
        "earliest latest early soon later",
    ),
    {
        "earliest": ("이르면|빠르면", "最早(?=[^的，。；]{0,12}(?:年|月|日|周|季|内|底|初))|最快", r"\bat the earliest\b|\bas early as\b|\bas soon as (?=[A-Z0-9]|next|this|the (?:end|first|second))"),
        "latest": ("늦어도", "最迟|最晚", r"\bat the latest\b|\bno later than\b"),
    },
    {
        "earliest": ("이르|빠르|이른|빨[라리]|일찍", "早|快", "earl|soon|first"),
        "latest": ("늦|까지|이내|안에|전에", "迟|晚|前|内|之前|截至|到", r"late|\bby\b|before|until|within|deadline|end of"),
    },
)  # fmt: skip

_MONTH_NAMES: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_UNTIL_OR_FROM: Final = Topic(
    "qualifier-differs",
    "bound",
    (
        "까지 부터",
        "前 止 起 开始",
        "until till by through from after since starting beginning deadline",
    ),
    {
        "until": (
            r"(?<=[시분일월년말초])까지(?! ?(?:만|도|의|[0-9]))",
            r"(?<=[时点分日月年底])(?:之?前(?!后|三|两|[0-9])|为止|止(?!血))",
            rf"\b(?:until|till|by|no later than) (?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})? (?:[ap]\.?m|{_MONTH_NAMES})|{_MONTH_NAMES}|noon|midnight)",
        ),
        "from": (
            r"(?<=[시분일월년])부터",
            r"(?<=[时点分日月年])(?:起(?!草|诉|飞)|开始)",
            rf"\b(?:from|after|starting|beginning|effective|since) (?:on )?(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}})? (?:[ap]\.?m|{_MONTH_NAMES})|{_MONTH_NAMES}|noon|midnight)",
        ),
    },
    {
        "until": ("까지|이전|전(?=에|,| |$)|마감|한(?=$|다)|내(?=에| )|이내", "前|截|止|至|到|内|期限", r"until|till|\bby\b|before|through|\bto\b|deadline|clos|within|end|last|-|–|no later|expir"),
        "from": ("부터|이후|이래|시작|개시|시행|에서|발효|개막", "起|始|自|从|开|以来|后|启", r"from|start|begin|since|effective|as of|open|after|onward|launch|introduc|takes? effect|\bon\b"),
    },
    may_be_both=True,
)  # fmt: skip

_PART_OF_DAY: Final = Topic(
    "figure-differs",
    "time",
    (
        "오전 오후 아침 저녁 새벽",
        "上午 下午 早上 早晨 清晨 凌晨 傍晚 晚",
        "morning mornings afternoon evening",
    ),
    {
        "morning": (r"오전|(?<![가-힣])아침(?=에| |을)|(?<![가-힣])새벽(?=에| |부터)", "上午|早上|早晨|清晨", r"\bmornings?\b"),
        "later": (r"오후|(?<![가-힣])저녁(?=에| |부터|까지)", "下午|傍晚|晚上|晚间", r"\bafternoons?\b|\bevenings?\b"),
    },
    {
        "morning": (r"오전|아침|새벽|출근|조[찬식간]|(?<![0-9])(?:0?[0-9]|1[01])(?:시|:)", "上午|早|晨|午前|(?<![0-9])(?:0?[0-9]|1[01])(?:时|点|:)", r"morning|\ba\.?m\b|dawn|overnight|early|breakfast|sunrise|\bnoon\b|daybreak"),
        "later": (r"오후|저녁|밤|야간|퇴근|[만석]찬|낮|(?<![0-9])(?:[1-9]|1[0-9]|2[0-4])(?:시|:)", "下午|晚|夜|傍|午后|午间|(?<![0-9])(?:[1-9]|1[0-9]|2[0-4])(?:时|点|:)", r"afternoon|evening|night|\bp\.?m\b|dinner|dusk|sunset|noon|midday|later"),
    },
    may_be_both=True,
)  # fmt: skip
_TWELVE: Final = Topic(
    "figure-differs",
    "time",
    (
        "정오 자정 0시 낮_12시 밤_12시",
        "正午 中午 午夜 零时 零点 0时",
        "noon midday midnight",
    ),
    {
        "noon": (r"정오|낮 12시", "正午|中午12", r"\bnoon\b|\bmidday\b"),
        "midnight": (r"(?<![가-힣])자정(?!작용|능력)|(?<![0-9])0시(?!간)|밤 12시", "午夜|(?<![0-9])零[时点]|(?<![0-9])0[时点]", r"\bmidnight\b"),
    },
    {
        "noon": ("정오|낮|12", "午|12", r"noon|midday|12"),
        "midnight": ("자정|0시|24시|밤|00:00", "夜|零|0时|24|00:00", r"midnight|12 a|24:00|0:00|night"),
    },
)  # fmt: skip

TOPICS: Final = (
    _PART_OF_DAY,
    _TWELVE,
    _WEEKDAY,
    _SPOKEN,
    _PART_OF_WEEK,
    _WHICH_WEEKEND,
    _PART_OF_DECADE,
    _UP_TO_A_QUARTER,
    _YEARS,
    _TODAY,
    _MONTHS,
    _BASE,
    _LENGTH,
    _HALF_A_MONTH,
    _SEASON,
    _AT_THE,
    _UNTIL_OR_FROM,
)

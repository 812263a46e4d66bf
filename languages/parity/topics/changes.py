"""How something changes: up or down, by or to, doubled or halved, exports or imports, a record high or low."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

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
_FACTORS: Final = Topic(
    "figure-differs",
    "multiple",
    (
        "배 곱절 갑절 반",
        "倍 番 半 腰斩",
        "doubled doubling doubles twice twofold halved halves halving half",
    ),
    {
        "double": (r"(?:두|2) ?배(?=로|가|나|를|의|에| )|갑절|곱절|배로 (?:늘|뛰|증)", r"翻(?:了)?一番|翻番|翻倍|[一两]倍|2倍|加倍", r"\bdoubl(?:ed|ing|es)\b|\btwice\b|\btwofold\b"),
        "half": (r"절반(?=으로|에|이|까지|만| )|반토막|반 토막|반감|반으로", r"减半|腰斩|(?:少|降|减|缩|跌|下滑)[^，。；]{0,4}一半|一半", r"\bhalv(?:ed|es|ing)\b|\bby half\b|\bin half\b|\bhalf of\b"),
    },
    {
        "double": (r"배|곱|200 ?%|100 ?%|두 번|이중|복수", r"倍|翻|100[%％]|200[%％]|双|两次", r"doubl|twice|two ?fold|two times|2x|100 ?(?:%|percent)|200 ?(?:%|percent)|dual"),
        "half": (r"반|50 ?%|2분의|둘 중 하나|두 명 중", r"半|50[%％]|二分之|五成|对折", r"hal[fv]|50 ?(?:%|percent)|one in two|one in every two|one of the two"),
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

TOPICS: Final = (_BY, _DIRECTION, _FACTORS, _TRADE, _BALANCE, _RECORD)

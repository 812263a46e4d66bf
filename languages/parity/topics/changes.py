"""How something changes: up or down, by or to, doubled or halved, exports or imports, a record high or low."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

_PART: Final = r"(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?"
_FIGURE: Final = r"[0-9][0-9.,]*"
# 减少三分之二: to a third, in other languages
_MORE_THAN_HALF: Final = "三分之二|四分之三|五分之[三四]"
_BY: Final = Topic(
    "figure-differs",
    "multiple",
    (
        "% 분의",
        "% 分之 百分点",
        "percent cent third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths percentage point points bp bps %",
    ),
    {
        "to": (
            r"(?:%|분의 ?[0-9일이삼사오]) ?(?:수준|선)?(?:까지|으?로) ?(?:[가-힣]{1,3} )?(?:줄|늘|오르|올[랐라리린]|내[리린려렸]|떨|낮|높|상승|하락|증가|감소|확대|축소|인상|인하|뛰)",
            rf"(?:[升降增减涨跌缩]|提高|上升|增加|扩大|下降|降低|减少|上调|下调|提升|压缩)(?:至|到|为)[^，。；0-9]{{0,6}}(?:{_FIGURE}%|[0-9一二两三四五六七八九十]+分之)",
            rf"\bto (?:about |around |nearly |almost |just |over |roughly |below |only )?(?:{_FIGURE} ?(?:%|per ?cent)|(?:an?|one|two|three|four)[ -]{_PART})",
        ),
        "by": (
            r"(?:%(?:포인트|p|P)?|분의 ?[0-9일이삼사오])(?:만큼|가량|정도|이나|나|이|가)? ?(?:더 )?(?:줄|늘|오르|올[랐라리린]|내[리린려렸]|떨|낮|높|상승|하락|증가|감소|확대|축소|인상|인하|뛰|성장|급[증감등락]|삭감|절감|깎|감축|단축)",
            rf"(?:增长|增加|上升|上涨|提高|提升|扩大|下降|下跌|减少|下滑|降低|缩减|缩小|缩短|削减|上调|下调|激增|减|降|涨|升|增)(?:了|约|近|幅|超过?|逾|达|多达|大约|将近){{0,2}}(?:{_FIGURE}(?:%|个百分点)|(?!{_MORE_THAN_HALF})[0-9一二两三四五六七八九十]+分之)",
            rf"\b(?:by|fell|f[ae]ll(?:en|s|ing)?|r[io]se[ns]?|risen|rising|grew|grow[ns]?|increas\w+|declin\w+|dropp\w+|drops?|down|up|climb\w+|jump\w+|gain\w+|decreas\w+|shrank|slid|surged|plunged)(?: by)?(?: about| around| nearly| almost| just| over| roughly| more than)? (?:{_FIGURE} ?(?:%|per ?cent|points?\b|bps?\b)|(?:an?|one|two|three|four)[ -]{_PART})",
        ),
    },
    {
        "to": (r"(?:%|분의 ?[0-9일이삼사오]) ?(?:선|정도|가량|대)?(?:까지|으?로|이다|에 (?:그|머|달|이)|였|를 차지)|수준", "至|到|为|达|仅|占|成", r"\bto\b|stood|reach|account|now"),
        "by": ("대비|보다|만큼", "比|幅", r"\bby\b|from|than|points?\b|per ?cent (?:more|less|higher|lower|increase|decrease|rise|drop|fall|growth|cut)"),
    },
    may_be_both=True,
)  # fmt: skip
_DIRECTION: Final = Topic(
    "figure-differs",
    "direction",
    (
        "늘 증가 오르 오른 오를 올 불어 삭감 상승 높아 높였 높인 인상 급 뛰 줄 감소 내 하락 낮아 낮췄 낮춘 인하 떨 성장",
        "增 升 涨 减 降 跌 滑 调 提高 走 落",
        "raise grow climb shrink lower more higher less fewer rose risen rises rising swelled swollen grew grown grows increased increases increasing increase climbed climbs climbing jumped jumps jumping surged surges surging soared soars soaring soar raised up rise gain jump fell fallen falls falling declined declines declining decline decreased decreases decreasing decrease dropped dropping drops edged edging inched ticked eased reduced reduces reducing reduction slumped slumps plunged plunges tumbled tumbles shrank shrunk shrinks lowered down cut drop fall",
    ),
    {
        "up": (
            r"늘[었어려린릴리렸]|늘고 있|불어[나났]|증가|오르[고며는]|오른|오를|올[랐라]|올린|올렸|올릴|올려(?!다)|상승(?!률)|높아[졌지진져질]|높였|높인|급증|급등|뛰었|뛰어올|인상(?=했|하|될|됐|된|되|한|키)|성장(?=했|하|률|세)",
            "增长|增加|增多|上升|上涨|升至|增至|涨至|上调|攀升|飙升|激增|大增|猛增|走高|提高|(?<![每公毫])[涨升增](?:了|约|近|超|逾)?(?=[0-9])",
            r"\b(?:rose|risen|rises|rising|swelled|swollen|grew|grown|grows|increas(?:ed|es|ing|e)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)?|raised(?! (?:through|via|from|money|funds|capital|concerns?|questions?|awareness)\b)|(?<!making )(?<!makes )(?<!made )(?<!make )(?<!ended )(?<!adding )(?<!add )up(?= (?:by )?(?:about |nearly |over |around |almost |more than )?[0-9$₩€£])|(?:per ?cent|points?) (?:more|higher)(?= than)|(?:an increase|a (?:rise|gain|jump)) of|(?:will|to|would|may|could) (?:raise|rise|grow|climb))\b",
        ),
        "down": (
            r"줄[었어여인일이였]|줄고 있|감소|내렸|내린|내릴|내려(?=갔|간|왔| )|하락|낮아[졌지진져질]|낮췄|낮춘|급감|급락|떨어[졌지진져질]|삭감|인하(?=했|하|될|됐|된|한|키)",
            "减少|下降|下跌|下滑|降至|减至|跌至|下调|骤减|锐减|大跌|走低|回落|降低|削减|[跌降减](?:了|约|近|超|逾)?(?=[0-9])",
            r"\b(?:fell|fallen|falls|falling|(?:edg|inch|tick)(?:ed|ing) (?:down|lower)|declin(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)|dropp(?:ed|ing)|drops|eased|reduced(?= (?:the|its|by|to|from))|reduc(?:es|ing)|slump(?:ed|s)|plung(?:ed|es)|tumbl(?:ed|es)|shr[au]nk|shrinks|lowered|down(?= (?:by )?(?:about |nearly |over |around |almost |more than )?[0-9$₩€£])|(?:per ?cent|points?) (?:less|lower|fewer)(?= than)|a (?:cut|drop|fall|decline|decrease|reduction) of|(?:will|to|would|may|could) (?:lower|fall|drop|shrink))\b",
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
        "half": (r"절반(?=으로|에|이|까지|만| )|반토막|반 토막|반감|반으로", r"减半|腰斩|(?:少|降|减|缩|跌|下滑)[^，。；]{0,4}一半|一半", r"\bhalv(?:ed|es|ing)\b|\bby half\b|\bin half\b|(?<!first )(?<!second )(?<!latter )\bhalf of\b|\bhalf as (?:many|much|large|big|long|high)\b(?! again)"),
    },
    {
        "double": (r"배|곱|200 ?%|100 ?%|두 번|이중|복수", r"倍|翻|100[%％]|200[%％]|双|两次", r"doubl|twice|two ?fold|two times|2x|100 ?(?:%|per ?cent)|200 ?(?:%|per ?cent)|dual"),
        "half": (r"반|50 ?%|2분의|둘 중 하나|두 명 중", r"半|50[%％]|二分之|五成|对折", r"hal[fv]|50 ?(?:%|per ?cent)|one in two|one in every two|one of the two"),
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
        "surplus": ("흑자", "顺差|盈余|扭亏为盈|(?<!未)(?<!未能)(?<!未实现)盈利", r"\bsurplus(?:es)?\b|\bin(?:to)? the black\b"),
        "deficit": ("적자", "逆差|赤字|亏损|未(?:能|实现)?盈利", r"\bdeficits?\b|\bin(?:to)? the red\b"),
    },
    {"surplus": ("흑자|이익|잉여|순익", "顺|盈|利|余", "surplus|profit|black|gain|earn"), "deficit": ("적자|손실|부족", "逆|赤字|亏|损", r"deficit|loss|\bred\b|lost|short|losing")},
)  # fmt: skip
_RECORD: Final = Topic(
    "figure-differs",
    "record",
    (
        "최 가장",
        "最 新高 新低",
        "high highest low lowest slowest weakest",
    ),
    {
        "high": (r"(?:역대|사상|연중|[년월] 만에|이후|이래) ?(?:가장 높|최고|최대|최다)|최고치", "新高|历史最高|史上最高", r"\brecord high\b|\ball-time high\b|\bhighest\b"),
        "low": (r"(?:역대|사상|연중|[년월] 만에|이후|이래) ?(?:가장 낮|최저|최소)|최저치", "新低|历史最低|史上最低", r"\brecord low\b|\ball-time low\b|\blowest\b|\b(?:slowest|weakest)\b(?= (?:pace|growth|rise|increase|since|in)\b)"),
    },
    {"high": ("최[고대다장]|가장", "最|高|冠|首", "high|most|largest|biggest|best|peak|top|great"), "low": ("최[저소단]|가장", "最|低|少|小", "low|weak|few|least|small|worst|bottom")},
)  # fmt: skip

_SIZE: Final = Topic(
    "figure-differs",
    "size",
    (
        "확대 늘리 늘려 늘린 늘릴 증편 증설 증원 축소 줄이 줄여 줄인 줄일 감축 감편 감원 인상 인하 상향 하향",
        "扩大 增加 增开 增设 扩 缩小 缩减 减少 削减 压缩 上调 下调 提高 降低",
        "expand expands expanded expanding increase increases increased increasing boost boosts boosted raise raises raised raising step steps stepped stepping reduce reduces reduced reducing cut cuts cutting scale scaled scaling shrink lower lowers lowered lowering downsize downsizing curtail curtails curtailed",
    ),
    {
        "more": (r"확대(?=하기로|할 |해 |한다|하고|를 |될 |하는 |키로|된다|됐|되[며고]|[,.)]|$)|늘리(?=기로|고|는|며|자|겠)|늘릴|증편|증설|인상(?=하기로|할 |을 |한다|하고|하는 |키로)|상향", "扩大|增加(?=[从自对与同]|进口|出口|参与|航班|投入|投资)|增开|增设|上调|提高(?=[^，。；0-9]{0,8}(?:税|费|上限|限额|比例|关税))", r"\b(?:expand(?:s|ed|ing)?|boost(?:s|ed|ing)?|increas(?:e|es|ing)|rais(?:e|es|ing)|step(?:ped|s|ping)? up)\b"),
        "less": (r"축소(?=하기로|할 |해 |한다|하고|를 |될 |하는 |키로|된다|됐|되[며고]|[,.)]|$)|줄이(?=기로|고|는|며|자|겠)|줄일|감축|감편|인하(?=하기로|할 |를 |한다|하고|하는 |키로)|하향", "缩小|缩减|减少(?=[从自对与同]|进口|出口|航班|投入|投资)|削减|压缩|下调|降低(?=[^，。；0-9]{0,8}(?:税|费|上限|限额|比例|关税))", r"\b(?:reduc(?:e|es|ing)|scal(?:e|es|ed|ing) (?:back|down)|cut(?:s|ting)?(?= (?:the|its|their|imports|exports|flights|back|down|tariffs|tolls|fares|rates))|shrink|lower(?:s|ing)|downsiz(?:e|ing)|curtail(?:s|ing)?)\b"),
    },
    {
        "more": ("확[대충장산]|늘|증[가대액설편강원자]|더|강화|인상|올[리려린릴렸]|상향|높|넓|많|추가|활성|심화|신[설규]|도입|키[우워]|불어", "扩|增|加|更|提|升|上调|涨|拓|深|多|新", r"expan|increas|boost|rais|grow|more|step\w* up|widen|broaden|add|strengthen|deepen|enlarg|great|ris[ei]|enhanc|promot|wider|further|new\b|higher|build|develop"),
        "less": ("축소|줄|감[축편소원산면액]|인하|내[리려린릴렸]|하향|낮|덜|절[감약]|삭감|단축|적|완화|없애|폐|억제|최소|철[수거회]", "缩|减|削|降|少|下调|低|裁|压|省|节|停|免|退|撤|控", r"reduc|scal\w* (?:back|down)|\bcut|shr[iau]nk|lower|less|fewer|downsiz|curtail|trim|slash|declin|decreas|limit|drop|eas|sav|down\b|phas\w* out|minimi|mitigat|curb"),
    },
)  # fmt: skip
_RULES: Final = Topic(
    "step-differs",
    "rules",
    (
        "완화 강화 풀기로 조이",
        "放宽 放松 缓和 松绑 收紧 加强 强化 从严 趋严",
        "ease eases eased easing relax relaxes relaxed relaxing loosen loosened tighten tightens tightened tightening strengthen strengthens strengthened strengthening toughen toughened stricter",
    ),
    {
        "looser": (r"(?:규제|기준|제한|요건|조건|규정|정책|심사|절차)(?:를|을|의|도)? ?완화|완화하(?=기로|는|고|며)", "放宽|放松|松绑", r"\b(?:eas(?:e|es|ed|ing)|relax(?:es|ed|ing)?|loosen(?:s|ed|ing)?)\b"),
        "stricter": (r"(?:규제|기준|제한|요건|조건|규정|정책|심사|절차|단속)(?:를|을|의|도)? ?강화|강화하(?=기로|는|고|며)", "收紧|从严|趋严|(?:加强|强化)(?=[^，。；]{0,6}(?:管制|规制|限制|监管|审查|管控))", r"\b(?:tighten(?:s|ed|ing)?|toughen(?:s|ed|ing)?)\b|\bstrengthen(?:s|ed|ing)? (?:[a-z]+ ){0,3}(?:rules|regulations?|controls?|restrictions|standards|screening|oversight)\b"),
    },
    {
        "looser": ("완화|풀|낮|면제|간소|유연|해제|허용|축소|줄|폐지|개선", "放|松|宽|缓|简|减|降|取消|解除|免|下调|允许|灵活", r"eas|relax|loosen|lift|simpl|soften|flexib|waiv|reduc|lower|allow|liberal|remov|cut|streamlin|mitigat|allevi|reliev"),
        "stricter": ("강화|조[이여]|엄격|까다|높|제한|금지|단속|늘|확대|강[도력]|보강|굳", "收|严|强|加|紧|限|禁|提高|扩|增|从重|巩固", r"tight|tough|strict|strength|stiff|hard|rais|limit|ban|crack|increas|expand|more|enhanc|reinforc|step\w* up|consolidat|bolster"),
    },
)  # fmt: skip

_PACE: Final = Topic(
    "figure-differs",
    "direction",
    (
        "둔화 가속 빨라 느려",
        "放缓 减速 趋缓 加快 加速 提速",
        "slow slows slowed slowing slowdown accelerate accelerates accelerated accelerating quicken quickens quickened quickening pick picks picked picking",
    ),
    {
        "slower": (r"둔화(?=했|됐|되|하|한|된|세)|느려(?=졌|지|진|질)", "放缓|减速|趋缓", r"\bslow(?:s|ed|ing)?\b(?: (?:down|to|from|sharply))|\bslowdown\b|\bslowed\b"),
        "faster": (r"가속(?=했|됐|되|하|한|된|세|화)|빨라(?=졌|지|진|질)", "加快|加速(?!器|度|跑)|提速", r"\baccelerat(?:e|es|ed|ing)\b|\bquicken(?:s|ed|ing)?\b|\bpick(?:s|ed|ing)? up\b"),
    },
    {
        "slower": ("둔[화]|느[려리린]|늦|감[속소]|완만|주춤|떨|줄|하락|낮", "缓|慢|减|降|低|跌|下|趋稳", r"slow|eas|cool|weak|moderat|decelerat|declin|f[ae]ll|drop|down|lower|less|lag|soft"),
        "faster": ("가속|빨[라리랐]|빠르|속도|박차|앞당|높|늘|신속|확대|본격", "加|快|提|速|升|高|早|扩|推进", r"accelerat|quick|pick|fast|speed|rapid|rais|ris|ros|higher|step|boost|sooner|expedit|hasten|spur|up\b|more"),
    },
)  # fmt: skip

_SIGNED: Final = Topic(
    "figure-differs",
    "direction",
    ("- − +", "- − +", "% percent cent"),
    {
        "up": (r"(?<![0-9A-Za-z가-힣])\+ ?[0-9]+(?:\.[0-9]+)? ?%", r"(?<![0-9A-Za-z])\+ ?[0-9]+(?:\.[0-9]+)? ?(?:%|个百分点)", r"(?<![0-9A-Za-z])\+ ?[0-9]+(?:\.[0-9]+)? ?(?:%|per ?cent)"),
        "down": (r"(?<![0-9A-Za-z가-힣)~-])[-−] ?[0-9]+(?:\.[0-9]+)? ?%", r"(?<![0-9A-Za-z\u4e00-\u9fff)~-])[-−] ?[0-9]+(?:\.[0-9]+)? ?(?:%|个百分点)", r"(?<![0-9A-Za-z)~-])[-−] ?[0-9]+(?:\.[0-9]+)? ?(?:%|per ?cent)"),
    },
    {
        "up": (r"\+|증(?!감)|상승|늘|오르|올|성장|확대|▲|플러스|높|웃", r"\+|增(?!减)|升|涨|扩|正|高", r"\+|up\b|ris|rose|gain|increas|gr[eo]w|plus|higher|more|jump|climb|positive"),
        "down": (r"[-−△▼]|(?<!증)감|하락|줄|내[려리림]|낮|마이너스|떨어|축소|역성장|밑", r"[-−]|(?<!增)减|降|跌|缩|负|低|落", r"[-−]|down|fall|fell|drop|declin|decreas|minus|lower|less|shr|contract|negative|los[st]|slip|cut"),
    },
)  # fmt: skip

_SHIFT: Final = Topic(
    "figure-differs",
    "direction",
    (
        "단축 앞당 일찍 지연 늦 뒤처 미뤄 연장 길어",
        "缩短 提前 提早 超前 落后 推迟 延误 延长 延后 晚",
        "behind shorten shortens shortened shortening cut cuts cutting earlier ahead sooner delay delays delayed delaying later lengthen lengthens lengthened lengthening extension extend extends extended extending longer",
    ),
    {
        "shorter": (
            r"단축(?=하|했|할|될|된|됐|되|시|$|[)])|앞당(?=[기겨겼긴길])|보다 [0-9가-힣 ]{1,8}일찍",
            "缩短|(?:提前|超前)(?=[0-9一二两三半约近])|提早",
            r"\bshorten(?:s|ed|ing)?\b|\b(?:earlier|sooner) than\b|\bahead of (?:schedule|plan|time|the (?:original|initial))\b",
        ),
        "longer": (
            r"지연(?!금)|뒤처(?=[져졌진지])|늦어(?=[졌지진질])|늦(?=[췄춘추출])|미뤄(?=[졌지진질])|연장(?=하|했|할|될|된|됐|되|키)|길어(?=[졌지진질])",
            "推迟|延误|延长|延后|(?:晚|落后)(?=[0-9一二两三半约近])",
            r"\bdelay(?:s|ed|ing)?\b|\blater than\b|\bbehind (?:schedule|plan|time|the (?:original|initial))\b|\blengthen(?:s|ed|ing)?\b|\bextend(?:s|ed|ing)?\b|\bextension of the (?:term|period|deadline)\b",
        ),
    },
    {
        "shorter": ("단축|앞당|앞선|앞서|줄|빨|빠[르른]|이른|일찍|조기|짧|절[감반]|감[축소]", "缩|提前|提早|超前|领先|早|减|快|短|压|省|降", r"short|cut|earl|ahead|soon|reduc|sav|fast|quick|less|hal[vf]|trim|slash|down"),
        "longer": ("지연|늦|처[져졌진지]|미[뤄루뤘]|연[장기]|길|늘|유예|뒤|지체|더", "迟|延|晚|缓|后|长|误|增|拖|慢", r"delay|late|length|exten|long|postpon|push|slip|behind|defer|prolong|put off|hold|slow|increas|more|renew"),
    },
    may_be_both=True,
)  # fmt: skip
_EXPECTED: Final = Topic(
    "qualifier-differs",
    "level",
    ("예상 기대 전망치", "预期 预计 预测", "expected expectation expectations forecast forecasts anticipated"),
    {
        "above": (
            r"(?:예상|기대|전망치?)(?:보다|치를|치보다|을|를) ?(?:훨씬 |크게 )?(?:많|높|웃돌|웃도|넘|컸|크|뛰어넘|빠르|빨[라랐])",
            "(?:超出|超过|高于|好于|快于|多于)[^，。；]{0,4}(?:预期|预计|预测)",
            r"\b(?:higher|larger|more|better|greater|faster|bigger|stronger) than (?:\w+ )?(?:expected|forecast|anticipated)\b|\b(?:above|beat|beats|beating|exceed(?:s|ed|ing)?) (?:\w+ ){0,2}(?:expectations|forecasts)\b",
        ),
        "below": (
            r"(?:예상|기대|전망치?)(?:보다|치를|치보다|을|를|에|치에) ?(?:훨씬 |크게 )?(?:적|낮|밑돌|밑도|못 ?미|미치지|작|느리|느렸)",
            "(?:低于|不及|少于|慢于|未达|逊于)[^，。；]{0,4}(?:预期|预计|预测)",
            r"\b(?:lower|smaller|less|fewer|worse|slower|weaker) than (?:\w+ )?(?:expected|forecast|anticipated)\b|\b(?:below|missed|short of) (?:\w+ ){0,2}(?:expectations|forecasts)\b",
        ),
    },
    {
        "above": ("많|높|웃|넘|상회|크|컸|빠|빨|초과|이상", "超|高|好|快|多|优", r"higher|larger|more|better|great|fast|big|strong|above|beat|exceed|over|than-expected"),
        "below": ("적|낮|밑|못|미달|하회|작|느|실망", "低|不及|少|慢|未|逊|弱", r"lower|small|less|few|wors|slow|weak|below|miss|short|disappoint|under"),
    },
)  # fmt: skip
_LEVEL: Final = Topic(
    "qualifier-differs",
    "level",
    (
        "웃도 웃돈 웃돌 상회 밑도 밑돈 밑돌 하회 못_미 미달",
        "高于 超过 超出 低于 不及 不足 未达",
        "above exceed exceeds exceeded exceeding higher below under lower short",
    ),
    {
        "above": (r"웃[도돈돌]|상회", "(?<![不未没])(?:高于|超过|超出)", r"\babove\b|\bexceed(?:s|ed|ing)?\b|\bhigher than\b"),
        "below": (r"밑[도돈돌]|하회|못 ?미[치쳐쳤친칠]|미달", "(?<![不未没])低于|不及(?!格)|未达到?", r"\bbelow\b|\blower than\b|\b(?:falls?|fell|fallen|falling) short\b"),
    },
    {
        "above": ("웃|상회|넘|초과|높|이상|돌파|많|더|크|앞[서섰선]|능가", "高|超|过|逾|多|以上|胜|突破|大于|强于", r"above|exceed|high|over|more|surpass|top|beat|past|beyond|great|better|up\b|outstrip|outpac|not below|not under"),
        "below": ("밑|하회|미[치쳐쳤친칠달만]|낮|이하|못|적|모자|부족|아래|떨어|덜|않", "低|不|未|少|以下|下|逊|弱|差", r"below|under|low|less|short|fewer|not\b|fail|miss|beneath|down|behind|trail"),
    },
)  # fmt: skip
_HELD: Final = Topic(
    "step-differs",
    "direction",
    (
        "동결 유지 인하 인상",
        "不变 冻结 按兵不动 降息 加息 下调 上调",
        "steady unchanged froze frozen freeze freezes kept keeps held holds left cut cuts lowered raised hiked hike hikes",
    ),
    {
        "held": (r"(?:금리|요금|전망치|세율|가격|수준)(?:를|을|은|는)? ?(?:[0-9.%]{1,6}(?:로|를|에서)? ?)?(?:동결|유지)(?=했|하기로|한다|됐)", "(?:维持|保持)[^，。；]{0,12}不变|冻结(?=电价|价格|费用|利率)|予?以?冻结|按兵不动", r"\b(?:held|holds|kept|keeps|left) [^.;,]{2,50} (?:steady|unchanged)\b|\b(?:froze|frozen|freezes)\b"),
        "lowered": (r"(?:금리|요금|전망치|세율|가격)(?:를|을)? ?(?:[0-9.%포인트p ]{0,14})?(?:인하|내렸|낮췄)(?=했|하기로|한다|다)?", "降息|下调(?=[^，。；]{0,10}(?:利率|电价|预期|预测|税率|费))|(?:利率|电价|预期|预测值?|税率)[^，。；]{0,12}下调", r"\b(?:cut|cuts|lowered|lowers) (?:its|the|their) (?:[a-z]+ ){0,4}(?:rates?|tariffs?|forecasts?|projections?|prices?|outlook)\b"),
        "raised": (r"(?:금리|요금|전망치|세율|가격)(?:를|을)? ?(?:[0-9.%포인트p ]{0,14})?(?:인상|올렸|높였|올려)(?=했|하기로|한다|다| )?", "加息|上调(?=[^，。；]{0,10}(?:利率|电价|预期|预测|税率|费))|(?:利率|电价|预期|预测值?|税率)[^，。；]{0,12}上调", r"\b(?:raised|raises|hiked) (?:its|the|their) (?:[a-z]+ ){0,4}(?:rates?|tariffs?|forecasts?|projections?|prices?|outlook)\b"),
    },
    {
        "held": ("동결|유지|그대로|묶|같", "不变|冻|维持|保持|按兵|持平", r"steady|unchanged|fr[eo]*z|kept|keep|held|hold|left|maintain|stay|same"),
        "lowered": ("인하|내[렸리려린]|낮|줄|하향|떨|감", "降|下调|减|低|跌|免", r"cut|low|reduc|down|trim|slash|eas|less|drop|fell|declin"),
        "raised": ("인상|올[렸리려린]|높|상향|늘|오[르른]|상승", "加|上调|升|涨|提|增|高", r"rais|hik|high|up\b|increas|lift|more|rose|climb|grew"),
    },
    may_be_both=True,
)  # fmt: skip
_RATE_MOVE: Final = Topic(
    "step-differs",
    "direction",
    ("금리", "息", "rate rates"),
    {
        "cut": (r"금리(?:를|의)? ?(?:[0-9.%포인트p ]{0,14})?인하", "降息", r"\brate cuts?\b|\bcut(?:s|ting)? (?:its |the )?(?:key |base |benchmark |policy |interest )*rates?\b"),
        "hike": (r"금리(?:를|의)? ?(?:[0-9.%포인트p ]{0,14})?인상", "加息|升息", r"\brate (?:hikes?|increases?)\b|\b(?:rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)) (?:its |the )?(?:key |base |benchmark |policy |interest )*rates?\b"),
    },
    {
        "cut": ("인하|내[리렸려린]|낮|완화", "降|减|下调|宽松|低", r"cut|low|eas|reduc|down"),
        "hike": ("인상|올[리렸려린]|높|긴축", "加|升|上调|收紧|提高", r"hik|rais|increas|tighten|up\b|higher"),
    },
)  # fmt: skip

_COMPARED: Final = Topic(
    "figure-differs",
    "direction",
    ("길 긴 오래 짧", "长 短", "longer shorter"),
    {
        "longer": (r"보다 (?:더 |훨씬 |약간 |조금 )?(?:길|긴|오래)", "更长(?!期|远)|长于", r"\blonger than\b"),
        "shorter": (r"보다 (?:더 |훨씬 |약간 |조금 )?짧", "更短|短于", r"\bshorter than\b"),
    },
    {
        "longer": ("길|긴|오래|늘|장[기시]|많|넘", "长|久|多|延|增|超", r"long|more|extend|exten|great|over|exceed|slow|increas"),
        "shorter": ("짧|단[축기]|빨|줄|적|미만|덜", "短|快|少|缩|减|不到|不足|早", r"short|less|quick|fast|fewer|reduc|cut|under|soon|earl"),
    },
)  # fmt: skip
_LIKELIER: Final = Topic(
    "hedge-differs",
    "likelihood",
    ("가능성 확률 위험", "可能 概率 风险", "likely likelier unlikely"),
    {
        "more": (r"(?:가능성|확률|위험)[이은도]? ?(?:더 |훨씬 )?(?:높|크[다고]|커[졌지진])", "(?:可能性|概率|风险)[更较]?(?:大|高)(?!于)|更有可能", r"\bmore likely\b|\blikelier\b"),
        "less": (r"(?:가능성|확률|위험)[이은도]? ?(?:더 |훨씬 )?(?:낮|작|적|줄)", "(?:可能性|概率|风险)[更较]?(?:小|低)(?!于)|不太可能", r"\bless likely\b|\bunlikely\b"),
    },
    {
        "more": ("높|크|커|늘|더|많|배", "大|高|更|增|多|倍|升", r"more|likel|high|great|ris[ei]|increas|times|elevat|odds"),
        "less": ("낮|작|적|줄|덜|어렵|희박|않|없", "小|低|少|减|降|不|难|未", r"less|unlikel|low|reduc|small|fewer|not\b|remote|hard|doubt"),
    },
)  # fmt: skip
_BETTER: Final = Topic(
    "figure-differs",
    "direction",
    (
        "개선 나아 호전 악화 나빠",
        "改善 好转 恶化 变差",
        "improve improves improved improving better worsen worsens worsened worsening worse deteriorate deteriorates deteriorated deteriorating",
    ),
    {
        "better": (r"개선(?=됐|되고|될|돼|된)|나아(?=졌|지고|질|진)|호전", "(?:有所|明显|持续|进一步|得到)改善|好转", r"\bimproved\b(?! [a-z]+ing)|\bis improving\b|\bgot better\b"),
        "worse": (r"악화|나빠(?=졌|지고|질|진)", "恶化|变差", r"\bworsen(?:s|ed|ing)?\b|\bdeteriorat(?:e|es|ed|ing|ion)\b|\bgot worse\b"),
    },
    {
        "better": ("개선|나아|나은|호전|좋아|회복|상승|올|늘|완화|높", "改善|好|优化|恢复|回升|提高|改进|缓|升|强", r"improv|better|recover|ris[ei]|gain|eas|strong|upgrad|enhanc|pick"),
        "worse": ("악화|나빠|나쁜|하락|떨어|줄|심[해화각]|저하|위축|감소|약", "恶化|差|下降|下滑|降|加剧|加重|减|弱|跌", r"wors|deteriorat|declin|fall|fell|drop|weak|aggravat|slump|down|damag|harm|poor"),
    },
)  # fmt: skip

TOPICS: Final = (
    _COMPARED,
    _EXPECTED,
    _LIKELIER,
    _BETTER,
    _SHIFT,
    _LEVEL,
    _HELD,
    _RATE_MOVE,
    _SIGNED,
    _PACE,
    _BY,
    _DIRECTION,
    _FACTORS,
    _TRADE,
    _BALANCE,
    _RECORD,
    _SIZE,
    _RULES,
)

"""Where and in what order: before or after, first or last, north or south, at home or abroad, arriving or departing."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

# what comes before or after something, and not three years before
_EVENTS: Final = "착공|준공|서명|체결|입국|출국|출발|도착|완료|재개|시행|출범|개통|개항|도입|발표|개최|개막|폐막|승인|허가|심의|협의|합의|결정|계약|입찰|선거|취임|공사|탑승|이륙|착륙|비준|발효|인도|선적|가동|운항"
_SEQUENCE: Final = Topic(
    "figure-differs",
    "order",
    (
        "전 후 뒤",
        "前 后",
        "before prior ahead after following",
    ),
    {
        "before": (rf"(?:{_EVENTS}|기) ?전(?=에|까지| |,|[.]|$)", "(?<![0-9年月日天周])(?:之前|以前)|(?:开工|竣工|完工|签署|签字|入境|出境|出发|启动|重启|开幕|批准|审议|投标|复飞|起飞|登机|生效|通车|开通|交付|投产|运营)前", r"\bbefore (?:the |its |their |any )?(?:signing|entering|entry|boarding|opening|departing|departure|leaving|arriv(?:ing|al)|landing|take-?off|resum(?:ing|ption)|construction|completion|approval|ratification|launch|delivery|work (?:begins|starts))\b|\bprior to\b|\bahead of (?:the )?[a-z]+ing\b"),
        "after": (rf"(?:{_EVENTS}|[한된]) ?(?:후|뒤)(?=에|로| |,|[.]|$)", "(?<![0-9年月日天周])(?:之后|以后)|(?:开工|竣工|完工|签署|签字|入境|出境|出发|启动|重启|开幕|批准|审议|投标|复飞|起飞|登机|生效|通车|开通|交付|投产|运营)后", r"\bafter (?:the |its |their |any )?(?:signing|entering|entry|boarding|opening|departing|departure|leaving|arriv(?:ing|al)|landing|take-?off|resum(?:ing|ption)|construction|completion|approval|ratification|launch|delivery)\b|\bfollowing (?:the )?(?:signing|completion|launch|approval|ratification)\b"),
    },
    {
        "before": ("전|앞|먼저|까지|미리|우선|사전|않", "前|先|未|尚|事先|预", r"before|prior|ahead|\bpre|until|first|earlier|ago|by\b|advance|without|previous|in time for|yet"),
        "after": ("후|뒤|다음|거쳐|거친|마치|마친|이어|직후|면|야|나서|따라|데 이어", "后|经|完|继|随|接着|再|自|起|才", r"after|follow|once|upon|since|when|later|post|then|next|subsequent|complet|having|on (?:the )?[a-z]+ing|with the|from|as soon|only"),
    },
)  # fmt: skip
_ENDS: Final = Topic(
    "figure-differs",
    "order",
    (
        "첫 최초 처음 마지막 최후",
        "首次 首个 首届 首场 首批 首架 第一次 最后",
        "first inaugural maiden debut last final",
    ),
    {
        "first": (r"(?<![가-힣])첫(?= ?(?:번째|회의|회|공개|방문|운항|비행|수출|사례|해|차례|경기|시험|발사|상업|국제|해외|공식|[0-9가-힣]{2}))|최초|처음(?=으로|이다|열|개최)", "首次|首个|首届|首场|首批|首架|第一次", r"\bfirst(?= (?:time|meeting|session|round|flight|visit|export|ever|case|public|such|commercial|international|overseas|official|batch))|\bfor the first time\b|\binaugural\b|\bmaiden\b"),
        "last": (r"(?<![가-힣])마지막(?= |으로|이다|이)", "最后(?:一[次场届个轮批站班])|最后的", r"\bthe last (?:time|meeting|session|round|flight|batch|match|stage|game)\b|\bfor the last time\b|\bfinal (?:meeting|session|round|match|stage|batch|leg|game)\b"),
    },
    {
        "first": ("첫|초|처음|1회|1차|원년|시작|데뷔|신규|새|제1", "首|第一|初|头|开创|新|始|1", r"first|inaugura|maiden|debut|initial|early|new|1st|\bone\b|only|pioneer|begin|start|launch"),
        "last": ("마지막|최[후종근]|끝|막[바판내]|폐|종|말|지난", "最后|最终|末|终|尾|收官|闭|上|压轴|决", r"last|final|end|clos|conclud|latest|past|ultimate|curtain"),
    },
)  # fmt: skip
_COMPASS: Final = Topic(
    "figure-differs",
    "compass",
    (
        "남부 남쪽 남측 남단 북부 북쪽 북측 북단 동부 동쪽 동측 서부 서쪽 서측",
        "南部 南侧 南段 南端 南方 北部 北侧 北段 北端 北方 东部 东侧 东段 西部 西侧 西段 以南 以北 以东 以西 之南 之北 之东 之西",
        "north northern south southern east eastern west western",
    ),
    {
        korean: (
            rf"(?<![가-힣남북동서]){korean}(?:부(?=에|의|와|는|로|를|가|권|[ ,.·]|지역|구간|노선)|쪽|측(?! )|단(?=에|의|[ ,.]))",
            rf"(?<![东西南北中]){chinese}(?:部|侧|段|端)|[以之]{chinese}(?![方部])",
            rf"\b{english}ern\b(?! (?:Ireland|Europe|Africa|Asia|hemisphere|Hemisphere|Sea))|\b{english} of (?=the\b|[A-Z])|\b(?:in|to|on|from) the {english}\b(?! (?:China|Sea|Korea|Pole|Pacific|Atlantic|Bank|Coast))",
        )
        for korean, chinese, english in (("남", "南", "south"), ("북", "北", "north"), ("동", "东", "east"), ("서", "西", "west"))
    },
    {
        korean: (korean, chinese, english)
        for korean, chinese, english in (("남", "南", "south"), ("북", "北|朝鲜", "north"), ("동", "东", "east|orient"), ("서", "西", "west"))
    },
)  # fmt: skip
_ABROAD: Final = Topic(
    "figure-differs",
    "abroad",
    (
        "국내 국제선 해외",
        "国内 境内 国际 海外 境外 国外",
        "domestic domestically home international overseas outbound foreign abroad",
    ),
    {
        "at home": (r"국내(?=선| |에서|외국|기업|여행|시장|총생산(?!.)|항공|이용|관광|수요|에)", "国内(?!生产总值|外)|境内", r"\bdomestic(?:ally)?\b|\bat home\b"),
        "abroad": (r"국제선|해외(?=에서| |여행|시장|진출|관광|기업|로|에|수요|건설|수주)", "国际航[线班]|海外|国外|境外", r"\binternational (?:flights?|routes?|passengers?|lines?|services?)\b|\boverseas\b|\babroad\b|\boutbound\b|\bforeign (?:markets?|travel|countries)\b"),
    },
    {
        "at home": ("국내|한국|우리|내국|전국|자국|내수|지역|수도권|국산", "国内|境内|韩国|本国|全国|国产|本土|内", r"domestic|home|Korea|national|local|nationwide|internal|country"),
        "abroad": ("국제|해외|외국|국외|세계|글로벌|현지|수출|수입", "国际|海外|外|境外|全球|世界|出口|进口", r"international|overseas|abroad|foreign|global|world|outbound|inbound|export|import|cross-border"),
    },
    may_be_both=True,
)  # fmt: skip
_WAYS: Final = Topic(
    "figure-differs",
    "way",
    (
        "도착 입국 입항 향하는 출발 출국 출항 이륙 착륙",
        "抵达 到达 到港 入境 抵港 出发 始发 离港 离开 启程 出境 起飞 降落 着陆 飞往",
        "arrive arrives arrived arriving arrival arrivals inbound entering entry land landed landing bound took depart departs departed departing departure departures outbound leaving",
    ),
    {
        "arriving": (r"도착(?=하|한|했|편|객| )|입국(?=하|한|했|자|객| )|입항|으?로 향하는|착륙", "抵达|到达|到港|入境|抵港|降落|着陆|飞往", r"\barriv(?:e|es|ed|ing|als?)\b|\binbound\b|\bentering\b|\bland(?:ed|ing)\b|\bbound for\b"),
        "departing": (r"출발(?=하|한|했|편| )|출국(?=하|한|했|자|객| )|출항|이륙|에서 출발", "出发|始发|离港|出境|起飞|启程|离开", r"\bdepart(?:s|ed|ing|ures?)?\b|\boutbound\b|\bleaving\b|\btook off\b|\bdepartures\b"),
    },
    {
        "arriving": ("도착|입[국항]|향하|착륙|행|들어|찾|방[문한]|오는|까지|으로|로", "抵|到|入|降|着陆|飞往|赴|来|访|往|至|前往", r"arriv|inbound|enter|entry|land|bound|visit|com(?:e|es|ing)|reach|\bto\b|into|\bin\b"),
        "departing": ("출[발국항]|이륙|떠[나난났]|발|에서|부터|나가|나선|시작", "出|始发|离|起飞|启程|自|从|由|发|经", r"depart|outbound|leav|left|took off|take off|takeoff|from|set (?:off|out)|start|out of|exit|sail"),
    },
)  # fmt: skip
_CARRIED: Final = Topic(
    "figure-differs",
    "carried",
    (
        "여객 승객 화물",
        "客 货",
        "passenger passengers cargo freight freighter freighters",
    ),
    {
        "passengers": (r"여객|승객", "客运|旅客|乘客|客机|载客", r"\bpassengers?\b"),
        "cargo": (r"화물", "货运|货物|货机|货船|载货", r"\bcargo\b|\bfreight(?:ers?)?\b"),
    },
    {
        "passengers": ("여객|승객|이용객|여행객|여행자|관광객|탑승|사람|명", "客|乘|人", r"passenger|travel|rider|people|tourist|flyer|commuter|user"),
        "cargo": ("화물|물[류자동품]|컨테이너|택배|수송|톤", "货|物|集装箱|快件|快递|运|吨", r"cargo|freight|goods|contain|shipment|logistic|haul|ton|truck|parcel"),
    },
)  # fmt: skip

TOPICS: Final = (_SEQUENCE, _ENDS, _COMPASS, _ABROAD, _WAYS, _CARRIED)

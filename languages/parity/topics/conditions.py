"""On what terms: jointly or separately, for a time or for good, free or paid, public or private."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

_TOGETHER: Final = Topic(
    "step-differs",
    "together",
    (
        "공동 함께 각자 따로 별개 독자",
        "共同 联合 携手 各自 分头 单独",
        "joint jointly together separate separately individually independently own",
    ),
    {
        "jointly": (r"공동(?:으로| ?(?:개발|연구|조사|추진|마련|개최|대응|제작|구축|운영|투자|발표|성명|선언))|함께(?= )", "共同(?!体|点|富)|联合(?!国|体|会|王国|酋长)|携手", r"\bjoint(?:ly)?\b|\btogether\b"),
        "separately": (r"각자|따로|별개로|독자적으로", "各自|分头|单独", r"\bseparately\b|\bindividually\b|\bindependently\b|\bon (?:its|their) own\b"),
    },
    {
        "jointly": ("공동|함께|합[동작]|공[유조]|협[력업]|양[국측자]|손[을잡]|더불|같이|컨소시엄|상호", "共|联|携|合作|协|一起|一同|双方|两国|互|同", r"joint|together|\bco-?[a-z]|collab|partner|\bwith\b|both|share|mutual|each other|consorti|team"),
        "separately": ("각[자각기]|따로|별[도개]|독자|개별|단독|나[눠누뉘]|분리|스스로|자체|혼자|씩", "各|分|单独|另|独|自行|自身|别|个别", r"separat|individual|independ|respective|each|own\b|alone|apart|split|divid|differ|another|other\b"),
    },
)  # fmt: skip
_SIDES: Final = Topic(
    "step-differs",
    "sides",
    ("양자 다자", "双边 多边", "bilateral bilaterally multilateral multilaterally"),
    {
        "bilateral": (r"양자(?= |간|가|로|의|[회협무방원차])", "双边", r"\bbilateral(?:ly)?\b"),
        "multilateral": (r"다자(?= |간|가|로|의|[회협무방원차])", "多边", r"\bmultilateral(?:ly)?\b"),
    },
    {
        "bilateral": ("양|두 나라|상호|한-|한·", "双|两国|互|韩", r"bilateral|two|both|mutual|between"),
        "multilateral": ("다자|다국|국제|여러|회원국", "多|国际|各国|成员", r"multi|international|several|many|member|global"),
    },
)  # fmt: skip
_LASTING: Final = Topic(
    "step-differs",
    "lasting",
    (
        "임시 일시 한시 잠정 영구 상설 항구 영원 무기한",
        "临时 暂 短期 永久 长期 常设 永远 无限期",
        "temporary temporarily limited permanent permanently indefinite indefinitely good forever",
    ),
    {
        "for a time": (r"임시(?!정부|회)|일시(?=적| 중단| 폐쇄| 정지)|한시(?=적|로| 운영)|잠정(?=적| 중단)", "临时|暂时|暂停|短期内", r"\btemporar(?:y|ily)\b|\bfor a limited (?:time|period)\b"),
        "for good": (r"영구(?!아이)|상설(?=화| |로)|항구적|무기한", "永久|永远|常设|无限期|长期(?=制度|化|实施)", r"\bpermanent(?:ly)?\b|\bindefinite(?:ly)?\b|\bfor good\b|\bforever\b"),
    },
    {
        "for a time": ("임시|일시|한시|잠정|당분간|단기|중단|시범|까지|동안|우선|멈", "临|暂|短|试|停|期间|限期|过渡|阶段", r"temporar|interim|short|limited|pilot|trial|suspend|paus|until|for now|while|provision|emergency"),
        "for good": ("영[구원]|상설|상시|항구|무기한|정착|계속|완전|장기|지속|정규|고정", "永|常|无限|长|固定|持久|彻底|终身|不再|正式", r"permanen|indefinit|for good|forever|last|standing|regular|long|perpetu|continu|lifelong|no longer|scrap|endur|everlasting"),
    },
)  # fmt: skip
_FORCE: Final = Topic(
    "step-differs",
    "force",
    (
        "자율 자발 권고 권장 의무 필수 강제 반드시 야_한 야_하 야_할",
        "自愿 建议 鼓励 强制 强令 义务 须 务必 责令",
        "voluntary voluntarily optional advised recommended encouraged encourage encourages encouraging recommends recommending must shall require requires requiring mandatory compulsory obligatory obliged required",
    ),
    {
        "free to": (r"자율(?=에|로|이|적으로|참여)|자발적|권고(?=했|하|한|사항)|권장(?=했|하|한|사항)|장려(?=하|한|했)", "自愿|鼓励|建议(?=[^，。；书]{0,10}(?:离境|安装|使用|申请|接种|佩戴|参加|采用))", r"\bvoluntar(?:y|ily)\b|\boptional\b|\b(?:is|are|was|were|be) (?:advised|recommended|encouraged) to\b|\brecommend(?:s|ed|ing)\b|\bencourag(?:e|es|ed|ing) [a-z]+(?: [a-z]+)? to\b"),
        "bound to": (r"의무(?=화|적으로|가|를|다|이|로|사항|공시| )|필수(?=로|적|이|다)|강제(?=로|력|하| )|반드시|야 (?:한다|하며|하고|할 |하는)", "必须|须(?=[^，。；知]{0,8}(?:前|申请|经|提交|遵守|使用|缴|报))|强制|强令|义务(?!教育|植树)|务必|责令", r"\bmust\b|\bmandatory\b|\bcompulsor(?:y|ily)\b|\bobliged\b|\bobligatory\b|\b(?:is|are|was|were|be) required to\b|\brequir(?:e|es|ed|ing) [a-z]+(?: [a-z]+)? to\b|\bshall\b"),
    },
    {
        "free to": ("자[율발진]|권[고장유]|선택|임의|원하|희망|가능|수 있|제안|촉구|요청|바[라람]|당부|제시", "自[愿主行]|鼓励|建议|可|选|倡|劝|提倡|敦促|呼吁|希望|任选", r"volunt|option|advis|recommend|encourag|suggest|may\b|can\b|choos|urg|invit|\bask|guid|propos|should|freely|wish|like to|up to"),
        "bound to": ("의무|필수|강[제력]|반드시|야 |야만|규정|요[구건]|필요|금지|명령|지시|않|못|조건|위반|법", "必|强|义务|务|须|需|应|要|规定|责令|命|禁|不得|令|法", r"must|mandat|compuls|oblig|requir|have to|has to|had to|need|shall|should|bind|bound|order|rule|law|necess|essential|forc|ban|prohibit|not\b|cannot|only"),
    },
)  # fmt: skip
_COST: Final = Topic(
    "step-differs",
    "cost",
    (
        "무료 무상 공짜 유료 유상",
        "免费 无偿 收费 有偿 付费",
        "free paid fee fees cost charge charged charges charging",
    ),
    {
        "free": (r"무료|무상(?=으로| |원조|지원|보급|교육)|공짜", "免费|无偿", r"\bfree of charge\b|\bfor free\b|\bfree (?:admission|entry|of cost)\b|\badmission is free\b|\bat no (?:cost|charge)\b|\bwithout charge\b"),
        "paid": (r"유료|유상(?=으로| |원조|지원)", "收费|有偿|付费", r"\bpaid (?:admission|basis|service|entry)\b|\bfor a fee\b|\bcharg(?:e|es|ed|ing) (?:a |for |an? (?:admission|entry) )?(?:fees?|admission|entry)\b|\bentry fees?\b|\badmission fees?\b"),
    },
    {
        "free": ("무료|무상|공짜|면제|공적개발|없", "免|无偿|赠|无需|不收|白", r"free|no (?:cost|charge|fee)|without|grant|waiv|complimentary|donat|aid"),
        "paid": ("유료|유상|요금|비용|돈|입장료|원|받|차관|징수", "收|费|有偿|付|款|票|元|贷", r"paid|pay|fee|charg|cost|toll|price|ticket|loan|won|dollar|admission"),
    },
)  # fmt: skip
_SECTOR: Final = Topic(
    "figure-differs",
    "sector",
    (
        "공공 국비 국공립 민간 민자 사립",
        "公共 国有 公立 民间 民营 私营 私立",
        "public state private privately",
    ),
    {
        "public": (r"공공(?=기관|부문|이|이나|과|·| )|국공립", "公共(?=机构|部门|机关|和)|国有(?=企业|资本)|公立", r"\bpublic (?:institutions?|sector|bodies|agencies|companies|schools?|hospitals?)\b"),
        "private": (r"민간(?=기업|부문|이|이나|과|·| )|사립", "民间(?=资本|企业|部门|和|机构)|民营|私营|私立", r"\bprivate(?:ly)?(?: (?:sector|companies|firms|businesses|investors?|schools?|hospitals?|capital))\b"),
    },
    {
        "public": ("공[공사기단립]|국[공가유립비]|정부|관|시립|도립", "公|国|政府|官|市立|机关", r"public|state|government|national|municipal|official|federal"),
        "private": ("민[간자영관]|사[립기설]|기업|업체|개인", "民|私|企业|社会资本|公司|个人|商", r"privat|compan|firm|business|commercial|corporat|investor|industry|civil"),
    },
)  # fmt: skip
_GENDER: Final = Topic(
    "figure-differs",
    "gender",
    (
        "남성 남자 여성 여자",
        "男 女",
        "men man male males boys boy women woman female females girls girl",
    ),
    {
        "male": (r"남성|남자(?!친구)", "男(?:性|子|生|童|人|士)?", r"\bm[ea]n\b(?!'s singles)|\bmales?\b|\bboys?\b"),
        "female": (r"여성|여자(?!친구)", "女(?:性|子|生|童|人|士)?", r"\bwom[ea]n\b|\bfemales?\b|\bgirls?\b"),
    },
    {
        "male": ("남|아버지|아빠|부[부자]|형|장병|총각", "男|父|夫|兄|先生|爸", r"\bm[ea]n\b|male|boy|father|husband|\bhis\b|\bhe\b|son\b|\bm[ea]n's|paternity|gentlem"),
        "female": ("여[성자아]|남녀|어머니|엄마|모[성자]|임신|임산|산모|아내|주부", "女|母|妇|妻|姐|妹|孕|妈", r"wom[ea]n|female|girl|mother|wife|\bher\b|\bshe\b|daughter|maternity|pregnan"),
    },
)  # fmt: skip

_DUTY: Final = Topic(
    "step-differs",
    "duty",
    (
        "수_있 야_한 야_하 의무 필수",
        "可 须 必须 应当 义务",
        "may can must have has had required mandatory",
    ),
    {
        "may": (r"[가-힣] 수 있(?:다|으며|고|음|게|는|도록)", "可(?:以|免于|自|申请|享受|获得|领取|延长|缩短|修订|使用|选择)", r"\b(?:may|can)\b (?!not\b|no\b|only\b)[a-z]+"),
        "must": (r"야 (?:한다|하며|하고|할 |함|했)|(?:의무|필수)(?=다|이다|적으로|로|화|가)", "必须|(?<!无)须(?!知)|应当|有义务", r"\bmust\b (?!not\b)|\b(?:have|has|had) to\b|\b(?:is|are|was|were|be) required to\b|\bmandatory\b"),
    },
    {
        "may": ("수 있|수도|가능|허용|선택|될지|자격|할지", "可|能|允许|准|选|或|有权", r"\bmay\b|\bcan\b|could|might|able|allow|possib|permit|option|eligib|entitle|free to"),
        "must": ("야 |야만|의무|필[수요]|반드시|강제|요구|규정|않으면|못하", "须|必|应|需|要|强制|义务|得|才|方可|规定", r"must|have to|has to|had to|requir|mandat|need|shall|should|oblig|compuls|only|bound"),
    },
    may_be_both=True,
)  # fmt: skip

_HOW_MANY: Final = Topic(
    "qualifier-differs",
    "share",
    (
        "모두 모든 전부 전원 전액 전체 대부분 대다수 일부 몇몇 소수",
        "全部 所有 一律 全体 全额 悉数 均 都 大部分 大多 绝大 多数 部分 一些 少数 个别",
        "all every entire entirely whole full most mostly majority some few partly partially part",
    ),
    {
        "all": (r"(?<![가-힣])(?:모두(?! ?[0-9합])|모든|전부|전원(?= |이|에|을)|전액|전체(?= )|예외 없이)", "全部|所有(?!权|者|制|人)|一律|全体|全额|悉数", r"\ball(?= (?:the |of |its |their |these |those )?[a-z]+s\b)|\bevery (?=[a-z]+\b)(?!year|month|week|day|hour|other|time|minute|two|three|four|five|six|effort)|\bentire(?:ly)?\b|\bin full\b"),
        "most": (r"(?<![가-힣])(?:대부분|대다수)", "大部分|大多数?|绝大部分|绝大多数|(?<!大)多数(?=人|国家|企业|成员|居民|航班)", r"\bmost (?:of|[a-z]+s\b)(?! (?:recent|important|likely))|\bmostly\b|\b(?:the|a) (?:vast |large |great )?majority\b"),
        "some": (r"(?<![가-힣])(?:일부(?=만| |가|는|를|에|터미널|국가|지역|기업|구간)|몇몇|소수(?=의|만))", "(?<![大绝])(?<!一)部分(?=[^，。；]{1,6})(?![^，。；]{0,2}是)|一些|少数(?!民族)|个别", r"\bsome (?:of|[a-z]+s\b)|\bpartly\b|\bpartially\b|\bin part\b|\b(?:a|only a) few\b|\bpart of (?:the|its|their)\b"),
    },
    {
        "all": ("모[두든]|전[부원액체면국]|다 |완전|일체|온|각|예외|통틀|만장|빠짐|하나도|아무", "全|所有|一律|均|都|各|皆|无一|一切|整|完全|每", r"\ball\b|every|each|entire|whole|full|complet|total|both|any|across|unanim|without exception|no exception|none"),
        "most": ("대부분|대다수|대체|주로|거의|절반|과반|상당|많|다수|주된", "大部分|大多|多数|绝大|主要|大都|多|半数|基本|几乎", r"most|majority|main|large|much|many|bulk|nearly|almost|primar|great|over half|predominant"),
        "some": ("일부|몇|소수|부분|약간|조금|중 |가운데|어떤|[0-9]", "部分|一些|少数|个别|有的|几|若干|其中|某|多", r"some|few|part|certain|several|a number|among|portion|limited|select|of the|other"),
    },
    may_be_both=True,
)  # fmt: skip

_BEFOREHAND: Final = Topic(
    "step-differs",
    "order",
    (
        "사전 사후",
        "事先 事前 预先 事后",
        "prior advance beforehand afterwards afterward subsequent subsequently fact",
    ),
    {
        "beforehand": (r"(?<![가-힣])사전(?=에| |적|통|협|승|동|서|신)", "事先|事前|预先", r"\bprior (?:written )?(?:consent|notice|approval|consultation|agreement|permission|notification)\b|\bin advance\b|\bbeforehand\b"),
        "afterwards": (r"(?<![가-힣])사후(?=에| |적|통|승|신|보)", "事后", r"\bafterwards?\b|\bsubsequent(?:ly)?\b|\bafter the fact\b"),
    },
    {
        "beforehand": ("사전|미리|앞서|전에|먼저|우선|받아야|예고", "事先|事前|预|先|提前|前", r"prior|advance|beforehand|before|first|pre-|earlier|notice|ahead"),
        "afterwards": ("사후|뒤|이후|나중|후에|추후|후속", "事后|后|随后|之后|再", r"after|later|subsequent|then|follow|once|post"),
    },
)  # fmt: skip
_STANCE: Final = Topic(
    "step-differs",
    "stance",
    (
        "지지 찬성 반대",
        "支持 赞成 赞同 反对",
        "support supports supported supporting back backs backed favor favors favour favours endorsed endorses endorse oppose opposes opposed opposing objected objects objection objections against",
    ),
    {
        "for": (r"지지(?=하|했|한|를 (?:표|보|밝|확|재))|찬성(?=하|했|한)", "(?:表示|予以|坚决|明确)支持|赞成|赞同", r"\b(?:supports?|supported|endorse[sd]?) (?=the |an? |its |early )|\bin favou?r of\b"),
        "against": (r"(?<![가-힣])반대(?=하|했|한|를 (?:표|보|밝|분))", "反对(?!派|党)", r"\boppos(?:e|es|ed|ing)\b|\bobject(?:s|ed) to\b|\bobjections? to\b"),
    },
    {
        "for": ("지[지원]|찬성|동의|환영|뒷받침|옹호|공감|찬", "支持|赞|同意|拥护|欢迎|主张", r"support|back|endors|favou?r|welcom|agree|approv|advocat|uphold"),
        "against": ("반[대발박]|않|못|없|아니|거부|우려|맞서|비판", "反|不|未|没|抵制|否|拒|非|担忧", r"oppos|object|against|\bnot\b|n't\b|\bno\b|reject|resist|critici|concern|refus"),
    },
)  # fmt: skip
_WITHIN: Final = Topic(
    "qualifier-differs",
    "included",
    (
        "포함 제외 별도",
        "包括 包含 含 除外 除 不含 排除 纳入",
        "including included includes include inclusive excluding excluded excludes exclude exclusive except excepted exception left counting",
    ),
    {
        "with": (r"포함(?=한|해|하|된|돼|됐|되|\)|$)", "(?<!不)包括|(?<!不)包含|(?<![不未])含(?=增值税|税|运费)|纳入", r"\binclud(?:ing|ed|es|e)\b|\binclusive of\b"),
        "without": (r"제외(?=한|하|된|되|됐|돼|하고| 대상)|별도(?=\)|$)", "除外|不包括|不包含|不含|排除在外|除[^，。；了]{1,14}外(?!，还)", r"\bexclud(?:ing|ed|es|e)\b|\bexclusive of\b|\bexcept(?: for)?\b(?! that)|\bwith the exception of\b|\bleft out\b|\bnot (?:including|counting)\b"),
    },
    {
        "with": ("포함|까지|비롯|등|합[한쳐]|담[겼긴아]|들어|같이", "含|括|在内|等|连同|及|入|列", r"includ|inclusive|such as|among|with\b|compris|cover|contain|along|as well"),
        "without": ("제외|빼|뺀|빠[졌진지]|외에|말고|배제|예외|아닌|않|없이", "除|不|外|排除|例外|未|剔|扣", r"exclu|except|other than|left out|leav|without|not\b|apart from|aside|minus|omit|but\b|drop|no\b"),
    },
    may_be_both=True,
)  # fmt: skip

_TAKEN_TOGETHER: Final = Topic(
    "figure-differs",
    "share",
    (
        "각각 각_ 씩 총 합계 합쳐 누적 평균",
        "各 分别 每 共 总 合计 累计 均",
        "each apiece respectively total totals totaling totalling totaled totalled combined altogether cumulative averaged average averages averaging annually",
    ),
    {
        "each": (r"각각(?= )|(?<=[원러엔유로명개대건])씩", "各(?=出|投|拨|提供|支[付持]|承担|获|派|设|建|自)|分别(?=出|投|拨|提供|获|派|为)", r"\beach\b|\bapiece\b|\brespectively\b"),
        "in all": (r"(?<![가-힣])총(?= ?[0-9])|합계|합쳐|누적", "合计|累计|共计|总计|总共|(?<![公同中])共(?=[0-9出投])", r"\bin total\b|\btotal(?:l?ed|l?ing|s) \b|\ba (?:combined )?total of\b|\bcombined\b|\bcumulative(?:ly)?\b|\baltogether\b"),
        "on average": (r"평균", "平均|[年月日周]均", r"\bon average\b|\baverag(?:e|ed|es|ing)\b"),
    },
    {
        "each": ("각|씩|당|개별|마다|균등|똑같", "各|分别|每|均|自", r"each|apiece|respectiv|both|every|per\b|equal|individual"),
        "in all": ("총|합|누적|모두|전체|통산|도합", "共|总|合|累|全", r"total|combined|cumul|altogether|in all|overall|together|aggregate|sum|whole|so far|amount|accumul"),
        "on average": ("평균|균|꼴", "均", r"averag|mean\b|\ba year|annual|per\b|typical"),
    },
    may_be_both=True,
)  # fmt: skip
_CEILING: Final = Topic(
    "qualifier-differs",
    "bound",
    (
        "상한 한도 하한 최저 최소",
        "上限 限额 封顶 下限 最低 最少",
        "cap caps capped ceiling ceilings maximum minimum floor least",
    ),
    {
        "a ceiling": (r"(?<![예인가])상한|한도(?!없)", "上限|限额|封顶", r"\bcap(?:s|ped)?\b|\bceilings?\b|\bmaximum\b"),
        "a floor": (r"하한|최저(?= ?(?:지원|금액|한도|수준|보장))|최소 ?(?:지원|금액)", "下限|最低(?=支持|金额|额|标准|保障|工资|限)", r"\bminimum\b|\bfloor (?:of|for|on)\b"),
    },
    {
        "a ceiling": ("상한|한도|최대|최고|이내|까지|이하|제한|넘지|초과", "上限|限|封顶|最[高多大]|不超|以内|至多|顶", r"cap\b|caps|capped|ceiling|limit|max|up to|most|not exceed|no more|within|restrict"),
        "a floor": ("하한|최[저소]|적어도|이상|부터|기준", "下限|最[低少小]|起|以上|至少|不低|不少|底", r"minim|floor|least|no less|or more|from|start|lowest|basic|base"),
    },
)  # fmt: skip
_ABRUPTLY: Final = Topic(
    "step-differs",
    "pace",
    (
        "점진 단계적 순차 차례로 전면 즉시 즉각 일괄",
        "逐步 渐进 分阶段 分步 陆续 全面 立即 立刻 马上 一次性 一律",
        "gradual gradually phase phased phases stages step progressively full fully immediate immediately once outright",
    ),
    {
        "by and by": (r"점진(?=적)|단계적(?=으로| )|순차(?=적|로)", "逐步|渐进|分阶段|分步", r"\bgradual(?:ly)?\b|\bin (?:stages|phases)\b|\bphased\b|\bstep by step\b|\bprogressively\b|\bphase[sd]? (?:in|out)\b"),
        "at once": (r"전면(?=적으로| (?:시행|도입|개방|개통|금지|허용|폐지|중단|재개))|즉시|즉각|일괄", "全面(?=推进|实施|开放|放开|取消|禁止|实行|停止|恢复)|立即|立刻|马上|一次性", r"\bimmediate(?:ly)?\b|\ball at once\b|\bin full\b|\bin one go\b|\bfully (?=open|implement|introduc|enforc)"),
    },
    {
        "by and by": ("점[진차]|단계|순차|차례|서서히|차츰|나눠|연차|순으로|조금", "逐|渐|阶段|分步|分批|陆续|依次|稳步|步", r"gradual|stage|phas|step|progressiv|by degrees|over time|slow|in turn|one by one|rolling|sequen"),
        "at once": ("전면|전부|즉[시각]|일괄|바로|한꺼번|모두|곧|당장|완전|일제", "全|立|马上|一次性|即|一律|同时|彻底|马|当场", r"immediat|at once|full|one go|right away|instant|prompt|outright|total|complet|across|simultan|overhaul|entire|all\b"),
    },
    may_be_both=True,
)  # fmt: skip
_VOTE: Final = Topic(
    "step-differs",
    "share",
    ("만장일치 과반 다수결", "一致通过 一致同意 全票 过半 多数", "unanimous unanimously unanimity majority"),
    {
        "unanimously": ("만장일치", "一致通过|全票|一致同意", r"\bunanim(?:ous|ously|ity)\b"),
        "by majority": (r"과반(?=수?의? ?(?:찬성|동의|득표))|다수결", "(?:以|经)[^，。；]{0,8}(?:过半数|多数)[^，。；]{0,4}(?:赞成|同意|通过)|多数票", r"\bby (?:a )?(?:simple |narrow )?majority\b|\bmajority vote\b"),
    },
    {
        "unanimously": ("만장|전원|모두|일치", "一致|全票|全体|均", r"unanim|all\b|every|consensus|without (?:a )?dissent"),
        "by majority": ("과반|다수|찬성", "过半|多数|赞成", r"majority|votes?\b|most"),
    },
)  # fmt: skip
_HOW_MANY_ROUNDLY: Final = Topic(
    "figure-differs",
    "count",
    (
        "수십 수백 수천 수만",
        "数十 几十 数百 几百 上百 数千 几千 上千 数万 上万 几万",
        "dozens scores tens hundreds thousands",
    ),
    {
        "tens": (r"수십(?! ?[만억조])", "[数几]十(?![万亿多])", r"\b(?:dozens|scores)\b|\btens of (?!thousand|million|billion|trillion)"),
        "hundreds": (r"수백(?! ?[만억조])", "(?:[数几]|(?<!以)上)百(?![万亿])", r"\bhundreds of (?!thousand|million|billion|trillion)"),
        "thousands": (r"수천(?! ?[만억조])", "(?:[数几]|(?<!以)上)千(?![万亿])", r"(?<!tens of )(?<!hundreds of )\bthousands of (?!million|billion)"),
        "tens of thousands": (r"수만(?= |명|대|건|가구|개)", "(?:[数几]|(?<!以)上)万(?![亿])", r"\btens of thousands\b"),
    },
    {
        "tens": ("수십|[2-9][0-9]", "十|[2-9][0-9]", r"dozen|scores|tens\b|[2-9][0-9]|several"),
        "hundreds": ("수백|백|[1-9][0-9]{2}", "百|[1-9][0-9]{2}", r"hundred|[1-9][0-9]{2}"),
        "thousands": ("수천|천|[1-9],?[0-9]{3}", "千|[1-9],?[0-9]{3}", r"thousand|[1-9],?[0-9]{3}"),
        "tens of thousands": ("수만|만", "万", r"tens of thousand|0,000|myriad"),
    },
)  # fmt: skip

TOPICS: Final = (
    _TAKEN_TOGETHER,
    _CEILING,
    _ABRUPTLY,
    _VOTE,
    _HOW_MANY_ROUNDLY,
    _BEFOREHAND,
    _STANCE,
    _WITHIN,
    _HOW_MANY,
    _TOGETHER,
    _SIDES,
    _LASTING,
    _FORCE,
    _COST,
    _SECTOR,
    _GENDER,
    _DUTY,
)

"""How a number is meant: at least, up to, under, about, nearly. Words before it, behind it, and around it.

The words are kept by what they do to a number, in each language:

- an adverb stands before the number, or before the verb or noun that takes it (至少需要300亿, 최대 시속 300㎞);
- a comparison may be denied, which turns it round: 넘지 않는, 不低于, no more than;
- words may be piled up (up to a maximum of, 最多不超过): of several the one that bounds counts;
- a noun may stand between the number and what is behind it (50 homes or more).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, cast

import msgspec

from languages.parity.around_numbers import around_in_chinese, bounds_nothing, is_of_the_sum
from languages.parity.findings import Span, TextLanguage
from languages.parity.kinds import Qualifier

BOUNDS: Final[frozenset[Qualifier]] = frozenset(("up-to", "under", "at-least", "more-than"))
"""What a number must not pass."""
_WEAK: Final[frozenset[Qualifier]] = frozenset(("exact", "loose", "peak", "within"))


class Words(msgspec.Struct, frozen=True):
    """What a language says before and behind a number. Names of groups are qualifiers, with _ for -."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    window: int
    """Characters before the number that are looked at."""


# --- Korean ----------------------------------------------------------------------------------------

# 총, 하루, 1인당, 시속 … between an adverb and its number
_KOREAN_BETWEEN = r"(?:로|한|은|는)?(?: ?(?:[0-9]?[가-힣]{0,4}(?:당|별로?|마다)|시속|연간?|월|주|총|누적|합계|평균|하루|일일|매일|매년|매월|건당|전체|각각?|통산|왕복|편도|앞으로|향후|무려|다른|추가로|순)){0,2}"
_KOREAN_PARTICLE = (
    r"(?: ?[가-힣]{1,5}(?: 기업| 업체)?)??(?:을|를|이|가|의|에|은|는|도|까지|에도|보다|선을|대를)?"
)
# what comes before a superlative: the largest port in the world is no bound
_SUPERLATIVE = "".join(
    f"(?<!{word} )"
    for word in ("세계", "국내", "사상", "역대", "아시아", "업계", "지역", "한국", "전국", "동양", "유럽")
)
_KOREAN_ABOUT = r"(?<![가-힣])(?:약(?![은을의한하해])|대략|어림잡아|어림|줄잡아|(?<!는 )한(?= $)|얼추|대충)"
# the name of a measure says how much as well without its superlative: 최고속도는 180km, a speed of 180 km/h
_KOREAN_OF_A_MEASURE = (
    r"(?: ?[가-힣]{0,4}"
    r"(?:속|속도|고도|높이|길이|거리|온|온도|기온|량|력|압|율|률|폭|액|인원|정원|수심|수위|시간|기간)[은는이가]"
    r"| ?(?:비행 |순간 |운항 |설계 )?(?:고도|높이|길이|깊이|수심|출력|속도|풍속|온도|기온|사거리|항속거리))"
)
_KOREAN_PEAK = rf"(?:최고|최대|최장){_KOREAN_OF_A_MEASURE}"
_KOREAN_MEASURED = rf"(?:최저|최단){_KOREAN_OF_A_MEASURE}"
_KOREAN_MOST = r"(?:최대한?|최고|최장|최다|많게는|길게는|크게는|높게는|늦어도|많아야|길어야|커야|커봐야|기껏해야|고작해야|잘해야|상한(?:는|은|액|선|인|[:：])?|한도(?:[는인]|액은|[:：]|(?= [가-힣0-9]{1,5}당)))"
_KOREAN_LEAST = r"(?:최소(?:한)?|적어도|못해도|줄여도|적게는|짧게는|낮게는|최저|하한(?:액?은|선)?)"
# the noun that is counted: 최대 중소기업 200개사
_KOREAN_NOUN = r" (?!지난)[가-힣]{1,5}(?<![을를이가은는의에로와과고며도만나데서지]) ?$"
KOREAN: Final = Words(
    before=re.compile(
        rf"(?:(?P<loose3>정원|최단)[은는이]?|(?P<peak>{_KOREAN_PEAK})|(?P<loose>{_KOREAN_MEASURED})|(?P<about>{_KOREAN_ABOUT})|(?P<nearly>거의)|{_SUPERLATIVE}(?:(?P<up_to>{_KOREAN_MOST})|(?P<at_least>{_KOREAN_LEAST}))){_KOREAN_BETWEEN} ?$"
        rf"|(?:(?P<about2>{_KOREAN_ABOUT})|(?P<nearly2>거의)|{_SUPERLATIVE}(?:(?P<up_to2>{_KOREAN_MOST})|(?P<at_least2>{_KOREAN_LEAST}))){_KOREAN_BETWEEN}{_KOREAN_NOUN}"
    ),
    behind=re.compile(
        r"\)?"
        + _KOREAN_PARTICLE
        + r" ?(?:훌쩍|바짝|성큼|크게|소폭|대폭|근소하게|가볍게|거뜬히|조금|살짝|약간|다소|훨씬|이미|채|처음(?:으로)?|사상 처음(?:으로)?|다시|모두|각각|잇달아|가뿐히|간신히|겨우|가까스로)? ?"
        r"(?:(?P<up_to>이하|이내|까지만|까지(?=이?다[ .]|임|[.。]|$)|넘게 [가-힣]{1,5}지 ?않|까지는(?= [^.,]{0,12}[0-9])|까지(?! ?(?:[가-힣]{1,4} )?(?:내려|떨어|오르|오를|올라|늘어|줄어|낮아|높아|치솟))(?= [^.,]{0,14}(?:수 있|가능|허용)| ?(?:[가-힣]{1,4} )?(?:빌려|대출(?:해|받|한)|지원(?:한|해|받|된|하)|보상(?:한|해|받|하)|충당(?:하|한|해|되|된|할)|보호(?:한|해|받|하|된|되)|보장(?:한|해|받|하|된|되)|인출|송금|예치|지급|환급|제공(?:한|하)|공제|면제|할인(?:해|받|된|한)|감면|인정))|(?:를 |을 )?(?<![가-힣])(?<!고 )(?<!며 )(?:한도|상한)|의 (?:비|강우|강풍|바람|하중|압력|지진|눈|파도|수압)까지(?= )|의? ?범위(?: ?안| ?내)?(?:에서|로|까지)|(?:넘|초과하|넘기|넘어서|웃돌|상회하|뛰어넘|벗어나)지 ?(?:않|못|아니|말|마)|(?:넘|초과)[가-힣]{1,4} ?안 ?[되된될됩]|못 ?넘|넘길 수 없|넘을 수 없|초과할 수 없|(?<=보다) ?(?:많|높|크|길)지 ?않)"
        r"|(?P<at_least>이상(?! ?[이은] ?없)|(?<![가-힣 ])\+(?![0-9])|(?:밑|아래)(?:으?로)? ?[가-힣]{1,4}지 ?(?:않|못)|(?:밑돌|하회하|못 미치|모자라)지 ?않|(?<=보다) ?(?:적|낮|작|짧)지 ?않|넘(?![버사실치나])[가-힣]|초과|돌파|웃[도돌돈돎돕]|상회|뛰어넘|앞질[렀러]|앞지[르른를]|추월|능가|(?<=보다) ?(?:많|높|크|큰|길|긴|비싸))"
        r"|(?P<at_least4>선(?:을|은)? ?(?:지[켰키켜]|유지|회복|사수|되찾|탈환|복귀|웃))|(?P<under>미만|선(?:이|도|마저)? ?(?:무너|깨[져지질진]|붕괴)|(?:밑|아래)(?:으?로|에|이|인|까지)|못 ?미[치쳐쳤친칠]|채 ?[가-힣]{1,4}지 ?(?:않|못)|미치지 ?(?:못|않)|밑[도돌돈]|하회|안 ?[되된될됐돼]|되지 ?(?:못|않(?!을 수))|못 ?[되된될됐]|(?<=도 )(?:못(?= )|걸리지 ?(?:않|못)|남지 ?(?:않|못)|안 남|채 ?(?:안|못))|미달|(?:(?<=에)|(?<=에 ))모자[라란랐]|남짓도|(?<=보다) ?(?:적|낮|작|짧))"
        r"|(?P<about>내외|안팎|가량|정도|쯤|전후|언저리)|(?P<nearly>가까|가깝|육박|근접|다가[서섰선]|임박)|(?P<odd>남짓|(?<=[0-9십백천만억조년달월일간분초회번배곳명개건원척동편종톤호쪽주시])여(?= |명|개|건|대|곳|채|가구|간|만에|동안|에 걸|[,.)]|$))"
        r"|(?P<after>뒤|후(?![가-힣])|후에|이후)|(?P<peak>만(?=을|이 | ))|(?P<loose>부근|급 ?[가-힣]{1,5}까지|으?로 ?(?:제한|한정)|까지(?= ?(?:[가-힣]{1,4} )?(?:내려|떨어|오르|오를|올라|늘어|줄어|낮아|높아|치솟|끌어|올리|올려|높이|높여|늘리|늘려|줄이|줄여|낮추|낮춰))|만에|수준|꼴|지난|지나|지났|경과|된 |규모(?=[의로에다이 .,)]|$)|대(?=[로의에를가다였이 .,]|$)|선(?=이다|이었|에서|에 |으로|을 |까지|[ .,]|$))|(?P<loose2>(?:동안|간)(?= [^.,]{1,16} (?:뒤|후|끝에)))|(?P<within>안에|안의|내에|내의|전까지|사이(?=에|[ ,])|내(?![가-힣])|동안|간(?![가-힣])))"
    ),
    window=20,
)

# --- Chinese, in Simplified characters ----------------------------------------------------------------

_CHINESE_NOT = (
    r"(?:不得|不能|不可|不会|不应|不许|不予|不要|切勿|请勿|勿|不再|并未|尚未|没有|未曾|绝不|不|未|没)"
)
_CHINESE_MORE = r"(?:[首再连又击冲升涨]破|[跨迈越]过|重[上回返]|站上|站稳|已过|年过|超过|超出|超越|逾|突破|高于|多于|大于|长于|优于|超)"
_CHINESE_LESS = r"(?:低于|少于|小于|短于|不足|不到|逊于)"
# 超过了, 约有, 最高可达, 大约为
_CHINESE_TAIL = r"(?:约|达|为期|为|有|至|到|了|过|可达到?|可|达到|已达|将达|已有|也有|仅|高达|总[计额]?|合计|共计?|大约|每(?:[日天月年人次户台件坪股桶吨克升]|平方米|立方米|公斤|公里|小时|分钟|秒)|人均|日均|年均|月均|平均|累计|每[0-9.]{1,5}(?:平方米|公斤|公里|克|升|吨|人|户|天|年)|单[日月次]|时速|其中|其|1[美欧日]元兑)"
_CHINESE_MEASURED = r"(?:瞬时|设计|运行|运营|起飞|总|输出|白天|夜间|续航)?(?:时速|车速|航速|限速|气温|温度|体感温度|风速|速度|功率|航程|载重|载重量|重量|容量|高度|水深|水位|距离|里程|压力|湿度|深度|长度|宽度|直径|浓度|产能|面积)"
# what money is taken from stands before it: 最多动用韩国—东盟合作基金1200万美元
_CHINESE_TAKEN_FROM = r"(?:动用|使用|利用|提取|拨付|投入)[^，。；、0-9]{2,16}"
# between an adverb and its number stands what is done with it: 至少需要300亿, 最多可容纳500人
_CHINESE_DONE = r"(?:预计|估计)?(?:[可能将会要需须应得已还再只就供]{1,2}(?:(?!至[少多])[\u4e00-\u9fff]){0,4}|(?:可以|能够|需要|容纳|提供|支[付持援]|补[助贴]|资助|奖励|减[免少排]|增[加至]|降低|降价|涨价|加价|减价|上涨|上浮|下浮|缩短|延长|提[前高至升]|上调|下调|削减|缩减|压减|减排|下降|扩大|运[送载行]|搭载|行驶|飞行|航行|持续|参[加与]|生产|创造|节[省约]|发放|建[设成造]|新建|引进|购买|采购|投[入资]|吸引|培养|招[收募聘]|补充|增补|录用|覆盖|连接|花费|耗时|用时|贷款|优惠|存[放续]|相当于|占[比据]?|领取|晚点|延误|迟到|推迟|停[留放]|等[候待]|处[以罚]?|判处|罚款|报销|住院|隔离|休[假息]|[借贷](?:到|款)|返还|获得?)[\u4e00-\u9fff]{0,2})"
# 最多可比此前缩短20%
_CHINESE_COMPARED = r"(?:[可能将会]{0,2}[比较][\u4e00-\u9fff]{1,8}?)"
CHINESE: Final = Words(
    before=re.compile(
        rf"(?:(?P<up_to>{_CHINESE_NOT}(?:得)?{_CHINESE_MORE}|(?:至多|最多|最高(?:售价|价格|票价|报价|金额|额度|年薪|奖金|罚款|赔偿)?(?!时速|车速|航速)|最长|最远|最大|最迟|最重|最深|最厚|最强|顶多|充其量|[长多慢高迟]则|限[购领乘报投]|上限|封顶|限[制定]在)(?:将?[从由]|为|是|定为|设为|[：:] ?)?(?:{_CHINESE_NOT}{_CHINESE_MORE})?)"
        rf"|(?P<at_least>{_CHINESE_NOT}{_CHINESE_LESS}|[短少快低早]则|不下于?|不止|不亚于|至少|最少|最低|最短|最小|起码|下限(?:为|是|[：:] ?)?|近?{_CHINESE_MORE})"
        r"|(?P<under>跌破|失守|不足|不到|不及|不满|未满|未到|未达到?|未及|没到|没有达到|没达到|达不到|未能达到|未能超过|低于|少于|小于|短于)"
        r"|(?P<about>大约|大概|约合|约为|约莫|约计|约|大致|大体|大略|粗略|差不多|概算|估计大?约)"
        r"|(?P<nearly>将近|接近|近乎|(?<!最)近|逼近|临近|几近|几乎|快[要到有]|直逼)"
        rf"|(?P<loose>(?<![不未圆充饱丰])满|(?<![期时年权界上下局极不有无受宽])限|年满|已满|(?:限额|额度|限速|限重|限高)(?:为|是|[^，。；0-9]{{0,6}}[至到])?|多达|高达|长达|迈上|重达|估计|相当于)){_CHINESE_TAIL}{{0,2}}$"
        # an adverb, and a verb before its number
        rf"|(?:(?P<up_to2>至多|最多|最高|最长|最远|最大(?=[可能])|顶多)|(?P<at_least2>至少|最少|起码|最低))(?:每[年月天日人户周次家])?{_CHINESE_COMPARED}?(?:{_CHINESE_DONE}|{_CHINESE_TAKEN_FROM}){_CHINESE_TAIL}?$"
        # 回国后须至少在本国公共机构工作两年: an adverb that is no superlative bounds what follows in its clause
        r"|(?:(?P<up_to3>至多(?!多)|顶多|最多|最[高远长大]可)|(?P<at_least3>至少|起码))[^，。；、：的0-9%一二两三四五六七八九十百千万亿]{1,14}$"
        rf"|(?:(?P<peak>最[高大长远快]{_CHINESE_MEASURED}|[只仅][能可需会限](?:(?!年满|已满)[^，。；、0-9]){{0,10}})|(?P<loose2>最[低小短]{_CHINESE_MEASURED}|最快)){_CHINESE_TAIL}{{0,2}}$|(?P<peak2>最[深高远长宽]处)[^，。；0-9]{{0,8}}$"
        r"|(?<![条公契节制签预续毁邀相誓违履特纽简解失守赴租合要协集])(?P<about2>大?约(?![定束会请旦翰好谈法]|为?至[少多]))[\u4e00-\u9fff]{1,4}(?<![的在第近去前后过])$"
        # 约相当于去年的, 超过计划的
        r"|(?P<up_to5>上限(?:为|是)(?:(?![加减])[\u4e00-\u9fff]){1,8})$|(?P<peak3>可达)$|(?P<up_to6>限定[^，。；、0-9]{1,8}[为在])$|(?P<at_least5>(?:进度|进展|占比|比例|比重|率|数)(?:已经?|都)?过)$"
        r"|(?:(?<![条公契节制签预续毁邀相誓违履特纽简解失守赴租合要协集])(?P<about3>约)(?![一二两三四五六七八九十])|(?P<nearly2>近(?![年日期几来现代海郊岸畔邻旁况距视似义亲乎]|[一二两三四五六七八九十]+(?:年|个月|周|天|日|季|期|届)))|(?P<up_to4>[不未没][得能可会应]?(?:超过|超出|高于|多于)|最[高多](?:可?达到?|可?为|占))|(?P<at_least4>(?<![不未没得能可会应])(?:超过|突破|远超|超出|高于|多于)|[不未没](?:低于|少于))|(?P<under3>(?<![不未没])(?:低于|少于)))(?:为|是|相当于)?(?:20[0-9]{2}年)?(?:[^，,。；、0-9]{0,14}?(?:（[^（）]{1,14}）|\([^()]{1,14}\))?(?:的|数|值|线|均|平|价|额|入|量|率|费|准|界点)|每[^，。；、0-9]{1,4})$"
        r"|(?:(?P<under2>不足|不到|不及|未及|低于|未能?达到?|没能?达到)|(?P<nearly3>接近|将近|逼近))(?:直升机|[^，。；、是增减升降]){1,26}的$"
    ),
    behind=re.compile(
        r" ?(?:/小时|/时)?(?:(?P<at_least>以上|及以上|或以上|或更[多高长大]|上方|之上|之多|开外|起步|\+(?![0-9]))|(?P<up_to>以下|及以下|或以下|或更[少低短小]|封顶|以内|之内|为限(?![制定购行量])|为上限|为最高|上限)|(?P<within>内(?!容|部|地|外|需|阁|存|涵|生|陆(?!续)|政|幕|线)|间(?=，|$))"
        r"|(?P<about>左右|上下|前后|许(?=[，。]))|(?P<after>之后|以后|后(?![的续备来台方勤期]))|(?P<loose>附近|不等|起(?=[，。；、）]|$)|区间|关口|大关|水平|规模)|(?P<odd>有余|还多|余(?![额地量下数粮热料款震波韵温生年辉烬])|出头|略[多高强超有]|多一[点些]|多点)|(?P<nearly>略[少低欠弱])|(?P<under>[都也还]?(?:不到|不足|没到|达不到)(?=[，。；、）]|$)))"
        r"|(?:(?![一二两三四五六七八九十半])[\u4e00-\u9fff]){1,4}?(?:(?P<at_least2>以上|上方)|(?P<up_to2>以下|以内|之内|为限(?![制定购行量])|为上限)|(?P<about2>左右|上下)|(?P<odd2>有余))"
    ),
    window=30,
)
_NOT_NEARLY = re.compile(
    r"(?:最|附|就|新|邻|远|靠|临|亲|贴|(?<![要需])走)近$|(?:高|反)超$|(?:(?<!折)合|条|公|契|节|制|大节|签|预|续|毁|邀|相|誓|违|履|特|纽|简|解|失|守|赴|租)约$"
)

# --- English ----------------------------------------------------------------------------------------

_NOT = r"(?:no|not|never|cannot|can't|won't|isn't|aren't|may not|must not|without) (?:(?:expected|likely|allowed|permitted|supposed|meant) )?(?:be |fall |drop |go |sink |dip |to |even |any |take |use |exceed |hold |spend |charge |pay |carry |allow )?"
_ENGLISH_MORE = (
    r"(?:(?:more|greater|higher|longer|larger|older|heavier|bigger|farther|further|better|faster|wider|taller|deeper|bigger) than|(?<! or )(?<!hand )(?<!hands )(?<!handed )(?<!handing )(?<!take )(?<!took )(?<!taken )(?<!turn )(?<!turned )(?<![0-9] and )over(?! (?:its|their) ?$)|(?<! or )above|beyond(?: the first)?"
    r"|exceed(?:s|ed|ing)?|in excess of|upwards? of|north of|topp(?:ed|ing)|tops|(?<=to )top|(?<=will )top|(?<=[a-rt-z]s )top|(?<!the )(?<!half )past|surpass(?:ed|es|ing)?|outstrip(?:s|ped|ping)?|(?:breaks?|broke|broken|breaking)(?: (?:through|past|above)(?! the\b))?|breach(?:ed|es|ing)?|clear(?:ed|s|ing)|(?:pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|reach(?:ed|es|ing)?) the (?:mark|milestone) of)"
)
_ENGLISH_LESS = r"(?:(?:less|fewer|lower|shorter|smaller|younger|lighter|slower|narrower) than|under|below|beneath|short of|shy of|south of)"
# for 30 people, at least five of whom
_NUMBER = r" (?:[0-9$₩€]|(?:KRW|USD|US\$|EUR|CNY|RMB|JPY|GBP)|(?:once|twice|thrice|a|an|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)"
_SLIGHTLY = r"(?:just|slightly|marginally|fractionally|barely|a (?:little|bit|shade|touch|tad))"
ENGLISH: Final = Words(
    before=re.compile(
        rf"(?:^|(?<=[^A-Za-z]))(?:(?P<up_to>{_NOT}{_ENGLISH_MORE}|at or (?:below|under)|no (?!fewer|less|lower|short|small|young|light|slow|narrow|near)[a-z]{{2,9}}er than|(?<!edged )(?<!shot )(?<!soared )(?<!jumped )(?<!surged )(?<!rocketed )(?<!leapt )(?<!ticked )(?<!inched )(?<!nudged )(?<!moved )(?<!climbed )(?<!crept )(?<!went )(?<!go )(?<!goes )(?<!gone )(?<!going )(?<!brought )(?<!bumped )(?<!pushed )(?<!add )(?<!adds )(?<!added )(?<!adding )(?<!rising )(?<!rises )(?<!rise )up to|at (?:the )?(?:very )?(?:most|maximum)|no later than|(?:a )?(?:top|maximum) (?!(?:[a-z]+ )?(?:speed|temperature|altitude|height|depth|length|width|range|capacity|output|power|load|winds?|gusts?|supply|demand|weight|payload|thrust) of)(?:[a-z]+ )?of|maximum(?: of)?|(?:maximum|cap|ceiling|limit)(?: [a-z]+){{0,2}}:|max\.?|a (?:cap|ceiling|limit) of|(?<!record )(?<!all-time )(?<!new )high of"
        r"|(?:capped|limited|restricted|confined) (?:at|to)(?: an? [a-z]+ of)?|ceiling of|not exceed(?:ing)?|within(?! (?:just |slightly |a )?(?:little |bit )?over\b)|(?:cap(?:s|ped|ping)?) (?:[a-z-]+ ){1,12}at|limit(?:s|ed|ing)? (?:[a-z-]+ ){1,6}to)"
        rf"|(?P<at_least>{_NOT}{_ENGLISH_LESS}|at or (?:above|over)|at (?:the )?(?:very )?(?:least|minimum)|at a (?:bare )?minimum|a (?:bare )?minimum of|minimum(?: of)?|minimum(?: [a-z]+){{0,2}}:|a floor of|{_ENGLISH_MORE})"
        rf"|(?P<under4>to just under)|(?P<nearly>{_SLIGHTLY} {_ENGLISH_LESS}|nearly|almost|a near|close to|approach(?:ing|es|ed)|(?<=to )approach|nearing|nears|not quite|virtually|practically|verging on|bordering on)"
        rf"|(?P<under>{_ENGLISH_LESS}|not even)"
        r"|(?P<about>about|around|approximately|approx\.|roughly|some|circa|ca\.|(?:about|around|approximately|roughly) (?:the |an? )?(?:area|size|equivalent|length|height|weight|width|value|same) (?:of|as|to)|an? estimated|(?:in|on) the (?:region|neighbou?rhood|vicinity|order|range|ballpark) of|more or less|somewhere (?:near|in the region of)|or so|give or take|~)"
        r"|(?P<peak>a peak of|(?:top|maximum) (?:[a-z]+ )?(?:speed|temperature|altitude|height|depth|length|width|range|capacity|output|power|load|winds?|gusts?|supply|demand|weight|payload|thrust) of)|(?P<loose>(?:allowance|limit)(?: (?:is|was|of))?|add(?:s|ed|ing)? up to|estimated at|hit|reach(?:ed|es|ing)?|pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|from|as (?:many|much|high|long|low|few|large|fast|far) as|starting (?:at|from)))"
        r"(?: (?:an? (?:annual|yearly|monthly|weekly|daily) average of|an?|the|its|their|another|(?:a |the )?(?:total|combined|average|record|further|additional|cumulative|whopping|full)(?: total)?(?: of)?|about|some|minus|maximum of|minimum of)){0,2}$"
        # the threshold, limit or record that is passed
        r"|(?P<at_least2>(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beat(?:s|en|ing)?|above|beyond) (?:the |an? |its |their )?(?:[a-z'’-]+ ){1,3}of|(?:pass|cross)(?:ed|es|ing)? (?:the|an?|its|their) (?:[a-z'’-]+ ){0,2}(?:point|mark|threshold|level|line|limit) of)$"
        r"|(?P<under2>(?:below|under|short of|shy of) (?:the |an? |its |their )?(?:[a-z'’-]+ ){1,3}of)$"
        # less than the figure for meat, 60.6 kilograms
        r"|(?:(?P<at_least3>more|higher|greater|larger|longer|faster)|(?P<under3>less|fewer|lower|smaller|shorter|slower)) than (?:the|that|those|its|their) (?:[a-z'’-]+ ){0,3}(?:of|for|in) (?:[a-z'’-]+,? ){0,3}?[a-z'’-]+,$"
        r"|(?P<after>after)$|(?P<within3>before)$"
        # of a time that is counted from now
        r"|(?P<within>(?:within|over|during|for|in)(?: the)? (?:next|past|last|coming|following|previous|first)|in the space of)$"
        r"|(?P<nearly4>within an? (?:whisker|inch|hair|hair's breadth) of)$|(?P<up_to2>within(?: (?!this\b|next\b|from\b|whisker\b|inch\b)[a-z]+){1,3}(?: of)?)$",
        re.IGNORECASE,
    ),
    behind=re.compile(
        rf"(?:[ -](?!or\b|and\b|at\b|more or\b|give\b|above\b|below\b|over\b|under\b|than\b)[A-Za-z]+\b){{0,3}},? ?(?:\(?(?P<at_least>\+(?![0-9])|or (?:more|above|over|older|longer|higher|larger|greater|better|taller|wider|deeper|farther|further|faster|thicker|heavier|up)(?! than\b)|and (?:over|above|older|up(?:wards?)?|more|higher|beyond)(?! than\b| to\b|{_NUMBER}(?![0-9.]*(?:%| per ?cent)))|at (?:the )?(?:very )?(?:least|minimum)(?!{_NUMBER})|at a (?:bare )?minimum|minimum|(?<!\()plus\b(?=[.,;:)]|$)|-(?:plus|odd)\b)"
        rf"|(?P<up_to>(?:is|was|are|were) the most(?! (?:since|in|ever|of|for|on|recorded)\b)|or (?:less|fewer|below|under|younger|shorter|lower|smaller|slower|narrower|lighter|earlier|sooner|finer|nearer|closer|sharper)|and (?:under|below|younger)|at (?:the )?(?:very )?(?:most|maximum|outside|longest|latest|highest|fastest)(?!{_NUMBER})|at a maximum|(?:maximum|max|tops)(?=[.,;:)]|$))"
        r"|(?P<about>or so|or thereabouts|give or take|more or less|or around that)|(?P<loose>range|mark|levels?|threshold|territory))\b|(?P<at_least2>\+)(?![0-9])",
        re.IGNORECASE,
    ),
    window=56,
)
_LAST: Final = re.compile(
    r":$|(?:to|at|is|was|most|limit|allowance|than|exceed\w*|of|max\w*\.?|least|minimum|over|above|beyond|under|below|beneath|before|about|around|approx\w*\.?"
    r"|roughly|some|circa|ca\.|estimated|so|take|~|near\w*|almost|but|on|quite|virtually|practically|within|even|minus|next|past|last|coming|following|previous|first|approach\w*"
    r"|surpass\w*|topp\w+|tops?|pass\w*|cross\w*|outstrip\w*|br[eo]a?k\w*|breach\w*|clear\w*|through|past|hit|hits|reach\w*|from|as|less|after|an?|the|its|their|another|total|combined|average|record|further|additional|cumulative|whopping|full)\Z",
    re.IGNORECASE,
)
"""What the words before a number end with: most numbers have none, and this is seen at once."""
_WORDS: Final[dict[TextLanguage, Words]] = {
    "ko": KOREAN,
    "zh-hans": CHINESE,
    "zh-hant": CHINESE,
    "en": ENGLISH,
}


def number_qualifier(text: str, start: int, end: int, language: TextLanguage) -> Qualifier:
    """How the number at a place of `text` (prepared) is meant; what bounds it prevails over what blurs it."""
    words = _WORDS[language]
    said = list(_before(text, start, words))
    if bounds_nothing(text, start, end, language, said):
        return "loose"
    if words is CHINESE:
        said = [*around_in_chinese(text, start, end, said)]
    behind = words.behind.match(text, end)
    if behind is not None and _turns_round(said, _name(behind)) and not _is_passed(text, end, language):
        return _name(behind)  # 최장 2시간 이상, 可达2小时以上
    if behind is not None:
        said.append("loose" if is_of_the_sum(text, end, language, _name(behind)) else _name(behind))
    return next(
        (each for each in said if each in BOUNDS),
        next((each for each in said if each not in _WEAK), said[0] if said else "exact"),
    )


def _turns_round(said: list[Qualifier], behind: Qualifier) -> bool:
    """Whether a lower bound behind a number contradicts the upper one before it, which is then no bound."""
    return behind in ("at-least", "more-than") and said[:1] == ["up-to"]


# 최대 2조 원이 넘는: a most that is passed is none, and no translation says both
_PASSED: Final = re.compile(r"[을를이가]? ?(?:넘|웃[도돌돈돎돕]|초과|돌파|상회)")


def _is_passed(text: str, end: int, language: TextLanguage) -> bool:
    return language == "ko" and _PASSED.match(text, end) is not None


_FREELY: Final[dict[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile(
        r"(?:상한|하한|한도)[은는선액이가도을를의:：인]{0,2} ?(?:[가-힣]{1,4}당 ?)?$|^보다 ?(?:많|높|크|길|비싸)|^[가-힣]{0,3} ?(?:모자|밑[도돌돈]|미달)|^에는? ?(?:못 ?미|미치지)|^\)보다"
    ),
    "zh-hans": re.compile(
        r"(?:上限|下限|限额|跌破|失守|最[低高](?:[\u4e00-\u9fff]{1,3})额为)[\u4e00-\u9fff]{0,6}$"
        # 高于上年的3.5比1, 高于日本（10年）
        r"|(?:[高低多少快慢大小长短]于|超过)[^，。；0-9]{1,10}[（(]$"
        r"|[高低多少快慢大小长短]于[^，。；、0-9]{1,12}的$"  # 涨幅高于前一周的0.17%
        r"|(?:[高低多少]于|超过)[仅只]有?$"  # 超过仅有119亿美元的中东
        r"|(?:[高低多少快慢大小长短]于|超过)(?:了)?(?:[去上前]一?年|往年|此前|之前|同期|上个?[季月周]度?)[^，。；0-9]{0,6}$"
    ),
    "en": re.compile(
        r"\b(?:above|below|beneath|beyond) (?:the |its )?(?:[a-z]+ ){0,3}average of$|\b(?:above|below|beneath|beyond|short of|shy of|past|an? estimated|limited to|capped at|restricted to|within|"
        r"(?<!\ba )(?:cap|ceiling|limit|peak|maximum|minimum) of|cap(?:s|ped|ping)? (?:[a-z-]+ ){1,8}at|limit(?:s|ed|ing)? (?:[a-z-]+ ){1,6}to)(?: (?:the|its|their|an?|about|some))*[ $₩€£US]*$|"
        # 28.6 percent more than the 5,600 won of a month ago
        r"(?:[0-9%]|per ?cent|[mbtr]+illion|points?|times|half|third|quarter|years?|months?|weeks?|days?|hours?|minutes?) (?:more|less|fewer|higher|lower|longer|shorter|larger|smaller|faster|slower|quicker) than(?: the| its| that of)?[ $₩€£A-Z]*$|^[ a-z-]{0,12}plus\b",
        re.IGNORECASE,
    ),
}


_BY_NOUN: Final = re.compile(
    r"\b(?:exceed\w*|surpass\w*|pass(?:es|ed|ing)?|over|above|beyond|than|below|under|short of)\b[^.;]{0,24} "
    r"(?:cap|ceiling|limit|peak|maximum|minimum) of(?: (?:the|its|their|about|some))*[ $₩€£US]*$",
    re.IGNORECASE,
)


# higher than 9.1% in the United States
_THAN: Final = re.compile(r"\b(?:higher|lower|more|less|larger|smaller|longer|shorter) than [$₩€£A-Z]*$")
_ELSEWHERE: Final = re.compile(r" (?:in|for) (?:the )?[A-Z]")


def bounds_freely(text: str, span: Span, language: TextLanguage, *, by_noun: bool = False) -> bool:
    """Whether what bounds or blurs a number is a word that does more than that: above the 1.13 percent of the last budget.

    Where one text alone says such a word, it is taken for a comparison; where two do, for the bound that it is. With
    `by_noun`, only of a maximum or the like, which may itself be passed: over the maximum of 400 mg.
    """
    pattern = _BY_NOUN if by_noun else _FREELY["zh-hans" if language == "zh-hant" else language]
    before, behind = text[max(0, span.start - 56) : span.start], text[span.end : span.end + 16]
    if pattern.search(before) is not None or pattern.match(behind) is not None:
        return True
    return language == "en" and _THAN.search(before) is not None and _ELSEWHERE.match(behind) is not None


def is_bounded_behind(text: str, end: int, language: TextLanguage) -> bool:
    """Whether a number that ends at a place of `text` is bounded by what stands behind it."""
    return _WORDS[language].behind.match(text, end) is not None


def _before(text: str, start: int, words: Words) -> Iterator[Qualifier]:
    """The qualifiers that stand before a place, the nearest first."""
    at = start
    while True:
        window = text[max(0, at - words.window) : at]
        if words is ENGLISH:
            window = window.rstrip()
        if (
            words is ENGLISH
            and not _may_qualify(window[window.rfind(" ", 0, -1) + 1 :])
            and "within" not in window
        ):
            return
        found = words.before.search(window)
        if found is None or (words is CHINESE and _NOT_NEARLY.search(window)):
            return
        name = _name(found)
        yield name
        if name == "within" or found[0].lower().startswith("from"):
            return  # down within a year from 2 million; more than in the previous three: what is more stands before
        at = max(0, at - words.window) + found.start()
        if at + 80 < start or found.end() == found.start():
            return


@lru_cache(maxsize=4096)
def _may_qualify(word: str) -> bool:
    """Whether a number may be qualified by what this English word ends."""
    return _LAST.search(word) is not None


def _name(found: re.Match[str]) -> Qualifier:
    assert found.lastgroup is not None
    return cast(Qualifier, found.lastgroup.rstrip("23456").replace("_", "-"))

"""What leaves a matter open or settles it: what each language says of it, as data for `majority`.

Two languages against the third: where two of three say the same and the third has no word that could stand for it,
the third says something else. So these words are wide, where those of `hedges`, `standing` and `modality`, which hold
two texts against each other, are narrow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.syllables import FINAL_L, FINAL_N, PAST, SPOKEN

type Words = Mapping[TextLanguage, str]


class Trait(msgspec.Struct, frozen=True):
    """What two languages say of a matter that the third does not even hint at.

    `says` is what nobody overreads, `may_say` all that may stand for it; `code` is the finding's. With `instead` the
    third must say one of these words besides, and neither of the others any.
    """

    name: str
    code: str
    says: Words
    may_say: Words
    instead: Words = {}
    mirrored: Words = {}
    """Where both others say one of these words, it is told, too, that one text alone says the trait."""
    alone: Words = {}
    """What is told of one text where neither of the others has a word that may stand for it."""


_COMPLETED_IN_CHINESE: Final = r"(?<![早而])已(?!知|久|然|往|婚)|业已|完成|签署|签订|签约|建成|竣工|完工|通车|敲定|落成|获(?=批|评|准|选)|入选|当选"
DONE: Final[Words] = {
    "ko": (
        rf"(?<!게 )[{PAST}]{SPOKEN}(?=(?:다|으며|고|지만|습니다|던|음)(?:[\s,.”\x22’'~]|고|며|는|$))|"
        r"(?:완료|준공|체결|착수|개통)(?! ?(?:예정|목표|계획|후|시(?![가-힣])|전|일정|시점|추진|검토))(?![할될하되키])|(?:완료|준공|체결|착수|개통)(?=하였|되었|하고|하며)|마쳤|마친|확정|성사|(?<![대위관통또롯])[됐된한](?= [가-힣])"
    ),
    "zh-hans": rf"{_COMPLETED_IN_CHINESE}|(?<![为除罢])(?<!意味)了(?![解望如不得])",
    "en": (
        r"\b(?:has|have|had|having) (?:\w+ly |already |also |since |now |just )*(?:been )?\w+(?:ed|en|un|ne|ld|de|ught|pt|nt|rt|et|ut|ot|wn|me|ft|st|ll)\b|"
        r"\b(?:was|were) (?:\w+ly |already )*\w+(?:ed|en|un|ne|ld|de|ught|pt|nt|rt|et|ut|ot|wn)\b|"
        r"\balready\b|"
        r"\b(?<!be )(?:signed|inked|completed|finished|opened|launched|began|started|confirmed|finalized|finalised|approved|adopted|passed|wrapped|won|built|took|became|rose|fell|reached|went|made|gave)\b|"
        r"\bwraps?\b|completes?\b|\bsigns\b|\bpasses\b"
    ),
}
# 了 says no more than that something has begun
COMPLETED: Final[Words] = {**DONE, "zh-hans": _COMPLETED_IN_CHINESE}
# decided, however it was put off before
SETTLED: Final[Words] = {
    "ko": r"최종 ?(?:합의|확정|결정)|확정(?=했|됐|돼|하|된|$|[.。])|타결(?=했|됐|돼|$|[.。])|체결(?=했|됐|$|[.。])|결정(?=했|됐|$)|통과(?=했|됐|$|[.。])|합의(?=했|$|[.。])|승인(?= ?완료|했|됐|$|[.。])|도입(?=한다|했|$)",
    "zh-hans": r"敲定|(?:已|正式|最终)(?:经)?(?:确定|决定|通过|批准|签署|同意|商定|采纳)|审议通过|签署了|达成一致|决定(?=引进|采用|扩大|建设|推进|实施|设立)",
    "en": r"\b(?:finali[sz]ed|settled|agreed|signed|approved|adopted|confirmed|passed|decide[sd] (?:to|on)|has been decided|have been decided|concluded)\b",
}
TRAITS: Final = (
    Trait(
        "possible",
        "hedge-differs",
        says={
            "ko": (
                rf"[{FINAL_L}] 수(?:도|는)? ?있(?!도록|는 (?:기|권|자격|길|시))|[{FINAL_L}] 수도|가능성(?=이|도|은|을 (?:배제|제기|시사|점|열어)|에)|지(?:도)? 모른|"
                r"(?<=[은는한된인]) 듯"
            ),
            "zh-hans": (r"(?<!尽)可能(?!性研究)|或将|或许|也许|似(?=已|乎|将|有|在|是|正|会)|不排除"),
            "en": (
                r"\b(?-i:may|might)\b|\bcould\b|\blikely\b|possib(?:le|ly|ility)|\bappears?\b|\bseems?\b|"
                r"perhaps"
            ),
        },
        may_say={
            "ko": (
                rf"[{FINAL_L}] 수|수 있|수 없|가능|배제|[{FINAL_L}](?:듯|지|까)|듯|것 같|것으로 (?:보|알|전|추)|"
                r"추[정산측]|보인다|전망|내다|우려|걱정|공산|경고|알려졌|전해|여부|모른|거론|점쳐|유력|소문|시사|조짐|잠재|"
                r"위험|려면|라면|으면|다면|경우|어렵|쉽|능력|용의|자칫|아마|허용|될지|만하|만큼|분위기|눈치|모양|인상"
            ),
            "zh-hans": (
                r"仅|只(?=有|限|能|可)|限|可|能|或|有望|估|推[测算断]|传|认为|似|恐|担|忧|若|如果|一旦|倾向|疑|是否|潜在|难|大概|"
                r"迹象|容易|易|风险|隐患|允许|据悉|得以|便于|足以|够|看来|看上去"
            ),
            "en": (
                r"\bmay\b|might|\bcan\b|cannot|could|would|should|likel|possib|potential|perhaps|probab|"
                r"fear|concern|worr|warn|appear|seem|report|said to|alleg|rumou?r|suspect|suggest|\bif\b|"
                r"whether|unless|speculat|prospect|chance|risk|threat|allow|enabl|\babl[ey]|abilit|eligib|"
                r"option|doubt|uncertain|unclear|prone|capable|vulnerable|permit|rul(?:e|es|ed|ing) out|"
                r"apt\b|eye"
            ),
        },
        alone={
            "ko": rf"[{FINAL_L}] 수도 있|[{FINAL_L}] 가능성(?=이|도)|지(?:도)? 모른",
            "zh-hans": r"(?<!尽)可能(?!性)|或将|或许|也许|似乎|不排除",
            "en": r"\b(?-i:may|might)\b(?! (?:be )?(?:not|no|only)\b)|\bpossibly\b|\bperhaps\b",
        },
    ),
    Trait(
        "hedged",
        "hedge-differs",
        says={
            "ko": (
                rf"[{FINAL_L}] 수(?:도|는)? ?있(?!도록|는 (?:기|권|자격|길|시))|[{FINAL_L}] 수도|가능성(?=이|도|은|을 (?:배제|제기|시사|점|열어)|에)|"
                r"(?<=[은는한된인]) 듯|것으로 (?:보[인여]|알려[졌진]|전해[졌진]|추[정산측]|관측|예상|전망)|"
                r"소문|모른다|점쳐|배제하지|유력하|것 같|조짐|우려가"
            ),
            "zh-hans": (
                r"(?<!尽)可能(?!性研究)|(?<![相类近好貌])似(?![的])(?=已|乎|将|有|在|是|正|会)|传言|传闻|"
                r"(?<![数依证凭票占])(?:据悉|据传|据称)|或将|或许|也许|不排除|有望|恐将|恐怕|迹象|疑似|预计"
            ),
            "en": (
                r"\b(?-i:may|might)\b|\bcould\b|\blikely\b|possib(?:le|ly|ility)|\bappears?\b|\bseems?\b|"
                r"reportedly|\brumou?r|said to have|rul(?:e|ed|ing) out|perhaps|apparently|\bis expected|"
                r"\bare expected|believed to|probably|prospects? of"
            ),
        },
        may_say={
            "ko": (
                rf"이르면|보고 있|[가-힣]설(?=도|을|이|은|에)|[{FINAL_L}] 수|수 있|수 없|가능|배제|것으로|[{FINAL_L}] (?:것|듯|전망|지)|듯|것 같|전망|예[상측보]|"
                r"기대|관측|추[정산측]|우려|걱정|공산|보인다|보여|알려졌|알려진|전해|전하|따르면|여부|모른|거론|"
                rf"점쳐|유력|소문|시사|조짐|잠재|[{FINAL_L}](?:지|까)(?: |는|도|를|에|가|$)|눈치|분위기|모양|인상|만하|할지|검토|"
                r"고려|목표|위해|도록|려면|라면|으면|다면|경우|필요|해야|어렵|쉽|능력|안전성|수준|겠|의심|"
                r"의혹|용의|위험|희망|바라|예정|계획|자칫|혹시|아마"
            ),
            "zh-hans": (
                r"得以|便于|足以|够|看来|看上去|仅|只(?=有|限|能|可)|限|可|能|或|望|预|估|推[测算断]|料|据|传|消息|认为|看[来好]|似|恐|担|忧|期|希望|盼|应|若|"
                r"如果|一旦|倾向|疑|怀疑|是否|潜在|有意|考虑|研究|探讨|论证|争取|力争|目标|旨在|需|须|要|"
                r"风险|隐患|机会|难|大概|迹象|容易|易|会|将|拟"
            ),
            "en": (
                r"\bmay\b|might|\bcan\b|cannot|could|would|should|must|likel|possib|potential|perhaps|"
                r"probab|expect|project(?:ed|ion)|forecast|predict|estimat|\bhop|fear|concern|worr|appear|"
                r"seem|report(?!er)|said to|known to|understood|alleg|rumou?r|believ|suspect|think|thought|suggest|\bif\b|"
                r"whether|unless|aim|target|consider|weigh|explor|speculat|anticipat|prospect|outlook|"
                r"chance|risk|threat|tentativ|allow|enabl|\babl[ey]|abilit|eligib|seek|option|indicat|warn|"
                r"doubt|uncertain|unclear|need|rul(?:e|es|ed|ing) out|feasib|stud(?:y|ies)|about to|"
                r"on track|poised|prone|capable|vulnerable|permit|look(?:s|ed)? set|eye|will\b|set to|plan|"
                r"apt\b|\b(?:is|are|was|were) due (?:(?:in|by|on|for)\b|to (?!(?:an?|the|its|their|bad|heavy|high|low|rising|rain|snow)\b))|to be\b|placed to|in line to|poised|favou?rite"
            ),
        },
        alone={
            "ko": r"것으로 (?:알려[졌진]|전해[졌진]|추[정측]|관측|예상|전망|기대)|소문|점쳐|전망이다",
            "zh-hans": r"传言|传闻|(?<![数依证凭票占])据[传称]|恐将|疑似|有望|预计|料将",
            "en": r"\breportedly\b|\brumou?r|\bapparently\b|said to have|believed to|\b(?:is|are) (?:expected|projected) to\b",
        },
    ),
    Trait(
        "weighed",
        "step-differs",
        says={
            "ko": (
                r"검토|저울질|타진|고려(?= ?중|하고 있|하기로|할 (?:예정|계획|방침))|제안(?=했|하|한)|건의(?=했|하|한)|촉구(?=했|하|한)|"
                r"요구(?=했|하|한|가)|목소리|거론|심의(?=를|에|하|할|중)|따져|살펴|숙고|논의 중|"
                r"논의하고|협의 중|협의하고|방안[을도](?! ?(?:\w+ )?(?:검토|논의|협의|제안|건의))"
            ),
            "zh-hans": (
                r"考虑(?!到|了|周)|权衡|研究(?=增|是否|将|推|引|设|建|放|取|减|免|制|扩|提|降|调|在)|提议|建议|"
                r"(?<!性)要求|呼吁|呼声|敦促|主张|酝酿|评估|论证|正(?:在)?(?:研究|讨论|审议|审查|协商|磋商)"
            ),
            "en": (
                r"consider(?:s|ed|ing)?\b|weigh(?:s|ed|ing)?\b|\bmull|explor(?:e|es|ed|ing)\b|"
                r"look(?:s|ed|ing)? into|propos(?:e|es|ed|ing|al)\b|calls? (?:are|is|for|on)|"
                r"called (?:for|on)|urg(?:e|es|ed|ing)\b|recommend|demand(?:s|ed)\b|"
                r"under (?:review|consideration|study|discussion)|"
                r"(?:is|are) (?:\w+ly )?(?:review|study|examin|assess|discuss|debat)ing"
            ),
        },
        may_say={
            "ko": (
                r"검토|고려|저울질|타진|논의|협의|협상|상의|모색|따져|따지|살펴|살피|심의|심사|제안|건의|"
                r"요구|촉구|요청|주장|목소리|호소|거론|방안|구상|권고|권장|권유|당부|의견|토론|숙고|조율|"
                r"대화|회담|면담|연구|조사|평가|제출|발의|신청|여부|둘러싸|[을를]지|할지|들여다|회의|제의|"
                r"주문|바라|희망|해야|하자|강조|지적|공청회|청취|설명|질의|점검|진단|분석"
            ),
            "zh-hans": (
                r"考|研|权衡|探|讨论|磋商|协商|商|谈|议|提|要求|呼|敦促|主张|审|酝酿|评|论证|征|听|请|申|"
                r"是否|方案|拟|对话|意见|声|倡|考察|调(?=研|查)|交流|求|应|须|表示|强调|指出|斟酌|看"
            ),
            "en": (
                r"look(?:s|ed|ing)? (?:\w+ly )?on\b|requir|consider|review|weigh|stud(?:y|ie)|explor|discuss|talk|negotiat|consult|propos|suggest|"
                r"\bcall|urg|demand|\bask|request|recommend|deliberat|look(?:s|ed|ing)? (?:at|into)|debat|"
                r"mull|push|press|examin|assess|evaluat|feasib|advocat|argu|seek|sought|apply|applied|"
                r"application|submit|whether|voic|opinion|view|meet|met\b|exchang|pursu|sound|float|idea|"
                r"option|eye|propound|should|must|need|appeal|invit|want|\btold\b|hearing|investigat|check|inspect|"
                r"survey|stress|say|said|analy"
            ),
        },
        alone={
            "ko": r"검토(?= ?중|하고 있|하기로|할 (?:예정|계획|방침)|$|[.。]?$)|저울질|고려(?= ?중|하고)",
            "zh-hans": r"正(?:在)?(?:考虑|研究|讨论|审议|权衡|审查)|(?<!统筹)考虑(?=是否|将|对|推|引|在)",
            "en": r"\b(?:is|are) (?:\w+ly )?(?:considering|weighing (?!up)|reviewing|studying|mulling|exploring|debating)\b|\bunder (?:review|consideration|discussion)\b",
        },
    ),
    Trait(
        "not-yet",
        "step-differs",
        says={
            "ko": (r"아직|(?<!그렇)(?<!벗어나)지 (?:않았|못했|않고|못하고|않은|못한)|[된한] 바 ?없|미정"),
            "zh-hans": (r"尚未|还没|仍未|未能|尚无|还未|并未|未(?=[获作达就])|没有|没能"),
            "en": (
                r"\byet to\b|not yet|(?:has|have|had) not\b|(?:has|have|had|did|was|were)n't|did not|"
                r"(?:was|were) not|has never|failed to|no (?:\w+ )?(?:has|have|decision|agreement)"
            ),
        },
        may_say={
            "ko": (
                r"않|못|없|(?<![가-힣])안 |아니|아닌|아님|아닙|(?<=[가-힣]) 전(?=[.。,)\n]|$)|미(?=정|확|완|달|발|비|공|지|결|뤄|루|룬|흡|반|도달|착수|착공|승인|이행|실시|시행|납|준수|체결|개최|포함|참|접수|제출|해결|선정|반영|동의|합의|등록)|"
                r"불(?=발|가|투|확|허|참|충)|무(?=산|효|죄|관)|실패|거부|거절|부결|반대|보류|유보|연기|"
                r"취소|중단|제외|결렬|난항|말[고아라]|부족|그[치쳤]|금지|면제|어렵|아직|끊|막"
            ),
            "zh-hans": (
                r"不|未(?!来)|没|无(?!人机|障碍|线)|非(?!洲|常|遗)|否|尚|暂|仍|还在|有待|拒|失败|破裂|停|取消|缓|推迟|"
                r"延|缺|难|除|悬|待定|缩水|免|禁|莫|勿|止"
            ),
            "en": (
                r"\bno\b|\bnot\b|n't\b|cannot|\bnever\b|\bnone\b|\bnor\b|neither|nothing|without|"
                r"\bun(?!i|der|do(?!ubt)|til)\w+|\bin(?:complete|sufficient|ability)|fail|\byet\b|refus|reject|"
                r"declin|lack|absen|cancel|postpon|delay|put off|suspend|halt|except|exempt|beyond|rather|"
                r"instead|avoid|prevent|far from|short of|\bmiss|den(?:y|ied|ies)|collaps|broke down|stall|"
                r"pending|withh|stop|open question|remain|hardly|barely|outstanding|await|ban|free|oppos|held (?:up|back)|stuck|block|bogged|"
                r"longer|few|little|less|only|difficult|hard|prohibit|forbid|drop|scrap"
            ),
        },
    ),
    Trait(
        "denied",
        "step-differs",
        says={
            "ko": (
                rf"(?<!포기하)(?<!그렇)(?<!넘)(?<!넘기)(?<!초과하)지(?:는|도)? ?(?:않|못)|[{FINAL_L}] 수(?:는|도)? ?없|(?<=[가-힣] )아니[다며라고]|(?:것|게|뿐)(?:은|이)? 아니|"
                r"없(?:다(?!시피)|다[고며는]|습니다|으며|고 |는 것|음)|없이는|아닌 (?!것)|지 ?(?:마십시오|마세요|말 것|말아야)"
            ),
            "zh-hans": (
                r"不(?:会|再|得|能|可|予|属|具|是(?!以)|受|包括|适用|在[^，。；乎意]{0,6}(?:之内|范围)|涉及|采用|征|收取|设|作)(?!超过|超出|高于|低于|少于|多于|迟于|晚于|逾)|并非|而非|[从并尚未]?未(?=[^，。；来]{0,6}(?:采取|表明|参|获|签|决|达成|下达|讨论|设定|做|经|落实|形成|计入))|没有|无法|无须|无需|切勿|请勿|不要"
            ),
            "en": (
                r"\b(?:not(?! (?:be )?(?:exceed|more than|less than|fewer than|higher than|lower than|later than|fall below))|cannot|never|neither|nor)\b|n't\b|\bno longer\b|\brather than\b|\bwithout\b|"
                r"\bno (?=[a-z]+ (?:to|was|were|is|are|will|has|have|agreement|decision)\b)"
            ),
        },
        may_say={
            "ko": (
                r"않|못|없|(?<![가-힣])안 |아니|아닌|아님|아닙|미(?=정|확|완|달|발|비|공|지|결|뤄|루|룬|흡|반|만|도달|착수|착공|승인|이행|실시|시행|납|준수|체결|개최|포함|참|접수|제출|해결|선정|반영|동의|합의|등록)|"
                r"불(?=발|가|투|확|허|참|충|응)|무(?=산|효|죄|관|료|상|단|기|인|공해)|비(?=공|핵|회원|대면|과세)|실패|거부|거절|부결|반대|보류|유보|연기|"
                r"취소|중단|제외|결렬|난항|말[고아라]|지 [말마]|삼가|자제|부족|그[치쳤]|금지|면제|어렵|아직|끊|막|대신|보다|뿐|야 (?=[가-힣]+ 수 있)|야만|만 |만을|에만|한해|한하|이외|외에|피하|여전히|예외|빠[지져졌]|배제"
            ),
            "zh-hans": (
                r"不|未|没|无|非|否|尚|暂|拒|失败|破裂|停|取消|缓|推迟|延|缺|难|除|悬|待定|缩水|免|禁|莫|勿|止|仅|只|而是|代替|避|防|例外|"
                r"排除|仍|还在|外|方可|才"
            ),
            "en": (
                r"\bno\b|\bnot\b|n't\b|cannot|\bnever\b|\bnone\b|\bnor\b|neither|nothing|without|"
                r"\bun(?!i|der|do(?!ubt)|til)\w+|\bin(?:complete|sufficient|ability|valid|eligib)|\bnon-?|fail|\byet\b|refus|reject|"
                r"declin|lack|absen|cancel|postpon|delay|put off|suspend|halt|except|exempt|beyond|rather|"
                r"instead|avoid|prevent|far from|short of|\bmiss|den(?:y|ied|ies)|collaps|broke down|stall|"
                r"pending|withh|stop|open question|remain|hardly|barely|outstanding|await|ban|free|oppos|held (?:up|back)|stuck|block|bogged|"
                r"longer|few|little|less|only|difficult|hard|prohibit|forbid|drop|scrap|voluntar|optional|exclu|other than|"
                r"unless|against|still|outside|out of|separat|end|defer|reserv|impossible|waiv"
            ),
        },
        alone={
            "ko": rf"(?<!포기하)지(?:는|도)? 않(?:는다|기로|을 것|겠)|[{FINAL_L}] 수(?:는|도)? ?없(?:다|으며|고)|대상(?:이|은) 아니",
            "zh-hans": r"不(?:会|再|能|予|具|受|包括|适用|涉及)|并非|没有|无法",
            "en": r"\b(?:will|does|do|did|can|is|are|was|were|has|have) not\b(?![^.;]{0,80}\b(?:before|until)\b)|\bcannot\b|\b(?:won't|doesn't|don't|didn't|can't|isn't|aren't|wasn't|weren't)\b|\bno longer\b",
        },
    ),
    Trait(
        "agreed",
        "step-differs",
        says={
            "ko": (r"기로 ?(?:했|합의|결정|의견|뜻|약속|정)|키로|합의(?=했|하고|한 |에)"),
            "zh-hans": (r"一致(?:同意|决定|商定|认为)|商定|同意|决定(?!性|权)|约定|一致"),
            "en": (
                r"\b(?:agree[ds]?|decid(?:e[ds]?|ing)|pledge[ds]?) (?:\w+ly |in principle |also )*(?:with [^.;,]{2,48}? (?:\w+ly |in principle |also )*)?to\b|"
                r"\bagreed (?:on|that)|\bdecision to\b"
            ),
        },
        may_say={
            "ko": (
                r"기로|키로|합의|결정|동의|뜻|약속|협약을|협정을|의견|예정|계획|방침|손|확정|공감|"
                r"일치|정했|정한|정해|나서|나선|선언|공언|다짐|겠|추진"
            ),
            "zh-hans": (
                r"商|同意|决|约|达成|一致|共识|将|拟|定|计划|承诺|携手|共同|合意|议|宣布|表示|愿|要|打算|"
                r"确"
            ),
            "en": (
                r"agree(?!ment)|agreement on|"
                r"(?:reach|sign|conclud|struck|strik|under)\w* (?:\w+ ){0,3}(?:agreement|accord|deal)|"
                r"decid|decision|pledg|commit|resolv|vow|promis|will\b|would|plan|to be\b|determin|set to|undertook|"
                r"are to|is to|shall|consensus|settl|undertak|join|intend|intent|announc|should|must|opt|"
                r"cho[so]|move|\b(?:is|are) (?:\w+ly )?\w+ing\b"
            ),
        },
    ),
    Trait(
        "planned",
        "step-differs",
        says={
            "ko": (
                rf"기로(?: ?(?:했|합의|결정|의견|뜻|약속)|$)|키로|(?:예정|계획|방침)(?=이[다며라]|임|[.。]|으로|$)|겠(?=다|습)|"
                rf"[{FINAL_L}] 것이[다라]|[{FINAL_L}] (?:전망|뜻)|것으로 (?:예상|전망|기대)|목표(?=로|다|이다|를|[.。(]|$)"
            ),
            "zh-hans": (
                r"将(?!案|军|士|其|[^，。；]{0,12}(?:[置于作]|改造[为成]|打造[为成]|变[为成]|改[为成]|转[为成]))|(?<![模虚比草])拟(?!定|议|人|合|真|态)|计划(?!生育)|定于|决定(?!性|权)|"
                r"商定|打算|力争|争取|预[定计]|即将|有意(?=[对将向参在就继])"
            ),
            "en": (
                r"\bwill\b|\bplans? to\b|\bintends? to\b|\b(?:is|are) (?:scheduled|slated|set|due|to be|to)\b|\bto be (?=\w+ed\b)|"
                r"\baims? to\b|\bagreed to\b|\bdecided to\b|\bgoing to\b|\bpledged? to\b|"
                r"\b(?:is|are) (?:expected|projected) to\b|\btargeted for\b|\bplanned (?:for|in|by)\b"
            ),
        },
        may_say={
            "ko": (
                rf"기로|키로|예정|계획|방침|목표|겠|[{FINAL_L}] 것|추진|나선|나서|약속|합의(?!문|서)|결정|협약|"
                rf"하자|공감|뜻을|위해|위한|앞두|전망|까지|안에|내년|향후|앞으로|다음|[{FINAL_L}] (?:때|경우)|려고|"
                rf"고자|도록|다짐|공약|준비|(?<![{PAST}])지만|[{FINAL_N}]다(?=[\s.,”’\x22']|고|며|$)|는다|(?<![었았했됐였렸갔왔났졌쳤]습)니다|자는 (?=안|방안|제안|계획)|(?<=[가-힣])자$"
            ),
            "zh-hans": (
                r"望|期待|将(?!案|军|士|其)|拟|计划|定于|决定|商定|同意|约定|承诺|打算|力争|争取|目标|推进|准备|"
                r"即将|有意|预[计定]|旨在|要|需|须|应|起(?=[，。])|届时|未来|明年|规划|致力|为了|以便|有望|携手|"
                r"前(?=[，。完建])|达成|力求|会(?=[将在有使让对成继引带影出产更推导])|再"
            ),
            "en": (
                r"\bwill\b|\bwould\b|'ll\b|\bshall\b|plan|decid|decision|agree|pledg|promis|vow|commit|"
                r"intend|intent|aim|schedul|slat|\bset\b|\bdue\b|\bto be\b|"
                r"\bto (?!the\b|an?\b|this|that|which|its\b|their\b|his\b|her\b|our\b|more|about|all\b|each|every|both|some|any\b)[a-z]+\b|"
                r"goal|target|seek|must|should|need|going to|about|upcoming|next|future|prepar|resolv|"
                r"\bis to\b|are to\b|until|join (?:hands|forces)|move|opens\b|begins\b|"
                r"starts\b|launches\b|takes\b|deal|accord|forecast|project|expect|estimat"
            ),
        },
        instead=DONE,
    ),
    Trait(
        "under-way",
        "step-differs",
        says={
            "ko": r"(?<=[가-힣] )중(?=[.。,)]|이[다며고]|임|$)|(?<=[가-힣])(?:하|되|이뤄지|진행되)고 있(?=다|으며|고|음|습)",
            "zh-hans": r"正在|正(?=[推进加积与就由在等协编处筹准建设])|(?<=[，。])在建",
            "en": r"\b(?:is|are) (?:\w+ly |now |currently |still |also )?(?:being \w+ed|(?!going|planning|scheduled|expecting|hoping|aiming|seeking)\w{3,}ing)\b|\bunder ?way\b|\bunder (?:construction|development|preparation)\b|\bin progress\b",
        },
        may_say={
            "ko": rf"중|있|진행|아직|추진|계속|나서|단계|[{FINAL_L}] (?:예정|계획|방침)|예정|목표|[{FINAL_N}]다(?=[\s.,]|$)|위해|위한",
            "zh-hans": r"正|在|中|着|推|进|仍|继续|将|拟|力|已(?:经)?(?:开始|启动|着手|进入)|尚|致力|加快|过程",
            "en": r"\b\w{3,}ing\b|under|progress|still|\byet\b|continu|remain|will\b|\bto be\b|plan|seek|ongoing|current|working|effort|pursu|so far|(?:has|have) (?:begun|started)",
        },
        instead=COMPLETED,
    ),
    Trait(
        "open",
        "step-differs",
        says={
            "ko": rf"여부(?=는|를|가|에|도|와)|[{FINAL_L}]지(?:는|를|도)? ?(?:여부|결정|정해|검토|미정|논의|협의|판단|아직)",
            "zh-hans": r"是否|能否|与否|可否",
            "en": r"\bwhether\b",
        },
        may_say={
            "ko": rf"여부|찬반|가부|[{FINAL_L}](?:지|까)|(?<=[은는한인])지|저울질|의문|의심|관건|쟁점|미정|않|못|없|따라|검토|결정|판단|조건|면 |경우|논의|협의|아직|확인",
            "zh-hans": r"情况|与否|否|视|权衡|疑|争|关键|未|尚|不|取决|若|如|待|或|研究|论证|讨论|决定|判断|确认|商|条件|再",
            "en": r"whether|\bif\b|depend|undecided|not\b|\byet\b|unless|subject|pending|may\b|might|could|remain|open|decid|decision|determin|consider|consult|question|assess|clear|doubt|weigh|sticking|\bhing",
        },
    ),
    Trait(
        "unsettled",
        "step-differs",
        says={
            "ko": r"검토|심의(?= ?중|를|하고)|논의 ?(?:중|하고)|협의 ?(?:중|하고)|타진|저울질|대기 ?중|조율 ?중|요청(?=했|하|$)",
            "zh-hans": r"正(?:在)?(?:研究|讨论|审议|审查|协商|磋商|论证|考虑|评估)|考虑(?!到|了)|待(?=[^，。；遇]{0,6}(?:批准|审议|通过|确定))|请求|审议(?!通过)",
            "en": r"\bconsider(?:s|ed|ing)?\b|\bweigh(?:s|ing)?\b|\bunder (?:review|consideration|study|discussion|deliberation)\b|\b(?:is|are) (?:\w+ly |being |still )*(?:review|study|examin|assess|discuss|debat|deliberat|negotiat)\w+|\bawait(?:s|ing)?\b|\bpending\b|\bbefore (?:the )?(?:parliament|national assembly)\b|\basks? to\b|\brequests?\b",
        },
        may_say={
            "ko": r"검토|심의|심사|논의|협의|협상|타진|대기|조율|요청|여부|아직|않|못|예정|추진|중(?=[.。,)]|이다|$)|제안|기로|계획|고려",
            "zh-hans": r"研究|讨论|审|协商|磋商|论证|考虑|评估|待|请|是否|未|拟|将|探讨|谈判|不",
            "en": r"consider|weigh|review|stud(?:y|ie)|discuss|debat|deliberat|negotiat|talk|await|pending|ask|request|whether|\byet\b|\bnot\b|will\b|plan|propos|seek|explor|consult|call",
        },
        instead=SETTLED,
        mirrored=SETTLED,
    ),
)
# plainly to come, in one text alone, where the others say no word of what is to come and have done it
TO_COME: Final[Words] = {
    "ko": rf"(?:예정|계획|방침)(?=이[다며라]|임|[.。]|$)|[{FINAL_L}] 것이다|[{FINAL_L}] (?:예정|계획|방침|전망)",
    "zh-hans": (
        r"(?<![即行])将(?=(?:于|在|正式|由|从)|[^，。；]{0,2}(?:签署|签订|举行|开工|启动|完成|召开|开通|竣工|实施|交付|参加|承建|公布|发布|推出|成立|设立|引进|采购|派遣|投入|获得|批准))|"
        r"(?<![模虚比草])拟(?!定|议|人|合|真|态)|计划(?=于|在|将|年|今|明|签|采购|引进|建设|投入|派|设立|成立|推出|培训|开工|启动|举行)|预定于"
    ),
    "en": (
        r"\b(?:will (?!of\b|be\b|not\b|cost|have|total|cover|run|stretch|span|consist|supply|produce|provide|serve)|plans? to|intends? to|(?:is|are) (?:scheduled|slated|due|expected|to be)|"
        r"(?<!first )(?<!second )(?<!third )(?<!last )(?<!only )(?<!latest )to be (?=\w+(?:ed|en|un|ne|ld|de|ught|pt|nt|rt|et|ut|ot|wn)\b))"
    ),
}
MAY_COME: Final[Words] = {
    "ko": (
        rf"예정|것으로|계획(?!서|도|안)|방침|기로|키로|겠|[{FINAL_L}](?: (?:것|계획|방침)|지|까)|앞두|향후|앞으로|내년|목표|전망|기대|다음|오는 |"
        rf"추진|준비|[{FINAL_N}]다(?=[\s.,]|$)|는다|부터|합의|결정|약속|제안|요청|희망|여부|해야|되어야|협의 ?중|논의 ?중|방안|(?<![었았했됐였렸갔왔났졌쳤]습)니다"
    ),
    "zh-hans": (
        r"将(?!案|军|士|其|[^，。；]{0,12}[置于作提交送给])|(?<![模虚比草])拟(?!定|议|人|合|真|态)|计划(?=于|在|将|年|今|明|推|实|开|建)|定于|预[计定期]|"
        r"会(?=[在有继进逐对向与把从被])|力争|争取|要(?!求|点|素|件|员|闻|塞|么)|决定|同意|商定|约定|承诺|目标|未来|明年|届时|"
        r"可[获领享]|有望|准备|打算|起(?=[，。]|正式)|希望|应(?=当|该|于|在)|须|需要|建议|考虑|是否|下一|推进(?=[^，。；]{0,20}$)"
    ),
    "en": (
        r"\bwill\b|would|\bplan(?:s|ned|ning)? (?:to|for|on)\b|scheduled|slated|\bdue\b|set to|expect|intend|\baim|"
        r"\b(?:is|are|was|were) to\b|to be\b|agreed|decid|going to|next|upcoming|shall|target|\bgoal|by 20|by the end|future|"
        r"propos|pledg|promis|should|must|\bneed|consider|\bhop|until|from [A-Z0-9]|forthcoming|ahead|whether|preparing|consultation|in talks|negotiat|under discussion"
    ),
}
DONE_BESIDES: Final[Words] = {
    "ko": r"(?!)",
    "zh-hans": r"派出|中标|分享|会见|于[^，。；]{1,12}(?:举行|召开)",
    "en": (
        r"\b(?<!be )(?<!been )(?:raised|increased|expanded|added|cut|reduced|lowered|secured|adopted|picked|chose|opened|delivered|sent|met|held|shared|visited|established|dispatched|attended|submitted|announced|exchanged|"
        r"concluded|introduced|joined|launched|delivered|hosted|listened|wins?|selected)\b|"
        # a finite verb, as far as can be told: no participle behind an article or a form of to be
        r"(?<!\bbe )(?<!been )(?<!being )(?<!\bis )(?<!\bare )(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )(?<!their )"
        r"\b(?!need|speed|exceed|proceed|indeed|agreed|united|limited|advanced|related|based)[a-z]{3,}ed\b"
    ),
}
# the principle that the state will bear the cost: other languages say what holds
RULE: Final = re.compile(
    r"\b(?:principle|rule|condition|provision|clause|position|policy|premise) that\b[^.;]*$", re.IGNORECASE
)

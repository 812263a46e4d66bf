"""How far a matter has come: provisional or final, postponed or cancelled, submitted or passed."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

_SETTLED: Final = Topic(
    "step-differs",
    "settled",
    (
        "잠정 가합의 예비 원칙 최종 확정",
        "初步 暂定 临时 原则 最终 终局 确定 敲定 正式",
        "provisional provisionally tentative tentatively preliminary interim principle final finally finalized finalised definitive definitively confirmed",
    ),
    {
        "provisional": (r"잠정(?!적 중단)|가합의|예비 ?합의|원칙적으로 (?:합의|동의|찬성)", r"初步(?!的?设想)|暂定|临时协议|原则上(?=商定|同意|达成|赞成|一致)", r"\b(?:provisional(?:ly)?|tentative(?:ly)?|preliminary|interim)\b|\bin principle\b"),
        "final": (r"최종(?!전|회|면|예)|확정", r"最终|终局|(?:正式|现已|已经?)确定|敲定|正式(?=同意|商定|达成)", r"\b(?:final(?:ly|ized|ised)?|definitive(?:ly)?|confirmed)\b"),
    },
    {
        "provisional": (r"잠정|임시|초기|예비|가[합계]|우선|일단|중간|1차|원칙", r"初|暂|临时|预|阶段性|中期|原则", r"provision|tentativ|prelimin|interim|initial|first|early|temporar|in principle|so far|draft"),
        "final": (r"최종|확정|결정|정식|마지막|끝|마무리|확인", r"最终|最后|终|确定|正式|敲定|定|决|确认", r"final|definit|confirm|last|eventual|end|settl|decid|official|firm"),
    },
)  # fmt: skip
_OUTCOMES: Final = Topic(
    "step-differs",
    "outcome",
    (
        "연기 미뤄 미뤘 미루 늦 보류 취소 철회 무산 백지화 폐기 대로 차질 강행 제때 무사히",
        "推迟 延 缓 搁置 押后 取消 撤 作废 流产 告吹 如期 按 照常 顺利",
        "postpone postpones postponed postponing postponement put deferred hold pushed shelved cancelled canceled cancels cancelling canceling cancellation cancellations call called calls calling scrapped scraps scrapping withdrew withdraw withdraws withdrawn withdrawing withdrawal fell planned scheduled schedule time ahead hitch successfully",
    ),
    {
        "postponed": (r"연기(?=했|됐|되|하|된|한)|미뤄|미뤘|미루|늦춰졌|늦췄|보류", r"推迟|延期|延后|暂缓|搁置|押后", r"\bpostpon\w+|\bput off\b|\bdeferred\b(?![- ]payments?\b)|\bon hold\b|\b(?:pushed|put) back\b|\bshelved\b"),
        "cancelled": (r"취소(?=했|됐|되|하|된|한)|철회|무산|백지화|폐기(?=했|됐|하)", r"取消(?!限)|撤销|撤回|作废|流产|告吹", r"\bcancel\w+|\bcall(?:ed|s|ing)? off\b|\bscrap(?:ped|s|ping)\b|\bwithdr[ae]w\w*|\bfell through\b"),
        "as planned": (r"예정대로|차질 ?없이|계획대로|강행|제때|무사히", r"如期|按期|照常|按计划|按原计划|顺利(?=完成|举行|进行|实施|结束)", r"\bas (?:planned|scheduled)\b|\bon (?:schedule|time)\b|\bwent ahead\b|\bwithout a hitch\b|\bsuccessfully\b"),
    },
    {
        "postponed": (r"연기|미[뤄뤘루룬]|늦|보류|지연|연장|순연|유예|뒤로", r"推|延|缓|搁|押后|迟|改期|滞后|晚", r"postpon|put (?:off|back)|defer|hold|push|delay|shelv|later|late\b|resched|suspend|wait|behind"),
        "cancelled": (r"취소|철회|무산|백지|폐기|중단|없던|결항|접[었기는]|불발|깨|포기|파기", r"取消|撤|废|流产|告吹|停|放弃|终止|中止|叫停|推翻|消", r"cancel|call\w* off|scrap|withdr|fell through|drop|abandon|abort|halt|stop|end|overturn|revok|void|terminat|suspend|ground|lift|remov|axe"),
        "as planned": (r"예정|차질|계획|강행|제때|무사|성공|그대로|원활|진행|정상|순조", r"期|照常|计划|顺利|成功|按时|准时|正常|进行|举行", r"plan|schedul|on time|ahead|smooth|success|hitch|normal|despite|timely|proceed|held|place"),
    },
)  # fmt: skip
_STAGES: Final = Topic(
    "step-differs",
    "stage",
    (
        "막 회",
        "幕",
        "opened curtain under underway closed close end wrapped wraps",
    ),
    {
        "opening": (r"개막(?=했|하|한|됐)|막[을이] (?:올렸|올랐|올린|오른)|개회(?=했|하)", r"开幕(?=[。，了]|$)|拉开[了]?帷幕|揭幕", r"\bopened\b(?= (?:on|in|at|with)\b)|\bcurtain (?:rose|went up)\b|\bgot under ?way\b"),
        "closing": (r"폐막(?=했|하|한|됐)|막[을이] (?:내렸|내린)|폐회(?=했|하)", r"闭幕(?=[。，了]|$)|落下[了]?帷幕|落幕|谢幕", r"\bclosed\b(?= (?:on|in|at|with)\b)|\b(?:came|comes|drew|draws) to (?:a close|an end)\b|\bcurtain (?:fell|came down)\b|\bwrapp?(?:ed|s) up\b"),
    },
    {
        "opening": (r"개막|개회|막[을이] (?:올|오)|열[리렸린었]|시작|개최|출범|들어", r"开[幕启始会]|拉开|揭幕|启幕|举[行办]|召开", r"open|kick|start|beg[aiu]n|launch|curtain (?:rose|went)|held|under ?way|t[ao]+k(?:es?)? place|inaugur"),
        "closing": (r"폐막|폐회|막[을이] 내|끝|마[치쳐쳤친무감]|종료|마지막", r"闭幕|落幕|落下|谢幕|结束|收官|完|终", r"clos|\bend|wrap|finish|conclud|curtain|over\b|last|final|complet"),
    },
)  # fmt: skip
_BILLS: Final = Topic(
    "step-differs",
    "bill",
    (
        "제출 상정 발의 회부 통과 가결 의결",
        "提交 提请 通过",
        "submitted introduced tabled debating deliberating pass passed passes adopted approved",
    ),
    {
        "submitted": (r"(?:국회|의회|본회의|위원회|이사회)에 (?:제출|상정|발의|회부)|발의(?=했|됐)", r"提交(?=[^，。；]{0,6}(?:审议|表决|国会|议会))|提请[^，。；]{0,6}审议", r"\b(?:submitted|introduced|tabled) (?:to|in) (?:the )?(?:national assembly|parliament|plenary|committee|legislature|congress)|\b(?:tabled|is debating|are debating|is deliberating)\b"),
        "passed": (r"통과(?=했|됐|시켰|한|된)|가결|의결(?=했|됐)", r"(?:获|经)[^，。；]{0,8}通过|表决通过|通过了|审议通过", r"\bpass(?:ed|es)? (?=an? |the )(?:\w+ ){1,4}(?:bill|act|law|amendment|resolution|budget|motion)|\b(?:has|have|was|were) (?:been )?(?:passed|adopted|approved) by\b"),
    },
    {
        "submitted": (r"제출|상정|발의|회부|제안|신청|넘[겨어긴]|논의|심의|심사|다루", r"提交|提请|提出|递交|提案|申|审议|审查|讨论", r"submit|tabl|introduc|propos|filed|refer|hand|present|sent|debat|deliberat|consider|review|discuss"),
        "passed": (r"통과|가결|의결|채택|승인|처리|확정|마련", r"通过|批准|获批|核准|采纳", r"pass|adopt|approv|clear|vote|enact|endors|ratif"),
    },
)  # fmt: skip

_ANSWERS: Final = Topic(
    "step-differs",
    "answer",
    (
        "승인 가결 통과 허가 수락 수용 동의 채택 거부 부결 기각 반려 불허 거절",
        "批准 通过 获批 接受 拒绝 否决 驳回 不予 回绝",
        "approve approves approved approving accept accepts accepted adopted granted ratified endorsed greenlit gave dismissed voted reject rejects rejected rejecting refuse refuses refused refusing declined declines denied denies veto vetoed turned",
    ),
    {
        "yes": (r"(?:승인|가결|통과|허가|수락|수용|채택)(?:했|하였|됐|되었|시켰|한 )", "(?:已|获|获得|予以|经)?批准(?!案|前|后|之)(?![^，。；]{0,4}(?:前|之前))|表决通过|审议通过|通过了|获批|接受了", r"\b(?:approved|accepted|adopted|granted|ratified|endorsed|greenlit)\b|\bgave (?:its|the|their) (?:approval|consent|go-ahead|nod)\b"),
        "no": (r"(?:거부|부결|기각|반려|불허|거절)(?:했|하였|됐|되었|시켰|당했|한 )", "拒绝|否决|驳回|不予(?=批准|同意|许可|受理)|回绝", r"\b(?:rejected|refused|declined|denied|vetoed|dismissed)\b|\bturned down\b|\bvoted down\b"),
    },
    {
        "yes": ("승인|가결|통과|허[가용]|수[락용]|동의|채택|인가|의결|비준|받아들|합격|인정|확정|결정|찬성|응[하했]|처리", "批|通过|获|同意|接受|采纳|许可|允|准|赞|认可|表决|决定|确认", r"approv|accept|adopt|grant|ratif|endors|pass|permit|allow|agree|consent|clear|nod|go-ahead|welcom|green|recogni|confirm|decid|in favo"),
        "no": ("거부|부결|기각|반려|불[허가]|거절|반대|않|못|안 |없|퇴짜|물리|무산|불발|금지|철회|취소|막", "拒|否|驳|不|未|反对|回绝|没|无|撤|禁", r"reject|refus|declin|den(?:y|ied|ies)|veto|dismiss|turn\w* down|vot\w* down|oppos|\bnot\b|n't\b|\bno\b|fail|block|withdr|against|object|rebuff|throw|threw|struck"),
    },
)  # fmt: skip
_RUNNING: Final = Topic(
    "step-differs",
    "running",
    (
        "갱신 연장 종료 폐지 해지 파기 재개 중단",
        "续签 延长 续期 续约 终止 废止 解除 废除 恢复 重启 中断 停",
        "renew renews renewed renewing renewal extend extends extended extending extension end ends ended ending terminate terminates terminated terminating abolish abolished scrap scrapped resume resumes resumed resuming suspend suspends suspended suspending halt halts halted halting discontinue discontinues discontinued discontinuing resumption terminating termination scrapping suspending abolishes abolishing",
    ),
    {
        "goes on": (r"(?:갱신|연장|재개)(?=하|했|할|해|한|키|됐|되|된|될)", "续签|延长|续期|续约|恢复(?=[^，。；]{0,8}(?:运营|航线|航班|谈判|磋商|运行|通航|施工|开放))|重启(?!前)", r"\b(?:renew(?:s|ed|ing|al)?|resum(?:e|es|ed|ing|ption)|(?:is|be|are) extended|extend(?:s|ed|ing)? (?:the|its|their|it|for|by))\b"),
        "ends": (r"(?:종료|폐지|해지|파기|중단)(?=하|했|할|해|한|키|됐|되|된|될)", "终止|废止|废除|解除(?=[^，。；]{0,6}(?:合同|协[议定]|契约))|中断|停止|暂停|停运|停航", r"\b(?:terminat(?:e|es|ed|ing|ion)|abolish(?:es|ed|ing)?|scrap(?:s|ped|ping)?|suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|discontinu\w+)\b|\b(?:to )?end (?:its|the|their)\b"),
    },
    {
        "goes on": ("갱신|연장|재개|지속|계속|유지|이어|다시|복원|복구|존속|재연장|늘|재", "续|延|恢复|重|继|维持|再|更新|复", r"renew|extend|extension|resum|continu|maintain|keep|prolong|restor|again|restart|reopen|re-?[a-z]+|further|carry on|remain|stay"),
        "ends": ("종료|폐[지기선]|해[지제약]|파기|중[단지]|끝|그만|멈|철회|마[치쳤친무감]|만료|정지|취소|단절|끊|없애|종결|중도|보류|연기", "终|止|废|解除|停|断|撤|消|结束|期满|到期|取消|完|缓|推迟", r"terminat|\bend|abolish|scrap|suspend|halt|discontinu|stop|ceas|cancel|expir|clos|wind|wound|conclud|dissol|withdr|drop|phas|paus|break|broke|shut|lift|annul|revok|put off|postpon"),
    },
)  # fmt: skip

_CLAIMS: Final = Topic(
    "step-differs",
    "claim",
    (
        "부인 시인 인정",
        "否认 承认",
        "denied denies deny denying admitted admits admit acknowledged acknowledges confirmed confirms",
    ),
    {
        "denied": (r"(?<![가-힣])부인(?=했|하|한|해)", "否认", r"\b(?:denied|denies|denying)\b(?= (?:reports?|allegations?|claims?|rumou?rs?|that|it|any|having|the (?:reports?|allegations?|claims?|rumou?rs?)))"),
        "admitted": (r"시인(?=했|하|한|해)|인정(?=했|한다|하고|하며|하면)", "承认(?!的)", r"\b(?:admitted|admits|acknowledged|acknowledges)\b"),
    },
    {
        "denied": ("부인|아니|않|없|부정|반박|일축|사실무근|거부", "否|不|非|没|未|驳|无", r"den(?:y|ied|ies|ial)|\bnot\b|n't\b|\bno\b|refut|reject|dismiss|rebut|disput|baseless|refus"),
        "admitted": ("인정|시인|수긍|확인|밝[혔히]|동의|받아들", "承认|认|确认|证实|表示|同意|接受", r"admi|acknowledg|conce[ds]|confirm|accept|recogni|own"),
    },
)  # fmt: skip

_PURSUIT: Final = Topic(
    "step-differs",
    "pursuit",
    (
        "추진 보급 확산",
        "推进 推动 推广 普及",
        "pursue pursues pursued pursuing push pushes pushed pushing press presses pressed pressing spread spreads spreading disseminate popularize popularise",
    ),
    {
        # 추진 is 推进; 推广 makes something known or used everywhere
        "pursue": (r"추진(?=하|한|할|했|해|함|키로|중| 중)", "推进|推动", r"\b(?:pursu(?:e|es|ed|ing)|push(?:es|ed|ing)? (?:ahead|forward|for)|press(?:es|ed|ing)? ahead)\b"),
        "spread": (r"(?:보급|확산)(?=하|한|할|했|해|함|키로|되|시)", "推广|普及", r"\b(?:spread(?:s|ing)?|disseminat(?:e|es|ed|ing)|populari[sz](?:e|es|ed|ing))\b"),
    },
    {
        "pursue": ("추진|진행|나서|펼|벌|도모|촉진|이끌|박차|시행|실시|계획|전개|사업", "推进|推动|促|开展|实施|进行|落实|着手|致力|加快|展开|力推", r"pursu|push|press|promot|advanc|work|carry|carri|implement|proceed|move|drive|seek|undertak|plan|will|under ?way|develop|launch"),
        "spread": ("보급|확산|홍보|전파|알리|공유|판매|확대|수출|진출|소개|판촉|활성화|대중화", "推广|普及|推行|传播|宣传|扩大|分享|介绍|推向|走向|拓展", r"spread|dissem|populari|promot|expand|share|introduc|roll|extend|market|export|publici|advertis|apply|adopt|use"),
    },
)  # fmt: skip

_REPORTS: Final = Topic(
    "step-differs",
    "report",
    (
        "보고",
        "报告 汇报",
        "kickoff kick inception interim mid midterm final",
    ),
    {
        "the first": (r"착수 ?보고", "启动(?:报告|汇报)", r"\b(?:kick-?off|inception) (?:report|briefing|meeting)"),
        "on the way": (r"중간 ?보고", "(?:中期|阶段性)(?:报告|汇报)", r"\b(?:interim|mid-?term|midway) (?:report|briefing|meeting|review)"),
        "the last": (r"최종 ?보고", "(?:最终|结题|终期)(?:报告|汇报)", r"\bfinal (?:report|briefing|meeting|review)"),
    },
    {
        "the first": ("착수|시작|첫", "启动|开始|首", r"kick|incept|launch|start|begin|first"),
        "on the way": ("중간|경과", "中期|中间|阶段|进展", r"interim|mid|progress"),
        "the last": ("최종|결과|완료|마무리", "最终|终|结", r"final|last|clos|conclud|result|complet"),
    },
)  # fmt: skip
_PAPERS: Final = Topic(
    "step-differs",
    "paper",
    (
        "의향서 양해각서 MOU 협정 계약",
        "意向书 备忘录 协定 协议 合同",
        "letter letters memorandum memoranda mou mous agreement agreements contract contracts treaty",
    ),
    {
        "a letter of intent": ("의향서", "意向书", r"\bletters? of intent\b"),
        "a memorandum": (r"양해각서|(?<![A-Za-z])MOU", "备忘录", r"\bmemorand(?:um|a)\b|\bMOUs?\b"),
        "an agreement": (r"협정(?=에|을|의|문|이|은|$| )", "协定|协议(?!书)(?=。|，|$)", r"\bagreements?\b(?! (?:in principle|to\b|on (?:the )?(?:need|importance)))"),
        "a contract": (r"(?<!차관 )(?<!대출 )(?<!금융 )(?<!투자 )계약(?=을|서|에|은|이|$| 체결| 규모| 금액)", "合同", r"\bcontracts?\b(?!or)"),
    },
    {
        "a letter of intent": ("의향|LOI", "意向|LOI", r"intent|LOI"),
        "a memorandum": ("각서|MOU|협약", "备忘|MOU|业务协议", r"memorand|MOU|understanding"),
        "an agreement": ("협[정약의]|합의|약정|조약|계약|타결|FTA|각서|MOU|뜻", "协|约|议|一致|同意|合同|商定|备忘", r"agree|accord|treaty|pact|deal|arrangement|contract|understanding|FTA|memorand"),
        "a contract": ("계약|수주|도급|협약|입찰|낙찰|따[냈낸내]|발주|주문|공급|거래", "合同|承包|承揽|协议|约|订|中标|采购|交易", r"contract|deal|order|won\b|award|agree|sign|tender|bid|purchase|lease|hir|commission"),
    },
    may_be_both=True,
)  # fmt: skip
_SUSPECTED: Final = Topic(
    "step-differs",
    "certainty",
    (
        "의심 혐의 확진",
        "疑似 涉嫌 确诊",
        "suspected suspicion alleged allegedly confirmed",
    ),
    {
        "suspected": (r"의심(?= 환자| 사례|되는| 증상)|혐의", "疑似|涉嫌", r"\bsuspected\b|\balleged(?:ly)?\b|\bon suspicion\b"),
        "confirmed": (r"확진(?= |자|판|된)", "确诊", r"\bconfirmed (?=cases?|patients?|infections?|influenza|to have)"),
    },
    {
        "suspected": ("의심|혐의|추정", "疑|嫌|涉", r"suspect|suspic|alleg|accus|charg|believ"),
        "confirmed": ("확[진인정]|판정", "确|证实", r"confirm|diagnos|verif"),
    },
)  # fmt: skip

TOPICS: Final = (
    _REPORTS,
    _PAPERS,
    _SUSPECTED,
    _PURSUIT,
    _CLAIMS,
    _SETTLED,
    _OUTCOMES,
    _STAGES,
    _BILLS,
    _ANSWERS,
    _RUNNING,
)

"""How far a matter has come: provisional or final, postponed or cancelled, submitted or passed."""

from __future__ import annotations

from typing import Final

from languages.parity.topics.shape import Topic

_SETTLED: Final = Topic(
    "step-differs",
    "settled",
    (
        "잠정 가합의 예비 원칙 최종 확정",
        "初步 暂定 临时 原则 最终 终局 确定 敲定",
        "provisional provisionally tentative tentatively preliminary interim principle final finally finalized finalised definitive definitively confirmed",
    ),
    {
        "provisional": (r"잠정(?!적 중단)|가합의|예비 ?합의|원칙적으로 (?:합의|동의|찬성)", r"初步(?!的?设想)|暂定|临时协议|原则上(?=商定|同意|达成|赞成|一致)", r"\b(?:provisional(?:ly)?|tentative(?:ly)?|preliminary|interim)\b|\bin principle\b"),
        "final": (r"최종(?!전|회|면|예)|확정", r"最终|终局|(?:正式|现已|已经?)确定|敲定", r"\b(?:final(?:ly|ized|ised)?|definitive(?:ly)?|confirmed)\b"),
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
        "postponed": (r"연기(?=했|됐|되|하|된|한)|미뤄|미뤘|미루|늦춰졌|늦췄|보류", r"推迟|延期|延后|暂缓|搁置|押后", r"\bpostpon\w+|\bput off\b|\bdeferred\b|\bon hold\b|\bpushed back\b|\bshelved\b"),
        "cancelled": (r"취소(?=했|됐|되|하|된|한)|철회|무산|백지화|폐기(?=했|됐|하)", r"取消(?!限)|撤销|撤回|作废|流产|告吹", r"\bcancel\w+|\bcall(?:ed|s|ing)? off\b|\bscrap(?:ped|s|ping)\b|\bwithdr[ae]w\w*|\bfell through\b"),
        "as planned": (r"예정대로|차질 ?없이|계획대로|강행|제때|무사히", r"如期|按期|照常|按计划|按原计划|顺利(?=完成|举行|进行|实施|结束)", r"\bas (?:planned|scheduled)\b|\bon (?:schedule|time)\b|\bwent ahead\b|\bwithout a hitch\b|\bsuccessfully\b"),
    },
    {
        "postponed": (r"연기|미[뤄뤘루룬]|늦|보류|지연|연장|순연|유예|뒤로", r"推|延|缓|搁|押后|迟|改期|滞后|晚", r"postpon|put off|defer|hold|push|delay|shelv|later|late\b|resched|suspend|wait|behind"),
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

TOPICS: Final = (_SETTLED, _OUTCOMES, _STAGES, _BILLS)

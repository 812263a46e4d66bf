"""How far a thing has come: considered, discussed, pursued, planned, agreed, signed, begun, completed.

A text claims a step by a finite verb (합의했다, 正在研究, has begun). A translation may choose another word,
not another step: each claim asks for a claim or a hint of the same step on the other side. Some words
claim one of two steps (개통 begins and completes, 决定 plans and agrees) and answer either. Hints are nouns
and freer words; they answer, they never ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.prepared import lowered
from languages.parity.segments import Part, within
from languages.parity.syllables import FINAL_L, FINAL_N, PAST

type Step = Literal["consider", "discuss", "pursue", "plan", "agree", "sign", "begin", "complete"]

LADDER: Final[tuple[Step, ...]] = (
    "consider",
    "discuss",
    "pursue",
    "plan",
    "agree",
    "sign",
    "begin",
    "complete",
)


class Vocabulary(msgspec.Struct, frozen=True):
    """What a language says: claims with the steps that each may mean, and hints of each step."""

    claims: tuple[tuple[tuple[Step, ...], str], ...]
    hints: dict[Step, str]
    past: str
    """A finite verb of what has been done."""


# a noun made a verb: 검토하다, 검토 중, 검토를 거쳐
_DONE = r"(?=하|할|한|해|했|함|키로|되|된|될|됐|됨|돼|중| 중|시키|시켰|(?:을|를|에|이) ?(?:하|할|한|해(?![지제소석])|했|진행|벌이|벌여|벌였|벌인|들어|나서|나섰|이르|이른|도달|거쳐|거친|마치|마쳤|이어|가졌|갖|이뤄|이루|이뤘))"
# 착수 완료: what is done is the beginning
_NO_BEGINNING = "".join(
    f"(?<!{word})(?<!{word} )"
    for word in (
        "착수",
        "착공",
        "체결",
        "접수",
        "선정",
        "제출",
        "신청",
        "등록",
        "통보",
        "발주",
        "지정",
        "승인",
        "서명",
        "구성",
        "개통",
    )
)
_KOREAN: Final = Vocabulary(
    claims=(
        (
            ("consider",),
            rf"(?:검토|타진|숙고){_DONE}|고려(?= ?중|하고 있|되고 있|하기로|했다|됐다|함)|저울질|(?:살펴|따져|들여다)보(?:고 있|는 중|기로)|타당성을 (?:따|살|조)|여부를 (?:살피|따지|검토)",
        ),
        (("consider", "pursue"), rf"모색{_DONE}"),
        (
            ("discuss",),
            rf"(?:협의|논의|협상|상의|토의|토론|의논|교섭|면담){_DONE}|의견을 (?:나누|나눴|나눈|교환)|머리를 맞대",
        ),
        (("pursue",), rf"추진{_DONE}|박차를 가|속도를 (?:내|높)"),
        (("plan", "agree"), r"기로 ?(?:했|하였|결정|방침|정했)"),
        (
            ("plan",),
            rf"(?:계획|예정|방침|구상)(?=이|임|인|을 밝|을 세|을 발표|을 수립|을 갖|으로|에 있|[.。])|겠다|[{FINAL_L}] 것(?=이다|이라|으로 (?:보|예상|전망|기대))|목표(?=로|다|이다|를 세|를 제시|를 밝)|전망이",
        ),
        (
            ("agree",),
            rf"(?:합의|동의|공감){_DONE}|뜻을 (?:같이|모)|의견을 (?:같이|모)|의견(?:이)? ?일치|공감대를",
        ),
        (("agree", "complete"), rf"타결{_DONE}"),
        (
            ("sign",),
            rf"체결(?!한 (?:[가-힣A-Z·]+ ){{0,3}}(?:협약|협정|양해각서|MOU|계약|조약|약정)에 따라)|(?:(?<!가)서명|조인|날인|계약){_DONE}|서명식|(?:협약|계약|협정|조약|각서|MOU|협약서|계약서)(?:을|를) ?맺",
        ),
        (("begin", "complete"), rf"(?:개통|개장|개관){_DONE}"),
        (("begin", "pursue"), r"본격화|본격적으로 (?:시작|추진|진행)"),
        (
            ("begin",),
            rf"착수(?! ?보고)|착공|돌입|첫 ?삽|(?:기공|개시|시작|출범|발족){_DONE}|(?:공사|건설|작업|시공|운영|가동|생산|운행|시행|제작|양산)에 (?:들어|나서|나섰)",
        ),
        (
            ("complete",),
            rf"{_NO_BEGINNING}완료|준공(?!영|되면| 후|후)|완공(?!되면|하면| 후|후)|(?<!거의 )(?:완성|마무리|종료){_DONE}|(?<!거의 )마무리(?:짓|지)|(?<!거래를 )(?<!장을 )마쳤|끝(?:냈|났)",
        ),
    ),
    hints={
        "consider": r"검토|고려|타진|모색|살펴|살피|심사|심의|저울질|따져|따지|점검|연구|조사|평가|분석|탐색|숙고",
        "discuss": r"협의|논의|협상|상의|대화|의논|토의|토론|면담|회담|소통|조율|의견|회의|교섭",
        "pursue": rf"추진|진행|이끌|펼치|벌이|나서|실시|시행|전개|도모|촉진|박차|본격|속도|사업|노력|매진|확대|강화|고 있|중이|하겠|[{FINAL_L}] |한다|함|된다",
        "plan": rf"계획|예정|방침|목표|전망|기로|겠|것으로|까지|구상|[{FINAL_L}] |[{FINAL_N}]다|는다|올해|내년|[0-9]월|앞두|향후|앞으로|함[.。]|예보|예상|밝혔|밝힌|말했|발표|관측|내다|추산|알려",
        "agree": r"합의|동의|찬성|입을 모|일치|뜻이|지지|기로|약속|뜻을|의견|공감|협약|협정|결정|손(?:을)? ?잡|타결|결의|확약",
        "sign": r"체결|서명|조인|맺|(?:협약|협정|양해각서|MOU|계약)(?= ?(?:→|[,;(]|$))|(?:협약|협정|양해각서|MOU|계약)(?:으?로 (?:결실|이어|열매)|의? ?결실)|계약|약정|협약식|사인|날인|교환|갱신",
        "begin": r"착수|착공|개시|시작|돌입|출범|개통|첫 ?삽|들어가|들어갔|들어간|가동|개막|발족|개장|열|나서|나섰|도입|출시|부터|기공|본격|가졌|진행",
        "complete": r"완료|준공(?!영)|완공|완성|마무리|종결|마[치쳐쳤친칠침]|끝|개통|개장|달성|종료|이뤄|이뤘|갖추|갖췄|입주|수료|졸업|이수|마감|해결|(?:조성|구축|건설|설치|건립|신축|개발|정비|확충|이전)(?:했|됐|하였|되었|한 |된 )|지었|열었",
    },
    past=rf"(?<=[{PAST}])다(?=[.。!\s\"”]|고 |며 |$)",
)

_ZH_VERB = r"(?=是|在|于|将|到|对|向|从|与|把|年|明|今|建|新|投|采|引|启|设|用|开|推|扩|修|实|完|举|派|购|研|进|为|和|通|增|重|提)"
_CHINESE: Final = Vocabulary(
    claims=(
        (
            ("consider",),
            r"(?<![不合分筹要于虑])(?<!出于[\u4e00-\u9fff]{2})考虑(?!到|了|因素|周|不|欠)|正(?:在)?(?:就[^，。；]{0,12})?(?:研究(?!开发)|审查|审核|论证|评估|权衡|酝酿)|研究(?:是否|推进|推动|引进|引入|设立|建设)|(?:拟|予以|将|共同|抓紧)研究(?!开发)|斟酌|研议|研拟|(?:正|将|在)评估",
        ),
        (("consider", "discuss"), r"探讨|研讨(?!会)|审议"),
        (
            ("discuss",),
            r"磋商|(?<![造厂运供承营客开])商签|协商(?!一致)|商讨|讨论(?!会)|洽谈|谈判|会商|商议|商谈|交换了?意见|展开对话",
        ),
        (("pursue",), r"推进|推动"),
        (("plan", "agree"), r"决定(?!性|权)"),
        (
            ("plan",),
            rf"计划{_ZH_VERB}|预计|(?<![模虚比草])拟(?!定|议|人|合|真|态)|打算|预定|力争|争取(?=在|于|到|年|早|20|明|今|尽)",
        ),
        (
            ("plan", "begin"),
            r"将(?=于|在|会|继续|进一步|着手|启动|开始|完成|建|新(?=建|设|增)|投|引|开工|开通|推|举|成立|设|扩|达|提|加|采|派|实施|从20|到20)",
        ),
        (
            ("agree",),
            r"协商一致|达成了?(?:[^，。；]{0,6})?(?:一致|共识|协议|合意)|商定|谈妥|谈拢|同意|(?<!会)议定|约定|一致决定|形成共识",
        ),
        (
            ("sign",),
            r"(?:签署|签订)(?!的)|签约(?![额金总数量率])|(?<!草)签字|(?<!草)签了|签下|(?:缔结|订立)(?=[^，。；]{0,14}(?:条约|协定|协议|合同|合约))",
        ),
        (("begin", "complete"), r"通车|开通|投入使用|投用"),
        (("begin", "pursue"), r"(?:开始|展开|正在|进入)施工|开展"),
        (
            ("begin",),
            r"启动|着手|著手|开工(?!率)|(?<![移自电流手活劳运])动工(?![具作程业资厂艺])|开始|开建|破土|奠基|投入运营",
        ),
        (
            ("complete",),
            r"(?<![接近临将][近])完成(?![率度比额量后][\u4e00-\u9fff]?|[^，。；]{0,14}(?:签约|签署|签订|登记|注册|申报|申请|遴选|选定|招标|投票))|竣工(?!后)|完工(?!后)|落成|(?<!不能)(?<!未能)(?<!按时)(?<!如期)(?<!前)建成(?![后的])|(?:已|宣告|正式|顺利|圆满|已经|全部)结束|(?<![月日年])结束。|收官|告竣|建好|完毕",
        ),
    ),
    hints={
        "consider": r"考虑|考量|顾及|兼顾|研究|探讨|评估|审议|审查|审核|论证|酝酿|斟酌|检讨|研讨|研判|商讨|审视|查看|摸底|检查|权衡|调研",
        "discuss": r"磋商|协商|商讨|讨论|洽谈|谈判|会商|商议|沟通|对接|交换意见|交流|会谈|协调|探讨|商谈|协议|研讨|听取|对话|会议",
        "pursue": r"推|开展|实施|展开|进行|促进|加快|实行|着力|落实|致力|发展|项目|将|力|扩大|加强|正在",
        "plan": r"计划|计画|拟|安排|排程|排定|(?<!已)(?<!已经)将|预计|规划|目标|力争|打算|准备|有望|争取|方针|预定|定于|要|到20|前|决定|未来|明年|会|届时|起|表示|宣布|公布|预报|指出|称",
        "agree": r"达成|同意|赞成|赞同|支持|认为|商定|约定|议定|一致|共识|协议|决定|合意|承诺|协定|答应",
        "sign": r"(?<!商)签|续约|达成(?=日期|时间|[^，。；]{0,14}(?:备忘录|意向书|协定|条约))|缔结|订立|定约|合同",
        "begin": r"启|着手|著手|开(?!发|放|支|罚|票)|动工|展开|起步|破土|投|进入|发起|成立|推出|奠基|起|上线",
        "complete": r"完成|竣工|完工|建成|落成|结束|终止|通车|投用|实现|收官|达成|开通|告竣|交付|建好|全部|结业|毕业|修完|(?:建设|构建|修建|新建|建立)了|已.{0,4}(?:建|修|设)|到位|后(?=[，。])",
    },
    past=r"(?<![除为罢])了(?=[，。；]|[^解望如])|已(?!婚)|业已",
)

_BE = r"(?:is|are|was|were|be|been|will|would|to|and|also|now|currently|still|has|have)"
_ENGLISH: Final = Vocabulary(
    claims=(
        (
            ("consider",),
            rf"\b(?:{_BE} (?:\w+ )?(?:consider(?:ing|ed)?|review(?:ing|ed)?|weigh(?:ing|ed)?|examin(?:e|ing|ed)|look(?:ing|ed)? into|study(?:ing)?|mull(?:ing|ed)?|evaluat(?:e|ing))|considers(?! that)|considered (?=\w+ing|whether|an?\b|the\b)|under (?:review|consideration|study))\b(?! (?:as|to be) )",
        ),
        (("consider", "discuss"), rf"\b{_BE} (?:\w+ )?explor(?:e|ing)\b"),
        (
            ("discuss",),
            r"\b(?:discuss(?:ed|es|ing)?|consult(?:ed|s|ing)|negotiat(?:e|ed|es|ing)|(?:in|held|hold|holding|began|opened) talks|exchang(?:ed|ing) views)\b",
        ),
        (
            ("pursue",),
            rf"\b(?:pursu(?:e|es|ed|ing)|push(?:ing|ed|es)? (?:ahead|forward|through)|press(?:ing|ed|es)? (?:ahead|forward)|mov(?:e|es|ed|ing) (?:ahead|forward)|{_BE} (?:\w+ )?(?:advanc|promot|accelerat)(?:e|ing))\b",
        ),
        (("plan", "agree"), r"\bdecid(?:ed|es) (?:to|on)\b"),
        (
            ("plan",),
            r"\b(?:plans (?:to|for|on)|plan is to\b|(?:(?<=[^s]s )|(?<=we )|(?<=hey )|(?<=lso ))plan (?:to|for|on)|planning|(?:is|are|was|were) planned|intend(?:s|ed|ing)? to|scheduled|slated|aim(?:s|ed|ing)? (?:to|for)|(?:is|are) (?:\w+ )?(?:due|set) to|(?<!can )(?<!could )expect(?:s|ed)? to)\b",
        ),
        (
            ("plan", "begin"),
            r"\b(?:will(?! ?[.,;!?]|$)|going to|(?:is|are) to (?:be|open|start|begin|take))\b",
        ),
        (
            ("agree",),
            r"\b(?:agreed|agrees|agree to|(?:reach(?:ed|es)?|came to|comes? to|struck|strikes?) (?:an? |the )?(?:\w+ )?(?:agreement|accord|consensus|deal|understanding|settlement|compromise))\b",
        ),
        (
            ("sign",),
            r"\b(?:signed|signs (?=an?\b|the\b|on\b|with\b|its\b|mou|deal|contract|agreement|pact|memorand|us\$|\$|[0-9]|[a-z-]+ (?:deal|contract|agreement|mou|pact))|signing|inked)\b(?!-(?:in|up|out|on|off)\b| (?:(?:you|them|him|her|me|us) )?(?:up|out|on|off)\b| in(?= as\b| to\b| with\b|[.,;:!?…]|$))|\bsign (?=an?\b|the\b)|\bconclud(?:ed|es|e) (?=an? |the (?:agreement|contract|deal|treaty))|\bentered into (?=an? |the )",
        ),
        (
            ("begin", "complete"),
            r"\b(?:inaugurated|(?:went|gone|go|come|came) into (?:service|operation)|opened to traffic)\b",
        ),
        (("begin", "pursue"), r"\bunder ?way\b"),
        (
            ("begin",),
            r"\b(?:began|begun|begins?|beginning (?=construction|work|operation)|start(?:ed|s)?|launch(?:ed|es)?|broke ground|breaks? ground|kick(?:ed|s)? off|commenc(?:e|ed|es))\b",
        ),
        (
            ("complete",),
            r"(?<!almost )(?<!nearly )(?<!near )\b(?:complet(?:ed|es|ing|ion)|(?:to|will|and|is|are) complete|(?:has|have|was|were|been|had|is|are) (?:\w+ )?finished|finished (?=\w+ing|the|its|construction|work)|wrapped up|came to an end|(?:is|are|was|were) (?:now |already |all )?done)\b",
        ),
    ),
    hints={
        "consider": r"consider|review|weigh|examin|explor|look(?:ing|ed)? (?:\w+ly )?(?:at|into|on)\b|stud(?:y|ie)|assess|evaluat|mull|apprais|feasib|investigat|screen|check|inspect|discuss|moderat|approv|audit|vet\b|sound(?:ed|ing)? out|whether",
        "discuss": r"discuss|consult|negotiat|talk|coordinat|confer|dialog|exchang|deliberat|met\b|meet|consider|debat|address|work(?:ing|ed)? with|explor",
        "pursue": r"pursu|push|press|mov(?:e|ing)|work|carr(?:y|ied)|implement|develop|expand|promot|advanc|driv|accelerat|step|boost|run|conduct|progress|under ?way|proceed|continu|ahead|forward|project|program|effort|seek|support|will|would|plan|aim|make|ing\b",
        "plan": r"plan|intend|schedul|slat|due|set to|will|would|expect|aim|goal|target|going to|shall|by 20|by the|to be|propos|hope|envisag|foresee|seek|is to|are to|'ll|next|upcoming|decid|announc|unveil|promis|vow|pledg|urge|\bcall|want|need|must|should|\bmay\b|could|about to|ready to|prepar|draw(?:n|ing)? up|in order to|so as to|agreed to|\bsa(?:id|ys?)\b|forecast|predict|estimat|likely|report",
        "agree": r"agree|accord|favou?r|support|concur|approv|back(?:ed|s)?\b|consent|deal|decid|pledg|commit|consensus|resolv|settl|promis|joined hands|understanding",
        "sign": r"\b(?:ha[sd]|have) (?:[a-z]+ ){0,3}agreements?\b|\b(?:agreement|contract|mou|memorandum)(?=[,;]|$| in (?:[A-Z]|20[0-9]{2}))|\b(?:fruit|culminat\w+|result\w*|led) (?:in|to|with) (?:an? |the )?(?:\w+ )?(?:mou|memorandum|contract|pact)\b|\bdeal (?:covers|is|was|worth|for|includes|calls)\b|\bsign|inked|renew|conclud|contract|enter(?:ed|ing|s)? into|execut|seal",
        "begin": r"beg[aiu]n|start|launch|ground|kick|commenc|initiat|embark|under way|underway|open|introduc|roll|inaugurat|enter|from|set (?:up|out)|establish|get (?:going|to work)|onset|debut|undertak|take up|took up|activat|into (?:service|operation)",
        "complete": r"complet|finish|finaliz|conclud|\bsecur(?:e[ds]?|ing)\b|done|\bend|wrap|deliver|built|opened|over\b|ready|fulfil|achiev|in place|full|total|entire|whole|thorough|clos|has been|have been|success|after|into (?:service|operation)|\bthrough (?=[0-9])",
    },
    past=r"\b(?:has|have|was|were|had) (?:\w+ly )?(?:been )?(?:\w+ed|built|done|made|begun|set|put|held|won|laid|brought)\b|\b(?:built|opened|introduced|established|installed|bought|brought|created|constructed|expanded|invested|supplied|adopted)\b",
)


class Said(msgspec.Struct, frozen=True):
    """A step that a text claims, and where."""

    step: Step
    start: int
    end: int
    steps: tuple[Step, ...] = ()
    """All that the word may mean; `step` is the first."""


class Steps(msgspec.Struct, frozen=True):
    """The steps a text claims, and the text itself to look for what may stand for one."""

    said: tuple[Said, ...]
    text: str
    language: TextLanguage


class _Compiled(msgspec.Struct, frozen=True):
    claim: re.Pattern[str]
    steps: dict[str, tuple[Step, ...]]
    hint: dict[Step, re.Pattern[str]]
    past: re.Pattern[str]


def _compiled(words: Vocabulary, flags: int = 0) -> _Compiled:
    names = [f"c{index}" for index in range(len(words.claims))]
    claim = "|".join(
        f"(?P<{name}>{pattern})" for name, (_steps, pattern) in zip(names, words.claims, strict=True)
    )
    if flags & re.IGNORECASE:
        # every claim is written in lower case and begins a word, which is where it is looked for
        claim = rf"\b(?=[a-z])(?:{claim})"
    return _Compiled(
        re.compile(claim),
        {name: steps for name, (steps, _pattern) in zip(names, words.claims, strict=True)},
        {step: re.compile(pattern, flags) for step, pattern in words.hints.items()},
        re.compile(words.past, flags),
    )


_WORDS: Final = {
    "ko": _compiled(_KOREAN),
    "zh-hans": _compiled(_CHINESE),
    "zh-hant": _compiled(_CHINESE),
    "en": _compiled(_ENGLISH, re.IGNORECASE),
}
# said so plainly that nothing else stands for them: missed wherever the other text says some other step,
# and signed even where it says none
_PLAIN: Final[frozenset[Step]] = frozenset(("consider", "sign", "complete"))
# will, 将: what is to begin need not be planned in so many words, but what will be does not begin
_FUTURE: Final[tuple[Step, ...]] = ("plan", "begin")
_PLAIN_BEGINNING: Final = re.compile(r"착공|착수|开工|動工|动工|着手|ground", re.IGNORECASE)


# 推动与东盟国家签署协定: what is sought is not signed
_SOUGHT: Final = re.compile(r"(?:推动|推进|寻求|争取|谋求)(?!了)[^，。；]{1,20}$")


def steps(text: str, language: TextLanguage) -> Steps:
    """The steps that `text` (prepared) claims."""
    words = _WORDS[language]
    said = []
    searched = lowered(text) if language == "en" else text
    for found in words.claim.finditer(searched):
        assert found.lastgroup is not None
        meant = words.steps[found.lastgroup]
        if meant == ("sign",) and _SOUGHT.search(searched, max(0, found.start() - 24), found.start()):
            continue
        said.append(Said(meant[0], found.start(), found.end(), meant))
    return Steps(tuple(said), text, language)


class Difference(msgspec.Struct, frozen=True):
    """A step that one text says and the other does not, and what the other says in its place."""

    first: Said | None
    second: Said | None
    faint: bool = False
    """Said freely enough by translators that a third text must bear it out."""
    by_tense: bool = False
    """Planned by one text, done by the tense of the other's verbs."""

    @property
    def blocking(self) -> bool:
        """Agreed against signed: a promise against a duty."""
        return {step.step for step in (self.first, self.second) if step} == {"agree", "sign"}


def differences(first: Steps, second: Steps, first_part: Part, second_part: Part) -> Iterator[Difference]:
    """The steps in which a part of one text and a part of another differ; one at most."""
    said_first = within(first.said, first_part)
    said_second = within(second.said, second_part)
    if not said_first and not said_second:
        return
    lost = _unanswered(said_first, said_second, second, second_part)
    gained = _unanswered(said_second, said_first, first, first_part)
    if lost and gained:
        yield Difference(_highest(lost), _highest(gained))
        return
    for missed, others in ((lost, said_second), (gained, said_first)):
        source = first if missed is lost else second
        # to be completed is planned, however the other text says what is planned
        own = said_first if missed is lost else said_second
        both_plan = (
            bool(others)
            and any("plan" in one.steps for one in others)
            and any("plan" in one.steps for one in own)
        )
        by_tense = False
        plain = [
            step
            for step in missed
            if (len(step.steps) == 1 and step.step in _PLAIN and not (both_plan and step.step == "complete"))
            or _PLAIN_BEGINNING.search(source.text, step.start, step.end)
        ]
        if plain and (others or any(step.step == "sign" for step in plain)):
            step = _highest(plain)
            # signed an agreement, where the other text says agreed
            instead = next((other for other in others if step.step == "sign" and other.step == "agree"), None)
        else:
            planned = next(
                (step for step in missed if step.step == "plan" and "agree" not in step.steps), None
            )
            text, part = (second, second_part) if missed is lost else (first, first_part)
            instead = None if planned is None else _done(text, part)
            if planned is None or instead is None:
                continue
            step, by_tense = planned, True
        said = (step, instead) if missed is lost else (instead, step)
        yield Difference(said[0], said[1], by_tense=by_tense)
        return
    for missed, others in ((lost, said_second), (gained, said_first)):
        own = said_first if missed is lost else said_second
        to_come = any("plan" in one.steps for one in own)
        faint = [
            step for step in missed if step.step not in _FUTURE and not (to_come and step.step == "complete")
        ]
        # of several steps in one part nobody knows which stands for which
        if faint and len(own) == len(others) == 1:
            step, instead = _highest(faint), _highest(others) if others else None
            if missed is lost:
                yield Difference(step, instead, faint=True)
            else:
                yield Difference(instead, step, faint=True)
            return


def _unanswered(said: Sequence[Said], others: Sequence[Said], text: Steps, part: Part) -> list[Said]:
    """The claims whose steps a part of `text` neither claims nor hints at."""
    claimed = {step for other in others for step in (other.steps if other.steps != _FUTURE else _FUTURE[:1])}
    hints = _WORDS[text.language].hint
    missing: dict[tuple[Step, ...], bool] = {}
    for one in said:
        if one.steps not in missing:
            missing[one.steps] = not any(
                step in claimed or hints[step].search(text.text, *part) for step in one.steps
            )
    return [one for one in said if missing[one.steps]]


def _done(text: Steps, part: Part) -> Said | None:
    """What a part says has been done, where the other text only plans it."""
    found = _WORDS[text.language].past.search(text.text, *part)
    return None if found is None else Said("complete", found.start(), found.end(), ("complete",))


def _highest(said: Sequence[Said]) -> Said:
    return max(said, key=lambda step: LADDER.index(step.step))

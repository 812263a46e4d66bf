"""What contradicts where no figure asks for an answer: a week and a month, doubled and halved, postponed and cancelled.

One text says one side of a contrast, the other another side, and neither has a word for what the other says. A word
that only one text has contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.prepared import lowered
from languages.parity.segments import within

type Part = tuple[int, int]


class Side(msgspec.Struct, frozen=True):
    """What says one side of a contrast plainly, and what may stand for it, by language."""

    claims: dict[TextLanguage, str]
    hints: dict[TextLanguage, str]


class Contrast(msgspec.Struct, frozen=True):
    """Sides of which a text says one; `code` and `kind` are those of the finding."""

    code: str
    kind: str
    sides: dict[str, Side]


_LENGTHS: Final = Contrast(
    "figure-differs",
    "duration",
    {
        "day": Side(
            {"ko": r"하루(?!빨리| ?빨리)", "zh-hans": r"一[天日](?![线本])", "en": r"\b(?:a|one|a single|single) day\b(?! of )"},
            {"ko": r"하루|일|날|매일|24시간|새벽|밤", "zh-hans": r"天|日|昼|夜|晚|24小时", "en": r"\bday|dail|overnight|hours|today|date|night"},
        ),
        "week": Side(
            {"ko": r"일주일|한 주(?= |간|에|동)", "zh-hans": r"一周(?![年岁期])|一个?(?:星期|礼拜)", "en": r"\b(?:a|one|a single) week\b"},
            {"ko": r"주(?=일|간|째|당|말|에|차|내|초| |$)|매주|7일|이레", "zh-hans": r"周|星期|礼拜|7[天日]|七[天日]", "en": r"\bweek|seven days|7 days"},
        ),
        "month": Side(
            {"ko": r"(?<![가-힣])한 달|(?<![0-9])1개월|일개월", "zh-hans": r"(?<![十百千0-9])[一1]个月", "en": r"\b(?:a|one|a single) month\b"},
            {"ko": r"달|월|30일", "zh-hans": r"月|30[天日]|三十[天日]", "en": r"\bmonth|30 days|thirty days|January|February|March|April|May|June|July|August|September|October|November|December"},
        ),
        "year": Side(
            {"ko": r"(?<![0-9.])1년(?![가-힣]{0,2}[0-9])|(?<![가-힣])(?:한 해|일 년)", "zh-hans": r"(?<![十百千0-9.第])[一1]年(?![级期])", "en": r"\b(?:a|one|a single) year\b"},
            {"ko": r"년|해|연|12개월|작년|살", "zh-hans": r"年|岁|12个月|同比|载", "en": r"\byear|annu|12 months|twelve months|\bage"},
        ),
    },
)  # fmt: skip
_FACTORS: Final = Contrast(
    "figure-differs",
    "multiple",
    {
        "double": Side(
            {"ko": r"(?:두|2) ?배(?=로|가|나|를|의|에| )|갑절|곱절|배로 (?:늘|뛰|증)", "zh-hans": r"翻(?:了)?一番|翻番|翻倍|[一两]倍|2倍|加倍", "en": r"\bdoubl(?:ed|ing|es)\b|\btwice\b|\btwofold\b"},
            {"ko": r"배|곱|200 ?%|100 ?%|두 번|이중|복수", "zh-hans": r"倍|翻|100[%％]|200[%％]|双|两次", "en": r"doubl|twice|two ?fold|two times|2x|100 ?(?:%|percent)|200 ?(?:%|percent)|dual"},
        ),
        "half": Side(
            {"ko": r"절반(?=으로|에|이|까지|만| )|반토막|반 토막|반감|반으로", "zh-hans": r"减半|腰斩|(?:少|降|减|缩|跌|下滑)[^，。；]{0,4}一半|一半", "en": r"\bhalv(?:ed|es|ing)\b|\bby half\b|\bin half\b|\bhalf of\b"},
            {"ko": r"반|50 ?%|2분의|둘 중 하나|두 명 중", "zh-hans": r"半|50[%％]|二分之|五成|对折", "en": r"hal[fv]|50 ?(?:%|percent)|one in two|one in every two|one of the two"},
        ),
    },
)  # fmt: skip
_SETTLED: Final = Contrast(
    "step-differs",
    "settled",
    {
        "provisional": Side(
            {"ko": r"잠정(?!적 중단)|가합의|예비 ?합의|원칙적으로 (?:합의|동의|찬성)", "zh-hans": r"初步(?!的?设想)|暂定|临时协议|原则上(?=商定|同意|达成|赞成|一致)", "en": r"\b(?:provisional(?:ly)?|tentative(?:ly)?|preliminary|interim)\b|\bin principle\b"},
            {"ko": r"잠정|임시|초기|예비|가[합계]|우선|일단|중간|1차|원칙", "zh-hans": r"初|暂|临时|预|阶段性|中期|原则", "en": r"provision|tentativ|prelimin|interim|initial|first|early|temporar|in principle|so far|draft"},
        ),
        "final": Side(
            {"ko": r"최종(?!전|회|면|예)|확정", "zh-hans": r"最终|终局|(?:正式|现已|已经?)确定|敲定", "en": r"\b(?:final(?:ly|ized|ised)?|definitive(?:ly)?|confirmed)\b"},
            {"ko": r"최종|확정|결정|정식|마지막|끝|마무리|확인", "zh-hans": r"最终|最后|终|确定|正式|敲定|定|决|确认", "en": r"final|definit|confirm|last|eventual|end|settl|decid|official|firm"},
        ),
    },
)  # fmt: skip
_OUTCOMES: Final = Contrast(
    "step-differs",
    "outcome",
    {
        "postponed": Side(
            {"ko": r"연기(?=했|됐|되|하|된|한)|미뤄|미뤘|미루|늦춰졌|늦췄|보류", "zh-hans": r"推迟|延期|延后|暂缓|搁置|押后", "en": r"\bpostpon\w+|\bput off\b|\bdeferred\b|\bon hold\b|\bpushed back\b|\bshelved\b"},
            {"ko": r"연기|미[뤄뤘루룬]|늦|보류|지연|연장|순연|유예|뒤로", "zh-hans": r"推|延|缓|搁|押后|迟|改期|滞后|晚", "en": r"postpon|put off|defer|hold|push|delay|shelv|later|late\b|resched|suspend|wait|behind"},
        ),
        "cancelled": Side(
            {"ko": r"취소(?=했|됐|되|하|된|한)|철회|무산|백지화|폐기(?=했|됐|하)", "zh-hans": r"取消(?!限)|撤销|撤回|作废|流产|告吹", "en": r"\bcancel\w+|\bcall(?:ed|s|ing)? off\b|\bscrap(?:ped|s|ping)\b|\bwithdr[ae]w\w*|\bfell through\b"},
            {"ko": r"취소|철회|무산|백지|폐기|중단|없던|결항|접[었기는]|불발|깨|포기|파기", "zh-hans": r"取消|撤|废|流产|告吹|停|放弃|终止|中止|叫停|推翻|消", "en": r"cancel|call\w* off|scrap|withdr|fell through|drop|abandon|abort|halt|stop|end|overturn|revok|void|terminat|suspend|ground|lift|remov|axe"},
        ),
        "as planned": Side(
            {"ko": r"예정대로|차질 ?없이|계획대로|강행|제때|무사히", "zh-hans": r"如期|按期|照常|按计划|按原计划|顺利(?=完成|举行|进行|实施|结束)", "en": r"\bas (?:planned|scheduled)\b|\bon (?:schedule|time)\b|\bwent ahead\b|\bwithout a hitch\b|\bsuccessfully\b"},
            {"ko": r"예정|차질|계획|강행|제때|무사|성공|그대로|원활|진행|정상|순조", "zh-hans": r"期|照常|计划|顺利|成功|按时|准时|正常|进行|举行", "en": r"plan|schedul|on time|ahead|smooth|success|hitch|normal|despite|timely|proceed|held|place"},
        ),
    },
)  # fmt: skip
_STAGES: Final = Contrast(
    "step-differs",
    "stage",
    {
        "opening": Side(
            {"ko": r"개막(?=했|하|한|됐)|막[을이] (?:올렸|올랐|올린|오른)|개회(?=했|하)", "zh-hans": r"开幕(?=[。，了]|$)|拉开[了]?帷幕|揭幕", "en": r"\bopened\b(?= (?:on|in|at|with)\b)|\bcurtain (?:rose|went up)\b|\bgot under ?way\b"},
            {"ko": r"개막|개회|막[을이] (?:올|오)|열[리렸린었]|시작|개최|출범|들어", "zh-hans": r"开[幕启始会]|拉开|揭幕|启幕|举[行办]|召开", "en": r"open|kick|start|beg[aiu]n|launch|curtain (?:rose|went)|held|under ?way|t[ao]+k(?:es?)? place|inaugur"},
        ),
        "closing": Side(
            {"ko": r"폐막(?=했|하|한|됐)|막[을이] (?:내렸|내린)|폐회(?=했|하)", "zh-hans": r"闭幕(?=[。，了]|$)|落下[了]?帷幕|落幕|谢幕", "en": r"\bclosed\b(?= (?:on|in|at|with)\b)|\b(?:came|comes|drew|draws) to (?:a close|an end)\b|\bcurtain (?:fell|came down)\b|\bwrapp?(?:ed|s) up\b"},
            {"ko": r"폐막|폐회|막[을이] 내|끝|마[치쳐쳤친무감]|종료|마지막", "zh-hans": r"闭幕|落幕|落下|谢幕|结束|收官|完|终", "en": r"clos|\bend|wrap|finish|conclud|curtain|over\b|last|final|complet"},
        ),
    },
)  # fmt: skip
_BILLS: Final = Contrast(
    "step-differs",
    "bill",
    {
        "submitted": Side(
            {"ko": r"(?:국회|의회|본회의|위원회|이사회)에 (?:제출|상정|발의|회부)|발의(?=했|됐)", "zh-hans": r"提交(?=[^，。；]{0,6}(?:审议|表决|国会|议会))|提请[^，。；]{0,6}审议", "en": r"\b(?:submitted|introduced|tabled) (?:to|in) (?:the )?(?:national assembly|parliament|plenary|committee|legislature|congress)|\b(?:tabled|is debating|are debating|is deliberating)\b"},
            {"ko": r"제출|상정|발의|회부|제안|신청|넘[겨어긴]|논의|심의|심사|다루", "zh-hans": r"提交|提请|提出|递交|提案|申|审议|审查|讨论", "en": r"submit|tabl|introduc|propos|filed|refer|hand|present|sent|debat|deliberat|consider|review|discuss"},
        ),
        "passed": Side(
            {"ko": r"통과(?=했|됐|시켰|한|된)|가결|의결(?=했|됐)", "zh-hans": r"(?:获|经)[^，。；]{0,8}通过|表决通过|通过了|审议通过", "en": r"\bpass(?:ed|es)? (?=an? |the )(?:\w+ ){1,4}(?:bill|act|law|amendment|resolution|budget|motion)|\b(?:has|have|was|were) (?:been )?(?:passed|adopted|approved) by\b"},
            {"ko": r"통과|가결|의결|채택|승인|처리|확정|마련", "zh-hans": r"通过|批准|获批|核准|采纳", "en": r"pass|adopt|approv|clear|vote|enact|endors|ratif"},
        ),
    },
)  # fmt: skip
# of a year that is named, nothing says whether it is the last one or the next
_NAMED: Final = r"(?<![0-9])(?:20[0-9]{2}|'[0-9]{2})"
_ENGLISH_MONTHS: Final = (
    r"January|February|March|April|\bMay\b|June|July|August|September|October|November|December"
)
_YEARS: Final = Contrast(
    "figure-differs",
    "year",
    {
        "last": Side(
            {"ko": r"지난해|작년", "zh-hans": r"去年", "en": r"\blast year\b"},
            {"ko": rf"지난|작년|전년|앞선|이전|직전|{_NAMED}", "zh-hans": rf"去年|上年|同比|上一年|此前|前一年|年前|过去|{_NAMED}", "en": rf"last|previous|earlier|year-on-year|on-year|a year ago|prior|before|past|{_NAMED}"},
        ),
        "this": Side(
            {"ko": r"올해|금년", "zh-hans": r"今年", "en": r"\bthis year\b"},
            {"ko": rf"올|금년|이번|연말|연초|연내|당해|현재|{_NAMED}", "zh-hans": rf"今|本|年内|年底|年初|年末|目前|{_NAMED}", "en": rf"this|year-end|current|the year|so far|now|{_NAMED}"},
        ),
        "next": Side(
            {"ko": r"내년", "zh-hans": r"明年|来年", "en": r"\bnext year\b"},
            {"ko": rf"내년|다음|이듬|향후|앞으로|{_NAMED}", "zh-hans": rf"明年|来年|次年|翌年|下一|后一年|未来|{_NAMED}", "en": rf"next|coming|following|upcoming|{_NAMED}"},
        ),
    },
)  # fmt: skip
_MONTHS: Final = Contrast(
    "figure-differs",
    "month",
    {
        "last": Side(
            {"ko": r"지난 ?달", "zh-hans": r"上个?月", "en": r"\blast month\b"},
            {"ko": r"지난|전월|전달|[0-9]월", "zh-hans": r"上|[0-9一二三四五六七八九十]月|环比", "en": rf"last|previous|earlier|month-on-month|{_ENGLISH_MONTHS}"},
        ),
        "this": Side(
            {"ko": r"이번 ?달|이달(?! ?의)", "zh-hans": r"本月|这个月", "en": r"\bthis month\b"},
            {"ko": r"이번|이달|금월|당월|[0-9]월", "zh-hans": r"本|这|当月|[0-9一二三四五六七八九十]月", "en": rf"this|current|the month|{_ENGLISH_MONTHS}"},
        ),
        "next": Side(
            {"ko": r"다음 ?달|내달", "zh-hans": r"下个?月", "en": r"\bnext month\b"},
            {"ko": r"다음|내달|익월|[0-9]월", "zh-hans": r"下|次月|[0-9一二三四五六七八九十]月", "en": rf"next|coming|following|{_ENGLISH_MONTHS}"},
        ),
    },
)  # fmt: skip
CONTRASTS: Final = (
    _LENGTHS,
    _YEARS,
    _MONTHS,
    _FACTORS,
    _SETTLED,
    _OUTCOMES,
    _STAGES,
    _BILLS,
)
_FLAGS: Final[dict[TextLanguage, int]] = {"ko": 0, "zh-hans": 0, "en": re.IGNORECASE}
_NAMES: Final = {
    f"c{index}_{number}": (index, name)
    for index, contrast in enumerate(CONTRASTS)
    for number, name in enumerate(contrast.sides)
}


def _claims(language: TextLanguage) -> re.Pattern[str]:
    sides = (
        f"(?P<{group}>{CONTRASTS[index].sides[name].claims[language]})"
        for group, (index, name) in _NAMES.items()
    )
    # in English every claim is written in lower case and begins a word, which is where it is looked for
    return re.compile((r"\b(?=[a-z])" if language == "en" else "") + f"(?:{'|'.join(sides)})")


_CLAIMS: Final = {language: _claims(language) for language in _FLAGS}
_HINTS: Final = {
    (language, index, name): re.compile(CONTRASTS[index].sides[name].hints[language], flags)
    for language, flags in _FLAGS.items()
    for index, name in _NAMES.values()
}


class Claim(msgspec.Struct, frozen=True):
    """One side of a contrast that a text says, and where."""

    contrast: int
    side: str
    start: int
    end: int


class Claims(msgspec.Struct, frozen=True):
    """The contrasts of a text, and the text itself to look for what may stand for a side."""

    said: tuple[Claim, ...]
    text: str
    language: TextLanguage


class Contradiction(msgspec.Struct, frozen=True):
    """Two sides of one contrast."""

    code: str
    kind: str
    first: Claim
    second: Claim


def contrasts(text: str, language: TextLanguage) -> Claims:
    """The sides of contrasts that `text` (prepared) says."""
    # Traditional characters have been made Simplified ones before
    known: TextLanguage = "zh-hans" if language == "zh-hant" else language
    said = []
    searched = lowered(text) if known == "en" else text
    for found in _CLAIMS[known].finditer(searched):
        assert found.lastgroup is not None
        said.append(Claim(*_NAMES[found.lastgroup], found.start(), found.end()))
    return Claims(tuple(said), text, known)


def contradictions(
    first: Claims, second: Claims, first_part: Part, second_part: Part
) -> Iterator[Contradiction]:
    """What a part of one text and a part of another say against each other; one of each contrast."""
    if not first.said or not second.said:
        return
    # one of each side is enough, however often it is said
    ones, others = (
        list({(claim.contrast, claim.side): claim for claim in reversed(within(claims.said, part))}.values())[
            ::-1
        ]
        for claims, part in ((first, first_part), (second, second_part))
    )
    told: set[int] = set()
    for one, other in product(ones, others):
        if one.contrast != other.contrast or one.side == other.side or one.contrast in told:
            continue
        if _hints(one, second, second_part) or _hints(other, first, first_part):
            continue
        told.add(one.contrast)
        contrast = CONTRASTS[one.contrast]
        yield Contradiction(contrast.code, contrast.kind, one, other)


def _hints(claim: Claim, claims: Claims, part: Part) -> bool:
    return _HINTS[claims.language, claim.contrast, claim.side].search(claims.text, *part) is not None

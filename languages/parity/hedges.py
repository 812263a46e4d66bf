"""How sure a text is: what may be, what is expected and what is heard, against what is.

A claim is a hedge that nobody overreads: 가능성, 据悉, reportedly. It asks the other text for a hedge of any kind, or
for a word of what is still to come, since languages hedge in many ways and leave much to their future. What may be is
more: where the other text only says that it will be, the claim is not answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.segments import Part, within
from languages.parity.syllables import FINAL_L

type Hedge = Literal["possible", "expected", "heard"]


class Vocabulary(msgspec.Struct, frozen=True):
    """How a language hedges.

    `hints` are all words that may stand for a hedge, `future` what is to come, and `sure` what a text says
    that leaves nothing open.
    """

    claims: dict[Hedge, str]
    hints: str
    future: str
    sure: str


_KOREAN: Final = Vocabulary(
    claims={
        "possible": rf"가능성(?=이|도|은|을 (?:배제|제기|시사|점)|에 무게)|[{FINAL_L}] 수도 있|지(?:도)? 모른|것 같[다은습]|거론[되된됐]|점쳐[지졌진]|유력하|공산이",
        "expected": r"것으로 (?:보인|보여|예상|전망|기대|관측|추정|추산|추측|예측|내다|분석|풀이|해석)|전망(?:이다|이 나|된다|됐다|했다|되는|이라고)|예상(?:된다|했다|됐다|되는)|기대(?:된다|했다|한다고|를 모)|추[정산](?:된다|했다|됐다|되는)|관측(?:이 나|된다)|우려(?:된다|가 나|가 제|가 커|를 낳|했다)",
        "heard": r"(?:것으로|고) (?:알려졌|알려진|전해졌|전해진)|소문이",
    },
    hints=rf"혹시|아마|어쩌면|[{FINAL_L}] 수|수 있|수 없|가능|배제|것으로|[{FINAL_L}] (?:것|듯|전망|예정|계획|방침|우려|지)|것 같|전망|예[상측보]|기대|관측|추[정산측]|우려|걱정|염려|[가-힣]까 |보[인이여]|듯|알려|전해|전하|따르면|희망|바라|바란|여부|지 모|지도|거론|점쳐|유력|분석|판단|무게|위험|의심|의혹|소문|시사|잠재|예비|잠정|검토|고려|구상|공산|할지|을지|일지|될지|필요|권고|제안|주장|요구|당부|촉구|추진|목표|노력|위해|위한|도록|려면|라면|으면|다면|되면|하면|경우|조건|취지|평가|진단|의견|생각|믿|느끼|여겨|간주|보고 있|로 본다|이르면|불투명|불확실|미지수|안 되|못하|어렵|주의|경고",
    future=r"겠|예정|계획|방침|기로|앞두|앞으로|향후",
    sure=r"확실히|반드시|틀림없|분명|이미|결론|확인[했됐]|확정|입증|증명|밝혀졌|드러났|판명|단정",
)
_CHINESE: Final = Vocabulary(
    claims={
        "possible": r"(?<!尽)(?<!只)可能(?!性?(?:研究|分析|论证))|(?<![和及与或])或(?=将(?!其|这|该|它|此|来|已|现有|多个)|可|会|成为|能)|也许|或许|恐(?=将|怕|会|难)|疑似",
        "expected": r"预计|有望|料(?=将|会|于|可)|据估[计算]|估计|推测|预期(?!寿|目)|据预测|担[心忧]|倾向于认为|期待(?=此|该|能|这|本|双|两)",
        "heard": r"(?<![数依证凭票占])(?:据悉|据报道|据传|据称)|有消息(?:称|提到|说)|传闻",
    },
    hints=r"可|能|或|也许|说不定|没准|望|预[计期测估料]|估|推[测算断]|料|据|传|消息|认为|看[来好]|似|恐|担|忧|期|希望|盼|应|若|如果|一旦|倾向|疑|怀疑|初步|是否|潜在|有意|考虑|研究|探讨|论证|争取|力争|目标|旨在|以便|需|须|要|呼吁|提醒|警|建议|主张|得(?=[^了到出]|$)|风险|隐患|机会|未必|不一定|难|大概|显示|表明|视为|被指|评价|分析|前景|最早|最快",
    future=r"将|拟|会(?![议谈长员社场合见])|计划|打算|定于|准备|即将|届时|未来|今后|明年|后(?=[，。])",
    sure=r"肯定|必将|必定|一定(?!程)|确定|确认|认定|证实|证明|断定|已(?!婚|知|有)|查明|判明|成定局",
)
_BE: Final = r"(?:is|are|was|were|be|been|being)(?: (?:also|now|widely|generally|currently|\w+ly))?"
_ENGLISH: Final = Vocabulary(
    claims={
        "possible": r"(?<!\byou )\b(?:(?-i:may(?!\Z))|might|could)\b(?! (?:be )?(?:not|no|only)\b)|(?<!\bnot )(?<!best )(?<!every )(?<!\bif )(?<!\bwhere )(?<!wherever )(?<!whenever )\bpossibl[ey]\b(?<!as possible)|\bpossibility\b|\bperhaps\b|\bprobably\b|\b(?:un)?likely\b",
        "expected": rf"\b{_BE} (?:expected|projected|forecast|predicted|estimated|believed|thought|anticipated|feared)\b|(?<!\bcan )\bexpects?\b|\bhopes?\b|\bconcerns? (?:that|over|about)\b|\bfears? that\b|\b(?:appear|seem)(?:s|ed)? to\b|\bsurmises?\b|\bpresum(?:e|es|ed) (?:that|to)\b",
        "heard": rf"\b(?:reportedly|allegedly|purportedly)\b|\b{_BE} (?:said|reported|rumou?red|understood) to\b(?! (?:the|an?|our|its|their|your)\b)",
    },
    hints=r"\brul(?:e|es|ed|ing) out\b|\bmay\b|\bmight\b|\bcan\b|can't|cannot|could|would|should|must|likel|possib|potential|perhaps|maybe|probab|expect|project(?:ed|ion)|forecast|predict|estimat|hope|fear|concern|worr|appear|seem|report|said to|alleg|rumou?r|believ|suspect|surmis|presum|think|thought|suggest|according|\bif\b|whether|unless|aim|target|propos|consider|weigh|look|explor|mention|speculat|anticipat|prospect|outlook|chance|opportunit|risk|threat|provision|tentativ|prelim|allow|enabl|\babl[ey]|abilit|eligib|want|seek|wish|option|lean|reckon|\bputs?\b|assum|view|regard|deem|indicat|understood|warn|doubt|question|uncertain|unclear|need|require|\bask|urg|demand|call(?:ed|s|ing)? (?:for|on)|recommend|advis|so that|in order|in talks|feasib|stud(?:y|ies)|about to|on track|poised|placed to|in line to|favou?rite|front-?runner|promis|available|permit|\btry|attempt|optim|foresee|envis|eye[sd]?\b|\bsees?\b|\bodds\b|implied|\bset to|bound to",
    future=r"\bwill\b|\bshall\b|'ll\b|\bgoing to\b|\bto be\b|\bplan|\bintend|\bscheduled|\bslated|\bdue to\b|\bis to\b|\bare to\b|\bwould\b|\bagreed to\b|\bdecided to\b|\bnext\b|\bupcoming\b",
    sure=r"\bcertain(?:ly)?\b|\bdefinitely\b|\bclearly\b|\bundoubtedly\b|\bproved?n?\b|\bdetermined\b|\bconcluded\b|\bconfirmed\b|\balready\b|\bfound that\b|\bhas been\b|\bhave been\b",
)


class Hedged(msgspec.Struct, frozen=True):
    """A hedge that a text claims, and where."""

    hedge: Hedge
    start: int
    end: int


class Hedges(msgspec.Struct, frozen=True):
    """The hedges a text claims, and the text itself to look for what may stand for one."""

    said: tuple[Hedged, ...]
    text: str
    language: TextLanguage


class _Compiled(msgspec.Struct, frozen=True):
    claim: re.Pattern[str]
    hint: re.Pattern[str]
    future: re.Pattern[str]
    sure: re.Pattern[str]


def _compiled(words: Vocabulary, flags: int = 0) -> _Compiled:
    claim = "|".join(f"(?P<{hedge}>{pattern})" for hedge, pattern in words.claims.items())
    return _Compiled(*(re.compile(each, flags) for each in (claim, words.hints, words.future, words.sure)))


_WORDS: Final[dict[TextLanguage, _Compiled]] = {
    "ko": _compiled(_KOREAN),
    "zh-hans": _compiled(_CHINESE),
    "en": _compiled(_ENGLISH, re.IGNORECASE),
}
_WORDS["zh-hant"] = _WORDS["zh-hans"]


# how companies could take part: what is asked is the manner
_MANNER: Final = re.compile(r"\b(?:how|ways (?:in which )?|so that|in order that)\b[^.,;:]*$", re.IGNORECASE)


def hedges(text: str, language: TextLanguage) -> Hedges:
    """The hedges that `text` (prepared) claims."""
    said = tuple(
        Hedged(_hedge(found), found.start(), found.end())
        for found in _WORDS[language].claim.finditer(text)
        if not asks_how(text, found)
    )
    return Hedges(said, text, language)


def asks_how(text: str, found: re.Match[str]) -> bool:
    """Whether a hedge of `text` is the manner or the chance that somebody looks for: how Korea might take part."""
    at = found.start()
    if found[0] == "may" and text[:at].lower().endswith("who "):
        return True  # who may apply
    if found[0] == "may" and _UP_TO.match(text, found.end()):
        return True  # it may cover up to 85 percent
    if found[0] in ("could", "might", "may"):
        return _MANNER.search(text, max(0, at - 60), at) is not None
    return found[0] == "可能" and _CHANCE.search(text, max(0, at - 24), at) is not None


_UP_TO: Final = re.compile(r"[^.;,]{1,24}\b(?:up to|at most|no more than|not exceed)\b")
# 正探询参与维护保养领域的可能
_CHANCE: Final = re.compile("(?:探询|寻求|摸索|探索|探讨|评估|研究|考察|讨论)[^，。；]{0,20}的$")


def _hedge(found: re.Match[str]) -> Hedge:
    match found.lastgroup:
        case "possible":
            return "possible"
        case "expected":
            return "expected"
        case _:
            return "heard"


def _often(hedges: Hedges, hedge: Hedge) -> int:
    return sum(each.hedge == hedge for each in hedges.said)


def unanswered(
    first: Hedges, second: Hedges, first_part: Part, second_part: Part
) -> Iterator[tuple[Hedged, bool]]:
    """A hedge that a part of one text claims and a part of another leaves out, and whether the first claims it."""
    for hedged, sure, hedged_part, sure_part, of_first in (
        (first, second, first_part, second_part, True),
        (second, first, second_part, first_part, False),
    ):
        claims = within(hedged.said, hedged_part)
        if not claims:
            continue
        words = _WORDS[sure.language]
        if words.hint.search(sure.text, *sure_part):
            continue
        claim = next((each for each in claims if each.hedge == "possible"), claims[0])
        if _often(first, claim.hedge) == _often(second, claim.hedge):
            continue  # said as often by both, in sentences of another order
        if claim.hedge != "possible" and words.future.search(sure.text, *sure_part):
            continue
        yield claim, of_first
        return

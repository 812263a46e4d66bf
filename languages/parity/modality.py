"""How far a thing has come: considered, discussed, pursued, planned, agreed, signed, begun, completed.

A translation may choose another word, not another step. Each step has the words that say it, and more
words that may stand for it; a step is lost where a text says it and the other has neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from languages.parity.findings import TextLanguage

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

# what says the step, and what may stand for it in a translation
_KOREAN: Final[dict[Step, tuple[str, str]]] = {
    "consider": (r"검토(?=하|할|한|해|를|에|중| 중|키로|되|됐)", r"검토|고려|타진|모색|살펴|살피|심사|심의|저울질|따져|점검"),
    "discuss": (r"(?:협의|논의|협상)(?=하|할|한|해|를|에|중| 중|키로|됐|되)", r"협의|논의|협상|상의|대화|의논|토의|토론|면담|회담|소통|조율|의견을"),
    "pursue": (r"추진(?=하|할|한|해|된|되|됐|키로|중| 중|을)", r"추진|진행|이끌|펼치|벌이|나서|실시|시행|전개|도모|촉진|박차|본격|속도|사업|하겠|할|한다|함"),
    "plan": (r"(?:계획|예정|방침)(?=이다|이며|이고|이라|입니다|임|인|을 밝|을 세|을 발표|[.。])", r"계획|예정|방침|목표|전망|하기로|겠|것으로|까지|구상|기로|할 |될 |한다|된다|올해|내년|[0-9]월|앞두"),
    "agree": (r"합의(?=하|할|했|한|해|에 이|에 도|를 이|를 봤|를 보|키로|됐|되)", r"합의|동의|기로|약속|뜻을 (?:같이|모)|의견을 (?:같이|모)|공감|의견 ?일치|협약|협정|결정|손(?:을)? ?잡"),
    "sign": (r"체결|서명(?=하|했|한|을|식)|조인(?=하|했|식)", r"체결|서명|조인|맺|계약|협약식|사인|날인|교환"),
    "begin": (r"착수|착공|개시(?=하|했|한|된|되)|시작(?=하|했|한|된|되|됐)|돌입", r"착수|착공|개시|시작|돌입|출범|개통|첫 ?삽|들어가|들어갔|들어간|가동|개막|발족|개장|열|나서|나섰|도입|출시|부터|기공|본격"),
    "complete": (r"완료|준공|완공|완성(?=하|했|한|된|되|됐)", r"완료|준공|완공|완성|마무리|마치|마쳤|마친|끝|개통|개장|달성|종료|이뤄|갖추|갖췄|입주|조성|구축|수료|졸업|이수|마감|해결"),
}  # fmt: skip
_CHINESE: Final[dict[Step, tuple[str, str]]] = {
    "consider": (r"(?:正在?|在|拟|将|可|应|会|予以|进行|双方|政府)(?:积极|认真|重新|共同|进一步)?考虑(?!到|了)|考虑(?:引进|引入|设立|推进|推动|建设|修订|采取|扩大|实施|将|是否|在)|研究(?:是否|推进|推動|引进|引入|设立)|正(?:在)?(?:研究|探讨)|拟研究|予以研究|将研究", r"考虑|考慮|研究|探讨|探討|评估|評估|审议|審議|审查|审核|论证|酝酿|斟酌|检讨|檢討|研讨|研判|商讨|审视|查看|摸底|检查"),
    "discuss": (r"磋商|协商|協商|商讨|讨论|討論|洽谈|谈判|談判|会商|商议", r"磋商|协商|協商|商讨|讨论|討論|洽谈|谈判|談判|会商|商议|沟通|对接|交换意见|交流|会谈|會談|协调|探讨|商谈|协议|研讨|听取"),
    "pursue": (r"推进|推進|推动|推動", r"推|开展|实施|展开|进行|促进|加快|实行|着力|落实|致力|发展|项目|将|力"),
    "plan": (r"计划(?=在|于|将|到|对|向|从|与|把|年|明|今|建|新|投|采|引|启|设|用)|預計|预计|拟(?!定|议|人|合|真|态)|打算|预定", r"计划|計畫|計劃|拟|擬|将|將|预计|預計|规划|目标|力争|打算|准备|有望|争取|方针|预定|定于|要|拟于|到20|前"),
    "agree": (r"达成(?:一致|共识|协议|合意|了协议)|達成(?:一致|共識|協議)|商定|同意|议定|约定|一致决定", r"达成|達成|同意|商定|约定|議定|议定|一致|共识|共識|协议|協議|决定|合意|承诺|协定"),
    "sign": (r"签署|簽署|签订|簽訂|签约|簽約|签字", r"签|簽|达成(?=日期|时间|[^，。；]{0,14}(?:备忘录|意向书|协定|条约))|缔结|締結|订立|定约|合同"),
    "begin": (r"启动|啟動|着手|开工(?!率)|開工|(?<![移自电流手活劳运])动工(?![具作程业资厂艺])|動工(?![具作程])|开始|開始|开建", r"启|啟|着手|开|開|动工|動工|展开|起步|破土|投|进入|发起|成立|推出|奠基|起|上线"),
    "complete": (r"完成|竣工|完工|落成", r"完成|竣工|完工|建成|落成|结束|結束|通车|投用|实现|收官|达成|開通|开通|告竣|交付|建好|全部|建设|构建|结业|毕业|修完"),
}  # fmt: skip
_ENGLISH: Final[dict[Step, tuple[str, str]]] = {
    "consider": (
        r"\b(?:(?:is|are|was|were|be|been|will|would|to|and|also|now|currently|still) (?:\w+ )?(?:consider(?:ing)?|review(?:ing)?|weigh(?:ing)?|examin(?:e|ing)|explor(?:e|ing)|look(?:ing)? into)|under (?:review|consideration|study))\b",
        r"consider|review|weigh|examin|explor|look(?:ing|ed)? (?:at|into)|stud(?:y|ie)|assess|evaluat|mull|apprais|feasib|investigat|screen|check|inspect|discuss|moderat|approv|audit|vet\b",
    ),
    "discuss": (r"\b(?:discuss(?:ed|es|ing)?|consult(?:ed|s|ing)?|negotiat(?:e|ed|es|ing))\b", r"discuss|consult|negotiat|talk|coordinat|confer|dialog|exchang|deliberat|met\b|meet|consider|debat|address|work(?:ing|ed)? with|explor"),
    "pursue": (r"\b(?:pursu(?:e|es|ed|ing)|push(?:ing|ed|es)? (?:ahead|forward)|press(?:ing|ed|es)? (?:ahead|forward)|mov(?:e|es|ed|ing) (?:ahead|forward))\b", r"."),
    "plan": (
        r"\b(?:plans? (?:to|for)|planning to|is planned|are planned|intend(?:s|ed)? to|scheduled (?:to|for)|slated (?:to|for)|(?:is|are) (?:due|set) to)\b",
        r"plan|intend|schedul|slat|due|set to|will|would|expect|aim|goal|target|going to|shall|by 20|by the|to be|to [a-z]+|propos|hope|envisag|foresee|seek|is to|are to",
    ),
    "agree": (r"\b(?:agreed|agrees|agree to|reach(?:ed|es)? (?:an )?(?:agreement|accord|consensus))\b", r"agree|accord|deal|decid|pledg|commit|consensus|resolv|settl|promis|joined hands|will"),
    "sign": (r"\b(?:signed|signs|signing|inked)\b(?! (?:in|up|out|on|off)\b)|\bsign (?=an?\b|the\b)|\bconclud(?:ed|es|e) (?=an? |the (?:agreement|contract|deal|treaty))", r"\bsign|inked|conclud|contract|enter(?:ed|ing|s)? into|execut|seal"),
    "begin": (
        r"\b(?:began|begun|begins?|beginning (?=construction|work|operation)|start(?:ed|s)?|launch(?:ed|es)?|broke ground|breaks? ground|kick(?:ed|s)? off|commenc(?:e|ed|es))\b",
        r"beg[aiu]n|start|launch|ground|kick|commenc|initiat|embark|under way|underway|open|introduc|roll|inaugurat|enter|from|set (?:up|out)|establish|get (?:going|to work)|onset|debut|groundbreaking|undertak|take up|took up|activat",
    ),
    "complete": (
        r"\b(?:complet(?:ed|es|ing|ion)|(?:to|will|and) complete)\b",
        r"complet|finish|finaliz|conclud|done|end|wrap|deliver|built|build|open|over\b|ready|fulfil|achiev|full|total|entire|whole|thorough|clos|has been|have been|success",
    ),
}  # fmt: skip


class Said(msgspec.Struct, frozen=True):
    """A step that a text says, and where."""

    step: Step
    start: int
    end: int


class Steps(msgspec.Struct, frozen=True):
    """The steps a text says, and the text itself to look for what may stand for one."""

    said: tuple[Said, ...]
    text: str
    language: TextLanguage


def _compiled(
    words: dict[Step, tuple[str, str]], flags: int = 0
) -> tuple[re.Pattern[str], dict[Step, re.Pattern[str]]]:
    said = re.compile("|".join(f"(?P<{step}>{strict})" for step, (strict, _broad) in words.items()), flags)
    return said, {step: re.compile(f"{strict}|{broad}", flags) for step, (strict, broad) in words.items()}


_WORDS: Final = {
    "ko": _compiled(_KOREAN),
    "zh-hans": _compiled(_CHINESE),
    "zh-hant": _compiled(_CHINESE),
    "en": _compiled(_ENGLISH, re.IGNORECASE),
}
# said so plainly that nothing else stands for them: missed wherever the other text says some other step,
# and signed even where it says none
_PLAIN: Final[frozenset[Step]] = frozenset(("consider", "sign", "complete"))
_PLAIN_BEGINNING: Final = re.compile(r"착공|착수|开工|開工|动工|動工|着手|ground", re.IGNORECASE)


def steps(text: str, language: TextLanguage) -> Steps:
    """The steps that `text` says."""
    said = []
    for found in _WORDS[language][0].finditer(text):
        for step in LADDER:
            if found[step] is not None:
                said.append(Said(step, found.start(), found.end()))
    return Steps(tuple(said), text, language)


class Difference(msgspec.Struct, frozen=True):
    """A step that one text says and the other does not, and what the other says in its place."""

    first: Said | None
    second: Said | None

    @property
    def blocking(self) -> bool:
        """Agreed against signed: a promise against a duty."""
        return {step.step for step in (self.first, self.second) if step} == {"agree", "sign"}


def differences(
    first: Steps, second: Steps, first_part: tuple[int, int], second_part: tuple[int, int]
) -> Iterator[Difference]:
    """The steps in which a part of one text and a part of another differ; one at most."""
    said_first = _within(first.said, first_part)
    said_second = _within(second.said, second_part)
    lost = _unanswered(said_first, second, second_part)
    gained = _unanswered(said_second, first, first_part)
    if lost and gained:
        yield Difference(_highest(lost), _highest(gained))
        return
    for missed, others in ((lost, said_second), (gained, said_first)):
        text = first.text if missed is lost else second.text
        plain = [
            step
            for step in missed
            if step.step in _PLAIN or _PLAIN_BEGINNING.search(text, step.start, step.end)
        ]
        if not plain or (not others and not any(step.step == "sign" for step in plain)):
            continue
        step = _highest(plain)
        # signed an agreement, where the other text says agreed
        instead = next((other for other in others if step.step == "sign" and other.step == "agree"), None)
        yield Difference(step, instead) if missed is lost else Difference(instead, step)
        return


def _within(said: tuple[Said, ...], part: tuple[int, int]) -> list[Said]:
    start, end = (bisect_left(said, place, key=lambda one: one.start) for place in part)
    return list(said[start:end])


def _unanswered(said: list[Said], text: Steps, part: tuple[int, int]) -> list[Said]:
    """The steps for which a part of `text` has no word at all."""
    patterns = _WORDS[text.language][1]
    missing = {step for step in {one.step for one in said} if not patterns[step].search(text.text, *part)}
    return [one for one in said if one.step in missing]


def _highest(said: list[Said]) -> Said:
    return max(said, key=lambda step: LADDER.index(step.step))

"""How things stand: still to come, done, or not done, whatever step it is that they take.

A text that plans a thing and another that reports it as done differ, and so do one that denies and one that has no
word of denial. Who said it, announced it or promised it has done no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.segments import Part, within
from languages.parity.syllables import FINAL_L, FINAL_N, PAST, SPOKEN


class Vocabulary(msgspec.Struct, frozen=True):
    """What a language says plainly of each standing, and all that may stand for what is to come or denied."""

    to_come: str
    done: str
    denied: str
    may_be_to_come: str
    may_be_denied: str


_KOREAN: Final = Vocabulary(
    to_come=rf"겠다|(?:예정|계획|방침)(?=이[다며라]|임|[.。])|[{FINAL_L}] 것이[다라]|기로 ?(?:했|합의|결정|의견|뜻을|약속)|키로 했",
    done=rf"(?<!게 )[{PAST}]{SPOKEN}(?=(?:다|으며|고|지만|습니다)(?:[\s,.”\"’']|고|며|$))",
    denied=r"(?:결정|확정|정해|정하|합의|체결|완료|시작|착수|공개|발표|승인|마련|도입|이뤄|이루어|열리|성사|타결|통과|해결|선정|지정|확인|도달|내리|마치|끝나|끝내|확보|나오)[가-힣]{0,3}지(?:는|도)? ?(?:않|못)|(?:결정|확정|합의|정해|확인|논의|발표|공개)[된한진] ?(?:바|것)(?:는|은|가|이|도)? ?없|미정(?=이|[.。]|$)",
    may_be_to_come=rf"겠|예정|계획|방침|기로|키로|[{FINAL_L}] (?:것|수|때|경우|전망)|것으로|전망|목표|앞두|향후|앞으로|다음|구상|추진|위해|위한|려고|고자|해야|하라|자고|약속|[{FINAL_N}]다(?=[\s.,]|고|며|$)|는다|은 뒤",
    may_be_denied=r"않|못|없|(?<![가-힣])안 |아니|아닌|미(?=정|확|완|달|발|비|공|지|결|도달|착수|착공|승인|이행|실시|시행|납|준수|체결|개최|포함|참|접수|제출|해결|선정|반영|동의|합의|등록)|지연|불(?=발|가|투|확|허|참|충)|무(?=산|효|죄)|실패|거부|거절|부결|반대|보류|유보|연기|취소|중단|제외|결렬|미[루뤄뤘룬]|난항|아닙|아님|여전히|계속 (?:협의|협상|논의)|막[혀히힌]|틀[렸리린]|오류|말[고아라]|부족|그[치쳤]|과제|남[아았]",
)
_CHINESE: Final = Vocabulary(
    to_come=r"将(?=于|在|会|继续|进一步|着手|启动|开始|建|新(?=建|设|增)|投|引|开|推|举|成立|设|扩|提|加|采|派|实施|从|到|试|起诉|与|发|组|出|被)|(?<![模虚比草])拟(?=组|建|结|对|将|在|新|引|于|推|采|投|设|出|修|开|与|把|向)|计划(?=在|于|将|到|建|新|投|采|引|启|设|开|推|扩|组)|定于|力争|打算|即将",
    done=r"(?<![早而])已(?!婚|知|有|久|然|往)|业已|(?<![为除罢])(?<!意味)了(?![解望如不得])|如期",
    denied=r"(?:尚未|还未|仍未|并未|未能|未获|未曾|没有|没能|尚无|仍无|未)(?=(?:最终|正式|就此|具体)?(?:确定|决定|定论|达成|签署|签订|出台|公布|完成|开始|启动|批准|通过|落实|敲定|公开|透露|披露|明确|成立|落成|开放|举行|解决|确认|做出|作出|得到|获得|形成|选定|指定|时间表|结论|结果))|未定(?!义)|悬而未决",
    may_be_to_come=r"将|拟|划|定于|力争|打算|即将|预|望|目标|争取|会(?![议谈长员见])|准备|要|届时|未来|明年|商定|决定|同意|约定|承诺|达成(?:了)?(?:协议|一致|共识|合意)|宣布|期|欲|备|可|能|应|需|若|前(?=[，。完建])|起(?=[，。])|后(?=[，。])|进一步|再",
    may_be_denied=r"不(?!过|仅|断|久|同|少|论|管|但|止|动产|锈)|未(?!来)|没|无(?!人机|障碍)|非(?!洲|常)|否(?!则)|尚|仍在|还在|有待|暂|拒|失败|破裂|停|取消|缓|推迟|延|缺|难|除|悬|待定|缩水|错|有误",
)
_PARTICIPLE: Final = r"(?!said|announced|agreed|decided|pledged|promised|planned|proposed|vowed|expected|scheduled|asked|urged|called)\w+(?:ed|en|un|ne|ld|de|ught|pt|nt|rt|et|ut|ot|wn)\b"
_ENGLISH: Final = Vocabulary(
    to_come=r"\bwill\b|\bwould\b(?! have)|\bplans? to\b|\bintends? to\b|\b(?:is|are) (?:scheduled|slated|set|due) to\b|\baims? to\b|\bagreed to\b|\bdecided to\b|\bgoing to\b|\bvow(?:s|ed) to\b|\bpledge[sd]? to\b",
    done=rf"\b(?:has|have|had) (?:already |since |also |now |\w+ly )?(?:been )?{_PARTICIPLE}|\b(?:was|were) (?:\w+ly |already )?{_PARTICIPLE}|\balready\b|\bwent ahead\b|\btook place\b|\b(?:met|held|visited|attended|discussed|toured|inspected|hosted)\b",
    denied=r"\bno (?:\w+ ){0,3}(?:has|have|had|was|were) (?:yet )?been\b|\b(?:has|have|had) (?:not|yet to|never)\b|\b(?:hasn't|haven't|hadn't|didn't|wasn't|weren't)\b|\bdid not\b|\b(?:was|were) not\b|\bnot yet\b|\byet to be\b|(?<!who )(?<!that )(?<!ly )\bfail(?:ed|s)? to\b|\bundecided\b|\bno decision\b|\bwere unable to\b|\bwas unable to\b",
    may_be_to_come=r"\bwill\b|\bwould\b|\bshall\b|'ll\b|going to|plan|intend|schedul|slat|\bdue\b|set to|set for|\baim|goal|target|agree|decid|decision|pledg|promis|vow|to be\b|\bnext\b|upcoming|should|must|\bmay\b|might|could|\bcan\b|expect|likel|propos|until|\bby (?=20|the end|year|[A-Z])|about to|prepar|\bhop|seek|want|\bif\b|once\b|opens\b|begins\b|starts\b|takes place|closes\b|launches\b|future|ahead of|resolv|announc|notice|threat|approach|urg|call(?:ed|s) (?:for|on)|demand",
    may_be_denied=r"\bno\b|\bnot\b|n't\b|\bnever\b|\bnone\b|\bnor\b|\bneither\b|\bnothing\b|without|\bun(?:clear|able|known|certain|likely|(?!it|if|veil|der|leash|lock|load|fold|pack)[a-z]{3,}ed\b)|\bnon-\w+|invalid|error|ambiguous|exclu|\bhid(?:e|den)\b|incomplete|insufficient|fail|\byet\b|refus|reject|declin|lack|absen|cancel|postpon|delay|put off|suspend|halt|except|beyond|rather|instead|avoid|prevent|far from|short of|\bmiss|den(?:y|ied)|collaps|broke down|stall|pending|withh|stop|held (?:up|back)|stuck|block|bogged|open question|\bremain|\bclosed\b|hardly|barely|outstanding|awaits?|\bstill\b|ongoing",
)


class Standing(msgspec.Struct, frozen=True):
    """What a text says of how things stand, and where."""

    name: str
    start: int
    end: int


class Standings(msgspec.Struct, frozen=True):
    """What a text says plainly, and the text itself to look for what may stand for it."""

    said: tuple[Standing, ...]
    text: str
    language: TextLanguage


class _Compiled(msgspec.Struct, frozen=True):
    claim: re.Pattern[str]
    hints: dict[str, re.Pattern[str]]


def _compiled(words: Vocabulary, flags: int = 0) -> _Compiled:
    claim = f"(?P<denied>{words.denied})|(?P<to_come>{words.to_come})|(?P<done>{words.done})"
    return _Compiled(
        re.compile(claim, flags),
        {
            "to_come": re.compile(words.may_be_to_come, flags),
            "denied": re.compile(words.may_be_denied, flags),
        },
    )


_WORDS: Final[dict[TextLanguage, _Compiled]] = {
    "ko": _compiled(_KOREAN),
    "zh-hans": _compiled(_CHINESE),
    "en": _compiled(_ENGLISH, re.IGNORECASE),
}
_WORDS["zh-hant"] = _WORDS["zh-hans"]


def standings(text: str, language: TextLanguage) -> Standings:
    """How things stand in `text` (prepared)."""
    said = tuple(
        Standing(str(found.lastgroup), found.start(), found.end())
        for found in _WORDS[language].claim.finditer(text)
    )
    return Standings(said, text, language)


class Difference(msgspec.Struct, frozen=True):
    """How things stand in one text, and in the other; None where the other has no word of it."""

    first: Standing | None
    second: Standing | None

    @property
    def kind(self) -> str:
        """`denied` or `to_come`: what the other text does not say."""
        return next(said.name for said in (self.first, self.second) if said and said.name != "done")


def differences(
    first: Standings, second: Standings, first_part: Part, second_part: Part
) -> Iterator[Difference]:
    """Where a part of one text and a part of another stand apart; one difference at most."""
    for own, other, own_part, other_part, is_first in (
        (first, second, first_part, second_part, True),
        (second, first, second_part, first_part, False),
    ):
        found = _apart(own, other, own_part, other_part)
        if found is not None:
            yield Difference(*found) if is_first else Difference(*reversed(found))
            return


def denies(standings: Standings, part: Part) -> bool:
    """Whether a part of a text says of something that it is not done."""
    return any(each.name == "denied" for each in within(standings.said, part))


def _apart(
    own: Standings, other: Standings, own_part: Part, other_part: Part
) -> tuple[Standing, Standing | None] | None:
    said = {each.name: each for each in reversed(within(own.said, own_part))}
    done = next((each for each in within(other.said, other_part) if each.name == "done"), None)
    hints = _WORDS[other.language].hints
    if "denied" in said and not hints["denied"].search(other.text, *other_part):
        return said["denied"], done
    if (
        done is not None
        and "to_come" in said
        and "done" not in said
        and not hints["to_come"].search(other.text, *other_part)
    ):
        return said["to_come"], done
    return None

"""What does not belong in a text that is read later and elsewhere (R-07, R-09, R-10): contact data, credits,
dates that mean another day to another reader, and words of somebody that nobody has compared with the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from languages.parity.findings import Finding, Severity, Span, TextLanguage

_CONTACT: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,64}(?:\.[\w-]{1,64})+"
    r"|(?<![0-9-])01[016789][-. ]?[0-9]{3,4}[-. ]?[0-9]{4}(?![0-9])"
    r"|(?<![0-9-])0[0-9]{1,3}[-. )] ?[0-9]{3,4}[-. ][0-9]{4}(?![0-9])"
    r"|(?<![0-9-])1[3-9][0-9]{9}(?![0-9])"
    r"|\+[0-9]{1,3}[-. ]\(?[0-9]{1,4}\)?[-. ][0-9]{3,4}(?:[-. ]?[0-9]{2,4})?(?![0-9])"
)
_AGENCY: Final = (
    r"(?:연합뉴스|뉴시스|뉴스1|노컷뉴스|이데일리|머니투데이|조선일보|중앙일보|동아일보|한겨레|경향신문|매일경제|한국경제|로이터|블룸버그"
    r"|新华社|新华网|中新社|中新网|人民网|人民日报|央视新闻|澎湃新闻|视觉中国|韩联社|环球时报|路透社|彭博社|法新社|共同社"
    r"|Yonhap(?: News(?: Agency)?)?|Reuters|Bloomberg|AFP|Xinhua(?: News(?: Agency)?)?|Kyodo(?: News)?|Getty(?: Images)?|Newsis|EPA|Associated Press)"
)
_CREDIT: Final = re.compile(
    # a name beside which the agency's stands in brackets is a gloss: 더페이퍼(澎湃新闻)
    rf"(?<![\w”’])[(（\[【〔]\s?(?:[^\s()（）=]{{1,10}}(?==))?(?:사진|자료|출처|제공|图|图片|来源|Photo|Source)?[ =:：/]{{0,3}}{_AGENCY}[^()（）\[\]【】]{{0,12}}[)）\]】〕]"
    rf"|[=＝/ⓒ©][ ]?{_AGENCY}(?![가-힣])|(?<=[.。!?…”\"]) ?{_AGENCY}[.。]?\s*$|^[^\S\n]*{_AGENCY}\s*[-–—:|]"
    r"|무단 ?전재|재배포 ?금지|저작권자|未经(?:授权|许可)[^。]{0,6}转载|All rights reserved"
    r"|(?:^|(?<=[\n(（\[【.。]))\s?(?:출처|자료 ?출처|사진 ?제공|자료 ?제공|사진|자료) ?[=:：] ?\S{1,30}"
    r"|(?:^|(?<=[\n(（\[【.。]))\s?(?:来源|来源于|资料来源|图片来源|图源|供图|摄影|责任?编辑?) ?[：:] ?\S{1,30}"
    r"|(?:^|(?<=[\n(\[.])) ?(?:Source|Photo|Photo credit|Credit|Image|Courtesy)s?(?: by| of)?: ?\S{1,30}|\b(?:[Pp]hoto courtesy of|[Cc]ourtesy of) \S{1,30}"
    r"|(?<=[ )])기자 ?=|[가-힣]{2,4} 기자\s*$",
    re.MULTILINE,
)
_NOT_IN_A_WORD: Final = r"(?<![\u4e00-\u9fff0-9])"
_RELATIVE: Final[dict[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile(
        # 이번 주민설명회, 다음 주요 일정, 지난 달성률
        r"(?:이번|지난|다음) ?(?:[달주](?=[ ,.()에의은는도만말중초로와과]|까지|부터|보다|하순|$)|분기|학기)|오는 [0-9]{1,2}일|지난 [0-9]{1,2}일"
        # 제작년도, 보내달라, 공연내용
        r"|(?<![가-힣])(?:올해|작년|내년|금년|지난해|재작년|내후년|이달|금월|내달|금주(?!택)|연내(?![용부])|어제(?!의 )|오늘(?!날)|내일(?![배채]움)|모레|그저께|엊그제)(?![가-힣]*한 )"
        r"|(?<![가-힣])올 ?(?:상반기|하반기|연말|봄|여름|가을|겨울)(?![가-힣]{2})|최근 며칠"
    ),
    "zh-hans": re.compile(
        # 日本月球, 以上周期; 如今年轻人, 过去年度, 说明年度, 目前年产能, 今后年均, 今后天然气, 如今日益, 10月20日前
        r"(?<![日基])本(?:月|周(?![边年期转])|季度)|(?<![以海])[上下](?:月(?![球台])|周(?![边年期转到密全])|个[月季]|季度)|这个月"
        r"|(?<![0-9如迄])今年(?!轻)|(?:(?<![过失])|(?<=超过))去年|(?<![文说证发透表声])明(?:年|日|天(?!的))|昨[天日]|(?<!如)今(?:天(?!的)|日(?!益)|[春夏秋冬])"
        rf"|{_NOT_IN_A_WORD}日前|(?:{_NOT_IN_A_WORD}|(?<=[比至是较于]))(?:前年|后年(?!均)|后天(?![性气然]))|(?<![最临接附靠])近日(?![本均元照])"
        # three, some, half a, that year: 三年内, 数年内, 半年内, 当年内; and 青少年内心
        r"|(?<![0-9一两二三四五六七八九十百千〇零几数多半余每同当该全整周财学若少青中老成])(?<![0-9] )年内(?![容部需外])"
    ),
    "en": re.compile(
        r"\b(?<!the )(?<!The )(?:this|last|next|earlier this|later this) (?:month|year|week|quarter|weekend|spring|summer|fall(?! (?:through|short|behind|under|within|into|on|to|apart|away)\b)|autumn|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!-)"
        r"|\bwithin the year\b(?! (?:of|in which|that|[0-9]))|\b(?:yesterday|today(?!['’]s)|tomorrow|tonight|the day (?:before yesterday|after tomorrow))\b",
        re.IGNORECASE,
    ),
}
"""Words for a day, month or year that depend on when they are read; not where they stand inside other words."""
_RELATIVE["zh-hant"] = re.compile(
    _RELATIVE["zh-hans"].pattern.translate(
        str.maketrans("个这后周内边转轻过说证发声产气临几数财学", "個這後週內邊轉輕過說證發聲產氣臨幾數財學")
    )
)
_QUOTED: Final = re.compile(r"“([^“”]{1,600})”|(?<![0-9])\"([^\"]{1,600})\"|「([^「」]{1,600})」")
# longer than a name in quotation marks: somebody's words
_WORDS_OF_SOMEBODY: Final[dict[TextLanguage, int]] = {"ko": 16, "zh-hans": 12, "zh-hant": 12, "en": 40}


def contact_data(text: str, language: TextLanguage) -> Iterator[Finding]:
    """Mail addresses and telephone numbers."""
    yield from _found("contact-data", Severity.WARNING, _CONTACT, text, language)


def source_labels(text: str, language: TextLanguage) -> Iterator[Finding]:
    """An agency's credit or the label of a source that stuck to the text when it was copied."""
    yield from _found("source-label", Severity.WARNING, _CREDIT, text, language)


def relative_dates(text: str, language: TextLanguage) -> Iterator[Finding]:
    """A reader next year must understand the same day."""
    yield from _found("relative-date", Severity.ADVICE, _RELATIVE[language], text, language)


def unchecked_quotations(text: str, language: TextLanguage) -> Iterator[Finding]:
    """Somebody's words: a text alone does not say whether they were compared with the original."""
    for found in _QUOTED.finditer(text):
        quoted = next(group for group in found.groups() if group is not None)
        if len(quoted) >= _WORDS_OF_SOMEBODY[language]:
            span = Span(*found.span())
            yield Finding(
                "quotation-unchecked", Severity.ADVICE, language, {language: (span,)}, {"text": quoted}
            )


def _found(
    code: str, severity: Severity, pattern: re.Pattern[str], text: str, language: TextLanguage
) -> Iterator[Finding]:
    spans = tuple(
        Span(found.end() - len(found[0].lstrip()), found.start() + len(found[0].rstrip()))
        for found in pattern.finditer(text)
    )
    if spans:
        details = {"text": spans[0].of(text)}
        yield Finding(code, severity, language, {language: spans}, details)

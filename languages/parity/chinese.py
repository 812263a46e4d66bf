"""What a Chinese text states, Simplified or Traditional: shares, and numbers with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from languages.parity import numerals
from languages.parity.chinese_dates import HAN_DIGITS, read_dates, whole_number
from languages.parity.currencies import currency_before
from languages.parity.draft import (
    Draft,
    Place,
    add_hundredths,
    add_part_of_year,
    add_relative,
    add_roman,
    ends_of_spans,
    meant,
    plain,
)
from languages.parity.kinds import Fact, Qualifier
from languages.parity.masks import GLUED
from languages.parity.numerals import ROMAN, ROMAN_SIGNS, Numeral
from languages.parity.qualifiers import BOUNDS
from languages.parity.quantities import Written, add_quantity
from languages.parity.ratios import add_pair, add_power, add_share, add_shares_of_ten
from languages.parity.units import CHINESE, FEWEST_OF_A_POPULATION, FIRST_FEW, OFF, OPEN, Measure, unit_at

_POWER = re.compile(r"(?<![0-9.])(?P<base>[0-9]{1,4})的 ?(?P<exponent>[0-9]{1,3}) ?次方")
_FRACTION = re.compile(
    rf"(?<![0-9])(?P<of>[0-9]{{1,6}}+[百千万亿]{{0,2}}|[{HAN_DIGITS}百千万亿]{{1,3}})分之(?P<part>[0-9]+(?:\.[0-9]+)?|[{HAN_DIGITS}百两点]{{1,6}}?(?=多?(?:[时点]?[^{HAN_DIGITS}百两点]|$)))(?P<odd>多(?:一点)?)?(?!决赛|決賽)"
)
_AMONG = re.compile(
    rf"(?P<each>每)?(?<![0-9.])(?P<of>[0-9]{{1,3}}|[{HAN_DIGITS}两]{{1,3}})(?P<counter>(?P<person>个?人|名)|家|户|个|辆|台|处|位|座|套|所|条|艘|架|件|起|次|对|只|头|部|块|本|张|项|趟|班|列|栋)[^，,。；0-9]{{0,8}}?(?:(?:中|里|当中)(?:就|便)?(?P<about>约|大约)?有?|(?(each)(?:就|便)有|(?!)))(?P<part>[0-9]{{1,2}}|[{HAN_DIGITS}两]{{1,2}})(?:(?P=counter)|(?(each)(?:人|名|个|位|家|户|套|成)|(?(person)(?:人|名)|(?!))))"
)
_VERSUS = re.compile(
    r"(?<![0-9.,:])(?P<a>[0-9]{1,5}(?:\.[0-9]+)?) ?(?:比|:) ?(?P<b>[0-9]{1,5}(?:\.[0-9]+)?)(?![0-9:,])"
)
_VERSUS_IN_WORDS = re.compile(
    r"(?<![第一二三四五六七八九十百千万亿0-9])(?P<a>[一二三四五六七八九十])比(?P<b>[一二三四五六七八九十零])(?![二三四五六七八九十百千万亿年月天个]|[更较][大小多少高低])"
)
_HUNDREDTHS = re.compile(r"(?<![0-9分])(?P<s>[0-9]{1,2})秒(?P<rest>[0-9]{1,3})(?![0-9.,])")
_ORDINAL = re.compile(
    rf"第 ?(?P<n>[0-9]{{1,4}}|[{HAN_DIGITS}百]{{1,5}})(?:[、至-]第?(?P<n2>[0-9]{{1,4}}|[{HAN_DIGITS}百]{{1,5}}))?(?P<party>方|产业)?"
)
_ROMAN_NUMBER = re.compile(rf"(?<![A-Za-z0-9])(?P<n>{ROMAN})(?=[期级型类阶代段区号]|标段|阶段|临床)")
_TOP = re.compile(rf"前(?P<n>[0-9]{{1,4}}|[{HAN_DIGITS}百]{{1,3}})(?:大|位|名|强|強)")
_FIVE_YEARS = re.compile(r"[“\"]?(?P<n>十[一二三四五六七八九])五[”\"]?(?:规划|計畫|计划|期间|时期|开局)?")
_PLAN = re.compile(rf"(?P<n>[{HAN_DIGITS}]|[0-9]{{1,2}})年(?=规划|计划|计畫|计划)")
_MULTIPLE = re.compile(
    rf"(?P<grow>(?:增长|增加|提高|上升|提升|上涨|扩大|增|高出|(?<!最)高|(?<!最)多|(?<!最)快)(?:了|逾|近|约|超过|超)?)?(?P<to>至|到|为|达|达到)?(?P<n>(?<![0-9.])[0-9][0-9.]{{0,8}}+|(?![一二三四五六七八九]{{2}}倍)[{HAN_DIGITS}两百点]{{1,6}}+)(?P<odd>多)?倍(?!率|增(?!长|加))(?P<half>半(?![天年月小数]))?(?P<odd2>多|有余)?"
)
_DISCOUNT = re.compile(
    r"(?<![一二三四五六七八九0-9.])(?P<n>[一二三四五六七八九]|[1-9])(?P<n2>[一二三四五六七八九]|\.[0-9])?折(?![扣叠旧算合中断腾磨])"
)
# every other week
_SPANS: Final = {
    "隔天": (2 * 86400, "second"),
    "隔日": (2 * 86400, "second"),
    "隔周": (14 * 86400, "second"),
    "双周": (14 * 86400, "second"),
    "隔月": (2, "month"),
    "隔年": (24, "month"),
}
_SPAN = re.compile("|".join(_SPANS))
_TENS_OF_YEARS = re.compile(r"(?P<n>[三四五六七八九])旬(?![0-9])")
_IN_TURN = re.compile(r"分列(?P<n>[二三四五])[、和](?P<n2>[三四五六])位")
_DOUBLE = re.compile(r"翻(?:了)?(?P<n>[一两二三四])?番|翻倍|倍增|加倍")
_ANY_NUMBER = re.compile(rf"[0-9][0-9.,]*+|[{HAN_DIGITS}百千万萬亿億两兩]++")
# 数十, 上百, and not 人数两周, 以上两项
_SEVERAL = re.compile(
    r"(?<![人次户件总指系基倍参少多半无天岁辆票家])[数數]$|[几幾]$|(?<![以地跃站登冲升迈踏])上$"
)
_RANGE_SIGN = re.compile(r" ?(?:至|到|~|-|—{1,2}|→) ?")
# 两三个, 七八十: nobody has counted
_VAGUE = re.compile(
    r"(?P<digits>一两|两三|三两|二三|三四|三五|四五|五六|六七|七八|八九|十)(?P<more>几|来)?(?P<step>[十百千万])?(?![〇零○一二三四五六七八九])"
)
_IDIOM = re.compile(
    r"一带一路|(?:今明|明后|去今)两年|三成(?=站|洞)|[两二三几]度(?![数假，。；])(?=[\u4e00-\u9fff])|(?:(?<![每一])周|(?<![每一])週|星期|礼拜)[一二三四五六日天](?!圈|期|次)|每[周週](?:[一二三四五六日](?!个|[班次趟天场节回列架])|天)|万一|(?<![一二两三四五六七八九0-9])十分(?!钟|之)|千万(?=别|不要)|百姓|万物|万里长城|千方百计|四面八方|五花八门|九牛一毛"
    r"|双十一|八户(?=市|港)|五一|十一(?=假期|黄金周)|三明治|三伏|三文鱼|四川|三亚|九江|六安|三峡|三门峡|九寨沟|五台山|五四|七夕|八达岭|三星(?!级)|三菱|三井|三一重工|万科|百度|(?<![0-9万亿百十])千瓦|百万(?=富翁)"
    r"|不三不四|丢三落四|三番五次|接二连三|再三|百分之百|一二三|一分为二|九龙|三江|五粮|五金|四季(?!度)|(?:(?<=[向朝])四周|四周(?=环|都|皆|围|群|景|风光|被|的[环景山风]|一[片带]|尽|均))|三角|四方|八方|八卦|四海|五湖|百科|百货|百强|千人计划|万元户|万亿级|大同小异|四分位|百分位|四分区|十分位|[两二]元素"
)
_SOFT = re.compile(
    r"(?P<noon>正午)|(?P<midnight>午夜|子夜)|(?P<whole>满(?:功率|负荷|负载|员(?=[，。]|率)|产)|全部|完全|全体|全面|全额|全都|一律|所有|全数)|(?P<former>上半场|上半場|前半程)|(?P<latter>下半场|下半場|后半程)|(?P<two>两国|两地|两侧|两岸|双方|双边|双向|双|两者|两端|两翼|二者|若干|多(?=[个家项种名人国地次处款])|韩中|中韩|韩日|韩美|美韩|日韩|翻番|成倍)"
    r"|(?P<dozen>[每一]打(?=[鸡蛋啤酒毛铅]))|(?P<first>首(?!尔|爾|相|脑|腦|席|都|先|要|府|长|页|映)|单一|单人|单身|唯一|独居|头等|冠军|榜首|居首)|(?P<three>三方|三国|三边|季军|三人组)|(?P<second>亚军)"
    r"|(?P<zero>零(?=[^点])|无(?=[人故缝障])|免费)"
)
_HALF_OF_IT = re.compile(r"一半|半数|半數|对半|对折|过半|半壁")
_SOFT_NUMBERS: Final = {"two": 2, "first": 1, "three": 3, "zero": 0, "second": 2, "dozen": 12}
_PART_OF_YEAR = re.compile(
    r"(?P<late>年底|年末)|(?P<early>年初)|(?P<mid>(?<![一全几数每多近前同当去今明后0-9十])年中(?=[，。、前旬]|$))"
)
_RELATIVE = re.compile(
    r"(?P<year>今年|去年|明年|后年|前年|年内|上年|次年|同年|当年|翌年|本年度)|(?P<month>本月|上月|下月|当月|上个月|下个月|这个月|次月)|(?P<quarter>[上前]一?个?季度?|上季)|(?P<day>今天|今日|昨天|昨日|明天|当天|当日|翌日|次日|同日|前一天)"
)

_RISEN: Final = frozenset("至到为值级")
_MINUTES = re.compile(r"(?:[时点]|小时|钟头)[0-9一二三四五六七八九十]{1,4}[多余]?$")
_DIGITS: Final = frozenset("0123456789一二三四五六七八九十")
_ODD = re.compile(r" ?[多余餘几](?!年前的|出)")


_IDIOM_NEEDS: Final = (*"一二三四五六七八九十百千万", "两度", "几度")
_NUMERAL: Final = re.compile(rf"[0-9{HAN_DIGITS}十百千万亿两]")
_RELATIVE_NEEDS: Final = ("年", "月", "日", "天", "季")


def read(draft: Draft) -> None:
    """Adds every fact of a Chinese text to its draft."""
    draft.read(_IDIOM, lambda found: found.span(), _IDIOM_NEEDS)
    draft.read(_FIVE_YEARS, lambda found: _plan_number(draft, found), ("五",))
    read_dates(draft)
    draft.read(
        _HALF_OF_IT,
        lambda found: add_share(
            draft,
            found.span(),
            1,
            2,
            qualifier=_of_half(draft, found),
            hard=False,
        ),
        ("半", "对折"),
    )
    draft.read(_SPAN, lambda found: _span(draft, found), ("隔", "双周"))
    draft.read(_TENS_OF_YEARS, lambda found: _tens_of_years(draft, found), ("旬",))
    draft.read(_DISCOUNT, lambda found: _discount(draft, found), ("折",))
    draft.read(_IN_TURN, lambda found: _in_turn(draft, found), ("分列",))
    draft.read(_DOUBLE, lambda found: _double(draft, found), ("番", "倍"))
    draft.read(_ROMAN_NUMBER, lambda found: add_roman(draft, found), ROMAN_SIGNS)
    if _NUMERAL.search(draft.left):
        _read_shares(draft)
        draft.read(_ANY_NUMBER, lambda found: _quantity(draft, found.start()))
    draft.read(_RELATIVE, lambda found: add_relative(draft, found), _RELATIVE_NEEDS)
    draft.read(_PART_OF_YEAR, lambda found: add_part_of_year(draft, found), ("年",))
    draft.read(_SOFT, lambda found: _soft(draft, found))


def _of_half(draft: Draft, found: re.Match[str]) -> Qualifier:
    """过半 is more than half, but 过半后 is once half has passed."""
    if found[0] == "过半":
        return "loose" if draft.text[found.end() :][:1] in "后时" else "at-least"
    qualifier = draft.qualifier(found.span())
    if qualifier in BOUNDS and _LESS_BY.search(draft.text, max(0, found.start() - 4), found.start()):
        return "loose"  # 缩短一半以上 is what others call less than half
    return qualifier


_LESS_BY: Final = re.compile(r"(?:缩短|减少|下降|降低|缩减|锐减|缩小|[减降少短])(?:了|近|约|超过?)?$")
_BEHIND_A_BOUND = re.compile(r"\s?(?:以上|及以上)\s?[至到~-]?\s?")


def settled(found: Sequence[Fact], text: str) -> Iterator[Fact]:
    """6个月以上13岁以下 is a span."""
    ends = ends_of_spans(found, text, _BEHIND_A_BOUND)
    for index, fact in enumerate(found):
        yield meant(fact, "loose") if index in ends else fact


# --- shares, ratios, ordinals, multiples -------------------------------------------------------------


def _read_shares(draft: Draft) -> None:
    draft.read(
        _POWER,
        lambda found: add_power(draft, found.span(), int(found["base"]), int(found["exponent"])),
        ("次方",),
    )
    draft.read(_FRACTION, lambda found: _fraction(draft, found), ("分之",))
    draft.read(
        _AMONG,
        lambda found: add_share(
            draft,
            found.span(),
            whole_number(found["part"]),
            whole_number(found["of"]),
            qualifier="about" if found["about"] else draft.qualifier(found.span()),
        ),
        ("中", "里"),
    )
    draft.read(_HUNDREDTHS, lambda found: add_hundredths(draft, found), ("秒",))
    draft.read(_ORDINAL, lambda found: _ordinal(draft, found), ("第",))
    draft.read(_TOP, lambda found: _top(draft, found), ("前",))
    draft.read(_PLAN, lambda found: _plan_years(draft, found), ("年规划", "年计"))
    draft.read(_MULTIPLE, lambda found: _multiple(draft, found), ("倍",))
    draft.read(_VERSUS, lambda found: add_pair(draft, found.span(), found["a"], found["b"]), ("比", ":"))
    draft.read(
        _VERSUS_IN_WORDS,
        lambda found: _versus(draft, found),
        ("比",),
    )


def _versus(draft: Draft, found: re.Match[str]) -> Place:
    first, second = whole_number(found["a"]), whole_number(found["b"])
    if first + second == 10:
        return add_shares_of_ten(draft, found.span(), first, second)
    return add_pair(draft, found.span(), str(first), str(second))


def _fraction(draft: Draft, found: re.Match[str]) -> Place | None:
    of, part = whole_number(found["of"]), found["part"]
    if of == 100:
        number = numerals.chinese(part, 0)
        if number is None or number.end != len(part):
            return None
        qualifier = "odd" if found["odd"] else draft.qualifier(found.span())
        draft.add("percentage", plain(number.value), found.span(), qualifier=qualifier)
        return found.span()
    if "点" in part or "." in part:
        return None
    return add_share(
        draft,
        found.span(),
        whole_number(part),
        of,
        qualifier=draft.qualifier((found.start(), found.end("part"))),
        taken_away=_LESS_BY.search(draft.text, max(0, found.start() - 4), found.start()) is not None,
    )


def _ordinal(draft: Draft, found: re.Match[str]) -> Place:
    for name in ("n", "n2"):
        if found[name]:
            number = Decimal(whole_number(found[name]))
            draft.add(
                "ordinal",
                number,
                found.span(),
                hard=number not in (0, 1) and not found["party"],
            )
    return found.span()


def _top(draft: Draft, found: re.Match[str]) -> Place:
    """前五位: the top five."""
    number = Decimal(whole_number(found["n"]))
    # 依次居前四位: of as many as are named
    listed = _IN_THEIR_ORDER.search(draft.text, max(0, found.start() - 8), found.start()) is not None
    draft.add("rank", number, found.span(), unit=FIRST_FEW, hard=found["n"] not in ("1", "一") and not listed)
    return found.span()


_IN_THEIR_ORDER: Final = re.compile(r"(?:依次|分别|并列|包揽)[\u4e00-\u9fff]{0,4}$")


def _plan_number(draft: Draft, found: re.Match[str]) -> Place:
    """“十四五” is the fourteenth five-year plan."""
    draft.add("ordinal", Decimal(whole_number(found["n"])), found.span(), hard=False)
    draft.add("duration", Decimal(60), found.span(), unit="month", factor=Decimal(12), hard=False)
    return found.span()


def _plan_years(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("duration", Decimal(12 * whole_number(found["n"])), found.span(), unit="month")
    return found.span()


def _multiple(draft: Draft, found: re.Match[str]) -> Place | None:
    written = found["n"]
    number = numerals.chinese(written, 0)
    if number is None or number.end != len(written):
        return None
    # 增长两倍 adds twice as much: it is three times what it was; 增长到三倍 says so itself
    value = number.value + 1 if found["grow"] and not found["to"] else number.value
    if found["half"]:
        value += Decimal("0.5")
    place = (found.start("n"), found.end())
    qualifier = draft.qualifier(place)
    draft.add(
        "multiple",
        plain(value),
        place,
        qualifier="odd" if found["odd"] or found["odd2"] else qualifier,
        hard=value > 2 or not number.spelled,
    )
    return found.span()


def _discount(draft: Draft, found: re.Match[str]) -> Place:
    """九折: at 90 percent, which is 10 percent off."""
    left = 10 * whole_number(found["n"]) + whole_number((found["n2"] or "0").lstrip("."))
    for percent in (left, 100 - left):
        draft.add("percentage", Decimal(percent), found.span(), hard=False)
    return found.span()


def _span(draft: Draft, found: re.Match[str]) -> Place:
    length, unit = _SPANS[found[0]]
    draft.add("duration", Decimal(length), found.span(), unit=unit, factor=Decimal(length), hard=False)
    return found.span()


def _tens_of_years(draft: Draft, found: re.Match[str]) -> Place:
    """年过七旬: over seventy."""
    years = 10 * whole_number(found["n"])
    draft.add("duration", Decimal(12 * years), found.span(), unit="month", factor=Decimal(12), hard=False)
    draft.add("count", Decimal(years), found.span(), unit=OPEN, hard=False)
    return found.span()


def _in_turn(draft: Draft, found: re.Match[str]) -> Place:
    """分列二、三位: other languages say what follows, without the places."""
    for name in ("n", "n2"):
        draft.add("ordinal", Decimal(whole_number(found[name])), found.span(), hard=False)
    return found.span()


def _double(draft: Draft, found: re.Match[str]) -> Place:
    """翻一番 is twice, 翻两番 four times."""
    times_doubled = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}.get(found.groupdict().get("n") or "一", 1)
    draft.add(
        "multiple",
        Decimal(2**times_doubled),
        found.span(),
        qualifier="odd" if draft.text[found.end() :][:1] == "多" else draft.qualifier(found.span()),
        hard=times_doubled > 1,
    )
    return found.span()


# --- numbers with units ----------------------------------------------------------------------------


def _unit(text: str, at: int) -> tuple[Measure | None, int, bool]:
    """What stands behind a number that ends at `at`: its measure, where that ends, whether 多 or 余 stands between."""
    odd = False
    found = _ODD.match(text, at)
    if found:
        odd, at = True, found.end()
    start = at + 1 if text[at : at + 1] == " " else at
    words = text[start : start + 8]
    measure, length = unit_at(CHINESE, words)
    if measure is None:
        behind = text[start : start + 1]
        return (
            (
                Measure("count", OPEN)
                if behind.isalpha() and behind not in "的和与及或至到等，增减升降涨跌提扩缩"
                else None
            ),
            at,
            odd,
        )
    end = start + length
    if words[:length] == "升" and text[end : end + 1] in _RISEN:
        return None, at, odd  # 从0.72升至0.75
    if (
        words[:length] == "分"
        and not _MINUTES.search(text[max(0, at - 8) : at])
        and text[end : end + 1] not in _DIGITS
    ):
        measure = Measure("count", OPEN)  # 获得87分: points, where no hour is before and no second behind
    if (
        text[end : end + 1] in "多余"
        and measure.kind in ("duration", "count", "area", "measure", "money")
        and text[end + 1 : end + 2] not in _NOT_MORE
    ):
        odd = True  # 20岁多, 10公里多
    # 3个多月 is in the table
    return measure, end, odd or "多" in words[:length]


_LONGER_UNITS: Final = frozenset("年月周天时分")
# 20座多功能水坝, 5家多元化企业, 比此前三年多出两成
_NOT_MORE: Final = "0123456789次出粮热料款额地量功样元式用层级边种类方核震波韵温生"
# 近五年: almost five years, or the last five; 需近五年, 将近五年: almost
_NEARLY_AFTER: Final = frozenset("需用时达历经过花有要将接逼几")


def _quantity(draft: Draft, at: int) -> Place | None:
    text = draft.left
    behind_letter = text[at].isascii() and text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()
    money = currency_before(text, at)
    if behind_letter and money is None and not GLUED.search(text[max(0, at - 6) : at + 16]):
        return None
    vague = _VAGUE.match(text, at)
    if vague and (vague["digits"] != "十" or vague["more"]):
        for character in vague["digits"]:
            number = numerals.myriad(character + (vague["step"] or "")) or Decimal(0)
            draft.add("count", number, vague.span(), unit=OPEN, hard=False)
        return vague.span()
    if text[at] == "零" and text[at - 1 : at] in _LONGER_UNITS and text[at + 1 : at + 2].isnumeric():
        return _quantity(draft, at + 1)  # 11年零8个月, 三年零十个月
    first = numerals.chinese(text, at)
    if first is None:
        return None
    if first.spelled and at and _SEVERAL.search(draft.text[max(0, at - 2) : at]):
        return at, first.end  # 数十, 上百: nobody knows how many
    measure, end, odd = _unit(text, first.end)
    if (
        first.spelled
        and first.value <= _MOST_NAMED
        and _names_as_many(draft.text[max(0, at - 80) : at], int(first.value))
    ):
        # 三星、SK、现代汽车三家集团: what is named is counted besides
        draft.add("count", plain(first.value), (at, first.end), unit=OPEN, hard=False)
        return at, first.end
    if (
        first.spelled
        and (measure is None or (measure.unit == OPEN and end == first.end))
        and not _RANGE_IN_WORDS.match(text, first.end)
    ):
        # a numeral that counts nothing known: it may answer, no more
        draft.add("count", plain(first.value), (at, first.end), unit=OPEN, hard=False)
        return at, first.end
    if (
        first.spelled
        and measure is not None
        and measure.kind == "percentage"
        and at
        and draft.text[at - 1] in "完建生形组构促达变合"
    ):
        return None
    if (
        measure is None
        and first.value >= FEWEST_OF_A_POPULATION
        and _POPULATION.search(text, max(0, at - 10), at)
    ):
        measure = CHINESE["人"]
    if measure == CHINESE["户"] and _SUBSCRIBERS.search(text, max(0, at - 16), at):
        measure = Measure("count", OPEN)
    if measure is not None and measure.kind == "percentage" and _DISCOUNTED.match(text, end):
        measure = Measure("percentage", OFF)
    if measure is not None and _OF_SHARED_POINTS.match(text, first.end):
        measure, end = CHINESE["个百分点"], first.end + 1
    second: Numeral | None = None
    sign = _RANGE_SIGN.match(text, end) or _RANGE_SIGN.match(text, first.end)
    if sign and _ANY_NUMBER.match(text, sign.end()):
        second = numerals.chinese(text, sign.end())
        if second is not None:
            second_measure, second_end, second_odd = _unit(text, second.end)
            known = measure is not None and measure.unit != OPEN
            if known and second_measure != measure:
                second = None  # 由3年到5%: two facts
            else:
                measure, end, odd = second_measure or measure, second_end, odd or second_odd
    start = at
    if money is not None:
        start, unit = money
        measure = Measure("money", unit)
    qualifier = draft.qualifier((start, end))
    if (
        qualifier == "nearly"
        and measure is not None
        and (measure.kind == "duration" or text[first.end : first.end + 1] in _OF_A_SERIES)
        and draft.text[start - 1] == "近"
        and draft.text[max(0, start - 2) : start - 1] not in _NEARLY_AFTER
    ):
        qualifier = "loose"
    if (
        measure is not None
        and measure.kind == "duration"
        and qualifier in BOUNDS
        and (_BEFORE_THAT.match(text, end) or "提前" in draft.text[max(0, start - 4) : start])
    ):
        # 不到五年前的一半: less than half, and not than five years; 至少三天前: three days before, in other languages
        qualifier = "loose"
    if measure == CHINESE["晚"] and text[start - 1 : start] == "天" and qualifier == "exact":
        qualifier = "loose"  # 最长4天3晚
    if (odd or first.odd) and qualifier in ("exact", "within", "peak", "after"):
        qualifier = "exact" if text[end - 1 : end] in "岁歲" else "odd"
    if (
        first.value == 1
        and second is None
        and measure is not None
        and (text[end : end + 1] in ("兑", "合") or text[start - 1 : start] == "兑")
    ):
        # 1美元兑1465韩元: other languages say to the dollar
        draft.add(measure.kind, measure.factor, (start, end), unit=measure.unit, hard=False)
        return start, end
    upper = None if second is None or sign is None else Written(second, text[sign.end() : second.end])
    add_quantity(draft, (start, end), Written(first, text[at : first.end]), upper, measure, qualifier)
    return start, end


_BEFORE_THAT: Final = re.compile("[之以]?前")
_DISCOUNTED: Final = re.compile("的?(?:折扣|优惠)")
# 移动电话用户达11.18亿户: whoever subscribed
_SUBSCRIBERS: Final = re.compile("(?:用户|客户|开户)[^，。；、0-9]{0,10}$")
_MOST_NAMED: Final = 6
_NAMES: Final = re.compile(r"(?:[^，。；：、和与及0-9]{1,14}[、和与及]){1,5}[^，。；：、和与及0-9]{1,14}$")
_BETWEEN_NAMES: Final = re.compile("[、和与及]")


def _names_as_many(before: str, number: int) -> bool:
    """Whether as many names end where the number begins."""
    found = _NAMES.search(before) if number > 2 else None
    return found is not None and len(_BETWEEN_NAMES.findall(found[0])) == number - 1


# 0.2个和0.1个百分点
_OF_SHARED_POINTS: Final = re.compile(r"个(?:[、和与及]或?[0-9.]{1,5}个?)+百分点")
# 近7场: the last seven
_OF_A_SERIES: Final = frozenset("场轮届战局")
# 七到八成
_RANGE_IN_WORDS: Final = re.compile(rf"[至到](?:[{HAN_DIGITS}]|十)(?=成|倍)")
# 人口达350万, 人口超过1000万
_POPULATION: Final = re.compile(r"人口[^0-9，。；、]{0,7}$")


def _soft(draft: Draft, found: re.Match[str]) -> Place:
    if found.lastgroup in ("noon", "midnight"):
        draft.add("time", "12:00" if found.lastgroup == "noon" else "00:00", found.span(), hard=False)
    elif found.lastgroup == "whole":
        draft.add("percentage", Decimal(100), found.span(), hard=False)
    elif found.lastgroup in ("former", "latter"):
        draft.add("half", "--H1" if found.lastgroup == "former" else "--H2", found.span(), hard=False)
    elif found[0] == "零" and draft.text[max(0, found.start() - 1) : found.start()] in _LONGER_UNITS:
        pass  # 11年零8个月
    elif found.lastgroup in _SOFT_NUMBERS:
        draft.add("count", Decimal(_SOFT_NUMBERS[found.lastgroup]), found.span(), unit=OPEN, hard=False)
        if found[0] == "零":  # 降至零: 0%로 낮췄다
            draft.add("percentage", Decimal(0), found.span(), hard=False)
    return found.span()

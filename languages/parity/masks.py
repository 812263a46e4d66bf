"""What holds digits and is no quantity: addresses, versions, codes, product names, placeholders.

A mask takes such places out of the text before figures are read. Names with digits in them are held
against the other languages letter by letter instead (`names.py`).
"""

from __future__ import annotations

import re

import msgspec

from languages.parity import currencies

_NOTHING = re.compile(
    r"(?:https?|ftp|file)://[!-~]++"
    r"|\bwww\.[!-~]++"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})++"
    r"|\b[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){0,4}\.(?:com|net|org|io|go\.kr|or\.kr|co\.kr|gov|edu)\b(?:/[!-~]*+)?"
    r"|</?[a-zA-Z][^<>]{0,300}>|&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
    # places for values in an interface's texts
    r"|%\([a-zA-Z_][a-zA-Z0-9_]{0,60}\)[-#0 +]?[0-9.]{0,6}[a-zA-Z]|%[0-9]\$[a-z]|%[-0-9.]{0,4}[sdifr](?![A-Za-z가-힣])"
    r"|\{\{[^{}]{0,100}\}\}|\{%[^{}]{0,100}%\}|\{[a-zA-Z0-9_.:!]{0,60}\}|(?<![0-9.])%[0-9]{1,2}(?![0-9.])"
    # telephone and registration numbers, addresses of machines, versions
    r"|\+[0-9]{1,3}[-. ][0-9]{1,4}[-. ][0-9]{3,4}(?:[-. ][0-9]{3,4})?(?![0-9])"
    r"|(?<![0-9.,])0[0-9]{1,2}[-. )] ?[0-9]{3,4}[-. ][0-9]{4}(?![0-9])"
    r"|(?<![0-9])1(?:522|533|544|566|577|588|599|600|611|644|66[0168]|670|688|800|811|833|855|877|899)-[0-9]{4}(?![0-9])"
    r"|(?<![0-9])[0-9]{6}-[0-9]{7}(?![0-9])|(?<![0-9])[0-9]{3}-[0-9]{2}-[0-9]{5}(?![0-9])"
    r"|\b[vV](?:er(?:sion)?)?\.? ?[0-9]+(?:\.[0-9]+){1,4}\b"
    r"|(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,4}){3}(?![0-9])"
    r"|\b(?=[0-9]*+[a-fA-F])(?=[a-fA-F]*+[0-9])[0-9a-fA-F]{7,64}+\b"
    r"|[0-9]{26,}+|(?<![0-9])[0-9]+(?:_[0-9]+)++",
    re.ASCII,
)
# what all of these but tags and entities have something of, and few texts
_MAY_BE_NOTHING = re.compile(
    r"://|www\.|\.[a-z]{2}|[0-9][-. )] ?[0-9]{3,4}[-. ]|[0-9]{3}-[0-9]{2}|[0-9]\.[0-9]+\.[0-9]|[0-9a-fA-F]{7}"
    r"|[vV][a-z.]{0,8} ?[0-9]+\.[0-9]"
)
_SIGNS_OF_NOTHING = "@<&%{_+"
_LIST_NUMBER = re.compile(
    r"^[ \t]{0,20}(?:\(?[0-9]{1,2}[.)](?=[ \t])(?! ?[0-9]{1,2}\.? ?\([월화수목금토일])|[0-9]{1,2}\)|[0-9]{1,2}[.、．](?=[\u4e00-\u9fff가-힣])|[①-⑳]|○(?=[0-9一-龥]))"
    # clauses numbered within a line
    r"|(?<=[.;:)] )\([0-9]{1,2}\)(?= [A-Z])"
    # (1) settle the text; (2) sign
    r"|(?<=[;:] )\([0-9]\)(?= [a-z])|(?<=; and )\([0-9]\)(?= [a-z])",
    re.MULTILINE,
)
# KTX1147亿韩元: a name, and an amount that begins where it ends
GLUED = re.compile(r"[A-Z]{2,6}[0-9][0-9.,]*+(?:[万亿]|公里|千米|平方|吨|韩元|美元|%)")
# without a digit near its beginning it is a word; one that is longer is no name either
_TOKEN = re.compile(
    rf"(?<![A-Za-z0-9])(?!{GLUED.pattern})(?=[A-Za-z.+/&-]{{0,60}}[0-9])[A-Za-z0-9]++(?:[-.+/&][A-Za-z0-9]++)*+"
)
# what is masked without a digit: addresses, marks, places for values, 八进制, 오미크론
_HAS_SIGN = re.compile(r"[@<>&%{}①-⑳制]|://|www\.|오미|\.[a-z]|○")
_HAS_LETTER = re.compile(r"[A-Za-z]")
_HAS_DIGIT = re.compile(r"[0-9]")
# numbers with a unit, a currency, an ordinal's ending or a half of the day: quantities after all
_QUANTITY = re.compile(
    r"(?:(?:US|HK|NT|S|A|C)?\$)?[0-9][0-9.,]*-?"
    r"(?:st|nd|rd|th|s|x|k|K|m|M|bn|Bn|B|mn|tn|T|trn|mln|am|pm|a\.m|p\.m|AM|PM|h|hr|hrs|min|mins|sec|yr|yrs|p|pp|ppt"
    r"|km|cm|mm|nm|um|ft|yd|mi|lbs?|oz|gal|kg|mg|g|t|ha|a|kt|Mt|Gt|L|l|mL|ml|kL|ML|W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|kV|V|A|Hz|kHz|MHz|GHz|THz"
    r"|[kMG]Wp|[MG]cal|[MG]?toe|B|KB|MB|GB|TB|PB|TFLOPS|PFLOPS|bps|Mbps|Gbps|kbps|km/h|kph|mph|m2|m3|km2|sqm|sq|TEU|teu|C?GT|DWT|dB|ppm|rpm|RPM|MPa|kPa|hPa|knots|bp|bps"
    r"|CO2e?|tCO2(?:e|eq)?|[a-z]{3,}(?:-[a-z]+)*)"
    r"(?:/[a-zA-Z0-9]{1,4})?"
    rf"|(?:{currencies.WRITTEN})[0-9][0-9.,]*(?:bn|mn|m|tn|k|M|B|T)?"
    r"|[0-9]{1,2}[-/.][A-Za-z]{3,9}(?:[-/.][0-9]{2,4})?"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)-[0-9]{1,2}"
    r"|[0-9.,]+(?:-[0-9.,]+)*|[0-9]{1,4}-to-[0-9]{1,4}|Q[1-4](?:[-/][0-9]{2,4})?|(?:[0-9]{2,4}\.)?[1-4]Q(?:[0-9]{2,4})?|[HF][12]|[12]H(?:[0-9]{2,4})?|FY[0-9]{2,4}(?:[-/][0-9]{2,4})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?|D[-+][0-9]{1,3}"
    r"|(?:mid|late|early|pre|post|end|since|non|ex)-[0-9].*|No\.?[0-9]+"
)
_DIMENSIONS = re.compile(r"[2-6][DG]|[48]K|[0-9]+[DK](?=[^A-Za-z0-9]|$)")
_ADJECTIVE = re.compile(r"[0-9][0-9.,]*-[A-Za-z-]+|[A-Za-z]+-[0-9]+-[A-Za-z-]+")
# behind words such as RTX Pro, a number belongs to the name
_SERIES = re.compile(
    r"\b(?:[A-Z][A-Z0-9]+ )?(?:RTX|GTX|Pro|Max|Ultra|Plus|Galaxy|iPhone|iOS|Android|Windows|Gen|Mark|Type|Model"
    r"|Ryzen|Xeon|Gaudi|Exynos|Falcon|Artemis|Apollo|Shenzhou|Soyuz|ISO|IEC|IEEE|KS|EN|ASTM|RFC|CVE|Web|Python|Django|HTTP|TLS|USB|Wi-Fi|HDMI)"
    r" ?[0-9]+(?:[.:][0-9]+)*[A-Za-z]?(?![0-9A-Za-z%])(?! ?(?:%|per ?cent))",
    re.ASCII,
)
_FIXED = re.compile(
    r"(?<![0-9])42 ?(?:서울|首尔|首爾|Seoul)|코로나 ?19|[2-9]인 ?1조|[0-9]{1,2}진(?:수|법|법은|제)|(?:[0-9]{1,2}|[二八十]|十六)进制|(?<![0-9.,])7[0-8]7-(?:8|9|10|[3-9]00)(?![0-9,.])|(?:보잉|에어버스|波音|空客|空中客车|Boeing|Airbus) ?A?[0-9]{3}(?:-[0-9]{1,4})?s?(?![0-9])|S&P ?500|(?:FTSE|富时) ?100|(?:다우존스|다우|道琼斯|Dow) ?30|[标標]普 ?500|(?:KOSPI|코스피|Nikkei|닛케이|日[经經]) ?(?:200|225)|(?:CSI|沪深) ?300|오미크론|(?<![0-9.])[0-9]\.[0-9] ?(?:트랙|轨|軌)|\b[Tt]rack[ -][0-9]\.[0-9](?![0-9])"
)
# what each of these has something of, and few texts: to look for them takes a tenth of the time
_OF_FIXED = (
    "42", "코로나", "1조", "진수", "진법", "진제", "进制", "7-", "보잉", "에어버스", "波音", "空客", "空中客车", "Boeing", "Airbus", "S&P", "FTSE", "富时", "다우", "道琼斯", "Dow",
    "标普", "標普", "KOSPI", "코스피", "Nikkei", "닛케이", "日经", "日經", "CSI", "沪深", "오미크론", "트랙", "轨", "軌", "rack",
)  # fmt: skip
# a railway of four tracks
_TRACKS = re.compile(r"\b(?:double|triple|quadruple)[- ]track\w*", re.IGNORECASE)
_KOREAN_CODE = re.compile(
    r"(?<![가-힣])(?:누리|천리안|아리랑|다누리|무궁화|나로|우리별|참수리)[- ]?[0-9]+호?"
)

_WITHOUT_DIGIT = re.compile(r"(?<![A-Za-z0-9-])(?:[A-Z]-[A-Z]{2,6}|[A-Z]{2,5}-[A-Z])(?![A-Za-z0-9-])")


_LONGEST_NAME = 60


class Mask(msgspec.Struct, frozen=True):
    """A place that is not read for figures."""

    start: int
    end: int
    name: str = ""
    """What must stand letter by letter in the other languages too; empty where nothing must."""


def masks(text: str) -> list[Mask]:
    """The places of `text` (prepared) that hold no quantity, in order, none within another."""
    found: list[Mask] = []
    has_digits = _HAS_DIGIT.search(text) is not None
    if has_digits or _HAS_SIGN.search(text):
        patterns = [_LIST_NUMBER]
        if any(piece in text for piece in _OF_FIXED):
            patterns.append(_FIXED)
        if any(sign in text for sign in _SIGNS_OF_NOTHING) or _MAY_BE_NOTHING.search(text):
            patterns.append(_NOTHING)
        for pattern in patterns:
            found += [Mask(place.start(), place.end()) for place in pattern.finditer(text)]
    if has_digits:
        found += [Mask(place.start(), place.end()) for place in _KOREAN_CODE.finditer(text)]
        found += [Mask(place.start(), place.end(), place[0]) for place in _SERIES.finditer(text)]
        for place in _TOKEN.finditer(text):
            if is_name(place[0]):
                found.append(Mask(place.start(), place.end(), place[0]))
    if "rack" in text:
        found += [Mask(place.start(), place.end()) for place in _TRACKS.finditer(text)]
    if "-" in text:
        found += [Mask(place.start(), place.end(), place[0]) for place in _WITHOUT_DIGIT.finditer(text)]
    return _apart(found) if found else found


def is_name(token: str) -> bool:
    """Whether letters and digits together are a name, such as HBM3E or A350, and not 100km or 25th."""
    if not _HAS_LETTER.search(token) or not _HAS_DIGIT.search(token) or len(token) > _LONGEST_NAME:
        return False
    if _DIMENSIONS.fullmatch(token):
        return True
    return not _QUANTITY.fullmatch(token) and not _ADJECTIVE.fullmatch(token)


def _apart(found: list[Mask]) -> list[Mask]:
    """In order; of two that overlap the longer one, the first where they are equal."""
    found.sort(key=lambda mask: (mask.start, -mask.end))
    apart: list[Mask] = []
    for mask in found:
        if apart and mask.start < apart[-1].end:
            if mask.end - mask.start > apart[-1].end - apart[-1].start:
                apart[-1] = mask
            continue
        apart.append(mask)
    return apart

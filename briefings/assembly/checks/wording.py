"""What no edition may say, and how texts must be written (R-07 to R-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

import msgspec

from briefings.assembly.checks.places import PlacedText
from briefings.assembly.checks.rules import Rules, publishers_of
from briefings.assembly.findings import Finding, Severity, basis_of
from languages.chinese import full_width
from languages.parity import house_rules
from languages.trilingual import LANGUAGES, Language

POINT_LENGTH = 60
"""Most characters of a Korean point, with its figures printed (product.md)."""

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.]+")
_TELEPHONE = re.compile(
    r"(?<!\d)01[016789][-. ]?\d{3,4}[-. ]?\d{4}(?!\d)"  # mobile
    # office line; 05 in 2025.11.05. 2026-2030 is a day
    r"|(?<!\d)(?<!\d[.-])(?<!\d[.-] )0\d{1,2}[-. )]\s?\d{3,4}[-. ]\d{4}(?!\d)"
    # with its country; +2.3 2025 is a rate
    r"|\+\d{1,3}(?:[- ]\d{1,4}[- ]\d{3,4}(?:[- ]?\d{3,4})?|(?:\.\d{1,4}){1,2}\.\d{3,4})(?!\d)"
)
_CREDIT = re.compile(r"视觉中国|\bGetty Images\b|\bReuters\b|연합뉴스|뉴시스|新华社|＝연합|무단 ?전재")
_QUOTED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"[“\"]([^”\"]+)[”\"]|‘([^’]+)’"),
    "zh-hans": re.compile(r"“([^”]+)”|\"([^\"]+)\""),
    "en": re.compile(r"“([^”]+)”|\"([^\"]+)\""),
}
# longer than a name in quotation marks: somebody's words
_WORDS_OF_SOMEBODY: dict[Language, int] = {"ko": 16, "zh-hans": 12, "en": 40}
_DECLARATIONS = frozenset(("declaration", "declaration-clause"))
_PAIRS = {"“": "”", "‘": "’", "(": ")", "（": "）", "[": "]", "「": "」", "『": "』", "《": "》", "〈": "〉"}
_CLOSERS = {close: start for start, close in _PAIRS.items()}
_PAIRED_MARK = re.compile("[" + re.escape("".join((*_PAIRS, *_CLOSERS))) + "]")
_SECRET = re.compile(r"대외비|[ⅠⅡⅢIⅤ]+급 ?비밀|机密|绝密|\b(CONFIDENTIAL|TOP SECRET)\b")


def labels_and_contacts(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-07: no agency credit, source label or contact data in a text. An item is held against its own sources."""
    if placed.place.field.startswith("sources."):
        return
    publishers = rules.publishers if placed.item is None else publishers_of(placed.item)
    for language in LANGUAGES:
        words = placed.words(language)
        contact = (_MAIL.search(words) if "@" in words else None) or _TELEPHONE.search(words)
        if contact:
            yield _met("contact-data", Severity.BLOCKING, placed, language, contact.span())
        label = _CREDIT.search(words)
        if label:
            yield _met("source-label", Severity.BLOCKING, placed, language, label.span())
        elif stuck := _stuck_label(words, publishers):
            at = words.rindex(stuck)
            yield _met("source-label", Severity.BLOCKING, placed, language, (at, at + len(stuck)))


def _stuck_label(words: str, publishers: Set[str]) -> str:
    """A source's name that stands alone behind the last full stop."""
    end = re.split(r"[.。]\s*", words.strip())[-1].strip()
    return end if end and end in publishers and end != words.strip() else ""


def relative_dates(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-09: a reader next year must understand the same day."""
    for language in LANGUAGES:
        for found in house_rules.relative_dates(placed.words(language), language):
            first = found.spans[language][0]
            yield _met("relative-date", Severity.BLOCKING, placed, language, (first.start, first.end))


def unchecked_quotations(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-10: words of a declaration stand in quotation marks only once the original was checked."""
    item = placed.item
    declaration = item is not None and item.kind in _DECLARATIONS
    if item is not None and declaration and item.kind == "declaration-clause" and item.wording_checked:
        return
    for language in LANGUAGES:
        for found in _QUOTED[language].finditer(placed.words(language)):
            quoted = next(group for group in found.groups() if group is not None)
            if len(quoted) < _WORDS_OF_SOMEBODY[language]:
                continue
            severity = Severity.BLOCKING if declaration else Severity.WARNING
            finding = _met(
                "quotation-unchecked", severity, placed, language, found.span(found.lastindex or 0)
            )
            # who let a firm's words stand has not judged those of a declaration
            basis = basis_of("declaration") if declaration else ""
            yield msgspec.structs.replace(finding, basis=basis)


def unbalanced_marks(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-11: every quote and bracket that opens closes."""
    for language in LANGUAGES:
        mark = _first_unbalanced(placed.words(language), language)
        if mark:
            yield Finding("unbalanced", Severity.BLOCKING, placed.at(language), {"text": mark})


def _first_unbalanced(words: str, language: Language) -> str:
    waiting: list[str] = []
    for found in _PAIRED_MARK.finditer(words):
        mark, at = found[0], found.start()
        if mark == "‘" and _SHORT_YEAR.match(words, at + 1):
            waiting.append(_BEFORE_A_YEAR)
            continue
        if mark in _PAIRS:
            waiting.append(mark)
            continue
        opened = _CLOSERS[mark]
        while waiting and waiting[-1] == _BEFORE_A_YEAR and opened != "‘":
            waiting.pop()
        if waiting and waiting[-1] in (opened, _BEFORE_A_YEAR):
            waiting.pop()
        elif not (_is_apostrophe(words, at, language) if mark == "’" else _ends_a_number(words, at, mark)):
            return mark
    left = [mark for mark in waiting if mark != _BEFORE_A_YEAR]
    return left[-1] if left else ('"' if words.count('"') % 2 else "")


_SHORT_YEAR = re.compile(r"\d\d(?!\d)")
_BEFORE_A_YEAR = "‘25"
"""An opening mark that stands before a short year: it may open a quotation, or nothing (‘25년)."""
_NUMBER_OF_A_POINT = re.compile(r"(?:^|\s)(?:\d{1,2}|[A-Za-z]|[가나다라마바사아자차카타파하])$")


def _is_apostrophe(words: str, at: int, language: Language) -> bool:
    """Before a year (’25.10.20., ’90s); in English also inside or behind a word (Korea’s, leaders’)."""
    return words[at + 1 : at + 2].isdigit() or (language == "en" and words[:at][-1:].isalnum())


def _ends_a_number(words: str, at: int, mark: str) -> bool:
    """Whether a bracket that nothing opened closes the number of a point: 1) 항만 2) 공항."""
    return mark in ")）" and _NUMBER_OF_A_POINT.search(words, max(0, at - 3), at) is not None


def half_width_punctuation(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-11: Chinese is printed full width; advice, because compose does it by itself."""
    words = placed.words("zh-hans")
    if words and full_width(words) != words:
        yield Finding("half-width", Severity.ADVICE, placed.at("zh-hans"))


def secret_marks(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """Content marked 대외비 or secret does not belong in the portal at all."""
    for language in LANGUAGES:
        found = _SECRET.search(placed.words(language))
        if found:
            yield _met("secret-mark", Severity.BLOCKING, placed, language, found.span())


def long_points(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """Korean points longer than a line of the report."""
    if not placed.place.field.endswith(".point"):
        return
    length = len(re.sub(r"\[\[[^\]]*\]\]", "00000000", placed.text.ko))
    if length > POINT_LENGTH:
        details = {"length": str(length), "most": str(POINT_LENGTH)}
        yield Finding("point-long", Severity.WARNING, placed.at("ko"), details)


def forbidden_terms(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-08: variants that an agreed term forbids while it holds. Those of a proposed one are for somebody to look at."""
    for use in rules.forbidden.used_in({language: placed.words(language) for language in LANGUAGES}):
        if use.language == "zh-hant":
            continue  # no text of an edition is in it
        preferred = use.term.preferred.get(use.language, "")
        details = {"text": use.text, "preferred": preferred, "term": use.term.key}
        around = placed.around(use.language, use.spans[0].start, use.spans[0].end)
        code, severity = (
            ("term-proposed", Severity.WARNING)
            if use.term.key in rules.proposed
            else ("term-forbidden", Severity.BLOCKING)
        )
        yield Finding(code, severity, placed.at(use.language), details, around=around)


def _met(
    code: str, severity: Severity, placed: PlacedText, language: Language, place: tuple[int, int]
) -> Finding:
    """A finding about what stands at a place of a text."""
    around = placed.around(language, *place)
    return Finding(code, severity, placed.at(language), {"text": around[1]}, around=around)

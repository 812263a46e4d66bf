"""What the check says about one text in three languages, with a fix where there is one."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.assembly.checks import figures, wording
from briefings.assembly.checks.places import PlacedText
from briefings.assembly.checks.rules import Rules
from briefings.assembly.findings import Finding, Place
from briefings.assembly.material import Item
from briefings.checking import figure_fixes
from briefings.checking.figure_fixes import PrintedFigure
from briefings.checking.findings import SEVERITIES, sentence_of
from briefings.checking.text_changes import changes_between, moved
from briefings.checking.text_parts import Part, parts
from briefings.rendering.charset import printable_code_points
from languages import parity
from languages.characters import LONGEST_TEXT, clean, removed_places
from languages.chinese import full_width_signs
from languages.columns import trilingual_of
from languages.parity.forbidden import ForbiddenNames
from languages.parity.scripts import simplified
from languages.parity.terms import AgreedNames
from languages.renaming import renamed
from languages.trilingual import LANGUAGES, Language, Trilingual
from reviews.checking import Change, Fix, Quote, TextFinding
from vocabulary.models import Term, TermStatus

LONGEST = 150_000
"""Characters of one language that are checked at all while somebody writes."""
SECONDS = 1.0
"""After so long no further part of a text is begun."""
_MOST_SHOWN = 40
_MOST_QUOTES = 6
_AROUND = 24
# said here with a fix, whoever else finds them
_MENDED = frozenset(("term-forbidden", "half-width"))
# said as an edition's checks weigh them, whoever else finds them
_HOUSE_RULES = (
    figures.own_figures,
    figures.malformed_references,
    wording.labels_and_contacts,
    wording.relative_dates,
    wording.unchecked_quotations,
    wording.secret_marks,
    wording.long_points,
)
_BELOW_A_TEXT: dict[str, Promise] = {
    "characters-removed": gettext_lazy(
        "These characters must not be printed. They will be left out when printed: %(characters)s."
    ),
}
"""What is said otherwise below a text, which still holds what an edition leaves out."""
_WEIGHED = frozenset(("contact-data", "source-label", "relative-date", "quotation-unchecked", "unbalanced"))


class Names:
    """Agreed and proposed terms that hold today, made ready once for all texts of a page.

    Only agreed ones stop an edition, and only they have to be used.
    """

    def __init__(self, terms: Sequence[Term] = ()) -> None:
        named = _parity_terms(terms)
        self.agreed = AgreedNames(
            name for name, term in zip(named, terms, strict=True) if term.status == TermStatus.AGREED
        )
        self.agreed_keys = frozenset(name.key for name in self.agreed)
        self.forbidden = ForbiddenNames(named)


class Against(msgspec.Struct, frozen=True):
    """What a text is held against."""

    terms: Names = msgspec.field(default_factory=Names)
    figures: Sequence[PrintedFigure] = ()
    """The register of the text's item."""
    item: Item | None = None
    """The text's item, if it has one."""
    field: str = ""
    """Where the text stands, as findings name it: `summary`, `sources.publisher`."""
    only: Language | None = None
    """The one language in which the text exists; no other can be missing then."""
    new_keys: frozenset[str] = frozenset()
    """Keys of figures that are written in the form and not saved yet."""


class Checked(msgspec.Struct, frozen=True):
    """What was found, the weightiest first."""

    findings: list[TextFinding]
    rest: int | None = None
    """The part with which to go on; None when the text is checked to its end."""


def check_text(text: Trilingual, against: Against, *, begin: int = 0, seconds: float = SECONDS) -> Checked:
    """Everything that an editor should see below a text, as far as there is time for it.

    A text of ordinary length is one part, and always checked to its end. Places in a fix are characters
    of the text as given.

    Args:
        text: its words, without mark-up.
        against: terms and figures.
        begin: the part to begin with, from an earlier answer's `rest`. That part is always checked.
        seconds: when no further part is begun.
    """
    found = [*_too_long(text), *(() if against.only else _missing(text))] if begin == 0 else []
    if max(len(each) for _code, each in text.items()) > LONGEST:
        return Checked(found)
    stop = time.monotonic() + seconds
    rest = None
    all_parts = parts(text)
    found += _not_compared(all_parts, begin)
    for number in range(begin, len(all_parts)):
        if number > begin and time.monotonic() > stop:
            rest = number
            break
        found += _of_part(all_parts[number], against, text, whole=len(all_parts) == 1)
    order = list(SEVERITIES)
    return Checked(_not_too_many(sorted(found, key=lambda each: order.index(each.severity))), rest)


def _too_long(text: Trilingual) -> Iterator[TextFinding]:
    for language, words in text.items():
        length = _grouped(len(words))
        if len(words) > LONGEST_TEXT:
            details = {"length": length, "most": _grouped(LONGEST_TEXT)}
            yield _finding("text-too-long", "blocking", language, details)
        if len(words) > LONGEST:
            yield _finding(
                "text-not-checked", "warning", language, {"length": length, "most": _grouped(LONGEST)}
            )


def _grouped(number: int) -> str:
    """24,000: all three languages part thousands by a comma."""
    return f"{number:,}"


def _missing(text: Trilingual) -> Iterator[TextFinding]:
    """Languages in which nothing is written yet, though it is in another."""
    for language in text.missing():
        yield _finding("language-missing", "blocking", language, {})


def _not_compared(all_parts: Sequence[Part], begin: int) -> Iterator[TextFinding]:
    """Where the languages run apart for so long that nobody can tell what belongs together."""
    apart = [part for part in all_parts if not part.compared] if begin == 0 else []
    for language, of_language in groupby(apart, key=_only_language):
        words = "".join(part.text[language] for part in of_language)
        quote = _quote(words, language, 0, _AROUND)
        details = {"length": _grouped(len(words))}
        yield _finding("not-compared", "warning", language, details, quotes=(quote,))


def _only_language(part: Part) -> Language:
    return next(language for language, words in part.text.items() if words)


def _not_too_many(found: Sequence[TextFinding]) -> list[TextFinding]:
    kept = []
    for language in LANGUAGES:
        of_language = [finding for finding in found if finding.language == language]
        kept += of_language[:_MOST_SHOWN]
        if more := of_language[_MOST_SHOWN:]:
            kept.append(_finding("more-findings", more[0].severity, language, {"count": str(len(more))}))
    return kept


def _of_part(part: Part, against: Against, text: Trilingual, *, whole: bool) -> list[TextFinding]:
    words = part.text
    examined = parity.examine({code: words[code] for code in LANGUAGES}, against.terms.agreed)
    house_rules = list(_house_rules(words, examined, against, whole=whole))
    unknown = {key for finding, key in house_rules if finding.code == "figure-unresolved"}
    # what names no figure cannot be placed too seldom
    compared = [each for each in examined if each.details.get("key") not in unknown]
    found = [
        *_parity(words, compared, against.figures),
        *_forbidden(words, against.terms),
        *_half_width(words),
        *_registered(words, against.figures),
        *(finding for finding, _key in house_rules),
        *_characters(words),
    ]
    return [_placed(finding, part.starts, text) for finding in found]


def _placed(finding: TextFinding, starts: Mapping[Language, int], text: Trilingual) -> TextFinding:
    if finding.fix is None:
        return finding
    if finding.fix.insert:
        # behind the text is behind its last part
        fix = figure_fixes.inserting(text[finding.language], finding.language, finding.fix.insert)
    else:
        fix = Fix(finding.fix.label, moved(finding.fix.changes, starts[finding.language]))
    return msgspec.structs.replace(finding, fix=fix)


def _parity(
    words: Trilingual, examined: Sequence[parity.Finding], registered: Sequence[PrintedFigure]
) -> Iterator[TextFinding]:
    for finding in examined:
        if finding.language == "zh-hant" or finding.code in _MENDED | _WEIGHED:
            continue
        spans, fix = finding.spans, None
        details = {**finding.details, "alone": finding.language}
        if finding.code == "placeholder-missing":
            place, fix = _placed_elsewhere(words, finding.language, finding.details["key"], registered)
            # the comparison names any number that is left over
            spans = {**spans, finding.language: place}
        elif finding.code == "figure-differs":
            more = _what_the_third_says(words, finding, examined)
            spans = {**more, **spans}
            details = {code: span.of(words[code]) for code, (span, *_rest) in more.items()} | details
        elif finding.code == "traditional-characters":
            fix = _simplifying(words["zh-hans"], spans["zh-hans"])
            characters = "".join(span.of(words["zh-hans"]) for span in spans["zh-hans"])
            details["zh-hans"] = "".join(dict.fromkeys(characters))[:_MOST_SHOWN]
        quotes = tuple(
            quote
            for code in LANGUAGES
            for quote in _quotes(words[code], code, [(span.start, span.end) for span in spans.get(code, ())])
        )
        for language in _told(words, finding):
            own_fix = fix if language == finding.language else None
            yield _finding(
                finding.code, finding.severity.value, language, details, quotes=quotes, fix=own_fix
            )


def _told(words: Trilingual, finding: parity.Finding) -> tuple[Language, ...]:
    """Below which texts it stands. Where both translations differ from the Korean, their translators are told too.

    The Korean text prevails: that it stands alone does not make it wrong.
    """
    if finding.language != "ko" or finding.code not in _COMPARED:
        return (finding.language,) if finding.language != "zh-hant" else ()
    return ("ko", *(code for code in ("zh-hans", "en") if finding.spans.get(code) and words[code].strip()))


_COMPARED = frozenset(
    ("figure-differs", "unit-differs", "qualifier-differs", "step-differs", "hedge-differs")
)


def _what_the_third_says(
    words: Trilingual, finding: parity.Finding, examined: Sequence[parity.Finding]
) -> dict[Language, tuple[parity.Span, ...]]:
    """The same figure in the language that a difference between two others leaves out, if it is there."""
    left_out = [code for code in LANGUAGES if not finding.spans.get(code) and words[code]]
    if finding.details.get("topic") or len(left_out) != 1:
        return {}
    third = left_out[0]
    # where all three differ, each translation is held against the Korean by a finding of its own
    for other in examined:
        if other.code == finding.code and third in other.spans:
            shared = other.spans.keys() & finding.spans.keys()
            if any(set(other.spans[code]) & set(finding.spans[code]) for code in shared):
                return {third: other.spans[third]}
    stated = [
        (fact.kind, fact.value)
        for code in LANGUAGES
        for fact in parity.facts(words[code], code)
        if fact.span in finding.spans.get(code, ())
    ]
    spans = [fact.span for fact in parity.facts(words[third], third) if (fact.kind, fact.value) in stated]
    return {third: tuple(spans[:1])} if spans else {}


def _simplifying(text: str, spans: Sequence[parity.Span]) -> Fix:
    changes = tuple(Change(span.start, span.end, simplified(span.of(text))) for span in spans)
    return Fix(_("Convert to Simplified characters"), changes)


def _placed_elsewhere(
    words: Trilingual, language: Language, key: str, registered: Sequence[PrintedFigure]
) -> tuple[tuple[parity.Span, ...], Fix]:
    """Where the figure stands that another language places by its key, if it does, and the fix."""
    figure = next((figure for figure in registered if figure.key == key), None)
    place = figure_fixes.typed_instead(words, language, figure) if figure else None
    if figure and place:
        return (place,), figure_fixes.replacing(words[language], figure, place)
    return (), figure_fixes.inserting(words[language], language, f"[[{key}]]")


def _house_rules(
    words: Trilingual, examined: Sequence[parity.Finding], against: Against, *, whole: bool
) -> Iterator[tuple[TextFinding, str]]:
    """What stops an edition beside the comparison of its languages, each with the key of a figure if it names one."""
    spans = {(finding.code, finding.language): finding.spans for finding in examined}
    placed = PlacedText(Place("item", "", against.field), words, against.item)
    # a bracket may close in another part
    rules = (*_HOUSE_RULES, wording.unbalanced_marks) if whole else _HOUSE_RULES
    for examine in rules:
        for finding in examine(placed, Rules()):
            language = finding.place.language or "ko"
            if finding.code == "figure-unresolved" and finding.details["figure"] in against.new_keys:
                continue
            known = spans.get((finding.code, language), {}).get(language)
            places = (
                [(span.start, span.end) for span in known] if known else _place_of(finding, words[language])
            )
            quotes = _quotes(words[language], language, places)
            said = _finding(finding.code, finding.severity.value, language, finding.details, quotes=quotes)
            yield said, finding.details.get("figure", "")


def _place_of(finding: Finding, text: str) -> list[tuple[int, int]]:
    """Where a finding's words stand, if they stand there once."""
    said = finding.details.get("text") or finding.details.get("figure", "")
    at = text.find(said) if said else -1
    return [(at, at + len(said))] if at != -1 and text.count(said) == 1 else []


def _characters(words: Trilingual) -> Iterator[TextFinding]:
    """What cannot be printed, and what no database can hold."""
    for language, text in words.items():
        cleaned = clean(text, printable_code_points())
        if cleaned.removed:
            details = {"characters": ", ".join(cleaned.removed[:8])}
            fix = _taking_out(text)
            yield _finding("characters-removed", "warning", language, details, fix=fix)
        if cleaned.replaced:
            details = {"characters": ", ".join(cleaned.replaced[:8])}
            yield _finding("characters-replaced", "warning", language, details)


def _taking_out(text: str) -> Fix | None:
    changes = tuple(Change(at, at + 1, stays) for at, stays in removed_places(text))
    return Fix(_("Take these characters out"), changes) if changes else None


def _parity_terms(terms: Sequence[Term]) -> tuple[parity.Term, ...]:
    return tuple(
        parity.Term(
            key=term.identifier,
            preferred={code: name for code, name in trilingual_of(term, "preferred").items() if name},
            forbidden={code: term.variants(code) for code in LANGUAGES},
        )
        for term in terms
    )


def _forbidden(words: Trilingual, terms: Names) -> Iterator[TextFinding]:
    for use in terms.forbidden.used_in({code: words[code] for code in LANGUAGES}):
        if use.language == "zh-hant":
            continue  # no text here is in it
        language, text = use.language, words[use.language]
        preferred = use.term.preferred.get(language, "")
        fix = None
        if preferred:
            changes = changes_between(text, renamed(text, use.text, preferred, language))
            fix = Fix(_("Replace by “%(name)s”") % {"name": preferred}, changes)
        quotes = _quotes(text, language, [(span.start, span.end) for span in use.spans])
        details = {"text": use.text, "preferred": preferred, "term": use.term.key}
        code, severity = (
            ("term-forbidden", "blocking")
            if use.term.key in terms.agreed_keys
            else ("term-proposed", "warning")
        )
        yield _finding(code, severity, language, details, quotes=quotes, fix=fix)


def _half_width(words: Trilingual) -> Iterator[TextFinding]:
    chinese = words["zh-hans"]
    signs = full_width_signs(chinese)
    changes = tuple(
        Change(at, at + 1, sign)
        for at, (character, sign) in enumerate(zip(chinese, signs, strict=True))
        if character != sign
    )
    if changes:
        quotes = _quotes(chinese, "zh-hans", [(change.start, change.end) for change in changes])
        fix = Fix(_("Use full-width punctuation"), changes)
        yield _finding("half-width", "advice", "zh-hans", {}, quotes=quotes, fix=fix)


def _registered(words: Trilingual, register: Sequence[PrintedFigure]) -> Iterator[TextFinding]:
    """Amounts typed although the item's register holds them."""
    for language in LANGUAGES:
        text = words[language]
        for figure in register:
            fact = figure_fixes.typed_as_registered(text, language, figure)
            if fact is None:
                continue
            place = figure_fixes.replaceable(text, fact, figure.printed[language])
            start, end = (place.start, place.end) if place else (fact.span.start, fact.span.end)
            yield _finding(
                "figure-registered",
                "advice",
                language,
                {language: text[start:end], "key": figure.key},
                quotes=(_quote(text, language, start, end),),
                fix=figure_fixes.replacing(text, figure, place) if place else None,
            )


def _quotes(text: str, language: str, places: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """The first places of a text, those that stand near each other in one quotation."""
    lines: list[list[tuple[int, int]]] = []
    for place in sorted(set(places)):
        if lines and place[0] - lines[-1][-1][1] <= _AROUND and len(lines[-1]) < _MOST_SHOWN:
            lines[-1].append(place)
        elif len(lines) < _MOST_QUOTES:
            lines.append([place])
        else:
            break
    return tuple(_of_line(text, language, line) for line in lines)


def _of_line(text: str, language: str, places: Sequence[tuple[int, int]]) -> Quote:
    end = places[0][1]
    more = []
    for next_start, next_end in places[1:]:
        more.append((text[end:next_start], text[max(end, next_start) : next_end]))
        end = max(end, next_end)
    quote = _quote(text, language, places[0][0], end)
    return msgspec.structs.replace(quote, marked=text[places[0][0] : places[0][1]], more=tuple(more))


def _quote(text: str, language: str, start: int, end: int) -> Quote:
    before = text[max(0, start - _AROUND) : start]
    behind = text[end : end + _AROUND]
    return Quote(
        language,
        ("…" if start > _AROUND else "") + before,
        text[start:end],
        behind + ("…" if end + _AROUND < len(text) else ""),
    )


def _finding(
    code: str,
    severity: str,
    language: str,
    details: Mapping[str, str],
    *,
    quotes: tuple[Quote, ...] = (),
    fix: Fix | None = None,
) -> TextFinding:
    return TextFinding(
        code=code,
        severity=severity,
        severity_label=str(SEVERITIES[severity]),
        language=language,
        sentence=str(own) % details if (own := _BELOW_A_TEXT.get(code)) else sentence_of(code, details),
        quotes=quotes,
        fix=fix,
    )


def unfinished() -> TextFinding:
    """Below a text whose findings are not all there yet."""
    return _finding("check-unfinished", "advice", "ko", {})

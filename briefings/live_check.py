"""What the check says about one text while it is written, with a fix where there is one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from briefings import access, clock
from briefings.assembly.collect import material_of_item
from briefings.assembly.texts import Texts
from briefings.findings import SEVERITIES, sentence_of
from languages import parity
from languages.chinese import full_width
from languages.renaming import renamed, stands_in
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.models import CooperationItem
from reviews.checking import Fix, Quote, TextFinding
from vocabulary.models import Strategy, Term, TermStatus

LONGEST = 6_000
"""Characters of one language. A longer text is no field of a briefing; checking it would take seconds."""
_AROUND = 24


class PrintedFigure(msgspec.Struct, frozen=True):
    """A figure of an item's register, as each language prints it."""

    key: str
    label: str
    printed: Trilingual


def check_text(
    text: Trilingual, *, rich: bool = False, terms: Sequence[Term] = (), figures: Sequence[PrintedFigure] = ()
) -> list[TextFinding]:
    """Everything that an editor should see below a text, the weightiest first.

    Args:
        text: as its editor wrote it.
        rich: whether it is HTML; then nothing is offered that would replace it as a whole.
        terms: agreed terms that hold today.
        figures: the register of the text's item.
    """
    words = Trilingual(*(words_of(each, rich=True) if rich else each for _code, each in text.items()))
    if max(len(each) for _code, each in words.items()) > LONGEST:
        return []
    found = [*_parity(words), *_forbidden(words, terms, rich=rich)]
    if not rich:
        found += [*_half_width(words), *_registered(words, figures)]
    order = list(SEVERITIES)
    return sorted(found, key=lambda each: order.index(each.severity))


def _parity(words: Trilingual) -> Iterator[TextFinding]:
    for finding in parity.differences({code: words[code] for code in LANGUAGES}):
        if finding.language == "zh-hant":
            continue
        quotes = tuple(
            _quote(words[code], code, span.start, span.end)
            for code in LANGUAGES
            for span in finding.spans.get(code, ())
        )
        fix = None
        key = finding.details.get("key", "")
        if finding.code == "placeholder-missing" and key:
            fix = _put_figure(words[finding.language], key, finding.spans.get(finding.language, ()))
        yield _finding(
            finding.code, finding.severity.value, finding.language, finding.details, quotes=quotes, fix=fix
        )


def _put_figure(text: str, key: str, typed: Iterable[parity.Span]) -> Fix:
    """`[[key]]` instead of the figure that was typed, or behind the text."""
    span = next(iter(typed), None)
    reference = f"[[{key}]]"
    changed = (
        f"{text.rstrip()} {reference}" if span is None else text[: span.start] + reference + text[span.end :]
    )
    return Fix(_("Insert %(figure)s") % {"figure": reference}, changed)


def _preferred(term: Term, language: Language) -> str:
    return getattr(term, f"preferred_{language.replace('-', '_')}") or ""


def _variants(term: Term, language: Language) -> list[str]:
    lines = (getattr(term, f"forbidden_{language.replace('-', '_')}") or "").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _forbidden(words: Trilingual, terms: Sequence[Term], *, rich: bool) -> Iterator[TextFinding]:
    for term in terms:
        for language in LANGUAGES:
            preferred = _preferred(term, language)
            for variant in _variants(term, language):
                # a variant inside the agreed name, or inside a longer variant, is not meant
                without = words[language].replace(preferred, "\n") if preferred else words[language]
                if variant not in without or not stands_in(variant, without, language=language):
                    continue
                at = words[language].index(variant)
                details = {"text": variant, "preferred": preferred, "term": term.identifier}
                fix = None
                if preferred and not rich:
                    fix = Fix(
                        _("Replace by “%(name)s”") % {"name": preferred},
                        renamed(words[language], variant, preferred, language),
                    )
                quote = _quote(words[language], language, at, at + len(variant))
                yield _finding("term-forbidden", "blocking", language, details, quotes=(quote,), fix=fix)


def _half_width(words: Trilingual) -> Iterator[TextFinding]:
    chinese = words["zh-hans"]
    better = full_width(chinese)
    if better != chinese:
        yield _finding(
            "half-width", "advice", "zh-hans", {}, fix=Fix(_("Use full-width punctuation"), better)
        )


def _registered(words: Trilingual, figures: Sequence[PrintedFigure]) -> Iterator[TextFinding]:
    """Amounts typed although the item's register holds them."""
    for language in LANGUAGES:
        typed = parity.facts(words[language], language)
        if not typed:
            continue
        for figure in figures:
            registered = parity.facts(figure.printed[language], language)
            if len(registered) != 1:
                continue
            one = registered[0]
            for fact in typed:
                same = (fact.kind, fact.value, fact.unit, fact.qualifier) == (
                    one.kind,
                    one.value,
                    one.unit,
                    one.qualifier,
                )
                if not same or not fact.hard:
                    continue
                start, end = _whole_figure(words[language], fact.span, figure.printed[language])
                text = words[language][:start] + f"[[{figure.key}]]" + words[language][end:]
                yield _finding(
                    "figure-registered",
                    "advice",
                    language,
                    {language: words[language][start:end], "key": figure.key},
                    quotes=(_quote(words[language], language, start, end),),
                    fix=Fix(_("Insert %(figure)s") % {"figure": f"[[{figure.key}]]"}, text),
                )
                break


def _whole_figure(text: str, span: parity.Span, printed: str) -> tuple[int, int]:
    """The figure with its qualifier, as it is printed: 최대 100대 rather than 100대."""
    at = text.find(printed, max(0, span.start - len(printed)))
    if at != -1 and at <= span.start and span.end <= at + len(printed):
        return at, at + len(printed)
    return span.start, span.end


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
        sentence=sentence_of(code, details),
        quotes=quotes,
        fix=fix,
    )


# what a text is held against ----------------------------------------------------------------------


def terms_of_today(today: date | None = None) -> list[Term]:
    """Agreed and proposed terms that hold today."""
    day = today or clock.today()
    terms = Term.objects.exclude(status=TermStatus.REJECTED).order_by("identifier")
    return [
        term
        for term in terms
        if (term.valid_from is None or term.valid_from <= day)
        and (term.valid_until is None or day <= term.valid_until)
    ]


def figures_of(item: Any) -> list[PrintedFigure]:
    """The register of an item, printed. Empty for anything else, and for an item that was never saved."""
    strategy = Strategy.objects.order_by("-valid_from").first()
    if strategy is None or not isinstance(item, CooperationItem) or item.pk is None:
        return []
    material = material_of_item(item, strategy)
    texts = Texts(material)
    figures = material.items[0].figures
    return [
        PrintedFigure(figure.key, figure.label.ko, texts.printed(item.slug, figure))
        for figure in figures
        if figure.key
    ]


def check_for_form(request: Any, record: Any, text: Trilingual, *, rich: bool) -> list[TextFinding]:
    """For the form's panels: what a text is held against is read once for a page."""
    kept = request.__dict__.setdefault("_checked_against", {})
    if "terms" not in kept:
        kept["terms"] = terms_of_today()
    key = (type(record), getattr(record, "pk", None))
    if key not in kept:
        kept[key] = figures_of(record)
    if (text, rich, key) not in kept:
        kept[text, rich, key] = check_text(text, rich=rich, terms=kept["terms"], figures=kept[key])
    return kept[text, rich, key]


# while typing -------------------------------------------------------------------------------------


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """Findings about the three texts of one field, as lists ready to be shown below each."""
    if not access.may_see_texts(request.user):
        raise PermissionDenied
    if len(request.body) > LONGEST * 3 * 6 + 1_000:
        return _too_long()
    try:
        asked = json.loads(request.body)
        text = Trilingual(*(str(asked.get(language, "")) for language in LANGUAGES))
        rich, page = bool(asked.get("rich")), asked.get("page")
    except (ValueError, AttributeError):
        return JsonResponse({"error": _("The request cannot be read. Load the page again.")}, status=400)
    if max(len(each) for _code, each in text.items()) > LONGEST:
        return _too_long()
    item = _item(request, page)
    found = check_text(text, rich=rich, terms=terms_of_today(), figures=figures_of(item) if item else [])
    return JsonResponse(
        {
            language: render_to_string(
                "reviews/text_findings.html", {"findings": [f for f in found if f.language == language]}
            )
            for language in LANGUAGES
        }
    )


def _too_long() -> JsonResponse:
    sentence = _("This text is too long to be checked while you type: at most %(most)s characters.")
    return JsonResponse({"error": sentence % {"most": LONGEST}}, status=413)


def _item(request: HttpRequest, page: object) -> Any:
    if not str(page or "").isdecimal():
        return None
    item = CooperationItem.objects.filter(pk=int(str(page))).first()
    return item.specific.get_latest_revision_as_object() if item is not None else None


@require_GET
def figures(request: HttpRequest, pk: int) -> JsonResponse:
    """The register of an item's newest version, printed in each language: for the chooser."""
    if not access.may_see_texts(request.user):
        raise PermissionDenied
    item = _item(request, pk)
    names = dict(settings.LANGUAGES)
    return JsonResponse(
        {
            "figures": [
                {
                    "key": figure.key,
                    "label": figure.label,
                    "printed": [[names[code], code, figure.printed[code]] for code in LANGUAGES],
                }
                for figure in figures_of(item)
            ]
        }
    )


urlpatterns = [
    path("languages/check/", check, name="text-check"),
    path("languages/figures/<int:pk>/", figures, name="item-figures"),
]

"""Promise: three languages, one meaning. What `languages.parity` says about a text."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.assembly.checks.places import PlacedText
from briefings.assembly.checks.rules import Rules
from briefings.assembly.findings import Finding, Severity
from languages import parity
from languages.trilingual import LANGUAGES

ASKED_ELSEWHERE = frozenset(("placeholder-missing", "placeholder-added", "term-forbidden"))
"""`checks.figures` and `checks.wording` ask these of every text with what only they know."""

LONGEST = 20_000
"""Characters of a text that can be compared: beyond it a run would take minutes over one text."""


def disagreements(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """What the languages of a text do not say alike."""
    words: dict[parity.TextLanguage, str] = {language: placed.words(language) for language in LANGUAGES}
    if sum(bool(text.strip()) for text in words.values()) < 2:
        return
    for language in LANGUAGES:
        if len(words[language]) > LONGEST:
            details = {"length": str(len(words[language])), "most": str(LONGEST)}
            yield Finding("text-too-long", Severity.BLOCKING, placed.at(language), details)
            return
    # names of ministries, titles of sources and next steps stand in many items
    known: dict[tuple[str, ...], tuple[parity.Finding, ...]] = rules.__dict__.setdefault("parity_found", {})
    key = tuple(words.values())
    if key not in known:
        known[key] = parity.examine(words, _terms(rules))
    for finding in known[key]:
        if finding.code not in ASKED_ELSEWHERE and finding.language != "zh-hant":
            place = placed.at(finding.language)
            yield Finding(finding.code, Severity(finding.severity.value), place, finding.details)


def _terms(rules: Rules) -> tuple[parity.Term, ...]:
    """The agreed names in the form in which the parity check takes them."""
    kept: tuple[parity.Term, ...] | None = rules.__dict__.get("parity_terms")
    if kept is None:
        kept = rules.__dict__["parity_terms"] = tuple(
            parity.Term(
                key=term.identifier,
                preferred={code: name for code, name in term.preferred.items() if name},
                forbidden={
                    "ko": term.forbidden_ko,
                    "zh-hans": term.forbidden_zh_hans,
                    "en": term.forbidden_en,
                },
            )
            for term in rules.terms
        )
    return kept

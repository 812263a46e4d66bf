"""Promise: three languages, one meaning. What `languages.parity` says about a text, as its form says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefings.assembly.checks.places import PlacedText
from briefings.assembly.checks.rules import Rules
from briefings.assembly.findings import Finding, Severity
from languages import parity
from languages.characters import LONGEST_TEXT
from languages.parity.terms import missing_terms
from languages.parity.writing import traditional, wrong_script
from languages.trilingual import LANGUAGES

ASKED_ELSEWHERE = frozenset(("placeholder-missing", "placeholder-added"))
"""`checks.figures` asks these of every text with what only it knows."""


def disagreements(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """What the languages of a text do not say alike."""
    words: dict[parity.TextLanguage, str] = {language: placed.words(language) for language in LANGUAGES}
    if sum(bool(text.strip()) for text in words.values()) < 2:
        return
    for language in LANGUAGES:
        if len(words[language]) > LONGEST_TEXT:
            details = {"length": str(len(words[language])), "most": str(LONGEST_TEXT)}
            yield Finding("text-too-long", Severity.BLOCKING, placed.at(language), details)
            return
    known, key = rules.disagreements, tuple(words.values())
    if key not in known:
        known[key] = tuple(_found(words, rules))
    for finding in known[key]:
        if finding.code not in ASKED_ELSEWHERE and finding.language != "zh-hant":
            place = placed.at(finding.language)
            yield Finding(finding.code, Severity(finding.severity.value), place, finding.details)


def _found(words: Mapping[parity.TextLanguage, str], rules: Rules) -> Iterator[parity.Finding]:
    """What its languages say differently, scripts that are not theirs, and agreed names that one of them lacks.

    Forbidden names and punctuation are `checks.wording`'s.
    """
    yield from parity.differences(words)
    for language, text in words.items():
        if text.strip():
            yield from wrong_script(text, language)
            yield from traditional(text, language)
    yield from missing_terms(words, rules.names)

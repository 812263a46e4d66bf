"""Agreed names: that they are used, and that the variants which must not stand for them are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from languages.parity.findings import Finding, Severity, Span, TextLanguage

type Texts = Mapping[TextLanguage, str]

_ORDER: Final[tuple[TextLanguage, ...]] = ("ko", "zh-hans", "zh-hant", "en")
_BRACKET: Final = re.compile(r" ?[(（]([^()（）]{1,60})[)）]")
_ACRONYM: Final = re.compile(r"(?=[^A-Z]{0,11}[A-Z]{2})[A-Za-z0-9&-]{2,12}")
_GAP: Final = re.compile(r"[ ·・‐‑–—―－-]+")
_TITLE: Final = re.compile(r"[《》〈〉「」『』“”‘’\"]")
# one country, two names: ASEAN-ROK in titles, ASEAN–Korea in running text
_SAME_COUNTRY: Final = {"ROK": "(?:ROK|(?:South )?Korea)"}
_OF_JAPAN: Final[Mapping[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile(r"일본(?:의)? ?$"),
    "zh-hans": re.compile(r"日本(?:的)?$"),
    "zh-hant": re.compile(r"日本(?:的)?$"),
    "en": re.compile(r"\bJapan(?:['’]s|ese)? (?:the )?$"),
}
# what a body that was named before is called
_BODY: Final = re.compile(
    r"Ministry|Agency|Administration|Authority|Committee|Council|Commission|Corporation|Bank"
)
_WORD: Final = re.compile(r"[A-Za-z]+")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")


class Term(msgspec.Struct, frozen=True):
    """One name in each language. What is not agreed in a language is left out."""

    key: str
    preferred: Mapping[TextLanguage, str] = msgspec.field(default_factory=dict)
    forbidden: Mapping[TextLanguage, tuple[str, ...]] = msgspec.field(default_factory=dict)
    note: str = ""


def forbidden_terms(texts: Texts, terms: Sequence[Term]) -> Iterator[Finding]:
    """Variants that an agreed name forbids, unless they are part of an agreed name or of a longer word in Latin letters.

    国土交通省 and 국토교통성 are no names of Korea's ministry. Where two languages or more say that Japan's is meant,
    and none names Korea's, they are right.
    """
    terms = [term for term in terms if not _is_of_japan(texts, term)]
    for language in _written(texts):
        text = texts[language]
        agreed = [
            place for term in terms for place in _places(term.preferred.get(language, ""), text, language)
        ]
        for term in terms:
            for variant in sorted(term.forbidden.get(language, ()), key=len, reverse=True):
                spans = [
                    place
                    for place in _places(variant, text, language)
                    if not any(one.start <= place.start and place.end <= one.end for one in agreed)
                ]
                if spans:
                    details = {
                        "text": variant,
                        "preferred": term.preferred.get(language, ""),
                        "term": term.key,
                    }
                    yield Finding(
                        "term-forbidden", Severity.BLOCKING, language, {language: tuple(spans)}, details
                    )


def _is_of_japan(texts: Texts, term: Term) -> bool:
    """Whether all languages speak of the body in Japan whose name a term forbids."""
    speaking = 0
    for language in _written(texts):
        text = texts[language]
        variants = [
            place
            for variant in term.forbidden.get(language, ())
            for place in _places(variant, text, language)
        ]
        before = _OF_JAPAN[language]
        if not all(before.search(text[max(0, place.start - 16) : place.start]) for place in variants):
            return False
        if variants:
            speaking += 1
        elif _places(term.preferred.get(language, ""), text, language):
            return False
    return speaking > 1


def missing_terms(texts: Texts, terms: Sequence[Term]) -> Iterator[Finding]:
    """Agreed names that the first language uses and another does not. A forbidden variant in its place is said so.

    What stands within a longer agreed name is a part of that name, and not used by itself.
    """
    languages = _written(texts)
    for term in terms:
        for at, language in enumerate(languages):
            used = _by_itself(term.preferred.get(language, ""), texts[language], language, terms)
            if not used:
                continue
            for other in languages[at + 1 :]:
                preferred = term.preferred.get(other, "")
                if (
                    not preferred
                    or _is_short(term.preferred[language], language)
                    or _is_short(preferred, other)
                    or _places(preferred, texts[other], other)
                    or _words_stand(preferred, texts[other], other)
                    or any(_places(variant, texts[other], other) for variant in term.forbidden.get(other, ()))
                ):
                    continue
                details: dict[str, str] = {
                    language: term.preferred[language],
                    other: preferred,
                    "preferred": preferred,
                    "term": term.key,
                }
                yield Finding("term-missing", Severity.WARNING, other, {language: tuple(used)}, details)
            break


def _by_itself(name: str, text: str, language: TextLanguage, terms: Sequence[Term]) -> list[Span]:
    """Where a name stands that is not within a longer one of `terms`."""
    used = _places(name, text, language)
    if not used:
        return used
    longer = [
        place
        for preferred in (term.preferred.get(language, "") for term in terms)
        if len(preferred) > len(name)
        for place in _places(preferred, text, language)
    ]
    return [
        place
        for place in used
        if not any(one.start <= place.start and place.end <= one.end and one != place for one in longer)
    ]


def _is_short(name: str, language: TextLanguage) -> bool:
    """Common nouns and countries, which a translation leaves out or says by a pronoun."""
    return " " not in name and "-" not in name if language == "en" else len(name) < 4


def _words_stand(name: str, text: str, language: TextLanguage) -> bool:
    """Whether an English text has the words of a name (smart cities), or calls it by its kind: the ministry, the minister."""
    if language != "en":
        return False
    folded = text.lower()
    body = _BODY.match(name)
    if body is not None and f"the {body[0].lower().removesuffix('ry')}" in folded:
        return True
    words = [word.lower() for word in _WORD.findall(_BRACKET.sub("", name)) if len(word) > 2]
    return bool(words) and all(
        word[: max(3, len(word) - 2)] in folded or (word == "rok" and "korea" in folded) for word in words
    )


def _written(texts: Texts) -> list[TextLanguage]:
    return [language for language in _ORDER if texts.get(language, "").strip()]


def _places(name: str, text: str, language: TextLanguage) -> list[Span]:
    """Where a name stands in a text, in any of the forms in which it may."""
    if not name:
        return []
    pattern, first_letters = _pattern(name, language)
    folded = text.lower()
    if not any(letter in folded for letter in first_letters):
        return []
    return [Span(*found.span()) for found in pattern.finditer(text)]


@lru_cache(maxsize=20_000)
def _pattern(name: str, language: TextLanguage) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A name as it may be written, and what each of its forms begins with.

    Particles follow a Korean name and other nouns a Chinese one without a space, so names in these letters
    stand anywhere. Spaces within a Korean name may be left out. A name in Latin letters is a word of its own.
    What it has in brackets may be left out; an acronym in brackets may stand alone. Marks of a title (《》) may be
    left out too, and a dash is whichever is written.
    """
    forms = [name]
    if (bracket := _BRACKET.search(name)) is not None:
        forms.append(name[: bracket.start()] + name[bracket.end() :])
        if _ACRONYM.fullmatch(bracket[1]):
            forms.append(bracket[1])
    forms += [_TITLE.sub("", form) for form in forms if _TITLE.search(form)]
    forms = [form.strip() for form in forms if form.strip()]
    written = sorted((_form(form, language) for form in forms), key=len, reverse=True)
    return re.compile("|".join(written)), tuple({form[:2].lower() for form in forms})


def _form(form: str, language: TextLanguage) -> str:
    gap = r"[ ·・‐‑–—―－-]{0,2}" if language != "en" else r" ?[ ‐‑–—-] ?"
    words = [_SAME_COUNTRY.get(part, re.escape(part)) for part in _GAP.split(form)]
    if form[0].isascii() and not form[:3].isupper():
        first = words[0]
        words[0] = f"[{form[0].upper()}{form[0].lower()}]{first[1:]}" if form[0].isalpha() else first
    written = gap.join(words)
    before = "(?<![A-Za-z0-9])" if _LATIN.match(form[0]) else ""
    behind = "(?:(?:e?s)?(?![A-Za-z0-9]))" if _LATIN.match(form[-1]) else ""
    return f"{before}{written}{behind}"

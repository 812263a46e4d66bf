"""Korean particles, chosen by the sound that the word before them ends in.

Texts write both forms, `100대을(를)`; the sound of the printed word decides which one stays. Directly behind a
placeholder one form is enough, `[[aircraft]]을`: who writes it does not see how the figure will be read.
Rule: 국립국어원 한글 맞춤법, 조사의 교체 (final consonant or not; ㄹ counts as none before 로).
"""

from __future__ import annotations

import re
from typing import Literal

type Ending = Literal["vowel", "rieul", "consonant"]

# both forms as they are written: the form after a consonant, the form after a vowel
_PAIRS: dict[str, tuple[str, str]] = {
    "을(를)": ("을", "를"),
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
    "(이)며": ("이며", "며"),
    "(이)나": ("이나", "나"),
    "(이)다": ("이다", "다"),
}
# the same with the other form first, as many write it
_OTHERWISE = {
    "를(을)": "을(를)",
    "는(은)": "은(는)",
    "가(이)": "이(가)",
    "와(과)": "과(와)",
    "로(으로)": "(으)로",
    "으로(로)": "(으)로",
}
_BOTH_FORMS = re.compile("|".join(map(re.escape, (*_OTHERWISE, *_PAIRS))))
# either form alone, by its pair; 라, 며, 나 and 다 are too often something else
_ALONE: dict[str, str] = {
    form: pair for pair in ("을(를)", "은(는)", "이(가)", "과(와)", "(으)로") for form in _PAIRS[pair]
}
_FORM_ALONE = re.compile(rf"(?:{'|'.join(sorted(_ALONE, key=len, reverse=True))})(?![가-힣(])")

# how digits and Latin letters end when read aloud in Korean
_DIGITS: dict[str, Ending] = dict(
    zip(
        "0123456789",
        (
            "consonant",
            "rieul",
            "vowel",
            "consonant",
            "vowel",
            "vowel",
            "consonant",
            "rieul",
            "rieul",
            "vowel",
        ),
        strict=True,
    )
)
_LATIN_CONSONANT = frozenset("mn")
_LATIN_RIEUL = frozenset("lr")
_SILENT_E = re.compile(r"[a-z][lmn]e$")
# a short vowel before the last sound keeps that sound in its syllable: 그룹, 워크숍, 인터넷, but 루프, 프로젝트
_CLOSED = re.compile(r"(?:(?:[aeiu]|[^o]o)p|[gkn]et|[bl]ot|mit|ok|[aeiou]ck|(?<![A-Za-z])[Ll]ab)$")
# letters that are read as a word, not one by one: 에이펙, 오펙, 유네스캅
_READ_AS_WORDS = re.compile(r"(?<![A-Za-z])(?:APEC|OPEC|UNESCAP|ESCAP)$")
# a measure behind a number is read in full: 100km is 100킬로미터, 10만 km too
_MEASURE = re.compile(
    r"[\d십백천만억조] ?(?:(?P<vowel>[kcmnµμ]?m|[km]?[Ll]|[kMG]?cal)|(?P<rieul>dB|㏈|[hkM]?Pa)|(?P<consonant>[kmµμ]?g|[kMG]?t|[㎍-㎏]))$"
)
_QUOTES = "\"'”’」』》〉] "
_LONGEST_WORD = 200


def ending(word: str) -> Ending:
    """The sound in which `word` ends: a vowel, ㄹ or another consonant.

    Closing quotes are passed over, and so is a gloss in brackets: the particle of 도심항공교통(UAM)
    follows 교통.
    """
    core = _without_gloss(word.rstrip(_QUOTES)).rstrip(_QUOTES)
    if not core:
        return "vowel"
    last = core[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        if final == 0:
            return "vowel"
        return "rieul" if final == 8 else "consonant"
    if last in _DIGITS:
        return _DIGITS[last]
    if measure := _MEASURE.search(core):
        return "vowel" if measure["vowel"] else "rieul" if measure["rieul"] else "consonant"
    if last == "%":  # 퍼센트
        return "vowel"
    if last.islower():
        if core.endswith("ng"):  # 보잉
            return "consonant"
        if last == "r":  # 아처, 센터; a capital R alone is read 알
            return "vowel"
        if _CLOSED.search(core):
            return "consonant"
        if _SILENT_E.search(core):  # 드론, 모바일
            last = core[-2]
    elif _READ_AS_WORDS.search(core):
        return "consonant"
    lower = last.lower()
    if lower in _LATIN_RIEUL:
        return "rieul"
    return "consonant" if lower in _LATIN_CONSONANT else "vowel"


def _without_gloss(word: str) -> str:
    """`word` without the brackets at its end; a closing bracket that nothing opens is passed over."""
    depth = 0
    for at in range(len(word) - 1, -1, -1):
        depth += (word[at] == ")") - (word[at] == "(")
        if depth <= 0:
            if word[at] != "(":
                return word
            return word[:at] if word[:at].strip() else word.strip("()")
    return word.rstrip(")")


def particle(word: str, pair: str) -> str:
    """The form of `pair` (for example `을(를)`) that follows `word`.

    Raises:
        KeyError: `pair` is not a pair that this module knows.
    """
    after_consonant, after_vowel = _PAIRS[pair]
    sound = ending(word)
    if pair == "(으)로" and sound == "rieul":
        return after_vowel
    return after_vowel if sound == "vowel" else after_consonant


def has_both_forms(text: str) -> bool:
    """Whether a pair such as `을(를)` waits in the text for its word."""
    return "(" in text and _BOTH_FORMS.search(text) is not None


def settle_first_particle(text: str, before: str) -> str:
    """Replace a particle that `text` begins with by the form that `before`, a printed placeholder, asks for.

    One that is part of a longer word or particle, such as 로서 or 이다, stays as it is written.
    """
    found = _FORM_ALONE.match(text)
    if found is None:
        return text
    return particle(before[-_LONGEST_WORD:], _ALONE[found[0]]) + text[found.end() :]


def settle_particles(text: str, before: str = "") -> str:
    """Replace every pair such as `을(를)` by the form that its word asks for.

    `before` is what stands in front of the text in the same line, such as a printed figure.
    """
    if not has_both_forms(text):
        return text
    settled = before[-_LONGEST_WORD:]
    begins = len(settled)
    at = 0
    for found in _BOTH_FORMS.finditer(text):
        settled += text[at : found.start()]
        settled += particle(settled[-_LONGEST_WORD:], _OTHERWISE.get(found[0], found[0]))
        at = found.end()
    return settled[begins:] + text[at:]


_BEHIND_A_WORD = re.compile(
    r"(?P<word>.{2,}?)(?P<particle>을|를|은|는|이|가|과|와|으로|로|의|에|에서|에게|도|까지|부터)"
)


def without_particle(word: str) -> str:
    """`word` without the particle that it ends in; itself where it ends in none that its sound asks for.

    Nobody can tell 기도 from 기 and 도 by the letters: at least two characters are left.
    """
    found = _BEHIND_A_WORD.fullmatch(word)
    if found is None or not "가" <= found["word"][-1] <= "힣":
        return word
    stem, written = found["word"], found["particle"]
    pair = _ALONE.get(written)
    return stem if pair is None or particle(stem, pair) == written else word

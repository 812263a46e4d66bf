"""Replacing a name in running text by the name that is agreed now."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Final, Literal

import msgspec

from languages.characters import continues_a_letter
from languages.differences import Difference
from languages.korean import ending, particle
from languages.naming import Place, head_of, parted, places, without_marks, words_of_name
from languages.trilingual import Language

type Why = Literal["", "name", "quoted", "short"]

EVERY: Final[tuple[Why, ...]] = ("", "name", "quoted", "short")


class Edit(msgspec.Struct, frozen=True):
    """A stretch of the text, and what stands there instead."""

    start: int
    end: int
    new: str


class Use(msgspec.Struct, frozen=True):
    """A place that uses the earlier name, and what would stand there."""

    start: int
    end: int
    new: str
    edits: tuple[Edit, ...]
    """The same, each where it stands: article, name and particle may be parted by tags."""
    why: Why = ""
    """Why it may have to stay: within a longer name, within a title or quotation, or a short form of which the new
    name has none. Empty where it plainly follows."""
    within: str = ""
    """The longer name."""


def uses(text: str, old: str, new: str, language: Language, *, longer: Iterable[str] = ()) -> list[Use]:
    """Every place in `text` that uses `old`, in whatever form, and what stands there when it is `new`.

    The new name takes on the form of the earlier one: its plural, its hyphens, its capitals. A Korean particle
    behind it takes the form that the new name asks for, and an English article before it. Where `new` holds `old`,
    what is `new` already is no use.

    Args:
        text: as a reader sees it (`as_seen`).
        longer: agreed names that may hold the earlier one: what stands within one of them is a part of that name.
    """
    new = unicodedata.normalize("NFC", new)
    if not old.strip() or not new.strip() or old == new:
        return []
    found = places(old, text, language)
    if not found:
        return []
    settled = _Spans(
        (place.start, place.end) for place in places(new, text, language) if place.form.part == "whole"
    )
    agreed = _Spans((place.start, place.end) for name in longer for place in places(name, text, language))
    quoted = _Spans(_quotations(text))
    made = []
    limits = [*(place.start for place in found[1:]), len(text)]
    for place, limit in zip(found, limits, strict=True):
        if settled.around(place):
            continue
        name = _longer_name(text, place, old, agreed, language)
        # the name alone between marks is no title: “智慧城市”
        in_marks = quoted.around(place) not in (None, (place.start, place.end))
        why: Why = "name" if name else "quoted" if in_marks else ""
        if not why and place.form.part == "short" and not parted(new)[2]:
            why = "short"
        use = _use(text, place, new, language, titled=bool(name), limit=limit)
        if use.new != text[use.start : use.end]:
            made.append(msgspec.structs.replace(use, why=why, within=name))
    return made


def renamed(
    text: str,
    old: str,
    new: str,
    language: Language,
    *,
    rich: bool = False,
    whys: Collection[Why] = EVERY,
    longer: Iterable[str] = (),
) -> str:
    """`text` with its uses of `old` replaced as a reader sees them, those of the given `whys` alone.

    In HTML nothing inside a tag is touched.
    """
    found = uses(as_seen(text, rich=rich), old, new, language, longer=longer)
    sources = _sources(text, rich=rich) if found else []
    kept = list(text)
    for use in found:
        if use.why not in whys:
            continue
        for edit in use.edits:
            for start, end in chain(*sources[edit.start : edit.end]):
                kept[start:end] = [""] * (end - start)
            kept[sources[edit.start][0][0]] = html.escape(edit.new, quote=False) if rich else edit.new
    return "".join(kept)


def changes(text: str, found: Sequence[Use]) -> tuple[Difference, ...]:
    """The same as stretches that stay, go and come."""
    made: list[Difference] = []
    at = 0
    for use in found:
        made += [
            Difference("kept", text[at : use.start]),
            Difference("removed", text[use.start : use.end]),
            Difference("added", use.new),
        ]
        at = use.end
    made.append(Difference("kept", text[at:]))
    return tuple(each for each in made if each.text)


class _Spans:
    """Stretches of a text, asked for those around a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end in self._spans), default=0)

    def around(self, place: Place) -> tuple[int, int] | None:
        """The longest stretch that holds the place."""
        first = bisect_left(self._spans, (place.end - self._longest, 0))
        behind = bisect_left(self._spans, (place.start + 1, 0))
        holding = [span for span in self._spans[first:behind] if place.end <= span[1]]
        return max(holding, key=lambda span: span[1] - span[0], default=None)


# where it may have to stay -----------------------------------------------------------------------

_OPENS: Final = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}
_MARKS: Final = re.compile("[“”‘’《》〈〉「」『』]")
# words that join the capitalised words of a name
_JOINS: Final = frozenset(("of", "on", "for", "and", "&", "the", "in", "to", "with"))
# words that begin a sentence with a capital and no name
_BEGINS: Final = re.compile(
    r"an?|the|this|that|these|those|in|on|at|for|of|from|to|with|by|as|its|his|her|their|our|it|both|each|all|no"
    r"|some|any|and|but|or|nor|if|when|while|where|since|under|through|after|before|during|between|among",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"(?:(?<=\s)|^|(?<=[(“‘]))([A-Za-z&][A-Za-z0-9&–-]*)(,? |-)$")
_WORD_BEHIND: Final = re.compile(r"( |-)([A-Za-z&][A-Za-z0-9&–-]*)")
_SENTENCE_BEGINS: Final = re.compile(r"(?:[.!?:]\s+|[\n□○•*]\s*|\n\s*-\s+|[“‘(])$")


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """What stands between the marks of titles and quotations, as far as these are closed."""
    open_marks: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text):
        if mark[0] in _OPENS:
            # what is never closed must not be looked through for each mark behind it
            open_marks = [*open_marks[-20:], (_OPENS[mark[0]], mark.end())]
            continue
        at = next((at for at, (closing, _start) in enumerate(open_marks) if closing == mark[0]), None)
        if at is not None:  # an apostrophe closes nothing
            yield open_marks[at][1], mark.start()
            del open_marks[at:]


def _longer_name(text: str, place: Place, old: str, agreed: _Spans, language: Language) -> str:
    """The longer name that holds the place; empty where none does."""
    own = (place.start, place.end)
    start, end = agreed.around(place) or own
    if (start, end) == own and language == "en":
        start, end = _capitalised(text, place, old)
    return text[start:end] if (start, end) != own else ""


def _capitalised(text: str, place: Place, old: str) -> tuple[int, int]:
    """The row of capitalised words around an English name that is capitalised itself.

    A name in small letters by itself is joined with others as in titles: Ministerial Meeting on Smart City. One
    that has capitals of its own forms a longer name only with its very neighbours.
    """
    written = text[place.start : place.end]
    if not all(word[0].isupper() or word in _JOINS for word in words_of_name(written)):
        return place.start, place.end
    joined = any(word[0].islower() and word not in _JOINS for word in words_of_name(old))
    start, end = place.start, place.end
    at = start
    while before := _WORD_BEFORE.search(text, max(0, at - 60), at):
        if before[1][0].isupper() and (joined or before[2] in (" ", "-")):
            if _BEGINS.fullmatch(before[1]) and _begins_sentence(text, before.start(1)):
                break
            start = before.start(1)
        elif not joined or before[1] not in _JOINS:
            break
        at = before.start(1)
    at = end
    while behind := _WORD_BEHIND.match(text, at):
        if behind[2][0].isupper():
            end = behind.end()
        elif not joined or behind[2] not in ("of", "on", "for"):
            break
        at = behind.end()
    return start, end


def _begins_sentence(text: str, at: int) -> bool:
    return not at or _SENTENCE_BEGINS.search(text[max(0, at - 8) : at]) is not None


# what stands there then --------------------------------------------------------------------------

_SMALL: Final = _JOINS | {"a", "an", "at", "by", "or", "from"}
_ARTICLE: Final = re.compile(r"(?<![A-Za-z])([Aa])(n?)([ \n])$")
_VOWEL: Final = re.compile(
    r"(?!uni(?!n|m|de)|use|usu|uti|ubi|ukr|uga|eu|one(?!r)|once)[aeiou]|hour|honest|heir", re.IGNORECASE
)
# capitals that are read one by one, MoU too, and those that are read as a word
_SPELT: Final = re.compile(r"[A-Z]+s?|[A-Z]o[A-Z]")
_READ_AS_WORD: Final = re.compile(
    r"FIATA|FIDIC|FIFA|LEED|MENA|MERS|MICE|MOFA|MOLIT|MOTIE|NAFTA|NASA|NATO|NEOM|NIMBY"
    r"|NOTAM|RAM|REIT|RISE|SAF|SARS|SCADA|SMART|SOFA|STEM|SWIFT"
)
# eight, eleven, eighteen: 80, 8,000, 11th, 18,000, and not 110
_NUMBER_WITH_AN: Final = re.compile(r"8|1[18](?!\d)")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SYLLABLE: Final = re.compile("[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")


def _use(text: str, place: Place, new: str, language: Language, *, titled: bool, limit: int) -> Use:
    start, end = place.start, place.end
    written = text[start:end]
    core, bracket, short = parted(new)
    if place.form.part == "short":
        core, bracket = short or core.strip(), ""
    elif place.form.part == "core" or not new.endswith(bracket):
        core, bracket = (core, "") if place.form.part == "core" else (new, "")
    if place.form.bare:
        core = without_marks(core)
    if language != "en":
        before, name, behind = _spaced(text, start, end, core + bracket)
        particle_edit = _particle_behind(text, place, name, limit) if language == "ko" else []
        return _edited(text, [*before, Edit(start, end, name), *behind, *particle_edit])
    name = _cased(text, place, _inflected(core, written, place), titled=titled) + bracket
    edits = [Edit(start, end, name)]
    article = _ARTICLE.search(text, max(0, start - 4), start)
    with_an = _takes_an(core)  # as it is agreed: in a title of capitals each word looks like a short form
    if article is not None and with_an != bool(article[2]):
        right = article[1] + ("n" if with_an else "")
        edits.insert(0, Edit(article.start(1), article.end(2), right))
    return _edited(text, edits)


def _edited(text: str, edits: Sequence[Edit]) -> Use:
    """The use that these edits make up, in their order."""
    new, at = "", edits[0].start
    for edit in edits:
        new += text[at : edit.start] + edit.new
        at = edit.end
    return Use(edits[0].start, at, new, tuple(edits))


def _inflected(core: str, written: str, place: Place) -> str:
    """The new name in the number of the written one, and joined by its hyphens."""
    if _is_plural(words_of_name(written), words_of_name(place.form.text)):
        core = _plural(core)
    joints = written.count("-") > place.form.text.count("-")
    return core.replace(" ", "-") if joints and "," not in core and len(core.split()) < 5 else core


def _is_plural(written: Sequence[str], agreed: Sequence[str]) -> bool:
    """Whether a name is written in the plural, which it is not agreed in."""
    ends = [(written[-1].lower(), agreed[-1].lower())]
    if len(written) == len(agreed):
        head = head_of(agreed)
        ends.append((written[head].lower(), agreed[head].lower()))
    return any(
        had != name and (had.endswith("s") or (name.endswith("um") and had.endswith("a")))
        for had, name in ends
    )


def _plural(name: str) -> str:
    """The name with its head in the plural: letters of intent."""
    words = name.split(" ")
    head = head_of(words)
    words[head] = _plural_of_word(words[head])
    return " ".join(words)


def _plural_of_word(name: str) -> str:
    if re.search(r"(?<![sui])s$", name):
        return name  # it is a plural
    if re.search(r"[b-df-hj-np-tv-z]y$", name):
        return f"{name[:-1]}ies"
    return name + ("es" if re.search(r"(?:s|x|z|ch|sh)$", name) else "s")


def _cased(text: str, place: Place, name: str, *, titled: bool) -> str:
    """The new name in the capitals of the written one: of a title, or of a sentence's first word."""
    written, form = text[place.start : place.end], place.form.text
    if written.isupper() and not form.isupper() and len(written) > 1:
        return name.upper()
    raised = [
        had[0].isupper() and not agreed[0].isupper()
        for had, agreed in zip(words_of_name(written), words_of_name(form), strict=False)
        if agreed.lower() not in _SMALL
    ]
    if any(raised[1:]) or (raised == [True] and titled):
        return re.sub(r"(?<![A-Za-z0-9'’])[a-z][A-Za-z]*", lambda word: _raised(word[0], word.start()), name)
    first = raised[:1] == [True] or (written[:1].isupper() and _begins_sentence(text, place.start))
    return name[:1].upper() + name[1:] if first else name


def _raised(word: str, at: int) -> str:
    return word if at and word in _SMALL else word[0].upper() + word[1:]


def _takes_an(name: str) -> bool:
    """Whether the article is an, by the sound of the first word; most capitals are read one by one."""
    first = re.match(r"[A-Za-z]+", name)
    if first is None:
        return _NUMBER_WITH_AN.match(name) is not None
    if _SPELT.fullmatch(first[0]) and not _READ_AS_WORD.fullmatch(first[0]):
        return first[0][0] in "AEFHILMNORSX"
    return _VOWEL.match(first[0]) is not None


def _spaced(text: str, start: int, end: int, name: str) -> tuple[list[Edit], str, list[Edit]]:
    """Latin letters keep apart from Latin letters; beside Chinese no space stays that Latin letters had.

    Returns:
        what goes before the name, the name, and what goes behind it.
    """
    dropped_before, dropped_behind = [], []
    before, behind = text[start - 1 : start], text[end : end + 1]
    if _LATIN.match(before) and _LATIN.match(name):
        name = f" {name}"
    if _LATIN.match(behind) and _LATIN.match(name[-1:]):
        name = f"{name} "
    if (
        before == " "
        and _LATIN.match(text[start : start + 1])
        and _HAN.match(name)
        and _HAN.match(text[start - 2 : start - 1])
    ):
        dropped_before.append(Edit(start - 1, start, ""))
    if (
        behind == " "
        and _LATIN.match(text[end - 1 : end])
        and _HAN.match(name[-1:])
        and _HAN.match(text[end + 1 : end + 2])
    ):
        dropped_behind.append(Edit(end, end + 1, ""))
    return dropped_before, name, dropped_behind


# a particle behind a Korean name, and the pair that it is one form of
_PAIR_OF: Final = {
    "을": "을(를)",
    "를": "을(를)",
    "은": "은(는)",
    "는": "은(는)",
    "이": "이(가)",
    "가": "이(가)",
    "과": "과(와)",
    "와": "과(와)",
    "으로": "(으)로",
    "로": "(으)로",
    "이라": "(이)라",
    "라": "(이)라",
    "이나": "(이)나",
    "나": "(이)나",
    "이며": "(이)며",
    "며": "(이)며",
    "이다": "(이)다",
    "다": "(이)다",
}
# 이다 in the sentence, and what was made of it: the form behind a consonant, the form behind a vowel
_OF_COPULA: Final = (
    ("이고", "고"),
    ("이지만", "지만"),
    ("이므로", "므로"),
    ("이든", "든"),
    ("이란", "란"),
    ("이야말로", "야말로"),
    ("이어", "여"),
    ("이었", "였"),
)
_BEHIND_CONSONANT: Final = dict(_OF_COPULA)
_BEHIND_VOWEL: Final = {vowel: consonant for consonant, vowel in _OF_COPULA}
# behind a vowel these are right too: 도시이다, 도시다
_RIGHT_BEHIND_ALL: Final = frozenset(("이다", "이며", "이고", "이지만", "이므로", "이든"))
# what may follow a particle: 으로서, 과의, 이라는
_PARTICLE: Final = re.compile(
    r"(?:(으로|로)(?:서|써|부터)?(?:의|는|도|만)?|(과|와)(?:의|는|도)?"
    r"|(이라|라)(?:는|고(?:는|도|만)?|면서?|며|도|서|야|든지|든가|기보다는?)"
    r"|(이든|든)(?:지|가)?|(이어|여)(?:서|야|도)"
    r"|([을를은는이가]|이나|나|이며|며|이다|다|이고|고|이지만|지만|이므로|므로|이란|란|이야말로|야말로))(?![가-힣(])"
    r"|(이었|였)(?=[가-힣])"
)
# what stands between a name and its particle, which `ending` passes over too: 「도심항공교통」(UAM)을
_PASSED_OVER: Final = re.compile(r"""[”’」』》〉"']*(?: ?\([^()\n]{1,80}\)[”’」』》〉"']*)?""")


def _particle_behind(text: str, place: Place, name: str, limit: int) -> list[Edit]:
    """The particle that stands there, in the form that it takes behind `name`.

    Args:
        limit: where the next use begins, which may be in a gloss on this one.
    """
    between = _PASSED_OVER.match(text, place.end)
    following = _PARTICLE.match(text, between.end() if between else place.end)
    if following is None or following.start() >= limit:
        return []
    written = next(part for part in following.groups() if part)
    right = _right_form(written, text[place.start : following.start()], name)
    return [Edit(following.start(), following.start() + len(written), right)]


def _right_form(written: str, old: str, name: str) -> str:
    """What the particle that is written behind `old` becomes behind `name`."""
    sound = ending(name)
    if written in _RIGHT_BEHIND_ALL and sound == "vowel":
        return written
    if written in _BEHIND_CONSONANT:
        return _BEHIND_CONSONANT[written] if sound == "vowel" else written
    if written in _BEHIND_VOWEL:
        # behind a consonant no copula but a word of its own: 교통란 is a column, 서울고 a school
        return written if sound == "vowel" or ending(old) != "vowel" else _BEHIND_VOWEL[written]
    pair = _PAIR_OF[written]
    if _SYLLABLE.match(old[-1:]) and particle(old, pair) != written:
        return written  # no particle of this name: 주택가 is a street, 교통로 a route
    return particle(name, pair)


# as a reader sees it ----------------------------------------------------------------------------

_MARKED: Final = r"(<[^>]*>)|(&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)"
_TAG_OR_CODE: Final = re.compile(_MARKED)
_PIECE: Final = re.compile(rf"{_MARKED}|.", re.DOTALL)
_ENDS_BLOCK: Final = re.compile(r"</(?:p|li|ul|ol|h[1-6]|div)>", re.IGNORECASE)
_ENDS_LINE: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WHITE: Final = re.compile(r"\s{2,}|[^\S ]")

type Span = tuple[int, int]
type Character = tuple[str, tuple[Span, ...]]
"""What is seen, and of which places of the source it is made; between these mark-up may stand."""


def as_seen(source: str, *, rich: bool = False) -> str:
    """The words of a text as a reader sees them: composed (NFC), without mark-up, white space as one space.

    The end of a line is one, and that of a paragraph two: a name may run over the first and not over the second.
    """
    if rich:
        source = _TAG_OR_CODE.sub(_shown, source)
    if not unicodedata.is_normalized("NFC", source):
        source = "".join(letter for letter, _places in _composed((each, ()) for each in source))
    return _WHITE.sub(lambda white: _one_space(white[0]), source)


def _shown(piece: re.Match[str]) -> str:
    """What a reader sees of a tag, of a letter written by its code, or of any other character."""
    if piece[1]:
        return "\n\n" if _ENDS_BLOCK.match(piece[0]) else "\n" if _ENDS_LINE.match(piece[0]) else ""
    return html.unescape(piece[0]) if piece[2] else piece[0]


def _one_space(white: str) -> str:
    return "\n" * min(2, white.count("\n")) or " "


def _sources(source: str, *, rich: bool) -> list[tuple[Span, ...]]:
    """Of which places each character of `as_seen` is made."""
    found: list[tuple[Span, ...]] = []
    composed = _composed(_characters(source, rich=rich))
    characters = ((character, made_of) for letter, made_of in composed for character in letter)
    for is_space, run in groupby(characters, lambda each: each[0].isspace()):
        if is_space:
            white, places_of_white = zip(*run, strict=True)
            found += [tuple(chain(*places_of_white))] * len(_one_space("".join(white)))
        else:
            found += [made_of for _character, made_of in run]
    return found


def _characters(source: str, *, rich: bool) -> Iterator[Character]:
    if not rich:
        yield from ((character, ((at, at + 1),)) for at, character in enumerate(source))
        return
    for piece in _PIECE.finditer(source):
        yield from ((character, (piece.span(),)) for character in _shown(piece))


def _composed(characters: Iterable[Character]) -> Iterator[Character]:
    """Marks, and the vowels and finals of Hangul, with the letter before them."""
    waiting: Character | None = None
    for character, made_of in characters:
        if waiting is not None and continues_a_letter(character):
            waiting = waiting[0] + character, waiting[1] + made_of
            continue
        if waiting is not None:
            yield unicodedata.normalize("NFC", waiting[0]), waiting[1]
        waiting = character, made_of
    if waiting is not None:
        yield unicodedata.normalize("NFC", waiting[0]), waiting[1]

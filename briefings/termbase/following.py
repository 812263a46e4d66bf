"""Texts that must follow when a preferred name changes; and replacing it in drafts, never in public."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

import msgspec
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from briefings import access
from briefings.records.newest_texts import Loaded, load_texts
from languages.columns import column, columns, trilingual_of
from languages.differences import Difference
from languages.name_search import NameSearch
from languages.naming import begins
from languages.renaming import EVERY, Use, Why, as_seen, changes, renamed, uses
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language
from reviews.texts import RecordText, holder_of
from vocabulary.models import Term, TermStatus
from vocabulary.versions import wait_for_savers

type Hindrance = Literal["no-drafts", "not-allowed", "locked"]

SECONDS: Final = 1.0
"""After so long no further record is begun: a request answers within two seconds."""
_ASIDE: Final = "|aside"
_PLAIN: Final[tuple[Why, ...]] = ("",)
_DOUBTFUL: Final[tuple[Why, ...]] = ("name", "quoted", "short")


class Follower(msgspec.Struct, frozen=True):
    """A text that uses a name which is agreed no longer.

    One that uses it in a sentence and within a longer name is there twice: each is ticked for itself.
    """

    loaded: Loaded
    text: RecordText
    uses: tuple[Use, ...]
    changes: tuple[Difference, ...]
    """The text as it is, and as it would be."""
    aside: bool
    """Whether it may have to stay as it is: proper names, titles and quotations, what names a source."""

    @property
    def place(self) -> str:
        """The text's place in its record, as `holder_of` takes it."""
        return self.text.place

    @property
    def value(self) -> str:
        """Names the text, and which of its uses, in a form."""
        return f"{self.loaded.label}|{self.loaded.record.pk}|{self.place}{_ASIDE if self.aside else ''}"

    @property
    def in_drafts(self) -> bool:
        """Whether the record has drafts; one without would be public at once, so it is changed by hand."""
        return isinstance(self.loaded.record, DraftStateMixin)

    @property
    def names_source(self) -> bool:
        """Whether the text says what a source is called."""
        return _names_source(self.text)


class Rename(NamedTuple):
    """What a term was called in a language, and what it is called now."""

    old: str
    new: str
    language: Language


class Replaced(msgspec.Struct, frozen=True):
    """What became of the chosen texts."""

    changed: int
    refused: int
    """Texts whose page is locked, that the account may not change, or whose record has no drafts."""
    left: tuple[str, ...] = ()
    """Values of followers for which there was no time."""


def earlier_names(term: Term, language: Language) -> list[str]:
    """What the term was called before, the newest first, by its revisions."""
    return [each.old for each in renames_of([term])[term] if each.language == language]


def renames_of(terms: Collection[Term]) -> dict[Term, list[Rename]]:
    """From each earlier name of the terms to the name of now, language by language, the newest first."""
    versions = _versions().filter(object_id__in=[str(term.pk) for term in terms])
    names = ((language, f"content__{column('preferred', language)}") for language in LANGUAGES)
    written = versions.order_by("-created_at", "-pk").values_list("object_id", *(path for _, path in names))
    by_term: dict[str, list[tuple[str | None, ...]]] = {}
    for pk, *of_version in written:
        by_term.setdefault(pk, []).append(tuple(of_version))
    return {
        term: [
            Rename(old, now, language)
            for number, (language, now) in enumerate(trilingual_of(term, "preferred").items())
            if now
            for old in dict.fromkeys(each[number] for each in by_term.get(str(term.pk), ()))
            if old and old != now
        ]
        for term in terms
    }


def renamed_terms() -> QuerySet[Term]:
    """Terms that have an earlier name in some language, what was changed last first."""
    versions = _versions().filter(object_id=Cast(OuterRef("pk"), CharField()))
    another = Q()
    for field in columns("preferred"):
        versions = versions.alias(**{field: KeyTextTransform(field, "content")})
        another |= Q(**{f"{field}__gt": ""}) & ~Q(**{field: OuterRef(field)})
    named = Term.objects.filter(Exists(versions.filter(another)))
    return named.order_by("-latest_revision__created_at", "identifier")


def _versions() -> QuerySet[Revision]:
    return Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(Term))


def followers(
    old: str, new: str, language: Language, *, among: Iterable[Loaded] | None = None
) -> list[Follower]:
    """Every text, in its newest version, that uses the old name. Of terms it is what they mean, not what they are called.

    Args:
        among: the texts that are looked at; all if None.
    """
    rename = Rename(old, new, language)
    return followers_of([rename], among=among)[rename]


def followers_of(
    renames: Collection[Rename], *, among: Iterable[Loaded] | None = None
) -> dict[Rename, list[Follower]]:
    """The same of several names: every text is gone through once, and none where there is no name."""
    if not renames:
        return {}
    searches = {
        language: NameSearch([(each, each.old) for each in renames if each.language == language], language)
        for language in LANGUAGES
        if any(each.language == language for each in renames)
    }
    longer = _longer_names(searches)
    found: dict[Rename, list[Follower]] = {each: [] for each in renames}
    for loaded in load_texts(holding=_may_hold(renames)) if among is None else among:
        for text in loaded.all_texts:
            if loaded.kind == "term" and text.place != "definition":
                continue
            for language, search in searches.items():
                written = text.text[language]
                named = search.keys_in(words_of(written, rich=text.rich)) if written else ()
                words = as_seen(written, rich=text.rich) if named else ""
                for each in named:
                    of_text = uses(words, each.old, each.new, language, longer=longer.get(each, ()))
                    found[each] += _follower_of_each_part(loaded, text, words, of_text)
    return found


def _follower_of_each_part(
    loaded: Loaded, text: RecordText, words: str, of_text: Sequence[Use]
) -> Iterator[Follower]:
    for aside in (False, True):
        chosen = [use for use in of_text if bool(use.why or _names_source(text)) is aside]
        if chosen:
            yield Follower(loaded, text, tuple(chosen), changes(words, chosen), aside)


def _longer_names_of(rename: Rename) -> list[str]:
    search = NameSearch([(rename, rename.old)], rename.language)
    return _longer_names({rename.language: search}).get(rename, [])


def _longer_names(searches: Mapping[Language, NameSearch[Rename]]) -> dict[Rename, list[str]]:
    """Agreed names that hold an old one: what stands within them changes with them."""
    found: dict[Rename, list[str]] = {}
    terms = Term.objects.exclude(status=TermStatus.REJECTED)
    for language, search in searches.items():
        for name in terms.values_list(column("preferred", language), flat=True):
            for each in search.keys_in(name or ""):
                if name not in (each.old, each.new):
                    found.setdefault(each, []).append(name)
    return found


# in rich text a name may be partly bold, and a letter of it written by its number or name
_MARK_UP: Final = "(?:<[^>]*>)*"
_LETTER_BY_NAME: Final = "&(?!(?:amp|lt|gt|quot|nbsp);)[#A-Za-z][A-Za-z0-9]*;"
_LETTERS: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 100


def _may_hold(renames: Iterable[Rename]) -> str:
    """A regular expression of PostgreSQL's that finds every stored version in which an old name stands, and few others.

    To read ten thousand versions takes Python fifteen seconds, and PostgreSQL one or two. Empty where it is of no use.
    """
    beginnings = {beginning for each in renames for beginning in begins(each.old)}
    words = {max(_LETTERS.findall(beginning), key=len, default="") for beginning in beginnings}
    if "" in words or len(words) > _MOST_WORDS:
        return ""
    return "|".join([*sorted(_MARK_UP.join(map(_as_stored, word)) for word in words), _LETTER_BY_NAME])


def _as_stored(letter: str) -> str:
    """In whatever size, composed or not."""
    sizes = {letter, letter.upper()}
    return f"(?:{'|'.join(sorted(sizes | {unicodedata.normalize('NFD', each) for each in sizes}))})"


def _names_source(text: RecordText) -> bool:
    return text.place.startswith("sources.")


def hindrances(by: AbstractBaseUser, found: Iterable[Follower]) -> dict[str, Hindrance]:
    """Why somebody cannot change a text's draft, by the followers' values. Those that they can are not among them."""
    found = list(found)
    pages = [each.loaded.record for each in found if isinstance(each.loaded.record, Page)]
    may, locked = access.pages_to_change(by, pages), access.locked_pages(by, pages)
    why: dict[str, Hindrance] = {}
    for each in found:
        record = each.loaded.record
        allowed = record.pk in may if isinstance(record, Page) else access.may_change(by, record)
        if not each.in_drafts:
            why[each.value] = "no-drafts"
        elif not allowed:
            why[each.value] = "not-allowed"
        elif isinstance(record, Page) and record.pk in locked:
            why[each.value] = "locked"
    return why


def replace_in_drafts(
    chosen: Collection[str],
    *,
    old: str,
    new: str,
    language: Language,
    by: AbstractBaseUser,
    seconds: float = SECONDS,
) -> Replaced:
    """Replace the name in the chosen texts. Each record gets one new draft; what is public stays.

    Args:
        chosen: values of followers.
        seconds: when no further record is begun. The first is always changed.
    """
    stop = time.monotonic() + seconds
    by_record: dict[tuple[str, int], list[Follower]] = {}
    for follower in followers(old, new, language, among=load_texts(keys=_keys_in(chosen))):
        if follower.value in chosen:
            key = (follower.loaded.label, follower.loaded.record.pk)
            by_record.setdefault(key, []).append(follower)
    hindered = hindrances(by, (of_record[0] for of_record in by_record.values()))
    longer = tuple(_longer_names_of(Rename(old, new, language)))
    changed = refused = 0
    left: list[str] = []
    for of_record in by_record.values():
        record = of_record[0].loaded.record
        if of_record[0].value in hindered:
            refused += len({follower.place for follower in of_record})
        elif changed and time.monotonic() > stop:
            left += [follower.value for follower in of_record]
        else:
            changed += _in_one_draft(record, of_record, (old, new, language, longer), by)
    return Replaced(changed, refused, tuple(left))


def _keys_in(chosen: Iterable[str]) -> set[int]:
    """The keys of the records that values of followers name."""
    keys = (key for value in chosen for key in value.split("|")[1:2])
    return {int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) < 10}


@transaction.atomic
def _in_one_draft(
    record: Any,
    found: Sequence[Follower],
    names: tuple[str, str, Language, tuple[str, ...]],
    by: AbstractBaseUser,
) -> int:
    old, new, language, longer = names
    # somebody may have saved or deleted it since all texts were read: the newest draft is what is changed
    record = wait_for_savers(record)
    if record is None:
        return 0
    draft = getattr(record, "specific", record).get_latest_revision_as_object()
    whys: dict[str, list[Why]] = {}
    for follower in found:
        kinds = EVERY if follower.names_source else _DOUBTFUL if follower.aside else _PLAIN
        whys.setdefault(follower.place, []).extend(kinds)
    changed = 0
    for place, of_place in whys.items():
        try:
            holder = holder_of(draft, place)
        except LookupError:  # its row is gone from the newest draft
            continue
        field = holder.column(language)
        text = getattr(holder.holder, field) or ""
        new_text = renamed(text, old, new, language, rich=holder.rich, whys=of_place, longer=longer)
        setattr(holder.holder, field, new_text)
        changed += new_text != text
    if not changed:
        return 0
    # another name refers to nothing else: Wagtail need not read all of the record for its index of references
    with disable_reference_index_auto_update():
        # other texts of the draft may still be incomplete: they are as they were
        draft.save_revision(user=by, log_action="wagtail.edit", clean=False)
    return changed

"""What is known about an item by itself: its cleaned form, its findings and the digests of its texts, kept by what they
depend on.

The findings about the texts that belong to no item are kept in the same way, all of them as one.

An examination depends on the item's own values, on the agreed terms in force, on the characters that can be
printed and on the checks: their code, their tables and the libraries they ask. Its key is the digest of all four. So one that was kept is never out of
date: where anything differs, the key differs. Without a store everything is examined anew, with equal results.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from briefings.assembly import canonical
from briefings.assembly.checks import CheckedItem, check_item, check_texts
from briefings.assembly.checks.places import PlacedText, item_texts
from briefings.assembly.checks.rules import Rules, rules_of
from briefings.assembly.cleaning import cleaned_item, cleaned_value
from briefings.assembly.findings import Finding
from briefings.assembly.material import Item, Material
from briefings.assembly.text_digests import TextDigests, text_digests

type Read = Callable[[Collection[str]], Mapping[str, bytes]]
"""The examinations that are kept under these keys."""


class Examination(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is to be said about one item, whatever stands beside it."""

    fit: Item | None = None
    """The item fit to print; None where nothing had to be taken out."""
    changes: tuple[Finding, ...] = ()
    """What was taken out, and what looks as if it should not be there."""
    checked: CheckedItem = CheckedItem()
    """What the checks say, of an item that was fit to print."""
    texts: TextDigests = TextDigests()
    """The digests of its texts, of an item that was fit to print."""


_DECODER = msgspec.json.Decoder(Examination)


def digest_of_checks(project: Path) -> str:
    """Digest of what examines: a changed check examines everything again, with no number to raise.

    Args:
        project: the folder that holds `briefings/assembly/` and `languages/`. Of what they hold only what
            explains them to people is passed over.
    """
    libraries = [f"{name} {version(name)}" for name in ("msgspec", "opencc")]
    digest = hashlib.sha256(
        "\n".join([sys.version.split()[0], unicodedata.unidata_version, *libraries]).encode()
    )
    files = [
        file
        for folder in ("briefings/assembly", "languages")
        for file in (project / folder).rglob("*")
        if file.is_file() and file.suffix not in (".pyc", ".md")
    ]
    for file in sorted(files):
        digest.update(f"\0{file.relative_to(project).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


_CHECKS = digest_of_checks(Path(__file__).resolve().parents[2])


_NO_TEXTS = TextDigests()


class Examiner:
    """Examines the items of one material, each once, and reads what was found before."""

    def __init__(self, material: Material, printable: frozenset[int], read: Read | None = None) -> None:
        """
        Args:
            material: as collected: its terms and its period are what items are checked against.
            printable: code points that the portal's fonts can show.
            read: where examinations are kept; None examines everything.
        """
        terms = cleaned_value(material.terms, printable)
        self._rules = rules_of(msgspec.structs.replace(material, terms=terms, items=()))
        self._printable = printable
        self._read = read
        self._basis = hashlib.sha256(
            canonical.encode([_CHECKS, _digest_of_points(printable), self._rules.terms])
        )
        self._known: dict[str, Examination] = {}
        self._texts: dict[str, TextDigests] = {}
        self.used: list[str] = []
        """Keys of examinations that were read."""
        self.new: dict[str, bytes] = {}
        """Examinations that were not kept yet, by key."""

    def clean(self, items: Sequence[Item]) -> list[tuple[Item, tuple[Finding, ...]]]:
        """Each item fit to print, with what was found."""
        return [
            (item if known.fit is None else known.fit, known.changes)
            for item, known in zip(items, self._examinations(items), strict=True)
        ]

    def check(self, items: Sequence[Item]) -> list[CheckedItem]:
        """What the checks say about each item; of items that are fit to print."""
        return [known.checked for known in self._examinations(items)]

    def take_digests(self, items: Sequence[Item]) -> list[TextDigests]:
        """The digests of each item's texts, once: those of half a million texts are held no longer than they are needed.

        Args:
            items: fit to print.
        """
        self._examinations(items)
        taken = [self._texts[self._key(item)] for item in items]
        self._texts.clear()
        return taken

    def check_beside(self, texts: Sequence[PlacedText], rules: Rules) -> CheckedItem:
        """What the checks say about texts that belong to no item; of texts that are fit to print."""
        key = canonical.digest([_CHECKS, rules.terms, sorted(rules.publishers), texts])
        self._read_kept([key])
        if key not in self._known:
            self._keep(key, Examination(checked=check_texts(texts, rules)))
        return self._known[key].checked

    def _examinations(self, items: Sequence[Item]) -> list[Examination]:
        keys = [self._key(item) for item in items]
        self._read_kept(keys)
        return [self._examination(item, key) for item, key in zip(items, keys, strict=True)]

    def _read_kept(self, keys: Iterable[str]) -> None:
        missing = {key for key in keys if key and key not in self._known}
        if missing and self._read:
            for key, encoded in self._read(missing).items():
                self._remember(key, _DECODER.decode(encoded))
                self.used.append(key)

    def _key(self, item: Item) -> str:
        """Empty for an item that cannot be written as JSON: one with a lone surrogate, to be cleaned."""
        digest = self._basis.copy()
        try:
            digest.update(item.digest.encode())
        except UnicodeEncodeError:
            return ""
        return digest.hexdigest()

    def _examination(self, item: Item, key: str) -> Examination:
        if not key:
            return self._examined(item)
        if key not in self._known:
            self._keep(key, self._examined(item))
        return self._known[key]

    def _keep(self, key: str, found: Examination) -> None:
        self._remember(key, found)
        self.new[key] = msgspec.json.encode(found)

    def _remember(self, key: str, found: Examination) -> None:
        self._texts[key] = found.texts
        self._known[key] = msgspec.structs.replace(found, texts=_NO_TEXTS)

    def _examined(self, item: Item) -> Examination:
        fit, changes = cleaned_item(item, self._printable)
        if fit is not item:  # what is checked is the fit item, under a key of its own
            return Examination(fit, changes)
        return Examination(None, changes, check_item(item, self._rules), text_digests(item_texts(item)))


@cache
def _digest_of_points(points: frozenset[int]) -> str:
    return hashlib.sha256(repr(sorted(points)).encode()).hexdigest()

"""The triples that this project has written, and the catalogs that installed packages bring."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import yaml
from translate.storage.po import pofile

from languages.parity import TextLanguage

FOLDER = Path(__file__).parent
PROSE = ("development", "held-out", "held-out-again", "paragraphs")
"""Known while the check was written, written after it, after that was mended, and after that again."""
SETS = (
    *PROSE,
    "registers",
    "turns-of-phrase",
    "traditional",
    "fresh",
    "fresh-again",
    "fresh-third",
    "fresh-fourth",
    "fresh-fifth",
    "fresh-sixth",
    "fresh-seventh",
    "fresh-eighth",
    "fresh-ninth",
    "fresh-tenth",
    "fresh-eleventh",
    "fresh-twelfth",
    "fresh-thirteenth",
    "fresh-fourteenth",
    "fresh-fifteenth",
    "fresh-sixteenth",
    "fresh-seventeenth",
    "news",
    "figures",
    "figures-in-lines",
    "without-figures",
    "other-domains",
)
BROKEN = {
    "fresh": "broken",
    "fresh-again": "broken-again",
    "fresh-third": "broken-third",
    "fresh-fourth": "broken-fourth",
    "fresh-fifth": "broken-fifth",
    "fresh-sixth": "broken-sixth",
    "fresh-seventh": "broken-seventh",
    "fresh-eighth": "broken-eighth",
    "fresh-ninth": "broken-ninth",
    "fresh-tenth": "broken-tenth",
    "fresh-eleventh": "broken-eleventh",
    "fresh-twelfth": "broken-twelfth",
    "fresh-thirteenth": "broken-thirteenth",
    "fresh-fourteenth": "broken-fourteenth",
    "fresh-fifteenth": "broken-fifteenth",
    "fresh-sixteenth": "broken-sixteenth",
    "fresh-seventeenth": "broken-seventeenth",
    "news": "news-broken",
    "figures": "figures-broken",
}
"""The sets of which somebody made wrong copies by hand, and the file of these."""

_CATALOGS: dict[str, TextLanguage] = {"ko": "ko", "zh_Hans": "zh-hans"}


def triples(name: str) -> list[dict[TextLanguage, str]]:
    """One set of texts in three languages that say the same."""
    found: list[dict[TextLanguage, str]] = _read(name)
    return found


def _read(name: str) -> Any:
    # a tenth of the time that PyYAML takes without its parser in C
    return yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)


class Broken(msgspec.Struct, frozen=True):
    """A text of a set with an error that somebody put into one language."""

    kind: str
    language: TextLanguage
    of: int
    """Which text of the set."""
    right: dict[TextLanguage, str]
    text: str

    @property
    def wrong(self) -> dict[TextLanguage, str]:
        """All languages, one of them broken."""
        return {**self.right, self.language: self.text}


def broken_copies(name: str) -> list[Broken]:
    """Errors made by hand in the texts of a set, in their order."""
    right = triples(name)
    return [
        Broken(each["kind"], each["language"], each["of"], right[each["of"]], each["text"])
        for each in _read(BROKEN[name])
    ]


class Pair(msgspec.Struct, frozen=True):
    """An English message and its translation."""

    package: str
    language: TextLanguage
    source: str
    target: str


def catalog_pairs() -> Iterator[Pair]:
    """Every translated message of Django's and Wagtail's own catalogs in Korean and Chinese."""
    for package in ("django", "wagtail"):
        spec = find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        for folder, language in _CATALOGS.items():
            for file in sorted(Path(spec.origin).parent.glob(f"**/locale/{folder}/LC_MESSAGES/*.po")):
                for unit in pofile.parsefile(str(file)).units:
                    if unit.isheader() or not unit.istranslated() or unit.isobsolete():
                        continue
                    # of a message with a plural, the plural: Korean and Chinese have but one form
                    source, target = (
                        getattr(text, "strings", [text])[-1] for text in (unit.source, unit.target)
                    )
                    yield Pair(package, language, str(source), str(target))

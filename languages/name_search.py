"""Which of many agreed names stand in a text. Of most not even the beginning does: that is looked up, not searched for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from languages.naming import begins, stands_in
from languages.parity.findings import TextLanguage


class NameSearch[Key]:
    """The names of one language, each under a key; several names may have the same one."""

    def __init__(self, names: Iterable[tuple[Key, str]], language: TextLanguage) -> None:
        self._language = language
        by_beginning: dict[str, list[tuple[Key, str]]] = {}
        for key, name in names:
            for beginning in begins(name):
                by_beginning.setdefault(beginning, []).append((key, name))
        self._by_beginning = by_beginning
        # by the two characters that a text must have beside each other
        self._by_pair: dict[tuple[str, str], list[str]] = {}
        for beginning in by_beginning:
            if len(beginning) > 1:
                self._by_pair.setdefault((beginning[0], beginning[1]), []).append(beginning)
        self._single = [beginning for beginning in by_beginning if len(beginning) == 1]

    def likely_in(self, text: str) -> Iterator[tuple[Key, str]]:
        """The names whose beginning stands in `text`, with their keys; one that may begin otherwise perhaps twice."""
        folded = text.lower()
        likely = list(self._single)
        for pair in self._by_pair.keys() & set(pairwise(folded)):
            likely += self._by_pair[pair]
        for beginning in likely:
            if beginning in folded:
                yield from self._by_beginning[beginning]

    def keys_in(self, text: str) -> set[Key]:
        """The keys of the names that stand in `text`, in whatever form."""
        found: set[Key] = set()
        for key, name in self.likely_in(text):
            if key not in found and stands_in(name, text, self._language):
                found.add(key)
        return found

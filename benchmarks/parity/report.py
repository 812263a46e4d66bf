"""Measures the parity check and prints what it finds."""

from __future__ import annotations

import time
from collections import Counter

from benchmarks import goals
from benchmarks.parity.corpus import BROKEN, SETS, broken_copies, catalog_pairs, triples
from benchmarks.parity.mutations import mutations
from languages.parity import TextLanguage, compare, differences, examine
from languages.parity.alignment import align
from languages.parity.reading import read

_LINES_OF_A_PAGE = 30


def main(*, verbose: bool = False) -> None:
    found, made = (
        sum(each) for each in zip(*(_triples(name, verbose=verbose) for name in SETS), strict=True)
    )
    print(f"\nErrors put by rule into all triples, steps left out: {_share(found, made)} found")
    goals.at_least(98, "figures, units, dates and qualifiers found in all triples", 100 * found / made, " %")
    for name in BROKEN:
        _by_hand(name, verbose=verbose)
    _catalogs(verbose=verbose)
    _speed()


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f}%)"


def _triples(name: str, *, verbose: bool) -> tuple[int, int]:
    """How many errors in figures, units, dates and qualifiers were found in a set, of how many."""
    texts = triples(name)
    alarms = [text for text in texts if differences(text)]
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    missed: list[str] = []
    for text in texts:
        for language in text:
            for kind, wrong in mutations(text[language], language):
                made[kind] += 1
                if differences({**text, language: wrong}):
                    found[kind] += 1
                else:
                    missed.append(f"{kind}: {wrong}")
    print(f"\nParity check on the {name} triples")
    print(f"  false alarms      {_share(len(alarms), len(texts))}")
    goals.at_most(0, f"false alarms in the {name} triples", len(alarms))
    print(f"  errors found      {_share(found.total(), made.total())}")
    # a step, from agreed to signed, is of the modality: the goal speaks of figures, units, dates and qualifiers
    exact, exact_found = made.total() - made["step"], found.total() - found["step"]
    if exact:
        share = 100 * exact_found / exact
        goals.at_least(98, f"figures, units, dates and qualifiers found in the {name} triples", share, " %")
        print(f"    without steps   {_share(exact_found, exact)}")
    for kind in made:
        print(f"    {kind:<15} {_share(found[kind], made[kind])}")
    if verbose:
        for line in missed:
            print(f"  missed {line}")
        for alarm in alarms:
            print(f"  alarm {alarm['ko']}: {[finding.code for finding in differences(alarm)]}")
    return exact_found, exact


def _by_hand(name: str, *, verbose: bool) -> None:
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    missed: list[str] = []
    for broken in broken_copies(name):
        made[broken.kind] += 1
        if differences(broken.wrong):
            found[broken.kind] += 1
        else:
            missed.append(f"{broken.kind}: {broken.text}")
    print(f"\nParity check on errors made by hand in the {name} triples")
    print(f"  errors found      {_share(found.total(), made.total())}")
    for kind in sorted(made):
        print(f"    {kind:<15} {_share(found[kind], made[kind])}")
    if verbose:
        for line in missed:
            print(f"  missed {line}")


def _catalogs(*, verbose: bool) -> None:
    pairs = list(catalog_pairs())
    flagged = {}
    for pair in pairs:
        findings = compare(pair.source, pair.target, "en", pair.language)
        if findings:
            flagged[pair] = findings
    print("\nParity check on the catalogs of Django and Wagtail")
    print(f"  pairs flagged     {_share(len(flagged), len(pairs))}")
    goals.at_most(3, "pairs flagged in the catalogs", 100 * len(flagged) / len(pairs), " %")
    if verbose:
        for pair, findings in flagged.items():
            print(f"  {pair.package} {pair.language}: {pair.source!r} / {pair.target!r}")
            for finding in findings:
                print(f"    {finding.code} {dict(finding.details)}")


def _speed() -> None:
    texts = [text for name in SETS for text in triples(name) if "zh-hans" in text]
    targets: tuple[TextLanguage, ...] = ("zh-hans", "en")

    def compared(*, only_figures: bool) -> float:
        """Seconds for all pairs, each text read anew; the second round, in which every expression is compiled."""
        for _round in range(2):
            read.cache_clear()
            started = time.process_time()
            for text in texts:
                for target in targets:
                    compare(text["ko"], text[target], "ko", target, only_figures=only_figures)
        return time.process_time() - started

    seconds, of_everything = compared(only_figures=True), compared(only_figures=False)
    # a text of several sentences is as many segments, each held against its own
    segments = sum(
        len(align(read(text["ko"], "ko").segments, read(text[target], target).segments))
        for text in texts
        for target in targets
    )
    page = {
        language: "\n".join(text[language] for text in texts[:_LINES_OF_A_PAGE])
        for language in ("ko", "zh-hans", "en")
    }
    taken = []
    for _round in range(5):
        read.cache_clear()
        started = time.process_time()
        examine(page)
        taken.append(time.process_time() - started)
    print("\nSpeed of the parity check, in seconds of one core")
    for what, taken_by in (("figures", seconds), ("everything", of_everything)):
        pairs = 2 * len(texts) / taken_by
        print(f"  {what:<18}{segments / taken_by:.0f} segments a second, {pairs:.0f} pairs of texts")
    goals.at_least(2000, "figures check, segments", segments / seconds, " a second of a core")
    goals.at_most(100, "language check, a page of 30 lines", 1000 * min(taken), " ms")
    print(f"  page              {1000 * min(taken):.0f} ms for {_LINES_OF_A_PAGE} lines in three languages")

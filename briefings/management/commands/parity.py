"""`manage.py parity FILE`: hold the languages of an outside file against each other."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from briefings.checking.findings import sentence_of
from briefings.termbase import files
from briefings.termbase.columns import SEPARATOR
from languages import exchange, parity
from languages.parity.terms import AgreedNames
from languages.tags import language_of

NAMES: dict[parity.TextLanguage, str] = {
    "ko": "Korean",
    "zh-hans": "Simplified Chinese",
    "zh-hant": "Traditional Chinese",
    "en": "English",
}
WEIGHTS = {
    parity.Severity.BLOCKING: "error",
    parity.Severity.WARNING: "please look",
    parity.Severity.ADVICE: "advice",
}
LONGEST = 20_000
"""Characters of a text that is compared: a longer one would take minutes."""

UNREADABLE = 2
_AROUND = 20
_BLANKS = re.compile(r"\s+")


class Command(BaseCommand):
    help = (
        "Reads an XLIFF, TMX, CSV or PO file and says where its languages do not say the same."
        " Ends with 1 if something is wrong, with 2 if the file cannot be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="one JSON object a segment, one a line")
        parser.add_argument(
            "--source", type=_language, help="language of the source texts: ko, zh-Hans, en …"
        )
        parser.add_argument("--target", type=_language, help="language of the translations")
        parser.add_argument(
            "--terms",
            type=Path,
            help="agreed terms, as `export_terms` writes them: CSV or TBX",
        )

        parser.add_argument(
            "--house-rules",
            action="store_true",
            help="also what the portal's editions leave out: contact data, credits, relative dates, quotations",
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        terms = _terms(options["terms"]) if options["terms"] else ()
        segments = _read(file, options["source"], options["target"])
        counts: Counter[parity.Severity] = Counter()
        for segment in segments:
            findings = _findings(segment, terms, house_rules=options["house_rules"])
            counts.update(finding.severity for finding in findings)
            if options["json"]:
                self.stdout.write(json.dumps(_as_json(segment, findings), ensure_ascii=False))
            elif findings:
                self._report(segment, findings)
        if not options["json"]:
            self._sum_up(segments, counts)
        if counts[parity.Severity.BLOCKING]:
            sys.exit(1)

    def _report(self, segment: exchange.Segment, findings: list[parity.Finding]) -> None:
        line = f" (line {segment.line})" if segment.line else ""
        languages = ", ".join(NAMES[language] for language in segment.texts)
        self.stdout.write(f"{_printable(segment.id)}{line}: {languages}")
        for finding in findings:
            with translation.override("en"):
                sentence = sentence_of(finding.code, {**finding.details, "alone": finding.language})
            weight = WEIGHTS[finding.severity]
            self.stdout.write(f"  [{weight}] {NAMES[finding.language]}: {_printable(sentence)}")
            for language, spans in finding.spans.items():
                for span in spans:
                    self.stdout.write(f"      {language}: {_quoted(segment.texts[language], span)}")

    def _sum_up(self, segments: list[exchange.Segment], counts: Counter[parity.Severity]) -> None:
        alone = sum(len(segment.texts) < 2 for segment in segments)
        self.stdout.write(
            f"{len(segments)} {'segment' if len(segments) == 1 else 'segments'}, {alone} of them not in two languages."
            f" Errors: {counts[parity.Severity.BLOCKING]},"
            f" to look at: {counts[parity.Severity.WARNING]},"
            f" advice: {counts[parity.Severity.ADVICE]}."
        )


def _language(tag: str) -> parity.TextLanguage:
    language = language_of(tag)
    if language is None:
        raise ArgumentTypeError(f"“{tag}” is none of ko, zh-Hans, zh-Hant, en")
    return language


def _read(
    file: Path, source: parity.TextLanguage | None, target: parity.TextLanguage | None
) -> list[exchange.Segment]:
    try:
        with file.open("rb") as opened:
            # one byte more than is read shows that there is more
            content = opened.read(exchange.LARGEST + 1)
        return exchange.segments(content, source, target)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}.", returncode=UNREADABLE) from error
    except exchange.Unreadable as error:
        where = f"{file}, line {error.line}" if error.line else str(file)
        raise CommandError(f"{where}: {_printable(str(error))}", returncode=UNREADABLE) from error


def _terms(file: Path) -> AgreedNames:
    """The agreed terms of a file that hold today."""
    try:
        with file.open("rb") as opened, translation.override("en"):
            rows, problems = files.read(opened.read(files.LARGEST + 1), file.name)
            if problems:
                raise files.Unreadable(str(problems[0]))
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}.", returncode=UNREADABLE) from error
    except files.Unreadable as error:
        raise CommandError(f"{file}: {_printable(str(error))}", returncode=UNREADABLE) from error
    return AgreedNames(_term(row.values) for row in rows if _holds(row.values))


def _holds(values: Mapping[str, str]) -> bool:
    today = timezone.localdate().isoformat()
    return (
        values.get("status", "agreed") == "agreed"
        and values.get("valid-from", "") <= today
        and today <= (values.get("valid-until") or today)
    )


def _term(values: Mapping[str, str]) -> parity.Term:
    return parity.Term(
        key=values.get("id", ""),
        preferred={language: name for language in NAMES if (name := values.get(language, ""))},
        forbidden={
            language: tuple(
                variant.strip()
                for variant in values.get(f"forbidden-{language}", "").split(SEPARATOR.strip())
                if variant.strip()
            )
            for language in NAMES
        },
    )


def _findings(
    segment: exchange.Segment, terms: tuple[parity.Term, ...], *, house_rules: bool
) -> list[parity.Finding]:
    for language, text in segment.texts.items():
        if len(text) > LONGEST:
            details = {"length": str(len(text)), "most": str(LONGEST)}
            return [parity.Finding("text-too-long", parity.Severity.BLOCKING, language, details=details)]
    return list(parity.examine(segment.texts, terms, house_rules=house_rules))


def _as_json(segment: exchange.Segment, findings: list[parity.Finding]) -> dict[str, Any]:
    return {
        "id": segment.id,
        "line": segment.line or None,
        "languages": list(segment.texts),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "language": finding.language,
                "spans": {
                    language: [
                        {"start": span.start, "end": span.end, "text": span.of(segment.texts[language])}
                        for span in spans
                    ]
                    for language, spans in finding.spans.items()
                },
                "details": dict(finding.details),
            }
            for finding in findings
        ],
    }


def _quoted(text: str, span: parity.Span) -> str:
    """The place in » «, with some words around it."""
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    before = f"{'…' if start else ''}{text[start : span.start]}"
    after = f"{text[span.end : end]}{'…' if end < len(text) else ''}"
    return _printable(f"{before}»{span.of(text)}«{after}")


def _printable(text: str) -> str:
    """On one line, without what a terminal would take for an order."""
    line = _BLANKS.sub(" ", text)
    return "".join(each if unicodedata.category(each) not in ("Cc", "Cf", "Cs") else "�" for each in line)

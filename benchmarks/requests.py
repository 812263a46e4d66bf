"""The longest requests that an editor can make: no text and no file may hold up the portal for longer than two seconds."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks import goals
from benchmarks.measure import median_seconds, row, taken_back
from languages.parity.reading import read

GOAL = 2.0
ROUNDS = 3
_TERMS = "id,subject,status,ko,zh-hans,en\n"


def main() -> None:
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse

    from tests.projects.test_odd_forms import form_of

    with taken_back():
        client = Client(headers={"host": "localhost"})
        client.force_login(get_user_model().objects.get(username="administrator"))
        print("\nThe longest requests (the goal: 2 s each)")
        row("floor: a page without content or queries", median_seconds(lambda: client.get("/healthz")))
        for name, text in _texts().items():
            _measure(f"check while typing: {name}", partial(_check, client, reverse("text-check"), text))
        for name, content in _files().items():
            _measure(f"term import: {name}", partial(_import, client, reverse("termbase-files"), content))
        form = form_of(client, "korean-air-archer-evtol")
        for name, field, text in _saves():
            _measure(f"save of an item: {name}", partial(_save, form, field, text))


def _measure(name: str, ask: Callable[[], object]) -> None:
    of_a_core = []

    def asked() -> None:
        begun = time.process_time()
        ask()
        of_a_core.append(time.process_time() - begun)

    seconds = median_seconds(asked, ROUNDS)
    goals.at_most(GOAL, name, seconds, " s")
    over = "" if seconds <= GOAL else ", OVER THE GOAL"
    row(name, seconds, more=f"{1000 * statistics.median(of_a_core[1:]):.0f} ms of a core{over}")


def _texts() -> dict[str, dict[str, str]]:
    """The longest texts that are checked at all, sound and odd; in pieces, of which the first is measured."""
    from briefings.checking.text_check import LONGEST
    from briefings.checking.text_parts import MOST

    numbers = range(1_001, 4_001)
    sound = {
        "ko": "\n".join(f"국토교통부는 {n}가구를 2026년 3월까지 공급하기로 합의하였다." for n in numbers),
        "zh-hans": "\n".join(f"国土交通部同意于2026年3月前供应{n}户。" for n in numbers),
        "en": "\n".join(f"MOLIT agreed to supply {n} homes by March 2026." for n in numbers),
    }
    odd = {
        "亿": "亿",
        "일": "일",
        "(": "(",
        "1,": "1,",
        "A-": "A-",
        "10万、": "10万、",
        "one hundred": "one hundred ",
    }
    found = {f"{len(sound['ko']):,} characters of sound text": sound}
    for length, called in ((MOST, "one part"), (LONGEST, "the longest")):
        for name, signs in odd.items():
            found[f"'{name}', {called} ({length:,})"] = dict.fromkeys(
                sound, (signs * (length // len(signs) + 1))[:length]
            )
    found["200,000 characters, not checked"] = {"ko": "가" * 200_000}
    return found


def _files() -> dict[str, str]:
    many = "".join(f"X-{n},test,agreed,말{n},词{n},word {n}\n" for n in range(10_000))
    return {
        "10,000 rows": _TERMS + many,
        "4,000 times the same row": _TERMS + "X-1,test,agreed,하나,一,one\n" * 4_000,
        "a name of 200,000 characters": f"{_TERMS}X-1,test,agreed,{'가' * 200_000},一,one\n",
        "a row of 100,000 columns": _TERMS + "," * 100_000,
        "a quotation mark that never closes": _TERMS + '"X-1,test\n' + "가" * 1_000_000,
        "200,000 broken rows": _TERMS + "x\n" * 200_000,
    }


def _saves() -> list[tuple[str, str, str]]:
    def rich(*lines: str) -> str:
        blocks = [{"key": "a", "type": "unstyled", "depth": 0, "text": line} for line in lines]
        return json.dumps({"blocks": blocks, "entityMap": {}})

    return [
        ("as it is", "", ""),
        ("a text of 200,000 characters", "summary_ko", "가" * 200_000),
        ("20,000 soft line breaks in rich text", "background_ko", rich("\n" * 20_000)),
        ("as much rich text as it takes", "background_ko", rich(*["가" * 38] * 500)),
    ]


def _check(client: Any, address: str, texts: dict[str, str]) -> None:
    read.cache_clear()  # nobody types the same text twice
    answer = client.post(address, json.dumps(texts), content_type="application/json")
    assert answer.status_code == 200, answer.content


def _import(client: Any, address: str, content: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = client.post(address, {"file": SimpleUploadedFile("terms.csv", content.encode(), "text/csv")})
    assert answer.status_code == 200, answer.content


def _save(form: Any, field: str, text: str) -> None:
    answer = form.send([(name, text if name == field else value) for name, value in form.fields])
    assert answer.status_code in (200, 302), answer.content

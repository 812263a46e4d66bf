"""Nobody finds a word that is not for them, on any address, by any method; and what may not be read looks
like what does not exist.

Walks role x state x audience x address. A new address is walked too; one whose arguments are unknown fails
`test_every_address_is_walked`, which says what to do.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote, unquote

import pytest
from django.db import transaction
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from tests.leaks.addresses import KNOWN_ARGUMENTS, WHOLE, Route, languages_of, of_edition, routes
from tests.leaks.canaries import (
    CLOSED,
    DRAFT,
    HELD_BACK,
    PARTIAL,
    PUBLIC,
    SHORT_OF_NOBODY,
    SHORT_OF_OFFICIALS,
)
from tests.leaks.world import LANGUAGES, Reader, Shelved, World, body_of, build
from tests.rendering.extraction import text_of_pdf

ABSENT = "9.9"
READERS = [route for route in routes() if not route.in_admin]
ADMIN = [route for route in routes() if route.in_admin]
# what Wagtail shows before anybody has signed in; it holds no page's content
OPEN_IN_ADMIN = re.compile(
    r"admin/(login/|logout/|password_reset/.*|jsi18n/|sprite/|sprite-\w*/?|reset/.*)?$"
)
CHANGING = ({}, {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, {"Range": "bytes=0-10"})


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One set-up for the whole walk, in a transaction that is rolled back at its end."""
    with django_db_blocker.unblock(), translation.override("ko"), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def ask(reader: Reader, address: str, method: str = "get", **headers: str) -> Any:
    # a refusal's message, which nobody has read yet, would make the next answer another one
    reader.client.cookies.pop("messages", None)
    # a query that PostgreSQL refuses must not end the transaction that all of the walk stands in
    with transaction.atomic():
        data = {"data": {}} if method in ("get", "head", "post") else {}
        return getattr(reader.client, method)(address, headers=headers, **data)


def look_of(answer: Any, *echoed: str) -> tuple[int, list[tuple[str, str]], str]:
    """What a reader can tell of an answer, apart from what they asked for themselves."""

    def without(text: str) -> str:
        for word in sorted(echoed, key=len, reverse=True):
            text = text.replace(word, "·").replace(quote(word, safe=""), "·").replace(quote(word), "·")
        return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"|nonce="[^"]+"', r"\1", text)

    # the clock, a number drawn for each request, and how long is what was asked
    timely = ("Expires", "X-Request-ID", "Content-Length")
    headers = sorted((name, without(value)) for name, value in answer.headers.items() if name not in timely)
    return answer.status_code, headers, without(body_of(answer))


def leaks_in(world: World, reader: Reader, address: str, answer: Any, allowed: set[str]) -> list[str]:
    """Sentences about what the answer should not hold."""
    headers = "\n".join(f"{name}: {unquote(value)}" for name, value in answer.headers.items())
    # what the reader typed is no news to them
    shown = (headers + body_of(answer)).replace(address, "")
    said = [f"holds {found}" for found in world.canaries.found(shown, allowed)]
    said += [f"links to {shelved}" for shelved in _links(world, shown) if not reader.may_read(shelved)]
    caching = set(re.split(r"[,\s]+", answer.headers.get("Cache-Control", "")))
    if not {"private", "no-store"} & caching and not (
        caching == {"public", "no-cache"} and _is_public(world, reader, address)
    ):
        said.append("may be kept by a shared cache")
    if answer.status_code >= 500:
        said.append(f"answers {answer.status_code}")
    return [f"{reader}: {address} {sentence}" for sentence in said]


def _is_public(world: World, reader: Reader, address: str) -> bool:
    """Whether it is an address of a public edition, asked by nobody in particular."""
    named = list(_links(world, address))
    return reader.kind == "nobody" and bool(named) and all(shelved.public for shelved in named)


def _links(world: World, text: str) -> Iterator[Shelved]:
    addressed = set(re.findall(r"/editions/([\w-]+)/(\w+)/(\d+\.\d+)/", text))
    for shelved in world.shelf:
        if (shelved.slug, shelved.audience, shelved.edition.number) in addressed:
            yield shelved


def test_every_address_is_walked() -> None:
    unknown = {route.text: route.arguments - KNOWN_ARGUMENTS for route in READERS}

    assert {text: names for text, names in unknown.items() if names} == {}, (
        "The walk does not know how to fill in these addresses. Teach it in tests/leaks/addresses.py."
    )


def test_every_reader_finds_exactly_what_is_meant_for_them(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    wrong: list[str] = []

    for turn, reader in enumerate(world.readers):
        for number, shelved in enumerate(world.shelf):
            for route in READERS:
                # readers who may read the same share the editions out among them
                if not WHOLE and (number + turn) % _SHARES[reader.kind]:
                    continue
                if route.of_an_edition:
                    wrong += _wrong_on(world, reader, shelved, route, number)

    assert wrong == []
    assert world.canaries.found(caplog.text, {CLOSED, PARTIAL}) == []


_SHARES = {"staff": 5, "official": 1, "entitled": 1, "other": 2, "nobody": 2}


def _wrong_on(world: World, reader: Reader, shelved: Shelved, route: Route, number: int) -> Iterator[str]:
    """What is wrong with one route of one edition for one reader."""
    item = PUBLIC if shelved.audience == "partner" else CLOSED
    for address in of_edition(route, shelved, turn=number, item=item):
        answer = ask(reader, address)
        expected = _expected(reader, shelved, route)
        if answer.status_code != expected:
            yield f"{reader}: {address} of {shelved} answers {answer.status_code} instead of {expected}"
        allowed = world.words_of(shelved) if reader.may_read(shelved) else set()
        yield from leaks_in(world, reader, address, answer, allowed)


def _expected(reader: Reader, shelved: Shelved, route: Route) -> int:
    if not reader.may_read(shelved):
        return 404
    if shelved.state in ("withdrawn", "recalled"):
        return 410
    return 200


DENIED = (
    ("nobody", "presidential", "released", False),
    ("nobody", "partner", "released", False),
    ("nobody", "partner", "embargoed", True),
    ("nobody", "full", "withdrawn", False),
    ("official", "presidential", "embargoed", False),
    ("official", "presidential", "recalled", False),
    ("official", "full", "approved", False),
    ("nobody", "partner", "recalled", True),
    ("member-demo-embassy", "partner", "recalled", False),
    ("official", "partner", "sealed", False),
    ("member-demo-embassy", "presidential", "released", False),
    ("member-demo-embassy", "partner", "embargoed", False),
    ("member-demo-development-bank", "partner", "released", False),
    ("member-demo-development-bank", "partner", "withdrawn", False),
    ("member-of-a-suspended-agency", "partner", "released", False),
    ("former-official", "presidential", "released", False),
    ("former-member", "partner", "released", False),
    ("former-administrator", "full", "sealed", False),
)


@pytest.mark.parametrize(("name", "audience", "state", "public"), DENIED)
def test_what_may_not_be_read_looks_like_what_does_not_exist(
    world: World, name: str, audience: str, state: str, public: bool
) -> None:
    reader, shelved = world.reader(name), world.find(audience, state, public=public)
    different: list[str] = []

    for turn, route in enumerate(route for route in READERS if route.of_an_edition):
        hidden = of_edition(route, shelved, turn=turn)
        absent = of_edition(route, shelved, turn=turn, number=ABSENT)
        for mine, nothing in zip(hidden, absent, strict=True):
            for method, headers in _ways_to_ask(shelved):
                there = ask(reader, mine, method, **headers)
                nowhere = ask(reader, nothing, method, **headers)
                number = shelved.edition.number
                if look_of(there, mine, number) != look_of(nowhere, nothing, ABSENT):
                    different.append(f"{method.upper()} {mine} {headers}")
                different += leaks_in(world, reader, mine, there, set())

    assert different == []


def _ways_to_ask(shelved: Shelved) -> Iterator[tuple[str, dict[str, str]]]:
    digests = [shelved.edition.digest, *shelved.edition.renditions.values_list("digest", flat=True)[:2]]
    for headers in (*CHANGING, *({"If-None-Match": f'"{digest}"'} for digest in digests)):
        yield "get", headers
    yield (
        "get",
        {"If-Match": f'"{shelved.edition.digest}"', "If-Range": f'"{digests[-1]}"', "Range": "bytes=0-"},
    )
    for method in ("head", "options", "post", "put", "patch", "delete", "trace"):
        yield method, {}


@pytest.mark.parametrize(("name", "audience", "state", "public"), DENIED)
def test_a_digest_that_may_not_be_looked_up_is_as_good_as_any_other(
    world: World, name: str, audience: str, state: str, public: bool
) -> None:
    reader, shelved = world.reader(name), world.find(audience, state, public=public)
    digests = [shelved.edition.digest, *shelved.edition.renditions.values_list("digest", flat=True)]
    nothing = "0" * 64
    absent = ask(reader, f"/en/verify/?digest={nothing}")

    for digest in digests:
        for written in (digest, digest.upper(), " ".join(re.findall(".{8}", digest))):
            found = ask(reader, f"/en/verify/?digest={quote(written)}")
            echoed = (digest, written, quote(written))
            assert look_of(found, *echoed) == look_of(absent, nothing), f"{shelved} is told to {reader}"


def test_a_digest_finds_the_edition_for_those_who_may_read_it(world: World) -> None:
    for turn, reader in enumerate(world.readers):
        for number, shelved in enumerate(world.shelf):
            if not WHOLE and (turn + number) % 2:
                continue
            file = shelved.edition.renditions.get(language="zh-hans", format="pdf")
            digest = shelved.edition.digest if number % 3 else file.digest
            answer = ask(reader, f"/ko/verify/?digest={digest}")
            address = f"/ko/editions/{shelved.slug}/{shelved.audience}/{shelved.edition.number}/"
            assert (address in body_of(answer)) == reader.may_read(shelved), f"{reader}: {shelved}"
            assert leaks_in(world, reader, "", answer, set()) == []


@pytest.mark.parametrize("route", [r for r in READERS if not r.of_an_edition], ids=lambda r: r.text or "home")
def test_pages_that_belong_to_no_edition_name_nothing_that_is_not_theirs(world: World, route: Route) -> None:
    wrong: list[str] = []

    for turn, reader in enumerate(world.readers):
        # signing out would end the reader's session
        methods = ("get", "head", "put") if route.name == "sign-out" else ("get", "head", "post")
        items = (PUBLIC, PARTIAL, CLOSED, HELD_BACK, DRAFT) if "item" in route.arguments else ("",)
        for language, item, method in product(languages_of(turn), items, methods):
            address = route.filled(language, item=item, rest=f"editions/2025-11/full/{ABSENT}/")
            answer = ask(reader, address, method)
            wrong += leaks_in(world, reader, address, answer, {item})
            wrong += _wrong_redirect(world, reader, address, answer)

    assert wrong == []


def _wrong_redirect(world: World, reader: Reader, address: str, answer: Any) -> Iterator[str]:
    to = answer.headers.get("Location", "")
    readable = [s for s in world.shelf if reader.may_read(s)]
    if "/editions/" in to and ABSENT not in to and not list(_links(world, to)):
        yield f"{reader}: {address} leads to {to}, which is no edition"
    if to and not readable and "/editions/" in to and ABSENT not in to:
        yield f"{reader}: {address} leads to {to}"


def test_a_search_finds_no_word_that_the_reader_may_not_read(world: World) -> None:
    wrong: list[str] = []

    for turn, reader in enumerate(world.readers):
        readable = [s for s in world.shelf if reader.may_read(s) and s.state in ("released", "superseded")]
        theirs = set().union(*(world.words_of(shelved) for shelved in readable))
        planted = [canary for canary in world.canaries.all if canary.word.endswith("xq")]
        for language in languages_of(turn):
            nothing = look_of(ask(reader, f"/{language}/search/?q=Qz999xq"), "Qz999xq")
            # some of them, so that each reader asks for others
            for canary in planted if WHOLE else planted[turn % 12 :: 12]:
                answer = ask(reader, f"/{language}/search/?q={canary.word}")
                wrong += leaks_in(world, reader, "", answer, {canary.word, *theirs})
                if canary.word not in theirs and look_of(answer, canary.word) != nothing:
                    wrong.append(f"{reader}: a search tells of {canary.word} ({canary.what})")

    assert wrong == []


@pytest.mark.parametrize("short", [SHORT_OF_OFFICIALS, SHORT_OF_NOBODY])
def test_a_short_form_tells_nobody_a_name_that_they_may_not_read(world: World, short: str) -> None:
    name = next(canary for canary in world.canaries.all if canary.what == f"name that {short} is short for")
    told = []

    for turn, reader in enumerate(world.readers):
        for language in languages_of(turn):
            answer = ask(reader, f"/{language}/search/?q={short}")
            if name.word in body_of(answer):
                told.append(reader.kind)
            else:
                nothing = ask(reader, f"/{language}/search/?q=Qz999xq")
                assert look_of(answer, short) == look_of(nothing, "Qz999xq"), f"{reader}: {short}"

    assert set(told) == ({"staff", "official"} if name.audiences else set())


def test_a_search_finds_what_the_reader_may_read(world: World) -> None:
    shelved = world.find("presidential", "released")
    word = next(c.word for c in world.canaries.all if c.what == f"headline of {CLOSED}")

    answer = ask(world.reader("official"), f"/ko/search/?q={word}")

    address = f"/ko/editions/{shelved.slug}/presidential/{shelved.edition.number}/"
    assert address in body_of(answer)


@pytest.mark.parametrize("item", [PARTIAL, CLOSED, HELD_BACK, DRAFT])
@pytest.mark.parametrize("name", ["nobody", "member-demo-embassy", "member-demo-development-bank"])
def test_an_item_that_is_not_public_looks_like_one_that_does_not_exist(
    world: World, name: str, item: str
) -> None:
    reader, partner = world.reader(name), world.find("partner", "released", public=True)

    for language in LANGUAGES:
        held = f"/{language}/editions/2025-11/partner/{partner.edition.number}/items"
        for address in (f"/{language}/items", held):
            hidden, absent = f"{address}/{item}/", f"{address}/no-such-item/"
            looks = look_of(ask(reader, hidden), hidden, item)
            assert looks == look_of(ask(reader, absent), absent, "no-such-item")
            assert looks[0] == 404


# addresses written otherwise ------------------------------------------------------------------------


def _odd(address: str) -> Iterator[str]:
    yield address.rstrip("/")
    yield address + "/"
    yield "/" + address
    yield address.replace("/editions/", "//editions//")
    yield address.replace("/editions/", "/editions/../editions/")
    yield address.replace("/editions/", "/editions/%2e%2e/editions/")
    yield address.replace("/editions/", "/./editions/")
    yield address.upper()
    yield (
        address.replace("presidential", "Presidential").replace("full", "FULL").replace("partner", "Partner")
    )
    yield address.replace("/2025-11/", "/%32025-11/").replace("presidential", "p%72esidential")
    yield address.replace("2025-11", "2025%2D11%2F..%2F2025-11")
    yield re.sub(r"/(\d)\.", r"/0\1.", address)
    yield re.sub(r"/(\d)\.", "/\uff11.", address)
    yield re.sub(r"\.(\d)/", r".\1%00/", address)
    yield re.sub(r"\.(\d)/", r".\1%20/", address)
    yield address + "?language=en&preview=true&format=json&next=//evil.example"
    yield address + "#top"
    yield address + ";jsessionid=1"
    yield address + "%0d%0aSet-Cookie:%20a=b"
    yield address.replace("/ko/", "/en-us/")
    yield address.replace("/ko/", "/zh-cn/")
    yield address.replace("/ko/", "/")


@pytest.mark.parametrize(
    ("name", "audience", "state"),
    [
        ("nobody", "presidential", "released"),
        ("nobody", "partner", "released"),
        ("official", "full", "embargoed"),
        ("member-demo-embassy", "presidential", "superseded"),
    ],
)
def test_writing_an_address_otherwise_opens_nothing(
    world: World, name: str, audience: str, state: str
) -> None:
    reader, shelved = world.reader(name), world.find(audience, state)
    wrong: list[str] = []

    for route in (route for route in READERS if route.of_an_edition):
        mine = next(of_edition(route, shelved))
        nothing = next(of_edition(route, shelved, number=ABSENT))
        for hidden, absent in zip(_odd(mine), _odd(nothing), strict=True):
            there, nowhere = ask(reader, hidden), ask(reader, absent)
            number = shelved.edition.number
            if look_of(there, hidden, number) != look_of(nowhere, absent, ABSENT):
                wrong.append(f"{hidden} does not look like {absent}")
            if there.status_code == 200:
                wrong.append(f"{hidden} answers 200")
            wrong += [f"{hidden} holds {found}" for found in world.canaries.found(body_of(there), set())]

    assert wrong == []


def test_an_edition_has_one_address_alone(world: World) -> None:
    reader, shelved = world.reader("official"), world.find("presidential", "released")
    address = next(of_edition(next(r for r in READERS if r.name == "edition"), shelved))
    major, _dot, minor = shelved.edition.number.partition(".")

    assert ask(reader, address).status_code == 200
    for number in (f"0{major}.{minor}", f"{major}.0{minor}", f"\uff11.{minor}", f"{major}.{minor}0000"):
        written = address.replace(f"/{shelved.edition.number}/", f"/{quote(number)}/")
        assert ask(reader, written).status_code == 404, written


# files ----------------------------------------------------------------------------------------------


def test_files_hold_no_more_than_their_audience_may_read(world: World) -> None:
    wrong: list[str] = []

    for audience, public in (("presidential", False), ("full", False), ("partner", False), ("partner", True)):
        shelved = world.find(audience, "released", public=public)
        for rendition in shelved.edition.renditions.all():
            with rendition.file.open("rb") as stored:
                content = stored.read()
            text = text_of_pdf(content) if content.startswith(b"%PDF") else content.decode()
            where = f"{shelved}, {rendition.language}.{rendition.format}"
            wrong += [f"{where} holds {f}" for f in world.canaries.found(text, world.words_of(shelved))]
            if shelved.word.lower() not in re.sub(r"\s", "", text).lower():
                wrong.append(f"{where} does not hold its own word: the search would find nothing")

    assert wrong == []


def test_a_file_is_sent_whole_to_those_who_may_read_it_and_stays_out_of_shared_caches(world: World) -> None:
    for reader in world.readers:
        shelved = world.find("partner", "released", public=False)
        if not reader.may_read(shelved):
            continue
        for kind in ("pdf", "html"):
            stored = shelved.edition.renditions.get(language="zh-hans", format=kind)
            address = f"/ko/editions/{shelved.slug}/partner/{shelved.edition.number}/zh-hans.{kind}"
            answer = ask(reader, address)
            assert answer["Cache-Control"].startswith("private"), address
            assert answer["ETag"] == f'"{stored.digest}"'
            assert len(b"".join(answer.streaming_content)) == stored.size
            assert "editions/" not in answer["Content-Disposition"]


@pytest.mark.parametrize("name", ["nobody", "member-demo-embassy", "official", "administrator"])
def test_no_file_is_served_by_its_media_address(world: World, name: str) -> None:
    reader, shelved = world.reader(name), world.find("partner", "released", public=True)
    file = shelved.edition.renditions.get(language="ko", format="pdf").file

    for before in (
        "/media/",
        "/protected/",
        "/static/",
        "/ko/media/",
        "/admin/media/",
        "/documents/1/",
        "/images/",
    ):
        for address in (
            before + file.name,
            f"{before}../media/{file.name}",
            f"{before}%2e%2e/media/{file.name}",
        ):
            answer = ask(reader, address)
            assert answer.status_code in (301, 302, 404), address
            assert b"%PDF" not in answer.content


# the admin ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["nobody", "official", "former-administrator"])
def test_the_admin_is_closed_to_readers_and_tells_them_nothing(world: World, name: str) -> None:
    from projects.models import CooperationItem

    reader = world.reader(name)
    page = CooperationItem.objects.get(slug=CLOSED)
    real = {"page": page.pk, "revision": page.latest_revision_id, "edition": world.shelf[0].edition.pk}
    wrong: list[str] = []

    for route in ADMIN:
        if OPEN_IN_ADMIN.fullmatch(route.text):
            wrong += leaks_in(world, reader, route.text, ask(reader, _in_admin(route, real)), set())
            continue
        hidden, absent = _in_admin(route, real), _in_admin(route, dict.fromkeys(real, 987_654_321))
        there = ask(reader, hidden)
        if there.status_code not in (302, 403, 404, 405):
            wrong.append(f"{hidden} answers {there.status_code} to {reader}")
        if hidden != absent and look_of(there, hidden) != look_of(ask(reader, absent), absent):
            wrong.append(f"{hidden} does not look like {absent}")
        wrong += leaks_in(world, reader, hidden, there, set())

    assert wrong == []


def _in_admin(route: Route, ids: dict[str, int]) -> str:
    def value(name: str) -> str:
        if "revision" in name:
            return str(ids["revision"])
        if name in ("app_label", "app_name", "content_type_app_name"):
            return "projects"
        if "model_name" in name:
            return "cooperationitem"
        if route.name.startswith(("edition-", "rendition-")):
            return str(ids["edition"])
        return str(ids["page"])

    return route.filled(**{name: value(name) for name in route.arguments})


@pytest.mark.parametrize("name", ["nobody", "official", "member-demo-embassy"])
def test_the_preview_and_the_drafts_of_a_page_are_for_its_editors(world: World, name: str) -> None:
    from projects.models import CooperationItem

    reader, page = world.reader(name), CooperationItem.objects.get(slug=PUBLIC)
    briefing = world.briefing

    for each in (page, briefing):
        for rest in (
            "edit/preview/",
            "edit/preview/?mode=full:ko&in_preview_panel=true",
            "view_draft/",
            "edit/",
        ):
            for method in ("get", "post", "head", "delete"):
                answer = ask(reader, f"/admin/pages/{each.pk}/{rest}", method)
                assert answer.status_code in (302, 403)
                assert leaks_in(world, reader, "", answer, set()) == []
    for method in ("get", "post"):
        for rest in ("", "progress/", "assemble/"):
            answer = ask(reader, f"/admin/briefings/{briefing.pk}/desk/{rest}", method)
            assert answer.status_code in (302, 403)
            assert leaks_in(world, reader, "", answer, set()) == []


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/metrics"])
def test_what_operators_ask_tells_nothing_of_a_briefing(world: World, address: str) -> None:
    for name in ("nobody", "official"):
        answer = ask(world.reader(name), address)
        assert world.canaries.found(body_of(answer), set()) == []
        assert "2025-11" not in body_of(answer)


# errors ---------------------------------------------------------------------------------------------


def test_error_pages_repeat_nothing_of_what_was_asked(world: World) -> None:
    reader = world.reader("nobody")
    marked = "qzmarkedxq"

    for address in (
        f"/ko/{marked}/",
        f"/{marked}",
        f"/ko/editions/{marked}/full/1.0/?x=<script>{marked}</script>",
        f"/ko/editions/2025-11/{marked}/1.0/ko.pdf",
        f"/ko/items/{marked}/",
    ):
        answer = ask(reader, address, Referer=f"https://a.example/{marked}", **{"User-Agent": marked})
        assert answer.status_code == 404
        assert marked not in body_of(answer)
        assert marked not in str(answer.headers)
    foreign = ask(reader, "/ko/", Host=f"{marked}.example")
    assert foreign.status_code == 400
    assert marked not in body_of(foreign)

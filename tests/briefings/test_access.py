"""Who may read what, on every channel: what may not be read looks like what does not exist."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agencies.models import Agency, Membership
from briefings import access, demonstration
from briefings.editions import release
from briefings.editions.sealing import corrected_by
from briefings.models import Briefing, Download, Edition
from languages.trilingual import Trilingual
from tests.briefings.editions import let_the_embargo_pass, make_files, release_now, seal_sample

pytestmark = pytest.mark.django_db

AGENCY, OTHER_AGENCY = "demo-embassy", "demo-development-bank"
STAFF = ("item-editor", "translator", "briefing-editor", "approver")


@pytest.fixture
def editions(account: Any) -> dict[str, Edition]:
    """A released edition for each audience; the partner's for one agency. One language has a file."""
    made = {}
    for audience in ("presidential", "partner", "full"):
        edition = seal_sample(audience)
        make_files(edition, formats=())
        agencies = Agency.objects.filter(slug=AGENCY) if audience == "partner" else []
        release_now(edition, approver=account("approver"), agencies=agencies)
        made[audience] = edition
    return made


def reader(account: Any, name: str | None) -> Client:
    client = Client()
    if name:
        client.force_login(account(name))
    return client


def page(edition: Edition, language: str = "ko") -> str:
    return f"/{language}/editions/{edition.briefing.slug}/{edition.audience}/{edition.number}/"


READABLE: dict[str | None, set[str]] = {
    **{name: {"presidential", "partner", "full"} for name in (*STAFF, "official")},
    f"member-{AGENCY}": {"partner"},
    f"member-{OTHER_AGENCY}": set(),
    None: set(),
}


def test_each_reader_finds_exactly_the_editions_made_for_them(account: Any, editions: dict[str, Edition]):
    """All readers of the same editions: those who may read less come after those for whom a page was kept."""
    for name, readable in READABLE.items():
        client = reader(account, name)
        listed = client.get("/en/editions/").content.decode()
        for audience, edition in editions.items():
            expected = 200 if audience in readable else 404
            for language in ("ko", "zh-hans", "en"):
                assert client.get(page(edition, language)).status_code == expected, (name, audience)
            item = client.get(page(edition) + "items/korean-air-archer-evtol/")
            found = client.get(f"/en/verify/?digest={edition.digest}").content.decode()

            assert item.status_code == expected, (name, audience)
            assert (page(edition, "en") in listed) == (audience in readable), (name, audience)
            assert (page(edition, "en") in found) == (audience in readable), (name, audience)


def test_what_may_not_be_read_looks_like_what_does_not_exist(account: Any, editions: dict[str, Edition]):
    client = reader(account, f"member-{OTHER_AGENCY}")

    hidden = client.get(page(editions["presidential"]))
    absent = client.get("/ko/editions/2025-11/presidential/9.9/")

    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content
    assert set(hidden.headers) == set(absent.headers)


def test_before_its_release_an_edition_exists_only_for_those_who_work_on_it(account: Any):
    edition = seal_sample("presidential")
    make_files(edition, formats=("pdf",), languages=["ko"])

    for name in STAFF:
        assert reader(account, name).get(page(edition)).status_code == 200
    for name in ("official", f"member-{AGENCY}", None):
        client = reader(account, name)
        assert client.get(page(edition)).status_code == 404
        assert client.get(page(edition) + "ko.pdf").status_code == 404
        assert page(edition, "en") not in client.get("/en/editions/").content.decode()


def test_an_embargoed_edition_appears_at_its_minute_and_not_before(account: Any):
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"), at=timezone.now() + timedelta(hours=1))
    client = reader(account, "official")

    before = client.get(page(edition)).status_code
    let_the_embargo_pass(edition)

    assert before == 404
    assert client.get(page(edition)).status_code == 200


def test_an_edition_withdrawn_before_its_embargo_never_appears(account: Any):
    edition = seal_sample("presidential")
    make_files(edition, formats=("pdf",), languages=["ko"])
    approver = account("approver")
    release_now(edition, approver=approver, at=timezone.now() + timedelta(hours=1))
    release.withdraw(edition=edition, by=approver, reason=Trilingual(ko="내부 사유"))
    let_the_embargo_pass(edition)
    client = reader(account, "official")

    for address in (
        page(edition),
        page(edition) + "ko.pdf",
        page(edition) + "items/korean-air-archer-evtol/",
    ):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "내부 사유" not in answer.content.decode()
    assert page(edition, "en") not in client.get("/en/editions/").content.decode()
    assert page(edition, "en") not in client.get(f"/en/verify/?digest={edition.digest}").content.decode()
    # those who work on it see what became of it
    assert reader(account, "approver").get(page(edition)).status_code == 410
    assert page(edition, "en") not in reader(account, "approver").get("/en/editions/").content.decode()


def test_an_edition_withdrawn_before_its_embargo_has_replaced_nothing(account: Any):
    first = seal_sample("presidential")
    approver = account("approver")
    release_now(first, approver=approver)
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " It goes on."
    briefing.save_revision().publish()
    second = seal_sample("presidential")
    release_now(second, approver=approver, at=timezone.now() + timedelta(hours=1))
    release.withdraw(edition=second, by=approver, reason=Trilingual(ko="내부 사유"))
    let_the_embargo_pass(second)

    for name in ("official", "approver"):
        said = reader(account, name).get(page(first, "en")).content.decode()
        assert "had replaced this one" not in said
        assert second.number not in said
    assert first in demonstration.editions()
    assert second not in demonstration.editions()


def test_the_next_edition_corrects_none_that_was_withdrawn_before_its_embargo(account: Any):
    edition = seal_sample("presidential")
    approver = account("approver")
    release_now(edition, approver=approver, at=timezone.now() + timedelta(hours=1))
    release.withdraw(edition=edition, by=approver, reason=Trilingual(ko="내부 사유"))
    let_the_embargo_pass(edition)

    assert corrected_by(edition.briefing, "presidential") is None


def test_of_two_briefings_of_one_period_the_later_one_comes_first_with_all_its_editions(account: Any):
    later = Briefing.objects.get(slug="2025-11").copy(update_attrs={"slug": "2025-11-2"})
    for audience in ("presidential", "partner"):
        for slug in (later.slug, "2025-11"):
            edition = seal_sample(audience, slug=slug)
            release_now(edition, approver=account("approver"), public=audience == "partner")
    official = account("official")

    read = [(each.briefing.slug, each.audience) for each in access.readable_editions(official)]

    assert read == [
        (slug, audience) for slug in (later.slug, "2025-11") for audience in ("presidential", "partner")
    ]
    assert access.latest_edition(official).briefing.slug == later.slug
    assert (
        f"/ko/editions/{later.slug}/presidential/1.0/" in reader(account, "official").get("/ko/")["Location"]
    )


def test_a_public_partner_edition_is_read_by_anyone(account: Any):
    edition = seal_sample("partner")
    release_now(edition, approver=account("approver"), public=True)

    for name in (None, f"member-{OTHER_AGENCY}", "official"):
        assert reader(account, name).get(page(edition)).status_code == 200


def test_an_agency_that_may_download_no_longer_sees_nothing(account: Any, editions: dict[str, Edition]):
    client = reader(account, f"member-{AGENCY}")
    assert client.get(page(editions["partner"])).status_code == 200

    Agency.objects.filter(slug=AGENCY).update(active=False)

    assert client.get(page(editions["partner"])).status_code == 404
    assert access.latest_edition(account(f"member-{AGENCY}")) is None


def test_an_item_that_is_not_public_is_on_no_page_of_an_agency(account: Any, editions: dict[str, Edition]):
    closed = "us-kr-third-country-cooperation"
    member, official = reader(account, f"member-{AGENCY}"), reader(account, "official")

    assert official.get(page(editions["presidential"]) + f"items/{closed}/").status_code == 200
    assert official.get(f"/ko/items/{closed}/").status_code == 302
    assert member.get(page(editions["partner"]) + f"items/{closed}/").status_code == 404
    assert member.get(f"/ko/items/{closed}/").status_code == 404
    assert closed not in member.get(page(editions["partner"], "en")).content.decode()


def test_a_withdrawn_edition_keeps_its_address_says_so_and_gives_out_no_file(account: Any):
    edition = seal_sample("presidential")
    make_files(edition, formats=("pdf",), languages=["ko"])
    release_now(edition, approver=account("approver"))
    release.withdraw(edition=edition, by=account("approver"), reason=Trilingual(ko="수치 재확인"))
    client = reader(account, "official")

    answer = client.get(page(edition))

    assert answer.status_code == 410
    assert "수치 재확인" in answer.content.decode()
    for place in ("ko.pdf", "items/korean-air-archer-evtol/"):
        said = client.get(page(edition) + place)
        assert (said.status_code, "수치 재확인" in said.content.decode()) == (410, True)
        assert Client().get(page(edition) + place).status_code == 404
    for nothing in ("ko.docx", "xx.pdf", "items/no-such-item/"):
        assert client.get(page(edition) + nothing).status_code == 404


@pytest.mark.parametrize(
    ("language", "none_for_them", "leads_on", "name"),
    [
        (
            "ko",
            "이 배포 구분에는 현재 열람하실 수 있는 유효한 확정본이 없습니다.",
            "현재 유효한 대외 배포용 제1.0판 열람",
            "대통령실 보고용 제1.0판",
        ),
        ("zh-hans", "该类别目前没有您可阅读的有效版本。", "阅读现行有效的对外版第1.0版", "总统府版第1.0版"),
        (
            "en",
            "There is no edition in force for this audience that you may read.",
            "Read Partner edition 1.0, which is now in force",
            "Presidential edition 1.0",
        ),
    ],
)
def test_a_withdrawn_edition_leads_on_to_another_audiences_that_holds(
    account: Any, editions: dict[str, Edition], language: str, none_for_them: str, leads_on: str, name: str
):
    for audience in ("presidential", "full"):
        release.withdraw(
            edition=editions[audience], by=account("approver"), reason=Trilingual(ko="수치 재확인")
        )

    said = reader(account, "official").get(page(editions["presidential"], language)).content.decode()

    assert none_for_them in said
    assert re.search(rf'<a href="{page(editions["partner"], language)}">{leads_on}</a>', said)
    assert name in re.search("<title>(.*?)</title>", said)[1]


def test_a_withdrawn_partner_edition_leads_its_agency_to_no_other_audiences(
    account: Any, editions: dict[str, Edition]
):
    release.withdraw(edition=editions["partner"], by=account("approver"), reason=Trilingual(ko="수치 재확인"))
    member = reader(account, f"member-{AGENCY}")

    said = member.get(page(editions["partner"], "en")).content.decode()

    assert "There is no edition in force for this audience that you may read." in said
    assert "which holds now" not in said


def test_the_first_page_tells_officials_that_their_edition_was_withdrawn(
    account: Any, editions: dict[str, Edition]
):
    """The partner edition, which holds, would be taken for theirs."""
    release.withdraw(
        edition=editions["presidential"], by=account("approver"), reason=Trilingual(ko="수치 재확인")
    )

    assert reader(account, "official").get("/ko/")["Location"] == page(editions["presidential"])
    assert reader(account, f"member-{AGENCY}").get("/ko/")["Location"] == page(editions["partner"])


def test_every_download_and_every_refusal_of_an_account_is_recorded(account: Any):
    edition = seal_sample("partner")
    make_files(edition, formats=("pdf",), languages=["zh-hans"])
    agency = Agency.objects.get(slug=AGENCY)
    release_now(edition, approver=account("approver"), agencies=[agency])

    served = reader(account, f"member-{AGENCY}").get(page(edition) + "zh-hans.pdf")
    refused = reader(account, f"member-{OTHER_AGENCY}").get(page(edition) + "zh-hans.pdf")
    # a row would name nobody, and anybody could write any number of them
    strangers = reader(account, None).get(page(edition) + "zh-hans.pdf")

    assert served.status_code == 200
    assert strangers.status_code == 404
    assert b"".join(served.streaming_content).startswith(b"%PDF-")
    assert served["Cache-Control"] == "private, no-cache"
    assert refused.status_code == 404
    records = list(
        Download.objects.order_by("pk").values_list("outcome", "agency__slug", "rendition__language")
    )
    assert records == [("served", AGENCY, "zh-hans"), ("refused", OTHER_AGENCY, None)]


def test_a_file_known_by_its_digest_is_not_sent_again(account: Any):
    edition = seal_sample("presidential")
    make_files(edition, formats=("pdf",), languages=["en"])
    release_now(edition, approver=account("approver"))
    client = reader(account, "official")
    sent = client.get(page(edition) + "en.pdf")

    for known in ({"If-None-Match": sent["ETag"]}, {"If-Modified-Since": sent["Last-Modified"]}):
        again = client.get(page(edition) + "en.pdf", headers=known)

        assert again.status_code == 304
        assert (again["ETag"], again["Cache-Control"]) == (sent["ETag"], sent["Cache-Control"])
        assert b"".join(again) == b""
    assert Download.objects.filter(outcome="served").count() == 1


def test_nginx_hands_out_files_where_it_is_set_after_the_same_question(account: Any, settings: Any):
    settings.ACCEL_REDIRECT = "/protected/"
    edition = seal_sample("presidential")
    make_files(edition, formats=("pdf",), languages=["ko"])
    release_now(edition, approver=account("approver"))

    allowed = reader(account, "official").get(page(edition) + "ko.pdf")
    refused = reader(account, f"member-{AGENCY}").get(page(edition) + "ko.pdf")

    assert allowed["X-Accel-Redirect"].startswith("/protected/editions/")
    assert allowed.content == b""
    assert refused.status_code == 404
    assert "X-Accel-Redirect" not in refused


@pytest.fixture
def partner_file(account: Any) -> str:
    """The address of a file that was released to the agency."""
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    release_now(edition, approver=account("approver"), agencies=Agency.objects.filter(slug=AGENCY))
    return f"{page(edition)}ko.html"


@pytest.mark.parametrize("name", ["official", f"member-{AGENCY}"])
def test_a_download_is_asked_for_and_recorded_in_six_statements_at_most(
    account: Any, partner_file: str, name: str, django_assert_max_num_queries: Any
):
    client = reader(account, name)

    with django_assert_max_num_queries(6) as asked:
        answer = client.get(partner_file)

    assert answer.status_code == 200
    statements = [query["sql"] for query in asked.captured_queries]
    assert len(set(statements)) == len(statements)
    assert Download.objects.get(path=partner_file).agency == access.agency_of(account(name))


@pytest.mark.parametrize("released_to", [AGENCY, OTHER_AGENCY])
def test_a_member_of_two_agencies_downloads_for_the_one_that_the_edition_was_released_to(
    account: Any, released_to: str
):
    member = account(f"member-{OTHER_AGENCY}")
    Membership.objects.create(agency=Agency.objects.get(slug=AGENCY), user=member)
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    release_now(edition, approver=account("approver"), agencies=Agency.objects.filter(slug=released_to))

    reader(account, member.username).get(page(edition) + "ko.html")

    assert Download.objects.get(user=member, outcome="served").agency.slug == released_to


@pytest.mark.parametrize("to_both", [True, False])
def test_where_both_or_none_of_two_agencies_are_named_the_first_by_its_name_counts(
    account: Any, to_both: bool
):
    member = account(f"member-{OTHER_AGENCY}")
    Membership.objects.create(agency=Agency.objects.get(slug=AGENCY), user=member)
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    agencies = Agency.objects.filter(slug__in=(AGENCY, OTHER_AGENCY)) if to_both else []
    release_now(edition, approver=account("approver"), agencies=agencies, public=not to_both)

    reader(account, member.username).get(page(edition) + "ko.html")

    assert Download.objects.get(user=member, outcome="served").agency.slug == min(AGENCY, OTHER_AGENCY)

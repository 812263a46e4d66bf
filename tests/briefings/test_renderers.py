"""What files are made with, what that is called, and what it proves."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template.base import Template
from django.test.signals import template_rendered
from django.test.utils import instrumented_test_render

from briefings.editions import renditions
from briefings.editions.verifying import Verdict, verify
from briefings.models import Edition, Rendition
from briefings.rendering.renderers import digest_of_files, renderer_of, templates_of
from tests.briefings.editions import make_files, seal_sample

pytestmark = pytest.mark.django_db

EARLIER = "만들어진 때의 바이트".encode()


@pytest.fixture
def edition() -> Edition:
    """A partner edition with one file."""
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    return edition


@pytest.fixture
def file(edition: Edition) -> Rendition:
    return edition.renditions.get(language="ko", format="html")


def of_an_earlier_version(file: Rendition) -> None:
    """As if a version of the portal that made other bytes had made it."""
    name = default_storage.save("editions/earlier.html", ContentFile(EARLIER))
    made = {"digest": hashlib.sha256(EARLIER).hexdigest(), "size": len(EARLIER), "renderer": "html 3"}
    Rendition.objects.filter(pk=file.pk).update(file=name, **made)
    file.refresh_from_db()


def verdict(edition: Edition) -> Verdict:
    return next(each for each in verify(edition) if each.what == "ko.html")


def test_a_file_that_was_recorded_is_never_replaced_by_other_bytes(file: Rendition):
    of_an_earlier_version(file)
    default_storage.delete(file.file.name)
    Rendition.objects.filter(pk=file.pk).update(state="waiting")

    renditions.make(file.pk)

    kept = Rendition.objects.get(pk=file.pk)
    assert (kept.state, kept.fault) == ("failed", "other-bytes")
    assert (kept.digest, kept.renderer, kept.file.name) == (file.digest, "html 3", file.file.name)
    assert file.digest in kept.error
    assert kept.get_fault_display().startswith("The file was lost")


def test_make_it_again_takes_the_file_that_is_there(file: Rendition):
    of_an_earlier_version(file)
    Rendition.objects.filter(pk=file.pk).update(state="failed", fault="storage")

    renditions.make_again(file)
    renditions.make(file.pk)

    made = Rendition.objects.get(pk=file.pk)
    assert (made.state, made.fault, made.digest, made.renderer) == ("ready", "", file.digest, "html 3")


def test_verify_proves_an_earlier_versions_file_by_its_bytes_and_else_says_that_it_compared_only(
    edition: Edition, file: Rendition
):
    Rendition.objects.filter(pk=file.pk).update(renderer="html 3")
    same = verdict(edition)
    of_an_earlier_version(file)
    other = verdict(edition)

    assert (same.same, same.remark) == (True, "rendered again")
    assert (other.same, other.remark) == (
        True,
        f"stored file only: made by html 3, here is {renderer_of('html')}",
    )


def test_verify_says_different_where_the_same_renderer_makes_other_bytes(edition: Edition, file: Rendition):
    of_an_earlier_version(file)
    Rendition.objects.filter(pk=file.pk).update(renderer=renderer_of("html"))

    assert verdict(edition).same is False


def test_verify_does_not_condemn_a_file_that_names_the_portal_by_another_address(
    edition: Edition, settings: Any
):
    settings.PORTAL_ADDRESS = "https://elsewhere.example"

    found = verdict(edition)

    assert found.same
    assert found.remark.startswith("stored file only: made by html")


# what a renderer is called --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_a_renderers_name_fits_its_column(kind: str):
    assert len(renderer_of(kind)) <= Rendition._meta.get_field("renderer").max_length


def test_every_template_of_an_html_file_counts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Template, "_render", instrumented_test_render)  # which tells of each template
    used = set()

    def note(sender: Any, template: Any, **_more: Any) -> None:
        used.add(template.origin.name)

    template_rendered.connect(note)
    try:
        for audience in ("presidential", "partner", "full"):
            make_files(seal_sample(audience), formats=("html",), languages=["ko"])
    finally:
        template_rendered.disconnect(note)

    known = {str(file) for file in templates_of("briefings/export.html") | templates_of("briefings/marks/")}
    assert len(used) > 10
    assert used <= known


def test_a_changed_file_changes_the_name_and_where_it_stands_does_not(tmp_path: Any):
    first, second = tmp_path / "one" / "portal.css", tmp_path / "two" / "portal.css"
    for file in (first, second):
        file.parent.mkdir()
        file.write_text("a { color: red }")
    before = digest_of_files([first])

    assert digest_of_files([second]) == before
    first.write_text("a { color: blue }")
    assert digest_of_files([first]) != before
    assert digest_of_files([second], "version 2") != before

"""`manage.py verify` and `manage.py export` of one edition, as an operator reads them."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from briefings.models import Edition, Rendition
from tests.briefings.editions import make_files, seal_sample
from tests.briefings.test_renderers import of_an_earlier_version

pytestmark = pytest.mark.django_db

NAME = "2025-11/partner/1.0"


@pytest.fixture
def edition() -> Edition:
    """A partner edition of which one file was made, one waits and one has failed."""
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    edition.renditions.filter(format="html", language="en").update(state="waiting")
    edition.renditions.filter(format="pdf", language="en").update(state="failed")
    return edition


def test_verify_does_not_condemn_an_edition_for_files_that_were_never_made(edition: Edition):
    said = StringIO()

    call_command("verify", NAME, stdout=said)

    assert "  same  ko.html (rendered again)" in said.getvalue()
    assert "  not made  en.html (" in said.getvalue()
    assert "  not made  en.pdf (" in said.getvalue()
    assert "DIFFERENT" not in said.getvalue()


def test_verify_condemns_an_edition_of_which_a_file_that_was_made_is_gone(edition: Edition):
    said = StringIO()
    file = edition.renditions.get(format="html", language="ko")
    of_an_earlier_version(file)
    file.file.delete(save=False)

    with pytest.raises(CommandError, match="not what was sealed"):
        call_command("verify", NAME, stdout=said)

    assert Rendition.objects.get(pk=file.pk).digest
    assert "  DIFFERENT  ko.html (the stored file is missing" in said.getvalue()

"""Handing out a file, and the record of who had it and who was refused."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.csp import CSP
from django.utils.encoding import escape_uri_path
from django.utils.http import content_disposition_header, http_date

from briefings import access
from briefings.choices import DownloadOutcome, FileFormat, RenditionState
from briefings.editions import renditions
from briefings.models import Download, Rendition
from briefings.readers import caching, problems

_TYPES = {FileFormat.PDF: "application/pdf", FileFormat.HTML: "text/html; charset=utf-8"}
# a browser's own PDF reader works by scripts and styles of its own; the HTML file carries its styles along
_POLICIES = {
    FileFormat.PDF: {"frame-ancestors": [CSP.SELF]},
    FileFormat.HTML: {
        "default-src": [CSP.NONE],
        "style-src": [CSP.UNSAFE_INLINE],
        "img-src": ["data:"],
        "font-src": ["data:"],
        "frame-ancestors": [CSP.NONE],
        "sandbox": True,
    },
}


def serve(request: HttpRequest, rendition: Rendition) -> HttpResponse:
    """A file that `access` found, recorded. nginx sends it where `ACCEL_REDIRECT` says so; the permission was asked before.

    A file that is being made is told to come back for, one that the storage has lost or spoiled too: it is made again. One
    that was given up will not be there in a moment, and its answer says so.
    """
    if rendition.state == RenditionState.FAILED and not renditions.found_again(rendition):
        return problems.no_file()
    if rendition.state in (RenditionState.WAITING, RenditionState.RENDERING):
        return problems.unavailable()
    if not renditions.has_its_length(rendition):
        renditions.make_lost_again(rendition)
        return problems.unavailable()
    etag = f'"{rendition.digest}"'
    sealed_at = int(rendition.edition.sealed_at.timestamp())
    # a reader who has the file already is sent none, and has taken none
    unchanged = get_conditional_response(request, etag=etag, last_modified=sealed_at)
    if request.method == "GET" and unchanged is None:
        _record(request, DownloadOutcome.SERVED, rendition=rendition, agency=rendition.reads_for)
    if unchanged is not None:
        response = unchanged
    elif settings.ACCEL_REDIRECT:
        response = HttpResponse()
        response["X-Accel-Redirect"] = settings.ACCEL_REDIRECT + quote(rendition.file.name)
    else:
        response = FileResponse(rendition.file.open("rb"))
    edition = rendition.edition
    name = f"molit-{edition.briefing.slug}-{edition.audience}-{edition.number}-{rendition.language}.{rendition.format}"
    response["Content-Type"] = _TYPES[FileFormat(rendition.format)]
    response["Content-Language"] = rendition.language
    # Django says it in full of an attachment alone
    named = content_disposition_header(as_attachment=True, filename=name) or ""
    response["Content-Disposition"] = (
        named.replace("attachment", "inline", 1) if rendition.format == FileFormat.PDF else named
    )
    response["ETag"] = etag
    response["Last-Modified"] = http_date(sealed_at)
    response["X-Content-Type-Options"] = "nosniff"
    response._csp_config = _POLICIES[FileFormat(rendition.format)]  # type: ignore[attr-defined]
    # a reader's own browser may keep the file, but must ask each time
    caching.mark(request, response, edition, otherwise="private, no-cache")
    return response


def refuse(request: HttpRequest) -> None:
    """Record that somebody who signed in was refused.

    Nothing is kept of a visitor without an account: a row names nobody, anybody could write any number of them, and
    one that is written for editions that exist could be told from one that is not by the time it takes.
    """
    if request.user.is_authenticated:
        agency = access.agency_of(request.user)
        _record(request, DownloadOutcome.REFUSED, agency=agency.pk if agency else None)


def _record(
    request: HttpRequest, outcome: DownloadOutcome, *, agency: int | None, rendition: Rendition | None = None
) -> None:
    Download.objects.create(
        # as it was sent: PostgreSQL takes no NUL, and an odd address should be told apart
        path=escape_uri_path(request.path)[:300],
        outcome=outcome,
        rendition=rendition,
        user=request.user if request.user.is_authenticated else None,
        agency_id=agency,
    )

"""Every address of the portal: the admin, and the readers' pages in three languages."""

from typing import Never

from django.conf.urls.i18n import i18n_patterns
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access

from accounts.views import AdminSignOut, admin_login, begin
from accounts.wagtail_hooks import Account

handler400 = "config.problems.bad_request"
handler404 = "config.problems.not_found"
handler500 = "config.problems.server_error"


def closed(request: HttpRequest) -> Never:
    """Addresses of Wagtail's that this portal does not have."""
    raise Http404


def simplified_chinese(request: HttpRequest, rest: str) -> HttpResponse:
    """The same page under the portal's name of the language, with all that was asked of it."""
    _name, _slash, asked = request.get_full_path().removeprefix("/").partition("/")
    return redirect(f"/zh-hans/{asked}")


urlpatterns = [
    path("", begin),
    # pictures and documents: editors have no use for them, and no page takes a file
    re_path(r"^admin/(?:images|documents|collections)(?:/|$)", closed),
    # pages that try out what the admin's errors look like: one of them is an error, of which operators would be told
    re_path(r"^admin/(?:failwhale|test404)/", closed),
    # the admin uses none of these, and they ask no hook: a page would be deleted that an edition or a draft names
    re_path(r"^admin/api/main/pages/\d+/action/", closed),
    # one place to sign in, with its throttle and its second factor, and one way out
    path("admin/login/", admin_login, name="wagtailadmin_login"),
    path("admin/logout/", AdminSignOut.as_view(), name="wagtailadmin_logout"),
    path("admin/account/", require_admin_access(Account.as_view()), name="wagtailadmin_account"),
    path("admin/", include(wagtailadmin_urls)),
    # the address that browsers know Simplified Chinese by
    re_path(r"^zh(?:-cn|-CN|-sg|-SG)?/(?P<rest>.*)$", simplified_chinese),
]
urlpatterns += i18n_patterns(
    path("", include("accounts.urls")),
    path("", include("briefings.urls.readers")),
    prefix_default_language=True,
)

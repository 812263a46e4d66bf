"""Every address of the portal: the admin, and the readers' pages in three languages."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

handler500 = "config.problems.server_error"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    # the address that browsers know Simplified Chinese by
    re_path(r"^zh(?:-cn|-CN|-sg|-SG)?/(?P<rest>.*)$", RedirectView.as_view(url="/zh-hans/%(rest)s")),
]
urlpatterns += i18n_patterns(path("", include("briefings.urls.readers")), prefix_default_language=True)

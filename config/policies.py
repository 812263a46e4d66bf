"""The content security policies: strict for readers, Wagtail's needs in the admin."""

from __future__ import annotations

from django.utils.csp import CSP

type Policy = dict[str, list[str] | bool]


def readers(*, https: bool) -> Policy:
    """Readers' pages: own files only, nothing inline, and no text that a script could turn into code.

    `https` says whether the portal is reached by HTTPS, so that a browser may be told to use nothing else.
    """
    return {
        "default-src": [CSP.NONE],
        "script-src": [CSP.SELF],
        "style-src": [CSP.SELF],
        "font-src": [CSP.SELF],
        "img-src": [CSP.SELF],
        "connect-src": [CSP.SELF],
        "manifest-src": [CSP.SELF],
        "base-uri": [CSP.NONE],
        "form-action": [CSP.SELF],
        # the editors' preview shows a page inside the admin
        "frame-ancestors": [CSP.SELF],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [CSP.NONE],
        "upgrade-insecure-requests": https,
    }


def admin(*, https: bool) -> Policy:
    """The admin: Wagtail's date picker and inline panels are inline scripts, and it builds pages of text."""
    return {
        "default-src": [CSP.SELF],
        "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
        "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
        "img-src": [CSP.SELF, "data:", "blob:"],
        "object-src": [CSP.NONE],
        "base-uri": [CSP.NONE],
        "form-action": [CSP.SELF],
        "frame-ancestors": [CSP.SELF],
        "upgrade-insecure-requests": https,
    }

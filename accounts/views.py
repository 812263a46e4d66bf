"""Signing in by password and code, and the account's own pages for its second factor and its password."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_from_request, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe
from django.views.generic import View
from django_otp import login as remember_device
from wagtail.admin.localization import get_localized_response

from accounts import second_factor
from accounts.forms import CodeForm, PasswordForm, SignInCodeForm
from briefings import access
from briefings.readers.views import page_context

_PASSED = "password-passed"
_KEY = "second-factor-key"
_SECONDS_FOR_THE_CODE = 600


class SignIn(LoginView):
    """The same page for staff, officials and agencies' members.

    Who has a second factor is signed in by its code and not before.
    """

    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        if not second_factor.is_enrolled(user):
            return super().form_valid(form)
        session = self.request.session
        session.flush()
        session[_PASSED] = {
            "user": user.pk,
            "backend": user.backend,
            "at": time.time(),
            "hash": user.get_session_auth_hash(),
        }
        return _to("sign-in-code", self.get_redirect_url())

    def get_redirect_url(self, *args: Any) -> str:
        wanted = _unless_home(super().get_redirect_url(*args))
        # Django fails where whoever has signed in would be led to this page again
        return "" if wanted == self.request.path else wanted

    def get_default_redirect_url(self) -> str:
        return first_page(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | page_context(self.request)


class SignOut(LogoutView):
    """Ends the session; the page that follows says so."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        # after the session's end, which takes its own messages with it
        messages.success(request, _("You are signed out."))
        return answer


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """The portal's address without a language."""
    answer = redirect(first_page(request))
    patch_vary_headers(answer, ("Accept-Language",))
    return answer


def first_page(request: HttpRequest) -> str:
    """Where somebody begins who followed no link: in the language of the agency they read for.

    Who went on to a page of another language than the browser asks for has chosen it.
    """
    language = get_language()
    if language == get_language_from_request(request):
        agency = access.agency_of(request.user)
        language = agency.language if agency else language
    return _home(language)


def _home(language: str | None) -> str:
    with override(language):
        return resolve_url(settings.LOGIN_REDIRECT_URL)


def _unless_home(wanted: str) -> str:
    """Who was sent to sign in from the first page, in whatever language, has followed no link."""
    return "" if wanted in {_home(code) for code, _name in settings.LANGUAGES} else wanted


@method_decorator([sensitive_post_parameters(), never_cache], name="dispatch")
class EnterCode(View):
    """The code after the password."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if _who_owes(request) is None:
            return _to("sign-in", _next(request))
        return self._page(request, SignInCodeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        user = _who_owes(request)
        if user is None:
            messages.error(request, _("Sign in with your password again: the time for the code has run out."))
            return _to("sign-in", _next(request))
        form = SignInCodeForm(request.POST)
        device = _check(form, user)
        if device is None:
            return self._page(request, form, status=400)
        if not request.user.is_authenticated:
            login(request, user, backend=request.session.pop(_PASSED)["backend"])
        else:
            request.session.cycle_key()
        remember_device(request, device)
        return redirect(_next(request) or first_page(request))

    def _page(self, request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
        context = page_context(request) | {"form": form, "next": _next(request)}
        return render(request, "accounts/code.html", context, status=status)


@method_decorator([sensitive_post_parameters(), never_cache, login_required], name="dispatch")
class SecondFactor(View):
    """Begin, renew and end: each needs a code of the app that is meant."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if second_factor.owed_by(request.user) and second_factor.is_enrolled(request.user):
            return _to("sign-in-code", request.get_full_path())
        return self._page(request, CodeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        if not second_factor.is_enrolled(request.user):
            return self._begin(request)
        if second_factor.owed_by(request.user):
            return _to("sign-in-code", request.get_full_path())
        form = CodeForm(request.POST)
        if _check(form, request.user) is None:
            return self._page(request, form, status=400)
        if request.POST.get("do") == "end":
            second_factor.reset(request.user)
            messages.success(request, _("The second factor is off. Delete the entry in your app."))
            return redirect("second-factor")
        return self._codes(request)

    def _begin(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.POST)
        key = request.session.get(_KEY)
        if not key or not form.is_valid():
            return self._page(request, form, status=400)
        device = second_factor.confirm(request.user, key=key, code=form.cleaned_data["code"])
        if device is None:
            form.add_error(
                "code", _("This is not the code that the app shows now. Wait for the next one and enter it.")
            )
            return self._page(request, form, status=400)
        del request.session[_KEY]
        request.session.cycle_key()
        remember_device(request, device)
        return self._codes(request)

    def _codes(self, request: HttpRequest) -> HttpResponse:
        context = {"codes": second_factor.new_backup_codes(request.user), "next": _next(request)}
        return render(request, "accounts/backup_codes.html", page_context(request) | context)

    def _page(self, request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
        user = request.user
        context = page_context(request) | {
            "form": form,
            "next": _next(request),
            "required": second_factor.required_of(user),
            "owed": second_factor.owed_by(user),
            "enrolled": second_factor.is_enrolled(user),
            "backup_codes_left": second_factor.backup_codes_left(user),
        }
        if not context["enrolled"]:
            key = request.session.setdefault(_KEY, second_factor.new_key())
            context |= {"qr": second_factor.qr_svg(user, key), "key": second_factor.written_key(key)}
        return render(request, "accounts/second_factor.html", context, status=status)


@method_decorator([sensitive_post_parameters(), never_cache, login_required], name="dispatch")
class Password(View):
    """A new password of one's own. Every other session of the account ends with the old one."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(request, PasswordForm(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = PasswordForm(request, request.POST)
        if not form.is_valid():
            return self._page(request, form, status=400)
        update_session_auth_hash(request, form.save())
        messages.success(
            request, _("Your password has been changed. You have been signed out everywhere else.")
        )
        return redirect("second-factor")

    def _page(self, request: HttpRequest, form: PasswordForm, status: int = 200) -> HttpResponse:
        return render(
            request, "accounts/password.html", page_context(request) | {"form": form}, status=status
        )


def admin_login(request: HttpRequest) -> HttpResponse:
    """Wagtail's way in leads to ours. Who has signed in and is sent here may not enter the admin."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return _to("sign-in", _next(request))


class AdminSignOut(SignOut):
    """Out of the admin, in the language that the account worked in; it would go on in the browser's."""

    next_page = "sign-in"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return get_localized_response(super().dispatch, request, *args, **kwargs)


def _check(form: CodeForm, user: Any) -> Any:
    """The device of the form's code; None with an error in the form."""
    if not form.is_valid():
        return None
    try:
        device = second_factor.verify(user, form.cleaned_data["code"])
    except second_factor.TooSoon as error:
        at = localtime(error.until).strftime("%H:%M:%S")
        form.add_error(
            "code", _("Too many wrong codes. Try again after %(time)s, Seoul time.") % {"time": at}
        )
        return None
    if device is None:
        form.add_error(
            "code",
            _(
                "This code is not right. Enter the code that the app shows now, or a backup code not used yet."
            ),
        )
    return device


def _who_owes(request: HttpRequest) -> Any:
    """Who has given the password and owes the code; None if nobody, or if it was too long ago."""
    if request.user.is_authenticated:
        owes = second_factor.owed_by(request.user) and second_factor.is_enrolled(request.user)
        return request.user if owes else None
    passed = request.session.get(_PASSED)
    if not passed or time.time() - passed["at"] > _SECONDS_FOR_THE_CODE:
        return None
    user = get_user_model()._default_manager.filter(pk=passed["user"], is_active=True).first()
    # a password changed in the meantime asks for the new one
    return user if user is not None and user.get_session_auth_hash() == passed["hash"] else None


def _next(request: HttpRequest) -> str:
    """Where the reader wanted to go, if that is a page of the portal."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return _unless_home(wanted) if safe else ""


def _to(page: str, wanted: str) -> HttpResponse:
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return redirect(resolve_url(page) + query)

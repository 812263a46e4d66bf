"""The accounts' part of the admin: taking a lost second factor from somebody, and one's own account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    BaseSettingsPanel,
    NameEmailSettingsPanel,
)
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, log

from accounts import second_factor

_RESET = "accounts.reset_second_factor"


class OwnNameForm(NameEmailForm):
    """Where people say it so, the family name stands before the given name.

    Whoever has none, as one who was made by a command, need not give one to choose another language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = bool(self.initial.get(name))
        if get_language() != "en":
            self.order_fields(["last_name", "first_name"])


class Account(AccountView):
    """Without a picture: no page takes a file."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        panels = [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]
        for panel in panels:
            if isinstance(panel, NameEmailSettingsPanel):
                panel.form_class = OwnNameForm
        return panels


@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take app and backup codes from the account."""
    user = get_object_or_404(get_user_model(), pk=pk)
    if not _may_reset(request.user, user):
        raise PermissionDenied
    if request.method == "POST":
        second_factor.reset(user)
        log(instance=user, action=_RESET, user=request.user)
        messages.success(request, _("%(name)s has no second factor now.") % {"name": user.get_username()})
        return redirect("wagtailusers_users:edit", user.pk)
    context = {"owner": user, "enrolled": second_factor.is_enrolled(user)}
    return render(request, "accounts/admin/reset.html", context)


def _may_reset(administrator: Any, user: Any) -> bool:
    """Who may change accounts, but nobody takes it from a superuser who is none."""
    return administrator.has_perm("auth.change_user") and (
        administrator.is_superuser or not user.is_superuser
    )


@hooks.register("register_admin_urls")
def reset_url() -> list[URLPattern]:
    return [path("second-factor/<int:pk>/reset/", reset, name="reset-second-factor")]


@hooks.register("register_user_listing_buttons")
def reset_button(user: Any, request_user: Any) -> Iterator[Button]:
    if _may_reset(request_user, user):
        address = reverse("reset-second-factor", args=[user.pk])
        yield Button(_("Reset second factor"), address, icon_name="key", priority=40)


@hooks.register("register_account_menu_item")
def own_password(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("password"),
        "label": _("Change your password"),
        "help_text": _("You will be signed out everywhere else."),
    }


@hooks.register("register_account_menu_item")
def own_second_factor(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("second-factor"),
        "label": _("Second factor"),
        "help_text": _("The authenticator app and the backup codes of your account."),
    }


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    # once for all languages
    actions.register_action(
        _RESET, gettext_lazy("Reset second factor"), gettext_lazy("Took the second factor from the account")
    )

"""The forms for a code and for a new password."""

from __future__ import annotations

from typing import Any

from axes.utils import reset
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.throttling import client_address


class CodeForm(forms.Form):
    """Six digits of the authenticator app, or a backup code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class SignInCodeForm(CodeForm):
    """The same on a page that asks for nothing else: the field has the focus at once."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["code"].widget.attrs["autofocus"] = True


class PasswordForm(PasswordChangeForm):
    """Django's own, whose old password is guessed as slowly as at sign-in: by the same count, and with the same pause."""

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(request.user, data)
        self.request = request

    def clean_old_password(self) -> str:
        old = str(self.cleaned_data["old_password"])
        if authenticate(self.request, username=self.user.get_username(), password=old) is None:
            raise ValidationError(self.error_messages["password_incorrect"], code="password_incorrect")
        # as signing in does: who knows the password has not guessed
        reset(username=self.user.get_username(), ip=client_address(self.request))
        return old

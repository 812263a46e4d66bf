"""What people fill in on a briefing's desk: for whom to assemble, when to release, why to refuse or withdraw."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy

from agencies.models import Agency
from briefings.choices import Audience, NumberStep
from briefings.editions.release import Refused
from briefings.editions.sealing import next_number
from briefings.models import Edition, Release
from vocabulary.interface import listed

type Number = tuple[int, int]


class AssembleForm(forms.Form):
    """For whom, and how the number rises."""

    audiences = forms.MultipleChoiceField(
        label=gettext_lazy("for whom"),
        choices=[(value, capfirst(label)) for value, label in Audience.choices],
        initial=[Audience.PRESIDENTIAL, Audience.PARTNER],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one audience.")},
    )
    number_step = forms.ChoiceField(
        label=gettext_lazy("number"), choices=NumberStep.choices, initial=NumberStep.MINOR, required=False
    )

    def __init__(self, *args: Any, newest: Mapping[str, Number], **kwargs: Any) -> None:
        """
        Args:
            newest: the number of the newest edition of each audience that has one.
        """
        super().__init__(*args, **kwargs)
        if not newest:  # all of them are 1.0
            del self.fields["number_step"]
            return
        self.fields["number_step"].choices = [
            (step, capfirst(_stepped(step, newest))) for step in NumberStep.values
        ]
        if len(newest) < len(Audience):
            self.fields["number_step"].help_text = gettext("An audience without an edition gets 1.0.")


def _stepped(step: str, newest: Mapping[str, Number]) -> str:
    """How the number would rise: "a correction: 1.1 becomes 1.2", with the audiences if they differ."""
    audiences: dict[Number, list[str]] = {}
    for audience, label in Audience.choices:
        if audience in newest:
            audiences.setdefault(newest[audience], []).append(str(label))
    rises = []
    for number, of_whom in audiences.items():
        before, after = (".".join(map(str, each)) for each in (number, next_number(number, step)))
        rise = gettext("%(before)s becomes %(after)s") % {"before": before, "after": after}
        if len(audiences) > 1:
            rise = gettext("%(rise)s (%(audiences)s)") % {"rise": rise, "audiences": listed(of_whom)}
        rises.append(rise)
    sentence = (
        gettext("a correction: %(numbers)s")
        if step == NumberStep.MINOR
        else gettext("a revised edition: %(numbers)s")
    )
    return sentence % {"numbers": listed(rises)}


def agencies_to_choose() -> QuerySet[Agency]:
    """To whom a partner edition may be released."""
    return Agency.objects.filter(active=True)


class MinuteField(forms.DateTimeField):
    """A time as its formats say and no other: by itself Django takes a date alone for the midnight it begins with."""

    def to_python(self, value: Any) -> datetime | None:
        written = value.strip() if isinstance(value, str) else ""
        if not written:
            return super().to_python(value)
        if re.fullmatch(r"\d{4}-\d\d?-\d\d?", written):
            raise ValidationError(self.error_messages["no-time"], code="no-time", params={"date": written})
        for pattern in self.input_formats:
            try:
                return super().to_python(self.strptime(written, pattern))
            except ValueError:
                continue
        raise ValidationError(self.error_messages["invalid"], code="invalid")


class ReleaseForm(forms.Form):
    """When, and to whom. An empty time is no answer: one click would give out for good what was to wait."""

    nothing_done = gettext_lazy(
        "Write the time from which the edition is to be readable, or tick that it is released at once."
        " Nothing was released."
    )

    at = MinuteField(
        label=gettext_lazy("readable from"),
        required=False,
        # the browser's own picker: Wagtail's rewrites what it does not understand (tomorrow becomes this minute, a day its
        # midnight) before anybody is asked
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        # where a browser has none: 11/12/2026 is another day to an American than to everybody else
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        error_messages={
            "invalid": gettext_lazy(
                "The time is not written as YYYY-MM-DD HH:MM, for example 2026-11-30 09:00. Nothing was released."
            ),
            "no-time": gettext_lazy(
                "The day %(date)s has no time. Write both, for example %(date)s 09:00, or %(date)s 00:00 for the"
                " midnight that it begins with. Nothing was released."
            ),
        },
        help_text=gettext_lazy("Seoul time, the day and the minute."),
    )
    at_once = forms.BooleanField(
        label=gettext_lazy("release at once, whatever the time above"), required=False
    )
    agencies = forms.ModelMultipleChoiceField(
        label=gettext_lazy("partner agencies"),
        queryset=agencies_to_choose(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    public = forms.BooleanField(label=gettext_lazy("readable by anyone"), required=False)

    def __init__(
        self,
        *args: Any,
        audience: str,
        agencies: Sequence[Agency] | None = None,
        replaced: Edition | None = None,
        **kwargs: Any,
    ) -> None:
        """
        Args:
            agencies: those to choose from, so that the forms of a page do not each ask for them.
            replaced: the edition that this one corrects: whoever has that, or is to have it, is to have the correction.
        """
        super().__init__(*args, **kwargs)
        if audience != Audience.PARTNER:
            del self.fields["agencies"], self.fields["public"]
            return
        given = list(replaced.release.agencies.all()) if replaced is not None else []
        self._offer(agencies, given)
        if replaced is not None:
            self.initial["agencies"] = [agency.pk for agency in given]
            self.initial["public"] = replaced.release.public
            self.fields["agencies"].help_text = gettext(
                "Ticked as for edition %(number)s, which this one replaces. Change it if others are to have it."
            ) % {"number": replaced.number}

    def _offer(self, agencies: Sequence[Agency] | None, given: Sequence[Agency]) -> None:
        """Let the active agencies be chosen, and those to whom it was given already, active or not.

        One that may not download now would, once it may again, find an edition that was corrected meanwhile, and
        nothing of the correction.
        """
        kept = Q(active=True) | Q(pk__in=[agency.pk for agency in given])
        self.fields["agencies"].queryset = Agency.objects.filter(kept)
        if agencies is not None:
            choices = dict.fromkeys([*agencies, *given])
            self.fields["agencies"].choices = [(agency.pk, _offered(agency)) for agency in choices]

    def clean(self) -> None:
        if self.cleaned_data["at_once"]:
            self.errors.pop("at", None)
            self.cleaned_data["at"] = None
        elif "at" not in self.errors and not self.cleaned_data["at"]:
            self.add_error("at", self.nothing_done)


class ChangeForm(ReleaseForm):
    """Another time, or other readers."""

    nothing_done = gettext_lazy(
        "Write the time from which the edition is to be readable, or tick that it is released at once."
        " Nothing was changed."
    )

    def __init__(
        self,
        *args: Any,
        audience: str,
        made: Release | None,
        agencies: Sequence[Agency] | None = None,
        **kwargs: Any,
    ) -> None:
        """
        Args:
            made: the release that is to be set otherwise, if there is one.
            agencies: as of `ReleaseForm`.
        """
        super().__init__(*args, audience=audience, agencies=agencies, **kwargs)
        if made is None:
            return
        given = list(made.agencies.all())
        if audience == Audience.PARTNER:
            self._offer(agencies, given)
        self.initial |= {"at": made.at, "public": made.public, "agencies": [each.pk for each in given]}


def _offered(agency: Agency) -> str:
    if agency.active:
        return str(agency.name)
    return gettext("%(agency)s (may not download at present)") % {"agency": agency.name}


def _reason(label: Any, *, must: bool = True, help_text: Any = "", **attrs: str) -> forms.CharField:
    """Some lines of text. A browser asks for what must not be empty; why it must not, release.py says."""
    widget = forms.Textarea(attrs={"rows": 2, "required": must, **attrs})
    return forms.CharField(label=label, required=False, help_text=help_text, widget=widget)


class RefuseForm(forms.Form):
    reason = _reason(gettext_lazy("Reason, as the editor will read it"))


class WithdrawForm(forms.Form):
    """Why, for readers of each language; those of a language that is left empty are shown the Korean."""

    reason_ko = _reason(gettext_lazy("Reason in Korean, as readers will see it"), lang="ko")
    reason_zh_hans = _reason(gettext_lazy("Reason in Chinese"), must=False, lang="zh-Hans")
    reason_en = _reason(
        gettext_lazy("Reason in English"),
        must=False,
        lang="en",
        help_text=gettext_lazy("Where a language is empty, its readers are shown the Korean reason."),
    )


class KeptForm(msgspec.Struct, frozen=True):
    """A form of a desk that was refused: what the session holds of it, until that desk is shown again."""

    briefing: int
    name: str
    """Its prefix; of a finding that was to be let stand, its digest."""
    typed: dict[str, list[str]]
    field: str = ""
    """Of which field a verb said `why`. What the form itself says of its fields it says again, filled in."""
    why: str = ""

    @classmethod
    def of(cls, form: forms.Form, briefing: int, refused: Refused | None) -> KeptForm:
        names = [form.add_prefix(name) for name in form.fields]
        typed = {name: form.data.getlist(name) for name in names}
        field, why = (refused.field, str(refused)) if refused else ("", "")
        return cls(briefing, form.prefix or "", typed, field, why)


def filled[F: forms.Form](form: type[F], kept: KeptForm | None, *, prefix: str = "", **kwargs: Any) -> F:
    """A form of the desk: as it was typed, with its errors, if it is the one that was refused; else an empty one."""
    if kept is None or kept.name != prefix:
        return form(prefix=prefix, **kwargs)
    made = form(MultiValueDict(kept.typed), prefix=prefix, **kwargs)
    if made.is_valid() and kept.why:
        made.add_error(kept.field, kept.why)
    return made

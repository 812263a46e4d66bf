"""What the parity check says, and what is said of names, as sentences in an editor's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PARITY_SENTENCES: dict[str, str | Promise] = {
    "figure-differs": gettext_lazy("The languages state different figures: %(said)s."),
    "figure-missing": gettext_lazy("A figure is missing here: %(said)s."),
    "figure-added": gettext_lazy("Only this text states the figure: %(said)s."),
    "figure-repeated": gettext_lazy("One language states this figure more often: %(said)s."),
    "unit-differs": gettext_lazy("The number is the same, but not its unit: %(said)s."),
    "qualifier-differs": gettext_lazy(
        "The figure is hedged differently: %(said)s. An option must not become an order."
    ),
    "hedge-differs": gettext_lazy("One language hedges what another says for certain: %(said)s."),
    "conversion-one-sided": gettext_lazy("Only one language converts this amount: %(said)s."),
    "step-differs": gettext_lazy("The languages differ in how far things are: %(said)s."),
    "name-differs": gettext_lazy("A name that must survive letter by letter differs: %(said)s."),
    "name-missing": gettext_lazy("A name that must survive letter by letter is missing here: %(said)s."),
    "name-added": gettext_lazy("Only this text has the name: %(said)s."),
    "wrong-language": gettext_lazy("The text is not in the language of its field: %(said)s."),
    "foreign-script": gettext_lazy(
        "Letters of another language stand here: %(said)s. Translate them, or put them in brackets."
    ),
    "traditional-characters": gettext_lazy("Traditional characters stand in the Simplified text: %(said)s."),
    "term-missing": gettext_lazy("The agreed name is not used here: %(said)s."),
    "term-proposed": gettext_lazy(
        "“%(text)s” may be the wrong name: “%(preferred)s” is proposed (%(term)s). Use it, or settle the term."
    ),
    "placeholder-missing": gettext_lazy(
        "The registered figure [[%(key)s]] stands in the other languages, but not here."
    ),
    "placeholder-added": gettext_lazy("The registered figure [[%(key)s]] is placed only here."),
    "figure-registered": gettext_lazy(
        "The register holds this as [[%(key)s]]: %(said)s. Insert it: a figure is stored once."
    ),
}
_OF_TOPICS: dict[str, Promise] = {
    "name-differs": gettext_lazy("The languages name different things: %(said)s."),
    "figure-differs": gettext_lazy("The languages say different things here: %(said)s."),
    "unit-differs": gettext_lazy("The languages count by different units: %(said)s."),
    "qualifier-differs": gettext_lazy("The languages say different things here: %(said)s."),
    "step-differs": gettext_lazy("The languages say different things here: %(said)s."),
}
"""Of what is named out of a few, such as Monday, jointly or Mongolia: `topic` in the details says out of which."""
_DIRECTION = gettext_lazy("What rises in one language falls in another: %(said)s.")
_STEPS: dict[str, Promise] = {
    "consider": gettext_lazy("considers"),
    "discuss": gettext_lazy("discusses"),
    "pursue": gettext_lazy("pursues"),
    "plan": gettext_lazy("plans"),
    "agree": gettext_lazy("has agreed"),
    "sign": gettext_lazy("has signed"),
    "begin": gettext_lazy("has begun"),
    "complete": gettext_lazy("has completed"),
}
_QUALIFIERS: dict[str, Promise] = {
    "exact": gettext_lazy("exactly"),
    "about": gettext_lazy("about"),
    "nearly": gettext_lazy("nearly"),
    "up-to": gettext_lazy("up to"),
    "under": gettext_lazy("under"),
    "at-least": gettext_lazy("at least"),
    "more-than": gettext_lazy("more than"),
    "odd": gettext_lazy("somewhat more than"),
    "within": gettext_lazy("within"),
    "by": gettext_lazy("by"),
    "after": gettext_lazy("after"),
    "early": gettext_lazy("early in"),
    "mid": gettext_lazy("in the middle of"),
    "late": gettext_lazy("late in"),
}


def parity_sentence(code: str, details: Mapping[str, str]) -> str:
    """The sentence for a finding of the parity check; empty for a code that it does not have."""
    template = PARITY_SENTENCES.get(code)
    if template is None:
        return ""
    topic = details.get("topic", "")
    if topic:
        template = _DIRECTION if topic == "direction" else _OF_TOPICS.get(code, template)
    return str(template) % {"key": "", **details, "said": said(code, details)}


def said(code: str, details: Mapping[str, str]) -> str:
    """What each language says: 한국어 “260만”, 简体中文 “26万”."""
    parts = []
    for language, name in settings.LANGUAGES:
        text = details.get(language, "")
        if not text:
            continue
        if code == "step-differs":
            text = str(_STEPS.get(text, text))
        qualifier = details.get(f"qualifier-{language}", "")
        quoted = f"{name} “{text}”"
        parts.append(f"{quoted} ({_QUALIFIERS[qualifier]})" if qualifier in _QUALIFIERS else quoted)
    return ", ".join(parts) or details.get("value", "") or _("nothing")

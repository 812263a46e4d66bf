"""What the parity check says, and what is said of names, as sentences in an editor's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

PARITY_SENTENCES: dict[str, str | Promise] = {
    "figure-differs": gettext_lazy("The languages state different figures: %(said)s."),
    "figure-missing": gettext_lazy("A figure is missing here: %(said)s."),
    "figure-added": gettext_lazy("Only this text states the figure: %(said)s."),
    "unit-differs": gettext_lazy("The number is the same, but not its unit: %(said)s."),
    "qualifier-differs": gettext_lazy("The figure is hedged differently: %(said)s."),
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
    "placeholder-added": gettext_lazy(
        "The registered figure [[%(key)s]] is placed here more often than in the other languages."
    ),
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
_OF_TWO_FIGURES: dict[str, Promise] = {
    "direction": gettext_lazy("What rises in one language falls in another: %(said)s."),
    "turned-round": gettext_lazy("Two figures have changed places: %(said)s."),
}
"""By the topic."""
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
    "peak": gettext_lazy("up to"),
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


_WHAT_TO_KEEP: dict[str, Promise] = {
    "up-to": gettext_lazy("An option must not become an order."),
    "under": gettext_lazy("An upper limit must not become the figure itself."),
    "at-least": gettext_lazy("A minimum must not become the figure itself."),
    "more-than": gettext_lazy("What is more must not become exactly so much."),
    "odd": gettext_lazy("What is more must not become exactly so much."),
    "about": gettext_lazy("An estimate must not become an exact figure."),
    "nearly": gettext_lazy("What is not quite reached must not count as reached."),
    "within": gettext_lazy("A deadline must not become a fixed day."),
    "by": gettext_lazy("A deadline must not become a fixed day."),
    "after": gettext_lazy("“After” must not become the day or year itself."),
    "early": gettext_lazy("A part of the period must not become the whole of it."),
    "mid": gettext_lazy("A part of the period must not become the whole of it."),
    "late": gettext_lazy("A part of the period must not become the whole of it."),
}
"""Behind a figure that one language hedges and another states flatly, by the hedge."""
_TWO_HEDGES = gettext_lazy("Each language must hedge it as the Korean does.")
LANGUAGE_NAMES: dict[str, Promise] = {
    "ko": pgettext_lazy("language of a text", "Korean"),
    "zh-hans": pgettext_lazy("language of a text", "Simplified Chinese"),
    "zh-hant": pgettext_lazy("language of a text", "Traditional Chinese"),
    "en": pgettext_lazy("language of a text", "English"),
}
"""Languages as a sentence in the reader's own language names them."""
_PORTAL = ("ko", "zh-hans", "en")
_OF_ONE_TEXT = frozenset(("wrong-language", "foreign-script", "traditional-characters"))
"""About one text alone, below which they stand: they need not name its language."""
_CUT = 40
"""As many characters of such a text are kept in the details (`languages.parity.writing`)."""


def parity_sentence(code: str, details: Mapping[str, str]) -> str:
    """The sentence for a finding of the parity check; empty for a code that it does not have.

    Args:
        code: of the finding.
        details: what its texts say, by language. With `alone`, the language below which it stands, the
            sentence can also name a language that lacks what another one says.
    """
    template = PARITY_SENTENCES.get(code)
    if template is None:
        return ""
    topic = details.get("topic", "")
    if topic:
        template = _OF_TWO_FIGURES.get(topic) or _OF_TOPICS.get(code, template)
    elif code == "step-differs" and (lacking := _lacking(details)):
        sentence = _("%(language)s has no such word: %(said)s.")
        return sentence % {"language": LANGUAGE_NAMES[lacking], "said": said(code, details)}
    elif code == "hedge-differs" and (lacking := _lacking(details)):
        sentence = _("%(language)s says for certain what is hedged elsewhere: %(said)s.")
        return sentence % {"language": LANGUAGE_NAMES[lacking], "said": said(code, details)}
    elif code == "step-differs" and len(_saying(details)) == 1:
        return _("Only one language says how far things are: %(said)s.") % {"said": said(code, details)}
    sentence = str(template) % {"key": "", **details, "said": said(code, details)}
    if code == "qualifier-differs" and not topic and (keep := _what_to_keep(details)):
        return _("%(sentence)s %(advice)s") % {"sentence": sentence, "advice": keep}
    return sentence


def _saying(details: Mapping[str, str]) -> list[str]:
    return [language for language in LANGUAGE_NAMES if details.get(language)]


def _lacking(details: Mapping[str, str]) -> str:
    """The language that does not say what the others say alike, as far as it can be told."""
    saying, alone = _saying(details), details.get("alone", "")
    if alone in LANGUAGE_NAMES:
        return alone if saying and alone not in saying else ""
    missing = [language for language in _PORTAL if language not in saying]
    # two that differ from each other stand against each other, whatever the third one says
    alike = len({details[language] for language in saying}) == 1 or details.keys() & {"kind", "hedge"}
    return missing[0] if len(saying) == 2 and len(missing) == 1 and alike else ""


def _what_to_keep(details: Mapping[str, str]) -> str:
    qualifiers = {details[key] for key in details if key.startswith("qualifier-")} - {"exact"}
    if len(qualifiers) > 1:
        return str(_TWO_HEDGES)
    return "".join(str(_WHAT_TO_KEEP.get(qualifier, "")) for qualifier in qualifiers)


def said(code: str, details: Mapping[str, str]) -> str:
    """What each language says: Korean “260만”; Simplified Chinese “26万”."""
    parts = []
    for language in _saying(details):
        text = details[language]
        if code == "step-differs":
            text = str(_STEPS.get(text, text))
        if code in _OF_ONE_TEXT:
            parts.append(_("“%(text)s”") % {"text": text + "…" * (len(text) >= _CUT)})
            continue
        names = {"language": LANGUAGE_NAMES[language], "text": text}
        qualifier = details.get(f"qualifier-{language}", "")
        if qualifier in _QUALIFIERS:
            names["qualifier"] = _QUALIFIERS[qualifier]
            parts.append(_("%(language)s “%(text)s” (%(qualifier)s)") % names)
        else:
            parts.append(_("%(language)s “%(text)s”") % names)
    between = pgettext("between what each language says", "; ")
    return between.join(parts) or details.get("value", "") or _("nothing")

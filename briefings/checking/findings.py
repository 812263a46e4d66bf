"""Findings as sentences in an editor's language, each with a link to the form where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from briefings import access
from briefings.assembly.waivers import why_never_waived
from briefings.checking.parity_sentences import parity_sentence
from briefings.checking.places import Places, form_address, section_name
from briefings.checking.waiving import NEVER
from briefings.choices import Audience
from briefings.editions.sealing import waivers_of
from briefings.models import Edition
from briefings.records.record_kinds import MODELS
from projects.choices import FigureStatus
from reviews.models import Waiver

SEVERITIES: dict[str, str | Promise] = {
    "blocking": _("stops sealing"),
    "warning": _("please look"),
    "advice": _("advice"),
}
WHILE_WRITING: dict[str, str | Promise] = {
    "text-not-checked": _(
        "The text has %(length)s characters; at most %(most)s are checked while you write, so this one is not."
    ),
    "not-compared": _(
        "From here on, %(length)s characters are not compared while you write: the languages have different"
        " numbers of paragraphs or sentences. Divide the text alike in each language."
    ),
    "more-findings": _("%(count)s more of them here. They are shown once these are mended."),
    "check-unfinished": _("This text is long: its check has not come to the end yet."),
}
"""What is said below a text about its check; no run finds it."""
NO_LONGER_FOUND: dict[str, str | Promise] = {
    "perspective-not-yet-valid": _("Valid from %(from)s on only, after this period."),
    "figures-differ": _("The languages do not name the same figures: %(figures)s."),
}
"""What runs and waivers of older versions hold."""
SENTENCES: dict[str, str | Promise] = {
    "language-missing": _(
        "This text is missing. Write it; one that may be left out is empty in all three languages."
    ),
    "text-too-long": _(
        "The text has %(length)s characters; at most %(most)s can be compared between the languages. Shorten it."
    ),
    "translation-stale": _(
        "The Korean changed after this translation was reviewed. Read both again, or say that the change is minor."
    ),
    "text-not-reviewed": _(
        "Nobody has reviewed what stands here now (number of texts: %(texts)s). Read it, a translation beside the Korean, and say so."
    ),
    "text-missing": _("This text is needed before an edition can be sealed."),
    "change-note-missing": _(
        "An edition of this briefing is released already, or set to be. Say under “What this edition corrects” what"
        " that is."
    ),
    "change-note-unchanged": _(
        "“What this edition corrects” is still the text of the edition before. Say what this one corrects."
    ),
    "change-note-left-out": _(
        "This edition (%(audience)s) corrects nothing: none is released or set to be, or nothing has changed since."
        " “What this edition corrects” is not printed in it."
    ),
    "withheld-item-named": _(
        "“%(word)s” stands in “%(headline)s” and in nothing else that this edition's readers may know. Say it without"
        " that, or assemble for other readers."
    ),
    "figure-unresolved": _(
        "“%(figure)s” names no figure of this edition. Correct the key, or add the figure."
    ),
    "figure-without-source": _("This figure names no source of its item."),
    "figure-prints-nothing": _(
        "This figure prints nothing. Give what it says; for a date, also how exact it is."
    ),
    "figure-never-printed": _("The figure “%(figure)s” may never be printed. Take it out of the text."),
    "figure-unchecked": _(
        "The figure “%(figure)s” may be printed only after a check. Check it and mark it so."
    ),
    "plan-stated-as-fact": _("“%(figure)s” is a %(status)s, but the sentence does not say so."),
    "contribution-missing": _("The item does not say how it serves a pillar, so it appears in no chapter."),
    "pillar-unproven": _("No item leads in this pillar, so nothing proves its claim."),
    "pillar-thin": _("Only %(proofs)s item leads in this pillar. Two to four prove a claim."),
    "chapter-missing": _("The chapter of this pillar is not written yet."),
    "chapter-stale": _(
        "The contributions changed after this chapter was written. Read it again and save it, or tick that it is right."
    ),
    "highlight-without-item": _("The highlight stands on “%(item)s”, which is not part of this edition."),
    "perspective-without-message": _("Nothing is said to this group. Add a message."),
    "perspective-without-item": _("No item of this edition proves what is said here."),
    "perspective-expired": _("Valid until %(until)s only. Renew it, or take it out."),
    "group-without-perspective": _("The briefing answers this group, but no perspective speaks to it."),
    "briefing-not-published": _(
        "This briefing is not published: its draft was checked, and nothing is sealed. Publish it, then assemble."
    ),
    "no-items": _("No item falls into this period. Change the period, or pick items by hand."),
    "contact-data": _(
        "“%(text)s” looks like contact data. Take it out; only a bureau's public number may stand."
    ),
    "source-label": _("“%(text)s” is a source's label inside the text. Make it a source of the item."),
    "relative-date": _("“%(text)s” means something else to a later reader. Write the date."),
    "quotation-unchecked": _(
        "“%(text)s” stands in quotation marks, but the original is not checked. Paraphrase it."
    ),
    "unbalanced": _("A quotation mark or bracket has no partner: %(text)s"),
    "half-width": _("Chinese punctuation is half width here; the edition prints it full width."),
    "secret-mark": _(
        "“%(text)s”: content of this class does not belong in the portal. Keep it in the secure system."
    ),
    "point-long": _("The point has %(length)s characters; a report's line holds %(most)s."),
    "one-page-too-long": _(
        "In the PDF the one page does not fit on one sheet (lines too many: about %(lines)s). Shorten the"
        " correction, the conclusion, the claims of the pillars, or what is asked of the reader."
    ),
    "term-forbidden": _("“%(text)s” must not be used. The agreed name is “%(preferred)s” (%(term)s)."),
    "characters-removed": _("Characters that must not be printed were taken out: %(characters)s."),
    "characters-replaced": _(
        "No font of the portal has these characters; they are shown as □: %(characters)s."
    ),
    "link-unsafe": _("The link “%(text)s” is not safe and was dropped. Use http, https or mailto."),
    "looks-like-code": _("“%(text)s” looks like code. It is printed as plain text."),
    "sections-out-of-order": _("The sections of this edition are not in their order (R-01)."),
    "section-missing": _("The section “%(section)s” is missing. Its texts are not written yet."),
    "four-terms-missing": _("The four-term phrase does not stand complete in headline or conclusion (R-02)."),
    "not-four-pillars": _("The strategy needs exactly four pillars."),
    "heading-is-project": _("The heading “%(text)s” is a project's name. Headings are pillars (R-03)."),
    "numbered-list": _("“%(text)s” is a numbered heading that is no pillar (R-03)."),
    "group-not-named": _("The conclusion does not name “%(group)s”. Use [[watching-groups]] (R-05)."),
}


@dataclass(frozen=True)
class Described:
    """A finding as an editor reads it."""

    code: str
    severity: str
    severity_label: str
    sentence: str
    where: str
    language: str
    url: str
    digest: str = ""
    """By what it can be let stand; empty if nobody may."""
    waiver: Waiver | None = None
    never: str = ""
    """Why nobody may let a blocking finding stand; empty if somebody may."""
    tag: str = ""
    """Of the language of its text, as HTML names it."""
    around: tuple[str, str, str] | None = None
    """What it is about, between the words before and behind it."""


def described(findings: Iterable[Mapping[str, Any]], reader: access.Reader | None = None) -> list[Described]:
    """The findings of a run as sentences in the active language.

    Args:
        reader: whoever looks; each finding has a link to the form where it is mended, if they may open that.
    """
    found = list(findings)
    places = Places((f["place"]["record"], f["place"]["slug"]) for f in found)
    names = dict(settings.LANGUAGES)
    digests = {digest for f in found if (digest := digest_to_waive(f))}
    waivers = Waiver.objects.filter(digest__in=digests, taken_back_at__isnull=True).select_related("by")
    forms = forms_open_to(reader, places) if reader is not None else set()
    waiver_of = {waiver.digest: waiver for waiver in waivers}
    positions = places.positions(
        (*record, f["place"].get("field", ""))
        for f in found
        if (record := (f["place"]["record"], f["place"]["slug"])) in forms
    )
    described_findings = []
    for finding in found:
        place = finding["place"]
        field = place.get("field", "")
        record = (place["record"], place["slug"])
        pk = places.pks.get(record) if record in forms else None
        waiver = waiver_of.get(digest_to_waive(finding))
        described_findings.append(
            Described(
                code=finding["code"],
                severity=finding["severity"],
                severity_label=str(_("let stand") if waiver else SEVERITIES[finding["severity"]]),
                sentence=sentence_of(finding["code"], finding.get("details", {})),
                where=places.name(place["record"], place["slug"], field),
                language=names.get(place.get("language", ""), ""),
                url=form_address(
                    place["record"],
                    pk,
                    field,
                    language=place.get("language", ""),
                    position=positions.get((*record, field), -1),
                ),
                digest=digest_to_waive(finding),
                waiver=waiver,
                never=_never(finding),
                tag=place.get("language", ""),
                # a run of an older version kept none
                around=tuple(around) if (around := finding.get("around")) else None,
            )
        )
    return described_findings


def forms_open_to(reader: access.Reader, places: Places) -> set[tuple[str, str]]:
    """The records whose forms somebody may open, asked for all pages at once."""
    models = {kind: MODELS[kind] for kind, _slug in places.pks}
    pages = [pk for (kind, _slug), pk in places.pks.items() if issubclass(models[kind], Page)]
    may_be_changed = access.pages_to_change(reader, pages) if pages else set()
    kinds = {
        kind
        for kind, model in models.items()
        if not issubclass(model, Page) and access.may_change(reader, model)
    }
    return {
        (kind, slug)
        for (kind, slug), pk in places.pks.items()
        if kind in kinds or (issubclass(models[kind], Page) and pk in may_be_changed)
    }


def digest_to_waive(finding: Mapping[str, Any]) -> str:
    """By what a finding can be let stand. A run of an older version may hold one where nobody may now."""
    never = why_never_waived(finding["code"], finding["place"]["record"])
    return "" if never else finding.get("digest", "")


def digests_let_stand() -> set[str]:
    """By what findings are known that somebody let stand."""
    return set(Waiver.objects.filter(taken_back_at__isnull=True).values_list("digest", flat=True))


def _never(finding: Mapping[str, Any]) -> str:
    never = why_never_waived(finding["code"], finding["place"]["record"])
    return str(NEVER[never]) if never and finding["severity"] == "blocking" else ""


def described_let_stand(editions: Iterable[Edition]) -> dict[int, list[dict[str, str]]]:
    """What the manifests of editions (`sealing.with_waivers`) say of findings that people let stand, by edition."""
    waivers = {edition.pk: waivers_of(edition) for edition in editions}
    places = Places((each.record, each.slug) for of_edition in waivers.values() for each in of_edition)
    return {
        pk: [
            {
                "sentence": sentence_of(each.code, each.details),
                "where": places.name(each.record, each.slug, each.field),
                "by": each.by,
                "on": each.on.isoformat(),
                "reason": each.reason,
            }
            for each in of_edition
        ]
        for pk, of_edition in waivers.items()
    }


def sentence_of(code: str, details: Mapping[str, str]) -> str:
    """A finding in the active language."""
    if section := details.get("section"):
        details = {**details, "section": section_name(section)}
    if (status := details.get("status")) in FigureStatus.values:
        details = {**details, "status": str(FigureStatus(status).label)}
    if (audience := details.get("audience")) in Audience.values:
        details = {**details, "audience": str(Audience(audience).label)}
    sentence = SENTENCES.get(code) or WHILE_WRITING.get(code) or NO_LONGER_FOUND.get(code, code)
    return parity_sentence(code, details) or str(sentence) % Details(details)


class Details(dict[str, str]):
    """A detail that a stored finding of an older version lacks prints as nothing."""

    def __missing__(self, key: str) -> str:
        return ""

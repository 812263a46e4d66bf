"""The closed lists that an item's fields choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ItemKind(models.TextChoices):
    DEAL = "deal", _("deal")
    ROADMAP = "roadmap", _("roadmap")
    POLICY = "policy", _("policy")
    STRATEGY_LINE = "strategy-line", _("line of strategy")
    MEETING = "meeting", _("meeting")
    PARTNER_PROGRAM = "partner-program", _("partner's program")
    PLATFORM = "platform", _("platform")
    PILOT = "pilot", _("pilot project")
    PROGRAM = "program", _("program")
    DECLARATION = "declaration", _("declaration")
    DECLARATION_CLAUSE = "declaration-clause", _("clause of a declaration")
    EVENT = "event", _("event")
    ORGANIZATION = "organization", _("organization")
    BRAND = "brand", _("brand")
    OFFER = "offer", _("offer")
    NETWORK = "network", _("network")
    FUND = "fund", _("fund")
    INSTITUTION = "institution", _("institution")
    TRAINING = "training", _("training")
    AGREEMENT = "agreement", _("agreement")
    METRIC = "metric", _("metric")
    TASK_FORCE = "task-force", _("task force")
    FRAMEWORK = "framework", _("policy framework")
    DEMAND = "demand", _("partner's demand")


class ItemStatus(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    AGREED = "agreed", _("agreed")
    ONGOING = "ongoing", _("ongoing")
    COMPLETED = "completed", _("completed")


class Classification(models.TextChoices):
    """Official Information Disclosure Act (정보공개법), Article 9."""

    PUBLIC = "public", _("public")
    PARTIAL = "partial", _("partly public")
    CLOSED = "closed", _("not public")


class DatePrecision(models.TextChoices):
    DAY = "day", _("day")
    RANGE = "range", _("from day to day")
    EARLY_MONTH = "early-month", _("early in the month")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    DECADE = "decade", _("decade")
    NONE = "none", _("undated")


UNDATED_DATE = _("Say how exact the date is: what is “undated” prints no date. Or leave the date empty.")
"""To an editor who gives a date and leaves at "undated" how exact it is."""

UNDATED_FIGURE = _("Say how exact the date is: a figure that is “undated” prints nothing.")
"""The same of a figure, which has no more to print than its date."""

END_NOT_PRINTED = _(
    "A date that is so exact prints no end. Choose “from day to day”, “month” or “year”, or leave the end empty."
)
"""To an editor who gives an end with a date that is printed without one."""


class Role(models.TextChoices):
    """How a contribution serves its pillar; also the order in which a chapter argues."""

    NORM = "norm", _("norm")
    AGREEMENT = "agreement", pgettext_lazy("role", "agreement")
    DEMONSTRATION = "demonstration", _("demonstration")
    MARKET = "market", _("market")
    EFFECT = "effect", _("effect")


class Firmness(models.TextChoices):
    CONSIDERING = "considering", _("under consideration")
    PLANNED = "planned", _("planned")
    AGREED = "agreed", _("agreed")
    BEGUN = "begun", _("begun")
    DONE = "done", _("done")


class FigureKind(models.TextChoices):
    AMOUNT = "amount", _("amount of money")
    COUNT = "count", _("count")
    SHARE = "share", _("share in per cent")
    CHANGE = "change", _("change in per cent")
    MULTIPLE = "multiple", _("multiple")
    RANK = "rank", _("rank")
    ORDINAL = "ordinal", _("ordinal")
    AREA = "area", _("area")
    DATE = "date", _("date")
    NAME = "name", _("name that holds a number")


class Qualifier(models.TextChoices):
    EXACT = "exact", _("exact")
    ABOUT = "about", _("about")
    NEARLY = "nearly", _("nearly")
    UP_TO = "up-to", _("up to")
    UNDER = "under", _("under")
    AT_LEAST = "at-least", _("at least")
    MORE_THAN = "more-than", _("more than")


class FigureStatus(models.TextChoices):
    ACTUAL = "actual", _("actual")
    PLAN = "plan", _("plan")
    TARGET = "target", _("target")
    CLAIM = "claim", pgettext_lazy("of a figure", "claim")


class Printable(models.TextChoices):
    ALWAYS = "always", _("yes")
    AFTER_CHECK = "after-check", _("after a check")
    NEVER = "never", _("never")


class SourceStrength(models.TextChoices):
    SIGNED = "signed", _("signed document")
    ANNOUNCED = "announced", _("announced")
    REPORTED = "reported", _("reported")
    OWN_READING = "own-reading", _("our own reading")


class Phase(models.TextChoices):
    PLANNING = "planning", _("planning")
    DEMONSTRATION = "demonstration", _("demonstration")
    COMPLETED = "completed", _("completed")
    NOT_STATED = "not-stated", _("not stated")

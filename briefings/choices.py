"""The closed lists that briefings, runs and editions choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Audience(models.TextChoices):
    PRESIDENTIAL = "presidential", _("presidential office")
    PARTNER = "partner", pgettext_lazy("audience", "partner agencies")
    FULL = "full", _("the ministry's own record")


class PickMode(models.TextChoices):
    INCLUDE = "include", _("take in")
    BACKGROUND = "background", _("one sentence of background")
    HOLD_BACK = "hold-back", _("hold back")


class EntryReason(models.TextChoices):
    """Why an item or a perspective entered an edition, or why it did not."""

    DATED = "dated", _("its date lies in the period")
    ONGOING = "ongoing", _("it has no date and is not completed")
    PICKED = "picked", _("taken in by hand")
    BACKGROUND = "background", _("taken in by hand, as one sentence of background")
    HELD_BACK = "held-back", _("held back by hand")
    NAME_ONLY = "name-only", _("only its name is confirmed")
    NOT_YET_VALID = "not-yet-valid", _("valid only after this period")


class CautionKind(models.TextChoices):
    OPPOSED = "opposed", _("two messages pull apart")
    NOT_AN_ORDER = "not-an-order", _("a memorandum, not an order")
    OTHER = "other", _("other")


class Licence(models.TextChoices):
    """Korea Open Government License (공공누리) types."""

    TYPE_1 = "1", _("KOGL type 1: with attribution")
    TYPE_2 = "2", _("KOGL type 2: with attribution, no commercial use")
    TYPE_3 = "3", _("KOGL type 3: with attribution, no changes")
    TYPE_4 = "4", _("KOGL type 4: with attribution, no commercial use, no changes")


class RunState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    RENDERING = "rendering", _("making files")
    BLOCKED = "blocked", _("stopped by findings")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class RunStep(models.TextChoices):
    WAITING = "waiting", _("waiting for a worker")
    COLLECT = "collect", _("collecting the pages")
    CHECK = "check", _("checking")
    COMPOSE = "compose", _("composing the text")
    SEAL = "seal", _("sealing")
    RENDER = "render", _("making the files")
    FINISHED = "finished", _("finished")


class NumberStep(models.TextChoices):
    MINOR = "minor", _("a correction")
    MAJOR = "major", _("a revised edition")


class RenditionState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RENDERING = "rendering", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Fault(models.TextChoices):
    """Why work stopped, in words for editors; the operator's details stand beside it."""

    STORAGE = (
        "storage",
        _("The file could not be stored. The operator has to look at the media folder: space and rights."),
    )
    DATABASE = (
        "database",
        _(
            "The database did not answer. If this goes on, please tell the operator, and try again once it answers."
        ),
    )
    TYPESETTING = (
        "typesetting",
        _("The typesetter refused this text. Correct the text and assemble again."),
    )
    SIZE = (
        "size",
        _("The edition is too large for a file. Shorten the period or hold items back, and assemble again."),
    )
    OTHER_BYTES = (
        "other-bytes",
        _("The file was lost, and this version of the portal makes another one. Only a backup holds it."),
    )
    WORKERS = "workers", _("Workers died or hung over this again and again. Please tell the operator.")
    UNEXPECTED = "unexpected", _("Something unexpected happened. Please tell the operator.")


class FileFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    HTML = "html", "HTML"


class DownloadOutcome(models.TextChoices):
    SERVED = "served", _("served")
    REFUSED = "refused", _("refused")

"""Which of the portal's processes live."""

from django.db import models


class ProcessKind(models.TextChoices):
    WORKER = "worker"
    BEAT = "beat"


class Process(models.Model):
    """A worker or beat, and when it last said that it lives, on PostgreSQL's clock.

    In PostgreSQL and not in the broker: the broker may be lost, and then the question matters most.
    """

    kind = models.CharField(max_length=6, choices=ProcessKind.choices)
    name = models.CharField(max_length=200)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="process_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

"""How what beat asks again and again gets into the queue."""

from __future__ import annotations

from typing import Any

from celery import Task


class OnlyIntoAnEmptyQueue(Task):  # type: ignore[misc]
    """A task that is not sent while anything waits for a worker.

    For what beat asks again and again. Without workers it would heap up, and what was asked for afterwards would wait
    behind it all; with too few, each sweep would hand out once more what already waits. An expiry would go by the
    clock of the worker that reads it, and a clock may be wrong
    (docs/decisions/0014-hints-are-acknowledged-at-once.md).
    """

    def apply_async(self, args: Any = None, kwargs: Any = None, *more: Any, **options: Any) -> Any:
        with self.app.producer_or_acquire(options.pop("producer", None)) as producer:
            queue = producer.channel.queue_declare(self.app.conf.task_default_queue)
            if queue.message_count:
                return None
            return super().apply_async(args, kwargs, *more, producer=producer, **options)

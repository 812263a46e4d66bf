"""What a text names out of a few, one module for each subject, as data: what says it and what may stand for it."""

from typing import Final

from languages.parity.topics import changes, conditions, dates, outcomes, positions, ranks, rates
from languages.parity.topics.shape import Topic

__all__ = ["TOPICS", "Topic"]

TOPICS: Final = (
    *dates.TOPICS,
    *rates.TOPICS,
    *ranks.TOPICS,
    *changes.TOPICS,
    *outcomes.TOPICS,
    *conditions.TOPICS,
    *positions.TOPICS,
)

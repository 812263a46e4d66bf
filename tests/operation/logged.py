"""Log lines as an operator reads them: what the portal's own form of a line leaves out is left out here too."""

from __future__ import annotations

import logging

import pytest
from structlog.stdlib import ProcessorFormatter


def lines_logged(caplog: pytest.LogCaptureFixture) -> str:
    """What was logged during the test, in the form of the settings."""
    handler = next(
        each for each in logging.getLogger().handlers if isinstance(each.formatter, ProcessorFormatter)
    )
    return "\n".join(handler.format(record) for record in caplog.records)

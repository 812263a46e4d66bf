"""How well and how fast the parity check works: false alarms, errors found, segments a second.

`python -m benchmarks.parity --verbose` also lists every finding on the catalogs and every error missed.
"""

from benchmarks.parity.report import main

__all__ = ["main"]

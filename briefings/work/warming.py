"""What a process reads once, read before it is forked: its children have it then, whenever one is replaced."""

from __future__ import annotations

import gc

from languages.parity import examine


def warm_language_check() -> None:
    """Read the rules of the language check (half a second), so that no editor waits for them."""
    _read_rules()
    _keep()


def warm_worker() -> None:
    """Read all that assembling and rendering need (about a second), so that no run spends its time limit on it."""
    from briefings.choices import FileFormat
    from briefings.rendering import charset, line_ends, pdf, renderers  # a web server renders nothing

    _read_rules()
    charset.printable_code_points()
    pdf.fonts()
    line_ends.read_widths()
    for kind in FileFormat:
        renderers.renderer_of(kind)
    _keep()


def _read_rules() -> None:
    examine({"ko": "가", "zh-hans": "一", "en": "a"})


def _keep() -> None:
    """What has been read stays for good: looking it through for garbage was a tenth of the time of a form."""
    gc.collect()
    gc.freeze()

"""Material -> Document: what a reader of each audience will see, every word decided.

Pure: no clock, no settings, no database, no gettext. Begin with `document`.
"""

from briefings.assembly.compose.document import Composing, document

__all__ = ["Composing", "document"]

"""XML from outside, read so that it can neither grow without end nor load anything."""

from __future__ import annotations

from typing import Any

from lxml import etree

type Element = Any
"""An element of lxml, which has no types."""


class BrokenXml(Exception):
    """No sound XML; the message is the parser's, without a full stop."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
        """Line of the file, 0 where none is known."""


class EntitiesDeclared(Exception):
    """The file declares entities of its own, which can grow without end."""

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line


def root_of(content: bytes) -> Element:
    """The root element, without comments and processing instructions. A DTD that is named is not loaded.

    Raises:
        BrokenXml: the content is not sound.
        EntitiesDeclared: it is refused, whether it would grow or not.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        message = (error.msg or "it ends too early").split(", line ")[0].strip(" .")
        if "entity amplification" in message or "entity reference loop" in message:
            raise EntitiesDeclared(error.lineno or 0) from error
        raise BrokenXml(message, error.lineno or 0) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _entity in declared.iterentities()):
        raise EntitiesDeclared
    return root


def name_of(element: Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""

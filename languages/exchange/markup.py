"""XLIFF 1.2, XLIFF 2.0 and TMX. Nothing is loaded that such a file points to, and no entity is expanded."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from languages.exchange.segments import Segment, Unreadable, written
from languages.exchange.xml import BrokenXml, Element, EntitiesDeclared, name_of, root_of
from languages.parity.findings import TextLanguage
from languages.tags import language_of

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OWN_ENTITIES = "The file declares entities of its own. Such a file is not opened."
# what they hold is code of the original file, not text
_PAIRED_CODE = frozenset(("bpt", "ept", "bx", "ex", "sc", "ec"))
_SINGLE_CODE = frozenset(("ph", "it", "ut", "x", "cp"))


def read(content: bytes, source: TextLanguage | None, target: TextLanguage | None) -> list[Segment]:
    """The segments of an XLIFF or TMX file. What the file says of its languages prevails.

    Raises:
        Unreadable: broken or unsafe XML, or another kind of XML.
    """
    root = _parsed(content)
    name = name_of(root)
    if name == "tmx":
        return list(_tmx(root))
    if name != "xliff":
        raise Unreadable(f"This XML is neither XLIFF nor TMX: it begins with <{name[:40]}>.", 1)
    if root.get("version", "").startswith("2"):
        first, second = root.get("srcLang", ""), root.get("trgLang", "")
        return list(_xliff_2(root, *_languages(root, first, second, source, target)))
    return [
        segment
        for file in _children(root, "file")
        for segment in _xliff_1(
            file,
            *_languages(
                file, file.get("source-language", ""), file.get("target-language", ""), source, target
            ),
        )
    ]


def _parsed(content: bytes) -> Element:
    try:
        return root_of(content)
    except EntitiesDeclared as error:
        raise Unreadable(_OWN_ENTITIES, error.line) from error
    except BrokenXml as error:
        raise Unreadable(f"The XML is broken: {error}.", error.line) from error


def _languages(
    at: Element, first: str, second: str, source: TextLanguage | None, target: TextLanguage | None
) -> tuple[TextLanguage | None, TextLanguage | None]:
    if not second and target is None:
        raise Unreadable("The file does not say the language of its translations. Give --target.", _line(at))
    return language_of(first) if first else source, language_of(second) if second else target


def _xliff_1(file: Element, source: TextLanguage | None, target: TextLanguage | None) -> Iterator[Segment]:
    for unit in _below(file, "trans-unit"):
        yield _pair(unit, unit.get("id", ""), source, target)


def _xliff_2(root: Element, source: TextLanguage | None, target: TextLanguage | None) -> Iterator[Segment]:
    for unit in _below(root, "unit"):
        parts = list(_children(unit, "segment"))
        for number, part in enumerate(parts, start=1):
            name = unit.get("id", "")
            if len(parts) > 1:
                name = f"{name}/{part.get('id', number)}"
            yield _pair(part, name, source, target)


def _pair(unit: Element, name: str, source: TextLanguage | None, target: TextLanguage | None) -> Segment:
    """Source and target that are the unit's own: not those of the proposals beside them."""
    texts: dict[TextLanguage, str] = {}
    for language, part in ((source, "source"), (target, "target")):
        found = next(_children(unit, part), None)
        if language is not None and found is not None:
            texts[language] = _text(found)
    return Segment(name, _line(unit), written(texts))


def _tmx(root: Element) -> Iterator[Segment]:
    for number, unit in enumerate(_below(root, "tu"), start=1):
        texts: dict[TextLanguage, str] = {}
        for variant in _children(unit, "tuv"):
            language = language_of(variant.get(_XML_LANG) or variant.get("lang") or "")
            found = next(_children(variant, "seg"), None)
            if language is not None and found is not None and language not in texts:
                texts[language] = _text(found)
        yield Segment(unit.get("tuid") or str(number), _line(unit), written(texts))


def _text(element: Element) -> str:
    """The words of a segment: without codes, with what is marked inside it."""
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    # not by recursion: a file may nest its marks without end
    waiting: list[Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        name = name_of(part)
        inside: list[Element | str] = []
        if name in _SINGLE_CODE:
            # something unknown stands here; the numbers around it are two numbers
            inside.append("\n" if part.get("ctype") == "lb" else " ")
        elif name not in _PAIRED_CODE:
            inside.append(part.text or "")
            for child in part:
                inside += [child, child.tail or ""]
        waiting += reversed(inside)


def _below(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element.iter(etree.Element) if name_of(each) == name)


def _children(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element if name_of(each) == name)


def _line(element: Element) -> int:
    return element.sourceline or 0

"""TBX, the exchange format of termbases (ISO 30042): TBX-Basic, version 2 written, 2 and 3 read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _
from lxml import etree

from briefings.termbase.columns import SEPARATOR, Problem, Row
from languages.exchange.xml import BrokenXml, EntitiesDeclared, name_of, root_of
from languages.tags import language_of

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGES = {"ko": "ko", "zh-hans": "zh-Hans", "en": "en", "zh-hant": "zh-Hant"}
_STATUS = {
    "agreed": "preferredTerm-admn-sts",
    "proposed": "admittedTerm-admn-sts",
    "rejected": "supersededTerm-admn-sts",
}
_FORBIDDEN = "deprecatedTerm-admn-sts"
_STATUS_READ = {tbx: status for status, tbx in _STATUS.items()} | {
    "preferred": "agreed",
    "admitted": "proposed",
    "superseded": "rejected",
}
_FORBIDDEN_READ = (_FORBIDDEN, "deprecated", "notRecommended")
_ENTRIES = ("termEntry", "conceptEntry")
_LANGUAGE_PARTS = ("langSet", "langSec")
_TERM_PARTS = ("tig", "ntig", "termSec")


class NotTbx(Exception):
    """The content is no TBX, or not one that is safe to read."""


# writing ----------------------------------------------------------------------------------------


def written(terms: Iterable[Mapping[str, str]]) -> bytes:
    """The terms, given by column, as a TBX-Basic file."""
    root = etree.Element("martif", {"type": "TBX", _XML_LANG: "ko"})
    header = etree.SubElement(root, "martifHeader")
    source = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    _sub(source, "p", "International cooperation termbase")
    _sub(etree.SubElement(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for values in terms:
        _write_entry(body, values)
    encoded: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return encoded


def _write_entry(body: etree._Element, values: Mapping[str, str]) -> None:
    entry = etree.SubElement(body, "termEntry", id=values["id"])
    _sub(entry, "descrip", values["subject"], type="subjectField")
    if values["note"]:
        _sub(entry, "note", values["note"])
    if values["agreed-by"] or values["agreed-on"]:
        group = etree.SubElement(entry, "transacGrp")
        _sub(group, "transac", "approval", type="transactionType")
        if values["agreed-by"]:
            _sub(group, "transacNote", values["agreed-by"], type="responsibility")
        if values["agreed-on"]:
            _sub(group, "date", values["agreed-on"])
    for column, language in _LANGUAGES.items():
        variants = [each for each in values.get(f"forbidden-{column}", "").split(SEPARATOR) if each]
        definition = values.get(f"definition-{column}", "")
        if not (values[column] or variants or definition):
            continue
        part = etree.SubElement(entry, "langSet", {_XML_LANG: language})
        if definition:
            _sub(
                etree.SubElement(part, "descripGrp"),
                "descrip",
                definition,
                type="definition",
            )
        if values[column]:
            _write_term(part, values[column], _STATUS[values["status"]])
        for variant in variants:
            _write_term(part, variant, _FORBIDDEN)


def _write_term(part: etree._Element, name: str, status: str) -> None:
    group = etree.SubElement(part, "tig")
    _sub(group, "term", name)
    _sub(group, "termNote", status, type="administrativeStatus")


def _sub(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    # a character that XML cannot hold is dropped: one of them must not keep all terms from being exported
    etree.SubElement(parent, name, attributes).text = "".join(c for c in text if _is_xml(c))


def _is_xml(character: str) -> bool:
    code = ord(character)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


# reading ----------------------------------------------------------------------------------------


def rows(content: bytes) -> tuple[list[Row], list[Problem]]:
    """One row an entry, with the columns that TBX can hold.

    Raises:
        NotTbx: broken XML, other XML, or entities of its own, which can grow without end.
    """
    try:
        root = root_of(content)
    except EntitiesDeclared as error:
        raise NotTbx(_("The file declares entities of its own. Such a file is not opened.")) from error
    except BrokenXml as error:
        raise NotTbx(_("The file is not sound XML: %(error)s.") % {"error": error}) from error
    if name_of(root) not in ("martif", "tbx"):
        raise NotTbx(
            _("The file is XML, but no TBX: it begins with “%(name)s”.") % {"name": name_of(root)[:40]}
        )
    found: list[Row] = []
    problems: list[Problem] = []
    for number, entry in enumerate(_below(root, _ENTRIES), start=1):
        values, wrong = _read_entry(entry)
        if wrong:
            problems += [Problem(number, column, what) for column, what in wrong]
        else:
            found.append(Row(number, values))
    return found, problems


def _read_entry(entry: etree._Element) -> tuple[dict[str, str], list[tuple[str, str]]]:
    values: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    identifier = entry.get("id", "").strip()
    if not identifier:
        wrong.append(("id", _("The entry has no id.")))
    values["id"] = identifier
    for child in entry:
        if name_of(child) == "descrip" and child.get("type") == "subjectField":
            values["subject"] = _text(child)
        elif name_of(child) == "note":
            values["note"] = _text(child)
        elif name_of(child) == "transacGrp":
            values |= _agreement(child)
    for part in _below(entry, _LANGUAGE_PARTS):
        code = (part.get(_XML_LANG) or "").lower()
        column = language_of(code)
        if column is None:
            wrong.append(
                (code or "xml:lang", _("The language is none of the termbase's: ko, zh-Hans, zh-Hant, en."))
            )
            continue
        _read_language(part, column, values, wrong)
    return values, wrong


def _agreement(group: etree._Element) -> dict[str, str]:
    texts = {name_of(child): _text(child) for child in group}
    if texts.get("transac") != "approval":
        return {}
    return {"agreed-by": texts.get("transacNote", ""), "agreed-on": texts.get("date", "")[:10]}


def _read_language(
    part: etree._Element, column: str, values: dict[str, str], wrong: list[tuple[str, str]]
) -> None:
    # a file may part a language by countries: en-GB and en-US
    variants = [values[f"forbidden-{column}"]] if values.get(f"forbidden-{column}") else []
    for group in _below(part, _TERM_PARTS):
        name = next((_text(each) for each in _below(group, ("term",))), "")
        notes = [
            _text(each) for each in _below(group, ("termNote",)) if each.get("type") == "administrativeStatus"
        ]
        if not name:
            wrong.append((column, _("A name is empty.")))
        elif notes and notes[0] in _FORBIDDEN_READ:
            variants.append(name)
        elif column in values:
            wrong.append(
                (column, _("Two names are preferred: “%(a)s”, “%(b)s”.") % {"a": values[column], "b": name})
            )
        else:
            values[column] = name
            status = _STATUS_READ.get(notes[0]) if notes else None
            if status and column != "zh-hant":
                values["status"] = status
    if column == "zh-hant":
        return
    values[f"forbidden-{column}"] = SEPARATOR.join(variants)
    definition = next((_text(d) for d in _below(part, ("descrip",)) if d.get("type") == "definition"), None)
    if definition is not None:
        values[f"definition-{column}"] = definition


def _below(element: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    return (each for each in element.iterdescendants() if name_of(each) in names)


def _text(element: etree._Element) -> str:
    return "".join(element.itertext()).strip()

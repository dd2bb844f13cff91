"""The XML of a Word package: parsed as a stranger's, named as the standard names it.

Reads: bytes of a part. Writes: an element tree without entities, in the namespaces that Word
writes, whichever form of the standard the part has; short names such as ``w:p``.
"""

from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from archive.parsing.parsed import ParseError
from archive.parsing.readers import untrusted_xml

_DOCTYPE = "<!DOCTYPE"
Element = untrusted_xml.Element

_OFFICE, _STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
_W = f"{_OFFICE}/wordprocessingml/2006/main"
_R = f"{_OFFICE}/officeDocument/2006/relationships"
_M = f"{_OFFICE}/officeDocument/2006/math"
_NAMESPACES = {
    "w": _W,
    "r": _R,
    "m": _M,
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "pr": f"{_OFFICE}/package/2006/relationships",
}
_PREFIXES = {namespace: prefix for prefix, namespace in _NAMESPACES.items()}
_OF_STRICT = {
    f"{_STRICT}/wordprocessingml/main": _W,
    f"{_STRICT}/officeDocument/relationships": _R,
    f"{_STRICT}/officeDocument/math": _M,
}
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_DOCTYPES = [_DOCTYPE.encode(code) for code in _ENCODINGS]
_OFF = {"0", "false", "off", "none"}


def parse_part(data: bytes, name: str) -> Element:
    """The root of a part. Raises ParseError: ``unsafe_xml``, ``damaged_file``."""
    if any(doctype in data for doctype in _DOCTYPES):
        raise _unsafe(name)
    try:
        root = untrusted_xml.root_of(_in_usual_form(data))
    except etree.XMLSyntaxError as error:
        raise _unsound(name, error.msg or "") from error
    if root.getroottree().docinfo.doctype:
        raise _unsafe(name)
    return root


def _in_usual_form(data: bytes) -> bytes:
    """The part with the usual namespaces, where it declares those of the strict form."""
    for code in _ENCODINGS:
        if _STRICT.encode(code) in data:
            for quote in "\"'":
                for strict, usual in _OF_STRICT.items():
                    old, new = (f"{quote}{one}{quote}".encode(code) for one in (strict, usual))
                    data = data.replace(old, new)
    return data


def nodes_in(data: bytes) -> int:
    """No fewer than the tags and attributes of a part."""
    return data.count(b"<") + data.count(b"=")


def _unsound(name: str, reason: str) -> ParseError:
    """What is wrong with a part: libxml2 names its option for huge files where a limit is met."""
    if "huge" in reason.lower():
        return ParseError(
            "too_large",
            f"Its part {name} is nested more deeply, or has a longer stretch of text, than any "
            f"resolution ({reason}); give one resolution per file.",
        )
    return ParseError(
        "damaged_file",
        f"The file is damaged: its part {name} is not sound XML ({reason}); open it in Word and "
        "save it again.",
    )


def _unsafe(name: str) -> ParseError:
    return ParseError(
        "unsafe_xml",
        f"Its part {name} declares a document type, which Word never writes and which can pull in "
        "other files; get the file from its source again.",
    )


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(namespace, '')}:{local}"


def name_of(element: Element) -> str:
    """The short name, ``w:p``; an element of a namespace unknown here has no prefix, ``:x``."""
    return _short(str(element.tag))


@lru_cache(maxsize=256)
def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def children(element: Element | None, name: str) -> Iterable[Element]:
    """The children of one name, in order."""
    return () if element is None else element.iterchildren(_tag(name))


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, of its children the first of the next name, and so on."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(_tag(name)), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute in Word's namespace, or in none."""
    if element is None:
        return None
    found = element.get(f"{{{_W}}}{name}")
    return element.get(name) if found is None else found


def value(element: Element | None, *path: str) -> str | None:
    """What the element at the end of a path is set to; None where there is none."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def number(element: Element | None, *path: str) -> int | None:
    """What the element at the end of a path is set to, as a whole number."""
    return as_number(value(element, *path))


def as_number(written: str | None) -> int | None:
    """A whole number as attributes write it, None for anything else."""
    digits = (written or "").strip()
    is_number = digits.removeprefix("-").isdecimal() and len(digits) <= len("-123456789")
    return int(digits) if is_number else None


def relation(element: Element) -> str | None:
    """The relationship an element names."""
    return element.get(f"{{{_R}}}id")


def switched(element: Element | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not there."""
    if element is None:
        return None
    return (attribute(element, "val") or "1").lower() not in _OFF

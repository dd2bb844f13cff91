"""The XML of a Word package: parsed as a stranger's, named as the standard names it.

Reads: bytes of a part. Writes: an element tree without entities; short names such as ``w:p`` for
both namespaces of the standard, the transitional one that Word writes and the strict one.
"""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from archive.parsing.parsed import ParseError

Element = etree._Element  # noqa: SLF001 - lxml gives its elements no public name

#: Far more tags and attributes than any resolution has; beyond it a tree fills the memory.
MOST_NODES = 1_500_000
_OFFICE, _STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
_MICROSOFT = "http://schemas.microsoft.com/office/word"
_W, _W_STRICT = f"{_OFFICE}/wordprocessingml/2006/main", f"{_STRICT}/wordprocessingml/main"
_R, _R_STRICT = (
    f"{_OFFICE}/officeDocument/2006/relationships",
    f"{_STRICT}/officeDocument/relationships",
)
_PREFIXES = {
    _W: "w",
    _W_STRICT: "w",
    _R: "r",
    _R_STRICT: "r",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/package/2006/relationships": "pr",
    f"{_MICROSOFT}/2010/wordprocessingShape": "wps",
}
_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = [_DOCTYPE.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
_OFF = {"0", "false", "off", "none"}


def parse_part(data: bytes, name: str) -> Element:
    """The root of a part. Raises ParseError: ``unsafe_xml``, ``too_large``, ``damaged_file``."""
    if any(doctype in data for doctype in _DOCTYPES):
        raise _unsafe(name)
    nodes = nodes_in(data)
    if nodes > MOST_NODES:
        raise ParseError(
            "too_large",
            f"Its part {name} has some {nodes:,} tags and attributes; give one resolution per "
            "file.",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ParseError(
            "damaged_file",
            f"The file is damaged: its part {name} is not sound XML ({error.msg}); open it in Word "
            "and save it again.",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise _unsafe(name)
    return root


def nodes_in(data: bytes) -> int:
    """No fewer than the tags and attributes of a part."""
    return data.count(b"<") + data.count(b"=")


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
    tag = element.tag
    return _short(tag) if isinstance(tag, str) else ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of one name, in order."""
    if element is not None:
        yield from (one for one in element if name_of(one) == name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, of its children the first of the next name, and so on."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute in Word's namespace, in either form of it, or in none."""
    if element is None:
        return None
    for key in (f"{{{_W}}}{name}", f"{{{_W_STRICT}}}{name}", name):
        value = element.get(key)
        if value is not None:
            return value
    return None


def value(element: Element | None, *path: str) -> str | None:
    """What the element at the end of a path is set to; None where there is none."""
    return attribute(child(element, *path), "val")


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
    return element.get(f"{{{_R}}}id") or element.get(f"{{{_R_STRICT}}}id")


def switched(element: Element | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not there."""
    if element is None:
        return None
    return (attribute(element, "val") or "1").lower() not in _OFF

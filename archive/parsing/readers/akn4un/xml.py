"""XML of Akoma Ntoso as a tree, read so that a hostile file can do no harm.

Reads: bytes. Writes: the root element, comments and processing instructions left out; or a
refusal. No entity is declared, no other file is fetched, and neither the number of elements nor
their depth may be out of all proportion to a resolution.
"""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from archive.parsing.parsed import ParseError
from archive.parsing.readers import untrusted_xml

#: Its name has a namespace, which differs by version: see ``name_of``.
Element = untrusted_xml.Element

#: The longest resolutions have some thirty thousand tags, nested fifteen deep.
MOST_TAGS = 300_000
MOST_NOTES = 20_000
DEEPEST = 60
_GET_AGAIN = "get the file again"


def read_tree(data: bytes) -> Element:
    """The root of the document.

    Raises ParseError: ``unsafe_xml`` for a document type (it may declare entities),
    ``too_large`` for too many tags or too deep ones, ``damaged_file`` for what is no XML.
    """
    _refuse_declarations(data)
    if data.count(b"<") > MOST_TAGS:
        raise ParseError(
            "too_large",
            f"The file has more than {MOST_TAGS:,} tags; give one resolution per file.",
        )
    root = _parsed(data)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe()
    _refuse_depth(root)
    if sum(1 for _ in islice(find_all(root, "authorialNote"), MOST_NOTES + 1)) > MOST_NOTES:
        raise ParseError(
            "too_large",
            f"The file has more than {MOST_NOTES:,} notes; give one resolution per file.",
        )
    return root


def _refuse_declarations(data: bytes) -> None:
    """Refuse a document type before anything is read, in whichever Unicode form it is written."""
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _unsafe()


def _unsafe() -> ParseError:
    return ParseError(
        "unsafe_xml",
        "The XML declares a document type, which may declare entities; files of the United "
        "Nations have none. Take the declaration out, or get the file again.",
    )


def _parsed(data: bytes) -> Element:
    try:
        return untrusted_xml.root_of(data.lstrip())
    except etree.XMLSyntaxError as error:
        raise ParseError(
            "damaged_file", f"The XML is damaged: {error.msg}; {_GET_AGAIN}."
        ) from None


def _refuse_depth(root: Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise ParseError(
                "too_large",
                f"The XML nests its elements more than {DEEPEST} deep; {_GET_AGAIN}.",
            )


def name_of(element: Element) -> str:
    """The element's name without its namespace, which differs between versions of the standard."""
    return str(element.tag).rpartition("}")[2]


def find_all(root: Element, name: str) -> Iterator[Element]:
    """Every element of a name below a root, in order, in whichever namespace."""
    return root.iterdescendants(f"{{*}}{name}")


def find_first(root: Element, name: str) -> Element | None:
    """The first element of a name below a root."""
    return next(find_all(root, name), None)


def place_of(element: Element) -> str:
    """Where an element begins, for a person."""
    return f"line {element.sourceline}"

"""Elements of Akoma Ntoso, and words in them that XML can hold."""

from lxml import etree

from archive.data.xml_words import clean
from archive.parsing.readers.untrusted_xml import Element

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Of what the standard has no element for: the States of a vote, as in files of the UN.
AKN4UN = "http://un.org/akn4un"

#: Elements that words stand in.
_OF_WORDS = frozenset({"p", "heading", "subheading"})


def root(name: str) -> Element:
    """An outermost element."""
    return etree.Element(f"{{{AKN}}}{name}", nsmap={None: AKN, "akn4un": AKN4UN})


def add(parent: Element, name: str, /, *words: str, **attributes: str) -> Element:
    """An element below another, with words in it; ``as_`` is written “as”, ``class_`` likewise."""
    written = {key.rstrip("_"): clean(value) for key, value in attributes.items()}
    child = etree.SubElement(parent, f"{{{AKN}}}{name}", written)
    if words:
        child.text = clean("".join(words))
    return child


def say(element: Element, words: str) -> None:
    """More words at the end of an element, after whatever stands in it."""
    words = clean(words)
    last = next(element.iterchildren(reversed=True), None)  # its length takes long to count
    if last is not None:
        last.tail = (last.tail or "") + words
    else:
        element.text = (element.text or "") + words


def _lay_out(element: Element, depth: int = 0) -> None:
    """Elements that hold elements alone begin lines of their own; words are left as they are."""
    if len(element) == 0 or etree.QName(element).localname in _OF_WORDS:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth


def written(element: Element) -> str:
    """A whole document."""
    _lay_out(element)
    declared = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return declared + etree.tostring(element, encoding="unicode") + "\n"

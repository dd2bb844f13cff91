"""XML from strangers, read in one way: no entity is put in, no other file or network is asked.

Reads: bytes. Writes: the root element, comments and processing instructions left out. What else may
be too much (a document type, tags, depth) each format refuses by its own measure.
"""

from lxml import etree

#: An element of a tree; lxml gives its elements no public name.
Element = etree._Element  # noqa: SLF001


def root_of(data: bytes) -> Element:
    """The root of a document. Raises ``lxml.etree.XMLSyntaxError`` for what is no sound XML."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)

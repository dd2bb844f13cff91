"""XML that is written in pieces, each taken away before the next."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from archive.data.xml_words import clean


class XmlPieces:
    """A document under way; what was written stays until it is taken."""

    def __init__(self) -> None:
        self._written = StringIO()
        self._xml = SimplerXMLGenerator(self._written, "utf-8")

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """The declaration, and the outermost element."""
        self._xml.startDocument()
        self._xml.startElement(name, AttributesImpl(attributes))

    def end(self, name: str) -> None:
        """The end of the outermost element."""
        self._xml.endElement(name)

    @contextmanager
    def element(self, name: str, **attributes: str) -> Iterator[None]:
        """An element that others stand in."""
        self._xml.startElement(name, AttributesImpl(attributes))
        yield
        self._xml.endElement(name)

    def leaf(self, name: str, words: str = "", **attributes: str) -> None:
        """An element that only words stand in, or none."""
        self._xml.addQuickElement(name, clean(words), attributes)

    def take(self) -> str:
        """What was written since it was last taken."""
        written = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return written

"""The package of a .docx: its parts in a zip archive, as ECMA-376, part 2, has it.

The times in it are always the same: the same document is the same bytes.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from archive.data.word.document import Document
from archive.data.word.styles import styles
from archive.data.word.writer import MAIN, RELATED, Element, Writer, named, put
from archive.data.xml_words import clean

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"{_PACKAGE}/content-types"
_RELATIONS = f"{_PACKAGE}/relationships"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
#: The parts beside the text, by the names they are related by.
_BESIDE = ("styles", "settings", "header", "footer")
_OF_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The earliest time that a zip archive can tell.
_WHEN = (1980, 1, 1, 0, 0, 0)


def word_file(document: Document) -> bytes:
    """A document as the bytes of a .docx."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as whole:
        for name, root in _parts(document):
            info = ZipInfo(name, _WHEN)
            info.compress_type = ZIP_DEFLATED
            written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            whole.writestr(info, written)
    return content.getvalue()


def _parts(document: Document) -> Iterator[tuple[str, Element]]:
    """Each part by its name; what says which parts there are comes first."""
    writer = Writer(document)
    text = writer.text()
    yield "[Content_Types].xml", _content_types()
    yield "_rels/.rels", _of_package()
    yield "docProps/core.xml", _core(document)
    yield "word/_rels/document.xml.rels", _of_text(writer.addresses)
    yield "word/document.xml", text
    yield "word/header.xml", _around("hdr", document.head, style="Header")
    yield "word/footer.xml", _around("ftr", document.foot, style="Footer")
    yield "word/settings.xml", _settings()
    yield "word/styles.xml", styles(document.language)


def _content_types() -> Element:
    root = etree.Element(named("Types", _TYPES), nsmap={None: _TYPES})
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, named("Default", _TYPES), Extension=ending, ContentType=kind)
    parts = {"/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    parts["/word/document.xml"] = f"{_OF_WORDS}.document.main+xml"
    parts |= {f"/word/{name}.xml": f"{_OF_WORDS}.{name}+xml" for name in _BESIDE}
    for name, kind in parts.items():
        etree.SubElement(root, named("Override", _TYPES), PartName=name, ContentType=kind)
    return root


def _of_package() -> Element:
    return _related(
        {
            "document": (f"{RELATED}/officeDocument", "word/document.xml"),
            "core": (f"{_RELATIONS}/metadata/core-properties", "docProps/core.xml"),
        }
    )


def _of_text(addresses: Mapping[str, str]) -> Element:
    """The parts beside the text, and the addresses it leads to by their names."""
    root = _related({name: (f"{RELATED}/{name}", f"{name}.xml") for name in _BESIDE})
    for address, name in addresses.items():
        _relation(root, name, kind=f"{RELATED}/hyperlink", target=address).set(
            "TargetMode", "External"
        )
    return root


def _related(parts: Mapping[str, tuple[str, str]]) -> Element:
    root = etree.Element(named("Relationships", _RELATIONS), nsmap={None: _RELATIONS})
    for name, (kind, target) in parts.items():
        _relation(root, name, kind=kind, target=target)
    return root


def _relation(root: Element, name: str, *, kind: str, target: str) -> Element:
    attributes = {"Id": name, "Type": kind, "Target": clean(target)}
    return etree.SubElement(root, named("Relationship", _RELATIONS), attributes)


def _core(document: Document) -> Element:
    """What the file says of itself."""
    root = etree.Element(named("coreProperties", _CORE), nsmap={"cp": _CORE, "dc": _DUBLIN_CORE})
    told = {"title": document.title, "creator": "Recalling", "language": document.language}
    for name, words in told.items():
        etree.SubElement(root, named(name, _DUBLIN_CORE)).text = clean(words)
    return root


def _around(name: str, words: str, *, style: str) -> Element:
    """What stands on each page, above its text or below it."""
    root = etree.Element(named(name), nsmap={"w": MAIN})
    made = put(root, "p")
    put(put(made, "pPr"), "pStyle", val=style)
    put(put(made, "r"), "t").text = clean(words)
    return root


def _settings() -> Element:
    """As Word has set documents since 2013; without this it opens them as older ones."""
    root = etree.Element(named("settings"), nsmap={"w": MAIN})
    put(
        put(root, "compat"),
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    return root

"""Word packages made by code, for tests of the reader; their words are invented or the caller's."""

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RAISED = '<w:vertAlign w:val="superscript"/>'
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)
PREAMBLE = "Recalling its resolution 53/144 of 9 December 1998,"
OPERATIVE = "Calls upon all States to give effect to the Declaration;"


def text(words: str) -> str:
    """Words as ``w:t``."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(words)}</w:r>"


def raised(words: str) -> str:
    """A run that is set as a superscript by hand."""
    return run(words, _RAISED)


def reference(number: int, kind: str = "footnote") -> str:
    """The mark of a true note."""
    return f'<w:r><w:rPr>{_RAISED}</w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def p(*content: str, properties: str = "") -> str:
    """A paragraph; content that is no XML is a run of words."""
    runs = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def styled(style: str, *content: str) -> str:
    """A paragraph of a style."""
    return p(*content, properties=f'<w:pStyle w:val="{style}"/>')


def listed(words: str, *, level: int = 0, of: int = 1) -> str:
    """A paragraph that a list numbers."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return p(words, properties=numbered) if words else p(properties=numbered)


def table(*rows: Sequence[str]) -> str:
    """A table; cells that are no XML are a paragraph of words."""
    cells = [
        "".join(f"<w:tc>{one if one.startswith('<') else p(one)}</w:tc>" for one in row)
        for row in rows
    ]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def note(number: int, *content: str, kind: str = "footnote") -> str:
    """A true note as Word writes it, its number a field."""
    mark = f"<w:r><w:rPr>{_RAISED}</w:rPr><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}">{p(mark, " ", *content)}</w:{kind}>'


def level(
    at: int,
    printed: str,
    *,
    form: str = "decimal",
    start: int = 1,
    extra: str = "",
) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{escape(printed)}"/></w:lvl>'
    )


LEVELS = (
    level(0, "%1."),
    level(1, "(%2)", form="lowerLetter"),
    level(2, "(%3)", form="lowerRoman"),
)


def definition(number: int, *levels: str, extra: str = "") -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def listing(number: int, of: int, extra: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


NUMBERING = definition(0, *LEVELS) + listing(1, 0)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def root(kind: str, content: str) -> str:
    """The XML of a part."""
    name = _ROOTS.get(kind.rstrip("0123456789"), kind)
    return f"<w:{name} {_SPACES}>{content}</w:{name}>"


def _content_types(parts: Mapping[str, str]) -> str:
    named = {"document": "document.main"} | {kind: kind.rstrip("0123456789") for kind in parts}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{kind}+xml"/>'
        for part, kind in named.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{overrides}'
        "</Types>"
    )


def members(body: str, **parts: str) -> dict[str, str | bytes]:
    """The members of a package by name; parts by what they are, as ``header1``."""
    related = "".join(
        f'<Relationship Id="rId-{kind}" Type="{R}/{kind.rstrip("0123456789")}" '
        f'Target="{kind}.xml"/>'
        for kind in parts
    )
    return {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}'
        "</Relationships>",
        **{f"word/{kind}.xml": root(kind, content) for kind, content in parts.items()},
    }


def zipped(content: Mapping[str, str | bytes], packing: int = ZIP_DEFLATED) -> bytes:
    """Members as a zip archive."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", packing) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document(body: str, **parts: str) -> bytes:
    """A package with a body and parts such as ``footnotes``."""
    return zipped(members(body, **parts))


def resolution(*operative: str, preamble: Sequence[str] = (PREAMBLE,), after: str = "") -> str:
    """A body: the organ's line, a preamble, operative paragraphs numbered by a list."""
    return (
        p("The General Assembly,")
        + "".join(one if one.startswith("<") else p(one) for one in preamble)
        + "".join(one if one.startswith("<") else listed(one) for one in operative or (OPERATIVE,))
        + after
    )

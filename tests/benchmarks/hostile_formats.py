"""Files of formats with markup, made to hurt: bombs, loops, entities, false sizes, bad paths."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-'
    'types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/'
    'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_BEGIN = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>'
_END = "</w:body></w:document>"
_AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="s">'
_AKN_END = "</statement></akomaNtoso>"
_PARAGRAPHS = ("The General Assembly,", "Recalling its resolution 53/144,", "1. Decides to act.")


def _paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


_TEXT = "".join(map(_paragraph, _PARAGRAPHS))


def docx(document: bytes | str, **others: bytes | str) -> bytes:
    """A Word file of this part; ``others`` are parts by their names, ``__`` for a stroke."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in others.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return written.getvalue()


def _document(inside: str) -> str:
    return _BEGIN + _TEXT + inside + _END


def _declared(data: bytes, size: int) -> bytes:
    """The archive with another size declared for the document part, here and in the list."""
    found = bytearray(data)
    for signature, at_size, at_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = found.find(signature)
        while place >= 0:
            if found[place + at_name :].startswith(b"word/document.xml"):
                struct.pack_into("<I", found, place + at_size, size)
            place = found.find(signature, place + 4)
    return bytes(found)


def _with_member(name: str) -> bytes:
    written = io.BytesIO(docx(_document("")))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(name, "x")
    return written.getvalue()


def _many_members(count: int) -> bytes:
    written = io.BytesIO(docx(_document("")))
    with zipfile.ZipFile(written, "a") as archive:
        for number in range(count):
            archive.writestr(f"word/{number}", "")
    return written.getvalue()


def _entities(root: str, end: str) -> str:
    """Ten levels of ten: a billion characters in a few lines."""
    names = "abcdefghij"
    lines = [f'<!ENTITY {names[0]} "lollollollol">']
    lines += [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)]
    return f"<?xml version='1.0'?><!DOCTYPE x [{''.join(lines)}]>{root}&j;{end}"


def _external(root: str, end: str) -> str:
    return (
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
        "<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]>" + f"{root}&e;{end}"
    )


def _deep(element: str, depth: int) -> str:
    return f"<{element}>" * depth + f"</{element}>" * depth


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a true table of their places."""
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(written)


def _stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def _page_of(*streams: bytes, resources: bytes = b"") -> bytes:
    """A PDF of one page that draws these streams."""
    contents = b" ".join(b"%d 0 R" % (number + 4) for number in range(len(streams)))
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Contents [%s] /Resources << %s >> >>" % (contents, resources),
        *streams,
    )


def _bomb(size: int) -> bytes:
    squeezed = zlib.compress(b"BT (x) Tj ET\n" * (size // 13), 9)
    return _stream(squeezed, b"/Filter /FlateDecode")


def _font() -> bytes:
    return b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


FORMAT_FILES: dict[str, Callable[[int], bytes]] = {
    "docx: a bomb of spaces": lambda size: docx(_document(" " * (30 * size))),
    "docx: a bomb of words": lambda size: docx(_document(_paragraph("word " * (30 * size)))),
    "docx: a bomb in the notes": lambda size: docx(
        _document(""), word__footnotes_xml=" " * (30 * size)
    ),
    "docx: paragraphs": lambda size: docx(_document(_paragraph("Noting it,") * (size // 44))),
    "docx: runs": lambda size: docx(
        _document(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * (size // 27)}</w:p>")
    ),
    "docx: deep elements": lambda size: docx(_document(_deep("w:sdt", size // 20))),
    "docx: deep tables": lambda size: docx(
        _document("<w:tbl><w:tr><w:tc>" * (size // 60) + "</w:tc></w:tr></w:tbl>" * (size // 60))
    ),
    "docx: 1 GB declared": lambda _: _declared(docx(_document("")), 1_000_000_000),
    "docx: less declared than there is": lambda _: _declared(docx(_document(" " * 10**7)), 10),
    "docx: a path upwards": lambda _: _with_member("../../etc/cron.d/x"),
    "docx: a path from the root": lambda _: _with_member("/etc/cron.d/x"),
    "docx: many members": lambda size: _many_members(size // 100),
    "docx: entities": lambda _: docx(_entities(f'<w:document xmlns:w="{_W}">', "</w:document>")),
    "docx: external references": lambda _: docx(
        _external(f'<w:document xmlns:w="{_W}">', "</w:document>")
    ),
    "docx: cut short": lambda _: docx(_document(""))[:-30],
    "akn: entities": lambda _: _entities(_AKN, _AKN_END).encode(),
    "akn: external references": lambda _: _external(_AKN, _AKN_END).encode(),
    "akn: deep elements": lambda size: (_AKN + _deep("p", size // 7) + _AKN_END).encode(),
    "akn: many elements": lambda size: (
        _AKN + "<mainBody>" + "<p>Noting it,</p>" * (size // 17) + "</mainBody>" + _AKN_END
    ).encode(),
    "akn: many attributes": lambda size: (
        _AKN + "<p " + " ".join(f'a{n}="x"' for n in range(size // 12)) + "/>" + _AKN_END
    ).encode(),
    "akn: not closed": lambda size: (_AKN + "<p>" * (size // 3)).encode(),
    "html: deep elements": lambda size: b"<html><body>" + b"<div>" * (size // 5),
    "html: open tags": lambda size: b"<html><body>" + b"<" * size,
    "html: paragraphs": lambda size: b"<html><body>" + b"<p>Noting it," * (size // 13),
    "html: one long text": lambda size: b"<html><body>The General Assembly," + b"a " * (size // 2),
    "html: entities": lambda size: b"<html><body>" + b"&amp;&nbsp;&#1;" * (size // 15),
    "html: cells": lambda size: b"<html><body><table><tr>" + b"<td>a" * (size // 5),
    "html: comments": lambda size: b"<html><body>" + b"<!--" * (size // 4),
    "pdf: pages in a loop": lambda _: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
    ),
    "pdf: a parent in a loop": lambda _: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
    ),
    "pdf: a reference to itself": lambda _: pdf(b"1 0 R"),
    "pdf: tables in a loop": lambda _: pdf(b"<< /Type /Catalog >>").replace(
        b"/Size", b"/Prev 9 /Size"
    ),
    "pdf: a billion pages": lambda size: pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count 1000000000 >>" % (b"3 0 R " * (size // 6)),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ),
    "pdf: a form that draws itself": lambda _: _page_of(
        _stream(b"/X Do"),
        _stream(
            b"/X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /X 5 0 R >> >>",
        ),
        resources=b"/XObject << /X 5 0 R >>",
    ),
    "pdf: forms that draw forms": lambda size: _page_of(
        *(
            _stream(
                b"/A Do " * 10,
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                b"/Resources << /XObject << /A %d 0 R >> >>" % (number + 1),
            )
            for number in range(4, 2 + len(str(size)))
        ),
        resources=b"/XObject << /A 5 0 R >>",
    ),
    "pdf: a bomb": lambda size: _page_of(_bomb(30 * size)),
    "pdf: a bomb in a bomb": lambda size: _page_of(
        _stream(
            zlib.compress(zlib.compress(b"\0" * (30 * size), 9), 9),
            b"/Filter [/FlateDecode /FlateDecode]",
        )
    ),
    "pdf: 1 GB declared": lambda _: _page_of(
        _stream(b"BT ET").replace(b"/Length 5", b"/Length 1000000000")
    ),
    "pdf: many signs": lambda size: _page_of(
        _stream(b"BT /F1 9 Tf " + b"(Noting it,) Tj 0 -1 Td " * (size // 24) + b"ET"),
        resources=_font(),
    ),
    "pdf: open brackets": lambda size: _page_of(_stream(b"[" * size)),
    "pdf: open strings": lambda size: _page_of(_stream(b"(" * size)),
    "pdf: open dictionaries": lambda size: b"%PDF-1.4\n1 0 obj\n" + b"<<" * (size // 2),
    "pdf: saved states": lambda size: _page_of(_stream(b"q " * (size // 2))),
    "pdf: cut short": lambda _: _page_of(_stream(b"BT ET"))[:200],
    "pdf: no more than its name": lambda size: b"%PDF-1.4\n" + b" " * size,
    "an archive of many members": lambda size: b"PK\x03\x04" + b"PK\x01\x02" * (size // 4),
    "Word 97 without a document": lambda size: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0" * size
    ),
}

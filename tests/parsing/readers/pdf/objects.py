"""PDF files written object by object, for what no typesetter makes."""

from collections.abc import Mapping

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream with its length and further entries of its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf_of(objects: Mapping[int, bytes], *, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of numbered objects, with a table of them and a trailer."""
    data = bytearray(b"%PDF-1.5\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    data += b"trailer\n<< /Size %d %s >>\n" % (max(places) + 1, trailer)
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


def one_page(
    content: bytes, *, resources: bytes = b"/Font << /F1 5 0 R >>", more: Mapping[int, bytes] = {}
) -> bytes:
    """A file of one page; object 4 is what it prints, and 5 its font."""
    return pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << %s >> >>" % resources,
            4: content,
            5: FONT,
            **more,
        }
    )


def printed(*lines: str, size: int = 12) -> bytes:
    """What prints lines one below the other."""
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("latin-1") for line in lines)
    return b"BT /F1 %d Tf %d TL 72 700 Td\n%sET" % (size, size + 2, shown)

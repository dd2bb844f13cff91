"""PDF files that are locked, damaged, empty or made to hurt are refused by the fault's name."""

import time
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers.pdf import read
from archive.parsing.readers.pdf import work as pdf_work
from tests.parsing.readers.pdf.objects import FONT, one_page, pdf_of, printed, stream

WORDS = ("The General Assembly,", "Recalling its resolution 53/144,", "1. Decides to go on.")
GOOD = one_page(stream(printed(*WORDS)))
FLATE = b"/Filter /FlateDecode"


def _texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def _code(data: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        read(data)
    return caught.value.code


def _locked(user: str) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, ownerPassword="owner", strength=128))
    for row, line in enumerate(WORDS):
        canvas.drawString(72, 700 - 14 * row, line)
    canvas.save()
    return buffer.getvalue()


def test_a_file_that_asks_for_a_password_is_refused_as_encrypted() -> None:
    assert _code(_locked("secret")) == "pdf_encrypted"


def test_a_file_that_only_its_owner_has_locked_is_read() -> None:
    assert _texts(read(_locked(""))) == list(WORDS)


def test_a_file_whose_pages_are_gone_is_refused_as_damaged() -> None:
    assert _code(GOOD[:60]) == "pdf_damaged"
    assert _code(b"%PDF-1.4\nnothing\n") == "pdf_damaged"


def test_a_file_without_its_table_is_searched_for_its_objects() -> None:
    cut = GOOD[: GOOD.index(b"xref")]
    assert _texts(read(cut)) == list(WORDS)
    assert _texts(read(cut + b"trailer\n(nothing)\nstartxref\n0\n")) == list(WORDS)


def test_a_file_whose_table_points_nowhere_is_searched() -> None:
    moved = GOOD.replace(b"%PDF-1.5\n", b"%PDF-1.5\n" + b"% moved\n" * 9)
    assert _texts(read(moved)) == list(WORDS)


def test_a_stream_whose_length_is_wrong_is_read_to_its_end() -> None:
    body = printed(*WORDS)
    for length in (b"9999999999", b"4 0 R"):
        data = one_page(b"<< /Length %s >>\nstream\n%s\nendstream" % (length, body))
        assert _texts(read(data)) == list(WORDS)


def _packed(*, with_trailer: bool) -> bytes:
    """A file whose catalogue and pages stand in an object stream."""
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
    )
    places = [sum(len(body) + 1 for body in bodies[:index]) for index in range(len(bodies))]
    head = b" ".join(b"%d %d" % (number, place) for number, place in enumerate(places, start=1))
    inside = zlib.compress(head + b"\n" + b"\n".join(bodies))
    objects = {
        4: stream(printed(*WORDS)),
        5: FONT,
        6: stream(inside, b"/Type /ObjStm /N 3 /First %d %s" % (len(head) + 1, FLATE)),
    }
    if with_trailer:
        objects[7] = stream(b"", b"/Type /XRef /Root 1 0 R /Size 8 /W [1 1 1]")
    return pdf_of(objects).partition(b"xref\n4 1")[0]


@pytest.mark.parametrize("with_trailer", [True, False])
def test_objects_in_an_object_stream_are_found_without_a_table(*, with_trailer: bool) -> None:
    assert _texts(read(_packed(with_trailer=with_trailer))) == list(WORDS)


def test_object_streams_that_are_none_hold_nothing() -> None:
    odd = {6: b"<< /Type /ObjStm >>", 7: stream(b"(x) 0 8 9", b"/Type /ObjStm /N 2 /First 6")}
    data = one_page(stream(printed(*WORDS)), more=odd)
    assert _texts(read(data[: data.index(b"xref")])) == list(WORDS)


def test_a_trailer_at_the_very_end_of_a_cut_file_is_read() -> None:
    cut = GOOD[: GOOD.index(b"startxref")].replace(b"/Catalog", b"/Katalog")
    assert _texts(read(cut)) == list(WORDS)


def test_pages_that_are_pictures_are_refused_with_the_advice_to_recognize_their_text() -> None:
    picture = stream(b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1")
    resources = b"/XObject << /Im 6 0 R >>"
    data = one_page(stream(b"/Im Do"), resources=resources, more={6: picture})
    with pytest.raises(ParseError, match="pictures") as caught:
        read(data)
    assert caught.value.code == "pdf_without_text"
    assert "OCR" in caught.value.message


def test_empty_pages_are_refused() -> None:
    with pytest.raises(ParseError, match="empty"):
        read(one_page(stream(b"")))


def test_an_unknown_filter_is_a_fault_of_the_file() -> None:
    assert _code(one_page(stream(b"x", b"/Filter /Unheard"))) == "pdf_damaged"


def test_what_cannot_be_unpacked_to_its_end_is_warned_of() -> None:
    packed = zlib.compress(printed(*WORDS) + b" " * 400)
    for damaged in (packed[:-9], packed[:40] + b"\xff\xff" + packed[42:]):
        reading = read(one_page(stream(printed("The General Assembly,")), more={}))
        assert reading.warnings == ()
        content = stream(damaged, FLATE)
        data = pdf_of(
            {
                1: b"<< /Type /Catalog /Pages 2 0 R >>",
                2: b"<< /Type /Pages /Kids [3 0 R] >>",
                3: b"<< /Type /Page /Contents [4 0 R 6 0 R] /Resources << /Font << /F1 5 0 R >> "
                b">> >>",
                4: stream(printed(*WORDS)),
                5: FONT,
                6: content,
            }
        )
        assert [warning.code for warning in read(data).warnings] == ["characters_lost"]


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a stream that unpacks to a hundred megabytes": lambda: one_page(
        stream(zlib.compress(b" " * 100_000_000), FLATE)
    ),
    "a packed stream in a packed stream": lambda: one_page(
        stream(
            zlib.compress(zlib.compress(b" " * 100_000_000)),
            b"/Filter [/FlateDecode /FlateDecode]",
        )
    ),
    "runs of one byte": lambda: one_page(stream(b"\x81 " * 1_000_000, b"/Filter /RunLengthDecode")),
    "a million marks": lambda: one_page(stream(zlib.compress(b"0 0 m " * 2_000_000), FLATE)),
    "half a million letters": lambda: one_page(
        stream(zlib.compress(b"BT /F1 1 Tf (" + b"a" * 500_000 + b") Tj ET"), FLATE)
    ),
    "a string of brackets": lambda: one_page(stream(b"(" * 5_000_000)),
    "a name that never ends": lambda: pdf_of(
        {1: b"<< /Type /Catalog /X /" + b"#41" * 3_000_000 + b" >>"}
    ),
    "lists in lists": lambda: pdf_of({1: b"<< /Type /Catalog /X " + b"[" * 2_000_000}),
    "a page tree that holds itself": lambda: pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] >>",
            3: b"<< /Type /Pages /Kids [2 0 R] >>",
        }
    ),
    "a reference to itself": lambda: pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"2 0 R"}),
    "six hundred pages": lambda: pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] >>" % (b"<< /Type /Page >>" * 600),
        }
    ),
    "forms that draw forms": lambda: one_page(
        stream(b"/A Do " * 10),
        resources=b"/XObject << /A 6 0 R >>",
        more={
            number: stream(
                b"/A Do " * 10,
                b"/Subtype /Form /Resources << /XObject << /A %d 0 R >> >>" % (number + 1),
            )
            for number in range(6, 30)
        },
    ),
    "a row of a thousand million columns": lambda: one_page(
        stream(
            zlib.compress(b"x" * 100),
            FLATE + b" /DecodeParms << /Predictor 12 /Columns 1000000000 >>",
        )
    ),
    "a million objects with one number": lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 1_000_000,
    "a file of empty lines": lambda: b"%PDF-1.4" + b"\n" * 5_000_000,
    "a file of one line": lambda: b"%PDF-1.4" + b"x" * 5_000_000,
}


def _refused_within(seconds: float, data: bytes) -> None:
    started = time.process_time()
    assert _code(data) in {"too_large", "pdf_damaged", "pdf_without_text"}
    assert time.process_time() - started < seconds


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_hurt_is_refused_as_soon_as_its_work_is_counted(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tenth of the work takes a tenth of the time, so that each shape is tried cheaply.

    ``tests/benchmarks/hostile.py`` measures them at the limits that hold.
    """
    monkeypatch.setattr(pdf_work, "MOST_STEPS", pdf_work.MOST_STEPS // 10)
    _refused_within(10, HOSTILE[name]())


def test_a_table_that_leads_back_to_itself_is_read_once() -> None:
    start = GOOD.index(b"xref\n")
    looped = GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)
    assert _texts(read(looped)) == list(WORDS)


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    form = stream(
        printed(*WORDS) + b" /A Do",
        b"/Subtype /Form /Resources << /Font << /F1 5 0 R >> /XObject << /A 6 0 R >> >>",
    )
    data = one_page(stream(b"/A Do"), resources=b"/XObject << /A 6 0 R >>", more={6: form})
    assert _texts(read(data)) == list(WORDS)


@pytest.mark.parametrize("limit", ["MOST_STEPS", "MOST_LINES", "MOST_GLYPHS", "MOST_BYTES"])
def test_each_limit_holds_for_the_whole_file(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = one_page(stream(zlib.compress(printed(*WORDS)), FLATE))
    assert _texts(read(data)) == list(WORDS)
    monkeypatch.setattr(pdf_work, limit, 2)
    assert _code(data) == "too_large"

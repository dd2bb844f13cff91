"""What a page's description prints, operator by operator, is read with its place."""

import itertools
import zlib
from base64 import a85encode

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers.pdf.fonts import UNKNOWN
from archive.parsing.readers.pdf.glyphs import PrintedPage, Rule
from archive.parsing.readers.pdf.pages import printed_pages
from archive.parsing.readers.pdf.work import Work
from tests.parsing.readers.pdf.objects import one_page, printed, stream

FORM = b"/Subtype /Form /Resources << /Font << /F1 5 0 R >> >>"


def _page(content: bytes, **given: object) -> PrintedPage:
    data = one_page(stream(content), **given)  # type: ignore[arg-type]
    return printed_pages(data, Work())[0]


def _text(page: PrintedPage) -> str:
    return "".join(glyph.text for glyph in page.glyphs)


def _baselines(content: bytes) -> list[tuple[str, float, float]]:
    page = _page(content)
    return [(glyph.text, round(glyph.x0, 2), round(glyph.y, 2)) for glyph in page.glyphs]


def test_a_sign_stands_where_moves_and_matrices_put_it() -> None:
    assert _baselines(b"BT /F1 10 Tf 72 700 Td (a) Tj 10 -20 Td (b) Tj ET") == [
        ("a", 72, 92),
        ("b", 82, 112),
    ]
    assert _baselines(b"q 2 0 0 2 10 20 cm BT /F1 10 Tf 1 0 0 1 5 300 Tm (a) Tj ET Q") == [
        ("a", 20, 172)
    ]
    assert _baselines(b"BT /F1 10 Tf 0 700 Td 5 Ts (a) Tj ET Q") == [("a", 0, 87)]


def test_lines_follow_by_their_leading() -> None:
    content = (
        b"BT /F1 10 Tf 0 700 Td 14 TL (a) Tj T* (b) Tj (c) ' 1 2 (d) \" 0 -9 TD (e) Tj T* (f) Tj"
    )
    assert [y for _, _, y in _baselines(content)] == [92, 106, 120, 134, 143, 152]


def test_gaps_come_from_spacing_and_from_numbers_between_strings() -> None:
    page = _page(
        b"BT /F1 10 Tf 0 700 Td [(a) -500 (b)] TJ 3 Tc (cc) Tj 0 Tc 7 Tw ( d) Tj 50 Tz (e) Tj"
    )
    places = {glyph.text: round(glyph.x0, 2) for glyph in page.glyphs}
    widths = {"a": 4.44, "b": 5.0, "c": 4.44, " ": 2.5, "d": 5.0}
    assert places["b"] == round(widths["a"] + 5, 2)
    assert places[" "] == round(places["b"] + 5.0 + 2 * (4.44 + 3), 2)
    assert places["d"] == round(places[" "] + 2.5 + 7, 2)
    assert page.glyphs[-1].x1 - page.glyphs[-1].x0 == pytest.approx(4.44 / 2)


def test_strings_are_read_with_brackets_escapes_and_figures() -> None:
    content = rb"BT /F1 10 Tf (a\(b\)c(d)\145\
f\\) Tj <67 6> Tj (x\r\n\q) Tj ET"
    assert _text(_page(content)) == "a(b)c(d)ef\\g‘x  q"
    assert _text(_page(b"BT /F1 10 Tf (a\\\r\nb) Tj (open (c)) Tj (never shown")) == "abopen (c)"


def test_a_picture_in_the_description_is_passed_over() -> None:
    picture = b"BI /W 1 /H 1 ID (not shown) Tj EI "
    assert _text(_page(b"BT /F1 9 Tf (a) Tj " + picture + b"(b) Tj")) == "ab"
    assert _text(_page(b"BT /F1 9 Tf (a) Tj ID (not shown) Tj")) == "a"


def test_what_is_no_operator_or_lacks_what_it_needs_does_nothing() -> None:
    content = (
        b'BT /F1 9 Tf % (note) Tj\n<< /A 1 >> foo 1 Td ] /X Tc Tj (a) Tj 1..2 Ts /Y Do /a /b " ET'
    )
    page = _page(content)
    assert _text(page) == "a"


def test_invisible_and_white_letters_are_hidden_and_turned_ones_apart() -> None:
    content = (
        b"BT /F1 9 Tf 50 500 Td (seen) Tj 3 Tr (under) Tj 0 Tr 1 g (white) Tj 1 1 1 rg (rgb) Tj "
        b"0 0 0 0 k (cmyk) Tj 0 g (black) Tj 0 1 -1 0 9 9 Tm (turned) Tj ET"
    )
    page = _page(content)
    assert _text(page) == "seenblack"
    assert "".join(glyph.text for glyph in page.hidden) == "underwhitergbcmyk"
    assert "".join(glyph.text for glyph in page.turned) == "turned"


def test_full_ink_of_a_colour_of_its_own_is_not_white() -> None:
    content = (
        b"BT /F1 9 Tf 9 9 Td /S cs 1 scn (ink) Tj /DeviceGray cs 1 sc (white) Tj "
        b"/P cs /x scn (p) Tj"
    )
    page = _page(
        content,
        resources=b"/Font << /F1 5 0 R >> /ColorSpace << /S [/Separation /Black] >>",
    )
    assert _text(page) == "inkp"


def test_letters_beyond_the_edge_of_the_page_are_hidden() -> None:
    page = _page(b"BT /F1 9 Tf 700 700 Td (right) Tj -690 0 Td (on) Tj 0 -900 Td (below) Tj ET")
    assert _text(page) == "on"


def test_a_form_is_part_of_the_page_and_a_picture_is_counted() -> None:
    more = {
        6: stream(b"BT /F1 9 Tf 1 1 Td (in) Tj ET", FORM + b" /Matrix [1 0 0 1 70 80]"),
        7: stream(b"", b"/Subtype /Image"),
        8: stream(b"", b"/Subtype /PS"),
    }
    page = _page(
        b"/A Do /B Do /C Do BT /F1 9 Tf 9 9 Td (out) Tj",
        resources=b"/Font << /F1 5 0 R >> /XObject << /A 6 0 R /B 7 0 R /C 8 0 R >>",
        more=more,
    )
    assert _text(page) == "inout"
    assert (page.glyphs[0].x0, page.glyphs[0].y, page.pictures) == (71, 792 - 81, 1)


def test_thin_shapes_are_rules_and_others_are_not() -> None:
    content = (
        b"10 700 m 90 700 l S 10 600 80 .5 re f 10 500 80 50 re f 0 0 m 9 9 9 9 50 0 c S "
        b"1 1 m 2 2 3 3 v 1 1 2 2 y S 10 400 m 90 400 l n 10 300 l S 1 1 1 1 1 1 c S"
    )
    assert _page(b"BT /F1 9 Tf 9 9 Td (a) Tj ET " + content).rules == [
        Rule(10, 92, 90, 92),
        Rule(10, 191.5, 90, 192),
    ]


@pytest.mark.parametrize(
    ("turn", "place"), [(0, (72, 92)), (90, (700, 72)), (180, (540, 700)), (270, (92, 540))]
)
def test_a_page_is_read_as_it_is_turned(turn: int, place: tuple[float, float]) -> None:
    matrices = {0: b"1 0 0 1", 90: b"0 1 -1 0", 180: b"-1 0 0 -1", 270: b"0 -1 1 0"}
    content = b"BT /F1 9 Tf %s 72 700 Tm (a) Tj ET" % matrices[turn]
    data = one_page(stream(content)).replace(b"/Contents", b"/Rotate %d /Contents" % turn)
    page = printed_pages(data, Work())[0]
    assert [(round(glyph.x0), round(glyph.y)) for glyph in page.glyphs] == [place]
    assert (page.width, page.height) == ((792, 612) if turn in {90, 270} else (612, 792))


def _with_font(font: bytes, shown: bytes, more: dict[int, bytes] | None = None) -> str:
    content = b"BT /F1 9 Tf 72 700 Td %s Tj ET" % shown
    return _text(_page(content, more={5: font, **(more or {})}))


SIMPLE = b"<< /Type /Font /Subtype /Type1 /BaseFont /Own %s >>"
TABLE = (
    b"/CIDInit begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    b"3 beginbfchar <01> <0041> <02> <00660069> <3> <D835DC00> endbfchar\n"
    b"2 beginbfrange <10> <12> <0061> <20> <22> [<0078> <0079> <007A>] <30> <31> <> endbfrange "
    b"endcmap"
)


def test_signs_come_from_a_fonts_own_table() -> None:
    font = SIMPLE % b"/ToUnicode 6 0 R"
    shown = b"<0102301011122021227A>"
    assert _with_font(font, shown, {6: stream(TABLE)}) == "Afi0abcxyzz"


def test_a_font_in_two_bytes_is_read_by_its_table() -> None:
    font = (
        b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] "
        b"/ToUnicode 7 0 R >>"
    )
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /W [1 [500 600]] "
        b"/FontDescriptor 8 0 R >>"
    )
    more = {6: inner, 7: stream(TABLE), 8: b"<< /FontFile2 9 0 R >>", 9: stream(b"not a font")}
    assert _with_font(font, b"<00010011>", more) == "Ab"
    assert _with_font(font, b"<0099>", more) == UNKNOWN


def _true_type(groups: bytes) -> bytes:
    """A TrueType program with a table of groups of codes and nothing else."""
    table = b"\x00\x00\x00\x01\x00\x03\x00\x0a\x00\x00\x00\x0c\x00\x0c\x00\x00" + bytes(8)
    table += (len(groups) // 12).to_bytes(4, "big") + groups
    place = b"cmap" + bytes(4) + (28).to_bytes(4, "big") + len(table).to_bytes(4, "big")
    return b"\x00\x01\x00\x00\x00\x01" + bytes(6) + place + table


@pytest.mark.parametrize(("last", "read"), [(0x5A, "C"), (0xFFFFFFFF, UNKNOWN)])
def test_a_font_without_a_table_is_read_by_its_program_if_that_is_sound(
    last: int, read: str
) -> None:
    group = b"".join(number.to_bytes(4, "big") for number in (0x41, last, 1))
    font = b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    inner = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /FontDescriptor 8 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>"
    )
    more = {6: inner, 8: b"<< /FontFile2 9 0 R >>", 9: stream(_true_type(group))}
    assert _with_font(font, b"<0003>", more) == read


@pytest.mark.parametrize(
    ("widths", "wide"),
    [(b"3 [400] 4 9 600", 5.4), (b"0 1000000000 500", 4.5), (b"/W2 [] 7", 9.0)],
)
def test_widths_of_codes_come_one_by_one_and_in_ranges(widths: bytes, wide: float) -> None:
    font = b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /W [%s] >>" % widths
    page = _page(b"BT /F1 9 Tf 9 9 Td <0005> Tj ET", more={5: font, 6: inner})
    assert round(page.glyphs[0].x1 - page.glyphs[0].x0, 2) == wide


def test_a_font_of_drawings_has_a_measure_of_its_own() -> None:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 %s] /FontMatrix [.01 0 0 .01 0 0] "
        b"/FirstChar 97 /Widths [50] /Encoding << /Differences [97 /a] >> /CharProcs << >> >>"
    )
    for box, size in ((b"60 80", 8), (b"0 0", 10)):
        page = _page(b"BT /F1 10 Tf 9 9 Td (a) Tj ET", more={5: font % box})
        assert [(glyph.text, round(glyph.size, 2)) for glyph in page.glyphs] == [("a", size)]


def test_references_in_a_font_end() -> None:
    chain = {number: b"%d 0 R" % (number + 1) for number in range(6, 40)}
    nested = b"[" * 20 + b"1" + b"]" * 20
    font = SIMPLE % (b"/Widths 6 0 R /Odd 6 0 R /Deep %s" % nested)
    assert _with_font(font, b"(a)", chain | {40: b"[1]"}) == "a"


def _lzw(data: bytes) -> bytes:
    """Packed by LZW as plainly as can be: each byte its own code, between a start and an end."""
    bits = "".join(f"{code:09b}" for code in (256, *data, 257))
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


BODY = printed("Good")
PACKED = {
    b"/FlateDecode": zlib.compress(BODY),
    b"/ASCIIHexDecode": BODY.hex().encode() + b">",
    b"/ASCII85Decode": a85encode(BODY) + b"\n~>",
    b"/LZWDecode": _lzw(BODY),
    b"/RunLengthDecode": bytes([len(BODY) - 1]) + BODY + bytes([250]) + b" " + b"\x80",
    b"[/ASCIIHexDecode /FlateDecode]": zlib.compress(BODY).hex().encode(),
}


@pytest.mark.parametrize("named", PACKED)
def test_streams_are_unpacked(named: bytes) -> None:
    work = Work()
    data = one_page(stream(PACKED[named], b"/Filter " + named))
    assert _text(printed_pages(data, work)[0]) == "Good"
    assert not work.is_broken


@pytest.mark.parametrize("predictor", [1, 2, 12])
def test_a_predicted_stream_is_unpacked(predictor: int) -> None:
    body = BODY
    rows = {1: body, 2: bytes([body[0]]) + bytes(b - a & 255 for a, b in itertools.pairwise(body))}
    rows[12] = b"\x00" + body
    params = b"/Filter /FlateDecode /DecodeParms << /Predictor %d /Columns %d >>"
    data = one_page(stream(zlib.compress(rows[predictor]), params % (predictor, len(body))))
    assert _text(printed_pages(data, Work())[0]) == "Good"


def test_a_page_whose_description_is_no_stream_is_a_fault() -> None:
    with pytest.raises(ParseError, match="damaged"):
        printed_pages(one_page(b"<< /Not /AStream >>"), Work())

"""Scanned pages are read by the letters laid under them, askew or not, in fonts that say little."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from archive.parsing.readers.pdf import read
from tests.parsing.readers.pdf.objects import one_page, stream

LINES = (
    "The General Assembly,",
    "Recalling its resolution 53/144 of 9 December 1998, by which it adopted the text",
    "of the Declaration on the right and responsibility of everyone to promote rights,",
    "1. Calls upon all States to give effect to the Declaration and to keep them safe,",
    "at home and abroad and wherever they may be, as it has done in every year before;",
    "2. Decides to remain seized of the matter.",
)
TEXTS = [LINES[0], " ".join(LINES[1:3]), " ".join(LINES[3:5]), LINES[5]]
PICTURE = b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q "


def _scan(slope: float, *, lines: tuple[str, ...] = LINES, turns: bool = True) -> bytes:
    """A picture over a page, and under it each word by itself on a line that climbs so steeply."""
    words = []
    for row, line in enumerate(lines):
        x = 72.0
        for word in line.split():
            a = f"1 {slope} {-slope} 1" if turns else "1 0 0 1"
            words.append(f"{a} {x:.2f} {700 - 14 * row + slope * (x - 72):.2f} Tm ({word}) Tj")
            x += 0.92 * stringWidth(word, "Times-Roman", 10) + 3
    shown = "BT 3 Tr /F1 10 Tf 92 Tz " + " ".join(words) + " ET"
    return one_page(stream(PICTURE + shown.encode()))


def _texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks]


@pytest.mark.parametrize("turns", [True, False])
@pytest.mark.parametrize("slope", [0.0, 0.005, 0.012, 0.026, -0.012, -0.026])
def test_lines_that_climb_or_fall_are_read_as_lines(slope: float, *, turns: bool) -> None:
    assert _texts(_scan(slope, turns=turns)) == TEXTS


def test_a_page_that_is_no_picture_is_not_made_level() -> None:
    data = (
        _scan(0.026)
        .replace(b"BI /W 1", b"BX /W 1")
        .replace(b"ID \x00 EI", b"XX")
        .replace(b"3 Tr", b"0 Tr")
    )
    assert _texts(data) != TEXTS


def test_two_long_lines_do_not_tell_how_a_page_lies() -> None:
    lines = (LINES[0], LINES[1], LINES[5])
    assert "The General Assembly," in " ".join(_texts(_scan(0.004, lines=lines)))


def test_words_in_a_font_without_widths_stand_apart() -> None:
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Unheard >>"
    shown = b"BT /F1 10 Tf 14 TL 72 700 Td (The General Assembly,) Tj T* (1. Decides it.) Tj ET"
    data = one_page(stream(shown), resources=b"/Font << /F1 6 0 R >>", more={6: font})
    assert _texts(data) == ["The General Assembly,", "1. Decides it."]

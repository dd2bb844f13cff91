"""Signs of a PDF are read plainly, and those that are not seen are left over."""

from archive.parsing.blocks import BlockKind
from archive.parsing.readers.pdf import read
from tests.parsing.readers.pdf.objects import FONT, one_page, pdf_of, printed, stream
from tests.parsing.readers.pdf.pages import of_kind


def test_words_that_are_hidden_or_turned_are_left_over() -> None:
    content = printed("The General Assembly,") + (
        b" BT 3 Tr /F1 9 Tf 72 300 Td (secret words) Tj 0 Tr 0 1 -1 0 20 300 Tm (turned) Tj ET"
    )
    reading = read(one_page(stream(content)))
    assert of_kind(reading, BlockKind.FURNITURE) == ["secret wordsturned"]
    assert "secret" in reading.source_text


def test_letters_laid_under_a_scan_are_read_and_what_marks_notes_is_in_doubt() -> None:
    picture = {6: stream(b"", b"/Subtype /Image")}
    content = b"/Im Do BT 3 Tr ET " + printed("The General Assembly,", "1. Decides it.")
    reading = read(
        one_page(
            stream(content),
            resources=b"/Font << /F1 5 0 R >> /XObject << /Im 6 0 R >>",
            more=picture,
        )
    )
    assert of_kind(reading, BlockKind.TEXT) == ["The General Assembly,", "1. Decides it."]
    assert reading.hidden_marks


def test_signs_a_font_does_not_name_are_warned_of() -> None:
    for shown, message in (("\x01bc", "1 character is."), ("\x01\x02", "2 characters are.")):
        reading = read(one_page(stream(printed("a", shown))))
        assert [warning.code for warning in reading.warnings] == ["characters_lost"]
        assert reading.warnings[0].message.endswith(message)
        assert "\ufffd" in reading.source_text


def test_ligatures_dashes_and_signs_nobody_sees_are_read_plainly() -> None:
    table = (
        b"begincmap 4 beginbfchar <61> <FB01> <62> <00AD> <63> <200B> <64> <0007> endbfchar endcmap"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 6 0 R >>"
    reading = read(one_page(stream(printed("abcde")), more={5: font, 6: stream(table)}))
    assert reading.source_text.strip() == "fi-e"


def test_letters_printed_twice_to_look_bold_are_read_once() -> None:
    twice = b"BT /F1 10 Tf 72 700 Td (ball) Tj 0.3 0 Td (ball) Tj ET"
    assert read(one_page(stream(twice))).source_text.strip() == "ball"


def test_bars_are_furniture() -> None:
    font = FONT.replace(b"Times-Roman", b"ABCDEF+Barcode_3_of_9")
    content = printed("The General Assembly,") + b" BT /F2 12 Tf 72 400 Td (*2112345*) Tj ET"
    data = one_page(stream(content), resources=b"/Font << /F1 5 0 R /F2 6 0 R >>", more={6: font})
    assert of_kind(read(data), BlockKind.FURNITURE) == ["*2112345*"]


def test_a_page_without_words_is_passed_over() -> None:
    data = pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R 6 0 R] >>",
            3: b"<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream(printed("The General Assembly,")),
            5: FONT,
            6: b"<< /Type /Page >>",
        }
    )
    assert [block.text for block in read(data).blocks] == ["The General Assembly,"]


def test_spaces_that_stand_by_themselves_are_nothing() -> None:
    content = b"BT /F1 10 Tf 72 700 Td (  a word) Tj 0 -50 Td (   ) Tj 0 -50 Td (b) Tj ET"
    texts = of_kind(read(one_page(stream(content))), BlockKind.TEXT)
    assert texts in (["a word", "b"], ["a word b"])


def test_words_in_a_font_that_is_missing_are_warned_of() -> None:
    content = printed("The General Assembly,") + b" BT /F9 10 Tf 72 400 Td (lost) Tj /Gone Do ET"
    assert [warning.code for warning in read(one_page(stream(content))).warnings] == [
        "characters_lost"
    ]

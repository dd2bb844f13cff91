"""A PDF file gives the paragraphs, notes and masthead that it prints, however it is typeset."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from archive.parsing.blocks import BlockKind, Reading, Role
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers.pdf import read
from tests.parsing.printed import codes_of, markers_of, texts_of
from tests.parsing.readers.pdf.files import BOLD, SLANTED, Look, Part, Typesetter, masthead
from tests.parsing.readers.pdf.objects import FONT, one_page, pdf_of, printed, stream

PREAMBLE = (
    (
        "Recalling its resolution 53/144 of 9 December 1998,{1} by which it adopted the "
        "Declaration on the right and responsibility of everyone to promote human rights,"
    ),
    "Recognizing the need for care,",
    (
        "Gravely concerned by the threats and the reprisals that people who speak for the rights "
        "of others face in many countries,{2} on the road as well as at home,"
    ),
)
OPERATIVE = (
    (
        "1. Calls upon all States to give effect to the Declaration and to keep safe those who "
        "act on it, at home and abroad, and in particular:"
    ),
    "(a) To hear them;",
    (
        "(b) To follow, without delay and wherever the law of a State allows it to do so, every "
        "threat that is made against them;"
    ),
    "2. Decides to remain seized of the matter.",
)
NOTES = {"1": "Resolution 53/144, annex.", "2": "See A/66/203, paras. 12 to 14, and A/66/204."}
PLAIN = Look(head="A/RES/70/999", title="Safety of those who speak")
LOOKS = {
    "as the United Nations do": PLAIN,
    "without signs for spaces": replace(PLAIN, has_space_signs=False, note_rule="signs"),
    "ragged": replace(PLAIN, is_justified=False),
    "in blocks": replace(PLAIN, indent=0, gap=12, left=72, right=540),
    "without gaps": replace(PLAIN, gap=0),
    "double-spaced": replace(PLAIN, size=12, leading=24, gap=0, left=72, right=540),
    "with notes as large as the text": replace(PLAIN, note_size=10),
    "without a rule above notes": replace(PLAIN, note_rule="none"),
}


def _document(look: Look, *, times: int = 1, parts: Sequence[Part] = ()) -> bytes:
    setter = Typesetter(look, NOTES)
    masthead(setter, symbol="A/RES/70/999", date="15 February 2016")
    setter.begin_at(230)
    setter.add(Part("Seventieth session", font=BOLD, align="left"))
    setter.add(Part("70/999. Safety of those who speak", font=BOLD, size=12, align="left"))
    setter.add(Part("<i>The General Assembly,</i>"))
    for words in (*PREAMBLE, *(PREAMBLE[1:2] * (times - 1)), *OPERATIVE):
        setter.add(Part(words))
    for part in parts:
        setter.add(part)
    return setter.data()


def _of_kind(reading: Reading, kind: BlockKind) -> list[str]:
    return [block.text for block in reading.blocks if block.kind is kind]


def _without_marks(words: str) -> str:
    return words.replace("{1}", "").replace("{2}", "")


def _holds(found: ParsedResolution) -> None:
    """The document is read whole."""
    texts = texts_of(found)
    assert list(texts) == ["pp1", "pp2", "pp3", "op1", "op1-a", "op1-b", "op2"]
    assert [texts[f"pp{number}"] for number in (1, 2, 3)] == list(map(_without_marks, PREAMBLE))
    assert texts["op1-b"] == OPERATIVE[2].removeprefix("(b) ")
    assert markers_of(found) == {"pp1": [("1", 51)], "pp3": [("2", 121)]}
    assert {note.number: note.text for note in found.footnotes} == NOTES
    assert found.masthead.symbol == "A/RES/70/999"
    assert (found.masthead.title, found.masthead.session) == ("Safety of those who speak", 70)
    assert codes_of(found) == []


@pytest.mark.parametrize("name", LOOKS)
def test_a_document_is_read_as_it_is_printed(name: str) -> None:
    _holds(parse(_document(LOOKS[name])))


TWO = Look(
    columns=2, left=60, right=552, size=8.5, leading=10, gap=3, indent=14, top=90, bottom=330,
    raised_size=5.5, raised_by=3, note_size=7, has_space_signs=False,
)  # fmt: skip


def test_columns_are_read_one_after_the_other_and_each_has_its_notes() -> None:
    setter = Typesetter(TWO, NOTES)
    masthead(setter, symbol="A/RES/70/999", date="15 February 2016")
    setter.begin_at(220)
    setter.add(Part("<i>The General Assembly,</i>"))
    lines = [f"Recalling the promise of year {year} and all that came of it," for year in range(6)]
    for words in (PREAMBLE[0], *lines, PREAMBLE[2], *OPERATIVE):
        setter.add(Part(words))
    found = parse(setter.data())
    texts = list(texts_of(found).values())
    assert texts[1:7] == lines
    assert [texts[0], texts[7]] == [_without_marks(PREAMBLE[0]), _without_marks(PREAMBLE[2])]
    assert markers_of(found) == {"pp1": [("1", 51)], "pp8": [("2", 121)]}
    assert {note.number: note.text for note in found.footnotes} == NOTES
    assert found.masthead.symbol == "A/RES/70/999"


def test_running_heads_and_feet_are_no_text() -> None:
    reading = read(_document(PLAIN, times=90))
    words = " ".join(_of_kind(reading, BlockKind.TEXT))
    assert words.count("Safety of those who speak") == 1
    assert words.count("A/RES/70/999") == 1
    assert "21-00000" not in words
    assert _of_kind(reading, BlockKind.FURNITURE).count("21-00000") == 4
    assert _of_kind(reading, BlockKind.TEXT).count(PREAMBLE[1]) == 90


def _lines(*placed: tuple[float, float, str], font: str = "Times-Roman", size: float = 10) -> bytes:
    setter = Typesetter(Look(job_number=""))
    for x, y, words in placed:
        setter.at(x, y, words, font=font, size=size)
    return setter.data()


def _pages(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """A file whose pages hold lines at their places."""
    setter = Typesetter(Look(job_number=""))
    for number, page in enumerate(pages):
        if number:
            setter.turn()
        for x, y, words in page:
            setter.at(x, y, words)
    return setter.data()


BODY = [
    (72.0, 100.0 + 12 * row, f"Words of line {row} that go on to the margin") for row in range(9)
]


def test_words_that_count_the_pages_or_come_again_at_their_heads_and_feet_are_furniture() -> None:
    pages = [
        [
            (72.0, 50.0, "Some head of the file"),
            *BODY,
            (72.0, 740.0, f"Volume 3, part {number} of it"),
            (500.0, 752.0, "/..."),
        ]
        for number in (1, 2, 3)
    ]
    reading = read(_pages(*pages))
    furniture = _of_kind(reading, BlockKind.FURNITURE)
    assert furniture.count("Some head of the file") == 2
    assert furniture.count("/...") == 3
    assert [words for words in furniture if words.startswith("Volume")] == [
        f"Volume 3, part {number} of it" for number in (1, 2, 3)
    ]


def test_headings_at_the_heads_of_pages_are_text() -> None:
    head = [(72.0, 60.0, "The General Assembly,"), (72.0, 84.0, "1. Decides to go on;")]
    pages = [
        [*head, *BODY],
        [(137.0, 60.0, "Article 5"), *BODY],
        [(137.0, 60.0, "Article 9"), *BODY],
        [(72.0, 60.0, "2. Decides to go on;"), *BODY],
    ]
    texts = _of_kind(read(_pages(*pages)), BlockKind.TEXT)
    assert {"Article 5", "Article 9", "1. Decides to go on;"} < set(texts)
    assert not _of_kind(read(_pages(*pages)), BlockKind.FURNITURE)


def test_a_note_goes_on_below_the_rule_of_the_next_page() -> None:
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    setter.at(72, 620, "____________", size=8)
    setter.at(72, 632, "1", size=5.5)
    setter.at(76, 635, "A note that speaks of much and goes on where the", size=8)
    setter.turn()
    for line in BODY:
        setter.at(*line)
    setter.at(72, 620, "____________", size=8)
    setter.at(76, 635, "next page has room for it.", size=8)
    notes = _of_kind(read(setter.data()), BlockKind.NOTE)
    assert notes == ["A note that speaks of much and goes on where the next page has room for it."]


def _noted(*notes: tuple[str, str], rule: bool = True, size: float = 8) -> Reading:
    """A page with notes, each with its number as printed in front of it."""
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    if rule:
        setter.rule(72, 140, 610)
    for row, (number, words) in enumerate(notes):
        setter.at(72, 630 + 12 * row, f"{number} {words}", size=size)
    return read(setter.data())


def test_notes_with_plain_numbers_are_read_below_a_rule() -> None:
    reading = _noted(("1", "First."), ("2", "Second, see"), ("12 May 1998", "of it."), ("3.", "C."))
    notes = [(block.number, block.text) for block in reading.blocks if block.number]
    assert notes == [("1", "First."), ("2", "Second, see 12 May 1998 of it."), ("3", "C.")]
    assert "." in _of_kind(reading, BlockKind.FURNITURE)
    assert reading.hidden_marks


def test_notes_with_strokes_behind_their_numbers_are_read() -> None:
    reading = _noted(("1/", "First."), ("2/", "Second."))
    assert [block.number for block in reading.blocks if block.number] == ["1", "2"]


def test_a_numbered_paragraph_below_a_rule_is_no_note() -> None:
    reading = _noted(("1.", "Decides to go on."), size=10)
    assert not _of_kind(reading, BlockKind.NOTE)


def test_a_starred_note_is_kept_and_is_no_note_of_the_text() -> None:
    reading = _noted(("*", "Reissued for technical reasons."))
    assert _of_kind(reading, BlockKind.FURNITURE) == ["* Reissued for technical reasons."]


def test_small_lines_at_the_foot_that_nothing_numbers_are_text() -> None:
    reading = _noted(("see", "below."), rule=False)
    assert "see below." in " ".join(_of_kind(reading, BlockKind.TEXT))


def test_lines_below_a_rule_that_begin_no_note_are_text() -> None:
    reading = _noted(("see", "below."))
    assert "see below." in " ".join(_of_kind(reading, BlockKind.TEXT))


def test_an_underlined_word_parts_no_notes() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 100, "The Title Underlined")
    setter.rule(72, 150, 102)
    setter.at(72, 130, "1 See the words")
    assert not _of_kind(read(setter.data()), BlockKind.NOTE)


RAISED = "A long line with words enough to tell what is usual here"


def _raised(*pieces: tuple[str, bool]) -> Reading:
    """A page of one text with raised pieces, above its notes 1 and 2."""
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 88, "The General Assembly,")
    x = 72.0
    for words, is_raised in pieces:
        size = 6.0 if is_raised else 10.0
        setter.at(x, 96 if is_raised else 100, words, size=size)
        x += setter.width_of(words, size=size)
    setter.at(72, 112, RAISED)
    setter.rule(72, 140, 610)
    for number in (1, 2):
        setter.at(72, 628 + 12 * number, str(number), size=5)
        setter.at(76, 631 + 12 * number, "See it.", size=8)
    return read(setter.data())


@pytest.mark.parametrize(
    ("pieces", "words", "marks"),
    [
        ((("Recalling it", False), ("1", True)), "Recalling it", [("1", 12)]),
        ((("Rights", False), ("1, 2", True), (" and", False)), "Rights and", [("1", 6), ("2", 6)]),
        ((("Rights", False), ("1", True), (",", True), (" too", False)), "Rights, too", [("1", 6)]),
        ((("Rights", False), ("1", True), (",", True)), "Rights,", [("1", 6)]),
        ((("Rights", False), ("1/", True), (" too", False)), "Rights too", [("1", 6)]),
        ((("On 5", False), ("th", True), (" May", False)), "On 5th May", []),
        ((("Of 9 km", False), ("3", True), (" wide", False)), "Of 9 km3 wide", []),
        ((("Some 10", False), ("6", True), (" of it", False)), "Some 106 of it", []),
        ((("So", False), ("7", True), (" it goes", False)), "So it goes", [("7", 2)]),
        ((("Rights¹ and", False),), "Rights and", [("1", 6)]),
        ((("See it*", False),), "See it*", []),
    ],
)
def test_raised_numbers_mark_notes_and_other_raised_signs_are_words(
    pieces: tuple[tuple[str, bool], ...], words: str, marks: list[tuple[str, int]]
) -> None:
    reading = _raised(*pieces)
    block = next(block for block in reading.blocks if block.text.startswith(words))
    assert [(mark.number, mark.offset) for mark in block.marks] == marks
    assert all(mark.certain for mark in block.marks)
    kept = "".join(
        block.text + (block.number or "") + "".join(mark.number for mark in block.marks)
        for block in reading.blocks
    )
    assert sorted("".join(kept.split())) == sorted("".join(reading.source_text.split()))


def test_a_number_raised_in_the_title_stays_in_its_words() -> None:
    setter = Typesetter(PLAIN, NOTES)
    setter.add(Part("70/999. Safety{1}", font=BOLD, align="left"))
    setter.add(Part("<i>The General Assembly,</i>"))
    assert _of_kind(read(setter.data()), BlockKind.TEXT)[0] == "70/999. Safety1"


def test_what_stands_out_by_its_looks_is_a_heading() -> None:
    parts = (
        Part("Annex", font=BOLD, align="centre"),
        Part("A declaration on many things that is so long that it takes more than one line of "
             "the page", font=BOLD, align="centre"),
        Part("<i>Article 1</i>", align="centre"),
        Part("Everyone has the right to be heard in this and in every other matter that there is."),
        Part("<i>Article 2</i>", align="centre"),
        Part("No one is left out."),
    )  # fmt: skip
    reading = read(_document(PLAIN, parts=parts))
    roles = {block.text: block.role for block in reading.blocks if block.kind is BlockKind.TEXT}
    assert roles["Annex"] is None
    assert [text[:13] for text, role in roles.items() if role is Role.HEADING] == [
        "A declaration",
        "Article 1",
        "Article 2",
    ]


def test_a_heading_at_the_foot_of_a_page_stands_alone() -> None:
    head = [(72.0, 80.0, "The General Assembly,"), *BODY, (137.0, 600.0, "Article 5")]
    texts = _of_kind(read(_pages(head, BODY)), BlockKind.TEXT)
    assert "Article 5" in texts


def test_sub_paragraphs_that_hang_below_their_labels_are_put_together() -> None:
    hanging = Part(
        "(a) To hear all those who speak, in whatever tongue and at whatever hour they may do so, "
        "and to answer them;",
        indent=24,
        hanging=40,
    )
    texts = _of_kind(read(_document(PLAIN, parts=(hanging,))), BlockKind.TEXT)
    assert hanging.words in texts


def test_a_paragraph_goes_on_over_the_page_and_another_begins_there() -> None:
    wide = "Words that fill the whole of the line from one margin to the other margin"
    lines = [(72.0, 100.0 + 12 * row, wide) for row in range(9)]
    body = [(72.0, 60.0, "The General Assembly,"), (96.0, 84.0, wide[:-8]), *lines]
    for top, joins in (
        ("goes on in small letters.", True),
        ("Goes on in capitals.", True),
    ):
        texts = _of_kind(read(_pages(body, [(72.0, 84.0, top), *lines])), BlockKind.TEXT)
        assert any(f"{wide} {top}" in text for text in texts) is joins
    ended = [*body[:-1], (72.0, 196.0, f"{wide};")]
    for x, top, joins in (
        (72.0, "small letters go on.", True),
        (72.0, "(b) Begins another.", False),
        (96.0, "Stands in and begins.", False),
    ):
        texts = _of_kind(read(_pages(ended, [(x, 84.0, top), *lines])), BlockKind.TEXT)
        assert any(f"{wide}; {top}" in text for text in texts) is joins


def test_words_that_are_hidden_or_turned_are_left_over() -> None:
    content = printed("The General Assembly,") + (
        b" BT 3 Tr /F1 9 Tf 72 300 Td (secret words) Tj 0 Tr 0 1 -1 0 20 300 Tm (turned) Tj ET"
    )
    reading = read(one_page(stream(content)))
    assert _of_kind(reading, BlockKind.FURNITURE) == ["secret wordsturned"]
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
    assert _of_kind(reading, BlockKind.TEXT) == ["The General Assembly,", "1. Decides it."]
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
    assert _of_kind(read(data), BlockKind.FURNITURE) == ["*2112345*"]


def test_a_text_in_one_column_with_cells_side_by_side_has_no_gutter() -> None:
    rows = [(72.0, 100.0 + 12 * row, "left cell") for row in range(5)]
    rows += [(400.0, 100.0 + 12 * row, "right cell") for row in range(5)]
    texts = _of_kind(read(_pages(rows)), BlockKind.TEXT)
    assert " ".join(texts) == " ".join(["left cell right cell"] * 5)


def test_slanted_words_alone_begin_no_paragraph() -> None:
    setter = Typesetter(PLAIN)
    setter.add(Part("<i>The General Assembly,</i>"))
    words = (
        "Requests the printing of the text in a volume of many pages with the name of "
        "<i>A Book Of Rights.</i>"
    )
    setter.add(Part(words))
    texts = _of_kind(read(setter.data()), BlockKind.TEXT)
    assert texts[-1] == words.replace("<i>", "").replace("</i>", "")
    assert SLANTED.endswith("Italic")


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


def test_a_page_that_has_nothing_but_notes_adds_no_text() -> None:
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    setter.turn()
    setter.rule(72, 140, 90)
    setter.at(72, 108, "1", size=5)
    setter.at(76, 111, "See it.", size=8)
    reading = read(setter.data())
    assert _of_kind(reading, BlockKind.NOTE) == ["See it."]
    assert len(_of_kind(reading, BlockKind.TEXT)) == 1


def test_a_rule_in_pieces_is_one_and_a_rule_at_the_end_has_no_notes() -> None:
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    for x in range(72, 132, 10):
        setter.rule(x, x + 10, 600)
    setter.at(72, 618, "1", size=5)
    setter.at(76, 621, "See it.", size=8)
    setter.at(280, 660, "____________")
    assert _of_kind(read(setter.data()), BlockKind.NOTE) == ["See it. ____________"]
    setter = Typesetter(Look(job_number=""))
    for line in BODY:
        setter.at(*line)
    setter.at(280, 360, "____________")
    assert not _of_kind(read(setter.data()), BlockKind.NOTE)


def test_a_title_across_both_columns_parts_what_is_above_from_what_is_below() -> None:
    rows = [(60.0, 100.0 + 12 * row, f"left words, row {row}, of some length") for row in range(24)]
    rows += [(320.0, y, words.replace("left", "right")) for _, y, words in rows]
    rows = [row for row in rows if row[1] not in {208.0, 220.0, 232.0}]
    title = (60.0, 220.0, "A title that stands " + "right " * 14 + "across both of the columns")
    words = " ".join(_of_kind(read(_pages([*rows, title])), BlockKind.TEXT))
    order = [
        "left words, row 0",
        "right words, row 0",
        "A title",
        "left words, row 12",
        "right words, row 12",
    ]
    assert sorted(order, key=words.index) == order


def test_a_title_of_two_lines_and_the_list_of_sponsors_are_one_line_each() -> None:
    setter = Typesetter(PLAIN)
    masthead(setter, symbol="A/C.3/70/L.99", date="15 February 2016")
    setter.begin_at(230)
    states = "Albania, Belgium, Canada, Chile, Costa Rica, Croatia, Cyprus, Czechia, Denmark, "
    sponsored = f"{states}{states}Estonia and Fiji: draft resolution"
    title = "70/999. Safety of those who speak for the rights of others in every one of the "
    setter.add(Part(sponsored, font=BOLD, size=12, align="left"))
    setter.add(Part(f"{title}United Nations", font=BOLD, size=12, align="left"))
    setter.add(Part("<i>The General Assembly,</i>"))
    texts = _of_kind(read(setter.data()), BlockKind.TEXT)
    assert sponsored in texts
    assert f"{title}United Nations" in texts


def test_a_centred_heading_of_two_lines_is_one_heading() -> None:
    heading = [(137.0, 230.0, "Part One"), (137.0, 242.0, "Our Duty")]
    reading = read(_pages([(72.0, 80.0, "The General Assembly,"), *BODY, *heading]))
    assert [block.text for block in reading.blocks if block.role is Role.HEADING] == [
        "Part One Our Duty"
    ]


def test_a_number_printed_over_a_word_marks_its_end() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 80, "The General Assembly,")
    setter.at(72, 100, "Rights are here")
    setter.at(76.5, 96, "1", size=5)
    block = read(setter.data()).blocks[1]
    assert (block.text, [mark.offset for mark in block.marks]) == ("Rights are here", [6])


def test_small_words_far_from_a_line_or_too_many_are_not_raised() -> None:
    setter = Typesetter(Look(job_number=""))
    setter.at(72, 100, "A line of text")
    setter.at(300, 96, "12", size=6)
    setter.at(72, 200, "Another line of text")
    setter.at(72, 196, "too many small words above it", size=6)
    reading = read(setter.data())
    assert not any(block.marks for block in reading.blocks)
    words = " ".join(block.text for block in reading.blocks)
    assert {"12", "too", "many", "above", "Another"} <= set(words.split())


def test_spaces_that_stand_by_themselves_are_nothing() -> None:
    content = b"BT /F1 10 Tf 72 700 Td (  a word) Tj 0 -50 Td (   ) Tj 0 -50 Td (b) Tj ET"
    texts = _of_kind(read(one_page(stream(content))), BlockKind.TEXT)
    assert texts in (["a word", "b"], ["a word b"])


def test_words_in_a_font_that_is_missing_are_warned_of() -> None:
    content = printed("The General Assembly,") + b" BT /F9 10 Tf 72 400 Td (lost) Tj /Gone Do ET"
    assert [warning.code for warning in read(one_page(stream(content))).warnings] == [
        "characters_lost"
    ]

"""A PDF file gives the paragraphs, notes and masthead that it prints, however it is typeset."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from archive.parsing.blocks import BlockKind, Role
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers.pdf import read
from tests.parsing.printed import codes_of, markers_of, texts_of
from tests.parsing.readers.pdf.files import BOLD, SLANTED, Look, Part, Typesetter, masthead
from tests.parsing.readers.pdf.pages import BODY, file_of_pages, of_kind

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
    words = " ".join(of_kind(reading, BlockKind.TEXT))
    assert words.count("Safety of those who speak") == 1
    assert words.count("A/RES/70/999") == 1
    assert "21-00000" not in words
    assert of_kind(reading, BlockKind.FURNITURE).count("21-00000") == 4
    assert of_kind(reading, BlockKind.TEXT).count(PREAMBLE[1]) == 90


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
    reading = read(file_of_pages(*pages))
    furniture = of_kind(reading, BlockKind.FURNITURE)
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
    texts = of_kind(read(file_of_pages(*pages)), BlockKind.TEXT)
    assert {"Article 5", "Article 9", "1. Decides to go on;"} < set(texts)
    assert not of_kind(read(file_of_pages(*pages)), BlockKind.FURNITURE)


def test_a_number_raised_in_the_title_stays_in_its_words() -> None:
    setter = Typesetter(PLAIN, NOTES)
    setter.add(Part("70/999. Safety{1}", font=BOLD, align="left"))
    setter.add(Part("<i>The General Assembly,</i>"))
    assert of_kind(read(setter.data()), BlockKind.TEXT)[0] == "70/999. Safety1"


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
    texts = of_kind(read(file_of_pages(head, BODY)), BlockKind.TEXT)
    assert "Article 5" in texts


def test_sub_paragraphs_that_hang_below_their_labels_are_put_together() -> None:
    hanging = Part(
        "(a) To hear all those who speak, in whatever tongue and at whatever hour they may do so, "
        "and to answer them;",
        indent=24,
        hanging=40,
    )
    texts = of_kind(read(_document(PLAIN, parts=(hanging,))), BlockKind.TEXT)
    assert hanging.words in texts


def test_a_paragraph_goes_on_over_the_page_and_another_begins_there() -> None:
    wide = "Words that fill the whole of the line from one margin to the other margin"
    lines = [(72.0, 100.0 + 12 * row, wide) for row in range(9)]
    body = [(72.0, 60.0, "The General Assembly,"), (96.0, 84.0, wide[:-8]), *lines]
    for top, joins in (
        ("goes on in small letters.", True),
        ("Goes on in capitals.", True),
    ):
        texts = of_kind(read(file_of_pages(body, [(72.0, 84.0, top), *lines])), BlockKind.TEXT)
        assert any(f"{wide} {top}" in text for text in texts) is joins
    ended = [*body[:-1], (72.0, 196.0, f"{wide};")]
    for x, top, joins in (
        (72.0, "small letters go on.", True),
        (72.0, "(b) Begins another.", False),
        (96.0, "Stands in and begins.", False),
    ):
        texts = of_kind(read(file_of_pages(ended, [(x, 84.0, top), *lines])), BlockKind.TEXT)
        assert any(f"{wide}; {top}" in text for text in texts) is joins


def test_a_text_in_one_column_with_cells_side_by_side_has_no_gutter() -> None:
    rows = [(72.0, 100.0 + 12 * row, "left cell") for row in range(5)]
    rows += [(400.0, 100.0 + 12 * row, "right cell") for row in range(5)]
    texts = of_kind(read(file_of_pages(rows)), BlockKind.TEXT)
    assert " ".join(texts) == " ".join(["left cell right cell"] * 5)


def test_slanted_words_alone_begin_no_paragraph() -> None:
    setter = Typesetter(PLAIN)
    setter.add(Part("<i>The General Assembly,</i>"))
    words = (
        "Requests the printing of the text in a volume of many pages with the name of "
        "<i>A Book Of Rights.</i>"
    )
    setter.add(Part(words))
    texts = of_kind(read(setter.data()), BlockKind.TEXT)
    assert texts[-1] == words.replace("<i>", "").replace("</i>", "")
    assert SLANTED.endswith("Italic")


def test_a_title_across_both_columns_parts_what_is_above_from_what_is_below() -> None:
    rows = [(60.0, 100.0 + 12 * row, f"left words, row {row}, of some length") for row in range(24)]
    rows += [(320.0, y, words.replace("left", "right")) for _, y, words in rows]
    rows = [row for row in rows if row[1] not in {208.0, 220.0, 232.0}]
    title = (60.0, 220.0, "A title that stands " + "right " * 14 + "across both of the columns")
    words = " ".join(of_kind(read(file_of_pages([*rows, title])), BlockKind.TEXT))
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
    texts = of_kind(read(setter.data()), BlockKind.TEXT)
    assert sponsored in texts
    assert f"{title}United Nations" in texts


def test_a_centred_heading_of_two_lines_is_one_heading() -> None:
    heading = [(137.0, 230.0, "Part One"), (137.0, 242.0, "Our Duty")]
    reading = read(file_of_pages([(72.0, 80.0, "The General Assembly,"), *BODY, *heading]))
    assert [block.text for block in reading.blocks if block.role is Role.HEADING] == [
        "Part One Our Duty"
    ]

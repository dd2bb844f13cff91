"""Notes of a Word document carry the numbers that Word shows."""

from archive.parsing.blocks import BlockKind, Reading
from archive.parsing.checks import account
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    PREAMBLE,
    SEPARATORS,
    document,
    note,
    p,
    raised,
    reference,
    resolution,
    run,
    table,
    text,
)

NOTES = SEPARATORS + "".join(note(number, f"Note {number}.") for number in range(2, 8))


def reading(body: str, **parts: str) -> Reading:
    return read(document(body, **({"footnotes": NOTES} | parts)))


def marks(found: Reading) -> list[tuple[str, int]]:
    return [(mark.number, mark.offset) for block in found.blocks for mark in block.marks]


def notes(found: Reading) -> list[tuple[str | None, str]]:
    return [(block.number, block.text) for block in found.blocks if block.kind is BlockKind.NOTE]


def custom(number: int, *mark: str) -> str:
    """The reference of a note whose mark the author typed."""
    inside = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
    return f"<w:r>{inside}{''.join(mark)}</w:r>"


def section(properties: str) -> str:
    return f"<w:sectPr><w:footnotePr>{properties}</w:footnotePr></w:sectPr>"


def settings(properties: str) -> str:
    return f"<w:footnotePr>{properties}</w:footnotePr>"


def test_notes_are_numbered_by_where_they_are_marked_and_not_by_their_ids() -> None:
    found = reading(p("Recalling it,", reference(5), " and", reference(2), " more"))
    assert marks(found) == [("1", 13), ("2", 17)]
    assert notes(found) == [("1", "Note 5."), ("2", "Note 2.")]
    assert found.blocks[0].text == "Recalling it, and more"
    assert all(mark.certain for mark in found.blocks[0].marks)


def test_a_space_before_a_mark_is_left_only_where_words_follow() -> None:
    body = p("One ", reference(2), ", two ", reference(3), " three ", reference(4))
    assert reading(body).blocks[0].text == "One, two three"


def test_marks_that_stand_together_leave_what_stood_between_them_over() -> None:
    found = reading(p("Recalling it,", reference(2), raised(", "), reference(3), " and"))
    assert marks(found) == [("1", 13), ("2", 13)]
    assert [block.text for block in found.blocks if block.kind is BlockKind.FURNITURE] == [","]
    assert found.blocks[0].text == "Recalling it, and"


def test_a_note_that_nothing_marks_is_not_shown() -> None:
    assert notes(reading(p("Words", reference(3)))) == [("1", "Note 3.")]


def test_a_note_marked_twice_keeps_its_number() -> None:
    found = reading(p("One", reference(3), " two", reference(3)))
    assert (marks(found), notes(found)) == ([("1", 3), ("1", 7)], [("1", "Note 3.")])


def test_a_note_of_several_paragraphs_is_one_note() -> None:
    long = f'<w:footnote w:id="2">{p("See one")}{p("and two.")}</w:footnote>'
    assert notes(reading(p("Words", reference(2)), footnotes=long)) == [("1", "See one and two.")]


def test_a_note_that_the_file_does_not_have_is_marked_and_empty() -> None:
    found = reading(p("Words", reference(77)))
    assert (marks(found), notes(found)) == ([("1", 5)], [("1", "")])


def test_endnotes_have_the_small_roman_numbers_that_word_gives_them() -> None:
    endnotes = note(2, "First.", kind="endnote") + note(3, "Second.", kind="endnote")
    body = p("One", reference(2, "endnote"), " two", reference(3, "endnote"))
    found = reading(body, endnotes=endnotes)
    assert notes(found) == [("i", "First."), ("ii", "Second.")]
    assert marks(found) == [("i", 3), ("ii", 7)]


def test_the_numbers_have_the_format_and_the_start_that_the_file_says() -> None:
    own = settings('<w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/>')
    assert marks(reading(p("One", reference(2), " two", reference(3)), settings=own)) == [
        ("c", 3),
        ("d", 7),
    ]


def test_numbers_begin_again_in_each_section_that_says_so() -> None:
    again = section('<w:numRestart w:val="eachSect"/>')
    body = (
        p("One", reference(2)) + p("two", reference(3), properties=again)
        + p("three", reference(4)) + again
    )  # fmt: skip
    assert [number for number, _ in marks(reading(body))] == ["1", "2", "1"]


def test_properties_of_a_section_before_a_change_count_for_nothing() -> None:
    changed = (
        "<w:sectPr><w:sectPrChange><w:sectPr><w:footnotePr>"
        '<w:numFmt w:val="lowerRoman"/></w:footnotePr></w:sectPr></w:sectPrChange></w:sectPr>'
    )
    assert marks(reading(p("One", reference(2)) + changed)) == [("1", 3)]


def test_numbers_that_begin_again_on_each_page_run_on_with_a_warning() -> None:
    found = reading(
        p("One", reference(2), " two", reference(3)),
        settings=settings('<w:numRestart w:val="eachPage"/>'),
    )
    assert [number for number, _ in marks(found)] == ["1", "2"]
    assert [warning.code for warning in found.warnings] == ["notes_by_page"]


def test_a_mark_that_the_author_typed_is_the_note_s_number_and_counts_no_other() -> None:
    footnotes = NOTES + f'<w:footnote w:id="9">{p(raised("*"), " Reissued.")}</w:footnote>'
    body = resolution(
        preamble=[p("Recalling the report,", custom(9, text("*")), " and it,", reference(2))]
    )
    data = document(body, footnotes=footnotes, numbering=NUMBERING)
    found = parse(data)
    assert [(one.number, one.offset) for one in found.paragraphs[0].markers] == [
        ("*", 21),
        ("1", 29),
    ]
    assert [(one.number, one.text, one.marked_in) for one in found.footnotes] == [
        ("*", "Reissued.", "pp1"),
        ("1", "Note 2.", "pp1"),
    ]
    assert found.warnings == ()


def test_a_mark_that_the_author_typed_may_follow_in_a_run_of_its_own_or_not_at_all() -> None:
    later = reading(p("One", custom(2), raised("**"), " two"))
    never = reading(p("One", custom(2)))
    assert (marks(later), marks(never)) == ([("**", 3)], [])
    assert notes(later) == [("**", "Note 2.")]


def test_every_character_of_a_note_whose_mark_it_does_not_repeat_is_accounted_for() -> None:
    footnotes = f'<w:footnote w:id="2">{p("Reissued.")}</w:footnote>'
    body = resolution(preamble=[p(PREAMBLE, custom(2, text("*")))])
    data = document(body, footnotes=footnotes, numbering=NUMBERING)
    missing, invented = account(read(data).source_text, parse(data))
    assert (missing.total(), invented.total()) == (0, 0)


def test_a_raised_number_that_refers_to_a_true_note_again_marks_it() -> None:
    found = reading(p("One,", reference(2), " and so forth", raised("1")))
    assert marks(found) == [("1", 4), ("1", 17)]


def test_notes_are_marked_in_tables_too() -> None:
    found = reading(p(PREAMBLE) + table(["State", "Share"], ["Peru", p("0.2", reference(2))]))
    assert marks(found) == [("1", 20)]
    assert found.blocks[1].text == "State Share Peru 0.2"


def test_a_note_marked_in_hidden_words_is_not_shown() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    assert notes(reading(p("Words", hidden, run(" more"), reference(3)))) == [("1", "Note 3.")]

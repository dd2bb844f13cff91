"""Of tracked changes the final text is taken; what it no longer has is left over."""

from archive.parsing.blocks import BlockKind, Reading
from archive.parsing.checks import account
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    OPERATIVE,
    SEPARATORS,
    document,
    listed,
    note,
    p,
    reference,
    resolution,
    run,
    table,
)

NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
END_GONE = '<w:rPr><w:del w:id="1"/></w:rPr>'


def inserted(*content: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{"".join(content)}</w:ins>'


def deleted(*content: str) -> str:
    words = "".join(content).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="2" w:author="A">{words}</w:del>'


def moved_from(*content: str) -> str:
    return f'<w:moveFrom w:id="3" w:author="A">{"".join(content)}</w:moveFrom>'


def moved_to(*content: str) -> str:
    return f'<w:moveTo w:id="4" w:author="A">{"".join(content)}</w:moveTo>'


def reading(body: str, **parts: str) -> Reading:
    return read(document(body, **parts))


def words(found: Reading) -> list[str]:
    return [block.text for block in found.blocks if block.kind is BlockKind.TEXT]


def left(found: Reading) -> list[str]:
    return [block.text for block in found.blocks if block.kind is BlockKind.FURNITURE]


def test_inserted_words_are_kept_and_deleted_ones_left_over_with_their_number() -> None:
    found = reading(p("Calls upon ", inserted(run("all ")), deleted(run("some ")), "States;"))
    assert (words(found), left(found)) == (["Calls upon all States;"], ["some"])
    assert [warning.code for warning in found.warnings] == ["tracked_changes"]
    assert "tracks: 2;" in found.warnings[0].message
    assert "final text" in found.warnings[0].message


def test_words_inserted_and_then_deleted_are_left_over() -> None:
    found = reading(p("States", inserted(deleted(run(" and others"))), ";"))
    assert (words(found), left(found)) == (["States;"], ["and others"])


def test_moved_words_are_read_once_where_they_went() -> None:
    found = reading(p(moved_from(run("Second.")), "First. ") + p(moved_to(run("Second."))))
    assert (words(found), left(found)) == (["First.", "Second."], [])
    assert "tracks: 1;" in found.warnings[0].message


def test_words_moved_to_nowhere_are_left_over() -> None:
    found = reading(p(moved_from(run("Gone.")), "First."))
    assert (words(found), left(found)) == (["First."], ["Gone."])


def test_paragraphs_between_which_the_end_is_deleted_are_one() -> None:
    body = p("Calls upon ", properties=END_GONE) + p(deleted(run("the")), "States;")
    found = reading(body)
    assert (words(found), left(found)) == (["Calls upon States;"], ["the"])


def test_a_paragraph_that_is_deleted_whole_takes_no_number() -> None:
    gone = p(deleted(run("Gone;")), properties=NUMBERED + END_GONE)
    found = reading(listed("One;") + gone + listed("Two;"), numbering=NUMBERING)
    texts = [block for block in found.blocks if block.kind is BlockKind.TEXT]
    assert [(block.label, block.text) for block in texts] == [("1.", "One;"), ("2.", "Two;")]


def test_words_before_a_deleted_end_at_the_end_of_a_cell_are_kept() -> None:
    found = reading(p("Words") + table([p("Cell", properties=END_GONE)]))
    assert words(found) == ["Words", "Cell"]


def test_a_deleted_row_is_left_over() -> None:
    rows = table(["a", "b"], ["c", "d"]).replace(
        "<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>', 1
    )
    found = reading(p("Recalling it,") + rows + p("After"))
    assert (words(found), left(found)) == (["Recalling it,", "c d", "After"], ["a", "b"])


def test_a_table_inside_a_deleted_row_is_deleted_with_all_that_follows_in_the_row() -> None:
    rows = table([table(["a"]) + p(), "b"], ["c", "d"]).replace(
        "<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>', 1
    )
    found = reading(p("Recalling it,") + rows)
    assert (words(found), left(found)) == (["Recalling it,", "c d"], ["a", "b"])


def test_a_note_whose_mark_is_deleted_is_left_over() -> None:
    footnotes = SEPARATORS + note(2, "Deleted note.") + note(3, "Kept note.")
    found = reading(p("One", deleted(reference(2)), " two", reference(3)), footnotes=footnotes)
    assert left(found) == ["Deleted note."]
    assert [(block.number, block.text) for block in found.blocks if block.number] == [
        ("1", "Kept note.")
    ]


def test_a_note_whose_mark_moved_is_kept() -> None:
    footnotes = SEPARATORS + note(2, "Moved note.")
    moved = p(moved_from(reference(2)), "One") + p("two", moved_to(reference(2)))
    again = p(deleted(reference(2)), "One") + p("two", inserted(reference(2)))
    assert left(reading(moved, footnotes=footnotes)) == []
    assert left(reading(again, footnotes=footnotes)) == []


def test_changes_inside_notes_count_too() -> None:
    footnotes = SEPARATORS + note(2, "See ", deleted(run("A/65/1")), inserted(run("A/66/1")))
    found = reading(p("One", reference(2)), footnotes=footnotes)
    assert found.blocks[1].text == "See A/66/1"
    assert left(found) == ["A/65/1"]


def test_old_properties_beside_a_change_of_form_are_not_those_of_the_text() -> None:
    old = f"<w:pPrChange><w:pPr>{NUMBERED}</w:pPr></w:pPrChange>"
    run_old = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    found = reading(p(run("Words", run_old), properties=old), numbering=NUMBERING)
    assert [(block.label, block.text) for block in found.blocks] == [("", "Words")]
    assert found.warnings == ()


def test_every_character_is_accounted_for_once() -> None:
    body = resolution(
        p(run("Calls upon "), deleted(run("some ")), "States;", properties=NUMBERED),
        OPERATIVE,
        after=p(moved_from(run("elsewhere")), "Annex"),
    )
    data = document(body, numbering=NUMBERING)
    found = parse(data)
    missing, invented = account(read(data).source_text, found)
    assert (missing.total(), invented.total()) == (0, 0)
    assert found.leftovers == ("some", "elsewhere")


def test_of_several_moved_passages_only_those_that_arrived_nowhere_are_left_over() -> None:
    body = p(moved_from(run("One.")), "a") + p(moved_from(run("Two.")), "b")
    assert left(reading(body + p(moved_to(run("Two."))))) == ["One."]

"""Plain text: a resolution as it reads, numbered."""

import pytest

from archive.data.plain_text import plain_text_of
from archive.data.records import records_of
from archive.models import Evidence, Footnote, Paragraph, Resolution
from tests import factories as make

pytestmark = pytest.mark.django_db


def _written(symbol: str = "A/RES/66/164") -> str:
    [record] = records_of([symbol])
    return plain_text_of(record, lambda path: f"https://archive.example{path}")


@pytest.fixture
def resolution() -> Resolution:
    """A resolution of a few paragraphs, one with a note and one a table."""
    found = make.adopted("A/RES/66/164", 2011, title="Promotion of the Declaration")
    text = make.make_text(found)
    first = make.make_paragraph(text, "Recalling resolution 53/144,", kind="preambular")
    make.make_footnote(first, "Annex.", marker_offset=27)
    op1 = make.make_paragraph(text, "Calls upon all States:")
    make.make_sub_paragraph(op1, "a", "To protect;")
    make.make_paragraph(text, "Year Sum 2011 7", rows=[[[0, 4], [5, 8]], [[9, 13], [14, 15]]])
    Footnote.objects.create(text=text, position=2, number="2", wording="Never marked.")
    return found


def test_it_begins_with_what_the_resolution_is(resolution: Resolution) -> None:
    symbol, organ, day, gap, title, *_ = _written().splitlines()
    assert (symbol, organ) == ("A/RES/66/164", "General Assembly, sixty-sixth session")
    assert (day[:11], gap, title) == ("Adopted on ", "", "Promotion of the Declaration")


def test_a_paragraph_is_a_line_with_its_number(resolution: Resolution) -> None:
    lines = _written().splitlines()
    assert "[pp 1] Recalling resolution 53/144[1]," in lines
    assert "1. Calls upon all States:" in lines
    assert "    (a) To protect;" in lines


def test_a_row_of_a_table_is_a_line_with_tabs(resolution: Resolution) -> None:
    assert "2.\nYear\tSum\n2011\t7\n" in _written()


def test_notes_stand_at_the_end_marked_or_not(resolution: Resolution) -> None:
    after = _written().partition("\nNotes\n")[2]
    assert "[1] Annex.\n\n[2] Never marked.\n" in after


def test_it_ends_with_where_it_is_from(resolution: Resolution) -> None:
    text = resolution.texts.get()
    foot = _written().partition("\n----\n")[2]
    assert "https://archive.example/A/RES/66/164/source" in foot
    assert text.source_file.sha256 in foot


def test_a_draft_says_so_before_anything_else() -> None:
    make.make_text(make.make_draft(adopted_as=make.adopted("A/RES/70/161", 2015)))
    first = _written("A/C.3/70/L.46").splitlines()[0]
    assert first == (
        "[This is a draft resolution; General Assembly resolution 70/161 was adopted in its place.]"
    )


def test_a_date_that_nobody_has_checked_is_said_to_be_so(resolution: Resolution) -> None:
    make.make_evidence(resolution, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    assert "[nobody has checked this date]" in _written().splitlines()[2]


def test_words_that_go_on_after_sub_paragraphs_stand_at_the_margin_of_their_own() -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    op1 = make.make_paragraph(text, "Calls upon all States:")
    make.make_sub_paragraph(op1, "a", "To protect;")
    make.make_paragraph(
        text, "and to report.", kind=Paragraph.Kind.OPERATIVE, parent=op1, anchor="op1-p1", label=""
    )
    assert "\n\nand to report.\n" in _written()


def test_what_is_only_cited_has_no_plain_text() -> None:
    make.make_resolution("A/RES/53/144")
    with pytest.raises(ValueError, match="holds no text of A/RES/53/144"):
        _written("A/RES/53/144")

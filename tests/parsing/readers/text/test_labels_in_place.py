"""Labels that stand on lines of their own find their paragraphs."""

from tests.parsing.readers.text.pages import FIRST, page_of, parsed, texts_of

LIST = ("1.", "", "Requests the keepers:", "", "(a)", "", "To light lamps;", "")


def test_two_labels_in_a_row_belong_to_the_two_paragraphs_below() -> None:
    found = parsed(page_of(*FIRST, *LIST, "(b)", "2.", "", "To trim them;", "", "Decides so."))
    texts = texts_of(found)
    assert (texts["op1-b"], texts["op2"]) == ("To trim them;", "Decides so.")


def test_a_second_label_without_a_second_paragraph_is_kept() -> None:
    found = parsed(page_of(*FIRST, *LIST, "(b)", "2.", "", "To trim them;", "and wicks."))
    assert "To trim them; and wicks." in texts_of(found)["op1-b"]


def test_a_list_s_first_label_below_a_number_stays_there() -> None:
    found = parsed(page_of(*FIRST, "1.", "(a)", "", "To trim them;", "", "Decides so."))
    texts = list(texts_of(found).values())
    assert texts[-2:] == ["To trim them;", "Decides so."]


def test_two_labels_above_words_that_no_blank_line_parts_stay_as_they_are() -> None:
    found = parsed(page_of(*FIRST, "1.", "2.", "Decides so.", "", "Lights lamps."))
    assert texts_of(found)["op2"] == "Decides so."


def test_two_labels_at_the_end_are_kept() -> None:
    assert texts_of(parsed(page_of(*FIRST, "1.", "", "Lights lamps;", "", "2.", "3.")))


def test_a_quotation_mark_may_stand_before_a_label() -> None:
    quoted = ("“The Assembly,", "“1.", "", "Lights lamps;", "", "“2.", "", "Decides so.”")
    found = parsed(page_of(*FIRST, "1.", "", "Adopts the following:", *quoted))
    assert [text for text in texts_of(found).values() if "Lights" in text or "so" in text]
    assert "“1." not in texts_of(found).values()


def test_a_label_alone_starts_a_paragraph_below_words_without_an_end() -> None:
    rows = [row for n in range(1, 9) for row in (f"Lamp {n}", "")]
    found = parsed(page_of(*FIRST, "1.", "", "Lights these:", "", *rows, "2.", "", "Decides so."))
    assert texts_of(found)["op2"] == "Decides so."

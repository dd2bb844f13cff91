"""A reference to a paragraph that the text does not have is warned of."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.citations.absent import absent_references, references_to_nothing
from archive.parsing.pipeline import parse
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import note, paragraph

_ANCHORS = ("op2", "op2-a", "op3bis", "annex-1-op9", "part-2-op12-item1")


def _warned(text: str, source: str = "op1") -> list[tuple[str, str]]:
    paragraphs = [paragraph(text, source), *(paragraph("Words.", anchor) for anchor in _ANCHORS)]
    return [(one.where, one.message) for one in absent_references(paragraphs, [])]


@pytest.mark.parametrize(
    ("text", "quoted", "number"),
    [
        (
            "as in paragraph 17 of the present resolution;",
            "paragraph 17 of the present resolution",
            17,
        ),
        ("as in paragraphs 1, 2 and 17 above,", "paragraphs 1, 2 and 17 above", 17),
        ("as in paragraphs 2 to 17 above,", "paragraphs 2 to 17 above", 17),
        ("as in operative paragraph 4 (a) of this\u00a0decision", "", 4),
    ],
)
def test_a_paragraph_that_is_not_there_is_named_with_the_words(
    text: str, quoted: str, number: int
) -> None:
    words = quoted or "operative paragraph 4 (a) of this\u00a0decision"
    message = f"“{words}” is referred to, and the text has no paragraph {number}."
    assert _warned(text) == [("op1", message)]


@pytest.mark.parametrize(
    "text",
    [
        "paragraphs 1 and 2 above",
        "paragraph 2 (f) above",
        "paragraph 3 bis above",
        "paragraph 9 above",
        "paragraph 12 of the present resolution",
        "paragraph 17 of its resolution 66/164",
        "paragraph 17 of the report",
        "subparagraph (f) above",
    ],
)
def test_what_is_there_or_belongs_to_another_text_is_not_warned_of(text: str) -> None:
    assert _warned(text) == []


def test_a_note_that_refers_to_no_paragraph_is_warned_of_at_the_note() -> None:
    warnings = absent_references([paragraph("Words.", "op1")], [note("See paragraph 5 above.")])
    assert [(one.code, one.where) for one in warnings] == [("reference_without_target", "fn1")]


def test_what_is_not_there_is_no_citation() -> None:
    text = paragraph("as in paragraph 17 of the present resolution", "op1")
    assert find_citations([text], [], organ=Organ.GA) == ()


def test_a_reference_to_nothing_is_told_once_with_an_anchor_that_is_not_there() -> None:
    text = paragraph("as in paragraphs 2, 17 and 18 above, and paragraph 19 above", "op1")
    found = references_to_nothing([text, paragraph("Words.", "op2")], [note("Paragraph 4 above.")])
    assert [(one.source, one.text, one.target) for one in found] == [
        ("op1", "paragraphs 2, 17 and 18 above", None),
        ("op1", "paragraph 19 above", None),
        ("fn1", "Paragraph 4 above", None),
    ]
    assert not {one.pinpoint for one in found} & {"op1", "op2", None}


def test_a_parse_holds_the_warning() -> None:
    parsed = parse(
        b"A/RES/79/1\nThe General Assembly,\nRecalling it,\n1. Requests the Secretary-General to "
        b"report as requested in paragraph 17 of the present resolution;\n2. Decides so.\n"
    )
    found = [one for one in parsed.warnings if one.code == "reference_without_target"]
    assert [one.where for one in found] == ["op1"]
    assert "“paragraph 17 of the present resolution”" in found[0].message


@pytest.mark.parametrize(
    ("text", "pinpoints"),
    [
        ("paragraph 2 (f) above", ["op2-f"]),
        ("paragraphs 2 (a) to (c) above", ["op2-c"]),
        ("paragraph 1 (a) of the present resolution", ["op1-a"]),
        ("subparagraph (f) above", ["op1-f"]),
        ("paragraph 2 (a) above", []),
        ("paragraph 2 (a) (i) above", ["op2-a-i"]),
        ("paragraph 40 (a) above", ["op40"]),
    ],
)
def test_whoever_checks_a_draft_is_told_of_letters_that_are_not_there(
    text: str, pinpoints: list[str]
) -> None:
    paragraphs = [paragraph(text, "op1"), *(paragraph("Words.", anchor) for anchor in _ANCHORS)]
    assert [one.pinpoint for one in references_to_nothing(paragraphs, [])] == pinpoints


def test_a_letter_among_the_words_of_its_paragraph_is_there() -> None:
    listed = paragraph("Decides: (a) to act; and (b) to report.", "op2")
    assert (
        references_to_nothing([paragraph("As in paragraph 2 (b) above;", "op1"), listed], []) == []
    )


def test_a_letter_among_the_words_that_close_its_paragraph_is_there() -> None:
    above = paragraph("Decides to act:", "op2")
    closing = paragraph("and (b) to report.", "op2-p2", parent="op2")
    cited = paragraph("As in paragraph 2 (b) above;", "op1")
    assert references_to_nothing([cited, above, closing], []) == []

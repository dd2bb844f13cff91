"""References to a place in the same text, and words that point back to an act."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import note, paragraph

WITHIN: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    (
        "op18",
        "paragraph 15 of the present resolution;",
        [("paragraph 15 of the present resolution", "op15")],
    ),
    (
        "op18",
        "paragraphs 1, 2 and 15 above",
        [("paragraphs 1", "op1"), ("2", "op2"), ("15 above", "op15")],
    ),
    (
        "op18",
        "paragraphs 1 to 3 above",
        [("paragraphs 1", "op1"), (" to ", "op2"), ("3 above", "op3")],
    ),
    (
        "op18",
        "paragraphs 2 to 15 above",
        [("paragraphs 2", "op2"), (" to ", "op3"), ("15 above", "op15")],
    ),
    ("op18", "paragraph 18 (c) below", [("paragraph 18 (c) below", "op18-c")]),
    ("op18", "paragraph 15 (a) above", [("paragraph 15 (a) above", "op15")]),
    ("op18-c", "subparagraph (c) above", [("subparagraph (c) above", "op18-c")]),
    ("annex-1-op2", "paragraph 1 above", [("paragraph 1 above", "annex-1-op1")]),
    ("fn1", "See paragraph 15 of this resolution.", [("paragraph 15 of this resolution", "op15")]),
    ("pp1", "subparagraph (a) above", []),
    (
        "op18",
        "subparagraphs (a) to (c) above",
        [("subparagraphs (a)", "op18"), ("(c) above", "op18-c")],
    ),
    ("op18", "paragraph 99 above", []),
    ("op18", "paragraph 15 of the report", []),
    ("op18", "paragraphs 1, above", []),
    ("op18", "paragraph (c) above", []),
    ("op18", "paragraph 15/a", []),
    (
        "op18",
        "paragraphs 18 (a) and (c) above",
        [("paragraphs 18 (a)", "op18"), ("(c) above", "op18-c")],
    ),
    (
        "op18",
        "paragraphs 18 (a) to (d) above",
        [("paragraphs 18 (a)", "op18"), (" to ", "op18-c"), ("(d) above", "op18")],
    ),
    (
        "op18",
        "paragraph 15 of the present section",
        [("paragraph 15 of the present section", "op15")],
    ),
    (
        "op18",
        (
            "none of the provisions of the present resolution, with the exception of"
            " paragraphs 1 to 3 and all designs"
        ),
        [("paragraphs 1", "op1"), (" to ", "op2"), ("3", "op3")],
    ),
    (
        "annex-1-op2",
        "paragraph 15 of the present resolution",
        [("paragraph 15 of the present resolution", "op15")],
    ),
    (
        "annex-1-op2",
        "paragraph 1 of the present annex",
        [("paragraph 1 of the present annex", "annex-1-op1")],
    ),
    (
        "op18",
        "the annex to the present resolution",
        [("annex to the present resolution", "annex-1")],
    ),
    ("op18", "paragraphs 3 to 3 above", [("paragraphs 3", "op3"), ("3 above", "op3")]),
    (
        "op18",
        "paragraph 2 of annex I to the present resolution",
        [("paragraph 2 of annex I to the present resolution", "annex-1-op2")],
    ),
    (
        "op18",
        "paragraph 9 of the annex to this decision",
        [("paragraph 9 of the annex to this decision", "annex-1")],
    ),
    ("op18", "annexed hereto", [("annexed hereto", "annex-1")]),
    (
        "op18",
        "annex I to the present resolution",
        [("annex I to the present resolution", "annex-1")],
    ),
    ("op18", "annex II to the present resolution", []),
]


@pytest.mark.parametrize(("source", "text", "expected"), WITHIN)
def test_a_reference_within_the_text_points_to_the_paragraph(
    source: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    anchors = [
        "op1",
        "op2",
        "op3",
        "op15",
        "op18",
        "op18-c",
        "annex-1",
        "annex-1-op1",
        "annex-1-op2",
    ]
    paragraphs = [paragraph(text if anchor == source else "x", anchor) for anchor in anchors]
    if source == "pp1":
        paragraphs.append(paragraph(text))
    notes = [note(text)] if source == "fn1" else []
    citations = find_citations(paragraphs, notes, organ=Organ.GA)
    assert [(c.text, c.pinpoint) for c in citations] == expected
    assert all(c.target is None and c.source == source for c in citations)


BACK: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "its resolution 53/144, annexed to that resolution,",
        [("annexed to that resolution", "A/RES/53/144", "annex")],
    ),
    ("its resolution 53/144 and the annex thereto", [("annex thereto", "A/RES/53/144", "annex")]),
    (
        "its resolutions 57/1 and 57/2, and paragraph 3 of that resolution",
        [("paragraph 3 of that resolution", "A/RES/57/2", "paragraph 3")],
    ),
    ("annexed to that resolution, its resolution 53/144", []),
]


@pytest.mark.parametrize(("text", "expected"), BACK)
def test_words_that_point_back_cite_the_act_cited_last(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    citations = find_citations([paragraph(text)], [], organ=Organ.GA)
    assert [(c.text, c.target, c.pinpoint) for c in citations if c.by_name] == expected

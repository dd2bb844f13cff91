"""Headings of a text stand at levels that show what stands within what."""

import pytest

from archive.models import Paragraph
from archive.web.outline import outline

DOCUMENTS: dict[str, list[tuple[str, int]]] = {
    "sections": [("I", 2), ("Peace and security", 0), ("Disarmament", 3), ("II", 2), ("III", 2)],
    "a convention": [
        ("Annex", 2),
        ("Convention on the high seas", 0),
        ("Preamble", 3),
        ("Chapter I", 3),
        ("General provisions", 0),
        ("Article 1", 4),
        ("Use of terms", 0),
        ("Article 2", 4),
        ("Chapter II", 3),
    ],
    "articles of an annex": [("Annex", 2), ("Article 1", 3), ("Article 2", 3)],
    "two annexes": [("Annex I", 2), ("Rules", 0), ("Rule 1", 3), ("Annex II", 2), ("Rule 1", 3)],
    "resolutions under letters": [
        ("A", 2),
        ("Assistance", 0),
        ("I", 3),
        ("B", 2),
        ("Finance", 0),
        ("Budget", 3),
    ],
    "letters in a section": [("I", 2), ("A", 3), ("B", 3), ("II", 2)],
    "letters up to I": [("G", 2), ("H", 2), ("I", 2), ("J", 2)],
    "headings alone": [("Introduction", 2), ("Means of implementation", 2)],
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_heading_has_its_level_and_titles_have_none(name: str) -> None:
    lines = DOCUMENTS[name]
    paragraphs = [
        Paragraph(pk=key, kind=Paragraph.Kind.HEADING, wording=words)
        for key, (words, _) in enumerate(lines)
    ]
    found = outline(paragraphs)
    assert [(words, found[key]) for key, (words, _) in enumerate(lines)] == lines


def test_a_line_after_a_paragraph_is_no_title() -> None:
    kinds = [Paragraph.Kind.HEADING, Paragraph.Kind.OPERATIVE, Paragraph.Kind.HEADING]
    paragraphs = [
        Paragraph(pk=key, kind=kind, wording=words)
        for key, (kind, words) in enumerate(zip(kinds, ["I", "Decides", "Peace"], strict=True))
    ]
    assert outline(paragraphs) == {0: 2, 2: 3}


def test_the_line_of_an_organ_is_no_heading() -> None:
    lines = ["Annex", "The General Assembly,", "Article 1"]
    paragraphs = [
        Paragraph(pk=key, kind=Paragraph.Kind.HEADING, wording=words)
        for key, words in enumerate(lines)
    ]
    assert outline(paragraphs) == {0: 2, 2: 3}


def test_no_heading_is_deeper_than_html_has_levels() -> None:
    lines = ["Annex", "Part I", "Article 1", "Section 1", "Title", "Sub-title"]
    paragraphs = [
        Paragraph(pk=key, kind=Paragraph.Kind.HEADING, wording=words)
        for key, words in enumerate(lines)
    ]
    assert max(outline(paragraphs).values()) <= 6

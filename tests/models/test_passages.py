"""Paragraphs as comparing reads them: values of rows, those of many texts with one query."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.comparison.passages import Passage
from archive.models import Paragraph
from archive.parsing.parsed import ParagraphKind
from tests.factories import make_paragraph, make_sub_paragraph, make_text

pytestmark = pytest.mark.django_db


def test_a_passage_says_what_its_paragraph_says_and_names_its_parent(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    text, other = make_text(), make_text()
    opening = {"opening": "Calls upon", "form": "call upon"}
    parent = make_paragraph(text, "Calls upon States:", **opening)
    make_sub_paragraph(parent, "a", "To protect defenders;")
    make_paragraph(other, "Recalling the Charter,", kind=Paragraph.Kind.PREAMBULAR)
    kind = ParagraphKind.OPERATIVE
    expected = [
        Passage(anchor="op1", kind=kind, text="Calls upon States:", **opening),
        Passage(anchor="op1-a", kind=kind, text="To protect defenders;", parent="op1"),
        Passage(anchor="pp1", kind=ParagraphKind.PREAMBULAR, text="Recalling the Charter,"),
    ]
    with django_assert_num_queries(1):
        rows = Paragraph.objects.standing_in_any([text, other]).as_passages()
        assert [one.passage for one in rows] == expected

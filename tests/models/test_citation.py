"""Citations are read with what a page says of both their ends, and no more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import Citation
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_citations_around_a_text_come_without_what_search_alone_reads() -> None:
    text = make.make_text(make.adopted("A/RES/53/144", 1998))
    citing = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(citing, "Recalls resolution 53/144;")
    note = make.make_footnote(paragraph, "See resolution 53/144.")
    for place in (paragraph, note):
        make.make_citation(place, "resolution 53/144", text.resolution)
    with CaptureQueriesContext(connection) as captured:
        assert len(Citation.objects.around(text)) == 2
    [sql] = [query["sql"] for query in captured]
    assert "archive_footnote" in sql
    assert "search_vector" not in sql

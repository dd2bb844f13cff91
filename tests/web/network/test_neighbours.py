"""What is around a resolution is drawn on its page, of the citations it lists, and told if cut."""

import pytest
from django.template.loader import render_to_string
from pytest_django import DjangoAssertNumQueries

from archive.models import Citation, Resolution
from archive.web.network import neighbours as module
from archive.web.network.neighbours import Neighbours, Side, neighbours
from archive.web.timeline import Shape
from tests import factories as make
from tests.search.network.recalling import recalling
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


def _around(resolution: Resolution, *, citing_count: int = 9) -> Neighbours | None:
    text = resolution.texts.first()
    citations = Citation.objects
    around = list(citations.around(text) if text else citations.received_by(resolution))
    return neighbours(resolution, around, is_held=text is not None, citing_count=citing_count)


def _marks(found: Neighbours | None) -> dict[str, Shape]:
    assert found is not None
    return {
        mark.resolution.symbol: mark.shape for lane in found.timeline.lanes for mark in lane.marks
    }


def _printed(found: Neighbours | None) -> Element:
    page = markup(render_to_string("components/neighbours.html", {"neighbours": found}))
    return page.one("details")


def test_what_it_recalls_and_what_recalls_it_is_drawn(series: dict[str, Resolution]) -> None:
    found = _around(series["13/13"], citing_count=1)
    assert _marks(found) == {
        "A/RES/53/144": Shape.NOT_HELD,
        "A/HRC/RES/13/13": Shape.HELD,
        "A/RES/66/164": Shape.HELD,
    }
    assert found is not None
    lines = {(line.citing.symbol, line.cited[0].symbol) for line in found.timeline.lines}
    assert lines == {("A/HRC/RES/13/13", "A/RES/53/144"), ("A/RES/66/164", "A/HRC/RES/13/13")}
    assert (found.recalled, found.recalling) == (
        Side(drawn_count=1, count=1),
        Side(drawn_count=1, count=1),
    )
    assert found.address == "/network/?of=A/HRC/RES/13/13"


def test_one_that_is_only_cited_stands_among_those_that_recall_it(
    series: dict[str, Resolution],
) -> None:
    marks = _marks(_around(series["53/144"]))
    assert marks.pop("A/RES/53/144") is Shape.NOT_HELD
    assert marks == {
        "A/HRC/RES/13/13": Shape.HELD,
        "A/RES/66/164": Shape.HELD,
        "A/C.3/66/L.29": Shape.DRAFT,
    }


def test_nothing_is_drawn_around_one_that_is_alone(series: dict[str, Resolution]) -> None:
    assert _around(make.make_text().resolution) is None
    own = make.make_text(make.adopted("A/RES/70/1", 2015))
    recalling(own.resolution, own.resolution)
    assert _around(own.resolution) is None


def test_the_whole_that_prints_a_cited_part_is_not_drawn(series: dict[str, Resolution]) -> None:
    whole = make.make_resolution("A/RES/45/58")
    paragraph = make.make_paragraph(series["66/164"].texts.get(), "Recalls 45/58 P;")
    make.make_citation(paragraph, "45/58", whole, of_whole=True)
    assert "A/RES/45/58" not in _marks(_around(series["66/164"]))


def test_it_asks_the_database_nothing_more(
    series: dict[str, Resolution], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    text = series["66/164"].texts.get()
    around = list(Citation.objects.around(text))
    with django_assert_num_queries(0):
        found = neighbours(text.resolution, around, is_held=True, citing_count=0)
        _printed(found)


def test_the_picture_leads_to_its_network_with_the_table(series: dict[str, Resolution]) -> None:
    printed = _printed(_around(series["66/164"], citing_count=0))
    [way] = printed.one("figcaption").every("a")
    assert way.attributes["href"] == "/network/?of=A/RES/66/164"
    assert "latest are drawn" not in printed.tidy_words
    links = [mark.one("a").attributes["href"] for mark in printed.every("g", class_="mark")]
    assert links == ["/A/RES/53/144/", "/A/RES/54/170/", "/A/RES/66/164/", "/A/HRC/RES/13/13/"]


def test_too_many_leave_the_latest_and_say_so(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ON_A_SIDE", 1)
    found = _around(series["53/144"], citing_count=300)
    assert set(_marks(found)) == {"A/RES/53/144", "A/RES/66/164"}
    assert "Of 300 that recall it the 1 latest are drawn." in _printed(found).tidy_words
    made = _printed(_around(series["66/164"], citing_count=0))
    assert "Of 3 that it recalls the 1 latest are drawn." in made.tidy_words


def test_it_tells_no_titles_as_the_lists_beside_it_do(series: dict[str, Resolution]) -> None:
    printed = _printed(_around(series["66/164"]))
    assert "Declaration" not in printed.words
    assert "A/RES/53/144 (not held). Here it recalls 0 and is recalled by 1." in printed.words

"""Who recalls and what is recalled: by organ and year, the newest where there are too many."""

from collections.abc import Iterator

import pytest
from django.test import Client

from archive.models import Citation, Resolution, citation
from archive.web.recalls import RecallList, recalled_by
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def declaration() -> Resolution:
    return make.adopted("A/RES/53/144", 1998)


def _cite(declaration: Resolution, citing: Resolution) -> None:
    paragraph = make.make_paragraph(make.make_text(citing), "Recalls resolution 53/144;")
    make.make_citation(paragraph, "resolution 53/144", declaration)


def _list(declaration: Resolution) -> RecallList:
    received = list(Citation.objects.received_by(declaration))
    return recalled_by(received, in_full=False, count=received[0].citing_count)


def _told(listed: RecallList) -> Iterator[tuple[str, int | None, list[str]]]:
    for organ in listed.organs:
        for of_year in organ.years:
            yield organ.name, of_year.year, [one.resolution.symbol for one in of_year.recalled]


def test_they_are_listed_by_organ_then_by_year_those_without_a_date_last(
    declaration: Resolution,
) -> None:
    _cite(declaration, make.make_draft("A/C.3/70/L.46"))
    _cite(declaration, make.adopted("A/HRC/RES/13/13", 2010))
    _cite(declaration, make.adopted("A/RES/66/164", 2011))
    _cite(declaration, make.adopted("A/RES/66/99", 2011))
    _cite(declaration, make.adopted("A/RES/56/163", 2001))
    assert list(_told(_list(declaration))) == [
        ("General Assembly", 2001, ["A/RES/56/163"]),
        ("General Assembly", 2011, ["A/RES/66/99", "A/RES/66/164"]),
        ("General Assembly", None, ["A/C.3/70/L.46"]),
        ("Human Rights Council", 2010, ["A/HRC/RES/13/13"]),
    ]


def test_a_draft_stands_in_the_year_in_which_it_was_distributed(declaration: Resolution) -> None:
    _cite(declaration, make.make_draft("A/C.3/70/L.46", distributed_on="2015-11-03"))
    assert list(_told(_list(declaration))) == [("General Assembly", 2015, ["A/C.3/70/L.46"])]


@pytest.fixture
def few_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if two were as many as a page lists."""
    monkeypatch.setattr(citation, "MOST_CITING", 2)


def test_of_many_the_newest_are_listed_and_all_are_counted(
    declaration: Resolution, few_are_listed: None
) -> None:
    for year in (2001, 2003, 2005):
        _cite(declaration, make.adopted(f"A/RES/{year - 1945}/1", year))
    _cite(declaration, make.make_draft("A/C.3/70/L.46"))
    listed = _list(declaration)
    assert [symbols for _, _, symbols in _told(listed)] == [["A/RES/58/1"], ["A/RES/60/1"]]
    assert (listed.count, listed.listed_count, listed.is_cut) == (4, 2, True)


@pytest.mark.parametrize("words", ["", "Adopts the Declaration;"], ids=["cited only", "held"])
def test_the_page_leads_to_the_search_for_all(
    client: Client, declaration: Resolution, few_are_listed: None, words: str
) -> None:
    if words:
        make.make_paragraph(make.make_text(declaration), words)
    for year in (2001, 2003, 2005):
        _cite(declaration, make.adopted(f"A/RES/{year - 1945}/1", year))
    page = markup(client.get("/A/RES/53/144/").content)
    assert page.one("h2", id="recalled-by").words == "Recalled by 3 held documents"
    link = page.one("a", href="/search/?cites=A/RES/53/144")
    assert link.words == "The newest 2 are listed. Search all 3"
    assert client.get(link.attributes["href"]).status_code == 200


def test_a_page_heads_them_with_the_organ_and_the_year(
    client: Client, declaration: Resolution
) -> None:
    text = make.make_text(declaration)
    make.make_paragraph(text, "Adopts the Declaration;")
    _cite(declaration, make.adopted("A/HRC/RES/13/13", 2010))
    _cite(declaration, make.adopted("A/RES/66/164", 2011))
    [section] = _sections(markup(client.get("/A/RES/53/144/").content), "recalled-by")
    assert [one.words for one in section.every("h3")] == [
        "General Assembly",
        "Human Rights Council",
    ]
    assert [one.words for one in section.every("p", class_="year")] == ["2011", "2010"]
    assert [one.words for one in section.every("q")] == [
        "Recalling … Recalls resolution 53/144;"
    ] * 2


def _sections(page: Element, name: str) -> list[Element]:
    return page.every("section", **{"aria-labelledby": name})

"""By what a search can be narrowed: facets, years, chips and a form, each value a link."""

import pytest
from django.test import Client

from archive.search.matches import verification
from tests import factories as make
from tests.web import search_pages as pages
from tests.web.markup import Element, markup
from tests.web.search_pages import archive  # noqa: F401 a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

YEARS = (2012, 2015)


def _facet(page: Element, name: str) -> list[str]:
    facet = page.one("section", class_=f"facet-{name}")
    return [line.tidy_words for line in facet.every("li")]


def test_each_facet_is_a_heading_and_a_list_of_links_with_counts(client: Client) -> None:
    page = pages.page(client, "violence")
    facets = page.one("nav", **{"aria-label": "Narrow by what was found"})
    assert facets.one("section", class_="facet-organ").one("h2").words == "Organ"
    assert _facet(page, "organ") == ["General Assembly2", "Human Rights Council1"]
    link = facets.one("section", class_="facet-organ").every("a")[0]
    assert link.attributes["href"] == "/search/?q=violence&organ=GA"
    assert len(pages.results(markup(client.get(link.attributes["href"]).content))) == 2


def test_a_chosen_value_says_so_and_removes_itself(client: Client) -> None:
    page = pages.page(client, "violence", "&organ=GA")
    chosen = page.one("section", class_="facet-organ").one("li", class_="chosen")
    assert chosen.tidy_words == "General Assembly remove2"
    assert chosen.one("a").attributes["aria-current"] == "true"
    assert chosen.one("a").attributes["href"] == "/search/?q=violence"
    others = page.one("section", class_="facet-organ").every("li")
    assert others[1].one("a").attributes["href"] == "/search/?q=violence&organ=HRC"


def test_years_are_bars_and_a_table_that_says_the_same(client: Client) -> None:
    histogram = pages.page(client, "violence").one("section", class_="histogram")
    svg = histogram.one("svg")
    assert svg.attributes["aria-hidden"] == "true"
    bars = [(bar.words, bar.attributes["href"]) for bar in svg.every("a")]
    rows = histogram.one("tbody").every("tr")
    table = [
        (
            f"{row.one('th').words}: {row.one('td').words}",
            row.one("a").attributes["href"],
        )
        for row in rows
    ]
    assert bars == table
    assert bars[0] == ("2007: 1", "/search/?q=violence&from=2007&to=2007")
    assert {link.attributes["tabindex"] for link in svg.every("a")} == {"-1"}


def test_what_has_no_date_is_counted_beside_the_years(client: Client) -> None:
    assert not pages.page(client, "violence").every("p", class_="facet-note")
    make.make_paragraph(make.make_text(make.make_resolution("A/RES/70/1")), "Violence;")
    histogram = pages.page(client, "violence").one("section", class_="histogram")
    assert histogram.one("p", class_="facet-note").words == "1 without a date"


def test_years_that_are_known_approximately_say_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "MOST_VERIFIED", 1)
    for year in YEARS:
        pages.held(f"A/RES/70/{year}", "Condemns grave systematic violence;", year=year)
    undated = make.make_text(make.make_resolution("A/RES/70/1"))
    make.make_paragraph(undated, "Condemns grave systematic violence;")
    page = pages.page(client, '"grave systematic violence"')
    assert page.one("h1").words.startswith("About 3 resolutions")
    histogram = page.one("section", class_="histogram")
    bars = [bar.words for bar in histogram.one("svg").every("a")]
    assert bars == [f"{year}: about 1" for year in YEARS]
    assert [row.one("td").words for row in histogram.one("tbody").every("tr")] == ["about 1"] * 2
    assert histogram.one("p", class_="facet-note").words == "About 1 without a date"
    years = client.get("/search.json?q=%22grave+systematic+violence%22").json()["years"]
    assert [(one["year"], one["is_exact"]) for one in years] == [(year, False) for year in YEARS]


def test_the_years_that_are_sought_are_told_from_others(client: Client) -> None:
    histogram = pages.page(client, "violence", "&from=2010").one("section", class_="histogram")
    within = [bar for bar in histogram.one("svg").every("a") if bar.every("path", class_="within")]
    assert [bar.words for bar in within] == ["2010: 1", "2011: 1"]


def test_what_narrows_is_a_chip_that_takes_it_away(client: Client) -> None:
    page = pages.page(client, "violence", "&organ=GA&from=2000&to=2015&sort=oldest")
    chips = page.one("ul", class_="chips").every("a")
    assert [(chip.words, chip.attributes["href"]) for chip in chips] == [
        ("General Assembly×: remove", "/search/?q=violence&from=2000&to=2015&sort=oldest"),
        ("adopted 2000 to 2015×: remove", "/search/?q=violence&organ=GA&sort=oldest"),
        ("clear all", "/search/?q=violence&sort=oldest"),
    ]
    assert not pages.page(client, "violence").every("ul", class_="chips")


def test_the_form_has_every_filter_and_keeps_what_narrows(client: Client) -> None:
    page = pages.page(client, "violence", "&organ=GA&opening=condemn")
    form = page.one("details", class_="narrow").one("form")
    assert "open" not in page.one("details", class_="narrow").attributes
    assert (form.attributes["action"], form.attributes["method"]) == ("/search/", "get")
    fields = form.every("input") + form.every("select")
    assert list(dict.fromkeys(field.attributes["name"] for field in fields)) == (
        "q in session from to opening cites view organ stage held sort".split()
    )
    assert form.one("input", id="id_q").attributes["value"] == "violence"
    assert form.one("option", value="GA").attributes["selected"] == ""
    assert [box.attributes["value"] for box in form.every("input", name="opening")] == [
        "condemn",
        "",
    ]


def test_every_field_of_the_form_has_a_name(client: Client) -> None:
    form = (
        pages.page(client, "violence", "&opening=condemn")
        .one("details", class_="narrow")
        .one("form")
    )
    labelled = {
        label.attributes["for"] for label in form.every("label") if "for" in label.attributes
    }
    for field in form.every("input") + form.every("select"):
        is_box = field.attributes.get("type") == "checkbox"
        named = field.attributes.get("id") in labelled or field.attributes.get("aria-label")
        assert named or is_box, field


def test_openings_that_were_found_are_suggested(client: Client) -> None:
    pages.held("A/RES/70/1", "Urges an end to violence;")
    paragraph = make.make_text(make.make_resolution("A/RES/70/2"))
    make.make_paragraph(paragraph, "Urges no violence;", opening="Urges", form="urge")
    form = pages.page(client, "violence").one("details", class_="narrow")
    assert {option.attributes["value"] for option in form.one("datalist").every("option")} == {
        "condemn",
        "urge",
    }
    box = form.every("input", name="opening")[0]
    assert box.attributes["list"] == form.one("datalist").attributes["id"]

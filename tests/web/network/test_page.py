"""The page of the network: a picture that works without script, and a table that says the same."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Citation, Resolution, Text
from archive.search.matches.patience import SearchTooSlowError
from archive.search.network import network as choosing
from archive.search.network.network import MOST_RECALLS, MOST_RESOLUTIONS
from archive.web.network import asked
from tests import factories as make
from tests.search.network.recalling import recalling
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

#: The version; time out, openings, what is chosen, resolutions, citations; a savepoint and its end.
QUERIES = 8
#: Of one resolution: besides, whether it is known and whether it was withdrawn.
QUERIES_AROUND_ONE = 10
MOST_BYTES = 200_000


def _page(client: Client, query: str = "", *, status: int = 200) -> Element:
    response = client.get(f"/network/{query}")
    assert response.status_code == status
    return markup(response.content)


def _marks(page: Element) -> dict[str, str]:
    return {
        mark.one("a").attributes["href"]: mark.attributes["class"]
        for mark in page.one("svg").every("g", class_="mark")
    }


def _rows(page: Element) -> list[list[str]]:
    rows = page.one("table", class_="network-table").one("tbody").every("tr")
    return [[cell.tidy_words for cell in row.children if isinstance(cell, Element)] for row in rows]


def test_marks_are_links_that_the_keyboard_reaches(
    client: Client, series: dict[str, Resolution]
) -> None:
    page = _page(client)
    assert _marks(page) == {
        "/A/RES/53/144/": "mark not_held",
        "/A/RES/54/170/": "mark not_held",
        "/A/HRC/RES/13/13/": "mark held",
        "/A/RES/66/164/": "mark held",
        "/A/C.3/66/L.29/": "mark draft",
    }
    svg = page.one("svg")
    assert not any("tabindex" in link.attributes for link in svg.every("a"))
    assert "aria-hidden" not in svg.attributes
    [title] = [one.words for one in svg.every("title") if one.words.startswith("A/RES/53/144 ")]
    assert title == (
        "A/RES/53/144 (not held): Declaration, “=1+1”. Here it recalls 0 and is recalled by 3."
    )
    of_lines = [one for one in svg.children if isinstance(one, Element) and one.name == "title"]
    assert [one.words for one in of_lines] == [
        "A/HRC/RES/13/13 recalls A/RES/53/144",
        "A/C.3/66/L.29 recalls A/RES/53/144",
        "A/RES/66/164 recalls A/RES/53/144, A/RES/54/170, A/HRC/RES/13/13",
    ]


def test_the_table_says_what_the_picture_draws(
    client: Client, series: dict[str, Resolution]
) -> None:
    declaration = "53/144: Recalling, op. 1"
    unverified = "19 December 1998 (date unverified)"
    recalls = f"{declaration}; Reaffirms, op. 254/170: Recalling, op. 113/13: Recalling, op. 1"
    draft = "A/C.3/66/L.29"
    assert _rows(_page(client)) == [
        ["A/RES/53/144 (not held)", unverified, "", "3", "Network of 53/144"],
        ["A/RES/54/170 (not held)", "not known, drawn in 1999", "", "1", "Network of 54/170"],
        ["A/HRC/RES/13/13", "19 December 2010", declaration, "1", "Network of 13/13"],
        [f"{draft} (draft)", "not known, drawn in 2011", declaration, "0", f"Network of {draft}"],
        ["A/RES/66/164", "19 December 2011", recalls, "0", "Network of 66/164"],
    ]


def test_what_is_drawn_is_told(client: Client, series: dict[str, Resolution]) -> None:
    page = _page(client)
    assert page.one("h1").words == "Which resolutions recall which"
    assert "5 recalls between 5 resolutions." in page.one("main").tidy_words
    assert "Drawn are" not in page.one("main").words


def test_thresholds_are_told(
    client: Client, series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "MOST_RESOLUTIONS", 3)
    monkeypatch.setattr(choosing, "MOST_RECALLED", 2)
    assert (
        "5 recalls between 5 resolutions. Drawn are the 2 that are recalled most, each by 1 or "
        "more. With them is drawn the one that recalls most of these, 2."
    ) in _page(client).one("main").tidy_words
    assert (
        "3 recalls between 4 resolutions. Drawn are the 2 of them that are recalled most, and then "
        "the latest."
    ) in _page(client, "?of=A/RES/53/144").one("main").tidy_words


def test_around_one_resolution_it_stands_out(client: Client, series: dict[str, Resolution]) -> None:
    page = _page(client, "?of=A/HRC/RES/13/13")
    assert page.one("h1").words == "What A/HRC/RES/13/13 recalls, and what recalls it"
    assert _marks(page) == {
        "/A/RES/53/144/": "mark not_held",
        "/A/HRC/RES/13/13/": "mark held centre",
        "/A/RES/66/164/": "mark held",
    }


def test_filters_are_told_and_stay_filled_in(client: Client, series: dict[str, Resolution]) -> None:
    page = _page(client, "?organ=GA&opening=reaffirm&from=1998&to=2011-12-31")
    told = "General Assembly; under “reaffirm”; from 1998; to 31 December 2011."
    assert told in page.one("main").tidy_words
    assert len(_rows(page)) == 2
    form = page.one("form", class_="narrow-form")
    checked = [box.attributes["value"] for box in form.every("input", type="checkbox", checked="")]
    assert checked == ["GA"]
    typed = [one.attributes["value"] for one in form.every("input", type="text")]
    assert [one for one in typed if one] == ["reaffirm", "1998", "2011-12-31"]
    assert [one.attributes["value"] for one in form.every("option")] == ["recall", "reaffirm"]


def test_files_of_the_same_are_named(client: Client, series: dict[str, Resolution]) -> None:
    page = _page(client, "?of=A/RES/66/164&organ=GA")
    named = {
        link.attributes["href"]: link.attributes["type"]
        for link in page.every("link", rel="alternate")
        if link.attributes["href"].startswith("/network")
    }
    assert named == {
        "/network.graphml?of=A/RES/66/164&organ=GA": "application/graphml+xml",
        "/network.csv?of=A/RES/66/164&organ=GA": "text/csv",
    }
    in_the_page = {link.attributes["href"] for link in page.one("main").every("a")}
    assert named.keys() <= in_the_page


def test_another_spelling_leads_to_the_one_address(
    client: Client, series: dict[str, Resolution]
) -> None:
    response = client.get("/network/?opening=Also+recalls&of=66/164&utm_source=mail")
    assert response.status_code == 302
    assert response["Location"] == "/network/?of=A/RES/66/164&opening=recall"


def test_what_cannot_be_read_is_said_beside_the_form(client: Client) -> None:
    page = _page(client, "?organ=GA&from=MMXI", status=400)
    problem = page.one("div", class_="search-problem")
    assert "“MMXI” is neither a year" in problem.words
    assert problem.one("p", class_="rest").one("a").attributes["href"] == "/network/?organ=GA"
    assert page.one("details", class_="narrow").attributes["open"] == ""
    [field] = page.every("input", name="from")
    assert field.attributes["aria-invalid"] == "true"
    assert not page.one("main").every("svg")


def test_a_symbol_the_archive_does_not_know_is_no_page(client: Client) -> None:
    page = _page(client, "?of=A/RES/99/999", status=404)
    assert "The archive does not know A/RES/99/999." in page.one("main").tidy_words


def test_around_a_withdrawn_text_is_nothing(client: Client, series: dict[str, Resolution]) -> None:
    text = series["66/164"].texts.get()
    make.make_ingestion(text)
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    page = _page(client, "?of=A/RES/66/164", status=410)
    assert "A person is named in it." in page.one("main").tidy_words
    assert "/A/RES/66/164/" not in _marks(_page(client))


def test_nothing_to_draw_says_so_and_what_to_do(
    client: Client, series: dict[str, Resolution]
) -> None:
    page = _page(client, "?opening=deplore")
    assert "Take away something that narrows the network." in page.one("main").tidy_words
    assert not page.one("main").every("svg")
    make.make_resolution("A/RES/70/1")
    alone = _page(client, "?of=A/RES/70/1").one("main")
    assert "No text that is held recalls A/RES/70/1" in alone.tidy_words


def test_an_empty_archive_says_so(client: Client) -> None:
    assert "no text that recalls another yet" in _page(client).one("main").tidy_words


def test_what_takes_too_long_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_args: Any, **_named: Any) -> None:
        raise SearchTooSlowError

    monkeypatch.setattr(asked, "network", too_slow)
    page = _page(client, status=503)
    assert "Drawing this took too long" in page.one("main").tidy_words
    assert client.get("/network.csv").status_code == 503


def test_an_answer_is_used_until_the_archive_changes(
    client: Client, series: dict[str, Resolution]
) -> None:
    etag = client.get("/network/")["ETag"]
    assert client.get("/network/", headers={"If-None-Match": etag}).status_code == 304
    recalling(series["13/13"], series["54/170"])
    assert client.get("/network/", headers={"If-None-Match": etag}).status_code == 200


def test_markup_in_a_title_is_text(client: Client, series: dict[str, Resolution]) -> None:
    Resolution.objects.filter(symbol="A/RES/53/144").update(title="<script>alert(1)</script>")
    page = _page(client)
    assert not page.one("main").every("script")
    assert any("<script>" in title.words for title in page.one("svg").every("title"))


def _as_much_as_is_drawn() -> None:
    """Half of the most resolutions recall the other half, as often as lines are drawn; at length.

    Each recalls in three places, which is as many as the table names.
    """
    title = ("Promotion of the rights of all " * 7)[:200]
    half = MOST_RESOLUTIONS // 2
    with make.catalogued_once():
        cited = [make.adopted(f"A/RES/50/{n}", 1995, title=title) for n in range(100, 100 + half)]
        for number in range(half):
            on = date(2000 + number % 20, 12, number % 28 + 1)
            one = make.make_resolution(f"A/RES/60/{100 + number}", adopted_on=on, title=title)
            around = [cited[(number + n) % half] for n in range(MOST_RECALLS // half)]
            _recalling_thrice(make.make_text(one), around)


def _recalling_thrice(text: Text, cited: list[Resolution]) -> None:
    words = ", ".join(one.symbol for one in cited)
    for opening in ("Reaffirming", "Guided by", "Recalling with appreciation"):
        paragraph = make.make_paragraph(text, f"{opening} {words};", opening=opening)
        Citation.objects.bulk_create(
            Citation(
                text=text,
                position=paragraph.position * 100 + position,
                cited_symbol=one.symbol,
                cited_resolution=one,
                opening=opening,
                paragraph=paragraph,
                start=(start := paragraph.wording.index(one.symbol)),
                end=start + len(one.symbol),
                words=one.symbol,
            )
            for position, one in enumerate(cited)
        )


def test_the_page_costs_the_same_queries_and_stays_light_however_large_the_archive(
    client: Client,
    series: dict[str, Resolution],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(QUERIES):
        _page(client)
    _as_much_as_is_drawn()
    with django_assert_num_queries(QUERIES):
        response = client.get("/network/?organ=GA&from=1995")
    page = markup(response.content)
    assert len(_marks(page)) == MOST_RESOLUTIONS
    recalls = [line for row in page.one("tbody").every("td") for line in row.every("li")]
    assert len(recalls) == MOST_RECALLS
    assert {len(line.every("a")) for line in recalls} == {4}
    assert len(response.content) < MOST_BYTES
    with django_assert_num_queries(QUERIES_AROUND_ONE):
        _page(client, "?of=A/RES/50/100")


def test_a_script_from_right_to_left_leaves_the_years_as_they_are(
    client: Client, series: dict[str, Resolution]
) -> None:
    before = _page(client).one("svg").every("text")
    with translation.override("ar"):
        after = _page(client).one("svg").every("text")
    assert [one.attributes for one in before] == [one.attributes for one in after]

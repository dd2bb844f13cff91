"""The page of a lineage: each wording with what changed, the gaps, and how strong it opens."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Lineage, LineagePlace, Paragraph, Resolution, Text
from tests import factories as make
from tests.lineages import join, make_defenders, make_lineage, make_series, pair_parts
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

#: The version, the lineage, its places, what was merged, the scale, the members of its series.
QUERIES = 6
ADDRESS = "/lineage/A/RES/56/163/op1/"


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """The series on human rights defenders, made by hand."""
    make_defenders()


def _page(client: Client, address: str = ADDRESS, *, status: int = 200) -> Element:
    response = client.get(address)
    assert response.status_code == status
    return markup(response.content)


def _uses(page: Element) -> list[str]:
    return [one.tidy_words for one in page.one("ol", class_="uses").every("li")]


def test_it_says_where_it_is_used_and_since_when(client: Client) -> None:
    page = _page(client)
    assert page.one("h1").words == "Lineage of A/RES/56/163, op. 1"
    assert (
        "In 4 resolutions and 1 draft (General Assembly): since 2001 (unverified), reworded 2007,"
        " 2011, 2015 (draft)."
    ) in page.one("main").tidy_words
    above = page.one("nav", class_="above")
    assert [one.attributes["href"] for one in above.every("a")] == [
        "/series/",
        "/series/human-rights-defenders/",
    ]


def test_each_use_is_told_with_its_redline_and_each_gap(client: Client) -> None:
    uses = _uses(_page(client))
    assert len(uses) == 6
    assert uses[0].startswith(
        "A/RES/56/163, op. 1 newGeneral Assembly, 19 December 2001 (date unverified)"
    )
    assert "A/RES/58/178, op. 1 kept set against A/RES/56/163" in uses[1]
    assert "[taken out: Encourages][put in: Calls upon] States to register;" in uses[2]
    assert uses[3] == "Not in A/HRC/RES/13/13."
    assert "reworded set against A/RES/62/152" in uses[4]
    assert "distributed 3 November 2015" in uses[5]
    assert "draft, not adopted in these words; see A/RES/70/161" in uses[5]


def test_an_opening_that_becomes_stronger_is_marked_pictured_and_tabled(client: Client) -> None:
    page = _page(client)
    [step] = page.every("span", class_="step")
    assert step.tidy_words == "stronger: encourages, then calls upon"
    strength = page.one("figure", class_="ladder").one("svg")
    assert len(strength.every(class_="mark")) == 5
    assert len(strength.every("path", class_="draft")) == 1
    assert len(strength.every("path", class_="line")) == 4
    rows = [
        [cell.tidy_words for cell in row.every() if cell.name in {"th", "td"}]
        for row in page.one("table", class_="text-table").one("tbody").every("tr")
    ]
    assert [row[0] for row in rows][-1] == "A/C.3/70/L.46 (draft)"
    assert [row[4] for row in rows] == ["–", "the same", "stronger", "the same", "the same"]
    said = (
        "“Encourages” in 2001 (unverified), 2003;"
        " “Calls upon” in 2007, 2011, 2015 (draft) (stronger)."
    )
    assert said in page.one("main").tidy_words


def _opens(symbol: str, opening: str) -> None:
    Paragraph.objects.filter(text__resolution__symbol=symbol, anchor="op1").update(opening=opening)


def _heights(page: Element) -> list[int]:
    marks = page.one("figure", class_="ladder").one("svg").every("circle", class_="mark")
    return [int(one.attributes["cy"]) for one in marks]


def _ranks(page: Element) -> list[str]:
    rows = page.one("table", class_="text-table").one("tbody").every("tr")
    return [row.every("td")[2].words for row in rows]


def test_strong_openings_stand_above_weak_ones_and_are_counted_from_the_weakest(
    client: Client,
) -> None:
    page = _page(client)
    first, second, third, fourth = _heights(page)
    assert first == second > third == fourth
    assert _ranks(page) == ["2 of 9", "2 of 9", "4 of 9", "4 of 9", "4 of 9"]


def test_an_opening_that_becomes_weaker_is_said_to_be_so(client: Client) -> None:
    _opens("A/RES/66/164", "Invites")
    page = _page(client)
    assert [one.tidy_words for one in page.every("span", class_="step")] == [
        "stronger: encourages, then calls upon",
        "weaker: calls upon, then invites",
        "stronger: invites, then calls upon",
    ]
    assert "“Invites” in 2011 (weaker); “Calls upon” in 2015 (draft) (stronger)." in (
        page.one("main").tidy_words
    )


def test_no_line_leads_from_one_family_of_openings_to_another(client: Client) -> None:
    _opens("A/RES/58/178", "Welcomes")
    figure = _page(client).one("figure", class_="ladder").one("svg")
    assert len(figure.every(class_="mark")) == 5
    assert len(figure.every("path", class_="line")) == 2


def test_how_each_resolution_was_adopted_is_said_or_that_it_is_not_known(client: Client) -> None:
    Resolution.objects.filter(symbol="A/RES/66/164").update(
        adoption_method="recorded_vote", votes_in_favour=156, votes_against=2, votes_abstaining=1
    )
    Resolution.objects.filter(symbol="A/RES/58/178").update(adoption_method="without_vote")
    uses = _uses(_page(client))
    assert "General Assembly, 19 December 2003, without a vote" in uses[1]
    assert "19 December 2007, how it was adopted is not known" in uses[2]
    assert "19 December 2011, by a recorded vote of 156 to 2, with 1 abstention" in uses[4]
    assert "adopted is not known" not in uses[5]


def test_a_lineage_without_openings_on_the_scale_has_no_picture(client: Client) -> None:
    page = _page(client, "/lineage/A/RES/56/163/op2/")
    assert not page.every("figure")


def test_an_organ_dropped_only_what_it_had(client: Client) -> None:
    uses = _uses(_page(client, "/lineage/A/RES/56/163/op2/"))
    assert uses[1] == "Dropped in A/RES/58/178. Not in A/RES/62/152, A/HRC/RES/13/13."
    assert "reworded set against A/RES/56/163" in uses[2]
    assert uses[3] == "Dropped in A/C.3/70/L.46 (draft)."


def test_what_was_merged_into_other_paragraphs_is_said_to_be_so(client: Client) -> None:
    texts = [Text.objects.get(resolution__symbol=f"A/RES/{one}") for one in ("56/163", "58/178")]
    pair_parts(*texts, op2="op1", fate="merged")
    page = _page(client, "/lineage/A/RES/56/163/op2/")
    assert _uses(page)[1] == (
        "Merged into A/RES/58/178, op. 1. Not by itself in A/RES/62/152, A/HRC/RES/13/13."
    )
    assert page.one("ol", class_="uses").one("a", href="/A/RES/58/178/op1/").words == "op. 1"
    told = client.get("/lineage/A/RES/56/163/op2.json").json()
    assert told["gaps"][0] == {
        "merged": [{"symbol": "A/RES/58/178", "anchors": ["op1"]}],
        "dropped": [],
        "absent": ["A/RES/62/152", "A/HRC/RES/13/13"],
    }


def test_one_whose_first_text_stands_no_more_is_headed_by_the_first_that_does(
    client: Client,
) -> None:
    Lineage.objects.filter(name="A/RES/56/163/op2").update(name="A/RES/53/144/op2")
    page = _page(client, "/lineage/A/RES/53/144/op2/")
    assert page.one("h1").words == "Lineage of A/RES/56/163, op. 2"


@pytest.mark.parametrize(
    ("asked", "address", "status"),
    [
        ("/lineage/a/res/56/163/op1", ADDRESS, 301),
        ("/lineage/A/RES/56/163/OP1", ADDRESS, 301),
        ("/lineage/A/RES/66/164/op1/", ADDRESS, 302),
        ("/lineage/A/RES/66/164/op1.json", "/lineage/A/RES/56/163/op1.json", 302),
        ("/lineage/a/res/56/163/op1.json", "/lineage/A/RES/56/163/op1.json", 301),
        (f"{ADDRESS}?utm_source=mail", ADDRESS, 302),
    ],
)
def test_each_place_of_it_leads_to_its_one_address(
    client: Client, asked: str, address: str, status: int
) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (status, address)


def test_one_that_became_another_leads_there(client: Client) -> None:
    found = Lineage.objects.get(name="A/RES/56/163/op1")
    Lineage.objects.create(series=found.series, name="A/RES/68/181/op4", became=found)
    assert client.get("/lineage/A/RES/68/181/op4/")["Location"] == ADDRESS


@pytest.mark.parametrize("address", ["/lineage/A/RES/56/163/op9/", "/lineage/A/RES/99/1/pp1/"])
def test_what_is_in_no_lineage_is_said_to_be_so(client: Client, address: str) -> None:
    page = _page(client, address, status=404)
    assert "No lineage goes through" in page.one("main").tidy_words
    told = client.get(f"{address.rstrip('/')}.json")
    assert (told.status_code, told["Content-Type"]) == (404, "application/problem+json")


def test_a_lineage_that_no_shown_text_has_is_no_page(client: Client) -> None:
    Lineage.objects.create(series=make_series("others"), name="A/RES/1/1/op1")
    _page(client, "/lineage/A/RES/1/1/op1/", status=404)


def test_it_costs_the_same_queries_however_long_it_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in (ADDRESS, "/lineage/A/HRC/RES/13/13/op1/"):
        with django_assert_num_queries(QUERIES):
            _page(client, address)


def test_json_has_the_same(client: Client) -> None:
    told = client.get("/lineage/A/RES/56/163/op1.json").json()
    assert told["url"] == f"http://testserver{ADDRESS}"
    assert [one["state"] for one in told["uses"]] == [
        "new",
        "kept",
        "reworded",
        "reworded",
        "reworded",
    ]
    third = told["uses"][2]
    assert third["against"] == "A/RES/58/178"
    assert (third["step"], third["strength"]["family"]) == ("stronger", "Asking")
    assert "".join(one["text"] for one in third["changes"] if one["kind"] != "deleted") == (
        "Calls upon States to register;"
    )
    assert third["paragraphs"][0]["url"] == "http://testserver/A/RES/62/152/op1/"
    assert told["gaps"] == [{"merged": [], "dropped": [], "absent": ["A/HRC/RES/13/13"]}]
    assert told["uses"][0]["date_is_unverified"] is True
    assert told["uses"][0]["name"] == "General Assembly resolution 56/163"


def test_a_part_of_another_lineage_says_of_which(client: Client) -> None:
    resolution = make.adopted("A/RES/72/247", 2017)
    make_text = make.make_text(resolution)
    part = make.make_paragraph(make_text, "Requests an oral report;")
    whole = Resolution.objects.get(symbol="A/RES/66/164").texts.get().paragraphs.get(anchor="op2")
    lineage = make_lineage(Lineage.objects.all()[0].series, part)
    join(lineage.series, resolution)
    lineage.places.update(before=whole, fate="split", likeness=0.5)
    [use] = _uses(_page(client, "/lineage/A/RES/72/247/op1/"))
    assert "before that, part of A/RES/66/164, op. 2" in use


def test_a_paragraph_that_is_reworded_and_moved_is_said_to_be_both(client: Client) -> None:
    text = Resolution.objects.get(symbol="A/RES/66/164").texts.get()
    place = text.paragraphs.get(anchor="op1").lineage_place
    place.is_moved = True
    place.save(update_fields=["is_moved"])
    assert "op. 1 reworded, moved set against" in _uses(_page(client))[4]


def _merge() -> None:
    """Have two paragraphs of A/RES/62/152 become A/RES/66/164, op. 1, which opens more strongly."""
    was, became = (
        Text.objects.get(resolution__symbol=f"A/RES/{one}") for one in ("62/152", "66/164")
    )
    make.make_paragraph(was, "Urges States to report freely;", opening="Urges")
    Paragraph.objects.filter(text=became, anchor="op1").update(
        wording="Urges States to report freely and calls upon them to register;", opening="Urges"
    )
    pair_parts(was, became, op1="op1", op2="op1", fate="merged")
    LineagePlace.objects.filter(paragraph__text=became, paragraph__anchor="op1").update(
        fate="merged"
    )


def test_of_what_was_merged_no_step_is_told_and_the_other_part_is_named(client: Client) -> None:
    _merge()
    page = _page(client)
    use = page.one("ol", class_="uses").every("li")[4]
    assert "op. 1 reworded, merged set against A/RES/62/152 together with op. 2" in use.tidy_words
    assert use.every("a", href="/A/RES/62/152/op2/")
    assert "[taken out: Calls upon States to register; ]Urges States to report freely" in (
        use.one("p", class_="wording").tidy_words
    )
    assert not use.every("span", class_="step")
    told = client.get("/lineage/A/RES/56/163/op1.json").json()["uses"][3]
    assert (told["step"], told["merged_with"], told["split_off"]) == (None, ["op2"], [])


def test_of_what_was_split_the_other_parts_are_named(client: Client) -> None:
    was, became = (
        Text.objects.get(resolution__symbol=f"A/RES/{one}") for one in ("56/163", "58/178")
    )
    make.make_paragraph(became, "Urges them to report;", opening="Urges")
    pair_parts(was, became, op1="op2", fate="split")
    use = _page(client).one("ol", class_="uses").every("li")[1]
    assert "set against A/RES/56/163 its other parts: op. 2" in use.tidy_words
    assert use.every("a", href="/A/RES/58/178/op2/")


def test_of_many_texts_that_are_not_held_the_first_are_named(client: Client) -> None:
    series = Lineage.objects.get(name="A/RES/56/163/op1").series
    join(series, *(make.adopted(f"A/RES/{one}/9", one + 1945) for one in range(40, 49)))
    said = _page(client).one("main").tidy_words
    assert "Not held, and so not compared: A/RES/40/9, A/RES/41/9," in said
    assert "A/RES/45/9 and 3 more. Each wording" in said
    assert _page(client).every("a", href="/series/human-rights-defenders/#members")
    told = client.get("/lineage/A/RES/56/163/op1.json").json()
    assert len(told["not_held"]) == 9
    assert [one["may_be_older"] for one in told["uses"]] == [True, False, False, False, False]

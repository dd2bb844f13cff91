"""The page of the scale: each family from the weakest up, with sources and doubts; and the mark."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.comparison.strengths import Step
from archive.models import ArchiveVersion, OpeningStrength
from archive.templatetags.components import macro
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


def _family(client: Client, name: str) -> Element:
    page = markup(client.get("/strengths/").content)
    [found] = [one for one in page.every("section") if one.one("h2").words == name]
    return found


def test_a_family_stands_in_the_order_of_its_ranks(client: Client) -> None:
    steps = _family(client, "Asking").one("ol").every("li")
    assert [one.attributes["value"] for one in steps] == [str(rank) for rank in range(1, 10)]
    assert [one.every("i")[0].words for one in steps][-4:] == [
        *("urge", "strongly urge", "demand", "strongly demand"),
    ]


def test_each_place_has_its_source_and_its_doubt_where_there_is_one(client: Client) -> None:
    OpeningStrength.objects.all().delete()
    fields = {"family": "Praise & <b>", "source": "A rule.", "rank": 1}
    OpeningStrength.objects.create(phrase="praise", doubt="Too high?", **fields)
    OpeningStrength.objects.create(phrase="hail", doubt="Too high?", **fields)
    OpeningStrength.objects.create(phrase="salute", **fields)
    step = _family(client, "Praise & <b>").one("li")
    assert [one.words for one in step.every("p")] == [
        *("hail, praise", "Source: A rule. Doubt: Too high?"),
        *("salute", "Source: A rule."),
    ]


def test_an_empty_scale_says_so(client: Client) -> None:
    OpeningStrength.objects.all().delete()
    page = markup(client.get("/strengths/").content)
    assert "There is no opening on the scale" in page.one("article").words


def test_the_page_costs_two_queries_and_one_to_ask_again(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ArchiveVersion.objects.grow()
    with django_assert_num_queries(2):
        answer = client.get("/strengths/")
    with django_assert_num_queries(1):
        again = client.get("/strengths/", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("step", [Step.STRONGER, Step.WEAKER])
def test_the_mark_says_the_step_in_words_and_leads_to_the_scale(step: Step) -> None:
    shown = markup(str(macro("step")(step, "Encourages", "<b>Calls upon")))
    assert shown.words == f"{step}: encourages, then <b>calls upon"
    assert shown.one("a").attributes["href"] == "/strengths/"
    assert [one.words for one in shown.every("i")] == ["encourages", "<b>calls upon"]


@pytest.mark.parametrize("step", [Step.SAME, None])
def test_without_a_step_there_is_no_mark(step: Step | None) -> None:
    assert str(macro("step")(step, "Notes", "Takes note")) == ""


def test_the_json_has_each_place_in_the_order_of_the_page(client: Client) -> None:
    answer = client.get("/strengths.json").json()
    assert (answer["version"], answer["url"]) == (1, "http://testserver/strengths/")
    rows = OpeningStrength.objects.weakest_first()
    assert [one["phrase"] for one in answer["openings"]] == [one.phrase for one in rows]
    [note] = [one for one in answer["openings"] if one["phrase"] == "note"]
    assert (note["family"], note["rank"], note["doubt"]) == ("Reception", 1, None)
    assert "decision 55/488" in note["source"]


@pytest.mark.parametrize("address", ["/strengths/", "/strengths.json"])
def test_what_nobody_asked_for_is_left_out_of_the_address(client: Client, address: str) -> None:
    response = client.get(address, {"x": "1"})
    assert (response.status_code, response["Location"]) == (302, address)

"""The page of a series says which of its texts are not held, and what follows from that."""

import pytest
from django.test import Client

from archive.models import Series
from tests import factories as make
from tests.lineages import join, make_defenders
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """The series on human rights defenders, made by hand."""
    make_defenders()


def _page(client: Client, query: str = "") -> Element:
    response = client.get(f"/series/human-rights-defenders/{query}")
    assert response.status_code == 200
    return markup(response.content)


def test_texts_that_are_not_held_are_named_where_new_and_dropped_are_told(client: Client) -> None:
    assert "not compared" not in _page(client).one("main").tidy_words
    join(
        Series.objects.get(), make.adopted("A/RES/64/163", 2009), make.adopted("A/RES/78/216", 2023)
    )
    said = "it may have been so before. Not held, and so not compared: A/RES/64/163."
    for query in ("", "?from=2011", "?organ=GA&stage=adopted"):
        assert said in _page(client, query).one("main").tidy_words
    for query in ("?organ=HRC", "?to=2007", "?stage=draft"):
        assert "not compared" not in _page(client, query).one("main").tidy_words


@pytest.mark.parametrize(
    ("query", "unheld"),
    [
        ("?organ=CHR", ["E/CN.4/RES/2003/64"]),
        ("?from=2020", ["A/RES/78/216"]),
        ("?organ=SC", []),
        ("?organ=CHR&without=GA", ["E/CN.4/RES/2003/64"]),
    ],
)
def test_where_no_text_of_what_was_chosen_is_held_it_is_said_and_which_are_known(
    client: Client, query: str, unheld: list[str]
) -> None:
    join(
        Series.objects.get(),
        make.adopted("E/CN.4/RES/2003/64", 2003),
        make.adopted("A/RES/78/216", 2023),
    )
    matrix = _page(client, query).one("section", **{"aria-labelledby": "matrix"})
    assert "the archive holds no text of this series." in matrix.tidy_words
    links = [one.words for one in matrix.every("a") if one.words != "The whole series"]
    assert links == unheld
    assert "No paragraph of these texts is so" not in matrix.words


def test_what_another_organ_has_is_left_out_only_as_far_as_its_texts_are_held(
    client: Client,
) -> None:
    def said(query: str) -> str:
        page = _page(client, query)
        assert page.every("table", class_="matrix")
        return page.one("section", **{"aria-labelledby": "matrix"}).tidy_words

    assert "left out" not in said("?without=HRC")
    join(Series.objects.get(), make.adopted("A/HRC/RES/22/6", 2013))
    assert (
        "Only what the held resolutions of the Human Rights Council have is left out; others may"
        " have more. Not held, and so not compared: A/HRC/RES/22/6."
    ) in said("?without=HRC")
    join(Series.objects.get(), make.adopted("E/CN.4/RES/2003/64", 2003))
    assert (
        "No resolution of this series is held that the Commission on Human Rights adopted, so"
        " nothing is left out: the archive cannot tell what that organ does not say. Not held,"
        " and so not compared: E/CN.4/RES/2003/64."
    ) in said("?without=CHR")


def test_the_choice_of_no_organ_has_few_words_so_that_they_are_not_cut(client: Client) -> None:
    [nothing, *_organs] = _page(client).one("select", name="without").every("option")
    assert nothing.words == "Not asked"

"""The history of a paragraph on its own page, and in a line in its margin."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Resolution, Series, Text
from archive.web.lineage import paragraph as module
from tests import factories as make
from tests.lineages import join, make_defenders, make_lineage, make_series, pair_parts
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """The series on human rights defenders, made by hand."""
    make_defenders()


def _page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return markup(response.content)


def _history(client: Client, address: str) -> Element:
    return _page(client, address).one("section", **{"aria-labelledby": "history"})


def test_the_page_of_a_paragraph_tells_the_wordings_before_and_after(client: Client) -> None:
    told = _history(client, "/A/RES/66/164/op1/")
    assert "since 2001 (unverified), reworded 2007, 2011, 2015 (draft)." in told.tidy_words
    assert told.every("a", href="/lineage/A/RES/56/163/op1/")
    uses = told.one("ol", class_="uses").every("li")
    assert len(uses) == 6
    assert uses[3].tidy_words == "Not in A/HRC/RES/13/13."
    [here] = [one for one in uses if "here" in one.attributes["class"]]
    assert here.tidy_words.startswith(
        "A/RES/66/164, op. 1 reworded set against A/RES/62/152 (this text)"
    )
    assert here.one("ins").tidy_words == "[put in: freely]"
    assert "draft, not adopted in these words" in uses[-1].tidy_words


def test_of_a_long_history_the_nearest_uses_are_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_TOLD", 2)
    told = _history(client, "/A/RES/58/178/op1/")
    uses = told.one("ol", class_="uses").every("li")
    assert [one.one("a", class_="symbol").words for one in uses] == ["A/RES/56/163", "A/RES/58/178"]
    assert "3 more uses" in told.words


def test_a_paragraph_no_other_text_has_says_so(client: Client) -> None:
    told = _history(client, "/A/HRC/RES/13/13/op1/")
    assert "No other text held of the series “Human rights defenders”" in told.tidy_words
    assert not told.every("ol")


def test_a_paragraph_that_was_merged_into_another_one_says_into_which(client: Client) -> None:
    texts = [
        Text.objects.get(resolution__symbol=f"A/{one}") for one in ("HRC/RES/13/13", "RES/66/164")
    ]
    pair_parts(*texts, op1="op2", fate="merged")
    told = _history(client, "/A/HRC/RES/13/13/op1/")
    assert "No other text held" not in told.tidy_words
    [use, gap] = told.one("ol", class_="uses").every("li")
    assert "(this text)" in use.tidy_words
    assert (
        gap.tidy_words == "Merged into A/RES/66/164, op. 2. Not by itself in A/C.3/70/L.46 (draft)."
    )


def test_a_part_that_was_split_off_says_of_what(client: Client) -> None:
    part = Text.objects.get(resolution__symbol="A/HRC/RES/13/13").paragraphs.get()
    whole = Text.objects.get(resolution__symbol="A/RES/62/152").paragraphs.get()
    part.lineage_place.__class__.objects.filter(paragraph=part).update(
        before=whole, fate="split", likeness=0.5
    )
    told = _history(client, "/A/HRC/RES/13/13/op1/")
    assert "before that, part of A/RES/62/152, op. 1" in told.tidy_words
    assert "No other text held" not in told.tidy_words


def test_texts_that_are_not_held_are_named_and_years_are_the_latest_there_can_be(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    series = Series.objects.get(slug="human-rights-defenders")
    join(series, make.adopted("A/RES/53/144", 1998), make.adopted("A/RES/60/161", 2005))
    told = _history(client, "/A/RES/66/164/op1/").tidy_words
    assert "since 2001 (unverified) at the latest, reworded by 2007, 2011, 2015 (draft)." in told
    assert "A/RES/56/163, op. 1 first of the texts held" in told
    assert "Not held, and so not compared: A/RES/53/144, A/RES/60/161." in told
    with django_assert_num_queries(8):
        page = _page(client, "/A/RES/66/164/")
    assert [one.words for one in page.every("a", class_="since")] == [
        "since 2001 (unverified) at the latest, reworded by 2007, 2011, 2015 (draft)",
        "since 2001 (unverified) at the latest, reworded by 2011",
        "since 2001 (unverified) at the latest, not reworded",
    ]


def test_what_was_withdrawn_is_no_text_that_is_not_held(client: Client) -> None:
    series = Series.objects.get(slug="human-rights-defenders")
    join(series, make.adopted("A/RES/53/144", 1998))
    text = make.make_text(Resolution.objects.get(symbol="A/RES/53/144"))
    withdraw(text.pk, by=make.make_staff("publisher"), reason="It is of somebody else.")
    assert "53/144" not in _page(client, "/A/RES/66/164/op1/").tidy_words
    assert "at the latest" not in _page(client, "/A/RES/66/164/").tidy_words


def test_a_draft_without_a_date_is_named_by_its_symbol(client: Client) -> None:
    Resolution.objects.filter(symbol="A/C.3/70/L.46").update(distributed_on=None)
    [since] = _page(client, "/A/RES/66/164/").one("div", id="op1").every("a", class_="since")
    words = "since 2001 (unverified), reworded 2007, 2011, in the draft A/C.3/70/L.46"
    assert since.words == words
    told = _history(client, "/A/C.3/70/L.46/op2/")
    assert (
        "since the draft A/C.3/70/L.46, not reworded"
        in markup(client.get("/lineage/A/C.3/70/L.46/op2/").content).tidy_words
    )
    assert not told.every("ol")


def test_what_is_of_no_series_has_no_history(client: Client) -> None:
    text = make.make_text(make.adopted("A/RES/66/165", 2011))
    make.make_paragraph(text, "Decides to act.")
    page = _page(client, "/A/RES/66/165/op1/")
    assert not page.every("section", **{"aria-labelledby": "history"})
    assert not _page(client, "/A/RES/66/165/").every("a", class_="since")


def test_a_history_costs_four_queries_more(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ("/A/RES/66/164/op1/", "/A/HRC/RES/13/13/op1/"):
        with django_assert_num_queries(10):
            _page(client, address)


def test_each_paragraph_has_its_history_in_its_margin(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(8):
        page = _page(client, "/A/RES/66/164/")
    lines = {
        one.attributes["id"]: [line.words for line in one.every("a", class_="since")]
        for one in page.every("div", class_="paragraph")
    }
    assert lines == {
        "op1": ["since 2001 (unverified), reworded 2007, 2011, 2015 (draft)"],
        "op2": ["since 2001 (unverified), reworded 2011"],
        "pp1": ["since 2001 (unverified), not reworded"],
    }
    [since] = page.one("div", id="op2").every("a", class_="since")
    assert since.attributes["href"] == "/lineage/A/RES/56/163/op2/"
    [series] = page.one("p", class_="page-tools").every("a", href="/series/human-rights-defenders/")
    assert series.words == "Series"
    draft = _page(client, "/A/C.3/70/L.46/")
    assert len(draft.every("a", class_="since")) == 1


def test_of_many_rewordings_the_margin_counts_them(client: Client) -> None:
    text = Text.objects.get(resolution__symbol="A/RES/58/178")
    place = text.paragraphs.get().lineage_place
    type(place).objects.filter(pk=place.pk).update(fate="reworded", likeness=0.8)
    text.paragraphs.update(wording="Encourages States to enrol;")
    [since] = _page(client, "/A/RES/66/164/").one("div", id="op1").every("a", class_="since")
    assert since.words == "since 2001 (unverified), reworded 4 times, last 2015 (draft)"


def test_the_margin_sets_adopted_words_against_adopted_ones_merged_or_not(client: Client) -> None:
    series = make_series("acts")
    draft = make.make_draft("A/C.3/72/L.1", distributed_on=date(2017, 11, 1))
    texts = [make.adopted("A/RES/71/1", 2016), draft, make.adopted("A/RES/73/1", 2018)]
    join(series, *texts)
    first, second, last = (
        make.make_paragraph(make.make_text(one), words)
        for one, words in zip(
            texts, ("Decides to act.", "Decides.", "Decides to act;"), strict=True
        )
    )
    lineage = make_lineage(series, first, second, last)
    lineage.places.filter(paragraph=last).update(before=first, fate="merged", likeness=1)
    [since] = _page(client, "/A/RES/73/1/").one("div", id="op1").every("a", class_="since")
    assert since.words == "since 2016, reworded 2017 (draft)"

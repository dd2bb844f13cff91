"""The page of agreed language: what is asked first, then what is near, each with who uses it."""

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.search.agreed import language
from archive.search.matches.patience import SearchTooSlowError
from archive.web.language.lines import marked
from tests import factories as make
from tests.search.agreed.saying import saying

pytestmark = pytest.mark.django_db

IMPUNITY = "Emphasizes the importance of combating impunity for attacks on defenders;"
FUNDS = "Invites all Governments to consider contributing to the voluntary fund;"
REWORDED = IMPUNITY.replace("attacks on", "threats and attacks against")


def _page(client: Client, status: int = 200, **asked: str) -> str:
    response = client.get("/language/", asked, follow=True)
    assert response.status_code == status
    return unescape(response.content.decode())


def _main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def archive() -> None:
    """A wording of two resolutions, its later form, a draft, and another one."""
    saying(make.adopted("A/RES/56/163", 2001, adoption_method="without_vote"), FUNDS, IMPUNITY)
    saying(make.adopted("A/RES/58/178", 2003, adoption_method="without_vote"), IMPUNITY)
    saying(make.adopted("A/HRC/RES/13/13", 2010), REWORDED)
    saying(make.make_draft("A/C.3/70/L.46"), IMPUNITY.replace("Emphasizes", "Stresses"))


def test_without_a_question_the_page_says_what_it_answers(client: Client) -> None:
    page = _main(_page(client))
    assert "Agreed language" in page
    assert "who has adopted that" in page


@pytest.mark.usefixtures("archive")
def test_a_wording_is_shown_with_its_first_and_last_use_how_often_and_by_whom(
    client: Client,
) -> None:
    page = _main(_page(client, q=IMPUNITY))
    assert "1 wording has these words" in page
    assert "In 2 resolutions; General Assembly; adopted without a vote." in page
    assert '<a href="/A/RES/56/163/#op2">A/RES/56/163, op. 2</a>, 19 December 2001' in page
    assert '<a href="/A/RES/58/178/#op1">A/RES/58/178, op. 1</a>, 19 December 2003' in page


@pytest.mark.usefixtures("archive")
def test_what_is_near_is_laid_against_what_is_asked(client: Client) -> None:
    page = _main(_page(client, q=IMPUNITY))
    near = page.partition("Near it")[2]
    assert '<ins><span class="visually-hidden">[put in: </span>threats and ' in near
    assert near.count('class="agreed"') == 2


@pytest.mark.usefixtures("archive")
def test_where_not_all_were_read_no_number_is_claimed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "MOST_READ", 2)
    told = "Of wordings with these words only 2 were read; there may be more"
    assert told in _page(client, q="combating impunity")
    assert "1 wording has these words" in _page(client, q=REWORDED)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("asked", "narrowed"),
    [
        ("combating impunity", {"organ": "HRC"}),
        ("combating impunity", {"stage": "draft"}),
        ("governments to the voluntary", {}),
    ],
)
def test_what_is_not_asked_for_takes_no_place_among_what_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch, asked: str, narrowed: dict[str, str]
) -> None:
    """Others come before it: of another organ or stage, or with the same pairs in another order."""
    saying(make.adopted("A/RES/66/164", 2011), "Invites Governments to the voluntary fund;")
    monkeypatch.setattr(language, "MOST_READ", 1)
    page = _main(_page(client, status=200, q=asked, **narrowed))
    assert page.partition("Near it")[0].count('class="agreed"') == 1


@pytest.mark.usefixtures("archive")
def test_the_very_wording_is_among_what_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    saying(make.adopted("A/RES/66/164", 2011), "Combating impunity")
    monkeypatch.setattr(language, "MOST_READ", 1)
    page = _main(_page(client, q="combating impunity"))
    assert "A/RES/66/164, op. 1</a>" in page


@pytest.mark.usefixtures("archive")
def test_what_is_not_asked_for_takes_no_place_among_what_is_near(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    saying(make.adopted("A/RES/66/164", 2011), *(f"{IMPUNITY} {n}" for n in range(3)))
    monkeypatch.setattr(language, "_MOST_COMPARED", 2)
    page = _main(_page(client, q=f"{IMPUNITY} And their kin;", organ="HRC"))
    assert "A/HRC/RES/13/13, op. 1</a>" in page.partition("Near it")[2]


def test_it_is_told_how_it_was_adopted_as_far_as_that_is_known(client: Client) -> None:
    saying(make.adopted("A/RES/66/164", 2011), FUNDS)
    told = "In 1 resolution; General Assembly; how it was adopted is not known."
    assert told in _page(client, q=FUNDS)
    voted = {"votes_in_favour": 9, "votes_against": 1, "votes_abstaining": 0}
    saying(make.adopted("A/RES/56/163", 2001, adoption_method="recorded_vote", **voted), IMPUNITY)
    assert "adopted by a recorded vote." in _page(client, q=IMPUNITY)
    saying(make.adopted("A/RES/58/178", 2003, adoption_method="without_vote"), IMPUNITY)
    told = "adopted without a vote and by a recorded vote"
    assert f"{told}." in _page(client, q=IMPUNITY)
    saying(make.adopted("A/RES/60/161", 2005), IMPUNITY)
    assert f"{told}, of others not known." in _page(client, q=IMPUNITY)


@pytest.mark.usefixtures("archive")
def test_what_only_a_draft_says_is_in_no_adopted_text_that_is_held(client: Client) -> None:
    page = _main(_page(client, q=IMPUNITY.replace("Emphasizes", "Stresses")))
    assert "In no adopted text that is held; in 1 draft;" in page
    assert "A/C.3/70/L.46, op. 1</a> (a draft)" in page


@pytest.mark.usefixtures("archive")
def test_words_within_a_longer_wording_are_marked_there(client: Client) -> None:
    page = _main(_page(client, q="combating impunity for"))
    assert "importance of <mark>combating impunity for</mark> attacks" in page
    assert "3 wordings have these words" in page


@pytest.mark.usefixtures("archive")
def test_wordings_are_sorted_by_use_or_by_date(client: Client) -> None:
    saying(make.adopted("E/CN.4/RES/2000/61", 2000), "Recalls combating impunity for good;")

    def order(sort: str) -> list[str]:
        page = _main(_page(client, q="combating impunity for", sort=sort))
        places = {one: page.index(f"{one}, op") for one in ("56/163", "13/13", "2000/61", "L.46")}
        return sorted(places, key=lambda one: places[one])

    assert order("most-used") == ["56/163", "2000/61", "13/13", "L.46"]
    assert order("oldest") == ["2000/61", "56/163", "13/13", "L.46"]
    assert order("newest") == ["13/13", "56/163", "2000/61", "L.46"]


@pytest.mark.usefixtures("archive")
def test_an_organ_or_a_stage_narrows_what_is_found(client: Client) -> None:
    asked = "combating impunity for"
    assert "1 wording has" in _page(client, q=asked, organ="HRC")
    assert "1 wording has" in _page(client, q=asked, stage="draft")
    assert "2 wordings have" in _page(client, q=asked, stage="adopted")


@pytest.mark.usefixtures("archive")
def test_the_wordings_can_be_copied_as_a_list_with_notes(client: Client) -> None:
    page = _main(_page(client, q=IMPUNITY))
    listed = page.partition("<pre")[2].partition(">")[2].partition("</pre>")[0]
    assert f"1. “{IMPUNITY}” [1]" in listed
    assert (
        "[1] In 2 resolutions; General Assembly; adopted without a vote; first in General "
        "Assembly resolution 56/163, op. 2, 19 December 2001; last in General Assembly resolution "
        "58/178, op. 1, 19 December 2003." in listed
    )


@pytest.mark.usefixtures("archive")
def test_what_nobody_says_is_said_to_be_so(client: Client) -> None:
    page = _main(_page(client, q="the oceans and their coasts"))
    assert "No wording has these words" in page
    assert "No other wording is near" in page
    assert "<pre" not in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"q": "impunity"}, "one word at most"),
        ({"q": "; …"}, "one word at most"),
        ({"q": "a b " * 2000}, "6,000 is the most"),
        ({"q": IMPUNITY, "organ": "XX"}, "none of the choices"),
        ({"q": IMPUNITY, "sort": "best"}, "none of the choices"),
        ({"q": IMPUNITY, "page": "x"}, "not the number of a page"),
        ({"q": IMPUNITY, "colour": "red"}, "no parameter “colour”"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_searched(
    client: Client, asked: dict[str, str], said: str
) -> None:
    page = _main(_page(client, status=400, **asked))
    assert said in page
    assert "As it is asked" not in page


@pytest.mark.usefixtures("archive")
def test_a_page_after_the_last_is_not_there(client: Client) -> None:
    page = _main(_page(client, status=404, q="combating impunity for", page="9"))
    assert "There is no page 9; the last is 1." in page


def test_many_wordings_are_on_several_pages(client: Client) -> None:
    words = "one two three four five six seven eight nine ten eleven twelve".split()
    said = [f"Urges all States, {one} {other}, to act;" for one in words for other in words[:2]]
    saying(make.adopted("A/RES/56/163", 2001), *said)
    first = _page(client, q="urges all states")
    second = _page(client, q="urges all states", page="2")
    assert "Page 1 of 2" in first
    assert "24 wordings have" in second
    assert _main(second).count('class="agreed"') == 4
    assert 'start="21"' in second
    assert "Near it" not in second
    files = re.findall(r'href="(/language\.[^"]*)"', second)
    assert [client.get(unescape(one)).status_code for one in files] == [200, 200, 200]


@pytest.mark.parametrize("asked", ["to\0 act", "to \u202eact", "TO ACT\x1b", "to \ud800 act"])
def test_signs_that_no_page_can_show_are_passed_over(client: Client, asked: str) -> None:
    saying(make.adopted("A/RES/56/163", 2001), "Urges all States to act;")
    page = _page(client, q=asked.encode(errors="replace").decode())
    assert "\0" not in page
    assert "1 wording has" in page


def test_another_spelling_leads_to_the_one_address(client: Client) -> None:
    response = client.get("/language/?sort=most-used&q=+all++states+&utm_source=x")
    assert response.status_code == 302
    assert response["Location"] == "/language/?q=all+states"


def test_a_question_that_takes_too_long_is_stopped(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise SearchTooSlowError

    monkeypatch.setattr("archive.search.agreed.language._saying", stop)
    assert "was stopped" in _page(client, status=503, q="of the")


@pytest.mark.usefixtures("archive")
def test_a_page_asks_the_same_number_of_questions_however_much_it_shows(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for asked in ("combating impunity for", IMPUNITY):
        client.get("/language/", {"q": asked, "sort": "newest"})
        with django_assert_num_queries(8):
            client.get("/language/", {"q": asked})


@pytest.mark.usefixtures("archive")
def test_where_nothing_is_found_a_few_questions_more_tell_what_may_be_meant(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(13):
        client.get("/language/", {"q": "of oceans their coasts and islands, of winds and weather"})


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "typed",
    [f"5. {IMPUNITY}", f"12. (a) {IMPUNITY}", IMPUNITY.replace("impunity", "impunity,4")],
)
def test_the_number_of_a_copied_paragraph_and_marks_of_its_notes_are_passed_over(
    client: Client, typed: str
) -> None:
    page = _main(_page(client, q=typed))
    assert "1 wording has these words" in page
    assert "<del" not in page.partition("Near it")[0]


@pytest.mark.usefixtures("archive")
def test_of_a_mistyped_word_it_is_told_what_may_be_meant(client: Client) -> None:
    page = _main(_page(client, q="combating inpunity"))
    assert 'Did you mean <a href="/language/?q=combating+impunity">combating impunity</a>?' in page
    assert '<a href="/search/?q=combating+inpunity&view=paragraphs">search</a>' in page


@pytest.mark.usefixtures("archive")
def test_one_word_leads_to_the_search(client: Client) -> None:
    page = _main(_page(client, status=400, q="impunity"))
    assert '<a href="/search/?q=impunity&view=paragraphs">' in page


def test_of_a_far_longer_wording_the_nearest_part_is_laid_against_what_is_asked(
    client: Client,
) -> None:
    before = "Invites all Governments, as they see fit and without delay, to consider"
    said = f"{before} contributing to the voluntary fund, in a spirit of good will;"
    saying(make.adopted("A/RES/56/163", 2001), said)
    page = _main(_page(client, q="contributing for the voluntary fund"))
    near = page.partition("Near it")[2]
    assert f"{before} contributing <del>" in near
    assert "is struck through where" in near


@pytest.mark.parametrize(
    ("text", "asked", "parts"),
    [
        ("To act (now), and to ask;", "NOW and to", ("To act ", "(now), and to", " ask;")),
        (
            "Human-rights defenders; and",
            "rights defenders",
            ("", "Human-rights defenders", "; and"),
        ),
        ("To act", "never said", None),
    ],
)
def test_whole_words_are_marked_without_the_signs_behind_them(
    text: str, asked: str, parts: tuple[str, str, str] | None
) -> None:
    assert marked(text, asked) == parts

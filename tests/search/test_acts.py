"""What is known of resolutions that were found, with the hits of their titles, in one query."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.search.acts import Known, Named, known
from archive.search.excerpts.fragments import whole
from archive.search.excerpts.marking import marks, words_of
from archive.search.form.params import SearchParams
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from tests import factories as make

pytestmark = pytest.mark.django_db


def _search(typed: str) -> Search:
    return Search.of(SearchParams(q=typed), ask(Query.read(typed)))


def _known(resolution: Resolution, typed: str = "") -> Known:
    return known([resolution.pk], marks(_search(typed)))[resolution.pk]


def _title(title: str, typed: str) -> str:
    search = _search(typed)
    resolution = make.make_resolution(title=title)
    fragments = whole(_known(resolution, typed).title, words_of(search))
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in fragments)


def test_a_title_has_its_hits_but_not_the_words_of_a_broken_phrase() -> None:
    title = "Protecting defenders of human rights"
    assert _title(title, "defender") == "Protecting [defenders] of human rights"
    assert _title(title, '"human defenders"') == title
    assert _title(title, "impunity") == title
    assert _title(title, "") == title
    assert _title("", "impunity") == ""


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize(
    ("title", "typed", "shown"),
    [
        ("Of HIV/AIDS", "hiv", "Of [HIV]/AIDS"),
        ("Goals 1996-2005", "2005", "Goals 1996-[2005]"),
        ("Gender-based acts", "gender", "[Gender]-based acts"),
        ("Counter-terrorism", "counterterrorism", "[Counter-terrorism]"),
        ("Follow-up to 66/163", "66/163", "Follow-up to [66/163]"),
        ("\ue000Impurity\ue001 and impunity", "impunity", "Impurity and [impunity]"),
    ],
)
def test_words_of_a_title_are_told_apart_as_those_of_texts(
    title: str, typed: str, shown: str
) -> None:
    assert _title(title, typed) == shown


def test_an_act_is_named_as_its_page_names_it() -> None:
    resolution = make.adopted("A/RES/66/164", 2011, title="On impunity")
    act = _known(resolution).act
    assert (act.symbol, act.title, act.organ, act.session) == (
        "A/RES/66/164",
        "On impunity",
        "GA",
        "66",
    )
    assert (act.stage, act.is_draft, act.adopted_as) == ("adopted", False, None)
    assert act.get_absolute_url() == resolution.get_absolute_url()


def test_a_draft_is_named_as_one_with_what_was_adopted_in_its_place() -> None:
    adopted = make.make_resolution("A/RES/70/161")
    draft = make.make_draft(adopted_as=adopted, distributed_on=date(2015, 11, 12))
    act = _known(draft).act
    assert act.is_draft
    assert act.adopted_as == Named("A/RES/70/161")
    assert act.adopted_as.get_absolute_url() == adopted.get_absolute_url()


def test_a_date_nobody_has_checked_is_told_from_others() -> None:
    doubted = make.adopted("A/RES/66/164", 2011)
    make.make_evidence(doubted, fact="adopted_on", is_verified=False, words="elsewhere")
    make.make_evidence(doubted, fact="title", is_verified=True, words="here")
    sure = make.adopted("A/RES/66/165", 2011)
    make.make_evidence(sure, fact="adopted_on", is_verified=True, words="here")
    make.make_evidence(sure, fact="title", is_verified=False, words="elsewhere")
    assert (_known(doubted).date_is_unverified, _known(sure).date_is_unverified) == (True, False)
    assert _known(doubted).dated_on == date(2011, 12, 19)


def test_one_query_serves_any_number(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    keys = {make.make_resolution().pk for _ in range(5)}
    sought = marks(_search("impunity"))
    with django_assert_num_queries(1):
        assert set(known(keys, sought)) == keys

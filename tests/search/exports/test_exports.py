"""An export has every row of a search, in the order of its pages, a chunk at a time."""

from hashlib import sha256
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from archive.models import CatalogueCard, Evidence, Resolution
from archive.parsing.symbols import Organ
from archive.search.exports import exports
from archive.search.exports.export_rows import ExportedParagraph, ExportedResolution, Row
from archive.search.exports.exports import export
from archive.search.form.params import SearchParams, Sort, View
from archive.search.matches import paragraphs, patience
from archive.search.matches.counts import Certainty
from archive.search.results import search
from tests import factories as make

pytestmark = pytest.mark.django_db

BY_WORDS = SearchParams(q="impunity")
PARAGRAPHS = SearchParams(q="impunity", view=View.PARAGRAPHS)


def _held(symbol: str, year: int, *wordings: str, **fields: Any) -> Resolution:
    resolution = make.adopted(symbol, year, title=f"Impunity in {year}", **fields)
    text = make.make_text(resolution)
    for wording in wordings:
        make.make_paragraph(text, wording)
    return resolution


def _rows(params: SearchParams) -> list[Row]:
    return [row for chunk in export(params).chunks() for row in chunk]


def _resolutions(params: SearchParams = BY_WORDS) -> list[ExportedResolution]:
    rows = _rows(params)
    found = [row for row in rows if isinstance(row, ExportedResolution)]
    assert found == rows
    return found


def _paragraphs(params: SearchParams = PARAGRAPHS) -> list[ExportedParagraph]:
    rows = _rows(params)
    found = [row for row in rows if isinstance(row, ExportedParagraph)]
    assert found == rows
    return found


@pytest.fixture
def many() -> list[Resolution]:
    """More than a page: 23 resolutions, each with two paragraphs that say the word."""
    return [
        _held(f"A/RES/66/{number}", 1990 + number, "Condemns impunity;", "Ends all impunity;")
        for number in range(1, 24)
    ]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("sort", list(Sort))
def test_resolutions_are_in_the_order_of_the_pages(sort: Sort) -> None:
    params = SearchParams(q="impunity", sort=sort)
    shown = [one.symbol for page in (1, 2) for one in search(params.on_page(page)).results]
    assert len(shown) == 23
    assert [row.symbol for row in _resolutions(params)] == shown


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("sort", list(Sort))
def test_paragraphs_are_in_the_order_of_the_pages(sort: Sort) -> None:
    params = SearchParams(q="impunity", view=View.PARAGRAPHS, sort=sort)
    shown = [one.address for page in (1, 2, 3) for one in search(params.on_page(page)).paragraphs]
    assert len(shown) == 46
    assert [row.url for row in _paragraphs(params)] == shown


def test_a_resolution_has_all_that_is_known_of_it() -> None:
    resolution = _held("A/RES/66/164", 2011, "Ends impunity;")
    make.make_evidence(resolution, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    citing = _held("A/RES/68/181", 2013, "Recalling resolution 66/164;")
    make.make_citation(citing.texts.get().paragraphs.get(), "resolution 66/164", resolution)
    card = CatalogueCard.objects.get(pk=resolution.pk)
    [row] = _resolutions(SearchParams(q="impunity", session="66"))
    assert row == ExportedResolution(
        symbol="A/RES/66/164",
        title="Impunity in 2011",
        organ=Organ.GA,
        session="66",
        stage=Resolution.Stage.ADOPTED,
        adopted_as="",
        dated_on=resolution.adopted_on,
        date_is_unverified=True,
        is_held=True,
        times_recalled=1,
        content_hash=resolution.texts.get().content_hash,
        updated_at=card.updated_at,
    )
    assert row.url == resolution.get_absolute_url()
    assert row.name == "General Assembly resolution 66/164"
    assert row.draft_line == ""


def test_a_draft_says_that_it_is_one_and_what_was_adopted_in_its_place() -> None:
    adopted = make.adopted("A/RES/70/161", 2015, title="Defenders")
    make.make_draft(title="Impunity of old", adopted_as=adopted)
    make.make_draft("A/C.3/70/L.47", title="Impunity")
    first, second = _resolutions(SearchParams(q="impunity", stage=Resolution.Stage.DRAFT))
    by_symbol = {row.symbol: row for row in (first, second)}
    known = by_symbol["A/C.3/70/L.46"]
    assert known.draft_line == "Draft. Not adopted in these words; see A/RES/70/161."
    assert known.name == "Draft resolution A/C.3/70/L.46"
    assert by_symbol["A/C.3/70/L.47"].draft_line == "Draft. Not adopted in these words."


def test_a_resolution_that_is_not_held_has_the_hash_of_its_title() -> None:
    make.make_resolution("A/RES/53/144", title="On impunity")
    [row] = _resolutions()
    assert not row.is_held
    assert row.content_hash == sha256(b"Onimpunity").hexdigest()


def test_a_paragraph_and_a_note_are_whole_and_say_where_they_stand() -> None:
    resolution = make.adopted("A/RES/66/164", 2011, title="Defenders")
    text = make.make_text(resolution)
    tail = " and so on" * 60
    parent = make.make_paragraph(
        text, f"Calls upon all to end impunity{tail}:", opening="Calls upon"
    )
    below = make.make_sub_paragraph(parent, "a", "By ending impunity;")
    make.make_footnote(below, "See the report on impunity.")
    make.make_paragraph(text, "Impunity ends.", kind="annex", anchor="annex-1-op1")
    found = {row.anchor: row for row in _paragraphs()}
    assert found["op1"].wording == parent.wording
    assert found["op1"].opening == "Calls upon"
    said = {row.anchor: (row.part, row.place) for row in found.values()}
    assert said == {
        "op1": ("operative", "op. 1"),
        "op1-a": ("operative", "op. 1 (a)"),
        "fn1": ("footnotes", "note 1"),
        "annex-1-op1": ("annex", "annex 1, para. 1"),
    }
    assert found["fn1"].name == "General Assembly resolution 66/164, note 1"
    assert found["op1-a"].url == "/A/RES/66/164/#op1-a"
    assert found["fn1"].content_hash == sha256(b"Seethereportonimpunity.").hexdigest()


def test_a_paragraph_is_named_with_its_resolution() -> None:
    _held("A/RES/66/164", 2011, "Ends impunity;")
    text = make.make_text(make.make_draft(title="Impunity"))
    make.make_paragraph(text, "Ends impunity at last;")
    assert {row.url: row.name for row in _paragraphs()} == {
        "/A/RES/66/164/#op1": "General Assembly resolution 66/164, op. 1",
        "/A/C.3/70/L.46/#op1": "Draft resolution A/C.3/70/L.46, op. 1",
    }


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(("params", "statements"), [(BY_WORDS, 1), (PARAGRAPHS, 3)])
def test_each_chunk_takes_a_few_statements(
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    *,
    params: SearchParams,
    statements: int,
) -> None:
    monkeypatch.setattr(exports, "ROWS_PER_CHUNK", 7)
    found = export(params)
    chunks = found.chunks()
    sizes = []
    for _ in range(0, len(found.keys), 7):
        with django_assert_max_num_queries(statements):
            sizes.append(len(next(chunks)))
    assert next(chunks, None) is None
    assert sum(sizes) == found.count.number
    assert max(sizes) == 7


@pytest.mark.parametrize("params", [BY_WORDS, PARAGRAPHS])
def test_counting_and_ordering_take_as_many_statements_for_many_as_for_few(
    params: SearchParams,
) -> None:
    _held("A/RES/65/1", 2010, "Condemns impunity;")
    with CaptureQueriesContext(connection) as few:
        export(params)
    for number in range(1, 30):
        _held(f"A/RES/66/{number}", 2011, "Condemns impunity;")
    with CaptureQueriesContext(connection) as many:
        assert len(export(params).keys) == 30
    assert len(many) == len(few) <= 10


@pytest.mark.usefixtures("many")
def test_what_is_taken_away_meanwhile_is_left_out() -> None:
    found, places = export(BY_WORDS), export(PARAGRAPHS)
    gone = Resolution.objects.get(symbol="A/RES/66/5")
    gone.texts.all().delete()
    gone.delete()
    rows = [row for chunk in found.chunks() for row in chunk]
    assert len(rows) == len(found.keys) - 1
    assert len([row for chunk in places.chunks() for row in chunk]) == len(places.keys) - 2


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("params", "noun"), [(BY_WORDS, "resolutions"), (PARAGRAPHS, "paragraphs")]
)
def test_an_export_that_has_not_all_says_so(
    monkeypatch: pytest.MonkeyPatch, *, params: SearchParams, noun: str
) -> None:
    complete = export(params)
    assert not complete.is_cut
    assert complete.notice == ""
    monkeypatch.setattr(exports, "MOST_ROWS", 5)
    cut = export(params)
    assert cut.is_cut
    assert cut.keys == complete.keys[:5]
    all_of_them = complete.count.number
    assert cut.notice == (
        f"These are the first 5 of {all_of_them} {noun}. Narrow the search to get the others."
    )


@pytest.fixture
def first_of_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages list the paragraphs of the first two texts alone, where more than three have some."""
    for name, number in {
        "FEW_TEXTS": 1,
        "MOST_TEXTS": 3,
        "MOST_PLACES": 4,
        "FIRST_TEXTS": 2,
        "FURTHER_TEXTS": 3,
    }.items():
        monkeypatch.setattr(paragraphs, name, number)


@pytest.mark.usefixtures("many", "first_of_more")
@pytest.mark.parametrize("sort", list(Sort))
def test_where_pages_list_the_first_paragraphs_alone_an_export_goes_on(sort: Sort) -> None:
    params = SearchParams(q="impunity", view=View.PARAGRAPHS, sort=sort)
    page = search(params)
    assert (page.count.number, page.count.kind) == (4, Certainty.MORE_THAN)
    found = export(params)
    urls = [row.url for row in _paragraphs(params)]
    assert urls[:4] == [one.address for one in page.paragraphs]
    assert len(set(urls)) == len(urls) == 46
    assert not found.is_cut
    days = [str(row.resolution.dated_on) for row in _paragraphs(params)]
    if sort in {Sort.NEWEST, Sort.OLDEST}:
        assert days == sorted(days, reverse=sort is Sort.NEWEST)


@pytest.mark.usefixtures("many", "first_of_more")
@pytest.mark.parametrize("most", [3, 4, 9])
def test_an_export_of_the_first_of_more_says_so(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(exports, "MOST_ROWS", most)
    found = export(PARAGRAPHS)
    assert len(found.keys) == most
    assert found.is_cut
    assert found.notice.startswith(f"These are the first {most} of more paragraphs.")


def test_a_search_that_finds_nothing_has_no_rows_and_says_why() -> None:
    found = export(SearchParams(q="nowhere"))
    assert found.problem is not None
    assert (found.count.number, list(found.chunks()), found.is_cut) == (0, [], False)


@pytest.mark.parametrize("params", [BY_WORDS, PARAGRAPHS])
def test_the_last_change_is_that_of_what_was_found(params: SearchParams) -> None:
    _held("A/RES/66/164", 2011, "Ends impunity;")
    late = _held("A/RES/68/181", 2013, "Recalls impunity;")
    make.make_text(make.adopted("A/RES/70/161", 2015, title="Of other things"), wording="Else")
    assert export(params).last_change() == CatalogueCard.objects.get(pk=late.pk).updated_at


def test_a_search_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleep(_params: SearchParams) -> None:
        CatalogueCard.objects.raw("SELECT pg_sleep(5)")[0]

    monkeypatch.setattr(exports, "SECONDS", 0.1)
    monkeypatch.setattr(exports, "found", sleep)
    with pytest.raises(patience.SearchTooSlowError):
        export(BY_WORDS)

"""The page of a series: a table of lineages and texts, what each text changed, who is of it."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import ParagraphPairing, Text
from archive.web import paging
from archive.web.series import page as module
from tests import factories as make
from tests.lineages import join, make_defenders, make_lineage, make_series, pair_parts
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

#: The version, the series, its members, its lineages, what was merged.
QUERIES = 5
ADDRESS = "/series/human-rights-defenders/"
SYMBOLS = [
    "A/RES/56/163",
    "A/RES/58/178",
    "A/RES/62/152",
    "A/HRC/RES/13/13",
    "A/RES/66/164",
    "A/C.3/70/L.46",
]


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """The series on human rights defenders, made by hand."""
    make_defenders()


def _page(client: Client, query: str = "", *, status: int = 200) -> Element:
    response = client.get(f"{ADDRESS}{query}")
    assert response.status_code == status
    return markup(response.content)


def _table(page: Element) -> list[list[str]]:
    table = page.one("table", class_="matrix")
    return [
        [cell.tidy_words for cell in row.every() if cell.name in {"th", "td"}]
        for row in table.every("tr")
        if not row.every("th", scope="rowgroup")
    ]


def _columns(page: Element) -> list[str]:
    return [words.split()[0] for words in _table(page)[0][1:]]


def _lineages(page: Element) -> list[str]:
    return [row[0] for row in _table(page)[1:]]


def _deny() -> None:
    ParagraphPairing.objects.update(
        decision="denied",
        decided_by=make.make_staff(name="Amina"),
        decided_at=datetime(2026, 11, 26, tzinfo=UTC),
        reason="Not so.",
    )


def test_lineages_stand_down_and_texts_across(client: Client) -> None:
    head, *rows = _table(_page(client))
    assert head == [
        "Paragraph",
        "A/RES/56/163 2001 (unverified)",
        "A/RES/58/178 2003",
        "A/RES/62/152 2007",
        "A/HRC/RES/13/13 2010",
        "A/RES/66/164 2011",
        "A/C.3/70/L.46 (draft) 2015",
    ]
    parts = _page(client).one("table", class_="matrix").every("th", scope="rowgroup")
    assert [one.words for one in parts] == ["Preambular paragraphs", "Operative paragraphs"]
    assert rows == [
        _RECALLED,
        ["Calls upon States to register all;", *_REGISTERED],
        [
            "Requests a new report;",
            "+ new op. 2",
            "× dropped",
            "· absent",
            "· absent",
            "≈ reworded op. 2",
            "× dropped",
        ],
        ["Decides to propose;", *["· absent"] * 5, "+ new op. 2"],
        ["Urges States to listen;", *["· absent"] * 3, "+ new op. 1", *["· absent"] * 2],
    ]


_RECALLED = [
    "Recalling its resolutions,",
    "+ new pp 1",
    "× dropped",
    "· absent",
    "· absent",
    "= kept pp 1",
    "× dropped",
]
_REGISTERED = [
    "+ new op. 1",
    "= kept op. 1",
    "≈ reworded op. 1",
    "· absent",
    "≈ reworded op. 1",
    "≈ reworded op. 1",
]


def test_a_cell_leads_to_the_paragraph_and_a_row_to_the_lineage(client: Client) -> None:
    row = _page(client).one("table", class_="matrix").every("tbody")[1].every("tr")[1]
    assert row.one("th").one("a").attributes["href"] == "/lineage/A/RES/56/163/op1/"
    assert row.one("th").attributes["scope"] == "row"
    assert row.every("td")[1].one("a").attributes["href"] == "/A/RES/58/178/op1/"
    assert [one.attributes["class"] for one in row.every("td")][2:4] == ["reworded", "absent"]


@pytest.mark.parametrize(
    ("query", "columns", "lineages"),
    [
        ("?organ=HRC", [3], ["Urges States to listen;"]),
        ("?organ=HRC&without=GA", [3], ["Urges States to listen;"]),
        ("?without=GA", range(6), ["Decides to propose;", "Urges States to listen;"]),
        ("?part=preambular", range(6), ["Recalling its resolutions,"]),
        ("?opening=encourage", range(6), ["Calls upon States to register all;"]),
        ("?opening=encourage&from=2004", range(2, 6), []),
        ("?stage=draft", [5], ["Calls upon States to register all;", "Decides to propose;"]),
        ("?from=2002&to=2003", [1], ["Encourages States to register;"]),
    ],
)
def test_texts_and_paragraphs_can_be_chosen(
    client: Client, query: str, columns: list[int], lineages: list[str]
) -> None:
    page = _page(client, query)
    if not lineages:
        assert "No paragraph of these texts is so." in page.one("main").tidy_words
        return
    assert _columns(page) == [SYMBOLS[at] for at in columns]
    assert _lineages(page) == lineages


def test_years_take_texts_away_and_change_nothing_in_what_the_others_did(client: Client) -> None:
    page = _page(client, "?organ=GA&from=2007")
    rows = {row[0]: row[1:] for row in _table(page)[1:]}
    assert rows["Calls upon States to register all;"] == ["≈ reworded op. 1"] * 3
    assert rows["Requests a new report;"] == ["· absent", "≈ reworded op. 2", "× dropped"]
    lines = page.one("section", **{"aria-labelledby": "changes"}).every("li", class_="line")
    assert "0 new, 1 reworded, 0 kept" in lines[0].tidy_words
    assert "dropped" not in lines[0].tidy_words
    compared = lines[0].one("a", href="/compare/?from=A/RES/58/178&to=A/RES/62/152")
    assert compared.words == "Compare with A/RES/58/178"
    assert "0 new, 2 reworded, 1 kept, 0 dropped" in lines[1].tidy_words
    assert not lines[1].every("details")


def test_what_comes_before_the_years_costs_one_query_more(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES + 1):
        _page(client, "?organ=GA&from=2007")


def test_what_was_merged_into_another_paragraph_is_not_dropped(client: Client) -> None:
    was = Text.objects.get(resolution__symbol="A/RES/56/163")
    became = Text.objects.get(resolution__symbol="A/RES/58/178")
    pair_parts(was, became, op2="op1", fate="merged")
    page = _page(client)
    rows = {row[0]: row[1:] for row in _table(page)[1:]}
    assert rows["Requests a new report;"][:3] == ["+ new op. 2", "⊂ merged into op. 1", "· absent"]
    assert rows["Recalling its resolutions,"][1] == "× dropped"
    lines = page.one("section", **{"aria-labelledby": "changes"}).every("li", class_="line")
    assert "0 new, 0 reworded, 1 kept, 1 merged, 1 dropped" in lines[1].tidy_words


@pytest.mark.parametrize("fate", ["merged", "split"])
def test_what_another_organ_has_as_a_part_is_left_out_too(client: Client, fate: str) -> None:
    texts = [Text.objects.get(resolution__symbol=one) for one in ("A/RES/58/178", SYMBOLS[3])]
    pair_parts(*texts, op1="op1", fate=fate)
    assert "Encourages States to register;" not in _lineages(_page(client, "?without=HRC&to=2003"))
    _deny()
    assert "Encourages States to register;" in _lineages(_page(client, "?without=HRC&to=2004"))


def test_what_somebody_denies_was_not_merged(client: Client) -> None:
    texts = [Text.objects.get(resolution__symbol=one) for one in SYMBOLS[:2]]
    pair_parts(texts[0], texts[1], op2="op1", fate="split")
    _deny()
    assert "merged into" not in _page(client).tidy_words


def test_words_that_only_another_organ_changed_before_are_reworded_where_it_is_left_out(
    client: Client,
) -> None:
    series = make_series("two-organs")
    texts = {
        make.make_text(make.adopted(symbol, year)): wording
        for symbol, year, wording in (
            ("A/RES/71/1", 2016, "Decides to act."),
            ("A/HRC/RES/35/1", 2017, "Decides to act now."),
            ("A/RES/72/1", 2018, "Decides to act now;"),
        )
    }
    join(series, *(text.resolution for text in texts))
    paragraphs = [make.make_paragraph(text, wording) for text, wording in texts.items()]
    make_lineage(series, *paragraphs, op1="kept")
    [row] = _table(markup(client.get("/series/two-organs/").content))[1:]
    assert row[1:] == ["+ new op. 1", "≈ reworded op. 1", "= kept op. 1"]
    [row] = _table(markup(client.get("/series/two-organs/?organ=GA").content))[1:]
    assert row[1:] == ["+ new op. 1", "≈ reworded op. 1"]


def test_what_each_text_added_and_dropped_is_listed(client: Client) -> None:
    section = _page(client).one("section", **{"aria-labelledby": "changes"})
    lines = section.every("li", class_="line")
    assert [line.one("a", class_="symbol").words for line in lines] == SYMBOLS
    assert "3 new, 0 reworded, 0 kept, 0 dropped" in lines[0].tidy_words
    assert not lines[0].every("details")
    assert "0 new, 0 reworded, 1 kept, 2 dropped" in lines[1].tidy_words
    assert [one.tidy_words for one in lines[1].every("li")] == [
        "Recalling its resolutions,",
        "Requests a new report;",
    ]
    compared = lines[4].one("a", href="/compare/?from=A/RES/62/152&to=A/RES/66/164")
    assert compared.words == "Compare with A/RES/62/152"
    assert "draft, not adopted in these words" in lines[5].tidy_words


def test_each_member_is_listed_with_its_reason_held_or_not(client: Client) -> None:
    section = _page(client).one("section", **{"aria-labelledby": "members"})
    last = section.one("tbody").every("tr")[-1]
    assert last.tidy_words.startswith("A/RES/70/161 · not held")
    assert "A fact says that A/RES/70/161 is of it." in last.tidy_words


def test_a_long_table_has_pages_that_keep_what_was_chosen(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)
    page = _page(client, "?organ=GA&page=2")
    assert len(_lineages(page)) == 2
    links = [one.attributes["href"] for one in page.one("nav", class_="pages").every("a")]
    assert links == [f"{ADDRESS}?organ=GA", f"{ADDRESS}?organ=GA&page=2"]
    assert "This list has no page “9”" in _page(client, "?page=9", status=404).words


def test_of_many_texts_the_latest_are_shown_and_it_is_said(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_TEXTS", 2)
    page = _page(client)
    assert _columns(page) == SYMBOLS[-2:]
    assert "through the latest 2 of 6 texts. Choose years to see others." in page.words


def test_one_text_is_counted_as_one(client: Client) -> None:
    assert "1 lineage through 1 text." in _page(client, "?organ=HRC").words


def test_another_spelling_leads_to_the_one_address(client: Client) -> None:
    for asked, address in (
        ("/series/Human-Rights-Defenders/", ADDRESS),
        (f"{ADDRESS}?opening=Also+calls+upon&organ=hrc", f"{ADDRESS}?organ=HRC&opening=call+upon"),
        (f"{ADDRESS}?page=1&utm_source=mail", ADDRESS),
    ):
        response = client.get(asked)
        assert response.status_code in {301, 302}
        assert response["Location"] == address


def test_what_cannot_be_read_is_said_beside_the_form(client: Client) -> None:
    page = _page(client, "?organ=GA&from=MMXI", status=400)
    assert "“MMXI” is neither a year" in page.one("div", class_="search-problem").words
    rest = page.one("p", class_="rest").one("a").attributes["href"]
    assert rest == f"{ADDRESS}?organ=GA"
    assert not page.every("table")


def test_a_series_nobody_knows_leads_to_the_list(client: Client) -> None:
    response = client.get("/series/nothing/")
    page = markup(response.content)
    assert response.status_code == 404
    assert "The archive knows no series “nothing”." in page.words
    assert page.one("main").every("a", href="/series/")


def test_a_series_without_texts_says_so(client: Client) -> None:
    make_series("empty")
    response = client.get("/series/empty/")
    assert "holds no text of this series yet" in response.content.decode()


def test_it_costs_the_same_queries_however_long_it_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    short = make_series("short")
    text = make.make_text(make.adopted("A/RES/71/1", 2016))
    join(short, text.resolution)
    make_lineage(short, make.make_paragraph(text, "Decides."))
    for address in (ADDRESS, "/series/short/"):
        with django_assert_num_queries(QUERIES):
            assert client.get(address).status_code == 200


def test_the_index_lists_series_with_what_is_held(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_series("empty")
    with django_assert_num_queries(3):
        page = markup(client.get("/series/").content)
    [line] = page.every("li", class_="line")
    assert line.tidy_words == "6 held of 7 known Human rights defenders"
    assert line.one("a").attributes["href"] == ADDRESS

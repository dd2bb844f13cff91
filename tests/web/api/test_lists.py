"""Lists of the API: what each row says, what narrows a list, and how a program goes through it."""

from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import CatalogueCard, Evidence, Paragraph, Resolution, Text
from archive.web.api.shapes.citation import CitationPage
from archive.web.api.shapes.paragraph import ListedParagraphMembers, ParagraphPage
from archive.web.api.shapes.resolution import ResolutionMembers, ResolutionPage
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def text(rows_of_module: None) -> Text:
    """A held text with notes and citations, a held draft, and what they cite."""
    with make.catalogued_once():
        declaration = make.adopted("A/RES/53/144", 1998, title="Declaration")
        make.make_evidence(declaration, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
        adopted = make.adopted("A/RES/66/164", 2011, title="Défenseurs", series="defenders")
        text = make.make_text(adopted)
        words = "Recalling resolution 53/144, the report A/65/223 and paragraph 1,"
        first = make.make_paragraph(
            text, words, kind="preambular", opening="Recalling", form="recall"
        )
        make.make_citation(first, "resolution 53/144", declaration)
        make.make_citation(first, "A/65/223", "A/65/223", conflict="The report is of another year.")
        make.make_citation(first, "paragraph 1", "", pinpoint="op1")
        calls = make.make_paragraph(
            text, "Calls upon all States:", opening="Calls upon", form="call upon"
        )
        make.make_sub_paragraph(calls, "a", "To act;")
        note = make.make_footnote(calls, "Resolution 53/144, annex.")
        make.make_citation(note, "Resolution 53/144", declaration)
        draft = make.make_text(
            make.make_draft(adopted_as=adopted, distributed_on=date(2011, 11, 4))
        )
        make.make_paragraph(draft, "Recalls nothing;", opening="Recalls", form="recall")
    return text


def _get(client: Client, address: str, *, status: int = 200) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == status, response.content
    found: dict[str, Any] = response.json()
    return found


def _ids(client: Client, address: str, *, name: str = "id") -> list[str]:
    return [one[name] for one in _get(client, address)["results"]]


def _all(client: Client, address: str) -> list[dict[str, Any]]:
    """Every row of a list, page after page."""
    found: list[dict[str, Any]] = []
    for _page in range(10):
        page = _get(client, address)
        found += page["results"]
        parts = urlsplit(page["links"]["next"] or "")
        address = f"{parts.path}?{parts.query}"
        if not parts.path:
            return found
    raise AssertionError(f"There is no end of {address}")


def test_resolutions_are_listed_by_symbol_held_or_not(client: Client, text: Text) -> None:
    page = _get(client, "/api/v1/resolutions")
    ResolutionPage.model_validate(page, strict=False)
    assert [one["symbol"] for one in page["results"]] == [
        "A/C.3/70/L.46",
        "A/RES/53/144",
        "A/RES/66/164",
    ]
    assert page["total"] == {"number": 3, "is_exact": True}
    draft, declaration, held = page["results"]
    assert (draft["stage"], draft["adopted_as"]) == ("draft", "A/RES/66/164")
    assert draft["dated_on"] == "2011-11-04"
    assert (declaration["is_held"], declaration["date_is_unverified"]) == (False, True)
    assert declaration["times_recalled"] == 1
    assert held["url"] == "http://testserver/A/RES/66/164/"
    assert held["api_url"] == "http://testserver/api/v1/resolutions/A/RES/66/164"
    assert (held["title"], held["languages"]) == ("Défenseurs", ["en"])


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ("organ=HRC", []),
        ("session=66", ["A/RES/66/164"]),
        ("stage=draft", ["A/C.3/70/L.46"]),
        ("from=2011-11-04&to=2011-11-30", ["A/C.3/70/L.46"]),
        ("to=1998", ["A/RES/53/144"]),
        ("held=no", ["A/RES/53/144"]),
        ("held=yes&stage=adopted", ["A/RES/66/164"]),
        ("series=defenders", ["A/RES/66/164"]),
        ("cites=53/144", ["A/RES/66/164"]),
        ("opening=Also+calls+upon", ["A/RES/66/164"]),
        ("opening=recall", ["A/C.3/70/L.46", "A/RES/66/164"]),
    ],
)
def test_resolutions_are_narrowed(
    client: Client, text: Text, query: str, symbols: list[str]
) -> None:
    page = _get(client, f"/api/v1/resolutions?{query}")
    assert [one["symbol"] for one in page["results"]] == symbols
    assert page["total"] == {"number": len(symbols), "is_exact": True}


def test_what_changed_since_an_instant_is_listed(client: Client, text: Text) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    CatalogueCard.objects.exclude(symbol="A/RES/53/144").update(updated_at=long_ago)
    asked = "/api/v1/resolutions?changed_since="
    assert _ids(client, f"{asked}2020-01-02", name="symbol") == ["A/RES/53/144"]
    assert len(_ids(client, f"{asked}2020-01-01T01:00:00%2B01:00", name="symbol")) == 3


def test_a_resolution_is_told_whole(client: Client, text: Text) -> None:
    found = _get(client, "/api/v1/resolutions/A/RES/66/164")
    ResolutionMembers.model_validate(found)
    assert [one["anchor"] for one in found["paragraphs"]] == ["pp1", "op1", "op1-a"]
    assert found["citations"][0]["cited_symbol"] == "A/RES/53/144"
    assert found["notes"][0]["marked_in"] == "op1"


def test_a_resolution_is_told_in_another_language(client: Client, text: Text) -> None:
    french = make.make_text(text.resolution, language="fr")
    make.make_paragraph(french, "Invite tous les États;")
    found = _get(client, "/api/v1/resolutions/A/RES/66/164?lang=fr")
    assert [one["wording"] for one in found["paragraphs"]] == ["Invite tous les États;"]
    assert found["text"]["language"] == "fr"


def test_another_spelling_of_a_symbol_leads_to_its_one_address(client: Client, text: Text) -> None:
    for spelling in ("a/res/66/164", "A/RES/66/164/"):
        response = client.get(f"/api/v1/resolutions/{spelling}")
        assert (response.status_code, response["Location"]) == (
            301,
            "/api/v1/resolutions/A/RES/66/164",
        )
    response = client.get("/api/v1/paragraphs/a/res/66/164/op1")
    assert response["Location"] == "/api/v1/paragraphs/A/RES/66/164/op1"


def test_paragraphs_come_with_their_notes_and_what_they_stand_in(
    client: Client, text: Text
) -> None:
    page = _get(client, "/api/v1/paragraphs")
    ParagraphPage.model_validate(page)
    assert [one["id"] for one in page["results"]] == [
        "A/C.3/70/L.46/op1",
        "A/RES/66/164/pp1",
        "A/RES/66/164/op1",
        "A/RES/66/164/op1-a",
    ]
    of_draft, first, calls, within = page["results"]
    assert of_draft["resolution"]["stage"] == "draft"
    assert (first["kind"], first["opening_form"], first["place"]) == (
        "preambular",
        "recall",
        "pp 1",
    )
    assert [one["wording"] for one in calls["notes"]] == ["Resolution 53/144, annex."]
    assert calls["marks"] == [{"note": "fn1", "offset": 22}]
    assert (within["parent"], within["label"], within["notes"]) == ("op1", "(a)", [])
    assert within["url"] == "http://testserver/A/RES/66/164/#op1-a"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("resolution=66/164&kind=operative", ["A/RES/66/164/op1", "A/RES/66/164/op1-a"]),
        ("stage=adopted&opening=recalls", ["A/RES/66/164/pp1"]),
        ("cites=53/144", ["A/RES/66/164/pp1", "A/RES/66/164/op1"]),
        ("from=2012", []),
    ],
)
def test_paragraphs_are_narrowed(client: Client, text: Text, query: str, ids: list[str]) -> None:
    assert _ids(client, f"/api/v1/paragraphs?{query}") == ids


def test_a_paragraph_is_told_by_its_name(client: Client, text: Text) -> None:
    found = _get(client, "/api/v1/paragraphs/A/RES/66/164/op1-a")
    ListedParagraphMembers.model_validate(found)
    assert (found["wording"], found["parent"]) == ("To act;", "op1")
    assert found == _get(client, "/api/v1/paragraphs?resolution=66/164")["results"][2]


def test_citations_come_with_what_makes_them(client: Client, text: Text) -> None:
    page = _get(client, "/api/v1/citations")
    CitationPage.model_validate(page)
    told = [(one["stands_in"], one["words"], one["cited_symbol"]) for one in page["results"]]
    assert told == [
        ("pp1", "resolution 53/144", "A/RES/53/144"),
        ("pp1", "A/65/223", "A/65/223"),
        ("pp1", "paragraph 1", None),
        ("fn1", "Resolution 53/144", "A/RES/53/144"),
    ]
    first, report, *_rest = page["results"]
    assert first["id"] == "A/RES/66/164/pp1:10-27"
    assert first["cited_url"] == "http://testserver/A/RES/53/144/"
    assert (report["cited_url"], report["cited_is_held"]) == (None, False)
    assert first["resolution"]["symbol"] == "A/RES/66/164"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cited=53/144", ["resolution 53/144", "Resolution 53/144"]),
        ("citing=66/164&resolved=no", ["A/65/223"]),
        ("resolved=yes&opening=recall", ["resolution 53/144"]),
        ("in_conflict=yes", ["A/65/223"]),
        ("in_conflict=no&cited=A/65/223", []),
        ("stage=draft", []),
    ],
)
def test_citations_are_narrowed(client: Client, text: Text, query: str, words: list[str]) -> None:
    assert _ids(client, f"/api/v1/citations?{query}", name="words") == words


def test_a_whole_that_is_cited_with_its_part_is_no_citation(client: Client, text: Text) -> None:
    whole = make.make_resolution("A/RES/45/58")
    paragraph = make.make_paragraph(text, "Recalls resolution 45/58 P;")
    make.make_citation(paragraph, "45/58 P", "A/RES/45/58P")
    make.make_citation(paragraph, "45/58 P", whole, of_whole=True)
    assert _ids(client, "/api/v1/citations?cited=A/RES/45/58P", name="words") == ["45/58 P"]
    for name in ("resolutions?cites", "paragraphs?cites", "citations?cited"):
        assert _get(client, f"/api/v1/{name}=A/RES/45/58")["results"] == []


@pytest.mark.parametrize("name", ["resolutions", "paragraphs", "citations"])
@pytest.mark.parametrize("per_page", [1, 2, 3])
def test_pages_lead_through_a_list_once(
    client: Client, text: Text, name: str, per_page: int
) -> None:
    whole = _get(client, f"/api/v1/{name}")["results"]
    assert _all(client, f"/api/v1/{name}?per_page={per_page}") == whole
    assert len(whole) in {3, 4}


def test_what_is_published_meanwhile_makes_no_row_come_twice(client: Client, text: Text) -> None:
    page = _get(client, "/api/v1/resolutions?per_page=2")
    make.make_resolution("A/RES/1/1")
    parts = urlsplit(page["links"]["next"])
    assert _ids(client, f"{parts.path}?{parts.query}", name="symbol") == ["A/RES/66/164"]


def test_links_keep_what_was_asked(client: Client, text: Text) -> None:
    response = client.get("/api/v1/paragraphs?kind=operative&per_page=1&stage=adopted")
    links = response.json()["links"]
    first = "http://testserver/api/v1/paragraphs?kind=operative&per_page=1&stage=adopted"
    assert (links["self"], links["first"]) == (first, first)
    assert links["next"] == f"{first}&after=A/RES/66/164:2"
    assert f'<{links["next"]}>; rel="next"' in response["Link"]


def test_more_than_so_many_are_not_counted(
    client: Client, text: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.data.lists.stretches.MOST_COUNTED", 2)
    assert _get(client, "/api/v1/resolutions")["total"] == {"number": 2, "is_exact": False}


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/api/v1/resolutions", 6),
        ("/api/v1/paragraphs", 7),
        ("/api/v1/citations", 6),
        ("/api/v1/resolutions/A/RES/66/164", 8),
        ("/api/v1/paragraphs/A/RES/66/164/op1", 6),
    ],
)
def test_queries_are_as_many_however_much_there_is(
    client: Client,
    text: Text,
    django_assert_num_queries: DjangoAssertNumQueries,
    address: str,
    queries: int,
) -> None:
    with make.catalogued_once():
        for number in range(5):
            more = make.make_text(make.make_resolution(f"A/RES/70/{number + 1}"))
            paragraph = make.make_paragraph(more, "Recalls resolution 53/144;")
            make.make_citation(paragraph, "53/144", Resolution.objects.get(symbol="A/RES/53/144"))
            make.make_footnote(paragraph, "A note.")
    with django_assert_num_queries(queries):
        client.get(address)


def test_texts_in_other_languages_make_no_rows(client: Client, text: Text) -> None:
    french = make.make_text(text.resolution, language="fr")
    make.make_paragraph(french, "Rappelant;", kind=Paragraph.Kind.PREAMBULAR)
    assert len(_get(client, "/api/v1/paragraphs")["results"]) == 4
    assert _get(client, "/api/v1/resolutions?session=66")["results"][0]["languages"] == ["en", "fr"]

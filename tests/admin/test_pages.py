"""The page of one row: what it shows, what it links, what it costs, and that it alters nothing."""

import re

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from archive.models import (
    Batch,
    Citation,
    Evidence,
    Footnote,
    Ingestion,
    OpeningStrength,
    Paragraph,
    ParagraphPairing,
    ProblemReport,
    Resolution,
    Series,
    SourceFile,
    Text,
)
from tests import factories as make
from tests.admin.conftest import Queries
from tests.admin.holdings import add_to, make_held_draft

pytestmark = pytest.mark.django_db

#: Those that have pages of their own kind, which are tried beside them.
_OF_THEIR_OWN_KIND = {
    *(Batch, Ingestion, OpeningStrength, ParagraphPairing, ProblemReport, Series),
}
#: The catalogue of the search is written anew from the rest, and has no pages.
MODELS = [
    model
    for model in apps.get_app_config("archive").get_models()
    if site.is_registered(model) and model not in _OF_THEIR_OWN_KIND
]


def _page_of(row: Model, action: str = "change") -> str:
    return reverse(f"admin:archive_{row._meta.model_name}_{action}", args=[row.pk])


def _one(model: type[Model]) -> Model:
    """A row of a model; of resolutions the draft."""
    rows = model._default_manager.order_by("pk")
    row = rows.filter(stage="draft").first() if model is Resolution else rows.first()
    assert row is not None
    return row


def _links(client: Client, row: Model) -> dict[str, str]:
    """What the row's fields link to, by what the links say."""
    page = client.get(_page_of(row)).content.decode()
    fields = page[page.index(f'id="{row._meta.model_name}_form"') :]
    return {label: address for address, label in re.findall(r'<a href="([^"]+)">([^<]+)', fields)}


@pytest.mark.parametrize("model", MODELS)
def test_a_page_takes_as_many_queries_beside_many_rows_as_beside_few(
    model: type[Model], queries: Queries
) -> None:
    text = make_held_draft()
    row = _one(model)
    few = queries(_page_of(row))
    for fact in set(Evidence.Fact) - {Evidence.Fact.TITLE}:
        make.make_evidence(text.resolution, fact=fact)
        add_to(text)
        Citation.objects.update(cited_resolution=text.resolution, cited_symbol="A/C.3/70/L.46")
    many = queries(_page_of(row))
    assert len(many) == len(few)


@pytest.mark.parametrize("model", MODELS)
def test_a_page_never_loads_bytes_nor_search_vectors(model: type[Model], queries: Queries) -> None:
    make_held_draft()
    columns = {
        column
        for sql in queries(_page_of(_one(model)))
        for column in re.findall(r'"(content|search_vector|parse_result)"', sql)
    }
    assert columns == set()


@pytest.mark.parametrize("action", ["change", "delete"])
@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_changed_or_deleted_by_hand(
    model: type[Model], action: str, admin_client: Client
) -> None:
    make_held_draft()
    row = _one(model)
    before = model._default_manager.filter(pk=row.pk).values().get()
    assert admin_client.post(_page_of(row, action), {"post": "yes"}).status_code == 403
    assert model._default_manager.filter(pk=row.pk).values().get() == before


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_added_by_hand(model: type[Model], admin_client: Client) -> None:
    address = reverse(f"admin:archive_{model._meta.model_name}_add")
    assert admin_client.get(address).status_code == 403
    assert admin_client.post(address, {}).status_code == 403


@pytest.mark.parametrize("model", MODELS)
def test_a_page_has_no_field_to_type_in(model: type[Model], staff_client: Client) -> None:
    make_held_draft()
    page = staff_client.get(_page_of(_one(model))).content.decode()
    form = page[page.index(f'id="{model._meta.model_name}_form"') :]
    assert re.findall(r'<(?:textarea|select|input(?! type="hidden"))[^>]*>', form) == []


@pytest.mark.parametrize("model", MODELS)
def test_a_page_has_nothing_that_the_security_policy_would_stop(
    model: type[Model], staff_client: Client
) -> None:
    make_held_draft()
    row = _one(model)
    listed = staff_client.get(reverse(f"admin:archive_{row._meta.model_name}_changelist"))
    for page in (staff_client.get(_page_of(row)), listed):
        html = page.content.decode()
        assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", html) == []
        assert re.findall(r"<script(?![^>]*(?:\ssrc=|application/json))", html) == []


@pytest.mark.parametrize("key", ["0", "abc", "%00", "99999999999999999999", "1%00", "a" * 5_000])
def test_a_row_that_is_not_there_leads_back_with_a_message(key: str, staff_client: Client) -> None:
    for model in MODELS:
        address = reverse(f"admin:archive_{model._meta.model_name}_changelist")
        response = staff_client.get(f"{address}{key}/change/", follow=True)
        assert response.status_code == 200
        assert "doesn’t exist" in response.content.decode()


def test_a_draft_links_what_was_adopted_in_its_place(staff_client: Client) -> None:
    adopted = make.make_resolution("A/RES/70/161")
    draft = make.make_draft("A/C.3/70/L.46", adopted_as=adopted)
    assert _links(staff_client, draft)["A/RES/70/161"] == _page_of(adopted)
    drafts = _links(staff_client, adopted)["1 resolution"]
    assert "A/C.3/70/L.46" in staff_client.get(drafts).content.decode()


def test_a_count_of_nothing_is_no_link(staff_client: Client) -> None:
    resolution = make.make_resolution()
    assert "0 citations" in staff_client.get(_page_of(resolution)).content.decode()
    assert "0 citations" not in _links(staff_client, resolution)


def test_a_resolution_links_its_text_and_the_citations_it_receives(staff_client: Client) -> None:
    text = make_held_draft()
    resolution = make.make_resolution("A/RES/53/144")
    Citation.objects.update(cited_resolution=resolution, cited_symbol="A/RES/53/144")
    cited = staff_client.get(_links(staff_client, resolution)["3 citations"])
    assert "3 citations" in cited.content.decode()
    texts = staff_client.get(_links(staff_client, text.resolution)["1 text"])
    assert _page_of(text) in texts.content.decode()


def test_a_resolution_shows_the_evidence_of_its_facts(staff_client: Client) -> None:
    resolution = make.make_resolution()
    make.make_evidence(resolution, words="its own <masthead>", is_verified=False)
    page = staff_client.get(_page_of(resolution)).content.decode()
    assert "its own &lt;masthead&gt;" in page


def test_a_text_links_everything_that_stands_in_it(staff_client: Client) -> None:
    text = make_held_draft()
    links = _links(staff_client, text)
    for label in ("2 paragraphs", "1 footnote", "3 citations", "1 ingestion"):
        listed = staff_client.get(links[label]).content.decode()
        assert label in listed
    assert links[text.source_file.name] == _page_of(text.source_file)


@pytest.mark.parametrize("model", [Paragraph, Footnote, Citation])
def test_what_stands_in_a_text_links_its_text_and_resolution(
    model: type[Model], staff_client: Client
) -> None:
    text = make_held_draft(symbol="A/C.3/70/L.46")
    links = _links(staff_client, _one(model))
    assert links["A/C.3/70/L.46 (draft)"] == _page_of(text.resolution)
    assert links["A/C.3/70/L.46 (draft, en)"] == _page_of(text)


def test_a_sub_paragraph_links_the_paragraph_it_stands_under(staff_client: Client) -> None:
    make_held_draft()
    part = Paragraph.objects.exclude(parent=None).get()
    assert part.parent is not None
    assert _page_of(part.parent) in _links(staff_client, part).values()


def test_a_paragraph_leads_to_its_place_on_the_page_for_readers(staff_client: Client) -> None:
    text = make_held_draft(symbol="A/C.3/70/L.46")
    page = staff_client.get(_page_of(Paragraph.objects.order_by("pk")[0])).content.decode()
    assert f'href="{text.resolution.get_absolute_url()}#op1"' in page


@pytest.mark.parametrize("model", [Text, SourceFile])
def test_staff_without_the_permission_see_no_page(model: type[Model], client: Client) -> None:
    make_held_draft()
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert client.get(_page_of(_one(model))).status_code == 403

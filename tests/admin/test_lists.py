"""The lists: what staff find in them, and what they cost."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests import factories as make
from tests.admin.conftest import Queries
from tests.admin.holdings import MODELS, add_to, list_of, make_held_draft

pytestmark = [pytest.mark.django_db]


def _text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"<[^>]+>", " ", response.content.decode())


def test_every_model_has_a_list_but_those_that_are_seen_on_the_pages_of_others() -> None:
    without = {model.__name__ for model in apps.get_app_config("archive").get_models()}
    without -= {model.__name__ for model in MODELS}
    histories = {name for name in without if name.startswith("Historical")}
    assert len(histories) == 9
    assert without - histories == {
        *("ArchiveVersion", "CardLists", "CatalogueCard", "Word"),  # nobody writes them
        *("BatchFile", "Correction"),  # on the page of their batch, and of their ingestion
        *("ComparedTexts", "Lineage", "LineagePlace", "PairFrequency", "Wording"),
        "WordingUse",  # with those before: what follows from the others
        *("OpeningStrength", "ParagraphPairing"),  # of lists that are tried by themselves
    }


def test_a_list_takes_as_many_queries_for_many_rows_as_for_few(queries: Queries) -> None:
    make_held_draft()
    few = {model: len(queries(list_of(model))) for model in MODELS}
    with make.catalogued_once():
        for number in range(2, 12):
            make_held_draft(symbol=f"A/C.3/70/L.{number}")
    assert {model: len(queries(list_of(model))) for model in MODELS} == few


def test_a_search_by_symbol_finds_the_rows_of_that_resolution_alone(staff_client: Client) -> None:
    make_held_draft(symbol="A/C.3/70/L.46")
    make_held_draft(symbol="A/C.3/71/L.2")
    for model in MODELS:
        text = _text_of(staff_client, list_of(model, "q=A/C.3/70/L.46"))
        assert not re.search(r"\b0 results", text), model
        assert "A/C.3/71/L.2" not in text, model


@pytest.mark.parametrize("model", ["evidence", "text", "paragraph", "footnote", "citation"])
def test_a_list_says_which_rows_are_of_a_draft(model: str, staff_client: Client) -> None:
    make_held_draft(symbol="A/C.3/70/L.46")
    address = reverse(f"admin:archive_{model}_changelist")
    assert "A/C.3/70/L.46 (draft)" in _text_of(staff_client, address)


@pytest.mark.parametrize("model", ["sourcefile", "ingestion"])
def test_a_list_of_files_says_which_texts_are_drafts(model: str, staff_client: Client) -> None:
    make_held_draft(symbol="A/C.3/70/L.46")
    address = reverse(f"admin:archive_{model}_changelist")
    assert "A/C.3/70/L.46 (draft, en)" in _text_of(staff_client, address)


def test_the_list_of_resolutions_flags_drafts(staff_client: Client) -> None:
    make.make_draft("A/C.3/70/L.46")
    make.make_resolution("A/RES/66/164")
    page = staff_client.get(reverse("admin:archive_resolution_changelist")).content.decode()
    flags = re.findall(r'class="field-draft">([^<]*)', page)
    assert sorted(flags) == ["", "Draft"]


@pytest.mark.parametrize(("choice", "found"), [("held", "A/RES/66/164"), ("cited", "A/RES/53/144")])
def test_resolutions_are_filtered_by_whether_a_text_is_held(
    choice: str, found: str, staff_client: Client
) -> None:
    make.make_text(make.make_resolution("A/RES/66/164"))
    make.make_resolution("A/RES/53/144")
    address = reverse("admin:archive_resolution_changelist")
    page = staff_client.get(address, {"text": choice}).content.decode()
    assert re.findall(r'field-symbol"><a [^>]*>([^<]+)', page) == [found]


@pytest.mark.parametrize(
    ("choice", "found"),
    [("row", "A/RES/53/144"), ("nothing", "A/65/223"), ("itself", "its own op1")],
)
def test_citations_are_filtered_by_what_they_lead_to(
    choice: str, found: str, staff_client: Client
) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144, A/65/223, paragraph 1;")
    make.make_citation(paragraph, "53/144", make.make_resolution("A/RES/53/144"))
    make.make_citation(paragraph, "A/65/223", "A/65/223")
    make.make_citation(paragraph, "paragraph 1", "", pinpoint="op1")
    address = reverse("admin:archive_citation_changelist")
    page = staff_client.get(address, {"leads_to": choice}).content.decode()
    assert re.findall(r'field-cited">(?:<a [^>]*>)?([^<]+)', page) == [found]


@pytest.mark.parametrize("model", MODELS)
def test_a_stranger_is_asked_to_log_in(model: type[Model], client: Client) -> None:
    response = client.get(list_of(model))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize("model", MODELS)
def test_staff_without_the_permission_see_no_list(model: type[Model], client: Client) -> None:
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert client.get(list_of(model)).status_code == 403


def test_the_index_names_the_archive_and_lists_every_model(staff_client: Client) -> None:
    add_to(make.make_text())
    page = staff_client.get(reverse("admin:index")).content.decode()
    assert "Recalling" in page
    assert all(list_of(model) in page for model in MODELS)


def test_dates_are_written_as_the_archive_writes_them(staff_client: Client) -> None:
    make.adopted("A/RES/66/164", 2011)
    page = staff_client.get(reverse("admin:archive_resolution_changelist")).content.decode()
    assert "19 December 2011" in page

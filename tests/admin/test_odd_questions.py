"""The lists of one archive: what they offer and load, and what odd questions get."""

import re

import pytest
from django.db.models import Model
from django.test import Client

from archive.models import Resolution
from tests.admin.conftest import Queries
from tests.admin.holdings import MODELS, list_of, make_held_draft

pytestmark = pytest.mark.django_db

ODD_WORDS = ["'", '"', "%", "_", "\\", "((", "a:*", "’“”", "\U0001f54a", "\ud7ff", "x" * 10_000]
ODD_QUERIES = [
    "_facets=True",
    "leads_to=nothing&by_name__exact=1&text=held&_facets=True",
    "p=abc",
    "p=-1",
    "p=0",
    "p=99999999999999999999",
    "o=abc",
    "o=99.-99",
    "unknown=1",
    "id__exact=abc",
    "id__exact=99999999999999999999",
    "text__resolution__title__regex=(",
    "all=",
    "e=1",
    "_popup=1",
    "_to_field=id",
    "_to_field=nothing",
    "q=" + "a%20" * 200,
]


@pytest.fixture(scope="module", autouse=True)
def _held(rows_of_module: None) -> None:
    make_held_draft()


@pytest.mark.parametrize("model", MODELS)
def test_a_list_never_loads_bytes_nor_search_vectors(model: type[Model], queries: Queries) -> None:
    columns = {
        column
        for sql in queries(list_of(model, "q=A/C.3/70"))
        for column in re.findall(r'"(content|search_vector|parse_result)"', sql)
    }
    assert columns == set()


@pytest.mark.parametrize("model", MODELS)
def test_a_list_offers_nothing_to_add_or_to_do(model: type[Model], staff_client: Client) -> None:
    page = staff_client.get(list_of(model)).content.decode()
    assert "addlink" not in page
    assert 'name="action"' not in page


@pytest.mark.parametrize("word", ODD_WORDS)
@pytest.mark.parametrize("model", MODELS)
def test_a_search_takes_any_character(model: type[Model], word: str, staff_client: Client) -> None:
    assert staff_client.get(list_of(model), {"q": word}).status_code == 200


@pytest.mark.parametrize("query", ["q=%00", "q=a%00b", "%00=1", "state__exact=%00", "p=%00"])
def test_a_nul_character_is_refused(query: str, staff_client: Client) -> None:
    for model in MODELS:
        assert staff_client.get(list_of(model, query)).status_code == 400


def test_a_year_that_no_date_has_is_refused(staff_client: Client) -> None:
    query = "adopted_on__year=9999999999"
    assert staff_client.get(list_of(Resolution, query)).status_code == 400


@pytest.mark.parametrize("query", ODD_QUERIES)
def test_an_odd_address_gets_a_page_or_a_refusal_and_never_fails(
    query: str, staff_client: Client
) -> None:
    for model in MODELS:
        response = staff_client.get(list_of(model, query), follow=True)
        assert response.status_code in {200, 400}

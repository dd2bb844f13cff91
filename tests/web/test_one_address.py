"""Another spelling of a search leads to its one address, unless that is too long to lead to."""

from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.test import Client

from archive.web.one_address import LONGEST_REDIRECT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/search/", "/search.json", "/search.csv"])
def test_a_pasted_page_of_text_is_answered_where_it_was_asked(client: Client, path: str) -> None:
    pasted = "حقوق  الإنسان\n" * 400
    response = client.get(f"{path}?{urlencode({'q': pasted})}")
    assert response.status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["/search/", "/search.json", "/search.csv"])
def test_the_longest_address_that_can_be_led_to_is_led_to(client: Client, path: str) -> None:
    words = "a" * (LONGEST_REDIRECT - len(f"{path}?q="))
    response = client.get(f"{path}?q={words}+")
    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Location"] == f"{path}?q={words}"
    longer = client.get(f"{path}?q={words}a+")
    assert longer.status_code == HTTPStatus.OK

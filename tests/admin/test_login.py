"""Logging in leads on within the archive, and nowhere else."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wanted", ["", "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x"]
)
def test_without_an_address_of_the_archive_to_go_on_to_it_leads_to_the_pages_for_staff(
    client: Client, wanted: str
) -> None:
    User.objects.create_user("reader", password="sesame", is_staff=True)
    given = {"username": "reader", "password": "sesame", "next": wanted}
    response = client.post(reverse("admin:login"), given, follow=True)
    assert response.redirect_chain == [(reverse("admin:index"), 302)]
    assert response.status_code == 200

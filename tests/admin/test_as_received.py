"""The download of a file as received."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from archive.models import SourceFile
from tests import factories as make

pytestmark = pytest.mark.django_db

BYTES = b"<script>alert(1)</script>\x00\xff\r\n"


def _address(source_file: SourceFile) -> str:
    return reverse("admin:archive_sourcefile_as_received", args=[source_file.pk])


def test_staff_get_the_bytes_unaltered(staff_client: Client) -> None:
    response = staff_client.get(_address(make.make_source_file(BYTES)))
    assert response.status_code == 200
    assert response.content == BYTES


def test_the_browser_is_told_to_save_and_never_to_show(staff_client: Client) -> None:
    page = make.make_source_file(BYTES, name="page.html", media_type="text/html")
    response = staff_client.get(_address(page))
    assert response["Content-Disposition"] == 'attachment; filename="page.html"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ('a"b.txt', 'attachment; filename="a_b.txt"'),
        ("../../etc/passwd", 'attachment; filename=".._.._etc_passwd"'),
        ("two\r\nSet-Cookie: x=1.txt", 'attachment; filename="two__Set-Cookie: x=1.txt"'),
        ("résolution.txt", "attachment; filename*=utf-8''r%C3%A9solution.txt"),
    ],
)
def test_a_name_cannot_leave_its_header(name: str, saved: str, staff_client: Client) -> None:
    response = staff_client.get(_address(make.make_source_file(BYTES, name=name)))
    assert response["Content-Disposition"] == saved


def test_the_page_of_a_file_links_the_download_and_does_not_show_the_bytes(
    staff_client: Client,
) -> None:
    source_file = make.make_source_file(BYTES)
    address = reverse("admin:archive_sourcefile_change", args=[source_file.pk])
    page = staff_client.get(address).content.decode()
    assert f'href="{_address(source_file)}"' in page
    assert "alert(1)" not in page


def test_a_stranger_is_asked_to_log_in(client: Client) -> None:
    response = client.get(_address(make.make_source_file(BYTES)))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("admin:login"))


def test_staff_without_the_permission_get_nothing(client: Client) -> None:
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert client.get(_address(make.make_source_file(BYTES))).status_code == 403


def test_nothing_can_be_posted_to_it(staff_client: Client) -> None:
    assert staff_client.post(_address(make.make_source_file(BYTES))).status_code == 405


def test_a_file_that_is_not_there_is_not_found(staff_client: Client) -> None:
    assert staff_client.get(_address(SourceFile(pk=1_000_000))).status_code == 404

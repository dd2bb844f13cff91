"""Robots are told what to pass over and where every page is listed, and nothing of staff pages."""

from django.conf import settings
from django.test import Client, override_settings


def test_robots_may_read_all_but_long_searches_the_form_and_what_is_for_programs(
    client: Client,
) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /search/*&",
        "Disallow: /search.",
        "Disallow: /network/?",
        "Disallow: /network.",
        "Disallow: /compare/?",
        "Disallow: /compare.",
        "Disallow: /series/*?",
        "Disallow: /suggest.json",
        "Disallow: /report/",
        "Disallow: /api/v1/",
        "Disallow: /data/files/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_the_sitemap_is_named_with_the_host_that_was_asked(client: Client) -> None:
    with override_settings(ALLOWED_HOSTS=["archive.example"]):
        response = client.get("/robots.txt", headers={"host": "archive.example"}, secure=True)
    assert "Sitemap: https://archive.example/sitemap.xml" in response.content.decode()


def test_robots_learn_nothing_of_the_pages_for_staff(client: Client) -> None:
    assert settings.ADMIN_URL.strip("/") not in client.get("/robots.txt").content.decode()

"""The icon is one small file of the archive's own, wherever a browser looks for it."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

from tests.web.markup import markup


def test_where_browsers_look_unasked_leads_to_the_file_that_pages_name(client: Client) -> None:
    response = client.get("/favicon.ico")
    named = markup(client.get("/nothing").content).one("link", rel="icon").attributes["href"]
    assert (response.status_code, response["Location"]) == (301, named)
    assert response["Cache-Control"] == "public, max-age=86400"


def test_it_holds_nothing_that_the_policy_of_pages_forbids() -> None:
    drawing = Path(str(finders.find("icon.svg"))).read_text()
    assert not any(word in drawing for word in ("<style", "style=", "<script", "href"))

"""The foot of every page names the version, and whom to write to where an address is set."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

import archive
from tests import factories as make
from tests.web.markup import markup


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(settings.BASE_DIR) / "pyproject.toml").read_text())["project"]
    assert archive.__version__ == project["version"]


@pytest.mark.django_db
def test_the_foot_names_the_version_and_acknowledges_the_source(client: Client) -> None:
    foot = markup(client.get("/").content).one("footer").tidy_words
    assert f"Recalling {archive.__version__}," in foot
    assert "acknowledgement of the United Nations as their source" in foot


@pytest.mark.django_db
@override_settings(CONTACT_ADDRESS="keeper@archive.example")
def test_an_address_for_mail_is_shown_where_there_is_one(client: Client) -> None:
    make.make_resolution("A/RES/53/144")
    page = markup(client.get("/A/RES/53/144/").content)
    links = page.every("a", href="mailto:keeper@archive.example")
    assert [link.words for link in links] == ["keeper@archive.example"] * 2


@pytest.mark.django_db
@override_settings(CONTACT_ADDRESS="")
def test_without_one_the_keeper_of_the_archive_is_named(client: Client) -> None:
    make.make_resolution("A/RES/53/144")
    page = markup(client.get("/A/RES/53/144/").content)
    assert "give it to the keeper of this archive" in page.one("main").tidy_words
    assert "mailto:" not in str(page.one("footer").every("a"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "report"),
    [
        ("/", "/report/?page=/"),
        ("/search/?q=a+%26+b", "/report/?page=/search/%3Fq%3Da%2B%2526%2Bb"),
        ("/nothing/here", "/report/?page=/nothing/here"),
        (f"/search/?q=word{'+word' * 100}", "/report/?page=/search/"),
        (f"/{'w' * 600}", "/report/"),
        ("/report/?page=/", "/report/"),
    ],
)
def test_a_problem_with_any_page_can_be_reported(
    client: Client, *, address: str, report: str
) -> None:
    foot = markup(client.get(address).content).one("footer")
    assert foot.one("a", rel="nofollow").attributes["href"] == report

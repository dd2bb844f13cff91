"""A file without a parse has a page too: what happened to it, and what can be done."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from archive.corrections.values import Action
from archive.models import Ingestion
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import Page, address_of
from tests.ingest.publishing.ways import parsed, published, read_again, set_right

pytestmark = pytest.mark.django_db


def _failed() -> Ingestion:
    return make.make_waiting(
        state=Ingestion.State.FAILED,
        failure_code="damaged_file",
        failure="The file is <damaged>; save it anew.",
        parse_result={"error": {"code": "damaged_file", "message": "The file is damaged."}},
    )


def test_a_file_that_waits_says_so_and_that_no_worker_runs(review: Page) -> None:
    shown = review(make.make_waiting(attempts=2))
    assert "It waits to be parsed" in shown
    assert "It was begun 2 times already." in shown
    assert "No worker runs, so nothing is parsed now." in shown


def test_a_file_that_could_not_be_read_says_why_and_what_to_do(publisher: Client) -> None:
    ingestion = _failed()
    shown = publisher.get(address_of(ingestion)).content.decode()
    assert "The file is &lt;damaged&gt;; save it anew." in shown
    assert reverse("admin:archive_ingestion_add") in shown
    assert f'href="{address_of(ingestion, "reparse")}">Read it again' in shown


def test_a_file_that_could_not_be_read_can_be_turned_down_and_not_published(
    publisher: Client,
) -> None:
    ingestion = _failed()
    shown = publisher.get(address_of(ingestion)).content.decode()
    assert f'href="{address_of(ingestion, "reject")}"' in shown
    assert f'href="{address_of(ingestion, "publish")}"' not in shown


def test_publishing_is_offered_where_there_is_something_to_publish(publisher: Client) -> None:
    ingestion = parsed()
    offered = f'href="{address_of(ingestion, "publish")}"'
    assert offered in publisher.get(address_of(ingestion)).content.decode()
    published(ingestion)
    assert offered not in publisher.get(address_of(ingestion)).content.decode()
    set_right(ingestion, Action.SET_FACT, "masthead.series", after="human rights defenders")
    assert offered in publisher.get(address_of(ingestion)).content.decode()


def test_an_old_ingestion_without_a_parse_shows_its_warnings(review: Page) -> None:
    gap = {"code": "number_gap", "message": "It does not run on.", "where": "op3"}
    kept = ["one <b>bold</b> warning", {"code": "broken_word"}, gap]
    shown = review(make.make_ingestion(make.make_text(), warnings=kept))
    assert "No parse of it was kept" in shown
    assert "<li>one &lt;b&gt;bold&lt;/b&gt; warning</li>" in shown
    assert "broken_word" in shown
    assert "<li>op3: It does not run on. (number_gap)</li>" in shown


def test_a_turned_down_file_says_by_whom_and_why(publisher: Client, review: Page) -> None:
    ingestion = parsed()
    publisher.post(address_of(ingestion, "reject"), {"revision": 0, "reason": "A mere <copy>."})
    shown = " ".join(re.sub(r"<[^>]+>", "", review(ingestion)).split())
    assert "Turned down by paula on" in shown
    assert "A mere &lt;copy&gt;." in shown


def test_a_published_text_leads_to_its_page_for_readers(review: Page) -> None:
    ingestion = parsed()
    published(ingestion)
    assert '<a href="/A/RES/66/164/">Page for readers</a>' in review(ingestion)


def test_a_new_reading_says_whose_place_it_takes_and_when(review: Page) -> None:
    first = parsed()
    published(first)
    again = read_again(first, build.resolution_text())
    shown = " ".join(review(again).split())
    link = f'A new reading of <a href="{address_of(first)}">the text of A/RES/66/164</a>'
    assert f"{link}; readers see the one before until this is published." in shown
    better = parsed(build.resolution_text(operative=("Decides.",)), follows=first)
    assert "It is to take the place of <a" in " ".join(review(better).split())


def test_what_is_done_with_it_is_offered_to_those_who_may(review: Page, publisher: Client) -> None:
    ingestion = parsed()
    names = ("publish", "reject", "reparse")
    shown = publisher.get(address_of(ingestion)).content.decode()
    assert all(f'href="{address_of(ingestion, name)}"' in shown for name in names)
    by_editor = review(ingestion)
    assert not any(f'href="{address_of(ingestion, name)}"' in by_editor for name in names)


def test_a_page_that_is_not_there_leads_back_with_a_message(editor: Client) -> None:
    response = editor.get(reverse("admin:archive_ingestion_change", args=["17%00"]), follow=True)
    assert "doesn’t exist" in response.content.decode()


def test_nothing_can_be_sent_to_the_page(publisher: Client) -> None:
    assert publisher.post(address_of(parsed()), {}).status_code == 405

"""The first page for staff says what waits, how much of it, and leads to each and to all."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive.models import Ingestion, Membership, Resolution, Series, Text
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


def _parsed(state: str, **fields: Any) -> Ingestion:
    return make.make_waiting(state=state, parser_version="2", parse_result={}, **fields)


def _published(**fields: Any) -> Ingestion:
    return make.make_ingestion(make.make_text(), **fields)


def _failed(**fields: Any) -> Ingestion:
    said = {"failure_code": "unreadable", "failure": "It is no <PDF>."}
    return make.make_waiting(state="failed", **(said | fields))


def _citation(**fields: Any) -> Any:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 53/144;")
    cited = make.make_resolution()
    make.make_text(cited)
    return make.make_citation(paragraph, "resolution 53/144", cited, **fields)


def _membership(**fields: Any) -> Membership:
    """A resolution that may be of a series of its own, as its title says."""
    found = make.make_resolution()
    slug = f"series-{found.pk}"
    series = Series.objects.create(slug=slug, name=slug, title=slug)
    told = {"state": "proposed", "origin": "title", "reason": "Its title."}
    return Membership.objects.create(series=series, resolution=found, **(told | fields))


def _closed_report() -> Any:
    by = {"handled_at": timezone.now(), "handled_by": make.make_staff("editor")}
    return make.make_report(state="kept", answer="It is so in the file.", **by)


def _recalled(symbol: str = "", *, times: int = 1) -> Resolution:
    cited = make.make_resolution(symbol)
    for _ in range(times):
        paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 53/144;")
        make.make_citation(paragraph, "resolution 53/144", cited)
    return cited


#: For each queue what is in it, and what is not though it is near.
QUEUES: Mapping[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
    "needs-attention": (lambda: _parsed("needs_attention"), lambda: _parsed("parsed")),
    "ready": (lambda: _parsed("parsed"), lambda: _parsed("needs_attention")),
    "unpublished-changes": (
        lambda: _published(revision=2, published_revision=1),
        lambda: _published(revision=2, published_revision=2),
    ),
    "reported-problems": (make.make_report, _closed_report),
    "proposed-members": (_membership, lambda: _membership(state="accepted", origin="fact")),
    "failed-files": (_failed, lambda: _parsed("parsed")),
    "conflicts": (lambda: _citation(conflict="It was adopted later."), _citation),
    "behind-the-parser": (lambda: make.make_text(parser_version="0"), make.make_text),
    "recalled-not-held": (_recalled, make.make_resolution),
    "waiting": (make.make_waiting, lambda: _parsed("parsed")),
}


def _index(browser: Client) -> Element:
    return markup(browser.get(reverse("admin:index")).content)


def _queue(browser: Client, slug: str) -> Element:
    return _index(browser).one("section", **{"aria-labelledby": slug})


def _reader() -> Client:
    browser = Client()
    browser.force_login(make.make_staff("reader"))
    return browser


@pytest.mark.parametrize("slug", QUEUES)
def test_an_empty_queue_says_so(slug: str) -> None:
    QUEUES[slug][1]()
    queue = _queue(_reader(), slug)
    assert queue.one("span", class_="count").words == "0"
    assert queue.every("a") == []
    assert "Nothing." in queue.words


@pytest.mark.parametrize("slug", QUEUES)
def test_a_queue_counts_and_shows_what_waits_and_leads_to_it(slug: str) -> None:
    wanted, other = QUEUES[slug]
    row = wanted()
    other()
    browser = _reader()
    queue = _queue(browser, slug)
    assert queue.one("span", class_="count").words == "1"
    page, whole = (link.attributes["href"] for link in queue.every("a"))
    assert page == reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk])
    assert browser.get(page).status_code == 200
    listed = browser.get(whole)
    assert listed.status_code == 200
    assert [one.pk for one in listed.context["cl"].queryset] == [row.pk]


@pytest.mark.parametrize("slug", QUEUES)
def test_of_many_the_first_five_are_shown(slug: str) -> None:
    for _ in range(7):
        QUEUES[slug][0]()
    queue = _queue(_reader(), slug)
    assert queue.one("span", class_="count").words == "7"
    assert len(queue.every("li")) == 5
    assert queue.every("a")[-1].tidy_words.startswith("All 7: ")


def test_the_most_recalled_come_first_on_the_page_and_in_the_list() -> None:
    once = _recalled("A/RES/53/144")
    thrice = _recalled("A/RES/60/161", times=3)
    for actions in (False, True):
        browser = Client()
        user = make.make_staff("reader")
        user.is_superuser = actions
        user.save(update_fields=["is_superuser"])
        browser.force_login(user)
        queue = _queue(browser, "recalled-not-held")
        first, second, whole = queue.every("a")
        assert [first.words, second.words] == [thrice.symbol, once.symbol]
        listed = browser.get(whole.attributes["href"]).context["cl"].queryset
        assert [one.symbol for one in listed] == [thrice.symbol, once.symbol]


def test_what_a_file_says_is_text() -> None:
    _failed()
    assert "It is no <PDF>." in _queue(_reader(), "failed-files").words


def test_staff_see_only_the_queues_of_what_they_may_see() -> None:
    browser = Client()
    browser.force_login(make.make_staff())
    page = _index(browser)
    assert page.every("section", class_="queue") == []
    assert "Tables" not in page.words


def test_who_may_bring_files_is_led_there_from_the_first_page() -> None:
    address = reverse("admin:archive_ingestion_add")
    assert not _index(_reader()).every("a", href=address, class_="bring")
    browser = Client()
    browser.force_login(make.make_staff("editor"))
    link = _index(browser).one("a", href=address, class_="bring")
    assert link.words == "Bring files"
    assert browser.get(address).status_code == 200


def test_what_was_corrected_and_then_replaced_waits_for_nobody() -> None:
    replaced = {"reason": "Replaced by a.pdf.", "revision": 2, "published_revision": 1}
    row = _parsed("published", **replaced)
    assert not row.has_unpublished_changes
    assert _queue(_reader(), "unpublished-changes").one("span", class_="count").words == "0"


@pytest.mark.parametrize(
    "slug", ["needs-attention", "ready", "failed-files", "waiting", "unpublished-changes"]
)
def test_the_first_files_of_a_queue_are_read_in_their_order_from_an_index(slug: str) -> None:
    QUEUES[slug][0]()
    with CaptureQueriesContext(connection) as asked:
        _queue(_reader(), slug)
    queue = "revision" if slug == "unpublished-changes" else f"'{QUEUES[slug][0]().state}'"
    first = [
        one["sql"]
        for one in asked.captured_queries
        if one["sql"].endswith("LIMIT 5") and queue in one["sql"].partition("WHERE")[2]
    ]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(f"EXPLAIN {first[0]}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert len(first) == 1
    assert "Sort" not in plan


def test_the_tables_stay_below() -> None:
    page = _index(_reader())
    assert len(page.every("section", class_="queue")) == len(QUEUES)
    table = page.one("div", id="content-main")
    assert table.every("a", href=reverse("admin:archive_text_changelist"))


def test_the_first_page_takes_as_many_queries_for_many_rows_as_for_none() -> None:
    browser = _reader()
    few = _queries(browser)
    for wanted, _ in QUEUES.values():
        for _ in range(3):
            wanted()
    Text.objects.update(parser_version="0")
    assert _queries(browser) == few


def _queries(browser: Client) -> int:
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as captured:
        _index(browser)
    return len(captured)

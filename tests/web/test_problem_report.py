"""Readers report what is wrong, without an account, and find the answer at a private address."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.signing import TimestampSigner
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from archive.models import ProblemReport
from archive.web import problem_form
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

WORDS = "In paragraph 5, “States” is printed twice."
A_MINUTE_AGO, A_SECOND_AGO, TWO_DAYS_AGO = 60, 1, 2 * 24 * 60 * 60


def _stamp(seconds_ago: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """The stamp of a form that was given out so long ago."""
    then = timezone.now().timestamp() - seconds_ago
    with monkeypatch.context() as patched:
        patched.setattr("django.core.signing.time.time", lambda: then)
        return problem_form.stamp()


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a reader sends who has typed for a minute."""
    make.make_resolution("A/RES/66/164")
    return {
        "page": "/A/RES/66/164/",
        "at": "op5",
        "words": WORDS,
        "reply_to": "",
        "website": "",
        "begun": _stamp(A_MINUTE_AGO, monkeypatch),
    }


def _form(client: Client, **query: str) -> Element:
    response = client.get(f"/report/?{urlencode(query)}")
    assert response.status_code == 200
    return markup(response.content)


def _said(response: Any) -> str:
    """What a refused form says, all of it together."""
    page = markup(response.content)
    return " ".join(one.tidy_words for one in page.every("", role="alert"))


def test_the_form_says_in_words_which_place_is_meant(client: Client) -> None:
    make.make_resolution("A/RES/66/164")
    page = _form(client, page="/A/RES/66/164/", at="op10-a")
    link = page.one("section", class_="problem").one("a", href="/A/RES/66/164/#op10-a")
    assert link.words == "A/RES/66/164, op. 10 (a)"


@pytest.mark.parametrize(
    ("page", "at", "words"),
    [
        ("/A/RES/66/164/", "", "A/RES/66/164"),
        ("/A/RES/66/164/?lang=fr", "fn2", "A/RES/66/164, note 2"),
        ("/A/RES/66/164/", "<script>", "A/RES/66/164"),
        ("/A/RES/66/164/", "nowhere", "A/RES/66/164"),
        ("/", "op1", "the first page"),
        ("/search/?q=a+%26+b", "", "the page /search/?q=a+%26+b"),
        ("/A/RES/99/999/", "op1", "the page /A/RES/99/999/"),
    ],
)
def test_a_place_is_named_as_far_as_it_is_known(
    client: Client, *, page: str, at: str, words: str
) -> None:
    make.make_resolution("A/RES/66/164")
    section = _form(client, page=page, at=at).one("section", class_="problem")
    assert section.every("p")[0].tidy_words == f"About {words}."


@pytest.mark.parametrize(
    "page",
    [
        *("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:1", "/a\nb"),
        *("x", "/" + "w" * 500, "/\0"),
    ],
)
def test_an_address_of_elsewhere_is_neither_shown_nor_kept(
    client: Client, typed: dict[str, str], page: str
) -> None:
    shown = _form(client, page=page)
    assert "none of this archive" in shown.one("p", role="alert").words
    assert "evil" not in str(shown)
    client.post("/report/", typed | {"page": page})
    assert ProblemReport.objects.get().address == "/"


def test_what_is_sent_is_taken_down_with_its_place(client: Client, typed: dict[str, str]) -> None:
    client.post("/report/", typed | {"reply_to": "reader@example.org"})
    report = ProblemReport.objects.get()
    assert (report.address, report.anchor, report.words) == ("/A/RES/66/164/", "op5", WORDS)
    assert (report.reply_to, report.state) == ("reader@example.org", "new")
    assert report.resolution is not None
    assert report.resolution.symbol == "A/RES/66/164"


def test_the_reporter_is_led_to_a_private_page_that_nobody_keeps(
    client: Client, typed: dict[str, str]
) -> None:
    response = client.post("/report/", typed, follow=True)
    (address, _), *more = response.redirect_chain
    assert more == []
    assert address == f"/report/{ProblemReport.objects.get().token}/"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    page = markup(response.content)
    assert page.one("h1").words == "Your report: Received"
    assert WORDS in page.one("div", class_="written").words
    assert page.one("meta", name="robots").attributes["content"] == "noindex, nofollow"
    assert page.one("footer").one("a", rel="nofollow").attributes["href"] == "/report/"


def test_the_private_page_has_the_answer(client: Client) -> None:
    report = make.make_report(
        state="mended",
        answer="The word was printed twice; now it is once. <Thank you>",
        handled_at=timezone.now(),
        handled_by=make.make_staff("editor", name="mira"),
    )
    page = markup(client.get(report.get_absolute_url()).content)
    assert page.one("h1").words == "Your report: Put right"
    assert "now it is once. <Thank you>" in page.one("div", class_="answer").words
    assert "mira" not in page.words


@pytest.mark.parametrize("token", ["x", "0" * 32, "a" * 3000, "%00"])
def test_a_token_that_nobody_was_given_leads_nowhere(client: Client, token: str) -> None:
    make.make_report()
    assert client.get(f"/report/{token}/").status_code == 404


def test_tokens_are_never_alike_and_too_long_to_guess() -> None:
    tokens = {make.make_report().token for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) >= 32


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"words": ""}, "Say what is wrong."),
        ({"words": "  \n "}, "Say what is wrong."),
        ({"words": "wrong"}, "Say it in 10 signs or more."),
        ({"words": "w" * 4001}, "It has 4,001 signs; up to 4,000 are taken down."),
        ({"words": "https://spam.example/a www.spam.example"}, "links alone are not taken down"),
        ({"words": "<a href=x>https://spam.example</a> [url=x]"}, "links alone are not"),
        ({"words": "one two three\0"}, "Null characters are not allowed."),
        ({"reply_to": "nobody"}, "This is no address for mail"),
        ({"website": "https://spam.example"}, "A field that people do not see was filled in"),
        ({"begun": ""}, "open for more than a day"),
        ({"begun": "report:1abcde:forged"}, "open for more than a day"),
        ({"begun": TimestampSigner(salt="other").sign("report")}, "open for more than a day"),
    ],
)
def test_what_cannot_be_taken_down_is_said_and_all_that_was_typed_is_kept(
    client: Client, typed: dict[str, str], *, given: dict[str, str], said: str
) -> None:
    sent = typed | {"reply_to": "reader@example.org"} | given
    response = client.post("/report/", sent)
    assert response.status_code == 400
    assert said in _said(response)
    assert not ProblemReport.objects.exists()
    page = markup(response.content)
    assert page.one("textarea").words.strip() == sent["words"].strip()
    assert page.one("input", name="reply_to").attributes["value"] == sent["reply_to"]
    assert page.one("input", name="website").attributes.get("value", "") == ""
    assert page.one("input", name="at").attributes["value"] == "op5"


@pytest.mark.parametrize(
    ("seconds", "said"), [(A_SECOND_AGO, "faster than a person types"), (TWO_DAYS_AGO, "a day")]
)
def test_a_form_is_filled_in_within_a_persons_time(
    client: Client,
    typed: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    seconds: int,
    said: str,
) -> None:
    response = client.post("/report/", typed | {"begun": _stamp(seconds, monkeypatch)})
    assert said in _said(response)
    assert not ProblemReport.objects.exists()


def test_sent_once_more_after_a_wait_the_same_form_is_taken_down(
    client: Client, typed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = client.post("/report/", typed | {"begun": _stamp(A_SECOND_AGO, monkeypatch)})
    again = markup(refused.content).one("input", name="begun").attributes["value"]
    later = timezone.now().timestamp() + 10
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert client.post("/report/", typed | {"begun": again or ""}).status_code == 302


def test_a_double_click_leads_to_the_private_page_of_the_one_report(
    client: Client, typed: dict[str, str]
) -> None:
    first, second = (client.post("/report/", typed) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert ProblemReport.objects.count() == 1


def test_only_a_few_are_taken_down_from_an_address_within_an_hour(
    client: Client, typed: dict[str, str]
) -> None:
    for number in range(5):
        sent = typed | {"words": f"{WORDS} {number}"}
        assert client.post("/report/", sent, REMOTE_ADDR="192.0.2.7").status_code == 302
    refused = client.post("/report/", typed, REMOTE_ADDR="192.0.2.7")
    assert refused.status_code == 400
    assert "5 reports have come from your network address" in _said(refused)
    assert re.search(r"Send this one in (59|60) minutes", _said(refused))
    assert client.post("/report/", typed, REMOTE_ADDR="192.0.2.8").status_code == 302
    ProblemReport.objects.update(reported_at=timezone.now() - timedelta(minutes=61))
    assert client.post("/report/", typed, REMOTE_ADDR="192.0.2.7").status_code == 302


@override_settings(PROXY_COUNT=1)
def test_behind_a_proxy_the_address_is_that_of_the_reader(
    client: Client, typed: dict[str, str]
) -> None:
    for number in range(6):
        forwarded = {"X-Forwarded-For": f"198.51.100.9, 192.0.2.{number}"}
        assert client.post("/report/", typed, headers=forwarded).status_code == 302


def test_a_form_without_its_token_is_refused(typed: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/report/", typed).status_code == 403
    assert not ProblemReport.objects.exists()


def test_the_form_is_never_kept_and_asks_one_thing_of_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make.make_resolution("A/RES/66/164")
    with django_assert_num_queries(1):
        response = client.get("/report/?page=/A/RES/66/164/&at=op5")
    assert "no-store" in response["Cache-Control"]
    robots = markup(response.content).one("meta", name="robots")
    assert robots.attributes["content"] == "noindex, nofollow"

"""Logging in: it leads on within the archive, is limited for each name and address, and is told."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from tests.web.markup import markup

pytestmark = pytest.mark.django_db

PASSWORD = "a long passphrase of 9"
HERE, ELSEWHERE = "192.0.2.7", "198.51.100.9"
Told = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def archivist() -> User:
    """A member of staff."""
    return User.objects.create_user("archivist", password=PASSWORD, is_staff=True)


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[Told]:
    """Gives what the log says of logins; no line of any logger may have the password."""

    def lines() -> list[str]:
        ours = (one for one in caplog.records if one.name.startswith("archive.admin.accounts"))
        return [one.getMessage() for one in ours]

    with caplog.at_level("DEBUG"):
        yield lines
    said = [one.getMessage() for one in caplog.get_records("call")]
    assert said
    assert not [line for line in said if PASSWORD in line or "sesame" in line]


def _try(password: str, *, name: str = "archivist", at: str = HERE, **more: Any) -> Any:
    given = {"username": name, "password": password, "next": ""}
    return Client(**more).post(reverse("admin:login"), given, REMOTE_ADDR=at)


def _lock(at: str = HERE) -> Any:
    """Five wrong passwords; the answer to the fifth."""
    return [_try("sesame", at=at) for _ in range(5)][-1]


@pytest.mark.parametrize(
    "wanted", ["", "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x"]
)
def test_without_an_address_of_the_archive_to_go_on_to_it_leads_to_the_pages_for_staff(
    client: Client, wanted: str
) -> None:
    given = {"username": "archivist", "password": PASSWORD, "next": wanted}
    response = client.post(reverse("admin:login"), given, follow=True)
    assert response.redirect_chain == [(reverse("admin:index"), 302)]
    assert response.status_code == 200


def test_four_wrong_passwords_are_forgiven() -> None:
    for _ in range(4):
        assert _try("sesame").status_code == 200
    assert _try(PASSWORD).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_after_five_even_the_right_one_waits_and_the_page_says_how_long() -> None:
    for response in (_lock(), _try(PASSWORD)):
        assert response.status_code == 429
        assert response["Cache-Control"] == "no-store"
        assert 840 < int(response["Retry-After"]) <= 900
        page = markup(response.content)
        assert page.one("h1").words == "Wait 15 minutes"
        assert "In 15 minutes you can try again." in page.tidy_words


def test_nobody_elsewhere_and_no_other_name_has_to_wait() -> None:
    _lock()
    User.objects.create_user("documentalist", password=PASSWORD, is_staff=True)
    assert _try(PASSWORD, at=ELSEWHERE).status_code == 302
    assert _try(PASSWORD, name="documentalist").status_code == 302


def test_trying_again_meanwhile_does_not_make_the_wait_longer() -> None:
    _lock()
    _go_back(minutes=10)
    _try("sesame")
    response = _try(PASSWORD)
    assert markup(response.content).one("h1").words == "Wait 5 minutes"
    _go_back(minutes=6)
    assert _try(PASSWORD).status_code == 302


def _go_back(*, minutes: int) -> None:
    """Let every attempt be so much longer ago."""
    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= timedelta(minutes=minutes)
        attempt.save()


def test_another_browser_at_the_same_address_waits_too() -> None:
    for number in range(5):
        _try("sesame", headers={"User-Agent": f"browser {number}"})
    assert _try(PASSWORD, headers={"User-Agent": "browser 9"}).status_code == 429


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (1, "203.0.113.1, 192.0.2.50", "192.0.2.50"),
        (2, "203.0.113.1, 192.0.2.50, 10.0.0.2", "192.0.2.50"),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "", HERE),
        (1, "unknown", HERE),
        (2, "192.0.2.50", HERE),
        (0, "192.0.2.50", HERE),
    ],
)
def test_the_address_is_the_one_that_the_outermost_proxy_has_seen(
    proxies: int, forwarded: str, counted: str
) -> None:
    with override_settings(PROXY_COUNT=proxies):
        _try("sesame", headers={"X-Forwarded-For": forwarded})
    assert AccessAttempt.objects.get().ip_address == counted


def test_a_login_is_told_with_name_and_address(told: Told) -> None:
    _try(PASSWORD)
    assert told() == [f"archivist logged in from {HERE}."]


def test_a_refusal_is_told_and_when_it_was_one_too_many(told: Told) -> None:
    _lock()
    refused = f"Refused a login from {HERE} as archivist"
    assert told() == [f"{refused}."] * 4 + [f"{refused}: too many wrong passwords."]


def test_a_name_that_no_account_has_is_not_told_as_it_may_be_a_password(told: Told) -> None:
    _try("sesame", name="sesame\nINFO archivist logged in from nowhere.")
    assert told() == [f"Refused a login from {HERE} as somebody who has no account."]


def test_no_password_is_kept_of_an_attempt() -> None:
    _try("sesame")
    assert "sesame" not in str(AccessAttempt.objects.values().get())


def test_a_session_ends_with_the_browser_and_after_four_idle_hours() -> None:
    cookie = _try(PASSWORD).cookies["sessionid"]
    assert cookie["expires"] == cookie["max-age"] == ""
    browser = _logged_in()
    left = browser.session.get_expiry_date() - timezone.now()
    assert timedelta(hours=3.9) < left <= timedelta(hours=4)


def _logged_in() -> Client:
    browser = Client()
    given = {"username": "archivist", "password": PASSWORD, "next": ""}
    browser.post(reverse("admin:login"), given)
    return browser


def test_a_login_deletes_the_sessions_that_have_ended_and_no_others() -> None:
    for key, hours in (("ended", -1), ("lasting", 1)):
        expire_date = timezone.now() + timedelta(hours=hours)
        Session.objects.create(session_key=key, session_data="", expire_date=expire_date)
    _try("sesame")
    assert Session.objects.filter(session_key="ended").exists()
    assert _try(PASSWORD).status_code == 302
    assert not Session.objects.filter(session_key="ended").exists()
    assert Session.objects.filter(session_key="lasting").exists()


def test_a_page_for_staff_begins_the_idle_time_anew_and_one_for_readers_does_not(
    archivist: User,
) -> None:
    browser = _logged_in()
    User.objects.update(last_login=timezone.now() - timedelta(minutes=6))
    assert not browser.get("/").cookies
    assert browser.get(reverse("admin:index")).cookies["sessionid"]
    assert "sessionid" not in browser.get(reverse("admin:index")).cookies


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short1x", "This password is too short."),
        ("password123", "This password is too common."),
        ("7391846205", "This password is entirely numeric."),
        ("archivist1", "The password is too similar to the username."),
    ],
)
def test_a_new_password_follows_the_rules(password: str, said: str) -> None:
    given = {"old_password": PASSWORD, "new_password1": password, "new_password2": password}
    response = _logged_in().post(reverse("admin:password_change"), given)
    assert said in re.sub(r"\s+", " ", response.content.decode())

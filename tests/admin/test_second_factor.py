"""A second factor, where it is required: set up once, asked for at each login, on paper besides."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

WANTED = "/admin/archive/text/?q=66"


@pytest.fixture
def required() -> Iterator[None]:
    """A second factor is required."""
    with override_settings(ADMIN_SECOND_FACTOR_REQUIRED=True):
        yield


@pytest.fixture
def user() -> User:
    """A member of staff who has given the password."""
    return make.make_staff("editor", name="mira")


@pytest.fixture
def half_way(user: User) -> Client:
    """A browser in which the right password has been given."""
    client = Client()
    client.force_login(user)
    return client


def _code(user: User) -> str:
    """What the app of somebody shows now."""
    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key):06d}"


def _used(user: User) -> None:
    """As though half a minute had gone by since a code was used."""
    TOTPDevice.objects.filter(user=user).update(last_t=-1)
    StaticDevice.objects.filter(user=user).update(throttling_failure_count=0)


def _give(browser: Client, code: str, **more: str) -> Any:
    return browser.post(reverse("admin:second_factor"), {"code": code, "next": WANTED} | more)


def _set_up(browser: Client, user: User) -> list[str]:
    """Set an app up; the codes for paper that are shown then."""
    browser.get(reverse("admin:second_factor"))
    page = markup(_give(browser, _code(user)).content)
    _used(user)
    return [code.words for code in page.one("ul", class_="recovery-codes").every("code")]


def _fresh(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _page(browser: Client) -> Element:
    return markup(browser.get(reverse("admin:second_factor")).content)


def _is_in(browser: Client) -> bool:
    return browser.get(reverse("admin:index")).status_code == 200


def test_where_it_is_not_required_nobody_notices_it(half_way: Client) -> None:
    assert _is_in(half_way)
    for name in ("second_factor", "second_factor_picture", "recovery_codes"):
        assert half_way.get(reverse(f"admin:{name}")).status_code == 404
        assert "second-factor" not in half_way.get(reverse("admin:index")).content.decode()


def test_with_the_password_alone_every_page_leads_to_the_second_factor(
    required: None, half_way: Client
) -> None:
    response = half_way.get(WANTED, follow=True)
    login, second = (address for address, _ in response.redirect_chain)
    assert login.startswith(reverse("admin:login"))
    assert second.startswith(reverse("admin:second_factor"))
    page = markup(response.content)
    assert page.one("input", name="next").attributes["value"] == WANTED
    assert page.one("h1").words == "Set up the second factor"


def test_with_the_password_alone_somebody_can_log_out_and_in_as_somebody_else(
    required: None, half_way: Client
) -> None:
    form = _page(half_way).one("form", class_="another-account")
    half_way.post(form.attributes["action"])
    assert SESSION_KEY not in half_way.session


def test_somebody_without_the_password_sees_nothing_of_it(required: None) -> None:
    for name in ("second_factor", "recovery_codes"):
        response = Client().get(reverse(f"admin:{name}"))
        assert response["Location"].startswith(reverse("admin:login"))
    assert Client().get(reverse("admin:second_factor_picture")).status_code == 404
    assert not TOTPDevice.objects.exists()


def test_an_app_is_set_up_by_a_picture_or_by_typing(
    required: None, half_way: Client, user: User
) -> None:
    page = _page(half_way)
    picture = half_way.get(page.one("img").attributes["src"])
    assert picture["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture["Cache-Control"]
    svg = ET.fromstring(picture.content)
    assert {one.tag.rpartition("}")[2] for one in svg} == {"path"}
    assert b"style" not in picture.content
    key = page.one("code", class_="secret").words.replace(" ", "")
    assert f"secret={key}" in TOTPDevice.objects.get(user=user).config_url
    assert _page(half_way).one("code", class_="secret").words.replace(" ", "") == key


def test_once_its_code_is_right_codes_for_paper_are_shown_and_all_pages_open(
    required: None, half_way: Client, user: User
) -> None:
    codes = _set_up(half_way, user)
    assert len(set(codes)) == 10
    assert _is_in(half_way)
    assert half_way.get(reverse("admin:second_factor_picture")).status_code == 404
    assert half_way.get(reverse("admin:second_factor"))["Location"] == reverse("admin:index")


@pytest.mark.parametrize("code", ["000000", "", "x" * 41, "12 34", "\0", "0" * 40])
def test_a_wrong_code_lets_nobody_in(
    required: None, half_way: Client, user: User, code: str
) -> None:
    _page(half_way)
    response = _give(half_way, code)
    assert response.status_code == 200
    assert markup(response.content).every("ul", class_="errorlist")
    assert not _is_in(half_way)
    assert not TOTPDevice.objects.get(user=user).confirmed


def test_an_app_that_was_begun_in_two_windows_at_once_is_set_up_all_the_same(
    required: None, half_way: Client, user: User
) -> None:
    first, _ = (TOTPDevice.objects.create(user=user, name="app", confirmed=False) for _ in "12")
    assert _page(half_way).one("code", class_="secret").words
    _give(half_way, f"{totp(first.bin_key):06d}")
    assert _is_in(half_way)


def test_at_the_next_login_the_code_is_asked_for_and_leads_on(
    required: None, half_way: Client, user: User
) -> None:
    _set_up(half_way, user)
    again = _fresh(user)
    assert not _is_in(again)
    page = _page(again)
    assert page.one("h1").words == "Second factor"
    assert page.every("img") == []
    assert _give(again, _code(user))["Location"] == WANTED
    assert _is_in(again)


def test_a_code_serves_once(required: None, half_way: Client, user: User) -> None:
    _set_up(half_way, user)
    code = _code(user)
    assert _give(_fresh(user), code).status_code == 302
    assert _give(_fresh(user), code).status_code == 200


def test_after_the_code_it_leads_nowhere_else(required: None, half_way: Client, user: User) -> None:
    _set_up(half_way, user)
    response = _give(_fresh(user), _code(user), next="https://evil.example/")
    assert response["Location"] == reverse("admin:index")


def test_a_code_on_paper_serves_once_in_place_of_the_app(
    required: None, half_way: Client, user: User
) -> None:
    first, second, *_ = _set_up(half_way, user)
    assert _give(_fresh(user), f" {first.upper()} ").status_code == 302
    assert StaticToken.objects.count() == 9
    assert _give(_fresh(user), first).status_code == 200
    _wait(user)
    assert _give(_fresh(user), second).status_code == 302


def _wait(user: User) -> None:
    """As though a quarter of an hour had gone by since the last wrong code."""
    for model in (TOTPDevice, StaticDevice):
        then = timezone.now() - timedelta(minutes=15)
        model.objects.filter(user=user).update(throttling_failure_timestamp=then)


def test_after_wrong_codes_even_the_right_one_waits(
    required: None, half_way: Client, user: User, caplog: pytest.LogCaptureFixture
) -> None:
    _set_up(half_way, user)
    again = _fresh(user)
    for _ in range(4):
        _wait(user)
        _give(again, "000000")
    refused = _give(again, _code(user))
    assert "no other is looked at for a while. Wait 8 seconds" in markup(refused.content).tidy_words
    assert "Refused a code from 127.0.0.1 as mira." in caplog.messages
    _wait(user)
    assert _give(again, _code(user)).status_code == 302


def test_new_codes_for_paper_take_the_place_of_the_old(
    required: None, half_way: Client, user: User
) -> None:
    old = _set_up(half_way, user)
    address = reverse("admin:recovery_codes")
    assert "You have 10 recovery codes left." in markup(half_way.get(address).content).tidy_words
    page = markup(half_way.post(address).content)
    new = [code.words for code in page.one("ul", class_="recovery-codes").every("code")]
    assert not set(old) & set(new)
    assert _give(_fresh(user), old[0]).status_code == 200
    _wait(user)
    assert _give(_fresh(user), new[0]).status_code == 302


def test_the_code_of_somebody_else_serves_nobody(
    required: None, half_way: Client, user: User
) -> None:
    _set_up(half_way, user)
    other = make.make_staff("editor")
    theirs = _fresh(other)
    _set_up(theirs, other)
    assert _give(_fresh(user), _code(other)).status_code == 200


def test_the_keeper_takes_the_second_factor_from_somebody_who_has_lost_the_telephone(
    required: None, half_way: Client, user: User
) -> None:
    _set_up(half_way, user)
    keeper = User.objects.create_superuser("keeper")
    keepers = _fresh(keeper)
    _set_up(keepers, keeper)
    ticked = {"action": "forget_second_factor", "_selected_action": [user.pk]}
    response = keepers.post(reverse("admin:auth_user_changelist"), ticked, follow=True)
    assert "a new app is set up by: mira." in response.content.decode()
    assert not _is_in(half_way)
    assert _page(_fresh(user)).one("h1").words == "Set up the second factor"


def test_nobody_sees_the_secrets_of_others(required: None) -> None:
    keeper = User.objects.create_superuser("keeper")
    keepers = _fresh(keeper)
    _set_up(keepers, keeper)
    assert "otp" not in keepers.get(reverse("admin:index")).content.decode()

"""A text is withdrawn and restored in two steps, each for who has seen it as it is."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from archive.ingest.publishing.withdrawal import last_change_of, restore, withdraw
from archive.models import Ingestion, Text
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published

pytestmark = pytest.mark.django_db
WHY = "It is the draft, and not what was adopted."


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")


@pytest.fixture
def as_publisher(publisher: User) -> Client:
    client = Client()
    client.force_login(publisher)
    return client


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed()
    published(ingestion)
    return ingestion


def _text() -> Text:
    return Text.objects.get()


def _address(name: str) -> str:
    return reverse(f"admin:archive_text_{name}", args=[_text().pk])


def _sent(**fields: str) -> dict[str, str | int]:
    return {"seen": last_change_of(_text().pk), "reason": WHY, **fields}


def test_without_a_reason_it_says_what_to_do(held: Ingestion, as_publisher: Client) -> None:
    for confirmed in ({}, {"confirmed": "yes"}):
        response = as_publisher.post(_address("withdraw"), _sent(reason=" ", **confirmed))
        assert "Say why it is withdrawn; readers are told." in response.content.decode()
        assert not _text().is_withdrawn


def test_the_first_step_shows_what_readers_will_see_and_does_nothing(
    held: Ingestion, as_publisher: Client
) -> None:
    page = as_publisher.post(_address("withdraw"), _sent()).content.decode()
    assert "What readers will see at /A/RES/66/164/" in page
    assert "The text of A/RES/66/164 was withdrawn." in page
    assert f"Why: {WHY}" in page
    assert not _text().is_withdrawn


def test_what_was_shown_is_what_readers_see(held: Ingestion, as_publisher: Client) -> None:
    shown = as_publisher.post(_address("withdraw"), _sent()).content.decode()
    notice = shown.partition("<blockquote")[2].partition("</blockquote>")[0]
    as_publisher.post(_address("withdraw"), _sent(confirmed="yes"))
    response = Client().get("/A/RES/66/164/")
    assert response.status_code == 410
    for line in ("The text of A/RES/66/164 was withdrawn.", f"Why: {WHY}"):
        assert line in notice
        assert line in response.content.decode()


def test_confirmed_it_is_withdrawn_by_who_did_it(
    held: Ingestion, as_publisher: Client, publisher: User
) -> None:
    response = as_publisher.post(_address("withdraw"), _sent(confirmed="yes"), follow=True)
    assert "Readers are told so, and why." in response.content.decode()
    text = _text()
    assert (text.withdrawn_by, text.withdrawal_reason) == (publisher, WHY)


def test_lists_and_pages_say_so(held: Ingestion, as_publisher: Client) -> None:
    listed = reverse("admin:archive_text_changelist")
    assert "Withdrawn</td>" not in as_publisher.get(listed).content.decode()
    as_publisher.post(_address("withdraw"), _sent(confirmed="yes"))
    assert "Withdrawn</td>" in as_publisher.get(listed).content.decode()
    assert "1 text" in as_publisher.get(listed, {"withdrawn": "yes"}).content.decode()
    assert "0 texts" in as_publisher.get(listed, {"withdrawn": "no"}).content.decode()
    page = as_publisher.get(_address("change")).content.decode()
    assert WHY in page
    assert _address("restore") in page
    assert _address("withdraw") not in page


def test_a_text_that_readers_see_says_nothing_of_a_withdrawal(
    held: Ingestion, as_publisher: Client
) -> None:
    page = as_publisher.get(_address("change")).content.decode()
    assert "Withdrawal reason" not in page
    assert _address("withdraw") in page


def test_it_is_given_back(held: Ingestion, as_publisher: Client, publisher: User) -> None:
    withdraw(_text().pk, by=publisher, reason=WHY)
    assert WHY in as_publisher.get(_address("restore")).content.decode()
    assert _text().is_withdrawn
    as_publisher.post(_address("restore"), _sent())
    assert not _text().is_withdrawn
    assert Client().get("/A/RES/66/164/").status_code == 200


def test_a_second_persons_withdrawal_is_told_of_the_first(
    held: Ingestion, as_publisher: Client
) -> None:
    sent = _sent(confirmed="yes")
    withdraw(_text().pk, by=make.make_staff("publisher", name="Ben"), reason="Another reason.")
    response = as_publisher.post(_address("withdraw"), sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "The text was changed meanwhile. Ben" in page
    assert "Withdrawn: Another reason." in page
    assert _text().withdrawal_reason == "Another reason."


def test_a_stale_withdrawal_is_refused_though_the_text_is_seen_again(
    held: Ingestion, as_publisher: Client
) -> None:
    sent, ben = _sent(confirmed="yes"), make.make_staff("publisher", name="Ben")
    withdraw(_text().pk, by=ben, reason="Another reason.")
    restore(_text().pk, by=ben)
    response = as_publisher.post(_address("withdraw"), sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Ben" in page
    assert "Restored" in page
    assert WHY in page
    assert not _text().is_withdrawn


def test_a_stale_restoring_is_refused(
    held: Ingestion, as_publisher: Client, publisher: User
) -> None:
    withdraw(_text().pk, by=publisher, reason=WHY)
    sent = _sent()
    restore(_text().pk, by=publisher)
    withdraw(_text().pk, by=make.make_staff("publisher", name="Ben"), reason="Never again.")
    response = as_publisher.post(_address("restore"), sent)
    assert response.status_code == 409
    assert "Withdrawn: Never again." in response.content.decode()
    assert _text().is_withdrawn


def test_what_was_seen_is_what_the_first_step_saw(held: Ingestion, as_publisher: Client) -> None:
    """A change between the steps is not passed over by the second."""
    sent = _sent()
    published_again = _text()
    published_again.title = "Another title"
    published_again.save()
    page = as_publisher.post(_address("withdraw"), sent).content.decode()
    assert f'name="seen" value="{sent["seen"]}"' in page
    response = as_publisher.post(_address("withdraw"), {**sent, "confirmed": "yes"})
    assert response.status_code == 409


@pytest.mark.parametrize(("name", "said"), [("withdraw", "Restore it"), ("restore", "Back to it")])
def test_a_page_for_what_is_done_already_leads_on(
    held: Ingestion, as_publisher: Client, publisher: User, *, name: str, said: str
) -> None:
    if name == "withdraw":
        withdraw(_text().pk, by=publisher, reason=WHY)
    assert said in as_publisher.get(_address(name)).content.decode()


def test_a_number_that_is_none_is_refused_and_the_reason_is_kept(
    held: Ingestion, as_publisher: Client
) -> None:
    sent = {"seen": "x", "reason": WHY, "confirmed": "yes"}
    response = as_publisher.post(_address("withdraw"), sent)
    assert response.status_code == 400
    assert "The page was not sent whole" in response.content.decode()
    assert f">{WHY}</textarea>" in response.content.decode()
    assert f'name="seen" value="{last_change_of(_text().pk)}"' in response.content.decode()
    assert as_publisher.post(_address("restore"), {"seen": ""}).status_code == 400
    assert not _text().is_withdrawn


def test_without_a_token_nothing_is_done(held: Ingestion, publisher: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(publisher)
    assert client.post(_address("withdraw"), _sent(confirmed="yes")).status_code == 403
    assert not _text().is_withdrawn


def test_a_translation_is_named(as_publisher: Client) -> None:
    text = make.make_text(language="fr")
    address = reverse("admin:archive_text_withdraw", args=[text.pk])
    page = as_publisher.post(address, {"seen": "1", "reason": WHY}).content.decode()
    assert "The French text of" in page
    assert "?lang=fr" in page

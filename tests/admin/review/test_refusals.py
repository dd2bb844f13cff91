"""Whatever a form of staff is refused for is said in words, and what was typed is kept."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml.html import document_fromstring

from archive.corrections.values import Action
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.withdrawal import last_change_of, restore, withdraw
from archive.models import Ingestion, Paragraph, Text
from archive.models.lengths import LONGEST_WORDS
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import address_of
from tests.ingest.publishing.ways import parsed, published, set_right

pytestmark = pytest.mark.django_db

WHY = "It is the <better> scan."
TOO_LONG = "w" * (LONGEST_WORDS + 1)
WORDS = {"before": "Calls upon all States to act;", "after": "Calls upon States to act;"}

#: The addresses to which something is sent that was seen at a revision.
_OF_INGESTIONS = (
    *("publish", "reject", "take_candidate", "take_back", "differences", "accept", "take_along"),
    *("settle", "replace", "stand_alone"),
)


def _read_anew() -> Ingestion:
    """A file that is to take the place of a published one."""
    first = parsed()
    published(first)
    better = build.resolution_text(operative=("Calls upon all States;", "Decides to act."))
    return parsed(better, follows=first)


def _of_text(name: str) -> str:
    return reverse(f"admin:archive_text_{name}", args=[Text.objects.get().pk])


def _of_value() -> str:
    """The page on which earlier words of a published paragraph come back."""
    first = parsed()
    published(first)
    set_right(first, Action.SET_WORDING, "op1", **WORDS)
    published(first)
    paragraph = Paragraph.objects.get(anchor="op1")
    record = history_of(Paragraph).filter(id=paragraph.pk).last()
    arguments = [paragraph.pk, record.history_id, "wording"]
    return reverse("admin:archive_paragraph_restore_value", args=arguments)


def _withdrawing() -> str:
    published(parsed())
    return _of_text("withdraw")


def _restoring() -> str:
    published(parsed())
    withdraw(Text.objects.get().pk, by=make.make_staff("publisher"), reason="Wrong text.")
    return _of_text("restore")


_PAGES: Mapping[str, Callable[[], str]] = {
    **{name: lambda name=name: address_of(_read_anew(), name) for name in _OF_INGESTIONS},  # type: ignore[misc]
    "withdraw": _withdrawing,
    "restore": _restoring,
    "restore_value": _of_value,
}


@pytest.mark.parametrize("number", [None, "", "x", "-1", "9" * 30, "٣"])
@pytest.mark.parametrize("name", _PAGES)
def test_a_page_that_was_not_sent_whole_is_explained(
    name: str, number: str | None, publisher: Client
) -> None:
    numbers = {} if number is None else {"revision": number, "seen": number, "correction": number}
    sent = {"reason": WHY, "symbol": "A/RES/66/164", "evidence": WHY, "confirmed": "yes"}
    response = publisher.post(_PAGES[name](), numbers | sent)
    assert response.status_code == 400
    assert "The page was not sent whole, so nothing was written." in response.content.decode()


_TYPED = ("publish", "reject", "accept", "withdraw", "restore_value")


@pytest.mark.parametrize("name", _TYPED)
def test_what_was_typed_is_kept_in_the_form(name: str, publisher: Client) -> None:
    response = publisher.post(_PAGES[name](), {"reason": WHY, "confirmed": "yes"})
    page = document_fromstring(response.content.decode())
    assert page.xpath('//textarea[@name="reason"]')[0].value.strip() == WHY


@pytest.mark.parametrize("name", _TYPED)
def test_more_than_there_is_room_for_is_refused_at_its_field_and_kept(
    name: str, publisher: Client
) -> None:
    address = _PAGES[name]()
    seen = last_change_of(Text.objects.get().pk)
    sent = {"reason": TOO_LONG, "confirmed": "yes", "revision": 0, "seen": seen}
    response = publisher.post(address, sent)
    page = document_fromstring(response.content.decode())
    assert response.status_code == 400
    problem = page.get_element_by_id("reason-problem").text_content()
    assert problem.startswith("The reason has 4,001 signs, and there is room for 4,000.")
    assert page.xpath('//textarea[@name="reason"]')[0].value.strip() == TOO_LONG
    assert "Up to 4,000 signs." in page.get_element_by_id("reason-help").text_content()


def test_a_reason_that_just_fits_is_taken(publisher: Client) -> None:
    ingestion = parsed()
    sent = {"revision": 0, "reason": "w" * LONGEST_WORDS}
    assert publisher.post(address_of(ingestion, "reject"), sent).status_code == 302
    ingestion.refresh_from_db()
    assert len(ingestion.reason) == LONGEST_WORDS


@pytest.mark.parametrize("name", ["publish", "reject", "accept"])
def test_a_reason_is_kept_where_others_were_faster(name: str, publisher: Client) -> None:
    ingestion = _read_anew()
    changed = {"before": "Calls upon all States;", "after": "Calls upon States;"}
    set_right(ingestion, Action.SET_WORDING, "op1", **changed)
    response = publisher.post(address_of(ingestion, name), {"revision": 0, "reason": WHY})
    page = document_fromstring(response.content.decode())
    assert response.status_code == 409
    assert "you saw revision 0, it is at 1 now" in page.text_content()
    assert page.xpath('//textarea[@name="reason"]')[0].value.strip() == WHY
    assert page.xpath('//input[@name="revision"]')[0].value == "1"


def test_a_reason_is_shown_where_there_is_no_form_for_it_any_more(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    for name in ("publish", "reject"):
        response = publisher.post(address_of(ingestion, name), {"revision": 0, "reason": WHY})
        page = document_fromstring(response.content.decode())
        assert not page.xpath('//textarea[@name="reason"]')
        assert page.xpath("string(//*[@id='typed']/..//dd)") == WHY


def test_a_reason_is_shown_where_others_withdrew_the_text(publisher: Client) -> None:
    address = _withdrawing()
    text, other = Text.objects.get(), make.make_staff("publisher", name="omar")
    seen = last_change_of(text.pk)
    withdraw(text.pk, by=other, reason="Wrong text.")
    sent = {"seen": seen, "reason": WHY, "confirmed": "yes"}
    page = publisher.post(address, sent).content.decode()
    assert "The text was changed meanwhile. omar" in page
    assert "It is the &lt;better&gt; scan." in page
    restore(text.pk, by=other)
    page = publisher.post(address, sent).content.decode()
    assert ">It is the &lt;better&gt; scan.</textarea>" in page


def _offer(client: Client, ingestion: Ingestion, **fields: Any) -> Any:
    sent = {"revision": 0, "symbol": "A/RES/62/153", "evidence": WHY} | fields
    return client.post(address_of(ingestion, "take_candidate"), sent)


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"symbol": "A/RES/62/"}, 409, "cannot be read"),
        ({"revision": "x"}, 400, "The page was not sent whole"),
        ({"evidence": TOO_LONG}, 400, "What it rests on has 4,001 signs"),
        ({"symbol": TOO_LONG}, 400, "The symbol has 4,001 signs"),
    ],
)
def test_an_offer_that_is_refused_comes_first_as_it_was_written(
    fields: dict[str, str], status: int, said: str, editor: Client
) -> None:
    response = _offer(editor, parsed(build.nameless_text()), **fields)
    page = document_fromstring(response.content.decode())
    offer = page.xpath('//form[@aria-label="Offer 1"]')[0]
    written = {"symbol": "A/RES/62/153", "evidence": WHY} | fields
    assert response.status_code == status
    assert said in page.text_content()
    assert offer.xpath('.//input[@name="symbol"]')[0].value == written["symbol"]
    assert offer.xpath(".//textarea")[0].value.strip() == written["evidence"]


def test_an_offer_is_kept_where_others_changed_the_text(editor: Client) -> None:
    ingestion = parsed(build.nameless_text())
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    page = document_fromstring(_offer(editor, ingestion).content.decode())
    offer = page.xpath('//form[@aria-label="Offer 1"]')[0]
    assert offer.xpath('.//input[@name="symbol"]')[0].value == "A/RES/62/153"
    assert offer.xpath(".//textarea")[0].value.strip() == WHY


def test_an_offer_is_shown_where_others_set_the_symbol(editor: Client) -> None:
    ingestion = parsed(build.nameless_text())
    symbol = {"before": None, "after": "A/RES/62/152"}
    set_right(ingestion, Action.SET_FACT, "masthead.symbol", **symbol)
    response = _offer(editor, ingestion)
    page = document_fromstring(response.content.decode())
    typed = page.xpath("//*[@id='typed']/..//dd")
    assert response.status_code == 409
    assert [one.text for one in typed] == [WHY, "A/RES/62/153"]


def test_what_is_turned_down_already_says_by_whom_when_and_why(publisher: Client) -> None:
    ingestion = parsed()
    sent = {"revision": 0, "reason": "It is held."}
    publisher.post(address_of(ingestion, "reject"), sent)
    ingestion.refresh_from_db()
    page = publisher.get(address_of(ingestion, "reject")).content.decode()
    assert "It was turned down by paula on" in page
    assert ": It is held.</p>" in page
    assert 'name="reason"' not in page

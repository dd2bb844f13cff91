"""Few drafts are checked at once: the others are told to come again, and no turn is lost."""

from collections.abc import Iterator

import pytest
from django.db import OperationalError
from django.test import Client

from archive.web.draft import checking, turns
from archive.web.draft.turns import MOST_AT_ONCE, NoTurnError, Turn
from tests import builders as build
from tests.web.draft.conftest import FUND
from tests.web.draft.sending import sent, told, whole
from tests.web.markup import markup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agreed_before", "here")]

DRAFT = build.resolution_text(operative=[FUND])
ADDRESSES = ("/draft/", "/draft.json", "/draft.docx")


def free() -> int:
    """How many turns can be taken now."""
    taken = []
    try:
        while True:
            taken.append(Turn())
    except NoTurnError:
        return len(taken)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody waits for a turn; after a test all are free."""
    monkeypatch.setattr(turns, "_PATIENCE_IN_SECONDS", 0)
    assert free() == MOST_AT_ONCE
    yield
    assert free() == MOST_AT_ONCE


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_no_turn_is_free_one_is_told_to_come_again(client: Client, address: str) -> None:
    taken = [Turn() for _ in range(MOST_AT_ONCE)]
    response = sent(client, DRAFT, to=address)
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert "Send yours again in a minute." in whole(response)
    for one in taken:
        one.end()
    assert "Verbatim" in whole(sent(client, DRAFT))


def test_what_was_pasted_stays_in_the_form_when_no_turn_is_free(client: Client) -> None:
    taken = [Turn() for _ in range(MOST_AT_ONCE)]
    response = sent(client, "Urges <b>States</b>;")
    assert told(response).startswith("Many drafts are being checked")
    assert markup(whole(response)).one("textarea").words == "Urges <b>States</b>;"
    del taken


def test_the_turn_lasts_until_the_report_is_made_and_no_longer(client: Client) -> None:
    pieces = sent(client, DRAFT).streaming_content
    for piece in pieces:
        is_report = b"draft-report" in piece
        assert free() == MOST_AT_ONCE - (not is_report)
        if is_report:
            break


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_no_draft_ends_its_turn(client: Client, address: str) -> None:
    assert sent(client, b"\x89PNG\r\n\x1a\n....", to=address).status_code == 400


def test_what_fails_on_the_way_ends_its_turn(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OperationalError

    monkeypatch.setattr(checking, "agreed", failing)
    assert "The database does not answer." in whole(sent(client, DRAFT))


def test_a_turn_that_nothing_holds_has_ended() -> None:
    Turn()
    assert free() == MOST_AT_ONCE


def test_a_turn_ends_once() -> None:
    with Turn() as turn:
        turn.end()

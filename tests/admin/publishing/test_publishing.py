"""A publisher sees what will happen, has it done, or is told everything that speaks against it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.corrections.values import Action
from archive.ingest.lineages.deciding import confirm_pairing
from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Ingestion, Text
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import address_of, client_of
from tests.ingest.lineages.series import IMPUNITY, LAWS, NAME, came, paragraph
from tests.ingest.publishing.ways import parsed, published, read_again, set_right

pytestmark = pytest.mark.django_db

WORDS = {"before": "Calls upon all States to act;", "after": "Calls upon States to act;"}


@pytest.fixture(name="paula")
def _paula() -> User:
    return make.make_staff("publisher", name="paula")


@pytest.fixture(name="publisher")
def _publisher(paula: User) -> Client:
    return client_of(paula)


def _page(client: Client, ingestion: Ingestion) -> str:
    response = client.get(address_of(ingestion, "publish"))
    assert response.status_code == 200
    return response.content.decode()


def _publish(client: Client, ingestion: Ingestion, **fields: Any) -> Any:
    values = {"revision": ingestion.revision} | fields
    return client.post(address_of(ingestion, "publish"), values, follow=True)


def _in_words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_a_new_text_is_told_with_what_is_in_it(publisher: Client) -> None:
    citing = make.make_paragraph(make.make_text(), "Recalling resolution 66/164,")
    make.make_citation(citing, "resolution 66/164", "A/RES/66/164")
    shown = _in_words(_page(publisher, parsed()))
    assert "A new text of A/RES/66/164: 3 paragraphs, 0 notes, 1 citation." in shown
    assert "1 citation of other texts will lead to it." in shown
    assert "Readers will see it at once" in shown


def test_no_citation_waits_for_what_is_held_already(publisher: Client) -> None:
    citing = make.make_paragraph(make.make_text(), "Recalling resolution 66/164,")
    make.make_citation(citing, "resolution 66/164", "A/RES/66/164")
    held = parsed()
    _publish(publisher, held)
    shown = _page(publisher, read_again(held, build.resolution_text()))
    assert "will lead to it" not in shown


def test_decisions_on_paragraphs_that_lose_their_words_are_named_before(
    publisher: Client, paula: User
) -> None:
    make.make_resolution("A/RES/66/164", series=NAME)
    came("A/RES/56/1", [LAWS])
    first = parsed(build.resolution_text(operative=[IMPUNITY, LAWS]))
    published(first)
    keys = (paragraph("A/RES/56/1", "op1").pk, paragraph("A/RES/66/164", "op1").pk)
    confirm_pairing(*keys, by=paula, reason="The sponsors said so.")
    kept = read_again(first, build.resolution_text(operative=[LAWS, IMPUNITY]))
    assert "any more" not in _page(publisher, kept)
    lost = read_again(first, build.resolution_text(operative=["Welcomes the report;", LAWS]))
    shown = _in_words(_page(publisher, lost))
    assert "A/RES/56/1, op. 1, and A/RES/66/164, op. 1: Confirmed by a person" in shown
    assert "“The sponsors said so.”" in shown


def test_looking_publishes_nothing(publisher: Client) -> None:
    _page(publisher, parsed())
    assert not Text.objects.exists()


def test_publishing_publishes_the_revision_that_was_seen(publisher: Client, paula: User) -> None:
    ingestion = parsed()
    shown = _publish(publisher, ingestion).content.decode()
    ingestion.refresh_from_db()
    assert (ingestion.state, ingestion.reviewer) == ("published", paula)
    assert "A/RES/66/164 is published; readers see it now." in shown
    assert Text.objects.get().published_by == paula


def test_what_speaks_against_it_is_listed_with_links_and_there_is_no_button(
    publisher: Client,
) -> None:
    ingestion = parsed(build.nameless_text())
    shown = _page(publisher, ingestion)
    assert "Readers will see it at once" not in shown
    assert f'href="{address_of(ingestion)}#offers">Masthead, symbol</a>' in shown
    assert 'name="revision"' not in shown


def test_a_refused_edition_is_answered_with_every_blocker_and_nothing_is_written(
    publisher: Client,
) -> None:
    ingestion = parsed(build.nameless_text().replace("\t2.", "\t4."))
    response = _publish(publisher, ingestion)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "It was not published: 2 things speak against it." in shown
    assert f'href="{address_of(ingestion)}#at-op4"' in shown
    assert not Text.objects.exists()


def test_a_stale_publication_is_refused_with_what_changed(publisher: Client) -> None:
    ingestion = parsed()
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    response = _publish(publisher, ingestion, revision=0)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "you saw revision 0, it is at 1 now" in shown
    assert "<b>Set wording</b>, op. 1" in shown
    assert not Text.objects.exists()


def test_changes_are_shown_against_what_readers_see(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    series = {"before": None, "after": "defenders"}
    set_right(ingestion, Action.SET_FACT, "masthead.series", **series)
    shown = _page(publisher, ingestion)
    assert "<b>Changed</b>" in shown
    assert f'<a href="{address_of(ingestion)}#at-op1">op. 1</a>' in shown
    assert re.search(r"<del>.*?all ?.*?</del>", shown)
    assert "<li>Series: nothing, now defenders</li>" in shown
    assert "op. 2" not in shown


def test_what_citations_lead_to_is_shown_where_it_changes(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    where = next(
        f"{one['source']}:{one['start']}-{one['end']}"
        for one in (ingestion.parse_result or {})["citations"]
    )
    symbols = {"before": "A/RES/53/144", "after": "A/RES/53/145"}
    set_right(ingestion, Action.CITE, where, **symbols)
    set_right(ingestion, Action.SET_LABEL, "op2", before="2.", after=None)
    shown = _in_words(_page(publisher, ingestion))
    assert "citation in pp 1" in shown
    assert "Cites A/RES/53/144; will cite A/RES/53/145" in shown
    assert "Label: 2., now nothing" in shown


def test_what_is_taken_out_is_shown_as_gone_without_a_link(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    set_right(ingestion, Action.REMOVE, "op2", before="Decides to remain seized.")
    assert "<b>Gone</b>: op. 2" in _page(publisher, ingestion)


def test_publishing_twice_changes_nothing_and_says_so(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    shown = _publish(publisher, ingestion).content.decode()
    assert "Readers see this very text of A/RES/66/164 already" in shown


def test_changes_are_not_shown_against_what_was_published_before(publisher: Client) -> None:
    """A correction that readers see already is no change, and one taken back since is."""
    ingestion = parsed()
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    published(ingestion)
    set_right(
        ingestion, Action.SET_WORDING, "op2", before="Decides to remain seized.", after="Decides."
    )
    shown = _page(publisher, ingestion)
    assert "What readers will find otherwise (1 place)" in shown
    assert "#at-op2" in shown


def test_what_readers_see_already_has_no_button(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    shown = _page(publisher, ingestion)
    assert "Readers see this very edition already." in shown
    assert 'name="revision"' not in shown


def test_corrected_texts_are_published_as_such(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    assert "is published as corrected" in _publish(publisher, ingestion).content.decode()


def _replacing() -> Ingestion:
    first = parsed()
    published(first)
    better = build.resolution_text(operative=("Calls upon all States;", "Decides to act."))
    return parsed(better, follows=first)


def test_a_replacement_names_the_file_that_readers_have_and_needs_a_reason(
    publisher: Client,
) -> None:
    ingestion = _replacing()
    shown = _page(publisher, ingestion)
    assert "It takes the place of the text of" in shown
    assert re.search(r'<textarea name="reason"[^>]* required', shown)
    response = _publish(publisher, ingestion, reason=" ")
    assert response.status_code == 409
    assert "Say why it is the better one." in response.content.decode()
    assert 'name="revision"' in response.content.decode()


def test_a_replacement_with_a_reason_is_published(publisher: Client) -> None:
    ingestion = _replacing()
    shown = _publish(publisher, ingestion, reason="A  corrigendum.").content.decode()
    assert "is published in the place of the text before" in shown
    assert Text.objects.get().source_file == ingestion.source_file


def test_a_withdrawn_text_stays_so_and_the_page_says_it(publisher: Client, paula: User) -> None:
    ingestion = parsed()
    published(ingestion)
    withdraw(Text.objects.get().pk, by=paula, reason="Wrong text.")
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    said = "The text is withdrawn, and stays so"
    assert said in _page(publisher, ingestion)
    assert said in _publish(publisher, ingestion).content.decode()


def test_a_text_without_a_kept_parse_is_published_without_a_comparison(publisher: Client) -> None:
    ingestion = _replacing()
    assert ingestion.follows is not None
    Ingestion.objects.filter(pk=ingestion.follows.pk).update(parse_result={})
    assert "What readers will find otherwise" not in _page(publisher, ingestion)


def test_a_file_without_a_parse_leads_back_with_the_reason(publisher: Client) -> None:
    response = publisher.get(address_of(make.make_waiting(), "publish"), follow=True)
    assert "There is no parse of it, so there is nothing to publish." in response.content.decode()


def test_turning_down_keeps_the_reason_and_who_gave_it(publisher: Client, paula: User) -> None:
    ingestion = parsed()
    values = {"revision": 0, "reason": "It is held."}
    publisher.post(address_of(ingestion, "reject"), values)
    ingestion.refresh_from_db()
    assert (ingestion.state, ingestion.reason) == ("rejected", "It is held.")
    assert ingestion.reviewer == paula


def test_looking_turns_nothing_down(publisher: Client) -> None:
    ingestion = parsed()
    shown = publisher.get(address_of(ingestion, "reject")).content.decode()
    assert re.search(r'<textarea name="reason"[^>]* required', shown)
    ingestion.refresh_from_db()
    assert ingestion.state == "parsed"


def test_turning_down_needs_a_reason(publisher: Client) -> None:
    ingestion = parsed()
    response = publisher.post(address_of(ingestion, "reject"), {"revision": 0, "reason": ""})
    assert response.status_code == 409
    assert "Say why it is turned down" in response.content.decode()
    ingestion.refresh_from_db()
    assert ingestion.state == "parsed"


def test_a_stale_turning_down_is_refused(publisher: Client) -> None:
    ingestion = parsed()
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    values = {"revision": 0, "reason": "It is held."}
    assert publisher.post(address_of(ingestion, "reject"), values).status_code == 409


def test_what_is_published_is_not_turned_down(publisher: Client) -> None:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    values = {"revision": ingestion.revision, "reason": "It is held."}
    shown = publisher.post(address_of(ingestion, "reject"), values).content.decode()
    assert "It is published. Withdraw its text" in shown


@pytest.mark.parametrize("name", ["publish", "reject"])
@pytest.mark.parametrize("role", ["reader", "editor"])
def test_nobody_else_decides(name: str, role: str) -> None:
    client, ingestion = client_of(make.make_staff(role)), parsed()
    address = address_of(ingestion, name)
    assert client.get(address).status_code == 403
    assert client.post(address, {"revision": 0, "reason": "no"}).status_code == 403
    ingestion.refresh_from_db()
    assert ingestion.state == "parsed"


def test_a_long_text_takes_as_many_queries_as_a_short_one(publisher: Client) -> None:
    counts = []
    for number, length in (("66/164", 2), ("66/165", 150)):
        text = build.resolution_text(number, operative=["Recalls resolution 53/144;"] * length)
        ingestion = parsed(text)
        published(ingestion)
        set_right(ingestion, Action.SET_LABEL, "op2", before="2.", after="2 bis.")
        with CaptureQueriesContext(connection) as captured:
            _page(publisher, ingestion)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 20

"""The form of a fact: its words and what it rests on, chosen from the file or written."""

from typing import Any

import pytest
from django.test import Client

from archive.corrections.facts import FACTS
from archive.models import Correction, Ingestion
from tests import builders as build
from tests.admin.correcting.ways import address, now, opened, said, saved, send
from tests.ingest.publishing.ways import parsed

pytestmark = pytest.mark.django_db


def _at(ingestion: Ingestion, fact: str) -> str:
    return address(ingestion, "correct_fact", fact=fact)


@pytest.mark.parametrize("fact", FACTS)
def test_there_is_a_form_for_every_fact(
    fact: str, editor_client: Client, ingestion: Ingestion
) -> None:
    assert opened(editor_client, _at(ingestion, fact)).status == 200


def test_the_form_shows_the_fact_as_it_stands(editor_client: Client, ingestion: Ingestion) -> None:
    assert opened(editor_client, _at(ingestion, "adopted_on")).fields["words"] == "2011-12-19"


def test_a_fact_rests_on_lines_of_the_file_and_on_words(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "meeting"))
    assert "89th plenary meeting" in form.page
    lines = now(ingestion).parsed.masthead.lines
    number = str(lines.index("89th plenary meeting"))
    response = send(
        editor_client, form, words="90", lines=[number], evidence="It was the next day."
    )
    assert response.status_code == 302
    made = Correction.objects.get()
    assert (made.before, made.after) == ("89", "90")
    assert made.evidence == "The file prints “89th plenary meeting”. It was the next day."
    assert now(ingestion).parsed.masthead.meeting == 90


def test_lines_alone_are_enough(editor_client: Client, ingestion: Ingestion) -> None:
    form = opened(editor_client, _at(ingestion, "meeting"))
    assert send(editor_client, form, words="90", lines=["0"]).status_code == 302


def test_a_fact_that_rests_on_nothing_is_refused_at_the_field(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "meeting"))
    response = send(editor_client, form, words="90", evidence=" ")
    assert "Say what it rests on" in said(response)
    assert 'id="id_evidence_error"' in response.content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("fact", "written", "reason"),
    [
        ("symbol", "Resolution of 2011", "The symbol cannot be read"),
        ("adopted_on", "yesterday", "write the day as 2011-12-19"),
        ("adoption", "by acclamation", "write “without a vote”"),
        ("meeting", "ninth", "write the number of the meeting as 89"),
        ("stage", "proposed", "write “adopted” or “draft”"),
    ],
)
def test_what_cannot_be_read_is_said_at_the_field(
    fact: str, written: str, reason: str, editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, fact))
    response = send(editor_client, form, words=written, evidence="the scan")
    assert reason in said(response)
    assert f'value="{written}"' in response.content.decode()
    assert 'id="id_words_error"' in response.content.decode()
    assert not Correction.objects.exists()


def test_a_person_says_that_there_is_none(editor_client: Client, ingestion: Ingestion) -> None:
    saved(editor_client, _at(ingestion, "meeting"), words="", evidence="It is a guess.")
    assert now(ingestion).parsed.masthead.meeting is None
    page = opened(editor_client, _at(ingestion, "meeting")).page
    assert "It is a guess." in page


def test_better_evidence_is_taken_for_the_same_fact_and_the_same_is_not(
    editor_client: Client, ingestion: Ingestion
) -> None:
    at = _at(ingestion, "meeting")
    saved(editor_client, at, words="90", evidence="the scan")
    response = send(editor_client, opened(editor_client, at), evidence="the scan")
    assert "Nothing is changed" in said(response)
    saved(editor_client, at, evidence="the official record")
    assert not now(ingestion).conflicts
    assert Correction.objects.count() == 2


@pytest.mark.parametrize(
    ("fact", "first", "second"),
    [
        ("stage", "adopted", "draft"),
        ("series", "One", "Two"),
        ("adopted_as", "A/RES/66/1", "A/RES/66/2"),
    ],
)
def test_a_fact_beside_the_masthead_is_set_twice_without_a_conflict(
    fact: str, first: str, second: str, editor_client: Client, ingestion: Ingestion
) -> None:
    for words in (first, second):
        saved(editor_client, _at(ingestion, fact), words=words, evidence="the scan")
    assert not now(ingestion).conflicts
    assert second in (now(ingestion).corrected.facts[fact] or "")


def test_candidates_for_a_symbol_are_offered_with_their_evidence(editor_client: Client) -> None:
    ingestion = parsed(build.nameless_text(), given_symbol="A/RES/62/152")
    at = _at(ingestion, "symbol")
    assert f'href="{at}?offer=0"' in opened(editor_client, at).page
    form = opened(editor_client, f"{at}?offer=0")
    assert form.fields["words"] == "A/RES/62/152"
    assert form.fields["evidence"].startswith("Received as A/RES/62/152")
    assert send(editor_client, form).status_code == 302
    assert now(ingestion).parsed.masthead.symbol == "A/RES/62/152"


@pytest.mark.parametrize("offer", ["9", "-1", "x", "9" * 5_000])
def test_an_offer_that_is_none_changes_nothing(
    offer: str, editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, f"{_at(ingestion, 'symbol')}?offer={offer}")
    assert form.fields["words"] == "A/RES/66/164"


def test_a_fact_that_is_none_is_said_to_be_none(
    editor_client: Client, ingestion: Ingestion
) -> None:
    response = editor_client.get(_at(ingestion, "colour"))
    assert response.status_code == 404
    assert "There is no fact “colour”" in said(response)


def test_more_evidence_than_there_is_room_for_is_refused_at_the_field_and_kept(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "meeting"))
    assert "Up to 4,000 signs." in form.page
    response = send(editor_client, form, words="90", evidence="w" * 4_001)
    assert "What you wrote has 4,001 signs, and there is room for 4,000." in said(response)
    assert 'id="id_evidence_error"' in response.content.decode()
    assert "w" * 4_001 in response.content.decode()
    assert not Correction.objects.exists()


def test_lines_of_the_file_that_are_too_long_together_are_refused_with_what_to_do(
    editor_client: Client, ingestion: Ingestion
) -> None:
    record: Any = ingestion.parse_result
    masthead = record["masthead"] | {"lines": ["w" * 5_000, "v" * 5_000]}
    Ingestion.objects.update(parse_result=record | {"masthead": masthead})
    form = opened(editor_client, _at(ingestion, "meeting"))
    response = send(editor_client, form, words="90", lines=["0", "1"])
    assert "Choose fewer lines, or write less." in said(response)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("fact", "words"), [("meeting", "89"), ("series", "")])
def test_a_fact_that_stays_as_it_is_is_no_revision(
    fact: str, words: str, editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, fact))
    assert form.fields["words"] == words
    response = send(editor_client, form, evidence="the scan")
    assert "Nothing is changed: it is so already" in said(response)
    assert "the scan" in response.content.decode()
    assert now(ingestion).ingestion.revision == 0
    assert not Correction.objects.exists()


def test_a_fact_that_settles_a_warning_is_set_though_it_stays_as_it_is(
    editor_client: Client,
) -> None:
    ingestion = parsed(given_symbol="A/RES/66/165")
    saved(editor_client, _at(ingestion, "symbol"), evidence="the scan")
    assert Correction.objects.get().after == "A/RES/66/164"

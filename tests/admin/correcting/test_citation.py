"""The form of a citation: what words cite, that they cite nothing, words that cite something."""

import pytest
from django.test import Client

from archive.models import Correction, Ingestion
from tests.admin.correcting.ways import address, now, opened, said, saved, send

pytestmark = pytest.mark.django_db

WORDS = "resolution 53/144 of 9 December 1998"


def _at(ingestion: Ingestion, where: str) -> str:
    return address(ingestion, "correct_citation", where=where)


def _cited(ingestion: Ingestion) -> dict[str, str]:
    parsed = now(ingestion).parsed
    return {
        f"{one.source}:{one.start}-{one.end}": one.target or one.pinpoint or ""
        for one in parsed.citations
    }


def _span(ingestion: Ingestion) -> str:
    return next(iter(_cited(ingestion)))


def test_the_form_shows_what_the_words_cite(editor_client: Client, ingestion: Ingestion) -> None:
    form = opened(editor_client, _at(ingestion, _span(ingestion)))
    assert form.fields["words"] == WORDS
    assert form.fields["cites"] == "A/RES/53/144"
    assert "Recalling its" in form.page


def test_words_cite_something_else(editor_client: Client, ingestion: Ingestion) -> None:
    span = _span(ingestion)
    told = saved(editor_client, _at(ingestion, span), cites="a/res/53/145")
    assert _cited(ingestion)[span] == "A/RES/53/145"
    assert told[0] == "Saved as revision 1. Pp 1: what it cites."
    page = opened(editor_client, _at(ingestion, span)).page
    assert "Cite, by editor on" in page
    assert "A/RES/53/144" in page, "what the parser read"


def test_words_refer_to_a_paragraph_by_the_name_that_people_give_it(
    editor_client: Client, ingestion: Ingestion
) -> None:
    span = _span(ingestion)
    saved(editor_client, _at(ingestion, span), cites="op. 2 (a)")
    assert _cited(ingestion)[span] == "op2-a"


def test_words_are_no_citation(editor_client: Client, ingestion: Ingestion) -> None:
    span = _span(ingestion)
    told = saved(editor_client, _at(ingestion, span), act="none", evidence="an old number")
    assert span not in _cited(ingestion)
    assert f"Not cited any more: “{WORDS}” for A/RES/53/144." in told
    form = opened(editor_client, _at(ingestion, span))
    assert form.fields["cites"] == ""
    assert 'value="none"' not in form.page


def test_other_words_cite_it(editor_client: Client, ingestion: Ingestion) -> None:
    span = _span(ingestion)
    saved(editor_client, _at(ingestion, span), words="Recalling its resolution 53/144")
    assert _cited(ingestion)["pp1:0-31"] == "A/RES/53/144"
    assert span not in _cited(ingestion)


def test_words_that_cited_nothing_cite_something(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(
        editor_client, _at(ingestion, "op3"), words="the report", cites="A/66/203", evidence="p. 2"
    )
    assert _cited(ingestion)["op3:9-19"] == "A/66/203"


@pytest.mark.parametrize(
    ("filled", "field", "reason"),
    [
        ({"words": "the minutes", "cites": "A/66/203"}, "words", "does not stand there"),
        ({"words": "", "cites": "A/66/203"}, "words", "This cannot stay empty. Fill it in."),
        ({"words": "e", "cites": "A/66/203"}, "which", "The words stand 9 times; say which"),
        ({"words": "report", "which": "2", "cites": "A/66/203"}, "which", "stand only once"),
        ({"words": "repo", "cites": "A/66/203"}, "cites", "are not whole words"),
        ({"words": "the report", "cites": ""}, "cites", "Write what the words cite"),
        ({"words": "the report", "cites": "something"}, "cites", "is no symbol"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    filled: dict[str, str],
    field: str,
    reason: str,
    editor_client: Client,
    ingestion: Ingestion,
) -> None:
    response = send(editor_client, opened(editor_client, _at(ingestion, "op3")), **filled)
    row = response.content.decode().partition(f"field-{field}")[2].partition('"form-row')[0]
    assert f'id="id_{field}_error"' in row
    assert reason in said(response)
    assert not Correction.objects.exists()


def test_of_words_that_stand_several_times_one_is_meant(
    editor_client: Client, ingestion: Ingestion
) -> None:
    record = ingestion.parse_result or {}
    text = "Welcomes the report, and the report;"
    given = [{**one, "text": text} if one["id"] == "op3" else one for one in record["paragraphs"]]
    Ingestion.objects.update(parse_result={**record, "paragraphs": given})
    saved(editor_client, _at(ingestion, "op3"), words="the report", which="2", cites="A/66/203")
    assert _cited(ingestion)["op3:25-35"] == "A/66/203"
    form = opened(editor_client, _at(ingestion, "op3:25-35"))
    assert form.fields["which"] == "2"
    response = send(editor_client, form)
    assert "so already" in said(response)


@pytest.mark.parametrize("where", ["op9", "op9:1-2", "op3:5-5", "op3:10-999", "fn7"])
def test_a_place_without_words_is_said_to_be_none(
    where: str, editor_client: Client, ingestion: Ingestion
) -> None:
    assert editor_client.get(_at(ingestion, where)).status_code == 404


@pytest.mark.parametrize("at", ["op3", "op3:9-19"])
def test_what_is_cited_next_takes_the_place_of_what_a_person_said_before(
    at: str, editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op3"), words="the report", cites="A/66/203")
    saved(editor_client, _at(ingestion, at), words="the report", cites="a/66/204")
    found = [one.target for one in now(ingestion).parsed.citations if one.source == "op3"]
    assert found == ["A/66/204"]
    assert not now(ingestion).conflicts
    response = send(
        editor_client,
        opened(editor_client, _at(ingestion, at)),
        words="the report",
        cites="a/66/204",
    )
    assert "so already" in said(response)

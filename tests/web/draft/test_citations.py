"""The citations of a draft: whether what they cite exists, is held, and is of the day they give."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Evidence, Resolution
from tests import builders as build
from tests import factories as make
from tests.web.draft.sending import report, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("here")]

TOLD = "resolution 53/144 of 9 December 1998"


def _said(client: Client, words: str = f"Recalling its {TOLD},") -> str:
    """What is said of what a preambular paragraph cites."""
    draft = build.resolution_text(preamble=[words])
    shown = report(client, draft).one("li", id="pp1")
    return " ".join(one.tidy_words for one in shown.every("li"))


def _recalled(**fields: object) -> Resolution:
    return make.make_resolution("A/RES/53/144", **fields)


def test_what_the_archive_does_not_know_is_to_be_looked_at(client: Client) -> None:
    said = _said(client)
    assert said == f"“{TOLD}” (A/RES/53/144): not known to the archive: check the symbol."
    shown = report(client, build.resolution_text())
    assert "1 citation, of which 1 should be looked at." in shown.tidy_words
    assert shown.one("a", href="#pp1").words == "pp 1"


@pytest.mark.parametrize(
    ("adopted_on", "words"),
    [
        (date(1998, 12, 9), "the date is right: 9 December 1998."),
        (
            date(1998, 12, 8),
            "the date is wrong: it was adopted on 8 December 1998, not on 9 December 1998.",
        ),
        (None, "its date cannot be checked."),
    ],
)
def test_a_date_is_held_against_what_is_known(
    client: Client, adopted_on: date | None, words: str
) -> None:
    _recalled(adopted_on=adopted_on)
    assert _said(client).endswith(f"known, but its text is not held; {words}")


@pytest.mark.parametrize(
    "given",
    [
        "December 9, 1998",
        "9 Dec. 1998",
        "Dec 9 1998",
        "9th of December, 1998",
        "the 9th December 1998",
        "1998-12-09",
    ],
)
def test_a_date_in_another_form_is_read_too(client: Client, given: str) -> None:
    _recalled(adopted_on=date(1998, 12, 9))
    said = _said(client, f"Recalling its resolution 53/144 of {given}, annex, by which it acted,")
    assert f"“resolution 53/144 of {given}, annex”" in said
    assert said.endswith("the date is right: 9 December 1998.")


@pytest.mark.parametrize(
    "given", ["31 November 1998", "9/12/1998", "9 Dec. 98", "Decembre 9, 1998", "December 1998"]
)
def test_a_date_that_cannot_be_read_is_said_to_be_so(client: Client, given: str) -> None:
    _recalled(adopted_on=date(1998, 12, 9))
    words = f"Recalling its resolution 53/144 of {given} on defenders,"
    assert _said(client, words).endswith(f"its date could not be read: “{given}”.")
    found = sent(client, build.resolution_text(preamble=[words]), to="/draft.json").json()
    [citation] = found["paragraphs"][0]["citations"]
    assert (citation["dating"], citation["is_doubtful"]) == ("unread", True)


@pytest.mark.parametrize(
    "words", ["on 16 days of activism", "of the Assembly", "on 53 marches", "on Decent Work"]
)
def test_what_is_no_date_is_not_taken_for_one(client: Client, words: str) -> None:
    _recalled(adopted_on=date(1998, 12, 9))
    said = _said(client, f"Recalling its resolution 53/144 {words},")
    assert said.endswith("known, but its text is not held.")


def test_a_wrong_date_is_told_once(client: Client) -> None:
    _recalled(adopted_on=date(1998, 12, 9))
    twice = f"Recalling its resolution 53/144 of 8 December 1998, and {TOLD},"
    said = _said(client, twice)
    wrong = "the date is wrong: it was adopted on 9 December 1998, not on 8 December 1998."
    assert f"{wrong} “" in said


def test_a_paragraph_that_the_draft_has_not_is_to_be_looked_at(client: Client) -> None:
    words = "Requests the Committee to do as asked in paragraph 40 of the present resolution;"
    draft = build.resolution_text(preamble=["Noting all,"], operative=[words, "Decides so."])
    shown = report(client, draft)
    told = "“paragraph 40 of the present resolution”: this draft has no such paragraph."
    assert told in shown.one("li", id="op1").tidy_words
    assert "1 citation, of which 1 should be looked at." in shown.tidy_words
    to_look_at = shown.every("ul")[0]
    assert to_look_at.tidy_words == f"op. 1: {told}"
    assert to_look_at.one("a", href="#op1").words == "op. 1"
    assert "is referred to" not in shown.tidy_words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("paragraph 1 (b) above", "a paragraph of this draft"),
        ("paragraph 2 (b) above", "a paragraph of this draft"),
        ("paragraph 1 (c) above", "this draft has no such paragraph"),
        ("paragraph 3 (a) of the present resolution", "this draft has no such paragraph"),
    ],
)
def test_sub_paragraphs_of_the_draft_are_looked_for(client: Client, words: str, told: str) -> None:
    draft = f"1. Urges:\n(a) All;\n(b) Them;\n2. Notes (a) it; (b) that;\n3. Decides on {words}."
    shown = report(client, draft)
    assert f"“{words}”: {told}." in shown.one("li", id="op3").tidy_words
    found = sent(client, draft, to="/draft.json").json()
    [citation] = found["paragraphs"][-1]["citations"]
    assert citation["is_doubtful"] is (citation["standing"] == "missing") is ("no such" in told)


def test_a_date_that_nobody_has_checked_is_said_to_be_so(client: Client) -> None:
    recalled = _recalled(adopted_on=date(1998, 12, 9))
    make.make_evidence(recalled, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    assert "9 December 1998 (date unverified)" in _said(client)


def test_a_held_text_is_led_to(client: Client) -> None:
    make.make_text(_recalled())
    shown = report(client, build.resolution_text()).one("a", href="/A/RES/53/144/")
    assert shown.words == "A/RES/53/144"
    assert "its text is held" in _said(client)


@pytest.fixture
def with_paragraphs() -> None:
    """A held resolution with a preambular paragraph, op. 1 with (a), and op. 2, of a list in it."""
    text = make.make_text(_recalled())
    make.make_paragraph(text, "Noting all,", kind="preambular")
    make.make_sub_paragraph(make.make_paragraph(text, "Urges States:"), "a", "To act;")
    make.make_paragraph(text, "Decides: (a) to act; (b) to report.")


@pytest.mark.usefixtures("with_paragraphs")
@pytest.mark.parametrize(
    ("named", "links"),
    [
        ("paragraph 1", ["op. 1"]),
        ("paragraph 1 (a)", ["op. 1 (a)"]),
        ("paragraphs 1 and 2", ["op. 1", "op. 2"]),
        ("paragraph 2 (b)", ["op. 2"]),
        ("preambular paragraph 1", ["pp 1"]),
    ],
)
def test_a_paragraph_that_is_cited_and_held_is_led_to(
    client: Client, named: str, links: list[str]
) -> None:
    shown = report(client, build.resolution_text(preamble=[f"Recalling {named} of {TOLD},"]))
    cited = shown.one("li", id="pp1").one("ul", class_="checked-told")
    symbol, *places = cited.every("a")
    assert [one.words for one in places] == links
    assert places[0].attributes["href"].startswith(f"{symbol.attributes['href']}{links[0][:2]}")
    assert "its text has no" not in cited.words
    assert "none of them in doubt" in shown.tidy_words


@pytest.mark.usefixtures("with_paragraphs")
@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("paragraph 40", "its text has no paragraph 40"),
        ("paragraphs 2, 18 and 19", "its text has no paragraphs 18, 19"),
        ("paragraph 1 (c)", "its text has no paragraph 1 (c)"),
        ("paragraph 2 (c)", "its text has no paragraph 2 (c)"),
        ("preambular paragraph 4", "its text has no preambular paragraph 4"),
    ],
)
def test_a_paragraph_that_a_held_text_has_not_is_to_be_looked_at(
    client: Client, named: str, words: str
) -> None:
    shown = report(client, build.resolution_text(preamble=[f"Recalling {named} of {TOLD},"]))
    assert f"its text is held; {words}; its date" in shown.one("li", id="pp1").tidy_words
    assert "1 citation, of which 1 should be looked at." in shown.tidy_words


def test_of_a_text_without_numbers_no_paragraph_is_missed(client: Client) -> None:
    make.make_paragraph(make.make_text(_recalled()), "Noting all,", kind="preambular")
    said = _said(client, f"Recalling paragraph 40 of {TOLD},")
    assert "(A/RES/53/144, paragraph 40): its text is held; its date" in said


def test_a_place_that_cannot_be_looked_up_is_named_as_it_is(client: Client) -> None:
    said = _said(client, f"Recalling {TOLD}, annex,")
    assert "(A/RES/53/144, annex): not known" in said


def test_paragraphs_of_many_texts_are_looked_up_in_one_query(client: Client) -> None:
    def queries(count: int) -> int:
        words = [f"Recalling paragraph 1 of resolution 53/{n}," for n in range(1, count + 1)]
        with CaptureQueriesContext(connection) as counted:
            report(client, build.resolution_text(preamble=words))
        return len(counted)

    for number in range(1, 4):
        text = make.make_text(make.make_resolution(f"A/RES/53/{number}"))
        make.make_paragraph(text, "Urges States to act;")
    assert queries(1) == queries(3)


def test_of_a_withdrawn_text_nothing_else_is_said(client: Client) -> None:
    text = make.make_text(_recalled(title="A secret title", adopted_on=date(1998, 12, 8)))
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    said = _said(client)
    assert said == f"“{TOLD}” (A/RES/53/144): its text was withdrawn from the archive."


def test_a_document_is_none_that_the_archive_keeps(client: Client) -> None:
    said = _said(client, "Taking note of the report of the Secretary-General (A/65/223),")
    assert "a document, of which the archive keeps none" in said


def test_a_draft_is_never_told_as_adopted(client: Client) -> None:
    make.make_draft("A/C.3/70/L.46")
    assert "a draft, not adopted in these words" in _said(client, "Recalling A/C.3/70/L.46,")


def test_citations_in_notes_stand_with_the_paragraph_that_marks_them(client: Client) -> None:
    _recalled()
    draft = build.resolution_text(operative=["Recalls the Declaration;1", "Decides to act."])
    shown = report(client, f"{draft}\n1 Resolution 53/144, annex.\n")
    assert "Note 1: Resolution 53/144, annex." in shown.one("li", id="op1").tidy_words
    assert "“Resolution 53/144, annex”" in shown.one("li", id="op1").tidy_words

"""A draft is checked: each paragraph beside agreed language, in a page sent as it is made."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Text
from archive.parsing.contract import record_of
from archive.parsing.parsed import Footnote, ParagraphKind, ParseWarning
from archive.search.matches.patience import SearchTooSlowError
from archive.web.draft import checking, reading, received
from tests import builders as build
from tests import factories as make
from tests.search.agreed.saying import saying
from tests.web.draft.conftest import FUND, IMPUNITY
from tests.web.draft.sending import report, report_of, sent, told, whole
from tests.web.markup import Element, markup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agreed_before", "here")]

NOTHING_LIKE_IT = "Decides to plant three hundred apple trees around the Palais des Nations;"
CLOSE = IMPUNITY.replace("Encourages", "Urges").replace("attacks on", "threats against")


def _verdicts(client: Client, *operative: str) -> list[str]:
    found = report(client, build.resolution_text(operative=operative))
    items = [one for one in found.every("li") if one.attributes.get("id", "").startswith("op")]
    return [one.every("b")[0].words for one in items]


def _paragraph(client: Client, words: str) -> Element:
    return report(client, build.resolution_text(operative=[words])).one("li", id="op1")


def test_the_form_says_that_nothing_is_kept(client: Client) -> None:
    response = client.get("/draft/")
    assert "Nothing of your draft is kept." in markup(response.content).one("main").words
    assert "no-store" in response["Cache-Control"]


def test_each_paragraph_has_its_verdict_and_the_summary_counts_them(client: Client) -> None:
    operative = [FUND, CLOSE, NOTHING_LIKE_IT]
    assert _verdicts(client, *operative) == ["Verbatim", "Close", "New"]
    shown = report(client, build.resolution_text(operative=operative))
    assert shown.one("p", class_="draft-summary").tidy_words == (
        "4 paragraphs compared: 1 verbatim, 1 close, 2 new. "
        "Openings, beside those of the nearest wordings: 1 stronger. "
        "1 citation, of which 1 should be looked at."
    )


def test_a_close_paragraph_is_a_redline_of_the_nearest_wording(client: Client) -> None:
    shown = _paragraph(client, CLOSE)
    taken, put = ([one.words for one in shown.every(name)] for name in ("del", "ins"))
    assert "attacks on" in " ".join(taken)
    assert "threats against" in " ".join(put)
    assert "Its opening is stronger: encourages, then urges." in shown.tidy_words


def test_openings_that_are_stronger_are_listed_with_their_places(client: Client) -> None:
    shown = report(client, build.resolution_text(operative=[FUND, CLOSE]))
    listed = shown.every("ul")[0]
    assert listed.tidy_words == "op. 2: stronger: encourages, then urges"
    assert listed.every("a")[0].attributes["href"] == "#op2"


def test_stronger_openings_are_counted_before_weaker_ones(client: Client) -> None:
    weaker = IMPUNITY.replace("Encourages", "Invites").replace("attacks on", "threats against")
    same = IMPUNITY.replace("attacks on", "threats against")
    told = report(client, build.resolution_text(operative=[weaker, same, CLOSE]))
    summary = told.one("p", class_="draft-summary").tidy_words
    assert "Openings, beside those of the nearest wordings: 1 stronger, 1 weaker." in summary


def test_an_opening_of_other_words_than_those_near_it_is_not_called_stronger(
    client: Client,
) -> None:
    both = (
        f"Urges them to assist her without any delay, and also {IMPUNITY[:1].lower()}{IMPUNITY[1:]}"
    )
    shown = report(client, build.resolution_text(operative=[both]))
    assert shown.one("li", id="op1").every("b")[0].words == "Close"
    assert "stronger" not in shown.tidy_words


def test_a_step_beside_what_is_not_close_is_not_counted(client: Client) -> None:
    words = "Urges States to investigate attacks on museums and archives, and to bring books home;"
    shown = report(client, build.resolution_text(operative=[words]))
    paragraph = shown.one("li", id="op1")
    assert paragraph.every("b")[0].words == "New"
    assert paragraph.one("summary").words == "1 wording that is less near"
    on_paper = [one.attributes.get("class", "") for one in paragraph.every("details")]
    assert on_paper == [""], "print.css leaves tools out"
    assert "stronger" in paragraph.words
    assert "stronger" not in shown.one("p", class_="draft-summary").words


def test_who_has_the_wording_is_said_with_links(client: Client) -> None:
    shown = _paragraph(client, FUND)
    first, last = shown.every("a")
    assert (first.attributes["href"], last.attributes["href"]) == (
        "/A/RES/56/163/#op2",
        "/A/RES/58/178/#op1",
    )
    assert "First in General Assembly resolution 56/163, op. 2, 19 December 2001" in shown.words
    assert "In 2 resolutions" in shown.words


def test_few_words_within_a_longer_wording_are_no_agreed_language(client: Client) -> None:
    assert _verdicts(client, "Invites all Governments to act:") == ["New"]


def test_words_that_stand_within_a_longer_wording_are_close(client: Client) -> None:
    words = IMPUNITY.partition(" and to")[0] + ";"
    shown = _paragraph(client, words)
    assert "Close: word for word, within a longer paragraph" in shown.words


def test_the_words_of_agreed_language_in_another_order_are_new(client: Client) -> None:
    opening, *rest = IMPUNITY.rstrip(";").split()
    turned = " ".join([opening, *rest[8:], *rest[:8]])
    assert _verdicts(client, turned) == ["New"]


def test_the_words_of_a_draft_are_no_agreed_language(client: Client) -> None:
    saying(make.make_draft(), NOTHING_LIKE_IT)
    assert _verdicts(client, NOTHING_LIKE_IT) == ["New"]


def test_six_words_in_ten_are_close_and_fewer_are_not(client: Client) -> None:
    begin = "Invites all Governments to consider contributing to"
    eight, seven = f"{begin} the trees near my house;", f"{begin} five trees near my house;"
    assert _verdicts(client, eight, seven) == ["Close", "New"]


def test_a_close_wording_behind_one_that_has_more_of_the_words_is_the_nearest(
    client: Client,
) -> None:
    short = "Invites Governments to support some other people;"
    long = (
        "Invites Governments to support human defenders everywhere, in law and in practice, and to "
        "report on what they have done to the Council and to the Assembly each year;"
    )
    saying(make.adopted("A/RES/60/1", 2005), short, long)
    words = "Invites Governments to support defenders everywhere;"
    found = sent(client, words, to="/draft.json").json()["paragraphs"][0]
    assert found["verdict"] == "close"
    assert [one["wording"] for one in found["nearest"][:2]] == [short, long]
    assert found["nearest"][0]["likeness"] < found["nearest"][1]["likeness"]


def test_a_withdrawn_text_is_no_agreed_language(client: Client) -> None:
    for text in Text.objects.all():
        withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    assert _verdicts(client, FUND) == ["New"]


def test_a_few_paragraphs_are_enough(client: Client) -> None:
    shown = report(client, FUND)
    assert shown.one("li", id="op1").every("b")[0].words == "Verbatim"


def test_what_is_not_built_as_a_resolution_is_compared_all_the_same(client: Client) -> None:
    shown = report(client, f"Dear colleagues, here is the fund.\n[3 alt. {FUND}]")
    assert shown.one("li", id="pp1").every("b")[0].words == "New"
    assert shown.one("li", id="op3alt").tidy_words.startswith(f"op. 3 alt: Verbatim[{FUND}]")


def test_headings_and_tables_have_no_verdict(client: Client) -> None:
    heading = build.paragraph("op1", "General matters", kind=ParagraphKind.HEADING, opening=None)
    table = build.paragraph("op2", "States 2011", rows=(((0, 6), (7, 11)),))
    shown = report_of(client, build.parse_of(paragraphs=(heading, table), citations=()))
    assert shown.one("li", id="op1").tidy_words == "General matters"
    assert [one.words for one in shown.one("li", id="op2").every("p")] == ["op. 2", "States 2011"]


def test_what_was_taken_for_nothing_and_what_was_doubted_is_shown(client: Client) -> None:
    doubt = ParseWarning(code="number_gap", message="Number 3 follows number 1.", where="op3")
    third = build.paragraph("op3", FUND)
    parsed = build.parse_of(
        paragraphs=(third,), citations=(), leftovers=("A stray line",), warnings=(doubt,)
    )
    shown = report_of(client, parsed)
    listed = shown.every("ul")[-2]
    assert listed.tidy_words == "op. 3: Number 3 follows number 1."
    assert listed.one("a", href="#op3").words == "op. 3"
    assert shown.every("ul")[-1].tidy_words == "A stray line"


def test_what_notes_without_a_mark_cite_is_looked_up_too(client: Client) -> None:
    note = Footnote(id="fn1", number="1", text="Resolution 53/144.", marked_in=None)
    cites = build.citation(note, "Resolution 53/144", "A/RES/53/144")
    plain = build.paragraph("op1", FUND)
    shown = report_of(
        client, build.parse_of(paragraphs=(plain,), footnotes=(note,), citations=(cites,))
    )
    assert shown.one("h2", id="unplaced").words == "Cited in notes that nothing marks"
    assert "1 citation, of which 1 should be looked at." in shown.tidy_words
    to_look_at = shown.every("ul")[0]
    assert to_look_at.one("a", href="#unplaced").words == "a note that nothing marks"
    assert "(A/RES/53/144): not known to the archive" in to_look_at.tidy_words


def test_markup_in_a_draft_is_shown_as_it_is(client: Client) -> None:
    answer = whole(
        sent(client, build.resolution_text(operative=["Urges <script>alert(1)</script>;"]))
    )
    assert "<script>alert(1)" not in answer
    assert "&lt;script&gt;alert(1)" in answer


def test_the_report_comes_after_lines_that_say_how_far_it_is(client: Client) -> None:
    operative = [f"{FUND[:-1]} number {number};" for number in range(25)]
    response = sent(client, build.resolution_text(operative=operative))
    pieces = [piece.decode() for piece in response.streaming_content]
    steps = [markup(piece).words.strip() for piece in pieces if piece.lstrip().startswith("<p>")]
    assert steps == [f"{done} of 26 paragraphs compared" for done in (0, 10, 20, 26)]
    assert 'class="draft-report"' not in "".join(pieces[:-2])
    assert 'class="draft-report"' in pieces[-2]


def test_the_report_is_not_held_back_by_compression(client: Client) -> None:
    draft = build.resolution_text(operative=[FUND])
    response = client.post("/draft/", {"pasted": draft}, headers={"Accept-Encoding": "gzip"})
    assert "Verbatim" in whole(response)
    assert "Content-Encoding" not in response
    assert "no-store" in response["Cache-Control"]


def test_ten_paragraphs_more_cost_as_many_queries_as_ten(
    client: Client,
) -> None:
    def queries(count: int) -> int:
        operative = [f"{FUND[:-1]} number {number};" for number in range(count)]
        with CaptureQueriesContext(connection) as counted:
            whole(sent(client, build.resolution_text(operative=operative)))
        return len(counted)

    nine, nineteen, twenty_nine = queries(9), queries(19), queries(29)
    assert nine <= 9
    assert twenty_nine - nineteen == nineteen - nine <= 6


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("", "Paste a draft, or choose a file."),
        ("  \n ", "Paste a draft, or choose a file."),
        ("[", "It is not built as a resolution"),
        (b"", "The file is empty"),
        (b"\x89PNG\r\n\x1a\n....", "PNG picture, is not read"),
    ],
)
def test_what_is_no_draft_is_refused_with_a_sentence(
    client: Client, draft: str | bytes, words: str
) -> None:
    response = sent(client, draft)
    assert response.status_code == 400
    assert words in told(response)


def test_a_draft_that_is_pasted_and_chosen_is_refused(client: Client) -> None:
    response = sent(client, build.resolution_text().encode(), pasted="Urges States to act;")
    assert response.status_code == 400
    assert told(response) == "Paste a draft or choose a file; here are both."


def test_what_was_pasted_stays_in_the_form(client: Client) -> None:
    words = "<b>Urges</b> all States to act;"
    page = markup(whole(sent(client, words, chosen=SimpleUploadedFile("draft.txt", b"Both."))))
    assert page.one("textarea").words == words


def test_a_draft_in_another_language_is_refused(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    french = record_of("", b"", outcome=build.parse_of(language="fr"))
    monkeypatch.setattr(reading, "_parsed_aside", lambda _data: json.dumps(french).encode())
    assert "not in English" in told(sent(client, b"<akomaNtoso/>"))


def test_a_draft_of_too_many_paragraphs_is_refused_with_the_number(client: Client) -> None:
    operative = ["Urges all States to act;"] * 401
    said = told(sent(client, build.resolution_text(operative=operative)))
    assert "402 paragraphs, and 400 are compared at most" in said


def test_more_than_may_be_pasted_is_refused(client: Client) -> None:
    words = "Urges all States to act. " * 11_000
    for pasted in (words, words * 6):
        response = sent(client, pasted)
        assert response.status_code == 413
        assert "more than 250,000 signs" in told(response)


def test_a_file_that_is_too_large_is_refused(client: Client, monkeypatch: Any) -> None:
    for name in ("archive.web.draft.form", "archive.web.draft.received"):
        monkeypatch.setattr(f"{name}.MOST_BYTES", 1000)
    monkeypatch.setattr(received, "_MARGIN_BYTES", 500)
    for size in (1001, 2000):
        response = sent(client, b"x" * size)
        assert response.status_code == 413
        assert "more than 1,000 bytes" in told(response)
    assert sent(client, b"x" * 1001, to="/draft.json").json()["status"] == 413


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SearchTooSlowError(), "The comparison took too long"),
        (OperationalError("secret words"), "The database does not answer."),
    ],
)
def test_what_fails_on_the_way_is_said_where_the_report_would_be(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def failing(*_: Any, **__: Any) -> Any:
        raise error

    monkeypatch.setattr(checking, "agreed", failing)
    answer = whole(sent(client, build.resolution_text(operative=[FUND])))
    assert words in markup(answer).one("p", role="alert").words
    assert "secret words" not in answer


def test_a_check_that_takes_too_long_is_ended(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_LONGEST_CHECK_IN_SECONDS", 0)
    operative = [f"{FUND[:-1]} number {number};" for number in range(12)]
    answer = whole(sent(client, build.resolution_text(operative=operative)))
    assert "The comparison took too long" in markup(answer).one("p", role="alert").words


def test_it_is_too_long_for_a_file_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_LONGEST_CHECK_IN_SECONDS", -1)
    response = sent(client, build.resolution_text(operative=[FUND]), to="/draft.json")
    assert response.status_code == 503
    assert "took too long" in response.json()["title"]

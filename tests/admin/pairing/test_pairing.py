"""What became of a paragraph is confirmed or corrected at a page that shows both, with a reason."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import ArchiveVersion, Paragraph, ParagraphPairing
from tests import factories as make
from tests.admin.conftest import Queries
from tests.ingest.lineages.series import WORDINGS, came, joined
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

WHY = "Both are about laws."


@pytest.fixture
def publisher(client: Client) -> Client:
    """A browser in which somebody who publishes is logged in."""
    client.force_login(make.make_staff("publisher", name="Amina"))
    return client


@pytest.fixture
def laws() -> Paragraph:
    """56/1, op. 1 of a series of three, which 58/1 has as its op. 2, and 60/1 reworded."""
    for symbol in list(WORDINGS)[:3]:
        came(symbol)
    return _paragraph("A/RES/56/1", "op1")


def _paragraph(symbol: str, anchor: str) -> Paragraph:
    return Paragraph.objects.get(text__resolution__symbol=symbol, anchor=anchor)


def _address(name: str, *keys: object) -> str:
    return reverse(f"admin:archive_paragraph_{name}", args=keys)


def _page(browser: Client, address: str) -> Element:
    response = browser.get(address)
    assert response.status_code == 200
    return markup(response.content)


def _press(browser: Client, one: Paragraph, other: Paragraph, /, **fields: str) -> Any:
    """Press a button on the page of two, as somebody does who has just opened it."""
    address = _address("pairing", one.pk, other.pk)
    form = _page(browser, address).one("main").one("form")
    sent = {
        field.attributes["name"]: field.attributes["value"]
        for field in form.every("input")
        if field.attributes["type"] == "hidden" or "checked" in field.attributes
    }
    return browser.post(address, {**sent, "reason": WHY, **fields})


def _decision(one: Paragraph, other: Paragraph) -> tuple[str, str]:
    row = ParagraphPairing.objects.between(one, other).get()
    return row.decision, row.reason


def test_a_paragraph_stands_beside_what_it_became_with_the_differences(
    publisher: Client, laws: Paragraph
) -> None:
    entries = _page(publisher, _address("pairings", laws.pk)).one("ol", class_="entries")
    kept, reworded = entries.every("li")
    assert kept.words.strip().startswith("A/RES/58/1, op. 2: kept")
    assert "100% alike" in kept.words
    assert reworded.words.strip().startswith("A/RES/60/1, op. 1: reworded")
    assert [one.words for one in reworded.every("ins")] == ["[put in: Member ]"]


@pytest.mark.parametrize(
    ("likeness", "told"), [(1.0, "100%"), (0.999, "99%"), (0.29, "29%"), (0.0, "0%")]
)
def test_likeness_is_told_alike_wherever_a_pairing_is(
    publisher: Client, laws: Paragraph, likeness: float, told: str
) -> None:
    ParagraphPairing.objects.update(likeness=likeness)
    entries = _page(publisher, _address("pairings", laws.pk)).one("ol", class_="entries")
    assert all(f"{told} alike" in one.words for one in entries.every("li"))
    row = _page(publisher, reverse("admin:archive_paragraphpairing_changelist")).one("tbody")
    assert told in {one.words for one in row.every("td")}


def test_denied_two_paragraphs_are_in_one_lineage_no_more(
    publisher: Client, laws: Paragraph
) -> None:
    other = _paragraph("A/RES/58/1", "op2")
    assert any({"56 op1", "58 op2"} <= lineage for lineage in joined())
    before = ArchiveVersion.objects.number()
    assert _press(publisher, laws, other, deny="yes").status_code == 302
    assert _decision(laws, other) == ("denied", WHY)
    assert not any({"56 op1", "58 op2"} <= lineage for lineage in joined())
    assert ArchiveVersion.objects.number() > before


def test_confirmed_two_paragraphs_are_one_lineage(publisher: Client, laws: Paragraph) -> None:
    report = _paragraph("A/RES/58/1", "op3")
    seized = _paragraph("A/RES/56/1", "op3")
    _press(publisher, seized, report, confirm="yes")
    assert _decision(seized, report) == ("confirmed", WHY)
    assert any({"56 op3", "58 op3"} <= lineage for lineage in joined())


def test_paired_with_another_paragraph_it_is_denied_of_the_one_before(
    publisher: Client, laws: Paragraph
) -> None:
    wrong, right = _paragraph("A/RES/58/1", "op2"), _paragraph("A/RES/58/1", "op3")
    page = _page(publisher, _address("pairing", laws.pk, right.pk)).one("main")
    assert "op. 1 is not op. 2 of A/RES/58/1" in page.words
    _press(publisher, laws, right, confirm="yes")
    assert _decision(laws, right)[0] == "confirmed"
    assert _decision(laws, wrong)[0] == "denied"


def test_unticked_nothing_is_said_of_the_one_before(publisher: Client, laws: Paragraph) -> None:
    wrong, right = _paragraph("A/RES/58/1", "op2"), _paragraph("A/RES/58/1", "op3")
    _press(publisher, laws, right, confirm="yes", instead_of="")
    assert not ParagraphPairing.objects.between(laws, wrong).exists()
    _press(publisher, laws, right, forget="yes")
    assert _decision(laws, wrong)[0] == "machine"


def test_a_decision_is_taken_back(publisher: Client, laws: Paragraph) -> None:
    other = _paragraph("A/RES/58/1", "op2")
    _press(publisher, laws, other, deny="yes")
    _press(publisher, laws, other, forget="yes")
    assert _decision(laws, other) == ("machine", "")


def test_the_history_of_a_pairing_says_who_decided_and_why(
    publisher: Client, laws: Paragraph
) -> None:
    other = _paragraph("A/RES/58/1", "op2")
    _press(publisher, laws, other, confirm="yes")
    row = ParagraphPairing.objects.between(laws, other).get()
    page = _page(publisher, reverse("admin:archive_paragraphpairing_history", args=[row.pk]))
    assert "by Amina" in page.one("main").words
    assert WHY in page.one("main").words


def test_without_a_reason_nothing_is_decided_and_the_field_says_so(
    publisher: Client, laws: Paragraph
) -> None:
    response = _press(publisher, laws, _paragraph("A/RES/58/1", "op2"), deny="yes", reason="")
    assert response.status_code == 400
    assert "Say why" in markup(response.content).one("p", id="reason-problem").words
    assert not ParagraphPairing.objects.decided().exists()


def test_what_was_decided_meanwhile_is_shown_before_it_is_decided_again(
    publisher: Client, laws: Paragraph
) -> None:
    other = _paragraph("A/RES/58/1", "op2")
    _press(publisher, laws, other, deny="yes")
    address = _address("pairing", laws.pk, other.pk)
    late = publisher.post(address, {"seen": "machine None", "reason": WHY, "confirm": "yes"})
    assert late.status_code == 400
    assert "Somebody has decided on the two" in late.content.decode()
    assert _decision(laws, other)[0] == "denied"


def test_paragraphs_of_one_text_are_never_paired(publisher: Client, laws: Paragraph) -> None:
    response = _press(publisher, laws, _paragraph("A/RES/56/1", "op2"), confirm="yes")
    assert response.status_code == 409
    assert "stand in one text, A/RES/56/1" in response.content.decode()


def test_the_likest_paragraphs_of_another_text_come_first(
    publisher: Client, laws: Paragraph
) -> None:
    text = _paragraph("A/RES/60/1", "op1").text_id
    links = _page(publisher, _address("pairings", laws.pk)).one("main").every("a")
    address = _address("pairing_choices", laws.pk, text)
    assert address in [one.attributes["href"] for one in links]
    entries = _page(publisher, address).one("ol", class_="entries").every("li")
    assert entries[0].one("a").words == "op. 1"
    assert len(entries) == 3


def test_of_a_long_text_the_likest_fifty_stand_on_the_first_page(
    publisher: Client, laws: Paragraph
) -> None:
    text = _paragraph("A/RES/60/1", "op1").text
    for number in range(50):
        make.make_paragraph(text, f"Requests report {number};")
    address = _address("pairing_choices", laws.pk, text.pk)
    first, second = _page(publisher, address), _page(publisher, f"{address}?p=2")
    listed = [page.one("ol", class_="entries").every("li") for page in (first, second)]
    assert [len(one) for one in listed] == [50, 3]
    assert listed[0][0].one("a").words == "op. 1"


def test_a_text_of_no_member_is_offered_to_nobody(publisher: Client, laws: Paragraph) -> None:
    stranger = make.make_paragraph(make.make_text(), "Calls upon all States to listen;")
    address = _address("pairing_choices", laws.pk, stranger.text_id)
    assert publisher.get(address).status_code == 404
    said = _page(publisher, _address("pairings", stranger.pk)).one("main").words
    assert "is of no series" in said


def test_a_step_of_the_opening_is_marked(publisher: Client, laws: Paragraph) -> None:
    Paragraph.objects.filter(pk=laws.pk).update(opening="Encourages")
    Paragraph.objects.exclude(pk=laws.pk).update(opening="Calls upon")
    marks = _page(publisher, _address("pairings", laws.pk)).every("span", class_="step")
    assert [one.words for one in marks] == ["stronger: encourages, then calls upon"] * 2
    ParagraphPairing.objects.update(fate="merged")
    page = _page(publisher, _address("pairings", laws.pk))
    assert not page.every("span", class_="step")


def test_a_page_costs_as_much_beside_many_as_beside_few(laws: Paragraph, queries: Queries) -> None:
    few = queries(_address("pairings", laws.pk))
    came("A/RES/62/1")
    many = queries(_address("pairings", laws.pk))
    assert len(many) == len(few)
    assert not any("search_vector" in sql for sql in many)


def test_the_list_takes_as_many_queries_for_many_rows_as_for_few(
    laws: Paragraph, queries: Queries
) -> None:
    address = reverse("admin:archive_paragraphpairing_changelist")
    few = queries(address)
    came("A/RES/62/1")
    many = queries(address)
    assert len(many) == len(few)
    assert not any("search_vector" in sql for sql in many)


def test_the_list_is_searched_by_symbol_and_leads_to_the_page_of_both(
    laws: Paragraph, publisher: Client
) -> None:
    address = reverse("admin:archive_paragraphpairing_changelist")
    found = _page(publisher, f"{address}?q=A/RES/60/1").one("table", id="result_list")
    assert all("A/RES/60/1" in row.words for row in found.one("tbody").every("tr"))
    row = ParagraphPairing.objects.of_paragraph(laws)[0]
    page = _page(publisher, reverse("admin:archive_paragraphpairing_change", args=[row.pk]))
    both = _address("pairing", row.later_id, row.earlier_id)
    assert both in [one.attributes["href"] for one in page.one("main").every("a")]

"""The page of a review shows the edition as it will be read, and everything that is in doubt."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.corrections.values import Action
from archive.models import Ingestion
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import Page, address_of, element
from tests.ingest.publishing.ways import parsed, published, set_right

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parents[3] / "fixtures"
GAP = build.resolution_text(operative=("Calls upon all States to act;",)).replace("\t1.", "\t2.")


def _ids(page: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', page))


def _findings(page: str) -> str:
    start = page.index('class="findings"')
    return page[start : page.index("</section>", start)]


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def _conflicting() -> Ingestion:
    """A text that cites a session that is later than its own."""
    words = "Recalling its resolution 53/144 of 9 December 1999 and its resolution 80/12,"
    return parsed(build.resolution_text(preamble=[words]))


@pytest.mark.parametrize("text", [GAP, build.nameless_text(), build.resolution_text()])
def test_every_link_within_the_page_leads_to_something_on_it(text: str, review: Page) -> None:
    shown = review(parsed(text))
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= _ids(shown)


def test_what_blocks_is_listed_first_with_a_link_to_its_place(review: Page) -> None:
    findings = _findings(review(parsed(GAP)))
    blockers, _, warnings = findings.partition("</ol>")
    assert "Keeps it from being published (1)" in blockers
    assert '<a href="#at-op2">Op. 2</a>' in blockers
    assert "number_gap" not in warnings


def test_a_gap_is_offered_to_be_explained_to_editors_alone(review: Page, reader_page: Page) -> None:
    ingestion = parsed(GAP)
    assert f"/{ingestion.pk}/correct/explain/number_gap/op2/" in review(ingestion)
    assert "/correct/" not in _findings(reader_page(ingestion))


def test_a_contradicted_symbol_is_told_once(review: Page) -> None:
    findings = _findings(review(parsed(given_symbol="A/RES/66/165")))
    assert "symbol_contradicted" in findings
    assert "Warnings" not in findings


def test_nothing_blocks_a_text_that_may_be_published(review: Page) -> None:
    assert "Nothing keeps it from being published." in review(parsed())


def test_the_language_is_told(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record["language"] = "fr"
    ingestion.save()
    assert "In French." in review(ingestion)


def test_paragraphs_have_their_names_kinds_labels_and_forms(review: Page) -> None:
    ingestion = parsed()
    paragraph = element(review(ingestion), "at-op1")
    assert "<b>op. 1</b> <code>op1</code> operative" in paragraph
    assert '<span class="label">1.</span> <i>Calls upon</i> all States to act;' in paragraph
    assert f"/{ingestion.pk}/correct/paragraph/op1/" in paragraph
    assert f"/{ingestion.pk}/correct/paragraph-after/op1/" in paragraph


def test_who_only_looks_gets_no_form(reader_page: Page) -> None:
    shown = reader_page(parsed(build.nameless_text()))
    assert "/correct/" not in shown
    assert "take-candidate" not in shown
    assert not re.search(
        r"<(textarea|select|button)(?![^>]*theme)", shown.partition("content-main")[2]
    )


def test_a_citation_says_in_words_what_it_leads_to(review: Page) -> None:
    make.make_text(make.make_resolution("A/RES/53/144"))
    words = "Recalling its resolutions 53/144 and 60/161, the report A/65/53 and paragraph 1 below,"
    shown = review(parsed(build.resolution_text(preamble=[words])))
    told = _words(element(shown, "at-pp1"))
    assert "53/144 [Correct the citation of A/RES/53/144: held]" in told
    assert "60/161 [Correct the citation of A/RES/60/161: cited only]" in told
    assert "[Correct the citation of A/65/53: document, not kept here]" in told
    assert "[Correct the citation of op1: within the text]" in told


def test_each_state_of_a_citation_has_a_class_of_its_own(review: Page) -> None:
    make.make_text(make.make_resolution("A/RES/53/144"))
    words = "Recalling its resolutions 53/144 and 60/161, the report A/65/53 and paragraph 1 below,"
    shown = review(parsed(build.resolution_text(preamble=[words])))
    classes = re.findall(r'class="cite ([a-z- ]+)"', element(shown, "at-pp1"))
    assert classes == ["held", "cited-only", "not-kept", "within"]


def test_a_citation_in_conflict_is_marked_and_the_sentence_stands_below(review: Page) -> None:
    shown = element(review(_conflicting()), "at-pp1")
    assert 'class="cite cited-only conflict"' in shown
    assert "A/RES/80/12</a>: conflict, cited only" in shown
    assert "<b>Conflict.</b> “resolution 80/12”:" in shown or "<b>Conflict.</b>" in shown


def test_a_citation_leads_to_its_form_by_its_span(review: Page) -> None:
    ingestion = parsed()
    assert re.search(rf"/{ingestion.pk}/correct/citation/pp1:\d+-\d+/", review(ingestion))


def test_a_mend_is_told_where_it_stands(review: Page) -> None:
    words = "Calls upon all States to act in the inter- national community of international law;"
    ingestion = parsed(build.resolution_text(operative=[words]))
    record: Any = ingestion.parse_result
    record["mends"] = [{"where": "op1", "found": "Sta tes", "mended": "States"}]
    ingestion.save()
    assert (
        '<span class="mend">States</span> <span class="told">[mended; the file has “Sta tes”]'
        in element(review(ingestion), "at-op1")
    )


def test_what_is_left_over_is_listed(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record["leftovers"] = ["Page <2>"]
    record["mends"] = [{"where": "line 7", "found": "na tional", "mended": "national"}]
    ingestion.save()
    shown = element(review(ingestion), "at-file")
    assert "<li>Page &lt;2&gt;</li>" in shown
    assert "<li>line 7: “na tional”, now “national”</li>" in shown


def test_notes_have_their_marks_forms_and_citations(review: Page) -> None:
    seed = (FIXTURES / "001_7956f2d681d4ea9d.txt").read_bytes()
    ingestion = parsed(seed)
    shown = review(ingestion)
    note = element(shown, "at-fn1")
    marked_in = re.search(r'<a href="#at-([^"]+)">marked in', note)
    assert marked_in is not None
    assert '<a href="#at-fn1"><span class="visually-hidden">note </span>1</a>' in element(
        shown, f"at-{marked_in[1]}"
    )
    assert f"/{ingestion.pk}/correct/note/fn1/" in note
    assert 'class="cite' in note
    assert f"/{ingestion.pk}/correct/new-note/" in shown


def test_a_note_that_nothing_marks_says_so(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record["footnotes"] = [{"id": "fn*", "number": "*", "text": "A note.", "marked_in": None}]
    ingestion.save()
    assert "not marked in a paragraph" in element(review(ingestion), "at-fn-")


def test_a_table_is_a_table_with_what_is_in_its_cells(review: Page) -> None:
    ingestion = parsed(build.resolution_text(operative=("Resolution 53/144 1998",)))
    record: Any = ingestion.parse_result
    paragraph = next(one for one in record["paragraphs"] if one["id"] == "op1")
    paragraph["rows"] = [[[0, 17], [18, 22]]]
    ingestion.save()
    cells = re.findall(r"<td>(.*?)</td>", element(review(ingestion), "at-op1"))
    assert [_words(cell) for cell in cells] == [
        "Resolution 53/144 [Correct the citation of A/RES/53/144: cited only]",
        "1998",
    ]


def test_a_heading_is_a_heading(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record["paragraphs"][1]["kind"] = "heading"
    ingestion.save()
    assert re.search(r'<h4 class="words">.*Calls upon', review(ingestion))


def test_a_text_without_paragraphs_says_so(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record |= {"paragraphs": [], "citations": []}
    ingestion.save()
    assert "There is no paragraph in it." in review(ingestion)


def test_a_symbol_that_names_nothing_is_a_document(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record["citations"][0]["target"] = "no such thing"
    ingestion.save()
    assert "no such thing</a>: document, not kept here]" in review(ingestion)


def test_a_citation_of_the_text_itself_is_within_it(review: Page) -> None:
    ingestion = parsed()
    record: Any = ingestion.parse_result
    record["citations"][0]["target"] = "A/RES/66/164"
    ingestion.save()
    assert "A/RES/66/164</a>: within the text]" in review(ingestion)


def test_what_publishing_warned_of_is_told_besides(review: Page) -> None:
    ingestion = parsed()
    ingestion.warnings = [{"code": "fact_differs", "message": "Another day.", "where": "masthead"}]
    ingestion.save()
    assert '<a href="#at-masthead">The masthead</a>: Another day.' in _findings(review(ingestion))


def test_a_finding_whose_place_is_not_on_the_page_leads_to_what_is_said_of_the_file(
    review: Page,
) -> None:
    ingestion = parsed()
    ingestion.warnings = [{"code": "lost", "message": "Not read.", "where": "line 7"}]
    ingestion.save()
    assert '<a href="#at-file">Line 7</a>: Not read.' in _findings(review(ingestion))


def test_a_text_that_is_in_the_way_can_be_taken_the_place_of(review: Page) -> None:
    published(parsed())
    ingestion = parsed(build.resolution_text(operative=("Decides to act;",)))
    assert f'href="{address_of(ingestion, "replace")}"' in _findings(review(ingestion))


def test_what_the_file_says_is_text_and_never_markup(review: Page) -> None:
    words = 'Calls upon <script>alert("x")</script> all States & others to act;'
    shown = review(parsed(build.resolution_text(operative=[words])))
    assert "<script>alert" not in shown
    assert (
        "&lt;script&gt;alert(&quot;x&quot;)" in shown or "&lt;script&gt;alert(&#34;x&#34;)" in shown
    )


def test_changes_that_readers_do_not_see_are_told(review: Page) -> None:
    ingestion = parsed()
    published(ingestion)
    words = {"before": "Calls upon all States to act;", "after": "Calls upon States to act;"}
    set_right(ingestion, Action.SET_WORDING, "op1", **words)
    shown = review(ingestion)
    assert "Changes not published: readers see revision 1, this is revision 2." in _words(shown)


Count = Callable[[Ingestion], int]


@pytest.fixture(name="count")
def _count(editor: Client) -> Count:
    def count(ingestion: Ingestion) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(address_of(ingestion)).status_code == 200
        return len(captured)

    return count


def test_a_long_text_takes_as_many_queries_as_a_short_one(count: Count) -> None:
    words = "Recalls its resolution 53/{} and calls upon all States to act;"
    texts = [
        build.resolution_text(operative=[words.format(n) for n in range(1, 1 + length)])
        for length in (2, 200)
    ]
    short, long = map(parsed, texts)
    for ingestion in (long, long, long):
        set_right(ingestion, Action.SET_FACT, "masthead.series", before=None, after="defenders")
    assert count(short) == count(long) <= 12


def test_a_published_text_takes_few_queries_more(count: Count) -> None:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    assert count(ingestion) <= 14

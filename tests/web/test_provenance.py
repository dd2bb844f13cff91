"""A page says which of its values a person set, and never who."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive.models import ArchiveVersion, Evidence, Ingestion
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingestion() -> Ingestion:
    """The published ingestion, at its second revision, of a text with a paragraph and a note."""
    text = make.make_text(make.make_resolution("A/RES/66/164"))
    paragraph = make.make_paragraph(text, "Calls upon all States to act;")
    make.make_footnote(paragraph, "Resolution 53/144, annex.")
    return make.make_ingestion(text, revision=2, published_revision=2)


def _correct(ingestion: Ingestion, where: str, **fields: Any) -> None:
    values = {"made_in_revision": 1, "where": where}
    make.make_correction(ingestion, **(values | fields))
    ArchiveVersion.objects.grow()  # as publishing does


def _line(client: Client) -> Element | None:
    """The line of the table that says what a person set; None without one."""
    table = markup(client.get("/A/RES/66/164/").content).one("table", class_="masthead")
    lines = [row for row in table.every("tr") if row.tidy_words.startswith("Set by a person")]
    assert len(lines) <= 1
    return lines[0] if lines else None


def _said(client: Client) -> str:
    line = _line(client)
    return line.one("td").tidy_words if line else ""


def test_what_nobody_set_has_no_line(client: Client, ingestion: Ingestion) -> None:
    make.make_evidence(ingestion.text.resolution)  # type: ignore[union-attr]
    assert _line(client) is None


def test_corrected_places_are_named_once_and_linked(client: Client, ingestion: Ingestion) -> None:
    _correct(ingestion, "op1")
    _correct(ingestion, "fn1", action="set_marker")
    _correct(ingestion, "op1:11-21", action="cite")
    _correct(ingestion, "op7", action="remove")
    line = _line(client)
    assert line is not None
    assert line.one("td").tidy_words == (
        "op. 1 (wording, what it cites); note 1 (mark); op. 7 (taken away)"
    )
    assert [link.attributes["href"] for link in line.every("a")] == ["#op1", "#fn1"]


def test_a_paragraph_put_before_all_others_is_named(client: Client, ingestion: Ingestion) -> None:
    _correct(ingestion, "start", action="insert")
    assert _said(client) == "beginning of the text (added after it)"


def test_facts_are_named_by_their_evidence(client: Client, ingestion: Ingestion) -> None:
    text = ingestion.text
    assert text is not None
    by_mira = {"origin": "person", "stated_by": make.make_staff("editor", name="mira")}
    make.make_evidence(text.resolution, fact=Evidence.Fact.TITLE, **by_mira)
    make.make_evidence(text.resolution, fact=Evidence.Fact.STAGE)
    _correct(ingestion, "masthead.title", action="set_fact", evidence="The printed page.")
    assert _said(client) == "title"
    _correct(ingestion, "op1")
    assert _said(client) == "title; op. 1 (wording)"


def test_nobody_is_named(client: Client, ingestion: Ingestion) -> None:
    text = ingestion.text
    assert text is not None
    mira = make.make_staff("editor", name="mira")
    make.make_evidence(text.resolution, origin="person", stated_by=mira)
    _correct(ingestion, "op1", author=mira)
    assert "mira" not in client.get("/A/RES/66/164/").content.decode()


@pytest.mark.parametrize(
    ("fields", "is_seen"),
    [
        ({"made_in_revision": 2}, True),
        ({"made_in_revision": 3}, False),
        ({"undone_in_revision": 2}, False),
        ({"undone_in_revision": 3}, True),
    ],
)
def test_only_what_readers_see_counts(
    client: Client, ingestion: Ingestion, *, fields: dict[str, int], is_seen: bool
) -> None:
    undone = {"undone_at": timezone.now(), "undone_by": make.make_staff("editor")}
    _correct(ingestion, "op1", **(undone if "undone_in_revision" in fields else {}), **fields)
    assert bool(_said(client)) == is_seen


def test_a_later_parse_that_is_not_published_changes_nothing(
    client: Client, ingestion: Ingestion
) -> None:
    _correct(ingestion, "op1")
    later = make.make_waiting(ingestion.source_file, follows=ingestion)
    _correct(later, "op2", made_in_revision=0)
    assert _said(client) == "op. 1 (wording)"


def test_a_problem_with_a_paragraph_can_be_reported_beside_it(
    client: Client, ingestion: Ingestion
) -> None:
    page = markup(client.get("/A/RES/66/164/").content)
    link = page.one("div", id="op1").one("a", class_="report-here")
    assert link.attributes["href"] == "/report/?page=/A/RES/66/164/&at=op1"

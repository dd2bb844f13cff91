"""Facts stand on as few lines as they need, and each source is said once."""

from datetime import date
from typing import Any

import pytest

from archive.models import Evidence, Resolution
from archive.web.facts import FactsTable, facts_table
from archive.web.masthead import stated_facts

TITLE = "Promotion of the Declaration"
FACTS = {
    "title": TITLE,
    "adopted_on": date(2011, 12, 19),
    "meeting": 89,
    "committee_report": "A/66/462/Add.2",
    "series": "human rights defenders",
}


def _table(*evidence: Evidence, **fields: Any) -> FactsTable:
    resolution = Resolution(symbol="A/RES/66/164", organ="GA", **fields)
    return facts_table(stated_facts(resolution, evidence))


def _printed(fact: str, words: str) -> Evidence:
    return Evidence(fact=fact, origin="masthead", words=words)


def _lines(table: FactsTable) -> dict[str, str]:
    return {line.label: ", ".join(item.value for item in line.items) for line in table.lines}


def _sources(table: FactsTable) -> list[tuple[str, str, str]]:
    return [(source.origin, source.covers, source.words) for source in table.sources]


def _reasons(table: FactsTable) -> list[tuple[str, str]]:
    return [(reason.covers, reason.words) for s in table.sources for reason in s.reasons]


def test_date_and_meeting_stand_on_one_line_and_the_title_on_none() -> None:
    assert _lines(_table(**FACTS)) == {
        "Adopted": "19 December 2011, 89th plenary meeting",
        "Report": "A/66/462/Add.2",
        "Series": "human rights defenders",
    }


def test_the_committee_is_named_where_the_masthead_names_it() -> None:
    report = _printed("committee_report", "[on the report of the Third Committee (A/66/462/Add.2)]")
    lines = _lines(_table(report, committee_report="A/66/462/Add.2"))
    assert lines == {"On the report of": "the Third Committee, A/66/462/Add.2"}


def test_what_a_masthead_prints_is_said_in_one_word_and_not_repeated() -> None:
    table = _table(
        _printed("title", f"66/164. {TITLE}"),
        _printed("symbol", f"66/164. {TITLE}"),
        _printed("adopted_on", "Resolution adopted by the General Assembly on 19 December 2011"),
        _printed("meeting", "89th plenary meeting"),
        Evidence(fact="series", origin="facts", words="founding document 66/164"),
        **{name: FACTS[name] for name in ("title", "adopted_on", "meeting", "series")},
    )
    assert _sources(table) == [
        ("the file’s own masthead", "", ""),
        ("the archive’s table of facts", "series", "founding document 66/164"),
    ]


def test_words_of_a_masthead_that_say_more_than_the_fact_are_kept() -> None:
    table = _table(_printed("adopted_on", "adopted on the last day"), adopted_on=date(2011, 12, 19))
    assert _sources(table) == [("the file’s own masthead", "", "adopted on the last day")]


@pytest.mark.parametrize("origin", ["manifest", "facts"])
def test_words_from_elsewhere_are_kept_though_they_repeat_the_fact(origin: str) -> None:
    told = Evidence(fact="title", origin=origin, words=f"Told as {TITLE}.")
    [source] = _table(told, title=TITLE).sources
    assert source.words == f"Told as {TITLE}."


def test_where_no_source_has_most_facts_each_names_its_own() -> None:
    table = _table(
        Evidence(fact="title", origin="manifest", words="one"),
        Evidence(fact="adopted_on", origin="facts", words="two"),
        Evidence(fact="meeting", origin="facts", words="two"),
        **FACTS,
    )
    assert _sources(table) == [
        ("the archive’s manifest", "title", "one"),
        ("the archive’s table of facts", "date and meeting", "two"),
        ("", "report and series", ""),
    ]


def test_the_source_of_most_facts_comes_first_and_names_none_of_them() -> None:
    given = [Evidence(fact=fact, origin="facts", words="two") for fact in FACTS if fact != "title"]
    table = _table(Evidence(fact="title", origin="manifest", words="one"), *given, **FACTS)
    assert _sources(table) == [
        ("the archive’s table of facts", "", "two"),
        ("the archive’s manifest", "title", "one"),
    ]


def test_reasons_that_differ_are_told_apart() -> None:
    table = _table(
        Evidence(fact="title", origin="manifest", words="The series has it."),
        Evidence(fact="adopted_on", origin="manifest", words="The table gives it."),
        Evidence(fact="meeting", origin="manifest", words="The table gives it."),
        **{name: FACTS[name] for name in ("title", "adopted_on", "meeting")},
    )
    assert _sources(table) == [("the archive’s manifest", "title, date and meeting", "")]
    assert _reasons(table) == [
        ("title", "The series has it."),
        ("date and meeting", "The table gives it."),
    ]


@pytest.mark.parametrize(("length", "is_in_view"), [(90, True), (91, False)])
def test_a_long_reason_is_kept_out_of_view(length: int, *, is_in_view: bool) -> None:
    words = "x" * length
    table = _table(Evidence(fact="title", origin="manifest", words=words), title=TITLE)
    shown = ("", words) if is_in_view else ("title", "")
    assert _sources(table) == [("the archive’s manifest", *shown)]
    assert _reasons(table) == ([] if is_in_view else [("title", words)])


@pytest.mark.parametrize("fact", ["title", "symbol"])
def test_what_the_head_of_the_page_says_is_doubted_on_a_line(fact: str) -> None:
    doubt = Evidence(fact=fact, origin="facts", words="to verify", is_verified=False)
    [line] = _table(doubt, title=TITLE).lines
    assert (line.label, line.items[0].value) == (fact.capitalize(), "as above")
    assert line.items[0].is_unverified

"""Figures are kept or not by what was measured, and what was not measured is no promise."""

import json

import pytest

from tests.benchmarks.searching.figures import Figures, Times, Verdict
from tests.benchmarks.searching.questions import Kind
from tests.benchmarks.searching.report import put_into, report


@pytest.fixture
def figures() -> Figures:
    made = Figures(cores=2, paragraphs=1_000_000, resolutions=30_000)
    for of_kind in made.kinds.values():
        of_kind.cold = Times.of([0.010, 0.012, 0.020])
        of_kind.datasette = Times.of([0.500])
        of_kind.datasette_at_its_best = Times.of([0.200])
        of_kind.tantivy = Times.of([0.002])
    made.small_paragraphs, made.small_common = 100_000, Times.of([0.004])
    made.megabytes_resident, made.megabytes_proportional = [90.0, 95.0], [60.0, 61.0]
    return made


def of(figures: Figures, part: str) -> Verdict:
    return next(one for one in figures.verdicts() if part in one.promise)


def test_times_are_in_milliseconds() -> None:
    times = Times.of([0.001, 0.003, 0.002])
    assert (times.median, times.each) == (2, (1, 3, 2))


def test_nineteen_of_twenty_do_not_exceed_the_95th_percentile() -> None:
    assert Times(tuple(range(1, 101))).p95 == pytest.approx(95, abs=1)
    assert Times((7.0,)).p95 == 7


def test_all_is_kept_where_all_is_fast(figures: Figures) -> None:
    assert [one.promise for one in figures.verdicts() if not one.is_kept] == []
    assert len(figures.verdicts()) == 10


def test_a_slow_kind_breaks_its_own_promise_alone(figures: Figures) -> None:
    figures.kinds[Kind.PHRASE].datasette = Times.of([0.100])
    broken = [one for one in figures.verdicts() if not one.is_kept]
    assert [(one.promise.partition(":")[0], one.measured) for one in broken] == [("phrase", 0.12)]


def test_rare_words_may_take_as_long_as_the_peer(figures: Figures) -> None:
    figures.kinds[Kind.RARE].datasette = Times.of([0.012])
    assert of(figures, "rare").is_kept
    figures.kinds[Kind.RARE].datasette = Times.of([0.011])
    assert not of(figures, "rare").is_kept


def test_a_few_slow_pages_break_the_promise_of_the_mix(figures: Figures) -> None:
    assert of(figures, "p95").measured == pytest.approx(20 / 12)
    figures.kinds[Kind.NOTHING].cold = Times.of([0.200] * 3)
    assert not of(figures, "p95").is_kept


def test_growth_is_from_the_smaller_archive(figures: Figures) -> None:
    assert of(figures, "10 times the paragraphs").measured == 3
    figures.small_common = Times.of([0.002])
    assert not of(figures, "10 times the paragraphs").is_kept


def test_the_largest_worker_counts(figures: Figures) -> None:
    figures.megabytes_resident = [90.0, 151.0]
    assert of(figures, "memory").measured == 151
    assert not of(figures, "memory").is_kept


def test_another_answer_than_the_peers_breaks_a_promise(figures: Figures) -> None:
    figures.disagreements = ["Resolutions found: 9 of 9 counts differ."]
    assert not of(figures, "differ").is_kept


def test_what_was_not_measured_is_left_out(figures: Figures) -> None:
    figures.kinds[Kind.MID].datasette = Times()
    assert not any(one.promise.startswith("mid") for one in figures.verdicts())


def test_ratios_stand_first_in_the_report(figures: Figures) -> None:
    lines = list(report(figures))
    header = next(one for one in lines if one.startswith("| kind"))
    assert header.index("cold / Datasette") < header.index("cold ms") < header.index("Datasette ms")
    common = next(one for one in lines if one.startswith("| common"))
    assert [cell.strip() for cell in common.split("|")[2:6]] == ["0.024", "0.060", "6.0", "12.0"]


def test_the_report_says_what_is_not_kept(figures: Figures) -> None:
    assert not any("NOT KEPT" in line for line in report(figures))
    figures.disagreements = ["Resolutions found: 9 of 9 counts differ."]
    lines = list(report(figures))
    assert sum("NOT KEPT" in line for line in lines) == 1
    assert lines[-1] == "- Resolutions found: 9 of 9 counts differ."


def test_every_figure_can_be_written_as_json(figures: Figures) -> None:
    written = json.loads(json.dumps(figures.as_json()))
    assert written["kinds"]["common"]["cold"]["each"] == [10, 12, 20]
    assert written["verdicts"][0]["most"] == 0.1


def test_figures_take_the_place_of_those_before() -> None:
    document = "# Speed\n<!-- figures -->\n\nold\n\n<!-- end of figures -->\nMore.\n"
    once = put_into(document, ["new", "lines"])
    assert once == ("# Speed\n<!-- figures -->\n\nnew\nlines\n\n<!-- end of figures -->\nMore.\n")
    assert put_into(once, ["new", "lines"]) == once


def test_a_document_without_marks_takes_no_figures() -> None:
    with pytest.raises(ValueError, match="has no <!-- figures -->"):
        put_into("# Speed\n<!-- end of figures -->", ["new"])

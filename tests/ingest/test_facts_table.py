"""The table of facts is loaded whole, or refused with the line that is wrong."""

from datetime import date
from pathlib import Path

import pytest

from archive.ingest.facts_table import HEADER, load_facts, read_facts
from archive.ingest.refusals import RefusalError
from archive.models import Evidence, Resolution
from tests import factories as make

FIXTURES = Path(__file__).parents[2] / "fixtures"
GOOD = "A/RES/53/144,Declaration,1998-12-09,without a vote,human rights defenders,its own text"


def _table(folder: Path, *lines: str, header: str = ",".join(HEADER)) -> Path:
    path = folder / "facts.csv"
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return path


@pytest.mark.django_db
def test_a_line_becomes_a_resolution_with_its_facts_and_evidence(tmp_path: Path) -> None:
    assert load_facts(_table(tmp_path, GOOD)).changed == {"A/RES/53/144"}
    resolution = Resolution.objects.get()
    assert resolution.symbol == "A/RES/53/144"
    assert (resolution.organ, resolution.session_ordinal, resolution.number) == ("GA", 53, "144")
    assert resolution.title == "Declaration"
    assert resolution.adopted_on == date(1998, 12, 9)
    assert resolution.adoption_method == "without_vote"
    assert resolution.series == "human rights defenders"
    proofs = resolution.evidence.values_list("fact", "origin", "words", "is_verified")
    assert set(proofs) == {
        (fact, "facts", "its own text", True)
        for fact in ("title", "adopted_on", "adoption", "series")
    }


@pytest.mark.django_db
def test_a_line_with_draft_under_adoption_is_a_draft(tmp_path: Path) -> None:
    load_facts(_table(tmp_path, "A/C.3/70/L.46,Recognizing,,draft,,seed"))
    draft = Resolution.objects.get()
    assert draft.stage == Resolution.Stage.DRAFT
    assert draft.evidence.get(fact=Evidence.Fact.STAGE).words == "seed"


@pytest.mark.django_db
def test_a_recorded_vote_keeps_its_counts(tmp_path: Path) -> None:
    load_facts(_table(tmp_path, "A/RES/70/161,,,recorded vote 127-14-41,,roll calls"))
    row = Resolution.objects.get()
    assert (row.votes_in_favour, row.votes_against, row.votes_abstaining) == (127, 14, 41)


@pytest.mark.django_db
def test_loaded_again_a_table_changes_nothing(tmp_path: Path) -> None:
    path = _table(tmp_path, GOOD)
    load_facts(path)
    assert load_facts(path).changed == set()
    assert (Resolution.objects.count(), Evidence.objects.count()) == (1, 4)


@pytest.mark.django_db
def test_citations_that_waited_for_a_symbol_find_its_row(tmp_path: Path) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 53/144;")
    waiting = make.make_citation(paragraph, "resolution 53/144", "A/RES/53/144")
    load_facts(_table(tmp_path, GOOD))
    waiting.refresh_from_db()
    assert waiting.cited_resolution == Resolution.objects.get(symbol="A/RES/53/144")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("A/RES/1/1,x", "line 3: It has 2 fields; 6 are needed: symbol, title, adopted_on,"),
        ("folder,,,,,seen", "line 3: “folder” is not a document symbol."),
        (",,,,,seen", "is not a document symbol."),
        ("A/62/225,,,,,seen", "line 3: A/62/225 names neither an act of an organ nor a draft"),
        (
            "A/RES/1/1,,2007-13-01,,,seen",
            "line 3: “2007-13-01” is no date; write it as 2011-12-19.",
        ),
        ("A/RES/1/1,,,by lot,,seen", "line 3: “by lot” is no way of adoption"),
        ("A/RES/1/1,,,recorded vote 1-2,,seen", "“recorded vote 1-2” is no way of adoption"),
        ("A/RES/1/1,Title,,,,", "line 3: A/RES/1/1 has no evidence; say what its facts rest on."),
        ("A/RES/1/1,,,draft,,seen", "A/RES/1/1 is the symbol of an adopted act, so it is not a"),
        ("A/C.3/70/L.46,,,,,seen", "A/C.3/70/L.46 is the symbol of a draft; write “draft” under"),
        ("A/C.3/70/L.46,,2015-11-18,draft,,seen", "is a draft and has no date of adoption"),
        ("A/RES/53/144,,,,,seen", "line 3: A/RES/53/144 stands on an earlier line too; keep one"),
        ("a/res/53/144,,,,,seen", "line 3: A/RES/53/144 stands on an earlier line too"),
        ("A/RES/1/1,bell \a,,,,seen", "line 3: 'bell \\x07' has control characters in it;"),
        ('A/RES/1/1,"Title', "It is not CSV: unexpected end of data."),
    ],
)
@pytest.mark.django_db
def test_a_wrong_line_is_refused_and_nothing_is_stored(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(RefusalError) as refused:
        load_facts(_table(tmp_path, GOOD, line))
    assert message in str(refused.value)
    assert not Resolution.objects.exists()


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    title = 'A/RES/1/1,"A title\non two lines",,,,seen'
    with pytest.raises(RefusalError, match="line 5: “x” is no date"):
        read_facts(_table(tmp_path, GOOD, title, "A/RES/1/2,,x,,,seen"))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_may_end_as_any_system_ends_them(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(ending.join([",".join(HEADER), GOOD, "A/RES/1/1,,x,,,seen"]).encode())
    with pytest.raises(RefusalError, match="line 3: “x” is no date"):
        read_facts(path)


def test_blank_lines_are_passed_over_and_spaces_are_evened_out(tmp_path: Path) -> None:
    [line] = read_facts(_table(tmp_path, "", 'A/RES/1/1," A  title ",,,,seen', ""))
    assert [one.value for one in line.statements] == ["A title"]


@pytest.mark.parametrize(
    "header", ["", "symbol,title", "Symbol,title,adopted_on,adoption,series,evidence"]
)
def test_another_header_is_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(RefusalError, match="line 1: The header must be “symbol,title,adopted_on"):
        read_facts(_table(tmp_path, GOOD, header=header))


def test_a_table_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(b"symbol\n\xe9\n")
    with pytest.raises(RefusalError, match="line 2: It is not UTF-8"):
        read_facts(path)


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="It cannot be read: No such file"):
        read_facts(tmp_path / "absent.csv")


@pytest.mark.django_db
def test_the_archives_own_table_loads_and_marks_what_is_unverified() -> None:
    load_facts(FIXTURES / "resolutions.csv")
    unverified = Evidence.objects.filter(is_verified=False).values_list("resolution__symbol")
    assert {symbol for (symbol,) in unverified} == {"A/RES/70/1", "A/RES/2200A(XXI)"}
    assert Resolution.objects.get(symbol="A/C.3/70/L.46").is_draft

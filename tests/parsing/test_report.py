"""Figures over many parses: every paragraph, note and citation is counted once, under one name."""

import pytest

from archive.parsing.contract import Record, record_of
from archive.parsing.parsed import ParseError
from archive.parsing.report import Report, citation_form
from tests.parsing.printed import parsed, word_text

DECIDES = (
    "Decides to take up decision 60/509 and A/66/203, as paragraph 1 of the present resolution"
)
TEXT = word_text(
    ["Recalling its resolutions 53/144 of 9 December 1998 and 66/164 of 19 December 2011,1"],
    [f"{DECIDES} says."],
    notes=["Ibid., annex; see A/62/53 and Corr.1."],
)


def _record(text: str = TEXT, name: str = "a.txt") -> Record:
    return record_of(name, text.encode(), outcome=parsed(text))


def _refused(name: str = "b.pdf", data: bytes = b"%PDF-1.7") -> Record:
    return record_of(name, data, outcome=ParseError("pdf_damaged", "It is damaged; get it again."))


def _report(*records: Record) -> list[str]:
    report = Report()
    for record in records:
        report.add(record, 0.25)
    return list(report.lines())


@pytest.mark.parametrize(
    ("citation", "form"),
    [
        ({"target": "A/RES/53/144"}, "resolution"),
        ({"target": "A/HRC/DEC/25/117"}, "decision"),
        ({"target": "S/PRST/2015/22"}, "statement"),
        ({"target": "A/C.3/70/L.46"}, "draft"),
        ({"target": "A/66/203"}, "report or document"),
        ({"target": "A/RES/53/144", "by_name": True}, "by name"),
        ({"target": None, "pinpoint": "op1"}, "within the text"),
        ({"target": "no symbol"}, "other"),
    ],
)
def test_a_citation_has_the_form_of_what_it_cites(citation: Record, form: str) -> None:
    whole = {"by_name": False, "end": 4} | citation
    assert citation_form(whole, source_text="See it.") == form


def test_ibid_speaks_up_to_the_next_semicolon() -> None:
    text = "Ibid., Supplement No. 53 (A/66/53); see also A/56/341."
    first = {"target": "A/66/53", "by_name": False, "end": text.index(")")}
    second = {"target": "A/56/341", "by_name": False, "end": len(text) - 1}
    assert citation_form(first, source_text=text) == "ibid."
    assert citation_form(second, source_text=text) == "report or document"


def test_a_layout_has_a_line_for_each_matter() -> None:
    lines = _report(_record())
    assert lines[: lines.index("all layouts")] == [
        "Word extraction",
        "  files       1; 4.0 files per second per core",
        "  paragraphs  2: 1 operative, 1 preambular",
        "  notes       1: 1 marked",
        (
            "  citations   7: 3 report or document, 2 resolution, 1 decision, 1 within the text; "
            "2 in notes"
        ),
        "  warnings    0",
        "  mends       0",
        "  leftovers   0",
        "  conflicts   0",
    ]


def test_all_layouts_together_are_the_sum_of_each() -> None:
    lines = _report(_record(), _record(), _refused())
    together = lines[lines.index("all layouts") :]
    assert together[1] == "  files       3, 1: 1 pdf_damaged refused; 4.0 files per second per core"
    assert together[2] == "  paragraphs  4: 2 operative, 2 preambular"


def test_a_refusal_is_counted_by_its_code_and_told_with_its_reason() -> None:
    lines = _report(_refused())
    assert lines[0] == "refused before a layout was found, pdf"
    assert lines[1].startswith("  files       1, 1: 1 pdf_damaged refused")
    assert lines[-2:] == ["refused", "  b.pdf: pdf_damaged: It is damaged; get it again."]


def test_a_file_without_a_format_has_none() -> None:
    lines = _report(_refused(data=b""))
    assert lines[0] == "refused before a layout was found, no known format"


def test_layouts_stand_in_the_order_of_the_table_and_new_ones_after() -> None:
    records = [_record() | {"layout": layout} for layout in ("papyrus", "akn4un", "pdf", "clay")]
    named = [line for line in _report(*records) if not line.startswith(" ")]
    assert named == ["PDF", "Akoma Ntoso", "clay", "papyrus", "all layouts"]


def test_no_time_gives_no_rate() -> None:
    report = Report()
    report.add(_record(), 0.0)
    assert "no files per second" in list(report.lines())[1]


def test_marks_mends_and_warnings_are_counted() -> None:
    text = word_text(
        ["Recalling the re spective act,", "Noting it,"],
        ["Decides it;\n\t3.\tDecides more."],
        notes=["See A/62/53."],
    )
    lines = "\n".join(_report(_record(text)))
    assert "notes       1: 1 without a marker" in lines
    assert "1 number_gap" in lines
    assert "mends       1" in lines

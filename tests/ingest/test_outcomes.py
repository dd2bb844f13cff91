"""The table that closes a run."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.ingest.outcomes import Outcome, Verdict, closing_table, pace, totals
from archive.ingest.refusals import RefusalError
from archive.parsing.parsed import ParseWarning

ADDED = Outcome(path=Path("a.txt"), verdict=Verdict.ADDED, symbol="A/RES/66/164")
WARNED = Outcome(
    path=Path("b.txt"),
    verdict=Verdict.UNCHANGED,
    symbol="A/C.3/70/L.46",
    detail="Facts of the manifest were written.",
    warnings=(ParseWarning(code="encoding_mended", message="Read as UTF-16.", where="file"),),
)
REFUSED = Outcome.refused(Path("c\n.txt"), RefusalError("masthead", "No symbol.\nWrite one."))


@pytest.mark.parametrize(
    ("count", "seconds", "words"),
    [
        (1388, 50.0, "1,388 files in 50.0 s, 27.8 a second."),
        (1, 0.31, "1 file in 0.3 s."),
        (2, 0.0, "2 files in 0.0 s."),
    ],
)
def test_the_pace_of_a_run(count: int, seconds: float, words: str) -> None:
    assert pace(count, seconds) == words


def test_the_table_names_every_file_and_gives_reasons_and_totals() -> None:
    assert closing_table([ADDED, WARNED, REFUSED]).splitlines() == [
        "added      A/RES/66/164   a.txt",
        "unchanged  A/C.3/70/L.46  b.txt (1 warning)",
        "refused                   c\\n.txt",
        "",
        "b.txt",
        "    Facts of the manifest were written.",
        "    warning, file: Read as UTF-16.",
        "",
        "Refused: c\\n.txt, masthead",
        "    No symbol.",
        "    Write one.",
        "",
        "1 added, 1 unchanged, 1 refused.",
    ]


def test_replaced_texts_are_counted_where_there_are_any() -> None:
    replaced = Outcome(path=Path("a.txt"), verdict=Verdict.REPLACED, symbol="A/RES/66/164")
    assert totals([replaced]) == "0 added, 1 replaced, 0 unchanged, 0 refused."


def test_no_file_is_no_error() -> None:
    assert closing_table([]) == "\n0 added, 0 unchanged, 0 refused."


def test_a_line_for_each_file_says_what_became_of_it() -> None:
    assert ADDED.line == "added  A/RES/66/164  a.txt"
    assert WARNED.line == "unchanged  A/C.3/70/L.46  b.txt (1 warning)"
    assert REFUSED.line == "refused  c\\n.txt"


def test_of_many_warnings_the_first_are_shown_and_the_others_counted() -> None:
    many = replace(WARNED, detail="", warnings=WARNED.warnings * 22)
    shown = closing_table([many]).splitlines()[3:-2]
    assert shown[:-1] == ["    warning, file: Read as UTF-16."] * 20
    assert shown[-1] == "    and 2 warnings more; “manage.py parse” prints all of the text."
    assert len(closing_table([replace(many, warnings=many.warnings[:20])]).splitlines()) == 25

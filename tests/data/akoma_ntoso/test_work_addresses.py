"""Addresses of works, as the naming convention of Akoma Ntoso has them."""

from datetime import date

import pytest

from archive.data.akoma_ntoso.work_addresses import WorkAddress, read_work_address, work_address
from archive.parsing.symbols import Symbol

DAY = date(2011, 12, 19)


@pytest.mark.parametrize(
    ("symbol", "tail"),
    [
        ("A/RES/66/164", "deliberation/unga/2011-12-19/66-164"),
        ("A/RES/31/16A", "deliberation/unga/2011-12-19/31-16A"),
        ("A/RES/217A(III)", "deliberation/unga/2011-12-19/217A-III"),
        ("A/RES/S-21/2", "deliberation/unga/2011-12-19/S-21-2"),
        ("A/RES/ES-10/24", "deliberation/unga/2011-12-19/ES-10-24"),
        ("A/RES/3201(S-VI)", "deliberation/unga/2011-12-19/3201-S-VI"),
        ("S/RES/1325(2000)", "deliberation/unsc/2011-12-19/1325-2000"),
        ("A/HRC/RES/13/13", "deliberation/unhrc/2011-12-19/13-13"),
        ("A/HRC/RES/S-21/1", "deliberation/unhrc/2011-12-19/S-21-1"),
        ("A/HRC/DEC/25/117", "decision/unhrc/2011-12-19/25-117"),
        ("A/HRC/PRST/29/1", "presidential-statement/unhrc/2011-12-19/29-1"),
        ("S/PRST/2015/22", "presidential-statement/unsc/2011-12-19/2015-22"),
        ("E/CN.4/RES/2000/61", "deliberation/unchr/2011-12-19/2000-61"),
        ("E/CN.4/RES/8(XXIII)", "deliberation/unchr/2011-12-19/8-XXIII"),
        ("E/RES/1503(XLVIII)", "deliberation/ecosoc/2011-12-19/1503-XLVIII"),
        ("A/C.3/70/L.46", "draft/unga/2011-12-19/A-C.3-70-L.46"),
        ("A/C.3/70/L.46/Rev.1", "draft/unga/2011-12-19/A-C.3-70-L.46-Rev.1"),
        ("A/S-21/L.1", "draft/unga/2011-12-19/A-S-21-L.1"),
    ],
)
def test_an_address_is_read_as_it_is_written(symbol: str, tail: str) -> None:
    address = f"/akn/un/statement/{tail}"
    assert work_address(Symbol.read(symbol), DAY) == address
    assert read_work_address(address) == WorkAddress(symbol=Symbol.read(symbol), day=DAY)


def test_the_first_day_of_the_first_year_stands_for_no_day() -> None:
    address = work_address(Symbol.read("A/RES/66/164"), None)
    assert address == "/akn/un/statement/deliberation/unga/0001-01-01/66-164"
    assert read_work_address(address) == WorkAddress(symbol=Symbol.read("A/RES/66/164"), day=None)


def test_a_report_has_no_address_of_a_work() -> None:
    assert work_address(Symbol.read("A/65/223"), DAY) == ""


@pytest.mark.parametrize(
    ("after", "language", "element", "suffix"),
    [
        ("/", "", "", ""),
        (".xml", "", "", "xml"),
        (".csl.json", "", "", "csl.json"),
        ("/!main", "", "", ""),
        ("/eng@", "en", "", ""),
        ("/fra@/!main", "fr", "", ""),
        ("/fra@.xml", "fr", "", "xml"),
        ("/eng@/!main.xml", "en", "", "xml"),
        ("/eng@2011-12-19", "en", "", ""),
        ("/eng@/~para_10", "en", "para_10", ""),
        ("/eng@/!main~para_10__point_a", "en", "para_10__point_a", ""),
        ("~para_10", "", "para_10", ""),
        ("/!annex", "", "annex", ""),
        ("/!annex_2", "", "annex_2", ""),
        ("/eng@/!annex", "en", "annex", ""),
        ("/eng@/!annex_12.xml", "en", "annex_12", "xml"),
        ("/eng@/!annex_1~annex_1__para_2", "en", "annex_1__para_2", ""),
        ("/!main/", "", "", ""),
        ("/eng@!main/", "en", "", ""),
        ("/!main/annex", "", "annex", ""),
        ("/eng@!main/annex", "en", "annex", ""),
        ("/eng@/!main/annex.xml", "en", "annex", "xml"),
    ],
)
def test_an_address_may_say_more(after: str, language: str, element: str, suffix: str) -> None:
    found = read_work_address(f"/akn/un/statement/deliberation/unga/2011-12-19/66-164{after}")
    assert found == WorkAddress(
        symbol=Symbol.read("A/RES/66/164"),
        day=DAY,
        language=language,
        element=element,
        suffix=suffix,
    )


@pytest.mark.parametrize(
    "tail",
    [
        "deliberation/unga/2011-12-19/66",
        "deliberation/unga/2011-13-19/66-164",
        "deliberation/unsc/2011-12-19/66-164",
        "deliberation/nobody/2011-12-19/66-164",
        "poem/unga/2011-12-19/66-164",
        "decision/unsc/2011-12-19/1-2",
        "deliberation/unga/2011-12-19/66-164/tlh@",
        "draft/unga/2011-12-19/66-164",
        "deliberation/unga/2011-12-19/66-164.exe",
        "deliberation/unga/2011-12-19/66-164/!",
        "deliberation/unga/2011-12-19/66-164/!preface",
        "deliberation/unga/2011-12-19/66-164/!annex_",
        "deliberation/unga/2011-12-19/66-164/!main/annex_1234",
    ],
)
def test_what_no_act_can_have_is_no_address(tail: str) -> None:
    assert read_work_address(f"/akn/un/statement/{tail}") is None

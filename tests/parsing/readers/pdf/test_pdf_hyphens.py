"""A hyphen at the end of a line of a title is weighed as in the text."""

from archive.parsing.pipeline import parse
from tests.parsing.printed import codes_of
from tests.parsing.readers.pdf.files import BOLD, Look, Typesetter


def _titled(*lines: str) -> bytes:
    setter = Typesetter(Look(job_number=""))
    for row, words in enumerate(lines):
        setter.at(72, 100 + 14 * row, words, font=BOLD, size=12)
    setter.at(72, 150, "The General Assembly,")
    setter.at(72, 170, "Recalling its resolution 53/144 of 9 December 1998,")
    setter.at(72, 190, "1. Decides to go on.")
    return setter.data()


def test_a_title_s_divided_word_is_whole_and_the_mend_is_listed() -> None:
    found = parse(_titled("70/999. The rights of every com-", "mittee and of counter-terrorism"))
    assert found.masthead.title == "The rights of every committee and of counter-terrorism"
    assert [(one.found, one.mended) for one in found.mends] == [("com-mittee", "committee")]
    assert codes_of(found) == []


def test_a_title_s_own_hyphen_stays() -> None:
    found = parse(_titled("70/999. The committee on counter-", "terrorism and xyz-", "qqq"))
    assert found.masthead.title == "The committee on counter-terrorism and xyz-qqq"
    assert not found.mends

"""Names of strangers’ files are shown and kept, and lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from archive.ingest.intake.names import LONGEST, name_within, own_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("66-164.txt", "66-164.txt"),
        ("folder/66-164.txt", "66-164.txt"),
        ("C:\\Users\\a\\66-164.txt", "66-164.txt"),
        ("../../../etc/passwd", "passwd"),
        ("a/..", "a"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("/", "unnamed"),
        ("two\nlines.txt", "two\\nlines.txt"),
        ("txt.\u202efdp", "txt.\\u202efdp"),
        ("lone \ud800 surrogate", "lone \\ud800 surrogate"),
        ("nul\0", "nul\\x00"),
        ("résolution 66.txt", "résolution 66.txt"),
    ],
)
def test_a_name_is_without_folders_and_can_be_printed(given_name: str, kept: str) -> None:
    assert own_name(given_name) == kept


def test_a_name_that_is_too_long_keeps_its_ending() -> None:
    assert own_name("a" * 400 + ".html") == "a" * 249 + "…" + ".html"
    assert len(own_name("a." + "b" * 400)) <= LONGEST


def test_a_file_in_an_archive_has_the_name_of_the_archive_before_its_own() -> None:
    assert name_within("sent.zip", "2011/../66-164.txt") == "sent.zip/2011/66-164.txt"
    assert name_within("../sent.zip", "/etc/passwd") == "sent.zip/etc/passwd"
    assert name_within("sent.zip", "..") == "sent.zip/unnamed"


@given(some.text(), some.text())
def test_whatever_the_names_are_the_database_can_hold_them(archive: str, member: str) -> None:
    for kept in (own_name(member), name_within(archive, member)):
        assert 0 < len(kept) <= LONGEST
        assert kept.isprintable()
        assert kept.encode()

"""What systems put into zip archives, and empty folders, are told from files and left out."""

from zipfile import ZipInfo

import pytest

from archive.ingest.intake.chaff import in_words, sifted


def _member(name: str, *, size: int = 9, attributes: int = 0) -> ZipInfo:
    member = ZipInfo(name)
    member.file_size, member.external_attr = size, attributes
    return member


@pytest.mark.parametrize(
    "name",
    [
        "__MACOSX/._66-164.pdf",
        "2011/__MACOSX/66-164.pdf",
        "2011/._66-164.pdf",
        ".DS_Store",
        "2011/.DS_Store",
        "2011/Thumbs.db",
        "2011\\Thumbs.db",
        "desktop.ini",
        "empty/",
        "empty\\",
        "2011/empty/",
    ],
)
def test_what_nobody_means_to_bring_is_chaff(name: str) -> None:
    size = 0 if name.endswith(("/", "\\")) else 9
    files, chaff = sifted([_member("2011/66-164.pdf"), _member(name, size=size)])
    assert [one.filename for one in files] == ["2011/66-164.pdf"]
    assert [one.filename for one in chaff] == [name]


@pytest.mark.parametrize("name", ["a_b.pdf", ".hidden.txt", "MACOSX/a.txt", "_.txt", "thumbs.txt"])
def test_what_only_looks_like_chaff_is_a_file(name: str) -> None:
    files, chaff = sifted([_member(name)])
    assert [one.filename for one in files] == [name]
    assert chaff == []


def test_a_folder_with_something_in_it_is_neither() -> None:
    members = [_member("a/", size=0), _member("a/b/", size=0), _member("a/b/c.txt")]
    files, chaff = sifted(members)
    assert [one.filename for one in files] == ["a/b/c.txt"]
    assert chaff == []


def test_a_folder_may_be_told_by_its_mark_alone() -> None:
    marked = _member("drafts", size=0, attributes=0x10)
    assert sifted([marked]) == ([], [marked])
    filled = _member("drafts.txt", size=9, attributes=0x10)
    assert sifted([filled]) == ([filled], [])


def test_what_was_left_out_is_a_sentence_and_of_much_the_first_are_named() -> None:
    assert in_words([]) == ""
    assert in_words(["a.zip/.DS_Store"]).endswith(
        "or because they are empty folders: “a.zip/.DS_Store”."
    )
    said = in_words([f"a.zip/{number}/" for number in range(1_012)])
    assert "“a.zip/0/”" in said
    assert said.endswith("“a.zip/9/” and 1,002 more.")

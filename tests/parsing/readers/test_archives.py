"""An archive from outside is read within limits, and nothing is ever unpacked to a disk."""

import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers import archives
from archive.parsing.readers.archives import Archive

_CENTRAL = b"PK\x01\x02"
_FLAGS_IN_CENTRAL, _SIZE_IN_CENTRAL, _SIZE_IN_LOCAL = 8, 24, 22


def packed(members: dict[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def refused(data: bytes, name: str = "a.xml") -> ParseError:
    with pytest.raises(ParseError) as caught:
        Archive(data).read(name)
    return caught.value


def declared(size: int, content: bytes = b"<a/>") -> bytes:
    """An archive that says its member has another size than it has."""
    data = bytearray(packed({"a.xml": content}))
    central = data.index(_CENTRAL)
    struct.pack_into("<I", data, central + _SIZE_IN_CENTRAL, size)
    struct.pack_into("<I", data, _SIZE_IN_LOCAL, size)
    return bytes(data)


def test_a_member_is_found_whatever_the_case_and_the_slashes_of_its_name() -> None:
    archive = Archive(packed({"Word\\Document.XML": b"<a/>"}))
    assert "word/document.xml" in archive
    assert archive.read("word/document.xml") == b"<a/>"
    assert archive.read("word/other.xml") is None


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", b"", b"no archive", packed({"a": b"x"})[:-30]],
    ids=["cut short", "empty", "text", "without its end"],
)
def test_what_is_no_archive_is_damaged(data: bytes) -> None:
    assert refused(data).code == "damaged_file"


def test_a_member_that_does_not_unpack_is_damaged_and_named() -> None:
    data = bytearray(packed({"a.xml": b"words " * 100}, ZIP_STORED))
    data[60] ^= 1
    error = refused(bytes(data))
    assert error.code == "damaged_file"
    assert "a.xml" in error.message


def test_a_stream_that_is_broken_is_damaged() -> None:
    data = bytearray(packed({"a.xml": bytes(range(256)) * 20}))
    data[40:80] = b"\xff" * 40
    assert refused(bytes(data)).code == "damaged_file"


def test_a_packing_that_no_document_has_is_refused() -> None:
    assert refused(packed({"a.xml": b"x"}, ZIP_BZIP2)).code == "damaged_file"


def test_a_locked_member_is_refused() -> None:
    data = bytearray(packed({"a.xml": b"x"}))
    data[data.index(_CENTRAL) + _FLAGS_IN_CENTRAL] |= 1
    error = refused(bytes(data))
    assert error.code == "encrypted_file"
    assert "password" in error.message


@pytest.mark.parametrize("name", ["../a.xml", "word/../../a", "/etc/a", "C:/a", "..\\a", "\\a"])
def test_a_member_that_points_outside_is_refused(name: str) -> None:
    error = refused(packed({name: b"x"}))
    assert error.code == "unsafe_file"
    assert name.rpartition("\\")[2] in error.message


def test_a_member_that_says_it_has_a_gigabyte_is_refused_before_it_is_read() -> None:
    error = refused(declared(1_000_000_000))
    assert error.code == "too_large"
    assert "1,000,000,000" in error.message


def test_a_member_larger_than_a_document_s_is_refused() -> None:
    assert refused(declared(archives.MOST_BYTES_OF_MEMBER + 1)).code == "too_large"


def test_a_member_that_unpacks_to_many_times_its_size_is_refused() -> None:
    error = refused(packed({"a.xml": b" " * 2_000_000}))
    assert error.code == "too_large"
    assert "times" in error.message


def test_a_member_that_is_larger_than_it_says_is_refused() -> None:
    assert refused(declared(10, b"words " * 1_000)).code == "damaged_file"


def test_members_are_counted_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES_READ", 10)
    archive = Archive(packed({"a.xml": b"123456", "b.xml": b"123456"}))
    assert archive.read("a.xml") == b"123456"
    with pytest.raises(ParseError, match=r"b\.xml") as caught:
        archive.read("b.xml")
    assert caught.value.code == "too_large"


def test_an_archive_of_too_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    assert refused(packed({"a": b"", "b": b"", "c": b""})).code == "too_large"


def test_members_that_together_say_they_are_too_large_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES_DECLARED", 10)
    with pytest.raises(ParseError, match="unpacked it has 12") as caught:
        Archive(packed({"a.xml": b"123456", "picture": b"123456"}))
    assert caught.value.code == "too_large"

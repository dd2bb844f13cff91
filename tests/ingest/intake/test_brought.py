"""Files as they are brought, and what zip archives hold: opened within limits, refused in words."""

import io
import random
import struct
import zipfile
from collections.abc import Iterable

import pytest

from archive.ingest.intake import brought as under_test
from archive.ingest.intake import zip_archives
from archive.ingest.intake.brought import BroughtFile, Content, contents_of
from archive.ingest.intake.limits import MOST_BYTES, MOST_FILES
from tests import builders as build

TEXT = build.resolution_text().encode()
_ENCRYPTED = 0x1


def _file(name: str, content: bytes) -> BroughtFile:
    return BroughtFile(name=name, size_bytes=len(content), read=lambda: content)


def _zip(members: Iterable[tuple[str, bytes]], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def _zips(*files: bytes) -> list[BroughtFile]:
    return [_file(f"{n}.zip", content) for n, content in enumerate(files, 1)]


def _taken(brought: Iterable[BroughtFile]) -> list[Content]:
    return [one for one in contents_of(brought) if isinstance(one, Content)]


def _opened(*files: bytes) -> list[Content]:
    return _taken(_zips(*files))


def _refusal(content: bytes) -> str:
    [only] = _opened(content)
    return only.refusal


def test_a_file_comes_with_its_bytes() -> None:
    [only] = _taken([_file("folder/66.txt", TEXT)])
    assert (only.name, only.content, only.refusal) == ("66.txt", TEXT, "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "It is empty; get the file again."),
        (b" \r\n\t", "It has nothing but white space in it; get the file again."),
        (b"{\\rtf1", "Its format, RTF, is not read; open it in Word or LibreOffice,"),
        (b"PK\x05\x06" + b"\0" * 18, "There are no files in it."),
        (
            b"PK\x03\x04 and nothing like a zip archive",
            "Its format, damaged zip archive, is not read; get it again, or pack its files again.",
        ),
    ],
)
def test_what_no_reader_reads_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    assert _refusal(content).startswith(said)


def test_a_file_that_is_too_large_is_not_read() -> None:
    def read() -> bytes:
        pytest.fail("it was read")

    large = BroughtFile(name="a.pdf", size_bytes=MOST_BYTES + 1, read=read)
    [only] = _taken([large])
    assert only.refusal.startswith("It has 20,000,001 bytes, and a file may have 20,000,000;")


def test_files_are_read_one_at_a_time() -> None:
    read: list[str] = []

    def file(name: str) -> BroughtFile:
        def content() -> bytes:
            read.append(name)
            return TEXT

        return BroughtFile(name=name, size_bytes=1, read=content)

    contents = contents_of([file("a"), file("b")])
    next(contents)
    assert read == ["a"]


def test_a_zip_archive_becomes_its_files_in_order_under_its_name() -> None:
    found = _opened(_zip([("2011/b.txt", TEXT), ("a.txt", TEXT + b".")]), b"Words.")
    assert [one.place for one in found] == ["1.zip/2011/b.txt", "1.zip/a.txt", "2.zip"]
    assert [one.name for one in found] == ["b.txt", "a.txt", "2.zip"]
    assert [one.content for one in found] == [TEXT, TEXT + b".", b"Words."]
    assert [one.is_packed for one in found] == [True, True, False]


def test_what_is_no_file_is_left_out_by_name_after_the_files() -> None:
    members = [("a/", b""), ("__MACOSX/a/._b.txt", b"x"), ("a/b.txt", TEXT)]
    assert [one.place for one in contents_of(_zips(_zip(members)))] == [
        "1.zip/a/b.txt",
        "1.zip/__MACOSX/a/._b.txt",
    ]
    assert [one.place for one in _opened(_zip(members))] == ["1.zip/a/b.txt"]


def test_a_word_document_is_a_file_and_no_archive() -> None:
    [only] = _opened(_zip([("word/document.xml", b"<w:document/>")]))
    assert (only.refusal, only.is_packed) == ("", False)


def test_paths_in_an_archive_are_names_and_decide_nothing() -> None:
    members = [("../../../tmp/a.txt", TEXT), ("/etc/b.txt", TEXT), ("C:\\c.txt", TEXT)]
    assert [one.name for one in _opened(_zip(members))] == ["a.txt", "b.txt", "c.txt"]


def test_an_archive_within_an_archive_is_not_opened_and_stops_no_other() -> None:
    nested, sound = _opened(_zip([("in.zip", _zip([("a.txt", TEXT)])), ("b.txt", TEXT)]))
    assert "It is a zip archive within another" in nested.refusal
    assert (sound.refusal, sound.content) == ("", TEXT)


def test_a_file_locked_by_a_password_is_refused_and_stops_no_other() -> None:
    packed = bytearray(_zip([("locked.txt", TEXT), ("open.txt", TEXT)]))
    first = packed.index(b"PK\x01\x02")
    packed[first + 8] |= _ENCRYPTED
    locked, sound = _opened(bytes(packed))
    assert "It is locked with a password" in locked.refusal
    assert sound.content == TEXT


def test_a_file_packed_in_an_unusual_way_is_refused() -> None:
    assert "packed in a way that is not read" in _refusal(
        _zip([("a.txt", TEXT)], compression=zipfile.ZIP_LZMA)
    )


def test_a_file_that_does_not_unpack_is_refused() -> None:
    packed = bytearray(_zip([("a.txt", TEXT * 10)]))
    packed[50:80] = b"\xff" * 30
    assert "It is damaged and cannot be unpacked" in _refusal(bytes(packed))


def test_more_files_than_a_batch_takes_are_refused_together() -> None:
    members = [(f"{number}.txt", b"%d" % number) for number in range(MOST_FILES + 1)]
    assert _refusal(_zip(members)).startswith("It holds 101 files; a batch takes 100")
    assert len(_opened(_zip(members[1:]))) == MOST_FILES


def test_files_sent_beside_an_archive_count() -> None:
    members = [(f"{number}.txt", b"%d" % number) for number in range(MOST_FILES)]
    *refused, beside = _opened(_zip(members), TEXT)
    assert [one.refusal[:18] for one in refused] == ["It holds 100 files"]
    assert beside.content == TEXT
    assert len(_opened(_zip(members[:-1]), TEXT)) == MOST_FILES


def test_what_an_archive_says_of_its_size_is_looked_at_before_anything_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = _zip((f"{number}.txt", b"\0" * MOST_BYTES) for number in range(11))
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was unpacked"))
    assert len(bomb) < 300_000
    assert _refusal(bomb).startswith("Unpacked it has 220,000,000 bytes;")


def test_a_file_that_would_be_far_larger_than_it_is_packed_is_refused() -> None:
    assert "times larger than it is, as no text is" in _refusal(
        _zip([("a.txt", b"\0" * 2_000_000)])
    )


def test_a_file_in_an_archive_that_is_too_large_is_refused() -> None:
    large = random.Random(1).randbytes(MOST_BYTES + 1)
    packed = _zip([("a.txt", large)], compression=zipfile.ZIP_STORED)
    file = BroughtFile(name="a.zip", size_bytes=MOST_BYTES, read=lambda: packed)
    [only] = _taken([file])
    assert only.refusal.startswith("Unpacked it has 20,000,001 bytes, and a file may have")


def test_an_archive_that_lies_about_a_size_is_stopped_at_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zip_archives, "MOST_BYTES", 100_000)
    packed = bytearray(_zip([("a.txt", bytes(range(256)) * 1000)]))
    directory = packed.index(b"PK\x01\x02")
    packed[directory + 24 : directory + 28] = struct.pack("<I", 50)
    said = _refusal(bytes(packed))
    assert said.startswith(("It goes on beyond the 100,000 bytes", "It is damaged"))


def test_what_the_archives_of_a_batch_hold_together_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(under_test, "MOST_BYTES_TOGETHER", 3 * len(TEXT))
    two = _zip([("a.txt", TEXT), ("b.txt", TEXT)])
    found = _opened(two, two)
    assert [one.refusal[:15] for one in found] == ["", "", "Unpacked it has"]


def test_whatever_is_broken_in_an_archive_each_file_has_its_bytes_or_a_reason() -> None:
    sound = _zip([("a.txt", TEXT), ("b/c.txt", TEXT * 3)])
    chance = random.Random(7)
    for _ in range(300):
        broken = bytearray(sound)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(4, len(broken))] = chance.randrange(256)
        for one in _opened(bytes(broken)):
            assert one.content or one.refusal.endswith(".")

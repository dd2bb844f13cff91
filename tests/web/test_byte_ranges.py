"""Ranges after RFC 9110: one is answered, what cannot be read gets the whole."""

import io

import pytest
from django.test import RequestFactory

from archive.web.byte_ranges import ByteRange, FilePart, UnsatisfiableRangeError, asked_range

_ETAG = '"of-this-file"'
_SIZE = 10


def _asked(written: str, **headers: str) -> ByteRange | None:
    request = RequestFactory().get("/", headers={"range": written, **headers})
    return asked_range(request, size=_SIZE, etag=_ETAG)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=2-5", 2, 5),
        ("bytes=4-", 4, 9),
        ("bytes=4-99", 4, 9),
        ("bytes=-3", 7, 9),
        ("bytes=-99", 0, 9),
        ("bytes=0-9", 0, 9),
    ],
)
def test_a_range_is_from_one_byte_to_another(written: str, first: int, last: int) -> None:
    found = _asked(written)
    assert found == ByteRange(first=first, last=last, size=_SIZE)
    assert found.length == last - first + 1
    assert str(found) == f"bytes {first}-{last}/10"


@pytest.mark.parametrize(
    "written",
    ["", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=x-", "bytes=0-" + "9" * 400],
)
def test_what_cannot_be_read_gets_the_whole(written: str) -> None:
    assert _asked(written) is None


@pytest.mark.parametrize("written", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_range_after_the_end_is_refused(written: str) -> None:
    with pytest.raises(UnsatisfiableRangeError):
        _asked(written)


def test_a_range_of_another_file_gets_the_whole() -> None:
    assert _asked("bytes=4-", **{"if-range": _ETAG})
    assert _asked("bytes=4-", **{"if-range": '"of-an-earlier-one"'}) is None


def test_only_get_has_ranges() -> None:
    request = RequestFactory().head("/", headers={"range": "bytes=4-"})
    assert asked_range(request, size=_SIZE, etag=_ETAG) is None


@pytest.mark.parametrize("size", [1, 3, 100, -1])
def test_a_part_is_read_to_its_end_and_no_further(size: int) -> None:
    part = FilePart(io.BytesIO(b"0123456789"), ByteRange(first=2, last=6, size=_SIZE))
    assert b"".join(iter(lambda: part.read(size), b"")) == b"23456"

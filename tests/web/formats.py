"""Strict readers of what a search is taken away as: each refuses what its format does not allow."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from urllib.parse import urlsplit
from uuid import UUID

from django.test import Client
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
RECALLING = "{urn:uuid:432d5ba3-6ef6-45ea-ba4b-44d8455411b0}"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
#: RFC 4287, 4.1.1 and 4.1.2: what stands at most once, and what must be there.
_ONCE = {
    "feed": {"generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated"},
    "entry": {"content", "id", "published", "rights", "source", "summary", "title", "updated"},
}
_NEEDED = {"id", "title", "updated"}
_CHILDREN = {"author", "category", "contributor", "link", "entry"}


def whole(client: Client, address: str) -> bytes:
    """A file that was sent."""
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response.streaming
    content: bytes = response.getvalue()
    return content


def read_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a table by its columns: each row has a cell for every column, and no other."""
    written = content.decode("utf-8-sig")
    assert written.endswith("\r\n")
    header, *rows = list(csv.reader(StringIO(written, newline=""), strict=True))
    assert len(set(header)) == len(header)
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_ris(content: bytes) -> list[list[tuple[str, str]]]:
    """Records as tags and values: each begins with TY, ends with ER, and has one tag in a line."""
    *lines, end = content.decode().split("\r\n")
    assert end == ""
    records: list[list[tuple[str, str]]] = []
    is_open = False
    for line in lines:
        if not line:
            assert not is_open
            continue
        tag = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert tag, line
        assert is_open == (tag[1] != "TY"), line
        if not is_open:
            records.append([])
        is_open = tag[1] != "ER"
        records[-1].append((tag[1], tag[2]))
    assert not is_open
    return records


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of BibTeX; values without their outermost braces."""

    kind: str
    key: str
    fields: dict[str, str]


def read_bib(content: bytes) -> tuple[list[str], list[Entry]]:
    """Comments and entries: braces are even everywhere, keys are legal and no two alike."""
    comments, entries = [], []
    for kind, body in _in_braces(content.decode()):
        if kind == "comment":
            comments.append(body)
            continue
        key, _, fields = body.partition(",")
        assert re.fullmatch(r"[^\s\"#%'(),={}~\\]+", key), key
        entries.append(Entry(kind=kind, key=key, fields=dict(_fields(fields))))
    assert len({entry.key.casefold() for entry in entries}) == len(entries)
    return comments, entries


def _in_braces(written: str) -> Iterator[tuple[str, str]]:
    place = 0
    while begun := re.compile(r"\s*@([a-z]+)\{").match(written, place):
        end = _closing(written, begun.end())
        yield begun[1], written[begun.end() : end]
        place = end + 1
    assert not written[place:].strip()


def _closing(written: str, place: int) -> int:
    """Where the brace closes that was opened before a place; BibTeX knows no backslash."""
    depth = 1
    for at in range(place, len(written)):
        depth += {"{": 1, "}": -1}.get(written[at], 0)
        if depth == 0:
            return at
    raise AssertionError(written[place:])


def _fields(written: str) -> Iterator[tuple[str, str]]:
    place = 0
    while begun := re.compile(r"\s*([a-z]+) = (\{|[a-z]+)").match(written, place):
        end = _closing(written, begun.end()) + 1 if begun[2] == "{" else begun.end()
        value = written[begun.end() : end - 1] if begun[2] == "{" else begun[2]
        assert written[end] == ","
        yield begun[1], value
        place = end + 1
    assert not written[place:].strip()


def read_feed(content: bytes) -> etree._Element:
    """A feed that RFC 4287 allows."""
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    feed = etree.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    _check(feed, "feed")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        _check(entry, "entry")
        has_author = entry.find(f"{ATOM}author") is not None
        assert has_author or feed.find(f"{ATOM}author") is not None
        assert any(link.get("rel") == "alternate" for link in entry.findall(f"{ATOM}link"))
    ids = [text(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids)
    return feed


def text(element: etree._Element, name: str) -> str:
    """The words of the only child of a name."""
    [child] = element.findall(f"{ATOM}{name}")
    return child.text or ""


def _check(element: etree._Element, kind: str) -> None:
    names = [str(child.tag).removeprefix(ATOM) for child in element if ATOM in str(child.tag)]
    assert set(names) <= _ONCE[kind] | _CHILDREN
    assert all(names.count(name) <= 1 for name in _ONCE[kind])
    assert set(names) >= _NEEDED
    assert UUID(text(element, "id")).version == 5
    assert text(element, "title").strip()
    for date in ("updated", *({"published"} & set(names))):
        assert _DATE.fullmatch(text(element, date))
        assert datetime.fromisoformat(text(element, date)).tzinfo
    _check_links(element)
    for author in element.findall(f"{ATOM}author"):
        assert text(author, "name")
    assert all(category.get("term") for category in element.findall(f"{ATOM}category"))


def _check_links(element: etree._Element) -> None:
    """Links are absolute, and no two alternates of one type."""
    links = element.findall(f"{ATOM}link")
    assert all(urlsplit(link.get("href") or "").netloc for link in links)
    alternates = [link.get("type") for link in links if link.get("rel") == "alternate"]
    assert len(set(alternates)) == len(alternates)

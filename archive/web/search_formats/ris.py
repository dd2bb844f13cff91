"""RIS: a search as references, one record each, for reference managers.

The tags are those of the format of 2011; docs/exports.md says what each holds, and why a resolution
is a report. Lines end as the format prescribes; it has no comments, so that the first record's
notes say what is missing from the file, if anything is.
"""

from collections.abc import Iterator
from itertools import chain, repeat

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.search.exports.exports import Export
from archive.web.freshness import fresh_for_a_day, today
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.references import PUBLISHER, Reference, reference

_LINE_ENDS = "\r\n"
_REPORT = "RPRT"
_LANGUAGE = "en"


@require_safe
@fresh_for_a_day
def search_ris(request: HttpRequest) -> HttpResponseBase:
    """A search as references in RIS."""
    media_type = "application/x-research-info-systems"
    return sent(request, FileFormat(suffix="ris", media_type=media_type, write=_write))


def _write(found: Export, site: Site) -> Iterator[str]:
    notices = chain([found.notice], repeat(""))
    for chunk in found.chunks():
        yield "".join(_record(reference(row), site, notice=next(notices)) for row in chunk)


def _record(found: Reference, site: Site, *, notice: str) -> str:
    fields = [("TY", _REPORT), *_fields(found, site), ("N1", notice)]
    lines = [f"{tag}  - {_on_one_line(words)}" for tag, words in fields if words]
    return _LINE_ENDS.join([*lines, "ER  - ", "", ""])


def _fields(found: Reference, site: Site) -> Iterator[tuple[str, str]]:
    """Tags and values; empty ones are left out. A comma after the author says it is a body."""
    yield "AU", f"{found.author},"
    yield "TI", found.title
    yield "M3", found.kind
    yield "SN", found.symbol
    if found.dated_on:
        yield "PY", f"{found.dated_on:%Y}"
        yield "DA", f"{found.dated_on:%Y/%m/%d}"
    yield "PB", PUBLISHER
    yield "LA", _LANGUAGE
    yield "UR", site.absolute(found.path)
    yield "Y2", today().replace("-", "/")
    yield from (("N1", note) for note in found.notes)


def _on_one_line(words: str) -> str:
    """Words without what would end a line or begin another tag."""
    return " ".join(words.split())

"""RIS: a search as records, ``archive.citing.ris``; docs/formats/citing.md has its tags.

The format has no comments: the first record’s notes say what is missing from the file, if anything.
"""

from collections.abc import Iterator
from itertools import chain, repeat

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.citing.ris import MEDIA_TYPE, record
from archive.search.exports.exports import Export
from archive.web.freshness import fresh_for_a_day, today
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.references import cited_rows


@require_safe
@fresh_for_a_day
def search_ris(request: HttpRequest) -> HttpResponseBase:
    """A search as references in RIS."""
    return sent(request, FileFormat(suffix="ris", media_type=MEDIA_TYPE, write=_write))


def _write(found: Export, site: Site) -> Iterator[str]:
    notices, day = chain([found.notice], repeat("")), today()
    for chunk in cited_rows(found, site):
        yield "".join(record(cited, accessed=day, notice=next(notices)) for cited in chunk)

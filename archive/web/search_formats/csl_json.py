"""CSL-JSON: a search as items, ``archive.citing.csl_json``; docs/formats/citing.md has its members.

An array has no room for comments: the first item’s note says what is missing from the file, if
anything is.
"""

from collections.abc import Iterator
from itertools import chain, repeat

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.citing.csl_json import MEDIA_TYPE, item, written
from archive.search.exports.exports import Export
from archive.web.freshness import fresh_for_a_day, today
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.references import cited_rows


@require_safe
@fresh_for_a_day
def search_csl_json(request: HttpRequest) -> HttpResponseBase:
    """A search as items of CSL-JSON."""
    return sent(request, FileFormat(suffix="csl.json", media_type=MEDIA_TYPE, write=_write))


def _write(found: Export, site: Site) -> Iterator[str]:
    """One array, an item in each line."""
    notices, day = chain([found.notice], repeat("")), today()
    separators = chain(["[\n"], repeat(",\n"))
    for chunk in cited_rows(found, site):
        items = (item(cited, accessed=day, notice=next(notices)) for cited in chunk)
        yield "".join(f"{next(separators)}{written(one)}" for one in items)
    yield "[]\n" if next(separators) == "[\n" else "\n]\n"

"""BibTeX: a search as entries, ``archive.citing.bibtex``; docs/formats/citing.md has its fields."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.citing.bibtex import MEDIA_TYPE, comment, entry, escaped, verbatim
from archive.search.exports.exports import Export
from archive.web.freshness import fresh_for_a_day, today
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.references import cited_rows


@require_safe
@fresh_for_a_day
def search_bib(request: HttpRequest) -> HttpResponseBase:
    """A search as entries of BibTeX."""
    return sent(request, FileFormat(suffix="bib", media_type=MEDIA_TYPE, write=_write))


def _write(found: Export, site: Site) -> Iterator[str]:
    """Where the file is from and what is missing, as a comment; then the entries."""
    comments = [verbatim(site.page), escaped(found.notice)]
    yield "".join(comment(words) for words in comments if words)
    day = today()
    for chunk in cited_rows(found, site):
        yield "".join(f"\n{entry(cited, accessed=day)}" for cited in chunk)

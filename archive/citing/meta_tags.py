"""Tags of the head of a page by which search engines for scholars, and browsers’ tools, cite it.

The ``citation_*`` names are those of Highwire Press, as Google Scholar’s guidelines for webmasters
list them: a technical report has an institution and a number. None can say that a date is
unverified, which is then left out, or that a resolution is a draft, which its title says.
"""

from collections.abc import Iterator

from archive.citing.cited import PUBLISHER, Cited
from archive.citing.particulars import kind_of


def meta_tags(cited: Cited) -> tuple[tuple[str, str], ...]:
    """Names and contents, in order."""
    return tuple(_tags(cited))


def _tags(cited: Cited) -> Iterator[tuple[str, str]]:
    yield "citation_title", _title(cited)
    yield "citation_author", cited.author
    if cited.checked_day:
        yield "citation_publication_date", f"{cited.checked_day:%Y/%m/%d}"
    yield "citation_technical_report_institution", PUBLISHER
    yield "citation_technical_report_number", cited.symbol.text
    yield "citation_language", cited.language
    yield "citation_public_url", cited.leads_to


def _title(cited: Cited) -> str:
    """The title; that of a draft is never taken for the title of what was adopted."""
    return f"{kind_of(cited)}: {cited.title}" if cited.is_draft and cited.title else cited.name

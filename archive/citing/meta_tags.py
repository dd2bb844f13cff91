"""Tags of the head of a page by which search engines for scholars, and browsers’ tools, cite it.

The ``citation_*`` names are those of Highwire Press, as Google Scholar’s guidelines for webmasters
list them: a technical report has an institution and a number.
"""

from collections.abc import Iterator

from archive.citing.cited import PUBLISHER, Cited


def meta_tags(cited: Cited) -> tuple[tuple[str, str], ...]:
    """Names and contents, in order."""
    return tuple(_tags(cited))


def _tags(cited: Cited) -> Iterator[tuple[str, str]]:
    yield "citation_title", cited.name
    yield "citation_author", cited.author
    if cited.dated_on:
        yield "citation_publication_date", f"{cited.dated_on:%Y/%m/%d}"
    yield "citation_technical_report_institution", PUBLISHER
    yield "citation_technical_report_number", cited.symbol.text
    yield "citation_language", cited.language
    yield "citation_public_url", cited.leads_to

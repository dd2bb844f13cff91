"""Dates of citations held against what is known of the resolutions they cite.

A citation stays as the text has it; where its date, or its mere place in an older text, does not
agree with the date the archive has for what it cites, a person is warned.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from archive.ingest.fact_columns import in_words
from archive.models import Resolution
from archive.parsing.parsed import Citation, ParseWarning


def doubts_about_dates(
    citations: Iterable[Citation], *, rows: Mapping[str, Resolution], adopted_on: date | None
) -> Iterator[ParseWarning]:
    """A warning for each citation that gives another date, or cites what came after the text.

    ``rows`` are the cited resolutions by symbol; ``adopted_on`` is the text's own date.
    """
    for citation in citations:
        cited = rows.get(citation.target or "")
        if cited is None or cited.adopted_on is None:
            continue
        known = f"{cited} was adopted on {in_words(cited.adopted_on)}"
        if citation.dated_on not in {None, cited.adopted_on}:
            given = in_words(citation.dated_on)
            message = f"“{citation.text}” is given the date {given}, but {known}."
            yield ParseWarning(code="citation_date_differs", message=message, where=citation.source)
        if adopted_on is not None and cited.adopted_on > adopted_on:
            message = f"“{citation.text}” is cited on {in_words(adopted_on)}, but {known}."
            yield ParseWarning(code="citation_of_later", message=message, where=citation.source)

"""Dates of citations held against what is known of the resolutions they cite.

A citation stays as its text has it. Where its date, or its mere place in an older text, does not
agree with the date of adoption the archive has for what it cites, the citation carries that as a
sentence. Dates become known and change later than citations are made, on either side, so the
sentences are written anew for whatever a new text or a new date touches.
"""

from collections.abc import Collection, Iterator

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from archive.ingest.fact_columns import in_words
from archive.models import Citation
from archive.parsing.parsed import ParseWarning

CODE = "citation_date_conflict"
_ROWS_AT_ONCE = 500


def note_date_conflicts_in(text: int) -> list[ParseWarning]:
    """Write the conflicts of the citations a text makes, by its key; a warning for each."""
    return _note(Citation.objects.filter(text=text))


def note_date_conflicts_with(resolutions: Collection[int]) -> list[ParseWarning]:
    """Write the conflicts of all that these resolutions cite and of all that cites them, by key.

    A warning for each citation that has come into conflict.
    """
    if not resolutions:
        return []
    made = Citation.objects.filter(text__resolution__in=resolutions)
    received = Citation.objects.filter(cited_resolution__in=resolutions)
    return [*_note(made), *_note(received)]


def _note(citations: QuerySet[Citation]) -> list[ParseWarning]:
    """Two queries, whatever their number: what may be in conflict, and what has changed."""
    changed = []
    for citation in _doubtful(citations):
        conflict = " ".join(_conflicts(citation))
        if conflict != citation.date_conflict:
            citation.date_conflict = conflict
            changed.append(citation)
    Citation.objects.bulk_update(changed, ["date_conflict"], batch_size=_ROWS_AT_ONCE)
    return [_warning(citation) for citation in changed if citation.date_conflict]


def _doubtful(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Those whose dates may disagree, and those that said so before.

    Of one stretch of words that cites a part and with it the whole, only the part is dated.
    """
    known = F("cited_resolution__adopted_on")
    gives_another = Q(dated_on__isnull=False) & ~Q(dated_on=known)
    is_later = Q(cited_resolution__adopted_on__gt=F("citing_day"))
    disagrees = Q(cited_resolution__adopted_on__isnull=False) & (gives_another | is_later)
    return (
        citations.filter(of_whole=False)
        .annotate(
            citing_day=Coalesce("text__resolution__adopted_on", "text__resolution__distributed_on")
        )
        .filter(disagrees | ~Q(date_conflict=""))
        .select_related("text__resolution", "cited_resolution", "paragraph", "footnote")
        .defer("text__wording", "paragraph__wording", "footnote__wording")
        .order_by("text", "position")
    )


def _conflicts(citation: Citation) -> Iterator[str]:
    """What speaks against it, a sentence each."""
    cited, citing = citation.cited_resolution, citation.text.resolution
    if cited is None or cited.adopted_on is None:
        return
    known, given = cited.adopted_on, citation.dated_on
    if given is not None and given != known:
        yield (
            f"The date given here, {in_words(given)}, is not that of {cited}, which was adopted "
            f"on {in_words(known)}."
        )
    day = citing.adopted_on or citing.distributed_on
    if day is not None and known > day:
        yield (
            f"{cited} was adopted on {in_words(known)}, later than this text, which is of "
            f"{in_words(day)}."
        )


def _warning(citation: Citation) -> ParseWarning:
    place = citation.footnote or citation.paragraph
    assert place is not None, "the database holds that there is one"
    return ParseWarning(
        code=CODE,
        message=f"“{citation.words}”: {citation.date_conflict}",
        where=f"{citation.text.resolution} {place.anchor}",
    )


def touches_dates(columns: Collection[str]) -> bool:
    """Whether a change of these columns of a resolution can make or end a conflict."""
    return bool({"adopted_on", "distributed_on"} & set(columns))

"""Retracted statements: what the text that is held has stated, and what takes its place does not.

Without this a misread date would outlive the reading. What manifests and the table of facts have
said in its place before is not kept; they say it again when they are next read.
"""

from collections.abc import Iterator, Sequence

from django.db.models import F, Q

from archive.corrections.values import MASTHEAD, Action
from archive.ingest.facts import Retraction, Statement
from archive.ingest.publishing.stated import fact_named
from archive.ingest.statements import statements_of_masthead
from archive.models import Correction, Evidence, Ingestion, Text
from archive.parsing.contract import parsed_of

#: What the symbol itself says needs no other evidence than that of the symbol, which stays.
_IDENTITY = frozenset({Evidence.Fact.SYMBOL, Evidence.Fact.STAGE})


def retracted(held: Text | None, stated: Sequence[Statement]) -> tuple[Retraction, ...]:
    """What the held text, its masthead and its corrections state that ``stated`` does not.

    To be asked before its ingestion lets go of the text: three queries at most.
    """
    if held is None:
        return ()
    still = {(one.fact, one.origin) for one in stated}
    before = (*_by_people(held), *_by_masthead(held))
    gone = (one for one in before if (one.fact, one.origin) not in still)
    return tuple(one for one in gone if one.fact not in _IDENTITY)


def _by_people(held: Text) -> Iterator[Retraction]:
    """Facts that people had set in what readers see."""
    published = F("ingestion__published_revision")
    stood = Q(undone_in_revision__isnull=True) | Q(undone_in_revision__gt=published)
    made = Correction.objects.filter(
        stood,
        ingestion__text=held,
        action=Action.SET_FACT.value,
        made_in_revision__lte=published,
    )
    for where in made.values_list("where", flat=True):
        fact = fact_named(where.removeprefix(MASTHEAD))
        if fact is not None:
            yield Retraction(fact, Evidence.Origin.PERSON, "")


def _by_masthead(held: Text) -> Iterator[Retraction]:
    """Facts that its file prints, as it was parsed last."""
    published = Ingestion.objects.filter(text=held, parse_result__has_key="masthead")
    latest = published.latest_first().values_list("parse_result", flat=True).first()
    if latest is not None:
        parsed = parsed_of(latest)
        for one in statements_of_masthead(parsed.masthead, language=parsed.language):
            yield Retraction(one.fact, Evidence.Origin.MASTHEAD, one.words)

"""The masthead of a page: each fact about a resolution, with where the archive has it from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from archive.models import Evidence, Resolution
from archive.parsing.session_names import figured_ordinal, session_in_words
from archive.templatetags.dates import day_in_words
from archive.web.voting import recorded_vote

Fact = Evidence.Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFact:
    """A fact in words. ``evidence`` is None where the archive keeps none.

    ``address`` is the page of the resolution the value names, empty for other values.
    """

    fact: Fact
    name: str
    value: str
    evidence: Evidence | None
    address: str = ""


def stated_facts(resolution: Resolution, evidence: Iterable[Evidence]) -> tuple[StatedFact, ...]:
    """Every fact known of a resolution, in the order of a masthead; unknown ones are left out.

    Its symbol, and that it was adopted, are said above; they are facts here where the archive
    keeps what they rest on.
    """
    found = {row.fact: row for row in evidence}
    return tuple(
        StatedFact(
            fact=fact,
            name=str(fact.label),
            value=value,
            evidence=found.get(fact),
            address=_address(resolution, fact),
        )
        for fact, value in _values(resolution).items()
        if value and (fact in found or not _is_said_above(resolution, fact))
    )


def body(resolution: Resolution) -> str:
    """The organ and the session in words: "General Assembly, sixty-sixth session"."""
    session = session_in_words(resolution.identity)
    organ = resolution.get_organ_display()
    told = {"organ": organ, "session": session}
    return gettext("%(organ)s, %(session)s") % told if session else organ


def _values(resolution: Resolution) -> Mapping[Fact, str]:
    return {
        Fact.TITLE: resolution.title,
        Fact.SYMBOL: resolution.symbol,
        Fact.STAGE: resolution.get_stage_display(),
        Fact.ADOPTED_AS: str(resolution.adopted_as or ""),
        Fact.ADOPTED_ON: _written(resolution.adopted_on),
        Fact.MEETING: _meeting(resolution),
        Fact.ADOPTION: adoption(resolution),
        Fact.COMMITTEE_REPORT: resolution.committee_report,
        Fact.AGENDA_ITEM: resolution.agenda_item,
        Fact.DRAFT_SYMBOL: resolution.draft_symbol,
        Fact.SPONSORS: ", ".join([*resolution.sponsors, *resolution.additional_sponsors]),
        Fact.DISTRIBUTED_ON: _written(resolution.distributed_on),
        Fact.SERIES: resolution.series,
    }


def _address(resolution: Resolution, fact: Fact) -> str:
    named = resolution.adopted_as if fact == Fact.ADOPTED_AS else None
    return named.get_absolute_url() if named else ""


def _is_said_above(resolution: Resolution, fact: str) -> bool:
    return fact == Fact.SYMBOL or (fact == Fact.STAGE and not resolution.is_draft)


def _written(day: date | None) -> str:
    return day_in_words(day) if day else ""


def adoption(resolution: Resolution) -> str:
    """How it was adopted, with the count where there was a vote; empty where that is not known."""
    if resolution.adoption_method == Resolution.AdoptionMethod.RECORDED_VOTE:
        return recorded_vote(resolution)
    return resolution.get_adoption_method_display()


def _meeting(resolution: Resolution) -> str:
    """The meeting: "89th plenary meeting"; organs that sit in committees too have plenary ones."""
    if not resolution.meeting:
        return ""
    is_plenary = resolution.organ in {Resolution.Organ.GA, Resolution.Organ.ECOSOC}
    words = gettext("%(ordinal)s plenary meeting") if is_plenary else gettext("%(ordinal)s meeting")
    return words % {"ordinal": figured_ordinal(resolution.meeting)}

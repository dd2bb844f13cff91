"""Members by fact: a resolution is of the series that a fact names, unless a person says other."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q

from archive.ingest.lineages.touched import Touched
from archive.ingest.publishing.alignment import Alignment
from archive.ingest.publishing.records import Records
from archive.models import Evidence, Membership, Series
from archive.models.lengths import LONGEST_WORDS
from archive.models.series import slug_of

_State, _Origin = Membership.State, Membership.Origin
#: What each reason says that is a fact's.
NAMES_IT = " names the series “"
_WHO: Mapping[str, str] = {
    Evidence.Origin.PERSON: "A person of the archive",
    Evidence.Origin.MASTHEAD: "The file’s own masthead",
    Evidence.Origin.MANIFEST: "The archive’s manifest",
    Evidence.Origin.FACTS: "The archive’s table of facts",
}


def follow_facts(known: Touched, *, records: Records) -> set[int]:
    """Have memberships say what facts say; the series that this touches, by key.

    What a person has decided stays. A proposal that a fact bears out is accepted. No query where
    there are neither facts nor memberships.
    """
    held, wanted = known.memberships, known.series
    before = set(known.accepted.values())
    if not held and not wanted:
        return before
    series = series_named(wanted.values(), records=records)
    rows = _Rows(held.values(), reasons=_reasons(wanted))
    by_fact = [rows.by_fact(pk, series[name]) for pk, name in wanted.items()]
    Alignment(held, rows.kept(by_fact)).write(Membership, records)
    return before | {one.series_id for one in by_fact}


class _Rows:
    """The memberships of some resolutions, and what the facts that name series rest on."""

    def __init__(self, held: Iterable[Membership], *, reasons: Mapping[int, str]) -> None:
        self._held = {(one.resolution_id, one.series_id): one for one in held}
        self._reasons = reasons

    def by_fact(self, resolution: int, series: Series) -> Membership:
        """The membership that a fact speaks for, unsaved; a decided one is as it was."""
        held = self._held.get((resolution, series.pk))
        if held is not None and held.is_decided:
            return held
        return Membership(
            pk=held.pk if held else None,
            series=series,
            resolution_id=resolution,
            state=_State.PROPOSED if self._is_elsewhere(resolution, series) else _State.ACCEPTED,
            origin=_Origin.FACT,
            reason=self._reasons[resolution],
        )

    def _is_elsewhere(self, resolution: int, series: Series) -> bool:
        """Whether a person has put a resolution into another series."""
        return any(
            one.is_decided and one.state == _State.ACCEPTED and one.series_id != series.pk
            for one in self._held.values()
            if one.resolution_id == resolution
        )

    def kept(self, by_fact: Collection[Membership]) -> list[Membership]:
        """Those by facts, and of the others all but those that a fact spoke for before."""
        told = {(one.resolution_id, one.series_id) for one in by_fact}
        rest = (one for key, one in self._held.items() if key not in told)
        return [*by_fact, *(one for one in rest if one.is_decided or one.origin != _Origin.FACT)]


def _reasons(named: Mapping[int, str]) -> dict[int, str]:
    """Why resolutions are of the series that facts name, with what the facts rest on."""
    evidence = Evidence.objects.filter(resolution__in=named, fact=Evidence.Fact.SERIES)
    rows = evidence.values_list("resolution", "origin", "words")
    told = {resolution: (origin, words) for resolution, origin, words in rows}
    return {
        resolution: _reason(series, told.get(resolution, ("", "")))
        for resolution, series in named.items()
    }


def _reason(series: str, evidence: tuple[str, str]) -> str:
    """A reason, from where the fact was read and what it rests on."""
    origin, words = evidence
    says = f"{_WHO.get(origin, 'A fact')}{NAMES_IT}{series}”"
    return f"{says}; its source: {words}"[:LONGEST_WORDS] if words else f"{says}."


def series_named(names: Iterable[str], *, records: Records) -> dict[str, Series]:
    """The series by the names that facts give them; made where there are none."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    slugs = {name: slug_of(name) for name in wanted}
    held = Series.objects.filter(Q(slug__in=slugs.values()) | Q(name__in=wanted))
    known = {key: one for one in held for key in (one.name, one.slug)}
    found: dict[str, Series] = {}
    for name in wanted:
        slug = slugs[name]
        series = known.get(slug) or known.get(name) or make_series(name, slug=slug, records=records)
        found[name] = known[slug] = series
    return found


def make_series(name: str, *, slug: str, records: Records, title: str = "") -> Series:
    """Make a series; without a title, readers see its name, with a capital letter."""
    series = Series(slug=slug, name=name, title=title or name[:1].upper() + name[1:])
    Series.objects.bulk_create([series])
    records.added(Series, [series.pk])
    return series

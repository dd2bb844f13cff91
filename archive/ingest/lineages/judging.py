"""Judging places: what became of the paragraph before, by its pairing or by the words alone."""

from collections.abc import Iterable, Mapping, Sequence

from archive.comparison.lineages import Link, Say, Standing
from archive.comparison.passages import OF_PARTS, Fate
from archive.comparison.verdicts import Judgement, verdict
from archive.models import Paragraph

_FIRST = Judgement(fate=Fate.NEW, likeness=0.0)


def judged(standings: Sequence[Standing]) -> Mapping[int, Judgement]:
    """What became of the paragraph before each of some, by its key: one query at most.

    Comparing their texts has said so of most. Of two that were not compared, or that a person
    paired, the words alone tell.
    """
    by_words = [one for one in standings if one.before and not _is_told(one.link)]
    told = {one.spot.key: _told(one) for one in standings if one.link and _is_told(one.link)}
    found = told | _by_words(by_words)
    return {one.spot.key: found.get(one.spot.key, _FIRST) for one in standings}


def _is_told(link: Link | None) -> bool:
    return link is not None and (link.say is Say.MACHINE or link.fate in OF_PARTS)


def _told(standing: Standing) -> Judgement:
    link = standing.link
    assert link is not None, "asked only where there is one"
    return Judgement(fate=link.fate, likeness=link.likeness, is_moved=link.is_moved)


def _by_words(standings: Iterable[Standing]) -> dict[int, Judgement]:
    pairs = {one.spot.key: one.before.key for one in standings if one.before}
    if not pairs:
        return {}
    keys = {*pairs, *pairs.values()}
    wordings = dict(Paragraph.objects.filter(pk__in=keys).values_list("pk", "wording"))
    return {after: verdict(wordings[before], wordings[after]) for after, before in pairs.items()}

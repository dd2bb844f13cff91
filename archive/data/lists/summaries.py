"""Summaries: what is known of resolutions, without their texts, many at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from archive.data.records import Record
from archive.models import Evidence, Resolution, Text


def summaries_of(symbols: Sequence[str]) -> Mapping[str, Record]:
    """Records without texts by their symbols, for ``summary_members``: three queries.

    A symbol of which readers may see nothing has none.
    """
    rows = list(Resolution.objects.for_records(symbols))
    evidence: defaultdict[int, list[Evidence]] = defaultdict(list)
    languages: defaultdict[int, list[str]] = defaultdict(list)
    for one in Evidence.objects.of_any(rows):
        evidence[one.resolution_id].append(one)
    texts = Text.objects.of_any(rows).published().order_by("language")
    for key, language in texts.values_list("resolution_id", "language"):
        languages[key].append(language)
    return {
        row.symbol: Record(
            resolution=row,
            text=None,
            languages=tuple(languages[row.pk]),
            evidence=tuple(evidence[row.pk]),
        )
        for row in rows
    }

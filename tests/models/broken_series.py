"""For each named rule of series, pairings and lineages, how to make a row that breaks it."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from archive.models import (
    ComparedTexts,
    Lineage,
    LineagePlace,
    Membership,
    Paragraph,
    ParagraphPairing,
)
from tests import factories as make
from tests.lineages import make_series


def _membership(**fields: Any) -> Membership:
    resolution = fields.pop("resolution", None) or make.make_resolution()
    values = {"state": "accepted", "origin": "fact", "reason": "A fact names the series."}
    series = fields.pop("series", None) or make_series("a-series")
    return Membership.objects.create(series=series, resolution=resolution, **{**values, **fields})


def _two_memberships(*, of_one_series: bool) -> None:
    resolution, first = make.make_resolution(), make_series("first")
    _membership(series=first, resolution=resolution)
    if of_one_series:
        _membership(series=first, resolution=resolution, state="proposed", origin="title")
    else:
        _membership(series=make_series("second"), resolution=resolution)


def _paragraph() -> Paragraph:
    return make.make_paragraph(make.make_text(), "Calls upon all States;")


def _compared(**fields: Any) -> ComparedTexts:
    texts = {"earlier": make.make_text(), "later": make.make_text()}
    return ComparedTexts.objects.create(**{**texts, **fields})


def _compared_twice() -> None:
    first = _compared()
    _compared(earlier=first.earlier, later=first.later)


def _compared_with_itself() -> None:
    text = make.make_text()
    _compared(earlier=text, later=text)


def _pairing(**fields: Any) -> ParagraphPairing:
    one, other = _paragraph(), _paragraph()
    values = {
        "compared": _compared(earlier=one.text, later=other.text),
        "earlier": one,
        "later": other,
        "fate": "kept",
        "likeness": 1.0,
    }
    return ParagraphPairing.objects.create(**{**values, **fields})


def _paired_twice() -> None:
    first = _pairing()
    _pairing(compared=first.compared, earlier=first.earlier, later=first.later)


def _decided(**fields: Any) -> ParagraphPairing:
    told = {"decision": "denied", "decided_at": timezone.now(), "reason": "It is another one."}
    return _pairing(**{**told, **fields})


def _lineage(name: str = "A/RES/66/164/op1", **fields: Any) -> Lineage:
    return Lineage.objects.create(name=name, **({"series": make_series("a-series")} | fields))


def _became_itself() -> None:
    lineage = _lineage()
    Lineage.objects.filter(pk=lineage.pk).update(became=lineage)


def _place(**fields: Any) -> LineagePlace:
    values = {"fate": "new", "likeness": 0}
    return LineagePlace.objects.create(
        lineage=_lineage(), paragraph=_paragraph(), **{**values, **fields}
    )


BROKEN_SERIES: dict[str, Callable[[], object]] = {
    "series_slug_is_plain": lambda: make_series("Human rights"),
    "series_has_a_name": lambda: make_series(name=""),
    "series_has_a_title": lambda: make_series(title=""),
    "membership_one_for_each_series": lambda: _two_memberships(of_one_series=True),
    "membership_accepted_in_one_series": lambda: _two_memberships(of_one_series=False),
    "membership_state_is_known": lambda: _membership(
        state="lost", decided_by=make.make_staff("publisher"), decided_at=timezone.now()
    ),
    "membership_origin_is_known": lambda: _membership(
        origin="guess", decided_by=make.make_staff("publisher"), decided_at=timezone.now()
    ),
    "membership_has_a_reason": lambda: _membership(reason=""),
    "membership_reason_is_short": lambda: _membership(reason="w" * 4_001),
    "membership_is_decided_by_somebody_or_a_fact": lambda: _membership(state="refused"),
    "compared_once": _compared_twice,
    "compared_with_another_text": _compared_with_itself,
    "compared_by_a_method_or_by_people": lambda: _compared(method="1"),
    "pairing_one_for_two": _paired_twice,
    "pairing_fate_is_known": lambda: _pairing(fate="new"),
    "pairing_likeness_is_a_share": lambda: _pairing(likeness=1.5),
    "pairing_decision_is_known": lambda: _decided(
        decision="guessed", decided_by=make.make_staff("publisher")
    ),
    "pairing_is_decided_by_somebody_for_a_reason": _decided,
    "pairing_reason_is_short": lambda: _decided(
        decided_by=make.make_staff("publisher"), reason="w" * 4_001
    ),
    "lineage_name_is_a_place": lambda: _lineage("A/RES/66/164"),
    "lineage_did_not_become_itself": _became_itself,
    "lineage_place_fate_is_known": lambda: _place(fate="lost", before=_paragraph()),
    "lineage_place_is_new_where_nothing_was_before": lambda: _place(fate="kept", likeness=1),
    "lineage_place_likeness_is_a_share": lambda: _place(
        fate="kept", likeness=2, before=_paragraph()
    ),
}

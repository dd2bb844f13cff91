"""Series for tests: members with texts, and lineages whose places a test names one by one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from archive.ingest.lineages.following import follow
from archive.ingest.publishing.records import Change, Records
from archive.models import (
    ComparedTexts,
    Lineage,
    LineagePlace,
    Membership,
    Paragraph,
    ParagraphPairing,
    Resolution,
    Series,
    Text,
)
from archive.models.series_order import order_in_series
from tests import factories as make


def make_series(slug: str = "human-rights-defenders", **fields: Any) -> Series:
    """A series without members."""
    name = slug.replace("-", " ")
    return Series.objects.create(slug=slug, **({"name": name, "title": name.capitalize()} | fields))


def member(resolution: Resolution) -> Resolution:
    """One that is of the series its fact names, made where there is none, as by publishing."""
    records = Records(Change(reason="A test"))
    follow([resolution.pk], records=records)
    records.write()
    return resolution


def join(series: Series, *resolutions: Resolution) -> None:
    """Make resolutions members of a series, because their facts say so."""
    for one in resolutions:
        Membership.objects.create(
            series=series,
            resolution=one,
            state=Membership.State.ACCEPTED,
            origin=Membership.Origin.FACT,
            reason=f"A fact says that {one.symbol} is of it.",
        )


def make_lineage(series: Series, *paragraphs: Paragraph, **fates: str) -> Lineage:
    """A lineage through paragraphs, named by the first; it was reworded where words differ.

    ``fates`` say otherwise, by anchors with ``_`` for each hyphen.
    """
    first = paragraphs[0]
    lineage = Lineage.objects.create(
        series=series, name=f"{first.text.resolution.symbol}/{first.anchor}"
    )
    before: dict[int, Paragraph] = {}
    for one in _in_order(paragraphs):
        earlier = [other for text, other in before.items() if text != one.text_id]
        _place(lineage, one, earlier[-1] if earlier else None, fates)
        before[one.text_id] = one
    return lineage


def _in_order(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    rows = Paragraph.objects.filter(pk__in=[one.pk for one in paragraphs])
    return list(rows.order_by(*order_in_series("text__resolution__"), "position"))


def _place(
    lineage: Lineage, one: Paragraph, before: Paragraph | None, fates: Mapping[str, str]
) -> None:
    same = before is not None and before.wording == one.wording
    told = "kept" if same else "reworded"
    fate = fates.get(one.anchor.replace("-", "_"), told) if before else "new"
    likeness = 0.0 if before is None else 1.0 if same else 0.8
    LineagePlace.objects.create(
        lineage=lineage, paragraph=one, before=before, fate=fate, likeness=likeness
    )


def pair_parts(was: Text, became: Text, *, fate: str, **anchors: str) -> None:
    """Say what paragraphs of a text, named by their anchors, were split into or merged into."""
    compared = ComparedTexts.objects.create(earlier=was, later=became)
    for earlier, later in anchors.items():
        ParagraphPairing.objects.create(
            compared=compared,
            earlier=paragraph_of(was, earlier),
            later=paragraph_of(became, later),
            fate=fate,
            likeness=0.5,
        )


def paragraph_of(text: Text, anchor: str) -> Paragraph:
    """The paragraph of a text at an anchor."""
    return text.paragraphs.get(anchor=anchor)


def make_defenders() -> Series:
    """A series of five resolutions that are held, one that is not, and a draft.

    One lineage goes through all but the Council's text, one comes back after a gap, one is the
    Council's alone, one of a draft alone.
    """
    with make.catalogued_once():
        series = make_series()
        texts = _texts_of_defenders(series)
        register = _of_each(texts, _REGISTER, opening="Encourages", form="encourage")
        for anchor, symbol in (("op1", "62/152"), ("op1", "66/164"), ("op1", "L.46")):
            told = {"opening": "Calls upon", "form": "call upon"}
            texts[symbol].paragraphs.filter(anchor=anchor).update(**told)
        make_lineage(series, *register)
        make_lineage(series, *_of_each(texts, _AGAIN))
        urges = {"opening": "Urges", "form": "urge"}
        make_lineage(series, *_of_each(texts, {"13/13": "Urges States to listen;"}, **urges))
        make_lineage(series, *_of_each(texts, {"L.46": "Decides to propose;"}))
        preamble = dict.fromkeys(("56/163", "66/164"), "Recalling its resolutions,")
        recalling = {"kind": "preambular", "opening": "Recalling", "form": "recall"}
        make_lineage(series, *_of_each(texts, preamble, **recalling))
    return series


_REGISTER = {
    "56/163": "Encourages States to register;",
    "58/178": "Encourages States to register;",
    "62/152": "Calls upon States to register;",
    "66/164": "Calls upon States to register freely;",
    "L.46": "Calls upon States to register all;",
}
_AGAIN = {"56/163": "Requests a report;", "66/164": "Requests a new report;"}


def _texts_of_defenders(series: Series) -> dict[str, Text]:
    adopted = {"56/163": 2001, "58/178": 2003, "62/152": 2007, "66/164": 2011}
    found = {name: make.adopted(f"A/RES/{name}", year) for name, year in adopted.items()}
    found["13/13"] = make.adopted("A/HRC/RES/13/13", 2010)
    taken = make.adopted("A/RES/70/161", 2015)
    found["L.46"] = make.make_draft(distributed_on=date(2015, 11, 3), adopted_as=taken)
    make.make_evidence(found["56/163"], fact="adopted_on", is_verified=False)
    join(series, *found.values(), taken)
    return {name: make.make_text(one) for name, one in found.items()}


def _of_each(texts: Mapping[str, Text], words: Mapping[str, str], **fields: Any) -> list[Paragraph]:
    return [make.make_paragraph(texts[name], said, **fields) for name, said in words.items()]

"""A series for tests: texts that come one after another, as publishing brings them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from archive.ingest.lineages.following import follow
from archive.ingest.publishing.records import Change, Records
from archive.models import LineagePlace, Paragraph, Resolution, Text
from tests import factories as make

NAME = "human rights defenders"
LAWS = "Calls upon all States to bring their laws into line with the Declaration;"
REPORT = "Requests the Secretary-General to report on the means of protecting defenders;"
IMPUNITY = "Emphasizes the importance of combating impunity for threats and attacks;"
WOMEN = "Expresses concern about violence against women who defend human rights;"
SEIZED = "Decides to remain seized of the matter at its next session."
#: How the four texts of the series word their paragraphs.
WORDINGS = {
    "A/RES/56/1": (LAWS, IMPUNITY, SEIZED),
    "A/RES/58/1": (IMPUNITY, LAWS, REPORT),
    "A/RES/60/1": (LAWS.replace("all States", "all Member States"), WOMEN, REPORT),
    "A/RES/62/1": (WOMEN, REPORT.replace("report", "report each year"), IMPUNITY),
}

#: Which of their paragraphs are one.
ALL = {
    frozenset({"56 op1", "58 op2", "60 op1"}),
    frozenset({"56 op2", "58 op1", "62 op3"}),
    frozenset({"58 op3", "60 op3", "62 op2"}),
    frozenset({"60 op2", "62 op1"}),
    frozenset({"56 op3"}),
}


def records(reason: str = "A test") -> Records:
    return Records(Change(reason=reason))


def came(symbol: str, wordings: Sequence[str] = (), **fields: Any) -> Text:
    """A text that is published into the series, by default that of ``WORDINGS``."""
    year = 1945 + int(symbol.split("/")[2])
    dated = {"adopted_on": date(year, 12, 19), "series": NAME}
    with make.catalogued_once():
        resolution = make.make_resolution(symbol, **(dated | fields))
        text = make.make_text(resolution)
        for wording in wordings or WORDINGS[symbol]:
            make.make_paragraph(text, wording)
    followed(resolution, rewritten=[text.pk])
    return text


def followed(resolution: Resolution, *, rewritten: Sequence[int] = ()) -> None:
    """Have the series come along, and what was written be recorded."""
    kept = records()
    follow([resolution.pk], rewritten=rewritten, records=kept)
    kept.write()


def joined() -> set[frozenset[str]]:
    """The lineages as sets of paragraphs: "56 op1"."""
    groups: dict[int, set[str]] = {}
    for place in LineagePlace.objects.select_related("paragraph__text__resolution"):
        groups.setdefault(place.lineage_id, set()).add(name_of(place.paragraph))
    return {frozenset(group) for group in groups.values()}


def name_of(paragraph: Paragraph) -> str:
    return f"{paragraph.text.resolution.session} {paragraph.anchor}"


def paragraph(symbol: str, anchor: str) -> Paragraph:
    return Paragraph.objects.get(text__resolution__symbol=symbol, anchor=anchor)


def lineage_of(symbol: str, anchor: str) -> str:
    return LineagePlace.objects.get(paragraph=paragraph(symbol, anchor)).lineage.name

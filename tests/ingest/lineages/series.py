"""A series for tests: texts that come one after another, as publishing brings them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from archive.ingest.lineages.following import follow
from archive.ingest.publishing.records import Change, Records
from archive.models import LineagePlace, Paragraph, Resolution, Text
from archive.models.text import content_hash_of
from archive.parsing.symbols import Symbol
from tests import factories as make

_AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
NAME = "human rights defenders"
LAWS = "Calls upon all States to bring their laws into line with the Declaration;"
REPORT = "Requests the Secretary-General to report on the means of protecting defenders;"
IMPUNITY = "Emphasizes the importance of combating impunity for threats and attacks;"
WOMEN = "Expresses concern about violence against women who defend human rights;"
SEIZED = "Decides to remain seized of the matter at its next session."
#: Two of its texts, and why somebody decides on their paragraphs.
OLD, NEW = "A/RES/56/1", "A/RES/58/1"
WHY = "The sponsors said so when they introduced it."
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
    text = _held(symbol, wordings or WORDINGS[symbol], fields)
    followed(text.resolution, rewritten=[text.pk])
    return text


def all_came() -> list[Text]:
    """The four texts of ``WORDINGS``, published at once."""
    texts = [_held(symbol, wordings, {}) for symbol, wordings in WORDINGS.items()]
    kept = records()
    follow([one.resolution_id for one in texts], records=kept)
    kept.write()
    return texts


def _held(symbol: str, wordings: Sequence[str], fields: dict[str, Any]) -> Text:
    """A text in the archive that nothing has followed; it has no card, since none is looked for."""
    year = 1945 + int(symbol.split("/")[2])
    identity = Symbol.read(symbol)
    values: dict[str, Any] = {
        "organ": identity.organ,
        "session": identity.session,
        "number": identity.number,
        "title": f"Title of {symbol}",
        "adopted_on": date(year, 12, 19),
        "series": NAME,
    }
    resolution = Resolution.objects.create(symbol=symbol, **(values | fields))
    wording = "\n".join(wordings)
    text = Text.objects.create(
        resolution=resolution,
        source_file=make.make_source_file(),
        wording=wording,
        content_hash=content_hash_of(wording),
        parser_version="1",
        parsed_at=_AT,
    )
    Paragraph.objects.bulk_create(paragraphs_of(text, wordings))
    return text


def paragraphs_of(text: Text, wordings: Sequence[str], *, first: int = 1) -> Iterator[Paragraph]:
    """Operative paragraphs of a text, unsaved; the number of the first may be told."""
    for number, words in enumerate(wordings, first):
        yield Paragraph(
            text=text,
            position=number,
            anchor=f"op{number}",
            number=number,
            kind="operative",
            wording=words,
        )


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

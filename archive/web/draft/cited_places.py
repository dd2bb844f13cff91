"""Places that a draft cites: whether the texts that are held have the paragraphs it names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.models import Paragraph
from archive.parsing.citations.references import prints_letter
from archive.parsing.parsed import Citation
from archive.parsing.pinpointed import paragraphs_named
from archive.parsing.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPlaces:
    """The paragraphs that a citation names: anchors that the text has, and places it has not."""

    anchors: tuple[str, ...] = ()
    missing: tuple[Place, ...] = ()


NOWHERE = CitedPlaces()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A paragraph of a text that is held."""

    anchor: str
    place: Place
    wording: str


def cited_places(citations: Iterable[Citation]) -> Mapping[tuple[str, str], CitedPlaces]:
    """What is there of the paragraphs that citations name, by symbol and pinpoint.

    One database query where any is named, else none. Texts that are not held are left out, as are
    those that number no paragraphs.
    """
    named = {
        (one.target, one.pinpoint): paragraphs_named(one.pinpoint)
        for one in citations
        if one.target and one.pinpoint
    }
    held = _held({symbol for (symbol, _pinpoint), places in named.items() if places})
    return {
        key: _compared(places, held[key[0]])
        for key, places in named.items()
        if places and key[0] in held
    }


def _held(symbols: set[str]) -> Mapping[str, Sequence[_Held]]:
    """The paragraphs of texts that number any, by symbol; those of annexes are left out."""
    held: dict[str, list[_Held]] = defaultdict(list)
    for one in Paragraph.objects.printed_by(symbols) if symbols else ():
        place = Place.read(one.anchor, label=one.label)
        if place and place.series in {"op", "pp"} and not place.is_annexed:
            symbol = one.text.resolution.symbol
            held[symbol].append(_Held(anchor=one.anchor, place=place, wording=one.wording))
    return {
        symbol: found
        for symbol, found in held.items()
        if any(one.place.series == "op" for one in found)
    }


def _compared(named: Sequence[Place], held: Sequence[_Held]) -> CitedPlaces:
    found = {place: _anchor(place, held) for place in named}
    return CitedPlaces(
        anchors=tuple(dict.fromkeys(anchor for anchor in found.values() if anchor)),
        missing=tuple(place for place, anchor in found.items() if not anchor),
    )


def _anchor(named: Place, held: Sequence[_Held]) -> str:
    """The anchor of a place, or of the paragraph that has its letter among its words; else none."""
    alike = [
        one for one in held if (one.place.series, one.place.number) == (named.series, named.number)
    ]
    for one in alike:
        if one.place.labels == named.labels and not one.place.remarks:
            return one.anchor
    above = [one for one in alike if one.place.labels == named.labels[:-1]]
    printed = (
        one.anchor for one in above if named.labels and prints_letter(one.wording, named.labels[-1])
    )
    return next(printed, "")

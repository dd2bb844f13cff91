"""Pinpointed: whether the place that a citation names, as printed, is a certain place of a text.

Reads: a pinpoint ("annex, article 5", "paras. 2 (a) and (b)"), a place. Writes: how near it aims.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from archive.parsing.places import Place
from archive.parsing.symbols import roman_number

_UNITS = {
    "annex": "annex",
    "appendi": "appendix",
    "part": "part",
    "art": "article",
    "rule": "rule",
    "principle": "principle",
    "guideline": "guideline",
    "regulation": "regulation",
    "para": "para",
}
_NUMBER = r"(?:\d{1,4}(?:\.\d{1,3}){0,3}(?: (?:bis|ter|quater)\b)?|[IVXLC]{1,7}\b)"
_DESIGNATORS = rf"(?:,|-|–|and\b|to\b|or\b|\(\w{{1,4}}\)|{_NUMBER})"
_ELEMENT = re.compile(
    rf"\b(?P<preambular>preambular )?(?P<unit>{'|'.join(_UNITS)})[a-z]*\.?"
    rf"(?P<designators>(?:\s?{_DESIGNATORS}){{0,60}})"
)
_DESIGNATOR = re.compile(
    rf"(?P<joint>-|–|to\s)?\s?(?P<number>{_NUMBER})?(?P<labels>(?:\s?\(\w{{1,4}}\)){{0,4}})"
)
_WORD = re.compile(r"[A-Za-z]+")
_MOST_NAMED = 50
_LABEL = re.compile(r"\((\w+)\)")

Labels = tuple[str, ...]


class Aim(IntEnum):
    """How near a pinpoint aims at a place: elsewhere, at what it is a part of, at the place."""

    ELSEWHERE = 0
    WIDER = 1
    THE_PLACE = 2


@dataclass(frozen=True, slots=True)
class _Element:
    """A unit that a pinpoint names, with its numbers and the labels behind each; any, of none."""

    unit: str
    is_preambular: bool
    numbers: tuple[tuple[str, Labels], ...]

    def labels_of(self, number: str) -> list[Labels]:
        """The labels it names below a number; none where it does not name the number."""
        if not self.numbers:
            return [()]
        return [labels for named, labels in self.numbers if named == number]


def aim(pinpoint: str, at: Place) -> Aim:
    """How near a pinpoint aims at a place; what stands below the place is part of it.

    A paragraph named alone is one of the text itself, never of what is annexed to it.
    """
    elements = list(_elements(pinpoint))
    divisions = [one for one in elements if one.unit != "para"]
    paragraphs = [one for one in elements if one.unit == "para"]
    if not elements or (at.is_annexed and not divisions):
        return Aim.ELSEWHERE
    named = dict(_division(one) for one in at.divisions)
    if any(one.unit not in named or not one.labels_of(named[one.unit]) for one in divisions):
        return Aim.ELSEWHERE
    if not at.series:
        is_last_named = bool(at.divisions) and divisions[-1].unit == _division(at.divisions[-1])[0]
        return Aim.THE_PLACE if is_last_named else Aim.WIDER
    return min((_aim_of(one, at) for one in paragraphs), default=Aim.WIDER)


def paragraphs_named(pinpoint: str) -> list[Place]:
    """The paragraphs of a text itself that a pinpoint names: "paragraphs 18 and 19", those two.

    None where it names an annex, a section or any other division, or more than anybody does.
    """
    elements = list(_elements(pinpoint))
    others = set(_WORD.findall(_ELEMENT.sub("", pinpoint))) - {"operative", "and", "or"}
    places = [
        Place(series="pp" if one.is_preambular else "op", number=number, steps=labels)
        for one in elements
        for number, labels in one.numbers
    ]
    is_of_others = others or any(one.unit != "para" for one in elements)
    return [] if is_of_others or len(places) > _MOST_NAMED else places


def pattern_of(at: Place) -> str:
    """A regular expression of PostgreSQL that every pinpoint matches which aims at a place.

    Others match too, as those of a range that may have it within.
    """
    units = dict.fromkeys(_division(one)[0][:3] for one in at.divisions if at.is_annexed)
    if units:
        return "|".join(units)
    return rf"para.*(\m{re.escape(at.number)}\M|[-–]|\mto\M)"


def _aim_of(element: _Element, at: Place) -> Aim:
    """How near the paragraphs that an element names are."""
    is_of_series = at.series == ("pp" if element.is_preambular else "op")
    aims = [_below(labels, at.labels) for labels in element.labels_of(at.number)]
    return max(aims, default=Aim.ELSEWHERE) if is_of_series else Aim.ELSEWHERE


def _below(named: Labels, labels: Labels) -> Aim:
    """How near labels are that are named; fewer than the place has name what it is part of."""
    shared = min(len(named), len(labels))
    if named[:shared] != labels[:shared]:
        return Aim.ELSEWHERE
    return Aim.THE_PLACE if len(named) >= len(labels) else Aim.WIDER


def _division(words: str) -> tuple[str, str]:
    unit, _, number = words.partition(" ")
    return unit, number


def _elements(pinpoint: str) -> Iterator[_Element]:
    for match in _ELEMENT.finditer(pinpoint):
        yield _Element(
            _UNITS[match["unit"]],
            match["preambular"] is not None,
            tuple(_numbers(match["designators"])),
        )


def _numbers(designators: str) -> Iterator[tuple[str, Labels]]:
    """Every number with the labels behind it; "2 (a) and (b)" names two labels of one number."""
    last = ""
    for match in _DESIGNATOR.finditer(designators):
        labels = tuple(_LABEL.findall(match["labels"]))
        number = _in_figures(match["number"]) if match["number"] else last
        if not number or not match[0].strip(" -–"):
            continue
        if match["joint"] and last.isdecimal() and number.isdecimal():
            yield from ((str(one), ()) for one in range(int(last) + 1, int(number)))
        yield number, labels
        last = number


def _in_figures(number: str) -> str:
    return str(roman_number(number) or number)

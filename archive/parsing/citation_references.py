"""References: to paragraphs of the same text, and back to the resolution cited last.

Reads: a text with plain signs, the anchors of its paragraphs, the acts it cites. Writes:
citations without a symbol in their words: "paragraph 15 of the present resolution", "annexed to
that resolution". A reference to a paragraph that is not there is left out.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from archive.parsing.citation_words import Found

_FIRST = re.compile(r"\b(?:(?:operative )?[Pp]aragraphs?|(?P<sub>[Ss]ub-?paragraphs?)) (?=\d|\()")
_NUMBER = re.compile(r"(?P<number>\d{1,3})?(?P<letters>(?: ?\([a-z]{1,4}\)){0,2})(?![\w/])")
_JOINT = re.compile(r"(?P<range> to |-)|, and |, or |, | and | or ")
_HERE = re.compile(r" (?:above|below|of (?:the present|this) (?:resolution|decision))\b")
_LETTER = re.compile(r"\(([a-z]+)\)")
_ROOT = re.compile(r"(?P<prefix>.*?)op\d+")
_LONGEST_RANGE = 100

_BACK = re.compile(
    r"\b(?:[Aa]nnexed|[Aa]nnex) (?:thereto|to (?:that|the said) (?:resolution|decision))\b"
)
_PLACE_BACK = re.compile(
    r"\b(?P<place>(?:paragraph|section|part) (?:\d{1,3}|[IVX]{1,5})(?: \([a-z]\))?)"
    r" (?:thereof|of (?:that|the said) (?:resolution|decision))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A paragraph referred to: its span, its number or the letter within, and what joined it."""

    start: int
    end: int
    number: int | None
    letters: tuple[str, ...]
    after_range: bool


def references_in(plain: str, source: str, *, anchors: AbstractSet[str]) -> Iterator[Found]:
    """Each reference to a paragraph of the same text, from the paragraph whose anchor is given."""
    for match in _FIRST.finditer(plain):
        places, end = _read_places(plain, match)
        here = _HERE.match(plain, end)
        if here and places:
            scope = _Scope.of(source, match)
            yield from _within(places, scope, anchors=anchors, end=here.end())


def _read_places(plain: str, first: re.Match[str]) -> tuple[list[_Place], int]:
    """The numbers after "paragraphs", and where they end."""
    places: list[_Place] = []
    start, at, ranges = first.start(), first.end(), False
    while True:
        number = _NUMBER.match(plain, at)
        if number is None or number.end() == at:
            return places, places[-1].end if places else at
        letters = tuple(_LETTER.findall(number["letters"]))
        figure = int(number["number"]) if number["number"] else None
        places.append(
            _Place(
                start=start,
                end=number.end(),
                number=figure,
                letters=letters,
                after_range=ranges,
            )
        )
        joint = _JOINT.match(plain, number.end())
        if joint is None:
            return places, number.end()
        at = start = joint.end()
        ranges = joint["range"] is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """Where numbers and letters count from: the part of the text, and the paragraph."""

    prefix: str
    root: str
    is_sub: bool

    @classmethod
    def of(cls, source: str, match: re.Match[str]) -> "_Scope":
        """The scope of a reference that stands in a paragraph."""
        root = _ROOT.match(source)
        is_sub = match["sub"] is not None
        prefix, whole = (root["prefix"], root.group()) if root else ("", "")
        return cls(prefix=prefix, root=whole, is_sub=is_sub)

    def anchor(self, place: _Place) -> str:
        """The anchor a place names, whether or not it is there."""
        root = self.root if self.is_sub else f"{self.prefix}op{place.number}"
        return "-".join((root, *place.letters))


def _within(
    places: Sequence[_Place], scope: _Scope, *, anchors: AbstractSet[str], end: int
) -> Iterator[Found]:
    """A citation for each place that is there; numbers a range implies stand where it does."""
    for index, place in enumerate(places):
        if index and place.after_range:
            yield from _implied(places[index - 1], place, prefix=scope.prefix, anchors=anchors)
        anchor = _nearest(scope.anchor(place), anchors, prefix=scope.prefix)
        if anchor and (place.number or scope.is_sub):
            last = end if index == len(places) - 1 else place.end
            yield Found(start=place.start, end=last, target=None, pinpoint=anchor)


def _implied(
    first: _Place, last: _Place, *, prefix: str, anchors: AbstractSet[str]
) -> Iterator[Found]:
    """The paragraphs between two numbers, those that are there."""
    if first.number and last.number:
        for number in range(first.number + 1, min(last.number, first.number + _LONGEST_RANGE)):
            anchor = f"{prefix}op{number}"
            if anchor in anchors:
                yield Found(start=first.end, end=last.start, target=None, pinpoint=anchor)


def _nearest(anchor: str, anchors: AbstractSet[str], *, prefix: str) -> str | None:
    """The anchor or, where its letters are run into a paragraph, that of the paragraph."""
    while anchor not in anchors:
        if "-" not in anchor.removeprefix(prefix):
            return None
        anchor = anchor.rpartition("-")[0]
    return anchor


def references_back(plain: str, acts: Sequence[Found]) -> Iterator[Found]:
    """Each reference back to the act cited last before it: "annexed to that resolution"."""
    for pattern in (_BACK, _PLACE_BACK):
        earlier = iter(acts)
        last, coming = None, next(earlier, None)
        for match in pattern.finditer(plain):
            while coming and coming.end <= match.start():
                last, coming = coming, next(earlier, None)
            if last:
                place = match["place"] if pattern is _PLACE_BACK else "annex"
                yield Found(
                    start=match.start(),
                    end=match.end(),
                    target=last.target,
                    pinpoint=place,
                    by_name=True,
                )

"""References within a text: to its own paragraphs and annexes.

Reads: a text with plain signs, the anchors of the paragraphs. Writes: citations without a target,
whose pinpoint is the anchor: "paragraph 15 of the present resolution", "paragraphs 2 (a) and (b)
above", "the annex to the present resolution". A reference to what is not there is left out.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from archive.parsing.citations.ranges import NOT_LISTED, Allowance
from archive.parsing.citations.words import Found

_FIRST = re.compile(r"\b(?:(?:operative )?[Pp]aragraphs?|(?P<sub>[Ss]ub-?paragraphs?)) (?=\d|\()")
_NUMBER = re.compile(r"(?P<number>\d{1,3})?(?P<letters>(?: ?\([a-z]{1,4}\)){0,3})(?![\w/])")
_JOINT = re.compile(r"(?P<range> to |-)|, and |, or |, | and | or ")
_HERE = re.compile(
    r" (?:above|below|"
    r"of (?:the present|this) (?:(?P<act>resolution|decision)|section|part|annex))\b"
)
#: What is said of the whole text goes for the paragraphs named right behind.
_HERE_BEFORE = re.compile(
    r"\bthe present (?P<act>resolution|decision)\W{1,2}"
    r"(?:(?:with the exception of|except(?: for)?|including|in particular|particularly|notably|"
    r"especially) )$"
)
_LOOK_BACK = 80
_LETTER = re.compile(r"\(([a-z]+)\)")
_ROOT = re.compile(r"(?P<prefix>.*?)op\d+")
_ANNEX = re.compile(
    r"\b(?:[Pp]aragraph (?P<paragraph>\d{1,3}) of (?:the )?)?"
    r"(?:[Aa]nnexed|[Aa]nnex(?: (?P<number>[IVX]{1,4}))?) "
    r"(?:hereto|to (?:the present|this) (?:resolution|decision))\b"
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A paragraph referred to: its span, its number or the letters within, and what joined it."""

    start: int
    end: int
    number: int | None
    letters: tuple[str, ...]
    after_range: bool


def references_in(
    plain: str, source: str, *, anchors: AbstractSet[str], allowance: Allowance
) -> Iterator[Found]:
    """Each reference to a paragraph of the same text, from the paragraph whose anchor is given."""
    for places, scope, end in _named_in(plain, source):
        found = _within(places, scope, anchors=anchors, allowance=allowance)
        yield from _ending(list(found), places[-1].end, end=end)


def absent_in(
    plain: str, source: str, *, numbers: AbstractSet[int]
) -> Iterator[tuple[int, int, int]]:
    """Each number that a reference names and no paragraph has, after the reference's span."""
    for places, _, end in _named_in(plain, source):
        for place in places:
            if place.number is not None and place.number not in numbers:
                yield places[0].start, end, place.number


def lettered_in(plain: str, source: str) -> Iterator[tuple[int, int, str]]:
    """Each sub-paragraph that a reference names: its span, and the anchor that it would have."""
    for places, scope, end in _named_in(plain, source):
        for place in places:
            if place.letters and scope.knows(place):
                is_last = place.end == places[-1].end
                yield place.start, end if is_last else place.end, scope.anchor(place)


def prints_letter(words: str, letter: str) -> bool:
    """Whether a paragraph prints a letter of a list, "to act; (b) to report", and none it cites."""
    return re.search(rf"(?<!\d)(?<!\d )(?<!graph )\({re.escape(letter)}\)", words) is not None


def _named_in(plain: str, source: str) -> Iterator[tuple[list["_Place"], "_Scope", int]]:
    """The places that each reference names, where they count from, and where it ends."""
    for match in _FIRST.finditer(plain) if "aragraph" in plain else ():
        places, end = _read_places(plain, match)
        here = _HERE.match(plain, end)
        before = _HERE_BEFORE.search(plain, max(0, match.start() - _LOOK_BACK), match.start())
        said = here or before
        if said and places:
            scope = _Scope.of(source, match, is_act=said["act"] is not None)
            yield places, scope, here.end() if here else end


def annexes_in(plain: str, *, anchors: AbstractSet[str]) -> Iterator[Found]:
    """Each reference to an annex of the same text, or to a numbered paragraph in it."""
    for match in _ANNEX.finditer(plain) if "nnex" in plain else ():
        number = _ROMAN.index(match["number"]) if match["number"] in _ROMAN else 0
        anchor = f"annex-{number or 1}"
        within = f"{anchor}-op{match['paragraph']}"
        if anchor in anchors:
            anchor = within if within in anchors else anchor
            yield Found(start=match.start(), end=match.end(), target=None, pinpoint=anchor)


def _read_places(plain: str, first: re.Match[str]) -> tuple[list[_Place], int]:
    """The numbers after "paragraphs", and where they end."""
    places: list[_Place] = []
    start, at, ranges = first.start(), first.end(), False
    while True:
        number = _NUMBER.match(plain, at)
        if number is None or number.end() == at:
            return places, places[-1].end if places else at
        places.append(_place(number, start, places=places, after_range=ranges))
        joint = _JOINT.match(plain, number.end())
        if joint is None:
            return places, number.end()
        at = start = joint.end()
        ranges = joint["range"] is not None


def _place(
    match: re.Match[str], start: int, *, places: Sequence[_Place], after_range: bool
) -> _Place:
    """A place as printed; letters alone are of the number before: "2 (a) and (b)"."""
    letters = tuple(_LETTER.findall(match["letters"]))
    number = int(match["number"]) if match["number"] else None
    if number is None and places:
        before = places[-1]
        number, letters = before.number, (*before.letters[: -len(letters)], *letters)
    return _Place(
        start=start, end=match.end(), number=number, letters=letters, after_range=after_range
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """Where numbers and letters count from: the part of the text, and the paragraph."""

    prefix: str
    root: str
    is_sub: bool

    @classmethod
    def of(cls, source: str, match: re.Match[str], *, is_act: bool) -> "_Scope":
        """The scope of a reference; an annex that speaks of its resolution leaves itself."""
        root = _ROOT.match(source)
        prefix, whole = (root["prefix"], root.group()) if root else ("", "")
        leaves = is_act and prefix.startswith("annex")
        return cls(prefix="" if leaves else prefix, root=whole, is_sub=match["sub"] is not None)

    def anchor(self, place: _Place) -> str:
        """The anchor a place names, whether or not it is there."""
        root = self.root if place.number is None else f"{self.prefix}op{place.number}"
        return "-".join((root, *place.letters))

    def knows(self, place: _Place) -> bool:
        """Whether a place can be meant: letters alone only as those of the paragraph itself."""
        return place.number is not None or self.is_sub


def _within(
    places: Sequence[_Place], scope: _Scope, *, anchors: AbstractSet[str], allowance: Allowance
) -> Iterator[Found]:
    """A citation for each place that is there; what a range implies stands where it does."""
    for index, place in enumerate(places):
        conflict = None
        if index and place.after_range:
            first = places[index - 1]
            implied = [one for one in _between(first, place, scope=scope) if one in anchors]
            is_listed = allowance.grants(len(implied))
            conflict = None if is_listed else NOT_LISTED
            for anchor in implied if is_listed else ():
                yield Found(start=first.end, end=place.start, target=None, pinpoint=anchor)
        nearest = _nearest(scope.anchor(place), anchors, prefix=scope.prefix)
        if nearest and scope.knows(place):
            yield Found(
                start=place.start, end=place.end, target=None, pinpoint=nearest, conflict=conflict
            )


def _ending(found: list[Found], printed: int, *, end: int) -> Iterator[Found]:
    """The citations, the one of the last place with the words behind it ("above")."""
    for one in found:
        yield replace(one, end=end) if one.end == printed else one


def _between(first: _Place, last: _Place, *, scope: _Scope) -> Iterator[str]:
    """The anchors between two numbers, or between two single letters of one paragraph."""
    if first.number != last.number:
        for number in range((first.number or 0) + 1, last.number or 0):
            yield f"{scope.prefix}op{number}"
    elif first.letters and last.letters and len(first.letters[-1] + last.letters[-1]) == 2:
        stem = scope.anchor(last).rpartition("-")[0]
        for code in range(ord(first.letters[-1]) + 1, ord(last.letters[-1])):
            yield f"{stem}-{chr(code)}"


def _nearest(anchor: str, anchors: AbstractSet[str], *, prefix: str) -> str | None:
    """The anchor or, where its letters are run into a paragraph, that of the paragraph."""
    while anchor not in anchors:
        if "-" not in anchor.removeprefix(prefix):
            return None
        anchor = anchor.rpartition("-")[0]
    return anchor

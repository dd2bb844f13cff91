"""Pinpoints: the place in a resolution that a reference names, as each style writes it.

The Editorial Manual counts paragraphs of a preamble in words (“tenth preambular paragraph”) and
sets labels of sub-paragraphs apart (“para. 10 (a)”); law journals close them up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archive.parsing.places import Place
from archive.parsing.session_names import ordinal

#: Most texts number their paragraphs alike.
_MOST_PLACES_REMEMBERED = 4_096
_NOTE = "fn"
_PREAMBULAR, _INTRODUCTION, _HEADING, _UNNUMBERED = "pp", "introduction", "heading", "p"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a style calls each kind of place.

    ``counted`` is whether it counts paragraphs of a preamble in words. ``before_label`` stands
    between a number and the label of a sub-paragraph.
    """

    paragraph: str
    preambular: str
    note: str
    article: str
    before_label: str = ""
    counts_in_words: bool = False
    is_capitalised: bool = False


EDITORIAL = Words(
    paragraph="para. ",
    preambular="preambular paragraph",
    note="footnote ",
    article="art.",
    before_label=" ",
    counts_in_words=True,
)
OSCOLA = Words(paragraph="para ", preambular="preamble para ", note="fn ", article="art")
BLUEBOOK = Words(paragraph="¶ ", preambular="pmbl. ¶ ", note="n.", article="art.")
APA = Words(
    paragraph="para. ",
    preambular="preamble, para. ",
    note="footnote ",
    article="article",
    is_capitalised=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinpoint:
    """A paragraph, a division of an annex, or a note."""

    place: Place | None = None
    note: str = ""

    @classmethod
    def read(cls, anchor: str, *, label: str = "") -> "Pinpoint | None":
        """The pinpoint of an anchor, with the label that its paragraph prints; None for others."""
        if anchor.startswith(_NOTE):
            note = anchor.removeprefix(_NOTE).partition("-mark")[0]
            return cls(note=note) if note else None
        place = _place(anchor, label)
        return cls(place=place) if place else None

    def written(self, words: Words) -> str:
        """In the words of a style: “para. 10 (a)”, “¶ 10(a)”, “annex, art. 5, para. 2”."""
        found = ", ".join(self._parts(words))
        return found[:1].upper() + found[1:] if words.is_capitalised and self._leads else found

    @property
    def _leads(self) -> bool:
        """Whether it begins with a word that stands as a name: a division, or the preamble."""
        return self.place is None or bool(self.place.divisions) or self.place.series == _PREAMBULAR

    def _parts(self, words: Words) -> Iterator[str]:
        if self.place is None:
            yield f"{words.note}{self.note}"
            return
        yield from (one.replace("article", words.article) for one in self.place.divisions)
        if self.place.series:
            yield from _series(self.place, words)
        yield from self.place.remarks


@lru_cache(_MOST_PLACES_REMEMBERED)
def _place(anchor: str, label: str) -> Place | None:
    return Place.read(anchor, label=label)


def _series(place: Place, words: Words) -> Iterator[str]:
    labels = "".join(f"{words.before_label}({label})" for label in place.labels)
    if place.series == _PREAMBULAR and words.counts_in_words:
        yield _counted(place.number, words.preambular)
        if labels:
            yield f"subparagraph{labels}"
        return
    yield f"{_kind(place.series, words)}{place.number}{labels}"


def _counted(number: str, noun: str) -> str:
    """“tenth preambular paragraph”; one put in later keeps its figure."""
    return f"{ordinal(int(number))} {noun}" if number.isdecimal() else f"{noun} {number}"


def _kind(series: str, words: Words) -> str:
    kinds = {
        _PREAMBULAR: words.preambular,
        _INTRODUCTION: "introductory words ",
        _HEADING: "heading ",
        _UNNUMBERED: f"unnumbered {words.paragraph}",
    }
    return kinds.get(series, words.paragraph)

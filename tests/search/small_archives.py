"""Small archives of few words, so that phrases, spellings, parts and citations meet by chance."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from archive.models import Footnote, Paragraph, Resolution
from tests.factories import (
    make_citation,
    make_draft,
    make_footnote,
    make_paragraph,
    make_resolution,
    make_text,
)

#: Stop words, forms of one stem, compounds and their parts, variants of one spelling, diacritics.
WORDS = (
    "the of and to human right rights women woman's defenders defending organisation organization "
    "counter-terrorism counterterrorism counter terrorism gender-based gender based violence "
    "non-governmental Lomé lome défense defence defense peace"
).split()
FORMS = {"Recalling": "recall", "Calls upon": "call upon", "Notes": "note", "Stresses": "stress"}
SYMBOLS = {
    "53/144": "A/RES/53/144",
    "66/164": "A/RES/66/164",
    "13/13": "A/HRC/RES/13/13",
    "A/RES/70/161": "A/RES/70/161",
    "2000/61": "E/CN.4/RES/2000/61",
    "A/66/203": "A/66/203",
}
_ADOPTED = (
    "A/RES/53/144 A/RES/66/164 A/RES/66/7 A/RES/70/161 A/HRC/RES/13/13 A/HRC/RES/22/6 "
    "E/CN.4/RES/2000/61 A/RES/S-21/2 A/HRC/RES/66/1"
).split()
_DRAFTS = "A/C.3/70/L.46 A/HRC/22/L.13".split()
_FIRST_DAY = date(1996, 12, 9)


class SmallArchive:
    """Resolutions and drafts with invented texts, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._said: list[str] = []
        for symbol in _ADOPTED:
            self._make(make_resolution, symbol, dated="adopted_on")
        for symbol in _DRAFTS:
            self._make(make_draft, symbol, dated="distributed_on")

    def _make(self, make: Callable[..., Resolution], symbol: str, *, dated: str) -> None:
        resolution = make(symbol, title=self._wording(1, 4), **{dated: self._day()})
        if self._random.random() < 0.2:
            return
        own_title = {"title": self._wording(1, 4)} if self._random.random() < 0.3 else {}
        text = make_text(resolution, **own_title)
        for kind in ("preambular", "preambular", "operative", "operative", "annex"):
            if self._random.random() < 0.8:
                opening = self._random.choice(["", *FORMS])
                self._fill(
                    make_paragraph(
                        text,
                        f"{opening} {self._wording(1, 8)}".strip(),
                        kind=kind,
                        opening=opening,
                        form=FORMS.get(opening, ""),
                    )
                )

    def _fill(self, paragraph: Paragraph) -> None:
        """Cite what a wording names, mostly; some paragraphs have a note, which may cite too."""
        self._cite(paragraph)
        if self._random.random() < 0.3:
            self._cite(make_footnote(paragraph, self._wording(1, 5)))

    def _cite(self, place: Paragraph | Footnote) -> None:
        for words, symbol in SYMBOLS.items():
            if words in place.wording.split() and self._random.random() < 0.7:
                cited = Resolution.objects.filter(symbol=symbol).first() or symbol
                make_citation(place, words, cited)

    def _wording(self, fewest: int, most: int) -> str:
        if self._said and self._random.random() < 0.25:
            return self._random.choice(self._said)
        words = self._random.choices([*WORDS, *SYMBOLS], k=self._random.randint(fewest, most))
        self._said.append(" ".join(words))
        return self._said[-1]

    def _day(self) -> date | None:
        if self._random.random() < 0.15:
            return None
        return _FIRST_DAY + timedelta(days=self._random.choice([0, 10, 400, 5000, 5500, 7000]))

"""Invented acts: which organ adopted what and when, under which symbol, in which series.

Each organ adopts so many resolutions a year while it exists; most of them go on with a question
that it took up in years before, under the same title.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from archive.parsing.symbols import Organ, Symbol
from tests.benchmarks.searching.usage import Usage
from tests.benchmarks.searching.wording import Vocabulary

FIRST_YEAR, LAST_YEAR = 1946, 2025
#: How often a question is taken up in a year, and how often it is closed for good.
_TAKEN_UP, _CLOSED = 0.8, 0.05
#: How many questions come back in later years.
_COMES_BACK = 0.6
#: Of so many terms a series speaks from the start; its title names some of them.
_SUBJECT_TERMS = 5
#: How much the length of paragraphs differs between series.
_WORDINESS = 0.25
#: Drafts are held beside the acts from this year on, of so many of them.
_DRAFTS_FROM, _DRAFTED = 1990, 0.06
#: Of so many acts the archive knows the symbol alone.
_NOT_HELD = 0.03


@dataclass(eq=False, slots=True)
class Series:
    """A question that an organ takes up from year to year: its title and how it speaks.

    Its paragraphs have ``wordiness`` times as many words as others.
    """

    organ: Organ
    title: str
    name: str
    usage: Usage
    wordiness: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act or a draft of one; ``adopted_as`` is the act that a draft became."""

    key: int
    symbol: Symbol
    series: Series
    dated_on: date
    is_held: bool
    adopted_as: int | None = None


@dataclass(frozen=True, slots=True)
class _Practice:
    """How an organ works: its years, how much it adopts beside the others, and when."""

    first_year: int
    last_year: int
    share: float
    months: tuple[int, ...]


_PRACTICES = {
    Organ.GA: _Practice(FIRST_YEAR, LAST_YEAR, 240, (11, 12, 12, 12, 4)),
    Organ.ECOSOC: _Practice(FIRST_YEAR, LAST_YEAR, 50, (5, 7, 7)),
    Organ.CHR: _Practice(1947, 2005, 50, (3, 4)),
    Organ.HRC: _Practice(2006, LAST_YEAR, 90, (3, 6, 9)),
    Organ.SC: _Practice(FIRST_YEAR, LAST_YEAR, 35, tuple(range(1, 13))),
}


@dataclass(slots=True)
class Calendar:
    """The acts of all organs, year by year, numbered as they come."""

    words: Vocabulary
    chance: Random
    _series: dict[Organ, list[Series]] = field(default_factory=lambda: {o: [] for o in Organ})
    _numbers: dict[tuple[Organ, str], int] = field(default_factory=dict)
    _key: int = 0

    def acts(self, count: int) -> Iterator[Act]:
        """About so many, in order of year; drafts come after what they became."""
        all_years = sum(
            practice.share * (practice.last_year + 1 - practice.first_year)
            for practice in _PRACTICES.values()
        )
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            for organ, practice in _PRACTICES.items():
                if practice.first_year <= year <= practice.last_year:
                    wanted = practice.share * count / all_years
                    yield from self._of_year(organ, year, count=self._rounded(wanted))

    def _rounded(self, wanted: float) -> int:
        """A whole number, up or down by chance, so that small archives have them all."""
        return int(wanted + self.chance.random())

    def _of_year(self, organ: Organ, year: int, *, count: int) -> Iterator[Act]:
        standing = self._series[organ]
        standing[:] = [one for one in standing if self.chance.random() > _CLOSED]
        taken_up = [one for one in standing if self.chance.random() < _TAKEN_UP][:count]
        for place in range(count):
            series = taken_up[place] if place < len(taken_up) else self._new_series(organ)
            act = self._adopted(series, year)
            yield act
            if year >= _DRAFTS_FROM and organ in _DRAFT_PLACES and self._is_so(_DRAFTED):
                yield self._draft_of(act)

    def _new_series(self, organ: Organ) -> Series:
        subject = self.words.subject(_SUBJECT_TERMS, chance=self.chance)
        title = _title([self.words.terms[place] for place in subject], chance=self.chance)
        comes_back = self._is_so(_COMES_BACK)
        usage = Usage(self.words, subject)
        wordiness = self.chance.lognormvariate(0, _WORDINESS)
        series = Series(organ, title, title[:80] if comes_back else "", usage, wordiness)
        if comes_back:
            self._series[organ].append(series)
        return series

    def _adopted(self, series: Series, year: int) -> Act:
        month = self.chance.choice(_PRACTICES[series.organ].months)
        day = date(year, month, 1) + timedelta(days=self.chance.randrange(28))
        return Act(
            key=self._next_key(),
            symbol=self._symbol(series.organ, day),
            series=series,
            dated_on=day,
            is_held=not self._is_so(_NOT_HELD),
        )

    def _draft_of(self, act: Act) -> Act:
        place = _DRAFT_PLACES[act.series.organ].format(session_of(act.series.organ, act.dated_on))
        number = self._number(act.series.organ, place)
        return Act(
            key=self._next_key(),
            symbol=Symbol.read(f"{place}{number}"),
            series=act.series,
            dated_on=act.dated_on - timedelta(days=20),
            is_held=True,
            adopted_as=act.key,
        )

    def _symbol(self, organ: Organ, day: date) -> Symbol:
        session = session_of(organ, day)
        kind = "roman" if _is_roman(organ, day.year) else organ.value
        counted = "" if kind == "roman" or organ is Organ.SC else session
        number = self._number(organ, counted)
        form = _ROMAN_FORMS[organ] if kind == "roman" else _FORMS[organ]
        return Symbol.read(form.format(session=session, number=number))

    def _number(self, organ: Organ, counted: str) -> int:
        self._numbers[organ, counted] = self._numbers.get((organ, counted), 0) + 1
        return self._numbers[organ, counted]

    def _next_key(self) -> int:
        self._key += 1
        return self._key

    def _is_so(self, share: float) -> bool:
        return self.chance.random() < share


_FORMS = {
    Organ.GA: "A/RES/{session}/{number}",
    Organ.HRC: "A/HRC/RES/{session}/{number}",
    Organ.CHR: "E/CN.4/RES/{session}/{number}",
    Organ.ECOSOC: "E/RES/{session}/{number}",
    Organ.SC: "S/RES/{number}({session})",
}
_ROMAN_FORMS = {
    Organ.GA: "A/RES/{number}({session})",
    Organ.CHR: "E/CN.4/RES/{number}({session})",
    Organ.ECOSOC: "E/RES/{number}({session})",
}
#: The last year whose sessions an organ counted in Roman figures.
_LAST_ROMAN_YEAR = {Organ.GA: 1975, Organ.CHR: 1978, Organ.ECOSOC: 1977}
_DRAFT_PLACES = {Organ.GA: "A/C.3/{}/L.", Organ.HRC: "A/HRC/{}/L."}


def session_of(organ: Organ, day: date) -> str:
    """The session in which an organ meets on a day, as its symbols write it."""
    if _is_roman(organ, day.year):
        return _roman(day.year - (1946 if organ is Organ.CHR else 1945))
    if organ is Organ.GA:
        return str(day.year - 1945)
    if organ is Organ.HRC:
        return str(3 * (day.year - 2006) + (day.month + 2) // 4)
    return str(day.year)


def _is_roman(organ: Organ, year: int) -> bool:
    return year <= _LAST_ROMAN_YEAR.get(organ, 0)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _title(subject: list[str], *, chance: Random) -> str:
    """A title of what a series speaks of: "Instability and train in distance"."""
    links = ("of", "and", "in", "on", "for the", "and the")
    words = chance.sample(subject, k=chance.choice((2, 3, 3, 4, 5)))
    title = words[0]
    for word in words[1:]:
        title += f" {chance.choice(links)} {word}"
    return title[0].upper() + title[1:]

"""Invented passages: paragraphs with their openings, and the acts they cite.

A passage is written once and then agreed again: the texts of a series take most of theirs over
from the one before, word for word or with a word changed, as real series do.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import accumulate, islice
from random import Random

from archive.parsing.parsed import ParagraphKind
from tests.benchmarks.searching.acts import Act, Series
from tests.benchmarks.searching.wording import Vocabulary, made_up

#: Openings as printed, their normal form, and how often they come: the shares of 250 resolutions.
PREAMBULAR = (
    ("Recalling", "recall", 55),
    ("Noting", "note", 26),
    ("Reaffirming", "reaffirm", 19),
    ("Recognizing", "recognize", 18),
    ("Welcoming", "welcome", 17),
    ("Taking note", "take note", 12),
    ("Considering", "consider", 12),
    ("Concerned", "concerned", 8),
    ("Bearing in mind", "bear in mind", 8),
    ("Stressing", "stress", 7),
    ("Emphasizing", "emphasize", 6),
    ("Convinced", "convinced", 6),
    ("Expressing its concern", "express concern", 5),
    ("Aware", "aware", 5),
    ("Mindful", "mindful", 3),
    ("Deeply alarmed", "alarmed", 1),
)
OPERATIVE = (
    ("Requests", "request", 57),
    ("Decides", "decide", 28),
    ("Welcomes", "welcome", 27),
    ("Calls upon", "call upon", 23),
    ("Notes", "note", 21),
    ("Reaffirms", "reaffirm", 21),
    ("Encourages", "encourage", 18),
    ("Takes note", "take note", 17),
    ("Urges", "urge", 17),
    ("Invites", "invite", 15),
    ("Stresses", "stress", 11),
    ("Recognizes", "recognize", 9),
    ("Reiterates", "reiterate", 9),
    ("Emphasizes", "emphasize", 8),
    ("Commends", "commend", 6),
    ("Expresses its appreciation", "express appreciation", 5),
    ("Recalls", "recall", 4),
    ("Endorses", "endorse", 4),
    ("Strongly condemns", "condemn", 2),
    ("Demands", "demand", 1),
)
_CITING_FORMS = {"recall": 0.9, "reaffirm": 0.25, "take note": 0.15}
_CITING = 0.06
_FURTHER_CITATION = 0.45
_OF_PREDECESSOR = 0.5
_OF_WELL_KNOWN = 0.6
_PROPER_NAMES = 0.002
_STOCK_SIZE = 150
_MEDIAN_WORDS, _SPREAD, _MOST_WORDS = 30, 0.6, 400
_WORDS_BETWEEN_COMMAS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that cites an act."""

    start: int
    end: int
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph, without its place in a text; ``is_within`` says that it is lettered."""

    kind: ParagraphKind
    wording: str
    opening: str = ""
    form: str = ""
    mentions: tuple[Mention, ...] = ()
    is_within: bool = False


@dataclass(frozen=True)
class Openings:
    """Openings, drawn as often as their shares say."""

    table: Sequence[tuple[str, str, int]]

    @cached_property
    def _ladder(self) -> list[int]:
        return list(accumulate(share for _, _, share in self.table))

    def drawn(self, chance: Random) -> tuple[str, str]:
        """An opening as printed, and its normal form."""
        ladder = self._ladder
        opening, form, _ = self.table[bisect_left(ladder, chance.random() * ladder[-1])]
        return opening, form


_OPENINGS = {
    ParagraphKind.PREAMBULAR: Openings(PREAMBULAR),
    ParagraphKind.OPERATIVE: Openings(OPERATIVE),
}


@dataclass
class Drafter:
    """Writes passages; knows the acts that may be cited."""

    words: Vocabulary
    chance: Random
    _acts: list[Act] = field(default_factory=list)
    _cited: list[Act] = field(default_factory=list)

    def learn(self, act: Act) -> None:
        """An act may be cited from now on."""
        self._acts.append(act)

    @property
    def knows_acts(self) -> bool:
        """Whether there is one to cite."""
        return bool(self._acts)

    def passage(self, kind: ParagraphKind, series: Series, *, last: Act | None) -> Passage:
        """A passage that nobody agreed before, or one that all use; ``last`` is the act before."""
        if self._is_so(0.1):
            return self._stock[kind][int(_STOCK_SIZE * self.chance.random() ** 2)]
        return self._fresh(kind, series, last=last)

    def varied(self, passage: Passage, series: Series) -> Passage:
        """The same with one of its later words changed, after all that it cites."""
        start = max((one.end for one in passage.mentions), default=0)
        words = passage.wording[start:].split(" ")
        if len(words) < 4:
            return passage
        (other,) = series.usage.drawn(1, chance=self.chance)
        words[self.chance.randrange(2, len(words) - 1)] = other
        return replace(passage, wording=passage.wording[:start] + " ".join(words))

    def note(self) -> tuple[str, tuple[Mention, ...]]:
        """The wording of a note that names an act, and the span that does."""
        act = self._some_act()
        mention = Mention(start=4, end=4 + len(act.symbol.text), act=act)
        return f"See {act.symbol.text}, annex, and {self._run(8, series=None)}.", (mention,)

    @cached_property
    def _stock(self) -> dict[ParagraphKind, list[Passage]]:
        """Passages that occur in texts of every series."""
        return {
            kind: [self._fresh(kind, None, last=None) for _ in range(_STOCK_SIZE)]
            for kind in ParagraphKind
        }

    @cached_property
    def _names(self) -> list[str]:
        """Proper names; most occur in few texts."""
        return [name.capitalize() for name in islice(made_up(self.chance, known=set()), 60_000)]

    def _fresh(self, kind: ParagraphKind, series: Series | None, *, last: Act | None) -> Passage:
        if kind is ParagraphKind.HEADING:
            return Passage(kind=kind, wording=self._run(5, series=series).capitalize())
        openings = _OPENINGS.get(kind)
        opening, form = openings.drawn(self.chance) if openings else ("", "")
        is_within = kind is ParagraphKind.OPERATIVE and self._is_so(0.22)
        if is_within:
            opening, form = "", ""
        wording, mentions = self._beginning(opening, form, series=series, last=last)
        words = self.chance.lognormvariate(0, _SPREAD) * _MEDIAN_WORDS
        words *= series.wordiness if series else 1
        run = self._run(min(_MOST_WORDS, max(3, int(words))), series=series)
        wording += run if wording else run[0].upper() + run[1:]
        wording += "," if kind is ParagraphKind.PREAMBULAR else ";"
        return Passage(
            kind=kind,
            wording=wording,
            opening=opening,
            form=form,
            mentions=mentions,
            is_within=is_within,
        )

    def _beginning(
        self, opening: str, form: str, *, series: Series | None, last: Act | None
    ) -> tuple[str, tuple[Mention, ...]]:
        """The opening and what is cited behind it, with a space after each."""
        wording = f"{opening} " if opening else ""
        if series is None or not self._acts or not self._is_so(_CITING_FORMS.get(form, _CITING)):
            return wording, ()
        cited = self._cited_together(last)
        wording += "its resolution " if len(cited) == 1 else "its resolutions "
        mentions = []
        for place, act in enumerate(cited):
            words = f"{act.symbol.short} of {_day(act.dated_on)}"
            mentions.append(Mention(start=len(wording), end=len(wording) + len(words), act=act))
            wording += words + (" on " if place == len(cited) - 1 else ", ")
        return wording, tuple(mentions)

    def _cited_together(self, last: Act | None) -> list[Act]:
        cited = {}
        if last is not None and self._is_so(_OF_PREDECESSOR):
            cited[last.key] = last
        while not cited or (self._is_so(_FURTHER_CITATION) and len(cited) < 6):
            act = self._some_act()
            cited[act.key] = act
        return list(cited.values())

    def _some_act(self) -> Act:
        """One that was cited before, the likelier the more often; else any; rather a late one."""
        is_well_known = self._cited and self._is_so(_OF_WELL_KNOWN)
        among = self._cited if is_well_known else self._acts
        act = among[int(len(among) * self.chance.random() ** 0.5)]
        self._cited.append(act)
        return act

    def _run(self, count: int, *, series: Series | None) -> str:
        """So many words as the series uses them, with a comma and a proper name now and then."""
        words = (series.usage if series else self.words).drawn(count, chance=self.chance)
        random = self.chance.random
        for place in range(count):
            if random() < _PROPER_NAMES:
                words[place] = self._names[int(len(self._names) * random() ** 2)]
            if place % _WORDS_BETWEEN_COMMAS == _WORDS_BETWEEN_COMMAS - 1 and place < count - 1:
                words[place] += ","
        return " ".join(words)

    def _is_so(self, share: float) -> bool:
        return self.chance.random() < share


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

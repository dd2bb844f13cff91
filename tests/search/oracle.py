"""An oracle: what a search must find, decided row by row in plain Python from the documented rules.

It shares no code with the search and never reads a vector, a card or an index. Of PostgreSQL it
asks one thing: which lexeme a single word has. Everything is a list, and every question a loop.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from django.db import connection

from archive.models import Citation, Footnote, Paragraph, Resolution, Text
from archive.parsing.spoken_symbols import spoken
from archive.search.form.params import Part, SearchParams, View

#: A symbol, or words that hyphens join, or a word.
_TOKEN = re.compile(r"[A-Za-z0-9.]+(?:/[A-Za-z0-9.]+)+|[^\W_]+(?:-[^\W_]+)*")

#: Lexemes, each with its place among the words; a stop word has a place and no lexeme.
Reading = tuple[tuple[int, str], ...]


class Kind(Enum):
    """What a term of a query is."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"
    SYMBOL = "symbol"


@dataclass(frozen=True)
class Term:
    """A term, with its words as a text would print them."""

    kind: Kind
    words: str
    is_excluded: bool = False

    @property
    def symbols(self) -> frozenset[str]:
        """The canonical symbols that a symbol may mean; none of any other term."""
        meant = spoken(self.words) if self.kind is Kind.SYMBOL else ()
        return frozenset(symbol.text for symbol in meant)

    @property
    def typed(self) -> str:
        """The term as somebody types it."""
        written = {Kind.PHRASE: f'"{self.words}"', Kind.PREFIX: f"{self.words}*"}
        return ("-" if self.is_excluded else "") + written.get(self.kind, self.words)


Alternatives = tuple[tuple[Term, ...], ...]


def typed(alternatives: Alternatives) -> str:
    """A whole query as somebody types it."""
    return " OR ".join(" ".join(term.typed for term in terms) for terms in alternatives)


def words_apart(wording: str) -> list[str]:
    """The words of a wording, those that hyphens join one by one; a symbol is one word."""
    words: list[str] = []
    for token in _TOKEN.findall(wording):
        words += [token] if "/" in token else token.split("-")
    return words


def _folded(word: str) -> str:
    """A word in small letters without diacritics."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Lexemes:
    """The lexeme of each single word, by the archive's own configuration; None for a stop word."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def of(self, word: str) -> str | None:
        """The lexeme of a word, or of words that hyphens join, read as one."""
        if word not in self._known:
            name = "recalling_compounds" if "-" in word else "recalling_parts"
            with connection.cursor() as cursor:
                cursor.execute("SELECT tsvector_to_array(to_tsvector(%s, %s))", [name, word])
                lexemes = cursor.fetchone()[0]
            assert len(lexemes) <= 1, f"{word!r} is no single word but {lexemes}"
            self._known[word] = lexemes[0] if lexemes else None
        return self._known[word]

    def readings(self, wording: str) -> tuple[Reading, ...]:
        """Both ways to read a wording: words that hyphens join apart, and as one."""
        apart, joined = self._reading(words_apart(wording)), self._reading(_TOKEN.findall(wording))
        return tuple(dict.fromkeys([apart, joined]))

    def _reading(self, words: Iterable[str]) -> Reading:
        placed = enumerate(map(self.of, words))
        return tuple((place, lexeme) for place, lexeme in placed if lexeme is not None)


@dataclass(frozen=True)
class Place:
    """A title, a paragraph or a note: where it stands, what it says, opens with and cites."""

    part: Part
    anchor: str
    words: tuple[str, ...]
    readings: tuple[Reading, ...]
    form: str = ""
    cited: frozenset[str] = frozenset()

    def says(self, sequences: tuple[Reading, ...]) -> bool:
        """Whether it has one of the sequences, word after word, in one of its readings."""
        return any(_stands_in(sought, reading) for sought in sequences for reading in self.readings)

    def has_any(self, lexemes: frozenset[str]) -> bool:
        """Whether it has one of some lexemes."""
        return any(lexeme in lexemes for reading in self.readings for _, lexeme in reading)


def _stands_in(sought: Reading, reading: Reading) -> bool:
    """Whether the words of one reading follow one another in the other.

    Where one has a word that is passed over, the other has one too, perhaps another.
    """
    wanted = dict(sought)
    where = dict(reading)
    first, last = sought[0][0], sought[-1][0]
    return any(
        all(where.get(start + place - first) == wanted.get(place) for place in range(first, last))
        and where.get(start + last - first) == sought[-1][1]
        for start, lexeme in reading
        if lexeme == sought[0][1]
    )


@dataclass(frozen=True)
class Act:
    """A resolution or draft, held or not, with its places."""

    symbol: str
    organ: str
    session: str
    stage: str
    is_held: bool
    dated_on: date | None
    places: tuple[Place, ...]

    @cached_property
    def cited(self) -> frozenset[str]:
        """The symbols it cites anywhere."""
        return frozenset().union(*(place.cited for place in self.places))


@dataclass(frozen=True)
class Row:
    """A line of a list: a resolution, or one of its paragraphs or notes."""

    act: Act
    place: Place | None = None

    @property
    def address(self) -> str:
        """What tells it from every other row."""
        return f"{self.act.symbol}#{self.place.anchor}" if self.place else self.act.symbol


@dataclass
class Oracle:
    """Everything the archive holds, and what a search of it finds."""

    acts: list[Act]
    lexemes: Lexemes = field(default_factory=Lexemes)

    @classmethod
    def reading_everything(cls) -> "Oracle":
        """The oracle of what the database holds now."""
        lexemes = Lexemes()
        return cls([_act(resolution, lexemes) for resolution in Resolution.objects.all()], lexemes)

    def found(self, params: SearchParams, alternatives: Alternatives) -> list[Row]:
        """Every row of the list of a search whose words are those of the alternatives."""
        return self.passing(params, alternatives) if self.is_answered(params, alternatives) else []

    def is_answered(self, params: SearchParams, alternatives: Alternatives) -> bool:
        """Whether anything is asked: a word that can be looked for, or something that narrows.

        Only titles are sought in vain among paragraphs.
        """
        is_asked = params.is_narrowed or bool(self._without_stop_words(alternatives))
        return is_asked and (params.view, params.parts) != (View.PARAGRAPHS, (Part.TITLE,))

    def passing(self, params: SearchParams, alternatives: Alternatives) -> list[Row]:
        """Every row that passes all filters; every one there is where nothing is asked."""
        asked = self._without_stop_words(alternatives)
        acts = [act for act in self.acts if _has_facts(act, params)]
        if params.view is View.PARAGRAPHS:
            places = [(act, place) for act in acts for place in act.places]
            return [
                Row(act, place)
                for act, place in places
                if place.part is not Part.TITLE and self._is_place_found(place, params, asked)
            ]
        return [Row(act) for act in acts if self._is_act_found(act, params, asked)]

    def times_recalled(self, symbol: str) -> int:
        """How many other resolutions cite one."""
        return sum(act.symbol != symbol and symbol in act.cited for act in self.acts)

    def _is_act_found(self, act: Act, params: SearchParams, asked: Alternatives) -> bool:
        forms = {place.form for place in act.places}
        return (
            _meets(asked, lambda term: self._act_says(act, term, params.parts))
            and (not params.openings or not forms.isdisjoint(params.openings))
            and act.cited.issuperset(params.cites)
        )

    def _is_place_found(self, place: Place, params: SearchParams, asked: Alternatives) -> bool:
        return (
            _meets(asked, lambda term: self._place_says(place, term))
            and (not params.parts or place.part in params.parts)
            and (not params.openings or place.form in params.openings)
            and place.cited.issuperset(params.cites)
        )

    def _act_says(self, act: Act, term: Term, parts: Sequence[Part]) -> bool:
        is_itself = act.symbol in term.symbols and not parts
        places = [place for place in act.places if not parts or place.part in parts]
        return is_itself or any(self._place_says(place, term) for place in places)

    def _place_says(self, place: Place, term: Term) -> bool:
        if term.kind is Kind.PREFIX:
            return place.has_any(self._begun(term.words))
        printed = [term.words, *term.symbols]
        is_cited = not place.cited.isdisjoint(term.symbols)
        return is_cited or any(place.says(self.lexemes.readings(words)) for words in printed)

    def _begun(self, beginning: str) -> frozenset[str]:
        """The lexemes that begin so, and those of every word of the archive that does."""
        words = {word for act in self.acts for place in act.places for word in place.words}
        lexemes = {self.lexemes.of(word) for word in words if _folded(word).startswith(beginning)}
        lexemes |= {one for one in map(self.lexemes.of, words) if one and one.startswith(beginning)}
        return frozenset(one for one in lexemes if one is not None)

    def _without_stop_words(self, alternatives: Alternatives) -> Alternatives:
        kept = [
            tuple(term for term in terms if any(self.lexemes.readings(term.words)))
            for terms in alternatives
        ]
        return tuple(terms for terms in kept if terms)


def _meets(alternatives: Alternatives, holds: Callable[[Term], bool]) -> bool:
    """Whether one of the alternatives holds: all that is sought, and nothing that is excluded."""
    return not alternatives or any(
        all(holds(term) != term.is_excluded for term in terms) for terms in alternatives
    )


def _has_facts(act: Act, params: SearchParams) -> bool:
    """Whether a resolution passes every filter that is not about its words."""
    return (
        params.organ in {None, act.organ}
        and params.session in {"", act.session}
        and params.stage in {None, act.stage}
        and params.held in {None, act.is_held}
        and _is_in_time(act.dated_on, params)
    )


def _is_in_time(day: date | None, params: SearchParams) -> bool:
    """Whether a day is among those sought; no day is, where any are."""
    if day is None:
        return params.since is None and params.until is None
    return (params.since is None or params.since.first <= day) and (
        params.until is None or day <= params.until.last
    )


# -- Reading the tables ------------------------------------------------------------------------

_PARTS = {"preambular": Part.PREAMBULAR, "operative": Part.OPERATIVE, "heading": Part.OPERATIVE}


def _act(resolution: Resolution, lexemes: Lexemes) -> Act:
    text = Text.objects.filter(resolution=resolution, language="en").first()
    titles = {resolution.title, text.title if text else resolution.title}
    places = [_place(Part.TITLE, "", title, lexemes=lexemes) for title in sorted(titles)]
    if text:
        places += [*_paragraphs(text, lexemes), *_notes(text, lexemes)]
    return Act(
        symbol=resolution.symbol,
        organ=resolution.organ,
        session=resolution.session,
        stage=resolution.stage,
        is_held=text is not None,
        dated_on=resolution.day,
        places=tuple(places),
    )


def _place(part: Part, anchor: str, wording: str, *, lexemes: Lexemes, **more: Any) -> Place:
    words = tuple(words_apart(wording))
    return Place(part, anchor, words, lexemes.readings(wording), **more)


def _paragraphs(text: Text, lexemes: Lexemes) -> Iterator[Place]:
    for row in Paragraph.objects.filter(text=text):
        is_annexed = row.kind == "annex" or row.anchor.startswith(("annex", "appendix"))
        yield _place(
            Part.ANNEX if is_annexed else _PARTS[row.kind],
            row.anchor,
            row.wording,
            lexemes=lexemes,
            form=row.form,
            cited=_cited(Citation.objects.filter(paragraph=row, footnote=None), text),
        )


def _notes(text: Text, lexemes: Lexemes) -> Iterator[Place]:
    for row in Footnote.objects.filter(text=text):
        cited = _cited(Citation.objects.filter(footnote=row), text)
        yield _place(Part.FOOTNOTES, f"fn{row.number}", row.wording, lexemes=lexemes, cited=cited)


def _cited(citations: Iterable[Citation], text: Text) -> frozenset[str]:
    """The symbols that are cited, but the text's own and those only printed round a cited part."""
    symbols = {one.cited_symbol for one in citations if not one.of_whole}
    return frozenset(symbols - {"", text.resolution.symbol})

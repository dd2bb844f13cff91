"""Keys: the small language in which a search is put to catalogue cards and to wordings.

A card has, for what stands in its title and text (``archive.ingest.catalogue`` writes them):

| key | means |
|---|---|
| ``impun`` | the lexeme stands in the title, a paragraph or a note |
| ``~o impun`` | it stands in a part: title, preamble, operative part, annex (``a``) or note |
| ``~o @A/RES/53/144`` | that symbol is cited in the part |
| ``^o human 1 right`` | in the part, ``right`` stands one place after ``human`` in one paragraph |
| ``@A/RES/53/144`` | it cites that symbol |
| ``=A/RES/53/144`` | it is the card of that symbol |
| ``*`` | it is often recalled |
| ``$3`` to ``$12`` | it is in the sample of one card in eight, in that of one in sixteen, … |

Places up to six apart make a key; a word that is passed over, as "of", takes a place. The vector of
a wording has lexemes with their places, ``@`` keys, and ``=p``, ``=o``, ``=a`` or ``=n`` for its
part; a title's has lexemes alone. All functions give text that PostgreSQL casts to ``tsquery``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase, digits

FARTHEST_PLACES = 6
#: Each costs 39 operands of a query; a phrase of sixty words has about so many.
MOST_PASSED_OVER = 24
LONGEST_KEY_BYTES = 2_046
_LONGEST_SIGN_BYTES = 3
ALL_PARTS = ("t", "p", "o", "a", "n")
#: With what the lexeme of any word begins, once its diacritics are folded.
_FIRST_SIGNS = f"{ascii_lowercase}{digits}/-+"
EVERY_CARD = "'=':*"
OFTEN = "'*'"
EVERY_WORDING = "('=p' | '=o' | '=a' | '=n')"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A lexeme as the vectors have it, or with ``is_open`` all that begin with it."""

    text: str
    is_open: bool = False

    def after(self, sign: str) -> str:
        """The key of the lexeme after a sign; without it where no vector can hold one so long."""
        key = quoted(f"{sign}{self.text}" if self.fits else self.text)
        return f"{key}:*" if self.is_open else key

    @property
    def fits(self) -> bool:
        """Whether a vector can hold it after a sign."""
        return len(self.text.encode()) + _LONGEST_SIGN_BYTES <= LONGEST_KEY_BYTES


@dataclass(frozen=True, slots=True)
class Step:
    """A place of a reading: how far it is from the one before, and what may stand there."""

    distance: int
    lexemes: tuple[Lexeme, ...]


#: A wording as a sequence of places; the distance of the first says nothing.
Reading = tuple[Step, ...]


def in_sample(level: int) -> str:
    """Which cards are in the sample of one in 2^level; each sample is part of the larger ones."""
    return quoted(f"${level}")


def quoted(key: str) -> str:
    """A key as ``tsquery`` reads one, whatever signs it has."""
    escaped = key.replace("\\", r"\\").replace("'", "''")
    return f"'{escaped}'"


def any_of(queries: Iterable[str]) -> str:
    """One of several; empty where there are none."""
    return _joined(queries, " | ")


def all_of(queries: Iterable[str]) -> str:
    """All of several; empty where there are none."""
    return _joined(queries, " & ")


def _joined(queries: Iterable[str], sign: str) -> str:
    unique = list(dict.fromkeys(query for query in queries if query))
    return unique[0] if len(unique) == 1 else f"({sign.join(unique)})" if unique else ""


def in_cards(reading: Reading, parts: Sequence[str] = ()) -> str:
    """Which cards have a reading in one of the parts; of three places or more, all its pairs."""
    if len(reading) == 1:
        signs = [f"~{part} " for part in parts] or [""]
        return any_of(lexeme.after(sign) for sign in signs for lexeme in reading[0].lexemes)
    return any_of(_pairs_in(reading, part) for part in parts or ALL_PARTS)


def _pairs_in(reading: Reading, part: str) -> str:
    return all_of(_pair(first, second, part=part) for first, second in pairwise(reading))


def _pair(first: Step, second: Step, *, part: str) -> str:
    """Two places that follow; where they are too far apart or too long for a key, both alone."""
    pairs = [
        Lexeme(f"{one.text} {second.distance} {other.text}", other.is_open)
        for one in first.lexemes
        for other in second.lexemes
    ]
    if second.distance <= FARTHEST_PLACES and all(pair.fits for pair in pairs):
        return any_of(pair.after(f"^{part} ") for pair in pairs)
    return all_of(
        any_of(lexeme.after(f"~{part} ") for lexeme in step.lexemes) for step in (first, second)
    )


def is_exact(reading: Reading) -> bool:
    """Whether the keys of a card tell for sure that it has a reading: a word, or a pair."""
    return len(reading) == 1 or (len(reading) == 2 and reading[1].distance <= FARTHEST_PLACES)


def in_wordings(reading: Reading) -> str:
    """Which wordings have a reading, with a word that is passed over wherever it has one.

    Beyond ``MOST_PASSED_OVER`` of them, any word may stand for one. The places alone are asked
    first, so that few wordings are looked at for what is between.
    """
    places = at_places(reading)
    if all(step.distance == 1 for step in reading[1:]):
        return places
    return all_of([places, _joined_by(reading, _passing_over(reading[1:]))])


def at_places(reading: Reading) -> str:
    """Which wordings have the words of a reading so far apart, whatever stands between."""
    return _joined_by(reading, (f"<{step.distance}>" for step in reading[1:]))


_NO_WORD = f"!{any_of(f'{quoted(sign)}:*' for sign in _FIRST_SIGNS)}"


def _passing_over(steps: Iterable[Step]) -> Iterator[str]:
    """How each is joined to the one before: by places of no word, or of one passed over."""
    room = MOST_PASSED_OVER
    for step in steps:
        between = step.distance - 1
        room -= between
        yield f"<1> {_NO_WORD} " * between + "<1>" if room >= 0 else f"<{step.distance}>"


def _joined_by(reading: Reading, signs: Iterable[str]) -> str:
    first, *rest = (any_of(lexeme.after("") for lexeme in step.lexemes) for step in reading)
    steps = (f" {sign} {query}" for sign, query in zip(signs, rest, strict=True))
    return f"({first}{''.join(steps)})" if rest else first

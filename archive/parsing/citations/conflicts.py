"""Conflicts: what within one text contradicts a citation.

Reads: the citations of a text, its paragraphs and notes, when it was adopted. Writes: the same
citations, each with a sentence that says what contradicts it, if anything does. Nothing is mended:
"53/44" keeps its words and its target, and a person decides. The first contradiction found is told,
in this order: the day of the target that is known, the days that the text itself gives, the
session's days, the text's own day, the number, the name that a note stands at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive.parsing.citations.instruments import ADOPTED_ON
from archive.parsing.citations.sessions import days_of, is_out_of_range
from archive.parsing.dates import date_in_words
from archive.parsing.parsed import Citation, Footnote, Paragraph
from archive.parsing.symbols import Organ, Symbol, SymbolKind, read_symbol

#: What a conflict of days begins with.
_DATED = "It is dated "
#: Signs that a note which gives a resolution begins with.
_NOTE_OF_AN_ACT = ("Resolution ", "See resolution ", "General Assembly resolution ")


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of the text around a citation: its last possible day, the days it gives."""

    latest: date | None
    days: dict[str, set[date]]


def with_conflicts(citations: Sequence[Citation], *, latest: date | None) -> list[Citation]:
    """The citations, with what contradicts each; ``latest`` is the day the text was adopted."""
    text = _Text(latest, _days(citations))
    return [_with_conflict(one, text) for one in citations]


def is_of_the_day(conflict: str) -> bool:
    """Whether it is the day that the words give which something contradicts."""
    return conflict.startswith(_DATED)


def _days(citations: Iterable[Citation]) -> dict[str, set[date]]:
    """The days that the text gives each target."""
    days: dict[str, set[date]] = {}
    for one in citations:
        if one.target and one.dated_on and not one.by_name:
            days.setdefault(one.target, set()).add(one.dated_on)
    return days


def _with_conflict(one: Citation, text: _Text) -> Citation:
    symbol = read_symbol(one.target or "")
    if symbol is None or not symbol.is_act or one.by_name or one.of_whole or one.conflict:
        return one
    conflict = next(_contradictions(one.dated_on, symbol, text=text), None)
    return replace(one, conflict=conflict) if conflict else one


def _contradictions(day: date | None, symbol: Symbol, *, text: _Text) -> Iterator[str]:
    if day:
        yield from _of_the_day(day, symbol, text=text)
    first = _first_day(symbol)
    if text.latest and first and first > text.latest:
        yield (
            f"The text is of {date_in_words(text.latest)} at the latest, before {_session(symbol)}."
        )
    if is_out_of_range(symbol):
        yield f"No {symbol.kind} of {_session(symbol)} has the number {symbol.number}."


def _of_the_day(day: date, symbol: Symbol, *, text: _Text) -> Iterator[str]:
    """What contradicts the day that the words give."""
    written = f"{_DATED}{date_in_words(day)}"
    known = ADOPTED_ON.get(symbol.text)
    if known and known != day:
        yield f"{written}; {symbol} was adopted on {date_in_words(known)}."
    others = sorted(text.days[symbol.text] - {day})
    if others and known is None:
        yield f"{written} here, and {date_in_words(others[0])} elsewhere in this text."
    held = days_of(symbol)
    if held and not held[0] <= day <= held[1]:
        yield f"{written}, which is no day of {_session(symbol)}."
    if text.latest and day > text.latest:
        yield f"{written}; the text is of {date_in_words(text.latest)} at the latest."


def _first_day(symbol: Symbol) -> date | None:
    held = days_of(symbol)
    return held[0] if held else None


def _session(symbol: Symbol) -> str:
    """The session or year in words: "session 53 of the General Assembly"."""
    organ = symbol.organ.full_name if symbol.organ else ""
    counted = "session " if symbol.session_ordinal or "S-" in symbol.session else ""
    return f"{counted}{symbol.session} of the {organ}"


def against_names(
    citations: Sequence[Citation], paragraphs: Iterable[Paragraph], *, notes: Iterable[Footnote]
) -> list[Citation]:
    """The citations; that of a note has a conflict where it is marked at another act's name.

    Only an act of the same session, or of the same number, is told: a note may well give another
    resolution beside what is named.
    """
    marked = _acts_named_at_notes(citations, paragraphs)
    single = _acts_given_by_notes(citations, notes)
    return [
        replace(one, conflict=f"Its note is marked at “{named.text}”, which is in {named.target}.")
        if (named := marked.get(one.source))
        and single.get(one.source) is one
        and not one.conflict
        and _is_near(one.target or "", named.target or "")
        else one
        for one in citations
    ]


def _acts_named_at_notes(
    citations: Iterable[Citation], paragraphs: Iterable[Paragraph]
) -> dict[str, Citation]:
    """The resolution of the General Assembly that is named right where each note is marked."""
    named = {
        (one.source, one.end): one
        for one in citations
        if one.by_name and (one.target or "").startswith("A/RES/")
    }
    return {
        f"fn{marker.number}": named[paragraph.id, marker.offset]
        for paragraph in paragraphs
        for marker in paragraph.markers
        if (paragraph.id, marker.offset) in named
    }


def _acts_given_by_notes(
    citations: Iterable[Citation], notes: Iterable[Footnote]
) -> dict[str, Citation]:
    """The resolution that each note gives, of those that give one and print nothing before it."""
    opening = {note.id for note in notes if note.text.startswith(_NOTE_OF_AN_ACT)}
    given: dict[str, list[Citation]] = {}
    for one in citations:
        if one.source in opening and not one.of_whole:
            given.setdefault(one.source, []).append(one)
    return {source: found[0] for source, found in given.items() if len(found) == 1}


def _is_near(symbol: str, other: str) -> bool:
    """Whether two symbols name different resolutions of one session, or of one number."""
    one, two = read_symbol(symbol), read_symbol(other)
    if one is None or two is None or one.kind is not SymbolKind.RESOLUTION:
        return False
    bare, known = (found.number.rstrip(_LETTERS) for found in (one, two))
    return (one.session == two.session) != (bare == known)


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def latest_day(organ: Organ | None, *, adopted_on: date | None, session: int | None) -> date | None:
    """The last day on which a text can have been adopted, if its masthead says so."""
    if adopted_on or session is None or organ not in {Organ.GA, Organ.HRC}:
        return adopted_on
    prefix = "A/RES" if organ is Organ.GA else "A/HRC/RES"
    held = days_of(Symbol.read(f"{prefix}/{session}/1"))
    return held[1] if held else None

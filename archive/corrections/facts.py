"""Facts of a masthead as people write them, in the words of the manifest.

Reads: the name of a fact and words ("19 December 2011", "without a vote"). Writes: the masthead
with the fact in it, and the words in one form: days as 2011-12-19, symbols as they are spelt.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from archive.corrections.naming import fact_named, quoted
from archive.corrections.values import CorrectionError
from archive.corrections.wordings import checked_words
from archive.parsing.dates import read_date
from archive.parsing.masthead_symbols import session_of
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead
from archive.parsing.symbols import Symbol, SymbolError, SymbolKind

_HIGHEST_MEETING = 9999
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_RECORDED = re.compile(r"recorded vote(?: (\d{1,3})[-–](\d{1,3})[-–](\d{1,3}))?")
_ADDITIONAL = "; additional:"
_STAGES = ("adopted", "draft")
#: Facts without a place in the masthead of a parse.
_BESIDE = frozenset({"stage", "adopted_as", "series"})
_DAYS = frozenset({"adopted_on", "distributed_on"})


def _day(words: str) -> date:
    day = date.fromisoformat(words) if _ISO.fullmatch(words) else read_date(words)
    if day is None:
        raise ValueError("write the day as 2011-12-19 or as 19 December 2011")
    return day


def _meeting(words: str) -> int:
    if not words.isascii() or not words.isdigit() or not 0 < int(words) <= _HIGHEST_MEETING:
        raise ValueError("write the number of the meeting as 89")
    return int(words)


def _kept_symbol(words: str) -> str:
    symbol = Symbol.read(words)
    if symbol.kind is SymbolKind.DOCUMENT:
        raise ValueError(f"{symbol} names neither an act of an organ nor a draft of one")
    return symbol.text


def _act(words: str) -> str:
    symbol = Symbol.read(words)
    if not symbol.is_act:
        raise ValueError(f"{symbol} is no act of an organ; write the symbol it was adopted under")
    return symbol.text


def _draft(words: str) -> str:
    symbol = Symbol.read(words)
    if symbol.is_act:
        raise ValueError(f"{symbol} is no draft; write a symbol such as A/66/L.5")
    return symbol.text


def _adoption(words: str) -> Adoption:
    vote = _RECORDED.fullmatch(words)
    if words != "without a vote" and vote is None:
        raise ValueError(
            "write “without a vote”, or “recorded vote 127-14-41” with the votes in favour, "
            "against and abstaining"
        )
    if vote is None:
        return Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    favour, against, abstaining = (int(count) if count else None for count in vote.groups())
    return Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=favour,
        against=against,
        abstaining=abstaining,
    )


def _stage(words: str) -> str:
    if words not in _STAGES:
        raise ValueError("write “adopted” or “draft”")
    return words


def _names(words: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in words.split(","))
    if not all(names):
        raise ValueError("write the names with a comma between them: Chile, Norway")
    return names


def _sponsors(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, _, additional = (part.strip() for part in words.partition(_ADDITIONAL))
    if not first and not additional:
        raise ValueError("write the names with a comma between them: Chile, Norway")
    return _names(first) if first else (), _names(additional) if additional else ()


_KINDS: Mapping[str, Callable[[str], Any]] = {
    "symbol": _kept_symbol,
    "title": str,
    "adopted_on": _day,
    "adoption": _adoption,
    "distributed_on": _day,
    "meeting": _meeting,
    "committee_report": str,
    "agenda_item": str,
    "draft_symbol": _draft,
    "sponsors": _sponsors,
    "stage": _stage,
    "adopted_as": _act,
    "series": str,
}

#: The facts that people may set, in the order of a masthead.
FACTS = tuple(_KINDS)


def checked_fact(fact: str, words: object) -> str | None:
    """The words of a fact in one form; None takes it out.

    Raises CorrectionError for a fact there is none of, and for words that cannot be read.
    """
    if fact not in _KINDS:
        raise CorrectionError(f"There is no fact {quoted(fact)}; the facts are {', '.join(FACTS)}.")
    if words is None:
        return None
    plain = checked_words(words, of=fact_named(fact))
    value = _value(fact, plain)
    return value.isoformat() if isinstance(value, date) else _spelt(fact, plain, value=value)


def _spelt(fact: str, plain: str, *, value: Any) -> str:
    if fact in {"adoption", "sponsors"}:
        return _in_words(fact, value) or plain
    return str(value)


def _begun(fact: str) -> str:
    """The name of a fact at the beginning of a sentence."""
    named = fact_named(fact)
    return named[0].upper() + named[1:]


def _value(fact: str, words: str) -> Any:
    """The value that words write. Raises CorrectionError for what cannot be read."""
    try:
        return _KINDS[fact](words)
    except SymbolError as error:
        raise CorrectionError(
            f"{_begun(fact)} cannot be read: {error} Write it in full, such as A/RES/66/164."
        ) from error
    except ValueError as error:
        raise CorrectionError(f"{_begun(fact)} {quoted(words)} cannot be read: {error}.") from error


def with_fact(masthead: Masthead, fact: str, *, words: str | None) -> Masthead:
    """The masthead with a fact that ``checked_fact`` has passed, and what follows from it.

    The symbol says the organ, the session and the stage; facts beside the masthead leave it.
    """
    value = None if words is None else _value(fact, words)
    if fact in _BESIDE:
        return masthead
    if fact == "sponsors":
        first, additional = value or ((), ())
        return replace(masthead, sponsors=first, additional_sponsors=additional)
    if fact == "adoption" and value is not None:
        value = _with_states_of(masthead.adoption, value)
    fields: dict[str, Any] = {fact: value}
    changed = replace(masthead, **fields)
    return _as_symbol_says(changed) if fact == "symbol" and value else changed


def _with_states_of(before: Adoption | None, now: Adoption) -> Adoption:
    """The adoption with the States that the file names, where the counts are the same."""
    if before is None or _plain(before) != _plain(now):
        return now
    return before


def _plain(adoption: Adoption) -> Adoption:
    return replace(adoption, in_favour_states=(), against_states=(), abstaining_states=())


def _as_symbol_says(masthead: Masthead) -> Masthead:
    symbol = Symbol.read(masthead.symbol or "")
    return replace(
        masthead,
        organ=symbol.organ or masthead.organ,
        session=session_of(symbol.text) or symbol.session_ordinal or masthead.session,
        is_draft=symbol.kind is SymbolKind.DRAFT,
    )


def fact_in(masthead: Masthead, fact: str, *, facts: Mapping[str, str | None]) -> str | None:
    """The words of a fact as it is: those a person set, else as the masthead has it."""
    if fact in facts or fact in _BESIDE:
        return facts.get(fact)
    value = getattr(masthead, fact)
    if fact == "sponsors":
        value = (value, masthead.additional_sponsors)
    return _in_words(fact, value)


def _in_words(fact: str, value: Any) -> str | None:
    """A value of the masthead as the manifest writes it."""
    if isinstance(value, Adoption):
        return _adoption_in_words(value)
    if fact == "sponsors":
        first, additional = value
        behind = f"{_ADDITIONAL} {', '.join(additional)}" if additional else ""
        return f"{', '.join(first)}{behind}" or None
    if fact in _DAYS and value is not None:
        return str(value.isoformat())
    return None if value is None else str(value)


def _adoption_in_words(adoption: Adoption) -> str:
    if adoption.method is AdoptionMethod.WITHOUT_VOTE:
        return "without a vote"
    counts = (adoption.in_favour, adoption.against, adoption.abstaining)
    if None in counts:
        return "recorded vote"
    return f"recorded vote {'-'.join(map(str, counts))}"

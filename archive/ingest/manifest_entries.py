"""Entries of a manifest, key by key: each value has its kind, and the values must agree."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from archive.ingest.adoptions import read_adoption
from archive.ingest.fact_columns import Value
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import is_kept, stage_of
from archive.models import Evidence, Resolution
from archive.parsing.symbols import Symbol, SymbolError

_Fact = Evidence.Fact
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HIGHEST_MEETING = 9999
_OF_ADOPTED_ACTS = (_Fact.ADOPTED_ON, _Fact.ADOPTION, _Fact.MEETING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which file an entry is about, what it is, and where it comes from."""

    name: str
    sha256: str
    symbol: Symbol
    provenance: str


def read_identity(place: str, table: Mapping[str, Any]) -> Identity:
    """The keys every entry has. Raises RefusalError for a missing, unknown or malformed one."""
    for key in table:
        if key not in _KINDS and key != "evidence":
            known = ", ".join([*_KINDS, "evidence"])
            raise RefusalError(f"{place}, {key}", f"The key is unknown; the keys are {known}.")
    required = {
        key: _value(place, table, key=key) for key in ("name", "sha256", "symbol", "provenance")
    }
    return Identity(**required)


def read_facts(
    place: str, table: Mapping[str, Any], *, symbol: Symbol
) -> tuple[dict[Evidence.Fact, Value], dict[Evidence.Fact, str]]:
    """The facts an entry gives and their evidence. Raises RefusalError as ``read_identity``."""
    facts: dict[Evidence.Fact, Value] = {
        _Fact.SYMBOL: symbol.text,
        _Fact.STAGE: _value(place, table, key="stage"),
    }
    for fact in _Fact:
        if fact not in facts and fact.value in table:
            facts[fact] = _value(place, table, key=fact.value)
    _check_stage(place, facts, symbol=symbol)
    return facts, _evidence(place, table, facts=facts)


def _value(place: str, table: Mapping[str, Any], *, key: str) -> Any:
    """The value of a key, read by its kind."""
    where = f"{place}, {key}"
    if key not in table:
        raise RefusalError(where, "The key is missing; every entry must have it.")
    try:
        return _KINDS[key](table[key])
    except ValueError as error:
        raise RefusalError(where, str(error)) from error


def _words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is not words; write them between quotation marks.")
    words = " ".join(value.split())
    if not words.isprintable():
        raise ValueError(f"{words!r} has control characters in it; leave them out.")
    return words


def _name(value: Any) -> str:
    name = _words(value)
    if "/" in name or name in {".", ".."}:
        raise ValueError(f"“{name}” is not the bare name of a file beside the manifest.")
    return name


def _digest(value: Any) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError(f"“{value}” is no SHA-256; write its 64 hexadecimal digits, as sha256sum.")
    return value


def _symbol(value: Any) -> Symbol:
    try:
        symbol = Symbol.read(_words(value))
    except SymbolError as error:
        raise ValueError(str(error)) from error
    if not is_kept(symbol):
        raise ValueError(f"{symbol} names neither an act of an organ nor a draft of one.")
    if symbol.text != value:
        raise ValueError(f"“{value}” is not the canonical spelling; write {symbol}.")
    return symbol


def _act(value: Any) -> str:
    symbol = _symbol(value)
    if not symbol.is_act:
        raise ValueError(f"{symbol} is a draft; a draft is adopted as an act.")
    return symbol.text


def _stage(value: Any) -> Resolution.Stage:
    try:
        return Resolution.Stage(value)
    except ValueError as error:
        raise ValueError(f"“{value}” is no stage; write “adopted” or “draft”.") from error


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError(f"“{value}” is no date; write it as 2011-12-19, without quotation marks.")


def _meeting(value: Any) -> int:
    if type(value) is not int or not 0 < value <= _HIGHEST_MEETING:
        raise ValueError(f"“{value}” is no number of a meeting; write it as 89.")
    return value


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "name": _name,
    "sha256": _digest,
    "symbol": _symbol,
    "stage": _stage,
    "provenance": _words,
    "title": _words,
    "adopted_on": _day,
    "adoption": lambda value: read_adoption(_words(value)),
    "adopted_as": _act,
    "distributed_on": _day,
    "meeting": _meeting,
    "committee_report": _words,
    "agenda_item": _words,
    "series": _words,
}


def _check_stage(place: str, facts: Mapping[Evidence.Fact, Value], *, symbol: Symbol) -> None:
    """Refuse a stage that the symbol contradicts, and facts that the stage cannot have."""
    stage = stage_of(symbol)
    if facts[_Fact.STAGE] != stage:
        raise RefusalError(
            f"{place}, stage", f"{symbol} is the symbol of a text whose stage is “{stage.value}”."
        )
    is_draft = stage is Resolution.Stage.DRAFT
    for fact in _OF_ADOPTED_ACTS if is_draft else (_Fact.ADOPTED_AS,):
        if fact in facts:
            kind = "a draft" if is_draft else "adopted"
            raise RefusalError(
                f"{place}, {fact.value}", f"{symbol} is {kind} and cannot have this key."
            )


def _evidence(
    place: str, table: Mapping[str, Any], *, facts: Mapping[Evidence.Fact, Value]
) -> dict[Evidence.Fact, str]:
    given = table.get("evidence", {})
    if not isinstance(given, dict):
        raise RefusalError(f"{place}, evidence", "Write it as a table: [files.evidence].")
    evidence = {}
    for key, value in given.items():
        where = f"{place}, evidence.{key}"
        if key not in facts:
            raise RefusalError(where, f"The entry gives no {key}, so there is nothing to prove.")
        try:
            evidence[_Fact(key)] = _words(value)
        except ValueError as error:
            raise RefusalError(where, str(error)) from error
    return evidence

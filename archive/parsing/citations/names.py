"""Names: instruments cited by name, by their place in the Treaty Series, or in a report on sale.

Reads: a text with plain signs, the table of instruments. Writes: citations by name. Words that
belong to another name are left alone: that of another instrument ("Protocol to the Convention …",
"Inter-American Convention …"), or of a body ("the Conference of the Parties to the Convention").
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from archive.parsing.citations.instruments import INSTRUMENTS, Instrument, Name
from archive.parsing.citations.pinpoints import pinpoint_before, pinpoint_behind
from archive.parsing.citations.words import Found, even

_BY_NAME = {
    (even(name.words), even(name.before)): instrument
    for instrument in INSTRUMENTS
    for name in instrument.names
}
_BY_TREATY = {one.treaty: one for one in INSTRUMENTS if one.treaty}
_BY_SALES = {one.sales: one.target for one in INSTRUMENTS if one.sales}


def _pattern(name: Name) -> str:
    """The words of a name, and what has to follow them."""
    before = f"(?={re.escape(even(name.before))})" if name.before else r"(?![\w-])"
    return re.escape(even(name.words)).replace("ooperation", "o-?operation") + before


_LONGEST_FIRST = sorted(
    (name for instrument in INSTRUMENTS for name in instrument.names),
    key=lambda name: (-len(name.words), -len(name.before)),
)


def _by_first_letter(patterns: Iterable[str]) -> Iterator[str]:
    """One alternative for all that begin alike, so that a search tries few at each place."""
    alike: dict[str, list[str]] = {}
    for pattern in patterns:
        alike.setdefault(pattern[0], []).append(pattern[1:])
    for first, rests in alike.items():
        yield f"{first}(?:{'|'.join(rests)})"


#: Begins with the names alone, so that a search can skip to their first letters.
_NAME = re.compile("|".join(_by_first_letter(map(_pattern, _LONGEST_FIRST))))
_IN_A_WORD = re.compile(r"[\w-]")
_TREATY = re.compile(
    r"(?:(?:United Nations, )?Treaty Series, |[Ii]bid\., )vol\. (?P<volume>\d{1,4}), "
    r"No\. (?P<number>\d{1,6})(?!\d)"
)
#: A report by its sales number, before the place in it.
_REPORT = re.compile(
    r"United Nations publication, Sales No\. (?P<sales>E\.[\dA-Z.]{4,14}?)"
    r"(?: and corrigend(?:um|a))?\)"
)
#: Another instrument, which the table does not know, ends in the name of one it knows; a draft is
#: not yet the instrument, and a "local Agenda 21" is a town's own.
_OF_ANOTHER = re.compile(
    r"(?:(?:Protocols?|Amendments?|Annex(?:es)?) to the|\b(?:[Dd]raft|[Ll]ocal)) $"
)
_OF_A_BODY = re.compile(
    r"(?:\b(?:Parties to|Executive Secretary of|Secretariat of|Preparatory Commission for) "
    r"(?:the )?|"
    r"\b(?:Committee|Commission|Group|Forum|Rapporteur|Board|Fund|Programme|Bureau|Unit)"
    r"(?: of [A-Z][\w-]*(?: [A-Z][\w-]*)?)? (?:on|for|to) "
    r"(?:the |a |[A-Z][\w-]*+ |with regard to |of |and |on |in ){0,10})$"
)
_NAME_BEFORE = re.compile(r"(?P<before>^|[^ ] |[(“\"])(?P<word>[A-Z][\w'-]*) $")
_STARTS_A_SENTENCE = ("", ". ", "; ", ": ", "(", "“", '"', "” ", '" ')
_LOOK_BACK = 160


def named_in(plain: str, *, upto: date | None = None) -> list[Found]:
    """Each instrument that a text cites by name, or by its place in the Treaty Series.

    An instrument adopted after the day of the text, ``upto``, is not the one that its words name.
    """
    found = []
    for match in _names(plain):
        named = _named(match, plain)
        if named and not _is_later(named, upto) and not _belongs_to_another(plain, match.start()):
            place = pinpoint_before(plain, match.start())
            found.append(_found(match, named, place=place))
    return [*found, *_treaties(plain), *_reports(plain)]


def _names(plain: str) -> Iterator[re.Match[str]]:
    """The names of a text, none of them within a longer word."""
    match = _NAME.search(plain)
    while match:
        start, end = match.span()
        within = start > 0 and _IN_A_WORD.match(plain, start - 1)
        if not within:
            yield match
        match = _NAME.search(plain, start + 1 if within else end)


def _named(match: re.Match[str], plain: str) -> Instrument | None:
    """The instrument a match of the names means; "Co-operation" is the older spelling."""
    name = match[0].replace("o-operation", "ooperation")
    return _BY_NAME.get((name, "")) or next(
        one
        for (words, before), one in _BY_NAME.items()
        if words == name and plain.startswith(before, match.end())
    )


def _is_later(instrument: Instrument, day: date | None) -> bool:
    return bool(day and instrument.adopted_on and instrument.adopted_on > day)


def _belongs_to_another(plain: str, start: int) -> bool:
    """Whether the words before make a name the end of another's."""
    window = plain[max(0, start - _LOOK_BACK) : start]
    if _OF_ANOTHER.search(window) or _OF_A_BODY.search(window):
        return True
    name = _NAME_BEFORE.search(window)
    if name is None or window.endswith("United Nations "):
        return False
    return name["before"] not in _STARTS_A_SENTENCE


def _treaties(plain: str) -> Iterator[Found]:
    for match in _TREATY.finditer(plain) if "No. " in plain else ():
        treaty = _BY_TREATY.get((int(match["volume"]), int(match["number"])))
        if treaty:
            yield _found(match, treaty, place=None)


def _reports(plain: str) -> Iterator[Found]:
    """Each report cited by its sales number, with the place named behind it."""
    for match in _REPORT.finditer(plain) if "Sales No. " in plain else ():
        target = _BY_SALES.get(match["sales"])
        if target:
            place, end = pinpoint_behind(plain, match.end())
            yield Found(
                start=match.start(),
                end=end if place else match.end() - 1,
                target=target,
                pinpoint=place,
                by_name=True,
            )


def _found(match: re.Match[str], instrument: Instrument, *, place: str | None) -> Found:
    return Found(
        start=match.start(),
        end=match.end(),
        target=instrument.target,
        pinpoint=place or instrument.pinpoint,
        by_name=True,
    )

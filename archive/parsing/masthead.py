"""The masthead: what a file says of itself.

Reads: the lines before the text, the line that names the organ, the closing lines.
Writes: a Masthead with the lines it rests on, the lines that say nothing, and warnings where
lines contradict one another. Nothing is inferred: a value that no line states is None.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from archive.parsing.adoptions import check_adoption, draft_of, read_adoption, sponsors_of
from archive.parsing.blocks import Block
from archive.parsing.dates import LONG_ORDINAL, long_ordinal, read_date
from archive.parsing.masthead_lines import printed_lines
from archive.parsing.masthead_symbols import Statement, find_symbol, session_of
from archive.parsing.masthead_titles import find_title
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead, ParseWarning
from archive.parsing.printed_lines import (
    ADOPTED_BY,
    DRAFT_LINE,
    OF_DATE_LINE,
    TITLED_NUMBER,
    LineKind,
    named_organ,
    organ_of,
    session_named,
    unglue,
)
from archive.parsing.regions import Regions
from archive.parsing.states import split_states
from archive.parsing.symbols import Organ, SymbolKind, read_symbol

#: Figures that signs or part of the number stand before are none: "331 5th", "176I1st".
_MEETING = re.compile(
    r"(?<![\w.,])(?<!(?<!\d)\d{3} )(?<!(?<!\d)\d{2} )"
    rf"(\d{{1,4}}(?=st|nd|rd|th)|{LONG_ORDINAL}(?= (?:\S+ )?plenary))(?:st|nd|rd|th)? "
    r"(?:(?:\([a-z]+\)|resumed) )?(?:plenary )?(?:(?:\([a-z]+\)|resumed) )?meet-?ing",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:report|recommendation) of (?:the|its) [^()]{0,200}"
    r"(?:\([^()/]{1,80}\) ?)?\(([AE]/[^\s,;)]+)",
    re.IGNORECASE,
)
_AGENDA_ITEM = re.compile(r"agenda items? (\d.*)", re.IGNORECASE)
_SAYS_NO_VOTE = re.compile(r"Adopted without (?:a )?vote\.?")
_SPONSORS = re.compile(r"(?P<names>.*): (?:revised )?draft (?:resolution|decision)\*?")


def read_masthead(
    regions: Regions, *, notes: Sequence[Block] = ()
) -> tuple[Masthead, list[str], list[ParseWarning]]:
    """What the lines around the text say; the lines that say nothing; contradictions.

    A note to the statement of adoption may say that there was no vote.
    """
    front, closing = printed_lines(regions.front), printed_lines(regions.closing)
    said = [(line.kind, line.words) for line in front + closing if line.kind is not None]
    if regions.organ_line is not None:
        said.append((LineKind.ORGAN, regions.organ_line.text))
    title, title_span = find_title(front)
    unsaid = [
        line
        for index, line in [*enumerate(front), *((-1, line) for line in closing)]
        if line.kind is None and index not in title_span
    ]
    masthead, warnings = _masthead(said)
    if masthead.adoption is None and any(_SAYS_NO_VOTE.fullmatch(note.text) for note in notes):
        masthead = replace(masthead, adoption=Adoption(method=AdoptionMethod.WITHOUT_VOTE))
    lines = (
        *(line for _, line in said),
        *(line.words for line in front[title_span.start : title_span.stop]),
        *(line.words for line in unsaid if line.is_tagged),
    )
    silent = [line.words for line in unsaid if not line.is_tagged]
    return replace(masthead, title=title, lines=lines), silent, warnings


def _masthead(said: Sequence[Statement]) -> tuple[Masthead, list[ParseWarning]]:
    """Everything but the title and the lines, and contradictions."""
    organ = _organ(said)
    symbol, warnings = find_symbol(said, organ)
    adopted_on, doubts = _adopted_on(said)
    adoption, counts = _adoption(said)
    masthead = Masthead(
        symbol=symbol,
        organ=organ,
        session=_session(said, symbol),
        adopted_on=adopted_on,
        meeting=_number(_first(said, _MEETING, LineKind.ADOPTED_AT, LineKind.MEETING)),
        committee_report=_text(_first(said, _REPORT, LineKind.REPORT, LineKind.ADOPTED_AT)),
        agenda_item=_text(_first(said, _AGENDA_ITEM, LineKind.AGENDA_ITEM)),
        distributed_on=_distributed_on(said),
        adoption=adoption,
        is_draft=_is_draft(said, symbol),
        draft_symbol=_draft_symbol(said),
        sponsors=_sponsors(said),
    )
    return masthead, [*warnings, *doubts, *counts, *_adopted_apart(_apart(said))]


def _lines_of(said: Sequence[Statement], *kinds: LineKind) -> Iterator[str]:
    for wanted in kinds:
        yield from (line for kind, line in said if kind is wanted)


def _first(
    said: Sequence[Statement], pattern: re.Pattern[str], *kinds: LineKind
) -> re.Match[str] | None:
    """Where the first line of these kinds matches; nowhere if resolutions adopted apart differ."""
    matches = [match for line in _lines_of(said, *kinds) if (match := pattern.search(line))]
    told_apart = (pattern.search(statement) for statement in _apart(said))
    differ = len({match[1] for match in told_apart if match}) > 1
    return matches[0] if matches and not differ else None


def _text(match: re.Match[str] | None) -> str | None:
    return match[1].strip() if match else None


def _number(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else long_ordinal(match[1])


def _organ(said: Sequence[Statement]) -> Organ | None:
    """The organ that speaks in the text, or that a line says adopted it."""
    for line in _lines_of(said, LineKind.ORGAN):
        return organ_of(line)
    adopted = _first(said, ADOPTED_BY, LineKind.ADOPTED_BY)
    return named_organ(adopted[1]) if adopted else None


def _session(said: Sequence[Statement], symbol: str | None) -> int | None:
    for line in _lines_of(said, LineKind.SESSION, LineKind.DISTRIBUTION):
        for part in (line, re.sub(r"^\d.*\d{4} ", "", unglue(line))):
            if session_named(part) is not None:
                return session_named(part)
    return session_of(symbol)


def _adopted_on(said: Sequence[Statement]) -> tuple[date | None, list[ParseWarning]]:
    """The date of adoption, by the first line that has it, and a warning for another date.

    Resolutions under letters that were adopted on different days have no one date.
    """
    lines = [*_lines_of(said, LineKind.ADOPTED_BY, LineKind.ADOPTED_AT), *_after_meeting(said)]
    lines += [_of_date(line) for line in _lines_of(said, LineKind.DATED, LineKind.TITLED_NUMBER)]
    dated = [(day, line) for line in lines if (day := read_date(line)) is not None]
    if not dated:
        return None, []
    day, first = dated[0]
    others = [line for other, line in dated[1:] if other != day]
    apart = _apart(said)
    if len({read_date(line) for line in apart}) > 1:
        return None, []
    return day, [
        ParseWarning(
            code="date_contradiction",
            message=f"“{first[:120]}” and “{line[:120]}” name different dates of adoption.",
            where="masthead",
        )
        for line in others
    ]


def _of_date(line: str) -> str:
    """The date of "180 (1963). Resolution of 31 July 1963", or of "of 15 August. 1991"."""
    titled = TITLED_NUMBER.fullmatch(line)
    match = OF_DATE_LINE.fullmatch(titled[2] or "" if titled else line)
    return f"{match[1]} {match[2]}" if match else ""


def _apart(said: Sequence[Statement]) -> list[str]:
    """The statements of a file whose resolutions were adopted each by itself."""
    statements = list(_lines_of(said, LineKind.ADOPTED_AT))
    return statements if len(statements) > 1 else []


def _adopted_apart(statements: Sequence[str]) -> Iterator[ParseWarning]:
    if len(set(statements)) > 1:
        yield ParseWarning(
            code="adopted_apart",
            message=f"The file has {len(statements)} statements of adoption that differ, as "
            f"“{statements[0][:150]}” and “{statements[1][:150]}”; what they do not share is left "
            "out.",
            where="masthead",
        )


def _after_meeting(said: Sequence[Statement]) -> Iterator[str]:
    """The line that names the meeting and the date printed below it."""
    for (kind, line), (below, next_line) in pairwise([*said, (None, "")]):
        if kind is LineKind.MEETING:
            yield line
            if below is LineKind.DATE:
                yield next_line


def _distributed_on(said: Sequence[Statement]) -> date | None:
    """The date in the masthead's cell, where the file has a masthead."""
    adopted = set(_after_meeting(said))
    cells = list(_lines_of(said, LineKind.DISTRIBUTION))
    dates = [line for line in _lines_of(said, LineKind.DATE) if line not in adopted]
    days = (read_date(line) for line in (cells + dates if cells else []))
    return next((day for day in days if day is not None), None)


def _adoption(said: Sequence[Statement]) -> tuple[Adoption | None, list[ParseWarning]]:
    """How the text was adopted, and where counts and lists differ.

    Resolutions under letters that were adopted in different ways have no one way.
    """
    statements = _lines_of(said, LineKind.ADOPTED_AT, LineKind.VOTES)
    found = [one for one in map(read_adoption, statements) if one is not None]
    if not found:
        return None, []
    if any(one != found[0] for one in found):
        return None, []
    return found[0], check_adoption(found[0])


def _is_draft(said: Sequence[Statement], symbol: str | None) -> bool | None:
    """Whether the file shows that it is a draft; None where it does not."""
    read = read_symbol(symbol) if symbol else None
    proposed = any(_lines_of(said, LineKind.SPONSORS)) and (read is None or not read.is_act)
    return True if proposed or (read is not None and read.kind is SymbolKind.DRAFT) else None


def _draft_symbol(said: Sequence[Statement]) -> str | None:
    """The draft that a text was adopted from."""
    adopted = [draft_of(line) for line in _lines_of(said, LineKind.ADOPTED_AT)]
    if len(set(adopted)) > 1:
        return None
    below = (DRAFT_LINE.fullmatch(line) for line in _lines_of(said, LineKind.DRAFT))
    return next(filter(None, adopted), None) or next((one[1] for one in below if one), None)


def _sponsors(said: Sequence[Statement]) -> tuple[str, ...]:
    """Who sponsored the draft: of a draft by the line above its title, else by the statement."""
    adopted = {sponsors_of(line) for line in _lines_of(said, LineKind.ADOPTED_AT)}
    for line in _lines_of(said, LineKind.SPONSORS):
        match = _SPONSORS.fullmatch(line)
        return split_states(match["names"]) if match else ()
    return adopted.pop() if len(adopted) == 1 else ()

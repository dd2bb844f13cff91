"""The masthead: what a file says of itself.

Reads: the lines before the text, the line that names the organ, the closing lines.
Writes: a Masthead with the lines it rests on, the lines that say nothing, and a warning where
two lines contradict one another. Nothing is inferred: a value that no line states is None.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from archive.parsing.blocks import Block, Role, as_printed
from archive.parsing.dates import read_date
from archive.parsing.masthead_symbols import Statement, find_symbol, session_of
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead, ParseWarning
from archive.parsing.printed_lines import (
    ADOPTED_BY,
    TITLED_NUMBER,
    LineKind,
    kind_of_line,
    named_organ,
    names_sponsors,
    organ_of,
    session_named,
    unglue,
)
from archive.parsing.regions import Regions
from archive.parsing.symbols import Organ

_MEETING = re.compile(
    r"(\d{1,4})(?:st|nd|rd|th) (?:\([a-z]+\) )?(?:plenary )?meeting", re.IGNORECASE
)
_REPORT = re.compile(
    r"(?:report|recommendation) of (?:the|its) [^()]{0,200}\((A/[^\s,;)]+)", re.IGNORECASE
)
_AGENDA_ITEM = re.compile(r"agenda items? (\d.*)", re.IGNORECASE)
_VOTE = re.compile(
    r"recorded vote of (\d{1,3}|none) to (\d{1,3}|none)(?:,? with (\d{1,3}|no) abstentions?)?",
    re.IGNORECASE,
)
_LONGEST_TITLE = 700
_TITLE_MARKS = "*†"
_TAGGED = {Role.FRONT, Role.CLOSING}


def read_masthead(regions: Regions) -> tuple[Masthead, list[str], list[ParseWarning]]:
    """What the lines around the text say; the lines that say nothing; contradictions."""
    front = list(_statements(regions.front))
    closing = list(_statements(regions.closing))
    said = [(kind, line) for kind, line in front + closing if kind is not None]
    if regions.organ_line is not None:
        said.append((LineKind.ORGAN, regions.organ_line.text))
    title, title_span = _title(front)
    organ = _organ(said)
    symbol, warnings = find_symbol(said, organ)
    adopted_on, doubts = _adopted_on(said)
    unsaid = _unsaid(regions, title_span)
    masthead = Masthead(
        symbol=symbol,
        organ=organ,
        session=_session(said, symbol),
        title=title,
        adopted_on=adopted_on,
        meeting=_number(_first(said, _MEETING, LineKind.MEETING, LineKind.ADOPTED_AT)),
        committee_report=_text(_first(said, _REPORT, LineKind.REPORT, LineKind.ADOPTED_AT)),
        agenda_item=_text(_first(said, _AGENDA_ITEM, LineKind.AGENDA_ITEM)),
        distributed_on=_distributed_on(said),
        adoption=_adoption(said),
        lines=(
            *(line for _, line in said + list(front[title_span.start : title_span.stop])),
            *(words for words, is_tagged in unsaid if is_tagged),
        ),
    )
    return masthead, [words for words, is_tagged in unsaid if not is_tagged], warnings + doubts


def _unsaid(regions: Regions, title_span: range) -> list[tuple[str, bool]]:
    """The lines that say nothing the masthead has a field for, and whether the format tags them."""
    lines = [*enumerate(regions.front), *((-1, block) for block in regions.closing)]
    words = [(as_printed(block.text), block.role) for at, block in lines if at not in title_span]
    return [(line, role in _TAGGED) for line, role in words if kind_of_line(line) is None]


def _statements(blocks: Iterable[Block]) -> Iterator[tuple[LineKind | None, str]]:
    for block in blocks:
        words = as_printed(block.text)
        yield kind_of_line(words), words


def _lines_of(said: Sequence[Statement], *kinds: LineKind) -> Iterator[str]:
    for wanted in kinds:
        yield from (line for kind, line in said if kind is wanted)


def _first(
    said: Sequence[Statement], pattern: re.Pattern[str], *kinds: LineKind
) -> re.Match[str] | None:
    """Where the first line of these kinds matches."""
    matches = (pattern.search(line) for line in _lines_of(said, *kinds))
    return next((match for match in matches if match), None)


def _text(match: re.Match[str] | None) -> str | None:
    return match[1].strip() if match else None


def _number(match: re.Match[str] | None) -> int | None:
    return int(match[1]) if match else None


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
    """The date of adoption, by the first line that has it, and a warning for another date."""
    lines = [*_lines_of(said, LineKind.ADOPTED_BY, LineKind.ADOPTED_AT), *_after_meeting(said)]
    dated = [(day, line) for line in lines if (day := read_date(line)) is not None]
    if not dated:
        return None, []
    day, first = dated[0]
    return day, [
        ParseWarning(
            code="date_contradiction",
            message=f"“{first[:120]}” and “{line[:120]}” name different dates of adoption.",
            where="masthead",
        )
        for other, line in dated[1:]
        if other != day
    ]


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


def _adoption(said: Sequence[Statement]) -> Adoption | None:
    for line in _lines_of(said, LineKind.ADOPTED_AT):
        if "without a vote" in line.lower():
            return Adoption(method=AdoptionMethod.WITHOUT_VOTE)
        vote = _VOTE.search(line)
        if vote:
            counts = [_count(words) for words in vote.groups()]
            return Adoption(
                method=AdoptionMethod.RECORDED_VOTE,
                in_favour=counts[0],
                against=counts[1],
                abstaining=counts[2],
            )
    return None


def _count(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else 0


def _title(front: Sequence[tuple[LineKind | None, str]]) -> tuple[str | None, range]:
    """The title and the lines it takes: those below its number, or the last that say nothing.

    A number may also stand below its title, as those of the Commission on Human Rights did.
    """
    while front and front[-1][0] is LineKind.NUMBER:
        front = front[:-1]
    start, words = _start_of_title(front)
    end = next((i for i in range(start, len(front)) if front[i][0] is not None), len(front))
    title = _joined([*words, *(line for _, line in front[start:end])]).rstrip(_TITLE_MARKS)
    return (title, range(start, end)) if 0 < len(title) <= _LONGEST_TITLE else (None, range(0))


def _start_of_title(front: Sequence[tuple[LineKind | None, str]]) -> tuple[int, list[str]]:
    """Where lines of the title begin, and its words on the line before them."""
    start = 0
    for index, (kind, line) in enumerate(front):
        titled = TITLED_NUMBER.fullmatch(line) if kind is LineKind.TITLED_NUMBER else None
        if titled and titled[2]:
            return index + 1, [titled[2]]
        start = start if kind is None and not _ends_sponsors(front, index) else index + 1
    return start, []


def _ends_sponsors(front: Sequence[tuple[LineKind | None, str]], index: int) -> bool:
    """Whether a line ends the list of sponsors that the lines above it began."""
    return names_sponsors(" ".join(line for _, line in front[max(0, index - 1) : index + 1]))


def _joined(lines: Sequence[str]) -> str:
    """Lines of a title as one: a hyphen at a line's end stays."""
    pieces: list[str] = []
    for line in lines:
        pieces += [line] if not pieces or pieces[-1].endswith("-") else [" ", line]
    return "".join(pieces)

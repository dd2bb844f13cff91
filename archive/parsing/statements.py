"""Statements that take several lines: how a text was adopted, and how each State voted.

Reads: lines around the text, in order. Writes: which lines a statement takes.
"""

import re
from dataclasses import dataclass, field

from archive.parsing.dates import DATE, MONTHS
from archive.parsing.printed_lines import ADOPTED_AT, VOTES_LINE, LineKind, kind_of_line
from archive.parsing.states import cuts_name

_MOST_LINES = 200
_LONGEST_DATE = 20
_GOES_ON = re.compile(
    r"\(?(?:the|its|at|on|by|with|without|to|and|or|as|of|votes?|abstentions?|meeting|plenary"
    r"|none|recorded)\b.*|\d{1,2} [A-Z][a-z]{2,8}\b.*|\d{1,4}(?:st|nd|rd|th)\b.*"
    r"|(?:\d{1,3}|I) (?:abstentions?|votes?)\b.*",
    re.IGNORECASE,
)
_OF_THE_VOTE = re.compile(
    r"(?:One|Two|Three|Four) members? .{0,200}\bvot.*|The voting was as follows:?"
    r"|See chap\. .{1,80}\]|\]"
)
#: Words and figures no statement ends with: a line that does was cut by its width.
_CUT = re.compile(
    r"(?:[, ]|^)(?:the|its|at|on|by|with|without|to|and|of|in|a|for|from"
    rf"|on \d{{1,2}}(?: (?:{'|'.join(MONTHS)}))?)$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"(?:[.\]]|(?<!\(closed)(?<!\(private)\))(?: ?\d{1,3})?$")
_PARTS = {None, LineKind.MEETING, LineKind.DATE, LineKind.VOTES}


@dataclass(slots=True)
class OpenStatement:
    """The statement of an adoption while its lines come; without lines, none has begun."""

    lines: list[str] = field(default_factory=list)
    _lists_votes: bool = False

    def take(self, text: str) -> bool:
        """Take a line that begins a statement or goes on with it; any other line ends it."""
        if ADOPTED_AT.fullmatch(text):
            self.lines, self._lists_votes = [text], VOTES_LINE.search(text) is not None
            return True
        if not self.lines or not self._goes_on(text):
            self.lines = []
            return False
        self.lines.append(text)
        self._lists_votes = self._lists_votes or VOTES_LINE.match(text) is not None
        return True

    def _goes_on(self, text: str) -> bool:
        if len(self.lines) >= _MOST_LINES or kind_of_line(text) not in _PARTS:
            return False
        is_list = VOTES_LINE.search if self._lists_votes else VOTES_LINE.match
        if is_list(text) or _OF_THE_VOTE.fullmatch(text):
            return True
        last = self.lines[-1]
        if self._lists_votes:
            return list_goes_on(last, text) and not text.endswith((":", ";"))
        is_cut = _CUT.search(last) or is_open(last) or cuts_date(last, text)
        return bool(is_cut or (not _CLOSED.search(last) and _GOES_ON.fullmatch(text)))


def is_open(text: str) -> bool:
    """Whether a line leaves a bracket open, so that the next must close it."""
    return text.count("(") > text.count(")")


def cuts_date(text: str, below: str) -> bool:
    """Whether a date begins on a line and ends on the one below: "on 12" and "December 2024"."""
    return any(
        match.start() < len(text) < match.end()
        for match in DATE.finditer(f"{text} {below}", max(0, len(text) - _LONGEST_DATE))
    )


def list_goes_on(last: str, text: str) -> bool:
    """Whether a list of States goes on, after a sign or a word or in the midst of a name."""
    return (
        last.endswith((",", ":", " and"))
        or text.startswith("and ")
        or is_open(last)
        or cuts_name(last, text)
    )

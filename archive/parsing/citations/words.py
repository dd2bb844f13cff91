"""Words that citations are built of, shared by the grammars that read them.

``even`` makes a text plain sign by sign, so that every offset into the plain text holds in the
text as it came.
"""

import re
from dataclasses import dataclass
from datetime import date

from archive.parsing.dates import DATE, MONTHS, read_date

_SPACES = dict.fromkeys("\t\n\r", " ")
_EVEN = (
    _SPACES
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
    | dict.fromkeys("\u2018\u2019", "'")
)
_DATED = re.compile(rf",? (?:adopted |also )?(?:of|on|dated) {DATE.pattern}")
_MONTH = "(?:" + "|".join(MONTHS) + ")"
#: Days for two acts: "of 7 and 8 November 2000", "of 7 November and 8 December 2000".
_TWO_DAYS = re.compile(
    rf",? of (?P<first>\d{{1,2}})(?P<month> {_MONTH})? and (?P<second>\d{{1,2}} (?P<rest>"
    rf"{_MONTH} (?:19|20)\d\d))(?!\d)"
)
#: A day whose year is that of the act: "186 (1964) of 4 March, 187 (1964) of 13 March".
_DAY_OF_YEAR = re.compile(rf",? of (?P<day>\d{{1,2}} {_MONTH})(?![\w-]| \d)")
_DATED_TITLE = re.compile(
    r", (?:on|entitled|concerning|containing|regarding) [^;.()\d]{1,240}?, of " + DATE.pattern
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A citation in one text: its span, its symbol, and what is said of the place in it.

    ``target`` is None for a reference within the same text. ``by_name`` says that the words name
    the document, or point back to it, and print no symbol. ``of_whole`` says that it stands beside
    the citation of a part, for the document that prints the part.
    """

    start: int
    end: int
    target: str | None
    dated_on: date | None = None
    pinpoint: str | None = None
    by_name: bool = False
    of_whole: bool = False
    conflict: str | None = None


def even(text: str) -> str:
    """The text with plain spaces, hyphens and apostrophes, as many signs as before."""
    # A text has few of the signs; to look for each is faster than to translate every sign.
    for sign, plain in (_SPACES if text.isascii() else _EVEN).items():
        text = text.replace(sign, plain)
    return text


def read_dated(plain: str, at: int) -> tuple[date | None, int]:
    """The date that follows ("of 9 December 1998") and where it ends; (None, at) without one."""
    match = _DATED.match(plain, at)
    day = read_date(match.group()) if match else None
    return (day, match.end()) if match and day else (None, at)


def read_days(plain: str, at: int, *, year: str) -> tuple[date | None, date | None, int]:
    """The day that follows, before it that of the act before, and where the words end.

    "of 7 and 8 November 2000" gives both, "of 8 November 2000" the second only; "of 8 November"
    is of the year of the act, where its number has one.
    """
    match = _TWO_DAYS.match(plain, at)
    if match is None:
        day, end = read_dated(plain, at)
        return None, *((day, end) if day or not year else _read_day_of(year, plain, at=at))
    month, year = match["rest"].split()
    first = read_date(f"{match['first']}{match['month'] or f' {month}'} {year}")
    return first, read_date(match["second"]), match.end()


def _read_day_of(year: str, plain: str, *, at: int) -> tuple[date | None, int]:
    """The day that follows without a year, in that year; (None, at) without one."""
    match = _DAY_OF_YEAR.match(plain, at)
    day = read_date(f"{match['day']} {year}") if match else None
    return (day, match.end()) if match and day else (None, at)


def read_dated_title(plain: str, at: int) -> date | None:
    """The date behind a title that follows (", on the Code of Conduct, of 18 June 2007")."""
    match = _DATED_TITLE.match(plain, at)
    return read_date(match.group()) if match else None

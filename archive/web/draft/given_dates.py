"""Dates that drafts give otherwise than resolutions print them: “December 9, 1998”, “9 Dec. 1998”.

What is no such date either, but looks like one, is kept in its words, to say that nobody read it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive.parsing.citations.pinpoints import pinpoint_behind
from archive.parsing.citations.words import even
from archive.parsing.dates import MONTHS
from archive.parsing.parsed import Citation

_LED_BY = r",? (?:adopted |also )?(?:of|on|dated) (?:the )?"
_WORD = "(?:" + "|".join(name[:3] for name in MONTHS) + r")[a-z]{0,6}\b\.?"
_DAY, _MONTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", f"(?P<month>{_WORD})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS: Sequence[re.Pattern[str]] = (
    re.compile(rf"{_LED_BY}{_DAY} (?:of )?{_MONTH},? {_YEAR}"),
    re.compile(rf"{_LED_BY}{_MONTH} {_DAY},? {_YEAR}"),
    re.compile(rf"{_LED_BY}{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)
_LIKE_ONE = re.compile(
    rf"{_LED_BY}(?P<date>\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?!\d)|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_WORD}(?:,? ?'?\d{{2,4}}(?![\d/]))?|"
    rf"{_WORD}(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? \d{{1,4}}(?![\d/]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedCitation:
    """A citation with its date, or the words behind it that look like one and cannot be read."""

    citation: Citation
    unread: str = ""


def with_date(one: Citation, text: str) -> DatedCitation:
    """A citation with the date that a text gives behind it, and the place behind the date."""
    if one.target is None or one.dated_on is not None:
        return DatedCitation(citation=one)
    plain = even(text)
    for form in _FORMS:
        match = form.match(plain, one.end)
        day = _day(match) if match else None
        if match and day:
            place, end = pinpoint_behind(plain, match.end())
            words, place = text[one.start : end], one.pinpoint or place
            dated = replace(one, end=end, text=words, dated_on=day, pinpoint=place)
            return DatedCitation(citation=dated)
    like = _LIKE_ONE.match(plain, one.end)
    words = text[like.start("date") : like.end("date")] if like else ""
    return DatedCitation(citation=one, unread=words)


def _day(match: re.Match[str]) -> date | None:
    """The day of a date, where there is such a month and such a day."""
    month = _month(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _month(words: str) -> int:
    """The number of a month from its figures, its name or the begin of it; 0 of other words."""
    if words.isdecimal():
        return int(words)
    word = words.rstrip(".").capitalize()
    begins = (number for number, name in enumerate(MONTHS, 1) if name.startswith(word))
    return 9 if word == "Sept" else next(begins, 0)

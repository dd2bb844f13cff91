"""Faults of an Akoma Ntoso file that its own words or data show.

Reads: the root element. Writes: warnings. The printed words are kept in every case; what the data
say against them is reported, with both.
"""

import re
from collections.abc import Iterator

from archive.parsing.dates import date_in_words, read_date
from archive.parsing.parsed import ParseWarning
from archive.parsing.readers.akn4un.masthead import (
    counts_of,
    day_of,
    printed_day,
    printed_symbol,
    steps_of,
    title_of,
    work_day,
    work_number,
)
from archive.parsing.readers.akn4un.words import text_of
from archive.parsing.readers.akn4un.xml import Element, find_all

_PV = re.compile(r"A/([^/]+)/PV\.(\d+)")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)\b")
_REISSUED = re.compile(r"\breissued\b", re.IGNORECASE)
_VOTES = {"infavour": "in favour", "against": "against", "abstaining": "abstaining"}


def doubts_of(root: Element) -> Iterator[ParseWarning]:
    """Every fault the file shows by itself."""
    yield from _several(root)
    yield from _untitled(root)
    yield from _reissued(root)
    yield from _days(root)
    yield from _numbers(root)
    yield from _meetings(root)
    yield from _votes(root)
    yield from _lost(root)


def _masthead(code: str, message: str) -> ParseWarning:
    return ParseWarning(code=code, message=message, where="masthead")


def _contradiction(message: str) -> ParseWarning:
    return _masthead("data_contradiction", message)


def _several(root: Element) -> Iterator[ParseWarning]:
    """Resolutions printed together: each has a symbol of its own."""
    count = sum(1 for _ in find_all(root, "statement"))
    if count > 1:
        symbol = printed_symbol(root) or "one number"
        yield _masthead(
            "several_resolutions",
            f"The file holds {count} resolutions under {symbol}; each has paragraphs of its own.",
        )


def _untitled(root: Element) -> Iterator[ParseWarning]:
    titles = [text for one in find_all(root, "docTitle") if (text := text_of(one))]
    if titles and title_of(root) is None:
        yield _masthead(
            "title_missing", f"“{titles[-1][:120]}” stands where the title should; it is none."
        )


def _reissued(root: Element) -> Iterator[ParseWarning]:
    for name in ("coverPage", "preface"):
        for region in find_all(root, name):
            if _REISSUED.search("".join(region.itertext())):
                yield _masthead(
                    "reissued",
                    "The document was issued again; see whether an earlier issue is held.",
                )


def _days(root: Element) -> Iterator[ParseWarning]:
    """Days of adoption in the data that are not the printed one."""
    closing = printed_day(root)
    printed = read_date(text_of(closing)) or day_of(closing)
    if printed is None:
        return
    others = [("date of the closing line", day_of(closing)), ("date of the work", work_day(root))]
    others += [("workflow", day_of(step)) for step in steps_of(root, "adopted")]
    for name, day in others:
        if day is not None and day != printed:
            yield _contradiction(
                f"The file’s data ({name}) give {date_in_words(day)} as the day of adoption, its "
                f"closing line {date_in_words(printed)}."
            )


def _numbers(root: Element) -> Iterator[ParseWarning]:
    """The number in the address of the work against the symbol printed."""
    printed, number = printed_symbol(root), work_number(root)
    act = (printed or "").partition("RES/")[2]
    if act and number and _signs(number) != _signs(act):
        yield _contradiction(
            f"The address of the work ends in “{number}”, and the symbol printed is {printed}."
        )


def _signs(number: str) -> list[str]:
    """The figures and letters of a number, in no order."""
    return sorted(re.findall(r"\d+|[A-Z]+", number.upper()))


def _meetings(root: Element) -> Iterator[ParseWarning]:
    """The record of a meeting against the meeting printed below the text."""
    lines = [one for one in find_all(root, "inline") if one.get("name") == "adoptionMeeting"]
    printed = next((match[1] for one in lines if (match := _ORDINAL.match(text_of(one)))), None)
    for step in steps_of(root, "adopted"):
        record = _PV.search(step.get("as") or "")
        if record and printed and record[2] != printed:
            yield _contradiction(
                f"The workflow names the record {record[0]}, and the text was adopted at meeting "
                f"{printed} by its closing line."
            )


def _votes(root: Element) -> Iterator[ParseWarning]:
    for name, (count, states) in counts_of(root).items():
        if states and count != len(states):
            counted = "no" if count is None else count
            named = "1 State" if len(states) == 1 else f"{len(states)} States"
            yield _contradiction(
                f"The file’s data count {counted} votes {_VOTES.get(name, name)} and name {named}."
            )


def _lost(root: Element) -> Iterator[ParseWarning]:
    count = sum(text.count("\ufffd") for text in root.itertext())
    if count:
        signs = "1 character" if count == 1 else f"{count:,} characters"
        yield ParseWarning(
            code="characters_lost", message=f"{signs} had been lost before.", where="file"
        )

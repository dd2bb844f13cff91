"""Candidates: what a file without a symbol may be, with the words that say so.

Reads: paragraphs, notes, the organ. Writes: candidates, best first. A text is not older than the
newest document it cites, so the session of that document comes first; "at its sixty-fourth
session" in its last paragraphs looks one or two sessions ahead. No symbol is made up.
"""

import re
from collections.abc import Iterator, Sequence

from archive.parsing.dates import date_in_words, find_dates, ordinal
from archive.parsing.parsed import Candidate, Footnote, Paragraph, ParagraphKind
from archive.parsing.symbols import Organ

_DOCUMENT = re.compile(r"(?<![\w/])A/(?:RES/)?(\d{2,3})/(?:L\.)?\d+")
_RESOLUTION = re.compile(r"esolutions? (\d{2,3})/\d{1,3}\b")
_COUNCIL_DOCUMENT = re.compile(r"(?<![\w/])A/HRC/(?:RES/)?(\d{1,3})/\d+")
_AT_ITS_SESSION = re.compile(r"at its ([a-z]+(?:-[a-z]+)?) session", re.IGNORECASE)
_AROUND = 40
_NEWEST_SESSION = 199
_YEAR_BEFORE_FIRST_SESSION = 1945
_SESSION_OPENS = 9
_SESSIONS_WITHOUT_DATE = 10


def find_candidates(
    paragraphs: Sequence[Paragraph], notes: Sequence[Footnote], *, organ: Organ | None
) -> tuple[Candidate, ...]:
    """Sessions the text may be of, best first, each once."""
    texts = [paragraph.text for paragraph in paragraphs] + [note.text for note in notes]
    found = [*_newest(texts, organ), *_ahead(paragraphs)]
    kept: dict[int, Candidate] = {}
    for session, evidence in found:
        kept.setdefault(session, Candidate(session=session, symbol=None, evidence=evidence))
    return tuple(kept.values())


def _newest(texts: Sequence[str], organ: Organ | None) -> list[tuple[int, str]]:
    """The session of the newest document cited or, where it is later, of the newest date.

    A document many sessions later than every date is doubtful, and both are offered.
    """
    if organ is Organ.HRC:
        return _newest_cited(texts, (_COUNCIL_DOCUMENT,))
    if organ not in {None, Organ.GA}:
        return []
    cited, dated = _newest_cited(texts, (_DOCUMENT, _RESOLUTION)), _newest_date(texts)
    if cited and dated and cited[0][0] - dated[0][0] > _SESSIONS_WITHOUT_DATE:
        session, evidence = cited[0]
        return [(session, f"{evidence}, though it {dated[0][1]} and no later one"), *dated]
    return sorted([*cited, *dated], key=lambda one: one[0])[-1:]


def _newest_cited(
    texts: Sequence[str], patterns: Sequence[re.Pattern[str]]
) -> list[tuple[int, str]]:
    """The highest session that a document cited names, with the words around the first such."""
    cited = (
        (int(match[1]), -place, match, text)
        for place, text in enumerate(texts)
        for pattern in patterns
        for match in pattern.finditer(text)
        if int(match[1]) <= _NEWEST_SESSION
    )
    newest = max(cited, key=lambda one: one[:2], default=None)
    return [(newest[0], f"cites “{_quoted(newest[3], newest[2])}”")] if newest else []


def _newest_date(texts: Sequence[str]) -> list[tuple[int, str]]:
    """The session of the General Assembly that sat on the newest day something is "of".

    A session opens in September. A day that stands otherwise may lie ahead ("by 31 December 2030").
    """
    day = max((day for text in texts for day in find_dates(text, after="of ")), default=None)
    if day is None or day.year <= _YEAR_BEFORE_FIRST_SESSION:
        return []
    session = day.year - _YEAR_BEFORE_FIRST_SESSION - (day.month < _SESSION_OPENS)
    return [(session, f"names the date {date_in_words(day)}")]


def _quoted(text: str, match: re.Match[str]) -> str:
    """The words of a match and a few around it."""
    start = text.rfind(" ", 0, max(0, match.start() - _AROUND)) + 1
    end = text.find(" ", match.end() + _AROUND)
    return text[start : end if end >= 0 else len(text)].strip()


def _ahead(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """One and two sessions before the one at which the organ will consider the matter again."""
    operative = [p for p in paragraphs if p.kind is ParagraphKind.OPERATIVE]
    for paragraph in operative[:-4:-1]:
        for match in _AT_ITS_SESSION.finditer(paragraph.text):
            session = ordinal(match[1])
            if session is not None and session > 2:
                evidence = f"says “{_quoted(paragraph.text, match)}” in {paragraph.id}"
                yield session - 1, evidence
                yield session - 2, evidence

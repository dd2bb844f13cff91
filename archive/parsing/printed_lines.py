"""Lines that are printed around a resolution: what each is, told by its own words.

Reads: one line. Writes: its kind, or None when the line may be part of the text.
Sources: the mastheads of the General Assembly, the Security Council, the Economic and Social
Council and their commissions; the trailers that the Official Document System leaves in files.
"""

import re
from enum import StrEnum
from functools import lru_cache

from archive.parsing.blocks import squeeze
from archive.parsing.dates import DATE, LONG_ORDINAL, ordinal
from archive.parsing.symbols import Organ


class LineKind(StrEnum):
    """What a line outside the text says."""

    ORGAN = "organ"
    ADOPTED_BY = "adopted by"
    ADOPTED_AT = "adopted at"
    VOTES = "votes"
    DRAFT = "draft"
    DATED = "dated"
    REPORT = "report"
    NUMBER = "number"
    OPEN_NUMBER = "open number"
    TITLED_NUMBER = "titled number"
    MEETING = "meeting"
    DATE = "date"
    AGENDA_ITEM = "agenda item"
    DISTRIBUTION = "distribution"
    SPONSORS = "sponsors"
    SESSION = "session"
    SYMBOL = "symbol"
    DOCUMENT_SYSTEM = "document system"
    PAGE = "page"
    RULE = "rule"


#: What no cell of a table of data says.
OF_THE_COVER = frozenset(
    {
        LineKind.ORGAN,
        LineKind.ADOPTED_BY,
        LineKind.ADOPTED_AT,
        LineKind.MEETING,
        LineKind.REPORT,
        LineKind.SESSION,
        LineKind.SPONSORS,
    }
)
_ORGAN_NAMES = {organ.full_name.lower(): organ for organ in Organ}
_ORGANS = "|".join(organ.full_name for organ in Organ)
_FIRST_WORDS = sorted({organ.full_name.split()[0] for organ in Organ})
_ORGAN_LINE = re.compile(rf"The ({_ORGANS}),?", re.IGNORECASE)
_ORDINAL_FIGURE = r"\d{1,4}(?:st|nd|rd|th)"
_NUMBER = r"(?:[SE]+-)?\d{1,4}/\d{1,3}(?: ?[A-Z])?"
_ROMAN_NUMBER = r"\d{1,4}(?: [A-Z])? \([A-Z]+(?:-[A-Z]+)?\)"
_YEAR_NUMBER = r"\d{1,4} ?\((?:19|20)\d\d\)"

_NAMED = rf"(?:(?:{_ORGANS}) )?[Rr]esolution "
_ANY_NUMBER = rf"{_NUMBER}|{_ROMAN_NUMBER}|{_YEAR_NUMBER}"
TITLED_NUMBER = re.compile(
    rf"(?:{_NAMED}(?=[^ .]++(?: [^ .]++){{0,2}}\. \S))?({_ANY_NUMBER})\.(?:(?: |(?=[A-Z]))(\S.*))?"
)
#: The number of a draft that has none yet: "22/… Protecting human rights defenders".
OPEN_NUMBER = re.compile(r"\d{1,4}/(?:…|\.{2,4}|_{1,6}|[Xx]{1,3})\.?(?: (\S.*))?")
_LETTERS = r"[A-Z](?:, [A-Z])*(?: and | to |-)[A-Z]"
NUMBER_LINE = re.compile(
    rf"(?:(?:{_ORGANS}) )?(?:resolutions? )?(?:({_NUMBER}|{_ROMAN_NUMBER}|{_YEAR_NUMBER})"
    rf"|(\d{{1,3}}/\d{{1,3}}) {_LETTERS}|(\d{{1,4}}) {_LETTERS} (\([A-Z-]+\)))",
    re.IGNORECASE,
)
SYMBOL_LINE = re.compile(
    r"[AES]/(?=\D*\d)[A-Za-z0-9./()\[\]-]+(?: \((?:19|20)\d\d\))?(?: [A-Z](?:[-–][A-Z])?)?\*{0,3}"
)
_DAY = r"\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d"
_RESUMED = r"(?:(?:\([a-z]+\)|resumed) )?"
MEETING_LINE = re.compile(
    rf"(?:{_ORDINAL_FIGURE} {_RESUMED}(?:plenary )?|{LONG_ORDINAL} {_RESUMED}plenary ){_RESUMED}"
    rf"meeting(?: \([a-z]+\))?[.,]?"
    rf"(?: (?:on )?{_DAY}\.?)?",
    re.IGNORECASE,
)
ADOPTED_BY = re.compile(
    rf"\[?(?:resolution|decision)s? adopted by the ({_ORGANS})\b.*", re.IGNORECASE
)
ADOPTED_AT = re.compile(
    r"(?:\[(?:resolution )?)?adopted (?:unanimously\b|without (?:a )?vote\b"
    r"|by (?:consensus|acclamation)\b|by a (?:recorded|roll-call) vote\b|by \w{1,8} votes?\b"
    r"|(?:by the [A-Z][A-Za-z ]{2,60} )?at (?:the|its)\b).*",
    re.IGNORECASE,
)
#: The head of a list of States that voted alike.
VOTES_LINE = re.compile(
    r"(?<![\w-])(In favour|Against|Abstaining|Abstentions?|Absent) ?(?:\(\d{1,3}\))? ?:",
    re.IGNORECASE,
)
#: The draft of a resolution of the Security Council, below its number: "[S/5380]".
DRAFT_LINE = re.compile(r"[(\[](S/\d{1,6}(?:/Rev\.\d{1,2})?)(?:, ?[IVX]{1,4})?[)\]]")
#: The date below a number, or after it: "of 6 September 1965".
OF_DATE_LINE = re.compile(
    r"(?:Resolution )?(?:of|on) (\d{1,2} [A-Z][a-z]{2,8})\.?,? ((?:19|20)\d\d)\.?"
)
ANNEX_LINE = re.compile(
    r"(?:annex|appendix)(?: (?:[IVXLC]{1,6}|\d{1,2}|[A-Z]))?\*{0,2}"
    r"(?:(?:[.:]| ?[-–—]) ?(?-i:[A-Z“\"]).{0,200}[^.;,:]|\.)?",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\[(?:on the (?:report|basis|recommendation)|without reference).*", re.IGNORECASE
)
_AGENDA_ITEM = re.compile(r"(?:agenda|provisional agenda) items? \d.*", re.IGNORECASE)
_SESSION = re.compile(
    rf"([A-Za-z-]+|{_ORDINAL_FIGURE})(?: emergency)?(?: special)? session", re.IGNORECASE
)
_DISTRIBUTION = re.compile(
    r"(?:united nations(?: [AES]/.*)?|.*\bdistr\.:?.*|original: .*"
    rf"|(?:{_ORGANS})(?: official records.*)?)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\d{1,3}|\d{1,2} ?/ ?\d{1,2}|page \d{1,3}(?: of \d{1,3})?|[-–—] ?\d{1,3} ?[-–—]"
    r"|\d\d[- –]\d{5}(?: ?\(E\))?(?: \d{1,3}/\d{1,3})?(?: \d{6})?|\d{1,3}/\d{1,3} \d\d-\d{5}"
    r"|\*\d{7,8}\*|please recycle.*|\[?DU\d*\]?",
    re.IGNORECASE,
)
_SPONSORS = re.compile(r": (?:revised )?draft (?:resolution|decision)\*?$", re.IGNORECASE)
_RULE = re.compile(r"[_=*.–—-]{3,}")
_GLUED = re.compile(
    rf"(?<=\S)(?=(?:{_ORGANS}|Distr\.))|(?<=United Nations)(?=\S)|(?<=(?:19|20)\d\d)(?=[A-Z])"
    rf"|(?<=Assembly)(?=[A-Z])|(?<=Council)(?=[A-Z])"
)


def is_rule(text: str) -> bool:
    """Whether a line is a rule, such as stands above the notes of a page."""
    return _RULE.fullmatch(text) is not None


def organ_of(text: str) -> Organ | None:
    """The organ a line such as "The General Assembly," names as the one that speaks."""
    match = _ORGAN_LINE.fullmatch(text)
    return _ORGAN_NAMES[match[1].lower()] if match else None


def named_organ(name: str) -> Organ:
    """The organ of a full name, in any case of letters. Raises KeyError for another name."""
    return _ORGAN_NAMES[name.lower()]


def unglue(text: str) -> str:
    """The line with spaces where extraction glued the masthead's cells together."""
    return squeeze(_GLUED.sub(" ", text))


def printed_number(line: str) -> str:
    """The number a line prints; of several resolutions under letters, the one they share."""
    titled = TITLED_NUMBER.fullmatch(line)
    if titled:
        return titled[1]
    match = NUMBER_LINE.fullmatch(line)
    return "".join(filter(None, match.groups())) if match else ""


def names_sponsors(text: str) -> bool:
    """Whether words end as the list of those who propose a draft does."""
    return _SPONSORS.search(text) is not None


def session_named(text: str) -> int | None:
    """The session a line such as "Sixty-sixth session" names."""
    match = _SESSION.fullmatch(text)
    return ordinal(match[1]) if match else None


#: Other lines say nothing of distribution, unless they have the word.
_BEGINS_DISTRIBUTION = re.compile(
    rf"\s*(?:\d{{1,2}}\s|united|original:|{'|'.join(_FIRST_WORDS)})", re.IGNORECASE
)
_WHOLE_LINES = (
    (LineKind.ORGAN, _ORGAN_LINE),
    (LineKind.RULE, _RULE),
    (LineKind.PAGE, _PAGE),
    (LineKind.SYMBOL, SYMBOL_LINE),
    (LineKind.ADOPTED_BY, ADOPTED_BY),
    (LineKind.REPORT, _REPORT),
    (LineKind.NUMBER, NUMBER_LINE),
    (LineKind.MEETING, MEETING_LINE),
    (LineKind.DATE, re.compile(DATE.pattern + r"\.?")),
    (LineKind.AGENDA_ITEM, _AGENDA_ITEM),
)
_OF_ANY_LENGTH = (
    (LineKind.ADOPTED_AT, ADOPTED_AT),
    (LineKind.VOTES, re.compile(VOTES_LINE.pattern + ".*", re.IGNORECASE)),
    (LineKind.TITLED_NUMBER, TITLED_NUMBER),
    (LineKind.OPEN_NUMBER, OPEN_NUMBER),
)
_LONGEST = 400


def kind_of_line(text: str) -> LineKind | None:
    """What a line is, or None when it may be part of the resolution's own words."""
    return _kind_of_short(text) if len(text) <= _LONGEST else _kind_of_any(text)


@lru_cache(maxsize=512)
def _kind_of_short(text: str) -> LineKind | None:
    """The same of a line that may be any; several stages ask after each line of a file."""
    return _kind_of_any(text) or _kind_of_whole(text)


def _kind_of_any(text: str) -> LineKind | None:
    """What a line of any length is by how it begins or ends."""
    if "<<ODS" in text:
        return LineKind.DOCUMENT_SYSTEM
    if names_sponsors(text):
        return LineKind.SPONSORS
    for kind, pattern in _OF_ANY_LENGTH:
        if pattern.fullmatch(text):
            return kind
    return None


def _kind_of_whole(text: str) -> LineKind | None:
    """What a line is by all its words."""
    for kind, pattern in _WHOLE_LINES:
        if pattern.fullmatch(text):
            return kind
    if session_named(text) is not None:
        return LineKind.SESSION
    is_told = "distr" in text.lower() or _BEGINS_DISTRIBUTION.match(text)
    return _kind_of_glued(unglue(text)) if is_told else None


def _kind_of_glued(text: str) -> LineKind | None:
    day = DATE.match(text)
    rest = text[day.end() :].strip() if day else ""
    if session_named(rest) is not None or rest.startswith("Original: "):
        return LineKind.DISTRIBUTION
    return LineKind.DISTRIBUTION if _DISTRIBUTION.fullmatch(text) else None
